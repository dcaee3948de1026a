// SPDX-License-Identifier: GPL-2.0-or-later
// Compiled for processors with AVX2. Nothing inline that other files have may be used here: the
// linker would keep one of the copies, perhaps this one, for all processors.
#define XXH_INLINE_ALL
#include <xxhash.h>

#include "store/xxh3_ways.hpp"

namespace idsearch::store {

void xxh3_add_avx2(void* state, const char* bytes, size_t size) {
  XXH3_64bits_update(static_cast<XXH3_state_t*>(state), bytes, size);
}

uint64_t xxh3_of_avx2(const char* bytes, size_t size) { return XXH3_64bits(bytes, size); }

}  // namespace idsearch::store
