// SPDX-License-Identifier: GPL-3.0-or-later
// Size, stopping, and what a delivery is said to cover.
#include "collected_delivery.h"

#include <QElapsedTimer>
#include <QtTest>

#include <sys/resource.h>

using namespace intake;
using records::Agency;

namespace {

constexpr const char* header = "YOT ID,Family Name,Outcome Date,Outcome Type\n";

struct CountingSink final : DeliverySink {
    std::int64_t records = 0;
    std::int64_t failAt = -1;

    base::Result<void> accept(records::SourceRecord&&) override {
        if (++records == failAt)
            return base::fail(base::Code::full, "vault", "no space");
        return {};
    }

    base::Result<void> note(records::RowIssue&&) override { return {}; }
};

struct StopAfterRows final : base::Progress {
    bool reading = false;
    std::uint64_t steps = 0;

    void step(std::string_view phase, std::uint64_t done, std::uint64_t total) override {
        reading = reading || phase == "reading rows";
        ++steps;
        QVERIFY(done <= total);
    }

    [[nodiscard]] bool cancelled() const override { return reading; }
};

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

// The address sanitizer keeps freed memory back, up to 256 MiB of it.
#ifdef __SANITIZE_ADDRESS__
constexpr long heldBack = 320 * 1024;
#else
constexpr long heldBack = 0;
#endif

const records::Agreement& agreement() {
    return test::standardAgreement(Agency::youthOffending);
}

std::vector<records::CoverageSpan> coverageOf(
    const std::string& name,
    const std::string& bytes,
    Agency agency,
    std::optional<base::DateRange> covers = std::nullopt) {
    test::TemporaryFiles files;
    CountingSink sink;
    base::NoProgress quiet;
    auto request = test::requestFor(files.write(name, bytes), test::standardAgreement(agency));
    request.covers = covers;
    const auto summary = readDelivery(request, sink, quiet);
    if (!summary)
        qFatal("%s", base::describe(summary.error()).c_str());
    return summary->coverage;
}

}  // namespace

class DeliveryLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void survivesALineOf200Megabytes();
    void keepsMemoryFlatAsAFileGrows();
    void stopsWhenAsked();
    void passesOnTheSinksError();
    void coversWhatItsEventsShow();
    void coversUpToReceiptWhenTheSenderGivesAllItHolds();
    void coversWhatTheSenderStatesEvenWithoutRows();
    void neverCoversTheFuture();
    void coversTermsByTheirCodes();
};

void DeliveryLimitsTest::survivesALineOf200Megabytes() {
    test::TemporaryFiles files;
    const auto path = files.write("long.csv", header);
    {
        std::ofstream out(path, std::ios::binary | std::ios::app);
        const std::string piece(1U << 20U, 'x');
        for (int i = 0; i < 200; ++i)
            out << piece;
        out << "\nY1,Price,2026-02-03,NFA\n";
    }
    const long before = peakKilobytes();
    CountingSink sink;
    base::NoProgress quiet;
    QElapsedTimer timer;
    timer.start();
    const auto summary = readDelivery(test::requestFor(path, agreement()), sink, quiet);
    QVERIFY2(summary.has_value(), summary ? "" : base::describe(summary.error()).c_str());
    QCOMPARE(summary->rowsIn, std::int64_t{2});
    QCOMPARE(summary->rowsRejected, std::int64_t{1});
    QVERIFY(timer.elapsed() < 60000);
    QVERIFY(peakKilobytes() - before < 64 * 1024 + heldBack);
}

void DeliveryLimitsTest::keepsMemoryFlatAsAFileGrows() {
    test::TemporaryFiles files;
    const auto path = files.write("many.csv", header);
    {
        std::ofstream out(path, std::ios::binary | std::ios::app);
        for (int i = 0; i < 400000; ++i)
            out << "Y" << i << ",Price,2026-02-03,NFA\n";
    }
    const long before = peakKilobytes();
    CountingSink sink;
    base::NoProgress quiet;
    const auto summary = readDelivery(test::requestFor(path, agreement()), sink, quiet);
    QVERIFY(summary.has_value());
    QCOMPARE(summary->rowsAccepted, std::int64_t{400000});
    QCOMPARE(sink.records, std::int64_t{400000});
    QVERIFY(peakKilobytes() - before < 16 * 1024 + heldBack);
}

