// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/block_digests.hpp"

#include <algorithm>
#include <utility>

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

std::optional<BlockDigests> BlockDigests::parse(std::string bytes, std::uint64_t file_bytes) {
  if (bytes.size() != bytes_for(file_bytes)) return std::nullopt;
  BlockDigests out;
  out.bytes_ = std::move(bytes);
  out.file_bytes_ = file_bytes;
  return out;
}

bool BlockDigests::have(std::uint64_t number) const {
  return number < bytes_.size() / kDigestBytes;
}

bool BlockDigests::fits(std::uint64_t number, const char* block, std::size_t bytes) const {
  if (!have(number)) return false;
  const std::uint64_t left = file_bytes_ - number * kIndexBlockBytes;
  if (bytes != std::min<std::uint64_t>(kIndexBlockBytes, left)) return false;
  const std::uint64_t digest = xxh3_of({block, bytes});
  for (std::size_t i = 0; i < kDigestBytes; ++i)
    if (bytes_[number * kDigestBytes + i] != static_cast<char>(digest >> 8 * i)) return false;
  return true;
}

}  // namespace idsearch::store
