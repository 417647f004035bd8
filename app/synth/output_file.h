// SPDX-License-Identifier: GPL-3.0-or-later
// A text file being written piece by piece in a partner's encoding. Owns the open file; one that is
// dropped without close() is left as far as it got.
#pragma once

#include "base/result.h"
#include "intake/encoding.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace synth {

class OutputFile {
public:
    // Fails with unreadable or full, as every write does.
    [[nodiscard]] static base::Result<OutputFile> create(const std::filesystem::path& path,
                                                         intake::Encoding encoding,
                                                         bool byteOrderMark);

    // Whole UTF-8 characters.
    [[nodiscard]] base::Result<void> write(std::string_view text);
    [[nodiscard]] base::Result<void> close();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    struct Closer {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    [[nodiscard]] base::Result<void> flush();

    std::filesystem::path m_path;
    intake::Encoding m_encoding = intake::Encoding::utf8;
    std::unique_ptr<std::FILE, Closer> m_file;
    std::string m_pending;
};

// What the encoding has no character for becomes a question mark.
[[nodiscard]] std::string encoded(std::string_view utf8, intake::Encoding encoding);

}  // namespace synth
