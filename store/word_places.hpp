// SPDX-License-Identifier: GPL-2.0-or-later
// Where the words of a passage stand, in about a byte a word: what phrases and NEAR ask for. In
// place of Xapian's table of positions, which takes some 20 bytes a word of each passage.
#ifndef IDSEARCH_STORE_WORD_PLACES_HPP
#define IDSEARCH_STORE_WORD_PLACES_HPP

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::store {

/// The value slot that has the places of the words of a term's field; each text field has one.
std::uint32_t places_slot(std::string_view term);

/// What stands for a term in places, before it is shortened.
std::uint64_t place_hash(std::string_view term);

/// Collects the words of one field of one passage.
class PlacesMaker {
 public:
  /// `position` counts from 1; the same again changes nothing.
  void add(std::string_view term, std::uint32_t position) { add_hash(place_hash(term), position); }

  /// The same for a term whose place_hash() is known.
  void add_hash(std::uint64_t hash, std::uint32_t position) { places_.push_back({position, hash}); }

  /// Forgets all words.
  void clear() { places_.clear(); }

  /// The bytes to store; empty without words. Do not depend on the order of adding.
  std::string bytes() const;

 private:
  struct Place {
    std::uint32_t position;
    std::uint64_t hash;

    auto operator<=>(const Place&) const = default;
  };
  std::vector<Place> places_;
};

/// Looks into what PlacesMaker wrote.
class Places {
 public:
  /// `bytes` must outlive this. Throws Error{Integrity} when PlacesMaker does not write such.
  explicit Places(std::string_view bytes);

  /// Appends the places, ascending, of the term with this place_hash(). Only terms that the passage
  /// has may be asked for: another one may seem to stand where a word of the passage does.
  void append_to(std::vector<std::uint32_t>& out, std::uint64_t hash) const;

 private:
  struct Run {
    std::uint32_t first = 1;  // position
    std::size_t length = 0;   // words
  };
  struct Further {  // a second word at a position
    std::uint32_t position;
    std::uint64_t shortened;
  };

  void append_run(std::vector<std::uint32_t>& out, std::string_view words, std::uint32_t first,
                  std::uint64_t wanted) const;

  unsigned width_ = 1;  // bytes of a shortened hash
  unsigned salt_ = 0;
  std::vector<Run> runs_;  // empty: one that begins at 1
  std::vector<Further> further_;
  std::string_view words_;  // shortened hashes, word after word
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_WORD_PLACES_HPP
