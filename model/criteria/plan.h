// SPDX-License-Identifier: GPL-3.0-or-later
// An Outcomes Plan: a council's dated wording of the criteria and how each is measured on partners'
// records. Read from one self-contained TOML text, so that the text's fingerprint says all that a
// flag rests on. Plain values that own themselves, except for record types, which live in the
// records catalogue for the life of the process. A plan that readPlan gave back is sound: every
// type, field and code in it exists and every window is possible.
#pragma once

#include "base/date.h"
#include "base/result.h"
#include "records/agency.h"
#include "records/family.h"
#include "records/field.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// Whose records an indicator looks at, and so whose the finding is.
enum class Subject {
    child,        // under 18 at assessment
    adult,        // 18 or over at assessment
    parent,       // has parenting responsibility in this family, at home or not
    youngPerson,  // 16 to 24 at assessment
    anyone,       // each member
    household,    // the members' records together; the finding has no person
};

enum class MeasureKind {
    count,       // how many events, or states that held, in the window
    sum,         // of a number field, over events in the window
    rate,        // per cent of possible school sessions in the window's terms
    current,     // a state that holds at assessment
    forward,     // a date that falls within the months to come
    nomination,  // a professional's nomination for this criterion, not past its review date
    any,         // one of the parts
    all,         // each of the parts
};

// Which days count. Both edges count, and nothing after assessment does. `amount` days or months
// back from assessment (months by the calendar: 29 February less 12 months is 28 February);
// completed school terms before it; months ahead of it.
enum class WindowKind { current, days, months, terms, forwardMonths };

struct Window {
    WindowKind kind = WindowKind::current;
    int amount = 0;
};

enum class Comparison { atLeast, moreThan };

// A condition on one field. An empty field meets none.
struct Condition {
    enum class Test { oneOf, isFlag, atLeast, atMost };

    std::size_t field = 0;  // in the record type's list
    Test test = Test::oneOf;
    std::vector<std::string> codes;  // of oneOf
    bool flag = true;                // of isFlag
    double number = 0;               // of atLeast and atMost
};

// Completed years, both ends included, at assessment or when the event happened.
struct AgeBounds {
    std::optional<int> from;
    std::optional<int> to;
    bool atEvent = false;
};

// One measure with its parameters; which of them are used depends on the kind.
struct Measure {
    MeasureKind kind = MeasureKind::count;
    const records::RecordType* type = nullptr;  // not of any and all
    Window window;
    std::vector<Condition> where;  // all must hold
    std::optional<AgeBounds> age;
    Comparison comparison = Comparison::atLeast;
    double threshold = 1;                 // events, units of the summed field, or per cent
    std::optional<std::size_t> field;     // summed, or the date that lies ahead
    std::optional<std::size_t> distinct;  // equal values of this field are one event
    std::vector<std::size_t> absence;     // of a rate: the fields added up
    int minimumSessions = 0;              // of a rate: fewer possible sessions are unknown
    std::vector<Measure> parts;           // of any and all
};

struct Indicator {
    std::string code;  // "2a", unique in the plan
    std::string wording;
    std::string reference;
    Subject subject = Subject::anyone;
    std::vector<records::MemberRole> roles;  // if any, members in these roles only
    std::vector<records::Agency> sources;    // whose records count; empty is everyone's
    int freshDays = 190;                     // a current state older than this is unknown
    // Its records come in returns that not every partner sends. Until one has sent any, the
    // indicator does not apply: that nobody has spoken makes nothing unknown.
    bool optional = false;
    Measure measure;
};

struct Criterion {
    int number = 0;  // 1 to 6, as nominations say it
    std::string heading;
    std::vector<Indicator> indicators;
};

// Who makes a family one with a dependent child: anyone under `under`, and up to and including
// `upTo` a young person in one of the situations named.
struct DependentChild {
    bool required = true;
    int under = 16;
    int upTo = 18;
    bool inEducation = true;  // in education or training at assessment
    bool atHome = false;      // a child of this family, whatever they do
};

struct Plan {
    std::string name;
    std::string version;
    std::string council;
    base::Date effectiveFrom;
    std::optional<base::Date> effectiveTo;  // last day in force
    std::string reference;
    int minimumCriteria = 2;
    DependentChild dependentChild;
    std::string calendar;  // resources/plans/calendars/NAME.toml
    std::vector<Criterion> criteria;
    std::string fingerprint;  // planFingerprint() of the text it was read from

    [[nodiscard]] bool inForceOn(base::Date day) const;
    [[nodiscard]] const Indicator* indicator(std::string_view code) const;
};

// Reads and checks a plan. On failure the error lists every fault, one a line, each with
// file:line:column and, for a misspelt word, the nearest that exists.
[[nodiscard]] base::Result<Plan> readPlan(std::string_view text, std::string_view fileName);

// SHA-256 of the text, hexadecimal.
[[nodiscard]] std::string planFingerprint(std::string_view text);

// A plan that came with the program.
struct ShippedPlan {
    std::string name;  // "herefordshire-2020"
    std::string fileName;
    std::string_view text;  // valid for the life of the process
};

[[nodiscard]] std::vector<ShippedPlan> shippedPlans();
[[nodiscard]] std::optional<ShippedPlan> shippedPlan(std::string_view name);

[[nodiscard]] std::string_view subjectCode(Subject subject);   // "young-person"
[[nodiscard]] std::string_view measureCode(MeasureKind kind);  // "forward"

}  // namespace criteria
