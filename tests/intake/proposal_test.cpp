// SPDX-License-Identifier: GPL-3.0-or-later
// Mappings proposed for layouts nobody has described, and for layouts that have drifted.
#include "intake/proposal.h"

#include "base/text.h"
#include "collected_delivery.h"
#include "intake/column_look.h"
#include "intake/mapping_writer.h"
#include "records/catalogue.h"

#include <QtTest>

using namespace intake;
using records::Agency;

namespace {

const base::Date today(2025, 11, 21);

const Synonyms& synonyms() {
    static const auto words = shippedSynonyms();
    if (!words)
        qFatal("%s", base::describe(words.error()).c_str());
    return *words;
}

std::string unseen(const std::string& name) {
    return FF_TEST_DATA "/intake/unseen/" + name;
}

records::TableLook lookOf(const std::string& path) {
    base::NoProgress quiet;
    auto look = lookAt(path, "", today, quiet);
    if (!look)
        qFatal("%s", base::describe(look.error()).c_str());
    return *look;
}

// A file made in the test.
records::TableLook lookOfText(const std::string& text, const std::string& name = "file.csv") {
    static QTemporaryDir folder;
    const std::string path = folder.filePath(QString::fromStdString(name)).toStdString();
    std::ofstream(path, std::ios::binary) << text;
    return lookOf(path);
}

struct Asked {
    records::TableLook look;
    Agency agency;

    [[nodiscard]] ProposalRequest request() const {
        return {look, test::standardAgreement(agency), test::shipped(), synonyms()};
    }
};

const records::DraftColumn& column(const records::MappingDraft& draft, std::string_view heading) {
    for (const auto& each : draft.columns)
        if (each.heading == heading)
            return each;
    qFatal("no column");
}

std::string meaning(const records::DraftColumn& column, std::string_view code) {
    for (const auto& each : column.codes)
        if (each.code == code)
            return each.meaning;
    return "no such code";
}

struct Expected {
    const char* heading;
    const char* target;
};

void compare(const records::MappingDraft& draft, std::initializer_list<Expected> expected) {
    QCOMPARE(draft.columns.size(), expected.size());
    for (const Expected& each : expected) {
        QCOMPARE(QByteArray(each.heading) + " " +
                     QByteArray::fromStdString(column(draft, each.heading).target),
                 QByteArray(each.heading) + " " + each.target);
        QVERIFY2(!column(draft, each.heading).reason.empty(), each.heading);
    }
}

// The draft, through its TOML, reads the file that it was made for.
test::CollectedDelivery readThrough(const records::MappingDraft& draft,
                                    const std::string& path,
                                    DeliverySummary& summary) {
    test::CollectedDelivery sink;
    const auto mapping = mappingOf(draft, nullptr);
    if (!mapping)
        qFatal("%s", base::describe(mapping.error()).c_str());
    auto again = readMapping(writeMapping(*mapping), "draft.toml");
    if (!again)
        qFatal("%s", base::describe(again.error()).c_str());
    base::NoProgress quiet;
    const ReadRequest request{
        path, test::standardAgreement(draft.agency), {*again}, std::nullopt, today};
    const auto read = readDelivery(request, sink, quiet);
    if (!read)
        qFatal("%s", base::describe(read.error()).c_str());
    summary = *read;
    return sink;
}

}  // namespace

class ProposalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void mapsAPoliceExtract() {
        const Asked asked{lookOf(unseen("crimes-named-suspects.txt")), Agency::police};
        const auto draft = propose(asked.request());
        QCOMPARE(draft.recordType, std::string("offence"));
        QCOMPARE(QByteArray::fromStdString(draft.name), QByteArray("police-crimes-named-suspects"));
        compare(draft,
                {{"Crime Ref", ""},
                 {"Nominal Ref", "local_id"},
                 {"Suspect Name", "whole_name"},
                 {"Suspect DOB", "birth_date"},
                 {"Suspect Gender", "sex"},
                 {"Suspect Address", "address"},
                 {"Suspect Postcode", "postcode"},
                 {"Crime Type", "offence.offence"},
                 {"HO Code", "offence.offence_code"},
                 {"Committed On", "offence.offence_date"},
                 {"Outcome Recorded", "offence.outcome_date"},
                 {"Crime Outcome", "offence.outcome"},
                 {"OIC Name", ""},
                 {"Beat", ""}});
        QCOMPARE(column(draft, "Suspect DOB").dates, std::vector<std::string>{"dd-Mon-yyyy"});
        const auto& outcome = column(draft, "Crime Outcome");
        QCOMPARE(meaning(outcome, "Convicted at Court"), std::string("convicted"));
        QCOMPARE(meaning(outcome, "Caution - Adult"), std::string("cautioned"));
        QCOMPARE(meaning(outcome, "NFA - Evidential Difficulties"),
                 std::string("no-further-action"));
        QCOMPARE(meaning(outcome, "Charged - Awaiting Court"), std::string("pending"));
        DeliverySummary summary;
        const auto read = readThrough(draft, unseen("crimes-named-suspects.txt"), summary);
        QCOMPARE(summary.rowsIn, std::int64_t{24});
        QCOMPARE(summary.rowsAccepted, std::int64_t{24});
        QCOMPARE(read.records.front().identity.surname, std::string("RAVENSCROFT"));
        QCOMPARE(read.records.front().identity.middleNames, std::string("Bethan"));
    }

    void mapsABenefitExtract() {
        const Asked asked{lookOf(unseen("claimants.tsv")), Agency::dwp};
        const auto draft = propose(asked.request());
        QCOMPARE(draft.recordType, std::string("benefit"));
        compare(draft,
                {{"CUST_NAT_INS_NO", "nino"},
                 {"CUST_LAST_NAME", "surname"},
                 {"CUST_FIRST_NAME", "forename"},
                 {"CUST_BIRTH_DT", "birth_date"},
                 {"GENDER_CD", "sex"},
                 {"ADDR_LINE_1", "address"},
                 {"ADDR_LINE_2", "address"},
                 {"PCODE", "postcode"},
                 {"BENEFIT_NAME", "benefit.benefit"},
                 {"CLAIM_START_DT", "benefit.start_date"},
                 {"CLAIM_END_DT", "benefit.end_date"},
                 {"OOW_IND", "benefit.out_of_work"},
                 {"JOBCENTRE", ""},
                 {"PARTNER_NINO", ""}});
        DeliverySummary summary;
        const auto read = readThrough(draft, unseen("claimants.tsv"), summary);
        QCOMPARE(summary.rowsAccepted, std::int64_t{20});
        QCOMPARE(read.count("unknown-code"), std::size_t{0});
        QCOMPARE(read.records.front().identity.address, std::string("35 Mill Lane, Hereford"));
    }

    void mapsAListOfRentArrears() {
        const Asked asked{lookOf(unseen("rent-arrears.csv")), Agency::housing};
        const auto draft = propose(asked.request());
        QCOMPARE(draft.recordType, std::string("arrears"));
        compare(draft,
                {{"Tenancy No", ""},
                 {"Tenant Surname", "surname"},
                 {"Tenant Forename(s)", "forename"},
                 {"Tenant DOB", "birth_date"},
                 {"NI Number", "nino"},
                 {"Joint Tenant Name", ""},
                 {"Property Address 1", "address"},
                 {"Property Address 2", "address"},
                 {"Property Post Code", "postcode"},
                 {"UPRN", "uprn"},
                 {"Rent Arrears \xC2\xA3", "arrears.amount"},
                 {"Wks in Arrears", "arrears.weeks"},
                 {"Balance As At", "arrears.as_at_date"},
                 {"NOSP Served?", "arrears.eviction_notice"},
                 {"Patch Officer", ""}});
        QCOMPARE(draft.constants.size(), std::size_t{1});
        QCOMPARE(draft.constants.front().target, std::string("arrears.kind"));
        QCOMPARE(draft.constants.front().text, std::string("rent"));
        DeliverySummary summary;
        readThrough(draft, unseen("rent-arrears.csv"), summary);
        QCOMPARE(summary.rowsAccepted, std::int64_t{22});
    }

    void proposesForEveryShippedLayoutThatItIsKnown() {
        const Asked asked{lookOfText("Person Number;Debt Type;Balance Date;Surname\n"
                                     "1;RENT;46000;Price\n"),
                          Agency::housing};
        const auto draft = propose(asked.request());
        QCOMPARE(draft.knownAs, std::string("housing-arrears"));
        QVERIFY(draft.changes.end() ==
                std::find_if(draft.changes.begin(), draft.changes.end(), [](const auto& line) {
                    return line.find("is new") != std::string::npos;
                }));
    }

    void saysWhatHasDrifted() {
        // One column renamed, one new, a new code, and dates written in another way.
        const Asked asked{
            lookOfText(
                "Person Number;Surname;First Name;Date of Birth;Sex;Property Address 1;"
                "Property Postcode;UPRN;Balance On;Amount Owed;Weeks Owed;NSP Served;"
                "Debt Type;Shoe Size\n"
                "1;Price;Ann;05/06/1980;F;1 Mill Lane;HR1 2AB;;2025-11-02;12.50;2;N;RENT;7\n"
                "2;Price;Ben;05/06/1981;M;1 Mill Lane;HR1 2AB;;2025-11-02;13.50;2;N;GARG;8\n"),
            Agency::housing};
        const auto draft = propose(asked.request());
        QCOMPARE(draft.basis, std::string("housing-arrears"));
        QCOMPARE(draft.version, std::string("2026.2"));
        QCOMPARE(draft.knownAs, std::string());
        const std::string changes = base::join(draft.changes, "\n");
        for (const char* said :
             {"\u2018Balance Date\u2019 is now called \u2018Balance On\u2019",
              "\u2018Shoe Size\u2019 is new",
              "The code \u2018GARG\u2019 in \u2018Debt Type\u2019 is new (1 row)",
              "\u2018NI Number\u2019 is gone"})
            QVERIFY2(changes.find(said) != std::string::npos, changes.c_str());
        QCOMPARE(column(draft, "Balance On").target, std::string("arrears.as_at_date"));
        QCOMPARE(column(draft, "Balance On").dates, std::vector<std::string>{"yyyy-mm-dd"});
        const auto basis = std::find_if(
            test::shipped().begin(), test::shipped().end(), [](const Mapping& mapping) {
                return mapping.name == "housing-arrears";
            });
        const auto next = mappingOf(draft, &*basis);
        QVERIFY2(next.has_value(), next ? "" : base::describe(next.error()).c_str());
        QCOMPARE(next->localIdSeries, basis->localIdSeries);
        QVERIFY(readMapping(writeMapping(*next), "next.toml").has_value());
        const auto rule = std::find_if(next->columns.begin(), next->columns.end(), [](auto& each) {
            return each.target == "as_at_date";
        });
        QCOMPARE(rule->headings, (std::vector<std::string>{"Balance Date", "Balance On"}));
    }

    void aDateThatNoColumnTellsMayBeTheDeliverys() {
        const Asked asked{lookOfText("Payment Ref,Tenant,Balance,Weeks,NSP Date\n"
                                     "123456,Mr John Price,120.50,3,\n"
                                     "123457,Miss K Price,20.50,6,01/10/2025\n",
                                     "rent balances.csv"),
                          Agency::housing};
        auto draft = propose(asked.request());
        QCOMPARE(draft.recordType, std::string("arrears"));
        // A payment is no person, and the date of a notice is not the day of the balance.
        QCOMPARE(column(draft, "Payment Ref").target, std::string());
        QCOMPARE(column(draft, "NSP Date").target, std::string());
        QCOMPARE(draft.constants.size(), std::size_t{2});
        QCOMPARE(draft.constants.front().target, std::string("arrears.as_at_date"));
        QVERIFY(!mappingOf(draft, nullptr));
        draft.constants.front().text = "extract-day";
        DeliverySummary summary;
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("rent.csv")).toStdString();
        std::ofstream(path) << "Payment Ref,Tenant,Balance,Weeks,NSP Date\n1,Ann Price,2,1,\n";
        const auto read = readThrough(draft, path, summary);
        QCOMPARE(summary.rowsAccepted, std::int64_t{1});
        const auto& record = read.records.front();
        QVERIFY(records::dateIn(record.payload.at(*record.type->indexOf("as_at_date"))) == today);
    }

    void neverTakesAnotherPersonForTheRows() {
        const Asked asked{lookOfText("Victim Surname,Victim DOB,Offender Surname,Offender DOB,"
                                     "Disposal Date,Disposal\n"
                                     "Lamb,01/02/1990,Price,05/06/1980,13/11/2025,CAUTION\n"),
                          Agency::police};
        const auto draft = propose(asked.request());
        QCOMPARE(column(draft, "Offender Surname").target, std::string("surname"));
        QCOMPARE(column(draft, "Offender DOB").target, std::string("birth_date"));
        QCOMPARE(column(draft, "Victim Surname").target, std::string());
        QCOMPARE(column(draft, "Victim DOB").target, std::string());
        QVERIFY(column(draft, "Victim DOB").reason.find("another person") != std::string::npos);
    }

    void saysWhenTheAgreementDoesNotListIt() {
        const Asked asked{lookOfText("Surname,NINO,Disposal Date,Disposal\n"
                                     "Price,JK123456A,13/11/2025,CAUTION\n"),
                          Agency::police};
        const auto draft = propose(asked.request());
        QCOMPARE(column(draft, "NINO").target, std::string());
        QVERIFY(column(draft, "NINO").reason.find("agreement does not list") != std::string::npos);
        QVERIFY(std::find(draft.targets.begin(), draft.targets.end(), "nino") ==
                draft.targets.end());
    }

    void saysWhenDayAndMonthCannotBeTold() {
        const auto reasonFor = [](const char* first, const char* second) {
            const Asked asked{lookOfText(std::string("Surname,Disposal Date,Disposal\nPrice,") +
                                         first + ",CAUTION\nPrice," + second + ",CAUTION\n"),
                              Agency::police};
            return column(propose(asked.request()), "Disposal Date");
        };
        const auto open = reasonFor("02/03/2025", "04/05/2025");
        QCOMPARE(open.dates, std::vector<std::string>{"dd/mm/yyyy"});
        QVERIFY(open.reason.find("ask the sender") != std::string::npos);
        const auto american = reasonFor("02/13/2025", "04/05/2025");
        QCOMPARE(american.dates, std::vector<std::string>{"mm/dd/yyyy"});
        const auto ours = reasonFor("13/02/2025", "04/05/2025");
        QCOMPARE(ours.dates, std::vector<std::string>{"dd/mm/yyyy"});
        QVERIFY(ours.reason.find("ask the sender") == std::string::npos);
    }

    void aChangeByHandBringsDatesAndCodesAlong() {
        const Asked asked{lookOfText("Surname,When,Result\nPrice,13/11/2025,CAUTION\n"
                                     "Price,14/11/2025,Guilty\nPrice,14/11/2025,Zzz\n"),
                          Agency::police};
        auto draft = proposeAs(asked.request(), *records::recordType("offence"));
        retarget(draft, 1, "offence.outcome_date", asked.request());
        QCOMPARE(draft.columns.at(1).dates, std::vector<std::string>{"dd/mm/yyyy"});
        retarget(draft, 2, "", asked.request());
        QCOMPARE(draft.constants.size(), std::size_t{1});
        const auto lacking = mappingOf(draft, nullptr);
        QVERIFY(!lacking);
        QVERIFY(lacking.error().detail.find("Outcome") != std::string::npos);
        retarget(draft, 2, "offence.outcome", asked.request());
        QVERIFY(draft.constants.empty());
        QCOMPARE(meaning(draft.columns.at(2), "Guilty"), std::string("convicted"));
        QCOMPARE(meaning(draft.columns.at(2), "Zzz"), std::string());
        const auto mapping = mappingOf(draft, nullptr);
        QVERIFY2(mapping.has_value(), mapping ? "" : base::describe(mapping.error()).c_str());
        // What nobody knows the meaning of stays a row issue.
        QVERIFY(!mapping->columns.back().codes.contains("zzz"));
    }

    void twoColumnsCannotFillOneDate() {
        const Asked asked{lookOfText("Surname,A,B,Disposal\nPrice,13/11/2025,14/11/2025,CAUTION\n"),
                          Agency::police};
        auto draft = proposeAs(asked.request(), *records::recordType("offence"));
        retarget(draft, 1, "offence.outcome_date", asked.request());
        retarget(draft, 2, "offence.outcome_date", asked.request());
        const auto mapping = mappingOf(draft, nullptr);
        QVERIFY(!mapping);
        QVERIFY(mapping.error().detail.find("can't both fill") != std::string::npos);
    }

    void nameNobodyAndNothingIsReceived() {
        const Asked asked{lookOfText("Disposal Date,Disposal\n13/11/2025,CAUTION\n"),
                          Agency::police};
        const auto mapping = mappingOf(propose(asked.request()), nullptr);
        QVERIFY(!mapping);
        QVERIFY(mapping.error().detail.find("who a row is about") != std::string::npos);
    }

    void splitsHeadingsIntoWords_data() {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("words");
        QTest::newRow("signs") << QStringLiteral("Date_of-Birth")
                               << QStringLiteral("date of birth");
        QTest::newRow("capitals") << QStringLiteral("TenantDOB") << QStringLiteral("tenant dob");
        QTest::newRow("after capitals")
            << QStringLiteral("DOBTenant") << QStringLiteral("dob tenant");
        QTest::newRow("digits") << QStringLiteral("Forename1") << QStringLiteral("forename 1");
        QTest::newRow("stops") << QStringLiteral("D.O.B.") << QStringLiteral("dob");
        QTest::newRow("nothing") << QStringLiteral(" - ") << QString();
    }

    void splitsHeadingsIntoWords() {
        QFETCH(QString, heading);
        QFETCH(QString, words);
        QCOMPARE(QString::fromStdString(base::join(wordsOf(heading.toStdString()), " ")), words);
    }

    void refusesSynonymsOfWhatIsNotOurs() {
        const auto words = readSynonyms(
            "[headings]\nsurnam = [\"x\"]\n[codes.\"offence.outcome\"]\n"
            "guilty = [\"G\"]\n[types]\ncrime = [\"c\"]\n",
            "words.toml");
        QVERIFY(!words);
        for (const char* said : {"surnam", "guilty", "crime"})
            QVERIFY(words.error().detail.find(said) != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(ProposalTest)
#include "proposal_test.moc"
