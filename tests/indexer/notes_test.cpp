// SPDX-License-Identifier: GPL-2.0-or-later
// To which sources does each note lead? Tables by hand, properties against the oracle.
#include "indexer/notes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/oracle/list_reader.hpp"
#include "tests/oracle/mutations.hpp"
#include "tests/oracle/note_list_generator.hpp"
#include "tests/oracle/notes_oracle.hpp"
#include "tests/repetitions.hpp"

namespace idsearch::indexer {
namespace {

struct Resolved {
  std::vector<Note> notes;
  std::vector<Diagnostic> diagnostics;

  const Note& operator[](std::string_view label) const {
    const auto found = std::find_if(notes.begin(), notes.end(),
                                    [&](const Note& note) { return note.label == label; });
    if (found == notes.end()) throw std::out_of_range("no note " + std::string(label));
    return *found;
  }
};

// Lines are numbered from 1, one a note.
Resolved resolve(const std::vector<oracle::NoteText>& notes, bool numeric_labels = true) {
  std::vector<RawNote> raw;
  for (const auto& note : notes) raw.push_back({note.label, note.text, raw.size() + 1});
  Resolved resolved;
  resolved.notes = resolve_notes(raw, numeric_labels, resolved.diagnostics);
  return resolved;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ",") + text;
  return out;
}

// "resolved 26,24: 24:0 'text' p.7 (resolved 26,24) …", the texts cut to their first word.
std::string formatted(const Note& note) {
  std::string out = std::string(name_of(note.status)) + " " + joined(note.trail) + ":";
  for (const Source& source : note.sources) {
    out += " [" + std::string(name_of(source.status)) + " " + joined(source.trail);
    if (!source.note.empty()) {
      out += " -> " + source.note + ":" + std::to_string(source.part) + " " +
             source.text.substr(0, source.text.find_first_of(" ,"));
    }
    if (source.pinpoint) out += " @ " + *source.pinpoint;
    out += "]";
  }
  return out;
}

std::string formatted(const std::vector<Diagnostic>& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics) out += format_diagnostic("f", d) + "\n";
  return out;
}

oracle::OracleNote as_oracle(const Note& note) {
  oracle::OracleNote out;
  out.label = note.label;
  out.status = name_of(note.status);
  out.trail = note.trail;
  for (const Source& source : note.sources) {
    out.sources.push_back({source.note, static_cast<int>(source.part), source.text, source.pinpoint,
                           std::string(name_of(source.status)), source.trail});
  }
  return out;
}

TEST(Notes, IbidAfterIbidReachesTheFirst) {
  const Resolved r =
      resolve({{"24", "Poe, ‘Privacy’ (2019) 3."}, {"25", "ibid 12"}, {"26", "ibid"}});
  EXPECT_EQ(formatted(r["24"]), "resolved 24: [resolved 24 -> 24:0 Poe]");
  EXPECT_EQ(formatted(r["25"]), "resolved 25,24: [resolved 25,24 -> 24:0 Poe @ 12]");
  EXPECT_EQ(formatted(r["26"]), "resolved 26,25,24: [resolved 26,25,24 -> 24:0 Poe]");
  EXPECT_EQ(r["26"].sources[0].text, "Poe, ‘Privacy’ (2019) 3.");
  EXPECT_EQ(r["26"].sources[0].reference.title, "Privacy");
  EXPECT_TRUE(r.diagnostics.empty());
}

TEST(Notes, IbidTakesAllSourcesOfTheNoteBeforeAndWithinANoteThoseOfThePartBefore) {
  const Resolved r = resolve({{"1", "A One (2001); B Two (2002)."},
                              {"2", "ibid 7"},
                              {"3", "C Three (2003); ibid 9; A (n 1); ibid"}});
  EXPECT_EQ(formatted(r["2"]),
            "resolved 2,1: [resolved 2,1 -> 1:0 A @ 7] [resolved 2,1 -> 1:1 B @ 7]");
  EXPECT_EQ(formatted(r["3"]),
            "resolved 3: [resolved 3 -> 3:0 C] [resolved 3 -> 3:0 C @ 9] [resolved 3,1 -> 1:0 A] "
            "[resolved 3,1 -> 1:0 A]");
}

TEST(Notes, TextHasNoWhiteSpaceOfAnyKindAround) {
  // "3^<vertical tab>Smith" of a note list: no blank that a line is cut at.
  EXPECT_EQ(resolve({{"3", "\vSmith, Cards\f"}})["3"].text, "Smith, Cards");
}

TEST(Notes, OrderIsByNumberNotByPlace) {
  const Resolved r = resolve({{"10", "ibid"}, {"9", "Nine"}, {"2", "Two"}, {"7", "ibid"}});
  EXPECT_EQ(joined(r["10"].trail), "10,9");
  EXPECT_EQ(joined(r["7"].trail), "7,2");
  EXPECT_EQ(r.notes[0].label, "10");
  EXPECT_EQ(r.notes[3].line, 4u);
}

TEST(Notes, WithoutTextLeadNowhere) {
  const Resolved r = resolve({{"1", "One"}, {"2", ""}, {"3", "ibid"}, {"4", "(n 2) 3"}});
  EXPECT_EQ(formatted(r["2"]), "missing 2: [missing 2]");
  EXPECT_EQ(formatted(r["3"]), "no-antecedent 3: [no-antecedent 3]");
  EXPECT_EQ(formatted(r["4"]), "missing 4,2: [missing 4,2]");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:3: error: note 3 is an ibid, but note 2 leads to no source\n"
            "f:4: error: note 4 refers to note 2, which leads to no source\n");
}

// Of two lists in a file that both begin from 1, the second is counted on from 3.
TEST(Notes, OfAFurtherListReferToTheirOwnNumbers) {
  std::vector<RawNote> raw{{"1", "Poe, One (2001)", 1},
                           {"2", "(n 1) 5", 2},
                           {"3", "Doe, Two (2002)", 3, std::nullopt, 2},
                           {"4", "(n 1) 7", 4, std::nullopt, 2},
                           {"5", "(n 9)", 5, std::nullopt, 2}};
  Resolved r;
  r.notes = resolve_notes(raw, true, r.diagnostics);
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:0 Poe @ 5]");
  EXPECT_EQ(formatted(r["4"]), "resolved 4,3: [resolved 4,3 -> 3:0 Doe @ 7]");
  EXPECT_EQ(formatted(r["5"]), "missing 5,11: [missing 5,11]");
}

