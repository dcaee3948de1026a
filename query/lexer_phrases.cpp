// SPDX-License-Identifier: GPL-2.0-or-later
// What stands between quotation marks, and when a star makes a wildcard.
#include <algorithm>
#include <utility>

#include "query/chars.hpp"
#include "query/lexer_state.hpp"
#include "query/rank.hpp"

namespace idsearch::query {

void Lexer::phrase(const store::Field* field) {
  const std::size_t begin = at_, open = quote_length(text_, at_);
  const std::size_t close = find_closing_quote(text_, begin);
  if (close == std::string_view::npos) {
    at_ += open;
    note("this quotation mark is not closed; what follows is read as words", begin, open);
    ignore(begin, at_);
    return;
  }
  std::string inside = quotable(text_.substr(begin + open, close - begin - open));
  at_ = close + std::max<std::size_t>(quote_length(text_, close), 1);
  if (at_ < text_.size() && text_[at_] == '*') {
    note("the star of a phrase stands inside the quotation marks; ignored", at_, 1);
    const std::size_t star = at_;
    while (at_ < text_.size() && text_[at_] == '*') ++at_;
    ignore(star, at_);
  }
  const bool is_open = open_end(inside, begin);
  if (count_letters(inside) == 0) {
    note("there is no word between these quotation marks; ignored", begin, at_ - begin);
    ignore(begin, at_);
    return;
  }
  words_ += 1 + static_cast<std::size_t>(std::count(inside.begin(), inside.end(), ' '));
  Node node;
  node.kind = is_open ? NodeKind::Prefix : NodeKind::Phrase;
  node.text = std::move(inside);
  node.field = field;
  push_node(std::move(node), begin);
}

bool Lexer::open_end(std::string& inside, std::size_t begin) {
  if (inside.find('*') == std::string::npos) return false;
  const bool at_end = inside.ends_with('*');
  while (inside.ends_with('*')) inside.pop_back();
  const bool misplaced =
      inside.find('*') != std::string::npos || inside.empty() || (at_end && inside.back() == ' ');
  if (misplaced) {
    note("a star stands only at the end of the last word of a phrase; ignored", begin, at_ - begin);
    ignore_stars(begin, at_);
    std::replace(inside.begin(), inside.end(), '*', ' ');
    inside = squeeze(inside);
    return false;
  }
  const std::size_t last = inside.rfind(' ');
  if (takes_star(std::string_view{inside}.substr(last == std::string::npos ? 0 : last + 1), begin))
    return true;
  ignore_stars(begin, at_);
  return false;
}

bool Lexer::takes_star(std::string_view word, std::size_t begin) {
  if (count_letters(word) < kMinWildcardLetters) {
    note("a star needs at least " + std::to_string(kMinWildcardLetters) +
             " letters before it; read as the word “" + std::string{word} + "”",
         begin, at_ - begin);
    return false;
  }
  if (wildcards_ >= kMaxWildcards) {
    note("a query has at most " + std::to_string(kMaxWildcards) + " wildcards; read as the word “" +
             std::string{word} + "”",
         begin, at_ - begin);
    return false;
  }
  ++wildcards_;
  return true;
}

std::string quotable(std::string_view text) {
  std::string inside = squeeze(text);
  if (!in_quotation_marks(inside).empty()) return inside;
  for (std::size_t i = 0; i < inside.size();) {
    const std::size_t mark = quote_length(inside, i);
    inside.replace(i, mark, mark, ' ');
    i += std::max<std::size_t>(mark, 1);
  }
  return squeeze(inside);
}

}  // namespace idsearch::query
