// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/block_digests.hpp"

#include <algorithm>

#include "store/xxh3.hpp"

namespace idsearch::store {
namespace {

constexpr std::size_t kDigestBytes = 8;

}  // namespace

void BlockDigester::add(std::string_view bytes) {
  for (; !bytes.empty(); bytes.remove_prefix(std::min(kIndexBlockBytes, bytes.size()))) {
    const std::uint64_t digest = xxh3_of(bytes.substr(0, kIndexBlockBytes));
    for (std::size_t i = 0; i < kDigestBytes; ++i) bytes_ += static_cast<char>(digest >> 8 * i);
  }
}

std::size_t BlockDigests::bytes_for(std::uint64_t file_bytes) {
  return kDigestBytes *
         static_cast<std::size_t>((file_bytes + kIndexBlockBytes - 1) / kIndexBlockBytes);
}

std::optional<BlockDigests> BlockDigests::parse(std::string_view bytes, std::uint64_t file_bytes) {
  if (bytes.size() != bytes_for(file_bytes)) return std::nullopt;
  const std::size_t blocks = bytes.size() / kDigestBytes;
  BlockDigests out;
  out.digests_.resize(blocks);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    out.digests_[i / kDigestBytes] |= std::uint64_t{static_cast<unsigned char>(bytes[i])}
                                      << 8 * (i % kDigestBytes);
  if (blocks > 0)
    out.last_bytes_ = static_cast<std::size_t>(file_bytes - (blocks - 1) * kIndexBlockBytes);
  return out;
}

bool BlockDigests::fits(std::uint64_t number, const char* block, std::size_t bytes) const {
  if (number >= digests_.size()) return false;
  const bool is_last = number + 1 == digests_.size();
  return bytes == (is_last ? last_bytes_ : kIndexBlockBytes) &&
         xxh3_of({block, bytes}) == digests_[number];
}

}  // namespace idsearch::store
