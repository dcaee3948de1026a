// SPDX-License-Identifier: GPL-2.0-or-later
// idsearch-index parse: what does the reader see in a file? No index needed.
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/options.hpp"
#include "indexer/profile_file.hpp"
#include "indexer/profile_json.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kHelp{
    "parse FILE... [OPTIONS]",
    "Shows what the reader sees in profiles: sections, passages, notes with their sources, and\n"
    "what is wrong with them. With --json one object per file, one per line. A file that cannot\n"
    "be read makes the exit status 5; the others are still printed."};

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

// Text of a profile goes to a terminal here: nothing in it may steer one.
void print_summary(const Profile& profile) {
  const std::string title = profile.title.empty() ? "(no title)" : profile.title;
  std::string out = profile.file + ": " + title;
  if (profile.country) out += " [" + profile.country->code + "]";
  if (profile.updated) out += ", updated " + *profile.updated;
  out += ", " + profile.language;
  std::size_t marks = 0;
  for (const Passage& passage : profile.passages) marks += passage.marks.size();
  out += ": " + counted(profile.sections.size(), "section") + ", " +
         counted(profile.passages.size(), "passage") + ", " + counted(marks, "mark") + ", " +
         counted(profile.notes.size(), "note");
  std::cout << text::escape_controls(out) << '\n';
  for (const Section& section : profile.sections) {
    std::cout << "  " << text::escape_controls(section.path) << "  "
              << counted(section.passages, "passage") << '\n';
  }
  for (const Diagnostic& diagnostic : profile.diagnostics) {
    std::cout << text::escape_controls(format_diagnostic(profile.file, diagnostic)) << '\n';
  }
}

}  // namespace

int command_parse(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("json", "one object per file, one per line")(
      "topics", po::value<std::string>()->value_name("FILE"),
      "topic rules to use instead of the built-in ones");
  const auto values = read_options(kHelp, options, arguments, "file");
  if (!values) return 0;
  if (values->count("file") == 0) {
    throw Error(ErrorCode::Usage, "parse needs a file", "Try: idsearch-index parse FILE...");
  }
  ParseOptions parse_options;
  if (values->count("topics") != 0) {
    parse_options.topic_rules = (*values)["topics"].as<std::string>();
  }
  const bool json = values->count("json") != 0;
  bool partial = false;
  for (const std::string& file : (*values)["file"].as<std::vector<std::string>>()) {
    std::string problem;
    const std::vector<Profile> profiles = read_profiles(file, problem, parse_options);
    if (!problem.empty()) {
      std::cerr << "idsearch-index: " << text::escape_controls(file + ": " + problem) << '\n';
      partial = true;
    }
    for (const Profile& profile : profiles) {
      if (json) {
        std::cout << profile_json(profile) << '\n';
      } else {
        print_summary(profile);
      }
    }
  }
  std::cout.flush();
  if (!std::cout) throw Error(ErrorCode::CannotWrite, "standard output cannot be written", "");
  return partial ? exit_status(ErrorCode::Partial) : 0;
}

}  // namespace idsearch::indexer
