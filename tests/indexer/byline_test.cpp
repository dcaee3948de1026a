// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/byline.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

TEST(Byline, NamesWhoWroteTheProfile) {
  for (const char* line : {
           "By Jane Doe",
           "by Jane Doe and John Roe, 3 March 2026",
           "BY JANE DOE",
           "By: J. R. van der Doe",
           "Author: Jane Doe",
           "AUTHORS : Jane Doe, Lecturer in Law; John Roe",
           "Author(s): jane doe",
           "Contributors: the staff of the clinic",
           "Written by Jane Doe, research fellow, with support from Åsa Lee",
           "Last updated by Jane Doe on 3 March 2026",
           "Reviewed by the Law Clinic, University of Nairobi.",
           "Research by: Jane Doe",
       }) {
    EXPECT_TRUE(is_byline(line)) << line;
  }
}

TEST(Byline, IsNoSentence) {
  for (const char* line : {
           "",
           "By",
           "By law",
           "By Law",
           "By law everybody has a card",
           "By 2019 All People Had One",
           "By Decree of 2019 the register was opened.",
           "Written by hand",
           "Prepared by the ministry, the bill was dropped.",
           "Published by the Ministry. It has three parts.",
           "Author: Jane Doe wrote it. Nobody read it.",
           "Authors of the act: the ministry",
           "Author",
           "Author:",
           "Bylaws of Nairobi",
           "Text by law",
       }) {
    EXPECT_FALSE(is_byline(line)) << line;
  }
}

}  // namespace
}  // namespace idsearch::indexer
