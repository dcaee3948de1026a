// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_acronyms.hpp"

#include <algorithm>
#include <bitset>
#include <cstddef>
#include <optional>
#include <utility>

#include "indexer/citation_fields.hpp"
#include "indexer/citation_institutions.hpp"
#include "indexer/citation_short_titles.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// Judged: "ICRMW" has 5, "UNMISSOTPFEC" none has.
constexpr std::size_t kMostLetters = 12;
// As many names are compared; a citation with more is a list. Judged.
constexpr std::size_t kMostNames = 24;
constexpr std::size_t kMostNameWords = 40;

bool is_capital_letter(char32_t c) {
  return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
         (c >= 0x0391 && c <= 0x03A9) || (c >= 0x0400 && c <= 0x042F);
}

struct Letter {
  std::string compared;
  bool capital = false;
};
using Letters = std::vector<Letter>;

// The letters of a word; empty when there are too many, or something else.
Letters acronym_letters(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = code_point_at(word, at);
    if (letters.size() == kMostLetters || is_digit(word[at])) return {};
    letters.push_back(
        {text::comparison_key(word.substr(at, c.length)), is_capital_letter(c.value)});
    at += c.length;
  }
  return letters;
}

bool is_acronym_of(const Letters& letters) {
  return !letters.empty() && letters.front().capital &&
         std::ranges::count_if(letters, &Letter::capital) >= 2;
}

// Calls `visit(word, what stands before it)` for each run of word characters.
template <typename Visit>
void each_word(std::string_view text, const Visit& visit) {
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_word_character(c.value)) {
      before = c.value;
      at += c.length;
      continue;
    }
    std::size_t end = at;
    for (CodePoint next = c; next.length != 0 && is_word_character(next.value);
         next = code_point_at(text, end)) {
      end += next.length;
    }
    visit(at, end, before);
    before = 'x';
    at = end;
  }
}

struct Acronym {
  Letters letters;
  std::vector<std::string> words;
};

std::vector<Acronym> acronyms_in(std::string_view name) {
  std::vector<Acronym> found;
  Acronym dotted;  // "U.D.H.R."
  const auto finish = [&] {
    if (is_acronym_of(dotted.letters)) found.push_back(std::move(dotted));
    dotted = {};
  };
  std::size_t last = 0;
  each_word(name, [&](std::size_t at, std::size_t end, char32_t) {
    Letters letters = acronym_letters(name.substr(at, end - at));
    const bool goes_on = at == last + 1 && name[last] == '.';
    last = end;
    if (!goes_on || letters.size() != 1) finish();
    if (letters.size() == 1) {
      dotted.words.push_back(letters[0].compared);
      dotted.letters.push_back(std::move(letters[0]));
      return;
    }
    if (is_acronym_of(letters))
      found.push_back({std::move(letters), {text::comparison_key(name.substr(at, end - at))}});
  });
  finish();
  return found;
}

// Words that lead from one part of a title to the next, beside those of short titles; "all forms"
// of discrimination or violence are seldom counted.
bool may_be_left_out(const std::string& word, const std::string& before) {
  for (const std::string_view one :
       {"against", "relating", "concerning", "regarding", "from", "into", "all", "other", "its",
        "their", "между", "и", "о", "об", "в", "на", "по", "та", "про"}) {
    if (word == one) return true;
  }
  return is_small_word(word) || (word == "forms" && before == "all");
}

struct NameWord {
  std::string word;
  std::string initial;
  Letters acronym;        // when it is one itself
  bool link = false;      // a function word
  bool joined = false;    // to the word before it
  bool left_out = false;  // may be: "United Nations"
};

