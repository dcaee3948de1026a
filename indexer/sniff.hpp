// SPDX-License-Identifier: GPL-2.0-or-later
// Which format do these bytes have, whatever the ending of the file's name says?
#ifndef IDSEARCH_INDEXER_SNIFF_HPP
#define IDSEARCH_INDEXER_SNIFF_HPP

#include <string_view>

namespace idsearch::indexer {

/// The name of a format ("text", "html", "markdown", or "jsonl" for lines of JSON), or, for what no
/// reader could take, words that go behind a file's name: "looks like a PDF". Only strong signs
/// overrule `by_ending`, the format that the file's name promises; empty when it promises none, and
/// then what shows no sign at all "is of no kind that a reader knows".
/// The format need not be one that this program has a reader for.
std::string_view sniff_format(std::string_view bytes, std::string_view by_ending);

/// True for the words, false for the name of a format.
constexpr bool is_rejection(std::string_view sniffed) {
  return sniffed.find(' ') != std::string_view::npos;
}

/// Whether the beginning of a file shows lines of {"id","title","body"}.
bool begins_json_lines(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SNIFF_HPP
