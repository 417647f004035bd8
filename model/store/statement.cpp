// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace store {

Statement::Statement(Database& database, sqlite3_stmt* statement, std::string_view sql)
    : m_database(&database), m_statement(statement), m_sql(sql) {}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_sql(other.m_sql),
      m_bound(other.m_bound),
      m_bindError(other.m_bindError) {}

Statement::~Statement() {
    if (m_statement == nullptr)
        return;
    reset();
    m_database->m_idle.find(m_sql)->second.push_back(m_statement);
}

void Statement::noteBind(int code) {
    if (m_bindError == 0 && code != SQLITE_OK)
        m_bindError = code;
}

Statement& Statement::operator<<(std::int64_t value) {
    noteBind(sqlite3_bind_int64(m_statement, ++m_bound, value));
    return *this;
}

Statement& Statement::operator<<(double value) {
    noteBind(sqlite3_bind_double(m_statement, ++m_bound, value));
    return *this;
}

Statement& Statement::operator<<(std::string_view text) {
    const char* const bytes = text.data() == nullptr ? "" : text.data();
    noteBind(sqlite3_bind_text(
        m_statement, ++m_bound, bytes, static_cast<int>(text.size()), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::operator<<(std::nullptr_t) {
    noteBind(sqlite3_bind_null(m_statement, ++m_bound));
    return *this;
}

Statement& Statement::operator<<(const base::Date& date) {
    return date.is_not_a_date() ? *this << nullptr : *this << base::isoDate(date);
}

Statement& Statement::operator<<(const std::optional<base::Date>& date) {
    return date ? *this << *date : *this << nullptr;
}

Statement& Statement::blob(std::string_view bytes) {
    noteBind(sqlite3_bind_blob(m_statement,
                               ++m_bound,
                               bytes.empty() ? "" : bytes.data(),
                               static_cast<int>(bytes.size()),
                               SQLITE_TRANSIENT));
    return *this;
}

base::Result<void> Statement::run() {
    const auto row = next();
    reset();
    return row ? base::Result<void>() : base::fail(row.error());
}

base::Result<bool> Statement::next() {
    if (m_bindError != 0)
        return base::fail(m_database->error(m_bindError));
    if (!m_stepping) {
        assert(m_bound == sqlite3_bind_parameter_count(m_statement));
        if (auto may = m_database->mayRun(); !may)
            return base::fail(may.error());
        m_stepping = true;
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return base::fail(m_database->error(code));
}

void Statement::reset() {
    sqlite3_reset(m_statement);
    m_bound = 0;
    m_bindError = 0;
    m_stepping = false;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::number(int column) const {
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::view(int column) const {
    const void* const bytes = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(static_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::optional<base::Date> Statement::date(int column) const {
    return base::parseIsoDate(view(column));
}

}  // namespace store
