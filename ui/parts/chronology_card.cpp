// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/chronology_card.h"

#include "records/row_number.h"
#include "ui/models/outcome.h"
#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/label.h"
#include "ui/widgets/lanes.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ui::parts {

using widgets::space;

namespace {

const QString allCriteria = QStringLiteral("all");

QDate dateOf(const std::optional<base::Date>& day) {
    if (!day || day->is_special())
        return {};
    return {int(day->year()), int(day->month()), int(day->day())};
}

QString wordsOf(const casework::EvidenceRow& row) {
    QString words = models::text(row.recordType);
    if (!row.fields.empty())
        words += QStringLiteral(": ") + models::text(row.fields.front().second);
    return words;
}

bool under(const casework::EvidenceRow& row, const QString& criterion) {
    return criterion == allCriteria ||
           std::find(row.criteria.begin(), row.criteria.end(), criterion.toInt()) !=
               row.criteria.end();
}

std::vector<models::Column<casework::EvidenceRow>> columns() {
    using Row = casework::EvidenceRow;
    return {models::textColumn<Row>(ChronologyCard::tr("Day"),
                                    [](const Row& row) {
                                        return row.date ? models::day(row.date)
                                                        : ChronologyCard::tr("no date");
                                    }),
            models::textColumn<Row>(ChronologyCard::tr("Until"),
                                    [](const Row& row) { return models::day(row.until); }),
            models::textColumn<Row>(ChronologyCard::tr("Whose"),
                                    [](const Row& row) { return models::text(row.whose); }),
            models::textColumn<Row>(ChronologyCard::tr("What"), wordsOf),
            models::textColumn<Row>(ChronologyCard::tr("Criteria"),
                                    [](const Row& row) {
                                        QStringList criteria;
                                        for (const int number : row.criteria)
                                            criteria << QString::number(number);
                                        return criteria.join(QStringLiteral(", "));
                                    }),
            models::textColumn<Row>(ChronologyCard::tr("From"), [](const Row& row) {
                return ChronologyCard::tr("%1, row %2")
                    .arg(models::text(row.delivery), models::text(records::shownRow(row.row)));
            })};
}

}  // namespace

ChronologyCard::ChronologyCard(QWidget* parent) : Card(tr("Chronology"), parent) {
    m_asTable =
        widgets::button(tr("As a table"), "quiet", QStringLiteral("chronology-table"), this);
    m_asTable->setCheckable(true);
    m_asTable->setAccessibleName(tr("Chronology as a table"));
    addAction(m_asTable);
    m_openButton = widgets::button(
        tr("Open the chronology"), nullptr, QStringLiteral("chronology-open"), this);
    body()->addWidget(m_openButton, 0, Qt::AlignLeft);
    m_open = new QWidget(this);
    auto* open = new QVBoxLayout(m_open);
    open->setContentsMargins(0, 0, 0, 0);
    open->setSpacing(space(2));
    m_chips = new widgets::Chips(tr("Criteria of the chronology"), m_open);
    open->addWidget(m_chips);
    m_lanes = new widgets::Lanes(tr("Chronology"), tr("Member"), m_open);
    open->addWidget(m_lanes);
    m_table = new widgets::Table(tr("Chronology, as a table"), m_open);
    m_tableRows = new models::EvidenceRows(columns(), this);
    m_table->setModel(m_tableRows);
    m_table->setShares({0, 0, 2, 4, 1, 3});
    m_table->setGrowing(true);
    m_table->hide();
    open->addWidget(m_table);
    m_told = widgets::paragraph({}, "secondary", m_open);
    m_told->setAccessibleName(tr("The chosen record"));
    open->addWidget(m_told);
    buildMemberForm();
    open->addWidget(m_memberForm);
    body()->addWidget(m_open);
    connect(m_openButton, &QPushButton::clicked, this, &ChronologyCard::opened);
    connect(m_asTable, &QPushButton::toggled, this, [this](bool asTable) {
        fillTable();
        showTwin(asTable);
    });
    connect(m_chips, &widgets::Chips::chose, this, &ChronologyCard::filter);
    connect(m_lanes, &widgets::Lanes::chose, this, &ChronologyCard::tell);
}

void ChronologyCard::buildMemberForm() {
    m_memberForm = new QWidget(m_open);
    auto* form = new QVBoxLayout(m_memberForm);
    form->setContentsMargins(0, space(1), 0, 0);
    form->setSpacing(space(1));
    form->addWidget(widgets::paragraph(
        tr("Members who meet nothing stay closed. Open one only for a reason; it is recorded."),
        "secondary",
        m_memberForm));
    m_member = new QComboBox(m_memberForm);
    m_why = new QLineEdit(m_memberForm);
    m_why->setPlaceholderText(tr("Without names."));
    m_memberButton = widgets::button(
        tr("Open this member"), nullptr, QStringLiteral("chronology-member-open"), m_memberForm);
    QLayout* line = fieldRow();
    addField(line, tr("Member to open"), m_member, QStringLiteral("chronology-member"));
    addField(line, tr("Why this member is opened"), m_why, QStringLiteral("chronology-why"));
    form->addLayout(line);
    form->addWidget(m_memberButton, 0, Qt::AlignLeft);
    connect(m_memberButton, &QPushButton::clicked, this, &ChronologyCard::askForMember);
    connect(m_why, &QLineEdit::returnPressed, this, &ChronologyCard::askForMember);
}

