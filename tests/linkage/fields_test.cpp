// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/fields.h"

#include <QtTest>

using linkage::FieldKind;

class FieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKindOfField();
    void refusesWithClearWords_data();
    void refusesWithClearWords();
    void namesWhatItReads();
};

void FieldsTest::readsEveryKindOfField() {
    const auto columns = linkage::parseFieldSpec(
        "id=unique_id, source=agency,forename=first_name,birth_date=dob,text:suburb=suburb,"
        "identifier:ssn=soc_sec_id,category:state=state,local_id=n");
    QVERIFY(columns.has_value());
    QVERIFY(columns->id == "unique_id");
    QVERIFY(columns->source == "agency");
    QCOMPARE(columns->fields.size(), std::size_t{6});
    QVERIFY(columns->fields[0].first.kind == FieldKind::forename);
    QVERIFY(columns->fields[0].second == "first_name");
    QVERIFY((columns->fields[2].first == linkage::FieldSpec{FieldKind::text, "suburb"}));
    QVERIFY((columns->fields[3].first == linkage::FieldSpec{FieldKind::identifier, "ssn"}));
    QVERIFY((columns->fields[4].first == linkage::FieldSpec{FieldKind::category, "state"}));
}

void FieldsTest::refusesWithClearWords_data() {
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("says");
    QTest::newRow("no equals sign") << "id=a,forename"
                                    << "no '='";
    QTest::newRow("a misspelt field") << "id=a,forname=b"
                                      << "did you mean \"forename\"";
    QTest::newRow("an unknown field") << "id=a,shoe_size=b"
                                      << "is not a field";
    QTest::newRow("a field twice") << "id=a,sex=b,sex=c"
                                   << "given twice";
    QTest::newRow("the id twice") << "id=a,id=b,sex=c"
                                  << "given twice";
    QTest::newRow("no id") << "sex=c"
                           << "no id";
    QTest::newRow("nothing to compare") << "id=a"
                                        << "nothing to compare";
    QTest::newRow("a text without a name") << "id=a,text=b"
                                           << "needs a name";
    QTest::newRow("an empty entry") << "id=a,,sex=b"
                                    << "empty entry";
    QTest::newRow("no column") << "id=a,sex="
                               << "names no column";
    QTest::newRow("nothing") << ""
                             << "empty entry";
}

void FieldsTest::refusesWithClearWords() {
    QFETCH(QString, spec);
    QFETCH(QString, says);
    const auto columns = linkage::parseFieldSpec(spec.toStdString());
    QVERIFY(!columns.has_value());
    QVERIFY(columns.error().code == base::Code::malformed);
    const QString detail = QString::fromStdString(columns.error().detail);
    QVERIFY2(detail.contains(says), qPrintable(detail));
}

void FieldsTest::namesWhatItReads() {
    for (const char* name : {"nhs_number", "full_name", "text:suburb", "category:state"}) {
        const auto columns = linkage::parseFieldSpec("id=a," + std::string(name) + "=b");
        QVERIFY(columns.has_value());
        QVERIFY(linkage::fieldName(columns->fields[0].first) == name);
    }
}

QTEST_APPLESS_MAIN(FieldsTest)
#include "fields_test.moc"
