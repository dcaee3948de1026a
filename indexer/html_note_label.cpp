// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_note_label.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "indexer/characters.hpp"
#include "indexer/raised_digits.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Notes have one to three digits; four are a year.
constexpr std::size_t kMostLabelDigits = 3;
constexpr long kMostNumber = 999;

std::optional<long> whole_number(std::string_view text) {
  long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string label_of(long number) {
  return number >= 0 && number <= kMostNumber ? std::to_string(number) : std::string();
}

std::size_t back_sign(std::string_view text) {
  for (const std::string_view sign : {"^", "↑", "↩", "⤴"}) {
    if (text.starts_with(sign)) return sign.size();
  }
  return 0;
}

void skip(std::string_view& text, std::size_t length) { text.remove_prefix(length); }

void drop_blanks(std::string_view& text) { skip(text, leading_blanks(text)); }

// The groups of digits in an id.
std::vector<long> digit_groups(std::string_view id) {
  std::vector<long> groups;
  for (std::size_t i = 0; i < id.size();) {
    std::size_t end = i;
    while (end < id.size() && text::is_ascii_digit(id[end])) ++end;
    if (end == i) {
      ++i;
      continue;
    }
    groups.push_back(whole_number(id.substr(i, end - i)).value_or(-1));
    i = end;
  }
  return groups;
}

// The id of a note, or of the first element in it that has one and stands before the text.
std::string_view id_of(const HtmlPage& page, NodeIndex item) {
  for (NodeIndex i = item; i < page.node(item).end; ++i) {
    const HtmlNode& node = page.node(i);
    if (page.has_text(i, i + 1)) break;
    for (const HtmlAttribute which : {HtmlAttribute::Id, HtmlAttribute::Name}) {
      if (which == HtmlAttribute::Name && node.name != HtmlName::A) continue;
      const std::string_view id = node.value(which);
      if (std::ranges::any_of(id, text::is_ascii_digit)) return id;
    }
  }
  return {};
}

std::vector<long> positions(const HtmlPage& page, NodeIndex list,
                            const std::vector<NodeIndex>& items, long first) {
  const HtmlNode& node = page.node(list);
  const bool reversed = node.attribute(HtmlAttribute::Reversed) != nullptr;
  long next = reversed ? static_cast<long>(items.size()) : first;
  if (const auto start = whole_number(node.value(HtmlAttribute::Start))) next = *start;
  std::vector<long> out;
  for (const NodeIndex item : items) {
    if (const auto value = whole_number(page.node(item).value(HtmlAttribute::Value))) next = *value;
    out.push_back(next);
    // Numbers beyond all sense would overflow.
    next = std::clamp(next + (reversed ? -1L : 1L), -2 * kMostNumber, 2 * kMostNumber);
  }
  return out;
}

using Marked = std::vector<std::vector<std::string>>;

std::size_t agreement(const std::vector<std::string>& labels, const Marked& marked) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    count += std::ranges::find(marked[i], labels[i]) != marked[i].end() ? 1 : 0;
  }
  return count;
}

// How far the numbers that marks show are from the places in the list, for most of the items.
long most_common_shift(const std::vector<long>& places, const Marked& marked) {
  std::map<long, std::size_t> shifts;
  for (std::size_t i = 0; i < places.size(); ++i) {
    for (const std::string& label : marked[i]) {
      if (const auto number = whole_number(label)) ++shifts[*number - places[i]];
    }
  }
  const auto best = std::ranges::max_element(
      shifts, [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == shifts.end() ? 0 : best->first;
}

bool counts_up(const std::vector<std::string>& labels) {
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto number = whole_number(labels[i]);
    if (!number || *number < 1) return false;
    if (i > 0 && *number != *whole_number(labels[i - 1]) + 1) return false;
  }
  return !labels.empty();
}

// "¹ Text": `rest` begins with the number.
std::optional<LeadingLabel> raised_label(std::string_view text, std::string_view rest) {
  std::size_t end = 0;
  const auto number = read_raised_number(rest, end, kMostLabelDigits);
  if (!number) return std::nullopt;
  skip(rest, end);
  if (rest.starts_with('.') || rest.starts_with(')') || rest.starts_with(':')) skip(rest, 1);
  drop_blanks(rest);
  if (const std::size_t sign = back_sign(rest)) {
    skip(rest, sign);
    drop_blanks(rest);
  }
  return LeadingLabel{std::to_string(*number), text.size() - rest.size(), false};
}

}  // namespace

