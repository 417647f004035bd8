// SPDX-License-Identifier: GPL-3.0-or-later
// synth, demo, picture.
#include "app/commands/list.h"
#include "app/commands/sign_in.h"
#include "app/demo/training_vault.h"
#include "app/synth/synth.h"
#include "base/crypto.h"
#include "base/text.h"

#ifdef FF_WITH_WINDOW
#include "ui/shell/picture.h"

#include <QApplication>
#endif

namespace app {

namespace {

constexpr std::uint64_t mostPeople = 20'000'000;

Exit synth(const Arguments& arguments, Console& console) {
    const auto people = numberOf(arguments, "--people", 2000, mostPeople);
    const auto seed = numberOf(arguments, "--seed", 1, UINT64_MAX);
    const auto asAt = dayOf(arguments, "--as-at");
    if (!people)
        return failed(console, people.error());
    if (!seed)
        return failed(console, seed.error());
    if (!asAt)
        return failed(console, asAt.error());
    synth::Request request;
    request.folder = arguments.text("DIR");
    request.people = *people;
    request.seed = *seed;
    request.asAt = asAt->value_or(base::today());
    const auto written = synth::synthesise(request, console);
    console.endProgress();
    if (!written)
        return failed(console, written.error());
    for (const synth::WrittenFile& file : written->files)
        console.out() << file.name << ',' << records::agencyCode(file.agency) << ',' << file.mapping
                      << ',' << file.rows << '\n';
    console.say(base::counted(written->people, "person", "people") + " in " +
                base::counted(written->families, "family", "families") +
                ", all made up. Who each row is about stands in truth.csv; agreements.toml permits "
                "the files.");
    return Exit::done;
}

std::string words(const TrainingSummary& summary) {
    return grouped(static_cast<std::int64_t>(summary.files)) + " deliveries: rows in " +
           grouped(summary.rowsIn) + " = accepted " + grouped(summary.rowsAccepted) +
           " + rejected " + grouped(summary.rowsRejected) + "\n" + grouped(summary.records) +
           " source records are " + grouped(summary.people) + " people in " +
           grouped(summary.families) + " families\n" + grouped(summary.flagged) +
           " families flagged; " + grouped(summary.waiting) + " wait for a caseworker, " +
           grouped(summary.forReview) + " for a supervisor, " + grouped(summary.supported) +
           " agreed or supported\n";
}

Exit demo(const Arguments& arguments, Console& console) {
    const auto people = numberOf(arguments, "--people", 2000, mostPeople);
    const auto seed = numberOf(arguments, "--seed", 1, UINT64_MAX);
    if (!people)
        return failed(console, people.error());
    if (!seed)
        return failed(console, seed.error());
    base::Secret password;
    const bool given = arguments.has("--password-file");
    if (given) {
        auto read = readPassword(arguments.text("--password-file"));
        if (!read)
            return failed(console, read.error());
        password = std::move(*read);
    } else {
        constexpr std::size_t length = 20;
        const std::string drawn = base::hex(base::sha256(base::randomBytes(32)));
        password = base::Secret(std::string_view(drawn).substr(0, length));
    }
    const auto summary =
        makeTrainingVault({arguments.text("VAULT"), *people, *seed}, password, console);
    console.endProgress();
    if (!summary)
        return failed(console, summary.error());
    console.out() << words(*summary);
    if (!given)
        console.out() << "password of every user: " << password.text() << '\n';
    console.say(
        "Users: caseworker, supervisor, data-officer, exporting-officer, auditor,\n"
        "governance-officer, report-reader, administrator. Open the window with:\n"
        "  families-first " +
        arguments.text("VAULT"));
    return Exit::done;
}

#ifdef FF_WITH_WINDOW
Exit picture(const Arguments& arguments, Console& console) {
    const auto width = numberOf(arguments, "--width", 1280, 8000);
    const auto height = numberOf(arguments, "--height", 800, 8000);
    if (!width)
        return failed(console, width.error());
    if (!height)
        return failed(console, height.error());
    ui::shell::Picture wanted;
    wanted.file = arguments.text("FILE");
    wanted.screen = arguments.text("--screen");
    if (arguments.has("--family")) {
        const auto family = familyOf(arguments, "--family");
        if (!family)
            return failed(console, family.error());
        wanted.subject = family->value;
    }
    wanted.evidence = arguments.has("--evidence");
    wanted.size = QSize(static_cast<int>(*width), static_cast<int>(*height));
    if (arguments.has("--dark"))
        wanted.scheme = ui::widgets::Scheme::dark;
    if (arguments.has("--large-text"))
        wanted.textScale = 2;
    auto session = signIn(arguments);
    if (!session)
        return failed(console, session.error());
    // A picture needs no display, and must not flash a window on one.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    std::string name = "families-first";
    char* argv[] = {name.data(), nullptr};
    QApplication application(count, argv);
    const auto drawn = ui::shell::writePicture(application, std::move(*session), wanted);
    if (!drawn)
        return failed(console, drawn.error());
    console.out() << wanted.file.string() << '\n';
    return Exit::done;
}
#endif

}  // namespace

std::vector<Command> trainingCommands() {
    const Argument people = option("--people", "N", "how many people (2000)");
    const Argument seed = option("--seed", "S", "another seed, other people (1)");
    std::vector<Command> commands;
    commands.push_back(
        {"synth",
         "write synthetic partner files and truth.csv",
         "Everyone in them is made up. The same seed and day give the same files.",
         {positional("DIR", "the folder to write into"),
          people,
          seed,
          option("--as-at", "YYYY-MM-DD", "the day the files are about; else today")},
         synth});
    commands.push_back(
        {"demo",
         "make a training vault: synth, import, link, assess, users of every role",
         "Without --password-file a password is made and printed once.",
         {positional("VAULT", "the vault's folder, NAME.vault"),
          people,
          seed,
          option("--password-file", "FILE", "the password of every user; - is stdin")},
         demo});
#ifdef FF_WITH_WINDOW
    commands.push_back({"picture",
                        "draw a screen of the window into a PNG, with no display",
                        "",
                        onVault({positional("FILE", "the PNG to write"),
                                 option("--screen", "NAME", "a screen; else the first one"),
                                 option("--family", "FAMILY", "the family to show"),
                                 flag("--evidence", "with the evidence of a criterion opened"),
                                 option("--width", "PIXELS", "1280"),
                                 option("--height", "PIXELS", "800"),
                                 flag("--dark", "the dark palette"),
                                 flag("--large-text", "text at 200 %")}),
                        picture});
#endif
    return commands;
}

}  // namespace app
