// SPDX-License-Identifier: GPL-3.0-or-later
// How an operation of the model succeeds or fails. A failed operation is a Result; a bad row is
// data (records::RowIssue); a broken invariant asserts. No exception leaves a model function.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace base {

// The closed list of what callers decide upon. Words for people are in Error::detail.
enum class Code {
    notFound,     // the thing named does not exist
    exists,       // it is there already (a delivery received before, a user's name)
    refused,      // not allowed: role, agreement, relationship, state
    malformed,    // input does not have the shape it must have
    unreadable,   // the file system would not give or take bytes
    wrongKey,     // a password or key does not open it
    damaged,      // it was whole once and is not now
    cancelled,    // the person asked to stop
    unsupported,  // understood, but this version can't
    full,         // no space left
};

// `place` says where (file, row, line:column, table), `detail` says what and what to do next.
// Neither ever carries a value from a record.
struct Error {
    Code code = Code::malformed;
    std::string place;
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Code code, std::string place, std::string detail) {
    return tl::make_unexpected(Error{code, std::move(place), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
    return tl::make_unexpected(std::move(error));
}

// "place: detail", for a person.
[[nodiscard]] std::string describe(const Error& error);

// A short stable word for the code, for machines ("not-found").
[[nodiscard]] std::string_view codeName(Code code);

}  // namespace base
