// SPDX-License-Identifier: GPL-2.0-or-later
// Sums of weights over single sentences and over two in a row; the best of them decides.
#include "indexer/topic_model.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

// Beyond this a weight is a slip of the pen, and a sum of any passage stays far from 64 bits.
constexpr std::int32_t kMaxWeight = 1'000'000;
// Part of the positive weight of a unit that its evidence holds. Less gives single words without
// what makes them telling, more gives whole sentences (read over the labelled texts).
constexpr std::int64_t kEvidenceParts = 60, kEvidenceOf = 100;

// Sentences beyond the first that raise the threshold: each is another chance to go wrong, and most
// passages have no more than six.
constexpr std::uint32_t kMostMore = 5;

std::vector<std::string_view> split(std::string_view text, char at) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = text.find(at);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

[[noreturn]] void fail_at(const std::string& place, const std::string& what) {
  throw Error(ErrorCode::BadConfiguration, place + ": " + what,
              "The form of a file of weights is explained at the head of "
              "corpus/topic-weights.tsv.");
}

std::int32_t parsed_number(std::string_view text, const std::string& place) {
  std::int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value > kMaxWeight ||
      value < -kMaxWeight)
    fail_at(place, "\"" + std::string(text) + "\" is no whole number of at most " +
                       std::to_string(kMaxWeight));
  return value;
}

std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) { return (std::uint64_t{a} << 32) | b; }

// Neighbouring keys far apart (the multiplier is 2^64 over the golden ratio).
std::size_t scatter(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9e3779b97f4a7c15u) >> 32);
}

}  // namespace

TopicModel::TopicModel(TopicVocabulary& vocabulary, const std::vector<std::string>& topics,
                       std::string_view classes_toml, std::string_view classes_file,
                       std::string_view weights, std::string_view weights_file)
    : vocabulary_(vocabulary), features_(vocabulary, classes_toml, classes_file) {
  class_row_.assign(features_.class_count(), 0);
  both_row_.assign(features_.class_count() * features_.class_count(), 0);
  near_row_ = both_row_;
  read_weights(weights, weights_file, topics);
  verdicts_.resize(topics.size());
  best_unit_.resize(columns_);
  sum_.resize(columns_);
  row_seen_.resize(weights_.size() / columns_);
  wanted_.pairs.resize(both_row_.size());
  for (std::size_t i = 0; i < wanted_.pairs.size(); ++i)
    wanted_.pairs[i] = static_cast<std::uint8_t>((both_row_[i] != 0 ? TopicFeatures::kBoth : 0) |
                                                 (near_row_[i] != 0 ? TopicFeatures::kNear : 0));
}

void TopicModel::read_weights(std::string_view text, std::string_view file,
                              const std::vector<std::string>& topics) {
  std::uint32_t row = 0;
  std::size_t line_number = 0;
  for (std::string_view line : split(text, '\n')) {
    const std::string place = std::string(file) + ":" + std::to_string(++line_number);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    if (columns_ > 0) {
      read_line(line, place, row);
      continue;
    }
    const auto head = split(line, '\t');
    if (head.size() < 3 || head[0] != "kind" || head[1] != "feature")
      fail_at(place, "the first line must be \"kind\", \"feature\" and the names of topics");
    for (std::size_t i = 2; i < head.size(); ++i) {
      const auto at = std::ranges::find(topics, head[i]);
      if (at == topics.end())
        fail_at(place, "no topic \"" + std::string(head[i]) + "\" in the rules");
      topic_of_.push_back(static_cast<std::size_t>(at - topics.begin()));
    }
    columns_ = topic_of_.size();
    threshold_.assign(columns_, 0);
    more_.assign(columns_, 0);
    weights_.assign(columns_, 0);
  }
  if (columns_ == 0) fail_at(std::string(file) + ":1", "no weights");
}

