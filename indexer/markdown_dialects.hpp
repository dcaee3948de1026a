// SPDX-License-Identifier: GPL-2.0-or-later
// Which signs of Pandoc, kramdown, Obsidian and GitHub does the parser leave in the text?
#ifndef IDSEARCH_INDEXER_MARKDOWN_DIALECTS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_DIALECTS_HPP

#include <cstddef>
#include <string>
#include <vector>

namespace idsearch::indexer {

/// "{#law .wide}" and "{: .wide}" behind a heading are attributes.
void cut_attributes(std::string& title);

/// Lines that steer a generator: "[TOC]", "{:toc}", "{: .wide}" (the last two may follow others),
/// "--8<-- file", "*[ABC]: what it is short for", "^" of kramdown; and "^id" behind the words, the
/// name that Obsidian gives a paragraph.
void cut_instructions(std::string& text);

/// The paragraphs between lines that open and close a box of Pandoc, Docusaurus or VitePress: ":::
/// "
/// "{.note}", ":::warning Title", ":::note[Title]", ":::". A title is a paragraph.
struct MarkdownPart {
  std::string text;
  std::size_t line = 0;  ///< counted from the first line of the text
};
std::vector<MarkdownPart> parts_at_fences(std::string text);

/// Lines that all begin with "| " and have no other bar are verse or an address (Pandoc): takes the
/// bars out.
void cut_line_bars(std::string& text);

/// Takes out shortcodes of Hugo and tags of Liquid, which steer the page: "{{< figure >}}",
/// "{{% notice %}}", "{% include x %}". What stands between two of them stays.
void cut_shortcodes(std::string& text);

/// "[!note] Title" at the beginning of a quote makes it a box: takes out the line and returns the
/// title, which is empty when there is none.
std::string take_callout(std::string& text);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_DIALECTS_HPP
