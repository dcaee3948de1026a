// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/assemble.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "indexer/read_text.hpp"
#include "tests/oracle/note_list_generator.hpp"
#include "tests/repetitions.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

Profile parsed(std::string_view bytes, std::string_view file = "kenya.txt") {
  return assemble(file, "text", read_text(bytes), {});
}

const std::string kHead = "Kenya\n\nLast updated : January 29, 2026\n\n";

// "line severity kind label: message", one per line.
std::string diagnostics(const Profile& profile) {
  std::string out;
  for (const Diagnostic& d : profile.diagnostics) {
    out += std::to_string(d.line) + " " + std::string(name_of(d.severity)) + " " +
           std::string(name_of(d.kind)) + " " + d.label + ": " + d.message + "\n";
  }
  return out;
}

std::string paths(const Profile& profile) {
  std::string out;
  for (const Section& section : profile.sections) {
    out += section.path + " " + std::to_string(section.passages) + "\n";
  }
  return out;
}

// A raw profile of headings "Title" or "2 Title" (level shown), each with a paragraph.
std::string paths_of(const std::vector<std::pair<std::string, std::size_t>>& headings) {
  RawProfile raw;
  std::size_t line = 0;
  for (const auto& [title, level] : headings) {
    RawBlock block;
    block.kind = RawBlock::Kind::Heading;
    block.text = title;
    block.level = level;
    block.line = ++line;
    raw.blocks.push_back(block);
  }
  std::string out;
  const Profile profile = assemble("x.txt", "text", raw, {});
  for (const Section& section : profile.sections) {
    EXPECT_EQ(section.titles.size(), section.level);
    EXPECT_EQ(std::count(section.path.begin(), section.path.end(), '/') + 1,
              static_cast<std::ptrdiff_t>(section.titles.size()));
    EXPECT_EQ(section.titles.back(), headings[section.line - 1].first);
    out += section.path + "\n";
  }
  return out;
}

TEST(Assemble, FindsTheCountryInAPartOfTheTitle) {
  const auto country = [](const std::string& title) {
    const Profile profile = parsed(title + "\n\nLast updated : January 29, 2026\n\nText.\n");
    return profile.country ? profile.country->code + " " + profile.country->name : "";
  };
  EXPECT_EQ(country("Botswana: Digital ID Profile"), "BW Botswana");
  EXPECT_EQ(country("COUNTRY PROFILE: GHANA"), "GH GHANA");
  EXPECT_EQ(country("Country profile – Ghana – Example"), "GH Ghana");
  EXPECT_EQ(country("Digital identity in Nepal – Example"), "NP Nepal");
  EXPECT_EQ(country("Cards in Kenya: a profile"), "KE Kenya");
  EXPECT_EQ(country("Statelessness in the Dominican Republic"), "DO the Dominican Republic");
  EXPECT_EQ(country("People of Myanmar in Thailand"), "");
  EXPECT_EQ(country("Cards in South Asia"), "");
  EXPECT_EQ(country("Kenya – Uganda"), "");
  EXPECT_EQ(country("South Asia: Overview"), "");
  EXPECT_EQ(country("Korea: Overview"), "");
  EXPECT_EQ(country("Congo - Kinshasa"), "CD Congo - Kinshasa");
}

// What a page has whose text was lost: yesterday's version must not be replaced by its footer.
TEST(Assemble, FindsNoPassageWhereOnlyLinesOfTheSiteAre) {
  const auto passages = [](const char* text) { return parsed(text).passages.size(); };
  EXPECT_EQ(passages("Kenya\n\n© 2026 Example Institute\n\nAll rights reserved.\n"), 0u);
  EXPECT_EQ(passages("Kenya\n\nSurveillance\n\nCopyright 2026 Example.\n"), 0u);
  EXPECT_EQ(passages("Kenya\n\nAll have a card.\n\n© 2026 Example Institute.\n"), 2u);
  EXPECT_EQ(passages("Kenya\n\nCopyright of maps is not at issue in this country.\n"), 1u);
  EXPECT_EQ(passages("Kenya\n\nPowered by sun, the kiosks enrol all.\n"), 1u);
}

