// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/manifest.h"

#include "base/json.h"
#include "disclosure/cells.h"

#include <map>

namespace disclosure {

namespace {

using base::Json;

constexpr int formatVersion = 1;

Json layoutJson(const Layout& layout) {
    return Json::Object{{"name", layout.name},
                        {"version", layout.version},
                        {"fingerprint", layout.fingerprint},
                        {"study", layout.study}};
}

Json gatewaysJson(const Layout& layout) {
    Json::Object gateways;
    for (const auto& [name, power] : layout.gateways)
        gateways.emplace_back(name, power);
    return gateways;
}

Json fileJson(const Layout& layout, const Prepared& prepared) {
    return Json::Object{{"name", prepared.fileName},
                        {"sha256", prepared.submission.sha256},
                        {"bytes", prepared.csv.size()},
                        {"rows", prepared.submission.people.size()},
                        {"separator", std::string(1, layout.separator)},
                        {"encoding", "UTF-8"}};
}

Json peopleJson(const records::Submission& submission) {
    return Json::Object{{"total", submission.people.size()},
                        {"supported", submission.supportedPeople},
                        {"assessed_only", submission.assessedOnlyPeople}};
}

// A family is supported when anyone of it goes out as supported.
Json familiesJson(const records::Submission& submission) {
    std::map<records::FamilyId, bool> supported;
    for (const records::SubmissionPerson& person : submission.people) {
        bool& mark = supported[person.family];
        mark = mark || person.cohort == records::Cohort::supported;
    }
    std::int64_t marked = 0;
    for (const auto& [family, isSupported] : supported)
        marked += isSupported ? 1 : 0;
    return Json::Object{{"total", supported.size()},
                        {"supported", marked},
                        {"assessed_only", static_cast<std::int64_t>(supported.size()) - marked}};
}

Json leftOutJson(const records::Submission& submission) {
    Json::Object counts;
    for (const Reason reason : allReasons) {
        const std::string code(reasonCode(reason));
        const auto found = submission.leftOut.find(code);
        counts.emplace_back(code,
                            found == submission.leftOut.end() ? std::int64_t{0} : found->second);
    }
    return counts;
}

Json warningsJson(const std::vector<Warning>& warnings) {
    Json::Object counts;
    for (const Concern concern : allConcerns) {
        std::int64_t count = 0;
        for (const Warning& warning : warnings)
            count += warning.concern == concern ? 1 : 0;
        counts.emplace_back(std::string(concernCode(concern)), count);
    }
    return counts;
}

Json columnsJson(const Layout& layout, const Completeness& completeness) {
    Json::Array columns;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const Column& column = layout.columns[i];
        const Completeness::Count& count = completeness.columns()[i];
        columns.emplace_back(Json::Object{{"heading", column.heading},
                                          {"field", fieldCode(column.field)},
                                          {"format", formatCode(column.format)},
                                          {"only", onlyCode(column.only)},
                                          {"mandatory", column.mandatory},
                                          {"applies_to", count.applies},
                                          {"filled", count.filled},
                                          {"per_cent", count.percent()}});
    }
    return columns;
}

}  // namespace

Completeness::Completeness(const Layout& layout) : m_layout(&layout) {
    m_columns.resize(layout.columns.size());
}

void Completeness::add(const Candidate& candidate, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i].applies += applies(m_layout->columns[i], candidate) ? 1 : 0;
        m_columns[i].filled += cells[i].empty() ? 0 : 1;
    }
}

double Completeness::Count::percent() const {
    return applies == 0 ? 0.0 : static_cast<double>(filled * 1000 / applies) / 10.0;
}

std::string manifest(const Layout& layout,
                     const Prepared& prepared,
                     const Completeness& completeness,
                     const Request& request) {
    const records::Submission& submission = prepared.submission;
    const Json document = Json::Object{{"format", "families-first submission manifest"},
                                       {"format_version", formatVersion},
                                       {"layout", layoutJson(layout)},
                                       {"recipient", layout.recipient},
                                       {"purpose", layout.purpose},
                                       {"agreement", layout.agreement},
                                       {"gateways", gatewaysJson(layout)},
                                       {"council_code", layout.councilCode},
                                       {"period",
                                        Json::Object{{"from", base::isoDate(submission.from)},
                                                     {"to", base::isoDate(submission.to)}}},
                                       {"prepared_at", request.preparedAt},
                                       {"prepared_by_role", request.preparedByRole},
                                       {"file", fileJson(layout, prepared)},
                                       {"people", peopleJson(submission)},
                                       {"families", familiesJson(submission)},
                                       {"left_out_people", leftOutJson(submission)},
                                       {"warnings", warningsJson(prepared.warnings)},
                                       {"columns", columnsJson(layout, completeness)}};
    return document.write(true) + "\n";
}

}  // namespace disclosure
