// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/synth/synth.h"

#include "app/synth/fact.h"
#include "app/synth/partner_file.h"
#include "app/synth/population.h"
#include "app/synth/school_term.h"
#include "app/synth/spelling.h"
#include "base/file.h"
#include "base/resources.h"
#include "base/text.h"

#include <algorithm>
#include <system_error>

namespace synth {

namespace {

using base::Code;
using base::Result;

constexpr std::string_view agreementsResource = "partners/agreements/standard.toml";

// An agency's own number for a person: without order, the same in all files of a series.
std::string localId(std::string_view series, std::uint64_t person, bool second) {
    std::uint32_t salt = 2166136261U;
    for (const char letter : series)
        salt = (salt ^ static_cast<unsigned char>(letter)) * 16777619U;
    // Each step can be undone (odd factors, shifted xors), so no two people share a number.
    auto value = static_cast<std::uint32_t>(person * 2 + (second ? 1 : 0));
    value = (value ^ salt) * 2654435769U;
    value = (value ^ (value >> 15U)) * 2246822519U;
    value ^= value >> 13U;
    const std::string prefix = series.empty() ? "" : series.substr(0, 1) == "c" ? "C" : "";
    return prefix + std::to_string(value);
}

// "2025_spring_" for a census whose rows speak of the term in arrears of it; "" for other files.
std::string termPrefix(const intake::Mapping& mapping, base::Date asAt) {
    if (!mapping.termFromFileName)
        return {};
    const auto later = static_cast<std::size_t>(mapping.termsInArrears);
    const Term named = finishedTerms(asAt, termsSent + 1)[termsSent - later];
    return std::to_string(named.year) + "_" + base::lowerAscii(named.season) + "_";
}

RowFault drawFault(Random& random) {
    if (!random.chance(0.004))
        return RowFault::none;
    static constexpr std::array<RowFault, 4> faults{RowFault::impossibleDate,
                                                    RowFault::unknownCode,
                                                    RowFault::missingRequired,
                                                    RowFault::notANumber};
    return random.pick(faults);
}

// The folder being filled: one file a layout, and the truth beside them.
class Delivery {
public:
    Delivery(const Request& request, const WordLists& lists, std::vector<intake::Mapping> mappings)
        : m_request(request), m_lists(lists), m_mappings(std::move(mappings)) {}

    [[nodiscard]] Result<void> open();
    [[nodiscard]] Result<void> write(Unit& unit);
    [[nodiscard]] Result<void> close();
    [[nodiscard]] Written written() const;
    void remove();

private:
    // A person at an agency, spelled once and then copied, as a system's person record is.
    struct View {
        bool made = false;
        bool twice = false;  // the agency has them under two numbers
        records::Identity identity;
    };

    [[nodiscard]] Result<void> writeFact(const Unit& unit, const Fact& fact, Random& random);
    [[nodiscard]] View& view(const Unit& unit, const Fact& fact, Random& random);

