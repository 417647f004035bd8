// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/table_file.h"

#include "base/text.h"

namespace intake {

namespace {

constexpr std::size_t headerSample = 64U << 10U;

char lineEndOf(const FileSurvey& survey) {
    return survey.carriageReturnsOnly ? '\r' : '\n';
}

DelimitedOptions optionsFor(const FileSurvey& survey) {
    DelimitedOptions options;
    options.lineEnd = lineEndOf(survey);
    return options;
}

}  // namespace

TableFile::TableFile(InputFile file, const FileSurvey& survey)
    : m_decoded(std::move(file), survey),
      m_reader([this](std::string& text) { return m_decoded.append(text); }, optionsFor(survey)) {}

base::Result<std::unique_ptr<TableFile>> TableFile::open(const std::filesystem::path& path,
                                                         base::Progress& progress) {
    const auto survey = surveyFile(path, progress);
    if (!survey)
        return base::fail(survey.error());
    auto file = InputFile::open(path);
    if (!file)
        return base::fail(file.error());
    std::unique_ptr<TableFile> table(new TableFile(std::move(*file), *survey));
    if (auto read = table->readHeader(path.filename().string(), lineEndOf(*survey)); !read)
        return base::fail(read.error());
    return table;
}

base::Result<void> TableFile::readHeader(const std::string& name, char lineEnd) {
    const auto sample = m_reader.peek(headerSample);
    if (!sample)
        return base::fail(sample.error());
    m_reader.setSeparator(detectSeparator(*sample, lineEnd));
    DelimitedRow row;
    do {
        const auto more = m_reader.next(row);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            return base::fail(base::Code::malformed, name, "is empty: it has no header");
    } while (row.blank());
    if (row.fault != Fault::none)
        return base::fail(
            base::Code::malformed, name, "has a first line that is no header of delimited text");
    for (const std::string_view field : row.fields)
        m_header.emplace_back(base::trimmed(field));
    return {};
}

}  // namespace intake
