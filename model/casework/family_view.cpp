// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/family_view.h"

#include "access/policy.h"
#include "base/text.h"
#include "casework/case_steps.h"
#include "casework/member_names.h"
#include "casework/user_names.h"
#include "criteria/explain.h"
#include "criteria/heard.h"
#include "criteria/plan.h"
#include "store/assessment_table.h"
#include "store/audit_table.h"
#include "store/case_table.h"
#include "store/consent_table.h"
#include "store/delivery_table.h"
#include "store/family_table.h"
#include "store/plan_table.h"

#include <algorithm>
#include <map>
#include <set>

namespace casework {

namespace {

using People = std::map<records::PersonId, records::Person>;

std::string addressWords(const records::Person& person) {
    if (person.addressProtected)
        return "Protected address";
    const std::string& address = person.identity.address;
    const std::string& postcode = person.identity.postcode;
    if (address.empty() && postcode.empty())
        return "not known";
    return address.empty() ? postcode : postcode.empty() ? address : address + ", " + postcode;
}

// Every way the address of one record could be recognised in another's. Within a family a shared
// postcode is a shared home, however the address is written.
std::set<std::string> placesOf(const records::Identity& identity) {
    std::set<std::string> places;
    for (const std::string* part : {&identity.uprn, &identity.postcode, &identity.address})
        if (std::string key = base::foldedKey(*part); !key.empty())
            places.insert(std::move(key));
    return places;
}

// The places of the family's people whose address is protected. Without both postcodes two homes
// can't be told apart, since partners write the lines above them in many ways: then it is hidden.
class ProtectedPlaces {
public:
    explicit ProtectedPlaces(const People& people) {
        for (const auto& [id, person] : people) {
            if (!person.addressProtected)
                continue;
            m_places.merge(placesOf(person.identity));
            m_any = true;
            m_postcodesKnown = m_postcodesKnown && !person.identity.postcode.empty();
        }
    }

