// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of patterns to tags: ignored words are hidden, rules weigh the rest sentence by sentence.
#include "indexer/topics.hpp"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "indexer/topic_matcher.hpp"
#include "indexer/topic_rules.hpp"
#include "indexer/topic_words.hpp"
#include "store/digest.hpp"
#include "text/analyzer.hpp"

namespace idsearch::embedded {
extern const std::string_view topic_rules;
}  // namespace idsearch::embedded

namespace idsearch::indexer {
namespace {

constexpr std::string_view kBuiltInName = "topics.toml (built in)";

std::string read_rules_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad())
    throw Error(ErrorCode::BadConfiguration, file + ": the topic rules cannot be read",
                "Give --topics the path of a rule file, or leave it out for the built-in rules.");
  return bytes;
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
struct Finding {
  std::uint32_t sentence = 0, rule = 0;
  std::size_t start = 0, end = 0;

  auto operator<=>(const Finding&) const = default;
};

bool overlap(const PatternHit& a, const PatternHit& b) {
  return a.first <= b.last && b.first <= a.last;
}

// Words between two hits that do not overlap.
std::uint32_t distance(const PatternHit& a, const PatternHit& b) {
  return a.first > b.last ? a.first - b.last - 1 : b.first - a.last - 1;
}

}  // namespace

struct TopicTagger::Impl {
  std::string hash;
  std::vector<CompiledTopic> topics;
  // First pass: what to ignore and what speaks against a rule, over all words. Second pass: the
  // rules themselves, over the words that are left.
  TopicMatcher against, rules;
  text::Analyzer analyzer;  // no stemmer: the matchers stem each distinct word once

  // Kept between passages for their memory.
  TopicWords words;
  std::vector<std::uint32_t> masks;
  std::vector<std::vector<PatternHit>> hits_against, hits;

  void compile(const TopicRules& definitions);
  void hide_ignored();
  bool is_ruled_out(const CompiledRule& rule, const PatternHit& hit) const;
  std::optional<PatternHit> widened(const CompiledRule& rule, const PatternHit& hit) const;
  std::vector<Finding> findings(const CompiledTopic& topic) const;
  std::vector<TopicTag> tag(std::string_view text);
};

void TopicTagger::Impl::compile(const TopicRules& definitions) {
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
    return overlap(hit, other) || distance(hit, other) <= rule.unless_within;
  });
}

// The hit together with the nearest word that it needs; none when that word is missing.
std::optional<PatternHit> TopicTagger::Impl::widened(const CompiledRule& rule,
                                                     const PatternHit& hit) const {
  if (!rule.near) return hit;
  const PatternHit* nearest = nullptr;
  for (const auto& other : hits[*rule.near]) {
    if (words.sentence_of[other.first] != words.sentence_of[hit.first]) continue;
    if (overlap(hit, other) || distance(hit, other) > rule.within) continue;
    if (nearest == nullptr || distance(hit, other) < distance(hit, *nearest)) nearest = &other;
  }
  if (nearest == nullptr) return std::nullopt;
  return PatternHit{std::min(hit.first, nearest->first), std::max(hit.last, nearest->last),
                    std::min(hit.start, nearest->start), std::max(hit.end, nearest->end)};
}

std::vector<Finding> TopicTagger::Impl::findings(const CompiledTopic& topic) const {
  std::vector<Finding> out;
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
std::vector<Finding> convincing(const CompiledTopic& topic, const std::vector<Finding>& sorted) {
  std::vector<Finding> out;
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
std::vector<std::string> evidence(std::string_view text, const std::vector<Finding>& found) {
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

std::vector<TopicTag> TopicTagger::Impl::tag(std::string_view text) {
  const auto tokens = analyzer.analyze(text);
  split_topic_words(text, tokens, words);
  against.find(words, {}, hits_against);
  hide_ignored();
  rules.find(words, masks, hits);
  std::vector<TopicTag> tags;
  for (const auto& topic : topics) {
    const auto found = convincing(topic, findings(topic));
    if (!found.empty()) tags.push_back({topic.name, evidence(text, found)});
  }
  return tags;
}

TopicTagger::TopicTagger(const std::string& rules_file) : impl_(std::make_unique<Impl>()) {
  const std::string bytes =
      rules_file.empty() ? std::string(embedded::topic_rules) : read_rules_file(rules_file);
  impl_->compile(read_topic_rules(bytes, rules_file.empty() ? kBuiltInName : rules_file));
  impl_->hash = store::sha256_hex(bytes);
}
TopicTagger::~TopicTagger() = default;
TopicTagger::TopicTagger(TopicTagger&&) noexcept = default;
TopicTagger& TopicTagger::operator=(TopicTagger&&) noexcept = default;

std::vector<TopicTag> TopicTagger::tag(std::string_view text) const { return impl_->tag(text); }

const std::string& TopicTagger::rules_hash() const { return impl_->hash; }

}  // namespace idsearch::indexer
