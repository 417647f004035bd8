// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/link_columns.h"

#include "store/packed.h"

namespace store {

std::string packReasons(const std::vector<records::LinkReason>& reasons) {
    Packer packer;
    packer << reasons.size();
    for (const records::LinkReason& reason : reasons)
        packer << std::string_view(reason.field) << std::string_view(reason.level) << reason.weight;
    return packer.bytes();
}

std::vector<records::LinkReason> unpackReasons(std::string_view bytes) {
    Unpacker unpacker(bytes);
    std::vector<records::LinkReason> reasons(unpacker.count());
    for (records::LinkReason& reason : reasons) {
        reason.field = unpacker.text();
        reason.level = unpacker.text();
        reason.weight = unpacker.number();
    }
    return reasons;
}

}  // namespace store
