// SPDX-License-Identifier: GPL-2.0-or-later
// Which weights do labelled texts teach?
#ifndef IDSEARCH_BENCH_TOPICS_LEARN_HPP
#define IDSEARCH_BENCH_TOPICS_LEARN_HPP

#include <cstddef>
#include <cstdint>
#include <vector>

#include "data.hpp"

namespace idsearch::bench {

struct Weights {
  std::vector<double> of;  // by column
  double bias = 0;

  double score(const std::vector<std::uint32_t>& unit) const {
    double sum = bias;
    for (const auto c : unit) sum += of[c];
    return sum;
  }
  double score(const Text& text, std::size_t* best_unit = nullptr) const {
    double best = -1e9;
    for (std::size_t i = 0; i < text.units.size(); ++i) {
      const double s = score(text.units[i]);
      if (s <= best) continue;
      best = s;
      if (best_unit != nullptr) *best_unit = i;
    }
    return best;
  }
};

/// Weights for a topic from the texts that are used.
Weights train(const Data& data, const std::vector<bool>& use, std::size_t topic,
              const Options& options);

}  // namespace idsearch::bench

#endif  // IDSEARCH_BENCH_TOPICS_LEARN_HPP
