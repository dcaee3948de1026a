// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/digest.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "sample_index.hpp"
#include "store/block_digests.hpp"
#include "store/files.hpp"
#include "store/xxh3.hpp"

namespace idsearch::store {
namespace {

// The examples of FIPS 180-4.
TEST(Digest, GivesThePublishedValues) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, OfPiecesIsThatOfTheWhole) {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  EXPECT_EQ(hash.hex(), sha256_hex("abc"));
}

TEST(Digest, OfAFileIsThatOfItsBytes) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "bytes";
  for (const std::size_t size : {0UL, 1UL, 4095UL, 16384UL, 16385UL, 1UL << 20}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 24);
    write_synced(file, bytes);
    const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    BlockDigester blocks, of_all;
    EXPECT_EQ(xxh3_of_file(open.get(), &blocks), xxh3_digits(xxh3_of(bytes))) << size;
    of_all.add(bytes);
    EXPECT_EQ(blocks.bytes(), of_all.bytes()) << size;
    EXPECT_EQ(sha256_of_file(open.get()), sha256_hex(bytes)) << size;
  }
  const Descriptor folder(::open(directory.path().c_str(), O_RDONLY | O_CLOEXEC));
  EXPECT_EQ(xxh3_of_file(folder.get()), std::nullopt);
}

}  // namespace
}  // namespace idsearch::store
