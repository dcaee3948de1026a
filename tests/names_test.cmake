# SPDX-License-Identifier: GPL-2.0-or-later
# No two files of a room may have a type of the same name, no room one that the public headers have,
# and no two files a function with the same name and parameters: the sanitizer and lint presets compile files of a room together, and which ones
# changes with every new file.
#   cmake -DROOT=<source> -P names_test.cmake
cmake_policy(VERSION 3.25)

# What starts at the first column is at the level of the namespace (.clang-format sees to it).
set(type "^(struct|class|enum class|enum) ([A-Za-z_]+)( final)?( : [^;{]*)? {")
set(function "^[A-Za-z][A-Za-z_:<>,*& ]* [*&]?([a-z_]+\\([^;{}]*\\)) (const |noexcept )?{")

set(faults "")
foreach(room text store indexer query)
  file(GLOB files RELATIVE ${ROOT}
    ${ROOT}/include/idsearch/*.hpp ${ROOT}/${room}/*.hpp ${ROOT}/${room}/*.cpp)
  list(FILTER files EXCLUDE REGEX "/main\\.cpp$|/make_[a-z_]+\\.cpp$")
  foreach(file ${files})
    file(STRINGS ${ROOT}/${file} lines REGEX "${type}|${function}")
    foreach(line IN LISTS lines)
      if(line MATCHES "${type}")
        set(name "${CMAKE_MATCH_2}")
      elseif(line MATCHES "${function}")
        set(name "${CMAKE_MATCH_1}")
      else()
        continue()
      endif()
      string(MAKE_C_IDENTIFIER "${name}" key)
      if(DEFINED owner_${room}_${key} AND NOT owner_${room}_${key} STREQUAL file)
        list(APPEND faults "${name}: ${owner_${room}_${key}} and ${file}")
      endif()
      set(owner_${room}_${key} ${file})
    endforeach()
  endforeach()
endforeach()
if(faults)
  list(JOIN faults "\n  " text)
  message(FATAL_ERROR "Names that two files of a room share:\n  ${text}")
endif()
