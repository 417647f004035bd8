// SPDX-License-Identifier: GPL-3.0-or-later
// The part of LinkTable that people work with: doubtful pairs and the answers to them.
#include "store/link_table.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::DoubtfulPair;
using records::PairAnswer;

constexpr std::string_view pairColumns =
    "SELECT id, left_record, right_record, weight, probability, why, answer "
    "FROM doubtful_pairs ";

constexpr std::string_view decisionColumns =
    "SELECT id, left_record, right_record, answer, decided_by, decided_at, undone_by, undone_at "
    "FROM pair_decisions ";

DoubtfulPair readPair(Statement& row) {
    DoubtfulPair pair;
    pair.id = row.id<records::DoubtId>(0);
    pair.left = row.id<records::RecordId>(1);
    pair.right = row.id<records::RecordId>(2);
    pair.weight = row.number(3);
    pair.probability = row.number(4);
    pair.why = row.text(5);
    pair.answer = static_cast<PairAnswer>(row.integer(6));
    return pair;
}

PairDecision readDecision(Statement& row) {
    return {row.integer(0),
            row.id<records::RecordId>(1),
            row.id<records::RecordId>(2),
            static_cast<PairAnswer>(row.integer(3)),
            row.id<records::UserId>(4),
            row.text(5),
            row.id<records::UserId>(6),
            row.text(7)};
}

// Waiting are those without an answer and those "not sure".
std::string answeredOnly(bool answered) {
    return std::string("WHERE answer ") + (answered ? "IN" : "NOT IN") + " (" +
           std::to_string(static_cast<int>(PairAnswer::same)) + ", " +
           std::to_string(static_cast<int>(PairAnswer::different)) + ") ";
}

base::Result<void> setAnswer(Database& database,
                             records::RecordId left,
                             records::RecordId right,
                             PairAnswer answer) {
    return run(database,
               "UPDATE doubtful_pairs SET answer = ? WHERE left_record = ? AND right_record = ?",
               static_cast<int>(answer),
               left,
               right);
}

base::Result<void> insertDecision(Database& database, const PairDecision& decision) {
    const auto id = database.nextIds("decision", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done = run(database,
                        "UPDATE pair_decisions SET undone_by = ?, undone_at = ? "
                        "WHERE left_record = ? AND right_record = ? AND undone_at = ''",
                        decision.by,
                        decision.at,
                        decision.left,
                        decision.right);
        !done)
        return done;
    if (auto done =
            run(database,
                "INSERT INTO pair_decisions (id, left_record, right_record, answer, "
                "decided_by, decided_at, undone_by, undone_at) VALUES (?, ?, ?, ?, ?, ?, 0, "
                "'')",
                *id,
                decision.left,
                decision.right,
                static_cast<int>(decision.answer),
                decision.by,
                decision.at);
        !done)
        return done;
    return setAnswer(database, decision.left, decision.right, decision.answer);
}

}  // namespace

base::Result<std::vector<DoubtfulPair>> LinkTable::pairs(const Grant& grant,
                                                         bool answered,
                                                         std::int64_t offset,
                                                         std::int64_t limit) const {
    if (auto may = isForAll(grant, {Action::reviewLinks, Action::linkRecords}); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(pairColumns) + answeredOnly(answered) +
                       "ORDER BY weight DESC, id LIMIT ? OFFSET ?",
                   readPair,
                   limit,
                   offset);
}

base::Result<std::int64_t> LinkTable::pairCount(bool answered) const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM doubtful_pairs " + answeredOnly(answered));
}

base::Result<std::int64_t> LinkTable::notSureCount() const {
    return oneNumber(m_vault->database(),
                     "SELECT count(*) FROM doubtful_pairs WHERE answer = ?",
                     static_cast<int>(PairAnswer::notSure));
}

base::Result<std::int64_t> LinkTable::answerCount() const {
    return oneNumber(
        m_vault->database(),
        "SELECT count(*) FROM pair_decisions " + answeredOnly(true) + "AND undone_at = ''");
}

base::Result<DoubtfulPair> LinkTable::pair(const Grant& grant, records::DoubtId id) const {
    if (auto may = grant.covers(Action::reviewLinks, access::Subject::of(id)); !may)
        return base::fail(may.error());
    auto found =
        firstRow(m_vault->database(), std::string(pairColumns) + "WHERE id = ?", readPair, id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::notFound,
                          "doubtful pair " + std::to_string(id.value),
                          "is no longer there; the records were linked anew");
    return std::move(**found);
}

base::Result<void> LinkTable::answer(const Grant& grant, records::DoubtId id, PairAnswer answer) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto asked = pair(grant, id);
    if (!asked)
        return base::fail(asked.error());
    if (auto done = decide(grant, asked->left, asked->right, answer); !done)
        return done;
    return transaction->commit();
}

base::Result<void> LinkTable::decide(const Grant& grant,
                                     records::RecordId left,
                                     records::RecordId right,
                                     PairAnswer answer) {
    if (auto may = grant.covers(Action::reviewLinks); !may)
        return may;
    if (left == right || answer == PairAnswer::none)
        return base::fail(
            base::Code::malformed, "decision", "is same, different or not sure of two records");
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto first = reaches(m_vault->database(), grant, left);
    const auto second = reaches(m_vault->database(), grant, right);
    if (!first && !second)
        return first;
    PairDecision decision;
    decision.left = std::min(left, right);
    decision.right = std::max(left, right);
    decision.answer = answer;
    decision.by = grant.user().id;
    decision.at = base::nowUtc();
    if (auto done = insertDecision(m_vault->database(), decision); !done)
        return done;
    return transaction->commit();
}

base::Result<void> LinkTable::undo(const Grant& grant, std::int64_t decision) {
    if (auto may = grant.covers(Action::reviewLinks); !may)
        return may;
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto found = firstRow(database,
                                std::string(decisionColumns) + "WHERE id = ? AND undone_at = ''",
                                readDecision,
                                decision);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(
            base::Code::notFound, "decision " + std::to_string(decision), "is not in force");
    const auto first = reaches(database, grant, (*found)->left);
    const auto second = reaches(database, grant, (*found)->right);
    if (!first && !second)
        return first;
    if (auto done = run(database,
                        "UPDATE pair_decisions SET undone_by = ?, undone_at = ? WHERE id = ?",
                        grant.user().id,
                        base::nowUtc(),
                        decision);
        !done)
        return done;
    if (auto done = setAnswer(database, (*found)->left, (*found)->right, PairAnswer::none); !done)
        return done;
    return transaction->commit();
}

base::Result<std::vector<PairDecision>> LinkTable::decisions(const Grant& grant,
                                                             bool history) const {
    if (auto may = isFor(grant, {Action::reviewLinks, Action::linkRecords}); !may)
        return base::fail(may.error());
    return allRows(
        m_vault->database(),
        std::string(decisionColumns) + (history ? "" : "WHERE undone_at = '' ") + "ORDER BY id",
        readDecision);
}

}  // namespace store
