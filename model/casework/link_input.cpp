// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_input.h"

#include <algorithm>
#include <map>
#include <string>

namespace casework {

namespace {

using records::Identity;

struct ColumnRule {
    linkage::FieldKind kind;
    std::string (*value)(const Identity& identity);
};

constexpr ColumnRule columnRules[] = {
    {linkage::FieldKind::forename, [](const Identity& i) { return i.forename; }},
    {linkage::FieldKind::middleNames, [](const Identity& i) { return i.middleNames; }},
    {linkage::FieldKind::surname, [](const Identity& i) { return i.surname; }},
    {linkage::FieldKind::formerSurname, [](const Identity& i) { return i.formerSurname; }},
    {linkage::FieldKind::birthDate, [](const Identity& i) { return isoPartial(i.birthDate); }},
    {linkage::FieldKind::sex, [](const Identity& i) { return std::string(sexCode(i.sex)); }},
    {linkage::FieldKind::address, [](const Identity& i) { return i.address; }},
    {linkage::FieldKind::postcode, [](const Identity& i) { return i.postcode; }},
    {linkage::FieldKind::uprn, [](const Identity& i) { return i.uprn; }},
    {linkage::FieldKind::phone, [](const Identity& i) { return i.phone; }},
    {linkage::FieldKind::email, [](const Identity& i) { return i.email; }},
    {linkage::FieldKind::nino, [](const Identity& i) { return i.nino; }},
    {linkage::FieldKind::upn, [](const Identity& i) { return i.upn; }},
    {linkage::FieldKind::nhsNumber, [](const Identity& i) { return i.nhsNumber; }},
    {linkage::FieldKind::pncId, [](const Identity& i) { return i.pncId; }},
    {linkage::FieldKind::localId, [](const Identity& i) { return i.localId; }},
};

// The scope of an agency's own numbers: the agency and the series.
std::vector<std::uint32_t> sources(const std::vector<records::SourceRecord>& records) {
    std::map<std::string, std::uint32_t> known;
    std::vector<std::uint32_t> source;
    source.reserve(records.size());
    for (const records::SourceRecord& record : records) {
        const std::string key =
            std::string(records::agencyCode(record.agency)) + "/" + record.identity.localIdSeries;
        source.push_back(
            known.emplace(key, static_cast<std::uint32_t>(known.size())).first->second);
    }
    return source;
}

}  // namespace

linkage::Input linkInput(const std::vector<records::SourceRecord>& records,
                         const std::vector<store::PairDecision>& decisions) {
    linkage::Input input;
    for (const ColumnRule& rule : columnRules) {
        linkage::FieldSpec field;
        field.kind = rule.kind;
        // Registers hold some people twice: two numbers of one agency are not two people for sure.
        field.mayRepeat = rule.kind == linkage::FieldKind::localId;
        input.fields.push_back(std::move(field));
        std::vector<std::string> column;
        column.reserve(records.size());
        for (const records::SourceRecord& record : records)
            column.push_back(rule.value(record.identity));
        input.columns.push_back(std::move(column));
    }
    input.source = sources(records);
    const auto rowOf = [&records](records::RecordId id) -> std::int64_t {
        const auto found = std::lower_bound(
            records.begin(), records.end(), id, [](const auto& record, records::RecordId wanted) {
                return record.id < wanted;
            });
        return found == records.end() || found->id != id ? -1 : found - records.begin();
    };
    for (const store::PairDecision& decision : decisions) {
        const std::int64_t left = rowOf(decision.left);
        const std::int64_t right = rowOf(decision.right);
        const bool says = decision.answer == records::PairAnswer::same ||
                          decision.answer == records::PairAnswer::different;
        if (left >= 0 && right >= 0 && says)
            input.decisions.push_back({static_cast<std::uint32_t>(left),
                                       static_cast<std::uint32_t>(right),
                                       decision.answer == records::PairAnswer::same});
    }
    return input;
}

Numbering numberPeople(const std::vector<std::uint32_t>& clusters,
                       const std::vector<records::PersonId>& before,
                       records::PersonId nextId) {
    struct Claim {
        std::int64_t shared = 0;
        records::PersonId earlier;
        std::uint32_t cluster = 0;
    };

    std::map<std::pair<std::uint32_t, records::PersonId>, std::int64_t> shared;
    for (std::size_t row = 0; row < clusters.size(); ++row)
        if (before[row])
            ++shared[{clusters[row], before[row]}];
    std::vector<Claim> claims;
    for (const auto& [key, count] : shared)
        claims.push_back({count, key.second, key.first});
    std::sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return std::tuple(-a.shared, a.earlier, a.cluster) <
               std::tuple(-b.shared, b.earlier, b.cluster);
    });
    std::vector<records::PersonId> ofCluster(clusters.size());
    std::map<records::PersonId, bool> taken;
    for (const Claim& claim : claims)
        if (!ofCluster[claim.cluster] && taken.emplace(claim.earlier, true).second)
            ofCluster[claim.cluster] = claim.earlier;
    Numbering numbering;
    numbering.person.resize(clusters.size());
    for (std::size_t row = 0; row < clusters.size(); ++row) {
        records::PersonId& person = ofCluster[clusters[row]];
        if (!person)
            person = records::PersonId{nextId.value + numbering.fresh++};
        numbering.person[row] = person;
    }
    return numbering;
}

std::vector<records::Link> linksOf(const linkage::Output& output,
                                   const std::vector<records::SourceRecord>& records,
                                   const std::vector<records::PersonId>& person) {
    std::vector<records::Link> links(records.size());
    for (std::size_t row = 0; row < records.size(); ++row) {
        links[row].record = records[row].id;
        links[row].person = person[row];
    }
    for (const linkage::RowLink& tied : output.links) {
        records::Link& link = links[tied.row];
        link.against = records[tied.against].id;
        link.weight = tied.weight;
        link.probability = tied.probability;
        link.reasons = tied.reasons;
        link.origin = tied.byPerson ? records::LinkOrigin::person : records::LinkOrigin::engine;
    }
    return links;
}

std::vector<records::DoubtfulPair> pairsOf(const linkage::Output& output,
                                           const std::vector<records::SourceRecord>& records) {
    std::vector<records::DoubtfulPair> pairs;
    pairs.reserve(output.doubts.size());
    for (const linkage::RowDoubt& doubt : output.doubts) {
        records::DoubtfulPair pair;
        pair.left = records[doubt.left].id;
        pair.right = records[doubt.right].id;
        pair.weight = doubt.weight;
        pair.probability = doubt.probability;
        pair.reasons = doubt.reasons;
        pair.why = doubt.why;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}  // namespace casework
