// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/consent.h"

#include <array>

namespace records {

namespace {

struct Words {
    std::string_view code;
    std::string_view name;
};

constexpr std::array<Words, 3> kinds{{{"service", "Consent to support"},
                                      {"study", "National study"},
                                      {"basis", "Lawful basis"}}};
constexpr std::array<Words, 5> answers{{{"given", "Given"},
                                        {"refused", "Refused"},
                                        {"withdrawn", "Withdrawn"},
                                        {"objected", "Objected"},
                                        {"set", "Set"}}};
constexpr std::array<Words, 4> bases{{{"none", "None recorded"},
                                      {"consent", "Consent"},
                                      {"public-task", "Public task"},
                                      {"legal-obligation", "Legal obligation"}}};

template <class Enum, std::size_t N>
std::optional<Enum> fromCode(const std::array<Words, N>& words, std::string_view code) {
    for (std::size_t i = 0; i < N; ++i)
        if (words[i].code == code)
            return static_cast<Enum>(i);
    return std::nullopt;
}

}  // namespace

bool ConsentStanding::consentGiven() const {
    return service && service->answer == ConsentAnswer::given;
}

bool ConsentStanding::objected() const {
    return study && study->answer == ConsentAnswer::objected;
}

LawfulBasis ConsentStanding::basisInForce() const {
    return basis ? basis->basis : LawfulBasis::none;
}

ConsentStanding standingOn(const std::vector<ConsentRecord>& records, base::Date day) {
    ConsentStanding standing;
    const auto newer = [](const ConsentRecord& record, const std::optional<ConsentRecord>& than) {
        return !than || std::pair(record.date, record.id) >= std::pair(than->date, than->id);
    };
    for (const ConsentRecord& record : records) {
        if (record.date > day)
            continue;
        std::optional<ConsentRecord>& slot = record.kind == ConsentKind::service ? standing.service
                                             : record.kind == ConsentKind::study ? standing.study
                                                                                 : standing.basis;
        if (newer(record, slot))
            slot = record;
    }
    return standing;
}

std::string_view kindCode(ConsentKind kind) {
    return kinds[static_cast<std::size_t>(kind)].code;
}

std::string_view answerCode(ConsentAnswer answer) {
    return answers[static_cast<std::size_t>(answer)].code;
}

std::string_view answerName(ConsentAnswer answer) {
    return answers[static_cast<std::size_t>(answer)].name;
}

std::string_view basisCode(LawfulBasis basis) {
    return bases[static_cast<std::size_t>(basis)].code;
}

std::string_view basisName(LawfulBasis basis) {
    return bases[static_cast<std::size_t>(basis)].name;
}

std::optional<ConsentKind> kindFromCode(std::string_view code) {
    return fromCode<ConsentKind>(kinds, code);
}

std::optional<ConsentAnswer> answerFromCode(std::string_view code) {
    return fromCode<ConsentAnswer>(answers, code);
}

std::optional<LawfulBasis> basisFromCode(std::string_view code) {
    return fromCode<LawfulBasis>(bases, code);
}

}  // namespace records
