// SPDX-License-Identifier: GPL-2.0-or-later
// Layout: a byte (bits 0-1: width, 2: runs follow, 3: further words follow, 4-7: salt); runs: their
// number, then of each how far it begins behind the end of the one before, and its length; further
// words (a second form at a position): their number, then of each how far it stands behind the one
// before, and its hash; then a shortened hash for each position, run after run. Numbers are
// varints; hashes have the width in bytes, low byte first. Without runs there is one that begins
// at 1.
//
// Who asks knows that the passage has the word. So a hash need only tell it from the other words of
// the same passage, and it is shortened so far as, with one of 16 salts, no two of them get the
// same: to one byte for up to some 35 different words. The answer is exact.
#include "store/word_places.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "store/schema.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

constexpr std::array<unsigned, 4> kWidths{1, 2, 3, 8};
constexpr std::uint64_t kMaxPosition = UINT32_MAX;
constexpr unsigned kSalts = 16;
constexpr unsigned kHasRuns = 1U << 2;
constexpr unsigned kHasFurther = 1U << 3;

/// The upper bytes of a product: multiply-shift hashing, whose multiplier is odd.
std::uint64_t shortened(std::uint64_t hash, unsigned salt, unsigned width) {
  const std::uint64_t multiplier = 0x9E3779B97F4A7C15U + 0xD1B54A32D192ED04U * salt;
  return (hash * multiplier) >> (64 - 8 * width);
}

bool tells_apart(const std::vector<std::uint64_t>& hashes, unsigned salt, unsigned width) {
  if (width == 1) {
    std::array<bool, 256> seen{};
    return std::ranges::none_of(hashes, [&](std::uint64_t hash) {
      return std::exchange(seen[shortened(hash, salt, width)], true);
    });
  }
  std::vector<std::uint64_t> all;
  all.reserve(hashes.size());
  for (const std::uint64_t hash : hashes) all.push_back(shortened(hash, salt, width));
  std::ranges::sort(all);
  return std::ranges::adjacent_find(all) == all.end();
}

struct Shortening {
  unsigned width_code = 0, salt = 0;
};

/// The shortest that tells all of them apart. (With all 64 bits no two words of a passage are
/// alike.)
Shortening shortening_for(const std::vector<std::uint64_t>& hashes) {
  for (unsigned code = 0; code + 1 < kWidths.size(); ++code) {
    const unsigned width = kWidths[code];
    if (width == 1 && hashes.size() > 256) continue;
    for (unsigned salt = 0; salt < kSalts; ++salt)
      if (tells_apart(hashes, salt, width)) return {code, salt};
  }
  return {kWidths.size() - 1, 0};
}

void append_hash(std::string& out, std::uint64_t value, unsigned width) {
  for (unsigned i = 0; i < width; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

std::uint64_t hash_at(std::string_view bytes, unsigned width) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < width; ++i)
    value |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}

/// Hashes of two bytes that are looked at together, a line of the cache, so that a processor
/// compares eight at a time.
constexpr unsigned kAtOnce = 32;

/// Is one of the kAtOnce hashes from `at` on `wanted`, both as they are stored?
bool has_hash(const char* at, std::uint16_t wanted) {
  std::array<std::uint16_t, kAtOnce> block;
  std::memcpy(block.data(), at, sizeof block);
  std::uint16_t differ = 0xFFFF;  // 0 as soon as one is equal
  for (const std::uint16_t one : block) differ = one == wanted ? std::uint16_t{0} : differ;
  return differ == 0;
}

std::uint64_t number(std::string_view& bytes, std::uint64_t last) {
  const auto value = take_varint(bytes);
  if (!value || *value > last) throw_damaged("places of words");
  return *value;
}

}  // namespace

std::uint32_t places_slot(std::string_view term) {
  // Folded words have no ASCII capitals, so that a prefix is told from a word.
  if (term.starts_with(kAuthor)) return kSlotAuthorPlaces;
  if (term.starts_with(kHeading)) return kSlotHeadingPlaces;
  if (term.starts_with(kNoteText)) return kSlotNotePlaces;
  return kSlotBodyPlaces;
}

std::uint64_t place_hash(std::string_view term) { return XXH3_64bits(term.data(), term.size()); }