// In every format: readers need not know.
TEST(Assemble, LeavesOutWhoWroteTheProfileAboveTheFirstHeading) {
  const auto block = [](RawBlock::Kind kind, const char* text) {
    RawBlock made;
    made.kind = kind;
    made.text = text;
    return made;
  };
  RawProfile raw;
  using Kind = RawBlock::Kind;
  raw.blocks = {block(Kind::Paragraph, "By Jane Doe"),
                block(Kind::Item, "Editor: A. Lee[1]"),
                block(Kind::Paragraph, "A card is so."),
                block(Kind::Item, "Author: John Roe"),
                block(Kind::Heading, "Law"),
                block(Kind::Paragraph, "By Jane Doe")};
  raw.notes = {{"1", "A. Lee is a lawyer.", 9}};
  std::string texts;
  for (const Passage& passage : assemble("x.md", "markdown", raw, {}).passages)
    texts += passage.text + "\n";
  EXPECT_EQ(texts, "Editor: A. Lee\nA card is so.\nBy Jane Doe\n");
}

TEST(Assemble, GivesKnownHeadingsTheirDepth) {
  EXPECT_EQ(paths_of({{"Digital ID Overview", 0},
                      {"Law", 0},
                      {"Domestic law and policy", 0},
                      {"DATA PROTECTION", 0},
                      {"International Commitments", 0},
                      {"Designed to Include?", 0},
                      {"The Impact of Digital ID and Legal Identity on Citizenship and Nationality "
                       "Rights",
                       0}}),
            "digital-id-overview\nlaw\nlaw/domestic-law-and-policy\nlaw/data-protection\n"
            "law/international-commitments\ndesigned-to-include\n"
            "designed-to-include/the-impact-of-digital-id-and-legal-identity-on-citizenship-and-"
            "nationality-rights\n");
}

TEST(Assemble, MakesUnknownHeadingsChildrenOnceLawHasBegun) {
  EXPECT_EQ(paths_of({{"History", 0},
                      {"Digital ID Overview", 0},
                      {"Cards", 0},
                      {"Law", 0},
                      {"Surveillance", 0},
                      {"Data Protection", 0},
                      {"Designed to Include?", 0},
                      {"Surveillance", 0}}),
            "history\ndigital-id-overview\ncards\nlaw\nlaw/surveillance\nlaw/data-protection\n"
            "designed-to-include\ndesigned-to-include/surveillance\n");
  EXPECT_EQ(paths_of({{"Designed to Include?", 0}, {"Cards", 0}}),
            "designed-to-include\ndesigned-to-include/cards\n");
}

TEST(Assemble, MakesAKnownChildTopLevelWhenItsParentIsMissing) {
  EXPECT_EQ(paths_of({{"Digital ID Overview", 0}, {"Data Protection", 0}, {"Cards", 0}}),
            "digital-id-overview\ndata-protection\ncards\n");
}

TEST(Assemble, FollowsTheDepthThatIsShown) {
  EXPECT_EQ(paths_of({{"1. Introduction", 1},
                      {"2. Law", 1},
                      {"2.1 Acts", 2},
                      {"2.1.1 Cards", 3},
                      {"a. Fees", 4},
                      {"2.2 Data Protection", 2},
                      {"3. Practice", 1}}),
            "introduction\nlaw\nlaw/acts\nlaw/acts/cards\nlaw/acts/cards/fees\n"
            "law/data-protection\npractice\n");
  EXPECT_EQ(paths_of({{"2.4 Acts", 2}, {"2.5 Cards", 2}, {"3. Practice", 1}}),
            "acts\ncards\npractice\n");
}

TEST(Assemble, NumbersRepeatedPaths) {
  EXPECT_EQ(paths_of({{"Overview", 0},
                      {"Overview", 0},
                      {"Overview 2", 0},
                      {"Overview", 0},
                      {"Law", 0},
                      {"Cards", 0},
                      {"Law", 0},
                      {"Cards", 0}}),
            "overview\noverview-2\noverview-2-2\noverview-3\nlaw\nlaw/cards\nlaw-2\nlaw-2/cards\n");
}

