// SPDX-License-Identifier: GPL-3.0-or-later
// Reads our sources and holds them to the rules of the house; and holds the rules themselves to
// made-up sources that break them.
#include "include_rules.h"
#include "text_rules.h"

#include <QtTest>

#include <set>

namespace {

using namespace layers;

Faults faultsIn(const Source& source) {
    Faults faults;
    for (const auto check : {checkRanks,
                             checkScreens,
                             checkLibraries,
                             checkModelWords,
                             checkEventLoops,
                             checkLength,
                             checkResults,
                             checkGrants,
                             checkWords})
        check(source, faults);
    return faults;
}

Source made(const QString& path, const QString& body) {
    std::string text = "// SPDX-License-Identifier: GPL-3.0-or-later\n";
    if (path.endsWith(QStringLiteral(".h")))
        text += "#pragma once\n";
    return Source(path.toStdString(), text + body.toStdString());
}

QString listed(const Faults& faults) {
    QString out;
    for (const std::string& one : faults)
        out += QStringLiteral("\n  ") + QString::fromStdString(one);
    return out;
}

}  // namespace

class LayersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySourceKeepsTheRules();
    void nothingElseStandsAtTheTop();
    void everyRuleCanFail_data();
    void everyRuleCanFail();
    void whatIsAllowedPasses_data();
    void whatIsAllowedPasses();
    void missingLicenceAndPragmaAreSeen();
    void longFilesAreSeen();
};

void LayersTest::everySourceKeepsTheRules() {
    const std::vector<Source> sources = readSources(FF_SOURCE_DIR);
    QVERIFY(sources.size() > 50);
    Faults all;
    for (const Source& source : sources) {
        const Faults faults = faultsIn(source);
        all.insert(all.end(), faults.begin(), faults.end());
    }
    QVERIFY2(all.empty(), qPrintable(listed(all)));
}

void LayersTest::nothingElseStandsAtTheTop() {
    const std::set<std::string> allowed{"CMakeLists.txt",
                                        "CMakePresets.json",
                                        "LICENSE",
                                        "README.md",
                                        "app",
                                        "model",
                                        "packaging",
                                        "resources",
                                        "tests",
                                        "ui"};
    for (const auto& entry : std::filesystem::directory_iterator(FF_SOURCE_DIR)) {
        const std::string name = entry.path().filename().string();
        QVERIFY2(name.starts_with('.') || allowed.contains(name), name.c_str());
    }
}

