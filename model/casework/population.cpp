// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/population.h"

#include "store/link_table.h"

#include <algorithm>

namespace casework {

namespace {

constexpr std::size_t betweenSteps = 4096;

struct Membership {
    records::PersonId person;
    std::size_t record = 0;
};

}  // namespace

const records::SourceRecord* Population::record(records::RecordId id) const {
    const auto found = std::lower_bound(
        records.begin(), records.end(), id, [](const auto& record, records::RecordId wanted) {
            return record.id < wanted;
        });
    return found == records.end() || found->id != id ? nullptr : &*found;
}

const families::PersonRecords* Population::person(records::PersonId id) const {
    const auto found = std::lower_bound(
        people.begin(), people.end(), id, [](const auto& person, records::PersonId wanted) {
            return person.person < wanted;
        });
    return found == people.end() || found->person != id ? nullptr : &*found;
}

base::Result<std::vector<records::SourceRecord>> loadRecords(store::Vault& vault,
                                                             const access::Grant& grant,
                                                             store::Payloads payloads,
                                                             base::Progress& progress) {
    const store::SourceRecordTable table(vault);
    const auto count = table.count();
    if (!count)
        return base::fail(count.error());
    std::vector<records::SourceRecord> records;
    records.reserve(static_cast<std::size_t>(*count));
    const auto walked =
        table.forEach(grant, payloads, [&](records::SourceRecord&& record) -> base::Result<void> {
            records.push_back(std::move(record));
            if (records.size() % betweenSteps != 0)
                return {};
            progress.step("reading records", records.size(), static_cast<std::uint64_t>(*count));
            if (progress.cancelled())
                return base::fail(base::Code::cancelled, "records", "stopped; nothing was changed");
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    return records;
}

base::Result<Population> loadPopulation(store::Vault& vault,
                                        const access::Grant& grant,
                                        store::Payloads payloads,
                                        base::Progress& progress) {
    auto records = loadRecords(vault, grant, payloads, progress);
    if (!records)
        return base::fail(records.error());
    Population population;
    population.records = std::move(*records);
    std::vector<Membership> members;
    members.reserve(population.records.size());
    const auto walked =
        store::LinkTable(vault).forEach(grant, [&](records::Link&& link) -> base::Result<void> {
            if (const records::SourceRecord* record = population.record(link.record))
                members.push_back(
                    {link.person, static_cast<std::size_t>(record - population.records.data())});
            return {};
        });
    if (!walked)
        return base::fail(walked.error());
    std::sort(members.begin(), members.end(), [](const Membership& a, const Membership& b) {
        return std::pair(a.person, a.record) < std::pair(b.person, b.record);
    });
    for (const Membership& member : members) {
        if (population.people.empty() || population.people.back().person != member.person)
            population.people.push_back({member.person, {}});
        population.people.back().records.push_back(&population.records[member.record]);
    }
    return population;
}

}  // namespace casework
