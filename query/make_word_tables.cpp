// SPDX-License-Identifier: GPL-2.0-or-later
// Runs while idsearch is built: corpus/thesaurus.toml and corpus/country-aliases.tsv to the tables
// that are compiled in.
//   make_word_tables THESAURUS THESAURUS_TABLE ALIASES COUNTRY_TABLE
#include <algorithm>
#include <cctype>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "query/thesaurus_file.hpp"
#include "query/word_table.hpp"
#include "text/country.hpp"

namespace {

using idsearch::query::table_words;

/// "UK", "U.K.", "KSA": short enough to be another word when it is not written in capitals.
bool needs_capitals(const std::string& name) {
  constexpr std::ptrdiff_t kMaxLetters = 3;
  std::ptrdiff_t letters = 0;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') {
      ++letters;
    } else if (c != '.') {
      return false;
    }
  }
  return letters <= kMaxLetters;
}

/// Payload: "KP", "KP,KR", and "!" before them where the name must be typed in capitals. Rows with
/// "#" and a code instead of words tell its usual name.
std::string country_table(const std::string& file) {
  std::vector<std::pair<std::string, std::string>> rows;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    const std::string name = line.substr(0, tab);
    const std::string codes = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    const std::string words = table_words(name);
    // "--" stays: the longest name wins, also where it is no country's.
    if (!words.empty()) rows.emplace_back(words, (needs_capitals(name) ? "!" : "") + codes);
    // Usual names that are not plain ASCII stand with ICU only.
    if (codes.size() != 2 || codes == "--") continue;
    const std::string usual = idsearch::text::country_name(codes);
    if (usual.empty()) throw std::runtime_error("ICU has no country " + codes);
    rows.emplace_back(table_words(usual), codes);
    rows.emplace_back("#" + codes, usual);
  }
  if (rows.empty()) throw std::runtime_error("no country in " + file);
  return idsearch::query::word_table_of(rows);
}

void write(const std::string& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  if (!out.flush()) throw std::runtime_error("cannot write " + file);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 5) throw std::runtime_error("usage: make_word_tables THESAURUS OUT ALIASES OUT");
    write(argv[2], idsearch::query::read_thesaurus(argv[1]));
    write(argv[4], country_table(argv[3]));
    return 0;
  } catch (const idsearch::Error& error) {
    std::cerr << error.message() << "\n";
  } catch (const std::exception& error) {
    std::cerr << error.what() << "\n";
  }
  return 1;
}
