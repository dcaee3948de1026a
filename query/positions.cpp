// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/positions.hpp"

#include <algorithm>
#include <cstddef>

namespace idsearch::query {
namespace {

class NearSearch {
 public:
  NearSearch(std::span<const std::vector<WordSpan>> operands, std::uint32_t reach,
             std::vector<std::vector<bool>>* used)
      : operands_(operands), reach_(reach), used_(used), chosen_(operands.size()) {
    for (const auto& spans : operands_)
      for (const WordSpan& span : spans) longest_ = std::max(longest_, span.last - span.first);
  }

  /// Tries each span as the first of a choice.
  bool run() {
    for (std::size_t operand = 0; operand < operands_.size(); ++operand) {
      for (std::size_t i = 0; i < operands_[operand].size(); ++i) {
        first_ = operand;
        chosen_[operand] = i;
        start_ = operands_[operand][i].first;
        if (extend(0) && used_ == nullptr) return true;
      }
    }
    return found_;
  }

 private:
  const WordSpan& span_of(std::size_t operand) const {
    return operands_[operand][chosen_[operand]];
  }

  bool overlaps(std::size_t operand, std::size_t up_to) const {
    const WordSpan& span = span_of(operand);
    const auto meets = [&](std::size_t other) {
      return span.first <= span_of(other).last && span_of(other).first <= span.last;
    };
    for (std::size_t other = 0; other < up_to; ++other)
      if (other != operand && meets(other)) return true;
    return first_ >= up_to && first_ != operand && meets(first_);
  }

  bool extend(std::size_t operand) {
    if (operand == operands_.size()) return accept();
    if (operand == first_) return !overlaps(operand, operand) && extend(operand + 1);
    const auto& spans = operands_[operand];
    const std::uint32_t limit =
        start_ + reach_ + longest_ * static_cast<std::uint32_t>(operands_.size());
    const auto begin = std::lower_bound(spans.begin(), spans.end(), WordSpan{start_, start_});
    bool any = false;
    for (auto at = begin; at != spans.end() && at->first <= limit; ++at) {
      chosen_[operand] = static_cast<std::size_t>(at - spans.begin());
      if (overlaps(operand, operand)) continue;
      any = extend(operand + 1) || any;
      if (any && used_ == nullptr) return true;
    }
    return any;
  }

  bool accept() {
    std::uint32_t last = 0, inside = 0;
    for (std::size_t operand = 0; operand < operands_.size(); ++operand) {
      last = std::max(last, span_of(operand).last);
      inside += span_of(operand).last - span_of(operand).first;
    }
    if (last - start_ > reach_ + inside) return false;
    found_ = true;
    if (used_ != nullptr)
      for (std::size_t operand = 0; operand < operands_.size(); ++operand)
        (*used_)[operand][chosen_[operand]] = true;
    return true;
  }

  std::span<const std::vector<WordSpan>> operands_;
  std::uint32_t reach_;
  std::vector<std::vector<bool>>* used_;
  std::vector<std::size_t> chosen_;
  std::size_t first_ = 0;
  std::uint32_t start_ = 0, longest_ = 0;
  bool found_ = false;
};

}  // namespace

std::vector<WordSpan> sequences(std::span<const std::vector<WordSpan>> slots) {
  if (slots.empty()) return {};
  std::vector<WordSpan> result{slots.front()};
  for (const auto& slot : slots.subspan(1)) {
    std::vector<WordSpan> longer;
    for (const WordSpan& span : result) {
      auto next = std::lower_bound(slot.begin(), slot.end(), WordSpan{span.last + 1, 0});
      for (; next != slot.end() && next->first == span.last + 1; ++next)
        longer.push_back({span.first, next->last});
    }
    result = std::move(longer);
  }
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

bool near_each_other(std::span<const std::vector<WordSpan>> operands, std::uint32_t reach,
                     std::vector<std::vector<bool>>* used) {
  if (used != nullptr) {
    used->clear();
    for (const auto& spans : operands) used->emplace_back(spans.size(), false);
  }
  for (const auto& spans : operands)
    if (spans.empty()) return false;
  return NearSearch(operands, reach, used).run();
}

bool in_one_sentence(std::span<const std::vector<WordSpan>> operands,
                     std::span<const std::uint32_t> starts, std::vector<std::vector<bool>>* used) {
  if (used != nullptr) {
    used->clear();
    for (const auto& spans : operands) used->emplace_back(spans.size(), false);
  }
  // Longer than any sentence, and far from where sums of it would wrap.
  constexpr std::uint32_t kAnywhere = 1U << 24;
  bool any = false;
  for (std::size_t sentence = 0; sentence <= starts.size(); ++sentence) {
    const std::uint32_t first = sentence == 0 ? 0 : starts[sentence - 1];
    const std::uint32_t behind = sentence < starts.size() ? starts[sentence] : UINT32_MAX;
    std::vector<std::vector<WordSpan>> inside;
    std::vector<std::vector<std::size_t>> numbers;  // of those inside
    for (const auto& spans : operands) {
      auto& some = inside.emplace_back();
      auto& which = numbers.emplace_back();
      for (std::size_t i = 0; i < spans.size(); ++i) {
        if (spans[i].first < first || spans[i].last >= behind) continue;
        some.push_back(spans[i]);
        which.push_back(i);
      }
      if (some.empty()) break;
    }
    if (inside.size() < operands.size() || inside.back().empty()) continue;
    std::vector<std::vector<bool>> used_inside;
    if (!near_each_other(inside, kAnywhere, used == nullptr ? nullptr : &used_inside)) continue;
    any = true;
    if (used == nullptr) return true;
    for (std::size_t k = 0; k < operands.size(); ++k)
      for (std::size_t i = 0; i < numbers[k].size(); ++i)
        if (used_inside[k][i]) (*used)[k][numbers[k][i]] = true;
  }
  return any;
}

}  // namespace idsearch::query
