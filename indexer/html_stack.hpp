// SPDX-License-Identifier: GPL-2.0-or-later
// Which elements does a tag close? The rules of HTML for the elements that the guard hands on, so
// that it can write every end tag out.
#ifndef IDSEARCH_INDEXER_HTML_STACK_HPP
#define IDSEARCH_INDEXER_HTML_STACK_HPP

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/html_names.hpp"

namespace idsearch::indexer {

struct OpenElement {
  const HtmlElement* element = nullptr;
  std::string_view tag;     ///< as written in the page
  std::string_view handed;  ///< the tag under which it is handed on: "span", "div", its own
};

/// The open elements below <body>. Answers how many must stay open; the caller closes the others.
class HtmlStack {
 public:
  static constexpr std::size_t kKeepAll = static_cast<std::size_t>(-1);

  const std::vector<OpenElement>& open() const { return open_; }
  std::size_t size() const { return open_.size(); }

  void push(const HtmlElement& element, std::string_view tag);
  void pop() { open_.pop_back(); }

  /// How many elements stay open before a start tag.
  std::size_t kept_before(const HtmlElement& element, std::string_view tag) const;

  /// How many elements stay open after an end tag; kKeepAll when it closes nothing.
  std::size_t kept_after(const HtmlElement& element, std::string_view tag) const;

  /// For a start tag of a table's part, after closing: whether there is a table for it.
  bool has_table() const;
  HtmlName top() const { return open_.empty() ? HtmlName::Body : open_.back().element->name; }

 private:
  std::size_t find_in_scope(HtmlName name, std::string_view tag) const;
  std::size_t kept_before_block(const HtmlElement& element) const;
  std::size_t kept_before_table_part(HtmlName name) const;
  std::size_t kept_after_table_part(HtmlName name) const;
  std::size_t find_inline(std::string_view tag) const;

  std::vector<OpenElement> open_;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_STACK_HPP
