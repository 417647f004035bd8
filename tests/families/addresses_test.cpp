// SPDX-License-Identifier: GPL-3.0-or-later
// What an address says about who belongs together, and which addresses only ask a person.
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
        {"records of after the as-at date say nothing",
         [](Town& town) {
             town.school(town.person("Ben", "Price", 2015), home);
             town.callout(town.person("Ann", "Price", 1990), home, "2026-10-01");
         },
         "",
         ""},
    };
    return all;
}

}  // namespace

class AddressesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void tiesNoStrangers_data() { support::addRows(cases()); }

    void tiesNoStrangers() {
        QFETCH(int, index);
        support::compare(cases()[static_cast<std::size_t>(index)]);
    }
};

QTEST_APPLESS_MAIN(AddressesTest)
#include "addresses_test.moc"
