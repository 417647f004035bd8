// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/pair_comparison.h"

#include "ui/models/words.h"
#include "ui/widgets/marked_text.h"

namespace ui::parts {

using records::Identity;

namespace {

widgets::MarkedLetters marked(const std::vector<models::LetterRun>& runs) {
    widgets::MarkedLetters letters;
    for (const models::LetterRun& run : runs)
        letters.emplace_back(run.from, run.length);
    return letters;
}

std::vector<models::Column<ComparedField>> comparedColumns() {
    using Row = ComparedField;
    const auto side = [](QString Row::*cell,
                         std::vector<models::LetterRun> models::Differences::*runs) {
        return [cell, runs](const Row& row, int role) -> QVariant {
            if (role == Qt::DisplayRole)
                return row.*cell;
            if (role == Qt::UserRole)
                return QVariant::fromValue(marked(row.differences.*runs));
            return {};
        };
    };
    const auto compared = [](const Row& row, int role) -> QVariant {
        if (role == Qt::DisplayRole)
            return row.compared;
        if (role == Qt::FontRole && !row.differences.left.empty()) {
            QFont font;
            font.setWeight(QFont::DemiBold);
            return font;
        }
        return {};
    };
    return {models::textColumn<Row>(PairComparison::tr("Field"),
                                    [](const Row& row) { return row.label; }),
            {PairComparison::tr("One record"), side(&Row::left, &models::Differences::left)},
            {PairComparison::tr("The other"), side(&Row::right, &models::Differences::right)},
            {PairComparison::tr("Compared"), compared}};
}

QString birthWords(const Identity& identity) {
    if (const auto whole = identity.birthDate.complete())
        return models::day(*whole);
    return models::text(records::isoPartial(identity.birthDate));
}

ComparedField compared(const QString& label, const QString& left, const QString& right) {
    const QString none = PairComparison::tr("not sent");
    models::Differences found = models::differencesOf(left, right);
    return {label,
            left.isEmpty() ? none : left,
            right.isEmpty() ? none : right,
            found.words,
            std::move(found)};
}

bool dayAndMonthSwapped(const Identity& left, const Identity& right) {
    const auto a = left.birthDate.complete();
    const auto b = right.birthDate.complete();
    return a && b && *a != *b && a->year() == b->year() &&
           a->day().as_number() == b->month().as_number() &&
           a->month().as_number() == b->day().as_number();
}

ComparedField comparedBirths(const Identity& left, const Identity& right) {
    ComparedField field = compared(PairComparison::tr("Born"), birthWords(left), birthWords(right));
    if (dayAndMonthSwapped(left, right))
        field.compared = PairComparison::tr("day and month swapped");
    return field;
}

std::vector<ComparedField> comparison(const Identity& left, const Identity& right) {
    const auto field = [&](const QString& label, std::string Identity::*member) {
        return compared(label, models::text(left.*member), models::text(right.*member));
    };
    std::vector<ComparedField> rows{
        field(PairComparison::tr("Forename"), &Identity::forename),
        field(PairComparison::tr("Middle names"), &Identity::middleNames),
        field(PairComparison::tr("Surname"), &Identity::surname),
        field(PairComparison::tr("Former surname"), &Identity::formerSurname),
        comparedBirths(left, right),
        compared(PairComparison::tr("Sex"),
                 left.sex == records::Sex::unknown ? QString()
                                                   : models::text(records::sexName(left.sex)),
                 right.sex == records::Sex::unknown ? QString()
                                                    : models::text(records::sexName(right.sex))),
        field(PairComparison::tr("Address"), &Identity::address),
        field(PairComparison::tr("Postcode"), &Identity::postcode),
        field(PairComparison::tr("Phone"), &Identity::phone),
        field(PairComparison::tr("E-mail"), &Identity::email),
        field(PairComparison::tr("NI number"), &Identity::nino),
        field(PairComparison::tr("UPN"), &Identity::upn),
        field(PairComparison::tr("NHS number"), &Identity::nhsNumber)};
    std::erase_if(rows, [](const ComparedField& row) {
        return row.left == PairComparison::tr("not sent") &&
               row.right == PairComparison::tr("not sent");
    });
    return rows;
}

}  // namespace

QString answerWords(records::PairAnswer answer) {
    switch (answer) {
        case records::PairAnswer::same:
            return PairComparison::tr("Same");
        case records::PairAnswer::different:
            return PairComparison::tr("Different");
        case records::PairAnswer::notSure:
            return PairComparison::tr("Not sure");
        case records::PairAnswer::none:
            break;
    }
    return PairComparison::tr("no answer");
}

PairComparison::PairComparison(QWidget* parent)
    : Table(tr("The two records side by side"), parent) {
    m_fields = new models::RowsModel<ComparedField>(comparedColumns(), this);
    setModel(m_fields);
    setShares({0, 4, 4, 0});
    forbidCopies();
    for (const int column : {1, 2})
        setItemDelegateForColumn(column, new widgets::MarkedTextDelegate(this));
}

void PairComparison::showPair(const casework::PairSide& left, const casework::PairSide& right) {
    std::vector<ComparedField> rows = comparison(left.identity, right.identity);
    rows.insert(rows.begin(),
                {tr("From"), models::text(left.source), models::text(right.source), {}, {}});
    m_fields->show(std::move(rows));
}

}  // namespace ui::parts
