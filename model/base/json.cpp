// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <nlohmann/json.hpp>

namespace base {

namespace {

using Foreign = nlohmann::ordered_json;

template <class T>
const T& held(const auto& value) {
    static const T none{};
    const T* found = std::get_if<T>(&value);
    return found == nullptr ? none : *found;
}

constexpr int deepest = 64;

Json fromForeign(const Foreign& value, int depth) {
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number_integer())
        return value.get<std::int64_t>();
    if (value.is_number())
        return value.get<double>();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_array() && depth < deepest) {
        Json::Array items;
        for (const Foreign& item : value)
            items.push_back(fromForeign(item, depth + 1));
        return items;
    }
    if (value.is_object() && depth < deepest) {
        Json::Object members;
        for (const auto& [key, member] : value.items())
            members.emplace_back(key, fromForeign(member, depth + 1));
        return members;
    }
    return {};
}

void newLine(std::string& out, int depth, bool indented) {
    if (indented)
        out += "\n" + std::string(static_cast<std::size_t>(depth) * 2, ' ');
}

std::string scalar(const Foreign& value) {
    return value.dump(-1, ' ', false, Foreign::error_handler_t::replace);
}

}  // namespace

bool Json::isNull() const {
    return std::holds_alternative<std::monostate>(m_value);
}

bool Json::flag() const {
    return held<bool>(m_value);
}

std::int64_t Json::integer() const {
    return held<std::int64_t>(m_value);
}

double Json::number() const {
    if (std::holds_alternative<std::int64_t>(m_value))
        return static_cast<double>(integer());
    return held<double>(m_value);
}

const std::string& Json::text() const {
    return held<std::string>(m_value);
}

const Json::Array& Json::items() const {
    return held<Array>(m_value);
}

const Json::Object& Json::members() const {
    return held<Object>(m_value);
}

const Json& Json::operator[](std::string_view key) const {
    static const Json none;
    for (const auto& [name, member] : members())
        if (name == key)
            return member;
    return none;
}

void Json::appendTo(std::string& out, int depth, bool indented) const {
    if (const auto* list = std::get_if<Array>(&m_value)) {
        out += '[';
        for (std::size_t i = 0; i < list->size(); ++i) {
            if (i > 0)
                out += ',';
            newLine(out, depth + 1, indented);
            (*list)[i].appendTo(out, depth + 1, indented);
        }
        if (!list->empty())
            newLine(out, depth, indented);
        out += ']';
    } else if (const auto* object = std::get_if<Object>(&m_value)) {
        out += '{';
        for (std::size_t i = 0; i < object->size(); ++i) {
            if (i > 0)
                out += ',';
            newLine(out, depth + 1, indented);
            out += scalar((*object)[i].first) + (indented ? ": " : ":");
            (*object)[i].second.appendTo(out, depth + 1, indented);
        }
        if (!object->empty())
            newLine(out, depth, indented);
        out += '}';
    } else if (isNull()) {
        out += "null";
    } else if (std::holds_alternative<bool>(m_value)) {
        out += flag() ? "true" : "false";
    } else if (std::holds_alternative<std::int64_t>(m_value)) {
        out += std::to_string(integer());
    } else if (std::holds_alternative<double>(m_value)) {
        out += scalar(number());
    } else {
        out += scalar(text());
    }
}

std::string Json::write(bool indented) const {
    std::string out;
    appendTo(out, 0, indented);
    return out;
}

Result<Json> parseJson(std::string_view text, std::string_view fileName) {
    const Foreign parsed = Foreign::parse(text, nullptr, false);
    if (parsed.is_discarded())
        return fail(Code::malformed, std::string(fileName), "is not JSON");
    return fromForeign(parsed, 0);
}

}  // namespace base
