// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/delivery_reader.h"

#include "base/text.h"
#include "intake/background_digest.h"
#include "intake/container_file.h"
#include "intake/delimited_table.h"
#include "intake/table_choice.h"
#include "intake/table_reading.h"
#include "intake/xml_head.h"
#include "intake/xml_message.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <set>

namespace intake {

namespace {

using base::Code;
using base::fail;
using base::Result;

constexpr std::uint64_t rowsBetweenSteps = 1024;

class DeliveryReading {
public:
    DeliveryReading(const ReadRequest& request, DeliverySink& sink, base::Progress& progress)
        : m_request(request),
          m_sink(sink),
          m_progress(progress),
          m_chooser(request),
          m_place(request.path.filename().string()) {}

    Result<DeliverySummary> run() {
        BackgroundDigest digest(m_request.path);
        const auto survey = surveyFile(m_request.path, m_progress);
        if (!survey)
            return fail(survey.error());
        m_survey = *survey;
        for (const auto step : {&DeliveryReading::openTables,
                                &DeliveryReading::refuseWhole,
                                &DeliveryReading::begin,
                                &DeliveryReading::readRows,
                                &DeliveryReading::finish})
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        auto sha256 = digest.take();
        if (!sha256)
            return fail(sha256.error());
        DeliverySummary said = summary();
        said.sha256 = std::move(*sha256);
        return said;
    }

private:
    Result<void> openTables() {
        if (m_survey.form == FileForm::xml)
            return openMessage();
        if (m_survey.form == FileForm::delimited) {
            auto text = DelimitedTable::open(m_request.path, m_survey);
            if (!text)
                return fail(text.error());
            m_separator = (*text)->separator();
            m_container = std::move(*text);
        } else {
            auto opened = openContainer(m_request.path, m_survey);
            if (!opened)
                return fail(opened.error());
            m_container = std::move(*opened);
        }
        for (std::size_t i = 0; i < m_container->tables().size(); ++i) {
            TableReading& reading = add(m_container->tables()[i]);
            reading.choice = m_chooser.choose(m_container->tables()[i]);
            if (reading.choice && !m_container->tables()[i].leading.empty()) {
                m_container->chooseHeader(i, reading.choice->header);
                reading.header = m_container->tables()[i].heading();
            }
        }
        return {};
    }

    Result<void> openMessage() {
        const auto head = XmlHead::read(m_request.path, m_survey, m_chooser.recordPaths());
        if (!head)
            return fail(head.error());
        const auto mappings = m_chooser.layoutOf(*head);
        if (!mappings)
            return fail(mappings.error().code, m_place, mappings.error().detail);
        auto message = XmlMessage::open(m_request.path, m_survey, *mappings);
        if (!message)
            return fail(message.error());
        m_survey.encoding = (*message)->encoding();
        m_container = std::move(*message);
        std::set<std::string> said;
        for (std::size_t i = 0; i < mappings->size(); ++i) {
            const Mapping& mapping = *(*mappings)[i];
            add(m_container->tables()[i]).choice = m_chooser.permit(mapping);
            // The tables of a layout share what is to be said of the head.
            for (TableNote& note : head->faults(mapping.xml->checks))
                if (said.insert(note.detail).second)
                    m_notes.push_back(std::move(note));
        }
        return {};
    }

    TableReading& add(const Table& table) {
        TableReading& reading = m_readings.emplace_back();
        if (m_container->tables().size() > 1)
            reading.name = table.name;
        reading.header = table.heading();
        return reading;
    }

    // When no table can be received there is nothing to keep.
    Result<void> refuseWhole() {
        if (std::any_of(m_readings.begin(), m_readings.end(), [](const TableReading& reading) {
                return reading.choice.has_value();
            }))
            return {};
        const base::Error why = whyNothing(m_readings);
        return fail(why.code, m_place, why.detail);
    }

    Result<void> begin() {
        for (std::size_t i = 0; i < m_readings.size(); ++i) {
            TableReading& reading = m_readings[i];
            if (!reading.choice)
                continue;
            const Mapping& mapping = *reading.choice->mapping;
            const auto table = static_cast<std::int64_t>(m_readings.size() > 1 ? i + 1 : 0);
            if (m_survey.form == FileForm::workbook)
                reading.ownMapping = std::make_unique<const Mapping>(forWorkbook(mapping));
            const Mapping& rules = reading.ownMapping ? *reading.ownMapping : mapping;
            reading.rows = std::make_unique<RowReader>(rules,
                                                       reading.header,
                                                       RowSetting{m_request.receivedOn,
                                                                  reading.choice->term,
                                                                  m_survey.mayBeDamaged,
                                                                  table,
                                                                  reading.choice->yearEnd,
                                                                  m_request.extractedOn});
            if (m_request.observer != nullptr)
                m_request.observer->start(i, reading.name, mapping, reading.header);
            if (auto done = note(reading.headerNotes()); !done)
                return done;
        }
        return {};
    }

