// SPDX-License-Identifier: GPL-2.0-or-later
// Trains corpus/topic-weights.tsv from labelled texts, or measures by leave-one-writer-out how good
// such weights are on a writer never seen. bench/topics/README.md has the commands.
#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "indexer/topic_features.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"
#include "indexer/topics.hpp"
#include "text/analyzer.hpp"

namespace {

using namespace idsearch::indexer;

const std::array<std::string, 3> kTopics{"surveillance", "statelessness", "data-protection"};
constexpr std::size_t kTopicCount = 3;
constexpr double kScale = 100;  // of the whole numbers in the file

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

// Each sentence of a passage beyond the first raises the threshold, since each is another chance to
// go wrong; after kMostMore of them no more.
constexpr std::size_t kMostMore = 5;
constexpr std::array<double, 6> kSteps{0, 0.2, 0.3, 0.4, 0.5, 0.6};

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

bool is_held_out(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return ((hash >> 32) & 1) != 0;
}

std::string read_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error(name + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

// FILE is one writer; A,B two files of one writer; "half:FILE" only its tuning half.
void read_labelled(Data& data, const std::string& argument) {
  std::istringstream names(argument);
  std::set<std::string> seen;
  for (std::string name; std::getline(names, name, ',');) {
    const bool half = name.starts_with("half:");
    if (half) name.erase(0, 5);
    std::istringstream in(read_file(name));
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line[0] == '#') continue;
      const auto tab = line.find('\t');
      if (tab == std::string::npos) throw std::runtime_error(name + ": no TAB: " + line);
      Text text;
      text.text = line.substr(tab + 1);
      if (half && is_held_out(text.text)) continue;
      const std::string labels = "," + line.substr(0, tab) + ",";
      for (std::size_t t = 0; t < kTopicCount; ++t)
        text.labels[t] = labels.find("," + kTopics[t] + ",") != std::string::npos;
      text.writer = data.writers.size();
      data.texts.push_back(std::move(text));
    }
  }
  data.writers.push_back(argument);
}

// Lines that are no examples of a writer: every kEach-th, as texts without a label.
constexpr std::size_t kBackground = SIZE_MAX;
constexpr std::size_t kEach = 4;
constexpr double kBackgroundWeight = 0.3;

void read_background(Data& data, const std::string& name) {
  std::istringstream in(read_file(name));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.size() < 30 || ++number % kEach != 0) continue;
    Text text;
    text.text = line;
    text.writer = kBackground;
    data.texts.push_back(std::move(text));
  }
}

void extract(Data& data, const Options& options) {
  TopicVocabulary vocabulary;
  vocabulary.learn_stems(true);
  TopicFeatures features(vocabulary, read_file(options.classes), options.classes);
  const TopicTagger rules(options.rules, RulesOnly{});
  const idsearch::text::Analyzer analyzer;
  TopicWords words;
  std::map<std::tuple<FeatureKind, std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
  std::vector<TopicFeature> unit;
  for (auto& text : data.texts) {
    for (const auto& tag : rules.tag(text.text))
      for (std::size_t t = 0; t < kTopicCount; ++t)
        if (tag.name == kTopics[t]) text.rules[t] = true;
    const auto tokens = analyzer.analyze(text.text);
    split_topic_words(text.text, tokens, words);
    features.see(words, vocabulary.look_up(words));
    std::set<std::uint32_t> of_text;
    const auto number_of = [&](const TopicFeature& f) {
      const auto [at, is_new] =
          numbers.try_emplace({f.kind, f.a, f.b}, static_cast<std::uint32_t>(data.columns.size()));
      if (is_new) {
        const bool stem = f.kind == FeatureKind::Stem || f.kind == FeatureKind::Next;
        std::string name = stem ? vocabulary.stem_name(f.a) : features.class_name(f.a);
        if (f.kind == FeatureKind::Next) name += " " + vocabulary.stem_name(f.b);
        if (f.kind == FeatureKind::Both || f.kind == FeatureKind::Near)
          name += "+" + features.class_name(f.b);
        data.columns.push_back({f.kind, name});
      }
      return at->second;
    };
    const std::uint32_t count = features.sentence_count();
    for (std::uint32_t i = 0; i < count; ++i) {
      unit.clear();
      features.features_of(i, nullptr, unit);
      std::set<std::uint32_t> columns;
      for (const auto& f : unit) columns.insert(number_of(f));
      text.units.emplace_back(columns.begin(), columns.end());
      of_text.insert(columns.begin(), columns.end());
    }
    text.singles = text.units.size();
    for (std::uint32_t i = 0; i + 1 < count; ++i) {
      std::vector<std::uint32_t> two;
      std::ranges::set_union(text.units[i], text.units[i + 1], std::back_inserter(two));
      text.units.push_back(std::move(two));
    }
    for (const auto column : of_text) ++data.columns[column].texts;
  }
  // Rare features go.
  for (auto& text : data.texts)
    for (auto& columns : text.units)
      std::erase_if(columns, [&](std::uint32_t c) {
        const auto& column = data.columns[c];
        return column.texts < options.least[static_cast<std::size_t>(column.kind)];
      });
}

struct Weights {
  std::vector<double> of;  // by column
  double bias = 0;

  double score(const std::vector<std::uint32_t>& unit) const {
    double sum = bias;
    for (const auto c : unit) sum += of[c];
    return sum;
  }
  double score(const Text& text, std::size_t* best_unit = nullptr) const {
    double best = -1e9;
    for (std::size_t i = 0; i < text.units.size(); ++i) {
      const double s = score(text.units[i]);
      if (s <= best) continue;
      best = s;
      if (best_unit != nullptr) *best_unit = i;
    }
    return best;
  }
};

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

using Scores = std::vector<std::array<double, kTopicCount>>;

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

std::size_t more_sentences(const Text& text) {
  return text.singles == 0 ? 0 : std::min(text.singles - 1, kMostMore);
}

Scores lowered(const Data& data, Scores scores, double step) {
  for (std::size_t t = 0; t < data.texts.size(); ++t)
    for (auto& score : scores[t])
      score -= step * static_cast<double>(more_sentences(data.texts[t]));
  return scores;
}

// The step with the best F1 over all topics.
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

void write(const Data& data, const std::array<double, kTopicCount>& thresholds, double step,
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

// Microseconds a passage (a line) takes on this machine, by rules alone and with the model.
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
  const TopicTagger rules(options.rules, RulesOnly{}), both(options.rules);
  measure("rules", [&](const std::string& line) { return rules.tag(line).size(); });
  measure("with model", [&](const std::string& line) { return both.tag(line).size(); });
}

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
  if (!options.out.empty()) write(data, thresholds, step, options);
  return 0;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
