// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/payload.h"

#include "records/catalogue.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace records;

namespace {

base::Date anyDate() {
    const auto day = *rc::gen::inRange(0, 60000);
    return base::Date(1900, 1, 1) + boost::gregorian::days(day);
}

FieldValue anyValue(const Field& field) {
    if (*rc::gen::inRange(0, 4) == 0)
        return {};
    switch (field.kind) {
        case FieldKind::text:
        case FieldKind::code:
            return *rc::gen::arbitrary<std::string>();
        case FieldKind::date:
            return anyDate();
        case FieldKind::integer:
            return *rc::gen::arbitrary<std::int64_t>();
        case FieldKind::decimal:
            return *rc::gen::arbitrary<double>();
        case FieldKind::flag:
            return *rc::gen::arbitrary<bool>();
    }
    return {};
}

const RecordType& anyType() {
    const auto types = allRecordTypes();
    return *types[*rc::gen::inRange<std::size_t>(0, types.size())];
}

Payload anyPayload(const RecordType& type) {
    Payload payload;
    for (const Field& field : type.fields)
        payload.push_back(anyValue(field));
    return payload;
}

const RecordType& attendance() {
    return *recordType("attendance");
}

base::Code failureOf(std::string_view bytes) {
    const auto result = decodePayload(attendance(), bytes);
    return result ? base::Code::notFound : result.error().code;
}

}  // namespace

class PayloadTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsBackWhatItWroteForEveryType() {
        for (const RecordType* type : allRecordTypes())
            QVERIFY(rc::check("read(write(x)) = x: " + std::string(type->name), [type] {
                const Payload payload = anyPayload(*type);
                const auto back = decodePayload(*type, encodePayload(*type, payload));
                RC_ASSERT(back.has_value());
                RC_ASSERT(*back == payload);
            }));
    }

    void refusesTruncatedBytes() {
        QVERIFY(rc::check("a cut payload is damaged", [] {
            const RecordType& type = anyType();
            const std::string bytes = encodePayload(type, anyPayload(type));
            const auto size = *rc::gen::inRange<std::size_t>(0, bytes.size());
            const auto result = decodePayload(type, std::string_view(bytes).substr(0, size));
            RC_ASSERT(!result.has_value());
            RC_ASSERT(result.error().code == base::Code::damaged);
        }));
    }

    void survivesGarbledBytes() {
        QVERIFY(rc::check("garbled bytes never crash", [] {
            const RecordType& type = anyType();
            std::string bytes = encodePayload(type, anyPayload(type));
            for (auto changes = *rc::gen::inRange(1, 6); changes > 0; --changes)
                bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] =
                    *rc::gen::arbitrary<char>();
            const auto result = decodePayload(type, bytes);
            const bool sound = result.has_value() ? result->size() == type.fields.size()
                                                  : result.error().code == base::Code::damaged;
            RC_ASSERT(sound);
        }));
        QVERIFY(rc::check("random bytes never crash", [](const std::string& bytes) {
            const auto result = decodePayload(attendance(), bytes);
            const bool sound = result.has_value() || result.error().code == base::Code::damaged;
            RC_ASSERT(sound);
        }));
    }

    void refusesLyingLengths() {
        using namespace std::string_view_literals;
        QCOMPARE(failureOf("\xBB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv), base::Code::damaged);
        QCOMPARE(failureOf("\xA1\x7B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFFterm"sv), base::Code::damaged);
        QCOMPARE(failureOf("\xA1\x61x\x9B\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF"sv), base::Code::damaged);
        // an unknown name with arrays nested to the end of the bytes
        QCOMPARE(failureOf(std::string("\xA1\x61x") + std::string(100000, '\x81')),
                 base::Code::damaged);
    }

    void refusesWhatIsNotAMap() {
        using namespace std::string_view_literals;
        QCOMPARE(failureOf(""sv), base::Code::damaged);
        QCOMPARE(failureOf("\x01"sv), base::Code::damaged);
        QCOMPARE(failureOf("\xBF\xFF"sv), base::Code::damaged);  // unsaid length
        QCOMPARE(failureOf("\xA0\x00"sv), base::Code::damaged);  // bytes left over
        QCOMPARE(failureOf("\xA1\x64term\xD9\x03\xEC\x6A"
                           "2026-02-31"sv),
                 base::Code::damaged);
        QCOMPARE(failureOf("\xA2\x64term\x61x\x64term\x61y"sv), base::Code::damaged);  // twice
    }

    void passesOverFieldsTheTypeNoLongerHas() {
        using namespace std::string_view_literals;
        const auto result =
            decodePayload(attendance(), "\xA2\x63old\x82\x01\xA1\x61x\x02\x64term\x61q"sv);
        QVERIFY(result.has_value());
        const auto term = *attendance().indexOf("term");
        QVERIFY((*result)[term] == FieldValue(std::string("q")));
    }

    void leavesEmptyFieldsOut() {
        const Payload empty(attendance().fields.size());
        QCOMPARE(encodePayload(attendance(), empty).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(PayloadTest)
#include "payload_test.moc"
