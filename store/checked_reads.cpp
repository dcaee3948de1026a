// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/checked_reads.hpp"

#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace idsearch::store {

struct CheckedReads::Held {
  Held(int held_fd, BlockDigests held_digests) : fd(held_fd), digests(std::move(held_digests)) {}
  int fd;
  BlockDigests digests;
  std::atomic<bool> saw_any{false};
  std::size_t slot = 0;
};

namespace {

// As many shards as a query may name without a file of each being compared whole.
constexpr std::size_t kMostHeld = 64;
std::array<std::atomic<void*>, kMostHeld> slots{};  // of CheckedReads::Held
std::atomic<std::size_t> slots_used{0};             // none behind these

std::atomic<bool> can_check{false};
thread_local std::optional<std::uint64_t> damaged_block;

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

/// One block; as many bytes as it has.
ssize_t read_block(const BlockDigests& digests, int fd, char* to, std::uint64_t number) {
  const ssize_t got =
      read_whole(fd, to, kIndexBlockBytes, static_cast<off_t>(number * kIndexBlockBytes));
  if (got <= 0 || digests.fits(number, to, static_cast<std::size_t>(got))) return got;
  damaged_block = number;
  errno = EIO;
  return -1;
}

// What does not begin or end with a block.
ssize_t read_parts(const BlockDigests& digests, int fd, char* to, std::size_t bytes, off_t place) {
  std::array<char, kIndexBlockBytes> block;
  std::size_t have = 0;
  while (have < bytes) {
    const std::uint64_t at = static_cast<std::uint64_t>(place) + have;
    const std::size_t skip = at % kIndexBlockBytes;
    const ssize_t got = read_block(digests, fd, block.data(), at / kIndexBlockBytes);
    if (got < 0) return -1;
    if (static_cast<std::size_t>(got) <= skip) break;
    const std::size_t some = std::min(bytes - have, static_cast<std::size_t>(got) - skip);
    std::memcpy(to + have, block.data() + skip, some);
    have += some;
  }
  return static_cast<ssize_t>(have);
}

}  // namespace

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
    if (at % kIndexBlockBytes == 0 && bytes == kIndexBlockBytes)
      return read_block(held->digests, fd, out, at / kIndexBlockBytes);
    return read_parts(held->digests, fd, out, bytes, place);
  }
  const iovec all{to, bytes};
  return ::preadv(fd, &all, 1, place);
}

std::optional<std::uint64_t> take_damaged_block() {
  return std::exchange(damaged_block, std::nullopt);
}

std::optional<CheckedReads> CheckedReads::hold(int fd, BlockDigests digests) {
  auto held = std::make_unique<Held>(fd, std::move(digests));
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
