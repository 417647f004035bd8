// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"
#include "base/text.h"
#include "intake/encoding.h"
#include "intake/input_file.h"

#include <algorithm>
#include <array>
#include <optional>

namespace intake {

namespace {

constexpr std::size_t sampleSize = 4096;

// What one pass over the bytes tells.
struct Counts {
    std::array<std::uint64_t, 256> bytes{};
    std::uint64_t characters = 0;  // well-formed UTF-8 beyond ASCII
    std::uint64_t faults = 0;      // sequences that are not UTF-8
    std::string left;

    void addUtf8(std::string_view piece) {
        std::string joined;
        if (!left.empty()) {
            joined = std::move(left);
            joined += piece;
            left.clear();
            piece = joined;
        }
        for (std::size_t at = 0; at < piece.size();) {
            if (static_cast<unsigned char>(piece[at]) < 0x80) {
                ++at;
                continue;
            }
            const Utf8Step step = utf8Step(piece.substr(at));
            if (step.cut) {
                left = piece.substr(at);
                return;
            }
            ++(step.valid ? characters : faults);
            at += step.length;
        }
    }

    void add(std::string_view piece) {
        // Four tables so that runs of one letter don't wait for each other.
        std::array<std::array<std::uint32_t, 256>, 4> tables{};
        std::size_t at = 0;
        for (; at + 4 <= piece.size(); at += 4)
            for (std::size_t i = 0; i < 4; ++i)
                ++tables[i][static_cast<unsigned char>(piece[at + i])];
        for (; at < piece.size(); ++at)
            ++tables[0][static_cast<unsigned char>(piece[at])];
        std::uint64_t high = 0;
        for (std::size_t value = 0; value < 256; ++value) {
            const std::uint64_t sum = std::uint64_t{tables[0][value]} + tables[1][value] +
                                      tables[2][value] + tables[3][value];
            bytes[value] += sum;
            high += value >= 0x80 ? sum : 0;
        }
        if (high != 0 || !left.empty())
            addUtf8(piece);
    }

