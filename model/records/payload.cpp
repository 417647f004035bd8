// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/payload.h"

#include "base/text.h"

#include <cbor.h>

#include <array>
#include <cstring>

namespace records {

namespace {

constexpr std::uint64_t dateTag = 1004;  // RFC 8943

// --- writing ---

template <class Encode>
void append(std::string& out, Encode encode) {
    std::array<unsigned char, 16> head{};
    const std::size_t size = encode(head.data(), head.size());
    out.append(reinterpret_cast<const char*>(head.data()), size);
}

void appendText(std::string& out, std::string_view text) {
    // CBOR text must be UTF-8; anything else travels as bytes, so that nothing is lost.
    const bool utf8 = base::isValidUtf8(text);
    append(out, [&](unsigned char* at, std::size_t room) {
        return utf8 ? cbor_encode_string_start(text.size(), at, room)
                    : cbor_encode_bytestring_start(text.size(), at, room);
    });
    out += text;
}

void appendValue(std::string& out, const FieldValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        appendText(out, *text);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        const auto bits = static_cast<std::uint64_t>(*integer);
        append(out, [&](unsigned char* at, std::size_t room) {
            return *integer < 0 ? cbor_encode_negint(~bits, at, room)
                                : cbor_encode_uint(bits, at, room);
        });
    } else if (const auto* decimal = std::get_if<double>(&value)) {
        append(out, [&](unsigned char* at, std::size_t room) {
            return cbor_encode_double(*decimal, at, room);
        });
    } else if (const auto* flag = std::get_if<bool>(&value)) {
        append(out, [&](unsigned char* at, std::size_t room) {
            return cbor_encode_bool(*flag, at, room);
        });
    } else if (const auto* date = std::get_if<base::Date>(&value)) {
        append(out, [&](unsigned char* at, std::size_t room) {
            return cbor_encode_tag(dateTag, at, room);
        });
        appendText(out, base::isoDate(*date));
    }
}

bool hasValue(const FieldValue& value) {
    const auto* date = std::get_if<base::Date>(&value);
    return !isEmpty(value) && (date == nullptr || !date->is_special());
}

// --- reading ---

// One CBOR data item's head as libcbor's decoder reports it.
struct Item {
    // `open` heads or ends something of unsaid length, which we never write.
    enum class Kind { other, integer, decimal, flag, null, text, tag, array, map, open };

    Kind kind = Kind::other;
    std::uint64_t number = 0;  // of a tag; count of an array or a map
    std::int64_t integer = 0;
    double decimal = 0;
    bool flag = false;
    std::string_view text;  // points into the bytes being read
};

Item& itemIn(void* context) {
    return *static_cast<Item*>(context);
}

template <class Number>
void takeUnsigned(void* context, Number value) {
    // Beyond 63 bits no field of ours can hold it: the item stays "other".
    if (static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(INT64_MAX))
        return;
    itemIn(context).kind = Item::Kind::integer;
    itemIn(context).integer = static_cast<std::int64_t>(value);
}

template <class Number>
void takeNegative(void* context, Number value) {
    if (static_cast<std::uint64_t>(value) > static_cast<std::uint64_t>(INT64_MAX))
        return;
    itemIn(context).kind = Item::Kind::integer;
    itemIn(context).integer = -1 - static_cast<std::int64_t>(value);
}

template <class Float>
void takeDecimal(void* context, Float value) {
    itemIn(context).kind = Item::Kind::decimal;
    itemIn(context).decimal = static_cast<double>(value);
}

void takeText(void* context, cbor_data bytes, std::size_t size) {
    itemIn(context).kind = Item::Kind::text;
    itemIn(context).text = {reinterpret_cast<const char*>(bytes), size};
}

template <Item::Kind kind, class Count>
void takeCount(void* context, Count count) {
    itemIn(context).kind = kind;
    itemIn(context).number = count;
}

void takeFlag(void* context, bool value) {
    itemIn(context).kind = Item::Kind::flag;
    itemIn(context).flag = value;
}

void takeNull(void* context) {
    itemIn(context).kind = Item::Kind::null;
}

void takeOpen(void* context) {
    itemIn(context).kind = Item::Kind::open;
}

const cbor_callbacks& callbacks() {
    static const cbor_callbacks all = [] {
        cbor_callbacks made = cbor_empty_callbacks;
        made.uint8 = takeUnsigned<std::uint8_t>;
        made.uint16 = takeUnsigned<std::uint16_t>;
        made.uint32 = takeUnsigned<std::uint32_t>;
        made.uint64 = takeUnsigned<std::uint64_t>;
        made.negint8 = takeNegative<std::uint8_t>;
        made.negint16 = takeNegative<std::uint16_t>;
        made.negint32 = takeNegative<std::uint32_t>;
        made.negint64 = takeNegative<std::uint64_t>;
        made.string = takeText;
        made.byte_string = takeText;
        made.array_start = takeCount<Item::Kind::array, std::size_t>;
        made.map_start = takeCount<Item::Kind::map, std::size_t>;
        made.tag = takeCount<Item::Kind::tag, std::uint64_t>;
        made.float4 = takeDecimal<float>;
        made.float8 = takeDecimal<double>;
        made.boolean = takeFlag;
        made.null = takeNull;
        made.undefined = takeNull;
        made.string_start = takeOpen;
        made.byte_string_start = takeOpen;
        made.indef_array_start = takeOpen;
        made.indef_map_start = takeOpen;
        made.indef_break = takeOpen;
        return made;
    }();
    return all;
}

class Reader {
public:
    explicit Reader(std::string_view bytes) : m_left(bytes) {}

