// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/link_input.h"

#include "linkage/explain.h"

#include <algorithm>
#include <array>
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

linkage::Rows rowsOf(const std::vector<records::SourceRecord>& records) {
    std::vector<linkage::FieldSpec> fields;
    for (const ColumnRule& rule : columnRules)
        // Registers hold some people twice: two numbers of one agency are not two people for sure.
        fields.push_back({rule.kind, {}, rule.kind == linkage::FieldKind::localId});
    linkage::Rows rows(std::move(fields));
    const auto source = sources(records);
    std::array<std::string, std::size(columnRules)> values;
    std::array<std::string_view, std::size(columnRules)> cells;
    for (std::size_t row = 0; row < records.size(); ++row) {
        for (std::size_t i = 0; i < values.size(); ++i)
            cells[i] = values[i] = columnRules[i].value(records[row].identity);
        rows.add(cells, source[row]);
    }
    return rows;
}

std::vector<records::LinkReason> reasonsOf(const linkage::Output& output,
                                           const records::SourceRecord& left,
                                           const records::SourceRecord& right,
                                           linkage::TieKind kind) {
    const linkage::Rows pair = rowsOf({left, right});
    return linkage::explain(pair, 0, 1, kind, output.model)
        .value_or(std::vector<records::LinkReason>());
}

}  // namespace

linkage::Input linkInput(const std::vector<records::SourceRecord>& records,
                         const std::vector<store::PairDecision>& decisions) {
    linkage::Input input;
    input.rows = rowsOf(records);
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
        link.reasons = reasonsOf(output, records[tied.row], records[tied.against], tied.kind);
        link.origin = tied.kind == linkage::TieKind::decision ? records::LinkOrigin::person
                                                              : records::LinkOrigin::engine;
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
        pair.reasons = reasonsOf(output, records[doubt.left], records[doubt.right], doubt.kind);
        pair.why = doubt.why;
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

}  // namespace casework