    const Request& m_request;
    const WordLists& m_lists;
    std::vector<intake::Mapping> m_mappings;
    std::vector<PartnerFile> m_files;  // in the order of Layout
    std::optional<OutputFile> m_truth;
    std::vector<View> m_views;  // of the unit in hand: person by agency
};

Result<void> Delivery::open() {
    for (const std::string_view name : layoutMappings) {
        const auto mapping =
            std::find_if(m_mappings.begin(), m_mappings.end(), [&](const intake::Mapping& one) {
                return one.name == name;
            });
        if (mapping == m_mappings.end())
            return base::fail(Code::notFound, std::string(name), "the mapping is missing");
        auto file =
            PartnerFile::create(m_request.folder, *mapping, termPrefix(*mapping, m_request.asAt));
        if (!file)
            return base::fail(file.error());
        m_files.push_back(std::move(*file));
    }
    auto truth = OutputFile::create(m_request.folder / "truth.csv", intake::Encoding::utf8, false);
    if (!truth)
        return base::fail(truth.error());
    m_truth = std::move(*truth);
    if (auto header = m_truth->write("file,row,person,family\n"); !header)
        return header;
    const auto agreements = base::resource(agreementsResource);
    if (!agreements)
        return base::fail(
            Code::notFound, std::string(agreementsResource), "the agreements are missing");
    return base::writeFileWhole(m_request.folder / "agreements.toml", *agreements, false);
}

Result<void> Delivery::write(Unit& unit) {
    Random random(unit.seed);
    Facts facts(unit, m_request.asAt, random);
    addEducation(facts);
    addJustice(facts);
    addCare(facts);
    addMoney(facts);
    addHomes(facts);
    m_views.assign(unit.people.size() * records::allAgencies.size(), View());
    for (const Fact& fact : facts.all())
        if (auto done = writeFact(unit, fact, random); !done)
            return done;
    return {};
}

Delivery::View& Delivery::view(const Unit& unit, const Fact& fact, Random& random) {
    const records::Agency agency = m_files[static_cast<std::size_t>(fact.layout)].mapping().agency;
    View& found =
        m_views[fact.person * records::allAgencies.size() + static_cast<std::size_t>(agency)];
    // Police type a name afresh at half of the incidents.
    const bool afresh = agency == records::Agency::police && random.chance(0.5);
    if (!found.made || afresh) {
        found.identity = Spelling(m_lists, unit, agency, random).of(unit.people[fact.person]);
        found.twice = found.made ? found.twice : random.chance(0.01);
        found.made = true;
    }
    return found;
}

Result<void> Delivery::writeFact(const Unit& unit, const Fact& fact, Random& random) {
    const auto index = static_cast<std::size_t>(fact.layout);
    PartnerFile& file = m_files[index];
    const intake::Mapping& mapping = file.mapping();
    const Person& person = unit.people[fact.person];
    View& known = view(unit, fact, random);
    records::Identity identity = known.identity;
    // A census numbers each pupil once.
    const bool second = known.twice && fact.layout < Layout::censusPupils && random.chance(0.5);
    identity.localId = localId(mapping.localIdSeries, person.number, second);
    if (fact.home)
        Spelling(m_lists, unit, mapping.agency, random).locate(identity, unit.homes[*fact.home]);
    if (fact.layout == Layout::schoolsContacts && random.chance(0.2))
        identity.birthDate = {};
    records::Payload payload = fact.payload;
    if (fact.related)
        payload[*typeOf(fact.layout).indexOf("related_local_id")] =
            localId(mapping.localIdSeries, unit.people[*fact.related].number, false);
    if (auto done = file.write(identity, payload, drawFault(random), random); !done)
        return done;
    // The header is the file's first line.
    return m_truth->write(file.name() + "," + std::to_string(file.rows() + 1) + "," +
                          std::to_string(person.number) + "," + std::to_string(person.family) +
                          "\n");
}

Result<void> Delivery::close() {
    for (PartnerFile& file : m_files)
        if (auto closed = file.close(); !closed)
            return closed;
    return m_truth->close();
}

Written Delivery::written() const {
    Written out;
    for (const PartnerFile& file : m_files)
        out.files.push_back({file.name(), file.mapping().name, file.mapping().agency, file.rows()});
    return out;
}

void Delivery::remove() {
    std::error_code ignored;
    for (const PartnerFile& file : m_files)
        std::filesystem::remove(file.path(), ignored);
    std::filesystem::remove(m_request.folder / "truth.csv", ignored);
    std::filesystem::remove(m_request.folder / "agreements.toml", ignored);
}

Result<void> fill(Delivery& delivery,
                  Population& population,
                  std::size_t people,
                  base::Progress& progress) {
    if (auto opened = delivery.open(); !opened)
        return opened;
    while (population.people() < people) {
        if (progress.cancelled())
            return base::fail(Code::cancelled, "", "stopped; the files begun were removed");
        progress.step("writing partner files", population.people(), people);
        Unit unit = population.next();
        if (auto done = delivery.write(unit); !done)
            return done;
    }
    return delivery.close();
}

}  // namespace

Result<Written> synthesise(const Request& asked, base::Progress& progress) {
    Request request = asked;
    if (request.asAt.is_special())
        request.asAt = base::today();
    std::error_code failed;
    std::filesystem::create_directories(request.folder, failed);
    if (failed)
        return base::fail(base::fileError(request.folder, failed.value()));
    const auto lists = readWordLists();
    if (!lists)
        return base::fail(lists.error());
    auto mappings = intake::shippedMappings();
    if (!mappings)
        return base::fail(mappings.error());
    Population population(*lists, request.seed, request.asAt);
    Delivery delivery(request, *lists, std::move(*mappings));
    if (auto done = fill(delivery, population, request.people, progress); !done) {
        delivery.remove();
        return base::fail(done.error());
    }
    Written out = delivery.written();
    out.people = population.people();
    out.families = population.families();
    return out;
}

}  // namespace synth
