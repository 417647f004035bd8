// SPDX-License-Identifier: GPL-3.0-or-later
// The versions of the plan as a list: which is in force, which is to come, and by whom.
#include "casework/plan_text.h"
#include "casework/plan_versions.h"
#include "casework/user_names.h"
#include "criteria/plan.h"
#include "store/plan_table.h"
#include "store/plan_version_table.h"

namespace casework {

namespace {

using records::PlanVersion;
using records::PlanVersionState;

PlanPlace placeOf(const PlanVersion& version, std::int64_t adoptionInForce, base::Date day) {
    switch (version.state) {
        case PlanVersionState::proposed:
            return PlanPlace::waits;
        case PlanVersionState::declined:
            return PlanPlace::declined;
        case PlanVersionState::withdrawn:
            return PlanPlace::withdrawn;
        case PlanVersionState::adopted:
            break;
    }
    if (version.adoption == adoptionInForce)
        return PlanPlace::inForce;
    return version.from > day ? PlanPlace::toCome : PlanPlace::before;
}

base::Result<PlanVersionLine> shippedLine(bool inForce) {
    const auto text = shippedPlanText();
    if (!text)
        return base::fail(text.error());
    const auto plan = criteria::readPlan(*text, "the plan that came with the program");
    if (!plan)
        return base::fail(plan.error());
    PlanVersionLine line;
    line.version.fingerprint = plan->fingerprint;
    line.version.name = plan->name;
    line.version.version = plan->version;
    line.version.from = plan->effectiveFrom;
    line.version.state = PlanVersionState::adopted;
    line.place = inForce ? PlanPlace::inForce : PlanPlace::before;
    return line;
}

}  // namespace

std::string_view planPlaceName(PlanPlace place) {
    switch (place) {
        case PlanPlace::waits:
            return "waits for adoption";
        case PlanPlace::inForce:
            return "in force";
        case PlanPlace::toCome:
            return "adopted, to come";
        case PlanPlace::before:
            return "earlier";
        case PlanPlace::declined:
            return "declined";
        case PlanPlace::withdrawn:
            return "withdrawn";
    }
    return "";
}

base::Result<std::vector<PlanVersionLine>> listPlanVersions(Session& session) {
    store::Vault& vault = session.vault();
    const auto grant = session.authorise(
        access::Action::readPlan, access::Subject::vault(), "versions of the plan");
    if (!grant)
        return base::fail(grant.error());
    auto versions = store::PlanVersionTable(vault).list();
    if (!versions)
        return base::fail(versions.error());
    const base::Date today = base::today();
    const auto adopted = store::PlanTable(vault).inForce(today);
    if (!adopted)
        return base::fail(adopted.error());
    const auto names = userNames(vault);
    if (!names)
        return base::fail(names.error());
    const auto named = [&](records::UserId user) {
        const auto found = names->find(user);
        return found == names->end() ? std::string() : found->second;
    };
    std::vector<PlanVersionLine> lines;
    for (PlanVersion& version : *versions) {
        PlanVersionLine line;
        line.place = placeOf(version, *adopted ? (*adopted)->id : 0, today);
        line.proposedBy = named(version.proposedBy);
        line.decidedBy = named(version.decidedBy);
        line.version = std::move(version);
        lines.push_back(std::move(line));
    }
    auto shipped = shippedLine(!*adopted);
    if (!shipped)
        return base::fail(shipped.error());
    lines.push_back(std::move(*shipped));
    return lines;
}

}  // namespace casework
