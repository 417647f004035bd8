// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an export layout: read or refused, never a crash; what is read writes and reads
// back.
#include "disclosure/layout.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(bytes, bytes + size);
    auto layout = disclosure::readLayout(text, "fuzz.toml");
    if (!layout)
        return layout.error().place.empty() ? std::abort(), 1 : 0;
    auto again = disclosure::readLayout(disclosure::writeLayout(*layout), "again.toml");
    if (!again)
        std::abort();
    layout->fingerprint.clear();
    again->fingerprint.clear();
    if (*layout != *again)
        std::abort();
    return 0;
}