void DeliveryLimitsTest::stopsWhenAsked() {
    test::TemporaryFiles files;
    std::string bytes = header;
    for (int i = 0; i < 5000; ++i)
        bytes += "Y1,Price,2026-02-03,NFA\n";
    CountingSink sink;
    StopAfterRows progress;
    const auto summary =
        readDelivery(test::requestFor(files.write("d.csv", bytes), agreement()), sink, progress);
    QVERIFY(!summary && summary.error().code == base::Code::cancelled);
    QVERIFY(sink.records < 5000);
    QVERIFY(progress.steps >= 2);
}

void DeliveryLimitsTest::passesOnTheSinksError() {
    test::TemporaryFiles files;
    CountingSink sink;
    sink.failAt = 1;
    base::NoProgress quiet;
    const auto summary = readDelivery(
        test::requestFor(files.write("d.csv", std::string(header) + "Y1,Price,2026-02-03,NFA\n"),
                         agreement()),
        sink,
        quiet);
    QVERIFY(!summary && summary.error() == (base::Error{base::Code::full, "vault", "no space"}));
}

void DeliveryLimitsTest::coversWhatItsEventsShow() {
    const auto spans =
        coverageOf("2024_autumn_exclusions.csv",
                   "pupilonrolltableid,termlyexclusionsonrolltableid,startdate,category\n"
                   "p1,e1,2024-Oct-02 00:00:00,PERM\np1,e2,2024-Sep-09 00:00:00,FIXD\n",
                   Agency::schools);
    QCOMPARE(spans.size(), std::size_t{1});
    QVERIFY(spans[0].recordType == "exclusion");
    QVERIFY(spans[0].agency == Agency::schools);
    QVERIFY(spans[0].from == base::Date(2024, 9, 9));
    QVERIFY(spans[0].to == base::Date(2024, 10, 2));
}

void DeliveryLimitsTest::coversUpToReceiptWhenTheSenderGivesAllItHolds() {
    const auto spans = coverageOf(
        "d.csv", std::string(header) + "Y1,Price,2026-02-03,NFA\n", Agency::youthOffending);
    QVERIFY(spans[0].from == base::Date(2026, 2, 3));
    QVERIFY(spans[0].to == test::receipt);
}

void DeliveryLimitsTest::coversWhatTheSenderStatesEvenWithoutRows() {
    const base::DateRange stated{base::Date(2025, 1, 1), base::Date(2025, 12, 31)};
    const auto spans = coverageOf("d.csv", header, Agency::youthOffending, stated);
    QCOMPARE(spans.size(), std::size_t{1});
    QVERIFY(spans[0].from == *stated.from);
    QVERIFY(spans[0].to == *stated.to);
    QVERIFY(coverageOf("d.csv", header, Agency::youthOffending).empty());
}

void DeliveryLimitsTest::neverCoversTheFuture() {
    const auto spans =
        coverageOf("2024_autumn_exclusions.csv",
                   "pupilonrolltableid,termlyexclusionsonrolltableid,startdate,category\n"
                   "p1,e1,2027-Oct-02 00:00:00,PERM\n",
                   Agency::schools);
    QVERIFY(spans[0].to == test::receipt);
    QVERIFY(spans[0].from <= spans[0].to);
}

void DeliveryLimitsTest::coversTermsByTheirCodes() {
    const auto spans =
        coverageOf("d.csv",
                   "Pupil ID,Surname,Term,Possible Sessions\n"
                   "1,Price,Autumn 2025,138\n2,Price,Spring 2026,120\n3,Price,Autumn 2025,138\n",
                   Agency::schools);
    QVERIFY((spans[0].terms == std::vector<std::string>{"2025-autumn", "2026-spring"}));
    QVERIFY(spans[0].from.is_special());
}

QTEST_APPLESS_MAIN(DeliveryLimitsTest)
#include "delivery_limits_test.moc"
