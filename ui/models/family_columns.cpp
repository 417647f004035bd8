// SPDX-License-Identifier: GPL-3.0-or-later
#include "access/action.h"
#include "records/case_file.h"
#include "records/row_number.h"
#include "ui/models/columns.h"
#include "ui/models/outcome.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QFont>
#include <QLocale>

namespace ui::models {

namespace {

struct FamilyColumns {
    Q_DECLARE_TR_FUNCTIONS(FamilyColumns)
};

QString spokenOutcomes(const casework::WorkRow& row) {
    QStringList words;
    for (int number = 1; number <= 6; ++number)
        words << FamilyColumns::tr("%1 %2: %3")
                     .arg(
                         QString::number(number),
                         shortCriterion(number),
                         outcomeWord(row.outcomes[static_cast<std::size_t>(number - 1)]).toLower());
    return words.join(QStringLiteral(", "));
}

QVariant criteriaCell(const casework::WorkRow& row, int role) {
    switch (role) {
        case Qt::DisplayRole:
            return FamilyColumns::tr("%1 met").arg(row.criteriaMet);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return spokenOutcomes(row);
        case Qt::UserRole: {
            widgets::Marks marks;
            for (int i = 0; i < 6; ++i)
                marks.push_back({i + 1, markOf(row.outcomes[static_cast<std::size_t>(i)])});
            return QVariant::fromValue(marks);
        }
        default:
            return {};
    }
}

QVariant referenceCell(const casework::WorkRow& row, int role) {
    if (role == Qt::DisplayRole)
        return text(records::familyReference(row.family));
    if (role == Qt::FontRole) {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return font;
    }
    return {};
}

QString consentWords(const records::ConsentStanding& standing) {
    if (!standing.service)
        return FamilyColumns::tr("Not yet asked");
    return FamilyColumns::tr("%1, %2").arg(text(records::answerName(standing.service->answer)),
                                           day(standing.service->date));
}

QString studyWords(const records::ConsentStanding& standing) {
    if (!standing.study)
        return FamilyColumns::tr("No objection");
    if (standing.objected())
        return FamilyColumns::tr("Objected, %1").arg(day(standing.study->date));
    return FamilyColumns::tr("Objection withdrawn, %1").arg(day(standing.study->date));
}

QString basisWords(const records::ConsentStanding& standing) {
    const records::LawfulBasis basis = standing.basisInForce();
    return basis == records::LawfulBasis::none ? FamilyColumns::tr("None recorded")
                                               : text(records::basisName(basis));
}

}  // namespace

QString actionWords(std::string_view code) {
    for (const access::Action action : access::allActions)
        if (access::actionCode(action) == code)
            return text(access::actionName(action));
    QString words = text(code).replace(u'-', u' ');
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString householdWords(int adults, int children) {
    return FamilyColumns::tr("%1, %2").arg(
        counted(adults, FamilyColumns::tr("adult"), FamilyColumns::tr("adults")),
        counted(children, FamilyColumns::tr("child"), FamilyColumns::tr("children")));
}

std::vector<Column<casework::WorkRow>> workColumns() {
    using Row = casework::WorkRow;
    return {
        {FamilyColumns::tr("Family"), referenceCell},
        textColumn<Row>(FamilyColumns::tr("Members"),
                        [](const Row& row) { return householdWords(row.adults, row.children); }),
        {FamilyColumns::tr("Criteria"), criteriaCell},
        textColumn<Row>(FamilyColumns::tr("What it waits for"),
                        [](const Row& row) { return text(row.waitsFor); }),
        textColumn<Row>(FamilyColumns::tr("Since"), [](const Row& row) { return age(row.since); }),
        textColumn<Row>(FamilyColumns::tr("With"),
                        [](const Row& row) {
                            return row.holder.empty() ? FamilyColumns::tr("nobody")
                                                      : text(row.holder);
                        }),
        textColumn<Row>(FamilyColumns::tr("Newest evidence"),
                        [](const Row& row) { return day(row.newestEvidence); })};
}

std::vector<Column<casework::MemberView>> memberColumns() {
    using Row = casework::MemberView;
    return {
        textColumn<Row>(FamilyColumns::tr("Name"), [](const Row& row) { return text(row.name); }),
        textColumn<Row>(FamilyColumns::tr("Role"),
                        [](const Row& row) { return text(records::roleName(row.role)); }),
        textColumn<Row>(FamilyColumns::tr("Born"),
                        [](const Row& row) { return text(row.birthWords); }),
        textColumn<Row>(FamilyColumns::tr("Address"),
                        [](const Row& row) {
                            return row.addressProtected
                                       ? FamilyColumns::tr("\u26a0 Protected address")
                                       : text(row.address);
                        }),
        textColumn<Row>(FamilyColumns::tr("Known by"),
                        [](const Row& row) { return text(row.evidenceWords); })};
}

std::vector<Column<casework::MemberView>> consentColumns() {
    using Row = casework::MemberView;
    return {
        textColumn<Row>(FamilyColumns::tr("Member"), [](const Row& row) { return text(row.name); }),
        textColumn<Row>(FamilyColumns::tr("Support"),
                        [](const Row& row) { return consentWords(row.consent); }),
        textColumn<Row>(FamilyColumns::tr("Study"),
                        [](const Row& row) { return studyWords(row.consent); }),
        textColumn<Row>(FamilyColumns::tr("Basis"),
                        [](const Row& row) { return basisWords(row.consent); })};
}

std::vector<Column<FindingLine>> findingColumns() {
    using Row = FindingLine;
    return {textColumn<Row>(FamilyColumns::tr("Whose"),
                            [](const Row& row) { return text(row.finding.whose); }),
            textColumn<Row>(FamilyColumns::tr("Outcome"),
                            [](const Row& row) { return outcomeWord(row.finding.outcome); }),
            textColumn<Row>(FamilyColumns::tr("Why"),
                            [](const Row& row) {
                                return row.finding.explanation.empty()
                                           ? FamilyColumns::tr("You see the outcome only")
                                           : text(row.finding.explanation);
                            }),
            textColumn<Row>(FamilyColumns::tr("Evidence"), [](const Row& row) {
                return counted(static_cast<qint64>(row.finding.evidenceRows),
                               FamilyColumns::tr("row"),
                               FamilyColumns::tr("rows"));
            })};
}

std::vector<Column<casework::EvidenceRow>> evidenceColumns() {
    using Row = casework::EvidenceRow;
    return {
        textColumn<Row>(FamilyColumns::tr("Whose"), [](const Row& row) { return text(row.whose); }),
        textColumn<Row>(FamilyColumns::tr("Date"), [](const Row& row) { return day(row.date); }),
        textColumn<Row>(FamilyColumns::tr("What"),
                        [](const Row& row) {
                            const QString indicator =
                                row.outcome == records::Outcome::met
                                    ? text(row.indicator)
                                    : FamilyColumns::tr("%1 (%2)").arg(
                                          text(row.indicator), outcomeWord(row.outcome).toLower());
                            return FamilyColumns::tr("%1 \u00b7 %2: %3")
                                .arg(indicator, text(row.recordType), text(row.value));
                        }),
        textColumn<Row>(FamilyColumns::tr("From"), [](const Row& row) { return text(row.agency); }),
        textColumn<Row>(FamilyColumns::tr("Delivery"), [](const Row& row) {
            return FamilyColumns::tr("%1, row %2")
                .arg(text(row.delivery), text(records::shownRow(row.row)));
        })};
}

std::vector<Column<casework::DecisionLine>> decisionColumns() {
    using Row = casework::DecisionLine;
    return {
        textColumn<Row>(FamilyColumns::tr("When"), [](const Row& row) { return instant(row.at); }),
        textColumn<Row>(FamilyColumns::tr("Who"), [](const Row& row) { return text(row.who); }),
        textColumn<Row>(FamilyColumns::tr("What"),
                        [](const Row& row) { return actionWords(row.step); }),
        textColumn<Row>(FamilyColumns::tr("Why"), [](const Row& row) {
            QStringList parts{text(row.reason), text(row.words)};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(" \u2014 "));
        })};
}

}  // namespace ui::models
