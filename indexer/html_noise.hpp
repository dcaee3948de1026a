// SPDX-License-Identifier: GPL-2.0-or-later
// Which parts of a page are not the profile: menus, cookie banners, related links, what is hidden?
#ifndef IDSEARCH_INDEXER_HTML_NOISE_HPP
#define IDSEARCH_INDEXER_HTML_NOISE_HPP

#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_page.hpp"
#include "indexer/html_side_notes.hpp"

namespace idsearch::indexer {

struct HtmlNoise {
  std::vector<bool> unseen;  ///< by node: neither text of the page nor of a note
  std::vector<bool> noise;   ///< by node: belongs to the site or is hidden; may still hold notes
};

/// Tabs that are not shown now are no noise: what is hidden counts when it has a heading or a mark,
/// or is named as a tab. Nothing is noise that holds marks, the <h1>, or most of the page; and all
/// is outside of <main>, if that has most of it.
///
/// Of `side` notes the toggles are unseen, and the copies; the others are seen, also those that
/// open like tooltips.
HtmlNoise find_noise(const HtmlPage& page, const std::vector<NoteLink>& links,
                     const std::vector<SideNote>& side = {});

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOISE_HPP
