// SPDX-License-Identifier: GPL-3.0-or-later
#include "household.h"

#include "base/date.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <string>

namespace benchmarks {

namespace {

struct Member {
    const char* forename;
    const char* relation;
    const char* sex;
    int born;
};

constexpr std::array<Member, 5> members{{{"Wilhelmina", "Tenant", "F", 1985},
                                         {"Thaddeus", "Partner", "M", 1983},
                                         {"Barnaby", "Son", "M", 2011},
                                         {"Philippa", "Daughter", "F", 2013},
                                         {"Ottilie", "Daughter", "F", 2016}}};
constexpr int incidents = 295;
constexpr int episodes = 100;
constexpr int balances = 100;  // and five tenancies: 500 in all
constexpr int apart = 3;       // days between one incident and the next

base::Date daysAgo(int days) {
    return base::today() - boost::gregorian::days(days);
}

std::string slashed(base::Date day) {
    const std::string iso = base::isoDate(day);
    return iso.substr(8, 2) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

std::string named(base::Date day) {
    const std::string iso = base::isoDate(day);
    return iso.substr(8, 2) + "-" + std::string(day.month().as_short_string()) + "-" +
           iso.substr(0, 4);
}

base::Date birthDay(const Member& member) {
    return base::Date(static_cast<unsigned short>(member.born), 5, 4);
}

const Member& memberAt(int number) {
    return members[static_cast<std::size_t>(number) % members.size()];
}

int numberOf(const Member& member) {
    return 9'000'000 + static_cast<int>(&member - members.data());
}

void writeTenancies(std::ofstream& out) {
    out << "Person Number;Tenancy Ref;Relationship To Tenant;Surname;First Name;Date of Birth;Sex;"
           "Property Address 1;Town;Property Postcode;Tenancy Start\n";
    for (const Member& member : members)
        out << numberOf(member) << ";T9000000;" << member.relation << ";Quarrenden;"
            << member.forename << ';' << slashed(birthDay(member)) << ';' << member.sex
            << ";14 Quarrenden Bank;Leominster;HR6 8ZZ;01/02/2020\n";
}

void writeIncidents(std::ofstream& out) {
    out << "Person Ref|ASB Type|Surname|Forename 1|DOB|Sex|Premises|Town|Postcode|Incident Date|"
           "Involvement\n";
    for (int i = 0; i < incidents; ++i) {
        const Member& member = memberAt(i % 3);
        out << 'N' << numberOf(member) << '|' << (i % 4 == 0 ? "WARNING" : "INCIDENT")
            << "|Quarrenden|" << member.forename << '|' << named(birthDay(member)) << '|'
            << member.sex << "|14 Quarrenden Bank|Leominster|HR6 8ZZ|"
            << named(daysAgo(10 + i * apart)) << "|SUSPECT\n";
    }
}

void writeEpisodes(std::ofstream& out) {
    out << "Person ID,Episode Type,Episode Start,Episode End,Last Name,First Name,Date of Birth,"
           "Gender,Address Line 1,Town,Postcode\n";
    for (int i = 0; i < episodes; ++i) {
        const Member& member = members[static_cast<std::size_t>(2 + i % 3)];
        const int began = 40 + i * apart * 3;
        out << 'C' << numberOf(member) << ",EH," << slashed(daysAgo(began)) << ','
            << slashed(daysAgo(began - 30)) << ",Quarrenden," << member.forename << ','
            << slashed(birthDay(member)) << ',' << member.sex
            << ",14 Quarrenden Bank,Leominster,HR6 8ZZ\n";
    }
}

void writeBalances(std::ofstream& out) {
    out << "Person Number;Debt Type;Balance Date;Surname;First Name;Date of Birth;Sex;"
           "Property Address 1;Town;Property Postcode;Amount Owed;Weeks Owed\n";
    for (int i = 0; i < balances; ++i)
        out << numberOf(members[0]) << ";RENT;" << slashed(daysAgo(5 + i * apart * 3))
            << ";Quarrenden;Wilhelmina;" << slashed(birthDay(members[0]))
            << ";F;14 Quarrenden Bank;Leominster;HR6 8ZZ;" << 900 + i << ".00;12\n";
}

}  // namespace

std::vector<std::pair<std::filesystem::path, const char*>> writeHousehold(
    const std::filesystem::path& folder) {
    struct File {
        const char* name;
        const char* agreement;
        void (*write)(std::ofstream&);
    };

    std::vector<std::pair<std::filesystem::path, const char*>> written;
    for (const File& file : {File{"household-tenancies.csv", "housing-2026", writeTenancies},
                             File{"household-asb.csv", "police-2026", writeIncidents},
                             File{"household-episodes.csv", "social-care-2026", writeEpisodes},
                             File{"household-arrears.csv", "housing-2026", writeBalances}}) {
        std::ofstream out(folder / file.name, std::ios::binary);
        file.write(out);
        written.emplace_back(folder / file.name, file.agreement);
    }
    return written;
}

// Without a name or a birth date nobody can be told from it: each row is rejected.
std::filesystem::path writeFaults(const std::filesystem::path& folder, std::size_t rows) {
    const auto file = folder / "faults-asb.csv";
    std::ofstream out(file, std::ios::binary);
    out << "Person Ref|ASB Type|Surname|Forename 1|DOB|Sex|Premises|Town|Postcode|Incident Date|"
           "Involvement\n";
    for (std::size_t row = 0; row < rows; ++row)
        out << "N" << row << "|NONSENSE|||not a day|F|||||SUSPECT\n";
    return file;
}

}  // namespace benchmarks