    [[nodiscard]] bool hide(const records::Identity& identity) const {
        const std::set<std::string> places = placesOf(identity);
        if (!m_any || places.empty())
            return false;
        if (!m_postcodesKnown || identity.postcode.empty())
            return true;
        return std::any_of(places.begin(), places.end(), [this](const std::string& place) {
            return m_places.contains(place);
        });
    }

private:
    std::set<std::string> m_places;
    bool m_any = false;
    bool m_postcodesKnown = true;
};

base::Result<std::vector<MemberView>> members(Session& session,
                                              const access::Grant& grant,
                                              const records::Family& family,
                                              const People& people,
                                              base::Date asAt) {
    // Who lives with someone whose address is protected has the same address.
    const ProtectedPlaces protectedPlaces(people);
    const store::ConsentTable consents(session.vault());
    const store::FamilyTable table(session.vault());
    std::vector<MemberView> views;
    for (const records::Membership& membership : family.members) {
        const records::Person& person = people.at(membership.person);
        const auto history = consents.ofPerson(grant, membership.person);
        if (!history)
            return base::fail(history.error());
        const auto families = table.ofPerson(grant, membership.person);
        if (!families)
            return base::fail(families.error());
        MemberView view;
        view.person = membership.person;
        view.name = listName(person.identity);
        view.role = membership.role;
        view.birthDate = person.identity.birthDate.complete();
        view.birthWords = birthWords(person.identity.birthDate, asAt);
        view.sex = person.identity.sex;
        view.addressProtected = person.addressProtected || protectedPlaces.hide(person.identity);
        view.address = view.addressProtected ? "Protected address" : addressWords(person);
        view.dates = membership.dates;
        view.evidenceWords = membership.evidenceWords;
        for (const records::FamilyId other : *families)
            if (other != family.id)
                view.alsoFamilies.push_back(records::familyReference(other));
        view.consent = records::standingOn(*history, base::today());
        views.push_back(std::move(view));
    }
    return views;
}

std::string whoseWords(const records::CriterionResult& result, const records::Family& family) {
    std::size_t adults = 0;
    std::size_t children = 0;
    for (const records::Membership& member : family.members)
        if (std::find(result.whose.begin(), result.whose.end(), member.person) !=
            result.whose.end())
            ++(records::isAdultRole(member.role) ? adults : children);
    std::vector<std::string> parts;
    if (children > 0)
        parts.push_back(base::counted(children, "child", "children"));
    if (adults > 0)
        parts.push_back(base::counted(adults, "adult", "adults"));
    return base::join(parts, ", ");
}

records::Outcome strongest(const std::vector<FindingView>& findings) {
    for (const records::Outcome outcome :
         {records::Outcome::met, records::Outcome::unknown, records::Outcome::notMet})
        for (const FindingView& finding : findings)
            if (finding.outcome == outcome)
                return outcome;
    return records::Outcome::notApplicable;
}

IndicatorView indicatorView(const criteria::Indicator& indicator,
                            const records::Assessment& assessment,
                            const People& people) {
    IndicatorView view;
    view.code = indicator.code;
    view.wording = indicator.wording;
    view.rule =
        criteria::subjectInWords(indicator) + ": " + criteria::measureInWords(indicator.measure);
    view.sources = criteria::sourcesInWords(indicator);
    view.reference = indicator.reference;
    for (const records::Finding& finding : assessment.findings) {
        if (finding.indicator != indicator.code)
            continue;
        const auto person = people.find(finding.person);
        view.findings.push_back({finding.person,
                                 person == people.end()
                                     ? std::string("Household")
                                     : shortName(person->second.identity, assessment.asAt),
                                 finding.outcome,
                                 finding.explanation,
                                 finding.evidence.size()});
    }
    view.outcome = strongest(view.findings);
    return view;
}

// The board: the plan's words beside what was found.
std::vector<CriterionView> board(const criteria::Plan& plan,
                                 const criteria::Calendar& calendar,
                                 const criteria::Coverage& coverage,
                                 const records::Assessment& assessment,
                                 const records::Family& family,
                                 const People& people,
                                 access::Role reader) {
    std::vector<CriterionView> views;
    for (const criteria::Criterion& criterion : plan.criteria) {
        CriterionView view;
        view.number = criterion.number;
        view.heading = criterion.heading;
        view.mayOpenEvidence = access::mayReadEvidence(reader, criterion.number);
        for (const criteria::Heard& heard :
             criteria::heardOf(criterion, calendar, coverage, assessment.asAt))
            view.heard.push_back({std::string(records::agencyName(heard.agency)), heard.to});
        for (const records::CriterionResult& result : assessment.criteria) {
            if (result.number != criterion.number)
                continue;
            view.outcome = result.outcome;
            view.why = result.why;
            view.newest = result.newest;
            view.whose = whoseWords(result, family);
        }
        // Which indicator is met for whom would tell what the rows behind it say.
        if (view.mayOpenEvidence)
            for (const criteria::Indicator& indicator : criterion.indicators)
                view.indicators.push_back(indicatorView(indicator, assessment, people));
        views.push_back(std::move(view));
    }
    return views;
}

// By the findings this reader may see.
void markWhoMeets(FamilyView& view) {
    for (const CriterionView& criterion : view.criteria)
        for (const IndicatorView& indicator : criterion.indicators)
            for (const FindingView& finding : indicator.findings)
                for (MemberView& member : view.members)
                    if (finding.outcome == records::Outcome::met && finding.person == member.person)
                        member.meetsSomething = true;
}

base::Result<void> addBoard(Session& session,
                            const access::Grant& grant,
                            const records::Family& family,
                            const People& people,
                            FamilyView& view) {
    const auto assessment = store::AssessmentTable(session.vault()).latest(grant, family.id);
    if (!assessment)
        return base::fail(assessment.error());
    if (!*assessment)
        return {};
    const auto text = store::PlanTable(session.vault()).text((*assessment)->planFingerprint);
    if (!text)
        return base::fail(text.error());
    const auto plan = criteria::readPlan(*text, "plan of the assessment");
    if (!plan)
        return base::fail(plan.error());
    const auto calendar = criteria::shippedCalendar(plan->calendar);
    if (!calendar)
        return base::fail(calendar.error());
    const auto spans = store::DeliveryTable(session.vault()).coverage();
    if (!spans)
        return base::fail(spans.error());
    view.plan = plan->name + ", version " + plan->version;
    view.planFingerprint = (*assessment)->planFingerprint;
    view.asAt = (*assessment)->asAt;
    view.criteria = board(*plan,
                          *calendar,
                          criteria::Coverage(*spans),
                          **assessment,
                          family,
                          people,
                          session.user().role);
    return {};
}

std::string nameOf(const UserNames& names, records::UserId user) {
    const auto found = names.find(user);
    return found == names.end() ? "user " + std::to_string(user.value) : found->second;
}

std::string reasonWords(const records::CaseEvent& event) {
    for (const records::ReasonCode& reason : records::reasonsFor(event.step))
        if (reason.code == event.reason)
            return std::string(reason.words);
    return event.reason;
}

base::Result<void> addCase(Session& session,
                           const access::Grant& grant,
                           records::FamilyId family,
                           FamilyView& view) {
    const auto names = userNames(session.vault());
    if (!names)
        return base::fail(names.error());
    const store::CaseTable table(session.vault());
    const auto standing = table.standing(family);
    if (!standing)
        return base::fail(standing.error());
    view.state = standing->state;
    const records::UserId holder =
        standing->allocatedTo ? standing->allocatedTo : standing->takenBy;
    if (holder)
        view.holder = nameOf(*names, holder);
    const auto events = table.events(grant, family);
    if (!events)
        return base::fail(events.error());
    for (const records::CaseEvent& event : *events)
        view.decisions.push_back({event.at,
                                  nameOf(*names, event.by),
                                  std::string(records::stepName(event.step)),
                                  reasonWords(event),
                                  event.words});
    constexpr std::int64_t newest = 50;
    const auto looks =
        store::AuditTable(session.vault()).about(grant, access::Subject::of(family), newest);
    if (!looks)
        return base::fail(looks.error());
    for (const access::AuditEvent& look : *looks)
        view.looks.push_back({look.at, nameOf(*names, look.user), look.action, look.purpose, ""});
    return {};
}

}  // namespace

base::Result<FamilyView> openFamily(Session& session,
                                    records::FamilyId id,
                                    std::string_view purpose) {
    const auto grant =
        session.authorise(access::Action::openFamily, access::Subject::of(id), purpose);
    if (!grant)
        return base::fail(grant.error());
    const auto family = store::FamilyTable(session.vault()).find(*grant, id);
    if (!family)
        return base::fail(family.error());
    std::vector<records::PersonId> ids;
    for (const records::Membership& member : family->members)
        ids.push_back(member.person);
    const auto people = describePeople(session.vault(), *grant, ids);
    if (!people)
        return base::fail(people.error());
    FamilyView view;
    view.family = id;
    view.asAt = base::today();
    if (auto added = addBoard(session, *grant, *family, *people, view); !added)
        return base::fail(added.error());
    auto shown = members(session, *grant, *family, *people, view.asAt);
    if (!shown)
        return base::fail(shown.error());
    view.members = std::move(*shown);
    markWhoMeets(view);
    view.anyProtected = std::any_of(view.members.begin(),
                                    view.members.end(),
                                    [](const auto& member) { return member.addressProtected; });
    if (auto added = addCase(session, *grant, id, view); !added)
        return base::fail(added.error());
    auto steps = stepsOpenTo(session, id, view.state);
    if (!steps)
        return base::fail(steps.error());
    view.steps = std::move(*steps);
    const auto opened = openedSinceTriage(session, *grant, id);
    if (!opened)
        return base::fail(opened.error());
    view.evidenceOpened = *opened;
    view.mayRecordConsent = session.roleMay(access::Action::recordConsent);
    return view;
}

}  // namespace casework
