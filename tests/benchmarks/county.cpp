// SPDX-License-Identifier: GPL-3.0-or-later
#include "county.h"

#include "base/crypto.h"
#include "base/delimited_writer.h"
#include "base/resources.h"
#include "casework/deliveries.h"
#include "casework/linking.h"
#include "casework/users.h"
#include "intake/agreement_file.h"
#include "intake/delivery_reader.h"

#include <fstream>
#include <numeric>
#include <set>

namespace benchmarks {

namespace {

constexpr std::string_view agreementsFile = "partners/agreements/standard.toml";
constexpr std::uint64_t seed = 42;
constexpr std::string_view attendanceFile = "schools-attendance.csv";

std::filesystem::path freshFolder() {
    const std::string name = base::hex(base::sha256(base::randomBytes(16))).substr(0, 16);
    const auto folder = std::filesystem::temp_directory_path() / ("families-first-" + name);
    std::filesystem::create_directories(folder);
    return folder;
}

// Writes who a row is about; the row's own fields are let go.
class IdentityWriter final : public intake::DeliverySink {
public:
    IdentityWriter(std::ofstream& out, std::size_t most) : m_out(out), m_most(most) {}

    base::Result<void> accept(records::SourceRecord&& record) override {
        if (m_rows >= m_most)
            return {};
        const records::Identity& who = record.identity;
        std::string line;
        base::appendDelimited(line,
                              {std::to_string(++m_rows),
                               std::string(records::agencyCode(record.agency)),
                               who.forename,
                               who.middleNames,
                               who.surname,
                               records::isoPartial(who.birthDate),
                               std::string(records::sexCode(who.sex)),
                               who.address,
                               who.postcode,
                               who.nino,
                               who.upn,
                               who.nhsNumber},
                              base::Formulas::asTheyAre);
        m_out << line;
        return {};
    }

    base::Result<void> note(records::RowIssue&&) override { return {}; }

