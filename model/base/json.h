// SPDX-License-Identifier: GPL-3.0-or-later
// JSON values, for what machines read and write: the keyring, manifests, --json. A small tree of
// our own; nlohmann::json is seen by json.cpp alone.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace base {

class Json {
public:
    using Array = std::vector<Json>;
    using Object = std::vector<std::pair<std::string, Json>>;  // in the order written

    Json() = default;  // null

    Json(bool value) : m_value(value) {}

    Json(double value) : m_value(value) {}

    Json(std::int64_t value) : m_value(value) {}

    Json(int value) : m_value(std::int64_t{value}) {}

    Json(std::size_t value) : m_value(static_cast<std::int64_t>(value)) {}

    Json(std::string value) : m_value(std::move(value)) {}

    Json(std::string_view value) : m_value(std::string(value)) {}

    Json(const char* value) : m_value(std::string(value)) {}

    Json(Array value) : m_value(std::move(value)) {}

    Json(Object value) : m_value(std::move(value)) {}

    // Reading is forgiving: the wrong kind gives the empty value.
    [[nodiscard]] bool isNull() const;
    [[nodiscard]] bool flag() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double number() const;
    [[nodiscard]] const std::string& text() const;
    [[nodiscard]] const Array& items() const;
    [[nodiscard]] const Object& members() const;
    [[nodiscard]] const Json& operator[](std::string_view key) const;  // null when absent

    [[nodiscard]] std::string write(bool indented) const;

private:
    void appendTo(std::string& out, int depth, bool indented) const;

    std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> m_value;
};

[[nodiscard]] Result<Json> parseJson(std::string_view text, std::string_view fileName);

}  // namespace base
