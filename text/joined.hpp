// SPDX-License-Identifier: GPL-2.0-or-later
// Words of a list one behind the other.
#ifndef IDSEARCH_TEXT_JOINED_HPP
#define IDSEARCH_TEXT_JOINED_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

/// All `parts` with `between` between each two; empty when there are none.
inline std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) result += between;
    result += parts[i];
  }
  return result;
}

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_JOINED_HPP
