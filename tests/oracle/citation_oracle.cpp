// SPDX-License-Identifier: GPL-2.0-or-later

#include "citation_oracle.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace idsearch::oracle {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr char32_t kNoBreakSpace = 0xA0;
constexpr char32_t kSingleOpen = 0x2018;
constexpr char32_t kSingleClose = 0x2019;
constexpr char32_t kDoubleOpen = 0x201C;
constexpr char32_t kDoubleClose = 0x201D;

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

std::string slice(std::string_view text, const CodePoints& points, std::size_t from,
                  std::size_t to) {
  return std::string(text.substr(points.offset[from], points.offset[to] - points.offset[from]));
}

// ’ between two letters or digits, as in State’s.
bool is_apostrophe(const CodePoints& points, std::size_t i) {
  return i > 0 && i + 1 < points.at.size() && is_word_character(points.at[i - 1]) &&
         is_word_character(points.at[i + 1]);
}

// For each opening quote, bracket and `<` the place of what closes it, else kNone. Worked out from
// right to left, because an opener steps over the closed ones inside it.
std::vector<std::size_t> closing_places(const CodePoints& points) {
  const auto& c = points.at;
  std::vector<std::size_t> closing(c.size(), kNone);
  for (std::size_t i = c.size(); i-- > 0;) {
    char32_t closer = 0;
    bool quote = false;
    switch (c[i]) {
      case U'<':
        closer = U'>';
        break;
      case U'"':
        closer = U'"';
        break;
      case U'(':
        closer = U')';
        break;
      case U'[':
        closer = U']';
        break;
      case kSingleOpen:
        closer = kSingleClose;
        quote = true;
        break;
      case kDoubleOpen:
        closer = kDoubleClose;
        quote = true;
        break;
      default:
        continue;
    }
    const bool flat = c[i] == U'<' || c[i] == U'"';
    for (std::size_t j = i + 1; j < c.size(); ++j) {
      if (c[j] == closer && !(closer == kSingleClose && is_apostrophe(points, j))) {
        closing[i] = j;
        break;
      }
      if (flat || closing[j] == kNone) continue;
      const bool bracket = c[j] == U'(' || c[j] == U'[' || c[j] == U'<';
      if (quote && bracket) continue;  // in a title a bracket is a letter like any other
      j = closing[j];
    }
  }
  return closing;
}

bool is_quote_or_url(char32_t c) {
  return c == U'<' || c == U'"' || c == kSingleOpen || c == kDoubleOpen;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

char32_t lower(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c + (c & 1);
  if (c >= 0x14A && c <= 0x177) return c | 1;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// How many of the leading words are signals (see, see also, see eg, cf) or lead from one source to
// the next (citing, quoted in).
std::size_t leading_signals(const std::vector<std::string>& words) {
  std::size_t n = 0;
  while (n < words.size()) {
    if (words[n] == "cf" || words[n] == "citing") {
      ++n;
    } else if (words[n] == "quoted" && n + 1 < words.size() && words[n + 1] == "in") {
      n += 2;
    } else if (words[n] == "see") {
      ++n;
      if (n < words.size() && (words[n] == "also" || words[n] == "eg")) ++n;
    } else {
      break;
    }
  }
  return n;
}

// `text` trimmed and without one final full stop; nothing if nothing is left.
std::optional<std::string> without_final_stop(std::string_view text) {
  std::string rest = trim(text);
  if (!rest.empty() && rest.back() == '.') rest.pop_back();
  rest = trim(rest);
  if (rest.empty()) return std::nullopt;
  return rest;
}

std::string without_leading_comma(std::string_view text) {
  std::string rest = trim(text);
  if (!rest.empty() && rest.front() == ',') rest = trim(std::string_view(rest).substr(1));
  return rest;
}

bool looks_like_pinpoint(std::string_view text) {
  const CodePoints points = decode(text);
  if (points.at.empty()) return false;
  if (is_digit(points.at[0]) || points.at[0] == U'§' || points.at[0] == U'¶') return true;
  if (points.at[0] == U'[' && points.at.size() > 1) return is_digit(points.at[1]);
  static constexpr std::array<std::string_view, 15> kWords = {
      "p",  "pp",  "para", "paras", "art",  "arts", "s",    "ss",
      "ch", "reg", "r",    "sch",   "note", "cl",   "annex"};
  const std::string lowered = lower_ascii(text);
  const auto letters =
      std::find_if_not(lowered.begin(), lowered.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const std::string word(lowered.begin(), letters);
  // A letter outside ASCII right after it makes it another word.
  const char32_t next = word.size() < points.at.size() ? points.at[word.size()] : U' ';
  if (next > 0x7F && is_word_character(next)) return false;
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::optional<std::string> pinpoint_after(std::string_view rest) {
  const auto pinpoint = without_final_stop(without_leading_comma(rest));
  if (!pinpoint || !looks_like_pinpoint(*pinpoint)) return std::nullopt;
  return pinpoint;
}

// Where in the text between two references the name of the second begins: after the first "and",
// "&" or comma that is not followed by more of a pinpoint. `cut` is where the first one ends.
struct Boundary {
  std::size_t cut;
  std::string name;
};
Boundary boundary_between(std::string_view between) {
  const std::array<std::string_view, 3> separators = {" and ", " & ", ","};
  for (std::size_t i = 0; i < between.size(); ++i) {
    for (const auto separator : separators) {
      if (between.substr(i, separator.size()) != separator) continue;
      std::string next = trim(between.substr(i + separator.size()));
      if (separator == "," && (next == "and" || next.starts_with("and "))) {
        next = trim(next.substr(3));
      }
      if (looks_like_pinpoint(next)) continue;
      return {i, next};
    }
  }
  return {0, trim(between)};
}

}  // namespace

bool is_white_space(char32_t c) {
  return c == U' ' || (c >= U'\t' && c <= U'\r') || c == kNoBreakSpace;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  }
  if (c <= 0xBF) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c >= 0x2000 && c <= 0x206F) return c == 0x200C || c == 0x200D;  // ZWNJ, ZWJ change letters
  if (c >= 0x3000 && c <= 0x3004) return false;
  if (c >= 0x3008 && c <= 0x3020) return false;
  return true;
}

CodePoints decode(std::string_view text) {
  CodePoints points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    std::size_t length = 1;
    char32_t value = lead;
    if (lead >= 0xC2 && lead < 0xE0) {
      length = 2;
      value = lead & 0x1F;
    } else if (lead >= 0xE0 && lead < 0xF0) {
      length = 3;
      value = lead & 0x0F;
    } else if (lead >= 0xF0 && lead < 0xF5) {
      length = 4;
      value = lead & 0x07;
    }
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0;
      if ((next & 0xC0) != 0x80) {
        length = 1;
        value = 0xFFFD;
        break;
      }
      value = (value << 6) | (next & 0x3F);
    }
    points.at.push_back(value);
    points.offset.push_back(i);
    i += length;
  }
  points.offset.push_back(text.size());
  return points;
}

