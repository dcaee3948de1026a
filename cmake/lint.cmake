# SPDX-License-Identifier: GPL-2.0-or-later
# The target `lint`: clang-format and clang-tidy over the rooms, without compiling them (that is what
# the other presets do, and a third of the time).
find_program(CLANG_FORMAT NAMES clang-format REQUIRED)
find_program(RUN_CLANG_TIDY NAMES run-clang-tidy REQUIRED)
file(GLOB_RECURSE idsearch_sources CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/bench/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/include/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/indexer/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/packaging/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/query/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/store/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/tests/*.[ch]pp
  ${PROJECT_SOURCE_DIR}/text/*.[ch]pp)
add_custom_target(lint
  COMMAND ${CLANG_FORMAT} --dry-run --Werror ${idsearch_sources}
  # Files eight at a time (CMAKE_UNITY_BUILD): most of the time goes into their headers.
  COMMAND ${RUN_CLANG_TIDY} -quiet -p ${PROJECT_BINARY_DIR}
    ^${PROJECT_BINARY_DIR}/[a-z]+/CMakeFiles/[a-z_-]+[.]dir/Unity/unity_[0-9]+_cxx[.]cxx$
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
  USES_TERMINAL VERBATIM)