TEST(Assemble, CountsPassagesWithinTheirPath) {
  const Profile profile =
      parsed(kHead + "Before all.\n\nLaw\n\nOne.\n\n• two;\n• three.\n\nSurveillance\n\nFour.\n");
  std::string ids;
  for (const Passage& passage : profile.passages) {
    ids += passage.id + " " + std::string(name_of(passage.kind)) + " " +
           std::to_string(passage.line) + "\n";
  }
  EXPECT_EQ(ids,
            "kenya/_/1 paragraph 5\nkenya/law/1 paragraph 9\nkenya/law/2 item 11\n"
            "kenya/law/3 item 12\nkenya/law/surveillance/1 paragraph 16\n");
  EXPECT_EQ(paths(profile), "_ 1\nlaw 3\nlaw/surveillance 1\n");
  EXPECT_EQ(profile.sections[0].line, 0u);
  EXPECT_TRUE(profile.sections[0].titles.empty());
}

TEST(Assemble, ReadsCountryAndDateFromTheHeadOnly) {
  const Profile profile = parsed(kHead + "Law\n\nText.\n", "uganda.txt");
  EXPECT_EQ(profile.id, "uganda");
  EXPECT_EQ(profile.title, "Kenya");
  EXPECT_EQ(profile.country, (Country{"KE", "Kenya"}));
  EXPECT_EQ(profile.updated, "2026-01-29");
  EXPECT_EQ(diagnostics(profile), "");
}

TEST(Assemble, SaysWhatTheHeadLacks) {
  constexpr const char* kCases[][2] = {
      {"Law\n\nText accessed 20 January 2026.\n",
       "0 info no-country : no country is named at the head\n"
       "0 info no-date : there is no \"Last updated\" line\n"},
      {"South Asia\n\nLast updated : January 29, 2026\n\nText.\n",
       "1 info no-country : \"South Asia\" is no country that is known\n"},
      {"Congo\n\nLast updated : January 29, 2026\n\nText.\n",
       "1 info no-country : \"Congo\" may be Congo - Kinshasa (CD) or Congo - Brazzaville (CG): "
       "write one of these names\n"},
      {"Guiana\n\nLast updated : January 29, 2026\n\nText.\n",
       "1 info no-country : \"Guiana\" may be French Guiana (GF), Guyana (GY) or Suriname (SR): "
       "write one of these names\n"},
      {"Northern Ireland\n\nLast updated : January 29, 2026\n\nText.\n",
       "1 info no-country : \"Northern Ireland\" is no country but a part of one: write United "
       "Kingdom (GB) if the profile is about all of it\n"},
      {"Kenya\n\nLast updated : sometime\n\nText.\n",
       "3 warning bad-date : \"sometime\" cannot be read as a day\n"},
      {"Kenya\n\nLast updated : 31 February 2026\n\nText.\n",
       "3 warning bad-date : \"31 February 2026\" cannot be read as a day\n"},
      {"Kenya\n\nLast updated : 03/04/2026\n\nText.\n",
       "3 warning bad-date : \"03/04/2026\" may be 2026-04-03 or 2026-03-04: write one of "
       "these\n"},
      {"Kenya\n\nLast updated : febrero de 2026\n\nText.\n",
       "3 warning bad-date : \"febrero de 2026\" cannot be read as a day\n"},
      {"Kenya\n\nLast updated : January 2026\n\nText.\n",
       "3 warning bad-date : \"January 2026\" cannot be read as a day\n"},
      {"Kenya\n\nLast updated :\n\nLaw\n\nText.\n",
       "3 warning bad-date : \"\" cannot be read as a day\n"},
  };
  for (const auto& [text, expected] : kCases) {
    const Profile profile = parsed(text, "kenya.txt");
    EXPECT_EQ(diagnostics(profile), expected) << text;
    EXPECT_EQ(profile.updated.has_value(), std::string(expected).find("date") == std::string::npos);
  }
  EXPECT_FALSE(parsed("Law\n\nText.\n").country.has_value());
  EXPECT_EQ(parsed("Law\n\nText.\n").title, "");
}

