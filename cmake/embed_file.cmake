# SPDX-License-Identifier: GPL-2.0-or-later
# Writes OUTPUT, a C++ file that holds the bytes of INPUT as SYMBOL.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
# String literals of 64 bytes each: compilers limit the length of one literal. One replacement, not
# a loop of substrings: that took a second for every 100 KB.
set(byte "\\\\x[0-9a-f][0-9a-f]")
set(eight "${byte}${byte}${byte}${byte}${byte}${byte}${byte}${byte}")
string(REGEX REPLACE "(${eight}${eight}${eight}${eight}${eight}${eight}${eight}${eight})"
       "\\1\"\n    \"" lines "${escaped}")
string(LENGTH "${escaped}" length)
set(lines "    \"${lines}\"\n")
math(EXPR bytes "${length} / 4")
file(WRITE ${OUTPUT}
  "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n#include <string_view>\nnamespace idsearch::embedded {\n"
  "extern const std::string_view ${SYMBOL};\n"
  "const std::string_view ${SYMBOL}(\n${lines}    , ${bytes});\n}\n")
