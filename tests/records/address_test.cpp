// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/address.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace records;

namespace {

HomeKey keyOf(const char* address, const char* postcode = "HR6 8AQ", const char* uprn = "") {
    Identity identity;
    identity.address = address;
    identity.postcode = postcode;
    identity.uprn = uprn;
    return homeKey(identity);
}

struct Alike {
    const char* left;
    const char* right;
    bool same;
};

constexpr Alike alike[] = {
    {"14 Etnam Street, Leominster", "14 ETNAM ST., LEOMINSTER, HEREFORDSHIRE", true},
    {"14 Etnam Street, Leominster", "14, Etnam Street", true},
    {"14 Etnam St Leominster", "14 Etnam Street, Leominster", true},
    {"Flat 2, 14 Etnam Street", "14 Etnam Street, Flat 2", true},
    {"Flat 2, 14 Etnam Street", "Apt. 2 14 Etnam St", true},
    {"Flat 2, 14 Etnam Street", "Flat 3, 14 Etnam Street", false},
    {"Flat 2, 14 Etnam Street", "14 Etnam Street", false},
    {"Ground Floor Flat, 14 Etnam Street", "14 Etnam Street, ground floor flat", true},
    {"Ground Floor Flat, 14 Etnam Street", "First Floor Flat, 14 Etnam Street", false},
    {"14a Etnam Street", "14 A Etnam Street", true},
    {"14a Etnam Street", "14 Etnam Street", false},
    {"14 St John's Road", "14 St Johns Rd", true},
    {"14 St Johns Road", "14 Saint Johns Road", true},
    {"Rose Cottage, Bishops Frome", "rose cott., Bishop's Frome, Worcester", true},
    {"Rose Cottage, 3 Church Lane", "3 Church Lane", true},
    {"No. 7 The Close", "7 The Close", true},
    {"14 Etnam Street", "41 Etnam Street", false},
    {"14 Étnam Street", "14 Etnam Street", true},
    {"12 Hill Road, Leominster", "12 Hill Rd", true},
};

struct Kind {
    const char* address;
    const char* postcode;
    const char* uprn;
    AddressKind kind;
};

constexpr Kind kinds[] = {
    {"14 Etnam Street", "HR6 8AQ", "", AddressKind::home},
    {"", "HR6 8AQ", "", AddressKind::none},
    {"", "", "", AddressKind::none},
    {"unknown", "HR6 8AQ", "", AddressKind::none},
    {"", "", "100070123456", AddressKind::home},
    {"", "ZZ99 3VZ", "", AddressKind::noFixedAbode},
    {"14 Etnam Street", "ZZ99 3VZ", "", AddressKind::noFixedAbode},
    {"No fixed abode", "", "", AddressKind::noFixedAbode},
    {"NFA, Hereford", "HR1 1AA", "", AddressKind::noFixedAbode},
    {"St Martins Hostel, 12 Bridge Street", "HR4 9DG", "", AddressKind::institution},
    {"Women's Aid, PO Box 3", "HR4 9DG", "", AddressKind::institution},
    {"The Elms Care Home, Leominster", "HR6 8AQ", "100070123456", AddressKind::institution},
    {"HMP Hewell, Redditch", "B97 6QS", "", AddressKind::institution},
    {"Green Dragon Hotel, Broad Street", "HR4 9BG", "", AddressKind::institution},
    {"4 Hospital Lane", "HR4 9DG", "", AddressKind::home},
    {"Flat 2, The Old Hospital, Bath Street", "HR1 2ES", "", AddressKind::home},
    {"Kings Court, Hereford", "HR4 9DG", "", AddressKind::wholeBlock},
    {"Kings Court, 20 Bridge Street", "HR4 9DG", "", AddressKind::wholeBlock},
    {"Flats 1-6, 20 Bridge Street", "HR4 9DG", "", AddressKind::wholeBlock},
    {"1-24 Kings Court", "HR4 9DG", "", AddressKind::wholeBlock},
    {"Flat 3, Kings Court", "HR4 9DG", "", AddressKind::home},
    {"3 Kings Court", "HR4 9DG", "", AddressKind::home},
    {"3, Kings Court", "HR4 9DG", "", AddressKind::home},
    {"Orchard House, Bishops Frome", "WR6 5AP", "", AddressKind::home},
};

QString text(const HomeKey& home) {
    return QString::fromStdString(home.key);
}

}  // namespace

class AddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void comparesAddresses_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(alike)); ++i)
            QTest::addRow("%s / %s", alike[i].left, alike[i].right) << i;
    }

    void comparesAddresses() {
        QFETCH(int, index);
        const HomeKey left = keyOf(alike[index].left);
        const HomeKey right = keyOf(alike[index].right);
        QVERIFY(!left.key.empty());
        QVERIFY2((left == right) == alike[index].same, (left.key + " " + right.key).c_str());
    }

    void knowsWhatIsNoHome_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(std::size(kinds)); ++i)
            QTest::addRow("'%s' %s", kinds[i].address, kinds[i].postcode) << i;
    }

    void knowsWhatIsNoHome() {
        QFETCH(int, index);
        const Kind& expected = kinds[index];
        const HomeKey got = keyOf(expected.address, expected.postcode, expected.uprn);
        QCOMPARE(QString::fromStdString(std::string(addressKindName(got.kind))),
                 QString::fromStdString(std::string(addressKindName(expected.kind))));
        QCOMPARE(got.key.empty(),
                 expected.kind == AddressKind::none ||
                     (got.kind == AddressKind::noFixedAbode && got.key.empty()));
    }

    void prefersTheUprnToTheText() {
        const HomeKey left = keyOf("14 Etnam Street", "HR6 8AQ", "000100070123");
        const HomeKey right = keyOf("Fourteen, Etnam St", "", "100070123");
        QVERIFY(left == right);
        QCOMPARE(text(left), QStringLiteral("uprn:100070123"));
    }

    void ignoresAnInvalidUprn() {
        QVERIFY(keyOf("14 Etnam Street", "HR6 8AQ", "1.0E+11") == keyOf("14 Etnam Street"));
    }

    void tellsTheSameStreetInTwoPostcodesApart() {
        QVERIFY(keyOf("14 High Street", "HR6 8AQ") != keyOf("14 High Street", "HR1 2AB"));
    }

    void needsATownWhereThereIsNoPostcode() {
        QVERIFY(keyOf("14 High Street", "").kind == AddressKind::none);
        QVERIFY(keyOf("14 High Street, Ledbury", "") != keyOf("14 High Street, Bromyard", ""));
    }

    void takesAnyTextWithoutHarm() {
        QVERIFY(rc::check("total and deterministic", [](const std::string& address) {
            Identity identity;
            identity.address = address;
            identity.postcode = "HR6 8AQ";
            RC_ASSERT(homeKey(identity) == homeKey(identity));
            (void)addressTokens(address);
        }));
    }

    void readsItsOwnTokensBack() {
        QVERIFY(rc::check("tokens of joined tokens", [] {
            const auto number = *rc::gen::inRange(1, 300);
            const auto street = *rc::gen::elementOf(
                std::vector<std::string>{"Etnam St", "Bridge Road", "Mill Ln.", "The Close"});
            const std::string address = std::to_string(number) + " " + street;
            std::string joined;
            for (const std::string& token : addressTokens(address))
                joined += (joined.empty() ? "" : " ") + token;
            RC_ASSERT(addressTokens(joined) == addressTokens(address));
        }));
    }
};

QTEST_APPLESS_MAIN(AddressTest)
#include "address_test.moc"
