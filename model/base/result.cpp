// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace base {

std::string describe(const Error& error) {
    return error.place.empty() ? error.detail : error.place + ": " + error.detail;
}

std::string_view codeName(Code code) {
    switch (code) {
        case Code::notFound:
            return "not-found";
        case Code::exists:
            return "exists";
        case Code::refused:
            return "refused";
        case Code::malformed:
            return "malformed";
        case Code::unreadable:
            return "unreadable";
        case Code::wrongKey:
            return "wrong-key";
        case Code::damaged:
            return "damaged";
        case Code::cancelled:
            return "cancelled";
        case Code::unsupported:
            return "unsupported";
        case Code::full:
            return "full";
    }
    return "malformed";
}

}  // namespace base
