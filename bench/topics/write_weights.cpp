// SPDX-License-Identifier: GPL-2.0-or-later
// Whole numbers in a table, sorted by kind and name.
#include "write_weights.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "learn.hpp"

namespace idsearch::bench {

namespace {

constexpr double kScale = 100;  // of the whole numbers in the file

}  // namespace

void write_weights(const Data& data, const std::array<double, kTopicCount>& thresholds, double step,
                   const Options& options) {
  const std::vector<bool> all(data.texts.size(), true);
  std::vector<Weights> weights(kTopicCount);
  std::thread other([&] { weights[0] = train(data, all, 0, options); });
  for (std::size_t topic = 1; topic < kTopicCount; ++topic)
    weights[topic] = train(data, all, topic, options);
  other.join();
  std::ofstream out(options.out, std::ios::binary);
  out << "# SPDX-License-Identifier: GPL-2.0-or-later\n"
         "# Learned weights of topics, in hundredths: made by bench/topics/train from\n"
         "# bench/topics/labelled/, not by hand. A sentence (or two in a row) speaks of a topic "
         "when\n"
         "# the weights of its features reach the threshold.\n"
         "#   stem   a word with this stem stands in it; next: two such words in a row\n"
         "#   class  a word of this class of topic-words.toml; both: words of two classes, "
         "anywhere;\n"
         "#   near   words of two classes at most four words apart\n"
         "#   more   is added to the threshold for each sentence beyond the first, up to five\n"
         "kind\tfeature";
  for (const auto& topic : kTopics) out << '\t' << topic;
  out << "\nthreshold\t";
  for (std::size_t t = 0; t < kTopicCount; ++t)
    out << '\t' << std::lround((thresholds[t] - weights[t].bias) * kScale);
  out << "\nmore\t";
  for (std::size_t t = 0; t < kTopicCount; ++t) out << '\t' << std::lround(step * kScale);
  out << '\n';
  static constexpr std::array<const char*, kFeatureKinds> kKinds{"stem", "next", "class", "both",
                                                                 "near"};
  std::vector<std::tuple<FeatureKind, std::string, std::array<long, kTopicCount>>> rows;
  for (std::size_t c = 0; c < data.columns.size(); ++c) {
    std::array<long, kTopicCount> row{};
    long most = 0;
    for (std::size_t t = 0; t < kTopicCount; ++t) {
      row[t] = std::lround(weights[t].of[c] * kScale);
      most = std::max(most, std::labs(row[t]));
    }
    if (most >= 4) rows.emplace_back(data.columns[c].kind, data.columns[c].name, row);
  }
  std::ranges::sort(rows);
  for (const auto& [kind, name, row] : rows) {
    out << kKinds[static_cast<std::size_t>(kind)] << '\t' << name;
    for (const long w : row) out << '\t' << w;
    out << '\n';
  }
  std::printf("%zu weights written to %s\n", rows.size(), options.out.c_str());
}

}  // namespace idsearch::bench
