// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in from the command line: --user and --password-file, never a password in argv.
#pragma once

#include "app/command.h"
#include "base/date.h"
#include "casework/session.h"
#include "records/ids.h"

#include <memory>
#include <vector>

namespace app {

// The arguments every command on a vault takes, before its own.
[[nodiscard]] std::vector<Argument> onVault(std::vector<Argument> own);

// The first line of a file, or of stdin for "-". The line end is not part of it.
[[nodiscard]] base::Result<base::Secret> readPassword(const std::string& file);

[[nodiscard]] base::Result<std::unique_ptr<casework::Session>> signIn(const Arguments& arguments);

// Says the error and gives the exit code for it.
[[nodiscard]] Exit failed(Console& console, const base::Error& error);

// The day of an option "--as-at 2026-11-21", or `otherwise`; fails on what is no day.
[[nodiscard]] base::Result<std::optional<base::Date>> dayOf(const Arguments& arguments,
                                                            const std::string& name);
// A whole number of an option within bounds, or `otherwise`.
[[nodiscard]] base::Result<std::uint64_t> numberOf(const Arguments& arguments,
                                                   const std::string& name,
                                                   std::uint64_t otherwise,
                                                   std::uint64_t most);

// The family a word such as "FF-2031" names.
[[nodiscard]] base::Result<records::FamilyId> familyOf(const Arguments& arguments,
                                                       const std::string& name = "FAMILY");
// "43,692"
[[nodiscard]] std::string grouped(std::int64_t count);

}  // namespace app
