// SPDX-License-Identifier: GPL-3.0-or-later
// Proposing a mapping for a file that none reads: which record type it holds, which of its columns
// fills which of ours, what its dates and codes mean, each with the reason in words. What is not
// understood is proposed as not received. Headings tell by their words, columns by the look of
// their values; every pair of a column and a target gets a score and the best go first.
#pragma once

#include "intake/mapping.h"
#include "intake/proposal_words.h"
#include "records/agreement.h"
#include "records/file_look.h"
#include "records/mapping_draft.h"

#include <string>
#include <string_view>
#include <vector>

namespace intake {

struct ProposalRequest {
    const records::TableLook& look;
    const records::Agreement& agreement;
    const std::vector<Mapping>& known;  // shipped ones and those in use under the agreement
    const Synonyms& synonyms;
};

// For the record type that the file fits best among those the agreement permits. A file that a
// known mapping of the agency nearly reads gets the next version of that mapping, with what has
// changed. `knownAs` is set when one reads it as it stands.
[[nodiscard]] records::MappingDraft propose(const ProposalRequest& request);
// For a record type that a person chose.
[[nodiscard]] records::MappingDraft proposeAs(const ProposalRequest& request,
                                              const records::RecordType& type);
// The next version of a mapping of one table of text or sheet.
[[nodiscard]] records::MappingDraft proposeNext(const ProposalRequest& request,
                                                const Mapping& basis);

// A person says what a column fills ("" is not received): its dates and codes are proposed anew,
// and constants are brought in line.
void retarget(records::MappingDraft& draft,
              std::size_t column,
              const std::string& target,
              const ProposalRequest& request);

// The draft as a mapping. `basis` is the mapping it is the next version of, or null. Fails with
// malformed and everything that is missing or contradicts itself, a line each, in words.
[[nodiscard]] base::Result<Mapping> mappingOf(const records::MappingDraft& draft,
                                              const Mapping* basis);

}  // namespace intake
