// SPDX-License-Identifier: GPL-3.0-or-later
// What a family is from one building to the next: its number, its members' dates and words, and
// what a person decided about it.
#include "families/build.h"

#include "support/town_case.h"

#include <QtTest>

using namespace records;
using support::home;
using support::otherHome;
using support::Town;

class BuildTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

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
