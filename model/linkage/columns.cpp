// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkage/columns.h"

#include "linkage/fields.h"
#include "linkage/normalise.h"
#include "linkage/parallel.h"
#include "linkage/words.h"
#include "records/identifier.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace linkage {

namespace {

using Numbers = std::vector<std::uint32_t>;

// What one task makes; several columns where they share their words.
struct Made {
    std::vector<Column> columns;
    std::vector<std::string> warnings;
    bool ukPostcodes = true;
};

std::optional<std::size_t> fieldOf(const Rows& rows, FieldKind kind) {
    for (std::size_t field = 0; field < rows.fields().size(); ++field)
        if (rows.fields()[field].kind == kind)
            return field;
    return std::nullopt;
}

Column newColumn(FieldKind kind, std::string name = {}) {
    Column column;
    column.kind = kind;
    column.name = std::move(name);
    column.sound.push_back(0);
    return column;
}

std::uint32_t add(Column& column, std::string_view text, bool sound = true) {
    const std::uint32_t value = column.texts.id(text);
    if (value == column.sound.size())
        column.sound.push_back(sound ? 1 : 0);
    return value;
}

// Where the column has no value yet, the one that the field's cell stands for.
void fill(Column& column, const Numbers& cells, const Numbers& meaning) {
    if (column.of.empty()) {
        column.of.resize(cells.size());
        std::transform(cells.begin(), cells.end(), column.of.begin(), [&](std::uint32_t cell) {
            return meaning[cell];
        });
        return;
    }
    for (std::size_t row = 0; row < cells.size(); ++row)
        if (column.of[row] == 0)
            column.of[row] = meaning[cells[row]];
}

template <class Normal>
void fill(Column& column, const Rows& rows, std::size_t field, Normal normal) {
    Numbers meaning(rows.texts(field).size());
    for (std::uint32_t cell = 1; cell < meaning.size(); ++cell)
        meaning[cell] = add(column, normal(rows.texts(field).text(cell)));
    fill(column, rows.numbers(field), meaning);
}

void addName(const Rows& rows, FieldKind kind, std::string SplitName::*part, Made& made) {
    const auto own = fieldOf(rows, kind);
    const auto full = part == nullptr ? std::nullopt : fieldOf(rows, FieldKind::fullName);
    if (!own && !full)
        return;
    Column& column = made.columns.emplace_back(newColumn(kind));
    if (own)
        fill(column, rows, *own, normalName);
    if (full)
        fill(
            column, rows, *full, [part](std::string_view raw) { return splitFullName(raw).*part; });
}

Made givenNames(Rows& rows) {
    Made made;
    addName(rows, FieldKind::forename, &SplitName::forename, made);
    addName(rows, FieldKind::middleNames, &SplitName::middleNames, made);
    takeWords(made.columns, WordOrder::asWritten);
    return made;
}

Made familyNames(Rows& rows) {
    Made made;
    addName(rows, FieldKind::surname, &SplitName::surname, made);
    addName(rows, FieldKind::formerSurname, nullptr, made);
    takeWords(made.columns, WordOrder::asWritten);
    return made;
}

// Year, month and day as sent in fields of their own.
void fillFromParts(Column& column, const Rows& rows, std::size_t year) {
    const auto month = fieldOf(rows, FieldKind::birthMonth);
    const auto day = fieldOf(rows, FieldKind::birthDay);
    const auto cell = [&](std::optional<std::size_t> field, std::uint32_t row) {
        return field ? rows.cell(*field, row) : std::string_view();
    };
    StringPool known;
    Numbers meaning{0};
    column.of.resize(rows.size());
    std::string key;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
        if (column.of[row] != 0)
            continue;
        key.assign(cell(year, row)).append("/").append(cell(month, row)).append("/");
        key.append(cell(day, row));
        const std::uint32_t parts = known.id(key);
        if (parts == meaning.size())
            meaning.push_back(
                add(column, dateFromParts(cell(year, row), cell(month, row), cell(day, row))));
        column.of[row] = meaning[parts];
    }
}

Made birthDates(Rows& rows) {
    Made made;
    const auto whole = fieldOf(rows, FieldKind::birthDate);
    const auto year = fieldOf(rows, FieldKind::birthYear);
    if (!whole && !year)
        return made;
    Column& column = made.columns.emplace_back(newColumn(FieldKind::birthDate));
    if (whole)
        fill(column, rows, *whole, normalDate);
    if (year)
        fillFromParts(column, rows, *year);
    return made;
}

records::IdentifierKind identifierKind(FieldKind kind) {
    switch (kind) {
        case FieldKind::nino:
            return records::IdentifierKind::nino;
        case FieldKind::upn:
            return records::IdentifierKind::upn;
        case FieldKind::nhsNumber:
            return records::IdentifierKind::nhsNumber;
        case FieldKind::pncId:
            return records::IdentifierKind::pncId;
        case FieldKind::uprn:
            return records::IdentifierKind::uprn;
        default:
            return records::IdentifierKind::postcode;
    }
}

