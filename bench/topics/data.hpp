// SPDX-License-Identifier: GPL-2.0-or-later
// Which texts with which labels are there, and which features stand in them?
#ifndef IDSEARCH_BENCH_TOPICS_DATA_HPP
#define IDSEARCH_BENCH_TOPICS_DATA_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/topic_features.hpp"

namespace idsearch::bench {

using indexer::FeatureKind;
using indexer::kFeatureKinds;

inline const std::array<std::string, 3> kTopics{"surveillance", "statelessness", "data-protection"};
inline constexpr std::size_t kTopicCount = 3;

struct Options {
  std::string classes = "corpus/topic-words.toml", rules = "corpus/topics.toml", out;
  bool verbose = false;
  std::string timed;               // file of passages whose tagging is timed; nothing else is done
  std::string background;          // file of passages taken to be about nothing, for training only
  std::vector<double> thresholds;  // given: nothing is measured
  // Variance of the Gaussian prior by kind of feature, and the fewest texts a feature stands in.
  std::array<double, kFeatureKinds> variance{0.40, 0.25, 0.50, 0.05, 0.10};
  std::array<int, kFeatureKinds> least{2, 2, 2, 3, 3};
  int sweeps = 25, rounds = 4;
  std::vector<std::string> files;
};

struct Text {
  std::string text;
  std::array<bool, kTopicCount> labels{}, rules{};
  std::size_t writer = 0;
  std::vector<std::vector<std::uint32_t>> units;  // columns of features
  std::size_t singles = 0;                        // the first so many units are single sentences
};

struct Column {
  FeatureKind kind;
  std::string name;
  int texts = 0;
};

struct Data {
  std::vector<Text> texts;
  std::vector<std::string> writers;
  std::vector<Column> columns;
};

/// Whose texts are examples of no writer.
inline constexpr std::size_t kBackground = SIZE_MAX;

std::string read_file(const std::string& name);

/// FILE is one writer; A,B two files of one writer; "half:FILE" only its tuning half.
void read_labelled(Data& data, const std::string& argument);

/// Lines that are no examples of a writer: every kEach-th, as texts without a label.
void read_background(Data& data, const std::string& name);

/// Finds the features of all texts and what the rules say of them.
void extract(Data& data, const Options& options);

}  // namespace idsearch::bench

#endif  // IDSEARCH_BENCH_TOPICS_DATA_HPP
