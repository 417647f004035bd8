// SPDX-License-Identifier: GPL-3.0-or-later
// A zip byte by byte, so that a test can make one no program would: names that lead out, parts that
// lie about their size, parts twice. Parts are deflated.
#pragma once

#include <QByteArray>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace support {

class ZipWriter {
public:
    // `claimed` is the unpacked size the zip says, if not the true one.
    ZipWriter& add(std::string_view name, std::string_view bytes, std::int64_t claimed = -1) {
        // qCompress: four bytes of length, then zlib's two before and four after the deflated ones.
        const QByteArray whole =
            qCompress(reinterpret_cast<const uchar*>(bytes.data()), qsizetype(bytes.size()), 6);
        const std::string packed = whole.mid(6, whole.size() - 10).toStdString();
        const auto size = claimed < 0 ? std::uint32_t(bytes.size()) : std::uint32_t(claimed);
        std::string common;
        put16(common, 20);
        put16(common, m_encrypted ? 1 : 0);
        put16(common, 8);
        put32(common, 0);
        put32(common, checksum(bytes));
        put32(common, std::uint32_t(packed.size()));
        put32(common, size);
        put16(common, std::uint16_t(name.size()));
        put16(common, 0);
        std::string central("PK\x01\x02\x14\x00", 6);
        central += common;
        put16(central, 0);  // comment
        put16(central, 0);  // disk
        put16(central, 0);
        put32(central, 0);
        put32(central, std::uint32_t(m_bytes.size()));
        central += name;
        m_directory += central;
        ++m_count;
        m_bytes += std::string("PK\x03\x04", 4) + common;
        m_bytes += name;
        m_bytes += packed;
        return *this;
    }

    ZipWriter& encrypted() {
        m_encrypted = true;
        return *this;
    }

    [[nodiscard]] std::string bytes() const {
        std::string end("PK\x05\x06\x00\x00\x00\x00", 8);
        put16(end, m_count);
        put16(end, m_count);
        put32(end, std::uint32_t(m_directory.size()));
        put32(end, std::uint32_t(m_bytes.size()));
        put16(end, 0);
        return m_bytes + m_directory + end;
    }

private:
    static void put16(std::string& out, std::uint16_t value) {
        out += static_cast<char>(value & 0xFFU);
        out += static_cast<char>(value >> 8U);
    }

    static void put32(std::string& out, std::uint32_t value) {
        put16(out, static_cast<std::uint16_t>(value & 0xFFFFU));
        put16(out, static_cast<std::uint16_t>(value >> 16U));
    }

    // CRC-32 bit by bit (ISO 3309), as zips carry it.
    static std::uint32_t checksum(std::string_view bytes) {
        std::uint32_t crc = 0xFFFFFFFFU;
        for (const char c : bytes) {
            crc ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit)
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
        }
        return ~crc;
    }

    std::string m_bytes;
    std::string m_directory;
    std::uint16_t m_count = 0;
    bool m_encrypted = false;
};

// A workbook by hand: its sheets' <sheetData> and what stands around it, as raw XML.
class WorkbookWriter {
public:
    WorkbookWriter& sheet(std::string name, std::string data, std::string state = "visible") {
        m_sheets.push_back({std::move(name), std::move(data), std::move(state)});
        return *this;
    }

    // The <si> elements.
    WorkbookWriter& texts(std::string items) {
        m_texts = std::move(items);
        return *this;
    }

    // The <numFmt> elements, and the format ids of the styles in order.
    WorkbookWriter& styles(std::string formats, const std::vector<int>& ids) {
        m_formats = std::move(formats);
        m_ids = ids;
        return *this;
    }

    WorkbookWriter& from1904() {
        m_1904 = true;
        return *this;
    }

    // One more part, or another in place of one.
    WorkbookWriter& part(std::string name, std::string bytes) {
        m_parts.push_back({std::move(name), std::move(bytes)});
        return *this;
    }

    [[nodiscard]] std::string bytes() const {
        const std::string types =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        std::string list;
        std::string relations;
        ZipWriter zip;
        zip.add("[Content_Types].xml", "<Types/>");
        for (std::size_t i = 0; i < m_sheets.size(); ++i) {
            const std::string number = std::to_string(i + 1);
            list += "<sheet name=\"" + m_sheets[i].name + "\" sheetId=\"" + number + "\" state=\"" +
                    m_sheets[i].state + "\" r:id=\"rId" + number + "\"/>";
            relations += "<Relationship Id=\"rId" + number + "\" Type=\"" + types +
                         "worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
            zip.add("xl/worksheets/sheet" + number + ".xml",
                    "<worksheet xmlns=\"m\">" + m_sheets[i].data + "</worksheet>");
        }
        relations +=
            "<Relationship Id=\"t\" Type=\"" + types +
            "sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"s\" Type=\"" + types +
            "styles\" Target=\"/xl/styles.xml\"/>";
        zip.add("_rels/.rels",
                "<Relationships><Relationship Id=\"r\" Type=\"" + types +
                    "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        zip.add("xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr date1904=\"" +
                    std::string(m_1904 ? "1" : "0") + "\"/><sheets>" + list +
                    "</sheets></workbook>");
        zip.add("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        zip.add("xl/sharedStrings.xml", "<sst>" + m_texts + "</sst>");
        zip.add("xl/styles.xml", styleSheet());
        for (const auto& [name, bytes] : m_parts)
            zip.add(name, bytes);
        return zip.bytes();
    }

private:
    struct Sheet {
        std::string name;
        std::string data;
        std::string state;
    };

    struct Part {
        std::string name;
        std::string bytes;
    };

    [[nodiscard]] std::string styleSheet() const {
        std::string out = "<styleSheet><numFmts>" + m_formats + "</numFmts><cellXfs>";
        for (const int id : m_ids)
            out += "<xf numFmtId=\"" + std::to_string(id) + "\"/>";
        return out + "</cellXfs></styleSheet>";
    }

    std::vector<Sheet> m_sheets;
    std::vector<Part> m_parts;
    std::string m_texts;
    std::string m_formats;
    std::vector<int> m_ids;
    bool m_1904 = false;
};

}  // namespace support
