// SPDX-License-Identifier: GPL-3.0-or-later
// "May we?": for each member the consent to support, the study, and the basis in force; a form to
// record a new one, and withdrawal in one step. Says what the person wants; the screen does it.
#pragma once

#include "casework/family_view.h"
#include "ui/models/columns.h"
#include "ui/widgets/card.h"

#include <QVariant>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::widgets {
class Table;
}

namespace ui::parts {

class ConsentCard : public widgets::Card {
    Q_OBJECT

public:
    explicit ConsentCard(QWidget* parent);

    void show(const std::vector<casework::MemberView>& members, bool mayRecord);
    void closeForm();
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void formOpened(QWidget* form);
    void recorded(const records::ConsentRecord& record);
    void withdrawAsked(records::PersonId person, const QString& name, bool child);

private:
    void buildForm();
    void openForm();
    void fillAnswers();
    void fitFields();
    void submit();
    void refuse(QWidget* missing, const QString& words);
    [[nodiscard]] const casework::MemberView* current() const;

    models::MemberRows* m_rows;
    widgets::Table* m_table;
    QPushButton* m_record;
    QPushButton* m_withdraw;
    QFrame* m_form;
    QLabel* m_question;
    QComboBox* m_kind = nullptr;
    QComboBox* m_answer = nullptr;
    QComboBox* m_basis = nullptr;
    QDateEdit* m_date = nullptr;
    QLineEdit* m_wording = nullptr;
    QComboBox* m_channel = nullptr;
    QComboBox* m_decidedBy = nullptr;
    QWidget* m_basisUnit = nullptr;
    QWidget* m_decidedUnit = nullptr;
    QLabel* m_error = nullptr;
};

}  // namespace ui::parts
