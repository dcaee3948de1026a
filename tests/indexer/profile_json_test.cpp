// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace idsearch::indexer {
namespace {

Profile small_profile() {
  Profile profile;
  profile.file = "kenya.txt";
  profile.format = "text";
  profile.id = "kenya";
  profile.title = "Kenya";
  profile.country = Country{"KE", "Kenya"};
  profile.updated = "2026-01-29";
  profile.language = "en";
  profile.sections.push_back({"law", {"Law"}, 1, 1, 5});
  Passage passage;
  passage.id = "kenya/law/1";
  passage.text = "There is “an act”.";
  passage.line = 7;
  passage.language = "en";
  passage.marks = {{"1", 22}};
  passage.topics = {{"data-protection", {"an act"}}};
  profile.passages.push_back(passage);
  Source source;
  source.note = "1";
  source.text = "Act";
  source.pinpoint = "s 5";
  source.trail = {"2", "1"};
  source.reference.url = "https://example.org";
  Note note;
  note.label = "2";
  note.line = 9;
  note.text = "ibid s 5";
  note.trail = {"2", "1"};
  note.sources = {source};
  profile.notes.push_back(note);
  profile.diagnostics.push_back({7, Severity::Error, DiagnosticKind::BadNReference,
                                 DiagnosticReason::Missing, "3", "note 3 refers to nothing"});
  return profile;
}

TEST(ProfileJson, HasAllKeysInOrder) {
  EXPECT_EQ(
      profile_json(small_profile()),
      R"({"schema":"idsearch.profile/1","file":"kenya.txt","format":"text","id":"kenya",)"
      R"("title":"Kenya","country":{"code":"KE","name":"Kenya"},"updated":"2026-01-29",)"
      R"("language":"en","sections":[{"path":"law","titles":["Law"],"level":1,"passages":1,)"
      R"("line":5}],"passages":[{"id":"kenya/law/1","section":"law","kind":"paragraph",)"
      R"("text":"There is “an act”.","line":7,"language":"en","marks":[{"note":"1","at":22}],)"
      R"("topics":[{"name":"data-protection","evidence":["an act"]}]}],"notes":[{"label":"2",)"
      R"("line":9,"text":"ibid s 5","status":"resolved","trail":["2","1"],"sources":[{"note":"1",)"
      R"("part":0,"text":"Act","url":"https://example.org","pinpoint":"s 5","status":"resolved",)"
      R"("trail":["2","1"],"author":[],"title":null,"container":null,"publisher":null,)"
      R"("issued":null,"accessed":null,"type":null}]}],"diagnostics":[{"line":7,)"
      R"("severity":"error","kind":"bad-n-reference","reason":"missing","label":"3",)"
      R"("message":"note 3 refers to nothing"}]})");
}

TEST(ProfileJson, SaysNullForWhatIsNotThere) {
  Profile profile;
  profile.diagnostics.push_back(
      {0, Severity::Info, DiagnosticKind::NoDate, DiagnosticReason::None, "", "none"});
  const auto json = nlohmann::json::parse(profile_json(profile));
  EXPECT_TRUE(json["country"].is_null());
  EXPECT_TRUE(json["updated"].is_null());
  EXPECT_EQ(json["sections"], nlohmann::json::array());
  EXPECT_EQ(json["passages"], nlohmann::json::array());
  EXPECT_EQ(json["notes"], nlohmann::json::array());
  EXPECT_TRUE(json["diagnostics"][0]["reason"].is_null());
  EXPECT_TRUE(json["diagnostics"][0]["label"].is_null());
}

TEST(ProfileJson, IsOneLineOfValidJsonWhateverTheFileIsCalled) {
  Profile profile = small_profile();
  profile.file = "a\n\xFF\x01.txt";
  profile.passages[0].text = "tab\t, quote \", newline \n, \x1B escape";
  const std::string line = profile_json(profile);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  const auto json = nlohmann::json::parse(line);
  EXPECT_EQ(json["file"], "a\n\uFFFD\x01.txt");
  EXPECT_EQ(json["passages"][0]["text"], profile.passages[0].text);
}

TEST(ProfileJson, ListsTopics) {
  EXPECT_EQ(topics_json({}), "[]");
  EXPECT_EQ(topics_json({{"a", {"x", "y"}}, {"b", {}}}),
            R"([{"name":"a","evidence":["x","y"]},{"name":"b","evidence":[]}])");
}

}  // namespace
}  // namespace idsearch::indexer