// Up to the first number, or behind it when the text begins with one ("1954 Convention").
std::vector<NameWord> full_name_words(std::string_view text) {
  std::vector<NameWord> words;
  bool ended = false;
  each_word(text, [&](std::size_t at, std::size_t end, char32_t before) {
    const std::string_view word = text.substr(at, end - at);
    ended = ended || words.size() == kMostNameWords;
    if (ended) return;
    if (has_digit(word)) {
      ended = !words.empty();
      return;
    }
    NameWord one;
    one.word = text::comparison_key(word);
    one.initial = text::comparison_key(word.substr(0, code_point_at(word, 0).length));
    one.link = may_be_left_out(one.word, words.empty() ? std::string() : words.back().word);
    one.joined = !words.empty() && (before == '-' || before == '\'' || before == 0x2019);
    const Letters letters = acronym_letters(word);
    if (is_acronym_of(letters) && std::ranges::all_of(letters, &Letter::capital))
      one.acronym = letters;
    // "CRC" of "United Nations Convention on the Rights of the Child"
    if (one.word == "nations" && !words.empty() && words.back().word == "united")
      one.left_out = words.back().left_out = true;
    one.left_out = one.left_out || one.word == "un";
    words.push_back(std::move(one));
  });
  // "Act No 5", "Act Cap 107"
  const auto announces_number = [](const std::string& word) {
    return word == "no" || word == "nr" || word == "n" || word == "cap" || word == "chapter" ||
           word == "nomor" || word == "number";
  };
  while (ended && !words.empty() && announces_number(words.back().word)) words.pop_back();
  return words;
}

bool abbreviates(const Letters& letters, const std::vector<NameWord>& words) {
  if (words.size() < 2) return false;
  std::bitset<kMostLetters + 1> reached;  // by number of letters used
  reached[0] = true;
  for (const NameWord& word : words) {
    std::bitset<kMostLetters + 1> next;
    for (std::size_t used = 0; used <= letters.size(); ++used) {
      if (!reached[used]) continue;
      if (word.link || word.joined || word.left_out) next[used] = true;
      if (used < letters.size() && letters[used].compared == word.initial &&
          (letters[used].capital || word.link)) {
        next[used + 1] = true;
      }
      const auto same = [](const Letter& a, const Letter& b) { return a.compared == b.compared; };
      const auto from = letters.begin() + static_cast<std::ptrdiff_t>(used);
      if (!word.acronym.empty() && word.acronym.size() <= letters.size() - used &&
          std::equal(word.acronym.begin(), word.acronym.end(), from, same)) {
        next[used + word.acronym.size()] = true;
      }
    }
    reached = next;
  }
  return reached[letters.size()];
}

// The title, the authors, and what stands before a bracket or quote, whole and between commas.
std::vector<std::string> names_in_full(std::string_view citation) {
  const Reference reference = read_reference(citation);
  std::vector<std::string> names = reference.authors;
  const auto add = [&](std::string_view name) {
    if (names.size() < kMostNames && !name.empty()) names.emplace_back(name);
  };
  // "Human Rights Watch and Initiative for Personal Rights" may not have been told apart.
  for (const std::string& author : reference.authors) {
    const std::size_t joint = author.find(" and ");
    if (joint == std::string::npos) continue;
    const std::string_view left = std::string_view(author).substr(0, joint);
    const std::string_view right = std::string_view(author).substr(joint + 5);
    if (!has_institution_word(left) || !has_institution_word(right)) continue;
    add(left);
    add(right);
  }
  if (reference.title) {
    add(*reference.title);
    add(std::string_view(*reference.title).substr(0, reference.title->find_first_of(":(")));
  }
  const std::string_view text = citation.substr(leading_signals(citation));
  std::size_t end = text.find_first_of("(<[\";");
  for (const std::string_view quote : {"‘", "“", "«"}) end = std::min(end, text.find(quote));
  const std::string_view head = text.substr(0, end);
  add(head);
  for (std::size_t at = 0; at < head.size() && head.find(',') != kEnd;) {
    const std::size_t comma = std::min(head.find(',', at), head.size());
    add(head.substr(at, comma - at));
    at = comma + 1;
  }
  return names;
}

}  // namespace

std::vector<std::vector<std::string>> acronyms_for(std::string_view name,
                                                   std::string_view citation) {
  std::vector<std::vector<std::string>> found;
  std::vector<Acronym> acronyms = acronyms_in(name);
  if (acronyms.empty()) return found;
  std::vector<std::vector<NameWord>> full;
  for (const std::string& one : names_in_full(citation)) full.push_back(full_name_words(one));
  for (Acronym& acronym : acronyms) {
    const bool known = std::ranges::any_of(
        full, [&](const auto& words) { return abbreviates(acronym.letters, words); });
    if (known) found.push_back(std::move(acronym.words));
  }
  return found;
}

}  // namespace idsearch::indexer