TEST(Assemble, ReadsADayWhoseMonthIsNotEnglish) {
  for (const char* day : {"28 de fevereiro de 2026", "28 février 2026", "28 февраля 2026 г."}) {
    const Profile profile =
        parsed("Kenya\n\nLast updated : " + std::string(day) + "\n\nText.\n", "kenya.txt");
    EXPECT_EQ(profile.updated, "2026-02-28") << day;
  }
}

TEST(Assemble, LeavesNumbersWithoutDotOutOfPathsWhereHeadingsCount) {
  EXPECT_EQ(paths_of({{"1 Cards", 1}, {"2 Law", 1}, {"1 Courts", 2}, {"2 Codes", 2}}),
            "cards\nlaw\nlaw/courts\nlaw/codes\n");
  EXPECT_EQ(paths_of({{"5 steps", 1}, {"Law", 1}, {"1 year on", 2}}),
            "5-steps\nlaw\nlaw/1-year-on\n");
  EXPECT_EQ(paths_of({{"1951 Convention", 1}, {"1954 Convention", 1}}),
            "1951-convention\n1954-convention\n");
}

TEST(Assemble, TakesACodeOnlyWhereACountryIsDeclared) {
  RawProfile raw;
  raw.title = "IN";
  EXPECT_FALSE(assemble("x.md", "markdown", raw, {}).country.has_value());
  raw.country_text = "IN";
  EXPECT_EQ(assemble("x.md", "markdown", raw, {}).country, (Country{"IN", "IN"}));
  raw.country_text = "TGO";
  EXPECT_EQ(assemble("x.md", "markdown", raw, {}).country, (Country{"TG", "TGO"}));
}

TEST(Assemble, NamesTheCountryAsTheProfileWritesIt) {
  EXPECT_EQ(parsed("Côte d’Ivoire\n\nLast updated : 3 March 2026\n\nText.").country,
            (Country{"CI", "Côte d’Ivoire"}));
}

TEST(Assemble, ReportsEachDanglingMarkOnce) {
  const Profile profile =
      parsed(kHead + "Law\n\nOne.[1] Two.[99]\n\nThree.[99][3]\n\n1.^\nx\n2.^\ny\n");
  EXPECT_EQ(diagnostics(profile),
            "7 error dangling-mark 99: note 99 is cited but never given\n"
            "9 error dangling-mark 3: note 3 is cited but never given\n"
            "13 warning uncited-note 2: note 2 is never cited\n");
  ASSERT_EQ(profile.passages.size(), 2u);
  EXPECT_EQ(profile.passages[1].text, "Three.");
  EXPECT_EQ(profile.passages[1].marks, (std::vector<Mark>{{"99", 6}, {"3", 6}}));
}

TEST(Assemble, ReportsRunsOfUncitedNotesOnce) {
  std::string notes;
  for (int n = 1; n <= 9; ++n)
    notes += std::to_string(n) + ".^\nSource " + std::to_string(n) + ".\n";
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nOne.[4] Two.[5][6]\n\n" + notes)),
            "9 warning uncited-note 1-3: notes 1 to 3 are never cited\n"
            "21 warning uncited-note 7-9: notes 7 to 9 are never cited\n");
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nNothing.\n\n2.^\na.\n5.^\nb.\n3.^\nc.\n")),
            "9 warning uncited-note 2-5: notes 2 to 5 are never cited\n")
      << "by number, over gaps";
}

TEST(Assemble, ReportsDoublesAndAMissingList) {
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nOne.[1]\n\n1.^\nx\n1.^\ny\n")),
            "11 error duplicate-note 1: note 1 is given again; its first definition counts\n");
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nOne.[4] Two.[5]\n\nThree.[4]\n")),
            "0 info no-note-list : there are marks but no list of notes\n"
            "7 error dangling-mark 4: note 4 is cited but never given\n"
            "7 error dangling-mark 5: note 5 is cited but never given\n");
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nNo marks and no notes.\n")), "");
}

TEST(Assemble, ReportsEmptySectionsButNotParents) {
  EXPECT_EQ(
      diagnostics(parsed(kHead + "Law\n\nData Protection\n\nInternational Commitments\n\nText.")),
      "7 info empty-section : section \"law/data-protection\" has no text\n");
}

