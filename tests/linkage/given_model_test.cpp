// SPDX-License-Identifier: GPL-3.0-or-later
// Linking by a model that was made before: the same people again, whole or without what must not
// leave.
#include "linkage/link.h"
#include "tests/support/linkage_town.h"

#include <QtTest>

#include <set>

using test::Row;

namespace {

linkage::Output linked(const std::vector<Row>& rows) {
    base::NoProgress quiet;
    auto output = linkage::link(test::inputOf(rows), {}, quiet);
    return output ? *output : linkage::Output{};
}

}  // namespace

class GivenModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reusesAGivenModel();
    void aModelThatLeavesHoldsNoHashOfANumberOrHome();
    void refusesAModelForOtherFields();
};

void GivenModelTest::reusesAGivenModel() {
    const auto rows = test::Town(5).rows(120);
    const auto first = linked(rows);
    const auto kept = linkage::modelFromJson(linkage::toJson(first.model), "model.json");
    QVERIFY(kept.has_value());
    linkage::Settings settings;
    settings.model = *kept;
    base::NoProgress quiet;
    const auto again = linkage::link(test::inputOf(rows), settings, quiet);
    QVERIFY(again.has_value());
    QVERIFY(again->model == first.model);
    QVERIFY(again->person == first.person);
}

void GivenModelTest::aModelThatLeavesHoldsNoHashOfANumberOrHome() {
    auto rows = test::Town(5).rows(120);
    for (std::size_t i = 0; i < rows.size(); i += 3) {
        rows[i].address = "1 Bridge Street";  // a hostel
        rows[i].postcode = "HR4 9AB";
    }
    const auto first = linked(rows);
    const linkage::Model left = linkage::withoutTraces(first.model);
    std::set<std::string> hashed;
    std::size_t before = 0;
    for (std::size_t i = 0; i < left.frequencies.size(); ++i) {
        const linkage::Frequencies& one = left.frequencies[i];
        QCOMPARE(one.sent, first.model.frequencies[i].sent);
        if (!one.common.empty())
            hashed.insert(one.field);
        if (one.withheld)
            before += first.model.frequencies[i].common.size();
    }
    QVERIFY(before > 0);
    QVERIFY(hashed.contains("forename") && hashed.contains("surname"));
    for (const char* field : {"home", "address", "nhs_number", "local_id"})
        QVERIFY2(!hashed.contains(field), field);
    QVERIFY(linkage::isWhole(first.model) && !linkage::isWhole(left));
    // Whoever links the same rows by it counts what was withheld and comes to the same people.
    linkage::Settings settings;
    settings.model = linkage::modelFromJson(linkage::toJson(left), "model.json").value();
    QVERIFY(*settings.model == left);
    base::NoProgress quiet;
    const auto again = linkage::link(test::inputOf(rows), settings, quiet);
    QVERIFY(again.has_value());
    QVERIFY(again->model == first.model);
    QVERIFY(again->person == first.person);
}

void GivenModelTest::refusesAModelForOtherFields() {
    const auto model = linked(test::Town(5).rows(20)).model;
    linkage::Input input;
    input.rows = linkage::Rows({{linkage::FieldKind::surname, {}}});
    input.rows.add(std::vector<std::string_view>{"Ashby"});
    input.rows.add(std::vector<std::string_view>{"Ashby"});
    linkage::Settings settings;
    settings.model = model;
    base::NoProgress quiet;
    QVERIFY(linkage::link(input, settings, quiet).error().code == base::Code::malformed);
    auto json = linkage::toJson(model);
    QVERIFY(!linkage::modelFromJson(base::Json::Object{{"prior", 2.0}}, "m").has_value());
}

QTEST_APPLESS_MAIN(GivenModelTest)
#include "given_model_test.moc"
