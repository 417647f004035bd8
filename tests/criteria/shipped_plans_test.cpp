// SPDX-License-Identifier: GPL-3.0-or-later
// The plans that ship say what they must, and say it in words that follow from the rules.
#include "criteria/calendar.h"
#include "criteria/explain.h"

#include <QtTest>

#include <string>

namespace {

criteria::Plan plan(std::string_view name) {
    const auto shipped = criteria::shippedPlan(name).value();
    return criteria::readPlan(shipped.text, shipped.fileName).value();
}

std::string words(const criteria::Plan& plan, std::string_view code) {
    return criteria::measureInWords(plan.indicator(code)->measure);
}

}  // namespace

class ShippedPlansTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void areAllSound() {
        const auto plans = criteria::shippedPlans();
        QVERIFY(plans.size() >= 2);
        for (const criteria::ShippedPlan& shipped : plans) {
            const auto read = criteria::readPlan(shipped.text, shipped.fileName);
            QVERIFY2(read.has_value(), read ? "" : base::describe(read.error()).c_str());
            QCOMPARE(read->criteria.size(), std::size_t{6});
            QVERIFY(criteria::shippedCalendar(read->calendar).has_value());
        }
    }

    void holdEveryNationalIndicator() {
        for (const auto& plan : {plan("national-2015-2020"), plan("herefordshire-2020")}) {
            std::string codes;
            for (const auto& criterion : plan.criteria)
                for (const auto& indicator : criterion.indicators) {
                    codes += indicator.code + " ";
                    QCOMPARE(indicator.code.front() - '0', criterion.number);
                    QVERIFY(!indicator.wording.empty() && !indicator.reference.empty());
                }
            for (const char* code : {"1a", "1b", "1c", "1d", "1e", "1f", "2a", "2b", "2c", "2d",
                                     "2e", "2f", "3a", "3b", "3c", "3d", "3e", "3f", "3g", "4a",
                                     "4b", "4c", "4d", "5a", "5b", "5c", "6a", "6b", "6c", "6d"})
                QVERIFY2(codes.find(code) != std::string::npos, code);
        }
    }

    void needTwoOfSix() {
        QCOMPARE(plan("national-2015-2020").minimumCriteria, 2);
        QCOMPARE(plan("herefordshire-2020").minimumCriteria, 2);
    }

    void coverTheYearsBetweenThem() {
        const auto national = plan("national-2015-2020");
        const auto local = plan("herefordshire-2020");
        QVERIFY(national.inForceOn(base::Date(2015, 4, 1)));
        QVERIFY(!local.inForceOn(base::Date(2020, 2, 29)));
        QVERIFY(local.inForceOn(base::Date(2020, 3, 1)));
        QVERIFY(local.inForceOn(base::Date(2026, 11, 21)));
    }

    void sayTheirRulesInSentences() {
        const auto local = plan("herefordshire-2020");
        QVERIFY2(words(local, "1a") ==
                     "at least 1 offence whose outcome is convicted, cautioned or youth caution or "
                     "conditional caution, aged 10 to 17 when it happened, in the last 12 months",
                 words(local, "1a").c_str());
        QVERIFY2(words(local, "1c") ==
                     "a current sentence or custody record whose kind is custody, with release due "
                     "within the next 12 months",
                 words(local, "1c").c_str());
        QVERIFY2(
            words(local, "2a") ==
                "unauthorised absence of more than 10 % of possible sessions, aged 5 to 16 at "
                "assessment, in the last 3 completed school terms, given at least 100 possible "
                "sessions",
            words(local, "2a").c_str());
        QVERIFY(words(plan("national-2015-2020"), "2a")
                    .starts_with("authorised absence and unauthorised absence of at least 10 %"));
        QVERIFY2(words(local, "5c") ==
                     "at least 1 police domestic call-out in the last 12 months, one for each "
                     "incident number",
                 words(local, "5c").c_str());
        QVERIFY(words(local, "2f") ==
                "a professional's nomination for this criterion, not past its review date");
    }

    void renderToAPageThatLeavesNothingOut() {
        for (const auto& plan : {plan("national-2015-2020"), plan("herefordshire-2020")}) {
            const std::string page = criteria::planMarkdown(plan);
            QVERIFY(page.starts_with("# " + plan.name));
            QVERIFY(page.find(plan.fingerprint) != std::string::npos);
            for (const auto& criterion : plan.criteria) {
                QVERIFY(page.find("\n## " + std::to_string(criterion.number) + ". " +
                                  criterion.heading) != std::string::npos);
                for (const auto& indicator : criterion.indicators)
                    QVERIFY2(page.find("\n### " + indicator.code + " " + indicator.wording) !=
                                 std::string::npos,
                             indicator.code.c_str());
            }
        }
    }

    void keepMarkupOutOfThePage() {
        auto odd = plan("herefordshire-2020");
        odd.name = "<b>Plan*\n# other";
        QVERIFY(criteria::planMarkdown(odd).starts_with("# \\<b\\>Plan\\* \\# other\n"));
    }
};

QTEST_APPLESS_MAIN(ShippedPlansTest)
#include "shipped_plans_test.moc"
