// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace idsearch::text {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Three rows of the usual table (optimal string alignment): two back for the swap.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> names) {
  // Three letters: shorter beginnings fit too much. A third wrong: beyond that two words of the
  // option table are as near to each other as to the typing error.
  constexpr std::size_t kBeginning = 3;
  constexpr std::size_t kLongestWord = 64;  // no name is longer; keeps the table small
  std::string_view best;
  if (word.empty() || word.size() > kLongestWord) return best;
  std::size_t best_distance = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view name : names) {
    std::size_t distance = edit_distance(word, name);
    const bool begins = std::min(word.size(), name.size()) >= kBeginning &&
                        (name.starts_with(word) || word.starts_with(name));
    if (begins) distance = std::min<std::size_t>(distance, 1);
    if (distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

}  // namespace idsearch::text
