// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/pseudonym.h"

#include "base/crypto.h"

#include <cassert>

namespace disclosure {

namespace {

// Douglas Crockford's base 32: no I, L, O or U, so that it survives being read aloud.
constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t characters = 20;  // 5 bits each

std::string base32(const base::Digest& digest) {
    std::string out;
    unsigned bits = 0;
    unsigned held = 0;
    for (const unsigned char byte : digest) {
        bits = (bits << 8U) | byte;
        held += 8;
        while (held >= 5 && out.size() < characters) {
            held -= 5;
            out += alphabet[(bits >> held) & 31U];
        }
        bits &= (1U << held) - 1U;
        if (out.size() == characters)
            break;
    }
    return out;
}

// Length-prefixed, so that no two (study, kind, number) give the same bytes.
std::string make(const base::Secret& key,
                 std::string_view study,
                 std::string_view kind,
                 std::int64_t id) {
    assert(key.size() == studyKeySize);
    const std::string message = "families-first study pseudonym 1:" + std::to_string(study.size()) +
                                ":" + std::string(study) + ":" + std::string(kind) + ":" +
                                std::to_string(id);
    return base32(base::keyedHash(key, message));
}

}  // namespace

std::string pseudonym(const base::Secret& studyKey,
                      std::string_view study,
                      records::PersonId person) {
    return "P" + make(studyKey, study, "person", person.value);
}

std::string pseudonym(const base::Secret& studyKey,
                      std::string_view study,
                      records::FamilyId family) {
    return "F" + make(studyKey, study, "family", family.value);
}

}  // namespace disclosure
