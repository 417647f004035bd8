// SPDX-License-Identifier: GPL-3.0-or-later
// Invented names for the town of linkage_town.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace test {

// clang-format off
constexpr std::array<const char*, 18> townWomen{
    "Emma", "Olivia", "Grace", "Chloe", "Megan", "Hannah", "Lucy", "Ellie", "Karen", "Susan",
    "Donna", "Tracey", "Paula", "Amelia", "Jodie", "Lauren", "Ruby", "Zara"};

constexpr std::array<const char*, 18> townMen{
    "Jack", "Thomas", "Joshua", "Daniel", "Harry", "George", "Callum", "Kieran", "Darren",
    "Stuart", "Wayne", "Nigel", "Gavin", "Oscar", "Reece", "Dylan", "Craig", "Neil"};

constexpr std::array<const char*, 16> townStarts{
    "Har", "Wil", "Pem", "Led", "Kin", "Bro", "Ash", "Tem", "Cra", "Wes", "Nor", "Lug", "Mor",
    "Per", "Hop", "Gar"};

constexpr std::array<const char*, 16> townEnds{
    "ford", "ton", "low", "bury", "well", "man", "ley", "son", "wick", "ham", "wood", "ridge",
    "stone", "by", "er", "ett"};
// clang-format on

// One of 256 words for surnames and streets, by number.
inline std::string townWord(std::uint32_t number) {
    return std::string(townStarts[number % 16]) + townEnds[number / 16 % 16];
}

}  // namespace test
