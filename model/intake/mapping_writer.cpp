// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/mapping_writer.h"

#include "base/date.h"
#include "base/toml_text.h"
#include "intake/date_reading.h"
#include "records/agency.h"

#include <algorithm>
#include <array>
#include <cassert>

namespace intake {

namespace {

using base::tomlText;

template <class Texts>
std::string list(const Texts& texts) {
    std::string out = "[";
    for (const auto& text : texts)
        out += (out.size() > 1 ? ", " : "") + tomlText(text);
    return out + "]";
}

// One text alone, or a list.
std::string oneOrList(const std::vector<std::string>& texts) {
    return texts.size() == 1 ? tomlText(texts.front()) : list(texts);
}

std::string dateNames(const std::vector<DateForm>& forms) {
    std::vector<std::string> names;
    for (const DateForm form : forms)
        names.emplace_back(dateFormName(form));
    return list(names);
}

void line(std::string& out, std::string_view key, const std::string& value) {
    out += std::string(key) + " = " + value + "\n";
}

bool isDate(const ColumnRule& rule) {
    return rule.type == nullptr ? rule.target == "birth_date" || rule.target == "death_date"
                                : rule.type->fields[rule.field].kind == records::FieldKind::date;
}

class Writing {
public:
    explicit Writing(const Mapping& mapping) : m_mapping(mapping) {
        assert(!mapping.xml);
        const auto first = std::find_if(mapping.columns.begin(), mapping.columns.end(), isDate);
        if (first != mapping.columns.end())
            m_dates = first->dates.forms;
        // Its days have no form of their own: they are written as the file's.
        if (mapping.attendance && !mapping.attendance->dates.forms.empty())
            m_dates = mapping.attendance->dates.forms;
    }

    std::string run() {
        writeHead();
        if (m_mapping.refusal.empty()) {
            writeColumns();
            writeConstants();
            writeAttendance();
            writeTerm();
            writeCorrections();
            writeCoverage();
        }
        return std::move(m_out);
    }

private:
    void writeHead() {
        line(m_out, "name", tomlText(m_mapping.name));
        line(m_out, "version", tomlText(m_mapping.version));
        line(m_out, "agency", tomlText(records::agencyCode(m_mapping.agency)));
        if (m_mapping.types.size() == 1 && m_mapping.typeHeading.empty() &&
            m_mapping.refusal.empty())
            line(m_out, "record_type", tomlText(m_mapping.types.front()->name));
        line(m_out, "description", tomlText(m_mapping.description));
        if (!m_mapping.refusal.empty())
            line(m_out, "refused_because", tomlText(m_mapping.refusal));
        else if (!m_dates.empty())
            line(m_out, "dates", dateNames(m_dates));
        constexpr std::array<std::string_view, 4> encodings{
            "utf-8", "utf-16le", "utf-16be", "windows-1252"};
        const char separator = m_mapping.usualSeparator;
        line(m_out,
             "usual_separator",
             tomlText(separator == ';'    ? "semicolon"
                      : separator == '\t' ? "tab"
                      : separator == '|'  ? "pipe"
                                          : "comma"));
        line(m_out,
             "usual_encoding",
             tomlText(encodings[static_cast<std::size_t>(m_mapping.usualEncoding)]));
        if (!m_mapping.localIdSeries.empty())
            line(m_out, "local_id_series", tomlText(m_mapping.localIdSeries));
        if (!m_mapping.recognisedBy.empty())
            line(m_out, "recognised_by", list(m_mapping.recognisedBy));
        if (!m_mapping.sheets.empty())
            line(m_out, "sheets", list(m_mapping.sheets));
        if (!m_mapping.notReceived.empty())
            line(m_out, "not_received", list(m_mapping.notReceived));
        if (!m_mapping.typeHeading.empty() && m_mapping.refusal.empty()) {
            m_out += "\n[record_type_by]\n";
            line(m_out, "heading", tomlText(m_mapping.typeHeading));
            m_out += "\n[record_type_by.codes]\n";
            for (const auto& [code, type] : m_mapping.typeCodes)
                line(m_out, tomlText(code), tomlText(type));
        }
    }

    // A field of one of several types needs its type's name.
    [[nodiscard]] std::string key(const ColumnRule& rule) const {
        return rule.type == nullptr || m_mapping.types.size() == 1 ? rule.target
                                                                   : tomlText(rule.column());
    }

    [[nodiscard]] bool plain(const ColumnRule& rule) const {
        return rule.combine == Combine::alias && rule.codes.empty() && !rule.otherwise &&
               !rule.wholeNumber && !rule.partOfName && rule.instead.empty() && rule.json.empty() &&
               rule.dates.pivotYear == 0 && (!isDate(rule) || rule.dates.forms == m_dates);
    }

