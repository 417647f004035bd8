// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/identifier.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace records;

namespace {

struct Case {
    IdentifierKind kind;
    const char* raw;
    IdentifierState state;
    const char* canonical;
};

constexpr auto absent = IdentifierState::absent;
constexpr auto valid = IdentifierState::valid;
constexpr auto suspicious = IdentifierState::suspicious;
constexpr auto invalid = IdentifierState::invalid;

constexpr Case cases[] = {
    {IdentifierKind::nino, "", absent, ""},
    {IdentifierKind::nino, "  - ", absent, ""},
    {IdentifierKind::nino, "AB123456C", valid, "AB123456"},
    {IdentifierKind::nino, "ab 12 34 56 c", valid, "AB123456"},
    {IdentifierKind::nino, "AB123456", valid, "AB123456"},
    {IdentifierKind::nino, "AB123456E", invalid, ""},
    {IdentifierKind::nino, "QQ123456A", invalid, ""},
    {IdentifierKind::nino, "AO123456A", invalid, ""},
    {IdentifierKind::nino, "DA123456A", invalid, ""},
    {IdentifierKind::nino, "AV123456A", invalid, ""},
    {IdentifierKind::nino, "BG123456A", invalid, ""},
    {IdentifierKind::nino, "TN123456A", invalid, ""},
    {IdentifierKind::nino, "ZZ123456A", invalid, ""},
    {IdentifierKind::nino, "12A34567", invalid, ""},
    {IdentifierKind::nino, "AB12345", invalid, ""},
    {IdentifierKind::nino, "OO123456A", suspicious, "OO123456"},
    {IdentifierKind::nino, "NC010190M", invalid, ""},
    {IdentifierKind::nino, "MW123456B", suspicious, "MW123456"},
    {IdentifierKind::nino, "PZ123456D", suspicious, "PZ123456"},
    {IdentifierKind::upn, "B801200005001", valid, "B801200005001"},
    {IdentifierKind::upn, "A801200005001", invalid, ""},
    {IdentifierKind::upn, "P207000016049", valid, "P207000016049"},
    {IdentifierKind::upn, "Q207000016049", invalid, ""},
    {IdentifierKind::upn, "Q885400015001", valid, "Q885400015001"},
    {IdentifierKind::upn, "q885 4000 15001", valid, "Q885400015001"},
    {IdentifierKind::upn, "P88540001501A", suspicious, "P88540001501A"},
    {IdentifierKind::upn, "P88540001501I", invalid, ""},
    {IdentifierKind::upn, "S885400015001", invalid, ""},
    {IdentifierKind::upn, "885400015001", invalid, ""},
    {IdentifierKind::upn, "N/A", invalid, ""},
    {IdentifierKind::nhsNumber, "9434765919", valid, "9434765919"},
    {IdentifierKind::nhsNumber, "987 654 3210", valid, "9876543210"},
    {IdentifierKind::nhsNumber, "401-023-2137", valid, "4010232137"},
    {IdentifierKind::nhsNumber, "9990000018", valid, "9990000018"},
    {IdentifierKind::nhsNumber, "0000000000", invalid, ""},
    {IdentifierKind::nhsNumber, "9434765918", invalid, ""},
    {IdentifierKind::nhsNumber, "1111111111", suspicious, "1111111111"},
    {IdentifierKind::nhsNumber, "943476591", invalid, ""},
    {IdentifierKind::nhsNumber, "94347659l9", invalid, ""},
    {IdentifierKind::pncId, "1979/0163001B", valid, "1979/0163001B"},
    {IdentifierKind::pncId, "2003/0011985X", valid, "2003/0011985X"},
    {IdentifierKind::pncId, "2001/0123456F", valid, "2001/0123456F"},
    {IdentifierKind::pncId, "2020/0000001E", valid, "2020/0000001E"},
    {IdentifierKind::pncId, "79/163001B", valid, "1979/0163001B"},
    {IdentifierKind::pncId, "03/11985x", valid, "2003/0011985X"},
    {IdentifierKind::pncId, "20/1E", valid, "2020/0000001E"},
    {IdentifierKind::pncId, "20030011985X", valid, "2003/0011985X"},
    {IdentifierKind::pncId, "0311985X", valid, "2003/0011985X"},
    {IdentifierKind::pncId, "2003/0011985Y", invalid, ""},
    {IdentifierKind::pncId, "2003/00119850X", invalid, ""},
    {IdentifierKind::pncId, "203/11985X", invalid, ""},
    {IdentifierKind::pncId, "X", invalid, ""},
    {IdentifierKind::uprn, "100070123456", valid, "100070123456"},
    {IdentifierKind::uprn, "000010070123", valid, "10070123"},
    {IdentifierKind::uprn, "0", invalid, ""},
    {IdentifierKind::uprn, "1.0007E+11", invalid, ""},
    {IdentifierKind::uprn, "1000701234567", invalid, ""},
    {IdentifierKind::postcode, "hr12ab", valid, "HR1 2AB"},
    {IdentifierKind::postcode, "M1 1AE", valid, "M1 1AE"},
    {IdentifierKind::postcode, "M60 1NW", valid, "M60 1NW"},
    {IdentifierKind::postcode, "CR2 6XH", valid, "CR2 6XH"},
    {IdentifierKind::postcode, "DN55 1PT", valid, "DN55 1PT"},
    {IdentifierKind::postcode, "W1A 1HQ", valid, "W1A 1HQ"},
    {IdentifierKind::postcode, "EC1A 1BB", valid, "EC1A 1BB"},
    {IdentifierKind::postcode, "GIR 0AA", valid, "GIR 0AA"},
    {IdentifierKind::postcode, "ZZ99 3VZ", suspicious, "ZZ99 3VZ"},
    {IdentifierKind::postcode, "BFPO 52", suspicious, "BFPO 52"},
    {IdentifierKind::postcode, "QR1 2AB", invalid, ""},
    {IdentifierKind::postcode, "HJ1 2AB", invalid, ""},
    {IdentifierKind::postcode, "W1L 1HQ", invalid, ""},
    {IdentifierKind::postcode, "EC1C 1BB", invalid, ""},
    {IdentifierKind::postcode, "HR1 2CB", invalid, ""},
    {IdentifierKind::postcode, "HR1 2A", invalid, ""},
    {IdentifierKind::postcode, "HRI 2AB", invalid, ""},
    {IdentifierKind::postcode, "A", invalid, ""},
};

CheckedIdentifier checked(IdentifierKind kind, std::string_view raw) {
    return kind == IdentifierKind::pncId ? checkPncId(raw, 2026) : checkIdentifier(kind, raw);
}

}  // namespace

class IdentifierTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void checksEveryKnownVector_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(cases)); ++i)
            QTest::addRow(
                "%d %s '%s'", i, std::string(identifierName(cases[i].kind)).c_str(), cases[i].raw)
                << i;
    }

    void checksEveryKnownVector() {
        QFETCH(int, index);
        const Case& expected = cases[index];
        const CheckedIdentifier got = checked(expected.kind, expected.raw);
        QCOMPARE(QString::fromStdString(std::string(stateName(got.state))),
                 QString::fromStdString(std::string(stateName(expected.state))));
        QCOMPARE(QString::fromStdString(got.canonical), QString::fromUtf8(expected.canonical));
        const bool explained = got.state == suspicious || got.state == invalid;
        QCOMPARE(!got.reason.empty(), explained);
    }

    void readsAnAmbiguousCenturyFromTheCurrentYear() {
        const std::string now = checkPncId("20/1E", 2026).canonical;
        const std::string then = checkPncId("20/1E", 2019).canonical;
        QVERIFY(now == "2020/0000001E" && then == "1920/0000001E");
    }

    void doubtsAPncYearThatLiesAhead() {
        QVERIFY(checkPncId("2020/0000001E", 2019).state == suspicious);
    }

    void neverPutsTheValueIntoTheReason() {
        QVERIFY(rc::check("reason is a fixed text", [](const std::string& raw) {
            for (const IdentifierKind kind : {IdentifierKind::nino,
                                              IdentifierKind::upn,
                                              IdentifierKind::nhsNumber,
                                              IdentifierKind::pncId,
                                              IdentifierKind::uprn,
                                              IdentifierKind::postcode}) {
                const CheckedIdentifier got = checked(kind, raw);
                RC_ASSERT(raw.size() < 6 || got.reason.find(raw) == std::string::npos);
                RC_ASSERT((got.state == invalid) == (got.canonical.empty() && !got.reason.empty()));
            }
        }));
    }

    void checkingACanonicalFormChangesNothing() {
        for (const Case& one : cases) {
            const CheckedIdentifier got = checked(one.kind, one.raw);
            if (got.canonical.empty())
                continue;
            const CheckedIdentifier again = checked(one.kind, got.canonical);
            QVERIFY2(again == got, one.raw);
        }
    }

    void noticesEveryChangedDigitOfAUpn() {
        // Sum of value times place, mod 23, prime: one changed digit always shows.
        QVERIFY(rc::check("one digit changed", [] {
            std::string upn = "B801200005001";
            const auto at = *rc::gen::inRange<std::size_t>(1, 13);
            const char digit = static_cast<char>('0' + *rc::gen::inRange(0, 10));
            RC_PRE(upn[at] != digit);
            upn[at] = digit;
            RC_ASSERT(checkUpn(upn).state == invalid);
        }));
    }
};

QTEST_APPLESS_MAIN(IdentifierTest)
#include "identifier_test.moc"
