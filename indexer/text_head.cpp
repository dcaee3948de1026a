// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_head.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/byline.hpp"
#include "indexer/characters.hpp"
#include "indexer/item_prefix.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/title_country.hpp"
#include "indexer/updated_labels.hpp"
#include "indexer/updated_remarks.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Lines before "Last updated": flag, name, and whatever menu the extractor took along. A guess that
// is generous for the three lines seen.
constexpr std::size_t kMostHeadLines = 20;

std::string_view without_leading_blanks(std::string_view text) {
  return text.substr(leading_blanks(text));
}

bool is_flag(std::string_view line) { return line == "flag" || line == "Flag"; }

// No sentence and not as long as a paragraph: a name, or an entry of a menu. Names may be longer
// than headings ("… (sometimes referred to as …)").
bool is_head_line(std::string_view line) {
  return line.size() < 2 * kMostHeadingCharacters && !line_signs(line).ends_sentence;
}

bool may_be_name(std::string_view line) {
  // The name of a country is one in small letters too.
  if (text::country_code_of_name(line)) return true;
  return line_signs(line).may_be_heading && known_heading(line) == nullptr &&
         !item_prefix(line).has_value();
}

// One that can be read, or one of two days: "03/04/2026".
bool is_date(std::string_view text) {
  return text::parse_date(text) || !text::possible_days(text).empty();
}

// "by Jane Doe on 3 March 2026": the date.
std::optional<std::string_view> date_behind_name(std::string_view text) {
  for (const std::string_view joint : {" on ", ", ", " – ", " - ", " ("}) {
    const std::size_t at = text.find(joint);
    if (at == std::string_view::npos) continue;
    std::string_view date = text.substr(at + joint.size());
    if (joint == " (" && date.ends_with(')')) date.remove_suffix(1);
    if (is_date(date)) return date;
  }
  return std::nullopt;
}

// Index of the line with this, if nothing but short lines stands before it.
template <typename Reads>
std::optional<std::size_t> find_in_head(std::span<const Line> lines, const Reads& reads) {
  for (std::size_t i = 0; i < lines.size() && i < kMostHeadLines; ++i) {
    if (reads(lines[i].text)) return i;
    if (!is_head_line(lines[i].text)) return std::nullopt;
  }
  return std::nullopt;
}

// The name among the lines before "Last updated": the first that names a country; otherwise the
// first that may be a name.
std::optional<std::size_t> find_name(std::span<const Line> lines) {
  std::vector<std::size_t> names;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    if (!is_flag(line) && !is_chrome(line) && may_be_name(line)) names.push_back(i);
  }
  if (names.empty()) return std::nullopt;
  if (names.size() > 1) {
    for (const std::size_t i : names) {
      if (text::country_code_of_name(lines[i].text)) return i;
    }
    for (const std::size_t i : names) {
      if (country_in_title(lines[i].text)) return i;
    }
  }
  return names.front();
}

void take_title(TextHead& head, const Line& line) {
  head.title = line.text;
  head.title_line = line.number;
}

TextHead head_with_date(std::span<const Line> lines, std::size_t updated,
                        std::string_view written) {
  TextHead head;
  head.updated = without_remarks(written);
  head.updated_line = lines[updated].number;
  head.end = updated + 1;
  // The date may have slipped to the next line.
  if (head.updated.empty() && head.end < lines.size() && is_date(lines[head.end].text)) {
    head.updated = lines[head.end++].text;
  }
  const auto before = lines.first(updated);
  if (const auto name = find_name(before)) take_title(head, before[*name]);
  for (const Line& line : before) {
    // Known headings before the date are a menu; the sections come after the head.
    const bool menu = is_flag(line.text) || is_chrome(line.text) || known_heading(line.text);
    if (!menu && line.text != head.title) head.others.push_back(line);
  }
  return head;
}

TextHead head_without_date(std::span<const Line> lines) {
  TextHead head;
  std::size_t at = 0;
  while (at < lines.size() && (is_flag(lines[at].text) || is_chrome(lines[at].text))) ++at;
  const bool flag = at > 0 && is_flag(lines[at - 1].text);
  head.end = at;
  if (at >= lines.size() || !may_be_name(lines[at].text)) return head;
  const auto next_is_top = [&] {
    if (at + 1 >= lines.size()) return false;
    const KnownHeading* next = known_heading(lines[at + 1].text);
    return next != nullptr && next->level <= 1;
  };
  if (flag || next_is_top() || text::country_code_of_name(lines[at].text) ||
      country_in_title(lines[at].text)) {
    take_title(head, lines[at]);
    head.end = at + 1;
  }
  return head;
}

// How many bytes of `line` are these words, in any case of letters and with no-break spaces for
// blanks or not; 0 when it does not begin with them.
std::size_t leading_words(std::string_view line, std::string_view words) {
  std::size_t at = 0;
  for (const char c : words) {
    const Character here = character_at(line, at);
    const bool same =
        c == ' ' ? is_gap(here.code) : here.length == 1 && text::ascii_lower(line[at]) == c;
    if (here.length == 0 || !same) return 0;
    at += here.length;
  }
  return at;
}

