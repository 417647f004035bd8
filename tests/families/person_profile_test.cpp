// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/person_profile.h"

#include "support/town.h"

#include <QtTest>

#include <rapidcheck.h>

#include <random>

using namespace records;
using families::describePerson;
using support::Town;

namespace {

Person described(const Town& town) {
    return describePerson(town.people.at(0).person, town.people.at(0).records);
}

// One person's records, each with the values given by `fill`.
template <class Fill>
Person from(int count, Fill fill) {
    Town town;
    const auto one = town.person("Ann", "Price", 1990);
    for (int i = 0; i < count; ++i)
        fill(i, town.school(one, "1 Etnam Street").identity);
    return described(town);
}

}  // namespace

class PersonProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void takesTheMostFrequentName() {
        const Person person =
            from(3, [](int i, Identity& identity) { identity.forename = i == 1 ? "Anne" : "ANN"; });
        QVERIFY(person.identity.forename == "ANN");
        QCOMPARE(person.records.size(), std::size_t{3});
    }

    void prefersANameToAnInitial() {
        const Person person =
            from(3, [](int i, Identity& identity) { identity.forename = i == 1 ? "Ann" : "A"; });
        QVERIFY(person.identity.forename == "Ann");
    }

    void prefersARealBirthDateToManyPlaceholders() {
        const PartialDate real{1990, 3, 14};
        const Person person = from(4, [&](int i, Identity& identity) {
            identity.birthDate = i == 0   ? real
                                 : i == 1 ? PartialDate{1990, 0, 0}
                                          : PartialDate{1900, 1, 1};
        });
        QVERIFY(person.identity.birthDate == real);
    }

    void prefersAValidIdentifierToAFrequentInvalidOne() {
        const Person person = from(3, [](int i, Identity& identity) {
            identity.nhsNumber = i == 1 ? "943 476 5919" : "9434765918";
        });
        QVERIFY(person.identity.nhsNumber == "943 476 5919");
    }

    void takesTheNewestUsableAddress() {
        const Person person = from(3, [](int i, Identity& identity) {
            identity.address = i == 1 ? "2 Mill Lane" : i == 2 ? "unknown" : "1 Etnam Street";
            identity.postcode = i == 1 ? "HR1 2AB" : "HR6 8AQ";
        });
        QVERIFY(person.identity.address == "2 Mill Lane");
        QVERIFY(person.identity.postcode == "HR1 2AB");
    }

    void theLaterDeliveryBeatsTheLaterRecord() {
        Town town;
        const auto one = town.person("Ann", "Price", 1990);
        town.school(one, "1 Etnam Street").delivery.value = 9;
        town.school(one, "2 Mill Lane").delivery.value = 3;
        QVERIFY(described(town).identity.address == "1 Etnam Street");
    }

    void oneRecordIsEnoughToProtectAnAddress() {
        const auto protectedAt = [](int at) {
            return from(3, [at](int i, Identity& identity) { identity.addressProtected = i == at; })
                .addressProtected;
        };
        QVERIFY(protectedAt(0) && protectedAt(1) && protectedAt(2));
        QVERIFY(!protectedAt(5));
    }

    void aSurnameThatLostIsTheFormerOne() {
        const Person person = from(
            3, [](int i, Identity& identity) { identity.surname = i == 0 ? "Jones" : "Price"; });
        QVERIFY(person.identity.surname == "Price");
        QVERIFY(person.identity.formerSurname == "Jones");
    }

    void knowsADeath() {
        const Person person = from(2, [](int i, Identity& identity) {
            if (i == 0)
                identity.deathDate = base::Date(2026, 2, 1);
        });
        QVERIFY(person.identity.deathDate == base::Date(2026, 2, 1));
    }

    void describesNobodyFromNothing() {
        const Person person = describePerson(PersonId{4}, {});
        QCOMPARE(person.id, PersonId{4});
        QVERIFY(person.identity == Identity{});
    }

    void theOrderOfRecordsDoesNotMatter() {
        QVERIFY(rc::check("order-free", [] {
            Town town;
            const auto one = town.person("Ann", "Price", 1990);
            for (auto count = *rc::gen::inRange(1, 8); count > 0; --count) {
                auto& record =
                    town.school(one, *rc::gen::element("1 Etnam Street", "2 Mill Lane", ""));
                record.delivery.value = *rc::gen::inRange(1, 4);
                record.identity.forename = *rc::gen::element("Ann", "ann", "Anne", "");
                record.identity.surname = *rc::gen::element("Price", "Jones");
                record.identity.birthDate.day = *rc::gen::element(0, 1, 14);
                record.identity.nino = *rc::gen::element("AB123456C", "AB123456", "QQ123456C", "");
            }
            const Person before = described(town);
            std::mt19937 random(*rc::gen::arbitrary<unsigned>());
            auto& records = town.people.at(0).records;
            std::shuffle(records.begin(), records.end(), random);
            const Person after = described(town);
            RC_ASSERT(before.identity == after.identity);
            RC_ASSERT(before.records == after.records);
        }));
    }
};

QTEST_APPLESS_MAIN(PersonProfileTest)
#include "person_profile_test.moc"
