// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delivery_reader.h"

#include "base/crypto.h"
#include "base/text.h"
#include "intake/agreement_file.h"
#include "intake/coverage.h"
#include "intake/decoded_file.h"
#include "intake/delimited_reader.h"
#include "intake/recognition.h"
#include "intake/row_reader.h"
#include "intake/term_reading.h"

#include <algorithm>
#include <cassert>

namespace intake {

namespace {

using base::Code;
using base::fail;
using base::Result;

constexpr std::size_t headerSample = 64U << 10U;
constexpr std::uint64_t rowsBetweenSteps = 1024;

std::string inQuotes(const std::vector<std::string>& words) {
    return "'" + base::join(words, "', '") + "'";
}

class DeliveryReading {
public:
    DeliveryReading(const ReadRequest& request, DeliverySink& sink, base::Progress& progress)
        : m_request(request),
          m_sink(sink),
          m_progress(progress),
          m_place(request.path.filename().string()) {}

    Result<DeliverySummary> run() {
        const auto survey = surveyFile(m_request.path, m_progress);
        if (!survey)
            return fail(survey.error());
        m_survey = *survey;
        if (survey->form == FileForm::workbook)
            return fail(Code::unsupported, m_place, "is a workbook; save the sheet as CSV");
        auto file = InputFile::open(m_request.path);
        if (!file)
            return fail(file.error());
        DecodedFile decoded(std::move(*file), *survey);
        m_decoded = &decoded;
        DelimitedOptions options;
        options.lineEnd = survey->carriageReturnsOnly ? '\r' : '\n';
        DelimitedReader reader([&](std::string& text) { return decoded.append(text); }, options);
        for (const auto step :
             {&DeliveryReading::readHeader, &DeliveryReading::choose, &DeliveryReading::readRows})
            if (auto done = (this->*step)(reader); !done)
                return fail(done.error());
        return summary();
    }

private:
    Result<void> readHeader(DelimitedReader& reader) {
        const auto sample = reader.peek(headerSample);
        if (!sample)
            return fail(sample.error());
        m_separator = detectSeparator(*sample, m_survey.carriageReturnsOnly ? '\r' : '\n');
        reader.setSeparator(m_separator);
        DelimitedRow row;
        do {
            const auto more = reader.next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                return fail(Code::malformed, m_place, "is empty: it has no header and no rows");
        } while (row.blank());
        if (row.fault == Fault::tooLong || row.fault == Fault::tooMany)
            return fail(
                Code::malformed,
                m_place,
                "has a first line far too long for a header; it is not delimited text, or its "
                "line ends were lost");
        for (const std::string_view field : row.fields)
            m_header.emplace_back(base::trimmed(field));
        // Separators at the end of every line, as some spreadsheets write them.
        while (m_header.size() > 1 && m_header.back().empty())
            m_header.pop_back();
        return {};
    }

    Result<void> choose(DelimitedReader&) {
        const auto recognition = m_request.mappingName ? byName() : byHeader();
        if (!recognition)
            return fail(recognition.error().code, m_place, recognition.error().detail);
        m_mapping = &m_request.mappings[recognition->mapping];
        if (!m_mapping->refusal.empty())
            return fail(
                Code::refused,
                m_place,
                "is " + m_mapping->description + " It is not received: " + m_mapping->refusal);
        if (auto permitted = permits(m_request.agreement, *m_mapping, m_request.receivedOn);
            !permitted)
            return fail(Code::refused, m_place, "is refused: " + base::describe(permitted.error()));
        if (!recognition->unknownHeadings.empty())
            return fail(Code::refused,
                        m_place,
                        "is refused: it has " + inQuotes(recognition->unknownHeadings) +
                            ", which the agreement '" + m_request.agreement.reference +
                            "' and the mapping '" + m_mapping->name + "' do not list");
        if (!recognition->twice.empty())
            return fail(Code::malformed,
                        m_place,
                        "has the column " + inQuotes(recognition->twice) + " more than once");
        if (auto whole = checkRequiredColumns(); !whole)
            return fail(whole.error());
        if (auto term = chooseTerm(); !term)
            return fail(term.error());
        return noteHeader(*recognition);
    }

