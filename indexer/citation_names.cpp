// SPDX-License-Identifier: GPL-2.0-or-later
// Names of short references compared with full citations, word by word.
#include "indexer/citation_names.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_locator_words.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using Words = std::vector<std::string>;

// Longer texts are cut, so that comparing stays cheap on any input. Judged, not measured: the
// longest note of the sample has 42 words; a name has fewer than a note, and a note that explains
// may have some hundreds.
constexpr std::size_t kMaxNameWords = 200;
constexpr std::size_t kMaxSourceWords = 2000;

// Scripts written without blanks: each character counts as a word, so that a name is found in the
// middle of a run.
bool stands_alone(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0EFF) || (c >= 0x1000 && c <= 0x109F) ||
         (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

// Words that only say that a number follows, as compared ("N°", "Nº" and "№" are "n" and "no").
bool is_number_word(std::string_view word) {
  for (const std::string_view one : {"no", "nos", "n", "nr", "num", "number", "numbers", "numero",
                                     "nomor", "nombor", "so", "رقم"}) {
    if (word == one) return true;
  }
  return false;
}

bool begins_with_number(const std::string& word) {
  if (is_digit(word[0]) || is_other_digit(code_point_at(word, 0).value)) return true;
  return roman(word, 0) == word.size();
}

// "Law No 133" is also cited as "Law 133": without words before a number that only announce it, or
// with `in_place` instead of them.
Words without_number_words(Words words, const std::optional<std::string>& in_place) {
  Words kept;
  kept.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    // "n.º 5"
    const bool two = words[i] == "n" && i + 2 < words.size() && words[i + 1] == "o";
    const std::size_t next = two ? i + 2 : i + 1;
    if (next < words.size() && is_number_word(words[i]) && begins_with_number(words[next])) {
      i = next - 1;
      if (in_place) kept.push_back(*in_place);
      continue;
    }
    // "№5", "Nº5"
    if (words[i].size() > 2 && words[i].starts_with("no") && is_digit(words[i][2])) {
      words[i].erase(0, 2);
      if (in_place) kept.push_back(*in_place);
    }
    kept.push_back(std::move(words[i]));
  }
  return kept;
}

Words compared_words(std::string_view text,
                     const std::optional<std::string>& number_word = std::nullopt) {
  const std::string key = text::comparison_key(text);
  Words words;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint c = code_point_at(key, at);
    const std::string_view bytes = std::string_view(key).substr(at, c.length);
    if (!is_word_character(c.value)) {
      finish();
    } else if (stands_alone(c.value)) {
      finish();
      words.emplace_back(bytes);
    } else {
      word += bytes;
    }
    at += c.length;
  }
  finish();
  return without_number_words(std::move(words), number_word);
}

// "et al" anywhere, a final "and others", a final possessive "s" (given by `possessive`).
Words without_extras(Words words, bool possessive) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i + 1 < words.size() && words[i] == "et" &&
        (words[i + 1] == "al" || words[i + 1] == "alii")) {
      ++i;
    } else {
      if (kept != i) words[kept] = std::move(words[i]);
      ++kept;
    }
  }
  words.resize(kept);
  const std::size_t count = words.size();
  if (count > 2 && words[count - 2] == "and" && words[count - 1] == "others") {
    words.resize(count - 2);
  } else if (possessive && count > 1 && words.back() == "s") {
    words.pop_back();
  }
  return words;
}

bool ends_with_possessive(std::string_view name) {
  for (const std::string_view ending : {"’s", "'s"}) {
    if (name.ends_with(ending)) return true;
  }
  return false;
}

bool contains(const Words& source, const Words& words) {
  return std::search(source.begin(), source.end(), words.begin(), words.end()) != source.end();
}

bool thing_occurs(const Words& source, const Words& words) {
  if (words.empty()) return false;
  if (contains(source, words)) return true;
  if (words.size() < 2 || (words[0] != "the" && words[0] != "a" && words[0] != "an")) return false;
  return contains(source, Words(words.begin() + 1, words.end()));
}

bool is_year_word(const std::string& word) {
  return word.size() == 4 && std::all_of(word.begin(), word.end(), is_digit);
}

