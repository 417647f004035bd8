// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to one encrypted SQLite file (SQLCipher), its statements and its transactions.
// Only store's .cpp files use it: SQL text lives nowhere else. One thread at a time per connection;
// every job off the window's thread opens its own (Vault::another). Failures: wrongKey, damaged
// (not ours, cut short, bad page), full (no disk space), unreadable (read-only, no permission),
// refused (locked by another program for longer than the time-out).
#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"
#include "base/secret.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

enum class Opening { create, existing };

class Database;

// A prepared statement on loan from its connection's cache; given back, reset, when it goes. Values
// are bound in order with `<<`; an error while binding shows at the next run() or next(). Texts
// bound are copied.
class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    Statement& operator<<(std::int64_t value);

    Statement& operator<<(int value) { return *this << std::int64_t{value}; }

    Statement& operator<<(bool value) { return *this << std::int64_t{value}; }

    Statement& operator<<(double value);
    Statement& operator<<(std::string_view text);

    Statement& operator<<(const std::string& text) { return *this << std::string_view(text); }

    Statement& operator<<(const char* text) { return *this << std::string_view(text); }

    Statement& operator<<(std::nullptr_t);
    Statement& operator<<(const base::Date& date);  // not_a_date: null
    Statement& operator<<(const std::optional<base::Date>& date);

    template <class Kind>
    Statement& operator<<(base::Id<Kind> id) {
        return *this << id.value;
    }

    Statement& blob(std::string_view bytes);

    // Runs a statement that gives no rows, and makes it ready to be bound and run again.
    [[nodiscard]] base::Result<void> run();
    // The next row: true; no more: false.
    [[nodiscard]] base::Result<bool> next();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double number(int column) const;
    // Valid until the next call of next() or reset().
    [[nodiscard]] std::string_view view(int column) const;

    [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<base::Date> date(int column) const;

    template <class AnyId>
    [[nodiscard]] AnyId id(int column) const {
        return AnyId{integer(column)};
    }

private:
    friend class Database;

    Statement(Database& database, sqlite3_stmt* statement, std::string_view sql);

    void noteBind(int code);

    Database* m_database;
    sqlite3_stmt* m_statement;
    std::string_view m_sql;  // key of the cache
    int m_bound = 0;
    int m_bindError = 0;
    bool m_stepping = false;
};

class Database {
public:
    // `key` is 32 random bytes. Checks that the linked library is SQLCipher, that the file is not
    // plain SQLite and that the key opens it.
    [[nodiscard]] static base::Result<std::unique_ptr<Database>> open(
        const std::filesystem::path& path, const base::Secret& key, Opening opening);
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    ~Database();

    // Applies every numbered file resources/schema/`folder`/NNNN_*.sql not yet applied, each in a
    // transaction of its own. Fails with unsupported when the vault is newer than the program.
    [[nodiscard]] base::Result<void> applySchema(std::string_view folder);

    [[nodiscard]] base::Result<Statement> prepare(std::string_view sql);
    // One statement without parameters or rows.
    [[nodiscard]] base::Result<void> execute(std::string_view sql);
    // The first of `count` fresh numbers of the series; inside a transaction.
    [[nodiscard]] base::Result<std::int64_t> nextIds(std::string_view series, std::int64_t count);

    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

    [[nodiscard]] const std::string& name() const { return m_name; }  // "vault.db"

    // How long another program's lock is waited for; 10 seconds unless told.
    void waitForLocks(int milliseconds);

    // The n-th statement run from now on fails (n = 1 is the next); 0 never. Tests prove with it
    // that a job is all or nothing.
    void failAfter(std::int64_t statements) { m_failIn = statements; }

private:
    friend class Statement;
    friend class Transaction;

    Database(sqlite3* handle, std::string name) : m_handle(handle), m_name(std::move(name)) {}

    [[nodiscard]] base::Error error(int code) const;
    [[nodiscard]] base::Result<void> setUp(const base::Secret& key);
    [[nodiscard]] base::Result<std::int64_t> schemaVersion();
    [[nodiscard]] base::Result<void> applyOne(std::string_view file);
    [[nodiscard]] base::Result<void> mayRun();
    void rollBack();

    sqlite3* m_handle;
    std::string m_name;
    std::map<std::string, std::vector<sqlite3_stmt*>, std::less<>> m_idle;
    int m_depth = 0;
    bool m_doomed = false;  // an inner transaction was rolled back
    std::int64_t m_failIn = 0;
};

// All or nothing: rolled back when it goes uncommitted. Inside an open transaction it joins: the
// outer one commits, and an inner one that goes uncommitted dooms the outer.
class Transaction {
public:
    [[nodiscard]] static base::Result<Transaction> begin(Database& database);

    Transaction(Transaction&& other) noexcept : m_database(other.m_database) {
        other.m_database = nullptr;
    }

    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    [[nodiscard]] base::Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}

    Database* m_database;
};

}  // namespace store