TEST(Notes, WithoutANumberAreNotGuessed) {
  const Resolved r = resolve({{"1", "Poe, One (2001)"}, {"2", "Poe, op cit 5"}, {"3", "ibid"}});
  EXPECT_EQ(formatted(r["2"]), "no-antecedent 2: [no-antecedent 2]");
  EXPECT_EQ(formatted(r["3"]), "no-antecedent 3: [no-antecedent 3]");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:2: error: note 2 refers to an earlier work (\"Poe, op cit\") without the number of "
            "its note\n"
            "f:3: error: note 3 is an ibid, but note 2 leads to no source\n");
}

TEST(Notes, ThatReferToAnUnresolvedOneSayTheSameInStatusAndDiagnostic) {
  const Resolved r = resolve({{"1", "ibid"}, {"2", "(n 1) 3"}});
  EXPECT_EQ(formatted(r["2"]), "no-antecedent 2,1: [no-antecedent 2,1]");
  EXPECT_EQ(r.diagnostics.at(1).kind, DiagnosticKind::BadNReference);
  EXPECT_EQ(r.diagnostics.at(1).reason, DiagnosticReason::AntecedentUnresolved);
  EXPECT_EQ(r.diagnostics.at(1).severity, Severity::Error);
}

TEST(Notes, OfADoubleTheFirstCounts) {
  const Resolved r =
      resolve({{"1", "One"}, {"2", "Two"}, {"1", "Other"}, {"02", "Again"}, {"3", "ibid"}});
  ASSERT_EQ(r.notes.size(), 3u);
  EXPECT_EQ(r["1"].text, "One");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:3: error: note 1 is given again; its first definition counts\n"
            "f:4: error: note 02 is given again; its first definition counts\n");
}

TEST(Notes, NamesSelectOneSourceOrConfirmTheNumber) {
  const Resolved r = resolve({{"1", "Ann Poe, ‘Cards’ (2001); Bo Roe, ‘Lists’ (2002)."},
                              {"2", "Roe (n 1) 5."},
                              {"3", "(n 1)"},
                              {"4", "Lee (n 1)"},
                              {"5", "‘Cards’ (n 2)"},
                              {"6", "ibid"}});
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:1 Bo @ 5]");
  EXPECT_EQ(formatted(r["3"]), "resolved 3,1: [resolved 3,1 -> 1:0 Ann] [resolved 3,1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r["4"]),
            "name-mismatch 4,1: [name-mismatch 4,1 -> 1:0 Ann] [name-mismatch 4,1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r["5"]), "name-mismatch 5,2,1: [name-mismatch 5,2,1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r["6"]), "resolved 6,5,2,1: [resolved 6,5,2,1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:4: info: note 4 refers to note 1, where \"Lee\" does not occur\n"
            "f:5: info: note 5 refers to note 2, where \"‘Cards’\" does not occur\n");
}

TEST(Notes, ANameOfSeveralNotesIsThatOfEach) {
  const Resolved r = resolve({{"1", "Ann Poe, ‘Cards’ (2001); Bo Roe, ‘Lists’ (2002)."},
                              {"2", "Bo Roe, ‘Fees’ (2003)."},
                              {"3", "Roe (nn 1 and 2) 5"},
                              {"4", "Lee (nn 1, 2)"},
                              {"5", "Poe and Roe (nn 1 and 2)"},
                              {"6", "See nn 1–2 above."}});
  EXPECT_EQ(formatted(r["3"]),
            "resolved 3,1: [resolved 3,1 -> 1:1 Bo] [resolved 3,2 -> 2:0 Bo @ 5]");
  EXPECT_EQ(r["4"].status, NoteStatus::NameMismatch);
  EXPECT_EQ(
      formatted(r["5"]),
      "resolved 5,1: [resolved 5,1 -> 1:0 Ann] [resolved 5,1 -> 1:1 Bo] [resolved 5,2 -> 2:0 Bo]");
  EXPECT_EQ(r["6"].status, NoteStatus::Resolved);
}

TEST(Notes, NamesMayNameSeveralSourcesAndStandBehindWords) {
  const Resolved r =
      resolve({{"1", "Ann Poe, ‘Cards’ (2001); Bo Roe, ‘Lists’ (2002); Cy Loe (2003)."},
               {"2", "Poe and Roe (n 1)."},
               {"3", "As noted by Loe (n 1) 7."},
               {"4", "For details, see Roe (n 1)"},
               {"5", "Poe and Lee (n 1)"},
               {"6", "Lee, as noted by Loe (n 1)"}});
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:0 Ann] [resolved 2,1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r["3"]), "resolved 3,1: [resolved 3,1 -> 1:2 Cy @ 7]");
  EXPECT_EQ(formatted(r["4"]), "resolved 4,1: [resolved 4,1 -> 1:1 Bo]");
  EXPECT_EQ(r["5"].status, NoteStatus::NameMismatch);
  EXPECT_EQ(r["6"].status, NoteStatus::Resolved);
}

TEST(Notes, SourcesMayBePartedBySemicolonsOfOtherScripts) {
  const Resolved r = resolve({{"1", "Ann Poe, ‘Cards’ (2001)؛ Bo Roe, ‘Lists’ (2002)."},
                              {"2", "国籍法 (1950)；Poe (n 1) 7；ibid 9"}});
  EXPECT_EQ(formatted(r["1"]), "resolved 1: [resolved 1 -> 1:0 Ann] [resolved 1 -> 1:1 Bo]");
  EXPECT_EQ(formatted(r["2"]),
            "resolved 2: [resolved 2 -> 2:0 国籍法] [resolved 2,1 -> 1:0 Ann @ 7] [resolved 2,1 -> "
            "1:0 Ann @ 9]");
}

