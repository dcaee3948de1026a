// SPDX-License-Identifier: GPL-2.0-or-later
// A block: a seal (digest.hpp) of the rest, how many records it has and how many bytes each of them
// has (varints), and the records one after the other as one LZ4 block, which is unpacked as far as
// it is needed.
#include "store/record_block.hpp"

#include <lz4.h>
#include <lz4hc.h>

#include <algorithm>
#include <utility>

#include "idsearch/error.hpp"
#include "store/digest.hpp"
#include "store/schema.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

// A block is closed when it has so many bytes. Fetching a hit unpacks one, ten on a page. With 4
// KiB a cold search takes no less (1.00, `bench/pairs 150 1 FILE 3`), and an index of World
// Factbook is 5 % larger. By LZ4 blocks of 8 KiB take .40 of their size, of 4 .46, of 16 .37, and
// twice the size takes twice as long to unpack; by zstd .33 in four times the time
// (bench/README.md, "Cold start").
constexpr std::size_t kBlockBytes = 8 * 1024;
// Of LZ4's slow ways: level 9 packs no smaller, the fast way takes 5 % more space (the same
// measurement).
constexpr int kLevel = 4;
// What LZ4 takes: no record comes near it.
constexpr std::uint64_t kMaxBytes = LZ4_MAX_INPUT_SIZE;
// A byte of LZ4's block format stands for so many at most: the longest step of a length.
constexpr std::uint64_t kMostExpansion = 255;

// The value of a passage that begins a block of several: lists of values are looked up by the first
// passage of a chunk, and this makes it the first of the block, too. No block is as short.
constexpr std::string_view kBegins{"\0", 1};

}  // namespace

struct RecordPacker::Impl {
  std::function<void(std::uint32_t, const std::string&)> put;
  std::unique_ptr<LZ4_streamHC_t, decltype(&LZ4_freeStreamHC)> state{LZ4_createStreamHC(),
                                                                     &LZ4_freeStreamHC};
  std::string records, sizes, packed;        // of the block being filled
  std::uint32_t passages = 0, in_block = 0;  // so far

  void flush() {
    if (in_block == 0) return;
    if (records.size() > kMaxBytes)
      throw Error(ErrorCode::Internal, "a record of more than two gigabytes cannot be kept");
    packed.resize(static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(records.size()))));
    const int got = LZ4_compress_HC_extStateHC(state.get(), records.data(), packed.data(),
                                               static_cast<int>(records.size()),
                                               static_cast<int>(packed.size()), kLevel);
    if (got <= 0) throw Error(ErrorCode::Internal, "records cannot be compressed");
    std::string rest;
    append_varint(rest, in_block);
    rest += sizes;
    rest.append(packed, 0, static_cast<std::size_t>(got));
    put(passages, seal_of(rest) + rest);
    records.clear();
    sizes.clear();
    in_block = 0;
  }
};

RecordPacker::RecordPacker(std::function<void(std::uint32_t, const std::string&)> put)
    : impl_(std::make_unique<Impl>()) {
  impl_->put = std::move(put);
  if (!impl_->state) throw std::bad_alloc();
}

RecordPacker::~RecordPacker() = default;

void RecordPacker::add(std::string_view record) {
  if (impl_->in_block == 1) impl_->put(impl_->passages, std::string(kBegins));
  ++impl_->passages;
  ++impl_->in_block;
  impl_->records += record;
  append_varint(impl_->sizes, record.size());
  if (impl_->records.size() >= kBlockBytes) impl_->flush();
}

void RecordPacker::finish() { impl_->flush(); }

void RecordBlock::take(std::string value) {
  ends_.clear();
  unpacked_ = 0;
  value_ = std::move(value);
  if (value_.size() < kSealBytes) throw_damaged("its block is too short");
  packed_ = std::string_view(value_).substr(kSealBytes);
  if (seal_of(packed_) != std::string_view(value_).substr(0, kSealBytes))
    throw_damaged("the bytes of its block do not match their seal");
  // The seal fits: these are the bytes that were written, and the sizes in them can be believed.
  std::uint64_t end = 0;
  for (auto left = take_varint(packed_); left && *left > 0; --*left) {
    const auto size = take_varint(packed_);
    if (!size || *size > kMaxBytes - end) {
      ends_.clear();
      throw_damaged("its block has no sizes");
    }
    ends_.push_back(end += *size);
  }
  // Memory is asked for by these sizes.
  if (end > kMostExpansion * packed_.size()) {
    ends_.clear();
    throw_damaged("its block has other sizes");
  }
}

std::string_view RecordBlock::record(std::size_t number) {
  const std::uint64_t begin = number == 0 ? 0 : ends_[number - 1], end = ends_[number];
  if (end > unpacked_) {
    // Most blocks are a record longer than kBlockBytes: not memory for one after the other.
    if (records_.size() < ends_.back())
      records_.resize(std::max<std::size_t>(ends_.back(), 3 * kBlockBytes / 2));
    const int got = LZ4_decompress_safe_partial(
        packed_.data(), records_.data(), static_cast<int>(packed_.size()), static_cast<int>(end),
        static_cast<int>(ends_.back()));
    if (got < 0 || static_cast<std::uint64_t>(got) < end)
      throw_damaged("its block cannot be unpacked");
    unpacked_ = end;
  }
  return std::string_view(records_).substr(begin, end - begin);
}

void for_each_record(std::string_view value, std::uint32_t last,
                     const std::function<void(std::uint32_t, std::string_view)>& take) {
  if (value == kBegins) return;
  RecordBlock block;
  block.take(std::string(value));
  if (block.size() > last) throw_damaged("its block has too many");
  if (block.size() > 0) block.record(block.size() - 1);  // the last: the block is unpacked once
  const auto before = last - static_cast<std::uint32_t>(block.size());
  for (std::uint32_t i = 0; i < block.size(); ++i) take(before + i + 1, block.record(i));
}

void RecordBlocks::load(Xapian::docid docid) {
  if (docid <= last_ && last_ - docid < block_.size()) return;
  const Xapian::ValueIterator end = database_.valuestream_end(kSlotRecords);
  // Whoever reads passages in their order goes on from the block before.
  if (last_ == 0 || docid < last_) values_ = database_.valuestream_begin(kSlotRecords);
  last_ = 0;  // in case that the block is damaged
  if (values_ != end) values_.skip_to(docid);
  std::string value = values_ == end ? std::string() : *values_;
  if (value == kBegins && ++values_ != end) value = *values_;
  if (values_ == end) throw_damaged("its block is missing");
  block_.take(std::move(value));
  last_ = values_.get_docid();
}

std::string_view RecordBlocks::bytes_of(Xapian::docid docid) {
  load(docid);
  const Xapian::docid behind = last_ - docid;
  if (behind >= block_.size()) throw_damaged("it is not in its block");
  return block_.record(block_.size() - 1 - behind);
}

}  // namespace idsearch::store
