// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch-index rollback`: an older generation comes into force again.
#include <boost/program_options.hpp>
#include <iostream>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/options.hpp"
#include "store/generation.hpp"
#include "store/generation_list.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kRollbackHelp{
    "rollback [ID] [--index DIR] [--lock-timeout SECONDS]",
    "Lets the generation before the current one serve again, or the one with this\n"
    "name, number or content id, after checking all of it. Nothing is removed:\n"
    "rollback with the newer one's ID goes forward again. The next run whose corpus\n"
    "differs publishes a new generation."};

}  // namespace

int command_rollback(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  auto add = options.add_options();
  add("index", po::value<std::string>()->value_name("DIR"),
      "the index (else $IDSEARCH_INDEX, else the user's data directory)");
  add("lock-timeout", po::value<std::string>()->value_name("SECONDS"),
      "how long to wait for another writer (0)");
  const auto values = read_options(kRollbackHelp, options, arguments, "generation");
  if (!values) return 0;
  std::vector<std::string> wanted;
  if (values->count("generation") != 0)
    wanted = (*values)["generation"].as<std::vector<std::string>>();
  if (wanted.size() > 1) throw Error(ErrorCode::Usage, "rollback takes one generation");
  if (!wanted.empty() && wanted.front().empty())
    throw Error(ErrorCode::Usage, "the generation to go back to is empty");
  const double timeout =
      values->count("lock-timeout") == 0
          ? 0
          : seconds_option("--lock-timeout", (*values)["lock-timeout"].as<std::string>());
  const std::string index =
      values->count("index") == 0 ? default_index_path() : (*values)["index"].as<std::string>();
  // Before the lock, which would make the directory.
  store::listed_or_no_index(index);
  const store::WriteLock lock(index, timeout);
  const std::string name = store::roll_back(index, wanted.empty() ? "" : wanted.front());
  std::cout << "in force: " << name << '\n';
  return 0;
}

}  // namespace idsearch::indexer
