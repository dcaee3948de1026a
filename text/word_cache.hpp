// SPDX-License-Identifier: GPL-2.0-or-later
// Words that were folded and stemmed before: text repeats itself, ICU and stemmers are slow.
// Internal to text/.
#ifndef IDSEARCH_TEXT_WORD_CACHE_HPP
#define IDSEARCH_TEXT_WORD_CACHE_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/word_forms.hpp"

namespace idsearch::text {

struct KnownWord {
  std::string key;  ///< as written
  WordForms forms;
  std::string stem;
};

/// Open addressing from the written word to what was made of it (`Entry::key` is the word); emptied
/// when full, so that its memory is bounded and answers never depend on what was asked before.
template <typename Entry>
class BasicWordCache {
 public:
  /// Longer words are rare and would fill the memory.
  static constexpr std::size_t kMaxKeyBytes = 48;
  /// A year of English country reports has 57,000 different words, of which a fraction makes up
  /// nearly all text; 32,768 entries are about 6 MB a thread.
  static constexpr std::size_t kMaxEntries = 32768;

  /// The entry of `word`, made by `make(word) -> Entry` when it is new. The reference holds until
  /// the next call.
  template <typename Make>
  const Entry& get(std::string_view word, const Make& make) {
    if (slots_.empty()) resize(kFirstSlots);
    const std::uint64_t hash = hash_of(word);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag != static_cast<std::uint32_t>(hash >> 32)) continue;
      const Entry& known = entries_[slots_[at].entry - 1];
      if (is_same(known.key, word)) return known;
    }
    return insert(hash, make(word));
  }

  void clear() {
    entries_.clear();
    slots_.assign(slots_.size(), Slot{});
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t entry = 0;  // index + 1; 0 = free
  };

  // A query of a few words must not pay for a big table.
  static constexpr std::size_t kFirstSlots = 64;

  template <typename T>
  static T load(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
  }

  // In steps of a word's size: most words are shorter than what a call of memcmp costs.
  static bool is_same(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    const char* const one = a.data();
    const char* const other = b.data();
    const std::size_t size = a.size();
    const auto same = [&](auto zero, std::size_t at) {
      return load<decltype(zero)>(one + at) == load<decltype(zero)>(other + at);
    };
    if (size >= 8) {
      for (std::size_t at = 0; at + 8 < size; at += 8)
        if (!same(std::uint64_t{}, at)) return false;
      return same(std::uint64_t{}, size - 8);
    }
    if (size >= 4) return same(std::uint32_t{}, 0) && same(std::uint32_t{}, size - 4);
    for (std::size_t at = 0; at < size; ++at)
      if (one[at] != other[at]) return false;
    return true;
  }

  static std::uint64_t mix(std::uint64_t hash, std::uint64_t block) {
    hash = (hash ^ block) * 0xE7037ED1A0B428DBull;
    return hash ^ (hash >> 29);
  }

  static std::uint64_t hash_of(std::string_view word) {
    // Multiply and fold, eight bytes at a time; the constants are those of wyhash.
    std::uint64_t hash = 0xA0761D6478BD642Full ^ word.size();
    const char* at = word.data();
    std::size_t left = word.size();
    for (; left > 8; at += 8, left -= 8) hash = mix(hash, load<std::uint64_t>(at));
    // The rest in one step: four bytes from either end may overlap, the size is in already.
    if (left >= 4) {
      hash = mix(hash,
                 std::uint64_t{load<std::uint32_t>(at)} << 32 | load<std::uint32_t>(at + left - 4));
    } else if (left > 0) {
      hash = mix(hash, std::uint64_t{static_cast<unsigned char>(at[0])} << 16 |
                           std::uint64_t{static_cast<unsigned char>(at[left / 2])} << 8 |
                           static_cast<unsigned char>(at[left - 1]));
    }
    hash *= 0x8EBC6AF09C88C6E3ull;
    return hash ^ (hash >> 32);
  }

  const Entry& insert(std::uint64_t hash, Entry known) {
    if (entries_.size() >= kMaxEntries) {
      clear();
    } else if (2 * (entries_.size() + 1) > slots_.size()) {
      resize(2 * slots_.size());
    }
    entries_.push_back(std::move(known));
    place(hash, static_cast<std::uint32_t>(entries_.size()));
    return entries_.back();
  }

  void place(std::uint64_t hash, std::uint32_t entry) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32), entry};
  }

  void resize(std::size_t size) {
    slots_.assign(size, Slot{});
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      place(hash_of(entries_[i].key), static_cast<std::uint32_t>(i + 1));
    }
  }

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
};

using WordCache = BasicWordCache<KnownWord>;

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_CACHE_HPP
