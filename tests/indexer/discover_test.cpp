// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/discover.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/store/sample_index.hpp"

namespace idsearch::indexer {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

class Discover : public testing::Test {
 protected:
  void put(const fs::path& name) const {
    fs::create_directories((root_.path() / name).parent_path());
    store::write_file(root_.path() / name, "x");
  }
  std::string at(const fs::path& name) const { return (root_.path() / name).string(); }

  static Names names(const Discovery& found) {
    Names out;
    for (const CorpusFile& file : found.files) out.push_back(file.name);
    return out;
  }

  const store::TemporaryDirectory root_;
};

TEST_F(Discover, FindsProfilesBelowDirectoriesInTheOrderOfTheirBytes) {
  for (const char* name : {"b.txt", "a/z.txt", "a.txt", "B.TXT", "a/deep/er/c.txt"}) put(name);
  const Discovery found = discover({at("")}, "");
  EXPECT_EQ(names(found), (Names{"B.TXT", "a.txt", "a/deep/er/c.txt", "a/z.txt", "b.txt"}));
}

TEST_F(Discover, SkipsHiddenNamesAndTellsOfOtherFiles) {
  for (const char* name : {".hidden.txt", ".git/a.txt", "a.txt", "logo.png"}) put(name);
  fs::create_symlink(at("a.txt"), at("link.txt"));
  fs::create_directory_symlink(at(""), at("loop"));
  const Discovery found = discover({at("")}, "");
  EXPECT_EQ(names(found), Names{"a.txt"});
  EXPECT_EQ(found.ignored, (Names{at("link.txt"), at("logo.png"), at("loop")}));
  EXPECT_TRUE(found.rejected.empty());
}

TEST_F(Discover, TakesAFileOnceHoweverOftenItIsReached) {
  put("asia/nauru.txt");
  for (const auto& corpus :
       {Names{at(""), at("asia")}, Names{at("asia"), at("")}, Names{at("asia/nauru.txt"), at("")}})
    EXPECT_EQ(names(discover(corpus, "")), Names{"nauru.txt"});
}

TEST_F(Discover, FollowsALinkThatIsNamedItself) {
  put("a.txt");
  fs::create_symlink(at("a.txt"), at("link.txt"));
  EXPECT_EQ(names(discover({at("link.txt")}, "")), Names{"link.txt"});
}

TEST_F(Discover, TakesANamedFileWhateverItsEnding) {
  for (const char* name : {"page.php", "page"}) put(name);
  EXPECT_EQ(names(discover({at("page.php"), at("page")}, "")), (Names{"page", "page.php"}));
  const Discovery found = discover({at("")}, "");
  EXPECT_EQ(found.ignored, (Names{at("page"), at("page.php")}));
  EXPECT_TRUE(found.files.empty());
}

TEST_F(Discover, TakesASpecialFileOnlyWhereAProfileIsExpectedSoThatItIsRejectedLater) {
  for (const char* name : {"kenya.txt", "control"}) ASSERT_EQ(::mkfifo(at(name).c_str(), 0600), 0);
  const Discovery found = discover({at("")}, "");
  EXPECT_EQ(names(found), Names{"kenya.txt"});
  EXPECT_EQ(found.ignored, Names{at("control")});
}

TEST_F(Discover, DoesNotLookIntoTheIndex) {
  for (const char* name : {"a.txt", "index/generations/b.txt"}) put(name);
  EXPECT_EQ(names(discover({at("")}, at("index"))), Names{"a.txt"});
}

TEST_F(Discover, KnowsLinesOfJsonByTheirEndingOrTheirContent) {
  put("docs.JSONL");
  store::write_file(root_.path() / "lines.json", "{\"id\": \"1\", \"body\": \"A text.\"}\n");
  store::write_file(root_.path() / "package.json", "{\n  \"name\": \"x\"\n}\n");
  const Discovery found = discover({at("")}, "");
  EXPECT_EQ(names(found), (Names{"docs.JSONL", "lines.json"}));
  EXPECT_EQ(found.ignored, Names{at("package.json")});
}

TEST_F(Discover, NamesAreAlwaysUtf8) {
  put("k\xE9nya.txt");
  EXPECT_EQ(names(discover({at("")}, "")), Names{"k\xEF\xBF\xBDnya.txt"});
}

}  // namespace
}  // namespace idsearch::indexer
