// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of patterns to tags: ignored words are hidden, rules weigh the rest sentence by sentence;
// where no rule speaks, the learned model may.
#include "indexer/topics.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "indexer/topic_matcher.hpp"
#include "indexer/topic_model.hpp"
#include "indexer/topic_rules.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"
#include "store/digest.hpp"
#include "text/analyzer.hpp"

namespace idsearch::embedded {
extern const std::string_view topic_rules, topic_words, topic_weights;
}  // namespace idsearch::embedded

namespace idsearch::indexer {
namespace {

// The bytes of a file and the name that messages give it.
struct Source {
  std::string name, bytes;
};

Source built_in(std::string_view name, std::string_view bytes) {
  return {std::string(name) + " (built in)", std::string(bytes)};
}

Source read_source(const std::string& file, const std::string& what) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad())
    throw Error(ErrorCode::BadConfiguration, file + ": the " + what + " cannot be read",
                "Give --topics the path of a rule file, or leave it out for the built-in rules; "
                "a file that its [model] names stands beside it.");
  return {file, std::move(bytes)};
}

// A file that the rule file names: relative to it.
Source read_beside(const std::string& rules_file, const std::string& name,
                   const std::string& what) {
  return read_source((std::filesystem::path(rules_file).parent_path() / name).string(), what);
}

// A rule with its patterns replaced by the numbers of their lists.
struct CompiledRule {
  std::uint32_t match = 0;              // of the second pass
  std::optional<std::uint32_t> near;    // of the second pass
  std::optional<std::uint32_t> unless;  // of the first pass
  std::uint32_t within = 0, unless_within = 0, weight = 0;
};

struct CompiledTopic {
  std::string name;
  std::uint32_t threshold = 0, bit = 0;
  std::uint32_t ignore = 0;  // list of the first pass
  std::vector<CompiledRule> rules;
};

// What speaks for a topic: a rule's hit, widened by the words near it that it needed.
struct TopicFinding {
  std::uint32_t sentence = 0, rule = 0;
  std::size_t start = 0, end = 0;

  auto operator<=>(const TopicFinding&) const = default;
};

bool overlap(const PatternHit& a, const PatternHit& b) {
  return a.first <= b.last && b.first <= a.last;
}

// Words between two hits that do not overlap.
std::uint32_t words_apart(const PatternHit& a, const PatternHit& b) {
  return a.first > b.last ? a.first - b.last - 1 : b.first - a.last - 1;
}

}  // namespace

struct TopicTagger::Impl {
  std::string hash;
  std::vector<CompiledTopic> topics;
  TopicVocabulary vocabulary;
  // First pass: what to ignore and what speaks against a rule, over all words. Second pass: the
  // rules themselves, over the words that are left.
  TopicMatcher against{vocabulary}, rules{vocabulary};
  std::optional<TopicModel> model;
  text::Analyzer analyzer;  // no stemmer: the matchers stem each distinct word once

  // Kept between passages for their memory.
  TopicWords words;
  std::vector<std::uint32_t> masks;
  std::vector<std::vector<PatternHit>> hits_against, hits;

  void read(const std::string& rules_file, bool with_model);
  void compile(const std::vector<TopicDefinition>& definitions);
  void hide_ignored();
  bool is_ruled_out(const CompiledRule& rule, const PatternHit& hit) const;
  std::optional<PatternHit> widened(const CompiledRule& rule, const PatternHit& hit) const;
  std::vector<TopicFinding> findings(const CompiledTopic& topic) const;
  std::string words_between(std::string_view text, PlaceSpan span) const;
  std::vector<TopicTag> tag(std::string_view text);
};

void TopicTagger::Impl::compile(const std::vector<TopicDefinition>& definitions) {
  for (std::size_t i = 0; i < definitions.size(); ++i) {
    const auto& definition = definitions[i];
    CompiledTopic topic{definition.name,
                        definition.threshold,
                        std::uint32_t{1} << i,
                        against.add_list(definition.ignore, 0),
                        {}};
    for (const auto& rule : definition.rules) {
      CompiledRule compiled;
      compiled.match = rules.add_list(rule.match, topic.bit);
      if (!rule.near.empty()) compiled.near = rules.add_list(rule.near, topic.bit);
      if (!rule.unless.empty()) compiled.unless = against.add_list(rule.unless, 0);
      compiled.within = rule.within;
      compiled.unless_within = rule.unless_within;
      compiled.weight = rule.weight;
      topic.rules.push_back(compiled);
    }
    topics.push_back(std::move(topic));
  }
}

void TopicTagger::Impl::hide_ignored() {
  masks.clear();
  for (const auto& topic : topics) {
    for (const auto& hit : hits_against[topic.ignore]) {
      masks.resize(words.places());
      for (std::uint32_t place = hit.first; place <= hit.last; ++place) masks[place] |= topic.bit;
    }
  }
}

bool TopicTagger::Impl::is_ruled_out(const CompiledRule& rule, const PatternHit& hit) const {
  if (!rule.unless) return false;
  return std::ranges::any_of(hits_against[*rule.unless], [&](const PatternHit& other) {
    if (words.sentence_of[other.first] != words.sentence_of[hit.first]) return false;
    return overlap(hit, other) || words_apart(hit, other) <= rule.unless_within;
  });
}

