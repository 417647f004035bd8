// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/screen_list.h"

#include "all_screens.h"
#include "casework/linking.h"
#include "casework/mappings.h"
#include "casework/plan_versions.h"
#include "casework/tie_review.h"
#include "casework/work_list.h"

#include <QCoreApplication>

namespace ui::shell {

using access::Action;

namespace {

template <class T>
Screen* make(const Context& context, QWidget* parent) {
    return new T(context, parent);
}

template <casework::WorkFilter filter>
std::int64_t families(casework::Session& session) {
    casework::WorkQuery query;
    query.filter = filter;
    return casework::countFamilies(session, query).value_or(0);
}

std::int64_t pairs(casework::Session& session) {
    const auto queue = casework::pairQueue(session, 1);
    return queue ? queue->waiting : 0;
}

std::int64_t ties(casework::Session& session) {
    const auto queue = casework::tieQueue(session, 0);
    return queue ? queue->waiting : 0;
}

std::int64_t mappingsToSignOff(casework::Session& session) {
    return casework::mappingsToSignOff(session).value_or(0);
}

std::int64_t plansToAdopt(casework::Session& session) {
    return casework::plansToAdopt(session).value_or(0);
}

constexpr ScreenEntry screens[] = {
    {"reviews",
     QT_TRANSLATE_NOOP("Screens", "Reviews"),
     "review",
     Group::work,
     Action::decide,
     make<screens::Reviews>,
     families<casework::WorkFilter::review>},
    {"work",
     QT_TRANSLATE_NOOP("Screens", "Work list"),
     "work",
     Group::work,
     Action::listFamilies,
     make<screens::WorkList>,
     families<casework::WorkFilter::myTurn>},
    {"family",
     QT_TRANSLATE_NOOP("Screens", "Family"),
     "family",
     Group::none,
     Action::openFamily,
     make<screens::Family>},
    {"deliveries",
     QT_TRANSLATE_NOOP("Screens", "Deliveries"),
     "delivery",
     Group::vault,
     Action::readDeliveries,
     make<screens::Deliveries>},
    {"quality",
     QT_TRANSLATE_NOOP("Screens", "Data quality"),
     "delivery",
     Group::none,
     Action::readDeliveries,
     make<screens::Quality>},
    {"mappings",
     QT_TRANSLATE_NOOP("Screens", "Mappings"),
     "agreement",
     Group::vault,
     Action::readDeliveries,
     make<screens::Mappings>,
     mappingsToSignOff},
    {"links",
     QT_TRANSLATE_NOOP("Screens", "Links"),
     "link",
     Group::vault,
     Action::reviewLinks,
     make<screens::Links>,
     pairs},
    {"linkage",
     QT_TRANSLATE_NOOP("Screens", "How records are linked"),
     "link",
     Group::none,
     Action::reviewLinks,
     make<screens::Linkage>},
    {"unlink",
     QT_TRANSLATE_NOOP("Screens", "Undo a link"),
     "link",
     Group::none,
     Action::reviewLinks,
     make<screens::Unlink>},
    {"checking",
     QT_TRANSLATE_NOOP("Screens", "Check a sample of links"),
     "link",
     Group::none,
     Action::reviewLinks,
     make<screens::Checking>},
    {"ties",
     QT_TRANSLATE_NOOP("Screens", "Ties"),
     "family",
     Group::vault,
     Action::reviewLinks,
     make<screens::Ties>,
     ties},
    {"submissions",
     QT_TRANSLATE_NOOP("Screens", "Submissions"),
     "submission",
     Group::vault,
     Action::readRegister,
     make<screens::Submissions>},
    {"overview",
     QT_TRANSLATE_NOOP("Screens", "Overview"),
     "overview",
     Group::watch,
     Action::readOverview,
     make<screens::Overview>},
    {"plan",
     QT_TRANSLATE_NOOP("Screens", "Plan"),
     "plan",
     Group::watch,
     Action::readPlan,
     make<screens::Plan>,
     plansToAdopt},
    {"audit",
     QT_TRANSLATE_NOOP("Screens", "Audit"),
     "audit",
     Group::watch,
     Action::readAudit,
     make<screens::Audit>},
    {"people",
     QT_TRANSLATE_NOOP("Screens", "People and access"),
     "people",
     Group::watch,
     Action::manageUsers,
     make<screens::People>},
    {"account",
     QT_TRANSLATE_NOOP("Screens", "Your access"),
     "people",
     Group::none,
     std::nullopt,
     make<screens::Account>},
    {"help",
     QT_TRANSLATE_NOOP("Screens", "Help"),
     "help",
     Group::watch,
     std::nullopt,
     make<screens::Help>},
};

}  // namespace

std::span<const ScreenEntry> screenList() {
    return screens;
}

bool mayOpen(const casework::Session& session, const ScreenEntry& entry) {
    return !entry.needs || session.roleMay(*entry.needs);
}

const ScreenEntry* findScreen(const QString& id) {
    for (const ScreenEntry& entry : screens)
        if (id == QLatin1String(entry.id))
            return &entry;
    return nullptr;
}

QString screenTitle(const ScreenEntry& entry) {
    return QCoreApplication::translate("Screens", entry.title);
}

QString groupTitle(Group group) {
    switch (group) {
        case Group::vault:
            return QCoreApplication::translate("Screens", "Records");
        case Group::watch:
            return QCoreApplication::translate("Screens", "Understand");
        default:
            return {};
    }
}

}  // namespace ui::shell
