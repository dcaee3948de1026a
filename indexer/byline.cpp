// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/byline.hpp"

#include <array>
#include <cstddef>
#include <string>

#include "indexer/among.hpp"
#include "indexer/characters.hpp"
#include "indexer/line_sentences.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// A dozen authors with their universities. Bytes.
constexpr std::size_t kLongestByline = 400;

// What somebody did, before "by".
constexpr auto kDone = std::to_array<std::string_view>(
    {"written",   "authored",     "prepared",      "reviewed",    "edited",
     "compiled",  "researched",   "drafted",       "contributed", "translated",
     "updated",   "last updated", "last reviewed", "last edited", "posted",
     "published", "research",     "text",          "submitted",   "peer reviewed"});

// What somebody is, before a colon.
constexpr auto kRoles = std::to_array<std::string_view>({"author",
                                                         "authors",
                                                         "author(s)",
                                                         "lead author",
                                                         "lead authors",
                                                         "contributor",
                                                         "contributors",
                                                         "contributor(s)",
                                                         "contributing author",
                                                         "contributing authors",
                                                         "editor",
                                                         "editors",
                                                         "editor(s)",
                                                         "reviewer",
                                                         "reviewers",
                                                         "reviewer(s)",
                                                         "peer reviewer",
                                                         "peer reviewers",
                                                         "researcher",
                                                         "researchers",
                                                         "lead researcher",
                                                         "translator",
                                                         "translators",
                                                         "country expert",
                                                         "country experts",
                                                         "byline"});

// Words in small letters among names and offices.
constexpr auto kSmallWords = std::to_array<std::string_view>(
    {"with",         "from",        "team",       "staff",   "editor",
     "editors",      "author",      "authors",    "lead",    "research",
     "researcher",   "researchers", "assistance", "support", "contributions",
     "contribution", "students",    "student",    "member",  "members",
     "director",     "professor",   "lecturer",   "fellow",  "lawyer",
     "lawyers",      "attorney",    "consultant", "intern",  "interns",
     "assistant",    "assistants",  "and"});

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = text::ascii_lower(c);
  return out;
}

// Names, offices, a date: every longer word in small letters is one that stands between names.
bool reads_as_names(std::string_view text) {
  constexpr std::size_t kShortestLong = 4;
  const char32_t first = first_character(text).code;
  if (!is_letter(first) || has_sentence_within(text)) return false;
  bool capital = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at, letters = 0;
    for (Character c = character_at(text, end); is_letter(c.code); c = character_at(text, end)) {
      end += c.length;
      ++letters;
    }
    if (letters == 0) {
      at += character_at(text, at).length;
      continue;
    }
    const bool small = is_small_letter(character_at(text, at).code);
    capital = capital || !small;
    const bool known = is_among(kSmallWords, text.substr(at, end - at));
    if (small && letters >= kShortestLong && !known) return false;
    at = end;
  }
  return capital;
}

bool begins_with_word(std::string_view line, std::string_view lower) {
  return starts_with_ignoring_case(line, lower) && line.size() > lower.size() &&
         is_gap(character_at(line, lower.size()).code);
}

std::string_view behind(std::string_view line, std::size_t length) {
  line.remove_prefix(length);
  line.remove_prefix(leading_blanks(line));
  if (line.starts_with(':')) line.remove_prefix(1);
  line.remove_prefix(leading_blanks(line));
  return line;
}

}  // namespace

bool is_byline(std::string_view line) {
  if (line.empty() || line.size() > kLongestByline) return false;
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos) {
    const std::string label = in_small_letters(text::trim(line.substr(0, colon)));
    const std::string_view value = text::trim(line.substr(colon + 1));
    if (is_among(kRoles, label)) return !value.empty() && !has_sentence_within(value);
  }
  if (begins_with_word(line, "by") || starts_with_ignoring_case(line, "by:")) {
    // "By Law" is none; a person has two names.
    const std::string_view names = behind(line, 2);
    return !is_small_letter(first_character(names).code) && reads_as_names(names) &&
           names.find(' ') != std::string_view::npos;
  }
  for (const std::string_view done : kDone) {
    if (!begins_with_word(line, done)) continue;
    const std::string_view by = behind(line, done.size());
    if (begins_with_word(by, "by") || starts_with_ignoring_case(by, "by:"))
      return reads_as_names(behind(by, 2));
  }
  return false;
}

}  // namespace idsearch::indexer
