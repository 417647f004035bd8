// SPDX-License-Identifier: GPL-3.0-or-later
// One family: who it is stays in sight; the board of six criteria opens to the rule, the arithmetic
// and the partners' rows; members, consent, decisions so far and who has looked.
#pragma once

#include "casework/family_view.h"
#include "ui/models/columns.h"
#include "ui/shell/screen.h"
#include "ui/widgets/paper.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QScrollArea;
QT_END_NAMESPACE

namespace ui::parts {
class ChronologyCard;
class ConsentCard;
class CriteriaBoard;
class CriterionCard;
class DecisionForm;
class FamilyMap;
class NominationForm;
}  // namespace ui::parts

namespace ui::widgets {
class Card;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Family : public shell::Screen {
    Q_OBJECT

public:
    Family(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;
    [[nodiscard]] QVariantMap draft() const override;
    void restore(const QVariantMap& draft) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    [[nodiscard]] widgets::Card* tableCard(const QString& heading, widgets::Table* table);
    bool reload();
    void tellWhySentBack();
    [[nodiscard]] QString consentNote() const;
    void showIdentity();
    [[nodiscard]] QStringList identityWords() const;
    [[nodiscard]] bool isRoomy() const;
    void showActions();
    void addPaper();
    [[nodiscard]] std::optional<widgets::Page> summary();
    void nominate();
    void addStep(records::CaseStep step, bool primary);
    void showCriterion(int number);
    void openEvidence(int criterion);
    [[nodiscard]] bool openChronology(const std::vector<casework::OpenedFor>& also);
    void ask(records::CaseStep step);
    void decide();
    void take();
    void putBack();
    void record(const records::ConsentRecord& record);
    void withdraw(records::PersonId person, const QString& name, bool child);
    void arrangeColumns();
    [[nodiscard]] std::string purpose() const;

    casework::FamilyView m_view;
    std::vector<casework::OpenedFor> m_alsoOpen;
    QScrollArea* m_scroll;
    QBoxLayout* m_columns;
    parts::DecisionForm* m_form;
    parts::NominationForm* m_nomination;
    parts::CriteriaBoard* m_board;
    parts::CriterionCard* m_criterion;
    parts::ConsentCard* m_consent;
    parts::ChronologyCard* m_chronology;
    parts::FamilyMap* m_map;
    widgets::Table* m_members;
    widgets::Table* m_decisions;
    widgets::Table* m_looks;
    models::MemberRows* m_memberRows;
    models::DecisionRows* m_decisionRows;
    models::DecisionRows* m_lookRows;
};

}  // namespace ui::screens
