// SPDX-License-Identifier: GPL-2.0-or-later
// Layout: a 16-bit number an entry, low byte first: bucket * 8 + times - 1; ascending by bucket.
#include "store/outline.hpp"

#include <algorithm>

#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

constexpr unsigned kTimesBits = 3;
static_assert(kOutlineMaxTimes == 1U << kTimesBits);
static_assert(kOutlineBuckets << kTimesBits == 1U << 16);

/// FNV-1a, its halves folded together so that all 32 bits decide.
std::uint16_t bucket_of(std::string_view stem) {
  std::uint32_t hash = 2166136261U;
  for (const char c : stem) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return static_cast<std::uint16_t>((hash ^ (hash >> 16)) % kOutlineBuckets);
}

}  // namespace

void OutlineMaker::add(std::string_view stem, unsigned times) {
  if (stem.empty() || times == 0) return;
  entries_.push_back(
      {bucket_of(stem), static_cast<std::uint8_t>(std::min(times, kOutlineMaxTimes))});
}

std::string OutlineMaker::bytes() const {
  std::vector<OutlineEntry> sorted = entries_;
  std::ranges::sort(sorted, {}, &OutlineEntry::bucket);
  std::string out;
  for (std::size_t i = 0; i < sorted.size();) {
    const unsigned bucket = sorted[i].bucket;
    unsigned times = 0;
    for (; i < sorted.size() && sorted[i].bucket == bucket; ++i) times += sorted[i].times;
    const unsigned number = (bucket << kTimesBits) + std::min(times, kOutlineMaxTimes) - 1;
    out += static_cast<char>(number & 0xFF);
    out += static_cast<char>(number >> 8);
  }
  return out;
}

std::vector<OutlineEntry> decode_outline(std::string_view bytes) {
  if (bytes.size() % 2 != 0) throw_damaged("outline of odd length");
  std::vector<OutlineEntry> out;
  out.reserve(bytes.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const unsigned number = static_cast<unsigned char>(bytes[i]) +
                            (static_cast<unsigned>(static_cast<unsigned char>(bytes[i + 1])) << 8);
    const auto bucket = static_cast<std::uint16_t>(number >> kTimesBits);
    if (!out.empty() && bucket <= out.back().bucket) throw_damaged("outline out of order");
    out.push_back({bucket, static_cast<std::uint8_t>(number % kOutlineMaxTimes + 1)});
  }
  return out;
}

}  // namespace idsearch::store