void LayersTest::everyRuleCanFail_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* path, const char* body, const char* words) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(body)
                            << QString::fromLatin1(words);
    };
    row("a lower rank includes a higher",
        "model/base/x.cpp",
        "#include \"records/agency.h\"\n",
        "higher rank records");
    row("the model includes the window",
        "model/casework/x.cpp",
        "#include \"ui/shell/screen.h\"\n",
        "higher rank ui");
    row("a stage includes a stage",
        "model/criteria/x.h",
        "#include \"families/build.h\"\n",
        "sibling families");
    row("a stage includes the vault",
        "model/linkage/x.h",
        "  #  include \"store/vault.h\"\n",
        "sibling store");
    row("the window includes the vault",
        "ui/screens/x.cpp",
        "#include \"store/vault.h\"\n",
        "past casework to store");
    row("the window includes a stage",
        "ui/models/x.h",
        "#include \"criteria/plan.h\"\n",
        "past casework");
    row("the window includes the root",
        "ui/shell/x.cpp",
        "#include \"app/command.h\"\n",
        "higher rank app");
    row("a folder nobody knows", "model/misc/x.cpp", "", "no folder of the house");
    row("a screen includes a screen",
        "ui/screens/reviews.cpp",
        "#include \"ui/screens/family.h\"\n",
        "screen reviews includes screen family");
    row("a widget knows families",
        "ui/widgets/card.cpp",
        "#include \"records/family.h\"\n",
        "no word of the domain");
    row("SQLite in a header",
        "model/store/statement.h",
        "#include <sqlite3.h>\n",
        "wrapped elsewhere");
    row("SQLite in casework",
        "model/casework/x.cpp",
        "#include <sqlcipher/sqlite3.h>\n",
        "wrapped elsewhere");
    row("libsodium in a stage",
        "model/disclosure/x.cpp",
        "#include <sodium.h>\n",
        "wrapped elsewhere");
    row("toml++ in a stage",
        "model/criteria/x.cpp",
        "#include <toml++/toml.h>\n",
        "wrapped elsewhere");
    row("nlohmann in the root", "app/x.cpp", "#include <nlohmann/json.hpp>\n", "wrapped elsewhere");
    row("CBOR in the store", "model/store/x.cpp", "#include <cbor.h>\n", "wrapped elsewhere");
    row("QtSql anywhere", "ui/models/x.cpp", "#include <QSqlDatabase>\n", "wrapped elsewhere");
    row("Qt in a stage", "model/families/x.cpp", "#include <QtCore>\n", "outside intake");
    row("a QObject in intake",
        "model/intake/x.h",
        "class X : public QObject {};\n",
        "Qt objects in the model");
    row("a QVariant in the model", "model/store/x.cpp", "QVariant v;\n", "Qt objects");
    row("a QString in the model", "model/casework/x.h", "QString name;\n", "Qt values");
    row("translated text in the model",
        "model/intake/x.cpp",
        "auto t = tr(\"Open\");\n",
        "translated text");
    row("a nested event loop", "ui/tasks/x.cpp", "QEventLoop loop;\n", "nested event loop");
    row("processEvents", "ui/shell/x.cpp", "qApp->processEvents();\n", "nested event loop");
    row("a dialog's exec", "ui/screens/x.cpp", "dialog.exec();\n", "own event loop");
    row("a pointer's exec", "ui/screens/x.cpp", "dialog->exec ();\n", "own event loop");
    row("a static message box",
        "ui/screens/x.cpp",
        "QMessageBox::question(this);\n",
        "static dialog");
    row("a static file dialog",
        "ui/screens/x.cpp",
        "QFileDialog::getOpenFileName(this);\n",
        "static dialog");
    row("the loop started by a screen",
        "ui/screens/x.cpp",
        "QApplication::exec();\n",
        "window is entered");
    row("a dropped result", "model/base/x.h", "Result<int> count();\n", "without [[nodiscard]]");
    row("a dropped member's result",
        "model/store/x.h",
        "class T {\npublic:\n    virtual base::Result<std::vector<Id<X>>>\n    all() const;\n};\n",
        "x.h:5: a function returns");
    row("the second of two",
        "model/base/x.h",
        "[[nodiscard]] Result<int> a();\nResult<void> b(int x = 1);\n",
        "x.h:4: a function returns");
    row("a read without a grant",
        "model/store/x_table.h",
        "class T {\npublic:\n    [[nodiscard]] base::Result<std::vector<records::Family>> all() "
        "const;\n};\n",
        "x_table.h:5: a person's values");
    row("a walk without a grant",
        "model/store/work_list.h",
        "class T {\n    [[nodiscard]] base::Result<void> forEach(const LinkVisitor& visit) "
        "const;\n};\n",
        "without a Grant");
    row("a promise",
        "model/base/x.cpp",
        "// TO"
        "DO: later\n",
        "promise instead of work");
    row("a name that says nothing", "app/x.h", "class VaultManager final {\n};\n", "says nothing");
    row("a singleton", "ui/shell/x.h", "struct A {\n    static A& instance();\n};\n", "singleton");
}

void LayersTest::everyRuleCanFail() {
    QFETCH(QString, path);
    QFETCH(QString, body);
    QFETCH(QString, words);
    const Faults faults = faultsIn(made(path, body));
    QCOMPARE(faults.size(), std::size_t{1});
    QVERIFY2(faults.front().find(words.toStdString()) != std::string::npos, faults.front().c_str());
}

