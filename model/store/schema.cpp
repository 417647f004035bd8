// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/resources.h"
#include "store/database.h"

#include <charconv>

namespace store {

namespace {

// "schema/vault/0007_submissions.sql" is version 7.
std::int64_t versionOf(std::string_view file) {
    const std::string_view name = file.substr(file.rfind('/') + 1);
    std::int64_t version = 0;
    std::from_chars(name.data(), name.data() + name.size(), version);
    return version;
}

}  // namespace

base::Result<std::int64_t> Database::schemaVersion() {
    auto read = prepare("SELECT max(version) FROM schema_version");
    if (!read)
        return base::fail(read.error());
    const auto row = read->next();
    return row ? base::Result<std::int64_t>(read->integer(0)) : base::fail(row.error());
}

base::Result<void> Database::applyOne(std::string_view file) {
    auto transaction = Transaction::begin(*this);
    if (!transaction)
        return base::fail(transaction.error());
    const auto version = schemaVersion();
    if (!version)
        return base::fail(version.error());
    if (*version >= versionOf(file))
        return transaction->commit();  // another program was quicker
    if (auto done = execute(*base::resource(file)); !done)
        return done;
    auto note = prepare("INSERT INTO schema_version (version, name, applied_at) VALUES (?, ?, ?)");
    if (!note)
        return base::fail(note.error());
    if (auto done = (*note << versionOf(file) << file << base::nowUtc()).run(); !done)
        return done;
    return transaction->commit();
}

base::Result<void> Database::applySchema(std::string_view folder) {
    const std::vector<std::string> files =
        base::resourceNames("schema/" + std::string(folder) + "/");
    if (auto made =
            execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, "
                    "name TEXT NOT NULL, applied_at TEXT NOT NULL)");
        !made)
        return made;
    const auto version = schemaVersion();
    if (!version)
        return base::fail(version.error());
    if (files.empty() || *version > versionOf(files.back()))
        return base::fail(base::Code::unsupported,
                          m_name,
                          "was written by a newer version of the program; use that one");
    for (const std::string& file : files)
        if (versionOf(file) > *version)
            if (auto done = applyOne(file); !done)
                return done;
    return {};
}

}  // namespace store
