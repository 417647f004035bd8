// SPDX-License-Identifier: GPL-3.0-or-later
// The text of an XML message as UTF-8, in the encoding that it declares where its bytes bear that
// out. The declaration itself is blanked out: it holds no longer. A TextSource for XmlEvents.
#pragma once

#include "base/result.h"
#include "intake/decoded_file.h"
#include "intake/encoding.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace intake {

class XmlText {
public:
    // Fails with notFound, unreadable, or unsupported (an encoding that is not read).
    [[nodiscard]] static base::Result<std::unique_ptr<XmlText>> open(
        const std::filesystem::path& path, const FileSurvey& survey);

    // Appends the next piece; false at the end.
    [[nodiscard]] base::Result<bool> append(std::string& text);

    [[nodiscard]] Encoding encoding() const { return m_encoding; }

    // It declares UTF-8 and holds bytes that are none: read as Windows-1252.
    [[nodiscard]] bool declaredWrongly() const { return m_declaredWrongly; }

    [[nodiscard]] std::uint64_t read() const { return m_decoded.read(); }  // bytes so far

private:
    XmlText(InputFile file, const FileSurvey& survey)
        : m_decoded(std::move(file), survey), m_encoding(survey.encoding) {}

    DecodedFile m_decoded;
    Encoding m_encoding;
    bool m_declaredWrongly = false;
    bool m_begun = false;
};

// The same error with the message's line, where its text is at fault.
[[nodiscard]] base::Error atLine(base::Error error, std::int64_t line);

}  // namespace intake
