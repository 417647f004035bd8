// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/levels.h"

#include <array>

namespace linkage {

namespace {

constexpr std::array<LevelStart, 9> forenames{{{"same", 0.86, 0.005},
                                               {"a form of the same name", 0.03, 0.003},
                                               {"a slip apart", 0.05, 0.002},
                                               {"alike", 0.012, 0.008},
                                               {"same initial", 0.012, 0.02},
                                               {"swapped with surname", 0.006, 0.0002},
                                               {"a middle name", 0.007, 0.002},
                                               {"alike, but two known names", 0.008, 0.012},
                                               {"different", 0.015, 0.9478}}};
constexpr std::array<LevelStart, 4> middles{{{"same", 0.7, 0.02},
                                             {"alike", 0.07, 0.01},
                                             {"same initial", 0.13, 0.07},
                                             {"different", 0.1, 0.9}}};
constexpr std::array<LevelStart, 8> surnames{{{"same", 0.88, 0.0015},
                                              {"a form of the same name", 0.008, 0.001},
                                              {"half of a double name", 0.012, 0.0003},
                                              {"a former surname", 0.01, 0.0002},
                                              {"a slip apart", 0.045, 0.001},
                                              {"alike", 0.009, 0.006},
                                              {"swapped with forename", 0.006, 0.0002},
                                              {"different", 0.03, 0.9898}}};
constexpr std::array<LevelStart, 6> births{{{"same", 0.92, 0.00005},
                                            {"day and month swapped", 0.008, 0.0001},
                                            {"one digit differs", 0.035, 0.0012},
                                            {"month and year same", 0.012, 0.0015},
                                            {"year same", 0.01, 0.014},
                                            {"different", 0.015, 0.98315}}};
constexpr std::array<LevelStart, 7> places{{{"same home", 0.5, 0.00003},
                                            {"same address", 0.1, 0.00003},
                                            {"same postcode", 0.1, 0.0001},
                                            {"same postcode, another house", 0.02, 0.0003},
                                            {"near", 0.05, 0.004},
                                            {"same area", 0.08, 0.06},
                                            {"elsewhere", 0.15, 0.93557}}};
constexpr std::array<LevelStart, 4> phones{{{"same", 0.72, 0.00001},
                                            {"a slip apart", 0.03, 0.00002},
                                            {"alike", 0.01, 0.001},
                                            {"different", 0.24, 0.99897}}};
constexpr std::array<LevelStart, 4> emails{{{"same", 0.72, 0.00001},
                                            {"same before the @, or a slip apart", 0.08, 0.0001},
                                            {"alike", 0.08, 0.002},
                                            {"different", 0.12, 0.99789}}};
constexpr std::array<LevelStart, 4> identifiers{{{"same", 0.96, 0.000001},
                                                 {"a slip apart", 0.03, 0.00001},
                                                 {"alike", 0.002, 0.0001},
                                                 {"different", 0.008, 0.999889}}};
constexpr std::array<LevelStart, 4> texts{{{"same", 0.75, 0.004},
                                           {"a slip apart", 0.1, 0.001},
                                           {"alike", 0.05, 0.02},
                                           {"different", 0.1, 0.975}}};
constexpr std::array<LevelStart, 2> sexes{{{"same", 0.985, 0.5}, {"different", 0.015, 0.5}}};
constexpr std::array<LevelStart, 2> categories{{{"same", 0.9, 0.3}, {"different", 0.1, 0.7}}};

}  // namespace

std::span<const LevelStart> levelsOf(Measure measure) {
    switch (measure) {
        case Measure::forename:
            return forenames;
        case Measure::middleNames:
            return middles;
        case Measure::surname:
            return surnames;
        case Measure::birthDate:
            return births;
        case Measure::sex:
            return sexes;
        case Measure::place:
            return places;
        case Measure::phone:
            return phones;
        case Measure::email:
            return emails;
        case Measure::identifier:
            return identifiers;
        case Measure::text:
            return texts;
        case Measure::category:
            return categories;
    }
    return {};
}

double kinship(Measure measure) {
    switch (measure) {
        case Measure::place:
            return 0.9;
        case Measure::surname:
            return 0.75;
        case Measure::phone:
            return 0.5;
        case Measure::email:
            return 0.15;
        case Measure::text:
        case Measure::category:
            return 0.5;
        case Measure::middleNames:
            return 0.04;
        case Measure::birthDate:  // twins
            return 0.015;
        case Measure::forename:  // father and son
            return 0.015;
        case Measure::sex:
        case Measure::identifier:
            return 0;
    }
    return 0;
}

}  // namespace linkage