void TopicModel::read_line(std::string_view line, const std::string& place, std::uint32_t& row) {
  const auto fields = split(line, '\t');
  if (fields.size() != columns_ + 2)
    fail_at(place, std::to_string(columns_ + 2) + " fields are needed");
  const auto kind = fields[0];
  if (kind == "threshold" || kind == "more") {
    auto& points = kind == "more" ? more_ : threshold_;
    for (std::size_t i = 0; i < columns_; ++i) points[i] = parsed_number(fields[i + 2], place);
    return;
  }
  for (std::size_t i = 0; i < columns_; ++i)
    weights_.push_back(parsed_number(fields[i + 2], place));
  ++row;
  const auto stem = [&](std::string_view name) {
    if (name.empty()) fail_at(place, "a stem is missing");
    const std::uint32_t at = vocabulary_.add_stem(name);
    if (at >= stem_row_.size()) {
      stem_row_.resize(at + 1);
      wanted_.begins_next.resize(at + 1);
    }
    return at;
  };
  const auto word_class = [&](std::string_view name) {
    const auto at = features_.class_number(name);
    if (!at) fail_at(place, "no word class \"" + std::string(name) + "\"");
    return *at;
  };
  const auto two = [&](char between) {
    const auto names = split(fields[1], between);
    if (names.size() != 2) fail_at(place, "two names are needed");
    return std::pair(names[0], names[1]);
  };
  const auto take = [&](std::uint32_t& at) {
    if (at != 0) fail_at(place, "the feature stands twice");
    at = row;
  };
  if (kind == "stem") {
    take(stem_row_[stem(fields[1])]);
  } else if (kind == "next") {
    const auto [first, second] = two(' ');
    const std::uint32_t a = stem(first), b = stem(second);
    wanted_.begins_next[a] = true;
    NextRow& next = next_place(pair_key(a, b));
    next.key = pair_key(a, b);
    ++next_count_;
    take(next.row);
  } else if (kind == "class") {
    take(class_row_[word_class(fields[1])]);
  } else if (kind == "both" || kind == "near") {
    const auto [first, second] = two('+');
    auto a = word_class(first), b = word_class(second);
    if (a > b) std::swap(a, b);
    take((kind == "both" ? both_row_ : near_row_)[a * features_.class_count() + b]);
  } else {
    fail_at(place, "unknown kind \"" + std::string(kind) + "\"");
  }
}

// Where a pair is, or would be; makes room for one more.
TopicModel::NextRow& TopicModel::next_place(std::uint64_t key) {
  if (2 * (next_count_ + 1) > next_rows_.size()) {
    std::vector<NextRow> before(std::max<std::size_t>(2 * next_rows_.size(), 64));
    before.swap(next_rows_);
    for (const auto& next : before)
      if (next.key != 0) next_place(next.key) = next;
  }
  std::size_t at = scatter(key);
  const std::size_t mask = next_rows_.size() - 1;
  while (next_rows_[at & mask].key != 0 && next_rows_[at & mask].key != key) ++at;
  return next_rows_[at & mask];
}

std::uint32_t TopicModel::row_of(const TopicFeature& feature) const {
  switch (feature.kind) {
    case FeatureKind::Stem:
      return feature.a < stem_row_.size() ? stem_row_[feature.a] : 0;
    case FeatureKind::Next: {
      const std::uint64_t key = pair_key(feature.a, feature.b);
      if (next_rows_.empty()) return 0;
      for (std::size_t at = scatter(key);; ++at) {
        const NextRow& next = next_rows_[at & (next_rows_.size() - 1)];
        if (next.key == key) return next.row;
        if (next.key == 0) return 0;
      }
    }
    case FeatureKind::Class:
      return class_row_[feature.a];
    case FeatureKind::Both:
      return both_row_[feature.a * class_row_.size() + feature.b];
    case FeatureKind::Near:
      return near_row_[feature.a * class_row_.size() + feature.b];
  }
  return 0;
}

