// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/layout.h"

#include "base/text.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace disclosure;

namespace {

constexpr std::string_view head = R"(name = "study"
version = "1"
title = "A study"
study = "study"
recipient = "An office"
purpose = "Research"
agreement = "study-2026"
file_name = "{name}_{from}.csv"
council_code = "E06000019"
protected_address = "blank-address"
)";

constexpr std::string_view pseudonyms = R"(
[[column]]
heading = "person"
field = "person-pseudonym"
[[column]]
heading = "family"
field = "family-pseudonym"
)";

std::string text(std::string_view top, std::string_view columns = "") {
    return std::string(top) + std::string(pseudonyms) + std::string(columns);
}

rc::Gen<std::string> word() {
    const auto pieces = rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "é", "\"", "\\", "#", "'", "=", "[", "\t", "\n", "\x7f", " "));
    return rc::gen::map(
        pieces, [](const std::vector<std::string>& all) { return "w" + base::join(all, ""); });
}

rc::Gen<std::string> slug() {
    return rc::gen::map(rc::gen::container<std::string>(rc::gen::inRange('a', 'z')),
                        [](std::string rest) { return "a" + rest; });
}

Column anyColumn(Field field, int number) {
    Column column;
    column.heading = "column " + std::to_string(number);
    column.field = field;
    switch (field) {
        case Field::birthDate:
        case Field::dateScreened:
        case Field::supportStart:
        case Field::supportEnd:
            column.format = *rc::gen::element(Format::isoDate, Format::ukDate);
            break;
        case Field::sex:
            column.format = *rc::gen::element(Format::sexLetter, Format::sexNumber);
            break;
        case Field::criteriaMet:
            column.format = Format::numberList;
            break;
        default:
            break;
    }
    column.mandatory = *rc::gen::arbitrary<bool>();
    column.only =
        *rc::gen::element(Only::anyone, Only::children, Only::adults, Only::sixteenAndOver);
    if (field == Field::nhsNumber || *rc::gen::arbitrary<bool>())
        column.needs = "health";
    return column;
}

Layout anyLayout() {
    Layout layout;
    layout.name = *slug();
    layout.version = *slug();
    layout.title = *word();
    layout.study = *slug();
    layout.recipient = *word();
    layout.purpose = *word();
    layout.agreement = *word();
    layout.fileName = "{name}-{to}.csv";
    layout.councilCode = "E06000019";
    layout.separator = *rc::gen::element(',', ';', '\t', '|');
    layout.protectedAddress =
        *rc::gen::element(ProtectedAddress::leaveOutPerson, ProtectedAddress::blankAddress);
    layout.gateways = {{"health", *word()}, {*word(), *word()}};
    layout.gateways.emplace("health", "law");
    int number = 0;
    for (std::size_t i = 0; i < fieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        const bool always = field == Field::personPseudonym || field == Field::familyPseudonym;
        if (always || *rc::gen::arbitrary<bool>())
            layout.columns.push_back(anyColumn(field, number++));
    }
    return layout;
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShippedLayout();
    void keepsTheNhsNumberOutOfTheUsualLayout();
    void namesTheLayoutsWhenOneIsUnknown();
    void refusesWhatIsWrongAndSaysWhere_data();
    void refusesWhatIsWrongAndSaysWhere();
    void reportsEveryFaultAtOnce();
    void changesItsFingerprintWithItsText();
    void readsBackWhatItWrites();
};

void LayoutTest::readsEveryShippedLayout() {
    const auto layouts = shippedLayouts();
    QVERIFY2(layouts.has_value(), layouts ? "" : base::describe(layouts.error()).c_str());
    QCOMPARE(layouts->size(), std::size_t{3});
    for (const Layout& layout : *layouts) {
        QCOMPARE(layout.study, std::string("national-impact-study"));
        QCOMPARE(layout.fingerprint.size(), std::size_t{64});
        QVERIFY(layout.has(Field::surname));
        QVERIFY(!layout.has(Field::address));
    }
}

void LayoutTest::keepsTheNhsNumberOutOfTheUsualLayout() {
    QVERIFY(!shippedLayout("national-impact-study")->has(Field::nhsNumber));
    const auto health = shippedLayout("national-impact-study-health");
    QVERIFY(health->has(Field::nhsNumber));
    QCOMPARE(health->columns.back().needs, std::string("health"));
}

void LayoutTest::namesTheLayoutsWhenOneIsUnknown() {
    const auto none = shippedLayout("nationwide");
    QVERIFY(!none);
    QVERIFY(none.error().code == base::Code::notFound);
    QVERIFY(none.error().detail.find("national-impact-study") != std::string::npos);
}

