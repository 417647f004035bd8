// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/family.h"
#include "records/row_issue.h"
#include "records/row_number.h"
#include "ui/models/columns.h"
#include "ui/models/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui::models {

namespace {

struct VaultColumns {
    Q_DECLARE_TR_FUNCTIONS(VaultColumns)
};

constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;

QString number(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

QString agreementState(const records::Agreement& agreement) {
    switch (records::stateOn(agreement, base::today())) {
        case records::AgreementState::inForce:
            return VaultColumns::tr("In force until %1").arg(day(agreement.expiry));
        case records::AgreementState::notStarted:
            return VaultColumns::tr("Begins %1").arg(day(agreement.start));
        case records::AgreementState::expired:
            return VaultColumns::tr("Expired %1").arg(day(agreement.expiry));
    }
    return {};
}

QString submissionState(const records::Submission& submission) {
    switch (submission.state) {
        case records::SubmissionState::prepared:
            return VaultColumns::tr("Waits for release");
        case records::SubmissionState::released:
            return VaultColumns::tr("Released %1").arg(instant(submission.releasedAt));
        case records::SubmissionState::withdrawn:
            return VaultColumns::tr("Withdrawn");
    }
    return {};
}

QString subjectWords(const access::Subject& subject) {
    switch (subject.kind) {
        case access::Subject::Kind::family:
            return text(records::familyReference(records::FamilyId{subject.id}));
        case access::Subject::Kind::doubt:
            return VaultColumns::tr("tie %1").arg(subject.id);
        default:
            return text(access::subjectText(subject));
    }
}

QString outcomeWords(access::AuditOutcome outcome) {
    switch (outcome) {
        case access::AuditOutcome::allowed:
            return VaultColumns::tr("allowed");
        case access::AuditOutcome::denied:
            return VaultColumns::tr("denied");
        case access::AuditOutcome::done:
            return VaultColumns::tr("done");
        case access::AuditOutcome::failed:
            return VaultColumns::tr("failed");
    }
    return {};
}

}  // namespace

std::vector<Column<records::Delivery>> deliveryColumns() {
    using Row = records::Delivery;
    return {
        textColumn<Row>(VaultColumns::tr("Received"),
                        [](const Row& row) { return instant(row.receivedAt); }),
        textColumn<Row>(VaultColumns::tr("Partner"),
                        [](const Row& row) { return text(records::agencyName(row.agency)); }),
        textColumn<Row>(VaultColumns::tr("File"),
                        [](const Row& row) { return text(row.fileName); }),
        textColumn<Row>(
            VaultColumns::tr("Rows in"), [](const Row& row) { return number(row.rowsIn); }, right),
        textColumn<Row>(
            VaultColumns::tr("Accepted"),
            [](const Row& row) { return number(row.rowsAccepted); },
            right),
        textColumn<Row>(
            VaultColumns::tr("Rejected"),
            [](const Row& row) { return number(row.rowsRejected); },
            right),
        textColumn<Row>(
            VaultColumns::tr("Warnings"),
            [](const Row& row) { return number(row.warnings); },
            right)};
}

std::vector<Column<records::RowIssue>> issueColumns() {
    using Row = records::RowIssue;
    return {
        textColumn<Row>(
            VaultColumns::tr("Row"),
            [](const Row& row) {
                if (row.row == 0)
                    return row.table.empty() ? VaultColumns::tr("whole file") : text(row.table);
                const QString line = number(records::lineOf(row.row));
                return row.table.empty() ? line
                                         : VaultColumns::tr("%1 of %2").arg(line, text(row.table));
            },
            right),
        textColumn<Row>(VaultColumns::tr("Column"),
                        [](const Row& row) {
                            return !row.column.empty() ? text(row.column)
                                   : row.row == 0      ? QString()
                                                       : VaultColumns::tr("whole row");
                        }),
        textColumn<Row>(VaultColumns::tr("Kind"),
                        [](const Row& row) { return text(records::severityName(row.severity)); }),
        textColumn<Row>(VaultColumns::tr("What is wrong, and what to send"),
                        [](const Row& row) { return text(row.detail); })};
}

std::vector<Column<records::Agreement>> agreementColumns() {
    using Row = records::Agreement;
    return {textColumn<Row>(VaultColumns::tr("Agreement"),
                            [](const Row& row) { return text(row.reference); }),
            textColumn<Row>(VaultColumns::tr("Partner"),
                            [](const Row& row) { return text(records::agencyName(row.agency)); }),
            textColumn<Row>(VaultColumns::tr("State"), agreementState),
            textColumn<Row>(VaultColumns::tr("Legal power"),
                            [](const Row& row) { return text(row.gateway); }),
            textColumn<Row>(VaultColumns::tr("May send"),
                            [](const Row& row) {
                                return counted(static_cast<qint64>(row.recordTypes.size()),
                                               VaultColumns::tr("record type"),
                                               VaultColumns::tr("record types"));
                            }),
            textColumn<Row>(VaultColumns::tr("Kept"), [](const Row& row) {
                return counted(
                    row.retentionMonths, VaultColumns::tr("month"), VaultColumns::tr("months"));
            })};
}

std::vector<Column<casework::PartnerFreshness>> freshnessColumns() {
    using Row = casework::PartnerFreshness;
    return {textColumn<Row>(VaultColumns::tr("Partner"),
                            [](const Row& row) { return text(records::agencyName(row.agency)); }),
            textColumn<Row>(VaultColumns::tr("Deliveries"),
                            [](const Row& row) {
                                return row.deliveries == 0 ? VaultColumns::tr("none yet")
                                                           : number(row.deliveries);
                            }),
            textColumn<Row>(VaultColumns::tr("Last received"),
                            [](const Row& row) {
                                return row.lastReceived.empty() ? VaultColumns::tr("never")
                                                                : instant(row.lastReceived);
                            }),
            textColumn<Row>(VaultColumns::tr("Speaks up to"), [](const Row& row) {
                return row.speaksUpTo ? day(row.speaksUpTo) : VaultColumns::tr("unknown");
            })};
}

std::vector<Column<records::Submission>> submissionColumns() {
    using Row = records::Submission;
    return {
        textColumn<Row>(VaultColumns::tr("Prepared"),
                        [](const Row& row) { return instant(row.preparedAt); }),
        textColumn<Row>(VaultColumns::tr("Layout"),
                        [](const Row& row) {
                            return QStringLiteral("%1 %2").arg(text(row.layout),
                                                               text(row.layoutVersion));
                        }),
        textColumn<Row>(VaultColumns::tr("To"), [](const Row& row) { return text(row.recipient); }),
        textColumn<Row>(VaultColumns::tr("Period"),
                        [](const Row& row) {
                            return VaultColumns::tr("%1 to %2").arg(day(row.from), day(row.to));
                        }),
        textColumn<Row>(
            VaultColumns::tr("Supported"),
            [](const Row& row) { return number(row.supportedPeople); },
            right),
        textColumn<Row>(
            VaultColumns::tr("Assessed only"),
            [](const Row& row) { return number(row.assessedOnlyPeople); },
            right),
        textColumn<Row>(VaultColumns::tr("State"), submissionState)};
}

std::vector<Column<AuditLine>> auditColumns() {
    using Row = AuditLine;
    return {textColumn<Row>(
                VaultColumns::tr("No."),
                [](const Row& row) { return number(row.event.id.value); },
                right),
            textColumn<Row>(VaultColumns::tr("When"),
                            [](const Row& row) { return instant(row.event.at); }),
            textColumn<Row>(VaultColumns::tr("Who"), [](const Row& row) { return row.who; }),
            textColumn<Row>(VaultColumns::tr("Did"),
                            [](const Row& row) { return actionWords(row.event.action); }),
            textColumn<Row>(VaultColumns::tr("To"),
                            [](const Row& row) { return subjectWords(row.event.subject); }),
            textColumn<Row>(VaultColumns::tr("For"),
                            [](const Row& row) { return text(row.event.purpose); }),
            textColumn<Row>(VaultColumns::tr("Outcome"),
                            [](const Row& row) { return outcomeWords(row.event.outcome); }),
            textColumn<Row>(VaultColumns::tr("Detail"),
                            [](const Row& row) { return text(row.event.detail); })};
}

QString inFull(const AuditLine& line) {
    const access::AuditEvent& event = line.event;
    const auto role = access::roleFromCode(event.role);
    QStringList parts{
        VaultColumns::tr("Event %1, %2").arg(number(event.id.value), instant(event.at)),
        role ? VaultColumns::tr("%1 as %2").arg(line.who, text(access::roleName(*role)).toLower())
             : line.who,
        actionWords(event.action),
        VaultColumns::tr("to %1").arg(subjectWords(event.subject))};
    parts.removeAll(QString());
    if (!event.purpose.empty())
        parts << VaultColumns::tr("for %1").arg(text(event.purpose));
    parts << outcomeWords(event.outcome);
    if (!event.detail.empty())
        parts << text(event.detail);
    return parts.join(QStringLiteral(" \u00b7 "));
}

std::vector<Column<access::User>> userColumns() {
    using Row = access::User;
    return {textColumn<Row>(VaultColumns::tr("Name"),
                            [](const Row& row) { return text(row.displayName); }),
            textColumn<Row>(VaultColumns::tr("Signs in as"),
                            [](const Row& row) { return text(row.name); }),
            textColumn<Row>(VaultColumns::tr("Role"),
                            [](const Row& row) { return text(access::roleName(row.role)); })};
}

}  // namespace ui::models
