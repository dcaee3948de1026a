// SPDX-License-Identifier: GPL-2.0-or-later
// Trains corpus/topic-weights.tsv from labelled texts, or measures by leave-one-writer-out how good
// such weights are on a writer never seen. bench/topics/README.md has the commands.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <iostream>
#include <sstream>
#include <string>

#include "data.hpp"
#include "measure.hpp"
#include "time_tagging.hpp"
#include "write_weights.hpp"

namespace {

using namespace idsearch::bench;

Options read_options(int argc, char** argv) {
  Options options;
  const std::string kinds = "snCbx";
  for (int i = 1; i < argc; ++i) {
    const std::string a = argv[i];
    if (a == "-v")
      options.verbose = true;
    else if (a == "--time")
      options.timed = argv[++i];
    else if (a == "--background")
      options.background = argv[++i];
    else if (a == "-o")
      options.out = argv[++i];
    else if (a == "--thresholds") {
      std::istringstream in(argv[++i]);
      for (double v; in >> v;) options.thresholds.push_back(v);
    } else if (a == "--classes")
      options.classes = argv[++i];
    else if (a == "--rules")
      options.rules = argv[++i];
    else if (a == "--sweeps")
      options.sweeps = std::stoi(argv[++i]);
    else if (a == "--rounds")
      options.rounds = std::stoi(argv[++i]);
    else if (a == "--variance") {
      std::istringstream in(argv[++i]);
      for (auto& v : options.variance) {
        in >> v;
        in.ignore(1);
      }
    } else if (a == "--least") {
      std::istringstream in(argv[++i]);
      for (auto& v : options.least) {
        in >> v;
        in.ignore(1);
      }
    } else
      options.files.push_back(a);
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) try {
  const Options options = read_options(argc, argv);
  if (!options.timed.empty()) {
    time_tagging(options.timed, options);
    return 0;
  }
  Data data;
  for (const auto& file : options.files) read_labelled(data, file);
  const std::size_t labelled = data.texts.size();
  if (!options.background.empty()) read_background(data, options.background);
  extract(data, options);
  std::array<int, kFeatureKinds> counts{};
  for (const auto& c : data.columns)
    counts[static_cast<std::size_t>(c.kind)] +=
        c.texts >= options.least[static_cast<std::size_t>(c.kind)];
  std::printf("%zu texts, %zu writers; features: %d stems, %d next, %d classes, %d both, %d near\n",
              labelled, data.writers.size(), counts[0], counts[1], counts[2], counts[3], counts[4]);
  std::array<double, kTopicCount> thresholds{};
  double step = 0;
  const auto measure = [&] {
    const Scores scores = cross(data, options);
    step = best_step(data, scores);
    thresholds = report(data, lowered(data, scores, step), options);
  };
  if (options.thresholds.size() == kTopicCount + 1) {
    std::copy_n(options.thresholds.begin(), kTopicCount, thresholds.begin());
    step = options.thresholds.back();
  } else
    measure();
  if (!options.out.empty()) write_weights(data, thresholds, step, options);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