void LayoutTest::refusesWhatIsWrongAndSaysWhere_data() {
    QTest::addColumn<QString>("toml");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    const auto row =
        [](const char* name, const std::string& toml, const char* place, const char* words) {
            QTest::newRow(name) << QString::fromStdString(toml) << QString::fromLatin1(place)
                                << QString::fromLatin1(words);
        };
    const auto column = [](const char* body) {
        return text(head, std::string("[[column]]\nheading = \"x\"\n") + body);
    };
    const auto changed = [](std::string_view from, std::string_view to) {
        std::string top(head);
        top.replace(top.find(from), from.size(), to);
        return text(top);
    };
    row("a field that can't be exported",
        column("field = \"religion\"\n"),
        "l.toml:20:1",
        "can't be 'religion'");
    row("a misspelt field",
        column("field = \"surnam\"\n"),
        "l.toml:20:1",
        "did you mean 'surname'");
    row("no field", column(""), "l.toml:18:1", "'field' is missing");
    row("a date written as a number list",
        column("field = \"birth-date\"\nformat = \"number-list\"\n"),
        "l.toml:21:1",
        "does not suit");
    row("an unknown format",
        column("field = \"birth-date\"\nformat = \"us-date\"\n"),
        "l.toml:21:1",
        "can't be 'us-date'");
    row("an NHS number without a gateway",
        column("field = \"nhs-number\"\n"),
        "l.toml:20:1",
        "gateway of its own");
    row("a gateway that is not stated",
        column("field = \"upn\"\nneeds = \"schools\"\n"),
        "l.toml:21:1",
        "no gateway 'schools'");
    row("a misspelt key",
        column("field = \"upn\"\nmandatry = true\n"),
        "l.toml:21:1",
        "did you mean 'mandatory'");
    row("mandatory as a word",
        column("field = \"upn\"\nmandatory = \"yes\"\n"),
        "l.toml:21:1",
        "true or false");
    row("an age band that does not exist",
        column("field = \"upn\"\nonly = \"pupils\"\n"),
        "l.toml:21:1",
        "'only' can't be 'pupils'");
    row("a heading used twice",
        text(head, "[[column]]\nheading = \"Person\"\nfield = \"surname\"\n"),
        "l.toml:19:1",
        "another column has this heading");
    row("a field used twice",
        text(head, "[[column]]\nheading = \"x\"\nfield = \"person-pseudonym\"\n"),
        "l.toml:20:1",
        "another column has this field");
    row("no column", std::string(head), "l.toml:1:1", "at least one [[column]]");
    row("no pseudonyms",
        std::string(head) + "[[column]]\nheading = \"x\"\nfield = \"surname\"\n",
        "l.toml:11:1",
        "person-pseudonym");
    row("a file name that leaves its folder",
        changed("{name}_{from}.csv", "../{name}.csv"),
        "l.toml:8:1",
        "must begin with");
    row("a file name with a folder",
        changed("{name}_{from}.csv", "out/{name}.csv"),
        "l.toml:8:1",
        "may hold");
    row("an unknown token", changed("{from}", "{person}"), "l.toml:8:1", "may hold");
    row("another kind of file", changed(".csv", ".xls"), "l.toml:8:1", "must end in .csv");
    row("a name that is no word of a command",
        changed("name = \"study\"", "name = \"My Study\""),
        "l.toml:1:1",
        "small letters");
    row("a council code that is none",
        changed("E06000019", "Herefordshire"),
        "l.toml:9:1",
        "ONS code");
    row("a rule for protected addresses that does not exist",
        changed("blank-address", "send"),
        "l.toml:10:1",
        "leave-out-person");
    row("a letter as separator",
        text(std::string(head) + "separator = \"x\"\n"),
        "l.toml:11:1",
        "separator");
    row("a gateway without words",
        text(std::string(head) + "[gateways]\nhealth = \"\"\n"),
        "l.toml:12:1",
        "legal power");
    row("a letter outside quotes", "n\xd1\xa9 = 1\n", "l.toml:1:2", "is not TOML");
    row("no TOML at all", "a = = b", "l.toml:1:5", "is not TOML");
    row("bytes that are not text", "\xff\xfe", "l.toml", "not UTF-8");
}

void LayoutTest::refusesWhatIsWrongAndSaysWhere() {
    QFETCH(QString, toml);
    QFETCH(QString, place);
    QFETCH(QString, words);
    // The row of bytes that are not text went through QString: give it as bytes.
    const std::string given =
        place == QStringLiteral("l.toml") ? std::string("\xff\xfe") : toml.toStdString();
    const auto layout = readLayout(given, "l.toml");
    QVERIFY(!layout);
    QCOMPARE(QString::fromStdString(layout.error().place), place);
    QVERIFY2(layout.error().detail.find(words.toStdString()) != std::string::npos,
             layout.error().detail.c_str());
}

void LayoutTest::reportsEveryFaultAtOnce() {
    const auto layout = readLayout(text("name = 7\nversion = \"1\"\ncolour = \"red\"\n"), "l.toml");
    QVERIFY(!layout);
    for (const char* words : {"'name' must be",
                              "'study' is missing",
                              "'recipient' is missing",
                              "'file_name' is missing",
                              "l.toml:3:1: unknown key 'colour'"})
        QVERIFY2(base::describe(layout.error()).find(words) != std::string::npos, words);
}

void LayoutTest::changesItsFingerprintWithItsText() {
    const auto one = readLayout(text(head), "l.toml");
    const auto other = readLayout(text(head) + "# a remark\n", "l.toml");
    QVERIFY(one && other);
    QVERIFY(one->fingerprint != other->fingerprint);
}

void LayoutTest::readsBackWhatItWrites() {
    QVERIFY(rc::check("readLayout(writeLayout(x)) = x", [] {
        const Layout layout = anyLayout();
        const auto back = readLayout(writeLayout(layout), "l.toml");
        if (!back)
            RC_FAIL(base::describe(back.error()));
        Layout read = *back;
        read.fingerprint.clear();
        RC_ASSERT(read == layout);
    }));
}

QTEST_APPLESS_MAIN(LayoutTest)
#include "layout_test.moc"
