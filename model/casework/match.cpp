// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/match.h"

#include "base/text.h"
#include "casework/row_feed.h"
#include "intake/delimited_reader.h"
#include "intake/table_file.h"
#include "linkage/fields.h"
#include "linkage/link.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace casework {

namespace {

using base::Code;
using base::fail;

// Where each wanted heading stands in one file.
struct Places {
    std::size_t id = 0;
    std::optional<std::size_t> source;
    std::vector<std::size_t> fields;
};

base::Result<std::size_t> placeOf(const std::vector<std::string>& header,
                                  const std::string& heading,
                                  const std::string& file) {
    const auto found = std::find(header.begin(), header.end(), heading);
    if (found != header.end())
        return static_cast<std::size_t>(found - header.begin());
    const std::string close = base::nearest(heading, header);
    return fail(Code::malformed,
                file,
                "has no column '" + heading + "'" +
                    (close.empty() ? "; it has " + base::join(header, ", ")
                                   : "; did you mean '" + close + "'?"));
}

class Reading {
public:
    Reading(const MatchRequest& request, const linkage::MatchColumns& columns, MatchReport& report)
        : m_request(request), m_columns(columns), m_report(report) {
        std::vector<linkage::FieldSpec> fields;
        for (const auto& [field, heading] : columns.fields)
            fields.push_back(field);
        m_input.rows = linkage::Rows(std::move(fields));
        const bool apart = request.files.size() > 1 || !columns.source.empty();
        m_input.onePerSource = request.linkOnly && apart;
        m_feed.emplace(m_input.rows);
    }

    base::Result<void> read(std::uint32_t file, base::Progress& progress) {
        const std::filesystem::path& path = m_request.files[file];
        auto table = intake::TableFile::open(path, progress);
        if (!table)
            return fail(table.error());
        const std::string name = path.filename().string();
        const auto places = find((*table)->header(), name);
        if (!places)
            return fail(places.error());
        const auto ids = std::make_shared<linkage::StringPool>();
        const std::size_t first = m_report.rows.size();
        intake::DelimitedRow row;
        for (;;) {
            const auto more = (*table)->next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (row.blank())
                continue;
            if (auto kept = keep(file, name, row, *places, *ids); !kept)
                return kept;
            if (m_report.rows.size() % 65536 == 0) {
                progress.step("reading", m_report.rows.size(), 0);
                if (progress.cancelled())
                    return fail(Code::cancelled, name, "stopped; nothing was written");
            }
        }
        // Every id is new in its file, so they stand in the order of the rows.
        for (std::size_t i = first; i < m_report.rows.size(); ++i)
            m_report.rows[i].id = ids->text(static_cast<std::uint32_t>(i - first + 1));
        m_report.ids.push_back(ids);
        return {};
    }

    [[nodiscard]] linkage::Input take() {
        m_feed->finish();
        return std::move(m_input);
    }

private:
    base::Result<Places> find(const std::vector<std::string>& header, const std::string& name) {
        Places places;
        const auto id = placeOf(header, m_columns.id, name);
        if (!id)
            return fail(id.error());
        places.id = *id;
        if (!m_columns.source.empty()) {
            const auto source = placeOf(header, m_columns.source, name);
            if (!source)
                return fail(source.error());
            places.source = *source;
        }
        for (const auto& [field, heading] : m_columns.fields) {
            const auto place = placeOf(header, heading, name);
            if (!place)
                return fail(place.error());
            places.fields.push_back(*place);
        }
        return places;
    }

    base::Result<void> keep(std::uint32_t file,
                            const std::string& name,
                            const intake::DelimitedRow& row,
                            const Places& places,
                            linkage::StringPool& ids) {
        const auto wrong = [&](std::string why) {
            return fail(
                Code::malformed, name + ", row " + std::to_string(row.line), std::move(why));
        };
        if (row.fault == intake::Fault::tooLong || row.fault == intake::Fault::tooMany)
            return wrong("is too long to be a row");
        const auto cell = [&row](std::size_t at) {
            return at < row.fields.size() ? base::trimmed(row.fields[at]) : std::string_view();
        };
        const std::string_view id = cell(places.id);
        if (id.empty())
            return wrong("has no id in column '" + m_columns.id + "'");
        const std::uint32_t known = ids.size();
        if (ids.id(id) != known)
            return wrong("has an id that an earlier row of the file has");
        m_cells.clear();
        for (const std::size_t at : places.fields)
            m_cells.push_back(cell(at));
        std::uint32_t source = file;
        if (places.source && m_request.files.size() == 1)
            source = m_sources.id(cell(*places.source));
        m_feed->add(m_cells, source);
        m_report.rows.push_back({file, {}, 0});
        return {};
    }

    const MatchRequest& m_request;
    const linkage::MatchColumns& m_columns;
    MatchReport& m_report;
    linkage::Input m_input;
    std::optional<RowFeed> m_feed;
    std::vector<std::string_view> m_cells;
    linkage::StringPool m_sources;
};

void numberPeople(const std::vector<std::uint32_t>& clusters, MatchReport& report) {
    std::vector<std::uint32_t> number(clusters.size(), 0);
    for (std::size_t row = 0; row < clusters.size(); ++row) {
        if (clusters[row] == row)
            number[row] = ++report.people;
        report.rows[row].person = number[clusters[row]];
    }
}

}  // namespace

base::Result<MatchReport> matchFiles(const MatchRequest& request, base::Progress& progress) {
    const auto columns = linkage::parseFieldSpec(request.fields);
    if (!columns)
        return fail(columns.error());
    MatchReport report;
    Reading reading(request, *columns, report);
    const auto started = std::chrono::steady_clock::now();
    for (std::uint32_t file = 0; file < request.files.size(); ++file)
        if (auto read = reading.read(file, progress); !read)
            return fail(read.error());
    const std::chrono::duration<double> readSeconds = std::chrono::steady_clock::now() - started;
    report.phases.emplace_back("read", readSeconds.count());
    linkage::Settings settings;
    if (request.threshold) {
        settings.linkProbability = *request.threshold;
        settings.reviewProbability = std::min(settings.reviewProbability, *request.threshold);
    }
    settings.model = request.model;
    settings.listPairs = request.listPairs;
    auto output = linkage::link(reading.take(), settings, progress);
    if (!output)
        return fail(output.error());
    numberPeople(output->person, report);
    report.pairs.reserve(output->pairs.size());
    for (const linkage::ScoredPair& pair : output->pairs)
        report.pairs.push_back({pair.left, pair.right, pair.weight, pair.probability});
    report.scoredPairs = output->scoredPairs;
    report.candidatePairs = output->candidatePairs;
    report.model = std::move(output->model);
    report.run = std::move(output->report);
    for (const linkage::PhaseTime& phase : output->phases)
        report.phases.emplace_back(phase.phase, phase.seconds);
    report.warnings = output->warnings;
    return report;
}

}  // namespace casework