TEST(Notes, AShortTitleMayLeaveOutWordsOfTheTitle) {
  struct Row {
    const char* source;
    const char* name;
    bool confirmed;
  };
  const Row rows[] = {
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "Citizenship Act", true},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "Under the Citizenship Act", true},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "See also Citizenship Act 2011", true},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "the 2011 Act", true},
      {"Kenya Citizenship and Immigration Act 2011, s 6.",
       "The right is in section 6(2) of the Citizenship Act", true},
      {"Kenya Citizenship and Immigration Act 2011, s 6.",
       "The right is in section 6(2) of the Nationality Act", false},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "Immigration and Kenya Act", false},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "Citizenship Act 2010", false},
      {"Kenya Citizenship and Immigration Act 2011, s 6.", "Nationality Act", false},
      {"Law No 133 of 8 July 2011 on Personal Data.", "Law 133 on Data", true},
      {"Law No 133 of 8 July 2011 on Personal Data.", "Law 2011", true},
      {"Organic Law on Personal Data No 133 of 2011.", "Law 133", true},
      {"Organic Law on Personal Data No 12 of 8 July 2011.", "Law 12", true},
      {"Organic Law on Personal Data No 12 of 8 July 2011.", "Law 8", false},
      {"Loi organique n° 99-12 portant code électoral.", "Loi 99-12", true},
      {"Loi organique n° 99-12 portant code électoral.", "Loi 99-13", false},
      {"Loi organique n° 99-12 portant code électoral.", "Loi 12", false},
      {"Loi organique n° 2019-14 portant code électoral.", "Loi 2019-15", false},
      {"Poe Roe Poe v United State of Bergland App no 5/09 (ECtHR, 11 May 2011).", "Poe v Bergland",
       true},
      {"Poe Roe Poe v United State of Bergland App no 5/09 (ECtHR, 11 May 2011).", "Bergland v Poe",
       false},
      // The 8 is a day, and no law has it for its number.
      {"Law No 133 of 8 July 2011 on Personal Data.", "Law 8", false},
      {"Law No 133 of 8 July 2011 on Personal Data.", "Law 134 on Data", false},
      {"Ann Poe, ‘Identity Cards in the North’ (Site 2012).", "Poe, ‘Identity in the North’", true},
      {"Ann Poe, ‘Identity Cards in the North’ (Site 2012).", "‘Identity in the South’", false},
      // Words of two names make no third.
      {"Jane Doe and John Smith, ‘Papers’ (Site 2012).", "Jane Smith", false},
      {"日本国籍取得法 (1950).", "日本国籍法", false},
      {"القانون رقم 143 لسنة 1994 في شأن الأحوال المدنية.", "قانون الأحوال المدنية", true},
      {"القانون رقم 143 لسنة 1994 في شأن الأحوال المدنية.", "قانون الجنسية", false},
  };
  for (const Row& row : rows) {
    const Resolved r = resolve({{"1", row.source}, {"2", std::string(row.name) + " (n 1)."}});
    EXPECT_EQ(r["2"].status, row.confirmed ? NoteStatus::Resolved : NoteStatus::NameMismatch)
        << row.name << " in " << row.source;
  }
  // What stands there word for word goes before it.
  const Resolved r = resolve({{"1", "Citizenship (Amendment) Act 1980; Citizenship Act 1963."},
                              {"2", "Citizenship Act (n 1)."}});
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:1 Citizenship]");
}

TEST(Notes, AnAcronymOfInitialsConfirmsTitleAndAuthor) {
  struct Row {
    const char* source;
    const char* name;
    bool confirmed;
  };
  const char* const udhr =
      "Universal Declaration of Human Rights (adopted 10 December 1948) UNGA Res 217 A(III).";
  const char* const iccpr =
      "International Covenant on Civil and Political Rights (adopted 16 December 1966) 999 UNTS "
      "171.";
  const char* const crc =
      "Convention on the Rights of the Child (adopted 20 November 1989) 1577 UNTS 3.";
  const char* const unhcr =
      "United Nations High Commissioner for Refugees, ‘Handbook on Cards’ (2014) <https://a.org>.";
  const char* const act = "Kenya Citizenship and Immigration Act 2011, s 6.";
  const Row rows[] = {
      {udhr, "UDHR", true},
      {udhr, "the UDHR", true},
      {udhr, "See UDHR", true},
      {udhr, "U.D.H.R.", true},
      {udhr, "UDHR, art 15", true},
      {udhr, "UDHR 1948", true},
      {udhr, "UDHR 1949", false},
      {udhr, "Udhr", false},
      {udhr, "UDHRC", false},
      {udhr, "UHR", false},
      {iccpr, "ICCPR", true},
      {iccpr, "ICESCR", false},
      {iccpr, "CCPR", false},
      {crc, "CRC", true},
      {crc, "CRPD", false},
      {crc, "CEDAW", false},
      {act, "KCIA", true},
      {act, "KCAIA", true},
      {act, "KCIA 2011", true},
      {act, "KCIA 2012", false},
      {act, "CIA", false},
      {act, "KCI", false},
      {"Kenya Citizenship and Immigration Act, No 12 of 2011.", "KCIA", true},
      {"Data Protection Act (Cap 411) (Kenya), s 25.", "DPA", true},
      {"Nationality and Borders Act 2022 (UK).", "NABA", true},
      {"International Covenant on Economic, Social and Cultural Rights (1966).", "ICESCR", true},
      {"Convention on the Elimination of All Forms of Discrimination against Women (1979).",
       "CEDAW", true},
      {"1954 Convention relating to the Status of Stateless Persons.", "CSSP", true},
      {"Personal Data (Privacy) Ordinance (Cap 486).", "PDPO", true},
      {unhcr, "UNHCR", true},
      {unhcr, "UNHCR’s", true},
      {unhcr, "UNHCR, ‘Handbook on Cards’", true},
      {unhcr, "UNHCR, ‘Handbook on Lists’", false},
      {unhcr, "UNICEF", false},
      {"UN High Commissioner for Refugees, ‘Cards’ (2014).", "UNHCR", true},
      {"Organisation for Economic Co-operation and Development, ‘Cards’ (2014).", "OECD", true},
      {"Department of Economic and Social Affairs, Population Division, ‘Cards’ (2014).", "DESA",
       true},
      {"Ministry of Interior, ‘Cards’ (2014).", "MoI", true},
      {"Ministry of Interior, ‘Cards’ (2014).", "MOI", true},
      {"Ministry of Interior, ‘Cards’ (2014).", "MaI", false},
      {"United Nations Convention on the Rights of the Child (1989).", "CRC", true},
      {"United Nations Convention on the Rights of the Child (1989).", "UNCRC", true},
      {"Office of the United Nations High Commissioner for Human Rights, ‘Cards’ (2014).", "OHCHR",
       true},
      {"Committee on the Elimination of Discrimination against Women, ‘Views’ (2015).",
       "CEDAW Committee", true},
      {unhcr, "UNHCR Handbook", true},
      {"Human Rights Watch and Bergland Initiative for Rights, ‘Cards’ (2007).", "HRW and BIR",
       true},
      {"Human Rights Watch and Bergland Initiative for Rights, ‘Cards’ (2007).", "BR", false},
      {unhcr, "UNHCR Report", false},
      {"Undang-Undang Nomor 24 Tahun 2013 tentang Cards.", "UU No. 24 Tahun 2013", true},
      {"Undang-Undang Nomor 24 Tahun 2013 tentang Cards.", "UU No. 23 Tahun 2013", false},
      {"Déclaration universelle des droits de l’homme (1948).", "DUDH", true},
      {"Федеральная миграционная служба, «Карты» (2014).", "ФМС", true},
      // What the note itself gives as the short form.
      {"Registration of Persons Act 1950 (‘the Act’).", "The Act", true},
      {"Registration of Persons Act 1950 (hereinafter “RP Act”).", "RP Act", true},
      {"Universal Declaration of Human Rights (UDHR).", "UDHR", true},
      {"Jane Doe, ‘Cards’ (2014).", "Act", false},
  };
  for (const Row& row : rows) {
    const Resolved r = resolve({{"1", row.source}, {"2", std::string(row.name) + " (n 1)."}});
    EXPECT_EQ(r["2"].status, row.confirmed ? NoteStatus::Resolved : NoteStatus::NameMismatch)
        << row.name << " in " << row.source;
  }
  // It chooses between sources; what has it as written goes before.
  const Resolved r = resolve({{"1", std::string(iccpr) + "; " + udhr},
                              {"2", "UDHR (n 1) art 15."},
                              {"3", "Poe, ‘The UDHR’ (2001); " + std::string(udhr)},
                              {"4", "UDHR (n 3)."}});
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:1 Universal @ art 15]");
  EXPECT_EQ(formatted(r["4"]), "resolved 4,3: [resolved 4,3 -> 3:0 Poe]");
}

