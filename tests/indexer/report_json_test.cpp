// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/report_json.hpp"

#include <gtest/gtest.h>

namespace idsearch::indexer {
namespace {

TEST(ReportJson, TellsTheOutcome) {
  BuildReport report;
  report.generation = "0123456789abcdef";
  report.profiles = 1;
  report.passages = 2;
  report.notes = 3;
  report.phases = {{"reading", 0.25}, {"writing", 1.5}};
  report.segments = 4;
  report.reused_segments = 3;
  report.reused_profiles = 5;
  report.added = {"a"};
  report.removed = {"x", "y"};
  report.failed = 1;
  report.stale = {{"b", "b.txt", "2026-01-29T02:30:00Z", "is larger than 16 MiB"}};
  report.gate = {true, true, {"profiles drop"}, {}, "spring cleaning"};
  report.rejected = {{"b.txt", "is larger than 16 MiB"}};
  report.ignored = {"c.png"};
  Diagnostic diagnostic;
  diagnostic.line = 7;
  diagnostic.severity = Severity::Error;
  diagnostic.kind = DiagnosticKind::DanglingMark;
  diagnostic.label = "99";
  diagnostic.message = "note 99 is cited but never given";
  report.diagnostics = {{"a.txt", diagnostic}};
  EXPECT_EQ(report_json(report), R"({
  "schema": "idsearch.report/1",
  "outcome": "published",
  "generation": "0123456789abcdef",
  "profiles": 1,
  "passages": 2,
  "notes": 3,
  "phases": [
    {
      "name": "reading",
      "seconds": 0.25
    },
    {
      "name": "writing",
      "seconds": 1.5
    }
  ],
  "segments": {
    "total": 4,
    "reused": 3,
    "reused_profiles": 5
  },
  "counts": {
    "added": 1,
    "changed": 0,
    "removed": 2,
    "failed": 1,
    "stale": 1
  },
  "added": [
    "a"
  ],
  "changed": [],
  "removed": [
    "x",
    "y"
  ],
  "stale": [
    {
      "id": "b",
      "file": "b.txt",
      "since": "2026-01-29T02:30:00Z",
      "reason": "is larger than 16 MiB"
    }
  ],
  "gate": {
    "verdict": "forced",
    "refusals": [
      "profiles drop"
    ],
    "warnings": [],
    "forced": "spring cleaning"
  },
  "rejected": [
    {
      "file": "b.txt",
      "reason": "is larger than 16 MiB"
    }
  ],
  "ignored": [
    "c.png"
  ],
  "diagnostics": [
    {
      "file": "a.txt",
      "line": 7,
      "severity": "error",
      "kind": "dangling-mark",
      "reason": null,
      "label": "99",
      "message": "note 99 is cited but never given"
    }
  ]
}
)");
}

TEST(ReportJson, ALabelThatIsNotThereIsNull) {
  BuildReport report;
  report.diagnostics = {{"a.txt", Diagnostic{}}};
  EXPECT_NE(report_json(report).find("\"label\": null"), std::string::npos);
}

TEST(ReportJson, TellsAnError) {
  EXPECT_EQ(report_json(Error(ErrorCode::Locked, "busy", "wait")), R"({
  "schema": "idsearch.report/1",
  "outcome": "failed",
  "error": {
    "code": "locked",
    "message": "busy",
    "hint": "wait"
  }
}
)");
}

TEST(ReportJson, SurvivesPathsThatAreNoText) {
  BuildReport report;
  report.ignored = {"\xFF.png"};
  EXPECT_NE(report_json(report).find("\xEF\xBF\xBD.png"), std::string::npos);
}

}  // namespace
}  // namespace idsearch::indexer