    void writeColumns() {
        m_out += "\n[columns]\n";
        for (const ColumnRule& rule : m_mapping.columns)
            if (plain(rule))
                line(m_out, key(rule), oneOrList(rule.headings));
        for (const ColumnRule& rule : m_mapping.columns)
            if (!plain(rule))
                writeRule(rule);
    }

    void writeRule(const ColumnRule& rule) {
        const std::string table = "columns." + key(rule);
        m_out += "\n[" + table + "]\n";
        const std::string_view word = rule.partOfName                  ? "part_of"
                                      : rule.combine == Combine::join  ? "join"
                                      : rule.combine == Combine::sum   ? "sum"
                                      : rule.combine == Combine::first ? "first"
                                                                       : "heading";
        line(m_out, word, oneOrList(rule.headings));
        if (isDate(rule) && rule.dates.forms != m_dates)
            line(m_out, "dates", dateNames(rule.dates.forms));
        if (rule.dates.pivotYear != 0)
            line(m_out, "pivot_year", std::to_string(rule.dates.pivotYear));
        if (!rule.instead.empty()) {
            line(m_out, "instead", list(rule.instead));
            line(m_out, "instead_when", list(rule.insteadWhen));
        }
        if (!rule.json.empty())
            line(m_out, "json", list(rule.json));
        if (rule.wholeNumber)
            line(m_out, "whole_number", "true");
        if (rule.otherwise)
            line(m_out, "otherwise", tomlText(*rule.otherwise));
        if (rule.codes.empty())
            return;
        m_out += "\n[" + table + ".codes]\n";
        for (const auto& [code, meaning] : rule.codes)
            line(m_out, tomlText(code), tomlText(meaning));
    }

    void writeConstants() {
        if (m_mapping.constants.empty())
            return;
        m_out += "\n[constants]\n";
        for (const ConstantRule& constant : m_mapping.constants)
            line(m_out,
                 m_mapping.types.size() == 1
                     ? std::string(constant.type->fields[constant.field].name)
                     : tomlText(constant.column()),
                 tomlText(constant.text));
    }

    void writeAttendance() {
        if (!m_mapping.attendance)
            return;
        const AttendanceRule& rule = *m_mapping.attendance;
        m_out += "\n[attendance]\n";
        if (!rule.code.empty())
            line(m_out, "code", tomlText(rule.code));
        if (!rule.marks.empty())
            line(m_out, "marks", tomlText(rule.marks));
        if (!rule.start.empty())
            line(m_out, "start", tomlText(rule.start));
        if (rule.counts.empty())
            return;
        m_out += "\n[attendance.counts]\n";
        for (const auto& [heading, code] : rule.counts)
            line(m_out, tomlText(heading), tomlText(code));
    }

    void writeTerm() {
        if (!m_mapping.termFromFileName)
            return;
        m_out += "\n[term]\nfrom = \"file-name\"\n";
        if (m_mapping.termsInArrears != 0)
            line(m_out, "arrears", std::to_string(m_mapping.termsInArrears));
    }

    void writeCorrections() {
        const Corrections& corrections = m_mapping.corrections;
        if (corrections.key.empty() && !corrections.whole && corrections.series.empty() &&
            corrections.within.empty() && corrections.withdrawnHeading.empty())
            return;
        m_out += "\n[corrections]\n";
        if (!corrections.key.empty())
            line(m_out, "key", list(corrections.key));
        if (corrections.whole)
            line(m_out, "delivery", tomlText("whole"));
        if (!corrections.within.empty())
            line(m_out, "within", list(corrections.within));
        if (!corrections.series.empty())
            line(m_out, "series", tomlText(corrections.series));
        if (!corrections.withdrawnHeading.empty())
            line(m_out,
                 "withdrawn",
                 "{ heading = " + tomlText(corrections.withdrawnHeading) +
                     ", codes = " + list(corrections.withdrawnCodes) + " }");
    }

    void writeCoverage() {
        if (!m_mapping.coversUntilReceipt && !m_mapping.covers)
            return;
        m_out += "\n[coverage]\n";
        if (m_mapping.coversUntilReceipt)
            line(m_out, "until", tomlText("receipt"));
        if (m_mapping.covers && m_mapping.covers->from)
            line(m_out, "from", base::isoDate(*m_mapping.covers->from));
        if (m_mapping.covers && m_mapping.covers->to)
            line(m_out, "to", base::isoDate(*m_mapping.covers->to));
    }

    const Mapping& m_mapping;
    std::vector<DateForm> m_dates;  // of the first column of dates: what holds for the whole file
    std::string m_out;
};

}  // namespace

std::string writeMapping(const Mapping& mapping) {
    return Writing(mapping).run();
}

}  // namespace intake