TEST(Notes, WhatASourceCitesIsASourceWithAWayAndPinpointOfItsOwn) {
  const Resolved r = resolve({{"1", "Jane Doe, ‘Papers’ (2012)"},
                              {"2", "Ann Roe, ‘Cards’ (2019)"},
                              {"3", "ibid 9 (citing Doe (n 1) 4)"},
                              {"4", "Doe (n 1) 5, citing Act of 1950, s 3"},
                              {"5", "Act of 1950 (n 4) s 4"},
                              {"6", "cf Doe (n 1) with the view of Roe (n 2)"}});
  EXPECT_EQ(formatted(r["3"]),
            "resolved 3,2: [resolved 3,2 -> 2:0 Ann @ 9] [resolved 3,1 -> 1:0 Jane @ 4]");
  EXPECT_EQ(formatted(r["4"]),
            "resolved 4,1: [resolved 4,1 -> 1:0 Jane @ 5] [resolved 4 -> 4:0 Act]");
  EXPECT_EQ(r["4"].sources[1].text, "Act of 1950, s 3");
  EXPECT_EQ(r["4"].sources[1].reference.title, "Act of 1950");
  EXPECT_EQ(r["4"].text, "Doe (n 1) 5, citing Act of 1950, s 3");
  EXPECT_EQ(formatted(r["5"]), "resolved 5,4: [resolved 5,4 -> 4:0 Act @ s 4]");
  EXPECT_EQ(formatted(r["6"]),
            "resolved 6,1: [resolved 6,1 -> 1:0 Jane] [resolved 6,2 -> 2:0 Ann]");
  EXPECT_TRUE(r.diagnostics.empty()) << formatted(r.diagnostics);
}

