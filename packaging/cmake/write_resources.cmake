# SPDX-License-Identifier: GPL-3.0-or-later
# Run by embed_resources.cmake: the bytes are pulled in by the assembler (.incbin), so the size of a
# resource costs nothing at compile time.
file(STRINGS ${LIST} files)
set(assembly "")
set(table "")
set(externs "")
set(number 0)
foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${ROOT} ${file})
    string(APPEND assembly
        "    \".global ff_resource_${number}_begin\\nff_resource_${number}_begin:\\n\"\n"
        "    \".incbin \\\"${file}\\\"\\n\"\n"
        "    \".global ff_resource_${number}_end\\nff_resource_${number}_end:\\n.byte 0\\n\"\n")
    string(APPEND externs
        "extern const char ff_resource_${number}_begin[];\nextern const char ff_resource_${number}_end[];\n")
    string(APPEND table
        "    {\"${name}\", ff_resource_${number}_begin, ff_resource_${number}_end},\n")
    math(EXPR number "${number} + 1")
endforeach()
file(WRITE ${OUT}
"// Generated from resources/; do not edit.
#include \"base/resources.h\"
__asm__(
    \".section .rodata\\n\"
${assembly}    \".text\\n\");
extern \"C\" {
${externs}}
namespace base::detail {
const EmbeddedFile embeddedFiles[] = {
${table}    {\"\", nullptr, nullptr},
};
const unsigned embeddedFileCount = ${number};
}  // namespace base::detail
")