std::string trim(std::string_view text) {
  const CodePoints points = decode(text);
  std::size_t from = 0;
  std::size_t to = points.at.size();
  while (from < to && is_white_space(points.at[from])) ++from;
  while (to > from && is_white_space(points.at[to - 1])) --to;
  return slice(text, points, from, to);
}

std::vector<std::string> split_parts(std::string_view note_text) {
  const CodePoints points = decode(note_text);
  const auto closing = closing_places(points);
  std::vector<std::string> parts;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    std::string part = trim(slice(note_text, points, begin, end));
    if (!part.empty()) parts.push_back(std::move(part));
  };
  for (std::size_t i = 0; i < points.at.size(); ++i) {
    if (closing[i] != kNone) {
      i = closing[i];
    } else if (points.at[i] == U';' && i + 1 < points.at.size() &&
               is_white_space(points.at[i + 1])) {
      add(i);
      begin = i + 1;
    }
  }
  add(points.at.size());
  return parts;
}

std::optional<Ibid> parse_ibid(std::string_view part) {
  std::string rest = trim(part);
  while (true) {
    const CodePoints points = decode(rest);
    std::size_t end = 0;
    while (end < points.at.size() && is_word_character(points.at[end])) ++end;
    const std::string word = lower_ascii(slice(rest, points, 0, end));
    std::string_view after = std::string_view(rest).substr(points.offset[end]);
    const auto drop = [&after](char c) {
      if (after.starts_with(c)) after.remove_prefix(1);
    };
    if (word == "ibid") {
      drop('.');
      return Ibid{pinpoint_after(after)};
    }
    if (word != "see" && word != "also" && word != "cf" && word != "eg") return std::nullopt;
    drop('.');
    drop(',');
    rest = trim(after);
  }
}

