// SPDX-License-Identifier: GPL-2.0-or-later
// SHA-256 by OpenSSL's low-level calls, linked statically: the EVP way pulls all providers of
// libcrypto into the program (or loads the library), which costs a cold start about a millisecond.
// OpenSSL 3 calls them deprecated, not wrong; asking for the 1.1.1 API keeps them without warnings.
#define OPENSSL_API_COMPAT 0x10101000L
#include "store/digest.hpp"

#include <openssl/sha.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "store/xxh3.hpp"

namespace idsearch::store {

struct Sha256::Impl {
  SHA256_CTX context;
};

Sha256::Sha256() : impl_(std::make_unique<Impl>()) { SHA256_Init(&impl_->context); }
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  SHA256_Update(&impl_->context, bytes.data(), bytes.size());
}

std::string Sha256::hex() {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  SHA256_Final(digest.data(), &impl_->context);
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    out += kDigits[byte >> 4];
    out += kDigits[byte & 15];
  }
  return out;
}

std::optional<bool> file_has_sha256(int fd, const char* hex) noexcept {
  static std::array<char, 64 * 1024> chunk;
  SHA256_CTX context;
  SHA256_Init(&context);
  for (off_t place = 0;;) {
    const ssize_t got = ::pread(fd, chunk.data(), chunk.size(), place);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    SHA256_Update(&context, chunk.data(), static_cast<std::size_t>(got));
    place += got;
  }
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256_Final(digest, &context);
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const unsigned char byte : digest) {
    if (*hex++ != kDigits[byte >> 4] || *hex++ != kDigits[byte & 15]) return false;
  }
  return true;
}

std::string raw_of_hex(std::string_view hex) {
  const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    out += static_cast<char>(digit(hex[i]) << 4 | digit(hex[i + 1]));
  return out;
}

std::string seal_of(std::string_view bytes) {
  const std::uint64_t digest = xxh3_of(bytes);
  std::string out;
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(digest >> shift & 0xFF);
  return out;
}

std::string xxh3_digits(std::uint64_t digest) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(digest));
  return digits.data();
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace idsearch::store
