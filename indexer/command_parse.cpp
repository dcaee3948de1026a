// SPDX-License-Identifier: GPL-2.0-or-later
// idsearch-index parse: what does the reader see in a file? No index needed.
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/options.hpp"
#include "indexer/profile_file.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/profile_text.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kParseHelp{
    "parse FILE... [OPTIONS]",
    "Shows what the reader sees in profiles: sections, passages with their marks,\n"
    "notes with their sources, and what is wrong with them. Texts are cut to the\n"
    "width of the terminal. With --json one object per file with all of it, one per\n"
    "line. A file that cannot be read makes the exit status 5; the others are still\n"
    "printed."};

}  // namespace

int command_parse(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("json", "one object per file, one per line")(
      "topics", po::value<std::string>()->value_name("FILE"),
      "topic rules to use instead of the built-in ones");
  const auto values = read_options(kParseHelp, options, arguments, "file");
  if (!values) return 0;
  if (values->count("file") == 0) {
    throw Error(ErrorCode::Usage, "parse needs a file", "Try: idsearch-index parse FILE...");
  }
  ParseOptions parse_options;
  if (values->count("topics") != 0) {
    parse_options.topic_rules = (*values)["topics"].as<std::string>();
  }
  const bool json = values->count("json") != 0;
  const std::size_t columns = output_columns();
  bool partial = false;
  for (const std::string& file : (*values)["file"].as<std::vector<std::string>>()) {
    std::string problem;
    const std::vector<Profile> profiles = read_profiles(file, problem, parse_options);
    if (!problem.empty()) {
      tell_unreadable("parse", file, problem);
      partial = true;
    }
    for (const Profile& profile : profiles) {
      if (json) {
        std::cout << profile_json(profile) << '\n';
      } else {
        std::cout << profile_text(profile, columns);
      }
    }
  }
  std::cout.flush();
  if (!std::cout) throw Error(ErrorCode::CannotWrite, "standard output cannot be written", "");
  return partial ? exit_status(ErrorCode::Partial) : 0;
}

}  // namespace idsearch::indexer
