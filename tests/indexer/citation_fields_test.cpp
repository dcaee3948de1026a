// SPDX-License-Identifier: GPL-2.0-or-later
// Fields of full citations, as they are written in practice.
#include "indexer/citation_fields.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace idsearch::indexer {
namespace {

// "type | A: author | T: title | C: container | P: publisher | I: issued | U: url | X: accessed"
std::string fields_of(const Reference& reference) {
  std::string out = reference.type;
  const auto add = [&](const char* name, const std::optional<std::string>& value) {
    if (value) out += std::string(" | ") + name + ": " + *value;
  };
  for (const std::string& author : reference.authors) add("A", author);
  add("T", reference.title);
  add("C", reference.container);
  add("P", reference.publisher);
  add("I", reference.issued);
  add("U", reference.url);
  add("X", reference.accessed);
  return out;
}

struct FieldCase {
  const char* citation;
  const char* fields;
};

void expect_fields(const std::vector<FieldCase>& cases) {
  for (const FieldCase& c : cases) {
    EXPECT_EQ(fields_of(read_reference(c.citation)), c.fields) << c.citation;
  }
}

TEST(CitationFields, WebPages) {
  expect_fields({
      {"Ann Poe, ‘Cards for All | Daily News’ (Daily News - World, 17 October 2017) "
       "<https://www.example.org/2017/10/cards/> accessed 20 January 2026.",
       "webpage | A: Ann Poe | T: Cards for All | Daily News | C: Daily News - World | "
       "I: 2017-10-17 | U: https://www.example.org/2017/10/cards/ | X: 2026-01-20"},
      {"Ann Poe, ‘Cards • Civic Watch’ (5 February 2019) <https://example.org> accessed 20 January "
       "2026.",
       "webpage | A: Ann Poe | T: Cards • Civic Watch | I: 2019-02-05 | U: https://example.org | "
       "X: 2026-01-20"},
      {"‘Privacy Law’ (Law Notes) <https://example.org/a> accessed 21 January 2026.",
       "webpage | T: Privacy Law | C: Law Notes | U: https://example.org/a | X: 2026-01-21"},
      // Years of another calendar are no dates.
      {"‘Decision No 85’ (Law Journal, 2068) <https://example.org/e> accessed 20 January 2026.",
       "webpage | T: Decision No 85 | C: Law Journal | U: https://example.org/e | X: 2026-01-20"},
      {"‘Bergland, the Surveillance State’ <https://example.org/b>",
       "webpage | T: Bergland, the Surveillance State | U: https://example.org/b"},
      {"Ahn Chang for RFA Korean, ‘Back Home’ (Radio, 22 December 2023) <https://example.org/c>",
       "webpage | A: Ahn Chang for RFA Korean | T: Back Home | C: Radio | I: 2023-12-22 | "
       "U: https://example.org/c"},
      {"UNHCR and UNICEF, ‘Background Note’ (March 2021) <http://example.org/d.html>",
       "webpage | A: UNHCR | A: UNICEF | T: Background Note | I: 2021-03 | "
       "U: http://example.org/d.html"},
      {"eGov.kz, ‘Getting a Card’ (eGov.kz, 12 March 2024) <https://egov.kz/cms/en>",
       "webpage | A: eGov.kz | T: Getting a Card | C: eGov.kz | I: 2024-03-12 | "
       "U: https://egov.kz/cms/en"},
      {"‘Digital ID; the (n 3) Story [Updated]’ (Site, n.d.) <https://example.org/e>",
       "webpage | T: Digital ID; the (n 3) Story [Updated] | C: Site | U: https://example.org/e"},
      {"Ann Poe, “Digital ‘ID’ for All” (Site, May 2019) <www.example.org/x.>.",
       "webpage | A: Ann Poe | T: Digital ‘ID’ for All | C: Site | I: 2019-05 | "
       "U: www.example.org/x."},
      {"Ann Poe, \"Digital ID\" (Site, January 20, 2019) <https://example.org>",
       "webpage | A: Ann Poe | T: Digital ID | C: Site | I: 2019-01-20 | U: https://example.org"},
      {"Ann Poe, ‘The States’ Duties’ (Site, 5th May 2019) <https://example.org>",
       "webpage | A: Ann Poe | T: The States’ Duties | C: Site | I: 2019-05-05 | "
       "U: https://example.org"},
      {"‘Bergland’ (The Yearbook, Bureau of Records 2024) <https://example.org> accessed "
       "2024-05-06.",
       "webpage | T: Bergland | C: The Yearbook, Bureau of Records | I: 2024 | "
       "U: https://example.org | X: 2024-05-06"},
      {"See Ann Poe, ‘Cards’ (Site 2019) <https://example.org>",
       "webpage | A: Ann Poe | T: Cards | C: Site | I: 2019 | U: https://example.org"},
      {"Civic Watch, The Surveillance State <https://example.org/x> accessed 4 April 2021.",
       "webpage | A: Civic Watch | T: The Surveillance State | U: https://example.org/x | "
       "X: 2021-04-04"},
  });
}

TEST(CitationFields, UrlsAndDaysOfAccess) {
  expect_fields({
      {"‘A’ <https://example.org/a_(b)> accessed on 5 May 2020.",
       "webpage | T: A | U: https://example.org/a_(b) | X: 2020-05-05"},
      {"‘A’ https://example.org/a_(b)?c=d&e=f#g. Accessed: 5 May 2020.",
       "webpage | T: A | U: https://example.org/a_(b)?c=d&e=f#g | X: 2020-05-05"},
      {"‘A’ (https://example.org/a) (last accessed 5 May 2020)",
       "webpage | T: A | U: https://example.org/a | X: 2020-05-05"},
      {"‘A’ <https://example.org/very/long/ path> last accessed 5\u00A0May\u00A02020",
       "webpage | T: A | U: https://example.org/very/long/path | X: 2020-05-05"},
      {"‘A’ <https://example.org> Retrieved May 5, 2020.",
       "webpage | T: A | U: https://example.org | X: 2020-05-05"},
      {"‘A’ <https://example.org> accessed 31 February 2020.",
       "webpage | T: A | U: https://example.org"},
      {"‘How We Accessed 5 May 2019 Records’ <https://example.org>",
       "webpage | T: How We Accessed 5 May 2019 Records | U: https://example.org"},
      {"<https://example.org/x> accessed 2 May 2024",
       "webpage | U: https://example.org/x | X: 2024-05-02"},
      {"‘A’ (archived 2 May 2019) <https://example.org>",
       "webpage | T: A | U: https://example.org"},
  });
}

TEST(CitationFields, BooksAndChapters) {
  expect_fields({
      {"Ann Poe, Marked for Life: Songs, Bergland’s Social System (Committee for Rights 2012).",
       "book | A: Ann Poe | T: Marked for Life: Songs, Bergland’s Social System | "
       "P: Committee for Rights | I: 2012"},
      {"Kershaw, The Numbered Citizen (Harbour Press 1999).",
       "book | A: Kershaw | T: The Numbered Citizen | P: Harbour Press | I: 1999"},
      {"Jane Doe, Invisible Citizens (2nd edn, OUP 2012) 34.",
       "book | A: Jane Doe | T: Invisible Citizens | P: OUP | I: 2012"},
      {"Jane Doe and John Roe (eds), The Handbook of Records (OUP 2012).",
       "book | A: Jane Doe | A: John Roe | T: The Handbook of Records | P: OUP | I: 2012"},
      {"Ann Poe, Bo Roe and Cy Lee, Cards and Codes (Harbour Press, London 2012).",
       "book | A: Ann Poe | A: Bo Roe | A: Cy Lee | T: Cards and Codes | P: Harbour Press | I: "
       "2012"},
      {"John Roe, ‘Paper Walls’ in Jane Doe (ed), The Handbook of Records (OUP 2012) 45.",
       "chapter | A: John Roe | T: Paper Walls | C: The Handbook of Records | P: OUP | I: 2012"},
      {"Émile Garnier, Le registre inachevé (Paris 2003).",
       "book | A: Émile Garnier | T: Le registre inachevé | I: 2003"},
      {"Tanabe, Islands (2002)", " | A: Tanabe | T: Islands | I: 2002"},
      {"Menon, ‘ibid’ and Other Words (2013).",
       " | A: Menon | T: ‘ibid’ and Other Words | I: 2013"},
      {"Civic Watch, Law and Order (5 May 2019)",
       " | A: Civic Watch | T: Law and Order | I: 2019-05-05"},
  });
}

TEST(CitationFields, ArticlesAndTheses) {
  expect_fields({
      {"Ann Poe and Bo Roe, ‘Counting People’ (2019) 12 Journal of Records 34.",
       "article-journal | A: Ann Poe | A: Bo Roe | T: Counting People | C: Journal of Records | "
       "I: 2019"},
      {"A Smith, Bo Jones and C Lee, ‘Papers’ (2019) 12(3) J Refugee Stud 34–56 "
       "<https://doi.org/10.1093/x> accessed 2 May 2020.",
       "article-journal | A: A Smith | A: Bo Jones | A: C Lee | T: Papers | C: J Refugee Stud | "
       "I: 2019 | U: https://doi.org/10.1093/x | X: 2020-05-02"},
      {"Ann Poe, ‘Cards’ [2019] PL 34, 36",
       "article-journal | A: Ann Poe | T: Cards | C: PL | I: 2019"},
      {"Ann Poe et al., ‘Cards’ (2017)\u00A05\u00A0Journal\u00A03.",
       "article-journal | A: Ann Poe | T: Cards | C: Journal | I: 2017"},
      {"Odagawa, Sato et al., ‘Households’ (2001).",
       " | A: Odagawa | A: Sato | T: Households | I: 2001"},
      {"‘Cards’, The Bulletin (London, 5 May 2019) <https://example.org> accessed 6 May 2019.",
       "article-newspaper | T: Cards | C: The Bulletin | I: 2019-05-05 | U: https://example.org | "
       "X: 2019-05-06"},
      {"Ann Poe, “Cards,” The Bulletin, 5 May 2019, https://example.org/x",
       "webpage | A: Ann Poe | T: Cards | C: The Bulletin | I: 2019-05-05 | "
       "U: https://example.org/x"},
      {"Ann Poe, ‘Duties’ (PhD thesis, University of Bergland 2019).",
       "thesis | A: Ann Poe | T: Duties | P: University of Bergland | I: 2019"},
  });
}

TEST(CitationFields, DocumentsOfTheUnitedNations) {
  expect_fields({
      {"‘Consideration of Reports:  Fifth Reports Due in 2012 - Bergland*’ (UN Committee on the "
       "Rights of the Child 2016) <https://example.org/g16.pdf> accessed 21 January 2026.",
       "report | T: Consideration of Reports:  Fifth Reports Due in 2012 - Bergland* | C: UN "
       "Committee on the Rights of the Child | I: 2016 | U: https://example.org/g16.pdf | "
       "X: 2026-01-21"},
      {"‘General Comment No. 25 (2021) on Children’s Rights’ <https://example.org>.",
       "report | T: General Comment No. 25 (2021) on Children’s Rights | U: https://example.org"},
      {"UN Human Rights Council, ‘Report of the Special Rapporteur’ (2 May 2019) UN Doc "
       "A/HRC/41/35.",
       "report | A: UN Human Rights Council | T: Report of the Special Rapporteur | I: 2019-05-02"},
      {"UN Committee on the Rights of the Child, Concluding Observations on Bergland (2017) UN Doc "
       "CRC/C/BRG/CO/5, paras 20–21.",
       "report | A: UN Committee on the Rights of the Child | T: Concluding Observations on "
       "Bergland | I: 2017"},
      {"UNGA Res 217 A (III) (10 December 1948) UN Doc A/RES/3/217A.",
       "report | T: UNGA Res 217 A (III) | I: 1948-12-10"},
      {"UN Doc. A/HRC/44/57", "report"},
      {"General Comment No. 25 (2021) on Children’s Rights (UN Committee on the Rights of the "
       "Child "
       "2021).",
       "report | T: General Comment No. 25 (2021) on Children’s Rights | C: UN Committee on the "
       "Rights of the Child | I: 2021"},
  });
}

TEST(CitationFields, LawsTreatiesAndCases) {
  expect_fields({
      {"Civil Registration Act - Republic of Bergland Civil Registration Law 1997.",
       "legislation | T: Civil Registration Act - Republic of Bergland Civil Registration Law 1997 "
       "| I: 1997"},
      {"Nationality Act 1963 (Bergland) art 2(iii).",
       "legislation | T: Nationality Act 1963 | I: 1963"},
      {"Human Rights Act 1998, s 15(1)(b).", "legislation | T: Human Rights Act 1998 | I: 1998"},
      {"Identity Cards (Fees) Regulations 2007, reg 4.",
       "legislation | T: Identity Cards (Fees) Regulations 2007 | I: 2007"},
      {"Law No. 5 of 2012 on Citizenship (Bergland).",
       "legislation | T: Law No. 5 of 2012 on Citizenship | I: 2012"},
      {"Nationality Act, 8 USC \u00A7 1401.", "legislation | T: Nationality Act, 8 USC"},
      {"Constitution of Bergland, art 14.", "legislation | T: Constitution of Bergland"},
      {"Births Registration Act Cap 149 (Bergland), s 5.",
       "legislation | T: Births Registration Act Cap 149"},
      {"Law of the Republic ‘On Citizenship’ No 1017-XII (20 December 1991).",
       "legislation | T: Law of the Republic ‘On Citizenship’ No 1017-XII | I: 1991-12-20"},
      {"Regulation (EU) 2016/679 of the Council of 27 April 2016 (Data Regulation) [2016] OJ "
       "L119/1.",
       "legislation | T: Regulation (EU) 2016/679 of the Council of 27 April 2016 | I: 2016-04-27"},
      {"Convention on the Rights of the Child (adopted 20 November 1989, entered into force "
       "2 September 1990) 1577 UNTS 3 (CRC) art 7.",
       "treaty | T: Convention on the Rights of the Child | I: 1989-11-20"},
      {"Nottebohm FieldCase (Liechtenstein v Guatemala) (second phase) [1955] ICJ Rep 4.",
       "legal_case | T: Nottebohm FieldCase (Liechtenstein v Guatemala) (second phase) | C: ICJ "
       "Rep | "
       "I: 1955"},
      {"Genovese v Malta App no 53124/09 (ECtHR, 11 October 2011).",
       "legal_case | T: Genovese v Malta | C: ECtHR | I: 2011-10-11"},
      {"R (Doe) v Secretary of State [2016] UKSC 56, [2017] AC 365.",
       "legal_case | T: R (Doe) v Secretary of State | C: UKSC | I: 2016"},
      {"Poe v Roe, Communication 317/06 (African Commission 2015).",
       "legal_case | T: Poe v Roe | C: African Commission | I: 2015"},
      {"In re the Harbour Families (2014) 2 LRC 11.",
       "legal_case | T: In re the Harbour Families | C: LRC | I: 2014"},
  });
}

TEST(CitationFields, TreatiesOfRegionsHaveAuthorsAndCommasToo) {
  expect_fields({
      {"African Charter on Human and Peoples' Rights (adopted 27 June 1981, entered into force 21 "
       "October 1986) 1520 UNTS 217.",
       "treaty | T: African Charter on Human and Peoples' Rights | I: 1981-06-27"},
      {"African Charter on Human and Peoples’ Rights (adopted 27 June 1981) art 5.",
       "treaty | T: African Charter on Human and Peoples’ Rights | I: 1981-06-27"},
      {"African Charter on Human and Peoples’ Rights, art 5.",
       "treaty | T: African Charter on Human and Peoples’ Rights"},
      {"Arab Charter on Human Rights (2004) art 29.",
       "treaty | T: Arab Charter on Human Rights | I: 2004"},
      {"Charter of Fundamental Rights of the European Union [2012] OJ C326/391.",
       "treaty | T: Charter of Fundamental Rights of the European Union | I: 2012"},
      {"Charter of the Organization of American States (adopted 30 April 1948) 119 UNTS 3.",
       "treaty | T: Charter of the Organization of American States | I: 1948-04-30"},
      {"Council of Europe, European Convention on Nationality (adopted 6 November 1997, entered "
       "into force 1 March 2000) ETS 166.",
       "treaty | A: Council of Europe | T: European Convention on Nationality | I: 1997-11-06"},
      {"Council of Europe, Convention on the Avoidance of Statelessness (19 May 2006) CETS No 200.",
       "treaty | A: Council of Europe | T: Convention on the Avoidance of Statelessness | "
       "I: 2006-05-19"},
      {"OAS, American Convention on Human Rights, 22 November 1969, 1144 UNTS 123.",
       "treaty | A: OAS | T: American Convention on Human Rights | I: 1969-11-22"},
      {"Organization of African Unity (OAU), African Charter on the Rights of the Child (“Child "
       "Charter”), 11 July 1990, CAB/LEG/24.9/49, 21 ILM 58.",
       "treaty | A: Organization of African Unity (OAU) | T: African Charter on the Rights of the "
       "Child | I: 1990-07-11"},
      {"African Union, African Union Convention for Displaced Persons (Kampala Convention) "
       "(adopted "
       "23 October 2009).",
       "treaty | A: African Union | T: African Union Convention for Displaced Persons | "
       "I: 2009-10-23"},
      {"UN General Assembly, Convention on the Rights of the Child, 20 November 1989, United "
       "Nations, Treaty Series, vol. 1577, p. 3.",
       "treaty | A: UN General Assembly | T: Convention on the Rights of the Child | "
       "I: 1989-11-20"},
      {"Convention against Torture and Other Cruel, Inhuman or Degrading Treatment (adopted 10 "
       "December 1984) 1465 UNTS 85.",
       "treaty | T: Convention against Torture and Other Cruel, Inhuman or Degrading Treatment | "
       "I: 1984-12-10"},
      {"Convention relating to the Status of Refugees 189 UNTS 137.",
       "treaty | T: Convention relating to the Status of Refugees"},
      {"Convention on the Rights of the Child, art 7.",
       "treaty | T: Convention on the Rights of the Child"},
      // A charter of one state is none, and what is written about a treaty neither.
      {"Bergland Charter of Rights and Freedoms (1982) s 6.",
       " | T: Bergland Charter of Rights and Freedoms | I: 1982"},
      {"Council of Europe, Explanatory Report to the European Convention on Nationality (6 "
       "November "
       "1997) ETS 166.",
       " | A: Council of Europe | T: Explanatory Report to the European Convention on Nationality "
       "| "
       "I: 1997-11-06"},
      {"Law on the Accession to the Convention on Refugees, 29 June 1998, No 245.",
       "legislation | T: Law on the Accession to the Convention on Refugees, 29 June 1998, No 245 "
       "| "
       "I: 1998"},
      {"Law on the Accession to the Convention on Refugees 1998.",
       "legislation | T: Law on the Accession to the Convention on Refugees 1998 | I: 1998"},
      {"Ann Poe, European Convention on Nationality (OUP 2012).",
       "book | A: Ann Poe | T: European Convention on Nationality | P: OUP | I: 2012"},
      {"Ann Poe, Convention and Custom (5 May 2012).",
       " | A: Ann Poe | T: Convention and Custom | I: 2012-05-05"},
      {"UN Committee on the Rights of the Child, Convention on the Rights of the Child: Report "
       "(2017) UN Doc CRC/C/BRG/CO/5.",
       "report | A: UN Committee on the Rights of the Child | T: Convention on the Rights of the "
       "Child: Report | I: 2017"},
  });
}

TEST(CitationFields, CasesEndBeforeTheirReports) {
  expect_fields({
      {"Poe v Roe 387 US 253 (1967).", "legal_case | T: Poe v Roe | C: US | I: 1967"},
      {"Poe v Roe, 387 U.S. 253, 257 (1967).", "legal_case | T: Poe v Roe | C: U.S. | I: 1967"},
      {"Poe v Roe 387 US 253.", "legal_case | T: Poe v Roe | C: US"},
      {"Poe v Roe 12 F 3d 34 (2d Cir 1993).", "legal_case | T: Poe v Roe | C: 2d Cir | I: 1993"},
      {"Poe v Roe 678 F Supp 2d 34 (1993).", "legal_case | T: Poe v Roe | C: F Supp 2d | I: 1993"},
      {"Poe v Roe 2019 SCC 65.", "legal_case | T: Poe v Roe | C: SCC | I: 2019"},
      {"Poe v Roe 2019 SCC Online Del 65.",
       "legal_case | T: Poe v Roe | C: SCC Online Del | "
       "I: 2019"},
      {"Poe v Roe AIR 1973 SC 1461.", "legal_case | T: Poe v Roe | C: AIR | I: 1973"},
      {"Poe v Roe 12 Ltd (2014) 2 LRC 11.", "legal_case | T: Poe v Roe 12 Ltd | C: LRC | I: 2014"},
      {"Poe v Roe 12 March 2019.", "legal_case | T: Poe v Roe 12 March 2019"},
  });
}

TEST(CitationFields, OtherLanguages) {
  expect_fields({
      {"‘Gukjeok beop’ [국적법] <https://example.org/i> accessed 14 July 2019.",
       "webpage | T: Gukjeok beop | U: https://example.org/i | X: 2019-07-14"},
      {"Иван Петров, «О гражданстве» (Ведомости, 3 March 2019) <https://example.org>.",
       "webpage | A: Иван Петров | T: О гражданстве | C: Ведомости | I: 2019-03-03 | "
       "U: https://example.org"},
      {"김철수, ‘북한의 주민등록’ (통일부 2019)",
       " | A: 김철수 | T: 북한의 주민등록 | C: 통일부 | I: 2019"},
      {"‘قانون الجنسية’ (القاهرة 1975)", " | T: قانون الجنسية | I: 1975"},
  });
}

TEST(CitationFields, DatesOfOtherLanguagesAreRead) {
  struct DateCase {
    const char* bracket;
    const char* access;
    const char* fields;
  };
  const std::vector<DateCase> cases = {
      {"Le Soir, 12 mars 2019", "consulté le 3 mars 2021.", "C: Le Soir | I: 2019-03-12"},
      {"Le Soir, 1er août 2019", ", page consultée le 3 mars 2021", "C: Le Soir | I: 2019-08-01"},
      {"Le Soir, mars 2019", "dernière consultation : 3 mars 2021", "C: Le Soir | I: 2019-03"},
      {"El Día, 12 de mayo de 2019", "consultado el 3 de marzo de 2021.",
       "C: El Día | I: 2019-05-12"},
      {"El Día, mayo de 2019", "[fecha de consulta: 3 de marzo de 2021].",
       "C: El Día | I: 2019-05"},
      {"O Dia, 12 de maio de 2019", "acesso em: 3 mar. 2021.", "C: O Dia | I: 2019-05-12"},
      {"O Dia, 12 de março de 2019", "(Acessado em 3 de março de 2021).",
       "C: O Dia | I: 2019-03-12"},
      {"Der Tag, 12. März 2019", "abgerufen am 3. März 2021.", "C: Der Tag | I: 2019-03-12"},
      {"Der Tag, März 2019", "(letzter Zugriff: 03.03.2021)", "C: Der Tag | I: 2019-03"},
      {"Ведомости, 12 мая 2019 г.", "(дата обращения: 3 марта 2021).",
       "C: Ведомости | I: 2019-05-12"},
      {"BMI, 12. Jänner 2019", "Zugriff am 3. März 2021", "C: BMI | I: 2019-01-12"},
      {"Kompas, 17 Agustus 2019", "diakses 3 Maret 2021", "C: Kompas | I: 2019-08-17"},
      {"Ведомости, май 2019", "Дата обращения: 03.03.2021.", "C: Ведомости | I: 2019-05"},
      {"الأهرام، 12 مايو 2019", "تاريخ الاطلاع: 3 مارس 2021.", "C: الأهرام | I: 2019-05-12"},
      {"الأهرام, ١٢ مايو ٢٠١٩", "تم الاطلاع عليه في ٣ مارس ٢٠٢١", "C: الأهرام | I: 2019-05-12"},
      {"الجزيرة, 3 كانون الثاني 2021", "accessed 3 آذار 2021", "C: الجزيرة | I: 2021-01-03"},
  };
  for (const DateCase& c : cases) {
    const std::string citation = "Ann Poe, ‘Cards’ (" + std::string(c.bracket) +
                                 ") <https://a.org> " + std::string(c.access);
    EXPECT_EQ(fields_of(read_reference(citation)), "webpage | A: Ann Poe | T: Cards | " +
                                                       std::string(c.fields) +
                                                       " | U: https://a.org | X: 2021-03-03")
        << citation;
  }
  expect_fields({
      {"Ley 1581 de 17 de octubre de 2012.",
       "legislation | T: Ley 1581 de 17 de octubre de 2012 | I: 2012-10-17"},
      {"Décret n° 2010-35 du 21 janvier 2010.",
       "legislation | T: Décret n° 2010-35 du 21 janvier 2010 | I: 2010-01-21"},
      // The 5 is the number of the law, or the day: only the year is sure.
      {"Ley No 5 de mayo de 2010.", "legislation | T: Ley No 5 de mayo de 2010 | I: 2010"},
      {"Law No 5 of May 2010.", "legislation | T: Law No 5 of May 2010 | I: 2010-05"},
      // November in Polish, October in Croatian.
      {"Ann Poe, ‘Cards’ (Site, 3 listopad 2021).", " | A: Ann Poe | T: Cards | C: Site"},
      {"Ann Poe, ‘Cards’ (Site, 31 de febrero de 2021).", " | A: Ann Poe | T: Cards | C: Site"},
      {"Ann Poe, ‘Cards’ (Site, 3 brumaire 2021) <https://a.org> consulté le 30 février 2021.",
       "webpage | A: Ann Poe | T: Cards | C: Site | U: https://a.org"},
      // When a law was changed is not when it came out.
      {"Постановление Правительства № 828 (ред. от 12 мая 2019 г.) <https://a.org>.",
       "legislation | T: Постановление Правительства № 828 | U: https://a.org"},
      {"Loi n° 99-12 sur l’identité (modifiée le 12 mai 2019) <https://a.org>.",
       "webpage | T: Loi n° 99-12 sur l’identité | U: https://a.org"},
      // Publishers whose names are months somewhere.
      {"Ann Poe, Cards (Editora Abril 2012).",
       "book | A: Ann Poe | T: Cards | P: Editora Abril | I: 2012"},
      {"Ann Poe, Cards (Speak, Out 2012).",
       "book | A: Ann Poe | T: Cards | P: Speak, Out | I: 2012"},
      {"Ann Poe, Cards (Mars 2012).", "book | A: Ann Poe | T: Cards | P: Mars | I: 2012"},
  });
}

TEST(CitationFields, WhatIsNoNameIsNone) {
  expect_fields({
      // Numbers of documents.
      {"Law Commission, Reforming Bribery (Law Com No 313, 2008) para 3.",
       " | A: Law Commission | T: Reforming Bribery | I: 2008"},
      {"Amnesty International, ‘Unseen’ (MDE 17/001/2013, 16 September 2013).",
       " | A: Amnesty International | T: Unseen | I: 2013-09-16"},
      {"‘住民基本台帳法’ [Basic Register Act] (Act No 81 of 1967).",
       " | T: 住民基本台帳法 | I: 1967"},
      {"Ann Poe, ‘Cards’ (France 24, 3 May 2022).",
       " | A: Ann Poe | T: Cards | C: France 24 | I: 2022-05-03"},
      {"Ann Poe, ‘Cards’ (Reuters, updated 3 May 2022).",
       " | A: Ann Poe | T: Cards | C: Reuters | I: 2022-05-03"},
      {"Ann Poe, ‘Cards’ (FOCUS, vol 104, June 2021).",
       " | A: Ann Poe | T: Cards | C: FOCUS | I: 2021-06"},
      {"Ann Poe, ‘Cards’ (The Legal 500, June 2021).",
       " | A: Ann Poe | T: Cards | C: The Legal 500 | I: 2021-06"},
      {"Interview with Ann Poe on cards (Institute, 1 July 2026) <https://a.org>.",
       "webpage | T: Interview with Ann Poe on cards | P: Institute | I: 2026-07-01 | "
       "U: https://a.org"},
      {"Daily News, report on the Identity (Repeal) Bill 2024 <https://a.org>.",
       "webpage | A: Daily News | T: report on the Identity (Repeal) Bill 2024 | U: https://a.org"},
      {"Lei nº 13.444, de 11 de maio de 2017 [Law on Identity] <https://a.org>.",
       "legislation | T: Lei nº 13.444, de 11 de maio de 2017 [Law on Identity] | I: 2017-05-11 | "
       "U: https://a.org"},
      {"‘Obligations’, in World Organisation, full version, 70 <https://a.org>.",
       "webpage | T: Obligations | U: https://a.org"},
      // Months of other calendars.
      {"‘National ID’ (donidcr.gov.np, 2 Baisakh 2080).", " | T: National ID | C: donidcr.gov.np"},
      {"Закон України «Про громадянство України» (2001) № 2235-III.",
       "legislation | T: Закон України «Про громадянство України» | I: 2001"},
      {"Interview with Ann Poe, Registrar (Nairobi, 12 June 2022).", " | I: 2022-06-12"},
      {"Zakon o zaštiti podataka, “Službeni glasnik BiH”, broj 12/25.", ""},
      // A series of papers is no journal.
      {"Ann Poe, ‘Cards’ (2013) Development Centre Working Paper 315.",
       "report | A: Ann Poe | T: Cards | C: Development Centre Working Paper | I: 2013"},
  });
}

TEST(CitationFields, LawsEndBeforeTheirReports) {
  expect_fields({
      {"Regulation (EU) No 910/2014 on electronic identification [2014] OJ L257/73.",
       "legislation | T: Regulation (EU) No 910/2014 on electronic identification | I: 2014"},
      {"Minimum Age Order 2004, SI 2004/3166.",
       "legislation | T: Minimum Age Order 2004 | I: 2004"},
      {"Decreto Supremo N° 015-98-PCM, Reglamento de Inscripciones (Perú, 25 April 1998).",
       "legislation | T: Decreto Supremo N° 015-98-PCM, Reglamento de Inscripciones | "
       "I: 1998-04-25"},
      {"Digital Personal Data Protection Bill 2022 (India).",
       "bill | T: Digital Personal Data Protection Bill 2022 | I: 2022"},
      {"FieldCase C–176/03 Commission v Council [2005] ECR I–7879.",
       "legal_case | T: FieldCase C–176/03 Commission v Council | C: ECR | I: 2005"},
  });
}

TEST(CitationFields, NamesOfInstitutionsHaveCommas) {
  expect_fields({
      {"Committee on Economic, Social and Cultural Rights, General Comment No 20 (2009) UN Doc "
       "E/C.12/GC/20.",
       "report | A: Committee on Economic, Social and Cultural Rights | T: General Comment No 20 | "
       "I: 2009"},
      {"Ministry of Gender, Labour and Social Development, National Report on Children (MGLSD "
       "2020).",
       "book | A: Ministry of Gender, Labour and Social Development | T: National Report on "
       "Children | P: MGLSD | I: 2020"},
      {"Ministry of ICT, Innovation, and Youth Affairs, Cards, Codes and Keys (2020).",
       " | A: Ministry of ICT, Innovation, and Youth Affairs | T: Cards, Codes and Keys | I: 2020"},
      {"Centre for Health, Human Rights and Development, Cards (Harbour Press 2020).",
       "book | A: Centre for Health, Human Rights and Development | T: Cards | P: Harbour Press | "
       "I: 2020"},
      {"Ministerio de Justicia, Derechos Humanos y Cultos, Registro (Quito 2020).",
       "book | A: Ministerio de Justicia, Derechos Humanos y Cultos | T: Registro | "
       "I: 2020"},
      {"Ministerio de Justicia, Derechos Humanos y Cultos, ‘Registro’ (2020).",
       " | A: Ministerio de Justicia, Derechos Humanos y Cultos | T: Registro | I: 2020"},
      {"Ministry of Justice, Law and Order (Harbour Press 2020).",
       "book | A: Ministry of Justice | T: Law and Order | P: Harbour Press | I: 2020"},
      {"Human Rights Watch, Law and Order, Cards and Codes (Harbour Press 2020).",
       "book | A: Human Rights Watch | T: Law and Order, Cards and Codes | P: Harbour Press | "
       "I: 2020"},
      // A second author, or the first words of the title.
      {"Jane Doe, John Roe, Digital Cards (OUP 2020).", "book | P: OUP | I: 2020"},
      {"Jane Doe, Paper Walls, Digital Cards (OUP 2020).", "book | P: OUP | I: 2020"},
      {"Bureau of Statistics, Ministry of Planning, Census (OUP 2020).", "book | P: OUP | I: 2020"},
      {"J. Doe, J. Roe, Digital Cards (OUP 2020).",
       "book | A: J. Doe | A: J. Roe | T: Digital Cards | P: OUP | I: 2020"},
      {"Jane Doe, Registrar General, Digital Cards (OUP 2020).",
       "book | A: Jane Doe | T: Digital Cards | P: OUP | I: 2020"},
      {"Jane Doe, Digital Identity, Rights and Wrongs (OUP 2020).",
       "book | A: Jane Doe | T: Digital Identity, Rights and Wrongs | P: OUP | I: 2020"},
  });
}

TEST(CitationFields, NumbersOfLawsAndLaterLawsAreNoDates) {
  struct DateCase {
    const char* citation;
    std::optional<std::string> issued;
  };
  const std::vector<DateCase> cases = {
      {"Proclamation No 1/1995", "1995"},
      {"Decree-Law 12/1999", "1999"},
      {"Law 5/1999", "1999"},
      {"Law No 5-1999", "1999"},
      {"Act No 10/2001, s 5", "2001"},
      {"Ley Orgánica 4/2000", "2000"},
      {"Identity Act (Act No 10/2001)", "2001"},
      {"Law 5/1999, 12 May 2001", "2001-05-12"},
      {"Ann Poe, ‘Cards’ (Site, 05/2019)", "2019-05"},
      {"Ley Nº 1266/87 del Registro", std::nullopt},
      {"Decree 1804/67", std::nullopt},
      {"Ley Nº 1266 del Registro", std::nullopt},
      {"Ley Nº 1266", std::nullopt},
      {"Ley 1266 de 2008 del Registro", "2008"},
      {"Ley Nº 1266/87 del Registro, 4 November 1987", "1987-11-04"},
      {"Rules 2004/38/EC on Free Movement", "2004"},
      {"Regulation (EU) 2016/79 on Cards", "2016"},
      {"Loi n° 2019-014 portant création du registre", "2019"},
      {"Law No 2019-014 on the Register", "2019"},
      {"Proclamation No 760/2012 on Vital Events", "2012"},
      {"Law No 12 of 2005 as amended by Law No 4 of 2011", "2005"},
      {"Law No 12 of 2005 amending Law No 4 of 1995", "2005"},
      {"Law amending Law No 4 of 1995", std::nullopt},
      {"Citizenship Act 2007 (rev 2013)", "2007"},
      {"Citizenship Act 2007 (Rev. 2013) s 5", "2007"},
      {"Citizenship Act 2007 (revised 2013)", "2007"},
      {"Ann Poe, Cards (rev edn, OUP 2012)", "2012"},
      // Filed in 2022, decided in 2023.
      {"X v AG (Miscellaneous Cause No 86 of 2022) [2023] UGHCCD 12", "2023"},
      {"X v AG (Petition 12/2022) (High Court, 3 May 2023)", "2023-05-03"},
      {"X v AG (Petition No 12 of 2022)", std::nullopt},
  };
  for (const DateCase& c : cases) {
    EXPECT_EQ(read_reference(c.citation).issued, c.issued) << c.citation;
  }
  expect_fields({
      {"Ley Nº 1266/87 del Registro", "legislation | T: Ley Nº 1266/87 del Registro"},
      {"Decree 1804/67", "legislation | T: Decree 1804/67"},
  });
  EXPECT_EQ(read_reference("X v AG (Misc Cause No 86 of 2022) [2023] UGHCCD 12").title, "X v AG");
}

TEST(CitationFields, ALawWithItsNumberOrItsGazetteInBracketsIsNoBook) {
  expect_fields({
      {"Records Authority Ordinance 2000 (Ordinance No VIII of 2000).",
       "legislation | T: Records Authority Ordinance 2000 | I: 2000"},
      {"Foreigners Act 1946 (Act XXXI of 1946).", "legislation | T: Foreigners Act 1946 | I: 1946"},
      {"Citizenship Act 1955 (Act 57 of 1955), s 3.",
       "legislation | T: Citizenship Act 1955 | I: 1955"},
      {"Citizenship Act 1955 (No LVII of 1955).",
       "legislation | T: Citizenship Act 1955 | I: 1955"},
      {"Citizenship Act 1955 (57 of 1955).", "legislation | T: Citizenship Act 1955 | I: 1955"},
      {"Foreigners Act (Act XXXI, 1946).", "legislation | T: Foreigners Act | I: 1946"},
      {"Registration of Persons Regulations 2020 (LN 5 of 2020).",
       "legislation | T: Registration of Persons Regulations 2020 | I: 2020"},
      {"Identity Card Decree 1980 (Decree No V of 1980) s 3.",
       "legislation | T: Identity Card Decree 1980 | I: 1980"},
      {"Vital Events Proclamation 2012 (Proclamation XII of 2012).",
       "legislation | T: Vital Events Proclamation 2012 | I: 2012"},
      {"Vital Events and Identity Card Proclamation No 760/2012 (Federal Negarit Gazeta 2012).",
       "legislation | T: Vital Events and Identity Card Proclamation No 760/2012 | I: 2012"},
      {"Registration of Persons Act (Cap 107) (Kenya), s 5.",
       "legislation | T: Registration of Persons Act"},
      {"Registration of Persons Act (Chapter 107).",
       "legislation | T: Registration of Persons Act"},
      {"Registration of Persons Act (Kenya) (as amended), s 5.",
       "legislation | T: Registration of Persons Act"},
      {"Cards (Delivery of Subsidies, Benefits and Services) Act 2016 (Act 18 of 2016).",
       "legislation | T: Cards (Delivery of Subsidies, Benefits and Services) Act 2016 | I: 2016"},
      // Publishers.
      {"Ann Poe, The Citizenship Act 1955 (Article 19 2012).",
       "book | A: Ann Poe | T: The Citizenship Act 1955 | P: Article 19 | I: 2012"},
      {"Ann Poe, Rules (Academy of Law 2012).",
       "book | A: Ann Poe | T: Rules | P: Academy of Law | I: 2012"},
  });
}

TEST(CitationFields, ThePublisherStandsInTheBracketOfTheYear) {
  expect_fields({
      {"The World Bank, Identification for Development (WURI) (World Bank 2020).",
       "book | A: The World Bank | T: Identification for Development (WURI) | P: World Bank | "
       "I: 2020"},
      {"World Bank, ‘Project Appraisal’ (WURI) (World Bank 2020) <https://a.org>.",
       "webpage | A: World Bank | T: Project Appraisal | C: World Bank | I: 2020 | "
       "U: https://a.org"},
      {"Ann Poe, Cards (2nd edn) (OUP 2012) 34.",
       "book | A: Ann Poe | T: Cards | P: OUP | I: 2012"},
      {"Ann Poe, Census (Round 2010) (Harbour Press 2012) 34.",
       "book | A: Ann Poe | T: Census | P: Harbour Press | I: 2012"},
      {"Ann Poe, Cards (in Korean) (OUP 2012).", "book | A: Ann Poe | T: Cards | P: OUP | I: 2012"},
      {"Ann Poe, Cards (Harbour Press 2012) (emphasis added).",
       "book | A: Ann Poe | T: Cards | P: Harbour Press | I: 2012"},
      {"Ann Poe, ‘Cards’ (5 May 2019) (Archive 2020).", " | A: Ann Poe | T: Cards | I: 2019-05-05"},
  });
}

TEST(CitationFields, APersonBehindAnInstitutionIsAnAuthorOfItsOwn) {
  expect_fields({
      {"Ministry of Interior, Jane Doe, ‘Cards’ (2019).",
       " | A: Ministry of Interior | A: Jane Doe | T: Cards | I: 2019"},
      {"Ministry of Interior, Jane Doe and John Roe, ‘Cards’ (2019).",
       " | A: Ministry of Interior | A: Jane Doe | A: John Roe | T: Cards | I: 2019"},
      {"Ministry of Interior, Jane Doe, J. Roe, ‘Cards’ (2019).",
       " | A: Ministry of Interior | A: Jane Doe | A: J. Roe | T: Cards | I: 2019"},
      {"Department of Economic and Social Affairs, Population Division, Jane Doe, ‘Cards’ (2019).",
       " | A: Department of Economic and Social Affairs, Population Division | A: Jane Doe | "
       "T: Cards | I: 2019"},
      {"Ministry of Interior, Hassan al-Rashid, ‘Cards’ (2019).",
       " | A: Ministry of Interior | A: Hassan al-Rashid | T: Cards | I: 2019"},
      // Divisions, countries, cities and regions; what cannot be told.
      {"Department of Economic and Social Affairs, Population Division, ‘Cards’ (2019).",
       " | A: Department of Economic and Social Affairs, Population Division | T: Cards | I: 2019"},
      {"Ministry of Justice, Kenya, ‘Cards’ (2019).",
       " | A: Ministry of Justice, Kenya | T: Cards | I: 2019"},
      {"Ministry of Interior, Saudi Arabia, ‘Cards’ (2019).",
       " | A: Ministry of Interior, Saudi Arabia | T: Cards | I: 2019"},
      {"Ministry of Home Affairs, New Delhi, ‘Cards’ (2019).",
       " | A: Ministry of Home Affairs, New Delhi | T: Cards | I: 2019"},
      {"Department of Home Affairs, Western Cape, ‘Cards’ (2019).",
       " | A: Department of Home Affairs, Western Cape | T: Cards | I: 2019"},
      {"Ministry of Interior, Annual Report, ‘Cards’ (2019).",
       " | A: Ministry of Interior, Annual Report | T: Cards | I: 2019"},
      {"Ministry of Gender, Labour and Social Development, ‘Cards’ (2019).",
       " | A: Ministry of Gender, Labour and Social Development | T: Cards | I: 2019"},
      {"Ministry of Lands, Natural Resources, ‘Cards’ (2019).",
       " | A: Ministry of Lands, Natural Resources | T: Cards | I: 2019"},
  });
}

TEST(CitationFields, APlaceIsNeitherPublisherNorSite) {
  expect_fields({
      {"Jane Doe, ‘Cards’ (Beirut 2012).", " | A: Jane Doe | T: Cards | I: 2012"},
      {"Jane Doe, ‘Cards’ (London, 2015).", " | A: Jane Doe | T: Cards | I: 2015"},
      {"Jane Doe, ‘Cards’ (London and New York, 2015).", " | A: Jane Doe | T: Cards | I: 2015"},
      {"Jane Doe, ‘Cards’ (Nairobi, Kenya, 5 May 2015).",
       " | A: Jane Doe | T: Cards | I: 2015-05-05"},
      {"Jane Doe, ‘Cards’ (Kenya, 2015).", " | A: Jane Doe | T: Cards | I: 2015"},
      {"Jane Doe, ‘Cards’ (Geneva: UNHCR, 2014).",
       " | A: Jane Doe | T: Cards | P: UNHCR | I: 2014"},
      {"Jane Doe, ‘Cards’ (Geneva, UNHCR, 2014).",
       " | A: Jane Doe | T: Cards | P: UNHCR | I: 2014"},
      {"World Bank, ‘Cards’ (Washington, DC: World Bank, 2014).",
       " | A: World Bank | T: Cards | P: World Bank | I: 2014"},
      {"Jane Doe, Cards of the North (London, 2015).",
       "book | A: Jane Doe | T: Cards of the North | I: 2015"},
      {"Jane Doe, Cards of the North (2nd edn, Geneva: UNHCR, 2014).",
       "book | A: Jane Doe | T: Cards of the North | P: UNHCR | I: 2014"},
      {"Jane Doe, Law and Order (New York: Harbour Press 2014).",
       "book | A: Jane Doe | T: Law and Order | P: Harbour Press | I: 2014"},
      {"Jane Doe, ‘Cards’ in Bo Roe (ed), The Handbook (Oxford: Harbour Press 2014) 5.",
       "chapter | A: Jane Doe | T: Cards | C: The Handbook | P: Harbour Press | I: 2014"},
      {"Jane Doe, ‘Cards’ (Harbour Fund, New York 2014).",
       " | A: Jane Doe | T: Cards | C: Harbour Fund | I: 2014"},
      {"Jane Doe, ‘Cards’ (University of California, Berkeley 2014).",
       " | A: Jane Doe | T: Cards | C: University of California, Berkeley | I: 2014"},
      // What is no place: a site with a colon, a newspaper, a press.
      {"Jane Doe, ‘Cards’ (The Island, 2015).",
       " | A: Jane Doe | T: Cards | C: The Island | I: 2015"},
      {"Jane Doe, ‘Cards’ (Daily News: Africa, 2015).",
       " | A: Jane Doe | T: Cards | C: Daily News: Africa | I: 2015"},
      {"Jane Doe, ‘Cards’ (Jakarta Post, 2015).",
       " | A: Jane Doe | T: Cards | C: Jakarta Post | I: 2015"},
      {"Jane Doe, ‘Cards’ (London Review, 2015).",
       " | A: Jane Doe | T: Cards | C: London Review | I: 2015"},
  });
}

TEST(CitationFields, LawsInOtherScriptsAndIndonesianAreLaws) {
  expect_fields({
      {"Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan.",
       "legislation | T: Undang-Undang Nomor 23 Tahun 2006 tentang Administrasi Kependudukan | "
       "I: 2006"},
      {"Undang-Undang No. 12 Tahun 2006 tentang Kewarganegaraan, Pasal 4.",
       "legislation | T: Undang-Undang No. 12 Tahun 2006 tentang Kewarganegaraan | I: 2006"},
      {"Peraturan Presiden Nomor 96 Tahun 2018 tentang Tata Cara Pendaftaran Penduduk "
       "<https://example.org/p> accessed 2 May 2024.",
       "legislation | T: Peraturan Presiden Nomor 96 Tahun 2018 tentang Tata Cara Pendaftaran "
       "Penduduk | I: 2018 | U: https://example.org/p | X: 2024-05-02"},
      {"Федеральный закон от 27 июля 2006 г. № 152-ФЗ «О персональных данных».",
       "legislation | T: Федеральный закон от 27 июля 2006 г. № 152-ФЗ «О персональных данных» | "
       "I: 2006-07-27"},
      {"Закон Республики Казахстан от 20 декабря 1991 года № 1017-XII «О гражданстве», ст. 5.",
       "legislation | T: Закон Республики Казахстан от 20 декабря 1991 года № 1017-XII «О "
       "гражданстве» | I: 1991-12-20"},
      {"Закон України «Про громадянство України» від 18 січня 2001 р. № 2235-III.",
       "legislation | T: Закон України «Про громадянство України» від 18 січня 2001 р. № 2235-III "
       "| I: 2001-01-18"},
      {"Конституция Республики Казахстан.", "legislation | T: Конституция Республики Казахстан"},
      {"Гражданский кодекс Российской Федерации, статья 5.",
       "legislation | T: Гражданский кодекс Российской Федерации"},
      {"قانون رقم 10 لسنة 2010.", "legislation | T: قانون رقم 10 لسنة 2010 | I: 2010"},
      {"القانون رقم 26 لسنة 1975 بشأن الجنسية المصرية، المادة 4.",
       "legislation | T: القانون رقم 26 لسنة 1975 بشأن الجنسية المصرية | I: 1975"},
      {"Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan atas Undang-Undang Nomor 23 Tahun "
       "2006.",
       "legislation | T: Undang-Undang Nomor 24 Tahun 2013 tentang Perubahan atas Undang-Undang "
       "Nomor 23 Tahun 2006 | I: 2013"},
      {"القانون رقم 81 تاريخ 10 تشرين الأول 2018 المعاملات الإلكترونية.",
       "legislation | T: القانون رقم 81 تاريخ 10 تشرين الأول 2018 المعاملات الإلكترونية | "
       "I: 2018-10-10"},
      {"قانون رقم ١٠ لسنة ٢٠١٠.", "legislation | T: قانون رقم ١٠ لسنة ٢٠١٠ | I: 2010"},
      // Titles of other works that speak of laws.
      {"Иван Петров, «Закон о гражданстве» (Вести, 2019).",
       " | A: Иван Петров | T: Закон о гражданстве | C: Вести | I: 2019"},
      {"Анна По, Закон и карты (Москва: Наука, 2019).",
       "book | A: Анна По | T: Закон и карты | P: Наука | I: 2019"},
  });
}

TEST(CitationFields, PlacesSessionsEditionsAndSeasonsAreNoNames) {
  expect_fields({
      {"‘The Register’, Bergland Times (Harbour), 1 January 2022.",
       "article-newspaper | T: The Register | C: Bergland Times | I: 2022-01-01"},
      {"Ann Poe, ‘Cards’ (Blog, May–June 2020).", " | A: Ann Poe | T: Cards | C: Blog | I: 2020"},
      {"Ann Poe, Cards (Blog, Sept/Oct 2020).", "book | A: Ann Poe | T: Cards | P: Blog | I: 2020"},
      {"Ann Poe, Cards (May–June 2020).", " | A: Ann Poe | T: Cards | I: 2020"},
      {"Ann Poe, Cards (Blog, Spring 2020).", "book | A: Ann Poe | T: Cards | P: Blog | I: 2020"},
      {"Ann Poe, Cards (Blog, forthcoming).", " | A: Ann Poe | T: Cards | P: Blog"},
      {"Civic Watch, Report on Cards (35th Session, 2017).",
       " | A: Civic Watch | T: Report on Cards | I: 2017"},
      {"Civic Watch, Report on Cards (3rd cycle, 29th session, 2017).",
       " | A: Civic Watch | T: Report on Cards | I: 2017"},
      {"Civic Watch, ‘Cards’ (Working Group, thirty-fifth session, 5 May 2017).",
       " | A: Civic Watch | T: Cards | C: Working Group | I: 2017-05-05"},
      {"Jane Doe, Cards (3rd rev edn, John Roe tr, OUP 2012).",
       "book | A: Jane Doe | T: Cards | P: OUP | I: 2012"},
      {"Jane Doe, Cards (rev edn, OUP 2012).", "book | A: Jane Doe | T: Cards | P: OUP | I: 2012"},
      {"Jane Doe, Cards (2nd edn 2012).", " | A: Jane Doe | T: Cards | I: 2012"},
      {"Constitution of 1991 (rev. 2015).", "legislation | T: Constitution of 1991 | I: 1991"},
      {"Immigration Act (Cap 172) (Rev. Ed. 2012).", "legislation | T: Immigration Act"},
      {"Lei n.º 12/2018, de 4 de maio (Código do Registo Civil).",
       "legislation | T: Lei n.º 12/2018, de 4 de maio | I: 2018"},
      {"Lei Zhang, Cards (OUP 2012).", "book | A: Lei Zhang | T: Cards | P: OUP | I: 2012"},
      {"Ann Poe, ‘Cards’ (2020) Journal of Records, vol. 4, no. 2, pp. 33.",
       "article-journal | A: Ann Poe | T: Cards | C: Journal of Records | I: 2020"},
  });
}

TEST(CitationFields, TitlesBeginBehindWordsNumbersAndYears) {
  expect_fields({
      {"For an overview, see Jane Doe, Cards (OUP 2020).",
       "book | A: Jane Doe | T: Cards | P: OUP | I: 2020"},
      {"On the law of Bergland see generally Jane Doe, ‘Cards’ (Site 2020).",
       " | A: Jane Doe | T: Cards | C: Site | I: 2020"},
      {"Writ Petition (Civil) No 494 of 2012, Poe v Union of Bergland.",
       "legal_case | T: Poe v Union of Bergland"},
      {"Petition No 5 of 2012, Poe v Roe, App no 7/12 [2013] HC 4.",
       "legal_case | T: Poe v Roe | C: HC | I: 2013"},
      {"Poe No 2 Ltd v Roe, Case 12/2015 (High Court, 3 May 2016).",
       "legal_case | T: Poe No 2 Ltd v Roe | C: High Court | I: 2016-05-03"},
      // The year between full stops stands behind the authors.
      {"Doe, J., & Roe, M. (2020). Title of Cards. Harbour Press.",
       " | A: Doe, J. | A: Roe, M. | T: Title of Cards | I: 2020"},
      {"Doe, J.-P. (2020, May 3). Cards in the U.S. Census <https://a.org>.",
       "webpage | A: Doe, J.-P. | T: Cards in the U.S. Census | I: 2020 | U: https://a.org"},
      {"Doe, J. (2020). ‘Cards’. Journal of Records, 5, 3–4.",
       " | A: Doe, J. | T: Cards | I: 2020"},
      {"Jane Doe (2020), ‘Cards’ (Site).", " | A: Jane Doe | T: Cards | C: Site | I: 2020"},
      {"Civic Watch. (2020). Cards.", " | A: Civic Watch | T: Cards | I: 2020"},
  });
}

TEST(CitationFields, CountriesAndCourtsPublishNoBooks) {
  expect_fields({
      {"Basic Law: The Knesset (Israel 1958).",
       "legislation | T: Basic Law: The Knesset | I: 1958"},
      {"Ley N.º 26497, Ley Orgánica del Registro (Perú 1995).",
       "legislation | T: Ley N.º 26497, Ley Orgánica del Registro | I: 1995"},
      {"Judgment 168/13 (Constitutional Court, 23 September 2013).",
       " | T: Judgment 168/13 | C: Constitutional Court | I: 2013-09-23"},
      {"Kim v Russia (App No 44260/13) European Court (17 July 2014).",
       "legal_case | T: Kim v Russia | I: 2014-07-17"},
      {"Poe v Roe (Unreported, High Court of Malawi, 4 May 2001).",
       "legal_case | T: Poe v Roe | C: High Court of Malawi | I: 2001-05-04"},
      {"UN General Assembly, Report of the Working Group: Fiji, 2 January 2020, A/HRC/43/8.",
       "report | A: UN General Assembly | T: Report of the Working Group: Fiji | I: 2020-01-02"},
      {"Ann Poe, “Migration”, in: Unsettled States, ed. Bo Roe (Springer, 2019), 12-14.",
       "chapter | A: Ann Poe | T: Migration | C: Unsettled States | P: Springer | I: 2019"},
      {"Quoted in Ann Poe, ‘Cards’ (1998) 10 IJRL 156.",
       "article-journal | A: Ann Poe | T: Cards | C: IJRL | I: 1998"},
  });
}

TEST(CitationFields, AuthorsAreNotCutInsideAName) {
  struct {
    const char* citation;
    std::vector<std::string> authors;
  } cases[] = {
      {"Institute on Statelessness and Inclusion, ‘T’ (S 2019)",
       {"Institute on Statelessness and Inclusion"}},
      {"Ministry of Justice, Bergland, ‘T’ (S 2019)", {"Ministry of Justice, Bergland"}},
      {"Trinidad and Tobago, ‘T’ (S 2019)", {"Trinidad and Tobago"}},
      {"Civic Watch and Harbour Law Centre, ‘T’ (S 2019)", {"Civic Watch", "Harbour Law Centre"}},
      {"J. van der Berg & M. Bo, ‘T’ (S 2019)", {"J. van der Berg", "M. Bo"}},
      {"As was explained by Ann Poe, ‘T’ (S 2019)", {}},
      {"National Identification and Registration Authority, ‘T’ (S 2019)",
       {"National Identification and Registration Authority"}},
      {"Human Rights and Equality Commission, ‘T’ (S 2019)",
       {"Human Rights and Equality Commission"}},
      {"Data Protection and Information Commission of Bergland, ‘T’ (S 2019)",
       {"Data Protection and Information Commission of Bergland"}},
      {"Civil Registration and Vital Statistics Unit, ‘T’ (S 2019)",
       {"Civil Registration and Vital Statistics Unit"}},
      {"Independent Electoral and Boundaries Commission, ‘T’ (S 2019)",
       {"Independent Electoral and Boundaries Commission"}},
      {"National Electoral, Human Rights and Data Commission, ‘T’ (S 2019)",
       {"National Electoral, Human Rights and Data Commission"}},
      {"UNHCR and Human Rights Commission, ‘T’ (S 2019)", {"UNHCR", "Human Rights Commission"}},
      {"Human Rights Watch and Equality Commission, ‘T’ (S 2019)",
       {"Human Rights Watch", "Equality Commission"}},
      {"Data and Identification Authority and Ministry of Health, ‘T’ (S 2019)",
       {"Data and Identification Authority", "Ministry of Health"}},
      {"Ann Poe and Harbour Law Centre, ‘T’ (S 2019)", {"Ann Poe", "Harbour Law Centre"}},
      // "y" and "e" also stand inside names.
      {"María G y Juan P, ‘T’ (S 2019)", {"María G", "Juan P"}},
      {"João S e Maria S, ‘T’ (S 2019)", {"João S", "Maria S"}},
      {"José Ortega y Gasset, ‘T’ (S 2019)", {"José Ortega y Gasset"}},
      {"Ministerio de Justicia y Derechos Humanos, ‘T’ (S 2019)",
       {"Ministerio de Justicia y Derechos Humanos"}},
      {"Identificación Nacional y Registro Civil, ‘T’ (S 2019)",
       {"Identificación Nacional y Registro Civil"}},
      // Offices are no authors, and a dash says that the author was named before.
      {"Ann Poe, MP, ‘T’ (S 2019)", {"Ann Poe"}},
      {"Ann Poe, Registrar General, ‘T’ (S 2019)", {"Ann Poe"}},
      {"Ann Poe, MP and Bo Roe, ‘T’ (S 2019)", {"Ann Poe", "Bo Roe"}},
      {"Ann Poe, Minister of Interior, ‘T’ (S 2019)", {"Ann Poe"}},
      {"—, ‘T’ (S 2019)", {}},
      {"———, ‘T’ (S 2019)", {}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(read_reference(c.citation).authors, c.authors) << c.citation;
}

TEST(CitationFields, ABareUrlMayStandRightBehindTheBracket) {
  const Reference reference = read_reference("‘Title’ (Fiji.gov, 2021) http://a.org/x");
  EXPECT_EQ(reference.title, "Title");
  EXPECT_EQ(reference.container, "Fiji.gov");
  EXPECT_EQ(reference.issued, "2021");
  EXPECT_EQ(reference.url, "http://a.org/x");
}

TEST(CitationFields, ABracketWithoutADateInMidCitationIsNoPublisher) {
  expect_fields({
      {"UN High Commissioner for Refugees (UNHCR), Handbook on Statelessness, 30 June 2014, "
       "available "
       "at: https://example.org/d [accessed 2 May 2021]",
       "webpage | A: UN High Commissioner for Refugees (UNHCR) | T: Handbook on Statelessness | "
       "I: 2014-06-30 | U: https://example.org/d | X: 2021-05-02"},
      {"Human Rights Committee, General Comment No 16: Article 17 (Right to Privacy), The Right to "
       "Respect of Privacy, 8 April 1988, para 10.",
       "report | A: Human Rights Committee | T: General Comment No 16: Article 17 (Right to "
       "Privacy), The Right to Respect of Privacy | I: 1988-04-08"},
      {"Human Rights Committee, General Comment No 27: Article 12 (Movement), 2 November 1999, "
       "CCPR/C/21/Rev.1/Add.9, para 2.",
       "report | A: Human Rights Committee | T: General Comment No 27: Article 12 (Movement) | "
       "I: 1999-11-02"},
      {"Constitutional Tribunal (Bergland), Judgment TC/0168/13, 23 September 2013.",
       "report | A: Constitutional Tribunal (Bergland) | T: Judgment TC/0168/13 | I: 2013-09-23"},
      {"Règlement (UE) 2019/1157 du Parlement du 20 juin 2019 relatif aux cartes [2019] JO "
       "L188/67.",
       "legislation | T: Règlement (UE) 2019/1157 du Parlement du 20 juin 2019 relatif aux cartes "
       "| "
       "I: 2019-06-20"},
      {"Закон о подацима („Службени гласник РС”, бр. 87/2018), чл. 17.", ""},
      {"Court of Bergland, Sentencia T-1136/2001 (MP Jaime Poe).", ""},
      {"戸籍法（昭和二十二年法律第二百二十四号）49条.", ""},
      // Behind an author and a title: still a publisher.
      {"Ann Poe, Cards (Routledge) 34.", " | A: Ann Poe | T: Cards | P: Routledge"},
  });
}

TEST(CitationFields, ADayBetweenCommasIsThatOfADocument) {
  expect_fields({
      {"UN General Assembly, Universal Declaration of Human Rights, 10 December 1948, 217 A (III), "
       "art 15.",
       "report | A: UN General Assembly | T: Universal Declaration of Human Rights | "
       "I: 1948-12-10"},
      {"Rights Watch, Bergland: Nomads Denied Cards, 12 May 2016, available at: "
       "https://example.org",
       "webpage | A: Rights Watch | T: Bergland: Nomads Denied Cards | I: 2016-05-12 | "
       "U: https://example.org"},
      {"Bergland: Citizenship Act, No 12 of 2011, 30 August 2011, available at "
       "<https://example.org>",
       "legislation | T: Bergland: Citizenship Act, No 12 of 2011 | I: 2011-08-30 | "
       "U: https://example.org"},
      {"UNHRC, Report on Digital Welfare, UN Doc A/74/493 (11 October 2019).",
       "report | A: UNHRC | T: Report on Digital Welfare | I: 2019-10-11"},
      {"Ann Poe, ‘Cards’, November 2014, p 5.", " | A: Ann Poe | T: Cards | I: 2014-11"},
      {"Ann Poe, ‘Cards’, 24 February 2020, https://example.org (accessed 5 June 2024)",
       "webpage | A: Ann Poe | T: Cards | I: 2020-02-24 | U: https://example.org | X: 2024-06-05"},
      // A court and its parties, a newspaper: no title stands before the day.
      {"CE, 18 October 2018, La Poe et autres, no 404996.", ""},
      {"Reuters, 3 May 2020.", ""},
      {"判決 [Supreme Court, 9 March 2023, Case 39], as noted at <https://a.org>",
       "webpage | T: 判決 [Supreme Court, 9 March 2023, Case 39], as noted at | U: https://a.org"},
  });
}

TEST(CitationFields, TimesSeasonsStatusAndSeriesAreNoNames) {
  expect_fields({
      {"Ann Poe, ‘Cards’ (Site, Jul 4, 2023, 5:32 pm EDT) <https://a.org>",
       "webpage | A: Ann Poe | T: Cards | C: Site | I: 2023-07-04 | U: https://a.org"},
      {"@Gov, ‘Cards: open’ (X, 4 March 2024, 10:02) <https://a.org>",
       "webpage | A: @Gov | T: Cards: open | C: X | I: 2024-03-04 | U: https://a.org"},
      {"Ann Poe, “Paper,” Desert Report, no. 292 (Fall 2019), pp. 12–19.",
       "article-journal | A: Ann Poe | T: Paper | C: Desert Report | I: 2019"},
      {"Ann Poe, “Paper,” Desert Law Review 120, no. 4 (2007): 123–45.",
       "article-journal | A: Ann Poe | T: Paper | C: Desert Law Review | I: 2007"},
      {"Ann Poe, ‘Paper’ (2015) 9 Law and Philosophy 501, DOI: 10.1007/s11572-013-9289-7.",
       "article-journal | A: Ann Poe | T: Paper | C: Law and Philosophy | I: 2015"},
      {"UN Treaty Collection, ‘Status of Treaties’ (UNTC, status as at 30-09-2025) <https://a.org>",
       "webpage | A: UN Treaty Collection | T: Status of Treaties | C: UNTC | U: https://a.org"},
      {"Ann Poe, ‘Cards’ (Centre for Migration, Working Paper 315, 2013).",
       " | A: Ann Poe | T: Cards | C: Centre for Migration | I: 2013"},
      {"Ann Poe, Cards and Codes (Research Report No 107, 2013) 4.",
       " | A: Ann Poe | T: Cards and Codes | I: 2013"},
      {"Ann Poe, Cards (first published 1951, Penguin 2017).",
       "book | A: Ann Poe | T: Cards | P: Penguin | I: 2017"},
  });
}

TEST(CitationFields, NumbersOfReportsSessionsAndPagesAreNoYears) {
  expect_fields({
      {"Poe Community v Kenya Comm no 317/06 (ACHPR, 19–28 February 2015).",
       "legal_case | T: Poe Community v Kenya | C: ACHPR | I: 2015-02"},
      {"Poe v Minister of Home Affairs (7526/03) [2003] ZAWCHC 54.",
       "legal_case | T: Poe v Minister of Home Affairs | C: ZAWCHC | I: 2003"},
      {"Poe & Anr. v. Union & Ors., (2017) 10 S.C.C. 1, ¶ 297.",
       "legal_case | T: Poe & Anr. v. Union & Ors. | C: S.C.C. | I: 2017"},
      {"Case C-291/12 Poe v Stadt Bochum EU:C:2013:670, paras 24–30.",
       "legal_case | T: Poe v Stadt Bochum | I: 2013"},
      {"Amnesty, Stray Animals (AFR 46/3987/2021, April 2021) 7.",
       " | A: Amnesty | T: Stray Animals | I: 2021-04"},
      {"Poe v. Roe, G.R. No. 127685, July 23, 1998 (Phil.).",
       "legal_case | T: Poe v. Roe | I: 1998-07-23"},
      {"American Convention on Human Rights ‘Pact of San José’ (adopted 22 November 1969) 1144 "
       "UNTS "
       "123 art 20.",
       "treaty | T: American Convention on Human Rights ‘Pact of San José’ | I: 1969-11-22"},
      {"Bundesamt für Dinge, ‚Karten‘ (BAMF, 3. Mai 2021) <https://a.org>",
       "webpage | A: Bundesamt für Dinge | T: Karten | C: BAMF | I: 2021-05-03 | U: https://a.org"},
      {"Explanatory Memorandum, Digital ID Bill 2024 (Cth) 5.",
       "bill | T: Explanatory Memorandum, Digital ID Bill 2024 | I: 2024"},
      {"Ann Poe, Identity in Flux (Unpublished PhD, LSE, 2019).",
       "thesis | A: Ann Poe | T: Identity in Flux | P: LSE | I: 2019"},
      {"Ann Poe, ‘Gaps’ (1995) 7 Int J Refugee Law 232, 235 fn 12.",
       "article-journal | A: Ann Poe | T: Gaps | C: Int J Refugee Law | I: 1995"},
      {"Ann Poe, Nationality in International Law (rev 2nd ed., Sijthoff, 1979) p. 162.",
       "book | A: Ann Poe | T: Nationality in International Law | P: Sijthoff | I: 1979"},
      {"Ann Poe, ‘The Decline of the State’, in The Origins of Cards (Harcourt 1973) 267.",
       " | A: Ann Poe | T: The Decline of the State | C: The Origins of Cards | P: Harcourt | "
       "I: 1973"},
      {"R v Secretary of State, ex p Doe [1994] 1 AC 531 (HL).",
       "legal_case | T: R v Secretary of State, ex p Doe | C: AC | I: 1994"},
      {"World Bank and ID4D, ID4D Guide: Version 1.0 (World Bank, October 2019) 20.",
       "book | A: World Bank | A: ID4D | T: ID4D Guide: Version 1.0 | P: World Bank | I: 2019-10"},
      {"SEGIP, «Cédula» (SEGIP, s.f.) <https://a.org>",
       "webpage | A: SEGIP | T: Cédula | C: SEGIP | U: https://a.org"},
      {"Ustawa o dowodach (Dz.U. 2010 Nr 167 poz. 1131).", ""},
      {"Civil Code (promulgated by the Congress, May 28, 2020, effective Jan. 1, 2021), art 5.",
       "legislation | T: Civil Code | I: 2020-05-28"},
      {"Ley General, Diario Oficial de la Federación, 7 de enero de 1974, arts 85–86.",
       "legislation | T: Ley General | I: 1974-01-07"},
      {"Ann Poe, ‘Cards’ (2019) 22:7 Information & Society 916.",
       "article-journal | A: Ann Poe | T: Cards | C: Information & Society | I: 2019"},
      {"Ann Poe, ‘Cards’ (2012) 44(1) Int’l J. Mid. East Stud. 12, 15–16.",
       "article-journal | A: Ann Poe | T: Cards | C: Int’l J. Mid. East Stud. | I: 2012"},
      {"Compact for Safe, Orderly and Regular Migration, UNGA Res 73/195 (19 December 2018).",
       " | T: Compact for Safe, Orderly and Regular Migration | I: 2018-12-19"},
  });
}

TEST(CitationFields, QuotesMayBeginATitleOrBeOfEastAsia) {
  expect_fields({
      {"Rights Watch, “Like Being Born Dead”: Statelessness in Bergland (Rights Watch, 2024).",
       "book | A: Rights Watch | T: “Like Being Born Dead”: Statelessness in Bergland | "
       "P: Rights Watch | I: 2024"},
      {"デジタル庁「番号制度について」(2023年4月1日)<https://a.org>",
       "webpage | T: 番号制度について | I: 2023-04-01 | U: https://a.org"},
      {"张三：《数字身份》（2020年）", " | A: 张三 | T: 数字身份 | I: 2020"},
      {"جمعية، «انعدام الجنسية» (2011) <https://a.org>",
       "webpage | A: جمعية | T: انعدام الجنسية | I: 2011 | U: https://a.org"},
      {"Ann Poe, ‘Mukoku’ [無国籍; The Stateless] (2017) 12 Kenkyu 33.",
       "article-journal | A: Ann Poe | T: Mukoku | C: Kenkyu | I: 2017"},
      {"Doe, J. and Roe, R. (2015) ‘Cards and Codes’, Journal of Things, 12(3), pp. 33–45.",
       "article-journal | A: Doe, J. | A: Roe, R. | T: Cards and Codes | C: Journal of Things | "
       "I: 2015"},
  });
}

TEST(CitationFields, AuthorsAreThoseWhoWrote) {
  expect_fields({
      {"Initiative for Rights, Press Release, ‘Cards’, 8 August 2009.",
       " | A: Initiative for Rights | T: Cards | I: 2009-08-08"},
      {"Ann Poe, Press Release: ‘Cards’ (3 May 2020).", " | A: Ann Poe | T: Cards | I: 2020-05-03"},
      {"UN Committee on the Elimination of Discrimination against Women, ‘Observations’ (2018).",
       "report | A: UN Committee on the Elimination of Discrimination against Women | "
       "T: Observations | I: 2018"},
      {"Wikipedia contributors, ‘Cards’ (Wikipedia, 2 May 2025) <https://a.org>",
       "webpage | A: Wikipedia contributors | T: Cards | C: Wikipedia | I: 2025-05-02 | "
       "U: https://a.org"},
      {"UNHCR and Government of Kenya, ‘Cards’ (UNHCR, 2019).",
       " | A: UNHCR | A: Government of Kenya | T: Cards | C: UNHCR | I: 2019"},
      {"on birth registration, Ann Poe, Orphans (OUP 2018).",
       "book | A: Ann Poe | T: Orphans | P: OUP | I: 2018"},
  });
}

TEST(CitationFields, CasesBeginWithTheirPartiesAndHaveTheDayOfTheJudgment) {
  expect_fields({
      {"Poes v Bergland (Preliminary Objections, Merits, Reparations and Costs) IACtHR Series C No "
       "282 (28 August 2014) [253].",
       "legal_case | T: Poes v Bergland (Preliminary Objections, Merits, Reparations and Costs) | "
       "I: 2014-08-28"},
      {"Poe and Others v Slovenia ECHR 2012-IV 1, paras 339 ff.",
       "legal_case | T: Poe and Others v Slovenia | I: 2012"},
      {"Case C-118/20 JY v Landesregierung ECLI:EU:C:2022:34.",
       "legal_case | T: JY v Landesregierung | I: 2022"},
      {"Joined Cases C-1/20 and C-2/20 P Poe v Roe [2010] ECR I-1449.",
       "legal_case | T: Poe v Roe | C: ECR | I: 2010"},
      {"Communication No 002/09 Poe Children v Kenya (ACERWC, 22 March 2011) para 42.",
       "legal_case | T: Poe Children v Kenya | C: ACERWC | I: 2011-03-22"},
      {"Petition No 56 of 2019 Poe Forum v Attorney General [2020] eKLR.",
       "legal_case | T: Poe Forum v Attorney General | I: 2020"},
      {"Poe v Registrar General CCZ 4/15.", "legal_case | T: Poe v Registrar General"},
      {"ICJ, Nottebohm (Poe v. Roe), Judgment of 6 April 1955, ICJ Reports 1955, p. 4.",
       "legal_case | T: Nottebohm (Poe v. Roe) | C: ICJ | I: 1955-04-06"},
      {"ECtHR, Poe v. Croatia, no. 63311/14, 26 April 2018, § 119.",
       "legal_case | T: Poe v. Croatia | C: ECtHR | I: 2018-04-26"},
      {"Provisions of the Constitution of Costa Rica (Advisory Opinion) OC-4/84, IACtHR Series A "
       "No "
       "4 (19 January 1984).",
       "legal_case | T: Provisions of the Constitution of Costa Rica (Advisory Opinion) | "
       "I: 1984-01-19"},
  });
}

TEST(CitationFields, LawsHaveTheirOwnDayAndEndBeforeRomanArticles) {
  expect_fields({
      {"Decree No 15 of 19 January 1925 on Nationality, as amended by the Law of 11 January 1960.",
       "legislation | T: Decree No 15 of 19 January 1925 on Nationality, as amended by the Law of "
       "11 "
       "January 1960 | I: 1925-01-19"},
      {"Law No 81 of 10 October 2018 on Data (Official Gazette No 45, 18 October 2018) art 87.",
       "legislation | T: Law No 81 of 10 October 2018 on Data | I: 2018-10-10"},
      {"Décret n° 2016-1460 du 28 octobre 2016 autorisant un traitement, art 2.",
       "legislation | T: Décret n° 2016-1460 du 28 octobre 2016 autorisant un traitement | "
       "I: 2016-10-28"},
      {"Gesetz über Ausweise vom 18. Juni 2009, BGBl I 1346, § 18.",
       "legislation | T: Gesetz über Ausweise vom 18. Juni 2009, BGBl I 1346 | I: 2009-06-18"},
      {"Commission Implementing Decision (EU) 2026/179 of 26 January 2026 on Bergland [2026] OJ L "
       "<https://a.org>",
       "legislation | T: Commission Implementing Decision (EU) 2026/179 of 26 January 2026 on "
       "Bergland | I: 2026-01-26 | U: https://a.org"},
      {"Directive 95/46/EC of the Parliament and of the Council of 24 October 1995.",
       "legislation | T: Directive 95/46/EC of the Parliament and of the Council of 24 October "
       "1995 "
       "| I: 1995-10-24"},
      {"Citizenship of Bergland Act [Chapter 4:01] 1984, s 5.",
       "legislation | T: Citizenship of Bergland Act [Chapter 4:01] 1984 | I: 1984"},
      {"Constitution of Bergland, art III, § 2.", "legislation | T: Constitution of Bergland"},
      {"Bergland State Code, tit 12, § 101.", "legislation | T: Bergland State Code"},
  });
}

TEST(CitationFields, WhatCannotBeToldStaysAbsent) {
  for (const char* text : {"", ".", "See discussion above.", "The term ‘foreigner’ is not defined.",
                           "Statistics (births; deaths; moves)", "(no date) Harbour Records.",
                           "Interview with a clerk", "art 5", "‘’", "<>", "()"}) {
    EXPECT_EQ(read_reference(text), Reference{}) << text;
  }
  expect_fields({
      {"Ann Poe, ‘Report’ (31 February 2019).", " | A: Ann Poe | T: Report"},
      {"Ann Poe, ‘Report’ (Site, February 31, 2019).", " | A: Ann Poe | T: Report | C: Site"},
      {"Ann Poe, ‘Report’ (in Korean)", " | A: Ann Poe | T: Report"},
      {"Ann Poe, ‘Report’ (2019–2020)", " | A: Ann Poe | T: Report"},
  });
}

}  // namespace
}  // namespace idsearch::indexer
