// SPDX-License-Identifier: GPL-2.0-or-later
// How good are such weights on a writer never seen?
#ifndef IDSEARCH_BENCH_TOPICS_MEASURE_HPP
#define IDSEARCH_BENCH_TOPICS_MEASURE_HPP

#include <array>
#include <cstddef>
#include <vector>

#include "data.hpp"

namespace idsearch::bench {

using Scores = std::vector<std::array<double, kTopicCount>>;

/// Of each text by weights that all other writers taught.
Scores cross(const Data& data, const Options& options);

/// The scores less `step` for each sentence of a text beyond the first, up to five: each is another
/// chance to go wrong.
Scores lowered(const Data& data, Scores scores, double step);

/// The step with the best F1 over all topics.
double best_step(const Data& data, const Scores& scores);

/// Prints precision, recall and F1; the best thresholds.
std::array<double, kTopicCount> report(const Data& data, const Scores& scores,
                                       const Options& options);

}  // namespace idsearch::bench

#endif  // IDSEARCH_BENCH_TOPICS_MEASURE_HPP