void ChronologyCard::close(const casework::FamilyView& family) {
    const bool same = m_family.family == family.family;
    m_family = family;
    if (same && m_open->isVisibleTo(this))
        return fillMembers();
    m_rows.clear();
    m_why->clear();
    m_open->hide();
    m_asTable->hide();
    m_openButton->show();
    setSubtitle(tr("Partners' dated records by time. Opening it is recorded."));
}

void ChronologyCard::showRecords(std::vector<casework::EvidenceRow> rows) {
    m_rows = std::move(rows);
    m_openButton->hide();
    m_asTable->show();
    m_open->show();
    m_chips->clear();
    m_chips->add(allCriteria, tr("All"));
    for (const casework::CriterionView& criterion : m_family.criteria) {
        const QString number = QString::number(criterion.number);
        if (std::any_of(m_rows.begin(), m_rows.end(), [&](const casework::EvidenceRow& row) {
                return under(row, number);
            }))
            m_chips->add(number,
                         number + QLatin1Char(' ') + models::shortCriterion(criterion.number));
    }
    m_chips->choose(allCriteria);
    fillMembers();
    filter(allCriteria);
    showTwin(m_asTable->isChecked());
    m_lanes->setFocus();
}

void ChronologyCard::fillMembers() {
    m_member->clear();
    for (const casework::MemberView& member : m_family.members) {
        const bool open =
            member.meetsSomething ||
            std::any_of(m_rows.begin(), m_rows.end(), [&](const casework::EvidenceRow& row) {
                return row.person == member.person;
            });
        if (!open)
            m_member->addItem(models::text(member.name),
                              QVariant::fromValue<qint64>(member.person.value));
    }
    m_memberForm->setVisible(m_member->count() > 0);
}

void ChronologyCard::filter(const QString& criterion) {
    m_criterion = criterion;
    QStringList lanes;
    std::vector<widgets::LaneItem> items;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const casework::EvidenceRow& row = m_rows[i];
        if (!under(row, criterion))
            continue;
        const QString whose = models::text(row.whose);
        if (!lanes.contains(whose))
            lanes << whose;
        items.push_back({static_cast<int>(lanes.indexOf(whose)),
                         dateOf(row.date),
                         dateOf(row.until),
                         wordsOf(row),
                         !row.criteria.empty(),
                         static_cast<int>(i)});
    }
    const auto dated = std::count_if(items.begin(), items.end(), [](const widgets::LaneItem& item) {
        return item.from.isValid();
    });
    const auto undated = static_cast<qint64>(items.size()) - dated;
    const QString drawn = models::counted(dated, tr("dated record"), tr("dated records"));
    setSubtitle(undated == 0 ? drawn
                             : tr("%1 \u00b7 %2 without a date, in the table only")
                                   .arg(drawn, QString::number(undated)));
    m_lanes->show(lanes, std::move(items));
    m_told->clear();
    fillTable();
}

// Only while it is in sight: laying out its text takes longer than everything else here.
void ChronologyCard::fillTable() {
    std::vector<casework::EvidenceRow> rows;
    if (m_asTable->isChecked())
        std::copy_if(m_rows.begin(),
                     m_rows.end(),
                     std::back_inserter(rows),
                     [this](const casework::EvidenceRow& row) { return under(row, m_criterion); });
    m_tableRows->show(std::move(rows));
}

void ChronologyCard::askForMember() {
    if (m_member->currentIndex() < 0 || m_why->text().trimmed().isEmpty()) {
        m_why->setFocus();
        return;
    }
    const records::PersonId person{m_member->currentData().toLongLong()};
    Q_EMIT memberAsked(person, m_why->text().trimmed());
    m_why->clear();
}

void ChronologyCard::showTwin(bool asTable) {
    m_lanes->setVisible(!asTable);
    m_told->setVisible(!asTable);
    m_table->setVisible(asTable);
}

void ChronologyCard::tell(int at) {
    const casework::EvidenceRow& row = m_rows[static_cast<std::size_t>(at)];
    QStringList lines{tr("%1 · %2 · %3")
                          .arg(models::text(row.whose),
                               models::text(row.recordType),
                               row.date ? models::day(row.date) : tr("no date"))};
    for (const auto& [label, value] : row.fields)
        lines << models::text(label) + QStringLiteral(": ") + models::text(value);
    lines << tr("%1, %2, row %3")
                 .arg(models::text(row.agency),
                      models::text(row.delivery),
                      models::text(records::shownRow(row.row)));
    m_told->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace ui::parts
