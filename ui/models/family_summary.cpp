// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/family_summary.h"

#include "records/family.h"
#include "ui/models/outcome.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QStringList>

namespace ui::models {

namespace {

struct Summary {
    Q_DECLARE_TR_FUNCTIONS(Summary)
};

QString safe(const std::string& words) {
    return text(words).toHtmlEscaped();
}

QString heading(const QString& words) {
    return QStringLiteral("<h3>%1</h3>").arg(words.toHtmlEscaped());
}

QString row(const QStringList& cells, const QString& cell) {
    QString all;
    for (const QString& each : cells)
        all += QStringLiteral("<%1>%2</%1>").arg(cell, each);
    return QStringLiteral("<tr>%1</tr>").arg(all);
}

QString table(const QStringList& headings, const QList<QStringList>& rows) {
    QString all = row(headings, QStringLiteral("th"));
    for (const QStringList& each : rows)
        all += row(each, QStringLiteral("td"));
    return QStringLiteral(
               "<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\" border=\"0\">"
               "%1</table>")
        .arg(all);
}

QString members(const casework::FamilyView& family) {
    QList<QStringList> rows;
    for (const casework::MemberView& member : family.members)
        rows << QStringList{
            safe(member.name),
            text(records::roleName(member.role)).toHtmlEscaped(),
            safe(member.birthWords),
            safe(member.address),
            member.consent.service
                ? text(records::answerName(member.consent.service->answer)).toHtmlEscaped()
                : Summary::tr("Not yet asked")};
    return heading(Summary::tr("Members")) + table({Summary::tr("Name"),
                                                    Summary::tr("Role"),
                                                    Summary::tr("Born"),
                                                    Summary::tr("Address"),
                                                    Summary::tr("Consent to support")},
                                                   rows);
}

QString criteria(const casework::FamilyView& family) {
    QList<QStringList> rows;
    for (const casework::CriterionView& criterion : family.criteria) {
        QStringList found;
        for (const casework::IndicatorView& indicator : criterion.indicators)
            for (const casework::FindingView& finding : indicator.findings)
                if (finding.outcome == records::Outcome::met)
                    found << QStringLiteral("%1 %2: %3")
                                 .arg(safe(indicator.code),
                                      safe(finding.whose),
                                      safe(finding.explanation));
        if (found.isEmpty() && !criterion.why.empty())
            found << safe(criterion.why);
        rows << QStringList{QString::number(criterion.number),
                            safe(criterion.heading),
                            outcomeWord(criterion.outcome).toHtmlEscaped(),
                            day(criterion.newest),
                            found.join(QStringLiteral("<br>"))};
    }
    return heading(Summary::tr("Criteria, %1, as at %2").arg(text(family.plan), day(family.asAt))) +
           table({QString(),
                  Summary::tr("Criterion"),
                  Summary::tr("Outcome"),
                  Summary::tr("Newest"),
                  Summary::tr("Found")},
                 rows);
}

QString decisions(const casework::FamilyView& family) {
    QList<QStringList> rows;
    for (const casework::DecisionLine& line : family.decisions)
        rows << QStringList{
            instant(line.at),
            safe(line.step),
            safe(line.who),
            safe(line.reason) +
                (line.words.empty() ? QString() : QStringLiteral(": ") + safe(line.words))};
    return rows.isEmpty()
               ? QString()
               : heading(Summary::tr("Decisions so far")) + table({Summary::tr("When"),
                                                                   Summary::tr("Step"),
                                                                   Summary::tr("Who"),
                                                                   Summary::tr("Reason")},
                                                                  rows);
}

}  // namespace

QString familySummary(const casework::FamilyView& family, const QString& reader) {
    QString html = QStringLiteral("<h2>%1</h2><p>%2</p>")
                       .arg(Summary::tr("Family %1, %2")
                                .arg(text(records::familyReference(family.family)),
                                     text(records::stateName(family.state)).toLower())
                                .toHtmlEscaped(),
                            Summary::tr("Printed by %1 on %2. Keep it locked away and shred it.")
                                .arg(reader, day(base::today()))
                                .toHtmlEscaped());
    if (family.anyProtected)
        html += QStringLiteral("<p><b>%1</b></p>")
                    .arg(Summary::tr("Protected address: do not disclose where they live.")
                             .toHtmlEscaped());
    return html + members(family) + criteria(family) + decisions(family);
}

}  // namespace ui::models
