// SPDX-License-Identifier: GPL-3.0-or-later
#include "families/build.h"

#include "support/town.h"

#include <QtTest>

#include <functional>

using namespace records;
using support::Line;
using support::Town;

namespace {

struct Case {
    const char* sentence;
    std::function<void(Town&)> happens;
    const char* families;
    const char* doubts;
};

constexpr const char* home = "14 Etnam Street, Leominster";
constexpr const char* otherHome = "3 Bridge Street, Leominster";

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"a lone parent and child at one address are a family",
         [](Town& town) {
             town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01");
             town.school(town.person("Ben", "Price", 2015), "14 ETNAM ST.");
         },
         "Ann:parent Ben:child",
         ""},
        {"a child whose agencies send two homes belongs to both",
         [](Town& town) {
             const auto ben = town.person("Ben", "Price", 2015);
             town.line(town.person("Ann", "Jones", 1990), {"T1", "tenant", home});
             town.line(ben, {"T1", "child", home});
             town.line(town.person("Dan", "Price", 1988), {"T2", "tenant", otherHome});
             town.line(ben, {"T2", "child", otherHome});
         },
         "Ann:parent Ben:child | Ben:child Dan:parent",
         ""},
        {"a child's second address counts where someone shares the surname",
         [](Town& town) {
             const auto ben = town.person("Ben", "Price", 2015);
             town.line(town.person("Ann", "Jones", 1990), {"T1", "tenant", home});
             town.line(ben, {"T1", "child", home});
             town.line(town.person("Dan", "Price", 1988), {"T2", "tenant", otherHome});
             town.school(ben, otherHome);
         },
         "Ann:parent Ben:child | Ben:child Dan:parent",
         ""},
        {"twins are two members",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Tia", "Price", 2016), {"T1", "child", home});
             town.line(town.person("Tom", "Price", 2016), {"T1", "child", home});
         },
         "Ann:parent Tia:child Tom:child",
         ""},
        {"a grandparent who cares for a child is their grandparent when said so",
         [](Town& town) {
             town.line(town.person("Gwen", "Price", 1955), {"T1", "grandparent", home});
             town.school(town.person("Ben", "Price", 2015), home);
         },
         "Ben:child Gwen:grandparent",
         ""},
        {"three generations under one roof are told apart by age",
         [](Town& town) {
             town.line(town.person("Gwen", "Price", 1955), {"T1", "tenant", home});
             town.line(town.person("Ann", "Price", 1990), {"T1", "other", home});
             town.line(town.person("Amy", "Price", 1991), {"T1", "partner", home});
             town.school(town.person("Ben", "Price", 2015), home);
         },
         "Amy:parent Ann:other-adult Ben:child Gwen:grandparent",
         ""},
        {"a tenancy of two adults and three children is one family",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Dan", "Jones", 1988), {"T1", "partner", home});
             town.line(town.person("Ben", "Price", 2012), {"T1", "child", home});
             town.line(town.person("Cat", "Jones", 2016), {"T1", "child", home});
             town.line(town.person("Eve", "Jones", 2020), {"T1", "child", home});
         },
         "Ann:parent Ben:child Cat:child Dan:parent Eve:child",
         ""},
        {"a partner who shares no surname with a child is the parent's partner",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Kit", "Hughes", 1988), {"T1", "partner", home});
             town.line(town.person("Ben", "Price", 2012), {"T1", "child", home});
         },
         "Ann:parent Ben:child Kit:partner",
         ""},
        {"a lodger is no member",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Ben", "Price", 2012), {"T1", "child", home});
             const auto lodger = town.person("Lou", "Vaughan", 1970);
             town.line(lodger, {"T1", "lodger", home});
             town.callout(lodger, home, "2026-05-01");
         },
         "Ann:parent Ben:child",
         ""},
        {"a family that moved is not tied to the new tenants",
         [](Town& town) {
             const auto ann = town.person("Ann", "Price", 1990);
             const auto ben = town.person("Ben", "Price", 2015);
             town.line(ann, {"T1", "tenant", home, "HR6 8AQ", "2019-01-01", "2025-06-30"});
             town.line(ben, {"T1", "child", home, "HR6 8AQ", "2019-01-01", "2025-06-30"});
             town.line(ann, {"T2", "tenant", otherHome, "HR6 8AQ", "2025-07-01"});
             town.line(ben, {"T2", "child", otherHome, "HR6 8AQ", "2025-07-01"});
             town.callout(ann, home, "2025-02-01");
             town.line(town.person("Zoe", "Hughes", 1985),
                       {"T3", "tenant", home, "HR6 8AQ", "2025-08-01"});
             town.line(town.person("Yan", "Hughes", 2014),
                       {"T3", "child", home, "HR6 8AQ", "2025-08-01"});
         },
         "Ann:parent Ben:child | Yan:child Zoe:parent",
         ""},
        {"a school that has not heard of the move asks a person, and ties nobody",
         [](Town& town) {
             const auto ann = town.person("Ann", "Price", 1990);
             const auto ben = town.person("Ben", "Price", 2015);
             town.line(ann, {"T2", "tenant", otherHome, "HR6 8AQ", "2025-07-01"});
             town.line(ben, {"T2", "child", otherHome, "HR6 8AQ", "2025-07-01"});
             town.school(ben, home);
             town.line(town.person("Zoe", "Hughes", 1985),
                       {"T3", "tenant", home, "HR6 8AQ", "2025-08-01"});
             town.line(town.person("Yan", "Hughes", 2014),
                       {"T3", "child", home, "HR6 8AQ", "2025-08-01"});
         },
         "Ann:parent Ben:child | Yan:child Zoe:parent",
         "3 an address that differs from where another record says they live"},
        {"an adult's old call-out ties them to nobody at that address",
         [](Town& town) {
             const auto dan = town.person("Dan", "Price", 1988);
             town.callout(dan, home, "2023-01-01");
             town.school(town.person("Yan", "Hughes", 2014), home);
             town.owes(town.person("Zoe", "Hughes", 1985), home, "2026-03-01");
         },
         "Yan:child Zoe:parent",
         ""},
        {"eighty people of a hostel are one question, not a family",
         [](Town& town) {
             for (int i = 0; i < 80; ++i)
                 town.callout(town.person("P" + std::to_string(i), "S" + std::to_string(i), 1980),
                              "Bridge House Hostel, 2 High Town",
                              "2026-05-01");
         },
         "",
         "80 hostel, refuge, care home or other institution"},
        {"a mother and child of a refuge are one question until a record relates them",
         [](Town& town) {
             town.callout(
                 town.person("Ann", "Price", 1990), "Women's Refuge, Leominster", "2026-05-01");
             town.school(town.person("Ben", "Price", 2015), "Womens Refuge");
         },
         "",
         "2 hostel, refuge, care home or other institution"},
        {"a stated mother and child in a refuge are a family, the others there are not",
         [](Town& town) {
             const auto ben = town.person("Ben", "Price", 2015);
             town.school(ben, "Womens Refuge");
             Line contact{"", "parent", "Womens Refuge"};
             contact.related = "P1";
             contact.agency = Agency::schools;
             town.line(town.person("Ann", "Price", 1990), contact);
             town.callout(town.person("Zoe", "Hughes", 1985), "Women's Refuge", "2026-05-01");
         },
         "Ann:parent Ben:child",
         "3 hostel, refuge, care home or other institution"},
        {"people of a pseudo postcode are a question",
         [](Town& town) {
             town.school(town.person("Ben", "Price", 2015), "No fixed abode", "ZZ99 3VZ");
             town.school(town.person("Kim", "Hughes", 2014), "No fixed abode", "ZZ99 3VZ");
         },
         "",
         "2 no fixed abode"},
        {"a block without a flat number is a question",
         [](Town& town) {
             town.callout(
                 town.person("Ann", "Price", 1990), "Kings Court, Leominster", "2026-05-01");
             town.school(town.person("Ben", "Price", 2015), "Kings Court");
         },
         "",
         "2 block of flats without a flat number"},
        {"flats of one block are different homes",
         [](Town& town) {
             town.callout(town.person("Ann", "Price", 1990), "Flat 1, Kings Court", "2026-05-01");
             town.school(town.person("Ben", "Price", 2015), "Kings Court, Flat 1");
             town.school(town.person("Kim", "Hughes", 2014), "Flat 2, Kings Court");
         },
         "Ann:parent Ben:child",
         ""},
        {"thirteen people at one house are a question",
         [](Town& town) {
             for (int i = 0; i < 13; ++i)
                 town.school(town.person("P" + std::to_string(i), "Price", 2012), home);
         },
         "",
         "13 more than 12 people at one home"},
        {"two household numbers of one agency at one address are two families",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Ben", "Price", 2012), {"T1", "child", home});
             town.line(town.person("Zoe", "Hughes", 1985), {"T2", "tenant", home});
             town.line(town.person("Yan", "Hughes", 2014), {"T2", "child", home});
         },
         "Ann:parent Ben:child | Yan:child Zoe:parent",
         ""},
        {"unrelated adults who share only an address are a question",
         [](Town& town) {
             town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01");
             town.owes(town.person("Lou", "Vaughan", 1970), home, "2026-05-01");
         },
         "",
         "2 adults of different surnames who share only an address"},
        {"adults of one surname at one address are a family",
         [](Town& town) {
             town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01");
             town.owes(town.person("Lou", "Price", 1960), home, "2026-05-01");
         },
         "Ann:other-adult Lou:other-adult",
         ""},
        {"a parent elsewhere joins the child's family without their own household",
         [](Town& town) {
             town.line(town.person("Ann", "Jones", 1990), {"T1", "tenant", home});
             const auto ben = town.person("Ben", "Jones", 2015);
             town.line(ben, {"T1", "child", home});
             town.school(ben, home);
             const auto dan = town.person("Dan", "Price", 1988);
             Line contact{"", "parent", otherHome};
             contact.related = "P2";
             contact.agency = Agency::schools;
             contact.livesHere = 0;
             town.line(dan, contact);
             town.line(dan, {"T2", "tenant", otherHome});
             town.line(town.person("Kim", "Price", 2020), {"T2", "child", otherHome});
         },
         "Ann:parent Ben:child Dan:non-resident-parent | Dan:parent Kim:child",
         ""},
        {"a contact of whom no address is known is not placed in the mother's home",
         [](Town& town) {
             town.line(town.person("Ann", "Jones", 1990), {"T1", "tenant", home});
             const auto ben = town.person("Ben", "Jones", 2015);
             town.line(ben, {"T1", "child", home});
             town.school(ben, home);
             Line contact{"", "parent", ""};
             contact.related = "P2";
             contact.agency = Agency::schools;
             town.line(town.person("Dan", "Price", 1988), contact);
         },
         "Ann:parent Ben:child Dan:non-resident-parent",
         ""},
        {"a mother known only as the school's contact belongs to her child",
         [](Town& town) {
             town.school(town.person("Ben", "Jones", 2015), home);
             Line contact{"", "parent", ""};
             contact.related = "P1";
             contact.agency = Agency::schools;
             town.line(town.person("Ann", "Price", 1990), contact);
         },
         "Ann:parent Ben:child",
         ""},
        {"a family is built on relationships alone where no home is known",
         [](Town& town) {
             town.school(town.person("Ben", "Jones", 2015), "");
             Line contact{"", "parent", ""};
             contact.related = "P1";
             contact.agency = Agency::schools;
             town.line(town.person("Ann", "Price", 1990), contact);
         },
         "Ann:parent Ben:child",
         ""},
        {"an agency's number means nothing to another agency",
         [](Town& town) {
             town.school(town.person("Ben", "Jones", 2015), "");
             Line contact{"", "parent", ""};
             contact.related = "P1";
             contact.agency = Agency::health;
             town.line(town.person("Ann", "Price", 1990), contact);
             town.line(town.person("Zoe", "Hughes", 1985), {"T1", "tenant"});
             Line council{"T1", "child"};
             council.agency = Agency::dwp;
             town.line(town.person("Yan", "Hughes", 2014), council);
         },
         "",
         ""},
        {"a UPRN and the same address without one are one home",
         [](Town& town) {
             town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01").identity.uprn =
                 "100070123456";
             town.school(town.person("Ben", "Price", 2015), "14 Etnam St");
         },
         "Ann:parent Ben:child",
         ""},
        {"a UPRN that partners use for several flats is no home",
         [](Town& town) {
             town.school(town.person("Ben", "Price", 2015), "Flat 1, 9 Mill Lane").identity.uprn =
                 "77";
             town.school(town.person("Kim", "Hughes", 2014), "Flat 2, 9 Mill Lane").identity.uprn =
                 "77";
         },
         "",
         ""},
        {"a young adult of the household is no parent of the little ones",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1985), {"T1", "tenant", home});
             town.callout(town.person("Sam", "Price", 2006), home, "2026-05-01");
             town.line(town.person("Eve", "Price", 2024), {"T1", "child", home});
         },
         "Ann:parent Eve:child Sam:other-adult",
         ""},
        {"a mother of seventeen is the parent of her baby",
         [](Town& town) {
             const auto amy = town.person("Amy", "Price", 2009);
             Line mother{"T1", "parent", home};
             town.line(amy, mother);
             town.line(town.person("Eve", "Price", 2026), {"T1", "child", home});
         },
         "Amy:parent Eve:child",
         ""},
        {"records of after the as-at date say nothing",
         [](Town& town) {
             town.school(town.person("Ben", "Price", 2015), home);
             town.callout(town.person("Ann", "Price", 1990), home, "2026-10-01");
         },
         "",
         ""},
        {"one person alone is no family",
         [](Town& town) { town.school(town.person("Ben", "Price", 2015), home); },
         "",
         ""},
    };
    return all;
}

}  // namespace

class BuildTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tiesWhoBelongsTogether_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < static_cast<int>(cases().size()); ++i)
            QTest::newRow(cases()[static_cast<std::size_t>(i)].sentence) << i;
    }

    void tiesWhoBelongsTogether() {
        QFETCH(int, index);
        const Case& expected = cases()[static_cast<std::size_t>(index)];
        Town town;
        expected.happens(town);
        const families::Outcome outcome = town.build();
        QCOMPARE(QString::fromStdString(town.told(outcome)), QString::fromUtf8(expected.families));
        QCOMPARE(QString::fromStdString(Town::doubts(outcome)), QString::fromUtf8(expected.doubts));
    }

    void aFamilyKeepsItsNumberWhenItMovesAndGrows() {
        Town town;
        const auto ann = town.person("Ann", "Price", 1990);
        const auto ben = town.person("Ben", "Price", 2015);
        town.line(ann, {"T1", "tenant", home});
        town.line(ben, {"T1", "child", home});
        town.earlier = town.build().families;
        QCOMPARE(town.earlier.at(0).id, FamilyId{});
        town.earlier.at(0).id = FamilyId{2031};
        town.line(ann, {"T2", "tenant", otherHome, "HR6 8AQ", "2026-08-01"});
        town.line(ben, {"T2", "child", otherHome, "HR6 8AQ", "2026-08-01"});
        town.line(town.person("Eve", "Price", 2026),
                  {"T2", "child", otherHome, "HR6 8AQ", "2026-08-01"});
        const families::Outcome outcome = town.build();
        QCOMPARE(outcome.counts.kept, std::size_t{1});
        const auto grown = std::find_if(
            outcome.families.begin(), outcome.families.end(), [](const Family& family) {
                return family.members.size() == 3;
            });
        QVERIFY(grown != outcome.families.end());
        QCOMPARE(grown->id, FamilyId{2031});
    }

    void theLargerHalfOfASplitFamilyKeepsTheNumber() {
        Town town;
        const auto ann = town.person("Ann", "Price", 1990);
        const auto ben = town.person("Ben", "Price", 2015);
        const auto cat = town.person("Cat", "Price", 2016);
        const auto dan = town.person("Dan", "Price", 1988);
        const auto eve = town.person("Eve", "Price", 2018);
        Family whole;
        whole.id = FamilyId{7};
        for (const PersonId one : {ann, ben, cat, dan, eve})
            whole.members.push_back({one, MemberRole::child, {}, {}, {}});
        town.earlier = {whole};
        for (const PersonId one : {ann, ben, cat})
            town.line(one, {"T1", one == ann ? "tenant" : "child", home});
        for (const PersonId one : {dan, eve})
            town.line(one, {"T2", one == dan ? "tenant" : "child", otherHome});
        const families::Outcome outcome = town.build();
        QCOMPARE(outcome.families.size(), std::size_t{2});
        for (const Family& family : outcome.families)
            QCOMPARE(family.id, FamilyId{family.members.size() == 3 ? 7 : 0});
    }

    void aPersonsYesMakesAFamilyAndTheirNoHolds() {
        Town town;
        town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01");
        town.owes(town.person("Lou", "Vaughan", 1970), home, "2026-05-01");
        town.decided = town.build().doubtful;
        QCOMPARE(town.decided.size(), std::size_t{1});
        town.decided[0].id = DoubtId{5};

        town.decided[0].decidedFamily = true;
        const families::Outcome yes = town.build();
        QCOMPARE(QString::fromStdString(town.told(yes)),
                 QStringLiteral("Ann:other-adult Lou:other-adult"));
        QCOMPARE(yes.doubtful.at(0).id, DoubtId{5});
        QCOMPARE(yes.counts.doubtful, std::size_t{0});

        town.decided[0].decidedFamily = false;
        town.callout(town.person("Kit", "Hughes", 1980), home, "2026-05-01");
        const families::Outcome no = town.build();
        QVERIFY(no.families.empty());
        QCOMPARE(no.counts.doubtful, std::size_t{0});
        QCOMPARE(no.doubtful.at(0).id, DoubtId{5});
    }

    void aNewcomerIsAskedAboutAfterAYes() {
        Town town;
        town.callout(town.person("Ann", "Price", 1990), home, "2026-05-01");
        town.owes(town.person("Lou", "Vaughan", 1970), home, "2026-05-01");
        town.decided = town.build().doubtful;
        town.decided[0].id = DoubtId{5};
        town.decided[0].decidedFamily = true;
        town.callout(town.person("Kit", "Hughes", 1980), home, "2026-05-01");
        const families::Outcome outcome = town.build();
        QCOMPARE(QString::fromStdString(town.told(outcome)),
                 QStringLiteral("Ann:other-adult Lou:other-adult"));
        QCOMPARE(outcome.counts.doubtful, std::size_t{1});
        QCOMPARE(outcome.doubtful.at(0).id, DoubtId{});
        QCOMPARE(outcome.doubtful.at(0).people.size(), std::size_t{3});
    }

    void membershipsCarryDatesAndWords() {
        Town town;
        const auto ann = town.person("Ann", "Price", 1990);
        town.line(ann, {"T1", "tenant", home, "HR6 8AQ", "2020-02-03"});
        town.callout(ann, home, "2026-05-01").identity.deathDate = base::Date(2026, 6, 1);
        town.school(town.person("Ben", "Price", 2015), home);
        const Family family = town.build().families.at(0);
        const Membership& mother = family.members.at(0);
        QVERIFY(mother.dates.from == base::Date(2020, 2, 3));
        QVERIFY(mother.dates.to == base::Date(2026, 6, 1));
        QCOMPARE(QString::fromStdString(mother.evidenceWords),
                 QStringLiteral("household record; same address in 1 record; stated: tenant"));
        QVERIFY(!family.members.at(1).dates.to);
    }

    void stopsWhenAsked() {
        class Stop final : public base::Progress {
            void step(std::string_view, std::uint64_t, std::uint64_t) override {}

            bool cancelled() const override { return true; }
        } stop;

        Town town;
        town.school(town.person("Ben", "Price", 2015), home);
        const auto result = town.tryBuild(stop);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::Code::cancelled);
    }
};

QTEST_APPLESS_MAIN(BuildTest)
#include "build_test.moc"
