// SPDX-License-Identifier: GPL-2.0-or-later
// RawProfile to Profile: what all formats have in common. Marks leave the text, headings become
// section paths, passages get ids, country and date are read, notes resolved and compared with the
// marks.
#ifndef IDSEARCH_INDEXER_ASSEMBLE_HPP
#define IDSEARCH_INDEXER_ASSEMBLE_HPP

#include <string_view>

#include "idsearch/index.hpp"
#include "idsearch/profile.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

/// Topics are not yet tagged.
Profile assemble(std::string_view file, std::string_view format, const RawProfile& raw,
                 const ParseOptions& options);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_ASSEMBLE_HPP