// "Citizenship Act (Bergland)" of "Citizenship Act 1955 (Bergland)".
bool occurs_but_for_years(const Words& source, const Words& words) {
  if (words.size() < 2 || std::ranges::any_of(words, is_year_word)) return false;
  Words timeless;
  for (const std::string& word : source)
    if (!is_year_word(word)) timeless.push_back(word);
  return timeless.size() < source.size() && thing_occurs(timeless, words);
}

// "B Manby", "JK Rowe" of "Bronwen Manby", "Jane Kay Rowe": initials and a family name.
bool occurs_with_given_names(const Words& source, const Words& words) {
  if (words.size() < 2 || words.back().size() < 2) return false;
  std::string initials;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i].size() > 2 || !std::ranges::all_of(words[i], is_lower)) return false;
    initials += words[i];
  }
  for (std::size_t at = initials.size(); at < source.size(); ++at) {
    if (source[at] != words.back()) continue;
    std::size_t same = 0;
    while (same < initials.size() &&
           source[at - initials.size() + same].starts_with(initials[same]))
      ++same;
    if (same == initials.size()) return true;
  }
  return false;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  for (CodePoint c = code_point_at(text, at); c.length != 0 && is_word_character(c.value);
       c = code_point_at(text, at)) {
    at += c.length;
  }
  return at;
}

// Cuts at quotes, commas, "&" and "and".
std::vector<Words> things_of(std::string_view name) {
  std::vector<Words> things;
  const auto add = [&](std::string_view text) {
    Words words = without_extras(compared_words(text), ends_with_possessive(text::trim(text)));
    if (!words.empty()) things.push_back(std::move(words));
  };
  std::size_t start = 0;
  char32_t before = ' ';
  const std::vector<Span> spans = citation_spans(name);
  auto span = spans.begin();
  for (std::size_t at = 0; at < name.size();) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at && span->kind == Span::Kind::Quote) {
      add(name.substr(start, at - start));
      add(name.substr(span->inner_start, span->inner_end - span->inner_start));
      start = at = span->end;
      before = ' ';
      continue;
    }
    const CodePoint c = code_point_at(name, at);
    std::size_t separator = c.value == ',' || c.value == '&' ? 1 : 0;
    if (separator == 0 && !is_word_character(before)) separator = match_word(name, at, "and");
    if (separator != 0) {
      add(name.substr(start, at - start));
      start = at = at + separator;
      before = ' ';
      continue;
    }
    before = c.value;
    at += c.length;
  }
  add(name.substr(start));
  if (things.size() < 2) things.clear();
  return things;
}

// What stands behind the last "see", "by" or "per", or behind the last sentence before the name.
std::string_view behind_leading_words(std::string_view name) {
  std::size_t behind = 0;
  char32_t before = ' ';
  const std::vector<Span> spans = citation_spans(name);
  auto span = spans.begin();
  for (std::size_t at = 0; at < name.size();) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at && span->kind == Span::Kind::Quote) {
      at = span->end;
      before = ' ';
      continue;
    }
    const CodePoint c = code_point_at(name, at);
    if (!is_word_character(before) && is_word_character(c.value)) {
      if (const std::size_t length = match_any(name, at, {"see also", "see", "by", "per", "cf"})) {
        behind = at + length;
      }
    } else if ((c.value == ':' || c.value == '.') && skip_blanks(name, at + 1) > at + 1) {
      behind = at + 1;
    }
    before = c.value;
    at += c.length;
  }
  return name.substr(behind == 0 ? name.size() : behind);
}

// A word of prose, not of names.
bool is_particle(const std::string& word) {
  for (const std::string_view one :
       {"the", "at", "to", "in", "on", "of", "for", "and", "with", "by"}) {
    if (word == one) return true;
  }
  return false;
}