TEST(Assemble, TakesMarksOutOfHeadings) {
  const Profile profile = parsed(kHead + "Data Protection[2]\n\nText.[1]\n\n1.^\na.\n2.^\nb.\n");
  EXPECT_EQ(profile.sections[0].titles, std::vector<std::string>{"Data Protection"});
  EXPECT_EQ(profile.sections[0].path, "data-protection");
}

TEST(Assemble, SaysThatAMarkInAHeadingIsHeldByNoPassage) {
  EXPECT_EQ(
      diagnostics(parsed(kHead + "Data Protection[2]\n\nText.[1]\n\n1.^\na.\n2.^\nb.\n")),
      "11 warning uncited-note 2: note 2 is cited by no passage; its mark stands in line 5, in "
      "a heading or without words\n");
  EXPECT_EQ(diagnostics(parsed(kHead + "Data Protection[1]\n\nText.[1]\n\n1.^\na.\n")), "");
  EXPECT_EQ(diagnostics(parsed(kHead + "Data Protection[7]\n\nText.[1]\n\n1.^\na.\n")),
            "5 error dangling-mark 7: note 7 is cited but never given\n");
}

TEST(Assemble, SaysThatANoteHasNoText) {
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nText.[1][2]\n\n1.^ a.\n2.^\n3.^ ibid\n")),
            "7 error dangling-mark 2: note 2 is cited but has no text\n"
            "11 error ibid-without-antecedent 3: note 3 is an ibid, but note 2 leads to no source\n"
            "11 warning uncited-note 3: note 3 is never cited\n");
  EXPECT_EQ(diagnostics(parsed(kHead + "Law\n\nText.[1]\n\n1.^ a.\n2.^\n")),
            "10 warning uncited-note 2: note 2 is never cited and has no text\n");
}

TEST(Assemble, PutsMarksOnALineOfTheirOwnBehindTheWordsBefore) {
  const Profile profile = parsed(kHead + "Law\n\nText of it.\n\n[1]\n\nMore.\n\n1.^\na.\n");
  ASSERT_EQ(profile.passages.size(), 2u);
  EXPECT_EQ(profile.passages[0].marks, (std::vector<Mark>{{"1", 11}}));
  EXPECT_EQ(profile.passages[1].text, "More.");
  EXPECT_EQ(diagnostics(profile), "");
}

TEST(Assemble, KeepsMarksThatAReaderTookOut) {
  RawProfile raw;
  RawBlock block;
  block.text = "Stays [1] as it is.";
  block.marks = std::vector<Mark>{{"pipa", 5}};
  raw.blocks.push_back(block);
  raw.notes.push_back({"pipa", "An act.", 3});
  raw.has_note_list = true;
  raw.numeric_labels = false;
  const Profile profile = assemble("x.md", "markdown", raw, {});
  ASSERT_EQ(profile.passages.size(), 1u);
  EXPECT_EQ(profile.passages[0].text, "Stays [1] as it is.");
  EXPECT_EQ(profile.passages[0].marks, *block.marks);
}

TEST(Assemble, TakesTheLanguageFromTheScriptUnlessDeclared) {
  const std::string thai = "ประเทศไทยมีบัตรประจำตัวประชาชน";
  const Profile mixed =
      parsed(kHead + "Law\n\nThe text is in English, as it mostly is.\n\n" + thai);
  EXPECT_EQ(mixed.language, "en");
  ASSERT_EQ(mixed.passages.size(), 2u);
  EXPECT_EQ(mixed.passages[0].language, "en");
  EXPECT_EQ(mixed.passages[1].language, "th");
  EXPECT_EQ(parsed(thai).language, "th");
  ParseOptions french;
  french.default_language = "fr";
  EXPECT_EQ(assemble("x.txt", "text", read_text("La loi."), french).passages[0].language, "fr");
  RawProfile declared = read_text("La loi.");
  declared.language = "pt";
  EXPECT_EQ(assemble("x.txt", "text", declared, {}).passages[0].language, "pt");
}

