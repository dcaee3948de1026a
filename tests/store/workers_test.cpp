// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/workers.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <limits>
#include <stdexcept>
#include <thread>
#include <vector>

namespace idsearch::store {
namespace {

TEST(Workers, DoEveryItemOnce) {
  for (const std::size_t workers : {1u, 2u, 7u}) {
    std::vector<std::atomic<int>> done(100);
    EXPECT_TRUE(run_in_workers(100, workers,
                               [&](std::size_t worker, std::size_t item) {
                                 EXPECT_LT(worker, workers);
                                 ++done[item];
                               },
                               {}));
    for (const auto& times : done) EXPECT_EQ(times, 1);
  }
}

TEST(Workers, HaveNothingToDoForNothing) {
  EXPECT_TRUE(run_in_workers(0, 2, [](std::size_t, std::size_t) { FAIL(); }, {}));
}

TEST(Workers, TellTheFailureOfTheLowestItem) {
  for (int round = 0; round < 20; ++round) {
    try {
      run_in_workers(50, 4,
                     [](std::size_t, std::size_t item) {
                       if (item >= 10) throw std::runtime_error(std::to_string(item));
                     },
                     {});
      FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "10");
    }
  }
}

TEST(Workers, StopWhenTheCallerSaysSo) {
  // More than can be done in a lifetime: whoever does not stop, does not end.
  EXPECT_FALSE(run_in_workers(
      std::numeric_limits<std::size_t>::max(), 2, [](std::size_t, std::size_t) {},
      [](std::size_t) { return false; }));
}

TEST(Workers, WhatTheCallerThrowsEndsTheWork) {
  EXPECT_THROW(run_in_workers(
                   10, 2, [](std::size_t, std::size_t) {},
                   [](std::size_t) -> bool { throw std::runtime_error("tick"); }),
               std::runtime_error);
}

TEST(Workers, AreNoMoreThanThereIsToDo) {
  EXPECT_EQ(worker_count(8, 3), 3u);
  EXPECT_EQ(worker_count(2, 100), 2u);
  EXPECT_EQ(worker_count(5, 0), 1u);
  EXPECT_GE(worker_count(0, 100), 1u);
  EXPECT_LE(worker_count(1u << 30, 1u << 30), 64u);
}

}  // namespace
}  // namespace idsearch::store
