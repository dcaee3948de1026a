// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch-index dump`: an index as text, for comparing two of them.
#include <boost/program_options.hpp>
#include <iostream>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/options.hpp"
#include "store/dump.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kDumpHelp{
    "dump [--index DIR ...]",
    "Prints every term, position, value and record of an index as stable text. The\n"
    "same corpus gives the same text; several indexes give that of one index of all\n"
    "their profiles.",
    "dump --index "};

}  // namespace

int command_dump(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("index", po::value<std::vector<std::string>>()->value_name("DIR"),
                        "the index (else $IDSEARCH_INDEX, else the user's data directory); may be "
                        "repeated");
  const auto values = read_options(kDumpHelp, options, arguments);
  if (!values) return 0;
  std::vector<std::string> paths;
  if (values->count("index") != 0) {
    paths = (*values)["index"].as<std::vector<std::string>>();
  } else {
    paths.push_back(default_index_path());
  }
  store::dump(paths, std::cout);
  return 0;
}

}  // namespace idsearch::indexer