// Postcodes of another country, or cut ones, are compared as they are, if most are such.
Made checkedValues(Rows& rows, FieldKind kind, std::size_t field, const Model* model) {
    Made made;
    Column& column = made.columns.emplace_back(newColumn(kind));
    const StringPool& texts = rows.texts(field);
    Numbers uses(texts.size(), 0);
    for (const std::uint32_t cell : rows.numbers(field))
        ++uses[cell];
    Numbers meaning(texts.size(), 0);
    std::uint64_t filled = 0;
    std::uint64_t invalid = 0;
    for (std::uint32_t cell = 1; cell < texts.size(); ++cell) {
        const auto checked = records::checkIdentifier(identifierKind(kind), texts.text(cell));
        filled += checked.state == records::IdentifierState::absent ? 0U : uses[cell];
        invalid += checked.state == records::IdentifierState::invalid ? uses[cell] : 0U;
        const bool sound = checked.state == records::IdentifierState::valid;
        // A pseudo postcode is never a home.
        if (kind != FieldKind::postcode || sound)
            meaning[cell] = add(column, checked.canonical, sound);
    }
    const bool mostlyInvalid = invalid * 2 > filled;
    if (kind == FieldKind::postcode && (model != nullptr ? !model->ukPostcodes : mostlyInvalid)) {
        made.ukPostcodes = false;
        column = newColumn(kind);
        for (std::uint32_t cell = 1; cell < texts.size(); ++cell)
            meaning[cell] = add(column, normalCode(texts.text(cell)), false);
    } else if (filled >= 20 && mostlyInvalid) {
        made.warnings.push_back(
            "more than half of the " + fieldName({kind, {}}) +
            " column breaks the identifier's own rules: such numbers are not compared");
    }
    fill(column, rows.numbers(field), meaning);
    return made;
}

Made plainValues(Rows& rows, std::size_t field, std::string (*normal)(std::string_view)) {
    Made made;
    const FieldSpec& spec = rows.fields()[field];
    fill(made.columns.emplace_back(newColumn(spec.kind, spec.name)), rows, field, normal);
    if (spec.kind == FieldKind::address)
        takeWords(made.columns, WordOrder::numbersFirst);
    return made;
}

using Task = std::function<Made(Rows&)>;

// In the order in which the columns stand in the table.
std::vector<Task> tasksFor(const Rows& rows, const Model* model) {
    std::vector<Task> tasks{givenNames, familyNames, birthDates};
    const auto addPlain = [&](std::size_t field, std::string (*normal)(std::string_view)) {
        tasks.emplace_back([=](Rows& all) { return plainValues(all, field, normal); });
    };
    constexpr std::array<std::pair<FieldKind, std::string (*)(std::string_view)>, 5> plain{
        {{FieldKind::sex, normalSex},
         {FieldKind::address, normalAddress},
         {FieldKind::town, normalName},
         {FieldKind::phone, normalPhone},
         {FieldKind::email, normalEmail}}};
    for (const auto& [kind, normal] : plain)
        if (const auto field = fieldOf(rows, kind))
            addPlain(*field, normal);
    for (std::size_t field = 0; field < rows.fields().size(); ++field) {
        const FieldKind kind = rows.fields()[field].kind;
        if (kind == FieldKind::text || kind == FieldKind::category)
            addPlain(field, normalAddress);
        if (kind == FieldKind::identifier)
            addPlain(field, normalCode);
    }
    for (const FieldKind kind : {FieldKind::postcode,
                                 FieldKind::uprn,
                                 FieldKind::nino,
                                 FieldKind::upn,
                                 FieldKind::nhsNumber,
                                 FieldKind::pncId})
        if (const auto field = fieldOf(rows, kind))
            tasks.emplace_back([=](Rows& all) { return checkedValues(all, kind, *field, model); });
    return tasks;
}

void describe(Column& column) {
    const std::uint32_t values = column.texts.size();
    column.hashes.reserve(values);
    column.letters.reserve(values);
    for (std::uint32_t value = 0; value < values; ++value) {
        const std::string_view text = column.texts.text(value);
        column.hashes.push_back(text.empty() ? 0 : hashOf(text));
        column.letters.push_back(letterCountOf(text));
    }
}

}  // namespace

base::Result<void> checkShape(const Rows& rows) {
    if (!rows.even())
        return base::fail(base::Code::malformed, "link", "the fields differ in length");
    for (std::size_t i = 0; i < rows.fields().size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (fieldName(rows.fields()[k]) == fieldName(rows.fields()[i]))
                return base::fail(
                    base::Code::malformed, fieldName(rows.fields()[i]), "the field is given twice");
    return {};
}

Columns readColumns(Rows& rows, const Model* model, unsigned threads) {
    const std::vector<Task> tasks = tasksFor(rows, model);
    std::vector<Made> made(tasks.size());
    eachTask(threads, tasks.size(), [&](std::size_t task) {
        made[task] = tasks[task](rows);
        for (Column& column : made[task].columns)
            describe(column);
    });
    for (std::size_t field = 0; field < rows.fields().size(); ++field)
        if (rows.fields()[field].kind != FieldKind::localId)
            rows.drop(field);
    Columns out;
    for (Made& one : made) {
        for (Column& column : one.columns) {
            column.at = out.columns.size();
            out.columns.push_back(std::move(column));
        }
        out.ukPostcodes = out.ukPostcodes && one.ukPostcodes;
        out.warnings.insert(out.warnings.end(), one.warnings.begin(), one.warnings.end());
    }
    return out;
}

}  // namespace linkage
