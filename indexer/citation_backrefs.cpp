// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_backrefs.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_pinpoints.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Digits at `at`, without leading zeros; `at` moves behind them. Empty when there are none.
std::string take_number(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  std::string_view number = text.substr(start, at - start);
  while (number.size() > 1 && number[0] == '0') number.remove_prefix(1);
  return std::string(number);
}

// "n", "n.", "fn", "note" and the blanks behind it; 0 when there is none. "n5" is written too.
std::size_t note_word(std::string_view text, std::size_t at) {
  std::size_t end = at + match_any(text, at, {"footnote", "note", "nota", "anm", "fn", "n"});
  if (end == at) {
    // "n5", "fn5"
    end = at;
    if (end < text.size() && to_lower(text[end]) == 'f') ++end;
    if (end >= text.size() || to_lower(text[end]) != 'n') return 0;
    ++end;
    if (end == text.size() || !is_digit(text[end])) return 0;
  }
  if (end < text.size() && text[end] == '.') ++end;
  return skip_blanks(text, end) - at;
}

// The most notes that one "(nn 2–7)" may name: wider ranges are rather years or pages.
constexpr std::size_t kWidestRange = 99;

// "iv" of "(n iv)", where endnotes have such labels.
std::string take_roman(std::string_view text, std::size_t& at) {
  constexpr std::size_t kLongest = 7;  // "xxxviii"
  std::size_t end = at;
  while (end < text.size() && one_of(text[end], "ivx")) ++end;
  if (end == at || end - at > kLongest) return {};
  if (end < text.size() && is_word_character(code_point_at(text, end).value)) return {};
  const std::string number(text.substr(at, end - at));
  at = end;
  return number;
}

// The numbers of "nn 2, 3", "nn 2–4 and 7"; empty when it is anything else.
std::vector<std::string> several_notes(std::string_view inner) {
  std::vector<std::string> numbers;
  std::size_t at = skip_blanks(inner, 0);
  const std::size_t length = match_any(inner, at, {"nn", "fns", "ffnn", "notes", "footnotes"});
  if (length == 0) return {};
  at += length;
  if (at < inner.size() && inner[at] == '.') ++at;
  std::size_t first = 0;  // of a range; 0 = none is open
  while (true) {
    at = skip_blanks(inner, at);
    const std::string number = take_number(inner, at);
    if (number.empty() || number.size() > 3) return {};
    const std::size_t value = std::stoul(number);
    if (first == 0) {
      numbers.push_back(number);
    } else {
      if (value <= first || value - first > kWidestRange) return {};
      for (std::size_t n = first + 1; n <= value; ++n) numbers.push_back(std::to_string(n));
    }
    at = skip_blanks(inner, at);
    if (at == inner.size()) return numbers;
    const CodePoint c = code_point_at(inner, at);
    if (c.value == '-' || c.value == 0x2010 || c.value == 0x2011 || c.value == 0x2013) {
      if (first != 0) return {};
      first = value;
      at += c.length;
      continue;
    }
    first = 0;
    const std::size_t before = at;
    if (c.value == ',' || c.value == '&') at = skip_blanks(inner, at + 1);
    at += match_word(inner, at, "and");
    if (at == before) return {};
  }
}

// "n 2–4": the notes of a range; empty when it is anything else.
std::vector<std::string> range_of_notes(std::string_view inner) {
  std::size_t at = note_word(inner, 0);
  if (at == 0) return {};
  const std::string first = take_number(inner, at);
  const CodePoint dash = code_point_at(inner, at);
  if (first.empty() || (dash.value != '-' && dash.value != 0x2013)) return {};
  at += dash.length;
  const std::string last = take_number(inner, at);
  if (last.empty() || at != inner.size()) return {};
  return several_notes("nn " + first + "-" + last);
}

// What brackets say: "n 12", "see note 12", "supra note 12", "nn 2, 3", "n 2 and n 3", "n 12, 34".
struct Inside {
  std::vector<std::string> numbers;
  std::string_view rest;  // behind a single number
};

// "n 2, n 3 and n 7"; empty when it is anything else.
std::vector<std::string> notes_one_by_one(std::string_view inner) {
  std::vector<std::string> numbers;
  std::size_t at = 0;
  while (true) {
    const std::size_t word = note_word(inner, at);
    if (word == 0) return {};
    at += word;
    const std::string number = take_number(inner, at);
    if (number.empty()) return {};
    numbers.push_back(number);
    at = skip_blanks(inner, at);
    if (at == inner.size()) return numbers;
    const std::size_t before = at;
    if (inner[at] == ',' || inner[at] == ';' || inner[at] == '&') at = skip_blanks(inner, at + 1);
    at = skip_blanks(inner, at + match_word(inner, at, "and"));
    if (at == before) return {};
  }
}

