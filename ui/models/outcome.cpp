// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/outcome.h"

#include "ui/models/words.h"

#include <QCoreApplication>

namespace ui::models {

namespace {

struct Criteria {
    Q_DECLARE_TR_FUNCTIONS(Criteria)
};

}  // namespace

widgets::MarkState markOf(records::Outcome outcome) {
    switch (outcome) {
        case records::Outcome::met:
            return widgets::MarkState::filled;
        case records::Outcome::notMet:
            return widgets::MarkState::outlined;
        case records::Outcome::unknown:
            return widgets::MarkState::hatched;
        case records::Outcome::notApplicable:
            return widgets::MarkState::faint;
    }
    return widgets::MarkState::hatched;
}

QString outcomeWord(records::Outcome outcome) {
    return text(records::outcomeName(outcome));
}

const char* tagOf(records::Outcome outcome) {
    switch (outcome) {
        case records::Outcome::met:
            return "tag-strong";
        case records::Outcome::unknown:
            return "tag-unknown";
        default:
            return "tag";
    }
}

QString shortCriterion(int number) {
    switch (number) {
        case 1:
            return Criteria::tr("crime");
        case 2:
            return Criteria::tr("school");
        case 3:
            return Criteria::tr("help");
        case 4:
            return Criteria::tr("work");
        case 5:
            return Criteria::tr("abuse");
        case 6:
            return Criteria::tr("health");
        default:
            return QString::number(number);
    }
}

}  // namespace ui::models
