// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the passages found are like others that rank well? Those that say the same thing in
// other words, or more of it, come up; a passage that shares a chance word with the query and
// nothing with the rest goes down.
//
// Everything needed comes from the passages found themselves, so that the answer is the same over
// one index and over shards. All sums are of whole numbers: no machine rounds them otherwise.
#ifndef IDSEARCH_QUERY_LIKENESS_HPP
#define IDSEARCH_QUERY_LIKENESS_HPP

#include <span>
#include <vector>

#include "store/outline.hpp"

namespace idsearch::query {

using Outline = std::vector<store::OutlineEntry>;

/// For each passage the mean score of the kNearest others most like it, by likeness, and a trace
/// (kTraceLikeness) of the least of `scores`; that alone for one that is like none. `scores`: by
/// rank, multiples of kWeightGrain; at most kCompared. Never below the least score nor above the
/// highest.
std::vector<double> scores_of_the_like(std::span<const double> scores,
                                       std::span<const Outline> outlines);

/// A passage's score and that of those like it, put together: between the two, and monotone in
/// both.
double with_the_like(double own, double like);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_LIKENESS_HPP
