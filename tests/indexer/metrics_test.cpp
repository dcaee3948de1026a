// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metrics.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "indexer/output_file.hpp"
#include "tests/store/sample_index.hpp"

namespace idsearch::indexer {
namespace {

namespace fs = std::filesystem;

TEST(Metrics, TellTheRun) {
  BuildReport report;
  report.phases = {{"reading", 0.25}, {"writing", 1.5}};
  report.added = {"a", "b"};
  report.failed = 1;
  const std::string text = metrics_text(
      &report,
      {1769653800, 2.125, 5, 1769653800, {{"0123456789abcdef", 28, 448, 4096, 1769650000}}});
  for (const char* line :
       {"idsearch_index_last_run_timestamp_seconds 1769653800\n",
        "idsearch_index_last_success_timestamp_seconds 1769653800\n",
        "idsearch_index_last_run_status 5\n", "idsearch_index_last_run_seconds 2.125\n",
        "idsearch_index_phase_seconds{phase=\"writing\"} 1.500\n", "idsearch_index_profiles 28\n",
        "idsearch_index_passages 448\n", "idsearch_index_bytes 4096\n",
        "idsearch_index_generation_timestamp_seconds 1769650000\n",
        "idsearch_index_profiles_last_run{what=\"added\"} 2\n",
        "idsearch_index_profiles_last_run{what=\"failed\"} 1\n", "idsearch_index_gate_refusals 0\n",
        "idsearch_index_generation_info{generation=\"0123456789abcdef\"} 1\n",
        "# TYPE idsearch_index_profiles gauge\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
}

TEST(Metrics, OfAFailedRunKeepTheLastSuccess) {
  const std::string text = metrics_text(nullptr, {200, 1, 74, 100, {}});
  EXPECT_EQ(last_success_of(text), 100);
  EXPECT_EQ(text.find("idsearch_index_profiles"), std::string::npos);
  EXPECT_EQ(last_success_of(metrics_text(nullptr, {200, 1, 74, {}, {}})), std::nullopt);
  EXPECT_EQ(last_success_of(""), std::nullopt);
  EXPECT_EQ(last_success_of("idsearch_index_last_success_timestamp_seconds x\n"), std::nullopt);
}

TEST(Metrics, OfAFailedRunTellWhatServesAllTheSame) {
  const std::string text =
      metrics_text(nullptr, {200, 1, 74, 100, {{"0123456789abcdef", 28, 448, 4096, {}}}});
  for (const char* line : {"idsearch_index_profiles 28\n", "idsearch_index_passages 448\n",
                           "idsearch_index_generation_info{generation=\"0123456789abcdef\"} 1\n"})
    EXPECT_NE(text.find(line), std::string::npos) << line << text;
  EXPECT_EQ(text.find("_timestamp_seconds 0"), std::string::npos) << "an unknown time";
}

TEST(OutputFile, IsReplacedWholeAndALinkStaysALink) {
  const store::TemporaryDirectory root;
  const fs::path file = root.path() / "report", link = root.path() / "link";
  store::write_file(file, "a longer text from before");
  fs::create_symlink("report", link);
  const OutputFile out(link.string(), 0644);
  EXPECT_EQ(store::read_file(file), "a longer text from before") << "until it is written";
  out.write("new");
  EXPECT_EQ(store::read_file(file), "new");
  EXPECT_TRUE(fs::is_symlink(link));
  struct stat status {};
  ASSERT_EQ(::stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0644u);
  EXPECT_EQ(std::distance(fs::directory_iterator(root.path()), fs::directory_iterator()), 2);
}

TEST(OutputFile, ThatCannotBeWrittenIsToldAtOnce) {
  const store::TemporaryDirectory root;
  for (const std::string name : {"no-such-place/report", ""})
    EXPECT_TRUE(store::error_of([&] {
                  OutputFile((root.path() / name).string(), std::nullopt);
                }).starts_with("cannot-write"))
        << name;
  OutputFile("", std::nullopt).write("nowhere");
}

}  // namespace
}  // namespace idsearch::indexer