void LayersTest::whatIsAllowedPasses_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("body");
    const auto row = [](const char* name, const char* path, const char* body) {
        QTest::newRow(name) << QString::fromLatin1(path) << QString::fromLatin1(body);
    };
    row("a lower rank",
        "model/store/x.h",
        "#include \"access/grant.h\"\n#include \"store/vault.h\"\n");
    row("the root knows everything",
        "app/x.cpp",
        "#include \"store/vault.h\"\n#include \"ui/shell/look.h\"\n");
    row("SQLite in the store", "model/store/x.cpp", "#include <sqlite3.h>\n#include <sodium.h>\n");
    row("Qt Core in intake", "model/intake/x.cpp", "#include <QStringDecoder>\nQString text;\n");
    row("a screen's own pair", "ui/screens/family.cpp", "#include \"ui/screens/family.h\"\n");
    row("a screen's own folder", "ui/screens/family/map.cpp", "#include \"ui/screens/family.h\"\n");
    row("the list of screens", "ui/shell/screen_list.cpp", "#include \"ui/screens/family.h\"\n");
    row("words in comments",
        "model/base/x.h",
        "// No QObject, no QString, never dialog.exec(); Result<int> f();\n");
    row("words in text",
        "model/base/x.cpp",
        "auto a = \"QObject \\\" QString\"; /* QVariant */ auto b = R\"(QObject)\";\n");
    row("a digit's quotes", "model/base/x.cpp", "auto a = 1'000; // QObject\n");
    row("the window's entry", "ui/shell/window_entry.cpp", "return QApplication::exec();\n");
    row("a read with a grant",
        "model/store/x_table.h",
        "class T {\npublic:\n    [[nodiscard]] base::Result<std::vector<records::Family>> "
        "all(const access::Grant& grant) const;\n"
        "    [[nodiscard]] base::Result<records::FamilyId> next();\n};\n");
    row("a kept result",
        "model/base/x.h",
        "class A {\npublic:\n    [[nodiscard]] static base::Result<std::map<int, int>> f(int a,\n "
        "int b);\n};\n");
    row("a result as a parameter",
        "model/base/x.h",
        "void f(std::function<base::Result<void>(int)> visit);\nvoid g(Result<int> x);\n");
    row("an alias",
        "model/base/x.h",
        "template <class T>\nusing Result = tl::expected<T, Error>;\n");
    row("tests may look inside", "tests/store/x.cpp", "#include <sqlite3.h>\n#include <QString>\n");
}

void LayersTest::whatIsAllowedPasses() {
    QFETCH(QString, path);
    QFETCH(QString, body);
    const Faults faults = faultsIn(made(path, body));
    QVERIFY2(faults.empty(), qPrintable(listed(faults)));
}

void LayersTest::missingLicenceAndPragmaAreSeen() {
    QCOMPARE(faultsIn(Source("model/base/x.h", "int a;\n")).size(), std::size_t{2});
    QCOMPARE(faultsIn(Source("model/base/x.cpp", "int a;\n")).size(), std::size_t{1});
}

void LayersTest::longFilesAreSeen() {
    const QString line = QStringLiteral("int a;\n");
    QCOMPARE(faultsIn(made(QStringLiteral("model/base/x.h"), line.repeated(198))).size(),
             std::size_t{0});
    QCOMPARE(faultsIn(made(QStringLiteral("model/base/x.h"), line.repeated(199))).size(),
             std::size_t{1});
    QCOMPARE(faultsIn(made(QStringLiteral("model/base/x.cpp"), line.repeated(399))).size(),
             std::size_t{0});
    QCOMPARE(faultsIn(made(QStringLiteral("model/base/x.cpp"), line.repeated(400))).size(),
             std::size_t{1});
}

QTEST_APPLESS_MAIN(LayersTest)
#include "layers_test.moc"
