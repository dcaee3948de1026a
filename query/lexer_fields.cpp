// SPDX-License-Identifier: GPL-2.0-or-later
// `name:` of a known field and what stands behind it.
#include <algorithm>
#include <array>
#include <utility>

#include "query/chars.hpp"
#include "query/lexer_state.hpp"
#include "text/iso_dates.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

/// What other search programs and library catalogues call our fields.
struct OtherName {
  std::string_view typed, field;
};
constexpr auto kOtherNames = std::to_array<OtherName>({
    {"title", "heading"},
    {"intitle", "heading"},
    {"site", "source"},
    {"url", "source"},
    {"inurl", "source"},
    {"host", "source"},
    {"domain", "source"},
    {"date", "updated"},
    {"year", "updated"},
    {"since", "updated"},
    {"until", "updated"},
    {"after", "updated"},
    {"before", "updated"},
    {"lang", "language"},
    {"tag", "topic"},
    {"subject", "topic"},
    {"creator", "author"},
    {"footnote", "note"},
});

bool is_ascii_letters(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

/// Two dates in the wrong order, in what is no range.
bool ends_before_it_begins(std::string_view value) {
  const std::size_t dots = value.find("..");
  return dots != std::string_view::npos && text::parse_iso_period(value.substr(0, dots)) &&
         text::parse_iso_period(value.substr(dots + 2));
}

}  // namespace

bool Lexer::field() {
  std::size_t colon = at_;
  while (colon < text_.size() && is_ascii_letters(text_.substr(colon, 1))) ++colon;
  if (colon == at_ || colon >= text_.size() || text_[colon] != ':') return false;
  const std::string_view name = text_.substr(at_, colon - at_);
  const store::Field* known = field_named(name);
  if (known == nullptr) {
    note_unknown_field(name, colon);
    return false;
  }
  const std::size_t begin = at_;
  at_ = colon + 1;
  if (at_ < text_.size() && text_[at_] == '(') {
    Token token;
    token.kind = TokenKind::Field;
    token.field = known;
    token.begin = begin;
    token.end = at_;
    tokens_.push_back(std::move(token));
  } else if (known->kind == store::FieldKind::Text) {
    text_value(*known, begin);
  } else {
    filter_value(*known, begin);
  }
  return true;
}

void Lexer::text_value(const store::Field& known, std::size_t begin) {
  while (at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '*')) ++at_;
  const std::size_t tokens = tokens_.size();
  if (at_ < text_.size() && quote_length(text_, at_) > 0) phrase(&known);
  // No quotation mark, or one that is not closed and was passed over.
  if (tokens_.size() == tokens && at_ < text_.size() && blank_length(text_, at_) == 0 &&
      text_[at_] != '(' && text_[at_] != ')' && quote_length(text_, at_) == 0) {
    chunk(&known);
  }
  if (tokens_.size() == tokens) return no_value(known, begin);
  tokens_.back().begin = tokens_.back().node.begin = begin;
}

void Lexer::filter_value(const store::Field& known, std::size_t begin) {
  Node node;
  node.kind = NodeKind::Filter;
  node.field = &known;
  std::vector<std::string> values;
  bool wants_value = true;  // at the beginning, and behind a comma
  while (at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ')' &&
         text_[at_] != '(') {
    if (text_[at_] == ',') {
      ++at_;
      wants_value = true;
    } else if (!wants_value) {
      break;  // `country:KP"police"`
    } else if (quote_length(text_, at_) > 0) {
      const std::size_t open = quote_length(text_, at_), close = find_closing_quote(text_, at_);
      if (close == std::string_view::npos) {
        note("this quotation mark is not closed; ignored", at_, open);
        ignore(at_, at_ + open);
        at_ += open;
        continue;
      }
      values.push_back(quotable(text_.substr(at_ + open, close - at_ - open)));
      at_ = close + std::max<std::size_t>(quote_length(text_, close), 1);
      wants_value = false;
    } else {
      const std::size_t first = at_;
      while (at_ < text_.size() && blank_length(text_, at_) == 0 && text_[at_] != ',' &&
             text_[at_] != '(' && text_[at_] != ')' && quote_length(text_, at_) == 0) {
        ++at_;
      }
      values.emplace_back(text_.substr(first, at_ - first));
      wants_value = false;
    }
  }
  for (const std::string& value : values) {
    if (count_letters(value) > 0 || value == "_") node.values.push_back(value);
  }
  if (node.values.empty()) return no_value(known, begin);
  for (const std::string& value : node.values) {
    if (is_legal_value(known, value)) continue;
    if (ends_before_it_begins(value)) {
      note("“" + value + "” ends before it begins; read as words", begin, at_ - begin);
    } else {
      note("“" + value + "” is no date: write " + std::string{known.name} +
               ":2025, 2025-01, 2025-01-29 or 2025-01..2026-06; read as words",
           begin, at_ - begin);
    }
    return filter_as_words(known, values, begin);
  }
  words_ += node.values.size();
  push_node(std::move(node), begin);
  note_blank_in_list(known, begin, wants_value);
}

