// SPDX-License-Identifier: GPL-2.0-or-later
// Signs of HTML, of Markdown and of the text dump in a text; see sniff.
#ifndef IDSEARCH_INDEXER_SNIFF_MARKUP_HPP
#define IDSEARCH_INDEXER_SNIFF_MARKUP_HPP

#include <cstddef>
#include <string_view>

namespace idsearch::indexer {

struct HtmlSigns {
  bool document = false;        ///< begins with a doctype, <html>, <head> or <body>
  bool begins_element = false;  ///< the first thing is a tag
  std::size_t opened = 0;       ///< tags of elements that structure a page; counted up to 3
  std::size_t closed = 0;       ///< the same, closing tags
};

/// "<https://…>" is no tag.
HtmlSigns html_signs(std::string_view text);

struct TextSigns {
  bool front_matter = false;    ///< begins with "---", YAML, "---"
  std::size_t definitions = 0;  ///< "[^5]: …", outside code
  std::size_t marks = 0;        ///< "[^5]"
  std::size_t headings = 0;     ///< "## Law", outside code, behind a blank line
  std::size_t underlined = 0;   ///< headings underlined by "===" or "---"
  std::size_t note_lines = 0;   ///< "12.^", the notes of a text dump
  bool updated_line = false;    ///< "Last updated : …", as in the head of a text dump
};

TextSigns text_signs(std::string_view text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SNIFF_MARKUP_HPP
