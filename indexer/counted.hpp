// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers of things in messages.
#ifndef IDSEARCH_INDEXER_COUNTED_HPP
#define IDSEARCH_INDEXER_COUNTED_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// "1 note", "2 notes", "0 notes".
inline std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_COUNTED_HPP