// From the first to the last word that does not begin with a small letter of ASCII, outside of
// words that only begin a sentence; empty when there is none.
std::string_view between_small_words(std::string_view name) {
  constexpr std::size_t kYearDigits = 4;
  std::size_t first = kEnd, end = 0;
  bool counted = false;  // the word at hand
  char32_t before = ' ';
  const std::vector<Span> spans = citation_spans(name);
  auto span = spans.begin();
  for (std::size_t at = 0; at < name.size();) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at && span->kind == Span::Kind::Quote) {
      first = std::min(first, at);
      end = at = span->end;
      before = ' ';
      continue;
    }
    const CodePoint c = code_point_at(name, at);
    const bool inside = is_word_character(before) || before == '-' || before == '\'' ||
                        before == 0x2019;  // of a word: "al-Rashid"
    if (is_word_character(c.value) && !inside) {
      const std::size_t word_end = end_of_word(name, at);
      const bool small =
          is_lower(name[at]) ||
          (at == 0 && match_any(name, at,
                                {"the", "in", "as", "for", "on", "at", "per", "by", "under", "from",
                                 "following", "according", "but", "yet"}) != 0);
      // "found in section 6 of the Citizenship Act"
      const bool place = first == kEnd && is_digit(name[at]) && word_end - at < kYearDigits;
      counted = !small && !place;
      if (counted) {
        first = std::min(first, at);
        end = word_end;
      }
    } else if (before == '-' && counted) {
      end = std::max(end, end_of_word(name, at));  // "99-13"
    }
    before = c.value;
    at += c.length;
  }
  if (first == kEnd) return {};
  return name.substr(first, end - first);
}

}  // namespace

std::vector<std::string> words_with_number_signs(std::string_view text) {
  return compared_words(text, std::string());
}

bool is_run_of_characters(const std::string& word) {
  return stands_alone(code_point_at(word, 0).value);
}

std::vector<std::string> source_words(std::string_view citation) {
  std::string text;
  std::size_t from = 0;
  for (const Span& span : citation_spans(citation)) {
    if (span.kind != Span::Kind::Url) continue;
    text += citation.substr(from, span.start - from);
    from = span.end;
  }
  text += citation.substr(from);
  // URLs without < >.
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && !is_blank(static_cast<unsigned char>(text[at - 1])) && text[at - 1] != '(') {
      continue;
    }
    if (!begins_url(text, at)) continue;
    std::size_t end = at;
    while (end < text.size() && !is_blank(static_cast<unsigned char>(text[end]))) ++end;
    std::fill(text.begin() + static_cast<std::ptrdiff_t>(at),
              text.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end;
  }
  Words words = compared_words(text);
  if (words.size() > kMaxSourceWords) words.resize(kMaxSourceWords);
  return words;
}

Name read_name(std::string_view as_written) {
  // Behind the end of a sentence, ". But Roe (n 2)".
  as_written.remove_prefix(std::min(as_written.find_first_not_of(".,:;) "), as_written.size()));
  std::string_view name = text::trim(as_written.substr(leading_signals(as_written)));
  Name result;
  result.words = without_extras(compared_words(name), ends_with_possessive(name));
  if (result.words.size() > kMaxNameWords) {
    result.words.resize(kMaxNameWords);
  } else {
    result.things = things_of(name);
  }
  result.last =
      without_extras(compared_words(behind_leading_words(name)), ends_with_possessive(name));
  const std::string_view core = between_small_words(name);
  result.prose = core.empty() && std::any_of(result.words.begin(), result.words.end(), is_particle);
  if (core.size() < name.size()) result.core = without_extras(compared_words(core), false);
  return result;
}

bool words_occur_in(const std::vector<std::string>& words, const std::vector<std::string>& source) {
  return thing_occurs(source, words);
}

bool occurs_in(const Name& name, const std::vector<std::string>& source) {
  if (thing_occurs(source, name.words) || occurs_but_for_years(source, name.words) ||
      occurs_with_given_names(source, name.words)) {
    return true;
  }
  // "Doe 2012"
  const Words& words = name.words;
  const bool year = words.size() > 1 && is_year_word(words.back());
  if (year && contains(source, {words.back()}) &&
      thing_occurs(source, Words(words.begin(), words.end() - 1))) {
    return true;
  }
  return !name.things.empty() &&
         std::all_of(name.things.begin(), name.things.end(),
                     [&](const Words& thing) { return thing_occurs(source, thing); });
}

}  // namespace idsearch::indexer
