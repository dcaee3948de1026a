// SPDX-License-Identifier: GPL-2.0-or-later
// Can this page be given to libgumbo, and what of it?
//
// Its tree builder takes time for each tag in the number of open elements, copies unclosed
// formatting elements (<b>, <font>) into every paragraph that follows, and looks through all
// siblings when such elements are nested crosswise: 150 KB of nested <div> take 20 seconds, 1 MB of
// "<p><font size=1>" more memory than there is. So the page is written anew before it is parsed:
// elements inside lines become <span>, what is never shown is left out, and every element that HTML
// closes silently gets its end tag. Then each tag costs the parser no more than the number of open
// elements, which are counted here: too many are refused.
#ifndef IDSEARCH_INDEXER_HTML_GUARD_HPP
#define IDSEARCH_INDEXER_HTML_GUARD_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/html_names.hpp"

namespace idsearch::indexer {

/// Most open elements. Real pages have 10 to 40; what people write by hand stays far below this.
inline constexpr std::size_t kMostOpenElements = 512;
/// Most steps (tags times open elements). Measured: libgumbo takes 3.5 ns for a step when it has to
/// look through all open elements, so this is some four seconds; a page of 1 MB has a few million.
inline constexpr std::size_t kMostNestingSteps = 1'000'000'000;

struct GuardedHtml {
  std::string html;  ///< for the parser; empty when the page is refused
  /// Tags of `html` by their offset there, and what they were before.
  struct Tag {
    std::size_t at = 0;
    HtmlName name = HtmlName::Inline;
    bool cut = false;  ///< the element was still open when another start tag ended it
  };
  std::vector<Tag> tags;  ///< start tags, ascending
  /// Which byte of the page a byte of `html` was.
  struct Piece {
    std::size_t at = 0;      ///< in `html`
    std::size_t source = 0;  ///< in the page
  };
  std::vector<Piece> pieces;   ///< ascending
  std::string refusal;         ///< why the page is refused, "is nested …"; or empty
  std::size_t refused_at = 0;  ///< byte of the page where that was seen
  std::size_t deepest = 0;     ///< most elements that were open

  std::size_t source_of(std::size_t at) const;
  /// The tag there; one of Inline when there is none.
  Tag tag_at(std::size_t at) const;
};

/// `utf8` is valid UTF-8; its line ends are LF.
GuardedHtml guard_html(std::string_view utf8);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_GUARD_HPP
