// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/toml.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace base;

namespace {

constexpr std::string_view plan = R"(name = "Plan"
version = 3
rate = 0.5
start = 2026-09-01
open = true
tags = ["a", "b"]

[window]
months = 12

[[indicator]]
code = "1a"

[[indicator]]
code = "1b"
)";

// The faults of reading `text` with `read`, one a line.
template <class Read>
QString faults(std::string_view text, Read read) {
    const auto document = parseToml(text, "plan.toml");
    if (!document)
        return QString::fromStdString(describe(document.error()));
    TomlProblems problems("plan.toml");
    TomlTable table(*document, problems);
    read(table);
    table.finish();
    return problems.none() ? QString() : QString::fromStdString(describe(problems.asError()));
}

}  // namespace

class TomlTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void readsEveryKind() {
        const QString none = faults(plan, [](TomlTable& table) {
            QVERIFY(table.text("name") == "Plan");
            QCOMPARE(table.integer("version"), std::int64_t{3});
            QCOMPARE(table.number("rate"), 0.5);
            QCOMPARE(table.number("version"), 3.0);
            QVERIFY(table.date("start") == Date(2026, 9, 1));
            QVERIFY(table.flag("open", false));
            QVERIFY((table.texts("tags") == std::vector<std::string>{"a", "b"}));
            QCOMPARE(table.table("window")->integer("months"), std::int64_t{12});
            QCOMPARE(table.tables("indicator").size(), std::size_t{2});
            QVERIFY(!table.optionalText("absent"));
            QVERIFY(table.text("absent", "otherwise") == "otherwise");
        });
        QCOMPARE(none, QString());
    }

    void namesLineAndColumnOfASyntaxError() {
        const auto result = parseToml("name = \"Plan\"\nversion = = 3\n", "plan.toml");
        QVERIFY(!result);
        QCOMPARE(result.error().code, Code::malformed);
        QVERIFY2(result.error().place.starts_with("plan.toml:2:"), result.error().place.c_str());
    }

    void saysWhatIsMissing() {
        const QString text = faults("name = \"Plan\"\n", [](TomlTable& table) {
            (void)table.text("name");
            QCOMPARE(table.integer("version"), std::int64_t{0});
        });
        QVERIFY2(text.startsWith(QStringLiteral("plan.toml:1:")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("'version' is missing: it must be a whole number")));
    }

    void saysWhichKindItWants() {
        const QString text = faults("version = 1\nname = 3\n", [](TomlTable& table) {
            (void)table.integer("version");
            QVERIFY(table.text("name").empty());
        });
        QCOMPARE(
            text,
            QStringLiteral("plan.toml:2:1: 'name' must be text in quotes, not a whole number"));
    }

    void suggestsTheKeyThatWasMeant() {
        const QString text = faults("threshold = 1\n\nwindwo = 2\n", [](TomlTable& table) {
            (void)table.integer("threshold");
            (void)table.optionalInteger("window");
        });
        QCOMPARE(text,
                 QStringLiteral("plan.toml:3:1: unknown key 'windwo'; did you mean 'window'?"));
    }

    void collectsEveryFault() {
        const QString text = faults("a = 1\nb = 2\n", [](TomlTable& table) {
            (void)table.text("name");
            (void)table.text("a");
        });
        QCOMPARE(text.count(u'\n'), 2);
    }

    void refusesBytesThatAreNotUtf8() {
        const auto result = parseToml("name = \"caf\xE9\"", "plan.toml");
        QVERIFY(!result && result.error().code == Code::malformed);
    }

    void doesNotThrowOnAnything() {
        QVERIFY(rc::check("any text", [](const std::string& text) {
            const auto result = parseToml(text, "x.toml");
            RC_ASSERT(result.has_value() || result.error().code == Code::malformed);
        }));
    }

    void survivesKeysOfManyParts_data() {
        QTest::addColumn<QByteArray>("text");
        const QByteArray bare = QByteArray("a.").repeated(300000);
        const QByteArray quoted = QByteArray("\"=\" . ").repeated(300000);
        QTest::newRow("key") << "x = 1\n" + bare + "b = 1";
        QTest::newRow("heading") << "x = 1\n[" + bare + "b]";
        QTest::newRow("list heading") << "x = 1\n[[" + bare + "b]]";
        QTest::newRow("quoted parts") << "x = 1\n" + quoted + "b = 1";
        QTest::newRow("after a long string")
            << "x = 1\nt = {a = \"\"\" \" \"\"\", " + bare + "b = 1}";
        QTest::newRow("after an escape") << "x = 1\nt = {a = \"\\\"\", " + bare + "b = 1}";
    }

    void survivesKeysOfManyParts() {
        QFETCH(QByteArray, text);
        const auto parsed = parseToml(text.toStdString(), "plan.toml");
        QVERIFY(!parsed);
        QVERIFY(parsed.error().place == "plan.toml:2");
    }

    void takesDotsInTextForText() {
        const std::string dots(200, '.');
        for (const std::string& text : {"a = \"" + dots + "\"",
                                        "a = '" + dots + "'",
                                        "a = \"\"\"\n" + dots + "\n\"\"\"",
                                        "a = 1  # " + dots})
            QVERIFY(parseToml(text, "plan.toml").has_value());
    }

    void survivesDeepNesting() {
        const std::string deep = "a = " + std::string(5000, '[') + std::string(5000, ']');
        const auto result = parseToml(deep, "x.toml");
        QVERIFY(result.has_value() || result.error().code == Code::malformed);
    }
};

QTEST_APPLESS_MAIN(TomlTest)
#include "toml_test.moc"
