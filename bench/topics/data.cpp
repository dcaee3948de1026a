// SPDX-License-Identifier: GPL-2.0-or-later
// Reads files of labelled texts; features are numbered as they come.
#include "data.hpp"

#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <tuple>

#include "indexer/topic_lexicon.hpp"
#include "indexer/topic_matcher.hpp"
#include "indexer/topic_sequences.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"
#include "indexer/topics.hpp"

namespace idsearch::bench {

using namespace indexer;

namespace {

constexpr std::size_t kEach = 4;

bool is_held_out(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return ((hash >> 32) & 1) != 0;
}
}  // namespace

std::string read_file(const std::string& name) {
  std::ifstream in(name, std::ios::binary);
  if (!in) throw std::runtime_error(name + ": cannot be read");
  return {std::istreambuf_iterator<char>(in), {}};
}

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
  TopicLexicon lexicon;
  TopicSequences sequences(lexicon);
  const TopicClassNames classes(sequences, read_file(options.classes), options.classes);
  TopicVocabulary vocabulary(lexicon, sequences);
  vocabulary.learn_stems(lexicon);
  TopicMatcher matcher(sequences, vocabulary);
  TopicFeatures features(classes, vocabulary);
  const TopicTagger rules(options.rules, RulesOnly{});
  TopicWords words;
  std::map<std::tuple<FeatureKind, std::uint32_t, std::uint32_t>, std::uint32_t> numbers;
  for (auto& text : data.texts) {
    for (const auto& tag : rules.tag(text.text))
      for (std::size_t t = 0; t < kTopicCount; ++t)
        if (tag.name == kTopics[t]) text.rules[t] = true;
    read_topic_words(text.text, vocabulary, words);
    matcher.see(words);
    matcher.find(SequenceGroup::Classes, {});
    features.see(words, matcher);
    std::set<std::uint32_t> of_text;
    const auto number_of = [&](const TopicFeature& f) {
      const auto [at, is_new] =
          numbers.try_emplace({f.kind, f.a, f.b}, static_cast<std::uint32_t>(data.columns.size()));
      if (is_new) {
        const bool stem = f.kind == FeatureKind::Stem || f.kind == FeatureKind::Next;
        std::string name = stem ? lexicon.stem_name(f.a) : classes.name(f.a);
        if (f.kind == FeatureKind::Next) name += " " + lexicon.stem_name(f.b);
        if (f.kind == FeatureKind::Both || f.kind == FeatureKind::Near)
          name += "+" + classes.name(f.b);
        data.columns.push_back({f.kind, name});
      }
      return at->second;
    };
    const std::uint32_t count = features.sentence_count();
    for (std::uint32_t i = 0; i < count; ++i) {
      std::set<std::uint32_t> columns;
      features.for_each<false>(i, nullptr,
                               [&](const TopicFeature& f) { columns.insert(number_of(f)); });
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

}  // namespace idsearch::bench
