// SPDX-License-Identifier: GPL-2.0-or-later
// Where does the head of a text dump end, and what does it say: name and "Last updated"?
#ifndef IDSEARCH_INDEXER_TEXT_HEAD_HPP
#define IDSEARCH_INDEXER_TEXT_HEAD_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text_lines.hpp"

namespace idsearch::indexer {

struct TextHead {
  std::string title;  ///< empty when the dump has no head
  std::size_t title_line = 0;
  std::string updated;  ///< what stands behind "Last updated :"
  std::size_t updated_line = 0;
  std::vector<Line> others;  ///< further lines of the head: text, but no headings
  std::size_t end = 0;       ///< index of the first line after the head
};

/// Reads the head. Without a "Last updated" line the first line is a name only if "flag" stands
/// before it, if it names a country, or if a top heading follows; otherwise there is no head.
TextHead read_head(std::span<const Line> lines);

/// The lines without those that name authors, from the first line to the first heading that is
/// known, sentence or note.
std::vector<Line> without_bylines(std::vector<Line> lines);

/// What stands behind "Last updated" and its colon; nullopt when the line is another. Without a
/// colon a date has to follow: "Last updated figures show …" is a sentence. Of "Last updated by
/// Jane Doe on 3 March 2026" it is the date. In other languages a day or a month has to follow,
/// whose names are those of `language` (BCP 47) or of any other that agrees.
std::optional<std::string_view> updated_text(std::string_view line,
                                             std::string_view language = "en");

/// What stands behind "as of", "Last reviewed" and the like: the day on which a profile was true,
/// which counts where no "Last updated" is given. nullopt when no day or month follows.
std::optional<std::string_view> true_on_text(std::string_view line);

/// True for a line "Last updated : …": never a heading, wherever it stands.
bool is_updated_line(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_TEXT_HEAD_HPP
