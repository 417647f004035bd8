// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crypto.h"

#include <QtTest>

#include <rapidcheck.h>

#include <type_traits>

using namespace base;

class CryptoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void hashesTheKnownVectors() {
        // FIPS 180-4 examples
        QVERIFY(sha256Hex("") ==
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        QVERIFY(sha256Hex("abc") ==
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    void hashesInPiecesAsInOne() {
        QVERIFY(rc::check("pieces", [](const std::vector<std::string>& pieces) {
            Sha256 hash;
            std::string whole;
            for (const std::string& piece : pieces) {
                hash.add(piece);
                whole += piece;
            }
            RC_ASSERT(hash.finish() == sha256(whole));
        }));
    }

    void opensWhatItSealed() {
        const Secret key = Secret::random(32);
        QVERIFY(rc::check("open(seal(x)) = x", [&](const std::string& plain) {
            const auto opened = open(key, seal(key, plain, "record 1"), "record 1");
            RC_ASSERT(opened.has_value());
            RC_ASSERT(*opened == plain);
        }));
    }

    void sealsTheSameBytesDifferentlyEachTime() {
        const Secret key = Secret::random(32);
        QVERIFY(seal(key, "x", "c") != seal(key, "x", "c"));
    }

    void noticesEveryChange() {
        const Secret key = Secret::random(32);
        const std::string sealed = seal(key, "eighteen sessions", "record 1");
        QVERIFY(sealed.find("eighteen") == std::string::npos);
        for (std::size_t at = 0; at < sealed.size(); ++at) {
            std::string changed = sealed;
            changed[at] = static_cast<char>(changed[at] ^ 1);
            const auto opened = open(key, changed, "record 1");
            QVERIFY(!opened && opened.error().code == Code::wrongKey);
            QVERIFY(!open(key, std::string_view(sealed).substr(0, at), "record 1"));
        }
        QVERIFY(!open(key, sealed, "record 2"));
        QVERIFY(!open(Secret::random(32), sealed, "record 1"));
        QVERIFY(!open(Secret::random(16), sealed, "record 1"));
    }

    void keyedHashesNeedTheirKey() {
        const Secret key = Secret::random(32);
        QVERIFY(keyedHash(key, "person 1") == keyedHash(key.copy(), "person 1"));
        QVERIFY(keyedHash(key, "person 1") != keyedHash(key, "person 2"));
        QVERIFY(keyedHash(key, "person 1") != keyedHash(Secret::random(32), "person 1"));
    }

    void aSecretMovesAndIsNotCopiedByAccident() {
        static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
        Secret first(std::string_view("correct horse"));
        const Secret copy = first.copy();
        Secret second(std::move(first));
        QVERIFY(first.empty());  // NOLINT(bugprone-use-after-move): this is what is tested
        QVERIFY(second.text() == "correct horse");
        QVERIFY(copy.text() == "correct horse" && copy.bytes().data() != second.bytes().data());
        second = Secret(4);
        QCOMPARE(second.size(), std::size_t{4});
        for (const unsigned char byte : second.bytes())
            QCOMPARE(int(byte), 0);
        QVERIFY(Secret().empty() && Secret(std::string_view()).text().empty());
    }

    void randomBytesDiffer() {
        QVERIFY(randomBytes(32) != randomBytes(32));
        QCOMPARE(randomBytes(7).size(), std::size_t{7});
        QVERIFY(Secret::random(32).text() != Secret::random(32).text());
    }
};

QTEST_APPLESS_MAIN(CryptoTest)
#include "crypto_test.moc"
