// SPDX-License-Identifier: GPL-3.0-or-later
// An XML layout with several kinds of row, messages of it, and reading them.
#pragma once

#include "collected_delivery.h"
#include "tests/support/must.h"

#include <QtTest>

#include <string>
#include <string_view>
#include <vector>

namespace test {

inline constexpr const char* layout = R"(name = "visits"
version = "1"
agency = "social-care"
description = "Visits as XML."
dates = ["yyyy-mm-dd"]
local_id_series = "care-person"
recognised_by = ["/Message/Head/Kind = VISITS"]
record = "/Message/Children/Child"
not_received = ["/Message/Head", "Ethnicity", "Visit/Worker"]

[columns]
local_id = "Ids/Number"
sex = ["Ids/Sex", "Ids/Gender"]
birth_date = "Ids/Born"

[[head]]
path = "/Message/Head/Day"
like = "####-03-31"
begins_with = "/Message/Head/Year"
otherwise = "must be 31 March of the year"

[[table]]
name = "visits"
record_type = "social_care_episode"
rows = "Visit"
[table.columns]
start_date = "Visit/@day"
need_code = "Visit/Need"
[table.constants]
kind = "early-help"

[[table]]
name = "plans"
record_type = "social_care_episode"
rows = "Visit/Plan"
[table.columns]
start_date.first = ["Visit/Plan/Start", "Visit/Plan/Agreed"]
need_code = "Visit/Need"
[table.constants]
kind = "child-in-need"

[[table]]
name = "contacts"
record_type = "household"
rows = "Contact"
[table.columns]
surname = "Contact/Name"
phone.first = ["Contact/Phone"]
related_local_id = "Ids/Number"
relationship = "Contact/Is"
household_ref = "/Message/Head/Office"
address.join = ["Contact/Line"]
address.instead = ["Home/Line"]
address.instead_when = ["Contact/Same"]

[[table]]
name = "adoptions"
description = "adoptions."
rows = "Adoption"
refused_because = "adoption severs ties"
)";

inline std::string message(const std::string& children, const std::string& head = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Message><Head><Kind>VISITS</Kind>"
           "<Year>2026</Year><Day>2026-03-31</Day><Office>H1</Office>" +
           head + "</Head>\n<Children>\n" + children + "\n</Children></Message>\n";
}

inline std::string child(const std::string& inside, const std::string& number = "7") {
    return "<Child><Ids><Number>" + number + "</Number></Ids>" + inside + "</Child>";
}

struct XmlOutcome {
    base::Result<intake::DeliverySummary> summary = base::fail(base::Code::notFound, "", "");
    CollectedDelivery delivery;

    // The records of one kind: "early-help", "household".
    [[nodiscard]] std::vector<const records::SourceRecord*> of(std::string_view kind) const {
        std::vector<const records::SourceRecord*> found;
        for (const records::SourceRecord& record : delivery.records) {
            const auto field = record.type->indexOf("kind");
            const std::string* text = field ? records::textIn(record.payload[*field]) : nullptr;
            if (record.type->name == kind || (text != nullptr && *text == kind))
                found.push_back(&record);
        }
        return found;
    }
};

inline XmlOutcome read(const std::string& bytes) {
    static const std::vector<intake::Mapping> mappings =
        support::must(intake::readMappings(layout, "visits.toml"));
    TemporaryFiles files;
    XmlOutcome outcome;
    base::NoProgress quiet;
    intake::ReadRequest request{files.write("visits.xml", bytes),
                                standardAgreement(records::Agency::socialCare),
                                mappings,
                                std::nullopt,
                                receipt};
    outcome.summary = intake::readDelivery(request, outcome.delivery, quiet);
    return outcome;
}

inline std::string fieldOf(const records::SourceRecord& record, std::string_view field) {
    const std::size_t at = *record.type->indexOf(field);
    return records::shown(record.type->fields[at], record.payload[at]);
}

inline void addsUp(const XmlOutcome& outcome) {
    QVERIFY2(outcome.summary.has_value(),
             outcome.summary ? "" : base::describe(outcome.summary.error()).c_str());
    QCOMPARE(outcome.summary->rowsIn,
             outcome.summary->rowsAccepted + outcome.summary->rowsRejected);
    QCOMPARE(outcome.summary->rowsAccepted, std::int64_t(outcome.delivery.records.size()));
}

}  // namespace test
