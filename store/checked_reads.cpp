// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/checked_reads.hpp"

#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idsearch::store {

namespace {

// As many shards as a query may name without a file of each being compared whole.
constexpr std::size_t kMostHeld = 64;
std::array<std::atomic<void*>, kMostHeld> slots{};  // of CheckedReads::Held
std::atomic<std::size_t> slots_used{0};             // none behind these

std::atomic<bool> can_check{false};
thread_local std::optional<DamagedBlock> damaged_block;

/// Blocks that were read lately and found right, so that Xapian, which reads a block anew for each
/// list that it walks, need not ask the system each time: 184 reads for one of the profiles' own
/// questions (strace), in an index of 156 blocks. Without them, 159 such questions in one process
/// took a quarter more (pairs of runs).
class KeptBlocks {
 public:
  /// nullptr when it is not kept.
  const std::string* find(std::uint64_t number) const {
    if (blocks_.empty()) return nullptr;
    const Kept& kept = blocks_[number % kMostKept];
    return kept.bytes.empty() || kept.number != number ? nullptr : &kept.bytes;
  }

  void add(std::uint64_t number, std::string_view bytes) {
    // A search or two does not come back to its blocks often enough to pay for keeping them.
    constexpr std::size_t kReadsWithout = 128;
    if (++reads_ < kReadsWithout) return;
    if (blocks_.empty()) blocks_.resize(kMostKept);
    Kept& kept = blocks_[number % kMostKept];
    kept.number = number;
    kept.bytes = bytes;
  }

 private:
  /// 8 MiB: all of an index of two hundred profiles, and of larger ones the roots of the trees and
  /// what a query walks again and again. With 256 questions of TIME, NPL and CISI took 1 % more
  /// (pairs of runs; their indexes have 3.2, 6.4 and 2.5 MB).
  static constexpr std::size_t kMostKept = 1024;

  struct Kept {
    std::uint64_t number = 0;
    std::string bytes;  // empty: none
  };
  std::vector<Kept> blocks_;
  std::size_t reads_ = 0;
};

// Until `bytes` are there, the file ends or reading fails. Not by pread(), which leads here.
ssize_t read_whole(int fd, char* to, std::size_t bytes, off_t place) {
  std::size_t have = 0;
  while (have < bytes) {
    const iovec rest{to + have, bytes - have};
    const ssize_t got = ::preadv(fd, &rest, 1, place + static_cast<off_t>(have));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return -1;
    if (got == 0) break;
    have += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(have);
}

}  // namespace

struct CheckedReads::Held {
  Held(int held_fd, std::string held_index, BlockDigests held_digests)
      : fd(held_fd), index(std::move(held_index)), digests(std::move(held_digests)) {}

  /// One block; as many bytes as it has.
  ssize_t read_block(char* to, std::uint64_t number) {
    if (const std::string* known = kept.find(number)) {
      std::memcpy(to, known->data(), known->size());
      return static_cast<ssize_t>(known->size());
    }
    const auto place = static_cast<off_t>(number * kIndexBlockBytes);
    const ssize_t got = read_whole(fd, to, kIndexBlockBytes, place);
    if (got < 0) return -1;
    const std::string_view bytes(to, static_cast<std::size_t>(got));
    if (bytes.empty() && !digests.have(number)) return 0;
    if (digests.fits(number, bytes.data(), bytes.size())) {
      kept.add(number, bytes);
      return got;
    }
    damaged_block = {index, number};
    errno = EIO;
    return -1;
  }

  // What does not begin or end with a block.
  ssize_t read_parts(char* to, std::size_t bytes, std::uint64_t place) {
    std::array<char, kIndexBlockBytes> block;
    std::size_t have = 0;
    while (have < bytes) {
      const std::uint64_t at = place + have;
      const std::size_t skip = at % kIndexBlockBytes;
      const ssize_t got = read_block(block.data(), at / kIndexBlockBytes);
      if (got < 0) return -1;
      if (static_cast<std::size_t>(got) <= skip) break;
      const std::size_t some = std::min(bytes - have, static_cast<std::size_t>(got) - skip);
      std::memcpy(to + have, block.data() + skip, some);
      have += some;
    }
    return static_cast<ssize_t>(have);
  }

  int fd;
  std::string index;
  BlockDigests digests;
  KeptBlocks kept;
  std::atomic<bool> saw_any{false};
  std::size_t slot = 0;
};

void can_check_reads() { can_check = true; }

bool reads_can_be_checked() { return can_check; }

ssize_t checked_pread(int fd, void* to, std::size_t bytes, off_t place) {
  char* const out = static_cast<char*>(to);
  const std::size_t used = slots_used.load(std::memory_order_acquire);
  for (std::size_t i = 0; i < used; ++i) {
    auto* const held = static_cast<CheckedReads::Held*>(slots[i].load(std::memory_order_acquire));
    if (held == nullptr || held->fd != fd || place < 0) continue;
    held->saw_any.store(true, std::memory_order_relaxed);
    const auto at = static_cast<std::uint64_t>(place);
    return at % kIndexBlockBytes == 0 && bytes == kIndexBlockBytes
               ? held->read_block(out, at / kIndexBlockBytes)
               : held->read_parts(out, bytes, at);
  }
  const iovec all{to, bytes};
  return ::preadv(fd, &all, 1, place);
}

std::optional<DamagedBlock> take_damaged_block() {
  return std::exchange(damaged_block, std::nullopt);
}

std::optional<CheckedReads> CheckedReads::hold(int fd, std::string index, BlockDigests digests) {
  auto held = std::make_unique<Held>(fd, std::move(index), std::move(digests));
  for (std::size_t i = 0; i < kMostHeld; ++i) {
    void* free = nullptr;
    if (!slots[i].compare_exchange_strong(free, held.get())) continue;
    held->slot = i;
    for (std::size_t used = slots_used; used <= i;) slots_used.compare_exchange_weak(used, i + 1);
    return CheckedReads(std::move(held));
  }
  return std::nullopt;
}

CheckedReads::CheckedReads(std::unique_ptr<Held> held) : held_(std::move(held)) {}

CheckedReads::~CheckedReads() {
  if (held_) slots[held_->slot] = nullptr;
}

CheckedReads::CheckedReads(CheckedReads&&) noexcept = default;

CheckedReads& CheckedReads::operator=(CheckedReads&& other) noexcept {
  std::swap(held_, other.held_);
  return *this;
}

bool CheckedReads::saw_any() const { return held_ && held_->saw_any; }

}  // namespace idsearch::store