TEST(Notes, AreReadAsLawyersReadThem) {
  struct Row {
    const char* text;
    const char* sources;  // note:part, first word, pinpoint
  };
  const Row rows[] = {
      {"Ibid., p. 7", "resolved: [4:0 Poe @ p. 7]"},
      {"id. at 9", "resolved: [4:0 Poe @ 9]"},
      {"ibid s 3 and Doe (n 1)", "resolved: [4:0 Poe @ s 3] [1:0 Jane]"},
      {"Ibid, at p 34, and Roe, supra note 2, at 12.", "resolved: [4:0 Poe @ p 34] [2:0 Ann @ 12]"},
      {"Doe (n 1) and Roe (n 2) 12", "resolved: [1:0 Jane] [2:0 Ann @ 12]"},
      {"Doe (n 1) 7; ibid 9; but see Roe (n 2) 3; see, however, ibid 5.",
       "resolved: [1:0 Jane @ 7] [1:0 Jane @ 9] [2:0 Ann @ 3] [2:0 Ann @ 5]"},
      {"Doe (n 1) vol 2, 34; vol 3, 12.",
       "resolved: [1:0 Jane @ vol 2, 34] [1:0 Jane @ vol 3, 12]"},
      {"Nationality Act (n 3) s 4(1)(a), (b) and (d).",
       "resolved: [3:0 Nationality @ s 4(1)(a), (b) and (d)]"},
      {"Nationality Act 1963, s 4 (n 3)", "resolved: [3:0 Nationality @ s 4]"},
      {"Jane Doe II (n 1).", "name-mismatch: [1:0 Jane]"},  // part of the name, no place
      {"Citizenship Act (n 3), Sch 1, para 2(b) (as amended).",
       "resolved: [3:1 Citizenship @ Sch 1, para 2(b)]"},
      {"Contrast Doe (n 1) 7 and Poe v Lee (n 4) [12] (Lord Bingham)",
       "resolved: [1:0 Jane @ 7] [4:0 Poe @ [12]]"},
      {"Compare ibid 7 with Roe (n 2) 9", "resolved: [4:0 Poe @ 7] [2:0 Ann @ 9]"},
      {"cf Doe (n 1) with Roe (n 2)", "resolved: [1:0 Jane] [2:0 Ann]"},
      {"Poe v Lee (n 4) 12 (Lord Hoffmann), citing with approval Doe (n 1) 34",
       "resolved: [4:0 Poe @ 12] [1:0 Jane @ 34]"},
      {"Doe (n 1) 12 (discussing Roe (n 2) 3–4; Poe v Lee (n 4) [5]).",
       "resolved: [1:0 Jane @ 12] [2:0 Ann @ 3–4] [4:0 Poe @ [5]]"},
      {"ICCPR, art 24(2), cited in Roe (n 2) 8.", "resolved: [5:0 ICCPR] [2:0 Ann @ 8]"},
      {"Act of 1963, quoted ibid 7.", "resolved: [5:0 Act] [4:0 Poe @ 7]"},
      {"For a fuller account see Doe (n 1) ch 2, especially at 34–36; and, on cards, Roe (n 2).",
       "resolved: [1:0 Jane @ ch 2, especially at 34–36] [2:0 Ann]"},
      {"As Roe has shown (n 2) the cards fail.", "resolved: [2:0 Ann]"},
      {"Roe’s article (n 2) is in point.", "resolved: [2:0 Ann]"},
      {"Doe (2012) (n 1) 7", "resolved: [1:0 Jane @ 7]"},
      {"Doe, ‘Papers’ (n 1) 7: ‘every child shall be registered’.", "resolved: [1:0 Jane @ 7]"},
      {"The Act was amended in 2005: see Citizenship Act (n 3) s 2.",
       "resolved: [3:1 Citizenship @ s 2]"},
      {"Doe and Roe (nn 1 and 2).", "resolved: [1:0 Jane] [2:0 Ann]"},
      {"Doe, cited above (n 1), § 12.", "resolved: [1:0 Jane @ § 12]"},
      {"See Doe (n 1) 7 and the discussion at n 2 above.", "resolved: [1:0 Jane @ 7] [2:0 Ann]"},
      {"Roe, n 2, 5", "resolved: [2:0 Ann @ 5]"},
      {"Max Moe, ‘Cities’ in Jane Doe (ed) (n 1) 88.", "resolved: [5:0 Max] [1:0 Jane @ 88]"},
      {"See nn 1–2 and accompanying text.", "resolved: [1:0 Jane] [2:0 Ann]"},
      {"Roe (Cards, n 2) 5", "resolved: [2:0 Ann @ 5]"},
      {"Supra note 1 at 7; infra note 2.", "resolved: [1:0 Jane @ 7] [2:0 Ann]"},
      {"Roe (n 2) (last accessed 3 May 2021).", "resolved: [2:0 Ann]"},
      {"See Doe (n 1) at 00:12:30.", "resolved: [1:0 Jane @ 00:12:30]"},
      {"Doe (n 1), 12 et seq.; Roe (n 2), 4 ff.",
       "resolved: [1:0 Jane @ 12 et seq] [2:0 Ann @ 4 ff]"},
      {"Max Moe, ‘Papers’ (2021) 4 JL 5. Doe (n 1) 7 agrees.",
       "resolved: [5:0 Max] [1:0 Jane @ 7]"},
      {"Max Moe, ‘Papers’ (2021) 4 JL 5 (but see Doe (n 1) 8 for the contrary).",
       "resolved: [5:0 Max] [1:0 Jane @ 8]"},
      {"Max Moe, ‘Papers’ (2021) 4 JL 5 — see also Doe (n 1) 8.",
       "resolved: [5:0 Max] [1:0 Jane @ 8]"},
      {"Cards Act 1971 (Ghana), s 5. Doe (n 1) 8.", "resolved: [5:0 Cards] [1:0 Jane @ 8]"},
      {"Constitution of Iraq 2005, art 18(3)(a). For criticism see Doe (n 1) 4.",
       "resolved: [5:0 Constitution] [1:0 Jane @ 4]"},
      {"Doe (n 1) 8 and Cards Act 2006, s 5.", "resolved: [1:0 Jane @ 8] [5:0 Cards]"},
      {"Doe (n 1) 8, and see Cards Act 2006 (Malta), s 5.", "resolved: [1:0 Jane @ 8] [5:0 Cards]"},
      {"ibid 9. Max Moe, Cards (Intersentia 2008) 45.", "resolved: [4:0 Poe @ 9] [5:0 Max]"},
      {"ibid. Max Moe, ‘Papers’ (2021) 4 JL 5.", "resolved: [4:0 Poe] [5:0 Max]"},
      {"ibid. The Cards Act was amended in 2006.", "resolved: [4:0 Poe]"},
      {"ibid, citing Law No 5 of 2009, art 3.", "resolved: [4:0 Poe] [5:0 Law]"},
      {"Doe, op cit, 7", "no-antecedent: [no-antecedent]"},
      {"loc cit", "no-antecedent: [no-antecedent]"},
      {"Doe (op. cit., p. 7); Roe (n 2).", "no-antecedent: [no-antecedent] [2:0 Ann]"},
      {"ibid; Doe (n 9) 7; Roe (n 5).", "self: [4:0 Poe] [missing] [self]"},
  };
  for (const Row& row : rows) {
    const Resolved r =
        resolve({{"1", "Jane Doe, ‘Papers’ (OUP 2012)"},
                 {"2", "Ann Roe, ‘Cards’ (Site 2019) <https://b.org> accessed 1 May 2020"},
                 {"3", "Nationality Act 1963; Citizenship Act 1998"},
                 {"4", "Poe v Lee [1990] 1 AC 1"},
                 {"5", row.text}});
    std::string sources = std::string(name_of(r["5"].status)) + ":";
    for (const Source& source : r["5"].sources) {
      sources += " [";
      if (source.note.empty()) sources += name_of(source.status);
      if (!source.note.empty()) {
        sources += source.note + ":" + std::to_string(source.part) + " " +
                   source.text.substr(0, source.text.find_first_of(" ,"));
      }
      if (source.pinpoint) sources += " @ " + *source.pinpoint;
      sources += "]";
    }
    EXPECT_EQ(sources, row.sources) << row.text;
    EXPECT_EQ(r["5"].text, row.text);
  }
}

