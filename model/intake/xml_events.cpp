// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_events.h"

#include <cassert>
#include <expat.h>
#include <limits>
#include <new>

namespace intake {

namespace {

constexpr std::size_t deepest = 64;
constexpr std::uint64_t longestTag = 1U << 20U;

std::string_view localName(const char* name) {
    const std::string_view whole(name);
    const std::size_t colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char* const* at = m_pairs; *at != nullptr; at += 2)
        if (localName(*at) == name)
            return at[1];
    return {};
}

bool XmlAttributes::flag(std::string_view name) const {
    const std::string_view value = (*this)[name];
    return value == "1" || value == "true";
}

struct XmlEvents::Callbacks {
    static XmlEvents& of(void* self) { return *static_cast<XmlEvents*>(self); }

    static void begin(void* self, const char* name, const char** attributes) {
        XmlEvents& events = of(self);
        if (events.m_error)
            return;
        if (++events.m_depth > deepest) {
            events.fail({base::Code::malformed, events.m_place, "has elements nested too deep"});
            return;
        }
        events.m_sink.begin(localName(name), XmlAttributes(attributes));
    }

    static void end(void* self, const char* name) {
        XmlEvents& events = of(self);
        if (events.m_error)
            return;
        --events.m_depth;
        events.m_sink.end(localName(name));
    }

    static void text(void* self, const char* text, int length) {
        XmlEvents& events = of(self);
        if (!events.m_error)
            events.m_sink.text({text, static_cast<std::size_t>(length)});
    }

    static void documentType(void* self, const char*, const char*, const char*, int) {
        XmlEvents& events = of(self);
        events.fail(
            {base::Code::refused,
             events.m_place,
             "is refused: it declares a document type, which no partner's file needs and which "
             "could make it grow without end"});
    }
};

void XmlEvents::Free::operator()(XML_ParserStruct* parser) const {
    XML_ParserFree(parser);
}

XmlEvents::XmlEvents(std::string place, TextSource source, XmlSink& sink)
    : m_place(std::move(place)),
      m_source(std::move(source)),
      m_sink(sink),
      m_parser(XML_ParserCreate(nullptr)) {
    if (m_parser == nullptr)
        throw std::bad_alloc();
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), &Callbacks::begin, &Callbacks::end);
    XML_SetCharacterDataHandler(m_parser.get(), &Callbacks::text);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), &Callbacks::documentType);
}

void XmlEvents::pause() {
    m_paused = true;
    XML_StopParser(m_parser.get(), XML_TRUE);
}

std::int64_t XmlEvents::line() const {
    return static_cast<std::int64_t>(XML_GetCurrentLineNumber(m_parser.get()));
}

void XmlEvents::fail(base::Error error) {
    if (m_error)
        return;
    m_error = std::make_unique<base::Error>(std::move(error));
    XML_StopParser(m_parser.get(), XML_FALSE);
}

base::Result<bool> XmlEvents::run() {
    for (;;) {
        if (m_next == Next::ended)
            return false;
        m_paused = false;
        if (m_next == Next::resume) {
            XML_ResumeParser(m_parser.get());
        } else if (auto fed = feed(); !fed) {
            return base::fail(fed.error());
        }
        if (auto fine = check(); !fine)
            return base::fail(fine.error());
        if (m_paused)
            return true;
    }
}

base::Result<bool> XmlEvents::feed() {
    m_piece.clear();
    const auto more = m_source(m_piece);
    if (!more)
        return base::fail(more.error());
    assert(m_piece.size() <= std::numeric_limits<int>::max());
    m_fed += m_piece.size();
    XML_Parse(m_parser.get(), m_piece.data(), static_cast<int>(m_piece.size()), *more ? 0 : 1);
    return true;
}

// What the parser says after a step, and so how to go on.
base::Result<void> XmlEvents::check() {
    if (m_error)
        return base::fail(*m_error);
    XML_ParsingStatus status;
    XML_GetParsingStatus(m_parser.get(), &status);
    if (status.parsing == XML_SUSPENDED) {
        m_next = Next::resume;
        return {};
    }
    if (XML_GetErrorCode(m_parser.get()) != XML_ERROR_NONE) {
        const bool cut = XML_GetErrorCode(m_parser.get()) == XML_ERROR_NO_ELEMENTS ||
                         status.finalBuffer == XML_TRUE;
        return base::fail(base::Code::malformed,
                          m_place,
                          cut ? "ends in the middle: it was cut short; ask for it to be sent again"
                              : "is not well-formed XML; it is damaged, ask for it to be sent "
                                "again");
    }
    if (status.finalBuffer == XML_TRUE) {
        m_next = Next::ended;
        return {};
    }
    m_next = Next::feed;
    const auto at = static_cast<std::uint64_t>(XML_GetCurrentByteIndex(m_parser.get()));
    if (m_fed > at && m_fed - at > longestTag)
        return base::fail(
            base::Code::malformed, m_place, "has a tag longer than any partner's file has");
    return {};
}

base::Result<void> readXml(const std::string& place, TextSource source, XmlSink& sink) {
    XmlEvents events(place, std::move(source), sink);
    const auto ended = events.run();
    if (!ended)
        return base::fail(ended.error());
    return {};
}

}  // namespace intake
