// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/glass_entries.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "store/files.hpp"
#include "store/glass_layout.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// 64 KiB: a merge has such a buffer for each of 128 files (judged, not measured).
constexpr std::size_t kBufferBlocks = 8;

using glass::refuse;

std::size_t get2(std::string_view bytes, std::size_t at) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

std::uint64_t take_number(std::string_view& bytes) {
  const auto value = take_varint(bytes);
  if (!value) refuse("its head is cut off");
  return *value;
}

}  // namespace

GlassEntries::GlassEntries(std::string_view bytes) : bytes_(bytes) { read_head(next_block()); }

GlassEntries::GlassEntries(const std::filesystem::path& file) : path_(file) {
  read_head(next_block());
}

void GlassEntries::read_head(std::string_view block) {
  if (!block.starts_with(glass::kMagic)) refuse("it has another format");
  block.remove_prefix(glass::kMagic.size() + glass::kNameBytes);
  take_number(block);  // revision
  for (std::size_t table = 0; table < glass::kTables; ++table) {
    for (int number = 0; number < 5; ++number) take_number(block);
    const std::uint64_t size = take_number(block);
    if (size > block.size()) refuse("its head is cut off");
    block.remove_prefix(size);
  }
  counts_.documents = static_cast<std::uint32_t>(take_number(block));
  take_number(block);  // docids above them
  counts_.min_length = static_cast<std::uint32_t>(take_number(block));
  counts_.max_wdf = static_cast<std::uint32_t>(take_number(block));
  counts_.max_length = static_cast<std::uint32_t>(take_number(block)) + counts_.max_wdf;
  take_number(block);  // oldest changeset
  counts_.total_length = take_number(block);
}

void GlassEntries::fill_buffer() {
  const Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) throw_cannot_write("read back", path_, errno);
  buffer_.resize(kBufferBlocks * glass::kBlockSize);
  std::size_t filled = 0;
  while (filled < buffer_.size()) {
    const ssize_t got = ::pread(file.get(), buffer_.data() + filled, buffer_.size() - filled,
                                static_cast<off_t>(place_ + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw_cannot_write("read back", path_, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  place_ += filled;
  bytes_ = std::string_view(buffer_).substr(0, filled);
}

std::string_view GlassEntries::next_block() {
  if (bytes_.empty() && !path_.empty()) fill_buffer();
  if (bytes_.empty()) return {};
  if (bytes_.size() < glass::kBlockSize) refuse("a block is cut off");
  const std::string_view out = bytes_.substr(0, glass::kBlockSize);
  bytes_.remove_prefix(glass::kBlockSize);
  return out;
}

bool GlassEntries::next_leaf() {
  do {
    leaf_ = next_block();
    if (leaf_.empty()) return false;
  } while (leaf_[glass::kLevelAt] != 0);
  at_ = glass::kDirectoryStart;
  end_ = get2(leaf_, glass::kDirectoryEndAt);
  if (end_ > glass::kBlockSize || (end_ - at_) % glass::kDirectoryEntry != 0)
    refuse("a block has no directory");
  return true;
}

bool GlassEntries::next_item() {
  while (at_ == end_)
    if (!next_leaf()) return false;
  const std::size_t begin = get2(leaf_, at_);
  at_ += glass::kDirectoryEntry;
  if (begin + glass::kLeafHead > leaf_.size()) refuse("an item is outside of its block");
  const std::size_t head = get2(leaf_, begin);
  const std::size_t size = glass::kLeafHead + (head & glass::kSizeMask);
  const unsigned flags = static_cast<unsigned>(head >> 8);
  const std::size_t key_size = static_cast<unsigned char>(leaf_[begin + 2]);
  is_first_part_ = (flags & glass::kFirstComponent) != 0;
  is_last_part_ = (flags & glass::kLastComponent) != 0;
  const std::size_t before_part =
      glass::kLeafHead + key_size + (is_first_part_ ? 0 : glass::kComponentSize);
  if (begin + size > leaf_.size() || before_part > size || (flags & glass::kCompressed) != 0)
    refuse("an item is outside of its block");
  key_ = leaf_.substr(begin + glass::kLeafHead, key_size);
  part_ = leaf_.substr(begin + before_part, size - before_part);
  return true;
}

bool GlassEntries::next() {
  do {
    if (!next_item()) return false;
    if (!is_first_part_) refuse("an entry has no beginning");
  } while (key_.empty());  // the first of all items is none
  tag_ = part_;
  if (is_last_part_) return true;
  joined_ = part_;
  do {
    if (!next_item() || is_first_part_) refuse("an entry has no end");
    joined_ += part_;
  } while (!is_last_part_);
  tag_ = joined_;
  return true;
}

}  // namespace idsearch::store