const std::vector<ModelVerdict>& TopicModel::judge(const TopicWords& words,
                                                   std::span<const KnownWord* const> known,
                                                   std::span<const std::uint32_t> masks) {
  std::ranges::fill(verdicts_, ModelVerdict{});
  best_.assign(columns_, std::numeric_limits<std::int64_t>::min());
  masks_ = masks;
  features_.see(words, known);
  const std::uint32_t sentences = features_.sentence_count();
  for (std::uint32_t i = 0; i < sentences; ++i) judge_sentence(i);
  ++sentence_;  // the next passage shares nothing with the last sentence of this one
  for (std::size_t column = 0; column < columns_; ++column) {
    if (sentences == 0 || best_[column] < more_[column] * std::min(sentences - 1, kMostMore))
      continue;
    const auto [first, last] = best_unit_[column];
    verdicts_[topic_of_[column]] = {true, first, last};
  }
  return verdicts_;
}

// The sentence alone, and together with the one before: what stands in both counts once.
void TopicModel::judge_sentence(std::uint32_t sentence) {
  seen_.clear();
  features_.features_of(sentence, &wanted_, seen_);
  ++sentence_;
  sum_before_.swap(sum_);
  sum_.assign(columns_, 0);
  shared_.assign(columns_, 0);
  for (const auto& feature : seen_) {
    const std::size_t row = row_of(feature);
    if (row == 0 || row_seen_[row] == sentence_) continue;
    const bool is_shared = row_seen_[row] == sentence_ - 1;
    row_seen_[row] = sentence_;
    for (std::size_t column = 0; column < columns_; ++column) {
      const Weight weight = weight_of(row, column, feature);
      sum_[column] += weight;
      if (is_shared) shared_[column] += weight;
    }
  }
  for (std::size_t column = 0; column < columns_; ++column) {
    take_if_best(column, sum_[column], sentence, sentence);
    if (sentence > 0)
      take_if_best(column, sum_[column] + sum_before_[column] - shared_[column], sentence - 1,
                   sentence);
  }
}

void TopicModel::take_if_best(std::size_t column, std::int64_t sum, std::uint32_t first,
                              std::uint32_t last) {
  const std::int64_t above = sum - threshold_[column];
  if (above <= best_[column]) return;
  best_[column] = above;
  best_unit_[column] = {first, last};
}

// The smallest run of words that holds most of the weight for the topic, the first of equal ones.
// A pair gives half its weight to each of its words.
PlaceSpan TopicModel::evidence(std::size_t topic) {
  const auto [convinced, first, last] = verdicts_[topic];
  const auto column =
      static_cast<std::size_t>(std::ranges::find(topic_of_, topic) - topic_of_.begin());
  seen_.clear();
  for (std::uint32_t sentence = first; sentence <= last; ++sentence)
    features_.features_of(sentence, &wanted_, seen_);
  const std::uint32_t from = features_.first_place(first), to = features_.end_place(last);
  std::vector<std::int64_t> weight(to - from, 0);
  const auto add = [&](PlaceSpan at, std::int64_t points) {
    const std::int64_t each = points / static_cast<std::int64_t>(at.last - at.first + 1);
    for (std::uint32_t place = at.first; place <= at.last; ++place) weight[place - from] += each;
  };
  for (const auto& feature : seen_) {
    const std::int64_t points = 2 * std::int64_t{weight_of(row_of(feature), column, feature)};
    if (feature.at == feature.also_at) {
      add(feature.at, points);
    } else {
      add(feature.at, points / 2);
      add(feature.also_at, points / 2);
    }
  }
  std::int64_t all = 0;
  for (auto& one : weight) {
    one = std::max<std::int64_t>(one, 0);
    all += one;
  }
  PlaceSpan best{from, to - 1};
  std::int64_t inside = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t end = 0; end < weight.size(); ++end) {
    inside += weight[end];
    while (begin < end && (inside - weight[begin]) * kEvidenceOf >= all * kEvidenceParts)
      inside -= weight[begin++];
    if (inside * kEvidenceOf >= all * kEvidenceParts && end - begin < best.last - best.first)
      best = {from + begin, from + end};
  }
  return best;
}

}  // namespace idsearch::indexer
