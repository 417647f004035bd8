// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/label_table.h"

#include "base/date.h"
#include "store/query.h"
#include "store/scope.h"

namespace store {

namespace {

using access::Action;
using access::Grant;
using records::PairAnswer;

constexpr std::string_view labelColumns =
    "SELECT id, sample_id, place, left_record, right_record, weight, probability, linked, "
    "model_id, answer, answered_by, answered_at FROM labels ";

Label readLabel(Statement& row) {
    return {row.integer(0),
            row.integer(1),
            static_cast<int>(row.integer(2)),
            row.id<records::RecordId>(3),
            row.id<records::RecordId>(4),
            row.number(5),
            row.number(6),
            row.integer(7) != 0,
            row.integer(8),
            static_cast<PairAnswer>(row.integer(9)),
            row.id<records::UserId>(10),
            row.text(11)};
}

base::Result<void> mayRead(const Grant& grant) {
    return isForAll(grant, {Action::reviewLinks, Action::linkRecords});
}

}  // namespace

base::Result<void> LabelTable::insert(const Label& label) {
    const auto id = m_vault->database().nextIds("label", 1);
    if (!id)
        return base::fail(id.error());
    return run(m_vault->database(),
               "INSERT INTO labels (id, sample_id, place, left_record, right_record, weight, "
               "probability, linked, model_id, answer, answered_by, answered_at) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
               *id,
               label.sample,
               label.stratum,
               std::min(label.left, label.right),
               std::max(label.left, label.right),
               label.weight,
               label.probability,
               label.linked ? 1 : 0,
               label.model,
               static_cast<int>(label.answer),
               label.by,
               label.at);
}

base::Result<std::int64_t> LabelTable::keepSample(const Grant& grant,
                                                  const PairSample& sample,
                                                  const std::vector<Label>& pairs) {
    if (auto may = grant.covers(Action::reviewLinks, access::Subject::vault()); !may)
        return base::fail(may.error());
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto id = database.nextIds("pair_sample", 1);
    if (!id)
        return base::fail(id.error());
    if (auto done = run(database,
                        "INSERT INTO pair_samples (id, model_id, seed, drawn_by, drawn_at) "
                        "VALUES (?, ?, ?, ?, ?)",
                        *id,
                        sample.model,
                        sample.seed,
                        grant.user().id,
                        base::nowUtc());
        !done)
        return base::fail(done.error());
    for (std::size_t place = 0; place < sample.strata.size(); ++place)
        if (auto done = run(database,
                            "INSERT INTO pair_sample_strata (sample_id, place, linked, least, "
                            "pair_count) VALUES (?, ?, ?, ?, ?)",
                            *id,
                            static_cast<std::int64_t>(place),
                            sample.strata[place].linked ? 1 : 0,
                            sample.strata[place].least,
                            sample.strata[place].pairs);
            !done)
            return base::fail(done.error());
    for (Label label : pairs) {
        label.sample = *id;
        label.model = sample.model;
        if (auto done = insert(label); !done)
            return base::fail(done.error());
    }
    if (auto done = transaction->commit(); !done)
        return base::fail(done.error());
    return *id;
}

base::Result<std::optional<PairSample>> LabelTable::newestSample(const Grant& grant) const {
    if (auto may = mayRead(grant); !may)
        return base::fail(may.error());
    auto found = firstRow(m_vault->database(),
                          "SELECT id, model_id, seed, drawn_by, drawn_at FROM pair_samples "
                          "ORDER BY id DESC LIMIT 1",
                          [](Statement& row) {
                              return PairSample{row.integer(0),
                                                row.integer(1),
                                                row.integer(2),
                                                {},
                                                row.id<records::UserId>(3),
                                                row.text(4)};
                          });
    if (!found || !*found)
        return found;
    auto strata = allRows(
        m_vault->database(),
        "SELECT linked, least, pair_count FROM pair_sample_strata WHERE sample_id = ? "
        "ORDER BY place",
        [](Statement& row) {
            return PairStratum{row.integer(0) != 0, row.number(1), row.integer(2)};
        },
        (*found)->id);
    if (!strata)
        return base::fail(strata.error());
    (*found)->strata = std::move(*strata);
    return found;
}

base::Result<std::vector<Label>> LabelTable::ofSample(const Grant& grant,
                                                      std::int64_t sample) const {
    if (auto may = mayRead(grant); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(labelColumns) + "WHERE sample_id = ? ORDER BY id",
                   readLabel,
                   sample);
}

base::Result<Label> LabelTable::find(const Grant& grant, std::int64_t id) const {
    if (auto may = grant.covers(Action::reviewLinks); !may)
        return base::fail(may.error());
    auto found = firstRow(m_vault->database(),
                          std::string(labelColumns) + "WHERE id = ? AND sample_id <> 0",
                          readLabel,
                          id);
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(
            base::Code::notFound, "pair " + std::to_string(id), "is in no sample that was drawn");
    return std::move(**found);
}

base::Result<void> LabelTable::answer(const Grant& grant, std::int64_t id, PairAnswer answer) {
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    const auto label = find(grant, id);
    if (!label)
        return base::fail(label.error());
    const auto first = reaches(m_vault->database(), grant, label->left);
    const auto second = reaches(m_vault->database(), grant, label->right);
    if (!first && !second)
        return first;
    if (auto done = run(m_vault->database(),
                        "UPDATE labels SET answer = ?, answered_by = ?, answered_at = ? "
                        "WHERE id = ?",
                        static_cast<int>(answer),
                        grant.user().id,
                        base::nowUtc(),
                        id);
        !done)
        return done;
    return transaction->commit();
}

base::Result<void> LabelTable::note(const Grant& grant, const Label& label) {
    if (auto may = grant.covers(Action::reviewLinks); !may)
        return may;
    auto transaction = m_vault->begin();
    if (!transaction)
        return base::fail(transaction.error());
    Database& database = m_vault->database();
    const auto first = reaches(database, grant, label.left);
    const auto second = reaches(database, grant, label.right);
    if (!first && !second)
        return first;
    if (auto done = run(database,
                        "DELETE FROM labels WHERE sample_id = 0 AND left_record = ? AND "
                        "right_record = ?",
                        std::min(label.left, label.right),
                        std::max(label.left, label.right));
        !done)
        return done;
    if (label.answer != PairAnswer::none) {
        Label own = label;
        own.sample = 0;
        own.by = grant.user().id;
        own.at = base::nowUtc();
        if (auto done = insert(own); !done)
            return done;
    }
    return transaction->commit();
}

base::Result<std::vector<Label>> LabelTable::answered(const Grant& grant) const {
    if (auto may = mayRead(grant); !may)
        return base::fail(may.error());
    return allRows(m_vault->database(),
                   std::string(labelColumns) + "WHERE answer IN (?, ?) ORDER BY id",
                   readLabel,
                   static_cast<int>(PairAnswer::same),
                   static_cast<int>(PairAnswer::different));
}

}  // namespace store
