// SPDX-License-Identifier: GPL-2.0-or-later
// The best of some rounds, by the clock of the processor.
#include "time_tagging.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <sstream>
#include <vector>

#include "indexer/topics.hpp"
#include "text/analyzer.hpp"

namespace idsearch::bench {

using namespace indexer;

void time_tagging(const std::string& file, const Options& options) {
  std::vector<std::string> lines;
  std::istringstream in(read_file(file));
  std::size_t bytes = 0;
  for (std::string line; std::getline(in, line);) {
    bytes += line.size();
    lines.push_back(line);
  }
  const auto measure = [&](const char* name, const auto& tag) {
    double best = 1e9;
    std::size_t tags = 0;
    for (int round = 0; round < 7; ++round) {
      tags = 0;
      const std::clock_t start = std::clock();  // of the processor: others may be at work
      for (const auto& line : lines) tags += tag(line);
      const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC * 1e6;
      best = std::min(best, took / static_cast<double>(lines.size()));
    }
    std::printf("%-12s %6.2f us a passage (best of 7), %zu tags\n", name, best, tags);
  };
  std::printf("%zu passages of %zu bytes on average\n", lines.size(), bytes / lines.size());
  const idsearch::text::Analyzer analyzer;
  measure("words only", [&](const std::string& line) { return analyzer.analyze(line).size(); });
  const std::clock_t before = std::clock();
  const TopicTagger both(options.rules);
  std::printf("rules, classes and weights read in %.1f ms\n",
              static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC * 1e3);
  const TopicTagger rules(options.rules, RulesOnly{});
  measure("rules", [&](const std::string& line) { return rules.tag(line).size(); });
  measure("with model", [&](const std::string& line) { return both.tag(line).size(); });
}

}  // namespace idsearch::bench
