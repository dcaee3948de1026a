// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/glass_file.hpp"

#include <xapian.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

#include "idsearch/error.hpp"
#include "store/glass_layout.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

using namespace glass;

// Four items fit in each block.
constexpr std::size_t kMaxItem = (kBlockSize - kDirectoryStart - 4 * kDirectoryEntry) / 4;
// A tag that needs several items fills up the block in hand when the first of them has room for so
// many bytes.
constexpr std::size_t kWorthStarting = 64;

constexpr std::uint32_t kRevision = 1;
// From how many bytes on Xapian compresses tags: postlist, docdata, termlist, position, spelling,
// synonym.
constexpr std::array<unsigned, kTables> kCompressFrom{0, 18, 18, 0, 18, 18};
// How many blocks a file that is handed over piece by piece is written with at once.
constexpr std::size_t kPieceBytes = 64 * kBlockSize;
constexpr unsigned kSequential = 2, kLevelShift = 2;

void put2(std::string& to, std::size_t at, std::size_t value) {
  to[at] = static_cast<char>(value >> 8);
  to[at + 1] = static_cast<char>(value);
}

void append2(std::string& to, std::size_t value) {
  to += static_cast<char>(value >> 8);
  to += static_cast<char>(value);
}

void append4(std::string& to, std::uint32_t value) {
  append2(to, value >> 16);
  append2(to, value & 0xFFFF);
}

[[noreturn]] void cannot_hold(const std::string& why) {
  throw Error(ErrorCode::Internal, "a segment cannot be written: " + why);
}

}  // namespace

bool xapian_reads_glass_file() {
  return Xapian::major_version() == 1 && Xapian::minor_version() == 4;
}

struct GlassFile::Name {
  std::unique_ptr<XXH3_state_t, XXH_errorcode (*)(XXH3_state_t*)> state{XXH3_createState(),
                                                                        XXH3_freeState};
};

GlassFile::GlassFile(Put put) : put_(std::move(put)), name_(std::make_unique<Name>()) {
  if (!name_->state) throw std::bad_alloc();
  XXH3_128bits_reset(name_->state.get());
  levels_.emplace_back();
  start_block(levels_.front());
  add_item({}, 1, kFirstComponent | kLastComponent, {});
}

GlassFile::~GlassFile() = default;

std::size_t GlassFile::room(const Level& level) const {
  return kBlockSize - kDirectoryStart - level.items.size() - kDirectoryEntry * level.sizes.size();
}

void GlassFile::start_block(Level& level) {
  level.number = next_block_++;
  level.items.clear();
  level.sizes.clear();
}

void GlassFile::end_block(const Level& level, std::size_t depth) {
  std::string& block = block_;
  block.assign(kBlockSize, '\0');
  std::string head;
  head.reserve(kDirectoryStart);
  append4(head, kRevision);
  head += static_cast<char>(depth);
  append2(head, room(level));  // in one piece
  append2(head, room(level));  // in all
  append2(head, kDirectoryStart + kDirectoryEntry * level.sizes.size());
  std::ranges::copy(head, block.begin());
  std::size_t from = 0, to = kBlockSize, directory = kDirectoryStart;
  for (const std::uint16_t size : level.sizes) {
    to -= size;
    std::copy_n(level.items.begin() + static_cast<std::ptrdiff_t>(from), size,
                block.begin() + static_cast<std::ptrdiff_t>(to));
    put2(block, directory, to);
    from += size;
    directory += kDirectoryEntry;
  }
  XXH3_128bits_update(name_->state.get(), block.data(), block.size());
  write_block(level.number, block);
}

// Branches end after leaves that were begun later, some of them when those are handed over already.
void GlassFile::write_block(std::uint32_t number, std::string_view block) {
  const std::uint64_t place = std::uint64_t{number} * kBlockSize;
  if (place < handed_over_) {
    put_(place, block);
    return;
  }
  const std::size_t at = static_cast<std::size_t>(place - handed_over_);
  if (blocks_.size() < at + kBlockSize) blocks_.resize(at + kBlockSize);
  std::ranges::copy(block, blocks_.begin() + static_cast<std::ptrdiff_t>(at));
  if (put_ && blocks_.size() >= kPieceBytes) hand_over();
}

void GlassFile::hand_over() {
  put_(handed_over_, blocks_);
  handed_over_ += blocks_.size();
  blocks_.clear();
}

void GlassFile::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > kMaxKey)
    cannot_hold("a key of " + std::to_string(key.size()) + " bytes");
  if (tag.size() > kMaxTag) cannot_hold("an entry of " + std::to_string(tag.size()) + " bytes");
  if (key <= std::string_view(last_key_)) cannot_hold("keys out of order");
  const std::size_t first_head = kLeafHead + key.size();
  const std::size_t further_part = kMaxItem - first_head - kComponentSize;
  std::size_t part = kMaxItem - first_head;
  if (tag.size() <= part) {
    part = tag.size();
  } else {
    const std::size_t free = room(levels_.front());
    const std::size_t taken = kDirectoryEntry + first_head;
    if (free < taken + part && free >= taken + kWorthStarting) part = free - taken;
  }
  unsigned component = 1;
  do {
    const bool is_last = part == tag.size();
    add_item(key, component,
             (component == 1 ? kFirstComponent : 0) | (is_last ? kLastComponent : 0),
             tag.substr(0, part));
    tag.remove_prefix(part);
    if (is_last) break;
    part = std::min(tag.size(), further_part);
    ++component;
  } while (true);
  ++entries_;
}

