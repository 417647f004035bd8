// SPDX-License-Identifier: GPL-3.0-or-later
// A run over what changed since the run before.
#include "casework/known_records.h"
#include "casework/link_run.h"
#include "linkage/increment.h"
#include "store/link_table.h"
#include "store/person_change_table.h"

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace casework {

namespace {

using Clock = std::chrono::steady_clock;
using records::RecordId;

class ChangesRun {
public:
    ChangesRun(store::Vault& vault,
               const access::Grant& grant,
               const LinkContext& context,
               const ModelInForce& model,
               const store::LinkStanding& standing,
               base::Progress& progress)
        : m_vault(vault),
          m_grant(grant),
          m_context(context),
          m_model(model),
          m_standing(standing),
          m_progress(progress) {
        m_settings.listPairs = false;
        m_settings.model = model.model;
    }

    base::Result<LinkRun> run();

private:
    using Done = base::Result<void>;

    Done findChanged();
    base::Result<std::vector<RecordId>> neighbours() const;
    Done touchReached();
    void touchAnswered();
    void touch(RecordId record);
    [[nodiscard]] std::vector<RecordId> recordsToLink() const;
    base::Result<LinkRun> relink();
    Done keepLinks(const Linked& linked, const std::vector<records::Link>& before);
    Done keepGroups(const Linked& linked);
    Done keepStanding(const LinkRun& run);
    void lap(std::string_view phase);

    store::Vault& m_vault;
    const access::Grant& m_grant;
    const LinkContext& m_context;
    const ModelInForce& m_model;
    const store::LinkStanding& m_standing;
    base::Progress& m_progress;
    linkage::Settings m_settings;

    std::optional<KnownRecords> m_known;
    LinkRows m_fresh;                            // in force and not linked
    store::RecordHashes m_freshKeys;             // of them
    std::vector<RecordId> m_gone;                // linked and not in force
    std::unordered_set<std::int64_t> m_touched;  // groups to be linked anew
    std::vector<linkage::PhaseTime> m_phases;
    Clock::time_point m_start = Clock::now();
};

void ChangesRun::lap(std::string_view phase) {
    const auto now = Clock::now();
    m_phases.push_back({std::string(phase), std::chrono::duration<double>(now - m_start).count()});
    m_start = now;
}

void ChangesRun::touch(RecordId record) {
    if (const RecordId group = m_known->groupOf(record))
        m_touched.insert(group.value);
}

base::Result<void> ChangesRun::findChanged() {
    auto groups = store::LinkStandingTable(m_vault).groups(m_grant);
    if (!groups)
        return base::fail(groups.error());
    m_known.emplace(std::move(*groups));
    for (const RecordId record : m_context.superseded)
        if (m_known->groupOf(record)) {
            m_gone.push_back(record);
            touch(record);
        }
    std::vector<RecordId> back;
    std::ranges::set_difference(
        m_standing.passedOver, m_context.superseded, std::back_inserter(back));
    const store::IdentityTable identities(m_vault);
    const auto take = [this](const store::IdentityRow& who) -> base::Result<void> {
        m_fresh.add(who);
        return {};
    };
    if (auto read = identities.ofRecords(m_grant, back, take); !read)
        return read;
    return identities.forEach(m_grant, m_standing.newest, take);
}

base::Result<std::vector<RecordId>> ChangesRun::neighbours() const {
    const HashSet wanted(m_freshKeys.hashes);
    std::vector<RecordId> found;
    std::size_t place = 0;
    const auto walked = store::LinkStandingTable(m_vault).forEachKeys(
        m_grant, [&](const store::RecordHashes& keys) -> base::Result<void> {
            for (std::size_t i = 0; i < keys.records.size(); ++i, ++place) {
                const std::span of(keys.hashes.data() + keys.first[i],
                                   keys.hashes.data() + keys.first[i + 1]);
                if (m_known->all().group[place] &&
                    std::ranges::any_of(of,
                                        [&wanted](std::uint32_t h) { return wanted.contains(h); }))
                    found.push_back(keys.records[i]);
            }
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    std::ranges::sort(found);
    return found;
}

// The groups of the kept records that tie with a fresh one.
base::Result<void> ChangesRun::touchReached() {
    auto keys = linkKeys(m_fresh, m_model.model);
    if (!keys)
        return base::fail(keys.error());
    m_freshKeys = std::move(*keys);
    const auto near = neighbours();
    if (!near)
        return base::fail(near.error());
    lap("find neighbours");
    LinkRows rows = m_fresh;
    const auto read = store::IdentityTable(m_vault).ofRecords(
        m_grant, *near, [&rows](const store::IdentityRow& who) -> base::Result<void> {
            rows.add(who);
            return {};
        });
    if (!read)
        return read;
    lap("read neighbours");
    const auto reached = linkage::reachedBy(
        {std::move(rows.rows), false, {}}, m_fresh.rows.size(), m_settings, m_progress);
    if (!reached)
        return base::fail(reached.error());
    for (const std::uint32_t row : *reached)
        touch(rows.records[row]);
    lap("compare neighbours");
    return {};
}

// The groups of records whose answers are no longer what they were, and of records that an answer
// ties to one that is linked anew.
void ChangesRun::touchAnswered() {
    for (const auto& [id, pair] : m_context.answerRecords)
        if (std::ranges::binary_search(m_standing.answers, id) !=
            std::ranges::binary_search(m_context.answerIds, id)) {
            touch(pair.first);
            touch(pair.second);
        }
    const std::unordered_set<RecordId> fresh(m_fresh.records.begin(), m_fresh.records.end());
    const auto linkedAnew = [&](RecordId record) {
        return fresh.contains(record) || m_touched.contains(m_known->groupOf(record).value);
    };
    for (std::size_t before = m_touched.size() + 1; before != m_touched.size();) {
        before = m_touched.size();
        for (const LinkAnswer& answer : m_context.answers)
            if (linkedAnew(answer.left) || linkedAnew(answer.right)) {
                touch(answer.left);
                touch(answer.right);
            }
    }
}

std::vector<RecordId> ChangesRun::recordsToLink() const {
    std::vector<RecordId> records = m_fresh.records;
    const store::LinkGroups& known = m_known->all();
    for (std::size_t i = 0; i < known.records.size(); ++i)
        if (known.group[i] && m_touched.contains(known.group[i].value))
            records.push_back(known.records[i]);
    std::ranges::sort(records);
    return records;
}

base::Result<LinkRun> ChangesRun::relink() {
    const std::vector<RecordId> all = recordsToLink();  // those that are gone among them
    LinkRows rows;
    const auto read = store::IdentityTable(m_vault).ofRecords(
        m_grant, all, [&rows](const store::IdentityRow& who) -> base::Result<void> {
            rows.add(who);
            return {};
        });
    if (!read)
        return base::fail(read.error());
    const store::LinkTable table(m_vault);
    const auto before = table.ofRecords(m_grant, all);
    if (!before)
        return base::fail(before.error());
    lap("read groups");
    auto output =
        rows.records.empty()
            ? base::Result<linkage::Output>(linkage::Output())
            : linkage::link(
                  {rows.rows, false, decisionsOn(rows, m_context.answers)}, m_settings, m_progress);
    if (!output)
        return base::fail(output.error());
    lap("link groups");
    auto linked = linkedOf(
        *output, rows, peopleBefore(rows, *before, m_context.standIns), [this](std::int64_t count) {
            return store::LinkTable(m_vault).nextPersonIds(count);
        });
    if (!linked)
        return base::fail(linked.error());
    LinkRun run;
    run.scope = LinkScope::changes;
    run.records = m_standing.records + static_cast<std::int64_t>(m_fresh.records.size()) -
                  static_cast<std::int64_t>(m_gone.size());
    run.people = m_standing.people + linked->people - linked->peopleBefore;
    run.candidatePairs = output->candidatePairs;
    run.warnings = std::move(output->warnings);
    m_progress.step("keeping links", 0, 0);
    if (auto kept = keepLinks(*linked, *before); !kept)
        return base::fail(kept.error());
    if (auto kept = keepGroups(*linked); !kept)
        return base::fail(kept.error());
    run.linked = std::move(*linked);
    if (auto kept = keepStanding(run); !kept)
        return base::fail(kept.error());
    lap("keep links");
    run.phases = std::move(m_phases);
    return run;
}

base::Result<void> ChangesRun::keepLinks(const Linked& linked,
                                         const std::vector<records::Link>& before) {
    std::vector<RecordId> records = linked.records;
    records.insert(records.end(), m_gone.begin(), m_gone.end());
    std::ranges::sort(records);
    std::vector<RecordId> relinked = m_gone;
    std::vector<records::Link> links;
    auto was = before.begin();
    for (const records::Link& link : linked.links) {
        while (was != before.end() && was->record < link.record)
            ++was;
        const bool known = was != before.end() && was->record == link.record;
        if (known && *was == link)
            continue;
        links.push_back(link);
        if (known)
            relinked.push_back(link.record);
    }
    store::LinkTable table(m_vault);
    if (auto kept = table.replaceSome(records, relinked, links, linked.pairs); !kept)
        return kept;
    return store::PersonChangeTable(m_vault).replaceAll(linked.changes);
}

base::Result<void> ChangesRun::keepGroups(const Linked& linked) {
    const store::LinkGroups& known = m_known->all();
    std::vector<RecordId> group = known.group;
    for (const RecordId record : m_gone)
        group[*m_known->placeOf(record)] = RecordId();
    store::RecordHashes more;  // of records that were never linked before
    std::vector<RecordId> moreGroups;
    std::size_t fresh = 0;
    for (std::size_t i = 0; i < linked.records.size(); ++i) {
        const RecordId record = linked.records[i];
        while (fresh < m_fresh.records.size() && m_fresh.records[fresh] < record)
            ++fresh;
        if (const auto place = m_known->placeOf(record)) {
            group[*place] = linked.group[i];
            continue;
        }
        moreGroups.push_back(linked.group[i]);
        more.hashes.insert(more.hashes.end(),
                           m_freshKeys.hashes.begin() + m_freshKeys.first[fresh],
                           m_freshKeys.hashes.begin() + m_freshKeys.first[fresh + 1]);
        more.add(record);
    }
    store::LinkStandingTable table(m_vault);
    if (auto kept = table.regroup(known, group); !kept)
        return kept;
    return table.append(more, moreGroups);
}

base::Result<void> ChangesRun::keepStanding(const LinkRun& run) {
    store::LinkStanding standing = m_standing;
    standing.newest = m_context.newest;
    standing.passedOver = m_context.superseded;
    standing.answers = m_context.answerIds;
    standing.records = run.records;
    standing.people = run.people;
    return store::LinkStandingTable(m_vault).replace(standing);
}

base::Result<LinkRun> ChangesRun::run() {
    if (auto found = findChanged(); !found)
        return base::fail(found.error());
    lap("find changes");
    if (!m_fresh.records.empty())
        if (auto touched = touchReached(); !touched)
            return base::fail(touched.error());
    touchAnswered();
    return relink();
}

}  // namespace

base::Result<LinkRun> runOverChanges(store::Vault& vault,
                                     const access::Grant& grant,
                                     const LinkContext& context,
                                     const ModelInForce& model,
                                     const store::LinkStanding& standing,
                                     base::Progress& progress) {
    return ChangesRun(vault, grant, context, model, standing, progress).run();
}

}  // namespace casework
