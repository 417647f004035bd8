// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/proposal_values.h"

#include "base/text.h"
#include "intake/date_reading.h"

#include <algorithm>
#include <array>

namespace intake {

namespace {

using records::ColumnLook;
using records::FieldKind;
using records::ValueLook;

constexpr int never = -200;

// Identity columns whose values tell themselves.
struct Telling {
    std::string_view column;
    ValueLook look;
    int alone;
};

constexpr Telling tellings[] = {
    {"nino", ValueLook::nino, 75},
    {"upn", ValueLook::upn, 75},
    {"nhs_number", ValueLook::nhsNumber, 75},
    {"pnc_id", ValueLook::pncId, 75},
    {"postcode", ValueLook::postcode, 75},
    {"email", ValueLook::email, 75},
    {"phone", ValueLook::phone, 60},
    {"uprn", ValueLook::uprn, 0},
};

// "398 of 400 values: date"
std::string outOf(std::size_t some, const ColumnLook& column, std::string_view what) {
    return base::grouped(some) + " of " + base::counted(column.filled, "value: ", "values: ") +
           std::string(what);
}

std::size_t cellsRead(const ColumnLook& column, DateForm form) {
    for (const records::DateFit& fit : column.dates)
        if (fit.form == dateFormName(form))
            return fit.cells;
    return 0;
}

// Cells that some form reads; day and month in either order count once.
std::size_t datesIn(const ColumnLook& column) {
    std::size_t cells = std::max(cellsRead(column, DateForm::dayMonthYear),
                                 cellsRead(column, DateForm::monthDayYear));
    for (const DateForm form : {DateForm::iso,
                                DateForm::dayNameYear,
                                DateForm::compact,
                                DateForm::yearNameDay,
                                DateForm::excel})
        cells += cellsRead(column, form);
    return std::min(cells, column.filled);
}

bool most(std::size_t some, const ColumnLook& column) {
    return some * 5 >= column.filled * 4;
}

Verdict judgeDate(const ColumnLook& column) {
    const std::size_t cells = datesIn(column);
    if (cells * 2 < column.filled)
        return {0, never, "its values are no dates"};
    const bool serials = cellsRead(column, DateForm::excel) * 2 > column.filled;
    return {0, serials ? 5 : 20, outOf(cells, column, "date")};
}

Verdict judgeCode(const ColumnLook& column, const Target& target, const Vocabulary& vocabulary) {
    if (column.values.empty())
        return {0, never, "it has too many different values for a code"};
    std::size_t known = 0;
    for (const records::ValueCount& value : column.values)
        if (!vocabulary.meaning(value.value, target).meaning.empty())
            known += value.cells;
    const int share = static_cast<int>(100 * known / column.filled);
    const bool hardlyChance = column.look == ValueLook::codes && column.distinct >= 2;
    const std::string reason = outOf(known, column, "a word that is known");
    if (share == 0)
        return {0, column.distinct > 30 ? -60 : -10, {}};
    return {share >= 60 && hardlyChance ? 60 : 0, share / 4, reason};
}

Verdict judgeNumber(const ColumnLook& column, const records::Field& field) {
    const bool whole = column.look == ValueLook::wholeNumber;
    const bool flagLike = column.look == ValueLook::flag;
    if (whole || (column.look == ValueLook::decimal && field.kind == FieldKind::decimal))
        return {0, 15, outOf(column.fitting, column, "number")};
    return {0, flagLike ? -20 : never, "its values are no numbers"};
}

Verdict judgeFlag(const ColumnLook& column) {
    if (column.look == ValueLook::flag)
        return {0, 15, outOf(column.fitting, column, "yes or no")};
    return {0, never, "its values are not yes or no"};
}

Verdict judgeText(const ColumnLook& column) {
    const bool other = column.look == ValueLook::date || column.look == ValueLook::nino ||
                       column.look == ValueLook::postcode || column.look == ValueLook::email ||
                       column.look == ValueLook::flag || column.look == ValueLook::decimal;
    return {0, other ? -45 : 0, {}};
}

Verdict judgeSex(const ColumnLook& column) {
    std::size_t known = 0;
    for (const records::ValueCount& value : column.values)
        if (records::sexFromText(value.value))
            known += value.cells;
    if (!most(known, column))
        return {0, column.values.empty() ? never : -20, "its values are no sex"};
    return {0, 20, outOf(known, column, "sex")};
}

// Names and addresses are words.
Verdict judgeWords(const ColumnLook& column) {
    if (column.look == ValueLook::text || column.look == ValueLook::codes)
        return {};
    return {0, -60, "its values are no words"};
}

bool isWords(std::string_view column) {
    constexpr std::array<std::string_view, 6> columns{
        "forename", "middle_names", "surname", "former_surname", "preferred_name", wholeNameColumn};
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

Verdict judgeIdentity(const ColumnLook& column, std::string_view target) {
    if (target == "birth_date" || target == "death_date")
        return judgeDate(column);
    if (target == "sex")
        return judgeSex(column);
    if (target == "address_protected")
        return judgeFlag(column);
    for (const Telling& telling : tellings)
        if (telling.column == target) {
            if (column.look == telling.look)
                return {
                    telling.alone, 20, outOf(column.fitting, column, valueLookName(telling.look))};
            // Identifiers with many faults are still what their heading says.
            return {0, telling.look == ValueLook::uprn ? -5 : -35, {}};
        }
    if (isWords(target))
        return judgeWords(column);
    if (target == "address" && column.look == ValueLook::date)
        return {0, never, "its values are dates"};
    if (target == "local_id")
        return {
            0, column.look == ValueLook::date || column.look == ValueLook::decimal ? -60 : 0, {}};
    return {};
}

void addReason(records::DraftColumn& draft, const std::string& more) {
    draft.reason += (draft.reason.empty() ? "" : "; ") + more;
}

void readDates(records::DraftColumn& draft, const ColumnLook& column) {
    const std::size_t dayFirst = cellsRead(column, DateForm::dayMonthYear);
    const std::size_t monthFirst = cellsRead(column, DateForm::monthDayYear);
    const auto add = [&](DateForm form) { draft.dates.emplace_back(dateFormName(form)); };
    if (monthFirst > dayFirst) {
        add(DateForm::monthDayYear);
        addReason(draft,
                  base::counted(monthFirst - dayFirst, "date", "dates") +
                      " can only be read with the month first");
    } else if (dayFirst > 0) {
        add(DateForm::dayMonthYear);
        if (column.eitherOrder == dayFirst)
            addReason(draft,
                      "no day is above 12, so that the month might stand first: ask the sender");
    }
    for (const DateForm form :
         {DateForm::iso, DateForm::dayNameYear, DateForm::compact, DateForm::yearNameDay})
        if (cellsRead(column, form) > 0)
            add(form);
    // Serial numbers stand beside other forms where a spreadsheet took some of the dates for its
    // own; in a column of other things a few numbers are no dates.
    const std::size_t serials = cellsRead(column, DateForm::excel);
    if (serials > 0 && most(datesIn(column), column))
        add(DateForm::excel);
    if (draft.dates.empty())
        add(DateForm::dayMonthYear);
    if (const std::size_t cells = datesIn(column); cells < column.filled)
        addReason(
            draft,
            base::counted(column.filled - cells, "value", "values") + " can't be read as a date");
}

}  // namespace

Verdict judge(const ColumnLook& column, const Target& target, const Vocabulary& vocabulary) {
    if (column.look == ValueLook::empty)
        return {0, -5, "it is empty in this file"};
    if (target.field == nullptr)
        return judgeIdentity(column, target.column);
    if (target.field->time == records::FieldTime::term)
        return judgeText(column);
    switch (target.field->kind) {
        case FieldKind::date:
            return judgeDate(column);
        case FieldKind::code:
            return judgeCode(column, target, vocabulary);
        case FieldKind::integer:
        case FieldKind::decimal:
            return judgeNumber(column, *target.field);
        case FieldKind::flag:
            return judgeFlag(column);
        case FieldKind::text:
            return judgeText(column);
    }
    return {};
}

void readValues(records::DraftColumn& draft,
                const ColumnLook& column,
                const Vocabulary& vocabulary) {
    draft.dates.clear();
    draft.codes.clear();
    if (draft.target.empty())
        return;
    const Target target = targetNamed(draft.target);
    const bool isDate = target.field == nullptr
                            ? draft.target == "birth_date" || draft.target == "death_date"
                            : target.field->kind == FieldKind::date;
    if (isDate)
        readDates(draft, column);
    const bool isCode =
        draft.target == "sex" || (target.field != nullptr && target.field->kind == FieldKind::code);
    if (!isCode)
        return;
    for (const records::ValueCount& value : column.values) {
        draft.codes.push_back(vocabulary.meaning(value.value, target));
        draft.codes.back().cells = value.cells;
    }
}

}  // namespace intake
