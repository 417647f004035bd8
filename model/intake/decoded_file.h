// SPDX-License-Identifier: GPL-3.0-or-later
// A surveyed file's bytes once more, as UTF-8 in pieces. Owns the open file.
#pragma once

#include "base/result.h"
#include "intake/encoding.h"
#include "intake/input_file.h"

#include <cstdint>
#include <string>

namespace intake {

class DecodedFile {
public:
    DecodedFile(InputFile file, const FileSurvey& survey)
        : m_file(std::move(file)), m_decoder(survey.encoding), m_skip(survey.bomLength) {}

    // Appends the next piece; false at the end. A TextSource for the delimited reader.
    [[nodiscard]] base::Result<bool> append(std::string& text);

    [[nodiscard]] std::uint64_t read() const { return m_read; }  // bytes so far

private:
    InputFile m_file;
    Decoder m_decoder;
    std::size_t m_skip = 0;
    std::uint64_t m_read = 0;
    std::string m_piece;
};

}  // namespace intake
