// SPDX-License-Identifier: GPL-2.0-or-later
// Do the shipped rules tag what the guideline (docs/topic-guideline.md) wants, and say why?
#include "indexer/topics.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/digest.hpp"

namespace idsearch::indexer {
namespace {

const TopicTagger& tagger() {
  static const TopicTagger instance;
  return instance;
}

std::string names(std::string_view text) {
  std::string out;
  for (const auto& topic : tagger().tag(text)) out += (out.empty() ? "" : ",") + topic.name;
  return out.empty() ? "-" : out;
}

struct Case {
  std::string_view text, topics;
};

TEST(Topics, ClearCasesAreTaggedExactly) {
  constexpr Case kCases[] = {
      // the word itself, and the same word about something else
      {"Mass surveillance is widespread.", "surveillance"},
      {"There are two video surveillance cameras at the gate.", "surveillance"},
      {"Disease surveillance relies on clinics.", "-"},
      {"The surveillance of communicable diseases is a task of the ministry.", "-"},
      {"Epidemiological surveillance was stepped up.", "-"},
      {"Market surveillance protects consumers.", "-"},
      {"MASS SURVEILLANCE continued during the outbreak of disease.", "surveillance"},
      {"Stateless persons need papers.", "statelessness"},
      {"A stateless firewall looks at each packet alone.", "-"},
      {"HTTP is a stateless protocol.", "-"},
      {"Each stateless session ends with the answer.", "-"},
      {"The rest are stateless.", "statelessness"},
      {"Data protection is weak.", "data-protection"},
      {"The protection of data centres is regulated.", "-"},
      {"A data center was built.", "-"},
      // meaning without the word
      {"The police may intercept calls.", "surveillance"},
      {"The ministry monitors phone conversations.", "surveillance"},
      {"Wiretapping needs a warrant.", "surveillance"},
      {"Spyware was found on her phone.", "surveillance"},
      {"Facial recognition cameras were put up in public squares.", "surveillance"},
      {"Agents track residents’ movements.", "surveillance"},
      {"The bulk collection of metadata was halted.", "surveillance"},
      {"SIM registration is linked to the ID number in order to trace users.", "surveillance"},
      {"She is not considered a national by any state.", "statelessness"},
      {"He has no nationality.", "statelessness"},
      {"They were deprived of citizenship.", "statelessness"},
      {"They live without citizenship of any country.", "statelessness"},
      {"No child is left without a nationality.", "statelessness"},
      {"It is party to the 1954 Convention.", "statelessness"},
      {"It has not signed the 1961 Convention.", "statelessness"},
      {"The 1961 Single Convention on Narcotic Drugs was signed.", "-"},
      {"His citizenship was revoked, leaving him with nothing.", "statelessness"},
      {"Undocumented families were denied nationality.", "statelessness"},
      {"Foundlings are citizens.", "statelessness"},
      {"Data may be collected only with consent.", "data-protection"},
      {"The act provides for breach notification.", "data-protection"},
      {"A data subject may complain to the data controller.", "data-protection"},
      {"The privacy law dates from 2010.", "data-protection"},
      {"The processing of biometric data is restricted.", "data-protection"},
      {"The right to erasure is unknown.", "data-protection"},
      {"The regulator must be told within 72 hours of a breach.", "data-protection"},
      {"GDPR applies.", "data-protection"},
      // both
      {"Interception of messages is allowed if personal data are deleted afterwards.",
       "surveillance,data-protection"},
      // weak words alone
      {"The consent of the parents to marriage is needed.", "-"},
      {"Observers monitor the elections.", "-"},
      {"Nationality is shown on page two.", "-"},
      {"The clinic respects privacy.", "-"},
      {"Birth registration is compulsory.", "-"},
      {"", "-"},
  };
  for (const auto& [text, topics] : kCases) EXPECT_EQ(names(text), topics) << text;
}

TEST(Topics, SpellingOfAWordDoesNotMatter) {
  for (const std::string_view text :
       {"wiretapping", "wire-tapping", "Wire\u2011Tapping", "wire\u00ADtapping", "WIRETAPPING",
        "\uFF37iretapping", "wiretapping[12]", "wiret\u00E1pping"})
    EXPECT_EQ(names(text), "surveillance") << text;
  EXPECT_EQ(names("It has no nation\u00ADality data[3]protection law."), "data-protection");
}

TEST(Topics, EvidenceRunsFromTheFirstToTheLastWordOfAHit) {
  const auto tags = tagger().tag("In “May” the police intercepted many private calls, it seems.");
  ASSERT_EQ(tags.size(), 1u);
  EXPECT_EQ(tags[0], (TopicTag{"surveillance", {"intercepted many private calls"}}))
      << ::testing::PrintToString(tags[0].evidence);
}

TEST(Topics, RepeatedWordingIsGivenOnceAndInTextOrder) {
  const auto tags = tagger().tag("Wiretaps. GDPR. Spyware. Wiretaps.");
  ASSERT_EQ(tags.size(), 2u);
  EXPECT_EQ(tags[0], (TopicTag{"surveillance", {"Wiretaps", "Spyware"}}));
  EXPECT_EQ(tags[1], (TopicTag{"data-protection", {"GDPR"}}));
}

TEST(Topics, AHitDoesNotCrossTheEndOfASentence) {
  EXPECT_EQ(names("They intercept. Calls are cheap."), "-");
  EXPECT_EQ(names("They intercept.[4]Calls are cheap."), "-");
  EXPECT_EQ(names("The state has no.\nNationality counts."), "-");
  EXPECT_EQ(names("Under Act No. 4 they intercept calls."), "surveillance");
}

struct Labelled {
  std::set<std::string> labels;
  std::string text;
};

constexpr const char* kTrainedOn[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "p", "s"};

std::vector<Labelled> read_labelled(const std::string& name) {
  std::ifstream in(std::string(IDSEARCH_SOURCE_DIR) + "/" + name);
  EXPECT_TRUE(in.is_open()) << name;
  std::vector<Labelled> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const auto tab = line.find('\t');
    Labelled labelled{{}, line.substr(tab + 1)};
    std::string label;
    for (const char c : line.substr(0, tab) + ",") {
      if (c != ',') {
        label += c;
        continue;
      }
      if (label != "-") labelled.labels.insert(label);
      label.clear();
    }
    out.push_back(std::move(labelled));
  }
  return out;
}

// Bit 32 of FNV-1a-64: which half of the set a text belongs to, for all time.
bool is_held_out(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return ((hash >> 32) & 1) != 0;
}

struct Score {
  int right = 0, wrong = 0, missed = 0;
  double f1() const { return 2.0 * right / (2.0 * right + wrong + missed); }
};

// By topic, and "micro" over all.
std::map<std::string, Score> score(const std::vector<Labelled>& set) {
  std::map<std::string, Score> out;
  for (const auto& [labels, text] : set) {
    std::set<std::string> given;
    for (const auto& tag : tagger().tag(text)) given.insert(tag.name);
    for (const auto& name : given) {
      const bool right = labels.contains(name);
      for (const auto& row : {name, std::string("micro")})
        ++(right ? out[row].right : out[row].wrong);
    }
    for (const auto& name : labels)
      if (!given.contains(name))
        for (const auto& row : {name, std::string("micro")}) ++out[row].missed;
  }
  return out;
}

TEST(Topics, LabelledSetsReachTheirFloors) {
  const auto all = read_labelled("tests/cases/topics.tsv");
  ASSERT_GE(all.size(), 200u);
  std::vector<Labelled> tuning, held_out;
  for (const auto& one : all) (is_held_out(one.text) ? held_out : tuning).push_back(one);
  const std::pair<std::string, std::vector<Labelled>> sets[] = {
      {"tuning half", tuning},
      {"held-out half", held_out},
      {"later sentences", read_labelled("tests/cases/topics-more.tsv")},
      {"passages of profiles", read_labelled("bench/topics/labelled/p.tsv")}};
  for (const auto& [name, set] : sets) {
    auto scores = score(set);
    EXPECT_EQ(scores.size(), 4u) << name;
    // What the weights were trained on, and the half that neither rules nor weights were made from;
    // the goal on text of other writers is .90 (bench/topics).
    for (const auto& [row, value] : scores)
      EXPECT_GE(value.f1(), name == "held-out half" ? 0.94 : 0.96)
          << name << ", " << row << ": right " << value.right << ", wrong " << value.wrong
          << ", missed " << value.missed;
  }
}

// Texts of writers who knew neither rules nor weights, of which nothing was made: measured once, F1
// .915 over the sentences and .909 over the passages (docs/topic-guideline.md).
TEST(Topics, TextsThatNothingWasMadeFromAreTaggedToo) {
  std::vector<Labelled> sentences = read_labelled("tests/cases/topics-wide.tsv");
  std::erase_if(sentences, [](const Labelled& one) { return !is_held_out(one.text); });
  const std::pair<std::string, std::vector<Labelled>> sets[] = {
      {"sentences", sentences}, {"passages", read_labelled("tests/cases/topics-passages.tsv")}};
  for (const auto& [name, set] : sets) {
    ASSERT_GE(set.size(), 150u) << name;
    auto scores = score(set);
    EXPECT_GE(scores["micro"].f1(), 0.90) << name;
    for (const auto& [row, value] : scores) EXPECT_GE(value.f1(), 0.85) << name << ", " << row;
  }
}

TEST(Topics, EveryTagHasEvidenceThatStandsInThePassage) {
  std::vector<std::string> files{"tests/cases/topics.tsv", "tests/cases/topics-more.tsv"};
  for (const auto* name : kTrainedOn)
    files.push_back("bench/topics/labelled/" + std::string(name) + ".tsv");
  for (const auto& file : files) {
    for (const auto& [labels, text] : read_labelled(file)) {
      for (const auto& tag : tagger().tag(text)) {
        EXPECT_FALSE(tag.evidence.empty()) << text;
        for (const auto& piece : tag.evidence) {
          EXPECT_FALSE(piece.empty()) << text;
          EXPECT_NE(text.find(piece), std::string::npos) << piece << " | " << text;
        }
      }
    }
  }
}

TEST(Topics, ATagDoesNotDependOnWhatWasTaggedBefore) {
  const auto set = read_labelled("tests/cases/topics.tsv");
  std::vector<std::vector<TopicTag>> forward, backward(set.size());
  for (const auto& one : set) forward.push_back(tagger().tag(one.text));
  const TopicTagger other;
  for (std::size_t i = set.size(); i-- > 0;) backward[i] = other.tag(set[i].text);
  EXPECT_EQ(forward, backward);
}

TEST(Topics, AnyBytesAreAnswered) {
  std::mt19937 random(20);  // any seed
  const std::string pieces[] = {
      "intercept", " calls",       ".",     "[4]",   "\xC2",  "\xAD",    "-",  "\n",
      " no",       " nationality", " data", "\xFF",  " of",   ";",       " A", std::string(1, '\0'),
      " police",   " followed",    " him",  " sold", " file", " Bidoon", "e-", " born"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto n = random() % 40; n > 0; --n) text += pieces[random() % std::size(pieces)];
    for (const auto& tag : tagger().tag(text))
      for (const auto& piece : tag.evidence) EXPECT_NE(text.find(piece), std::string::npos);
  }
}

TEST(Topics, EndlessRepetitionEnds) {
  for (const std::string_view word :
       {"intercept ", "no ", "data ", "nationality ", "not ", "police ", "a-b-", "watch people "}) {
    std::string text;
    while (text.size() < 50'000) text += word;
    EXPECT_LE(tagger().tag(text).size(), 3u);
  }
}

TEST(Topics, TheHashCoversRulesClassesAndWeights) {
  const auto hash_of = [](const std::string& name) {
    std::ifstream in(std::string(IDSEARCH_SOURCE_DIR) + "/corpus/" + name, std::ios::binary);
    return store::sha256_hex(std::string{std::istreambuf_iterator<char>(in), {}});
  };
  EXPECT_EQ(tagger().rules_hash(),
            store::sha256_hex(hash_of("topics.toml") + hash_of("topic-words.toml") +
                              hash_of("topic-weights.tsv")));
}

}  // namespace
}  // namespace idsearch::indexer
