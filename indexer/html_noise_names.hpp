// SPDX-License-Identifier: GPL-2.0-or-later
// Which classes and ids do sites give to what is theirs: menus, banners, buttons to share?
#ifndef IDSEARCH_INDEXER_HTML_NOISE_NAMES_HPP
#define IDSEARCH_INDEXER_HTML_NOISE_NAMES_HPP

#include <string_view>

namespace idsearch::indexer {

enum class NoiseName {
  None,
  Unsure,  ///< a word of the site's among others: "tags-input", "comments-on-the-law"
  Labels,  ///< menus, buttons, tags: nothing that holds sentences
  Sure,
};

/// Whether a class or an id of an element says that it belongs to the site: "cookie-banner",
/// "siteFooter", "related".
NoiseName noise_name(std::string_view name);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NOISE_NAMES_HPP
