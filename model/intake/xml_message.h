// SPDX-License-Identifier: GPL-3.0-or-later
// An XML message as a container: one table for each mapping of its layout, their rows in the order
// of the message, in one pass that holds one record at a time. The number of a row is the line on
// which its element begins; where lines do not tell rows of one kind apart (a message without line
// ends) they are counted on.
//
// Elements that no mapping lists are neither read nor kept, and said. Fails with malformed when the
// message is not well-formed, cut short, or has a single record beyond 16 MiB of text.
#pragma once

#include "intake/tables.h"
#include "intake/xml_events.h"
#include "intake/xml_plan.h"
#include "intake/xml_record.h"
#include "intake/xml_text.h"

#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace intake {

class XmlMessage final : public Container, private XmlSink {
public:
    // `mappings` are those of one layout; they outlive the container.
    [[nodiscard]] static base::Result<std::unique_ptr<XmlMessage>> open(
        const std::filesystem::path& path,
        const FileSurvey& survey,
        const std::vector<const Mapping*>& mappings);

    [[nodiscard]] const std::vector<Table>& tables() const override { return m_tables; }

    void chooseHeader(std::size_t, std::size_t) override {}  // a table has one

    [[nodiscard]] base::Result<bool> next(TableRow& row) override;
    [[nodiscard]] std::vector<TableNote> notes() const override;

    [[nodiscard]] std::uint64_t done() const override { return m_text->read(); }

    [[nodiscard]] std::uint64_t amount() const override { return m_bytes; }

    [[nodiscard]] Encoding encoding() const { return m_text->encoding(); }

private:
    struct Pending {
        std::size_t table = 0;
        XmlRecord::Index element = XmlRecord::none;
    };

    XmlMessage(const std::filesystem::path& path,
               std::unique_ptr<XmlText> text,
               std::uint64_t bytes,
               const std::vector<const Mapping*>& mappings);

    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view piece) override;

    void open(XmlPlan::Place place);
    void readAttributes(XmlPlan::Place place, const XmlAttributes& attributes);
    void finishRecord();
    void noteUnknown(std::string_view name);
    void fill(const Pending& pending, TableRow& row);
    void fillCell(const XmlPlan::Cell& cell, const Pending& pending, TableRow& row);
    [[nodiscard]] std::string_view joined();

    [[nodiscard]] bool inRecord() const { return !m_elements.empty(); }

    XmlPlan m_plan;
    std::string m_place;
    std::unique_ptr<XmlText> m_text;
    std::uint64_t m_bytes = 0;
    std::vector<Table> m_tables;
    XmlEvents m_events;

    std::vector<XmlPlan::Place> m_places;      // of the elements that are open
    std::vector<XmlRecord::Index> m_elements;  // the same within a record
    std::size_t m_skipping = 0;                // depth within an element that is not read
    std::map<XmlPlan::Place, std::string> m_head;
    XmlRecord m_record;
    std::vector<Pending> m_pending;  // rows of the record that was read last
    std::size_t m_given = 0;         // of them
    std::vector<std::int64_t> m_lastLine;
    std::vector<XmlRecord::Index> m_found;
    std::deque<std::string> m_joined;  // cells put together, of one row

    std::set<std::string> m_unknown;
    std::uint64_t m_withoutRows = 0;
};

}  // namespace intake
