# SPDX-License-Identifier: GPL-2.0-or-later
# idsearch_embed(TARGET SYMBOL FILE): compiles a text file in as
#   namespace idsearch::embedded { extern const std::string_view SYMBOL; }
function(idsearch_embed target symbol file)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DINPUT=${file} -DOUTPUT=${out}
            -P ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    DEPENDS ${file} ${PROJECT_SOURCE_DIR}/cmake/embed_file.cmake
    VERBATIM)
  set_source_files_properties(${out} PROPERTIES SKIP_LINTING ON)
  # Not there yet when clang-tidy reads the unity files.
  set_source_files_properties(${out} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_sources(${target} PRIVATE ${out})
endfunction()
