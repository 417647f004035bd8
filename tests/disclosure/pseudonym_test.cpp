// SPDX-License-Identifier: GPL-3.0-or-later
#include "disclosure/pseudonym.h"

#include "candidates.h"

#include <QtTest>

#include <set>

using namespace disclosure;
using disclosure::testing::studyKey;

class PseudonymTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheSameInEveryCollection();
    void differsByStudyKindKeyAndPerson();
    void isReadAloudWithoutDoubt();
    void spreadsOverAllItsCharacters();
};

void PseudonymTest::isTheSameInEveryCollection() {
    // Worked out apart, with Python's hashlib. A change here would cut every person off from
    // earlier collections.
    QCOMPARE(pseudonym(studyKey(), "national-impact-study", records::PersonId{4711}),
             pseudonym(studyKey(), "national-impact-study", records::PersonId{4711}));
    QCOMPARE(pseudonym(studyKey(), "national-impact-study", records::PersonId{4711}),
             std::string("PPPNQ9WK7S22PRCFV1N8F"));
    QCOMPARE(pseudonym(studyKey(), "national-impact-study", records::FamilyId{4711}),
             std::string("FVBHZJRB50295CFW0CQCC"));
}

void PseudonymTest::differsByStudyKindKeyAndPerson() {
    QVERIFY(rc::check("no two inputs share a pseudonym", [] {
        const auto person = *rc::gen::arbitrary<std::int64_t>();
        const auto other = *rc::gen::distinctFrom(person);
        const auto study = *rc::gen::string<std::string>();
        const auto another = *rc::gen::distinctFrom(rc::gen::string<std::string>(), study);
        const base::Secret key = studyKey();
        const std::string own = pseudonym(key, study, records::PersonId{person});
        RC_ASSERT(own == pseudonym(key, study, records::PersonId{person}));
        RC_ASSERT(own != pseudonym(key, study, records::PersonId{other}));
        RC_ASSERT(own != pseudonym(key, another, records::PersonId{person}));
        RC_ASSERT(own != pseudonym(studyKey(8), study, records::PersonId{person}));
        RC_ASSERT(own.substr(1) != pseudonym(key, study, records::FamilyId{person}).substr(1));
    }));
}

void PseudonymTest::isReadAloudWithoutDoubt() {
    const std::string text = pseudonym(studyKey(), "s", records::FamilyId{1});
    QCOMPARE(text.size(), std::size_t{21});
    QCOMPARE(text.front(), 'F');
    QCOMPARE(text.substr(1).find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ"),
             std::string::npos);
}

void PseudonymTest::spreadsOverAllItsCharacters() {
    // 20 characters of 5 bits: over 2,000 people each place shows nearly all 32 signs.
    std::vector<std::set<char>> seen(21);
    std::set<std::string> all;
    for (std::int64_t id = 1; id <= 2000; ++id) {
        const std::string text = pseudonym(studyKey(), "s", records::PersonId{id});
        all.insert(text);
        for (std::size_t i = 0; i < text.size(); ++i)
            seen[i].insert(text[i]);
    }
    QCOMPARE(all.size(), std::size_t{2000});
    for (std::size_t i = 1; i < seen.size(); ++i)
        QCOMPARE(seen[i].size(), std::size_t{32});
}

QTEST_APPLESS_MAIN(PseudonymTest)
#include "pseudonym_test.moc"
