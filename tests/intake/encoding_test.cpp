// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/encoding.h"

#include "base/crypto.h"
#include "collected_delivery.h"

#include <QStringEncoder>
#include <QtTest>

#include <rapidcheck.h>

using namespace intake;

namespace {

std::string decodeInPieces(Encoding encoding, std::string_view bytes, std::size_t piece) {
    Decoder decoder(encoding);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        decoder.decode(bytes.substr(at, piece), out);
    decoder.finish(out);
    return out;
}

std::string utf16(const char* utf8, QStringConverter::Encoding encoding, bool mark) {
    QStringEncoder encode(
        encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    const QByteArray bytes = encode(QString::fromUtf8(utf8));
    return bytes.toStdString();
}

}  // namespace

Q_DECLARE_METATYPE(intake::Encoding)

class EncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsAndDecodesTheEncoding_data();
    void tellsAndDecodesTheEncoding();
    void refusesWhatIsNotText_data();
    void refusesWhatIsNotText();
    void readsTheFiveGapsAndTheSignsOfWindows1252();
    void decodesPiecesAsItDecodesTheWhole();
    void agreesWithQtOnAnyText();
    void findsAnAccentFarFromTheStart();
    void digestsTheFileAsItIs();
    void saysWhyAFileCantBeRead();
};

void EncodingTest::tellsAndDecodesTheEncoding_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Encoding>("encoding");
    const char* plain = "name,town\r\nZo\xC3\xAB,Ross\r\n";
    const auto row = [](const char* name, const std::string& bytes, Encoding encoding) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << encoding;
    };
    row("UTF-8", plain, Encoding::utf8);
    row("UTF-8 with a mark", std::string("\xEF\xBB\xBF") + plain, Encoding::utf8);
    row("UTF-16 LE", utf16(plain, QStringConverter::Utf16LE, false), Encoding::utf16le);
    row("UTF-16 LE with a mark", utf16(plain, QStringConverter::Utf16LE, true), Encoding::utf16le);
    row("UTF-16 BE", utf16(plain, QStringConverter::Utf16BE, false), Encoding::utf16be);
    row("UTF-16 BE with a mark", utf16(plain, QStringConverter::Utf16BE, true), Encoding::utf16be);
    row("Windows-1252", "name,town\r\nZo\xEB,Ross\r\n", Encoding::windows1252);
}

void EncodingTest::tellsAndDecodesTheEncoding() {
    QFETCH(QByteArray, bytes);
    QFETCH(Encoding, encoding);
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const std::string raw = bytes.toStdString();
    const auto survey = surveyFile(files.write("file.csv", raw), quiet);
    QVERIFY2(survey.has_value(), survey ? "" : base::describe(survey.error()).c_str());
    QVERIFY(survey->encoding == encoding);
    const std::string text =
        decodeInPieces(encoding, std::string_view(raw).substr(survey->bomLength), 3);
    QVERIFY(text == "name,town\r\nZo\xC3\xAB,Ross\r\n");
}

void EncodingTest::refusesWhatIsNotText_data() {
    using namespace std::string_literals;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const std::string& bytes, const char* words) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString::fromUtf8(words);
    };
    row("nothing", "", "empty");
    row("only a mark", "\xEF\xBB\xBF", "empty");
    row("NUL bytes", "a,b\n1,\0\n"s, "not text");
    row("control bytes", "\x01\x02\x03\x04\x05 a", "not text");
    row("an old workbook", "\xD0\xCF\x11\xE0 rest", "CSV");
    row("a PDF", "%PDF-1.7\n", "PDF");
    row("UTF-16 cut short",
        utf16("name,town\nZoe,Ross\n", QStringConverter::Utf16LE, true) + "x",
        "cut short");
}

void EncodingTest::refusesWhatIsNotText() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const auto survey = surveyFile(files.write("file.csv", bytes.toStdString()), quiet);
    QVERIFY(!survey.has_value());
    QVERIFY(survey.error().code == base::Code::malformed);
    const QString detail = QString::fromStdString(survey.error().detail);
    QVERIFY2(detail.contains(words), qPrintable(detail));
    QVERIFY(survey.error().place == "file.csv");
}

void EncodingTest::readsTheFiveGapsAndTheSignsOfWindows1252() {
    QVERIFY(decodeInPieces(Encoding::windows1252, "\x80\x92\x96\xE9", 1) ==
            "\xE2\x82\xAC\xE2\x80\x99\xE2\x80\x93\xC3\xA9");
    QVERIFY(decodeInPieces(Encoding::windows1252, "\x81\x8D\x8F\x90\x9D", 2) ==
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

void EncodingTest::decodesPiecesAsItDecodesTheWhole() {
    QVERIFY(rc::check("where a file is cut never shows", [](const std::string& bytes) {
        const auto piece = *rc::gen::inRange<std::size_t>(1, 7);
        for (const Encoding encoding :
             {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::windows1252}) {
            const std::string whole = decodeInPieces(encoding, bytes, bytes.size() + 1);
            RC_ASSERT(decodeInPieces(encoding, bytes, piece) == whole);
            RC_ASSERT(
                QString::fromUtf8(whole.data(), qsizetype(whole.size())).toUtf8().toStdString() ==
                whole);
        }
    }));
}

void EncodingTest::agreesWithQtOnAnyText() {
    QVERIFY(rc::check("UTF-16 decodes as Qt decodes it", [](const std::vector<char16_t>& units) {
        const QString text(reinterpret_cast<const QChar*>(units.data()), qsizetype(units.size()));
        std::string bytes;
        for (const char16_t unit : units) {
            bytes += static_cast<char>(unit & 0xFF);
            bytes += static_cast<char>(unit >> 8);
        }
        const std::string ours = decodeInPieces(Encoding::utf16le, bytes, 5);
        const std::string theirs = text.toUtf8().toStdString();
        if (text.isValidUtf16())
            RC_ASSERT(ours == theirs);
    }));
}

void EncodingTest::findsAnAccentFarFromTheStart() {
    std::string bytes(1U << 20U, 'a');
    for (std::size_t at = 79; at < bytes.size(); at += 80)
        bytes[at] = '\n';
    test::TemporaryFiles files;
    base::NoProgress quiet;
    const auto survey = surveyFile(files.write("file.csv", bytes + "Zo\xEB\n"), quiet);
    QVERIFY(survey.has_value());
    QVERIFY(survey->encoding == Encoding::windows1252);
}

void EncodingTest::digestsTheFileAsItIs() {
    base::startCrypto();
    const std::string bytes =
        "\xEF\xBB\xBF"
        "a,b\r\n1,2\r\n";
    test::TemporaryFiles files;
    const auto path = files.write("file.csv", bytes);
    QVERIFY(fileDigest(path) == base::sha256Hex(bytes));
}

void EncodingTest::saysWhyAFileCantBeRead() {
    base::NoProgress quiet;
    const auto missing = surveyFile("/nowhere/at/all.csv", quiet);
    QVERIFY(!missing && missing.error().code == base::Code::notFound);
    const auto folder = surveyFile("/tmp", quiet);
    QVERIFY(!folder && folder.error().code == base::Code::unreadable);
}

QTEST_APPLESS_MAIN(EncodingTest)
#include "encoding_test.moc"
