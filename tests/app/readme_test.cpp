// SPDX-License-Identifier: GPL-3.0-or-later
// The README's table of sub-commands leaves none out.
#include "app/command.h"
#include "base/file.h"

#include <QtTest>

#include <filesystem>

class ReadmeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEverySubCommand_data();
    void tellsOfEverySubCommand();

private:
    std::string m_table;
};

void ReadmeTest::tellsOfEverySubCommand_data() {
    const auto text = base::readFile(std::filesystem::path(FF_SOURCE_DIR) / "README.md");
    QVERIFY(text.has_value());
    const std::size_t begin = text->find("\n## Sub-commands\n");
    QVERIFY(begin != std::string::npos);
    m_table = text->substr(begin, text->find("\n## ", begin + 1) - begin);
    QTest::addColumn<QString>("name");
    for (const app::Command& command : app::allCommands())
        QTest::newRow(command.name.c_str()) << QString::fromStdString(command.name);
}

void ReadmeTest::tellsOfEverySubCommand() {
    QFETCH(QString, name);
    const std::string quoted = "`" + name.toStdString();
    const bool told = m_table.find(quoted + "`") != std::string::npos ||
                      m_table.find(quoted + " ") != std::string::npos;
    QVERIFY2(told, "README.md, Sub-commands: say what it does and who may");
}

QTEST_APPLESS_MAIN(ReadmeTest)
#include "readme_test.moc"