// The hit together with the nearest word that it needs; none when that word is missing.
std::optional<PatternHit> TopicTagger::Impl::widened(const CompiledRule& rule,
                                                     const PatternHit& hit) const {
  if (!rule.near) return hit;
  const PatternHit* nearest = nullptr;
  for (const auto& other : hits[*rule.near]) {
    if (words.sentence_of[other.first] != words.sentence_of[hit.first]) continue;
    if (overlap(hit, other) || words_apart(hit, other) > rule.within) continue;
    if (nearest == nullptr || words_apart(hit, other) < words_apart(hit, *nearest))
      nearest = &other;
  }
  if (nearest == nullptr) return std::nullopt;
  return PatternHit{std::min(hit.first, nearest->first), std::max(hit.last, nearest->last),
                    std::min(hit.start, nearest->start), std::max(hit.end, nearest->end)};
}

std::vector<TopicFinding> TopicTagger::Impl::findings(const CompiledTopic& topic) const {
  std::vector<TopicFinding> out;
  for (std::uint32_t i = 0; i < topic.rules.size(); ++i) {
    const CompiledRule& rule = topic.rules[i];
    for (const auto& hit : hits[rule.match]) {
      if (is_ruled_out(rule, hit)) continue;
      if (const auto wide = widened(rule, hit))
        out.push_back({words.sentence_of[hit.first], i, wide->start, wide->end});
    }
  }
  std::ranges::sort(out);
  return out;
}

namespace {

// Findings of the sentences that reach the threshold; each rule counts once in a sentence.
std::vector<TopicFinding> convincing(const CompiledTopic& topic,
                                     const std::vector<TopicFinding>& sorted) {
  std::vector<TopicFinding> out;
  for (auto begin = sorted.begin(); begin != sorted.end();) {
    auto end = begin;
    std::uint64_t points = 0;
    for (; end != sorted.end() && end->sentence == begin->sentence; ++end)
      if (end == begin || end->rule != std::prev(end)->rule)
        points += topic.rules[end->rule].weight;
    if (points >= topic.threshold) out.insert(out.end(), begin, end);
    begin = end;
  }
  return out;
}

// Verbatim pieces in text order: overlapping ones become one, repeated wording is given once.
std::vector<std::string> evidence(std::string_view text, const std::vector<TopicFinding>& found) {
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const auto& finding : found) ranges.emplace_back(finding.start, finding.end);
  std::ranges::sort(ranges);
  std::vector<std::pair<std::size_t, std::size_t>> merged;
  for (const auto& range : ranges) {
    if (!merged.empty() && range.first < merged.back().second)
      merged.back().second = std::max(merged.back().second, range.second);
    else
      merged.push_back(range);
  }
  std::vector<std::string> out;
  for (const auto& [start, end] : merged) {
    std::string piece(text.substr(start, end - start));
    if (std::ranges::find(out, piece) == out.end()) out.push_back(std::move(piece));
  }
  return out;
}

}  // namespace

std::string TopicTagger::Impl::words_between(std::string_view text, PlaceSpan span) const {
  // The first word of a place is a single one, joined forms stand behind it.
  const auto& first = words.words[words.begin_of[span.first]];
  const auto& last = words.words[words.begin_of[span.last]];
  return std::string(text.substr(first.token->start, last.token->end - first.token->start));
}

std::vector<TopicTag> TopicTagger::Impl::tag(std::string_view text) {
  const auto tokens = analyzer.analyze(text);
  split_topic_words(text, tokens, words);
  const auto known = vocabulary.look_up(words);
  against.find(words, known, {}, hits_against);
  hide_ignored();
  rules.find(words, known, masks, hits);
  const auto* verdicts = model ? &model->judge(words, known, masks) : nullptr;
  std::vector<TopicTag> tags;
  for (std::size_t i = 0; i < topics.size(); ++i) {
    // Rules are nearly always right, so they come first, and their evidence is the sharper one.
    const auto found = convincing(topics[i], findings(topics[i]));
    if (!found.empty())
      tags.push_back({topics[i].name, evidence(text, found)});
    else if (verdicts != nullptr && (*verdicts)[i].convinced)
      tags.push_back({topics[i].name, {words_between(text, model->evidence(i))}});
  }
  return tags;
}

void TopicTagger::Impl::read(const std::string& rules_file, bool with_model) {
  const bool built = rules_file.empty();
  const Source rules_source = built ? built_in("topics.toml", embedded::topic_rules)
                                    : read_source(rules_file, "topic rules");
  const TopicRules definitions = read_topic_rules(rules_source.bytes, rules_source.name);
  compile(definitions.topics);
  hash = store::sha256_hex(rules_source.bytes);
  if (!definitions.model || !with_model) return;
  const auto& named = *definitions.model;
  const Source classes = built ? built_in(named.words, embedded::topic_words)
                               : read_beside(rules_file, named.words, "word classes");
  const Source weights = built ? built_in(named.weights, embedded::topic_weights)
                               : read_beside(rules_file, named.weights, "weights of topics");
  std::vector<std::string> names;
  for (const auto& topic : topics) names.push_back(topic.name);
  model.emplace(vocabulary, names, classes.bytes, classes.name, weights.bytes, weights.name);
  hash =
      store::sha256_hex(hash + store::sha256_hex(classes.bytes) + store::sha256_hex(weights.bytes));
}

TopicTagger::TopicTagger(const std::string& rules_file) : impl_(std::make_unique<Impl>()) {
  impl_->read(rules_file, true);
}
TopicTagger::TopicTagger(const std::string& rules_file, RulesOnly)
    : impl_(std::make_unique<Impl>()) {
  impl_->read(rules_file, false);
}
TopicTagger::~TopicTagger() = default;
TopicTagger::TopicTagger(TopicTagger&&) noexcept = default;
TopicTagger& TopicTagger::operator=(TopicTagger&&) noexcept = default;

std::vector<TopicTag> TopicTagger::tag(std::string_view text) const { return impl_->tag(text); }

const std::string& TopicTagger::rules_hash() const { return impl_->hash; }

}  // namespace idsearch::indexer