    Result<void> note(std::vector<records::RowIssue>&& issues) {
        for (records::RowIssue& issue : issues)
            if (auto done = note(std::move(issue)); !done)
                return done;
        return {};
    }

    Result<void> note(records::RowIssue&& issue) {
        m_warnings += issue.severity == records::IssueSeverity::warning ? 1 : 0;
        return m_sink.note(std::move(issue));
    }

    Result<void> readRows() {
        TableRow row;
        std::vector<records::RowIssue> issues;
        for (std::uint64_t count = 0;; ++count) {
            if (count % rowsBetweenSteps == 0) {
                if (m_progress.cancelled())
                    return fail(Code::cancelled, m_place, "stopped; nothing was kept");
                m_progress.step("reading rows", m_container->done(), m_container->amount());
            }
            const auto more = m_container->next(row);
            if (!more)
                return fail(more.error());
            if (!*more)
                return {};
            TableReading& reading = m_readings[row.table];
            const bool blank = row.blank() && m_survey.form != FileForm::xml;
            if (blank) {
                reading.separatorsOnly += row.fields.size() > 1 ? 1 : 0;
            } else if (!reading.rows) {
                ++reading.rowsIn;
            } else if (auto done = handOn(reading, row, issues); !done) {
                return done;
            }
        }
    }

    Result<void> handOn(TableReading& reading,
                        const TableRow& row,
                        std::vector<records::RowIssue>& issues) {
        issues.clear();
        auto record = reading.rows->read(row, issues);
        ++reading.rowsIn;
        if (m_request.observer != nullptr)
            m_request.observer->row(row, record ? &*record : nullptr, issues);
        if (record) {
            ++reading.accepted;
            reading.coverage.add(*record);
            if (auto done = m_sink.accept(std::move(*record)); !done)
                return done;
            for (records::SourceRecord& further : reading.rows->takeFurther()) {
                reading.coverage.add(further);
                if (auto done = m_sink.accept(std::move(further)); !done)
                    return done;
            }
        }
        for (records::RowIssue& issue : issues) {
            issue.table = reading.name;
            if (auto done = note(std::move(issue)); !done)
                return done;
        }
        return {};
    }

    // What can be said only at the end.
    Result<void> finish() {
        for (TableNote& each : m_container->notes())
            m_notes.push_back(std::move(each));
        for (TableNote& each : m_notes)
            if (auto done = note(
                    tableNote(std::move(each.table), std::move(each.code), std::move(each.detail)));
                !done)
                return done;
        for (const TableReading& reading : m_readings)
            if (auto done = note(reading.lastNotes()); !done)
                return done;
        return {};
    }

    [[nodiscard]] DeliverySummary summary() const {
        DeliverySummary summary;
        summary.fileName = m_place;
        summary.encoding = m_survey.encoding;
        summary.separator = m_separator;
        summary.warnings = m_warnings;
        std::vector<std::string> names;
        for (const TableReading& reading : m_readings) {
            if (reading.unknown())
                continue;
            summary.rowsIn += reading.rowsIn;
            summary.rowsAccepted += reading.accepted;
            summary.rowsRejected += reading.rowsIn - reading.accepted;
            if (!reading.rows)
                continue;
            const Mapping& mapping = *reading.choice->mapping;
            summary.tables.push_back({reading.name,
                                      mapping.name,
                                      reading.rowsIn,
                                      reading.accepted,
                                      reading.rowsIn - reading.accepted});
            const std::string& name = m_readings.size() > 1 ? mapping.layout : mapping.name;
            if (std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
            if (summary.mappingVersion.empty())
                summary.mappingVersion = mapping.version;
            const auto spans = reading.coverage.spans(
                mapping, m_request.covers, m_request.extractedOn.value_or(m_request.receivedOn));
            summary.coverage.insert(summary.coverage.end(), spans.begin(), spans.end());
        }
        summary.mapping = base::join(names, ", ");
        assert(summary.rowsIn == summary.rowsAccepted + summary.rowsRejected);
        return summary;
    }

    const ReadRequest& m_request;
    DeliverySink& m_sink;
    base::Progress& m_progress;
    TableChooser m_chooser;
    std::string m_place;  // the file's name, for errors
    FileSurvey m_survey;
    char m_separator = ',';
    std::unique_ptr<Container> m_container;
    std::vector<TableReading> m_readings;  // one a table of the container
    std::vector<TableNote> m_notes;
    std::int64_t m_warnings = 0;
};

}  // namespace

base::Result<std::string> fileDigest(const std::filesystem::path& path) {
    return BackgroundDigest(path).take();
}

base::Result<DeliverySummary> readDelivery(const ReadRequest& request,
                                           DeliverySink& sink,
                                           base::Progress& progress) {
    return DeliveryReading(request, sink, progress).run();
}

}  // namespace intake