TEST(Notes, TroubleIsSaidInTheNoteInWhichItStands) {
  const Resolved r = resolve({{"1", "ibid"},
                              {"2", "Poe (n 99)"},
                              {"3", "Poe (n 3)"},
                              {"4", "Poe (n 8)"},
                              {"5", "Poe (n 6)"},
                              {"6", "Poe (n 5)"},
                              {"7", "ibid"},
                              {"8", "Ann Roe, ‘Title’ (2001)"},
                              {"9", "Poe (n 2)"},
                              {"10", "Roe (n 8); Poe (n 99); ibid"}});
  EXPECT_EQ(formatted(r["1"]), "no-antecedent 1: [no-antecedent 1]");
  EXPECT_EQ(formatted(r["2"]), "missing 2,99: [missing 2,99]");
  EXPECT_EQ(formatted(r["3"]), "self 3,3: [self 3,3]");
  EXPECT_EQ(formatted(r["4"]), "forward 4,8: [forward 4,8 -> 8:0 Ann]");
  EXPECT_EQ(formatted(r["5"]), "cycle 5,6,5: [cycle 5,6,5]");
  EXPECT_EQ(formatted(r["6"]), "cycle 6,5,6: [cycle 6,5,6]");
  EXPECT_EQ(formatted(r["7"]), "no-antecedent 7: [no-antecedent 7]");
  EXPECT_EQ(formatted(r["9"]), "missing 9,2,99: [missing 9,2,99]");
  EXPECT_EQ(formatted(r["10"]),
            "missing 10,8: [resolved 10,8 -> 8:0 Ann] [missing 10,99] [no-antecedent 10]");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:1: error: note 1 is an ibid, but there is no note before it\n"
            "f:2: error: note 2 refers to note 99, which is not given\n"
            "f:3: error: note 3 refers to itself\n"
            "f:4: warning: note 4 refers to note 8, which comes later\n"
            "f:4: info: note 4 refers to note 8, where \"Poe\" does not occur\n"
            "f:5: error: note 5 refers to note 6, and the references go round in a circle\n"
            "f:6: error: note 6 refers to note 5, and the references go round in a circle\n"
            "f:7: error: note 7 is an ibid, but note 6 leads to no source\n"
            "f:9: error: note 9 refers to note 2, which leads to no source\n"
            "f:10: error: note 10 refers to note 99, which is not given\n"
            "f:10: error: note 10 has an ibid behind a part that leads to no source\n");
  EXPECT_EQ(r.diagnostics[0].reason, DiagnosticReason::NoPreviousNote);
  EXPECT_EQ(r.diagnostics[7].kind, DiagnosticKind::IbidWithoutAntecedent);
  EXPECT_EQ(r.diagnostics[7].reason, DiagnosticReason::AntecedentUnresolved);
  EXPECT_EQ(r.diagnostics[8].kind, DiagnosticKind::BadNReference);
  EXPECT_EQ(r.diagnostics[8].reason, DiagnosticReason::Missing);
  EXPECT_EQ(r.diagnostics[8].label, "9");
}

TEST(Notes, OfAPartlyResolvedNoteTheResolvedSourcesAreTaken) {
  const Resolved r = resolve({{"1", "Poe, ‘A’ (2001); Roe (n 99)"}, {"2", "ibid"}, {"3", "(n 1)"}});
  EXPECT_EQ(formatted(r["2"]), "no-antecedent 2,1: [resolved 2,1 -> 1:0 Poe] [no-antecedent 2]");
  EXPECT_EQ(formatted(r["3"]), "resolved 3,1: [resolved 3,1 -> 1:0 Poe]");
}

TEST(Notes, ACircleThroughAnIbidIsFound) {
  const Resolved r = resolve({{"3", "Poe (n 5)"}, {"4", "ibid"}, {"5", "ibid"}, {"6", "(n 4)"}});
  EXPECT_EQ(formatted(r["3"]), "cycle 3,5,4,3: [cycle 3,5,4,3]");
  EXPECT_EQ(formatted(r["4"]), "no-antecedent 4: [no-antecedent 4]");
  EXPECT_EQ(formatted(r["5"]), "no-antecedent 5: [no-antecedent 5]");
  EXPECT_EQ(formatted(r["6"]), "no-antecedent 6,4: [no-antecedent 6,4]");
}

TEST(Notes, InACircleWhatIsGivenInFullIsStillFound) {
  const Resolved r =
      resolve({{"3", "Poe, ‘A’ (2001); Roe (n 5)"}, {"5", "Roe, ‘B’ (2002); Poe (n 3)"}});
  EXPECT_EQ(formatted(r["3"]), "forward 3: [resolved 3 -> 3:0 Poe] [forward 3,5 -> 5:0 Roe]");
  EXPECT_EQ(formatted(r["5"]), "resolved 5: [resolved 5 -> 5:0 Roe] [resolved 5,3 -> 3:0 Poe]");
}

TEST(Notes, NamedLabelsGoByOrderOfDefinition) {
  const Resolved r = resolve(
      {{"pipa", "Poe, ‘A’ (2001)"}, {"b", "ibid 3"}, {"9", "Poe (n 1)"}, {"c", "(n 9)"}}, false);
  EXPECT_EQ(joined(r["b"].trail), "b,pipa");
  EXPECT_EQ(joined(r["9"].trail), "9,pipa");
  EXPECT_EQ(formatted(r["c"]), "missing c,9: [missing c,9]");
}