    [[nodiscard]] std::uint64_t controls() const {
        std::uint64_t sum = bytes[0x7F];
        for (std::size_t value = 0; value < 0x20; ++value)
            if (value < 0x09 || value > 0x0D)
                sum += bytes[value];
        return sum;
    }
};

// Old Office files and protected new ones are one kind of file outside; a protected one keeps its
// whole self in a stream of this name, written in UTF-16 somewhere in the file.
bool holdsProtectedPackage(const std::filesystem::path& path) {
    std::string name;
    for (const char c : std::string_view("EncryptedPackage"))
        name.append({c, '\0'});
    auto file = InputFile::open(path);
    std::string window;
    std::string piece;
    while (file && file->read(piece).value_or(false)) {
        window += piece;
        if (window.find(name) != std::string::npos)
            return true;
        window.erase(0, window.size() - std::min(window.size(), name.size()));
    }
    return false;
}

base::Result<void> refuseBinary(const std::filesystem::path& path, std::string_view sample) {
    using namespace std::string_view_literals;
    const std::string place = path.filename().string();
    if (sample.starts_with("\xD0\xCF\x11\xE0"sv))
        return base::fail(
            base::Code::malformed,
            place,
            holdsProtectedPackage(path)
                ? "has a password; remove the password and send it another way"
                : "is an old Office file (.xls, .doc); save it as XLSX or CSV and send "
                  "that");
    if (sample.starts_with("%PDF"sv))
        return base::fail(
            base::Code::malformed, place, "is a PDF, not text; ask the sender for the data as CSV");
    return {};
}

// The first sign of an XML message: "<" and then "?", "!" or a letter.
bool beginsAsXml(std::string_view sample, const FileSurvey& survey) {
    std::string text;
    Decoder decoder(survey.encoding);
    decoder.decode(sample.substr(std::min<std::size_t>(survey.bomLength, sample.size())), text);
    const std::string_view begin = base::trimmed(text);
    if (begin.size() < 2 || begin.front() != '<')
        return false;
    const char next = begin[1];
    return next == '?' || next == '!' || next == '_' || (next >= 'A' && next <= 'Z') ||
           (next >= 'a' && next <= 'z');
}

// Without a byte order mark: text of Western letters in UTF-16 has every other byte zero.
std::optional<Encoding> guessUtf16(std::string_view sample) {
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < sample.size(); ++i)
        zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
    const std::size_t units = sample.size() / 2;
    if (units < 2)
        return std::nullopt;
    if (zeros[1] * 3 > units * 2 && zeros[0] * 20 < units)
        return Encoding::utf16le;
    if (zeros[0] * 3 > units * 2 && zeros[1] * 20 < units)
        return Encoding::utf16be;
    return std::nullopt;
}

void chooseEncoding(std::string_view sample, const Counts& counts, FileSurvey& survey) {
    using namespace std::string_view_literals;
    if (sample.starts_with("\xFF\xFE"sv) || sample.starts_with("\xFE\xFF"sv)) {
        survey.encoding = sample.front() == '\xFF' ? Encoding::utf16le : Encoding::utf16be;
        survey.bomLength = 2;
    } else if (const auto guess = guessUtf16(sample)) {
        survey.encoding = *guess;
    } else if (sample.starts_with("\xEF\xBB\xBF"sv)) {
        survey.bomLength = 3;
    } else if (counts.faults > 0 && counts.characters <= counts.faults * 4) {
        survey.encoding = Encoding::windows1252;
    }
    const auto& bytes = counts.bytes;
    const bool windows = survey.encoding == Encoding::windows1252;
    const bool gaps = bytes[0x81] + bytes[0x8D] + bytes[0x8F] + bytes[0x90] + bytes[0x9D] > 0;
    survey.mayBeDamaged = windows ? gaps : survey.encoding != Encoding::utf8 || counts.faults > 0;
    survey.carriageReturnsOnly = bytes['\n'] == 0 && bytes['\r'] > 0;
}

base::Result<void> refuseRubbish(const std::filesystem::path& path,
                                 std::string_view sample,
                                 const Counts& counts,
                                 const FileSurvey& survey) {
    const std::string place = path.filename().string();
    if (survey.bytes <= survey.bomLength)
        return base::fail(base::Code::malformed, place, "is empty: it has no header and no rows");
    if (auto known = refuseBinary(path, sample); !known)
        return known;
    if (survey.encoding == Encoding::utf16le || survey.encoding == Encoding::utf16be) {
        if (survey.bytes % 2 != 0)
            return base::fail(base::Code::malformed,
                              place,
                              "ends in the middle of a character: it was cut short on its way; ask "
                              "for it to be sent again");
        return {};
    }
    if (counts.bytes[0] > 0 || counts.controls() * 20 > survey.bytes)
        return base::fail(
            base::Code::malformed,
            place,
            "is not text: it has bytes that no text has; ask the sender for delimited "
            "text (CSV)");
    return {};
}

}  // namespace

base::Result<FileSurvey> surveyFile(const std::filesystem::path& path, base::Progress& progress) {
    auto file = InputFile::open(path);
    if (!file)
        return base::fail(file.error());
    Counts counts;
    FileSurvey survey;
    std::string sample;
    std::string piece;
    for (;;) {
        auto more = file->read(piece);
        if (!more)
            return base::fail(more.error());
        if (!*more)
            break;
        if (progress.cancelled())
            return base::fail(base::Code::cancelled, path.filename().string(), "stopped");
        if (sample.size() < sampleSize)
            sample.append(piece, 0, sampleSize - sample.size());
        counts.add(piece);
        survey.bytes += piece.size();
        progress.step("looking at the file", survey.bytes, file->size());
    }
    counts.faults += counts.left.empty() ? 0U : 1U;
    if (std::string_view(sample).starts_with("PK\x03\x04")) {
        survey.form = FileForm::workbook;
        return survey;
    }
    chooseEncoding(sample, counts, survey);
    if (auto fine = refuseRubbish(path, sample, counts, survey); !fine)
        return base::fail(fine.error());
    if (beginsAsXml(sample, survey))
        survey.form = FileForm::xml;
    return survey;
}

}  // namespace intake
