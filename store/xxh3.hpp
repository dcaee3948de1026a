// SPDX-License-Identifier: GPL-2.0-or-later
// XXH3 (64 bits) of many bytes, by the widest instructions that the processor has: of Debian's
// library only those are taken that every x86-64 has: one instruction a byte, by AVX2 a third of
// one (bench/README.md, "Cold start").
#ifndef IDSEARCH_STORE_XXH3_HPP
#define IDSEARCH_STORE_XXH3_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

struct XXH3_state_s;

namespace idsearch::store {

/// Of bytes that are all there.
std::uint64_t xxh3_of(std::string_view bytes);

/// The digest of bytes that come piece by piece; the same on every machine.
class Xxh3 {
 public:
  Xxh3();
  void add(const char* bytes, std::size_t size);
  /// Of all that came so far.
  std::uint64_t value() const;

 private:
  std::unique_ptr<XXH3_state_s, void (*)(XXH3_state_s*)> state_;
  void (*add_)(void*, const char*, std::size_t);
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_XXH3_HPP
