// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "base/file.h"

#include <sodium.h>
#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {

constexpr std::string_view plainMagic("SQLite format 3\0", 16);
constexpr std::size_t keySize = 32;
constexpr std::uintmax_t pageSize = 4096;
constexpr int lockTimeout = 10000;  // milliseconds

// SQLCipher takes a raw key as the blob literal x'..', and only then skips its own derivation.
base::Secret rawKeyLiteral(const base::Secret& key) {
    std::array<char, keySize * 2 + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), key.bytes().data(), key.size());
    base::Secret literal(keySize * 2 + 3);
    const std::span<unsigned char> out = literal.writable();
    out[0] = 'x';
    out[1] = '\'';
    std::copy_n(digits.data(), keySize * 2, out.data() + 2);
    out[keySize * 2 + 2] = '\'';
    sodium_memzero(digits.data(), digits.size());
    return literal;
}

// SQLite takes an empty file for a new database and a plain one for an open one: both refused here.
base::Result<void> looksEncrypted(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return base::fail(base::fileError(path, errno == 0 ? ENOENT : errno));
    std::array<char, plainMagic.size()> head{};
    in.read(head.data(), head.size());
    if (std::string_view(head.data(), head.size()) == plainMagic)
        return base::fail(
            base::Code::damaged, path.string(), "is not encrypted; it is not a file of this vault");
    std::error_code ignored;
    if (std::filesystem::file_size(path, ignored) < pageSize)
        return base::fail(
            base::Code::damaged, path.string(), "is cut short; restore it from a backup");
    return {};
}

// Owner-only from the first byte; SQLite gives its WAL the same permissions.
base::Result<void> createPrivate(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return base::fail(base::fileError(path, errno));
    ::close(file);
    return {};
}

}  // namespace

base::Result<std::unique_ptr<Database>> Database::open(const std::filesystem::path& path,
                                                       const base::Secret& key,
                                                       Opening opening) {
    errno = 0;
    if (auto ready = opening == Opening::create ? createPrivate(path) : looksEncrypted(path);
        !ready)
        return base::fail(ready.error());
    sqlite3* handle = nullptr;
    const int opened = sqlite3_open_v2(
        path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_FULLMUTEX, nullptr);
    std::unique_ptr<Database> database(new Database(handle, path.string()));
    if (opened != SQLITE_OK)
        return base::fail(database->error(opened));
    if (auto ready = database->setUp(key); !ready)
        return base::fail(ready.error());
    return database;
}

