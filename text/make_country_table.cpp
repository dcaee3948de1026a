// SPDX-License-Identifier: GPL-2.0-or-later
// Runs while idsearch is built: names of countries to the table that is compiled in.
//   make_country_table ALIASES NATIVE_NAMES TABLE
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "text/country_table.hpp"

namespace {

std::string content(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in || text.empty()) throw std::runtime_error(std::string("cannot read ") + file);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4) throw std::runtime_error("usage: make_country_table ALIASES NATIVE_NAMES TABLE");
    const std::string table =
        idsearch::text::make_country_table(content(argv[1]), content(argv[2]));
    std::ofstream out(argv[3], std::ios::binary | std::ios::trunc);
    if (!out.write(table.data(), static_cast<std::streamsize>(table.size())).flush())
      throw std::runtime_error(std::string("cannot write ") + argv[3]);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 1;
}
