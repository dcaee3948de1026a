// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/xapian_guard.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <new>
#include <stdexcept>

#include "sample_index.hpp"

namespace idsearch::store {
namespace {

template <typename Thrown>
std::string guarded(Access access, Thrown thrown) {
  return error_of([&] { guard(access, "index x", [&] { throw thrown; }); });
}

TEST(XapianGuard, PassesResultsThrough) {
  EXPECT_EQ(guard(Access::Read, "x", [] { return 5; }), 5);
}

TEST(XapianGuard, WhateverIsOffWhileReadingIsDamage) {
  EXPECT_EQ(guarded(Access::Read, Xapian::DatabaseCorruptError("bad block")),
            "integrity: index x: bad block");
  EXPECT_EQ(guarded(Access::Read, Xapian::DocNotFoundError("no 7")), "integrity: index x: no 7");
  EXPECT_EQ(guarded(Access::Read, Xapian::DatabaseModifiedError("")),
            "integrity: index x: DatabaseModifiedError");
  EXPECT_EQ(guarded(Access::Read, std::length_error("too long")), "integrity: index x: too long");
}

TEST(XapianGuard, FailedWritingIsTold) {
  EXPECT_EQ(guarded(Access::Write, Xapian::DatabaseError("write failed")),
            "cannot-write: index x: write failed");
}

TEST(XapianGuard, MisuseIsOurOwnFault) {
  for (const Access access : {Access::Read, Access::Write})
    EXPECT_EQ(guarded(access, Xapian::InvalidArgumentError("term too long")),
              "internal: index x: term too long");
  EXPECT_EQ(guarded(Access::Read, 5), "internal: index x: unknown exception");
}

TEST(XapianGuard, OwnErrorsAndMemoryPassAsTheyAre) {
  EXPECT_EQ(guarded(Access::Read, Error(ErrorCode::Locked, "busy")), "locked: busy");
  EXPECT_THROW(guarded(Access::Read, std::bad_alloc()), std::bad_alloc);
}

}  // namespace
}  // namespace idsearch::store
