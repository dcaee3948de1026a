// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rank.hpp"

#include <gtest/gtest.h>
#include <xapian.h>

#include <cmath>

#include "store/reader.hpp"
#include "tests/query/test_index.hpp"

namespace idsearch::query {
namespace {

TEST(Rank, WeightsAreThoseOfXapiansIneB2Rounded) {
  const TestIndex index({plain_profile(
      {"law law state", "law", "state card data privacy", "card of state and law and data"})});
  const store::Reader reader = store::Reader::open({index.path()});
  for (const char* term : {"law", "state", "Zcard", "privacy"}) {
    Xapian::Enquire ours(reader.database()), theirs(reader.database());
    ours.set_query(Xapian::Query(term));
    theirs.set_query(Xapian::Query(term));
    ours.set_weighting_scheme(*make_weight());
    theirs.set_weighting_scheme(Xapian::IneB2Weight(kLengthParameter));
    const Xapian::MSet a = ours.get_mset(0, 10), b = theirs.get_mset(0, 10);
    ASSERT_EQ(a.size(), b.size());
    ASSERT_GT(a.size(), 0u);
    for (Xapian::doccount i = 0; i < a.size(); ++i) {
      EXPECT_NEAR(a[i].get_weight(), b[i].get_weight(), kWeightGrain);
      EXPECT_EQ(std::fmod(a[i].get_weight(), kWeightGrain), 0);
      EXPECT_LT(a[i].get_weight(),
                weight_bound(reader.database().get_doccount(), reader.database().get_termfreq(term),
                             static_cast<double>(reader.database().get_collection_freq(term))));
    }
  }
}

TEST(Rank, ATermThatIsNowhereWeighsNothing) { EXPECT_EQ(weight_bound(10, 0, 0), 0); }

}  // namespace
}  // namespace idsearch::query
