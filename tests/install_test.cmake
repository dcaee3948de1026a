# SPDX-License-Identifier: GPL-2.0-or-later
# Installs the built package aside and uses it as an outsider would: every public header compiles
# by itself, find_package and pkg-config lead to a program that searches, nothing foreign is shown.
#   cmake -DBUILD=<build> -DSOURCE=<source> -DWORK=<scratch> -DCXX=<compiler> -DFLAGS=<flags>
#         -DGENERATOR=<generator>
#         -P install_test.cmake
cmake_policy(VERSION 3.25)
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE out ERROR_VARIABLE out)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
set(prefix ${WORK}/prefix)
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
separate_arguments(flags UNIX_COMMAND "${FLAGS}")

file(GLOB headers ${prefix}/include/idsearch/*.hpp)
foreach(header ${headers})
  get_filename_component(name ${header} NAME)
  file(WRITE ${WORK}/alone.cpp "#include <idsearch/${name}>\n#include <idsearch/${name}>\n")
  run(${CXX} -std=c++20 -Wall -Wextra -Werror -fsyntax-only -I${prefix}/include ${WORK}/alone.cpp)
  run(${CXX} -std=c++20 -M -I${prefix}/include ${WORK}/alone.cpp)
  if(out MATCHES "xapian|unicode/|boost|nlohmann|toml")
    message(FATAL_ERROR "${name} shows a foreign header:\n${out}")
  endif()
endforeach()

file(GLOB library ${prefix}/lib*/libidsearch.so ${prefix}/lib*/*/libidsearch.so)
run(nm -D --defined-only -C ${library})
string(REGEX MATCHALL "[^\n]+" symbols "${out}")
foreach(symbol ${symbols})
  if(NOT symbol MATCHES " [TVWBDRuA] (typeinfo (name )?for |vtable for |guard variable for )?idsearch::"
     AND symbol MATCHES " T ")
    message(FATAL_ERROR "the library shows ${symbol}")
  endif()
endforeach()

set(index ${WORK}/index)
set(corpus ${SOURCE}/corpus/profiles)
run(${CMAKE_COMMAND} -S ${SOURCE}/tests/embed -B ${WORK}/example -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${CXX} "-DCMAKE_CXX_FLAGS=${FLAGS}")
run(${CMAKE_COMMAND} --build ${WORK}/example)
run(${WORK}/example/example ${corpus} ${index} "biometric database")
if(NOT out MATCHES "north-korea/law/" OR NOT out MATCHES "stimson.org")
  message(FATAL_ERROR "the example did not cite its source:\n${out}")
endif()

file(GLOB pc_dir ${prefix}/lib*/pkgconfig ${prefix}/lib*/*/pkgconfig)
set(ENV{PKG_CONFIG_PATH} ${pc_dir})
run(pkg-config --cflags --libs idsearch)
string(STRIP "${out}" pc)
separate_arguments(pc UNIX_COMMAND "${pc}")
get_filename_component(lib_dir ${library} DIRECTORY)
run(${CXX} -std=c++20 ${flags} ${SOURCE}/tests/embed/example.cpp -o ${WORK}/by-pkg-config ${pc}
    -Wl,-rpath,${lib_dir})
run(${WORK}/by-pkg-config ${corpus} ${index} "biometric database")

# An error crosses the border as idsearch::Error and nothing else.
execute_process(COMMAND ${WORK}/example/example ${WORK}/no-such-corpus ${WORK}/none x
  RESULT_VARIABLE status ERROR_VARIABLE out OUTPUT_QUIET)
if(NOT status EQUAL 2 OR NOT out MATCHES "no-such-corpus")
  message(FATAL_ERROR "a missing corpus gave ${status}: ${out}")
endif()
