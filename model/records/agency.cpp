// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/agency.h"

namespace records {

namespace {

struct Names {
    Agency agency;
    std::string_view code;
    std::string_view name;
};

constexpr Names names[] = {
    {Agency::schools, "schools", "Schools"},
    {Agency::police, "police", "Police"},
    {Agency::courts, "courts", "Courts and justice"},
    {Agency::probation, "probation", "Probation"},
    {Agency::youthOffending, "youth-offending", "Youth offending"},
    {Agency::dwp, "dwp", "DWP"},
    {Agency::health, "health", "NHS and health"},
    {Agency::socialCare, "social-care", "Social care"},
    {Agency::housing, "housing", "Housing"},
};

}  // namespace

std::string_view agencyCode(Agency agency) {
    return names[static_cast<std::size_t>(agency)].code;
}

std::string_view agencyName(Agency agency) {
    return names[static_cast<std::size_t>(agency)].name;
}

std::optional<Agency> agencyFromCode(std::string_view code) {
    for (const Names& entry : names)
        if (entry.code == code)
            return entry.agency;
    return std::nullopt;
}

}  // namespace records
