// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include <QtTest>

#include <rapidcheck.h>

using namespace base;

class JsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void writesMembersInTheOrderGiven() {
        const Json value(Json::Object{{"z", 1}, {"a", Json::Array{true, Json(), "x\"y\n"}}});
        QCOMPARE(QString::fromStdString(value.write(false)),
                 QStringLiteral("{\"z\":1,\"a\":[true,null,\"x\\\"y\\n\"]}"));
    }

    void readsBackWhatItWrote() {
        QVERIFY(rc::check("texts and numbers", [] {
            const auto number = *rc::gen::arbitrary<std::int64_t>();
            const auto text = *rc::gen::container<std::string>(rc::gen::inRange<char>(0, 127));
            for (const bool indented : {false, true}) {
                const Json value(
                    Json::Object{{"n", number}, {"t", text}, {"l", Json::Array{text}}});
                const auto back = parseJson(value.write(indented), "x.json");
                RC_ASSERT(back.has_value());
                RC_ASSERT((*back)["n"].integer() == number);
                RC_ASSERT((*back)["t"].text() == text);
                RC_ASSERT((*back)["l"].items().at(0).text() == text);
            }
        }));
    }

    void givesEmptyValuesForTheWrongKind() {
        const Json value(Json::Object{{"n", 1}});
        QVERIFY(value["absent"].isNull());
        QVERIFY(value["n"].text().empty());
        QVERIFY(value["n"].items().empty());
        QVERIFY(value["n"]["deeper"].isNull());
        QVERIFY(!value["n"].flag());
    }

    void refusesWhatIsNoJson_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "{", "{\"a\":}", "[1,]", "nul", "{\"a\":1} x"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refusesWhatIsNoJson() {
        QFETCH(QString, text);
        const auto result = parseJson(text.toStdString(), "keyring.json");
        QVERIFY(!result);
        QVERIFY(result.error().place.starts_with("keyring.json"));
        QVERIFY(result.error().code == Code::malformed || result.error().code == Code::damaged);
    }

    void doesNotThrowOnAnything() {
        QVERIFY(rc::check("any bytes", [](const std::string& bytes) {
            const auto result = parseJson(bytes, "x.json");
            if (result)
                (void)result->write(true);
        }));
    }
};

QTEST_APPLESS_MAIN(JsonTest)
#include "json_test.moc"
