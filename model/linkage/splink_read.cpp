// SPDX-License-Identifier: GPL-3.0-or-later
// Splink settings as the engine's model.
#include "base/text.h"
#include "linkage/fields.h"
#include "linkage/splink.h"
#include "linkage/splink_levels.h"
#include "linkage/sql_condition.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace linkage {

namespace {

using base::Json;

constexpr double usualPrior = 0.0001;  // Splink's own default

struct Shares {
    double m = 0;
    double u = 0;
    std::size_t from = 0;  // which of the file's comparisons said it
};

struct Meant {
    std::string level;
    Fidelity fidelity = Fidelity::none;
};

class Reader {
public:
    Reader(const std::vector<std::pair<FieldSpec, std::string>>& headings,
           std::vector<SplinkNote>& notes)
        : m_notes(notes) {
        std::vector<FieldSpec> fields;
        for (const auto& [field, heading] : headings) {
            fields.push_back(field);
            if (field.kind == FieldKind::birthYear || field.kind == FieldKind::fullName)
                continue;  // a part of what is compared, or several comparisons at once
            for (const std::string& column : comparedColumns({field}))
                m_names.emplace_back(base::lowerAscii(heading), column);
        }
        m_fields = comparedFields(fields);
    }

    void read(const Json& comparison) {
        const ComparedField* field = nullptr;
        for (const Json& level : comparison["comparison_levels"].items())
            for (const std::string& column : sqlColumns(wordsOf(level)))
                if (field == nullptr)
                    field = fieldOf(column);
        const std::string name = comparison["output_column_name"].text();
        if (field == nullptr) {
            m_notes.push_back({name, "", "left out: it compares none of the fields given"});
            return;
        }
        ++m_comparisons;
        for (const Json& level : comparison["comparison_levels"].items())
            take(level, *field);
    }

    // Every comparison of the fields; what nothing spoke of has the shipped start values.
    [[nodiscard]] std::vector<ComparisonEstimate> finish() {
        std::vector<ComparisonEstimate> out;
        for (const ComparedField& field : m_fields) {
            ComparisonEstimate estimate{field.name, {}};
            const double kin = kinship(field.measure);
            for (const LevelStart& start : levelsOf(field.measure)) {
                const auto found = m_shares.find({field.name, std::string(start.name)});
                const Shares shares =
                    found == m_shares.end() ? Shares{start.m, start.u, 0} : found->second;
                if (found == m_shares.end())
                    m_notes.push_back({field.name,
                                       std::string(start.name),
                                       "not in the file: keeps the shipped start values"});
                estimate.levels.push_back({std::string(start.name),
                                           shares.m,
                                           shares.u,
                                           kin * shares.m + (1 - kin) * shares.u,
                                           0});
            }
            out.push_back(std::move(estimate));
        }
        return out;
    }

    [[nodiscard]] bool tookAny() const { return !m_shares.empty(); }

private:
    [[nodiscard]] SqlWords wordsOf(const Json& level) const {
        return renamedColumns(sqlWords(level["sql_condition"].text()), m_names);
    }

    [[nodiscard]] const ComparedField* fieldOf(const std::string& column) const {
        const bool isPlace = column == "postcode" || column == "address" || column == "uprn" ||
                             column == "town" || column == "place";
        const auto found =
            std::find_if(m_fields.begin(), m_fields.end(), [&](const ComparedField& one) {
                return isPlace ? one.measure == Measure::place : one.column == column;
            });
        return found == m_fields.end() ? nullptr : &*found;
    }

    static SqlWords filled(const std::string& condition, const ComparedField& field) {
        return sqlWords(conditionFor(condition, field.column));
    }

    [[nodiscard]] static Meant meaning(const SqlWords& words, const ComparedField& field) {
        const SplinkComparison* const own = splinkLevels().find(field.measure);
        if (own != nullptr)
            for (const SplinkLevel& level : own->levels)
                if (!level.condition.empty() && filled(level.condition, field) == words)
                    return {level.name, Fidelity::exact};
        for (const SplinkEquivalent& one : splinkLevels().theirs) {
            if (std::find(one.measures.begin(), one.measures.end(), measureWord(field.measure)) ==
                one.measures.end())
                continue;
            const auto number = matchesTemplate(words, filled(one.condition, field));
            if (number && (one.to <= 0 || (*number >= one.from && *number <= one.to)))
                return {one.level, one.fidelity};
        }
        return {};
    }

    void take(const Json& level, const ComparedField& field) {
        if (level["is_null_level"].flag())
            return;
        const std::string& said = level["label_for_charts"].text().empty()
                                      ? level["sql_condition"].text()
                                      : level["label_for_charts"].text();
        const Meant meant = meaning(wordsOf(level), field);
        if (meant.level.empty()) {
            m_notes.push_back({field.name, said, "left out: the engine has no such level"});
            return;
        }
        const double m = level["m_probability"].number();
        const double u = level["u_probability"].number();
        if (!(m > 0 && m <= 1 && u > 0 && u <= 1)) {
            m_notes.push_back({field.name, said, "left out: it has no m or u between 0 and 1"});
            return;
        }
        Shares& shares = m_shares[{field.name, meant.level}];
        if (shares.m > 0 && shares.from != m_comparisons) {
            m_notes.push_back(
                {field.name, said, "left out: another comparison of the file says it already"});
            return;
        }
        if (shares.m > 0)
            m_notes.push_back(
                {field.name, said, "added to \"" + meant.level + "\", as a level before it"});
        else if (meant.fidelity == Fidelity::near)
            m_notes.push_back(
                {field.name, said, "taken as \"" + meant.level + "\", not quite the same pairs"});
        shares = {std::min(shares.m + m, 1.0), std::min(shares.u + u, 1.0), m_comparisons};
    }

    std::vector<std::pair<std::string, std::string>> m_names;  // theirs, ours
    std::vector<ComparedField> m_fields;
    std::map<std::pair<std::string, std::string>, Shares> m_shares;  // by comparison and level
    std::size_t m_comparisons = 0;
    std::vector<SplinkNote>& m_notes;
};

}  // namespace

base::Result<SplinkModel> fromSplink(
    const Json& settings,
    std::string_view place,
    const std::vector<std::pair<FieldSpec, std::string>>& headings) {
    SplinkModel out;
    Reader reader(headings, out.notes);
    for (const Json& comparison : settings["comparisons"].items())
        reader.read(comparison);
    if (!reader.tookAny())
        return base::fail(base::Code::malformed,
                          std::string(place),
                          "holds no comparison level that the engine has for these fields");
    out.model.comparisons = reader.finish();
    double prior = settings["probability_two_random_records_match"].number();
    if (!(prior > 0 && prior < 0.5)) {
        prior = usualPrior;
        out.notes.push_back(
            {"", "prior", "no probability that two random records match; 0.0001 is used"});
    }
    out.model.relativePrior = prior;
    out.model.prior = prior * (1 - out.model.relativePrior);
    out.notes.push_back({"",
                         "relatives",
                         "Splink has no such class: as many pairs of relatives as of one person "
                         "are assumed, alike as the shipped kinship says"});
    return out;
}

}  // namespace linkage