std::optional<LeadingLabel> leading_label(std::string_view text) {
  std::string_view rest = text;
  drop_blanks(rest);
  const std::size_t sign_before = back_sign(rest);
  skip(rest, sign_before);
  drop_blanks(rest);
  const char open = rest.empty() ? '\0' : rest.front();
  const bool bracketed = open == '[' || open == '(';
  if (bracketed) skip(rest, 1);
  drop_blanks(rest);
  if (auto raised = raised_label(text, rest); raised && !bracketed) return raised;
  std::size_t digits = 0;
  while (digits < rest.size() && text::is_ascii_digit(rest[digits])) ++digits;
  if (digits == 0 || digits > kMostLabelDigits) return std::nullopt;
  LeadingLabel out;
  out.label = std::to_string(*whole_number(rest.substr(0, digits)));
  skip(rest, digits);
  if (bracketed) {
    drop_blanks(rest);
    if (!rest.starts_with(open == '[' ? ']' : ')')) return std::nullopt;
    skip(rest, 1);
  }
  const bool dot = rest.starts_with('.') || rest.starts_with(')') || rest.starts_with(':');
  if (dot) skip(rest, 1);
  const std::size_t blanks = leading_blanks(rest);
  skip(rest, blanks);
  const std::size_t sign_behind = back_sign(rest);
  skip(rest, sign_behind);
  if (sign_behind > 0) drop_blanks(rest);
  out.bare = !bracketed && !dot && sign_before == 0 && sign_behind == 0;
  // "3.5 million", "12th"
  if (!bracketed && sign_behind == 0 && blanks == 0 && !rest.empty()) return std::nullopt;
  out.length = text.size() - rest.size();
  return out;
}

bool says_numbers(const HtmlPage& page, NodeIndex list, const std::vector<NodeIndex>& items) {
  const HtmlNode& node = page.node(list);
  return node.attribute(HtmlAttribute::Start) != nullptr ||
         node.attribute(HtmlAttribute::Reversed) != nullptr ||
         std::ranges::any_of(items, [&](NodeIndex item) {
           return page.node(item).attribute(HtmlAttribute::Value) != nullptr;
         });
}

std::vector<std::string> id_labels(const HtmlPage& page, const std::vector<NodeIndex>& items) {
  std::vector<std::vector<long>> groups;
  std::size_t most = 0;
  for (const NodeIndex item : items) {
    groups.push_back(digit_groups(id_of(page, item)));
    most = std::max(most, groups.back().size());
  }
  std::vector<std::string> labels(items.size());
  // Ids like "fn-345-2" name the page, too: the group counts that is another one in each item; of
  // several such groups the last.
  for (std::size_t from_end = 1; from_end <= most; ++from_end) {
    std::set<long> seen;
    bool all = true;
    for (const auto& numbers : groups) {
      all = all && numbers.size() >= from_end &&
            seen.insert(numbers[numbers.size() - from_end]).second;
    }
    if (!all) continue;
    for (std::size_t i = 0; i < items.size(); ++i) {
      labels[i] = label_of(groups[i][groups[i].size() - from_end]);
    }
    break;
  }
  return labels;
}

std::vector<std::string> list_labels(const HtmlPage& page, NodeIndex list,
                                     const std::vector<NodeIndex>& items, const Marked& marked,
                                     std::size_t first) {
  const std::vector<long> places = positions(page, list, items, static_cast<long>(first));
  std::vector<std::string> by_place;
  for (const long place : places) by_place.push_back(label_of(place));
  const std::vector<std::string> by_id = id_labels(page, items);
  const std::size_t place_votes = agreement(by_place, marked);
  const std::size_t id_votes = agreement(by_id, marked);
  const bool has_marks = std::ranges::any_of(marked, [](const auto& m) { return !m.empty(); });
  std::vector<std::string> labels = by_place;
  if (has_marks) {
    const long shift = most_common_shift(places, marked);
    std::vector<std::string> shifted;
    for (const long place : places) shifted.push_back(label_of(place + shift));
    if (agreement(shifted, marked) > place_votes) labels = shifted;
    if (id_votes > agreement(labels, marked)) labels = by_id;
  } else if (!says_numbers(page, list, items) && counts_up(by_id)) {
    labels = by_id;
  }
  // A single item that marks call otherwise is called so.
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!marked[i].empty() && std::ranges::find(marked[i], labels[i]) == marked[i].end()) {
      labels[i] = marked[i].front();
    }
  }
  return labels;
}

}  // namespace idsearch::indexer