// "Cards, n 2": a note behind a short title; empty when it is anything else.
std::vector<std::string> behind_title(std::string_view inner) {
  constexpr std::size_t kLongest = 100;  // bytes
  if (inner.size() > kLongest) return {};
  const std::size_t comma = inner.rfind(',');
  if (comma == kEnd || comma == 0) return {};
  if (inner.substr(0, comma).find_first_of("0123456789") != kEnd) return {};
  const std::string_view rest = inner.substr(skip_blanks(inner, comma + 1));
  std::size_t at = note_word(rest, 0);
  if (at == 0) return {};
  std::string number = take_number(rest, at);
  if (number.empty() || skip_blanks(rest, at) != rest.size()) return {};
  return {std::move(number)};
}

Inside read_inside(std::string_view inner) {
  inner = inner.substr(leading_signals(inner));
  inner = inner.substr(skip_blanks(inner, 0));
  std::size_t direction = backward_word(inner, 0);
  if (direction == 0) direction = match_any(inner, 0, {"infra", "below", "ante"});
  if (direction != 0) {
    std::size_t at = direction;
    if (at < inner.size() && inner[at] == ',') ++at;
    inner = inner.substr(skip_blanks(inner, at));
  }
  std::size_t at = note_word(inner, 0);
  if (at == 0) {
    auto numbers = several_notes(inner);
    if (numbers.empty()) numbers = behind_title(inner);
    return {std::move(numbers), {}};
  }
  std::string number = take_number(inner, at);
  if (number.empty()) number = take_roman(inner, at);
  if (number.empty()) return {};
  at = skip_blanks(inner, at);
  if (const std::size_t length = backward_word(inner, at)) at = skip_blanks(inner, at + length);
  if (at == inner.size()) return {{number}, {}};
  if (auto numbers = notes_one_by_one(inner); !numbers.empty()) return {std::move(numbers), {}};
  if (auto numbers = range_of_notes(inner); !numbers.empty()) return {std::move(numbers), {}};
  const std::string_view rest = inner.substr(at);
  if (rest[0] == ',' || rest[0] == ':' || match_word(rest, 0, "at") != 0) return {{number}, rest};
  if (rest[0] == ';') return {{number}, rest.substr(1)};
  // "n 5 34", "n 5 para 12": behind a blank the place in the work follows.
  if (looks_like_pinpoint(rest)) return {{number}, rest};
  return {};
}

// "Roe, n 2, 5" without brackets: [at, end) is "n 2", a short name and a comma stand before it, and
// behind it nothing but a pinpoint.
bool is_behind_short_name(std::string_view part, std::size_t at, std::size_t end) {
  constexpr std::size_t kLongestName = 60;  // bytes
  const std::string_view name =
      text::trim(part.substr(leading_signals(part), at - std::min(at, leading_signals(part))));
  if (name.size() < 2 || name.size() > kLongestName || !name.ends_with(',')) return false;
  if (is_lower(name[0]) || name.find_first_of("0123456789()[]<>\"") != kEnd) return false;
  for (const std::string_view quote : {"‘", "“", "«"}) {
    if (name.find(quote) != kEnd) return false;
  }
  const std::string_view rest = clean_pinpoint(part.substr(end));
  return rest.empty() || looks_like_pinpoint(rest);
}

// Bytes of "above", "supra", "below", "infra" behind a note that is named without brackets.
std::size_t direction_word(std::string_view text, std::size_t at) {
  return match_any(text, at,
                   {"above", "supra", "below", "infra", "and accompanying text",
                    "and the accompanying text", "and text thereto", "and the text thereto"});
}

