// SPDX-License-Identifier: GPL-3.0-or-later
// Three invented families as their partners send them. The Prices (Ann, 36, and Ben) meet criteria
// 1, 4 and 6; the Hugheses (Zoe and Yan) meet 1 and 4; the Joneses (Kim and Dee) meet none.
#pragma once

#include "casework/family_view.h"
#include "casework/work_list.h"
#include "support/team.h"

#include <string>

namespace support {

inline std::string ukDate(base::Date day) {
    const std::string iso = base::isoDate(day);
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

// "04-Oct-2026"
inline std::string policeDate(base::Date day) {
    const std::string iso = base::isoDate(day);
    return iso.substr(8, 2) + "-" + std::string(day.month().as_short_string()) + "-" +
           iso.substr(0, 4);
}

inline base::Date daysAgo(int days) {
    return base::today() - boost::gregorian::days(days);
}

inline std::string tenancies() {
    return "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;Sex;"
           "Property Address 1;Town;Property Postcode;Tenancy Start\n"
           "101;T1;Tenant;Price;Ann;14/03/1990;F;14 Etnam Street;Leominster;HR6 8AQ;01/02/2020\n"
           "102;T1;Son;Price;Ben;05/06/2015;M;14 Etnam Street;Leominster;HR6 8AQ;01/02/2020\n"
           "103;T2;Tenant;Hughes;Zoe;22/11/1985;F;3 Bridge Street;Leominster;HR6 8DZ;01/02/2019\n"
           "104;T2;Daughter;Hughes;Yan;30/08/2014;F;3 Bridge Street;Leominster;HR6 8DZ;01/02/2019\n"
           "105;T3;Tenant;Jones;Kim;09/01/1982;M;8 Broad Street;Hereford;HR1 2AB;01/02/2018\n"
           "106;T3;Daughter;Jones;Dee;17/04/2013;F;8 Broad Street;Hereford;HR1 2AB;01/02/2018\n";
}

inline std::string warnings() {
    const std::string day = policeDate(daysAgo(60));
    return "Person Ref|ASB Type|Surname|Forename 1|DOB|Sex|Premises|Town|Postcode|Incident Date|"
           "Involvement\n"
           "N7|WARNING|Price|Ann|14-Mar-1990|F|14 Etnam Street|Leominster|HR6 8AQ|" +
           day +
           "|SUSPECT\n"
           "N8|WARNING|Hughes|Zoe|22-Nov-1985|F|3 Bridge Street|Leominster|HR6 8DZ|" +
           day + "|SUSPECT\n";
}

inline std::string debts() {
    const std::string day = ukDate(daysAgo(30));
    return "Person Number;Debt Type;Balance Date;Surname;First Name;Date of Birth;Sex;"
           "Property Address 1;Town;Property Postcode;Amount Owed;Weeks Owed\n"
           "101;RENT;" +
           day +
           ";Price;Ann;14/03/1990;F;14 Etnam Street;Leominster;HR6 8AQ;1450.00;12\n"
           "103;RENT;" +
           day + ";Hughes;Zoe;22/11/1985;F;3 Bridge Street;Leominster;HR6 8DZ;1450.00;12\n";
}

inline std::string needs() {
    return "NHS Number,Need Category,Family Name,Given Name,Person Birth Date,"
           "Person Stated Gender Code,Usual Address Line 1,Usual Address Line 2,"
           "Postcode of Usual Address,Need Start Date\n"
           ",MH,Price,Ann,1990-03-14,F,14 Etnam Street,Leominster,HR6 8AQ,2026-01-05\n";
}

// Ben's episode of early help; his address may be restricted.
inline std::string episodes(bool restricted) {
    return "Person ID,Episode Type,Episode Start,Last Name,First Name,Date of Birth,Gender,"
           "Address Line 1,Town,Postcode,Address Restricted\n"
           "C3,EH,04/02/2026,Price,Ben,05/06/2015,M,14 Etnam Street,Leominster,HR6 8AQ," +
           std::string(restricted ? "Y" : "N") + "\n";
}

enum class BensAddress { open, restricted };

// All files received; not yet linked.
inline void receiveFamilies(Team& team, BensAddress address = BensAddress::open) {
    must(team.tryImport("housing-2026", "tenancies.csv", tenancies()));
    must(team.tryImport("police-2026", "asb.csv", warnings()));
    must(team.tryImport("housing-2026", "arrears.csv", debts()));
    must(team.tryImport("health-2026", "needs.csv", needs()));
    if (address == BensAddress::restricted)
        must(team.tryImport("social-care-2026", "episodes.csv", episodes(true)));
}

inline void prepareFamilies(Team& team, BensAddress address = BensAddress::open) {
    receiveFamilies(team, address);
    team.link();
    team.assess();
}

// The family of this surname, opened by the supervisor.
inline casework::FamilyView familyNamed(Team& team, const std::string& surname) {
    casework::WorkQuery everyone;
    everyone.filter = casework::WorkFilter::all;
    for (const casework::WorkRow& row :
         must(casework::listFamilies(team.supervisor(), everyone, 0, 100))) {
        auto view = must(casework::openFamily(team.supervisor(), row.family, "test"));
        for (const casework::MemberView& member : view.members)
            if (member.name.starts_with(surname + ","))
                return view;
    }
    qFatal("no family %s", surname.c_str());
}

inline const casework::MemberView& memberNamed(const casework::FamilyView& view,
                                               const std::string& forename) {
    for (const casework::MemberView& member : view.members)
        if (member.name.ends_with(", " + forename))
            return member;
    qFatal("no member %s", forename.c_str());
}

}  // namespace support
