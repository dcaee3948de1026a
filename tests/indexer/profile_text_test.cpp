// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_text.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "idsearch/index.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

std::string text_shown(const std::string& bytes, std::size_t columns = 80) {
  return profile_text(parse_profile("kenya.md", bytes), columns);
}

constexpr const char* kFrontMatter = "---\ntitle: Kenya\nupdated: 2026-01-29\n---\n";

TEST(ProfileText, ShowsPassagesWithMarksAndNotesWithTheWayToTheirSources) {
  EXPECT_EQ(
      text_shown(std::string(kFrontMatter) +
                 "## Law\n\nIt is so.[^1][^2]\n\n- An item.\n\n## Courts\n\n| A |\n|---|\n| "
                 "Cell[^3] |\n\nOr not.[^4][^5]\n\n[^1]: Ann Lee, ‘Cards’ (2024).\n[^2]: "
                 "ibid\n[^3]: Lee (n 2) 7; Act 2019.\n[^4]: (n 9)\n[^5]: ibid\n"),
      "kenya.md: Kenya [KE], updated 2026-01-29, en: 2 sections, 4 passages, 5 marks, 5 notes\n"
      "  law  2 passages\n"
      "    1 paragraph  It is so.  [1] [2]\n"
      "    2 item       An item.\n"
      "  courts  2 passages\n"
      "    1 row        Cell  [3]\n"
      "    2 paragraph  Or not.  [4] [5]\n"
      "  Notes:\n"
      "    1 resolved       Ann Lee, ‘Cards’ (2024).\n"
      "    2 resolved       ibid\n"
      "      2 → 1: Ann Lee, ‘Cards’ (2024).\n"
      "    3 resolved       Lee (n 2) 7; Act 2019.\n"
      "      3 → 2 → 1, at 7: Ann Lee, ‘Cards’ (2024).\n"
      "      3: Act 2019.\n"
      "    4 missing        (n 9)\n"
      "      4 → 9, missing\n"
      "    5 no-antecedent  ibid\n"
      "      5, no-antecedent\n"
      "kenya.md:22: error: note 4 refers to note 9, which is not given\n"
      "kenya.md:23: error: note 5 is an ibid, but note 4 leads to no source\n");
}

TEST(ProfileText, CutsTextsBetweenCharactersAtTheWidth) {
  std::string thai = "a", wide, marks;
  for (int i = 0; i < 60; ++i) {
    thai += "กำ";  // the second stands on the first and takes no column of its own, or one
    wide += "国";
    marks += "[^" + std::to_string(i + 1) + "]";
  }
  const std::string out =
      text_shown("## Law\n\n" + thai + "\n\n" + wide + ".[^1]\n\nMany." + marks + "\n\n" +
                     "Steers \x1B[1m the \u202E terminal, " + wide + "\n\n[^1]: " + wide + "\n",
                 60);
  EXPECT_TRUE(text::is_valid_utf8(out));
  EXPECT_EQ(out.find('\x1B'), std::string::npos);
  std::istringstream lines(out);
  std::string line;
  std::getline(lines, line);
  int cut = 0;
  while (std::getline(lines, line) && !line.starts_with("kenya.md")) {
    EXPECT_LE(text::display_width(line), 60u) << line;
    cut += line.find("…") != std::string::npos ? 1 : 0;
  }
  EXPECT_EQ(cut, 4);
  EXPECT_NE(out.find("国…  [1]\n"), std::string::npos);
  EXPECT_NE(out.find("Many.\n                 [1] [2]"), std::string::npos) << out;
  EXPECT_NE(out.find(" [60]\n"), std::string::npos);
}

TEST(ProfileText, ANarrowTerminalStillShowsHowEachTextBegins) {
  const std::string out = text_shown("Words that are longer than the terminal is wide here.\n", 1);
  EXPECT_NE(out.find("    1 paragraph  Words tha…\n"), std::string::npos) << out;
}

}  // namespace
}  // namespace idsearch::indexer