    // Without the column of a required field every row would be rejected: better said once.
    Result<void> checkRequiredColumns() const {
        std::vector<std::string> missing;
        for (const ColumnRule& rule : m_mapping->columns) {
            const bool there =
                std::any_of(rule.headings.begin(), rule.headings.end(), [&](const auto& name) {
                    return !placesOf(name, m_header).empty();
                });
            if (!there && rule.type != nullptr && rule.type->fields[rule.field].required)
                missing.push_back(rule.headings.front());
        }
        if (missing.empty())
            return {};
        return fail(Code::malformed,
                    m_place,
                    "lacks the column " + inQuotes(missing) + ", which every row must have");
    }

    Result<Recognition> byName() const {
        for (std::size_t i = 0; i < m_request.mappings.size(); ++i) {
            const Mapping& mapping = m_request.mappings[i];
            if (mapping.name != *m_request.mappingName)
                continue;
            Recognition found = compare(m_header, mapping);
            found.mapping = i;
            if (!found.missingTelling.empty())
                return fail(Code::malformed,
                            m_place,
                            "its first line is not the header of the mapping '" + mapping.name +
                                "': it lacks " + inQuotes(found.missingTelling));
            return found;
        }
        std::vector<std::string> names;
        for (const Mapping& mapping : m_request.mappings)
            names.push_back(mapping.name);
        const std::string close = base::nearest(*m_request.mappingName, names);
        return fail(Code::notFound,
                    m_place,
                    "there is no mapping '" + *m_request.mappingName + "'" +
                        (close.empty() ? "" : "; did you mean '" + close + "'?"));
    }

    // Among the agency's own layouts first: two agencies may send the same columns.
    Result<Recognition> byHeader() const {
        std::vector<Mapping> own;
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < m_request.mappings.size(); ++i)
            if (m_request.mappings[i].agency == m_request.agreement.agency) {
                own.push_back(m_request.mappings[i]);
                places.push_back(i);
            }
        auto found = recognise(m_header, own);
        if (found) {
            found->mapping = places[found->mapping];
            return found;
        }
        // Another agency's layout: let the agreement say so. Otherwise the nearest of our own helps
        // more.
        auto other = recognise(m_header, m_request.mappings);
        return other || own.empty() ? other : found;
    }

    Result<void> chooseTerm() {
        if (!m_mapping->termFromFileName)
            return {};
        const auto term = m_request.term ? readTerm(*m_request.term)
                                         : termFromFileName(m_place, m_mapping->termsInArrears);
        if (!term)
            return fail(Code::malformed,
                        m_place,
                        m_request.term
                            ? "the term given for it is not a school term: say it as 2025-autumn"
                            : "its name does not tell the school term: name it like "
                              "2024_autumn_pupilonroll.csv, or say which term the rows speak of");
        m_term = *term;
        return {};
    }

    // What is said once of the whole file: columns that are not there, and those left unread.
    Result<void> noteHeader(const Recognition& recognition) {
        if (!recognition.missingHeadings.empty())
            if (auto done = noteFile("missing-columns",
                                     "lacks " + inQuotes(recognition.missingHeadings) +
                                         "; what they say stays unknown");
                !done)
                return done;
        std::vector<std::string> unread;
        for (const std::string& heading : m_mapping->notReceived)
            if (!placesOf(heading, m_header).empty())
                unread.push_back(heading);
        if (!unread.empty())
            if (auto done = noteFile(
                    "not-received",
                    "has " + inQuotes(unread) + ", which are not received and were not kept");
                !done)
                return done;
        if (std::find(m_header.begin(), m_header.end(), "") != m_header.end())
            return noteFile("unnamed-column", "has a column without a heading; it was not read");
        return {};
    }

    Result<void> noteFile(std::string code, std::string detail) {
        ++m_warnings;
        return m_sink.note(
            {{}, 0, {}, records::IssueSeverity::warning, std::move(code), std::move(detail)});
    }

