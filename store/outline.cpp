// SPDX-License-Identifier: GPL-2.0-or-later
// Layout: a 16-bit number an entry, low byte first: bucket * kOutlineMaxTimes + times - 1;
// ascending by bucket.
#include "store/outline.hpp"

#include <algorithm>

#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

static_assert(kOutlineBuckets * kOutlineMaxTimes == 1U << 16);

std::uint16_t number_of(unsigned bucket, unsigned times) {
  return static_cast<std::uint16_t>(bucket * kOutlineMaxTimes + std::min(times, kOutlineMaxTimes) -
                                    1);
}

/// FNV-1a, its halves folded together so that all 32 bits decide.
std::uint16_t bucket_of(std::string_view stem) {
  std::uint32_t hash = 2166136261U;
  for (const char c : stem) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<std::uint16_t>((hash ^ (hash >> 16)) % kOutlineBuckets);
}

}  // namespace

void OutlineMaker::add(std::string_view stem, unsigned times) {
  if (stem.empty() || times == 0) return;
  entries_.push_back(number_of(bucket_of(stem), times));
}

std::string OutlineMaker::bytes() const {
  std::vector<std::uint16_t> sorted = entries_;
  std::ranges::sort(sorted);
  std::string out;
  for (std::size_t i = 0; i < sorted.size();) {
    const unsigned bucket = OutlineEntry{sorted[i]}.bucket();
    unsigned times = 0;
    for (; i < sorted.size() && OutlineEntry{sorted[i]}.bucket() == bucket; ++i)
      times += OutlineEntry{sorted[i]}.times();
    const unsigned number = number_of(bucket, times);
    out += static_cast<char>(number & 0xFF);
    out += static_cast<char>(number >> 8);
  }
  return out;
}

std::vector<OutlineEntry> decode_outline(std::string_view bytes) {
  if (bytes.size() % 2 != 0) throw_damaged("outline of odd length");
  std::vector<OutlineEntry> out(bytes.size() / 2);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const unsigned low = static_cast<unsigned char>(bytes[2 * i]);
    const unsigned high = static_cast<unsigned char>(bytes[2 * i + 1]);
    out[i].number = static_cast<std::uint16_t>(low | (high << 8));
  }
  bool ascending = true;
  for (std::size_t i = 1; i < out.size(); ++i) ascending &= out[i - 1].bucket() < out[i].bucket();
  if (!ascending) throw_damaged("outline out of order");
  return out;
}

}  // namespace idsearch::store