TEST(Notes, AParagraphOfANoteThatIsASourceIsAPartOfItsOwn) {
  const Resolved r = resolve({{"1", "Poe, ‘A’ (2001)"},
                              {"2", "Lee, ‘B’ (2002) <https://b.org>\nPoe (n 1) 4"},
                              {"3", "ibid 7\nThe Act was later repealed."},
                              {"4", "Lee (n 2)\n“a quotation; and more”"}});
  EXPECT_EQ(r["2"].sources.size(), 2U);
  EXPECT_EQ(r["2"].sources[0].text, "Lee, ‘B’ (2002) <https://b.org>");
  EXPECT_EQ(r["2"].sources[1].note, "1");
  EXPECT_EQ(r["2"].text, "Lee, ‘B’ (2002) <https://b.org> Poe (n 1) 4") << "one line";
  EXPECT_EQ(r["3"].sources.size(), 2U) << "of note 2, and no remark";
  EXPECT_EQ(r["3"].sources[0].pinpoint, "7");
}

TEST(Notes, RomanLabelsAreNamedByTheirLettersOrByOrder) {
  const Resolved r = resolve(
      {{"i", "Poe, ‘A’ (2001)"}, {"ii", "Lee, ‘B’ (2002)"}, {"iii", "Lee (n ii) 4; Poe (n 1)"}},
      false);
  EXPECT_EQ(joined(r["iii"].trail), "iii,ii");
  EXPECT_EQ(r["iii"].sources[1].note, "i");
  EXPECT_EQ(formatted(resolve({{"1", "Poe, ‘A’ (2001)"}, {"2", "Poe (n i)"}})["2"]),
            "missing 2,i: [missing 2,i]")
      << "no guess where labels are numbers";
}

TEST(Notes, BesideNumbersOtherLabelsAreARowOfTheirOwn) {
  const Resolved r = resolve({{"s1", "ibid"},
                              {"1", "Poe, ‘A’ (2001)"},
                              {"s2", "Lee, ‘C’ (2003)"},
                              {"2", "ibid 3"},
                              {"5", "Roe, ‘B’ (2002)"},
                              {"s3", "ibid 7"},
                              {"6", "Roe (n 5)"}});
  EXPECT_EQ(formatted(r["2"]), "resolved 2,1: [resolved 2,1 -> 1:0 Poe @ 3]");
  EXPECT_EQ(formatted(r["6"]), "resolved 6,5: [resolved 6,5 -> 5:0 Roe]");
  EXPECT_EQ(formatted(r["s3"]), "resolved s3,s2: [resolved s3,s2 -> s2:0 Lee @ 7]");
  EXPECT_EQ(formatted(r["s1"]), "no-antecedent s1: [no-antecedent s1]");
  EXPECT_EQ(formatted(r.diagnostics),
            "f:1: error: note s1 is an ibid, but there is no note before it\n");
}

TEST(Notes, WithoutALabelAreNotCountedAmongDefinitions) {
  const std::vector<RawNote> raw = {{"inline-1", "Lee, ‘C’ (2003)", 1, ""},
                                    {"pipa", "Poe, ‘A’ (2001)", 8},
                                    {"b", "Poe (n 1) 5", 9}};
  Resolved r;
  r.notes = resolve_notes(raw, false, r.diagnostics);
  EXPECT_EQ(formatted(r["b"]), "resolved b,pipa: [resolved b,pipa -> pipa:0 Poe @ 5]");
}

TEST(Notes, WithoutALabelAnIbidMeansTheNoteCitedBeforeInTheText) {
  const std::vector<RawNote> raw = {{"3", "ibid 4", 1, ""},
                                    {"4", "ibid 5", 2, "1"},
                                    {"1", "Poe, ‘A’ (2001)", 8},
                                    {"2", "Roe, ‘B’ (2002)", 9}};
  for (const bool numeric : {true, false}) {
    Resolved r;
    r.notes = resolve_notes(raw, numeric, r.diagnostics);
    EXPECT_EQ(formatted(r["4"]), "resolved 4,1: [resolved 4,1 -> 1:0 Poe @ 5]");
    EXPECT_EQ(formatted(r["3"]), "no-antecedent 3: [no-antecedent 3]");
  }
}

TEST(Notes, EveryNoteHasASource) {
  const Resolved r = resolve({{"1", ""}, {"2", "ibid"}, {"3", ";"}});
  for (const Note& note : r.notes) EXPECT_FALSE(note.sources.empty()) << note.label;
}

TEST(Notes, LongChainsKeepTheirWholeTrailUpToAThousandLabels) {
  std::vector<oracle::NoteText> notes = {{"1", "Poe, ‘A’ (2001)"}};
  for (int i = 2; i <= 999; ++i) notes.push_back({std::to_string(i), "ibid"});
  const Resolved r = resolve(notes);
  ASSERT_EQ(r["999"].trail.size(), 999u);
  EXPECT_EQ(r["999"].trail[0], "999");
  EXPECT_EQ(r["999"].trail[998], "1");
  EXPECT_EQ(r["999"].sources[0].text, "Poe, ‘A’ (2001)");
}

