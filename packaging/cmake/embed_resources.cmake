# SPDX-License-Identifier: GPL-3.0-or-later
# Turns the text files under resources/ into one C++ source, so that every rank can read rules,
# layouts, mappings and schema without knowing where the program is installed.
function(embed_resources out)
    file(GLOB_RECURSE files CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/resources/schema/*.sql
        ${PROJECT_SOURCE_DIR}/resources/*.toml
        ${PROJECT_SOURCE_DIR}/resources/*.csv
        ${PROJECT_SOURCE_DIR}/resources/*.md)
    set(source ${PROJECT_BINARY_DIR}/embedded_resources.cpp)
    string(REPLACE ";" "\n" lines "${files}")
    file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/resource_files.txt CONTENT "${lines}\n")
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND}
            -DLIST=${PROJECT_BINARY_DIR}/resource_files.txt
            -DROOT=${PROJECT_SOURCE_DIR}/resources
            -DOUT=${source}
            -P ${PROJECT_SOURCE_DIR}/packaging/cmake/write_resources.cmake
        DEPENDS ${files} ${PROJECT_BINARY_DIR}/resource_files.txt
                ${PROJECT_SOURCE_DIR}/packaging/cmake/write_resources.cmake
        COMMENT "Embedding resources" VERBATIM)
    set(${out} ${source} PARENT_SCOPE)
endfunction()
