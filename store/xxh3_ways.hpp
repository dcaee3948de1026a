// SPDX-License-Identifier: GPL-2.0-or-later
// How bytes are added to an XXH3 digest. Included by a file that is compiled for some processors
// only, so nothing inline stands here.
#ifndef IDSEARCH_STORE_XXH3_WAYS_HPP
#define IDSEARCH_STORE_XXH3_WAYS_HPP

#include <stddef.h>
#include <stdint.h>

namespace idsearch::store {

// `state` is an XXH3_state_t, which the library calls otherwise where it is compiled in.

void xxh3_add_plain(void* state, const char* bytes, size_t size);
uint64_t xxh3_of_plain(const char* bytes, size_t size);
// These only on x86-64, and only to be called where the processor has AVX2.
void xxh3_add_avx2(void* state, const char* bytes, size_t size);
uint64_t xxh3_of_avx2(const char* bytes, size_t size);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_XXH3_WAYS_HPP
