// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/positions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace idsearch::query {
namespace {

/// One of the spans, and which operand it is of.
struct Place {
  std::uint32_t first, last;
  std::size_t operand;

  std::int64_t inside() const { return last - first; }
};

/// All choices at once, so that it takes as long as there are places, however many choices they
/// give: only which operands stand before a place counts, and the best that can be said of these.
/// (Eight operands that occur fifty times each in a sentence have more choices than can be tried.)
class NearSearch {
 public:
  NearSearch(std::span<const std::vector<WordSpan>> operands, std::uint32_t reach)
      : reach_(reach), sets_(std::size_t{1} << operands.size()) {
    for (std::size_t operand = 0; operand < operands.size(); ++operand)
      for (const WordSpan& span : operands[operand])
        places_.push_back({span.first, span.last, operand});
    std::ranges::sort(places_, {}, &Place::first);
    for (std::size_t i = 0; i < places_.size(); ++i) by_end_.push_back(i);
    std::ranges::sort(by_end_, {}, [&](std::size_t i) { return places_[i].last; });
  }

  /// Whether there is a choice.
  bool run() {
    // Of a choice: where it begins, and what its spans are longer than a word; the more the better.
    std::vector<std::int64_t> before(sets_, kNone);
    ending_.assign(places_.size() * sets_, kNone);
    std::size_t behind = 0;
    bool found = false;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place& place = places_[i];
      for (; behind < by_end_.size() && places_[by_end_[behind]].last < place.first; ++behind)
        for (std::size_t set = 0; set < sets_; ++set)
          before[set] = std::max(before[set], ending_[by_end_[behind] * sets_ + set]);
      const std::size_t own = std::size_t{1} << place.operand;
      for (std::size_t set = 0; set < sets_; ++set) {
        if ((set & own) == 0) continue;
        const std::int64_t begins = set == own ? place.first : before[set ^ own];
        if (begins != kNone) ending_[i * sets_ + set] = begins + place.inside();
      }
      found = found || is_near(place.last, ending_[i * sets_ + sets_ - 1]);
      if (found && !wants_all_) return true;
    }
    return found;
  }

  /// Behind run(): the places that are in a choice.
  void mark(std::vector<std::vector<bool>>& used, std::span<const std::vector<WordSpan>> operands) {
    // Of the rest of a choice: where it ends, less what its spans are longer; the less the better.
    std::vector<std::int64_t> after(sets_, kNone), beginning(places_.size() * sets_, kNone);
    const auto take_less = [](std::int64_t& least, std::int64_t value) {
      if (value != kNone && (least == kNone || value < least)) least = value;
    };
    std::size_t next = places_.size();  // places from here on stand behind
    for (auto at = by_end_.rbegin(); at != by_end_.rend(); ++at) {
      const Place& place = places_[*at];
      for (; next > 0 && places_[next - 1].first > place.last; --next) {
        const Place& other = places_[next - 1];
        const std::size_t own = std::size_t{1} << other.operand;
        for (std::size_t rest = 0; rest < sets_; ++rest) {
          const std::int64_t ends = beginning[(next - 1) * sets_ + rest];
          if ((rest & own) == 0 && ends != kNone)
            take_less(after[rest | own], ends - other.inside());
        }
      }
      const std::size_t own = std::size_t{1} << place.operand;
      bool is_used = false;
      for (std::size_t rest = 0; rest < sets_; ++rest) {
        if ((rest & own) != 0) continue;
        const std::int64_t ends = rest == 0 ? place.last : after[rest];
        beginning[*at * sets_ + rest] = ends;
        is_used = is_used ||
                  (ends != kNone && is_near(ends, ending_[*at * sets_ + ((sets_ - 1) ^ rest)]));
      }
      if (!is_used) continue;
      const auto& spans = operands[place.operand];
      const auto span = std::ranges::lower_bound(spans, WordSpan{place.first, place.last});
      used[place.operand][static_cast<std::size_t>(span - spans.begin())] = true;
    }
  }

  void want_all() { wants_all_ = true; }

 private:
  static constexpr std::int64_t kNone = std::numeric_limits<std::int64_t>::min();

  bool is_near(std::int64_t ends, std::int64_t begins) const {
    return begins != kNone && ends - begins <= reach_;
  }

  std::int64_t reach_;
  std::size_t sets_;  ///< of operands, a bit for each
  bool wants_all_ = false;
  std::vector<Place> places_;         ///< by their first words
  std::vector<std::size_t> by_end_;   ///< by their last ones
  std::vector<std::int64_t> ending_;  ///< of each place and set: the choices that it is the end of
};

bool are_single_words(const std::vector<WordSpan>& spans) {
  return std::ranges::all_of(spans, [](const WordSpan& span) { return span.first == span.last; });
}

/// The frequent case, in one walk along both: what is nearest to a word stands beside it in one of
/// them.
bool two_words_near(const std::vector<WordSpan>& left, const std::vector<WordSpan>& right,
                    std::uint32_t reach) {
  const auto is_near = [reach](std::uint32_t a, std::uint32_t b) {
    return a != b && std::max(a, b) - std::min(a, b) <= reach;
  };
  for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
    const std::uint32_t a = left[i].first, b = right[j].first;
    if (is_near(a, b)) return true;
    // Of one word for both the next of either is as near as can be.
    if (a == b && i + 1 < left.size() && is_near(left[i + 1].first, b)) return true;
    (a < b ? i : j) += 1;
  }
  return false;
}

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
  if (used == nullptr && operands.size() == 2 && are_single_words(operands[0]) &&
      are_single_words(operands[1]))
    return two_words_near(operands[0], operands[1], reach);
  NearSearch search(operands, reach);
  if (used == nullptr) return search.run();
  search.want_all();
  if (!search.run()) return false;
  search.mark(*used, operands);
  return true;
}

bool in_one_sentence(std::span<const std::vector<WordSpan>> operands,
                     std::span<const std::uint32_t> starts, std::vector<std::vector<bool>>* used) {
  if (used != nullptr) {
    used->clear();
    for (const auto& spans : operands) used->emplace_back(spans.size(), false);
  }
  constexpr std::uint32_t kAnywhere = UINT32_MAX;
  bool any = false;
  for (std::size_t sentence = 0; sentence <= starts.size(); ++sentence) {
    const std::uint32_t first = sentence == 0 ? 0 : starts[sentence - 1];
    const std::uint32_t behind = sentence < starts.size() ? starts[sentence] : UINT32_MAX;
    std::vector<std::vector<WordSpan>> inside;
    std::vector<std::vector<std::size_t>> numbers;  // of those inside
    for (const auto& spans : operands) {
      auto& some = inside.emplace_back();
      auto& which = numbers.emplace_back();
      const auto begin = std::ranges::lower_bound(spans, WordSpan{first, 0});
      for (auto span = begin; span != spans.end() && span->first < behind; ++span) {
        if (span->last >= behind) continue;
        some.push_back(*span);
        which.push_back(static_cast<std::size_t>(span - spans.begin()));
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
