// SPDX-License-Identifier: GPL-3.0-or-later
// Laws of the assessment, on generated families and the plans that ship.
#include "base/crypto.h"
#include "support/family_builder.h"
#include "support/naive_evaluator.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <random>

namespace {

using records::MemberRole;

// Fixed so that windows, ages and terms meet the generated dates often.
const base::Date asAt(2026, 11, 21);

// A cheap source of choices, seeded by rapidcheck so that a failure can be repeated and shrunk.
class Dice {
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    int upTo(int most) { return static_cast<int>(m_engine() % static_cast<unsigned>(most + 1)); }

    bool oneIn(int chances) { return upTo(chances - 1) == 0; }

private:
    std::mt19937 m_engine;
};

base::Date someDay(Dice& dice) {
    // Half near the edges that matter, half anywhere in the two years around.
    if (dice.oneIn(3)) {
        const base::Date edges[] = {base::addMonths(asAt, -12),
                                    base::addMonths(asAt, -6),
                                    asAt,
                                    base::addMonths(asAt, 12),
                                    base::Date(2025, 9, 2),
                                    base::Date(2026, 7, 17)};
        return edges[dice.upTo(5)] + boost::gregorian::days(dice.upTo(2) - 1);
    }
    return asAt + boost::gregorian::days(dice.upTo(800) - 600);
}

records::FieldValue someValue(const records::Field& field, Dice& dice) {
    if (!field.required && dice.oneIn(4))
        return {};
    switch (field.kind) {
        case records::FieldKind::code:
            return std::string(field
                                   .codes[static_cast<std::size_t>(
                                       dice.upTo(static_cast<int>(field.codes.size()) - 1))]
                                   .code);
        case records::FieldKind::date:
            return someDay(dice);
        case records::FieldKind::flag:
            return dice.oneIn(2);
        case records::FieldKind::integer:
            return static_cast<std::int64_t>(
                field.most <= 6     ? 1 + dice.upTo(5)
                : field.most == 500 ? (dice.oneIn(2) ? 10 + dice.upTo(1) : 100 + 10 * dice.upTo(4))
                                    : dice.upTo(30));
        case records::FieldKind::decimal:
            return dice.upTo(1500) * 1.0;
        case records::FieldKind::text:
            break;
    }
    if (field.time == records::FieldTime::term) {
        const char* terms[] = {"2025-summer",
                               "2025-autumn",
                               "2026-spring",
                               "2026-summer",
                               "2026-autumn",
                               "2031-autumn"};
        return std::string(terms[dice.upTo(5)]);
    }
    return std::string(dice.oneIn(2) ? "one" : "two");
}

void addSomeRecord(support::FamilyBuilder& builder, std::int64_t member, Dice& dice) {
    const auto types = records::allRecordTypes();
    const records::RecordType& type =
        *types[static_cast<std::size_t>(dice.upTo(static_cast<int>(types.size()) - 1))];
    std::vector<std::pair<std::string_view, records::FieldValue>> values;
    for (const records::Field& field : type.fields)
        values.emplace_back(field.name, someValue(field, dice));
    const auto agency = records::allAgencies[static_cast<std::size_t>(dice.upTo(8))];
    builder.addRecord(member, type.name, agency, values).delivery.value = 1 + dice.upTo(2);
}

// The same row again in a later delivery, some of its values corrected.
void correctSomeRecord(support::FamilyBuilder& builder, std::int64_t member, Dice& dice) {
    const auto& rows = builder.family().members[static_cast<std::size_t>(member - 1)].records;
    if (rows.empty())
        return;
    const records::SourceRecord& row =
        *rows[static_cast<std::size_t>(dice.upTo(static_cast<int>(rows.size()) - 1))];
    std::vector<std::pair<std::string_view, records::FieldValue>> values;
    for (std::size_t i = 0; i < row.payload.size(); ++i)
        values.emplace_back(row.type->fields[i].name,
                            dice.oneIn(8) ? someValue(row.type->fields[i], dice) : row.payload[i]);
    builder.addRecord(member, row.type->name, row.agency, values).delivery.value = 3;
}

std::string someBirth(Dice& dice) {
    if (dice.oneIn(8))
        return "";
    const int year = dice.oneIn(2) ? 2008 + dice.upTo(14) : 1970 + dice.upTo(50);
    if (dice.oneIn(6))
        return std::to_string(year);
    if (dice.oneIn(4))
        return base::isoDate(base::addMonths(asAt, -12 * (4 + dice.upTo(22))) +
                             boost::gregorian::days(dice.upTo(2) - 1));
    return base::isoDate(base::Date(static_cast<unsigned short>(year), 1, 1) +
                         boost::gregorian::days(dice.upTo(364)));
}

std::unique_ptr<support::FamilyBuilder> someFamily(Dice& dice, int records) {
    auto builder = std::make_unique<support::FamilyBuilder>();
    const int members = 1 + dice.upTo(4);
    for (int number = 1; number <= members; ++number) {
        auto& member =
            builder->addMember(number, someBirth(dice), static_cast<MemberRole>(dice.upTo(5)));
        if (dice.oneIn(6))
            member.dates.from = someDay(dice);
        if (dice.oneIn(6))
            member.dates.to = someDay(dice);
        if (dice.oneIn(20))
            member.person.identity.deathDate = someDay(dice);
    }
    for (int i = 0; i < records; ++i)
        if (dice.oneIn(4))
            correctSomeRecord(*builder, 1 + dice.upTo(members - 1), dice);
        else
            addSomeRecord(*builder, 1 + dice.upTo(members - 1), dice);
    return builder;
}

criteria::Coverage someCoverage(Dice& dice) {
    std::vector<records::CoverageSpan> spans;
    for (const records::RecordType* type : records::allRecordTypes()) {
        if (dice.oneIn(3))
            continue;
        records::CoverageSpan span{{1},
                                   records::allAgencies[static_cast<std::size_t>(dice.upTo(8))],
                                   std::string(type->name),
                                   someDay(dice),
                                   {},
                                   {}};
        span.to = span.from + boost::gregorian::days(dice.upTo(400));
        if (dice.oneIn(5))
            span.terms = {"2026-spring"};
        spans.push_back(span);
        for (const records::Agency agency : records::allAgencies)
            if (dice.oneIn(3))
                spans.push_back({{2},
                                 agency,
                                 std::string(type->name),
                                 asAt - boost::gregorian::days(500),
                                 asAt,
                                 {}});
    }
    return criteria::Coverage(spans);
}

const std::vector<criteria::Plan>& plans() {
    static const std::vector<criteria::Plan> all = [] {
        std::vector<criteria::Plan> read;
        for (const criteria::ShippedPlan& plan : criteria::shippedPlans())
            read.push_back(criteria::readPlan(plan.text, plan.fileName).value());
        return read;
    }();
    return all;
}

const criteria::Calendar& calendar() {
    static const criteria::Calendar read = criteria::shippedCalendar("herefordshire").value();
    return read;
}

const criteria::Plan& somePlan(Dice& dice) {
    return plans()[static_cast<std::size_t>(dice.upTo(static_cast<int>(plans().size()) - 1))];
}

// Everything an assessment says, words and dates too.
std::string everything(const records::Assessment& assessment) {
    std::string text = support::summary(assessment) + assessment.whyNotFlagged;
    for (const records::Finding& finding : assessment.findings) {
        text += "\n" + finding.explanation;
        for (const records::Evidence& row : finding.evidence)
            text += "|" + row.value + (row.date ? base::isoDate(*row.date) : "");
    }
    for (const records::CriterionResult& result : assessment.criteria)
        text += "\n" + result.why + (result.newest ? base::isoDate(*result.newest) : "");
    return text;
}

Dice dice() {
    return Dice(*rc::gen::noShrink(rc::gen::arbitrary<unsigned>()));
}

}  // namespace

class LawsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { base::startCrypto(); }

    void agreesWithTheNaiveEvaluator() {
        std::map<records::Outcome, int> seen;
        QVERIFY(rc::check("real and naive findings are equal", [&seen] {
            Dice choice = dice();
            for (int i = 0; i < 10; ++i) {
                const auto builder = someFamily(choice, choice.upTo(40));
                const criteria::Coverage coverage = someCoverage(choice);
                const criteria::Plan& plan = somePlan(choice);
                const auto real =
                    criteria::assess(plan, calendar(), builder->family(), coverage, asAt);
                const auto naive =
                    support::naiveAssess(plan, calendar(), builder->family(), coverage, asAt);
                for (const auto& finding : real.findings)
                    ++seen[finding.outcome];
                RC_ASSERT(support::summary(real) == support::summary(naive));
            }
        }));
        // The comparison is worth something only if it saw all four outcomes, many times.
        QCOMPARE(seen.size(), std::size_t{4});
        for (const auto& [outcome, times] : seen)
            QVERIFY2(times > 200, records::outcomeCode(outcome).data());
    }

    void doesNotDependOnOrder() {
        QVERIFY(rc::check("shuffled members and records change nothing", [] {
            Dice choice = dice();
            const auto builder = someFamily(choice, 40);
            const criteria::Coverage coverage = someCoverage(choice);
            const criteria::Plan& plan = somePlan(choice);
            criteria::FamilyCase shuffled = builder->family();
            std::mt19937 engine(static_cast<unsigned>(choice.upTo(100000)));
            std::shuffle(shuffled.members.begin(), shuffled.members.end(), engine);
            for (criteria::CaseMember& member : shuffled.members)
                std::shuffle(member.records.begin(), member.records.end(), engine);
            RC_ASSERT(
                everything(criteria::assess(plan, calendar(), builder->family(), coverage, asAt)) ==
                everything(criteria::assess(plan, calendar(), shuffled, coverage, asAt)));
        }));
    }

    void ignoresRecordsOfSomeoneOutside() {
        QVERIFY(rc::check("a person who has left changes nothing", [] {
            Dice choice = dice();
            const auto builder = someFamily(choice, 20);
            const criteria::Coverage coverage = someCoverage(choice);
            const criteria::Plan& plan = somePlan(choice);
            const auto before =
                criteria::assess(plan, calendar(), builder->family(), coverage, asAt);
            builder->addMember(99, "2012-01-01", MemberRole::child).dates.to =
                asAt - boost::gregorian::days(1);
            for (int i = 0; i < 20; ++i)
                addSomeRecord(*builder, 99, choice);
            RC_ASSERT(
                everything(before) ==
                everything(criteria::assess(plan, calendar(), builder->family(), coverage, asAt)));
        }));
    }

    void ignoresRecordsOfOtherTypes() {
        QVERIFY(rc::check("a record of a type no indicator looks at changes nothing", [] {
            Dice choice = dice();
            const auto builder = someFamily(choice, 20);
            const criteria::Coverage coverage = someCoverage(choice);
            const criteria::Plan& plan = somePlan(choice);
            const auto before =
                criteria::assess(plan, calendar(), builder->family(), coverage, asAt);
            builder->addRecord(1,
                               "household",
                               records::Agency::housing,
                               {{"relationship", std::string("tenant")}});
            builder->addRecord(1,
                               "attendance_reason",
                               records::Agency::schools,
                               {{"term", std::string("2026-spring")},
                                {"absence_class", std::string("unauthorised")},
                                {"sessions", std::int64_t{200}}});
            RC_ASSERT(
                everything(before) ==
                everything(criteria::assess(plan, calendar(), builder->family(), coverage, asAt)));
        }));
    }

    void recomputesAsItStood() {
        QVERIFY(rc::check("what happened later does not change the past", [] {
            Dice choice = dice();
            const auto builder = someFamily(choice, 20);
            const criteria::Coverage coverage = someCoverage(choice);
            const criteria::Plan& plan = somePlan(choice);
            const auto before =
                criteria::assess(plan, calendar(), builder->family(), coverage, asAt);
            const base::Date later = asAt + boost::gregorian::days(1 + choice.upTo(300));
            const auto add = [&](std::string_view type, records::Agency agency, auto values) {
                builder->addRecord(1, type, agency, values).delivery.value = 9;
            };
            using Values = std::vector<std::pair<std::string_view, records::FieldValue>>;
            add("offence",
                records::Agency::police,
                Values{{"outcome_date", later}, {"outcome", std::string("convicted")}});
            add("benefit",
                records::Agency::dwp,
                Values{{"start_date", later}, {"benefit", std::string("jsa")}});
            add("exclusion",
                records::Agency::schools,
                Values{{"start_date", later}, {"category", std::string("permanent")}});
            add("attendance",
                records::Agency::schools,
                Values{{"term", std::string("2026-autumn")},
                       {"sessions_possible", std::int64_t{140}},
                       {"sessions_authorised", std::int64_t{0}},
                       {"sessions_unauthorised", std::int64_t{140}}});
            add("nomination",
                records::Agency::socialCare,
                Values{{"criterion", std::int64_t{1}}, {"nomination_date", later}});
            RC_ASSERT(
                everything(before) ==
                everything(criteria::assess(plan, calendar(), builder->family(), coverage, asAt)));
        }));
    }

    void hearingMoreNeverTurnsAMetIntoAnythingElse() {
        QVERIFY(rc::check("coverage settles unknowns and nothing more", [] {
            Dice choice = dice();
            const auto builder = someFamily(choice, 30);
            const criteria::Plan& plan = somePlan(choice);
            const auto less =
                criteria::assess(plan, calendar(), builder->family(), someCoverage(choice), asAt);
            const auto more =
                criteria::assess(plan,
                                 calendar(),
                                 builder->family(),
                                 support::everythingHeard(asAt - boost::gregorian::days(900), asAt),
                                 asAt);
            // An indicator that is optional does not apply until someone has sent its records.
            for (const records::Finding& finding : less.findings) {
                if (finding.outcome == records::Outcome::unknown ||
                    (finding.outcome == records::Outcome::notApplicable &&
                     plan.indicator(finding.indicator)->optional))
                    continue;
                const auto same = std::find_if(
                    more.findings.begin(), more.findings.end(), [&](const auto& other) {
                        return other.indicator == finding.indicator &&
                               other.person == finding.person;
                    });
                RC_ASSERT(same != more.findings.end());
                RC_ASSERT(same->outcome == finding.outcome);
            }
        }));
    }

    void assessesManyFamiliesQuickly() {
        Dice choice(7);
        std::vector<std::unique_ptr<support::FamilyBuilder>> families;
        for (int i = 0; i < 2000; ++i)
            families.push_back(someFamily(choice, 10));
        const auto coverage = support::everythingHeard(asAt - boost::gregorian::days(900), asAt);
        const auto start = std::chrono::steady_clock::now();
        std::size_t findings = 0;
        for (const auto& family : families)
            findings += criteria::assess(plans()[0], calendar(), family->family(), coverage, asAt)
                            .findings.size();
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        qInfo("%zu findings, %.2f s for 20,000 families", findings, seconds * 10);
        QVERIFY(findings > 2000 * 30);
        // Wide enough for a sanitizer on a busy machine; it catches a change of order, not of
        // factor.
        QVERIFY2(seconds < 10, "2,000 families took over ten seconds");
    }
};

QTEST_APPLESS_MAIN(LawsTest)
#include "laws_test.moc"
