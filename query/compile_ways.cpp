// SPDX-License-Identifier: GPL-2.0-or-later
// In which ways may the index have words that are typed side by side? Each word in one, in the
// parts of a hyphen, or as parts of a longer written word ("eID card" of "e-ID-card").
#include <algorithm>
#include <span>
#include <utility>

#include "query/compile_words.hpp"
#include "query/expand.hpp"
#include "query/rank.hpp"

namespace idsearch::query {
namespace {

/// Ways to part one word: few words fall into two others (nation-al), and hardly one in more than
/// one place.
constexpr std::size_t kMaxWaysToPart = 4;

/// Above so many hyphenated words in one phrase only "all in parts" and "all joined" are tried: the
/// number of mixtures doubles with each. Mixtures inside a word are tried of a single one only.
constexpr std::size_t kMaxMixedUnits = 3;

/// The analyser joins the parts of a written word up to so many.
constexpr std::size_t kMaxWrittenParts = 4;

/// To each sequence something of the slot; none is left where the index has nothing of it.
void append(std::vector<NearSequence>& to, const NearSlot& slot) {
  if (slot.empty()) to.clear();
  for (NearSequence& sequence : to) sequence.push_back(slot);
}

/// Where a word may stand by its parts, its own places are those where it is written in one.
void keep_apart(NearSlot& words, const NearSequence& in_parts) {
  for (const NearSlot& part : in_parts)
    for (NearTerm& one : words)
      if (one.term == part.front().term) one.apart_from.push_back(part.front().beside);
}

/// Each of the sequences with each of the ends.
void append_each(std::vector<NearSequence>& to, const std::vector<NearSequence>& started,
                 const std::vector<NearSequence>& ends) {
  for (const NearSequence& end : ends)
    for (NearSequence sequence : started) {
      sequence.insert(sequence.end(), end.begin(), end.end());
      to.push_back(std::move(sequence));
    }
}

}  // namespace

NearSlot WordCompiler::slot(const WordForms& forms, std::string_view prefix, bool inflected) const {
  std::vector<std::string> terms;
  if (exact_ && !forms.exact.empty()) {
    terms = {forms.exact};
  } else if (inflected && !exact_) {
    const auto [known, is_new] = memo_->mates.try_emplace(std::string{prefix} + forms.folded);
    if (is_new) known->second = stem_mates(database_, prefix, forms, words_);
    terms = known->second;
  } else {
    terms = {forms.folded};
  }
  Slot slot;
  for (std::string& term : terms) {
    term.insert(0, prefix);
    if (counts_.has(term)) slot.push_back({std::move(term)});
  }
  return slot;
}

const std::vector<NearSequence>& WordCompiler::hyphenated(const std::string& whole,
                                                          std::string_view prefix) const {
  const auto [known, is_new] = memo_->hyphenated.try_emplace(whole);
  std::vector<Sequence>& ways = known->second;
  if (!is_new) return ways;
  for (std::size_t at = prefix.size() + 1; at < whole.size(); ++at) {
    if ((static_cast<unsigned char>(whole[at]) & 0xC0u) == 0x80u) continue;
    const std::string left = whole.substr(0, at);
    const std::string right = std::string{prefix} + whole.substr(at);
    if (ways.size() < kMaxWaysToPart && database_.term_exists(left) && database_.term_exists(right))
      ways.push_back({{{whole, left}}, {{whole, right}}});
  }
  return ways;
}

NearSequence WordCompiler::words_of(const Sequence& sequence) {
  Sequence words;
  bool in_two = false;  // the word before was the first part of one
  for (const Slot& slot : sequence) {
    in_two = !in_two && !slot.front().beside.empty();
    if (!in_two && !slot.front().beside.empty()) continue;
    words.push_back(slot);
    for (NearTerm& term : words.back()) term = {std::move(term.term)};
  }
  return words;
}

std::vector<NearSequence> WordCompiler::parts_of_longer(std::span<const WordUnit> units,
                                                        std::size_t glued,
                                                        std::string_view prefix) const {
  Sequence way;
  std::string whole{prefix};
  for (std::size_t i = 0; i < units.size(); ++i) {
    for (const WordForms& part : i == glued ? units[i].apart : units[i].parts) {
      whole += part.folded;
      way.push_back(slot(part, prefix, false));
    }
  }
  if (way.size() > kMaxWrittenParts || !counts_.has(whole) ||
      std::ranges::any_of(way, &Slot::empty)) {
    return {};
  }
  // The word as a whole stands at its first and at its last place.
  for (NearTerm* const end : {&way.front().front(), &way.back().front()}) end->beside = whole;
  return {way};
}

std::vector<NearSequence> WordCompiler::ways(const std::vector<WordUnit>& all,
                                             std::string_view prefix, bool inflected,
                                             bool alone_in_two) const {
  const auto mixed = static_cast<std::size_t>(
      std::ranges::count_if(all, [](const WordUnit& unit) { return unit.joined.has_value(); }));
  const bool is_phrase = all.size() > 1 && all.size() <= kMaxAdjacentWords;
  const bool is_alone = alone_in_two && all.size() == 1;
  const auto walk = [&](std::span<const WordUnit> units, std::vector<Sequence> started,
                        bool in_parts, bool in_one) {
    std::size_t in_two = is_phrase || is_alone ? kMaxMixedUnits : 0;
    for (const WordUnit& unit : units) {
      std::vector<Sequence> next;
      if (in_parts || !unit.joined) {
        const std::vector<Sequence>* in_two_parts = nullptr;
        next = started;
        for (const WordForms& part : unit.parts) {
          Slot words = slot(part, prefix, inflected);
          if (!unit.joined && unit.parts.size() == 1 && in_two > 0) {
            // Only the form as typed: looking for the parts of all others costs more than it finds.
            const auto typed = std::ranges::find_if(words, [&](const NearTerm& one) {
              return std::string_view{one.term}.substr(prefix.size()) == part.folded;
            });
            if (typed != words.end()) in_two_parts = &hyphenated(typed->term, prefix);
            if (in_two_parts != nullptr && !in_two_parts->empty()) {
              --in_two;
              for (const Sequence& parts : *in_two_parts) keep_apart(words, parts);
            }
          }
          append(next, words);
        }
        for (std::size_t i = 0; mixed == 1 && i < unit.mixtures.size(); ++i) {
          std::vector<Sequence> way = started;
          for (const WordForms& part : unit.mixtures[i]) append(way, slot(part, prefix, inflected));
          next.insert(next.end(), way.begin(), way.end());
        }
        if (in_two_parts != nullptr) append_each(next, started, *in_two_parts);
      }
      if (in_one && unit.joined) {
        Slot whole = slot(*unit.joined, prefix, inflected);
        for (NearTerm& one : whole)
          for (const WordForms* part : {&unit.parts.front(), &unit.parts.back()})
            one.apart_from.push_back(std::string{prefix} + part->folded);
        append(started, whole);
        next.insert(next.end(), started.begin(), started.end());
      }
      started = std::move(next);
      if (started.empty()) break;
    }
    return started;
  };
  if (all.empty()) return {};
  const bool few = mixed <= kMaxMixedUnits;
  std::vector<Sequence> result = walk(all, {{}}, true, few);
  const auto add = [&result](const std::vector<Sequence>& more) {
    result.insert(result.end(), more.begin(), more.end());
  };
  if (!few) add(walk(all, {{}}, false, true));
  const std::span<const WordUnit> units(all);
  for (std::size_t i = 0; is_phrase && !exact_ && i < units.size(); ++i) {
    if (units[i].apart.empty()) continue;
    const auto is_plain = [&](std::size_t k) {
      return !units[k].joined && units[k].parts.size() == 1;
    };
    for (std::size_t first = i + 1; first-- > 0 && is_plain(first) && i - first < kMaxWrittenParts;)
      for (std::size_t last = i;
           last < units.size() && is_plain(last) && last - first < kMaxWrittenParts; ++last) {
        if (first == last) continue;  // "e-ID": see hyphenated()
        const std::vector<Sequence> middle =
            parts_of_longer(units.subspan(first, last - first + 1), i - first, prefix);
        if (middle.empty()) continue;
        std::vector<Sequence> started;
        append_each(started, walk(units.first(first), {{}}, true, few), middle);
        add(walk(units.subspan(last + 1), std::move(started), true, few));
      }
  }
  return result;
}

}  // namespace idsearch::query
