// SPDX-License-Identifier: GPL-2.0-or-later
// Digests of bytes and files: SHA-256 in hexadecimal, and short seals.
#ifndef IDSEARCH_STORE_DIGEST_HPP
#define IDSEARCH_STORE_DIGEST_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::store {

/// 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// Bytes of a seal.
inline constexpr std::size_t kSealBytes = 8;

/// XXH3 (64 bits) of the bytes, high ones first: tells damage by accident, not by intent. SHA-256
/// in its place was a fifth of the instructions of a cold search (callgrind, `idsearch "biometric
/// database"` over corpus/).
std::string seal_of(std::string_view bytes);

/// An XXH3 as manifests have it: 16 hexadecimal digits.
std::string xxh3_digits(std::uint64_t digest);

/// Two lower-case hexadecimal digits to a byte.
std::string raw_of_hex(std::string_view hex);

/// Whether the file's bytes have this digest; nullopt when they cannot be read. Takes nothing from
/// the heap and throws nothing: it may be called while a signal is handled. Not thread-safe.
std::optional<bool> file_has_sha256(int fd, const char* hex) noexcept;

/// The same over bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;
  void add(std::string_view bytes);
  /// Ends it; no further add.
  std::string hex();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_DIGEST_HPP
