// SPDX-License-Identifier: GPL-2.0-or-later
// Hits of patterns to tags: ignored words are hidden, rules weigh the rest sentence by sentence;
// where no rule speaks, the learned model may.
#include "indexer/topics.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include "indexer/topic_compiled.hpp"
#include "indexer/topic_matcher.hpp"
#include "indexer/topic_model.hpp"
#include "indexer/topic_vocabulary.hpp"
#include "indexer/topic_words.hpp"

namespace idsearch::indexer {
namespace {

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
  explicit Impl(std::shared_ptr<const CompiledTopics> rules) : compiled(std::move(rules)) {
    if (compiled->model)
      model.emplace(compiled->model->weights, compiled->model->classes, vocabulary,
                    compiled->topics.size());
  }

  std::shared_ptr<const CompiledTopics> compiled;
  TopicVocabulary vocabulary{compiled->lexicon, compiled->sequences};
  TopicMatcher matcher{compiled->sequences, vocabulary};
  std::optional<TopicModel> model;

  // Of the passage at hand.
  TopicWords words;
  std::vector<std::uint32_t> masks;
  std::vector<std::vector<TopicFinding>> findings{compiled->topics.size()};  ///< by topic

  void hide_ignored();
  bool is_ruled_out(const CompiledRule& rule, const PatternHit& hit) const;
  std::optional<PatternHit> widened(const CompiledRule& rule, const PatternHit& hit) const;
  void collect_findings();
  std::string words_between(std::string_view text, PlaceSpan span) const;
  std::vector<TopicTag> tag(std::string_view text);
};

void TopicTagger::Impl::hide_ignored() {
  masks.clear();
  for (const auto& topic : compiled->topics) {
    for (const auto& hit : matcher.hits(topic.ignore)) {
      masks.resize(words.places());
      for (std::uint32_t place = hit.first; place <= hit.last; ++place) masks[place] |= topic.bit;
    }
  }
}

bool TopicTagger::Impl::is_ruled_out(const CompiledRule& rule, const PatternHit& hit) const {
  if (!rule.unless) return false;
  return std::ranges::any_of(matcher.hits(*rule.unless), [&](const PatternHit& other) {
    if (words.sentence_of[other.first] != words.sentence_of[hit.first]) return false;
    return overlap(hit, other) || words_apart(hit, other) <= rule.unless_within;
  });
}

// The hit together with the nearest word that it needs; none when that word is missing.
std::optional<PatternHit> TopicTagger::Impl::widened(const CompiledRule& rule,
                                                     const PatternHit& hit) const {
  if (!rule.near) return hit;
  const PatternHit* nearest = nullptr;
  for (const auto& other : matcher.hits(*rule.near)) {
    if (words.sentence_of[other.first] != words.sentence_of[hit.first]) continue;
    if (overlap(hit, other) || words_apart(hit, other) > rule.within) continue;
    if (nearest == nullptr || words_apart(hit, other) < words_apart(hit, *nearest))
      nearest = &other;
  }
  if (nearest == nullptr) return std::nullopt;
  return PatternHit{std::min(hit.first, nearest->first), std::max(hit.last, nearest->last),
                    std::min(hit.start, nearest->start), std::max(hit.end, nearest->end)};
}

void TopicTagger::Impl::collect_findings() {
  for (auto& of_topic : findings) of_topic.clear();
  for (const std::uint32_t list : matcher.found(SequenceGroup::Rules)) {
    const RuleOfList at = compiled->rule_of_list[list];
    if (at.topic == RuleOfList::kNone) continue;  // only what others need near them
    const CompiledRule& rule = compiled->topics[at.topic].rules[at.rule];
    for (const auto& hit : matcher.hits(list)) {
      if (is_ruled_out(rule, hit)) continue;
      if (const auto wide = widened(rule, hit))
        findings[at.topic].push_back(
            {words.sentence_of[hit.first], at.rule, wide->start, wide->end});
    }
  }
  for (auto& of_topic : findings) std::ranges::sort(of_topic);
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
  return std::string(text.substr(first.start, last.end - first.start));
}

std::vector<TopicTag> TopicTagger::Impl::tag(std::string_view text) {
  read_topic_words(text, vocabulary, words);
  matcher.see(words);
  matcher.find(SequenceGroup::Against, {});
  hide_ignored();
  matcher.find(SequenceGroup::Rules, masks);
  collect_findings();
  const std::vector<ModelVerdict>* verdicts = nullptr;
  if (model) {
    matcher.find(SequenceGroup::Classes, {});
    verdicts = &model->judge(words, matcher, masks);
  }
  std::vector<TopicTag> tags;
  for (std::size_t i = 0; i < compiled->topics.size(); ++i) {
    // Rules are nearly always right, so they come first, and their evidence is the sharper one.
    const CompiledTopic& topic = compiled->topics[i];
    const auto found = convincing(topic, findings[i]);
    if (!found.empty())
      tags.push_back({topic.name, evidence(text, found)});
    else if (verdicts != nullptr && (*verdicts)[i].convinced)
      tags.push_back({topic.name, {words_between(text, model->evidence(i))}});
  }
  return tags;
}

TopicTagger::TopicTagger(const std::string& rules_file)
    : impl_(std::make_unique<Impl>(compile_topics(rules_file, true))) {}
TopicTagger::TopicTagger(const std::string& rules_file, RulesOnly)
    : impl_(std::make_unique<Impl>(compile_topics(rules_file, false))) {}
TopicTagger::~TopicTagger() = default;
TopicTagger::TopicTagger(TopicTagger&&) noexcept = default;
TopicTagger& TopicTagger::operator=(TopicTagger&&) noexcept = default;

std::vector<TopicTag> TopicTagger::tag(std::string_view text) const { return impl_->tag(text); }

const std::string& TopicTagger::rules_hash() const { return impl_->compiled->hash; }

}  // namespace idsearch::indexer
