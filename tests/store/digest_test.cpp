// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/digest.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <vector>

#include "sample_index.hpp"
#include "store/files.hpp"

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

TEST(Digest, OfAFileIsTheSameHoweverItsBytesCome) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "bytes";
  for (const std::size_t size : {0UL, 1UL, 4095UL, 4096UL, 4UL << 20, (4UL << 20) + 4097}) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<char>(i * 2654435761U >> 24);
    write_synced(file, bytes);
    const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    const auto copied = xxh3_of_file(open.get(), FileBytes::Copied);
    ASSERT_TRUE(copied);
    EXPECT_EQ(xxh3_of_file(open.get(), FileBytes::Mapped), copied) << size;
  }
  const Descriptor folder(::open(directory.path().c_str(), O_RDONLY | O_CLOEXEC));
  EXPECT_EQ(xxh3_of_file(folder.get(), FileBytes::Mapped), std::nullopt);
}

#ifndef IDSEARCH_SANITIZED  // sanitizers need address space of their own
TEST(Digest, OfAFileThatCannotBeMappedIsThatOfItsCopy) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "bytes";
  write_synced(file, std::string(1 << 20, 'a'));
  const Descriptor open(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  const auto copied = xxh3_of_file(open.get(), FileBytes::Copied);
  const auto without_address_space = [&] {
    { const std::vector<char> room_on_the_heap(1 << 16); }
    const rlimit none{1, 1};
    if (::setrlimit(RLIMIT_AS, &none) != 0) ::_exit(2);
    if (::mmap(nullptr, 1 << 20, PROT_READ, MAP_SHARED, open.get(), 0) != MAP_FAILED) ::_exit(3);
    ::_exit(xxh3_of_file(open.get(), FileBytes::Mapped) == copied ? 0 : 1);
  };
  EXPECT_EXIT(without_address_space(), testing::ExitedWithCode(0), "");
}
#endif

}  // namespace
}  // namespace idsearch::store