    [[nodiscard]] std::size_t rows() const { return m_rows; }

private:
    std::ofstream& m_out;
    std::size_t m_most;
    std::size_t m_rows = 0;
};

using Counts = std::map<std::string, double>;

double pairsIn(const Counts& counts) {
    double pairs = 0;
    for (const auto& [key, count] : counts)
        pairs += count * (count - 1) / 2;
    return pairs;
}

}  // namespace

County::County(std::size_t people) : m_folder(freshFolder()) {
    base::NoProgress quiet;
    synth::Request request;
    request.folder = m_folder;
    request.people = people;
    request.seed = seed;
    request.asAt = base::today();
    m_written = required(synth::synthesise(request, quiet));
    const auto text = base::resource(agreementsFile).value_or("");
    for (records::Agreement& agreement : required(intake::readAgreements(text, agreementsFile)))
        if (!agreement.recordTypes.empty())
            m_agreements.emplace(agreement.agency, std::move(agreement));
}

County::~County() {
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
}

const base::Secret& County::password() {
    static const base::Secret secret(std::string_view("a benchmark's password"));
    return secret;
}

std::size_t County::rows() const {
    const auto add = [](std::size_t sum, const synth::WrittenFile& file) {
        return sum + file.rows;
    };
    return std::accumulate(m_written.files.begin(), m_written.files.end(), std::size_t{0}, add);
}

Files County::partnerFiles() const {
    Files files;
    for (const synth::WrittenFile& file : m_written.files)
        files.push_back(m_folder / file.name);
    return files;
}

const records::Agreement& County::agreementOf(records::Agency agency) const {
    return m_agreements.at(agency);
}

std::filesystem::path County::longAttendance(std::size_t rows) const {
    const auto file = m_folder / "long-attendance.csv";
    std::ifstream in(m_folder / "schools-attendance.csv", std::ios::binary);
    std::ofstream out(file, std::ios::binary);
    std::string line;
    std::getline(in, line);
    out << line << '\n';
    std::vector<std::string> lines;
    while (std::getline(in, line))
        lines.push_back(line);
    for (std::size_t row = 0; row < rows; ++row)
        out << lines[row % lines.size()] << '\n';
    return file;
}

std::size_t County::writeIdentities(const std::filesystem::path& file, std::size_t most) const {
    base::NoProgress quiet;
    std::ofstream out(file, std::ios::binary);
    out << "id,source,forename,middle_names,surname,birth_date,sex,address,postcode,nino,upn,"
           "nhs_number\n";
    IdentityWriter sink(out, most);
    for (const synth::WrittenFile& written : m_written.files) {
        const intake::ReadRequest request{m_folder / written.name,
                                          agreementOf(written.agency),
                                          required(intake::shippedMappings()),
                                          written.mapping,
                                          base::today()};
        required(intake::readDelivery(request, sink, quiet));
    }
    return sink.rows();
}

std::unique_ptr<casework::Session> County::newVault(std::size_t number) const {
    const auto path = m_folder / (std::to_string(number) + ".vault");
    const base::Secret& secret = password();
    constexpr auto cost = casework::PasswordCost::quick;
    const auto administrator = required(casework::Session::create(
        path, {"administrator", "", access::Role::administrator}, secret, cost));
    for (const access::Role role : {access::Role::dataOfficer, access::Role::governanceOfficer})
        required(casework::addUser(
            *administrator, {std::string(access::roleCode(role)), "", role}, secret, cost));
    const auto governance = required(casework::Session::unlock(path, "governance-officer", secret));
    required(casework::addAgreements(
        *governance, base::resource(agreementsFile).value_or(""), agreementsFile));
    return required(casework::Session::unlock(path, "data-officer", secret));
}

void County::importInto(casework::Session& dataOfficer) const {
    base::NoProgress quiet;
    for (const synth::WrittenFile& file : m_written.files)
        required(casework::importDelivery(
            dataOfficer,
            {m_folder / file.name, agreementOf(file.agency).reference, file.mapping, {}},
            quiet));
}

std::filesystem::path County::importAllBut(casework::Session& dataOfficer, std::size_t rows) const {
    std::vector<std::string> lines;
    std::ifstream in(m_folder / attendanceFile, std::ios::binary);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    const std::size_t first = lines.size() > rows ? lines.size() - rows : 1;
    const auto sooner = m_folder / "attendance-sooner.csv";
    const auto later = m_folder / "attendance-later.csv";
    std::ofstream early(sooner, std::ios::binary);
    std::ofstream late(later, std::ios::binary);
    late << lines.front() << '\n';
    for (std::size_t i = 0; i < lines.size(); ++i)
        (i < first ? early : late) << lines[i] << '\n';
    early.close();
    late.close();
    base::NoProgress quiet;
    for (const synth::WrittenFile& file : m_written.files)
        if (file.name != attendanceFile)
            required(casework::importDelivery(
                dataOfficer,
                {m_folder / file.name, agreementOf(file.agency).reference, file.mapping, {}},
                quiet));
    importOne(dataOfficer, sooner);
    return later;
}

void County::importOne(casework::Session& dataOfficer,
                       const std::filesystem::path& attendance) const {
    base::NoProgress quiet;
    required(casework::importDelivery(
        dataOfficer,
        {attendance, agreementOf(records::Agency::schools).reference, "schools-attendance", {}},
        quiet));
}

County::Quality County::qualityOf(casework::Session& dataOfficer) const {
    std::map<std::string, std::string> truth;  // "file,row" to person
    std::ifstream in(m_folder / "truth.csv");
    for (std::string line; std::getline(in, line);) {
        const std::size_t family = line.rfind(',');
        const std::size_t person = line.rfind(',', family - 1);
        truth[line.substr(0, person)] = line.substr(person + 1, family - person - 1);
    }
    Counts ours;
    Counts theirs;
    Counts both;
    for (const casework::ClusterRow& row : required(casework::clusters(dataOfficer))) {
        const std::string person = std::to_string(row.person.value);
        const std::string& known = truth[row.file + "," + std::to_string(row.row)];
        ++ours[person];
        ++theirs[known];
        ++both[person + "|" + known];
    }
    return {pairsIn(both) / pairsIn(ours), pairsIn(both) / pairsIn(theirs)};
}

}  // namespace benchmarks
