// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/lint_report.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

namespace idsearch::indexer {
namespace {

using Json = nlohmann::json;

std::size_t rule_named(std::string_view name) {
  const auto rule = std::ranges::find(lint_rules(), name, &LintRule::name);
  return static_cast<std::size_t>(rule - lint_rules().begin());
}

std::vector<LintedFile> sample() {
  LintedFile kenya;
  kenya.file = "profiles/k\xC3\xA9nya 1.txt";
  kenya.findings = {
      {rule_named("no-date"), Severity::Info, 0, "", "", "there is no \"Last updated\" line"},
      {rule_named("bad-n-reference"), Severity::Error, 12, "missing", "4",
       "note 4 refers to \x1B[31mnote 9"}};
  LintedFile absent;
  absent.file = "/no/file.txt";
  absent.problem = "cannot be read: No such file or directory";
  return {kenya, absent};
}

TEST(LintReport, TextIsForPeopleAndSteersNoTerminal) {
  EXPECT_EQ(lint_text(sample()),
            "profiles/kénya 1.txt: info: there is no \"Last updated\" line [no-date]\n"
            "profiles/kénya 1.txt:12: error: note 4 refers to \\x1b[31mnote 9 [bad-n-reference]\n");
  EXPECT_EQ(lint_text({}), "");
}

TEST(LintReport, JsonHasFilesCountsAndFindings) {
  const Json expected = {
      {"schema", "idsearch.lint/1"},
      {"files", {"profiles/kénya 1.txt"}},
      {"rejected",
       {{{"file", "/no/file.txt"}, {"reason", "cannot be read: No such file or directory"}}}},
      {"counts", {{"error", 1}, {"warning", 0}, {"info", 1}}},
      {"findings",
       {{{"file", "profiles/kénya 1.txt"},
         {"line", 0},
         {"severity", "info"},
         {"rule", "no-date"},
         {"reason", nullptr},
         {"label", nullptr},
         {"message", "there is no \"Last updated\" line"}},
        {{"file", "profiles/kénya 1.txt"},
         {"line", 12},
         {"severity", "error"},
         {"rule", "bad-n-reference"},
         {"reason", "missing"},
         {"label", "4"},
         {"message", "note 4 refers to \x1B[31mnote 9"}}}}};
  EXPECT_EQ(Json::parse(lint_json(sample())), expected);
  EXPECT_EQ(Json::parse(lint_json({}))["findings"], Json::array());
}

// What the schema of SARIF 2.1.0 requires of the objects that occur, and which of their properties
// may occur; it allows no others.
struct Shape {
  std::set<std::string> required, allowed;
};
const std::map<std::string, Shape> kShapes{
    {"log", {{"version", "runs"}, {"$schema"}}},
    {"run", {{"tool"}, {"invocations", "results"}}},
    {"invocation", {{"executionSuccessful"}, {"toolExecutionNotifications"}}},
    {"notification", {{"message"}, {"level", "locations"}}},
    {"driver", {{"name"}, {"version", "rules"}}},
    {"rule", {{"id"}, {"shortDescription", "fullDescription", "help", "defaultConfiguration"}}},
    {"result", {{"message"}, {"ruleId", "ruleIndex", "level", "locations", "properties"}}},
    {"location", {{}, {"physicalLocation"}}},
    {"physical", {{}, {"artifactLocation", "region"}}},
    {"artifact", {{}, {"uri"}}},
    {"region", {{"startLine"}, {}}},
    {"text", {{"text"}, {}}},
};

void expect_shape(const Json& json, const std::string& name) {
  ASSERT_TRUE(json.is_object()) << name;
  const Shape& shape = kShapes.at(name);
  for (const std::string& key : shape.required)
    EXPECT_TRUE(json.contains(key)) << name << " " << key;
  for (const auto& [key, value] : json.items())
    EXPECT_TRUE(shape.required.contains(key) || shape.allowed.contains(key)) << name << " " << key;
}

void expect_locations(const Json& locations) {
  for (const Json& location : locations) {
    expect_shape(location, "location");
    const Json& physical = location["physicalLocation"];
    expect_shape(physical, "physical");
    expect_shape(physical["artifactLocation"], "artifact");
    if (!physical.contains("region")) continue;
    expect_shape(physical["region"], "region");
    EXPECT_GE(physical["region"]["startLine"].get<int>(), 1);
  }
}

TEST(LintReport, SarifIsWhatItsSchemaAsksFor) {
  const std::set<std::string> levels{"none", "note", "warning", "error"};
  const Json log = Json::parse(lint_sarif(sample()));
  expect_shape(log, "log");
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1u);
  const Json& run = log["runs"][0];
  expect_shape(run, "run");
  const Json& driver = run["tool"]["driver"];
  expect_shape(driver, "driver");
  ASSERT_EQ(driver["rules"].size(), lint_rules().size());
  std::set<std::string> ids;
  for (const Json& rule : driver["rules"]) {
    expect_shape(rule, "rule");
    for (const char* key : {"shortDescription", "fullDescription", "help"}) {
      expect_shape(rule[key], "text");
      EXPECT_TRUE(rule[key]["text"].get<std::string>().ends_with('.')) << rule[key];
    }
    EXPECT_TRUE(levels.contains(rule["defaultConfiguration"]["level"]));
    EXPECT_TRUE(ids.insert(rule["id"]).second) << rule["id"];
  }
  for (const Json& result : run["results"]) {
    expect_shape(result, "result");
    expect_shape(result["message"], "text");
    EXPECT_TRUE(levels.contains(result["level"]));
    EXPECT_EQ(driver["rules"][result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
    expect_locations(result["locations"]);
  }
  ASSERT_EQ(run["invocations"].size(), 1u);
  expect_shape(run["invocations"][0], "invocation");
  for (const Json& notification : run["invocations"][0]["toolExecutionNotifications"]) {
    expect_shape(notification, "notification");
    expect_locations(notification["locations"]);
  }
}

TEST(LintReport, SarifPlacesFindingsByLineAndFilesByUri) {
  const Json run = Json::parse(lint_sarif(sample()))["runs"][0];
  const auto place = [](const Json& of) { return of["locations"][0]["physicalLocation"]; };
  ASSERT_EQ(run["results"].size(), 2u);
  EXPECT_FALSE(place(run["results"][0]).contains("region")) << "the file as a whole";
  EXPECT_EQ(run["results"][0]["level"], "note");
  EXPECT_FALSE(run["results"][0].contains("properties"));
  EXPECT_EQ(place(run["results"][1])["region"]["startLine"], 12);
  EXPECT_EQ(place(run["results"][1])["artifactLocation"]["uri"], "profiles/k%C3%A9nya%201.txt");
  EXPECT_EQ(run["results"][1]["properties"], (Json{{"label", "4"}, {"reason", "missing"}}));
  const Json& invocation = run["invocations"][0];
  EXPECT_EQ(invocation["executionSuccessful"], false);
  EXPECT_EQ(place(invocation["toolExecutionNotifications"][0])["artifactLocation"]["uri"],
            "file:///no/file.txt");
  const Json clean = Json::parse(lint_sarif({}))["runs"][0];
  EXPECT_EQ(clean["results"], Json::array());
  EXPECT_EQ(clean["invocations"][0], (Json{{"executionSuccessful", true}}));
}

}  // namespace
}  // namespace idsearch::indexer
