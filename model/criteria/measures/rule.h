// SPDX-License-Identifier: GPL-3.0-or-later
// What a kind of measure is: how its lines in a plan are read, how it is answered for a member or
// the household, and how it is said in words. Adding one: its file here, its value of MeasureKind
// and its line in rules.cpp.
#pragma once

#include "base/toml.h"
#include "criteria/calendar.h"
#include "criteria/coverage.h"
#include "criteria/plan.h"
#include "records/family.h"
#include "records/finding.h"
#include "records/source_record.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace criteria {

// A record, whose it is and the days it speaks of (a term's from the calendar).
struct OwnedRecord {
    const records::SourceRecord* record = nullptr;
    const records::Person* person = nullptr;
    std::optional<base::DateRange> period;
};

// A measure asked of one member, or of the household: the people and their records. Points into
// values that outlive the asking.
struct Question {
    const Measure* measure = nullptr;
    const Indicator* indicator = nullptr;
    int criterion = 0;
    base::Date asAt;
    const Calendar* calendar = nullptr;
    const Coverage* coverage = nullptr;
    std::span<const records::Person* const> people;
    std::span<const OwnedRecord> records;
};

struct Answer {
    records::Outcome outcome = records::Outcome::unknown;
    std::string explanation;
    std::vector<records::Evidence> evidence;
};

struct MeasureRule {
    MeasureKind kind;
    std::string_view code;
    void (*read)(base::TomlTable& table, Measure& measure, int depth);
    Answer (*answer)(const Question& question);
    std::string (*words)(const Measure& measure);
};

[[nodiscard]] std::span<const MeasureRule* const> allRules();
[[nodiscard]] const MeasureRule& ruleOf(MeasureKind kind);

// The measure's answer by its rule; notApplicable when no one asked about is of its age.
[[nodiscard]] Answer answer(const Question& question);

extern const MeasureRule countRule;
extern const MeasureRule sumRule;
extern const MeasureRule rateRule;
extern const MeasureRule currentRule;
extern const MeasureRule forwardRule;
extern const MeasureRule nominationRule;
extern const MeasureRule anyRule;
extern const MeasureRule allRule;

}  // namespace criteria