// "This page was last updated on …", "Page last updated: …": from "last" on.
std::string_view behind_page(std::string_view line) {
  for (const std::string_view thing : {"page", "article", "profile", "document", "content"}) {
    std::string_view rest = line;
    rest.remove_prefix(leading_words(rest, "this "));
    if (!starts_with_ignoring_case(rest, thing)) continue;
    rest.remove_prefix(thing.size());
    rest.remove_prefix(leading_words(rest, " was"));
    if (leading_words(rest, " last ") > 0) return without_leading_blanks(rest);
  }
  return line;
}

}  // namespace

// "(as of 1 February 2026)", "Last reviewed: May 2025": the date on which a profile was true.
// Without one, and with a year alone, the words may mean anything.
std::optional<std::string_view> true_on_text(std::string_view line) {
  constexpr auto kNames = std::to_array<std::string_view>(
      {"as of", "as at", "current as of", "correct as of", "information current as of",
       "information as of", "information is current as of", "data as of", "status as of", "status",
       "last reviewed on", "last reviewed", "last checked on", "last checked", "last verified on",
       "last verified", "last revision"});
  constexpr std::size_t kYearAndMonth = 7;  // "2026-02"
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  for (const std::string_view name : kNames) {
    const std::size_t length = leading_words(line, name);
    if (length == 0) continue;
    std::string_view rest = without_leading_blanks(line.substr(length));
    if (rest.starts_with(':')) rest = without_leading_blanks(rest.substr(1));
    if (rest.size() + length == line.size()) continue;
    const auto date = text::parse_date(rest);
    if (date ? date->size() >= kYearAndMonth : !text::possible_days(rest).empty()) return rest;
  }
  return std::nullopt;
}

std::optional<std::string_view> updated_text(std::string_view line, std::string_view language) {
  constexpr auto kNames = std::to_array<std::string_view>({
      "last updated as of",
      "last updated on",
      "last updated in",
      "last updated",
      "last update",
      "last modified on",
      "last modified",
      "last edited on",
      "last edited",
      "last revised on",
      "last revised",
      "updated as of",
      "updated on",
      "date updated",
      "updated",
  });
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  line = behind_page(line);
  for (const std::string_view name : kNames) {
    const std::size_t length = leading_words(line, name);
    if (length == 0) continue;
    std::string_view rest = without_leading_blanks(line.substr(length));
    const Character colon = first_character(rest);
    const bool sure = name.starts_with("last") || name == "updated on";
    if (starts_with_ignoring_case(rest, "by ")) return date_behind_name(rest);
    if (colon.code == ':' || colon.code == 0xFF1A) {
      rest = without_leading_blanks(rest.substr(colon.length));
      // "Updated: the new register" is a sentence; a day has digits.
      if (!sure && !rest.empty() && rest.find_first_of("0123456789") == std::string_view::npos &&
          !text::parse_date(rest)) {
        return std::nullopt;
      }
      return rest;
    }
    if (rest.empty() && sure) return rest;
    if (colon.code == '-' || colon.code == 0x2013 || colon.code == 0x2014) {
      rest = without_leading_blanks(rest.substr(colon.length));
    }
    if (rest.size() + length == line.size()) return std::nullopt;
    if (rest.ends_with('.') && is_date(rest.substr(0, rest.size() - 1))) rest.remove_suffix(1);
    if (is_date(rest)) return rest;
    // "Last updated on 3 March 2026 by the team"; a paragraph that begins so is text.
    const std::string_view day = without_remarks(rest, language);
    if (sure && day.size() < rest.size() && !line_signs(rest).ends_sentence) return day;
    return std::nullopt;
  }
  return foreign_updated_text(line, language);
}

std::vector<Line> without_bylines(std::vector<Line> lines) {
  std::vector<Line> kept;
  kept.reserve(lines.size());
  bool in_head = true, dropped = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i].text;
    if (in_head && is_byline(line) && !updated_text(line)) {
      dropped = true;
      continue;
    }
    in_head = in_head && i < kMostHeadLines && is_head_line(line) &&
              known_heading(line) == nullptr && !note_line(lines, i);
    kept.push_back(lines[i]);
    if (std::exchange(dropped, false)) kept.back().begins_block = true;
  }
  return kept;
}

TextHead read_head(std::span<const Line> lines) {
  const auto updated = [](std::string_view line) { return updated_text(line); };
  using Reads = std::optional<std::string_view> (*)(std::string_view);
  for (const Reads reads : {Reads(updated), Reads(true_on_text)})
    if (const auto at = find_in_head(lines, reads))
      return head_with_date(lines, *at, *reads(lines[*at].text));
  return head_without_date(lines);
}

bool is_updated_line(std::string_view line) {
  // No date is that long.
  return line.size() < 100 && (updated_text(line) || true_on_text(line));
}

}  // namespace idsearch::indexer
