// SPDX-License-Identifier: GPL-3.0-or-later
// How a partner's bytes stand for text. The whole file is surveyed once, so that the answer never
// depends on where the first accent happens to be; then it is decoded to UTF-8 piece by piece.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace intake {

enum class Encoding { utf8, utf16le, utf16be, windows1252 };

[[nodiscard]] std::string_view encodingName(Encoding encoding);  // "UTF-16 LE"

// What a file is by its content, whatever its name ends with.
enum class FileForm { delimited, workbook, xml };

struct FileSurvey {
    FileForm form = FileForm::delimited;
    std::uint64_t bytes = 0;
    Encoding encoding = Encoding::utf8;
    unsigned bomLength = 0;
    bool mayBeDamaged = false;         // decoding may give U+FFFD somewhere
    bool carriageReturnsOnly = false;  // lines end in CR alone (old Macintosh)
};

// Fails with notFound, unreadable, cancelled, or malformed: empty, binary (a PDF, NUL bytes, an old
// or protected workbook), or UTF-16 cut in the middle of a character.
[[nodiscard]] base::Result<FileSurvey> surveyFile(const std::filesystem::path& path,
                                                  base::Progress& progress);

// One step through UTF-8 text that is not empty: how many bytes belong together, whether they are a
// character, and whether the text ended before that could be said.
struct Utf8Step {
    std::size_t length = 1;
    bool valid = false;
    bool cut = false;
};

[[nodiscard]] Utf8Step utf8Step(std::string_view bytes);

// Turns pieces of a file into UTF-8; a character may be split over two pieces. Bytes that stand for
// nothing become U+FFFD.
class Decoder {
public:
    explicit Decoder(Encoding encoding) : m_encoding(encoding) {}

    void decode(std::string_view bytes, std::string& out);
    // At the end of the file: what was left of a split character.
    void finish(std::string& out);

private:
    void decodeUtf8(std::string_view bytes, std::string& out);
    void decodeUtf16(std::string_view bytes, std::string& out);
    void unit(unsigned value, std::string& out);

    Encoding m_encoding;
    std::string m_left;        // bytes of a character not yet whole
    unsigned m_surrogate = 0;  // a high surrogate that waits for its low one
};

}  // namespace intake