TEST(Assemble, MakesSomethingOfNothing) {
  const Profile profile = parsed("");
  EXPECT_TRUE(profile.sections.empty());
  EXPECT_TRUE(profile.passages.empty());
  EXPECT_TRUE(profile.notes.empty());
}

// Marks as (label, last words before it, number of the passage).
using SeenMark = std::tuple<std::string, std::string, int>;

TEST(Assemble, SeesInGeneratedProfilesWhatWasPutIn) {
  for (std::uint32_t seed = 1; seed <= repetitions(500u, 120u); ++seed) {
    oracle::NoteListOptions options;
    options.notes = static_cast<int>(3 + seed % 40);
    const auto generated = oracle::render_profile(oracle::generate_notes(seed, options), seed);
    SCOPED_TRACE(generated.description);
    const RawProfile raw = read_text(generated.text);
    const Profile profile = assemble("x.txt", "text", raw, {});

    std::vector<oracle::NoteText> notes;
    for (const RawNote& note : raw.notes) notes.push_back({note.label, note.text});
    ASSERT_EQ(notes.size(), generated.notes.size()) << generated.text;
    for (std::size_t i = 0; i < notes.size(); ++i) {
      ASSERT_EQ(notes[i].label, generated.notes[i].label) << generated.text;
      ASSERT_EQ(notes[i].text, generated.notes[i].text) << generated.text;
    }

    std::vector<SeenMark> expected;
    for (const auto& mark : generated.marks) {
      expected.emplace_back(mark.label, mark.left_words, mark.paragraph);
    }
    std::vector<SeenMark> seen;
    int number = 0;
    for (const Passage& passage : profile.passages) {
      for (const Mark& mark : passage.marks) {
        seen.emplace_back(mark.note, oracle::last_words(passage.text.substr(0, mark.at)), number);
      }
      ++number;
    }
    ASSERT_EQ(seen, expected) << generated.text;

    std::set<std::pair<std::string, std::string>> found;
    std::set<std::pair<std::string, std::string>> wanted;
    for (const auto& d : generated.diagnostics) wanted.emplace(d.kind, d.label);
    for (const Diagnostic& d : profile.diagnostics) {
      const bool compared = d.kind == DiagnosticKind::DanglingMark ||
                            d.kind == DiagnosticKind::UncitedNote ||
                            d.kind == DiagnosticKind::DuplicateNote;
      if (compared) found.emplace(std::string(name_of(d.kind)), d.label);
    }
    ASSERT_EQ(found, wanted) << generated.text;
    EXPECT_EQ(profile.title, "North Korea");
    EXPECT_EQ(profile.updated, "2026-01-29");
    EXPECT_EQ(profile.sections.size(), 6u) << generated.text;
  }
}

TEST(Assemble, ReadsTheSample) {
  std::ifstream in(IDSEARCH_SOURCE_DIR "/../shared/profiles/north-korea.txt", std::ios::binary);
  if (!in) GTEST_SKIP() << "the sample is not here";
  const std::string bytes((std::istreambuf_iterator<char>(in)), {});
  const Profile profile = parsed(bytes, "north-korea.txt");
  EXPECT_EQ(paths(profile),
            "digital-id-overview 1\nlaw 0\nlaw/domestic-law-and-policy 1\nlaw/data-protection 2\n"
            "law/international-commitments 2\ndesigned-to-include 0\n"
            "designed-to-include/the-impact-of-digital-id-and-legal-identity-on-citizenship-and-"
            "nationality-rights 1\n");
  EXPECT_EQ(profile.country, (Country{"KP", "North Korea"}));
  EXPECT_EQ(profile.updated, "2026-01-29");
  EXPECT_EQ(profile.notes.size(), 36u);
  EXPECT_EQ(diagnostics(profile), "41 warning uncited-note 1-22: notes 1 to 22 are never cited\n");
  int next = 23;
  for (const Passage& passage : profile.passages) {
    EXPECT_EQ(passage.text.find('['), std::string::npos);
    for (const Mark& mark : passage.marks) EXPECT_EQ(mark.note, std::to_string(next++));
  }
  EXPECT_EQ(next, 37);
}

}  // namespace
}  // namespace idsearch::indexer
