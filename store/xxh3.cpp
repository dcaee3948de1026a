// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/xxh3.hpp"

#include <xxhash.h>

#include <new>

#include "store/xxh3_ways.hpp"

#ifdef IDSEARCH_XXH3_AVX2
#if __has_include(<sys/platform/x86.h>) && !defined(__clang__)  // which does not take it for C++
#include <sys/platform/x86.h>
#endif

namespace {

// glibc knows since the program started. In a virtual machine each question to the processor leaves
// the machine.
bool has_avx2() {
#ifdef CPU_FEATURE_ACTIVE
  return CPU_FEATURE_ACTIVE(AVX2);
#else
  return __builtin_cpu_supports("avx2");
#endif
}

}  // namespace
#endif

namespace idsearch::store {

std::uint64_t xxh3_of(std::string_view bytes) {
#ifdef IDSEARCH_XXH3_AVX2
  if (has_avx2()) return xxh3_of_avx2(bytes.data(), bytes.size());
#endif
  return xxh3_of_plain(bytes.data(), bytes.size());
}

Xxh3::Xxh3()
    : state_(XXH3_createState(), [](XXH3_state_s* state) { XXH3_freeState(state); }),
      add_(xxh3_add_plain) {
  if (!state_) throw std::bad_alloc();
  XXH3_64bits_reset(state_.get());
#ifdef IDSEARCH_XXH3_AVX2
  if (has_avx2()) add_ = xxh3_add_avx2;
#endif
}

void Xxh3::add(const char* bytes, std::size_t size) { add_(state_.get(), bytes, size); }

std::uint64_t Xxh3::value() const { return XXH3_64bits_digest(state_.get()); }

void xxh3_add_plain(void* state, const char* bytes, size_t size) {
  XXH3_64bits_update(static_cast<XXH3_state_t*>(state), bytes, size);
}

uint64_t xxh3_of_plain(const char* bytes, size_t size) { return XXH3_64bits(bytes, size); }

}  // namespace idsearch::store