    [[nodiscard]] bool atEnd() const { return m_left.empty(); }

    [[nodiscard]] std::size_t left() const { return m_left.size(); }

    bool next(Item& item) {
        item = {};
        if (m_left.empty())
            return false;
        const auto* at = reinterpret_cast<cbor_data>(m_left.data());
        const auto result = cbor_stream_decode(at, m_left.size(), &callbacks(), &item);
        if (result.status != CBOR_DECODER_FINISHED || result.read > m_left.size())
            return false;
        m_left.remove_prefix(result.read);
        return true;
    }

    // Passes over one item and all it holds. A count larger than the bytes left is a lie.
    bool skip(const Item& first) {
        std::uint64_t waiting = 0;
        Item item = first;
        for (;;) {
            if (item.kind == Item::Kind::open)
                return false;
            if (item.kind == Item::Kind::array || item.kind == Item::Kind::map) {
                if (item.number > m_left.size())
                    return false;
                waiting += item.kind == Item::Kind::map ? item.number * 2 : item.number;
            } else if (item.kind == Item::Kind::tag) {
                ++waiting;
            }
            if (waiting > m_left.size())
                return false;
            if (waiting == 0)
                return true;
            --waiting;
            if (!next(item))
                return false;
        }
    }

private:
    std::string_view m_left;
};

// The value that begins with `item`; false when it is no value of ours.
bool readValue(Reader& reader, Item item, FieldValue& value) {
    switch (item.kind) {
        case Item::Kind::integer:
            value = item.integer;
            return true;
        case Item::Kind::decimal:
            value = item.decimal;
            return true;
        case Item::Kind::flag:
            value = item.flag;
            return true;
        case Item::Kind::text:
            value = std::string(item.text);
            return true;
        case Item::Kind::null:
            return true;
        case Item::Kind::tag: {
            if (item.number != dateTag || !reader.next(item) || item.kind != Item::Kind::text)
                return false;
            const auto date = base::parseIsoDate(item.text);
            if (date)
                value = *date;
            return date.has_value();
        }
        default:
            return false;
    }
}

base::Result<Payload> damaged() {
    return base::fail(base::Code::damaged, "payload", "its bytes are not what was written");
}

}  // namespace

std::string encodePayload(const RecordType& type, const Payload& payload) {
    const std::size_t count = std::min(type.fields.size(), payload.size());
    std::size_t held = 0;
    for (std::size_t i = 0; i < count; ++i)
        held += hasValue(payload[i]) ? 1U : 0U;
    std::string out;
    append(out, [&](unsigned char* at, std::size_t room) {
        return cbor_encode_map_start(held, at, room);
    });
    for (std::size_t i = 0; i < count; ++i) {
        if (!hasValue(payload[i]))
            continue;
        appendText(out, type.fields[i].name);
        appendValue(out, payload[i]);
    }
    return out;
}

base::Result<Payload> decodePayload(const RecordType& type, std::string_view bytes) {
    Reader reader(bytes);
    Item item;
    if (!reader.next(item) || item.kind != Item::Kind::map || item.number > reader.left())
        return damaged();
    Payload payload(type.fields.size());
    for (std::uint64_t entries = item.number; entries > 0; --entries) {
        Item name;
        Item first;
        if (!reader.next(name) || name.kind != Item::Kind::text || !reader.next(first))
            return damaged();
        const auto index = type.indexOf(name.text);
        const bool understood =
            index ? isEmpty(payload[*index]) && readValue(reader, first, payload[*index])
                  : reader.skip(first);
        if (!understood)
            return damaged();
    }
    return reader.atEnd() ? base::Result<Payload>(std::move(payload)) : damaged();
}

}  // namespace records
