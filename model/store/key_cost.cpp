// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/key_cost.h"

#include <sodium.h>

namespace store {

KeyCost KeyCost::standard() {
    return {crypto_pwhash_OPSLIMIT_MODERATE, std::size_t{128} << 20U};
}

KeyCost KeyCost::quick() {
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

}  // namespace store
