// SPDX-License-Identifier: GPL-3.0-or-later
// Who is of one family by household records, stated relationships, age and surname.
#include "support/town_case.h"

using namespace records;
using support::home;
using support::Line;
using support::otherHome;
using support::Town;
using support::TownCase;

namespace {

const std::vector<TownCase>& cases() {
    static const std::vector<TownCase> all{
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
        {"two household numbers of one agency at one address are two families",
         [](Town& town) {
             town.line(town.person("Ann", "Price", 1990), {"T1", "tenant", home});
             town.line(town.person("Ben", "Price", 2012), {"T1", "child", home});
             town.line(town.person("Zoe", "Hughes", 1985), {"T2", "tenant", home});
             town.line(town.person("Yan", "Hughes", 2014), {"T2", "child", home});
         },
         "Ann:parent Ben:child | Yan:child Zoe:parent",
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
        {"one person alone is no family",
         [](Town& town) { town.school(town.person("Ben", "Price", 2015), home); },
         "",
         ""},
    };
    return all;
}

}  // namespace

class HouseholdsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tiesWhoBelongsTogether_data() { support::addRows(cases()); }

    void tiesWhoBelongsTogether() {
        QFETCH(int, index);
        support::compare(cases()[static_cast<std::size_t>(index)]);
    }
};

QTEST_APPLESS_MAIN(HouseholdsTest)
#include "households_test.moc"
