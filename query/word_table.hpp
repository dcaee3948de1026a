// SPDX-License-Identifier: GPL-2.0-or-later
// A table of names that a query may hold, looked up word by word without reading it through: lines
//   folded words parted by blanks, a tab, what the name stands for
// sorted by bytes. Made when the program is built (make_word_tables.cpp), so that a search pays for
// the lines that it touches only.
#ifndef IDSEARCH_QUERY_WORD_TABLE_HPP
#define IDSEARCH_QUERY_WORD_TABLE_HPP

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idsearch::query {

/// Views into the table.
struct TableRow {
  std::string_view words, payload;
};

class WordTable {
 public:
  /// `lines` as word_table_of() gives them; they must outlive the table.
  explicit WordTable(std::string_view lines) : lines_(lines) {}

  /// Rows whose first word is this one, sorted.
  std::vector<TableRow> rows_beginning(std::string_view first_word) const;

 private:
  std::string_view lines_;
};

/// Lines of a table out of pairs of words and payload; equal lines become one.
std::string word_table_of(const std::vector<std::pair<std::string, std::string>>& rows);

/// The words of a name as a table holds them: folded, one blank between two, of a hyphenated word
/// the joined form. Empty when there is no word.
std::string table_words(std::string_view name);

/// Without the -s or -ies of a plural; the word itself where it has none. Only words of ASCII
/// letters, and without knowing the language: a guess to look up, not to show.
std::string singular(std::string_view folded);

/// The plural in -s or -ies; empty for what is one already and for words with other characters.
std::string plural(std::string_view folded);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_WORD_TABLE_HPP
