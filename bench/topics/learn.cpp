// SPDX-License-Identifier: GPL-2.0-or-later
// Logistic regression over the sentences of texts.
#include "learn.hpp"

#include <algorithm>
#include <cmath>

namespace idsearch::bench {

namespace {

constexpr double kBackgroundWeight = 0.3;

struct Example {
  const std::vector<std::uint32_t>* columns;
  double y, weight;
};

// Logistic regression with a Gaussian prior by cyclic coordinate steps in a trust region.
void fit(const std::vector<Example>& examples, const Data& data, const Options& options, int sweeps,
         Weights& weights) {
  const std::size_t n = data.columns.size();
  std::vector<std::vector<std::uint32_t>> with(n);
  std::vector<double> margin(examples.size()), p(examples.size());
  for (std::uint32_t i = 0; i < examples.size(); ++i) {
    for (const auto c : *examples[i].columns) with[c].push_back(i);
    margin[i] = weights.score(*examples[i].columns);
  }
  const auto sigmoid = [](double z) { return 1 / (1 + std::exp(-z)); };
  for (std::size_t i = 0; i < examples.size(); ++i) p[i] = sigmoid(margin[i]);
  std::vector<double> trust(n, 1);
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    double gradient = 0, curvature = 1e-9;
    for (std::size_t i = 0; i < examples.size(); ++i) {
      gradient += examples[i].weight * ((examples[i].y > 0) - p[i]);
      curvature += examples[i].weight * p[i] * (1 - p[i]);
    }
    const double step = std::clamp(gradient / curvature, -1.0, 1.0);
    weights.bias += step;
    for (std::size_t i = 0; i < examples.size(); ++i) p[i] = sigmoid(margin[i] += step);
    double moved = 0;
    for (std::size_t c = 0; c < n; ++c) {
      if (with[c].empty()) continue;
      const double precision = 1 / options.variance[static_cast<std::size_t>(data.columns[c].kind)];
      double g = -weights.of[c] * precision, h = precision;
      for (const auto i : with[c]) {
        g += examples[i].weight * ((examples[i].y > 0) - p[i]);
        h += examples[i].weight * p[i] * (1 - p[i]);
      }
      const double d = std::clamp(g / h, -trust[c], trust[c]);
      trust[c] = std::max(2 * std::fabs(d), trust[c] / 2);
      if (std::fabs(d) < 1e-5) continue;
      moved = std::max(moved, std::fabs(d));
      weights.of[c] += d;
      for (const auto i : with[c]) p[i] = sigmoid(margin[i] += d);
    }
    if (moved < 1e-3) break;
  }
}

}  // namespace

// A text with the label has at least one unit that speaks of the topic: the best one so far is
// taken for it, and the others say nothing. All units of a text without the label say no.
Weights train(const Data& data, const std::vector<bool>& use, std::size_t topic,
              const Options& options) {
  Weights weights;
  weights.of.assign(data.columns.size(), 0);
  for (int round = 0; round < options.rounds; ++round) {
    std::vector<Example> examples;
    for (std::size_t t = 0; t < data.texts.size(); ++t) {
      const auto& text = data.texts[t];
      if (!use[t] || text.units.empty()) continue;
      const bool is_background = text.writer == kBackground;
      if (is_background && text.rules[topic]) continue;
      if (text.labels[topic]) {
        if (round == 0 && text.singles > 1) continue;
        std::size_t best = 0;
        weights.score(text, &best);
        examples.push_back({&text.units[best], 1, 1});
      } else {
        for (const auto& unit : text.units)
          examples.push_back({&unit, -1, is_background ? kBackgroundWeight : 1});
      }
    }
    fit(examples, data, options, round == 0 ? options.sweeps : options.sweeps / 2, weights);
  }
  return weights;
}

}  // namespace idsearch::bench
