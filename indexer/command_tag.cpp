// SPDX-License-Identifier: GPL-2.0-or-later
// idsearch-index tag: which topics have the lines on standard input?
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/error.hpp"
#include "indexer/commands.hpp"
#include "indexer/options.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/topics.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kTagHelp{
    "tag [OPTIONS] <PASSAGES",
    "Reads one passage a line from standard input and prints for each a line of JSON\n"
    "with its topics and the words that speak for them:\n"
    "  {\"topics\":[{\"name\":\"surveillance\",\"evidence\":[\"intercept calls\"]}]}",
    "tag <"};

void tag_line(const TopicTagger& tagger, std::string_view line) {
  // A file with CRLF; a lone CR elsewhere is white space and stays.
  if (line.ends_with('\r')) line.remove_suffix(1);
  const auto repaired = text::repair_utf8(line);
  std::cout << "{\"topics\":" << topics_json(tagger.tag(repaired.text)) << "}\n";
}

}  // namespace

int command_tag(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("topics", po::value<std::string>()->value_name("FILE"),
                        "rules to use instead of the built-in ones");
  const auto values = read_options(kTagHelp, options, arguments);
  if (!values) return 0;
  const TopicTagger tagger(values->count("topics") != 0 ? (*values)["topics"].as<std::string>()
                                                        : "");
  for (std::string line; std::getline(std::cin, line);) {
    tag_line(tagger, line);
    // Somebody who types line by line waits for the answer; a file does not.
    if (std::cin.rdbuf()->in_avail() <= 0) std::cout.flush();
  }
  std::cout.flush();
  if (!std::cout) throw Error(ErrorCode::CannotWrite, "standard output cannot be written", "");
  return 0;
}

}  // namespace idsearch::indexer
