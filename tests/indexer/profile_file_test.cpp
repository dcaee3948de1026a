// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_file.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "tests/store/sample_index.hpp"

namespace idsearch::indexer {
namespace {

using std::string_literals::operator""s;

class ProfileFiles : public testing::Test {
 protected:
  std::string at(const char* name) const { return (root_.path() / name).string(); }
  std::string put(const char* name, const std::string& bytes) const {
    store::write_file(root_.path() / name, bytes);
    return at(name);
  }
  std::string problem_of(const std::string& path) const { return read_profile_file(path).problem; }

  const store::TemporaryDirectory root_;
};

TEST_F(ProfileFiles, GiveBytesAndFormat) {
  const ProfileFile file = read_profile_file(put("kenya.txt", "Kenya\n"));
  EXPECT_EQ(file.problem, "");
  EXPECT_EQ(file.bytes, "Kenya\n");
  EXPECT_EQ(file.format, "text");
  EXPECT_EQ(read_profile_file(put("kenya", "Kenya\n")).format, "text");
  EXPECT_EQ(read_profile_file(put("l.json", "{\"id\":\"1\",\"body\":\"x\"}\n")).format, "jsonl");
}

TEST_F(ProfileFiles, SpecialFilesAreNamedAndNeverWaitedFor) {
  ASSERT_EQ(::mkfifo(at("pipe.txt").c_str(), 0600), 0);
  EXPECT_EQ(problem_of(at("pipe.txt")), "is a pipe, not a regular file");
  EXPECT_EQ(problem_of("/dev/zero"), "is a device, not a regular file");
  EXPECT_EQ(problem_of(at("")), "is a directory, not a file");
  EXPECT_EQ(problem_of(at("absent.txt")), "cannot be read: No such file or directory");

  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = at("s.txt");
  ASSERT_LT(path.size(), sizeof address.sun_path);
  std::memcpy(address.sun_path, path.c_str(), path.size());
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  ASSERT_EQ(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(problem_of(path), "is a socket, not a regular file");
  ::close(socket);
}

TEST_F(ProfileFiles, AFileThatMayNotBeReadIsAProblem) {
  const std::string path = put("secret.txt", "x");
  ASSERT_EQ(::chmod(path.c_str(), 0), 0);
  if (::access(path.c_str(), R_OK) == 0) GTEST_SKIP() << "root may read everything";
  EXPECT_EQ(problem_of(path), "cannot be read: Permission denied");
}

TEST_F(ProfileFiles, TheLimitIsForProfilesNotForCollections) {
  const std::string exactly = put("exactly.txt", std::string(kMaxProfileBytes, 'x'));
  EXPECT_EQ(problem_of(exactly), "");
  ASSERT_EQ(::truncate(exactly.c_str(), static_cast<off_t>(kMaxProfileBytes) + 1), 0);
  EXPECT_EQ(problem_of(exactly), "is larger than 16 MiB");

  const std::string line = "{\"id\":\"1\",\"body\":\"" + std::string(1 << 20, 'x') + "\"}\n";
  std::string lines;
  while (lines.size() <= kMaxProfileBytes) lines += line;
  for (const char* name : {"large.jsonl", "large.json"}) {
    const ProfileFile file = read_profile_file(put(name, lines));
    EXPECT_EQ(file.problem, "") << name;
    EXPECT_EQ(file.format, "jsonl") << name;
    EXPECT_EQ(file.bytes.size(), lines.size()) << name;
  }
}

TEST_F(ProfileFiles, WhatNoReaderTakesIsNamed) {
  EXPECT_EQ(problem_of(put("a.txt", "%PDF-1.4\n")), "looks like a PDF");
  EXPECT_EQ(problem_of(put("a.png", "x")), "is of no kind that a reader knows");
}

TEST_F(ProfileFiles, WhatIsNoTextIsNoProfileWhateverItsNameSays) {
  std::string program =
      "\x7F"
      "ELF";
  std::string digits, noise;
  for (int i = 0; i < 4096; ++i) {
    program += static_cast<char>(i % 7 == 0 ? 'a' : i * i / 5);
    digits += static_cast<char>(i % 3);
    noise += static_cast<char>(1 + (i * i + i / 3) % 255);  // as compressed data, without NUL
  }
  for (const std::string ending : {"txt", "md", "html", "xhtml", "bin"}) {
    const auto problem = [&](const std::string& bytes) {
      return problem_of(put(("x." + ending).c_str(), bytes));
    };
    EXPECT_EQ(problem(program), "looks like a program (ELF)") << ending;
    EXPECT_TRUE(problem(digits).starts_with("is no text: 1366 NUL bytes, the first on line 1"))
        << ending << problem(digits);
    EXPECT_TRUE(problem(noise).starts_with("is no text in UTF-8: ")) << ending << problem(noise);
    EXPECT_EQ(problem("Kenya\n\nIt is"s + '\0' + "so.\n"),
              "is no text: 1 NUL byte, the first on line 3")
        << ending;
    EXPECT_EQ(problem("K\0e\0n\0y\0a\0\n\0"s),
              "looks like UTF-16 text without a byte order mark, not UTF-8")
        << ending;
    EXPECT_EQ(problem("\0\0\xFE\xFF\0\0\0K"s), "looks like UTF-32 text, not UTF-8") << ending;
    EXPECT_EQ(problem(""), "is empty") << ending;
    EXPECT_EQ(problem("\xEF\xBB\xBF \r\n\t\u00A0\n"), "holds nothing but white space") << ending;
  }
  EXPECT_EQ(problem_of(put("x.jsonl", "")), "is empty");
  EXPECT_EQ(problem_of(put("x.jsonl", "\n")), "holds nothing but white space");
}

TEST_F(ProfileFiles, TextsWithFaultsAndDeclaredCharacterSetsAreRead) {
  // Half of each is no UTF-8; only the second says what it is.
  const std::string cyrillic = "\xCA\xE0\xE7\xE0\xF5\xF1\xF2\xE0\xED. ";
  std::string words;
  for (int i = 0; i < 50; ++i) words += cyrillic;
  EXPECT_NE(problem_of(put("a.html", "<p>" + words + "</p>")), "");
  EXPECT_NE(problem_of(put("a.txt", words)), "");
  EXPECT_EQ(problem_of(put("b.html", "<meta charset=windows-1251><p>" + words + "</p>")), "");
  std::string wide = "\xFF\xFE"s;
  for (const char c : std::string("<!DOCTYPE html><html><body><p>Kenya</p></body></html>"))
    wide += {c, '\0'};
  EXPECT_EQ(problem_of(put("c.html", wide)), "");
  const std::string cases[] = {
      "Kenya\n\nThe r\xE9gime of identit\xE9, d\xE9j\xE0 vu, \xE9t\xE9.\n",  // Latin-1
      "Kenya\n\nCut \xE2\x80 off \xFF\xFE\xFD.\n",
      "\u0643\u064A\u0646\u064A\u0627",  // no ASCII at all
      "Kenya\n\n\x1B[1mBold\x1B[0m, N\bNA\bAM\bME\bE, a \x01 page \x0C break.\n",
  };
  for (const std::string& text : cases) {
    EXPECT_EQ(problem_of(put("d.txt", text)), "") << text;
    EXPECT_EQ(problem_of(put("d.md", text)), "") << text;
  }
}

TEST_F(ProfileFiles, FaultyLinesOfJsonAreAProblemThatNamesTheLine) {
  const std::string path = put("a.jsonl", "{\"id\": \"1\"}\nno\n");
  std::string problem;
  EXPECT_TRUE(read_profiles(path, problem, {}).empty());
  EXPECT_EQ(problem, path + ":2: the line is no JSON object");
  EXPECT_EQ(read_profiles(put("b.jsonl", "{\"id\": \"1\"}\n{\"id\": \"2\"}\n"), problem, {}).size(),
            2u);
  EXPECT_EQ(problem, "");
  EXPECT_EQ(read_profiles(put("c.txt", "Kenya\n"), problem, {}).size(), 1u);
}

}  // namespace
}  // namespace idsearch::indexer
