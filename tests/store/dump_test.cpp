// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/dump.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "sample_index.hpp"

namespace idsearch::store {
namespace {

const std::vector<SampleProfile> kKenyaDumped{{"kenya", {"one two one"}}};
const std::vector<SampleProfile> kNauruDumped{{"nauru", {"two\n\\"}}};
const std::vector<SampleProfile> kBoth{kKenyaDumped[0], kNauruDumped[0]};

std::string dump_of(const std::vector<std::filesystem::path>& indexes) {
  std::vector<std::string> paths;
  for (const auto& index : indexes) paths.push_back(index.string());
  std::ostringstream out;
  dump(paths, out);
  return out.str();
}

TEST(Dump, ShowsTermsWithPassagesFrequenciesAndPositions) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kBoth);
  const std::string text = dump_of({index.path()});
  EXPECT_NE(text.find("term one\n  kenya/_/1 wdf=2 1,3\n"), std::string::npos) << text;
  EXPECT_NE(text.find("term two\n  kenya/_/1 wdf=1 2\n  nauru/_/1 wdf=1 1\n"), std::string::npos)
      << text;
  EXPECT_NE(text.find("  value 0 kenya\\x00\\x00\\x00\\x00\\x01\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  text two\\x0a\\x5c\n"), std::string::npos) << text;
}

TEST(Dump, IsTheSameForOneIndexAndForSeveralInAnyOrder) {
  const TemporaryDirectory both, a, b;
  publish_sample(both.path(), kBoth);
  publish_sample(a.path(), kKenyaDumped);
  publish_sample(b.path(), kNauruDumped);
  const std::string one = dump_of({both.path()});
  EXPECT_EQ(dump_of({a.path(), b.path()}), one);
  EXPECT_EQ(dump_of({b.path(), a.path()}), one);
  EXPECT_NE(dump_of({a.path()}), one);
}

}  // namespace
}  // namespace idsearch::store
