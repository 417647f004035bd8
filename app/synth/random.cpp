// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/random.h"

#include <bit>

namespace synth {

Random::Random(std::uint64_t seed) {
    for (std::size_t i = 0; i < m_state.size(); ++i)
        m_state[i] = mixed(seed, i);
}

std::uint64_t Random::next() {
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17U;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::size_t Random::below(std::size_t count) {
    assert(count > 0);
    // The high half scaled down (Lemire); the bias is far below what anyone could see.
    return static_cast<std::size_t>(((next() >> 32U) * count) >> 32U);
}

int Random::between(int least, int most) {
    assert(least <= most);
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least) + 1));
}

bool Random::chance(double probability) {
    constexpr double step = 1.0 / 9007199254740992.0;  // 2^-53
    return static_cast<double>(next() >> 11U) * step < probability;
}

}  // namespace synth
