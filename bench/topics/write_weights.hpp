// SPDX-License-Identifier: GPL-2.0-or-later
// How are learned weights written?
#ifndef IDSEARCH_BENCH_TOPICS_WRITE_WEIGHTS_HPP
#define IDSEARCH_BENCH_TOPICS_WRITE_WEIGHTS_HPP

#include <array>

#include "data.hpp"

namespace idsearch::bench {

/// Trains with all texts and writes options.out (the form of corpus/topic-weights.tsv).
void write_weights(const Data& data, const std::array<double, kTopicCount>& thresholds, double step,
                   const Options& options);

}  // namespace idsearch::bench

#endif  // IDSEARCH_BENCH_TOPICS_WRITE_WEIGHTS_HPP
