// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_head.h"

#include "base/text.h"
#include "intake/xml_events.h"
#include "intake/xml_rows.h"
#include "intake/xml_text.h"

#include <algorithm>
#include <set>

namespace intake {

namespace {

constexpr std::size_t mostElements = 10'000;
constexpr std::size_t longestText = 1000;

std::string keyOf(std::string_view path) {
    return base::lowerAscii(path);
}

bool isLike(std::string_view text, std::string_view pattern) {
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(), [](char have, char want) {
               return want == '#' ? have >= '0' && have <= '9' : have == want;
           });
}

}  // namespace

// Walks through the head and stops at the first record.
class XmlHead::Reading final : public XmlSink {
public:
    Reading(XmlHead& head, const std::vector<std::string>& records) : m_head(head) {
        for (const std::string& record : records)
            m_records.insert(keyOf(record));
    }

    void begin(std::string_view name, const XmlAttributes&) override {
        m_path += "/" + keyOf(name);
        m_head.m_texts.try_emplace(m_path);
        if (m_records.contains(m_path) || m_head.m_texts.size() > mostElements)
            m_events->pause();
    }

    void end(std::string_view) override { m_path.erase(m_path.rfind('/')); }

    void text(std::string_view piece) override {
        if (std::string& text = m_head.m_texts[m_path]; text.size() < longestText)
            text += piece;
    }

    void stopThrough(XmlEvents& events) { m_events = &events; }

private:
    XmlHead& m_head;
    std::set<std::string> m_records;
    XmlEvents* m_events = nullptr;
    std::string m_path;
};

base::Result<XmlHead> XmlHead::read(const std::filesystem::path& path,
                                    const FileSurvey& survey,
                                    const std::vector<std::string>& records) {
    const auto source = XmlText::open(path, survey);
    if (!source)
        return base::fail(source.error());
    XmlHead head;
    Reading reading(head, records);
    XmlEvents events(
        path.filename().string(),
        [&](std::string& text) { return (*source)->append(text); },
        reading);
    reading.stopThrough(events);
    if (const auto stopped = events.run(); !stopped)
        return base::fail(atLine(stopped.error(), events.line()));
    for (auto& [place, text] : head.m_texts)
        text = base::trimmed(text);
    return head;
}

const std::string* XmlHead::text(std::string_view path) const {
    const auto found = m_texts.find(keyOf(path));
    return found == m_texts.end() ? nullptr : &found->second;
}

std::vector<std::string> XmlHead::unmet(const Mapping& mapping) const {
    std::vector<std::string> unmet;
    for (const std::string& each : mapping.recognisedBy) {
        const HeadCondition condition = headCondition(each);
        const std::string* found = text(condition.path);
        if (found == nullptr || (!condition.text.empty() &&
                                 base::lowerAscii(*found) != base::lowerAscii(condition.text)))
            unmet.push_back(each);
    }
    return unmet;
}

std::vector<TableNote> XmlHead::faults(const std::vector<HeadCheck>& checks) const {
    std::vector<TableNote> notes;
    for (const HeadCheck& check : checks) {
        const std::string* found = text(check.path);
        const std::string* begin = check.beginsWith.empty() ? nullptr : text(check.beginsWith);
        const bool fine = found != nullptr && !found->empty() &&
                          (check.like.empty() || isLike(*found, check.like)) &&
                          (begin == nullptr || found->starts_with(*begin));
        if (!fine)
            notes.push_back({{}, "bad-head", "'" + check.path + "': " + check.otherwise});
    }
    return notes;
}

}  // namespace intake
