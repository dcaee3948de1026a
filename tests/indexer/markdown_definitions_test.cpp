// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_definitions.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "idsearch/index.hpp"
#include "tests/indexer/markdown_shown.hpp"

namespace idsearch::indexer {
namespace {

TEST(MarkdownDefinitions, StandAnywhere) {
  expect_shown({
      {"[^2]: two\n\na[^1]\n\n[^1]: one\n\nb[^2]", "P a{1}\nP b{2}\nN2 two\nN1 one\n"},
      {"a[^1]\n[^1]: one\n## Law\nb", "P a{1}\nH2 Law\nP b\nN1 one\n"},
      {"  [^1]:one\n[^2]:   two", "N1 one\nN2 two\n"},
      {"> [^1]: in a\n> quote\n\nx", "P x\nN1 in a quote\n"},
      {"- [^1]: in a list\n- [^2]: two", "N1 in a list\nN2 two\n"},
      {"## Notes\n\n[^1]: one\n\n## About\n\nx", "H2 About\nP x\nN1 one\n"},
      {"x[^1]\n\nNotes\n-----\n[^1]: one", "P x{1}\nN1 one\n"},
  });
}

TEST(MarkdownDefinitions, GoOnOverLinesAndBlankLines) {
  expect_shown({
      {"[^1]: one\n    more\n\n    second\n\nout", "P out\nN1 one more second\n"},
      {"[^1]: one\nlazy\nlines\n\nout", "P out\nN1 one lazy lines\n"},
      {"[^1]:\n    below\n[^2]:\n\n    behind a blank\n[^3]:\nlazy",
       "N1 below\nN2 behind a blank\n"
       "N3 lazy\n"},
      {"[^1]: one\n\n  two columns\n\n out", "P out\nN1 one two columns\n"},
      {"[^1]: one\n\n\ttab\n\n\n\tthird\nlazy", "N1 one tab third lazy\n"},
      {"[^1]: one\n\n    - a\n    - b\n\n    > q", "N1 one a b q\n"},
      {"[^1]: one\n\n    ```\n    [^2]: code\n\n    x\n    ```\nout",
       "P out\nN1 one [^2]: code x\n"},
      {"[^1]: one\n    [^2]: two\n\n    more two", "N1 one\nN2 two more two\n"},
      {"[^1]: one\n12. May 2020 it was\n- a", "I a\nN1 one 12. May 2020 it was\n"},
      {"[^1]: one\n> quote", "P quote\nN1 one\n"},
      {"[^1]: one\n---\nx", "P x\nN1 one\n"},
      {"[^1]: 2019. Title of a book", "N1 2019. Title of a book\n"},
      {"[^1]: one <!-- a\n\n b --> end", "N1 one end\n"},
      {"[^1]:\n\nout", "P out\nN1 \n"},
  });
}

TEST(MarkdownDefinitions, KeepAddressesAsWritten) {
  expect_shown({
      {"[^1]: *T* <https://x.org/a_b_?c=1&d=_2_> accessed",
       "N1 T <https://x.org/a_b_?c=1&d=_2_> "
       "accessed\n"},
      {"[^1]: [‘T’](https://x.org/a_b) (Site)", "N1 ‘T’ <https://x.org/a_b> (Site)\n"},
      {"[^1]: [https://x.org](https://x.org), <a href=\"https://y.org\">y</a>",
       "N1 https://x.org, y <https://y.org>\n"},
      {"[^1]: <[x](http://x.org)> [^](#r1) [\u21A9](#r1)", "N1 <x <http://x.org>>\n"},
      {"[^1]: see [the act][act]\n\n[act]: https://act.org", "N1 see the act <https://act.org>\n"},
      {"[^1]: <www.x.org/y> <not an address> <HTTPS://X.org>",
       "N1 <www.x.org/y> <not an address> <HTTPS://X.org>\n"},
      {"[^1]: A v B [2020] ICJ Rep 3; ‘a | b • c’; see [^2]",
       "N1 A v B [2020] ICJ Rep 3; ‘a | b • c’; see [^2]\n"},
      {"[^1]: [a][b] [c\n\n    ```\n    x\n\n[b]: https://b.org\n[d]: https://d.org (t) u",
       "P [d]: https://d.org (t) u\nN1 a <https://b.org> [c x\n"},
      {"[^1]: https://x.org/a_b_c_d*e*", "N1 https://x.org/a_b_c_d*e*\n"},
  });
}

TEST(MarkdownDefinitions, AreOrderedByNumberOrByDefinition) {
  EXPECT_TRUE(read_markdown("a[^1]\n\n[^2]: x\n[^1]: y").numeric_labels);
  EXPECT_FALSE(read_markdown("a[^1]\n\n[^2]: x\n[^pipa]: y").numeric_labels);
  EXPECT_TRUE(read_markdown("a[^pipa]").numeric_labels);
  const Profile named = parse_profile(
      "x.md",
      "a[^z][^m][^b]\n\n[^z]: A Author, ‘T’ <https://z.org>.\n[^m]: B Bee, ‘U’.\n[^b]: ibid"
      "\n[^q]: Author (n 1)");
  ASSERT_EQ(named.notes.size(), 4u);
  EXPECT_EQ(named.notes[2].trail, (std::vector<std::string>{"b", "m"}));
  EXPECT_EQ(named.notes[3].trail, (std::vector<std::string>{"q", "z"}));
  const Profile numbered =
      parse_profile("x.md", "a[^1][^2][^3]\n\n[^3]: ibid\n[^1]: A Author, ‘T’.\n[^2]: B Bee, ‘U’.");
  EXPECT_EQ(numbered.notes[0].trail, (std::vector<std::string>{"3", "2"}));
}

TEST(MarkdownDefinitions, AreMeantByLabelsOfAnyCase) {
  expect_shown({
      {"a[^Pipa] b[^01]\n\n[^pipa]: x\n[^1]: y", "P a{pipa} b{1}\nNpipa x\nN1 y\n"},
      {"a[^A] b[^a]\n\n[^a]: x\n[^A]: y", "P a{A} b{a}\nNa x\nNA y\n"},
  });
}

TEST(MarkdownDefinitions, MayStandInTheLine) {
  expect_shown({
      {"a^[one *x* [y](https://y.org)] b.^[two]",
       "P a{1} b.{2}\nN1 one x y <https://y.org>\nN2 "
       "two\n"},
      {"a^[in\nline] b[^7]\n\n[^7]: seven", "P a{8} b{7}\nN8 in line\nN7 seven\n"},
      {"a^[x] b[^p]\n\n[^p]: y", "P a{inline-1} b{p}\nNinline-1 x\nNp y\n"},
      {"`a^[x]` b^[not\n\nclosed]", "P a^[x] b^[not\nP closed]\n"},
  });
}

TEST(MarkdownDefinitions, InTheLineFollowTheNoteCitedBeforeThem) {
  const RawProfile raw =
      read_markdown("a^[w] b[^2] c^[x] d^[y] e[^9] f^[z]\n\n[^1]: one\n\n[^2]: two\n");
  std::string after;
  for (const RawNote& note : raw.notes) {
    after += note.label + "<" + note.after.value_or("order") + " ";
  }
  EXPECT_EQ(after, "3< 4<2 5<4 6<5 1<order 2<order ");
  EXPECT_EQ(read_markdown("a^[w] b^[x]\n").notes.at(1).after, std::nullopt);
}

TEST(MarkdownDefinitions, MayBeAListAsInATextDump) {
  expect_shown({
      {"# Law\n\nOne.[1] Two [2].\n\n# Notes\n\n1. A Author, ‘T’ <https://a.org/b_c>.\n2. *ibid*",
       "H1 Law\nP One.[1] Two [2].\nN1 A Author, ‘T’ <https://a.org/b_c>.\nN2 ibid\n"},
      {"One.[1]\n\n### References\n\n[1] A Author, ‘T’.\n\n### About\n\nx",
       "P One.[1]\nH3 About\nP x\nN1 A Author, ‘T’.\n"},
      {"One.[4] Two.[5]\n\n4.^ A Author, ‘T’.\n5.^\nibid",
       "P One.[4] Two.[5]\nN4 A Author, ‘T’.\nN5 ibid\n"},
      {"One [1], [link][2].\n\n[1]: https://one.org\n[2]: https://two.org",
       "P One [1], link.\nN1 https://one.org\n"},
      {"One.<sup>1</sup> 10<sup>2</sup> m<sup>2</sup>\n\n## Notes\n\n1. A, ‘T’ 10<sup>6</sup>\n2. "
       "b",
       "P One.[1] 102 m2\nN1 A, ‘T’ 106\nN2 b\n"},
      {"One[^1] two.\n\n## Notes\n\n1. [‘T’](https://t.org) (Site 2020)",
       "P One[1] two.\nN1 ‘T’ <https://t.org> (Site 2020)\n"},
      {"1. a\n2. b\n\nText without marks.", "I a\nI b\nP Text without marks.\n"},
  });
}

}  // namespace
}  // namespace idsearch::indexer