std::string PlacesMaker::bytes() const {
  if (places_.empty()) return {};
  std::vector<Place> places = places_;
  std::ranges::sort(places);
  places.erase(std::unique(places.begin(), places.end()), places.end());
  std::vector<std::uint64_t> hashes;
  hashes.reserve(places.size());
  for (const Place& place : places) hashes.push_back(place.hash);
  std::ranges::sort(hashes);
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  const Shortening how = shortening_for(hashes);
  const unsigned width = kWidths[how.width_code];

  std::string runs, further, words;
  std::size_t run_count = 0, further_count = 0, length = 0;
  std::uint32_t last = 0, last_further = 0;
  const auto end_run = [&] {
    if (length > 0) append_varint(runs, length);
    length = 0;
  };
  for (const Place& place : places) {
    const std::uint64_t hash = shortened(place.hash, how.salt, width);
    if (length > 0 && place.position == last) {
      append_varint(further, place.position - last_further);
      append_hash(further, hash, width);
      last_further = place.position;
      ++further_count;
      continue;
    }
    if (length == 0 || place.position != last + 1) {
      end_run();
      append_varint(runs, place.position - last - 1);
      ++run_count;
    }
    append_hash(words, hash, width);
    ++length;
    last = place.position;
  }
  end_run();
  const bool one_run = run_count == 1 && places.front().position == 1;
  std::string out(1, static_cast<char>(how.width_code | (one_run ? 0 : kHasRuns) |
                                       (further_count == 0 ? 0 : kHasFurther) | (how.salt << 4)));
  if (!one_run) {
    append_varint(out, run_count);
    out += runs;
  }
  if (further_count > 0) {
    append_varint(out, further_count);
    out += further;
  }
  return out + words;
}

Places::Places(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto head = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  width_ = kWidths[head & 3];
  salt_ = head >> 4;
  std::size_t words = 0;
  if ((head & kHasRuns) != 0) {
    std::uint64_t next = 1;
    for (std::uint64_t left = number(bytes, bytes.size()); left > 0; --left) {
      next += number(bytes, kMaxPosition);
      const std::uint64_t length = number(bytes, bytes.size());
      if (length == 0 || next + length > kMaxPosition) throw_damaged("places of words");
      runs_.push_back({static_cast<std::uint32_t>(next), length});
      next += length;
      words += length;
    }
  }
  if ((head & kHasFurther) != 0) {
    std::uint32_t last = 0;
    for (std::uint64_t left = number(bytes, bytes.size()); left > 0; --left) {
      last += static_cast<std::uint32_t>(number(bytes, kMaxPosition - last));
      if (bytes.size() < width_) throw_damaged("places of words");
      further_.push_back({last, hash_at(bytes, width_)});
      bytes.remove_prefix(width_);
    }
  }
  if ((head & kHasRuns) == 0) words = bytes.size() / width_;
  if (bytes.size() != words * width_) throw_damaged("places of words");
  words_ = bytes;
}

void Places::append_to(std::vector<std::uint32_t>& out, std::uint64_t hash) const {
  const std::uint64_t wanted = shortened(hash, salt_, width_);
  const auto before = static_cast<std::ptrdiff_t>(out.size());
  if (runs_.empty()) {
    append_run(out, words_, 1, wanted);
  } else {
    std::string_view words = words_;
    for (const Run& run : runs_) {
      append_run(out, words.substr(0, run.length * width_), run.first, wanted);
      words.remove_prefix(run.length * width_);
    }
  }
  if (further_.empty()) return;
  const auto middle = static_cast<std::ptrdiff_t>(out.size());
  for (const Further& further : further_)
    if (further.shortened == wanted) out.push_back(further.position);
  std::inplace_merge(out.begin() + before, out.begin() + middle, out.end());
}

void Places::append_run(std::vector<std::uint32_t>& out, std::string_view words,
                        std::uint32_t first, std::uint64_t wanted) const {
  const char* const begin = words.data();
  const char* const end = begin + words.size();
  const auto add = [&](const char* at) {
    out.push_back(first + static_cast<std::uint32_t>(at - begin) / width_);
  };
  // Nearly all passages have one or two bytes a word, nearly none of which is the wanted one.
  if (width_ == 1) {
    const auto byte = static_cast<int>(wanted);
    for (const char* at = begin; at != end; ++at) {
      at = static_cast<const char*>(std::memchr(at, byte, static_cast<std::size_t>(end - at)));
      if (at == nullptr) break;
      add(at);
    }
  } else if (width_ == 2) {
    const std::array<char, 2> bytes{static_cast<char>(wanted & 0xFF),
                                    static_cast<char>(wanted >> 8)};
    const char* at = begin;
    for (; end - at >= std::ptrdiff_t{2 * kAtOnce}; at += 2 * kAtOnce)
      if (has_hash(at, std::bit_cast<std::uint16_t>(bytes)))
        for (const char* one = at; one != at + 2 * kAtOnce; one += 2)
          if (hash_at({one, 2}, 2) == wanted) add(one);
    for (; at != end; at += 2)
      if (hash_at({at, 2}, 2) == wanted) add(at);
  } else {
    const auto low = static_cast<char>(wanted & 0xFF);
    for (const char* at = begin; at != end; at += width_)
      if (*at == low && hash_at({at, width_}, width_) == wanted) add(at);
  }
}

}  // namespace idsearch::store
