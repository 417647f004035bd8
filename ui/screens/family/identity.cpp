// SPDX-License-Identifier: GPL-3.0-or-later
// The family page's heading that stays: who the family is, where it stands, and what was asked for
// when it was sent back.
#include "ui/models/words.h"
#include "ui/screens/family.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"

#include <QLabel>

#include <algorithm>

namespace ui::screens {

using records::CaseStep;

// What a supervisor asks for is said where the caseworker begins.
void Family::tellWhySentBack() {
    if (m_view.state != records::CaseState::sentBack)
        return;
    const casework::DecisionLine* latest = nullptr;
    for (const casework::DecisionLine& line : m_view.decisions)
        if (line.step == records::stepName(CaseStep::sendBack) &&
            (latest == nullptr || latest->at < line.at))
            latest = &line;
    if (latest == nullptr)
        return;
    QStringList words{models::text(latest->reason), models::text(latest->words)};
    words.removeAll(QString());
    banner()->showNote(tr("Sent back by %1: %2")
                           .arg(models::text(latest->who), words.join(QStringLiteral(" \u2014 "))));
}

// Support may rest on another basis than consent, but nobody starts it unaware of who agreed.
QString Family::consentNote() const {
    const auto without = std::ranges::count_if(
        m_view.members, [](const auto& member) { return !member.consent.consentGiven(); });
    return without == 0
               ? QString()
               : tr("%1 of %2 have not consented to support; see \u201cMay we?\u201d.")
                     .arg(without)
                     .arg(models::counted(
                         static_cast<qint64>(m_view.members.size()), tr("member"), tr("members")));
}

void Family::showIdentity() {
    setTitle(tr("Family %1").arg(models::text(records::familyReference(m_view.family))));
    setSubtitle(identityWords().join(QStringLiteral(" \u00b7 ")));
    clearTags();
    addTag(widgets::tag(models::text(records::stateName(m_view.state)), "tag", this));
    const auto hidden = std::count_if(m_view.members.begin(),
                                      m_view.members.end(),
                                      [](const auto& each) { return each.addressProtected; });
    if (hidden > 0)
        addTag(widgets::tag(tr("\u26a0 Protected address: %1")
                                .arg(models::counted(hidden, tr("member"), tr("members"))),
                            "tag-warning",
                            this));
}

// Where there is little room, the plan is left to the criterion's card, which names it too.
QStringList Family::identityWords() const {
    int adults = 0;
    int children = 0;
    int elsewhere = 0;
    for (const casework::MemberView& member : m_view.members)
        ++(member.role == records::MemberRole::nonResidentParent ? elsewhere
           : records::isAdultRole(member.role)                   ? adults
                                                                 : children);
    QStringList words{models::householdWords(adults, children)};
    if (elsewhere > 0)
        words << models::counted(
            elsewhere, tr("parent living elsewhere"), tr("parents living elsewhere"));
    words << (m_view.holder.empty() ? tr("with nobody yet")
                                    : tr("with %1").arg(models::text(m_view.holder)));
    if (isRoomy())
        words << tr("%1, as at %2").arg(models::text(m_view.plan), models::day(m_view.asAt))
              << tr("opened for: %1").arg(models::text(purpose()));
    return words;
}

bool Family::isRoomy() const {
    return widgets::hasRoomFor(70, width());
}

}  // namespace ui::screens
