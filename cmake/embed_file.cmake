# SPDX-License-Identifier: GPL-2.0-or-later
# Writes OUTPUT, a C++ file that holds the bytes of INPUT as SYMBOL.
file(READ ${INPUT} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" escaped "${hex}")
# String literals of 64 bytes each: compilers limit the length of one literal.
string(LENGTH "${escaped}" length)
set(lines "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${escaped}" ${at} 256 piece)
  string(APPEND lines "    \"${piece}\"\n")
  math(EXPR at "${at} + 256")
endwhile()
if(lines STREQUAL "")
  set(lines "    \"\"\n")
endif()
math(EXPR bytes "${length} / 4")
file(WRITE ${OUTPUT}
  "#include <string_view>\nnamespace idsearch::embedded {\n"
  "extern const std::string_view ${SYMBOL};\n"
  "const std::string_view ${SYMBOL}(\n${lines}    , ${bytes});\n}\n")
