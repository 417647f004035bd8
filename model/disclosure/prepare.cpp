// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/prepare.h"

#include "base/crypto.h"
#include "base/delimited_writer.h"
#include "disclosure/cells.h"
#include "disclosure/concerns.h"
#include "disclosure/manifest.h"
#include "disclosure/pseudonym.h"

#include <algorithm>
#include <set>

namespace disclosure {

namespace {

std::vector<Row> rowsOf(const Layout& layout,
                        const Selection& selection,
                        const base::Secret& studyKey,
                        const Period& period) {
    std::vector<Row> rows;
    rows.reserve(selection.included.size());
    for (const Selection::Included& one : selection.included)
        rows.push_back({one.candidate,
                        one.cohort,
                        one.addressWithheld,
                        period.to,
                        pseudonym(studyKey, layout.study, one.candidate->person.id),
                        pseudonym(studyKey, layout.study, one.candidate->family)});
    // Our own order would tell in which order people came to the council.
    std::sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.personPseudonym < right.personPseudonym;
    });
    return rows;
}

bool pseudonymsClash(const std::vector<Row>& rows) {
    const auto clash =
        std::adjacent_find(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
            return left.personPseudonym == right.personPseudonym;
        });
    return clash != rows.end();
}

std::string headingLine(const Layout& layout) {
    std::vector<std::string> headings;
    for (const Column& column : layout.columns)
        headings.push_back(column.heading);
    std::string line;
    base::appendDelimited(line, headings, base::Formulas::neutral, layout.separator);
    return line;
}

std::string fileName(const Layout& layout, const Period& period) {
    std::string name = layout.fileName;
    const std::pair<std::string_view, std::string> tokens[] = {
        {"{name}", layout.name},
        {"{version}", layout.version},
        {"{council}", layout.councilCode},
        {"{from}", base::isoDate(period.from)},
        {"{to}", base::isoDate(period.to)}};
    for (const auto& [token, value] : tokens)
        for (auto at = name.find(token); at != std::string::npos;
             at = name.find(token, at + value.size()))
            name.replace(at, token.size(), value);
    return name;
}

std::map<std::string, std::int64_t> countsByReason(const Selection& selection) {
    std::set<std::pair<Reason, records::PersonId>> people;
    for (const Selection::Excluded& one : selection.excluded)
        people.emplace(one.reason, one.candidate->person.id);
    std::map<std::string, std::int64_t> counts;
    for (const auto& [reason, person] : people)
        ++counts[std::string(reasonCode(reason))];
    return counts;
}

records::Submission registerEntry(const Layout& layout,
                                  const std::vector<Row>& rows,
                                  const Request& request) {
    records::Submission entry;
    entry.layout = layout.name;
    entry.layoutVersion = layout.version;
    entry.recipient = layout.recipient;
    entry.agreement = layout.agreement;
    entry.from = request.period.from;
    entry.to = request.period.to;
    for (const Column& column : layout.columns)
        entry.fields.emplace_back(fieldCode(column.field));
    entry.preparedBy = request.preparedBy;
    entry.preparedAt = request.preparedAt;
    for (const Row& row : rows) {
        entry.people.push_back({row.candidate->person.id,
                                row.candidate->family,
                                row.personPseudonym,
                                row.familyPseudonym,
                                row.cohort});
        ++(row.cohort == records::Cohort::supported ? entry.supportedPeople
                                                    : entry.assessedOnlyPeople);
    }
    return entry;
}

base::Result<void> checked(const base::Secret& studyKey, const Request& request) {
    if (studyKey.size() != studyKeySize)
        return base::fail(base::Code::refused,
                          "study key",
                          "has the wrong size; pseudonyms can't be made with it");
    const Period& period = request.period;
    if (period.from.is_special() || period.to.is_special() || period.to < period.from)
        return base::fail(base::Code::refused,
                          "period of the submission",
                          "needs a first and a last day, the last not before the first");
    return {};
}

}  // namespace

base::Result<Prepared> prepare(const Layout& layout,
                               const std::vector<Candidate>& candidates,
                               const base::Secret& studyKey,
                               const Request& request,
                               base::Progress& progress) {
    if (const auto sound = checked(studyKey, request); !sound)
        return base::fail(sound.error());
    progress.step("choosing who may be included", 0, candidates.size());
    Prepared prepared;
    prepared.selection = select(layout, candidates, request.period);
    const std::vector<Row> rows = rowsOf(layout, prepared.selection, studyKey, request.period);
    if (pseudonymsClash(rows))
        return base::fail(base::Code::refused,
                          "pseudonyms",
                          "two people came out with one pseudonym; nothing was prepared");
    Completeness completeness(layout);
    prepared.csv = headingLine(layout);
    std::uint64_t done = 0;
    for (const Row& row : rows) {
        if (progress.cancelled())
            return base::fail(base::Code::cancelled, "submission", "stopped; nothing was prepared");
        progress.step("writing rows", done++, rows.size());
        std::vector<std::string> cells;
        for (const Column& column : layout.columns)
            cells.push_back(cell(layout, column, row));
        completeness.add(*row.candidate, cells);
        base::appendDelimited(prepared.csv, cells, base::Formulas::neutral, layout.separator);
    }
    prepared.warnings = concernsAbout(layout, prepared.selection);
    prepared.submission = registerEntry(layout, rows, request);
    prepared.submission.leftOut = countsByReason(prepared.selection);
    for (const Completeness::Count& count : completeness.columns())
        prepared.submission.completeness.push_back(
            {static_cast<std::int64_t>(count.applies), static_cast<std::int64_t>(count.filled)});
    prepared.submission.sha256 = base::sha256Hex(prepared.csv);
    prepared.fileName = fileName(layout, request.period);
    prepared.manifestName =
        prepared.fileName.substr(0, prepared.fileName.size() - 4) + ".manifest.json";
    prepared.manifestJson = manifest(layout, prepared, completeness, request);
    return prepared;
}

}  // namespace disclosure
