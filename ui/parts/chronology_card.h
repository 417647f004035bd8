// SPDX-License-Identifier: GPL-3.0-or-later
// The family's dated records by time, a lane a member. Closed until asked for, because opening it
// is a look at evidence; members who meet nothing stay closed until a reason is given. Asks, never
// reads by itself.
#pragma once

#include "casework/family_view.h"
#include "ui/models/columns.h"
#include "ui/widgets/card.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Chips;
class Lanes;
class Table;
}  // namespace ui::widgets

namespace ui::parts {

class ChronologyCard : public widgets::Card {
    Q_OBJECT

public:
    explicit ChronologyCard(QWidget* parent = nullptr);

    // Another family, or the same read again: closes what is open.
    void close(const casework::FamilyView& family);
    void showRecords(std::vector<casework::EvidenceRow> rows);

Q_SIGNALS:
    void opened();
    void memberAsked(records::PersonId person, const QString& why);

private:
    void buildMemberForm();
    void filter(const QString& criterion);
    void fillMembers();
    void askForMember();
    void showTwin(bool asTable);
    void fillTable();
    void tell(int row);

    casework::FamilyView m_family;
    std::vector<casework::EvidenceRow> m_rows;
    QString m_criterion;
    QWidget* m_open;
    QPushButton* m_openButton;
    QPushButton* m_asTable;
    widgets::Chips* m_chips;
    widgets::Lanes* m_lanes;
    widgets::Table* m_table;
    models::EvidenceRows* m_tableRows;
    QLabel* m_told;
    QWidget* m_memberForm;
    QComboBox* m_member;
    QLineEdit* m_why;
    QPushButton* m_memberButton;
};

}  // namespace ui::parts
