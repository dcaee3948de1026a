// SPDX-License-Identifier: GPL-2.0-or-later
// The tree back to text.
#include "query/ast.hpp"

#include <algorithm>
#include <string_view>

#include "query/chars.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

/// How tightly a construct holds together; brackets go around what holds less than its place asks.
enum Strength { kLoose, kAnd, kGroup, kNear, kTight };

Strength strength_of(const Node& node) {
  switch (node.kind) {
    case NodeKind::Or:
      return kLoose;
    case NodeKind::And:
      return kAnd;
    case NodeKind::Group:
      return kGroup;
    case NodeKind::Near:
    case NodeKind::Not:
      return kNear;
    default:
      return kTight;
  }
}

std::string value_text(const std::string& value) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool bare = value[i] != ',' && value[i] != '(' && value[i] != ')' &&
                      blank_length(value, i) == 0 && quote_length(value, i) == 0;
    if (!bare) return in_quotation_marks(value);
  }
  return value;
}

/// Whether `text` + "*" is read as this wildcard without quotation marks around it.
bool is_bare_wildcard(const std::string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool plain = is_word_byte(text[i]) || (i > 0 && (text[i] == '-' || text[i] == '.'));
    if (!plain || blank_length(text, i) > 0 || quote_length(text, i) > 0) return false;
  }
  return true;
}

std::string wildcard(const std::string& text) {
  const std::string in_quotes = is_bare_wildcard(text) ? "" : in_quotation_marks(text + "*");
  return in_quotes.empty() ? text + "*" : in_quotes;
}

/// A word that alone would be read as an operator.
bool is_operator(std::string_view word) {
  return word == "AND" || word == "OR" || word == "NOT" || word == "NEAR" ||
         (word.starts_with("NEAR/") && word.find_first_not_of("0123456789", 5) == word.npos);
}

std::string operator_text(NearScope scope, std::uint32_t distance) {
  switch (scope) {
    case NearScope::Sentence:
      return "/s";
    case NearScope::Paragraph:
      return "/p";
    case NearScope::Words:
      break;
  }
  return "NEAR/" + std::to_string(distance);
}

std::string in_small_letters(std::string word) {
  std::ranges::transform(word, word.begin(), text::ascii_lower);
  return word;
}

std::string print(const Node& node, Strength least);

std::string join(const Node& node, std::string_view between, Strength least) {
  std::string result;
  for (const Node& child : node.children) {
    if (!result.empty()) result += between;
    result += print(child, least);
  }
  return result;
}

std::string print_bare(const Node& node) {
  const std::string field = node.field == nullptr ? "" : std::string{node.field->name} + ":";
  switch (node.kind) {
    case NodeKind::Nothing:
      return {};
    case NodeKind::Words:
      return field + (is_operator(node.text) ? in_small_letters(node.text) : node.text);
    case NodeKind::Prefix:
      return field + wildcard(node.text);
    case NodeKind::Phrase:
      return field + in_quotation_marks(node.text);
    case NodeKind::Filter: {
      std::string values;
      for (const std::string& value : node.values) {
        if (!values.empty()) values += ',';
        values += value_text(value);
      }
      return field + values;
    }
    case NodeKind::Near: {
      std::string result = print(node.children[0], kTight);
      for (std::size_t i = 1; i < node.children.size(); ++i) {
        result += " " + operator_text(node.scope, node.distances[i - 1]) + " ";
        result += print(node.children[i], kTight);
      }
      return result;
    }
    case NodeKind::Not:
      return "-" + print(node.children[0], kTight);
    case NodeKind::Group:
      return join(node, " ", kNear);
    case NodeKind::And:
      return join(node, " AND ", kGroup);
    case NodeKind::Or:
      return join(node, " OR ", kAnd);
  }
  return {};
}

std::string print(const Node& node, Strength least) {
  std::string bare = print_bare(node);
  return strength_of(node) < least ? "(" + bare + ")" : bare;
}

}  // namespace

bool is_filter(const Node& node) {
  switch (node.kind) {
    case NodeKind::Filter:
      return true;
    case NodeKind::Not:
    case NodeKind::Group:
    case NodeKind::And:
    case NodeKind::Or:
      return std::all_of(node.children.begin(), node.children.end(), is_filter);
    default:
      return false;
  }
}

const store::Field* field_named(std::string_view name) {
  for (const store::Field& field : store::kFields) {
    const bool equal = std::equal(
        name.begin(), name.end(), field.name.begin(), field.name.end(), [](char a, char b) {
          return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
        });
    if (equal) return &field;
  }
  return nullptr;
}

std::string to_text(const Node& node) { return print(node, kLoose); }

}  // namespace idsearch::query
