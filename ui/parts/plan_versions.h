// SPDX-License-Identifier: GPL-3.0-or-later
// Every version of the plan as a list; the chosen one with why it was put forward, what it says
// otherwise than the plan in force, and its words. Says what the person wants; the screen does it.
#pragma once

#include "ui/models/columns.h"

#include <QVariant>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QSplitter;
class QTextBrowser;
QT_END_NAMESPACE

namespace ui::widgets {
class Card;
class ReasonForm;
class Table;
}  // namespace ui::widgets

namespace ui::parts {

class PlanVersions : public QWidget {
    Q_OBJECT

public:
    // What this person may do with a version; what they may not has no button.
    struct May {
        records::UserId self;
        bool adopt = false;     // another's
        bool withdraw = false;  // their own
    };

    PlanVersions(const May& may, QWidget* parent = nullptr);

    // The one chosen before stays chosen, the newest when there was none.
    void show(std::vector<casework::PlanVersionLine> lines);
    void chooseVersion(records::PlanVersionId version);

    using QWidget::show;

    // What the chosen one says; asked for by chose().
    void showView(const casework::PlanVersionView& view);
    // nullptr when the list is empty.
    [[nodiscard]] const casework::PlanVersionLine* chosen() const;
    void closeForm();

    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void chose(qint64 version);
    void decided(qint64 version, bool adopt, const QString& words);
    void withdrawAsked(qint64 version);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* detail();
    void choose();
    void askDecision(bool adopt);
    [[nodiscard]] bool mayDecide(const casework::PlanVersionLine& line) const;
    void showState(const casework::PlanVersionLine& line);

    May m_may;
    qint64 m_deciding = 0;  // the version the form is about
    bool m_adopting = false;
    models::PlanVersionRows* m_rows;
    models::PlanNumberRows* m_numberRows;
    widgets::ReasonForm* m_form;
    widgets::Table* m_table;
    widgets::Card* m_card = nullptr;
    QPushButton* m_adopt = nullptr;
    QPushButton* m_decline = nullptr;
    QPushButton* m_withdraw = nullptr;
    QLabel* m_story = nullptr;
    QLabel* m_against = nullptr;
    widgets::Table* m_numbers = nullptr;
    QLabel* m_otherwise = nullptr;
    QSplitter* m_beside = nullptr;
    QTextBrowser* m_words = nullptr;
};

}  // namespace ui::parts
