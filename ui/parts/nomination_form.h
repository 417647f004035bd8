// SPDX-License-Identifier: GPL-3.0-or-later
// A professional's concern about one member, of equal weight to the partners' records: who says it,
// in which job, under which criterion, why, and when it is to be looked at again.
#pragma once

#include "casework/decisions.h"
#include "casework/family_view.h"

#include <QFrame>
#include <QVariant>

QT_BEGIN_NAMESPACE
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace ui::parts {

class NominationForm : public QFrame {
    Q_OBJECT

public:
    explicit NominationForm(QWidget* parent = nullptr);  // hidden

    void ask(const casework::FamilyView& family);
    void close();
    [[nodiscard]] casework::Nomination nomination() const;
    // Whether it is open with something written in it.
    [[nodiscard]] bool hasWords() const;
    // What is half written; empty when the form is closed.
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void confirmed();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void confirm();

    records::FamilyId m_family;
    QComboBox* m_person;
    QComboBox* m_criterion;
    QComboBox* m_agency;
    QLineEdit* m_name;
    QLineEdit* m_job;
    QDateEdit* m_date;
    QDateEdit* m_review;
    QPlainTextEdit* m_reason;
    QLabel* m_error;
};

}  // namespace ui::parts
