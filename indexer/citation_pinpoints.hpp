// SPDX-License-Identifier: GPL-2.0-or-later
// Is what stands behind "ibid" or "(n 5)" a place in the work: a page, a section, a paragraph?
#ifndef IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP
#define IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP

#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// "12", "xii", "art 4(2)", "¶ 3", "sch A", "ch II", "artículo 5"; a keyword alone is no pinpoint
/// ("note that").
bool looks_like_pinpoint(std::string_view rest);

/// Without a leading comma, colon, dash or "at", and without one final full stop.
std::string_view clean_pinpoint(std::string_view rest);

/// clean_pinpoint(rest) where that looks like one; nullopt otherwise.
std::optional<std::string> pinpoint_of(std::string_view rest);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PINPOINTS_HPP
