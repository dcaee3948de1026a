// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/highlight.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/grammar.hpp"
#include "store/stemmers.hpp"
#include "text/sentences.hpp"

namespace idsearch::query {
namespace {

/// The text with its highlights in brackets.
std::string marked(const std::string& query, const std::string& text,
                   const std::vector<std::size_t>& marks = {}, SearchIn in = SearchIn::Body,
                   bool exact = false) {
  const QueryWords words({"en"});
  const Highlighter highlighter(parse_query(query).root, words, in, exact);
  const auto stemmer = store::make_stemmer("en");
  const text::Analyzer analyzer(stemmer.get());
  std::string result = text;
  std::vector<std::size_t> sentence_ends;
  for (const text::SentenceRange& sentence : text::sentence_ranges(text, marks))
    sentence_ends.push_back(sentence.end);
  const std::vector<Highlight> ranges =
      highlighter.body(text, analyzer.analyze(text, marks), sentence_ends);
  for (auto range = ranges.rbegin(); range != ranges.rend(); ++range) {
    result.insert(range->end, "]");
    result.insert(range->start, "[");
  }
  return result;
}

struct HighlightCase {
  const char* query;
  const char* text;
  const char* marked;
};

TEST(Highlight, MarksWhatMatchedAndNothingElse) {
  const HighlightCase cases[] = {
      {"surveillance", "Mass surveillance.", "Mass [surveillance]."},
      {"law", "Laws of the law", "[Laws] of the [law]"},
      {"the law", "The law", "The [law]"},
      {"the", "The law", "[The] law"},
      {"WHO policy", "who has a policy at the WHO", "[who] has a [policy] at the [WHO]"},
      {"surveil*", "Surveilled by surveillance", "[Surveilled] by [surveillance]"},
      {"\"data protection\"", "protection of data; data protection law",
       "protection of data; [data protection] law"},
      {"\"data protection\"", "data protections", "data protections"},
      {"data NEAR/2 law", "data on law. Then some of the data.",
       "[data] on [law]. Then some of the data."},
      {"data /s law", "Data of old. The law on data. Law.",
       "Data of old. The [law] on [data]. Law."},
      {"data /p law", "Data of old. A law.", "[Data] of old. A [law]."},
      {"state -law", "state law", "[state] law"},
      {"state topic:law country:KP", "state law", "[state] law"},
      {"heading:law", "law", "law"},
      {"note:law", "law", "law"},
      {"resume", "résumé", "[résumé]"},
      {"résumé", "resume and résumé", "[resume] and [résumé]"},
      {"e-KYC", "eKYC, e-KYC and e KYC", "[eKYC], [e-KYC] and [e KYC]"},
      {"eKYC", "the e-KYC system", "the [e-KYC] system"},
      {"\"the eKYC system\"", "the e-KYC system", "[the e-KYC system]"},
      {"\"the eID card\"", "the e-ID-card", "[the e-ID-card]"},
      {"\"eID card eID\"", "an e-ID-card eID", "an [e-ID-card eID]"},
      {"\"e-ID e-KYC\"", "the eID e-KYC", "the [eID e-KYC]"},
      {"eID NEAR/3 law", "law of the e-ID-card", "[law] of the [e-ID]-card"},
      {"\"the eID card\" /p law", "a law on the e-ID-card, the eID",
       "a [law] on [the e-ID-card], the eID"},
      {"ทะเบียน", "ทะเบียนราษฎร", "[ทะเบียน]ราษฎร"},
      {"a OR (b AND c)", "c d", "[c] d"},
      {"law", "no hit", "no hit"},
  };
  for (const HighlightCase& c : cases) EXPECT_EQ(marked(c.query, c.text), c.marked) << c.query;
}

TEST(Highlight, AFootnoteMarkIsABoundaryOfWords) {
  EXPECT_EQ(marked("register", "the register.To enrol", {13}), "the [register].To enrol");
}

TEST(Highlight, ExactAsksForDiacriticsAndNoStems) {
  EXPECT_EQ(marked("résumé", "resume résumé", {}, SearchIn::Body, true), "resume [résumé]");
  EXPECT_EQ(marked("law", "laws law", {}, SearchIn::Body, true), "laws [law]");
}

TEST(Highlight, WordsOfSourcesAreNotMarkedInTheText) {
  EXPECT_EQ(marked("law", "law", {}, SearchIn::Notes), "law");
  EXPECT_EQ(marked("law", "law", {}, SearchIn::All), "[law]");
}

TEST(Highlight, CountsCodePointsToo) {
  const QueryWords words({"en"});
  const Highlighter highlighter(parse_query("law").root, words, SearchIn::Body, false);
  const text::Analyzer analyzer;
  const std::string text = "é — law";
  EXPECT_EQ(highlighter.body(text, analyzer.analyze(text)),
            (std::vector<Highlight>{{7, 10, 4, 7}}));
}

}  // namespace
}  // namespace idsearch::query
