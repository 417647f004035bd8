// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/file_look.h"

#include <array>

namespace records {

std::string_view valueLookName(ValueLook look) {
    constexpr std::array<std::string_view, 15> names{"nothing",
                                                     "date",
                                                     "whole number",
                                                     "number",
                                                     "yes or no",
                                                     "National Insurance number",
                                                     "UPN",
                                                     "NHS number",
                                                     "PNC id",
                                                     "UPRN",
                                                     "postcode",
                                                     "phone number",
                                                     "e-mail address",
                                                     "code",
                                                     "text"};
    return names[static_cast<std::size_t>(look)];
}

}  // namespace records
