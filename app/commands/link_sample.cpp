// SPDX-License-Identifier: GPL-3.0-or-later
// sample draw, show, answer, labels; accuracy; run: checking the links by chance, and what the last
// run told about itself.
#include "app/commands/list.h"
#include "app/commands/numbers.h"
#include "app/commands/pair_text.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/file.h"
#include "base/json.h"
#include "base/text.h"
#include "casework/link_model.h"
#include "casework/pair_sample.h"

namespace app {

namespace {

void sayStanding(Console& console, const casework::SampleStanding& standing) {
    console.say("sample " + std::to_string(standing.sample) + " of " + standing.drawnAt + ": " +
                std::to_string(standing.answered) + " of " +
                base::counted(standing.pairs, "pair", "pairs") + " answered, " +
                std::to_string(standing.notSure) + " not sure");
    for (const std::int64_t pair : standing.waiting)
        console.out() << pair << '\n';
}

Exit draw(const Arguments& arguments, Console& console) {
    const auto pairs = numberOf(arguments, "--pairs", casework::usualSample, 5000);
    const auto seed = numberOf(arguments, "--seed", 1, INT64_MAX);
    if (!pairs || !seed)
        return failed(console, (!pairs ? pairs : seed).error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto standing =
        casework::drawSample(**session, static_cast<std::size_t>(*pairs), *seed, console);
    console.endProgress();
    if (!standing)
        return failed(console, standing.error());
    sayStanding(console, *standing);
    return Exit::done;
}

Exit list(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto standing = casework::standingSample(**session);
    if (!standing)
        return failed(console, standing.error());
    if (!*standing)
        return failed(console,
                      {base::Code::notFound, "sample", "none was drawn yet; see sample draw"});
    sayStanding(console, **standing);
    return Exit::done;
}

base::Result<std::int64_t> pairNumber(const Arguments& arguments) {
    return numberOf(arguments, "PAIR", 0, INT64_MAX).map([](std::uint64_t number) {
        return static_cast<std::int64_t>(number);
    });
}

Exit show(const Arguments& arguments, Console& console) {
    const auto id = pairNumber(arguments);
    if (!id)
        return failed(console, id.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto pair = casework::openSampled(**session, *id);
    if (!pair)
        return failed(console, pair.error());
    console.out() << sidesText(pair->left, pair->right);
    if (!pair->reasons.empty())
        console.out() << (pair->linked ? "linked by the engine, " : "not linked by the engine, ")
                      << weighingText(pair->weight, pair->probability, pair->reasons);
    return Exit::done;
}

Exit answer(const Arguments& arguments, Console& console) {
    const auto id = pairNumber(arguments);
    if (!id)
        return failed(console, id.error());
    const auto said = answerOf(arguments.text("ANSWER"));
    if (!said)
        return failed(console, said.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (const auto done = casework::answerSampled(**session, *id, *said); !done)
        return failed(console, done.error());
    console.out() << "kept; it takes effect when links are next computed\n";
    return Exit::done;
}

Exit labels(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto rows = casework::labelRows(**session);
    if (!rows)
        return failed(console, rows.error());
    std::string out = "left_record,right_record,answer,match_weight,linked,random,model,by,at\n";
    for (const casework::LabelRow& row : *rows)
        base::appendDelimited(out,
                              {std::to_string(row.left.value),
                               std::to_string(row.right.value),
                               row.same ? "same" : "different",
                               decimals(row.weight, 6),
                               row.linked ? "1" : "0",
                               row.random ? "1" : "0",
                               std::to_string(row.model),
                               row.by,
                               row.at},
                              base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

std::string shareWords(const casework::EstimatedShare& share) {
    return percent(share.value) + " (95 % interval " + percent(share.low) + " to " +
           percent(share.high) + ")";
}

base::Json shareJson(const casework::EstimatedShare& share) {
    return base::Json::Object{{"value", share.value}, {"low", share.low}, {"high", share.high}};
}

base::Json json(const casework::AccuracyView& view) {
    base::Json::Array bands;
    for (const casework::AccuracyBand& band : view.bands)
        bands.emplace_back(base::Json::Object{{"linked", band.linked},
                                              {"least_weight", band.leastWeight},
                                              {"pairs", band.pairs},
                                              {"asked", band.asked},
                                              {"same", band.same},
                                              {"different", band.different}});
    base::Json::Object out{{"sample", view.standing.sample},
                           {"drawn_at", view.standing.drawnAt},
                           {"pairs", view.standing.pairs},
                           {"answered", view.standing.answered},
                           {"precision", shareJson(view.precision)},
                           {"recall", shareJson(view.recall)},
                           {"bands", std::move(bands)}};
    if (view.expectedPrecision)
        out.emplace_back("expected_precision", *view.expectedPrecision);
    if (view.expectedMissedPairs)
        out.emplace_back("expected_missed_pairs", *view.expectedMissedPairs);
    return out;
}

Exit accuracy(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto view = casework::linkAccuracy(**session);
    if (!view)
        return failed(console, view.error());
    if (!*view)
        return failed(console,
                      {base::Code::notFound, "sample", "none was drawn yet; see sample draw"});
    if (arguments.has("--json")) {
        console.out() << json(**view).write(true) << '\n';
        return Exit::done;
    }
    const casework::AccuracyView& seen = **view;
    if (seen.standing.answered == 0)
        return failed(console,
                      {base::Code::refused,
                       "sample",
                       "none of its pairs is answered yet; see sample list and sample answer"});
    if (!seen.standing.waiting.empty())
        console.say(base::counted(seen.standing.waiting.size(), "pair waits", "pairs wait") +
                    "; the interval narrows with every answer");
    console.out() << "From " << base::counted(seen.standing.answered, "answer", "answers")
                  << " of a sample of " << base::counted(seen.standing.pairs, "pair", "pairs")
                  << " drawn by chance:\n"
                  << "right among links: " << shareWords(seen.precision) << "\n"
                  << "found among pairs of one person that were linked or in doubt: "
                  << shareWords(seen.recall) << "\n";
    if (seen.expectedPrecision)
        console.out() << "The model itself expects " << percent(*seen.expectedPrecision)
                      << " right, and " << decimals(*seen.expectedMissedPairs, 0)
                      << " pairs of one person below the line.\n";
    return Exit::done;
}

Exit run(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto found = casework::lastWholeRun(**session);
    if (!found)
        return failed(console, found.error());
    if (!*found)
        return failed(console,
                      {base::Code::notFound, "run", "no run over all records is kept yet"});
    const casework::RunView& view = **found;
    std::string out = "what,which,count\n";
    const auto add = [&out](
                         const std::string& what, const std::string& which, std::uint64_t count) {
        base::appendDelimited(out, {what, which, std::to_string(count)}, base::Formulas::asTheyAre);
    };
    for (const casework::RunRule& rule : view.rules)
        add(rule.used ? "pairs by rule" : "rule not used", rule.rule, rule.pairs);
    for (const auto& [rule, rows] : view.largestBlocks)
        add("rows in a large block", rule, rows);
    for (const casework::RunBin& bin : view.weights)
        add("pairs of weight from", std::to_string(bin.from), bin.pairs);
    console.say(view.at + ": linked from weight " + decimals(view.linkWeight, 2) +
                ", in doubt from " + decimals(view.reviewWeight, 2) + "; expected right " +
                percent(view.expectedPrecision) + ", expected missed pairs " +
                decimals(view.expectedMissedPairs, 0));
    console.out() << out;
    return Exit::done;
}

}  // namespace

std::vector<Command> sampleCommands() {
    std::vector<Command> commands;
    commands.push_back({"sample draw",
                        "a random sample of pairs to check, ten minutes' worth",
                        "Links and doubtful pairs, by band of weight. Answered without the weight.",
                        onVault({option("--pairs", "N", "how many; 40 unless told"),
                                 option("--seed", "S", "another draws others")}),
                        draw});
    commands.push_back(
        {"sample list", "the pairs of the newest sample that wait", "", onVault({}), list});
    commands.push_back({"sample show",
                        "one sampled pair side by side; its weight once it is answered",
                        "",
                        onVault({positional("PAIR", "its number")}),
                        show});
    commands.push_back({"sample answer",
                        "say whether a sampled pair is one person",
                        "As every answer of a person, it wins over the engine.",
                        onVault({positional("PAIR", "its number"),
                                 positional("ANSWER", "same, different, not-sure or undo")}),
                        answer});
    commands.push_back({"sample labels",
                        "every answered pair as data: numbers of records, no names",
                        "",
                        onVault({}),
                        labels});
    commands.push_back({"accuracy",
                        "precision and recall of the links from the newest sample, with intervals",
                        "",
                        onVault({flag("--json", "for machines")}),
                        accuracy});
    commands.push_back({"model run",
                        "the last run over all records: pairs by rule, large blocks, weights",
                        "",
                        onVault({}),
                        run});
    return commands;
}

}  // namespace app
