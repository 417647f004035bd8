// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/pair_text.h"

#include "app/commands/numbers.h"

namespace app {

namespace {

std::vector<std::pair<std::string, std::string>> shownFields(const records::Identity& identity) {
    return {{"forename", identity.forename},
            {"middle names", identity.middleNames},
            {"surname", identity.surname},
            {"former surname", identity.formerSurname},
            {"born", records::isoPartial(identity.birthDate)},
            {"sex", std::string(records::sexName(identity.sex))},
            {"address", identity.addressProtected ? "protected" : identity.address},
            {"postcode", identity.addressProtected ? "protected" : identity.postcode},
            {"NINO", identity.nino},
            {"UPN", identity.upn},
            {"NHS number", identity.nhsNumber},
            {"PNC id", identity.pncId}};
}

}  // namespace

std::string sidesText(const casework::PairSide& left, const casework::PairSide& right) {
    std::string text = "left:  " + left.source + "\nright: " + right.source + "\n";
    const auto ofLeft = shownFields(left.identity);
    const auto ofRight = shownFields(right.identity);
    for (std::size_t i = 0; i < ofLeft.size(); ++i)
        if (!ofLeft[i].second.empty() || !ofRight[i].second.empty())
            text +=
                "  " + ofLeft[i].first + ": " + ofLeft[i].second + " | " + ofRight[i].second + "\n";
    return text;
}

std::string weighingText(double weight,
                         double probability,
                         const std::vector<records::LinkReason>& reasons) {
    std::string text =
        "weight " + decimals(weight, 2) + ", probability " + decimals(probability, 4) + "\n";
    for (const records::LinkReason& reason : reasons)
        text +=
            "  " + reason.field + ", " + reason.level + ": " + decimals(reason.weight, 2) + "\n";
    return text;
}

std::string answerCode(records::PairAnswer answer) {
    switch (answer) {
        case records::PairAnswer::same:
            return "same";
        case records::PairAnswer::different:
            return "different";
        case records::PairAnswer::notSure:
            return "not-sure";
        case records::PairAnswer::none:
            break;
    }
    return "undo";
}

base::Result<records::PairAnswer> answerOf(const std::string& word) {
    using records::PairAnswer;
    for (const PairAnswer answer :
         {PairAnswer::same, PairAnswer::different, PairAnswer::notSure, PairAnswer::none})
        if (word == answerCode(answer))
            return answer;
    return base::fail(base::Code::malformed, "ANSWER", "must be same, different, not-sure or undo");
}

}  // namespace app
