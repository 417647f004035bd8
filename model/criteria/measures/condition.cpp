// SPDX-License-Identifier: GPL-3.0-or-later
#include "criteria/measures/condition.h"

#include "criteria/measures/reading.h"
#include "criteria/measures/words.h"

#include <algorithm>

namespace criteria {

namespace {

using records::FieldKind;

bool meets(const Condition& condition, const records::FieldValue& value) {
    switch (condition.test) {
        case Condition::Test::oneOf: {
            const std::string* code = records::textIn(value);
            return code != nullptr &&
                   std::find(condition.codes.begin(), condition.codes.end(), *code) !=
                       condition.codes.end();
        }
        case Condition::Test::isFlag:
            return records::flagIn(value) == condition.flag;
        case Condition::Test::atLeast:
            return records::numberIn(value).value_or(condition.number - 1) >= condition.number;
        case Condition::Test::atMost:
            return records::numberIn(value).value_or(condition.number + 1) <= condition.number;
    }
    return false;
}

std::vector<std::string> codesOf(const records::Field& field) {
    std::vector<std::string> codes;
    for (const records::CodeValue& code : field.codes)
        codes.emplace_back(code.code);
    return codes;
}

void addProblem(base::TomlTable& table, const base::TomlValue& where, std::string what) {
    table.problems().add(where, std::move(what));
}

void checkCode(base::TomlTable& table,
               const base::TomlValue& value,
               const records::Field& field,
               Condition& condition) {
    const std::vector<std::string> known = codesOf(field);
    if (value.kind != base::TomlValue::Kind::text)
        return addProblem(
            table, value, "'" + std::string(field.name) + "' must be a code in quotes");
    if (std::find(known.begin(), known.end(), value.text) == known.end())
        return addProblem(table,
                          value,
                          "'" + value.text + "' is not a code of '" + std::string(field.name) +
                              "'" + didYouMean(value.text, known));
    condition.codes.push_back(value.text);
}

void readCodes(base::TomlTable& table,
               const base::TomlValue& value,
               const records::Field& field,
               std::vector<Condition>& where,
               Condition condition) {
    condition.test = Condition::Test::oneOf;
    if (value.kind != base::TomlValue::Kind::array)
        checkCode(table, value, field, condition);
    for (const base::TomlValue& item : value.items)
        checkCode(table, item, field, condition);
    if (value.kind == base::TomlValue::Kind::array && value.items.empty())
        addProblem(table, value, "'" + std::string(field.name) + "' needs at least one code");
    where.push_back(std::move(condition));
}

void readBounds(base::TomlTable& table,
                const base::TomlValue& value,
                const records::Field& field,
                std::vector<Condition>& where,
                Condition condition) {
    const std::string name(field.name);
    if (value.kind != base::TomlValue::Kind::table)
        return addProblem(table, value, "'" + name + "' is a number: give { at_least = n }");
    base::TomlTable bounds(value, table.problems());
    const auto least = bounds.optionalNumber("at_least");
    const auto most = bounds.optionalNumber("at_most");
    if (!least && !most)
        bounds.problem("at_least", "'" + name + "' needs 'at_least' or 'at_most'");
    for (const auto& bound : {least, most})
        if (bound && !(*bound >= field.least && *bound <= field.most))
            addProblem(table, value, "'" + name + "' can never have this value");
    if (least)
        where.push_back({condition.field, Condition::Test::atLeast, {}, true, *least});
    if (most)
        where.push_back({condition.field, Condition::Test::atMost, {}, true, *most});
    bounds.finish();
}

void readCondition(base::TomlTable& table,
                   const base::TomlValue& value,
                   const records::Field& field,
                   std::size_t index,
                   std::vector<Condition>& where) {
    Condition condition;
    condition.field = index;
    switch (field.kind) {
        case FieldKind::code:
            return readCodes(table, value, field, where, condition);
        case FieldKind::integer:
        case FieldKind::decimal:
            return readBounds(table, value, field, where, condition);
        case FieldKind::flag:
            condition.test = Condition::Test::isFlag;
            condition.flag = value.flag;
            if (value.kind != base::TomlValue::Kind::flag)
                addProblem(table, value, "'" + std::string(field.name) + "' must be true or false");
            where.push_back(condition);
            return;
        case FieldKind::text:
        case FieldKind::date:
            break;
    }
    addProblem(table,
               value,
               "'" + std::string(field.name) + "' is free text or a date and can't be a condition");
}

std::string conditionInWords(const records::Field& field, const Condition& condition) {
    const std::string label = "whose " + inSentence(field.label);
    switch (condition.test) {
        case Condition::Test::oneOf: {
            std::vector<std::string> codes;
            for (const std::string& code : condition.codes)
                codes.push_back(inSentence(records::shown(field, code)));
            return label + " is " + listed(codes, "or");
        }
        case Condition::Test::isFlag:
            return "marked \"" + inSentence(field.label) + "\": " + (condition.flag ? "yes" : "no");
        case Condition::Test::atLeast:
            return label + " is at least " + number(condition.number);
        case Condition::Test::atMost:
            return label + " is at most " + number(condition.number);
    }
    return label;
}

}  // namespace

bool holds(const std::vector<Condition>& where, const records::Payload& payload) {
    return std::all_of(where.begin(), where.end(), [&](const Condition& condition) {
        return condition.field < payload.size() && meets(condition, payload[condition.field]);
    });
}

std::string valuesInWords(const Measure& measure, const records::Payload& payload) {
    std::string words;
    for (std::size_t i = 0; i < measure.where.size(); ++i) {
        const std::size_t index = measure.where[i].field;
        // at_least and at_most on one field come as neighbours and are one value.
        if (i > 0 && measure.where[i - 1].field == index)
            continue;
        const records::Field& field = measure.type->fields[index];
        words += words.empty() ? "" : "; ";
        words += std::string(field.label) + ": " + records::shown(field, payload[index]);
    }
    return words.empty() ? std::string(measure.type->label) : words;
}

std::string whereInWords(const Measure& measure) {
    std::string words;
    for (const Condition& condition : measure.where) {
        words += words.empty() ? " " : " and ";
        words += conditionInWords(measure.type->fields[condition.field], condition);
    }
    return words;
}

std::vector<Condition> readWhere(base::TomlTable& table, const records::RecordType* type) {
    std::vector<Condition> where;
    const auto entry = table.table("where");
    if (!entry || type == nullptr)
        return where;
    for (const auto& [name, value] : entry->source().entries) {
        if (const auto index = fieldNamed(table, value, *type, name))
            readCondition(table, value, type->fields[*index], *index, where);
    }
    return where;
}

}  // namespace criteria