// Where "n 20 above" ends that begins at `at`; also "n 20" where the part has nothing else but a
// place ("See n 20, s 4."), or where "and n 21 above" follows. 0 when there is none.
std::size_t bare_reference(std::string_view part, std::size_t at, int most_following = 8) {
  const std::size_t word = note_word(part, at);
  if (word == 0) return 0;
  std::size_t end = at + word;
  const std::string number = take_number(part, end);
  if (number.empty() || number.size() > 3) return 0;
  const std::size_t next = skip_blanks(part, end);
  if (const std::size_t length = direction_word(part, next)) return next + length;
  std::size_t other = next;
  if (other < part.size() && part[other] == ',') other = skip_blanks(part, other + 1);
  other = skip_blanks(part, other + match_any(part, other, {"and"}));
  if (other > next && most_following > 0 && bare_reference(part, other, most_following - 1) != 0) {
    return end;
  }
  const std::string_view rest = clean_pinpoint(without_final_stop(part.substr(end)));
  const bool alone = leading_signals(part) == at && (rest.empty() || looks_like_pinpoint(rest));
  return alone || is_behind_short_name(part, at, end) ? end : 0;
}

// "nn 1–3 above", "supra notes 1 and 2", "See nn 1, 2.": the numbers, and where it ends; empty when
// it is anything else. `led`: "supra" stands before it.
std::vector<std::string> bare_references(std::string_view part, std::size_t at, bool led,
                                         std::size_t& end) {
  if (match_any(part, at, {"nn", "fns", "notes", "footnotes"}) == 0) return {};
  constexpr std::size_t kLongest = 60;  // bytes
  const std::string_view text = part.substr(at, kLongest);
  std::size_t stop = text.find_first_of("0123456789");
  if (stop == kEnd) return {};
  for (std::size_t i = stop; i < text.size();) {
    const CodePoint c = code_point_at(text, i);
    if (is_digit(text[i])) {
      stop = i + 1;
    } else if (const std::size_t word = match_word(text, i, "and")) {
      i += word;
      continue;
    } else if (!is_blank(c.value) && !one_of(text[i], ",&-") && c.value != 0x2013) {
      break;
    }
    i += c.length;
  }
  std::vector<std::string> numbers = several_notes(text.substr(0, stop));
  end = at + stop;
  const std::size_t next = skip_blanks(part, end);
  if (const std::size_t length = direction_word(part, next)) {
    end = next + length;
    return numbers;
  }
  const bool alone = leading_signals(part) == at && without_final_stop(part.substr(end)).empty();
  return alone || led ? numbers : std::vector<std::string>();
}

}  // namespace

std::size_t backward_word(std::string_view text, std::size_t at) {
  std::size_t length = match_any(
      text, at,
      {"supra", "above", "op cit", "op. cit", "op.cit", "loc cit", "loc. cit", "loc.cit"});
  if (length == 0) return 0;
  if (at + length < text.size() && text[at + length] == '.') ++length;
  return length;
}

std::vector<Found> find_references(std::string_view part, const std::vector<Span>& spans) {
  std::vector<Found> found;
  for (const Span& span : spans) {
    if (span.kind != Span::Kind::Round) continue;
    const auto inner = part.substr(span.inner_start, span.inner_end - span.inner_start);
    const Inside inside = read_inside(inner);
    for (const std::string& number : inside.numbers) {
      found.push_back({span.start, span.end, number, inside.numbers.size() > 1, inside.rest});
    }
  }
  // "supra note 5" by itself.
  const std::size_t in_brackets = found.size();
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    if (!is_word_character(code_point_at(part, at).value)) return 0;
    for (std::size_t i = 0; i < in_brackets; ++i) {
      if (at >= found[i].start && at < found[i].end) return found[i].end;
    }
    std::size_t length = backward_word(part, at);
    if (length == 0) length = match_any(part, at, {"infra", "below"});
    std::size_t several_end = 0;
    const std::size_t several_at = skip_blanks(part, at + length);
    const auto several = bare_references(part, several_at, length != 0, several_end);
    if (!several.empty()) {
      for (const std::string& number : several) {
        found.push_back({at, several_end, number, several.size() > 1, {}});
      }
      return several_end;
    }
    if (length == 0) {
      const std::size_t behind = bare_reference(part, at);
      if (behind == 0) return 0;
      std::size_t digits = at + note_word(part, at);
      found.push_back({at, behind, take_number(part, digits), false, {}});
      return behind;
    }
    std::size_t end = at + length;
    if (end < part.size() && part[end] == ',') ++end;
    end = skip_blanks(part, end);
    const std::size_t word = note_word(part, end);
    if (word == 0) return 0;
    end += word;
    const std::string number = take_number(part, end);
    if (number.empty() || is_word_character(code_point_at(part, end).value)) return 0;
    found.push_back({at, end, number, false, {}});
    return end;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.start < b.start; });
  return found;
}

}  // namespace idsearch::indexer
