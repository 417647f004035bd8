// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/field.h"

#include <charconv>

namespace records {

std::optional<std::size_t> RecordType::indexOf(std::string_view field) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == field)
            return i;
    return std::nullopt;
}

std::optional<std::size_t> RecordType::indexOf(FieldTime time) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].time == time)
            return i;
    return std::nullopt;
}

const std::string* textIn(const FieldValue& value) {
    return std::get_if<std::string>(&value);
}

std::optional<base::Date> dateIn(const FieldValue& value) {
    const auto* date = std::get_if<base::Date>(&value);
    return date == nullptr ? std::nullopt : std::optional(*date);
}

std::optional<double> numberIn(const FieldValue& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*integer);
    const auto* decimal = std::get_if<double>(&value);
    return decimal == nullptr ? std::nullopt : std::optional(*decimal);
}

std::optional<bool> flagIn(const FieldValue& value) {
    const auto* flag = std::get_if<bool>(&value);
    return flag == nullptr ? std::nullopt : std::optional(*flag);
}

bool isEmpty(const FieldValue& value) {
    return std::holds_alternative<std::monostate>(value);
}

std::string shown(const Field& field, const FieldValue& value) {
    if (const auto* text = textIn(value)) {
        for (const CodeValue& code : field.codes)
            if (code.code == *text)
                return std::string(code.label);
        return *text;
    }
    if (const auto date = dateIn(value))
        return base::plainDate(*date);
    if (const auto flag = flagIn(value))
        return *flag ? "yes" : "no";
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        return std::to_string(*integer);
    if (const auto* decimal = std::get_if<double>(&value)) {
        char text[32];
        const auto end = std::to_chars(text, text + sizeof text, *decimal).ptr;
        return {text, end};
    }
    return {};
}

}  // namespace records
