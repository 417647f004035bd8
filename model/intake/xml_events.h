// SPDX-License-Identifier: GPL-3.0-or-later
// XML as a stream of elements and text, over expat: UTF-8 throughout, the parser
// never holds more than the piece it reads, and it can stop after any element and go on from there.
//
// Nothing is expanded and nothing fetched: a document type declaration, and with it every entity of
// the sender's own, is refused, as are elements nested deeper or tags longer than any partner's
// file has.
#pragma once

#include "base/result.h"
#include "intake/delimited_reader.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace intake {

// Names without their prefix: "x:row" is "row", "r:id" is "id".
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : m_pairs(pairs) {}

    // "" when it is not there.
    [[nodiscard]] std::string_view operator[](std::string_view name) const;
    // "1" and "true", as workbooks write yes.
    [[nodiscard]] bool flag(std::string_view name) const;

private:
    const char* const* m_pairs;
};

class XmlEvents;

// What the elements are for. The views live during the call only.
class XmlSink {
public:
    virtual ~XmlSink() = default;
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;

    // May come in several pieces.
    virtual void text(std::string_view) {}
};

class XmlEvents {
public:
    // `place` names the part for errors. The source gives pieces of moderate size (below 2 GiB).
    // The sink must outlive this.
    XmlEvents(std::string place, TextSource source, XmlSink& sink);

    // Reads on until the sink pauses (true) or the part ends (false). Fails with malformed (not
    // well-formed XML, too deep, too long a tag), refused (a document type), what the sink failed
    // with, or as the source does.
    [[nodiscard]] base::Result<bool> run();

    // For the sink, within one of its calls: stop here, and go on at the next run().
    void pause();
    // For the sink, within one of its calls: the line it speaks of, from 1.
    [[nodiscard]] std::int64_t line() const;
    // For the sink: stop for good with this error.
    void fail(base::Error error);

    struct Callbacks;  // what expat calls

private:
    struct Free {
        void operator()(XML_ParserStruct* parser) const;
    };

    enum class Next { feed, resume, ended };

    [[nodiscard]] base::Result<bool> feed();
    [[nodiscard]] base::Result<void> check();

    std::string m_place;
    TextSource m_source;
    XmlSink& m_sink;
    std::unique_ptr<XML_ParserStruct, Free> m_parser;
    std::string m_piece;
    std::uint64_t m_fed = 0;
    std::size_t m_depth = 0;
    Next m_next = Next::feed;
    bool m_paused = false;
    std::unique_ptr<base::Error> m_error;
};

// Reads a whole part that needs no pauses.
[[nodiscard]] base::Result<void> readXml(const std::string& place,
                                         TextSource source,
                                         XmlSink& sink);

}  // namespace intake