void GlassFile::add_item(std::string_view key, unsigned component, unsigned flags,
                         std::string_view part) {
  const std::size_t size =
      kLeafHead + key.size() + (component == 1 ? 0 : kComponentSize) + part.size();
  if (room(levels_.front()) < size + kDirectoryEntry) {
    end_block(levels_.front(), 0);
    start_block(levels_.front());
    // As much of the key as tells it from the one before.
    const auto [differs, ignored] = std::ranges::mismatch(key, last_key_);
    const std::size_t length =
        std::min<std::size_t>(key.size(), static_cast<std::size_t>(differs - key.begin()) + 1);
    point_from_above(1, key.substr(0, length), component, levels_.front().number);
  }
  Level& leaf = levels_.front();
  append2(leaf.items, (size - kLeafHead) | (flags << 8));
  leaf.items += static_cast<char>(key.size());
  leaf.items += key;
  if (component != 1) append2(leaf.items, component);
  leaf.items += part;
  leaf.sizes.push_back(static_cast<std::uint16_t>(size));
  if (component == 1) last_key_ = key;
}

void GlassFile::point_from_above(std::size_t level, std::string_view key, unsigned component,
                                 std::uint32_t block) {
  const auto append = [](Level& to, std::string_view item_key, unsigned item_component,
                         std::uint32_t child) {
    append4(to.items, child);
    to.items += static_cast<char>(item_key.size());
    to.items += item_key;
    append2(to.items, item_component);
    to.sizes.push_back(static_cast<std::uint16_t>(kBranchHead + item_key.size() + kComponentSize));
  };
  if (level == levels_.size()) {  // what was the root is its first child
    const std::uint32_t first_child = level == 1 ? 1 : levels_[level - 1].number;
    levels_.emplace_back();
    start_block(levels_.back());
    append(levels_.back(), {}, 0, first_child);
  }
  const std::size_t size = kBranchHead + key.size() + kComponentSize;
  if (room(levels_[level]) < size + kDirectoryEntry) {
    const std::uint32_t full = levels_[level].number;
    end_block(levels_[level], level);
    if (level + 1 == levels_.size()) {
      levels_.emplace_back();
      start_block(levels_.back());
      append(levels_.back(), {}, 0, full);
    }
    start_block(levels_[level]);
    append(levels_[level], {}, 0, block);
    point_from_above(level + 1, key, component, levels_[level].number);
    return;
  }
  append(levels_[level], key, component, block);
}

std::string GlassFile::finish(const GlassCounts& counts) {
  for (std::size_t depth = 0; depth < levels_.size(); ++depth) end_block(levels_[depth], depth);

  std::string head(kMagic);
  const XXH128_hash_t name = XXH3_128bits_digest(name_->state.get());
  for (const std::uint64_t half : {name.high64, name.low64}) {
    append4(head, static_cast<std::uint32_t>(half >> 32));
    append4(head, static_cast<std::uint32_t>(half));
  }
  append_varint(head, kRevision);
  std::string unused_blocks;
  append_varint(unused_blocks, 0);  // revision
  append_varint(unused_blocks, next_block_);
  unused_blocks.append(4, '\0');  // no block was freed
  for (std::size_t table = 0; table < kTables; ++table) {
    const bool is_filled = table == 0 && entries_ > 0;
    append_varint(head, is_filled ? levels_.back().number : 0);
    append_varint(head, is_filled ? ((levels_.size() - 1) << kLevelShift) | kSequential
                                  : kSequential | kRootIsFake);
    append_varint(head, is_filled ? entries_ : 0);
    append_varint(head, kBlockSize / kBlockSizeUnit);
    append_varint(head, kCompressFrom[table]);
    append_varint(head, unused_blocks.size());
    head += unused_blocks;
  }
  append_varint(head, counts.documents);
  append_varint(head, 0);  // docids above them
  append_varint(head, counts.min_length);
  append_varint(head, counts.max_wdf);
  append_varint(head, counts.max_length - counts.max_wdf);
  append_varint(head, 0);  // oldest changeset
  append_varint(head, counts.total_length);
  append_varint(head, 0);  // greatest frequency of a spelling
  head.resize(kBlockSize);
  if (!put_) {
    blocks_.replace(0, kBlockSize, head);
    return std::move(blocks_);
  }
  if (!blocks_.empty()) hand_over();
  put_(0, head);
  return {};
}

}  // namespace idsearch::store