void Lexer::filter_as_words(const store::Field& known, const std::vector<std::string>& values,
                            std::size_t begin) {
  std::string words{known.name};
  for (const std::string& value : values) {
    words += ' ';
    for (std::size_t i = 0; i < value.size();) {
      const std::size_t mark = quote_length(value, i);
      words += mark == 0 && is_word_byte(value[i]) ? value[i] : ' ';
      i += std::max<std::size_t>(mark, 1);
    }
  }
  words = squeeze(words);
  if (!tokens_.empty() && tokens_.back().kind == TokenKind::Minus) {
    Node node;  // what is left out is the words in this order, not each of them
    node.kind = NodeKind::Phrase;
    node.text = words;
    return push_node(std::move(node), begin);
  }
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = std::min(words.find(' ', i), words.size());
    push_node(words_node(std::string_view{words}.substr(i, end - i), nullptr, begin, at_), begin);
    i = end + 1;
  }
}

void Lexer::note_blank_in_list(const store::Field& known, std::size_t begin, bool ends_in_comma) {
  std::size_t next = at_;
  while (next < text_.size() && blank_length(text_, next) > 0) next += blank_length(text_, next);
  if (next == at_ || next == text_.size()) return;
  const std::string value = std::string{text_.substr(begin, at_ - begin)};
  if (ends_in_comma)
    note("a list has no blank behind its comma; “" + value + "” ends before it", begin,
         next - begin);
  else if (known.kind == store::FieldKind::Range && text_.substr(next).starts_with(".."))
    note("a range has no blanks around its dots; “" + value + "” ends before them", begin,
         next - begin);
}

void Lexer::no_value(const store::Field& known, std::size_t begin) {
  note("“" + std::string{known.name} +
           ":” has no value right behind the colon; read as a word (example: " +
           std::string{known.example} + ")",
       begin, at_ - begin);
  ++words_;
  push_node(words_node(known.name, nullptr, begin, at_), begin);
}

void Lexer::note_unknown_field(std::string_view name, std::size_t colon) {
  // "https://", "Law: the" and "::" are no try at a field.
  if (colon + 1 >= text_.size() || blank_length(text_, colon + 1) > 0 ||
      std::string_view{"/:)"}.find(text_[colon + 1]) != std::string_view::npos) {
    return;
  }
  std::array<std::string_view, store::kFields.size()> names;
  std::transform(store::kFields.begin(), store::kFields.end(), names.begin(),
                 [](const store::Field& known) { return known.name; });
  const std::string typed = lower_ascii(name);
  const auto* other = std::ranges::find(kOtherNames, typed, &OtherName::typed);
  const std::string_view near =
      other != kOtherNames.end() ? other->field : text::nearest(typed, names);
  std::string message = "there is no field “" + std::string{name} + "”";
  if (!near.empty()) message += " (did you mean “" + std::string{near} + "”?)";
  note(message + "; read as words", at_, colon + 1 - at_);
}

}  // namespace idsearch::query