    Result<void> readRows(DelimitedReader& reader) {
        RowReader rows(*m_mapping, m_header, {m_request.receivedOn, m_term, m_survey.mayBeDamaged});
        if (m_request.observer != nullptr)
            m_request.observer->start(0, "", *m_mapping, m_header);
        DelimitedRow row;
        std::vector<records::RowIssue> issues;
        for (std::uint64_t count = 0;; ++count) {
            if (count % rowsBetweenSteps == 0) {
                if (m_progress.cancelled())
                    return fail(Code::cancelled, m_place, "stopped; nothing was kept");
                m_progress.step("reading rows", m_decoded->read(), m_survey.bytes);
            }
            const auto more = reader.next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                break;
            if (row.blank()) {
                m_separatorsOnly += row.fields.size() > 1 ? 1 : 0;
                continue;
            }
            if (auto done = handOn(rows, row, issues); !done)
                return done;
        }
        if (m_separatorsOnly > 0)
            return noteFile("blank-rows",
                            "has " + base::counted(m_separatorsOnly, "line", "lines") +
                                " with separators and nothing else; not counted as rows");
        return {};
    }

    Result<void> handOn(RowReader& rows,
                        const DelimitedRow& row,
                        std::vector<records::RowIssue>& issues) {
        issues.clear();
        auto record = rows.read(row, issues);
        ++m_rowsIn;
        if (m_request.observer != nullptr)
            m_request.observer->row(row, record ? &*record : nullptr, issues);
        if (record) {
            ++m_accepted;
            m_coverage.add(*record);
            if (auto done = m_sink.accept(std::move(*record)); !done)
                return done;
        } else {
            ++m_rejected;
        }
        for (records::RowIssue& issue : issues) {
            m_warnings += issue.severity == records::IssueSeverity::warning ? 1 : 0;
            if (auto done = m_sink.note(std::move(issue)); !done)
                return done;
        }
        return {};
    }

    [[nodiscard]] DeliverySummary summary() const {
        assert(m_rowsIn == m_accepted + m_rejected);
        DeliverySummary summary;
        summary.fileName = m_place;
        summary.sha256 = m_survey.sha256;
        summary.mapping = m_mapping->name;
        summary.mappingVersion = m_mapping->version;
        summary.encoding = m_survey.encoding;
        summary.separator = m_separator;
        summary.rowsIn = m_rowsIn;
        summary.rowsAccepted = m_accepted;
        summary.rowsRejected = m_rejected;
        summary.warnings = m_warnings;
        summary.coverage = m_coverage.spans(
            *m_mapping, m_request.covers, m_request.extractedOn.value_or(m_request.receivedOn));
        return summary;
    }

    const ReadRequest& m_request;
    DeliverySink& m_sink;
    base::Progress& m_progress;
    std::string m_place;  // the file's name, for errors
    FileSurvey m_survey;
    const DecodedFile* m_decoded = nullptr;
    char m_separator = ',';
    std::vector<std::string> m_header;
    const Mapping* m_mapping = nullptr;
    std::string m_term;
    CoverageGathering m_coverage;
    std::int64_t m_rowsIn = 0;
    std::int64_t m_accepted = 0;
    std::int64_t m_rejected = 0;
    std::int64_t m_warnings = 0;
    std::size_t m_separatorsOnly = 0;
};

}  // namespace

base::Result<std::string> fileDigest(const std::filesystem::path& path) {
    auto file = InputFile::open(path);
    if (!file)
        return fail(file.error());
    base::startCrypto();
    base::Sha256 hash;
    std::string piece;
    for (;;) {
        const auto more = file->read(piece);
        if (!more)
            return fail(more.error());
        if (!*more)
            return base::hex(hash.finish());
        hash.add(piece);
    }
}

base::Result<DeliverySummary> readDelivery(const ReadRequest& request,
                                           DeliverySink& sink,
                                           base::Progress& progress) {
    return DeliveryReading(request, sink, progress).run();
}

}  // namespace intake
