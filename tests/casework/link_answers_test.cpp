// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that can't all be true are refused when they are given, and nothing of them is kept.
#include "casework/link_answers.h"

#include "support/linked_town.h"

#include <QtTest>

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using casework::LinkAnswer;
using records::PairAnswer;
using records::RecordId;
using support::must;

namespace {

// By colouring: everybody starts with a colour, "same" spreads the smaller one.
bool naivelyAgree(const std::vector<LinkAnswer>& answers) {
    std::map<RecordId, RecordId> colour;
    for (const LinkAnswer& answer : answers)
        for (const RecordId record : {answer.left, answer.right})
            colour[record] = record;
    for (std::size_t round = 0; round < colour.size(); ++round)
        for (const LinkAnswer& answer : answers)
            if (answer.same)
                colour[answer.left] = colour[answer.right] =
                    std::min(colour[answer.left], colour[answer.right]);
    return std::none_of(answers.begin(), answers.end(), [&](const LinkAnswer& answer) {
        return !answer.same && colour[answer.left] == colour[answer.right];
    });
}

}  // namespace

class LinkAnswersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void agreeAsColouringSays() {
        QVERIFY(rc::check([] {
            std::map<std::pair<RecordId, RecordId>, bool> said;
            const auto answered = *rc::gen::inRange(0, 12);
            for (int i = 0; i < answered; ++i) {
                const RecordId left{*rc::gen::inRange(1, 7)};
                const RecordId right{*rc::gen::inRange(7, 12) - 5 * *rc::gen::inRange(0, 2)};
                if (left < right)
                    said[{left, right}] = *rc::gen::inRange(0, 3) > 0;
            }
            std::vector<LinkAnswer> answers;
            for (const auto& [pair, same] : said)
                answers.push_back({pair.first, pair.second, same});
            RC_ASSERT(casework::agree(answers).has_value() == naivelyAgree(answers));
        }));
    }

    void anAnswerThatContradictsOthersIsRefusedAndNotKept() {
        support::LinkedTown town;
        auto& vault = town.team.dataOfficer().vault();
        const auto grant = support::granted(vault, access::Action::reviewLinks);
        const auto rows = must(casework::clusters(town.team.dataOfficer()));
        const RecordId a = rows[0].record;
        const RecordId b = rows[1].record;
        const RecordId c = rows[2].record;
        must(casework::takeEffect(vault, grant, {a, b}, PairAnswer::same));
        must(casework::takeEffect(vault, grant, {b, c}, PairAnswer::same));
        const auto refused = casework::takeEffect(vault, grant, {c, a}, PairAnswer::different);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, base::Code::refused);
        for (const RecordId record : {a, b, c})
            QVERIFY(base::describe(refused.error()).find(std::to_string(record.value)) !=
                    std::string::npos);
        QCOMPARE(must(store::LinkTable(vault).decisions(grant)).size(), std::size_t{2});
        must(casework::takeEffect(vault, grant, {c, a}, PairAnswer::notSure));
        must(casework::takeEffect(vault, grant, {c, b}, PairAnswer::none));
        must(casework::takeEffect(vault, grant, {a, c}, PairAnswer::different));
    }
};

QTEST_APPLESS_MAIN(LinkAnswersTest)
#include "link_answers_test.moc"
