// SPDX-License-Identifier: GPL-3.0-or-later
#include "arbitrary_record.h"
#include "sample.h"
#include "store/case_table.h"
#include "store/family_table.h"
#include "store/link_table.h"
#include "store/packed.h"
#include "tests/support/temporary_vault.h"

using access::Action;
using access::Role;
using access::Subject;
using base::Code;
using records::SourceRecord;
using store::Payloads;
using support::granted;
using support::must;
using support::TemporaryVault;

namespace {

bool same(const SourceRecord& left, const SourceRecord& right) {
    return left.delivery == right.delivery && left.row == right.row &&
           left.agency == right.agency && left.type == right.type &&
           left.identity == right.identity && left.payload == right.payload;
}

std::vector<SourceRecord> readAll(store::Vault& vault,
                                  const access::Grant& grant,
                                  Payloads payloads) {
    std::vector<SourceRecord> all;
    must(store::SourceRecordTable(vault).forEach(
        grant, payloads, [&](SourceRecord&& record) -> base::Result<void> {
            all.push_back(std::move(record));
            return {};
        }));
    return all;
}

}  // namespace

class SourceRecordTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsBackWhatWasWritten() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        const auto delivery = support::sampleDelivery(*vault);
        const auto grant = granted(*vault, Action::linkRecords);
        std::vector<SourceRecord> written;
        QVERIFY(rc::check("read(write(record)) = record", [&] {
            const SourceRecord record = support::arbitraryRecord(delivery);
            const auto id = must(store::SourceRecordTable(*vault).append(record));
            const auto all = readAll(*vault, grant, Payloads::opened);
            RC_ASSERT(all.back().id == id);
            RC_ASSERT(same(all.back(), record));
            written.push_back(record);
        }));
        const auto all = readAll(*vault, grant, Payloads::opened);
        QCOMPARE(all.size(), written.size());
        QVERIFY(std::ranges::equal(all, written, same));
        QCOMPARE(must(store::SourceRecordTable(*vault).count()),
                 static_cast<std::int64_t>(written.size()));
    }

    void packsAnyListOfTextsAndNumbers() {
        QVERIFY(rc::check("unpack(pack(x)) = x",
                          [](const std::vector<std::string>& texts,
                             const std::vector<std::int64_t>& numbers,
                             double decimal) {
                              store::Packer packer;
                              packer << numbers.size() << decimal;
                              for (const std::int64_t number : numbers)
                                  packer << number;
                              store::Unpacker unpacker(packer.bytes());
                              std::vector<std::int64_t> read(unpacker.count());
                              RC_ASSERT(unpacker.number() == decimal);
                              for (std::int64_t& number : read)
                                  number = unpacker.integer();
                              RC_ASSERT(unpacker.good() && read == numbers);
                              RC_ASSERT(store::unpackTexts(store::packTexts(texts)) == texts);
                          }));
    }

    void unpacksAnyBytesWithoutHarm() {
        QVERIFY(rc::check("unpacking is total", [](const std::string& bytes) {
            store::Unpacker unpacker(bytes);
            for (std::size_t left = unpacker.count(); left > 0; --left)
                static_cast<void>(unpacker.text());
            static_cast<void>(unpacker.number());
            static_cast<void>(store::unpackIds<records::RecordId>(bytes));
        }));
    }

    void leavesPayloadsClosedUnlessAsked() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        must(store::SourceRecordTable(*vault).append(
            support::sampleRecord(support::sampleDelivery(*vault))));
        const auto all = readAll(*vault, granted(*vault, Action::linkRecords), Payloads::closed);
        QVERIFY(all.front().payload.empty() && all.front().identity.surname == "Probertson");
    }

    void givesAnExportingOfficerNoPayload() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::exportingOfficer);
        const auto grant = granted(*vault, Action::prepareSubmission);
        const store::SourceRecordTable table(*vault);
        const auto ignore = [](SourceRecord&&) -> base::Result<void> { return {}; };
        QVERIFY(table.forEach(grant, Payloads::closed, ignore));
        const auto refused = table.forEach(grant, Payloads::opened, ignore);
        QVERIFY(!refused && refused.error().code == Code::refused);
    }

    void stopsWhenTheVisitorFails() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        const auto delivery = support::sampleDelivery(*vault);
        store::SourceRecordTable table(*vault);
        for (int i = 0; i < 5; ++i)
            must(table.append(support::sampleRecord(delivery)));
        int seen = 0;
        const auto stopped = table.forEach(granted(*vault, Action::linkRecords),
                                           Payloads::closed,
                                           [&](SourceRecord&&) -> base::Result<void> {
                                               if (++seen == 3)
                                                   return base::fail(Code::cancelled, "", "");
                                               return {};
                                           });
        QVERIFY(!stopped && stopped.error().code == Code::cancelled);
        QCOMPARE(seen, 3);
    }

    void showsAFamilysRecordsToNoOtherFamilysGrant() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::supervisor);
        const auto delivery = support::sampleDelivery(*vault);
        store::SourceRecordTable table(*vault);
        const auto mine = must(table.append(support::sampleRecord(delivery, "Mine")));
        const auto other = must(table.append(support::sampleRecord(delivery, "Other")));
        must(store::LinkTable(*vault).replaceAll(
            {{mine, {1}, {}, 0, 0, {}}, {other, {2}, {}, 0, 0, {}}}, {}));
        records::Family family;
        family.id.value = 10;
        family.members.push_back({{1}, records::MemberRole::child, {}, {mine}, "one record"});
        records::Family stranger;
        stranger.id.value = 11;
        stranger.members.push_back({{2}, records::MemberRole::child, {}, {other}, "one record"});
        must(store::FamilyTable(*vault).replaceAll({family, stranger}, {}));

        const auto evidence = granted(*vault, Action::openEvidence, Subject::of(family.id));
        const auto found = must(table.find(evidence, mine));
        QVERIFY(found.identity.surname == "Mine" && found.payload.size() == 5);
        QVERIFY(!table.find(evidence, other));
        QCOMPARE(must(table.ofPeople(evidence, {{1}}, Payloads::opened)).size(), std::size_t{1});
        const auto refused = table.ofPeople(evidence, {{1}, {2}}, Payloads::opened);
        QVERIFY(!refused && refused.error().code == Code::refused);

        const auto opening = granted(*vault, Action::openFamily, Subject::of(family.id));
        QVERIFY(must(table.find(opening, mine)).payload.empty());
        QVERIFY(!table.ofPeople(opening, {{1}}, Payloads::opened));
        QVERIFY(!table.forEach(
            opening, Payloads::closed, [](SourceRecord&&) -> base::Result<void> { return {}; }));
    }

    void showsACaseworkerNoHealthRowWhoeverSentIt() {
        TemporaryVault temporary;
        const auto officer = temporary.as(Role::dataOfficer);
        const auto delivery = support::sampleDelivery(*officer);
        store::SourceRecordTable table(*officer);
        auto need = support::sampleRecord(delivery, "Need", records::Agency::youthOffending);
        need.type = records::recordType("health_need");
        need.payload = {std::string("drugs"), base::Date(2026, 1, 1), {}, {}};
        auto concern = support::sampleRecord(delivery, "Concern", records::Agency::schools);
        concern.type = records::recordType("nomination");
        concern.payload = {std::int64_t{6},
                           base::Date(2026, 1, 1),
                           std::string("A. Teacher"),
                           std::string("Head of year"),
                           std::string("schools"),
                           std::string("Tells of a health problem"),
                           {}};
        auto another = concern;
        another.payload[0] = std::int64_t{2};
        const std::vector<records::RecordId> ids{
            must(table.append(need)),
            must(table.append(concern)),
            must(table.append(another)),
            must(table.append(support::sampleRecord(delivery, "Row", records::Agency::health)))};
        std::vector<records::Link> links;
        for (const records::RecordId id : ids)
            links.push_back({id, {1}, {}, 0, 0, {}});
        must(store::LinkTable(*officer).replaceAll(links, {}));
        records::Family family;
        family.id.value = 10;
        family.members.push_back({{1}, records::MemberRole::child, {}, {ids[0]}, "one record"});
        must(store::FamilyTable(*officer).replaceAll({family}, {}));
        records::CaseEvent proposal;
        proposal.family = family.id;
        must(store::CaseTable(*officer).append(proposal));

        const auto opened = [&](Role role) {
            const auto vault = temporary.as(role);
            const auto grant = granted(*vault, Action::openEvidence, Subject::of(family.id));
            std::vector<bool> seen;
            for (const SourceRecord& record :
                 must(store::SourceRecordTable(*vault).ofPeople(grant, {{1}}, Payloads::opened)))
                seen.push_back(!record.payload.empty());
            return seen;
        };
        QVERIFY(opened(Role::caseworker) == (std::vector<bool>{false, false, true, false}));
        QVERIFY(opened(Role::supervisor) == (std::vector<bool>{true, true, true, true}));
    }

    void noticesASealedPayloadMovedToAnotherRecord() {
        TemporaryVault temporary;
        const auto vault = temporary.as(Role::dataOfficer);
        const auto delivery = support::sampleDelivery(*vault);
        store::SourceRecordTable table(*vault);
        const auto first = must(table.append(support::sampleRecord(delivery)));
        const auto second = must(table.append(support::sampleRecord(delivery)));
        must(vault->database().execute(
            "UPDATE source_records SET payload = (SELECT payload FROM source_records WHERE id = " +
            std::to_string(first.value) + ") WHERE id = " + std::to_string(second.value)));
        const auto walked = table.forEach(granted(*vault, Action::linkRecords),
                                          Payloads::opened,
                                          [](SourceRecord&&) -> base::Result<void> { return {}; });
        QVERIFY(!walked && walked.error().code == Code::damaged);
    }

    void takesNumbersThatNeverRepeat() {
        TemporaryVault temporary;
        auto& vault = temporary.vault();
        const auto delivery = support::sampleDelivery(vault);
        {
            auto transaction = must(vault.begin());
            must(store::SourceRecordTable(vault).append(support::sampleRecord(delivery)));
            must(transaction.commit());
        }
        const auto second = must(vault.another());
        const auto next =
            must(store::SourceRecordTable(*second).append(support::sampleRecord(delivery)));
        const auto after =
            must(store::SourceRecordTable(vault).append(support::sampleRecord(delivery)));
        QVERIFY(next < after && next.value > 1);
    }
};

QTEST_APPLESS_MAIN(SourceRecordTableTest)
#include "source_record_table_test.moc"
