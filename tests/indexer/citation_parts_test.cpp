// SPDX-License-Identifier: GPL-2.0-or-later
// The grammar of one note.
#include "indexer/citation_parts.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/citation_splits.hpp"

namespace idsearch::indexer {
namespace {

using Texts = std::vector<std::string>;

Texts split(std::string_view note) {
  Texts texts;
  for (const std::string_view part : split_parts(note)) texts.emplace_back(part);
  return texts;
}

TEST(CitationParts, AreCutAtSemicolonsBeforeWhiteSpace) {
  struct PartCase {
    const char* note;
    Texts parts;
  };
  const std::vector<PartCase> cases = {
      {"One.", {"One."}},
      {"One; Two.", {"One", "Two."}},
      {"One;\u00A0Two;\nThree", {"One", "Two", "Three"}},
      {"One;Two", {"One;Two"}},
      {" One ;  Two ", {"One", "Two"}},
      {"One; ; Two; ", {"One", "Two"}},
      {"One;", {"One;"}},
      {"", {""}},
      {"; ", {";"}},
      {"‘Birth Papers; or, the Queue’ (Post, 2019); ibid",
       {"‘Birth Papers; or, the Queue’ (Post, 2019)", "ibid"}},
      {"<https://a.org/?a; b>; Two", {"<https://a.org/?a; b>", "Two"}},
      {"Statistics (births; deaths) 2018; Two", {"Statistics (births; deaths) 2018", "Two"}},
      {"Series [old; closed]; Two", {"Series [old; closed]", "Two"}},
      {"The word ‘unclosed; Two", {"The word ‘unclosed", "Two"}},
      {"The State’s view; the people’s view", {"The State’s view", "the people’s view"}},
      {"The (unclosed; Two", {"The (unclosed", "Two"}},
      {"https://a.org/x;y; Two", {"https://a.org/x;y", "Two"}},
      // Semicolons of Arabic, and of Chinese and Japanese, behind which no blank stands.
      {"المصدر السابق؛ قانون الجنسية، م 5", {"المصدر السابق", "قانون الجنسية، م 5"}},
      {"Yuna (n 5)؛ibid", {"Yuna (n 5)", "ibid"}},
      {"国籍法（1950）；住民登録法", {"国籍法（1950）", "住民登録法"}},
      {"国籍法； 住民登録法", {"国籍法", "住民登録法"}},
      {"国籍法；", {"国籍法；"}},
      {"王某，《国籍；与法》（2012）；住民登録法", {"王某，《国籍；与法》（2012）", "住民登録法"}},
      {"《国籍；住民登録法", {"《国籍", "住民登録法"}},
      {"「国籍；住民」；戸籍（出生；死亡）", {"「国籍；住民」", "戸籍（出生；死亡）"}},
      {"«الهوية؛ والجنسية»؛ ibid", {"«الهوية؛ والجنسية»", "ibid"}},
  };
  for (const PartCase& c : cases) EXPECT_EQ(split(c.note), c.parts) << c.note;
}

// "full", "ibid", "ibid|12", "5:Yuna", "5:Yuna|12"
std::string steps_of(const Part& part) {
  std::string out;
  for (const Step& step : part.steps) {
    if (!out.empty()) out += " + ";
    switch (step.kind) {
      case Step::Kind::Full:
        out += "full";
        break;
      case Step::Kind::Ibid:
        out += "ibid";
        break;
      case Step::Kind::Reference:
        out += step.number + ":" + step.name;
        break;
      case Step::Kind::NoNumber:
        out += "no number:" + step.name;
        break;
      case Step::Kind::Nothing:
        out += "nothing";
        break;
    }
    if (step.pinpoint) out += "|" + *step.pinpoint;
  }
  return out;
}

struct PartCase {
  const char* part;
  const char* steps;
};

TEST(CitationParts, IbidHasAPinpointWhereAPlaceFollows) {
  const std::vector<PartCase> cases = {
      {"ibid", "ibid"},
      {"ibid.", "ibid"},
      {"Ibid", "ibid"},
      {"IBID.", "ibid"},
      {"ibidem", "ibid"},
      {"ibid 12", "ibid|12"},
      {"ibid – 12", "ibid|12"},
      {"ibid, 12.", "ibid|12"},
      {"ibid., 12", "ibid|12"},
      {"ibid s 5", "ibid|s 5"},
      {"ibid, art 4(2)", "ibid|art 4(2)"},
      {"ibid paras 3–4.", "ibid|paras 3–4"},
      {"ibid\u00A09–10", "ibid|9–10"},
      {"ibid at 12", "ibid|12"},
      {"ibid [33].", "ibid|[33]"},
      {"See ibid", "ibid"},
      {"see also ibid 7", "ibid|7"},
      {"Cf. ibid", "ibid"},
      {"See, eg, ibid 7", "ibid|7"},
      {"but see ibid, p. 7.", "ibid|p. 7"},
      {"ibid and Yuna (n 5) 12", "ibid + 5:Yuna|12"},
      {"ibid 7 and Yuna (n 5)", "ibid|7 + 5:Yuna"},
      {"ibid s 3 and Yuna (n 5)", "ibid|s 3 + 5:Yuna"},
      {"ibid. The Act was later repealed.", "ibid"},
      {"ibid 9. The Act was later repealed.", "ibid|9"},
      {"ibid (emphasis added)", "ibid"},
      {"Ibid 7 (emphasis added)", "ibid|7"},
      {"ibid (translation by the author)", "ibid"},
      {"ibid (p 5)", "ibid|p 5"},
      {"ibid [42] (Lord Bingham)", "ibid|[42]"},
      {"ibid <https://a.org/12>", "ibid"},
      {"ibid, quoting the Minister", "ibid"},
      {"ibid, where Poe says, ‘we register’", "ibid"},
      {"ibid, Introduction", "ibid|Introduction"},
      {"Id. (emphasis added)", "ibid"},
      {"‘ibid’ (2014)", "full"},
      {"Ibidun Ade, Papers (2015)", "full"},
      {"ibid-like words", "full"},
      {"On ibid and its uses", "full"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, ReferencesHaveNameNumberAndPinpoint) {
  const std::vector<PartCase> cases = {
      {"Yuna (n 5).", "5:Yuna"},
      {"Yuna (n5)", "5:Yuna"},
      {"Yuna (n\u00A05)", "5:Yuna"},
      {"Yuna (n. 5)", "5:Yuna"},
      {"Yuna (n 007)", "7:Yuna"},
      {"(n 5)", "5:"},
      {"See (n 5)", "5:See"},
      {"Hotham (n 1) 34", "1:Hotham|34"},
      {"Hotham (n 1), 34.", "1:Hotham|34"},
      {"Hotham (n 1) at 34", "1:Hotham|34"},
      {"Hotham (n 1) para 30", "1:Hotham|para 30"},
      {"Nationality Act (n 9) art 2(iii)", "9:Nationality Act|art 2(iii)"},
      {"Citizenship Act (n 1) pt 2(a)", "1:Citizenship Act|pt 2(a)"},
      {"GDPR (n 3) recital 26", "3:GDPR|recital 26"},
      {"Nationality Act (n 9) s. 5(1).", "9:Nationality Act|s. 5(1)"},
      {"Act (n 9) § 8", "9:Act|§ 8"},
      {"Act (n 9) sch A", "9:Act|sch A"},
      {"Act (n 9) ch II", "9:Act|ch II"},
      {"Act, s 6 (n 9)", "9:Act|s 6"},
      {"Act, s 6 (n 9) s 7", "9:Act|s 7"},
      {"Section 6 of the Citizenship Act (n 9)", "9:Citizenship Act|Section 6"},
      {"See arts 5 and 7(2) of the Constitution (n 9).", "9:Constitution|arts 5 and 7(2)"},
      {"s 6 of the Act (n 9) s 7", "9:Act|s 7"},
      {"Chapter 4 of ‘Title’ (n 9)", "9:‘Title’|Chapter 4"},
      {"Art 7 de la Constitution (n 9)", "9:Constitution|Art 7"},
      {"6 of the States (n 9)", "9:6 of the States"},
      // A place before "of" is one in what follows.
      {"Hotham (n 1) and s 6 of the Citizenship Act (n 9)", "1:Hotham + 9:Citizenship Act|s 6"},
      {"Hotham (n 1) 17, 19 and sections 6 and 7 of the Act (n 9) 3", "1:Hotham|17, 19 + 9:Act|3"},
      {"Hotham (n 1) 17, and section 6 of the Act (n 9)", "1:Hotham|17 + 9:Act|section 6"},
      {"ibid 4 and art 7 of the Constitution (n 9)", "ibid|4 + 9:Constitution|art 7"},
      {"Hotham (n 1) s 3 and s 4 and Yuna (n 5)", "1:Hotham|s 3 and s 4 + 5:Yuna"},
      {"Section of the Act (n 9)", "9:Section of the Act"},
      {"Article 19 (n 9)", "9:Article 19"},
      {"Section 6 of these laws (n 9)", "9:Section 6 of these laws"},
      {"Act (n 9) preamble", "9:Act|preamble"},
      {"Hotham (n 1) xii", "1:Hotham|xii"},
      {"Hotham (n 1) iv–vi", "1:Hotham|iv–vi"},
      {"Hotham (n 1) civil", "1:Hotham"},
      {"Act (n 9) article 7", "9:Act|article 7"},
      {"Act (n 9) annex 2", "9:Act|annex 2"},
      {"Ley (n 9) artículo 5", "9:Ley|artículo 5"},
      {"Luật (n 9) điều 2.", "9:Luật|điều 2"},
      {"Закон (n 9) ст. 3", "9:Закон|ст. 3"},
      {"UU (n 9) Pasal 26", "9:UU|Pasal 26"},
      {"พ.ร.บ. (n 9) มาตรา ๕", "9:พ.ร.บ.|มาตรา ๕"},
      {"Hotham (n 1) of 2017", "1:Hotham"},
      {"Johnson (n 11) [33]", "11:Johnson|[33]"},
      {"Odagawa et al. (n 21) 64", "21:Odagawa et al.|64"},
      {"‘Title’ (n 6)", "6:‘Title’"},
      {"Yuna (n 5) emphasis added", "5:Yuna"},
      {"Yuna (n 5) note that this changed", "5:Yuna"},
      {"Yuna (n 5) <https://a.org>", "5:Yuna"},
      {"Yuna (n 5) 7 <https://a.org>", "5:Yuna|7"},
      {"Yuna (n 5) 7 https://a.org", "5:Yuna|7"},
      {"Yuna (n 5) 7 (emphasis added)", "5:Yuna|7"},
      {"Yuna (n 5) 7. The rest is silence.", "5:Yuna|7"},
      {"Yuna (n 5), 12 et seq.", "5:Yuna|12 et seq"},
      {"Yuna (n 5) ch 2, especially at 34–36", "5:Yuna|ch 2, especially at 34–36"},
      {"Act s 6 (n 9)", "9:Act|s 6"},
      {"Act 1963 (n 9)", "9:Act 1963"},
      {"Hotham (n 1) and Yuna (n 5)", "1:Hotham + 5:Yuna"},
      {"Hotham (n 1) 34, 36 and Yuna (n 5) 12.", "1:Hotham|34, 36 + 5:Yuna|12"},
      {"Hotham (n 1), Yuna (n 5), and Lee (n 7)", "1:Hotham + 5:Yuna + 7:Lee"},
      {"Hotham (n 1) and Smith and Jones (n 5)", "1:Hotham + 5:Smith and Jones"},
      {"Hotham (n 1), citing Yuna (n 5)", "1:Hotham + 5:Yuna"},
      {"(see Yuna (n 5))", "5:Yuna"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, ReferencesAreWrittenInOtherWaysToo) {
  const std::vector<PartCase> cases = {
      {"Yuna (note 5) 12", "5:Yuna|12"},
      {"Yuna (fn 5)", "5:Yuna"},
      {"Yuna (fn5) p3", "5:Yuna|p3"},
      {"Yuna (infra n 5)", "5:Yuna"},
      {"Infra note 5", "5:"},
      {"See nn 2–4 above.", "2:See + 3:See + 4:See"},
      {"See also notes 2 and 4.", "2:See also + 4:See also"},
      {"Yuna and Lee, supra nn 2, 4, at 7", "2:Yuna and Lee + 4:Yuna and Lee|7"},
      {"See n 2 and n 4 above.", "2:See + 4:"},
      {"Notes 2 and 4 of the treaty", "full"},
      {"See text accompanying notes 1-2.", "full"},
      {"Yuna, n 5, 12", "5:Yuna|12"},
      {"Yuna, Papers, n 5.", "5:Yuna, Papers"},
      {"Yuna, ‘Papers’ 12, n 5", "full"},
      {"Yuna (Papers, n 5) 12", "5:Yuna|12"},
      {"Yuna (Site 2012, n 5)", "full"},
      {"Yuna (fn. 5)", "5:Yuna"},
      {"Yuna (footnote 5)", "5:Yuna"},
      {"Yuna (supra note 5)", "5:Yuna"},
      {"Yuna, supra note 5, at 12.", "5:Yuna|12"},
      {"Yuna supra n 5", "5:Yuna"},
      {"Yuna, above n 5, 12", "5:Yuna|12"},
      {"Supra note 5", "5:"},
      {"Yuna (see n 5)", "5:Yuna"},
      {"Yuna (n 5 above) 12", "5:Yuna|12"},
      {"Yuna (n 5, 34)", "5:Yuna|34"},
      {"Yuna (n 5 at 34)", "5:Yuna|34"},
      {"Yuna (n 5 34)", "5:Yuna|34"},
      {"Yuna (n\u00A05 34\u201336).", "5:Yuna|34\u201336"},
      {"Yuna (n 5, p 34)", "5:Yuna|p 34"},
      {"Yuna (n 5 p 34)", "5:Yuna|p 34"},
      {"Yuna (n 5 p. 34)", "5:Yuna|p. 34"},
      {"Yuna (n 5 para 12)", "5:Yuna|para 12"},
      {"Yuna (n 5 paras 12-14)", "5:Yuna|paras 12-14"},
      {"Nationality Act (n 5 art 4(2))", "5:Nationality Act|art 4(2)"},
      {"Nationality Act (n 5 \u00A7 4)", "5:Nationality Act|\u00A7 4"},
      {"Court (n 5 [34])", "5:Court|[34]"},
      {"Yuna (n 5; 34)", "5:Yuna|34"},
      {"Yuna (see fn 5 34)", "5:Yuna|34"},
      {"Yuna (supra n 5 34)", "5:Yuna|34"},
      {"Yuna (n 5 34) 36", "5:Yuna|36"},
      {"Yuna (n 5 thousand)", "full"},
      {"Yuna (n 5, n 7)", "5:Yuna + 7:Yuna"},
      {"Yuna (n 5 and n 7)", "5:Yuna + 7:Yuna"},
      {"See also n 5 above", "5:See also"},
      {"Yuna, n 5 above, 12", "5:Yuna|12"},
      {"see note 5 below.", "5:see"},
      {"See n 5.", "5:See"},
      {"n 5", "5:"},
      {"See note 5, s 4", "5:See|s 4"},
      {"see also n 5 s 4(2).", "5:see also|s 4(2)"},
      {"Note 5, Geneva", "full"},
      {"Note 5 to the accounts", "full"},
      {"Form n 5", "full"},
      {"and ibid 45–46", "ibid|45–46"},
      {"and Yuna (n 5)", "5:and Yuna"},
      {"Yuna, op. cit. (n 5) 12", "5:Yuna|12"},
      {"Yuna, op. cit., note 5", "5:Yuna"},
      {"Yuna and Lee (nn 2, 3)", "2:Yuna and Lee + 3:Yuna and Lee"},
      {"Yuna (n 2–4) 12", "2:Yuna + 3:Yuna + 4:Yuna|12"},
      {"Section 2(1), Citizenship Act (n 3)", "3:Citizenship Act|Section 2(1)"},
      {"Art 8 CRC (n 3)", "3:CRC|Art 8"},
      {"Article 19, Report (n 3)", "3:Article 19, Report"},
      {"(nn 2–4 and 7) 12", "2: + 3: + 4: + 7:|12"},
      {"ibid (n 1) 5", "1:|5"},
      {"ibid, (n 1)", "1:"},
      {"Id", "ibid"},
      {"Id.", "ibid"},
      {"Id at 5", "ibid|5"},
      {"id., s 5", "ibid|s 5"},
      {"Ib 5", "ibid|5"},
      {"idem, 5", "ibid|5"},
      {"Idem, ‘Title’ (Site 2012)", "full"},
      {"Id card order 2004", "full"},
      {"ID 2004", "full"},
      {"The supra note", "full"},
      {"‘Above n 5’ (2012)", "full"},
      {"Notes (nn 1–900)", "full"},
      {"Yuna, op cit 12", "no number:Yuna, op cit"},
      {"Yuna, ‘Title’, op. cit., p 12", "no number:Yuna, ‘Title’, op. cit."},
      {"loc cit", "no number:loc cit"},
      {"Yuna, supra, 12", "no number:Yuna, supra"},
      {"Yuna (op cit) 12", "no number:Yuna (op cit"},
      {"Yuna, op cit (emphasis added)", "no number:Yuna, op cit"},
      {"Yuna, op cit 12, citing Lee (n 5)", "no number:Yuna, op cit + 5:Lee"},
      {"Yuna, ‘Title’ <https://a.org> op cit", "full"},
      {"Yuna (above) 5", "no number:Yuna (above"},
      {"As above.", "no number:As above."},
      {"See above, s 4", "no number:See above"},
      {"Above the Law (OUP 2012)", "full"},
      {"Homes above shops (2012)", "full"},
      {"See above all the Act of 1963", "full"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, ThatAreOnlyPlacesBelongToThePartBefore) {
  struct PlaceCase {
    const char* note;
    const char* second;
  };
  const std::vector<PlaceCase> cases = {
      {"Yuna (n 5) 7; 12–14.", "ibid|12–14"},
      {"Citizenship Act 1963, s 3; s 5(1)", "ibid|s 5(1)"},
      {"Yuna (n 5) vol 2, 34; vol 3, 12", "ibid|vol 3, 12"},
      {"Citizenship Act 1963, s 3; and sch 1.", "ibid|sch 1"},
      {"ibid, art 1(3); cf art 2.", "ibid|art 2"},
      {"Citizenship Act 1963, s 3; see also ss 5–7", "ibid|ss 5–7"},
      {"Citizenship Act 1963, s 3; see also art 5 of the Constitution", "full"},
      {"Interview; 12 May 2020", "full"},
      {"Report; 2019", "full"},
      {"Report; table of fees", "full"},
      {"Law No 5; No 6", "full"},
  };
  for (const PlaceCase& c : cases) {
    const std::vector<Part> parts = read_note(c.note);
    ASSERT_EQ(parts.size(), 2u) << c.note;
    EXPECT_EQ(steps_of(parts[1]), c.second) << c.note;
  }
  EXPECT_EQ(steps_of(read_note("s 5").front()), "full");
  EXPECT_EQ(read_note("Re Minister; Ex parte Te (2002) 212 CLR 162.").size(), 1u);
  EXPECT_EQ(read_note("Yuna (n 5) 7; emphasis added.").size(), 1u);
  EXPECT_EQ(read_note("Emphasis added; Yuna (n 5) 7").size(), 2u);
  EXPECT_EQ(read_note("Yuna (n 5) 7; Emphasis and Law (2012)").size(), 2u);
}

TEST(CitationParts, AnIbidMayStandBehindWhatItCites) {
  const std::vector<PartCase> cases = {
      {"Act of 1963, quoted ibid 7.", "full + ibid|7"},
      {"Ann Poe, ‘Title’ (Site 2012), cited in ibid, 7", "full + ibid|7"},
      {"Hotham, quoted ibid", "ibid"},
      {"See the text in ibid 12", "ibid|12"},
      {"see, however, ibid 14", "ibid|14"},
      {"Although see ibid.", "ibid"},
      {"Ibíd., pág. 7", "ibid|pág. 7"},
      {"ebd., S. 12 ff.", "ibid|S. 12 ff"},
      {"Там же, с. 5", "ibid|с. 5"},
      {"Ídem, p. 3", "ibid|p. 3"},
      {"同上, 12", "ibid|12"},
      {"同上，第4条。", "ibid|第4条"},
      {"ibid A4", "ibid|A4"},
      {"ibid A4 Initiative", "ibid"},
      {"Véase Yuna (nota 5) 7", "5:Véase Yuna|7"},
      {"The word ibid 7 is Latin", "full"},
      {"See the ibid-like words", "full"},
      {"Act of 1963 (quoted ibid 7)", "full + ibid|7"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
  EXPECT_EQ(read_part("Act of 1963, quoted ibid 7.").full, "Act of 1963");
}

TEST(CitationParts, ANoteWithoutWordsSaysNothing) {
  for (const char* note : {"", ".", "; ", " —"}) {
    const std::vector<Part> parts = read_note(note);
    ASSERT_EQ(parts.size(), 1U) << note;
    EXPECT_EQ(steps_of(parts[0]), "nothing") << note;
  }
}

TEST(CitationParts, QuotedOrLinkedReferencesAreText) {
  for (const char* part :
       {"Menon, ‘How to Read (n 3)’ (2011)", "“See (n 1)”, Anon (2012)",
        "<https://example.org/(n1)> accessed 2 May 2024", "‘Don’t Count (n 2) Yet’ (2018)",
        "Form (no 5)", "(n 5a)", "(n)", "(nn 5–3)", "(nn)", "[n 5]", "(n -5)"}) {
    EXPECT_EQ(steps_of(read_part(part)), "full") << part;
  }
}

TEST(CitationParts, WhatAReferenceCitesIsFollowedToo) {
  const std::vector<PartCase> cases = {
      {"ibid 9 (citing Yuna (n 5))", "ibid|9 + 5:Yuna"},
      {"ibid 9 (citing Yuna (n 5) 12)", "ibid|9 + 5:Yuna|12"},
      {"ibid, citing Yuna (n 5) 7", "ibid + 5:Yuna|7"},
      {"ibid, citing (n 5)", "ibid + 5:"},
      {"Hotham (n 1) 7, quoting Yuna (n 5) 3", "1:Hotham|7 + 5:Yuna|3"},
      {"Hotham (n 1), cited in Yuna (n 5)", "1:Hotham + 5:Yuna"},
      {"Hotham (n 1) 7 (cited with approval in Yuna (n 5) 3)", "1:Hotham|7 + 5:Yuna|3"},
      {"Hotham (n 1) 7, as discussed by Yuna (n 5)", "1:Hotham|7 + 5:Yuna"},
      {"Hotham (n 1) 7, applying Yuna (n 5)", "1:Hotham|7 + 5:Yuna"},
      {"Hotham (n 1) (quoting the Minister) 12", "1:Hotham|12"},
      {"cf Hotham (n 1) with Yuna (n 5)", "1:cf Hotham + 5:Yuna"},
      {"Compare ibid 7 with Yuna (n 5) 9", "ibid|7 + 5:Yuna|9"},
      {"cf. Lee (n 7) with Hotham (n 1) 3 and Yuna (n 5)", "7:cf. Lee + 1:Hotham|3 + 5:Yuna"},
      {"The policy discussed in Yuna (n 5)", "5:Yuna"},
      {"Hotham, quoted in Yuna (n 5)", "5:Yuna"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, ACitationInFullBesideReferencesHasItsOwnText) {
  struct FullCase {
    const char* part;
    const char* steps;
    const char* full;
  };
  const std::vector<FullCase> cases = {
      {"Yuna (n 5) 5, citing Act of 1950, s 3", "5:Yuna|5 + full", "Act of 1950, s 3"},
      {"Yuna (n 5) 5, citing the Citizenship Act 1963", "5:Yuna|5 + full",
       "the Citizenship Act 1963"},
      {"ibid 9 (quoting Ann Poe, ‘Title’ (Site 2012))", "ibid|9 + full",
       "Ann Poe, ‘Title’ (Site 2012)"},
      {"Yuna (n 5) 7, in turn citing Ann Poe, ‘Title’ (1999) 3 JLS 4.", "5:Yuna|7 + full",
       "Ann Poe, ‘Title’ (1999) 3 JLS 4."},
      {"Ann Poe, ‘Title’ (Site 2012), quoted in Yuna (n 5)", "full + 5:Yuna",
       "Ann Poe, ‘Title’ (Site 2012)"},
      {"Ann Poe, ‘Title’ (Site 2012) and Yuna (n 5) 7", "full + 5:Yuna|7",
       "Ann Poe, ‘Title’ (Site 2012)"},
      {"Citizenship Act 1963, s 3 and Yuna (n 5)", "full + 5:Yuna", "Citizenship Act 1963, s 3"},
      {"Yuna (n 5) and Ann Poe, ‘Title’ <https://a.org>, and Lee (n 7)", "5:Yuna + full + 7:Lee",
       "Ann Poe, ‘Title’ <https://a.org>"},
      {"Yuna (n 5), citing Poe v Lee [1990] 1 AC 1, applied in Lee (n 7)", "5:Yuna + full + 7:Lee",
       "Poe v Lee [1990] 1 AC 1"},
      {"Ann Poe, ‘A’ (2001), quoted in Yuna (n 5), citing Bo Lee, ‘B’ (1999)", "full + 5:Yuna", ""},
      {"Ann Poe, ‘Title’ (Site 2012)", "full", ""},
      {"Yuna (n 5) 5, citing figures of the ministry", "5:Yuna|5", ""},
      {"Yuna (n 5) 5, and Poe argued (in 2012) that", "5:Yuna|5", ""},
      {"Ann Poe, Title (OUP 2012) and Yuna (n 5)", "full + 5:Yuna", "Ann Poe, Title (OUP 2012)"},
      {"Poe v Lee [1990] 1 AC 1 and Yuna (n 5)", "full + 5:Yuna", "Poe v Lee [1990] 1 AC 1"},
      {"Poe and Lee (n 5)", "5:Poe and Lee", ""},
      {"Interview with Ann Poe, quoted in Yuna (n 5) 17", "full + 5:Yuna|17",
       "Interview with Ann Poe"},
      {"Interview with A, quoted in Yuna (n 5) 17", "full + 5:Yuna|17", "Interview with A"},
      {"Letter from Ann Poe to Bo Lee (1 May 2020), cited in Yuna (n 5) 17", "full + 5:Yuna|17",
       "Letter from Ann Poe to Bo Lee (1 May 2020)"},
      {"Letter from Ann Poe to Bo Lee, cited in Yuna (n 5)", "full + 5:Yuna",
       "Letter from Ann Poe to Bo Lee"},
      {"Email from Ann Poe to the author (cited in Yuna (n 5) 17)", "full + 5:Yuna|17",
       "Email from Ann Poe to the author"},
      {"Yuna (n 5) 17 (citing interview with Ann Poe)", "5:Yuna|17 + full",
       "interview with Ann Poe"},
      {"Entretien avec Ann Poe, cité dans Yuna (n 5) 17", "full + 5:Yuna|17",
       "Entretien avec Ann Poe"},
      {"The interview with Poe, discussed in Yuna (n 5)", "5:Yuna", ""},
      {"Yuna (n 5) 7, discussing the interview with Poe", "5:Yuna|7", ""},
      {"Interview with the clerks, discussed in Yuna (n 5)", "5:Yuna", ""},
  };
  for (const FullCase& c : cases) {
    const Part part = read_part(c.part);
    EXPECT_EQ(steps_of(part), c.steps) << c.part;
    EXPECT_EQ(part.full, c.full) << c.part;
    EXPECT_EQ(part.text, c.part);
  }
}

TEST(CitationParts, AFullCitationMayStandBesideAReference) {
  const std::vector<PartCase> cases = {
      {"Ann Poe, ‘Title’ (Site) <https://a.org> accessed 2 May 2024, cited in Yuna (n 5) 7",
       "full + 5:Yuna|7"},
      {"Ann Poe, ‘Title’ (Site) <https://a.org>; x (n 5)", "full + 5:"},
      {"Ann Poe, Title (OUP 2012) 34, citing Yuna (n 5)", "full + 5:Yuna"},
      {"See Yuna (n 5) and Ann Poe, ‘Title’ (Site) <https://a.org>", "5:See Yuna + full"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, AnIbidThatCitesMoreIsAlsoFull) {
  const std::vector<PartCase> cases = {
      {"ibid, citing Ann Poe, ‘Title’ (Site 2012)", "ibid + full"},
      {"ibid, Ann Poe, ‘Title’ <https://a.org>", "ibid + full"},
      {"ibid 7 and Ann Poe, ‘Title’ (Site 2012)", "ibid|7 + full"},
      {"ibid, ‘Registration’", "ibid"},
  };
  for (const PartCase& c : cases) EXPECT_EQ(steps_of(read_part(c.part)), c.steps) << c.part;
}

TEST(CitationParts, ASentenceThatSendsTheReaderOnIsAPartOfItsOwn) {
  const std::vector<Part> parts = read_note(
      "Ann Poe, ‘Papers. See?’ <https://a.org> accessed 2 May 2024. See also Yuna (n 5). Cf ibid "
      "3.");
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].text, "Ann Poe, ‘Papers. See?’ <https://a.org> accessed 2 May 2024.");
  EXPECT_EQ(steps_of(parts[0]), "full");
  EXPECT_EQ(steps_of(parts[1]), "5:See also Yuna");
  EXPECT_EQ(steps_of(parts[2]), "ibid|3");
  EXPECT_EQ(read_note("Mission of the Holy. see (Site 2012).").size(), 1u);
}

TEST(CitationParts, PartsKeepTheirTextAsWritten) {
  const std::vector<Part> parts = read_note("Yuna (n 5);  ibid 7.; Ann Poe, ‘A  B’ (2019). ");
  ASSERT_EQ(parts.size(), 3u);
  EXPECT_EQ(parts[0].text, "Yuna (n 5)");
  EXPECT_EQ(parts[1].text, "ibid 7.");
  EXPECT_EQ(parts[2].text, "Ann Poe, ‘A  B’ (2019).");
}

}  // namespace
}  // namespace idsearch::indexer
