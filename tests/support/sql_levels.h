// SPDX-License-Identifier: GPL-3.0-or-later
// Splink's comparison levels tried in an SQL engine: SQLite, with the four functions that DuckDB
// has and SQLite hasn't, in textbook form.
#pragma once

#include "base/json.h"
#include "linkage/jaro_winkler.h"

#include <sqlcipher/sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

namespace test {

class SqlLevels {
public:
    SqlLevels() {
        if (sqlite3_open(":memory:", &m_database) != SQLITE_OK)
            qFatal("no database in memory");
        const auto add = [this](const char* name, int count, auto function) {
            sqlite3_create_function(m_database,
                                    name,
                                    count,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                    nullptr,
                                    function,
                                    nullptr,
                                    nullptr);
        };
        add("jaro_winkler_similarity", 2, jaroWinkler);
        add("damerau_levenshtein", 2, damerau);
        add("split_part", 3, splitPart);
        add("concat", -1, concat);
    }

    SqlLevels(const SqlLevels&) = delete;
    SqlLevels& operator=(const SqlLevels&) = delete;

    ~SqlLevels() { sqlite3_close(m_database); }

    // The label of the first level of the comparison that holds for two records ("" is NULL).
    [[nodiscard]] std::string level(const base::Json& comparison,
                                    const std::vector<std::string>& columns,
                                    const std::vector<std::string>& left,
                                    const std::vector<std::string>& right) const {
        std::string sql = "SELECT CASE";
        for (const base::Json& one : comparison["comparison_levels"].items()) {
            const std::string& condition = one["sql_condition"].text();
            sql += condition == "ELSE" ? " ELSE" : " WHEN " + condition + " THEN";
            sql += " '" + one["label_for_charts"].text() + "'";
        }
        sql += " END FROM (SELECT";
        for (std::size_t i = 0; i < columns.size(); ++i)
            sql += (i == 0 ? " " : ", ") + literal(left[i]) + " AS \"" + columns[i] + "_l\", " +
                   literal(right[i]) + " AS \"" + columns[i] + "_r\"";
        sql += ")";
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sqlite3_errmsg(m_database), sql.c_str());
        std::string found;
        if (sqlite3_step(statement) == SQLITE_ROW)
            found = text(sqlite3_column_text(statement, 0));
        sqlite3_finalize(statement);
        return found;
    }

private:
    static std::string text(const unsigned char* bytes) {
        return bytes == nullptr ? std::string() : reinterpret_cast<const char*>(bytes);
    }

    static std::string literal(const std::string& value) {
        if (value.empty())
            return "NULL";
        std::string out = "'";
        for (const char c : value)
            out += c == '\'' ? std::string("''") : std::string(1, c);
        return out + "'";
    }

    static bool anyNull(int count, sqlite3_value** values) {
        for (int i = 0; i < count; ++i)
            if (sqlite3_value_type(values[i]) == SQLITE_NULL)
                return true;
        return false;
    }

    static std::string textOf(sqlite3_value* value) { return text(sqlite3_value_text(value)); }

    static void jaroWinkler(sqlite3_context* context, int count, sqlite3_value** values) {
        if (!anyNull(count, values))
            sqlite3_result_double(context,
                                  linkage::jaroWinkler(textOf(values[0]), textOf(values[1])));
    }

    // Optimal string alignment, by the textbook's table.
    static void damerau(sqlite3_context* context, int count, sqlite3_value** values) {
        if (anyNull(count, values))
            return;
        const std::string a = textOf(values[0]);
        const std::string b = textOf(values[1]);
        std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
        for (std::size_t i = 0; i <= a.size(); ++i)
            for (std::size_t k = 0; k <= b.size(); ++k) {
                if (i == 0 || k == 0) {
                    cost[i][k] = static_cast<int>(i + k);
                    continue;
                }
                const int differs = a[i - 1] == b[k - 1] ? 0 : 1;
                cost[i][k] = std::min(
                    {cost[i - 1][k] + 1, cost[i][k - 1] + 1, cost[i - 1][k - 1] + differs});
                if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                    cost[i][k] = std::min(cost[i][k], cost[i - 2][k - 2] + 1);
            }
        sqlite3_result_int(context, cost[a.size()][b.size()]);
    }

    static void splitPart(sqlite3_context* context, int count, sqlite3_value** values) {
        if (anyNull(count, values))
            return;
        std::string rest = textOf(values[0]);
        const std::string separator = textOf(values[1]);
        for (int part = sqlite3_value_int(values[2]); part > 1; --part) {
            const std::size_t at = rest.find(separator);
            rest = at == std::string::npos ? std::string() : rest.substr(at + separator.size());
        }
        rest = rest.substr(0, rest.find(separator));
        sqlite3_result_text(context, rest.c_str(), -1, SQLITE_TRANSIENT);
    }

    static void concat(sqlite3_context* context, int count, sqlite3_value** values) {
        std::string all;
        for (int i = 0; i < count; ++i)
            all += textOf(values[i]);
        if (!anyNull(count, values))
            sqlite3_result_text(context, all.c_str(), -1, SQLITE_TRANSIENT);
    }

    sqlite3* m_database = nullptr;
};

}  // namespace test
