// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/messages.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdio>

namespace idsearch::indexer {
namespace {

TEST(Messages, TheJournalIsKnownByDeviceAndInode) {
  std::FILE* file = std::tmpfile();
  ASSERT_NE(file, nullptr);
  struct stat status {};
  ASSERT_EQ(::fstat(fileno(file), &status), 0);
  const std::string device = std::to_string(status.st_dev), inode = std::to_string(status.st_ino);
  EXPECT_TRUE(is_journal(device + ":" + inode, fileno(file)));
  EXPECT_FALSE(is_journal(device + ":" + inode + "0", fileno(file)));
  EXPECT_FALSE(is_journal(inode + ":" + device + "1", fileno(file)));
  EXPECT_FALSE(is_journal("", fileno(file)));
  EXPECT_FALSE(is_journal(device + ":" + inode, -1));
  std::fclose(file);
}

}  // namespace
}  // namespace idsearch::indexer