TEST(Notes, AHundredThousandIbidsLeadToTheFirstWithTheMiddleOfTheTrailLeftOut) {
  std::vector<oracle::NoteText> notes = {{"1", "Poe, ‘A’ (2001)"}};
  for (int i = 2; i <= 100'000; ++i) notes.push_back({std::to_string(i), "ibid"});
  const Resolved r = resolve(notes);
  const Note& last = r.notes.back();
  EXPECT_EQ(last.status, NoteStatus::Resolved);
  EXPECT_EQ(last.sources[0].note, "1");
  // 4,000,000 labels shared by 100,000 notes and as many sources.
  ASSERT_EQ(last.trail.size(), 21u);
  EXPECT_EQ(joined(last.trail),
            "100000,99999,99998,99997,99996,99995,99994,99993,99992,99991,…,10,9,8,7,6,5,4,3,2,1");
  EXPECT_EQ(joined(r.notes[19].trail), "20,19,18,17,16,15,14,13,12,11,10,9,8,7,6,5,4,3,2,1");
}

TEST(Notes, ListsThatGrowWithoutBoundsAreCutAndSaySo) {
  std::vector<oracle::NoteText> notes = {{"1", "Poe, ‘A’ (2001)"}};
  for (int i = 2; i <= 40; ++i) notes.push_back({std::to_string(i), "ibid; ibid; ibid"});
  const Resolved r = resolve(notes);
  EXPECT_LT(r["40"].sources.size(), 2600u);
  const auto said =
      std::find_if(r.diagnostics.begin(), r.diagnostics.end(), [](const Diagnostic& d) {
        return d.message == "note 40 leads to too many sources; the rest are left out";
      });
  EXPECT_NE(said, r.diagnostics.end());
}

TEST(Notes, GreatAndTangledCirclesEnd) {
  const int size = repetitions(20'000, 4000);
  std::vector<oracle::NoteText> ring = {{"1", "(n " + std::to_string(size) + ")"}};
  for (int i = 2; i <= size; ++i) ring.push_back({std::to_string(i), "ibid"});
  EXPECT_EQ(resolve(ring)["1"].status, NoteStatus::Cycle);

  const int knots = repetitions(30, 15);
  std::vector<oracle::NoteText> tangle;
  for (int i = 1; i <= knots; ++i) {
    std::string text = "Work " + std::to_string(i) + " (2001)";
    for (int j = 1; j <= knots; ++j) text += "; (n " + std::to_string(j) + ")";
    tangle.push_back({std::to_string(i), text});
  }
  const Resolved r = resolve(tangle);
  for (const Note& note : r.notes) EXPECT_EQ(note.sources[0].note, note.label);
}

// ---- The oracle, written from the specification by itself, agrees.

void expect_oracle_agrees(const std::vector<oracle::NoteText>& notes, const std::string& what) {
  const Resolved ours = resolve(notes);
  const std::vector<oracle::OracleNote> theirs = oracle::resolve_notes(notes);
  ASSERT_EQ(ours.notes.size(), theirs.size()) << what;
  for (const Note& note : ours.notes) {
    const oracle::OracleNote* other = oracle::find_note(theirs, note.label);
    ASSERT_NE(other, nullptr) << what << ": note " << note.label;
    if (other->undecided) continue;
    ASSERT_EQ(oracle::describe(as_oracle(note)), oracle::describe(*other))
        << what << ": " << note.text;
  }
}

// Lists to generate, each with about nine mutations. The oracle is slow on purpose, and many
// times slower under the sanitizers.
constexpr std::uint32_t kSeeds = repetitions(250u, 25u);

TEST(NotesOracle, AgreesOnGeneratedAndMutatedLists) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    oracle::NoteListOptions options;
    options.notes = 3 + static_cast<int>(seed % 60);
    const auto notes = oracle::generate_notes(seed, options);
    const std::string what = "seed " + std::to_string(seed);
    expect_oracle_agrees(notes, what);
    for (const oracle::Mutation& mutation : oracle::random_mutations(notes, seed)) {
      expect_oracle_agrees(mutation.notes, what + ", " + mutation.description);
      if (HasFatalFailure()) return;
    }
  }
}

TEST(NotesOracle, MutationsThatKeepTheMeaningKeepTheSources) {
  for (std::uint32_t seed = 0; seed < kSeeds / 2; ++seed) {
    const auto notes = oracle::generate_notes(seed);
    const Resolved before = resolve(notes);
    for (const oracle::Mutation& mutation : oracle::random_mutations(notes, seed)) {
      if (!mutation.same_meaning) continue;
      const Resolved after = resolve(mutation.notes);
      ASSERT_EQ(after.notes.size(), before.notes.size()) << mutation.description;
      for (const Note& note : before.notes) {
        auto expected = oracle::renamed(as_oracle(note), mutation.new_number);
        const auto now = as_oracle(after[expected.label]);
        ASSERT_EQ(now.sources.size(), expected.sources.size()) << mutation.description;
        for (std::size_t i = 0; i < now.sources.size(); ++i) {
          // References inside a source's text are renumbered with it.
          expected.sources[i].text = now.sources[i].text;
        }
        ASSERT_EQ(oracle::describe(now), oracle::describe(expected))
            << "seed " << seed << ", " << mutation.description;
      }
    }
  }
}

TEST(NotesOracle, AgreesOnTheListsWrittenByHand) {
  const std::string folder = std::string(IDSEARCH_SOURCE_DIR) + "/tests/oracle/lists/";
  for (const char* name :
       {"broken", "cases", "et_al_and_lists", "gaps_and_duplicates", "long_chains", "non_latin",
        "semicolons", "signals", "statutes", "text_like_references", "un_documents"}) {
    std::ifstream profile(folder + name + ".txt"), expectation(folder + name + ".expected");
    ASSERT_TRUE(profile && expectation) << name;
    const std::string text(std::istreambuf_iterator<char>(profile), {});
    Resolved r = resolve(oracle::read_note_list(text));
    std::sort(r.notes.begin(), r.notes.end(),
              [](const Note& a, const Note& b) { return std::stoi(a.label) < std::stoi(b.label); });
    std::size_t at = 0;
    for (std::string line; std::getline(expectation, line); ++at) {
      ASSERT_LT(at, r.notes.size()) << name;
      EXPECT_EQ(oracle::summary(as_oracle(r.notes[at])), line) << name;
    }
    EXPECT_EQ(at, r.notes.size()) << name;
  }
}

TEST(NotesSample, EveryNoteOfTheRealProfileIsResolved) {
  std::ifstream profile(std::string(IDSEARCH_SOURCE_DIR) + "/../shared/profiles/north-korea.txt");
  if (!profile) GTEST_SKIP() << "the captured profile is not here";
  const std::string text(std::istreambuf_iterator<char>(profile), {});
  const Resolved r = resolve(oracle::read_note_list(text));
  ASSERT_EQ(r.notes.size(), 36u);
  EXPECT_TRUE(r.diagnostics.empty()) << formatted(r.diagnostics);
  for (const Note& note : r.notes) EXPECT_EQ(note.status, NoteStatus::Resolved) << note.label;
  EXPECT_EQ(joined(r["4"].trail), "4,3,2,1");
  EXPECT_EQ(joined(r["14"].trail), "14,13,12,1");
  EXPECT_EQ(joined(r["9"].trail), "9,8,6");
  EXPECT_EQ(joined(r["36"].trail), "36,28");
  EXPECT_EQ(r["21"].sources.size(), 2u);
}

}  // namespace
}  // namespace idsearch::indexer
