// SPDX-License-Identifier: GPL-2.0-or-later
// How long does tagging take?
#ifndef IDSEARCH_BENCH_TOPICS_TIME_TAGGING_HPP
#define IDSEARCH_BENCH_TOPICS_TIME_TAGGING_HPP

#include <string>

#include "data.hpp"

namespace idsearch::bench {

/// Prints the microseconds that a passage (a line of the file) takes on this machine, by rules
/// alone and with the model, and how long the rules take to read.
void time_tagging(const std::string& file, const Options& options);

}  // namespace idsearch::bench

#endif  // IDSEARCH_BENCH_TOPICS_TIME_TAGGING_HPP
