// SPDX-License-Identifier: GPL-3.0-or-later
// The Outcomes Plan in force, in words, with its sources; for those who may assess, a copy with
// other numbers tried beside it; and its versions: put forward by one person, adopted by another.
#pragma once

#include "casework/plan_versions.h"
#include "ui/shell/screen.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QTextBrowser;
QT_END_NAMESPACE

namespace ui::parts {
class PlanProposalForm;
class PlanTrial;
class PlanVersions;
}  // namespace ui::parts

namespace ui::widgets {
class Chips;
class Pages;
}  // namespace ui::widgets

namespace ui::screens {

class Plan : public shell::Screen {
    Q_OBJECT

public:
    Plan(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;
    [[nodiscard]] QVariantMap draft() const override;
    void restore(const QVariantMap& draft) override;

private:
    void addPage(const QString& id, const QString& words, QWidget* page);
    [[nodiscard]] QWidget* wordsPage();
    [[nodiscard]] QWidget* trialPage();
    [[nodiscard]] QWidget* versionsPage();
    void choosePage(const QString& id);
    void showPage(const QString& id);
    void showInForce();
    void showVersions();
    void tryChanges();
    void askCopyForward();
    void chooseFile();
    void putForward();
    void decide(records::PlanVersionId version, bool adopt, const QString& words);
    void adopt(records::PlanVersionId version, const QString& words);
    void withdraw(records::PlanVersionId version);
    void settled(const QString& said);

    std::string m_text;  // of the plan in force
    std::optional<casework::PlanTrial> m_tried;
    parts::PlanProposalForm* m_proposal = nullptr;
    widgets::Chips* m_chips;
    widgets::Pages* m_pages;
    QTextBrowser* m_words = nullptr;
    parts::PlanTrial* m_trial = nullptr;
    parts::PlanVersions* m_versions = nullptr;
};

}  // namespace ui::screens
