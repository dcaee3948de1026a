// SPDX-License-Identifier: GPL-2.0-or-later
// The text-dump layout: head, headings without markup, one paragraph a line, "12.^" notes.
#ifndef IDSEARCH_INDEXER_READ_TEXT_HPP
#define IDSEARCH_INDEXER_READ_TEXT_HPP

#include <string_view>

#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Never fails; any bytes give a RawProfile.
RawProfile read_text(std::string_view bytes);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_READ_TEXT_HPP
