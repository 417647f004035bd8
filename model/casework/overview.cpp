// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/overview.h"

#include "casework/partner_freshness.h"
#include "casework/plan_text.h"
#include "criteria/plan.h"
#include "store/assessment_table.h"
#include "store/consent_table.h"
#include "store/delivery_table.h"
#include "store/overview_counts.h"
#include "store/plan_table.h"
#include "store/work_list.h"

#include <algorithm>
#include <numeric>

namespace casework {

namespace {

using records::CaseStep;

base::Result<access::Grant> mayCount(Session& session) {
    return session.authorise(access::Action::readOverview, access::Subject::vault(), "overview");
}

// Of the plan the newest assessment used; plain numbers when there was none.
base::Result<std::array<std::string, 6>> headings(store::Vault& vault) {
    std::array<std::string, 6> all;
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = "Criterion " + std::to_string(i + 1);
    const auto run = store::AssessmentTable(vault).lastRun();
    if (!run)
        return base::fail(run.error());
    const auto text = *run ? store::PlanTable(vault).text((*run)->planFingerprint)
                           : currentPlanText(vault, base::today());
    if (!text)
        return base::fail(text.error());
    const auto plan = criteria::readPlan(*text, "the plan in force");
    if (!plan)
        return base::fail(plan.error());
    for (const criteria::Criterion& criterion : plan->criteria)
        if (criterion.number >= 1 && criterion.number <= 6)
            all[static_cast<std::size_t>(criterion.number - 1)] = criterion.heading;
    return all;
}

struct Milestone {
    CaseStep step;
    std::string_view words;
};

constexpr std::array<Milestone, 5> milestones{{{CaseStep::triage, "Put before a supervisor"},
                                               {CaseStep::agree, "Agreed by a supervisor"},
                                               {CaseStep::allocate, "Allocated"},
                                               {CaseStep::startSupport, "Supported"},
                                               {CaseStep::endSupport, "Support ended"}}};

std::int64_t reached(const std::vector<std::pair<CaseStep, std::int64_t>>& steps, CaseStep step) {
    for (const auto& [taken, families] : steps)
        if (taken == step)
            return families;
    return 0;
}

void addIdentifiers(const store::IdentifierCounts& counts, PartnerStanding& standing) {
    standing.records = counts.records;
    const std::pair<std::string_view, std::int64_t> all[]{{"birth date", counts.birthDate},
                                                          {"postcode", counts.postcode},
                                                          {"UPRN", counts.uprn},
                                                          {"UPN", counts.upn},
                                                          {"NINO", counts.nino},
                                                          {"NHS number", counts.nhsNumber},
                                                          {"PNC id", counts.pncId}};
    for (const auto& [name, records] : all)
        if (records > 0)
            standing.identifiers.emplace_back(
                name, static_cast<double>(records) / static_cast<double>(counts.records));
}

}  // namespace

base::Result<Overview> overview(Session& session) {
    const auto grant = mayCount(session);
    if (!grant)
        return base::fail(grant.error());
    const auto counts = store::WorkList(session.vault()).counts(*grant);
    if (!counts)
        return base::fail(counts.error());
    const store::OverviewCounts wider(session.vault());
    const auto together = wider.together(*grant);
    if (!together)
        return base::fail(together.error());
    const auto steps = wider.everTook(*grant);
    if (!steps)
        return base::fail(steps.error());
    auto words = headings(session.vault());
    if (!words)
        return base::fail(words.error());
    Overview shown;
    shown.families = counts->families;
    shown.flagged = counts->flagged;
    shown.byCriteriaMet = counts->byCriteriaMet;
    shown.met = counts->met;
    shown.headings = std::move(*words);
    shown.byState = counts->byState;
    shown.together = *together;
    shown.way.emplace_back(
        "Screened",
        std::accumulate(counts->byCriteriaMet.begin(), counts->byCriteriaMet.end(), 0LL));
    shown.way.emplace_back("Proposed",
                           std::max(counts->flagged, reached(*steps, CaseStep::propose)));
    for (const Milestone& milestone : milestones)
        shown.way.emplace_back(milestone.words, reached(*steps, milestone.step));
    return shown;
}

base::Result<Completeness> completeness(Session& session) {
    const auto grant = mayCount(session);
    if (!grant)
        return base::fail(grant.error());
    const store::DeliveryTable received(session.vault());
    const auto deliveries = received.list();
    if (!deliveries)
        return base::fail(deliveries.error());
    const auto spans = received.coverage();
    if (!spans)
        return base::fail(spans.error());
    const auto identifiers = store::OverviewCounts(session.vault()).identifiers(*grant);
    if (!identifiers)
        return base::fail(identifiers.error());
    const auto consent = store::ConsentTable(session.vault()).counts(*grant, base::today());
    if (!consent)
        return base::fail(consent.error());
    Completeness all;
    for (PartnerFreshness& heard : heardFrom(*deliveries, *spans)) {
        PartnerStanding standing{std::move(heard), 0, {}};
        for (const store::IdentifierCounts& counts : *identifiers)
            if (counts.agency == standing.heard.agency)
                addIdentifiers(counts, standing);
        all.partners.push_back(std::move(standing));
    }
    all.consent = *consent;
    return all;
}

}  // namespace casework
