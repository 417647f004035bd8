// SPDX-License-Identifier: GPL-3.0-or-later
// pairs, pair, answer, unlink, answers, ties, tie: what a data officer decides about links.
#include "app/commands/list.h"
#include "app/commands/pair_text.h"
#include "app/commands/sign_in.h"
#include "base/delimited_writer.h"
#include "base/text.h"
#include "casework/link_undo.h"
#include "casework/linking.h"
#include "casework/review_order.h"
#include "casework/tie_review.h"

namespace app {

namespace {

constexpr std::size_t mostAnswers = 10'000;
constexpr std::size_t mostTies = 200;

base::Result<records::DoubtId> doubtOf(const Arguments& arguments, const std::string& name) {
    return numberOf(arguments, name, 0, INT64_MAX).map([](std::uint64_t number) {
        return records::DoubtId{static_cast<std::int64_t>(number)};
    });
}

// Those first whose answer changes a family, each with what it would do.
Exit inOrder(casework::Session& session, Console& console) {
    const auto ordered = casework::reviewOrder(session);
    if (!ordered)
        return failed(console, ordered.error());
    std::string out = "pair,what its answer would do\n";
    for (const casework::OrderedPair& pair : *ordered)
        base::appendDelimited(
            out,
            {std::to_string(pair.id.value), std::string(casework::effectWords(pair.effect))},
            base::Formulas::asTheyAre);
    console.out() << out;
    return Exit::done;
}

Exit pairs(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto queue = casework::pairQueue(**session, 1000);
    if (!queue)
        return failed(console, queue.error());
    console.say(
        base::counted(static_cast<std::size_t>(queue->waiting), "pair waits", "pairs wait") + ", " +
        base::grouped(static_cast<std::size_t>(queue->answered)) + " answered");
    if (arguments.has("--order"))
        return inOrder(**session, console);
    for (const records::DoubtId pair : queue->next)
        console.out() << pair.value << '\n';
    return Exit::done;
}

// The weight stays hidden until the pair is answered: decide from the records first.
Exit pair(const Arguments& arguments, Console& console) {
    const auto id = doubtOf(arguments, "PAIR");
    if (!id)
        return failed(console, id.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto view = casework::openPair(**session, *id);
    if (!view)
        return failed(console, view.error());
    console.out() << sidesText(view->left, view->right) << "why doubtful: " << view->pair.why
                  << '\n';
    if (view->pair.answer == records::PairAnswer::none)
        return Exit::done;
    console.out() << weighingText(view->pair.weight, view->pair.probability, view->pair.reasons);
    return Exit::done;
}

Exit answer(const Arguments& arguments, Console& console) {
    const auto id = doubtOf(arguments, "PAIR");
    if (!id)
        return failed(console, id.error());
    const auto said = answerOf(arguments.text("ANSWER"));
    if (!said)
        return failed(console, said.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (const auto done = casework::answerPair(**session, *id, *said); !done)
        return failed(console, done.error());
    console.out() << "kept; it takes effect when links are next computed\n";
    return Exit::done;
}

Exit unlink(const Arguments& arguments, Console& console) {
    const auto row = numberOf(arguments, "ROW", 0, INT64_MAX);
    if (!row)
        return failed(console, row.error());
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto rows = casework::clusters(**session);
    if (!rows)
        return failed(console, rows.error());
    const std::string file = arguments.text("FILE");
    for (const casework::ClusterRow& known : *rows) {
        if (known.file != file || known.row != static_cast<std::int64_t>(*row))
            continue;
        if (const auto done = casework::undoLink(**session, known.record); !done)
            return failed(console, done.error());
        console.out() << "kept; the row stands apart when links are next computed\n";
        return Exit::done;
    }
    return failed(
        console,
        {base::Code::notFound, file + ", row " + std::to_string(*row), "is not in the vault"});
}

Exit answers(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (arguments.optional("--take-back")) {
        const auto number = numberOf(arguments, "--take-back", 1, INT64_MAX);
        if (!number)
            return failed(console, number.error());
        if (const auto done =
                casework::takeBackAnswers(**session, {static_cast<std::int64_t>(*number)});
            !done)
            return failed(console, done.error());
        console.out() << "taken back; it takes effect when links are next computed\n";
        return Exit::done;
    }
    const auto given = casework::givenAnswers(**session, mostAnswers);
    if (!given)
        return failed(console, given.error());
    std::string out;
    base::appendDelimited(
        out, {"answer", "one record", "the other", "said", "by", "at"}, base::Formulas::neutral);
    for (const casework::GivenAnswer& answer : *given)
        base::appendDelimited(out,
                              {std::to_string(answer.id),
                               answer.left,
                               answer.right,
                               answerCode(answer.answer),
                               answer.by,
                               answer.at},
                              base::Formulas::neutral);
    console.out() << out;
    return Exit::done;
}

Exit ties(const Arguments& arguments, Console& console) {
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    const auto queue = casework::tieQueue(**session, mostTies);
    if (!queue)
        return failed(console, queue.error());
    std::string out;
    base::appendDelimited(out, {"tie", "reason", "people"}, base::Formulas::neutral);
    for (const records::DoubtfulTie& tie : queue->next) {
        const auto view = casework::openTie(**session, tie.id);
        if (!view)
            return failed(console, view.error());
        std::vector<std::string> people;
        for (const casework::TiePerson& person : view->people)
            people.push_back(person.name);
        base::appendDelimited(out,
                              {std::to_string(tie.id.value), tie.reason, base::join(people, "; ")},
                              base::Formulas::neutral);
    }
    console.out() << out;
    return Exit::done;
}

Exit tie(const Arguments& arguments, Console& console) {
    const auto id = doubtOf(arguments, "TIE");
    if (!id)
        return failed(console, id.error());
    const std::string said = arguments.text("ANSWER");
    if (said != "family" && said != "apart")
        return failed(console, {base::Code::malformed, "ANSWER", "must be family or apart"});
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    if (const auto done = casework::decideTie(**session, *id, said == "family"); !done)
        return failed(console, done.error());
    console.out() << "kept; it takes effect when links are next computed\n";
    return Exit::done;
}

}  // namespace

std::vector<Command> linkReviewCommands() {
    std::vector<Command> commands;
    commands.push_back({"pairs",
                        "doubtful pairs that wait for a person",
                        "With --order those first whose answer would change a family.",
                        onVault({flag("--order", "by what the answer would do, in words")}),
                        pairs});
    commands.push_back({"pair",
                        "one doubtful pair side by side; its weight once it is answered",
                        "",
                        onVault({positional("PAIR", "its number")}),
                        pair});
    commands.push_back({"answer",
                        "say whether a doubtful pair is one person",
                        "An answer always wins over the engine, and can be taken back with undo.",
                        onVault({positional("PAIR", "its number"),
                                 positional("ANSWER", "same, different, not-sure or undo")}),
                        answer});
    commands.push_back({"unlink",
                        "undo a link: this row is not that person",
                        "",
                        onVault({positional("FILE", "the delivery's file name"),
                                 positional("ROW", "the row's number in it")}),
                        unlink});
    commands.push_back({"answers",
                        "what people said of two records, newest first",
                        "With --take-back N the engine decides about the two records again.",
                        onVault({option("--take-back", "N", "takes answer N back")}),
                        answers});
    commands.push_back({"ties",
                        "ties that made no family: a hostel, a block, too many at one address",
                        "",
                        onVault({}),
                        ties});
    commands.push_back(
        {"tie",
         "say whether a doubtful tie is a family",
         "",
         onVault({positional("TIE", "its number"), positional("ANSWER", "family or apart")}),
         tie});
    return commands;
}

}  // namespace app
