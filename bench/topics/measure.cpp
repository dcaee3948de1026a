// SPDX-License-Identifier: GPL-2.0-or-later
// Leaves one writer out at a time; thresholds are those with the best F1.
#include "measure.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "learn.hpp"

namespace idsearch::bench {

namespace {

// Each sentence of a passage beyond the first raises the threshold, since each is another chance to
// go wrong; after kMostMore of them no more.
constexpr std::size_t kMostMore = 5;
constexpr std::array<double, 6> kSteps{0, 0.2, 0.3, 0.4, 0.5, 0.6};

struct Score {
  int right = 0, wrong = 0, missed = 0;
  void add(bool gold, bool given) {
    right += gold && given;
    wrong += !gold && given;
    missed += gold && !given;
  }
  void add(const Score& o) { right += o.right, wrong += o.wrong, missed += o.missed; }
  double p() const { return right + wrong ? double(right) / (right + wrong) : 1; }
  double r() const { return right + missed ? double(right) / (right + missed) : 1; }
  double f1() const { return 2.0 * right / (2.0 * right + wrong + missed); }
};

void print(const std::string& name, const Score& s) {
  std::printf("%-34s P %.3f R %.3f F1 %.3f (%d/%d/%d)\n", name.c_str(), s.p(), s.r(), s.f1(),
              s.right, s.wrong, s.missed);
}

// The threshold with the best F1 of rules and model together over the chosen texts.
double best_threshold(const Data& data, const Scores& scores, std::size_t topic,
                      const std::vector<bool>& use) {
  double best = 0, best_f1 = -1;
  for (double threshold = -3; threshold <= 2.5; threshold += 0.05) {
    Score score;
    for (std::size_t t = 0; t < data.texts.size(); ++t)
      if (use[t] && data.texts[t].writer != kBackground)
        score.add(data.texts[t].labels[topic],
                  data.texts[t].rules[topic] || scores[t][topic] >= threshold);
    if (score.f1() > best_f1) {
      best_f1 = score.f1();
      best = threshold;
    }
  }
  return best;
}

std::size_t more_sentences(const Text& text) {
  return text.singles == 0 ? 0 : std::min(text.singles - 1, kMostMore);
}

}  // namespace

Scores cross(const Data& data, const Options& options) {
  Scores scores(data.texts.size());
  std::vector<std::pair<std::size_t, std::size_t>> jobs;
  for (std::size_t w = 0; w < data.writers.size(); ++w)
    for (std::size_t topic = 0; topic < kTopicCount; ++topic) jobs.emplace_back(w, topic);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t job; (job = next++) < jobs.size();) {
      const auto [w, topic] = jobs[job];
      std::vector<bool> use;
      for (const auto& text : data.texts) use.push_back(text.writer != w);
      const Weights weights = train(data, use, topic, options);
      for (std::size_t t = 0; t < data.texts.size(); ++t)
        if (!use[t]) scores[t][topic] = weights.score(data.texts[t]);
    }
  };
  std::thread other(work);
  work();
  other.join();
  return scores;
}

Scores lowered(const Data& data, Scores scores, double step) {
  for (std::size_t t = 0; t < data.texts.size(); ++t)
    for (auto& score : scores[t])
      score -= step * static_cast<double>(more_sentences(data.texts[t]));
  return scores;
}

double best_step(const Data& data, const Scores& scores) {
  const std::vector<bool> all(data.texts.size(), true);
  double best = 0, best_f1 = 0;
  for (const double step : kSteps) {
    const Scores with = lowered(data, scores, step);
    Score micro;
    for (std::size_t topic = 0; topic < kTopicCount; ++topic) {
      const double threshold = best_threshold(data, with, topic, all);
      for (std::size_t t = 0; t < data.texts.size(); ++t)
        if (data.texts[t].writer != kBackground)
          micro.add(data.texts[t].labels[topic],
                    data.texts[t].rules[topic] || with[t][topic] >= threshold);
    }
    std::printf("step %.1f: micro F1 %.3f\n", step, micro.f1());
    if (micro.f1() <= best_f1) continue;
    best_f1 = micro.f1();
    best = step;
  }
  return best;
}

std::array<double, kTopicCount> report(const Data& data, const Scores& scores,
                                       const Options& options) {
  const std::vector<bool> all(data.texts.size(), true);
  std::array<double, kTopicCount> thresholds{};
  for (std::size_t topic = 0; topic < kTopicCount; ++topic)
    thresholds[topic] = best_threshold(data, scores, topic, all);
  Score micro, micro_rules, micro_nested, micro_model;
  std::map<std::size_t, Score> by_writer;
  for (std::size_t topic = 0; topic < kTopicCount; ++topic) {
    Score score, rules, model, nested;
    std::vector<double> of_writer;
    for (std::size_t w = 0; w < data.writers.size(); ++w) {
      std::vector<bool> use;
      for (const auto& text : data.texts) use.push_back(text.writer != w);
      of_writer.push_back(best_threshold(data, scores, topic, use));
    }
    for (std::size_t t = 0; t < data.texts.size(); ++t) {
      const auto& text = data.texts[t];
      if (text.writer == kBackground) continue;
      const bool model_says = scores[t][topic] >= thresholds[topic];
      const bool given = text.rules[topic] || scores[t][topic] >= of_writer[text.writer];
      score.add(text.labels[topic], text.rules[topic] || model_says);
      rules.add(text.labels[topic], text.rules[topic]);
      model.add(text.labels[topic], model_says);
      nested.add(text.labels[topic], given);
      by_writer[text.writer].add(text.labels[topic], given);
      if (options.verbose && given != text.labels[topic])
        std::printf("%s\t%s\t%+.2f\t%zu\t%s\n", given ? "FP" : "FN", kTopics[topic].c_str(),
                    scores[t][topic] - thresholds[topic], text.writer, text.text.c_str());
    }
    std::printf("%s, threshold %.2f\n", kTopics[topic].c_str(), thresholds[topic]);
    print("  rules", rules);
    print("  model", model);
    print("  both", nested);
    micro.add(score), micro_rules.add(rules), micro_nested.add(nested), micro_model.add(model);
  }
  for (const auto& [w, score] : by_writer) print(data.writers[w], score);
  print("micro, rules", micro_rules);
  print("micro, model", micro_model);
  print("micro, both (thresholds pooled)", micro);
  print("micro, both", micro_nested);
  return thresholds;
}

}  // namespace idsearch::bench