std::vector<NoteReference> find_references(std::string_view part) {
  const CodePoints points = decode(part);
  const auto& c = points.at;
  const auto closing = closing_places(points);
  struct Place {
    std::size_t begin, end;  // code points, "(" to behind ")"
  };
  std::vector<Place> places;
  std::vector<NoteReference> references;
  for (std::size_t i = 0; i < c.size(); ++i) {
    if (closing[i] != kNone && is_quote_or_url(c[i])) {
      i = closing[i];
      continue;
    }
    if (c[i] != U'(' || i + 1 >= c.size() || c[i + 1] != U'n') continue;
    std::size_t digits = i + 2;
    while (digits < c.size() && is_white_space(c[digits])) ++digits;
    std::size_t end = digits;
    while (end < c.size() && is_digit(c[end])) ++end;
    if (end == digits || end >= c.size() || c[end] != U')') continue;
    NoteReference reference;
    reference.digits_begin = points.offset[digits];
    reference.digits_end = points.offset[end];
    int number = 0;
    const auto read = std::from_chars(part.data() + reference.digits_begin,
                                      part.data() + reference.digits_end, number);
    reference.number = read.ec == std::errc() ? number : -1;
    references.push_back(reference);
    places.push_back({i, end + 1});
    i = end;
  }
  for (std::size_t r = 0; r < references.size(); ++r) {
    if (r == 0) references[r].name = trim(slice(part, points, 0, places[r].begin));
    if (r + 1 == references.size()) {
      references[r].pinpoint = pinpoint_after(slice(part, points, places[r].end, c.size()));
    } else {
      const std::string between = slice(part, points, places[r].end, places[r + 1].begin);
      const Boundary boundary = boundary_between(between);
      references[r].pinpoint = pinpoint_after(std::string_view(between).substr(0, boundary.cut));
      references[r + 1].name = boundary.name;
    }
  }
  return references;
}

std::string renumber_references(std::string_view note_text,
                                const std::function<int(int)>& new_number) {
  // Quotes close within a part or not at all, so the whole note may be read as one part here.
  std::string out;
  std::size_t copied = 0;
  for (const auto& reference : find_references(note_text)) {
    out += note_text.substr(copied, reference.digits_begin - copied);
    out += std::to_string(new_number(reference.number));
    copied = reference.digits_end;
  }
  out += note_text.substr(copied);
  return out;
}

std::vector<std::string> compared_words(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char32_t c : decode(text).at) {
    if (is_word_character(c)) {
      if (!inside) words.emplace_back();
      append_utf8(words.back(), lower(c));
    }
    inside = is_word_character(c);
  }
  return words;
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words = compared_words(name);
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading_signals(words)));
  for (std::size_t i = 0; i + 1 < words.size();) {
    if (words[i] == "et" && words[i + 1] == "al") {
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i),
                  words.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    } else {
      ++i;
    }
  }
  return words;
}

bool occurs_in(const std::vector<std::string>& name, const std::vector<std::string>& source) {
  return std::search(source.begin(), source.end(), name.begin(), name.end()) != source.end() ||
         name.empty();
}

namespace {

std::vector<std::string> without_small_words(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const auto& word : words) {
    if (word != "the" && word != "a" && word != "an" && word != "of" && word != "on" &&
        word != "in" && word != "for" && word != "to" && word != "and" && word != "no") {
      kept.push_back(word);
    }
  }
  return kept;
}

}  // namespace

// Two words or more, all in one piece of the source between commas, brackets and quotes, in their
// order; a number of one or two digits right behind the word before it.
bool leaves_words_out(std::string_view name, std::string_view source) {
  const auto wanted = without_small_words(name_words(name));
  if (wanted.size() < 2) return false;
  for (const char32_t c : decode(name).at) {
    if (c >= 0x0E00) return false;  // scripts without blanks, and dashes and quotes
  }
  std::vector<std::string> pieces(1);
  const CodePoints points = decode(source);
  for (std::size_t i = 0; i < points.at.size(); ++i) {
    const char32_t c = points.at[i];
    if (c == U',' || c == U'(' || c == U'[' || c == U'<' || c == kSingleOpen || c == kDoubleOpen) {
      pieces.emplace_back();
    } else {
      append_utf8(pieces.back(), c);
    }
  }
  for (const auto& piece : pieces) {
    const auto words = without_small_words(compared_words(piece));
    std::size_t next = 0;
    std::size_t after = kNone;  // behind the last word found
    for (std::size_t i = 0; i < words.size() && next < wanted.size(); ++i) {
      if (words[i] != wanted[next]) continue;
      const bool number =
          is_digit(static_cast<unsigned char>(wanted[next][0])) && wanted[next].size() < 3;
      if (number && after != i) continue;
      after = i + 1;
      ++next;
    }
    if (next == wanted.size()) return true;
  }
  return false;
}

bool names_source(std::string_view name, std::string_view source) {
  const auto words = compared_words(source);
  if (occurs_in(name_words(name), words)) return true;
  if (name.find("\u2018") != std::string_view::npos ||
      name.find("\u201c") != std::string_view::npos ||
      name.find_first_of("'\"") != std::string_view::npos)
    return false;
  std::string list(name);
  for (const std::string_view separator : {" and ", " & ", ","})
    for (std::size_t at; (at = list.find(separator)) != std::string::npos;)
      list.replace(at, separator.size(), "\n");
  std::size_t surnames = 0;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find('\n', at), list.size());
    const auto surname = name_words(std::string_view(list).substr(at, end - at));
    if (!surname.empty()) {
      if (!occurs_in(surname, words)) return false;
      ++surnames;
    }
    at = end + 1;
  }
  return surnames > 1;
}

}  // namespace idsearch::oracle
