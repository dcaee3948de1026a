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

/// Open addressing from the written word to what was made of it; emptied when full, so that its
/// memory is bounded and answers never depend on what was asked before.
class WordCache {
 public:
  /// Longer words are rare and would fill the memory.
  static constexpr std::size_t kMaxKeyBytes = 48;
  /// A year of English country reports has 57,000 different words, of which a fraction makes up
  /// nearly all text; 32,768 entries are about 6 MB a thread.
  static constexpr std::size_t kMaxEntries = 32768;

  /// The entry of `word`, made by `make(word) -> KnownWord` when it is new. The reference holds
  /// until the next call.
  template <typename Make>
  const KnownWord& get(std::string_view word, const Make& make) {
    if (slots_.empty()) resize(kFirstSlots);
    const std::uint64_t hash = hash_of(word);
    std::size_t at = hash & (slots_.size() - 1);
    for (; slots_[at].entry != 0; at = (at + 1) & (slots_.size() - 1)) {
      if (slots_[at].tag != static_cast<std::uint32_t>(hash >> 32)) continue;
      const KnownWord& known = entries_[slots_[at].entry - 1];
      if (known.key == word) return known;
    }
    return insert(hash, make(word));
  }

 private:
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t entry = 0;  // index + 1; 0 = free
  };

  // A query of a few words must not pay for a big table.
  static constexpr std::size_t kFirstSlots = 64;

  static std::uint64_t hash_of(std::string_view word) {
    // Multiply and fold, eight bytes at a time; the constants are those of wyhash.
    std::uint64_t hash = 0xA0761D6478BD642Full ^ word.size();
    const char* at = word.data();
    std::size_t left = word.size();
    while (left > 0) {
      std::uint64_t block = 0;
      const std::size_t take = left < 8 ? left : 8;
      if (take == 8) {
        std::memcpy(&block, at, 8);
      } else {
        for (std::size_t i = 0; i < take; ++i) {
          block = (block << 8) | static_cast<unsigned char>(at[i]);
        }
      }
      hash = (hash ^ block) * 0xE7037ED1A0B428DBull;
      hash ^= hash >> 29;
      at += take;
      left -= take;
    }
    hash *= 0x8EBC6AF09C88C6E3ull;
    return hash ^ (hash >> 32);
  }

  const KnownWord& insert(std::uint64_t hash, KnownWord known) {
    if (entries_.size() >= kMaxEntries) {
      entries_.clear();
      slots_.assign(slots_.size(), Slot{});
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
  std::vector<KnownWord> entries_;
};

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_WORD_CACHE_HPP
