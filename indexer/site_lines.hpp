// SPDX-License-Identifier: GPL-2.0-or-later
// Is a line what sites write below or above every page?
#ifndef IDSEARCH_INDEXER_SITE_LINES_HPP
#define IDSEARCH_INDEXER_SITE_LINES_HPP

#include <string_view>

namespace idsearch::indexer {

/// "© 2026 Example", "All rights reserved.", "Powered by …", "Skip to content", "Privacy policy".
/// A profile may have such a line too; one that has nothing else holds no text.
bool is_site_line(std::string_view line);

/// Those of them that name who owns the page: "© 2026 Example", "All rights reserved."
bool is_copyright_line(std::string_view line);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_SITE_LINES_HPP
