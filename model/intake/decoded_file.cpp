// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/decoded_file.h"

#include <algorithm>

namespace intake {

base::Result<bool> DecodedFile::append(std::string& text) {
    const auto more = m_file.read(m_piece);
    if (!more)
        return base::fail(more.error());
    if (!*more) {
        const std::size_t before = text.size();
        m_decoder.finish(text);
        return text.size() > before;
    }
    m_read += m_piece.size();
    std::string_view bytes = m_piece;
    bytes.remove_prefix(std::min(m_skip, bytes.size()));
    m_skip = 0;
    m_decoder.decode(bytes, text);
    return true;
}

}  // namespace intake
