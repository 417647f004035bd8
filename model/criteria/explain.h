// SPDX-License-Identifier: GPL-3.0-or-later
// A plan in words for people: the same rules the assessment follows, said in sentences, so that
// help and the Plan screen can't drift from what is computed.
#pragma once

#include "criteria/plan.h"

#include <string>

namespace criteria {

// "at least 1 offence whose outcome is Convicted or Cautioned in the last 12 months"
[[nodiscard]] std::string measureInWords(const Measure& measure);
// "in the last 12 months", "in the last 3 completed school terms", "on the day of assessment"
[[nodiscard]] std::string windowInWords(const Window& window);
// "each child", "each parent, at home or not", "the household"
[[nodiscard]] std::string subjectInWords(const Indicator& indicator);
[[nodiscard]] std::string sourcesInWords(const Indicator& indicator);

// The whole plan as Markdown: headings, and each indicator with code, wording, rule, source and
// reference.
[[nodiscard]] std::string planMarkdown(const Plan& plan);

}  // namespace criteria