Database::~Database() {
    for (auto& [sql, statements] : m_idle)
        for (sqlite3_stmt* statement : statements)
            sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

base::Result<void> Database::setUp(const base::Secret& key) {
    sqlite3_extended_result_codes(m_handle, 1);
    waitForLocks(lockTimeout);
    const base::Secret literal = rawKeyLiteral(key);
    const int keyed =
        sqlite3_key(m_handle, literal.bytes().data(), static_cast<int>(literal.size()));
    if (keyed != SQLITE_OK)
        return base::fail(error(keyed));
    if (auto done = execute("PRAGMA cipher_page_size = 4096"); !done)
        return done;
    {
        auto version = prepare("PRAGMA cipher_version");
        if (!version)
            return base::fail(version.error());
        const auto row = version->next();
        if (!row || !*row || version->view(0).empty())
            return base::fail(base::Code::unsupported,
                              m_name,
                              "the database library can't encrypt; the program is built wrongly");
    }
    if (sqlite3_db_readonly(m_handle, "main") == 1)
        return base::fail(base::fileError(m_name, EROFS));
    for (const char* setting : {"PRAGMA secure_delete = ON",
                                "PRAGMA temp_store = MEMORY",
                                "PRAGMA foreign_keys = ON",
                                "PRAGMA cache_size = -32768",
                                "PRAGMA synchronous = FULL"})
        if (auto done = execute(setting); !done)
            return done;
    // The first that reads the file, and so the first to meet a wrong key or a cut file.
    auto journal = prepare("PRAGMA journal_mode = WAL");
    if (!journal)
        return base::fail(journal.error());
    const auto mode = journal->next();
    if (!mode)
        return base::fail(mode.error());
    if (journal->view(0) != "wal")
        return base::fail(base::Code::unreadable, m_name, "can't be written beside (WAL refused)");
    journal->reset();
    auto look = prepare("SELECT count(*) FROM sqlite_master");
    if (!look)
        return base::fail(look.error());
    const auto looked = look->next();
    return looked ? base::Result<void>() : base::fail(looked.error());
}

base::Error Database::error(int code) const {
    const int systemError = m_handle == nullptr ? 0 : sqlite3_system_errno(m_handle);
    switch (code & 0xff) {
        case SQLITE_FULL:
            return base::fileError(m_name, ENOSPC);
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return {base::Code::damaged,
                    m_name,
                    "is damaged, cut short, or not this keyring's; restore it from a backup"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {base::Code::refused,
                    m_name,
                    "is in use by another program that is writing; try again when it has finished"};
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return base::fileError(m_name, EROFS);
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return base::fileError(m_name, systemError == 0 ? EIO : systemError);
        case SQLITE_CONSTRAINT:
            return {base::Code::exists, m_name, sqlite3_errmsg(m_handle)};  // names columns only
        default:
            return {base::Code::damaged, m_name, sqlite3_errmsg(m_handle)};
    }
}

base::Result<Statement> Database::prepare(std::string_view sql) {
    auto place = m_idle.find(sql);
    if (place == m_idle.end())
        place = m_idle.emplace(std::string(sql), std::vector<sqlite3_stmt*>()).first;
    if (!place->second.empty()) {
        sqlite3_stmt* const idle = place->second.back();
        place->second.pop_back();
        return Statement(*this, idle, place->first);
    }
    sqlite3_stmt* fresh = nullptr;
    const int code = sqlite3_prepare_v2(
        m_handle, place->first.data(), static_cast<int>(place->first.size()), &fresh, nullptr);
    if (code != SQLITE_OK)
        return base::fail(error(code));
    return Statement(*this, fresh, place->first);
}

base::Result<void> Database::execute(std::string_view sql) {
    const int code = sqlite3_exec(m_handle, std::string(sql).c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return base::fail(error(code));
    return {};
}

base::Result<std::int64_t> Database::nextIds(std::string_view series, std::int64_t count) {
    auto advance = prepare("UPDATE counters SET last = last + ? WHERE name = ?");
    if (!advance)
        return base::fail(advance.error());
    if (auto done = (*advance << count << series).run(); !done)
        return base::fail(done.error());
    auto read = prepare("SELECT last FROM counters WHERE name = ?");
    if (!read)
        return base::fail(read.error());
    *read << series;
    const auto row = read->next();
    if (!row)
        return base::fail(row.error());
    if (!*row)
        return base::fail(base::Code::damaged, m_name, "has no counter of that name");
    return read->integer(0) - count + 1;
}

void Database::waitForLocks(int milliseconds) {
    sqlite3_busy_timeout(m_handle, milliseconds);
}

// SQLite may have rolled back by itself (disk full); what follows must not then commit piece by
// piece.
base::Result<void> Database::mayRun() {
    if (m_failIn > 0 && --m_failIn == 0)
        return base::fail(base::Code::full, m_name, "stopped before this statement, as asked");
    if (m_depth > 0 && sqlite3_get_autocommit(m_handle) != 0)
        return base::fail(
            base::Code::full, m_name, "the change was taken back; nothing was written");
    return {};
}

void Database::rollBack() {
    if (sqlite3_get_autocommit(m_handle) == 0)
        sqlite3_exec(m_handle, "ROLLBACK", nullptr, nullptr, nullptr);
    m_depth = 0;
    m_doomed = false;
}

}  // namespace store
