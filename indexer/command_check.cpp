// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch-index check`: is any generation of an index damaged, and which command repairs it?
#include <algorithm>
#include <boost/program_options.hpp>
#include <iostream>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/messages.hpp"
#include "indexer/options.hpp"
#include "store/generation_list.hpp"
#include "store/open_generation.hpp"
#include "store/schema.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;
using store::ListedGeneration;

constexpr CommandHelp kCheckHelp{
    "check [--index DIR]",
    "Compares every generation of an index with its digests, has a child process\n"
    "walk through Xapian's structure, and compares every passage with its hash.\n"
    "Writes nothing.",
    "check --index "};

// For the journal, when `check` is a job of its own.
void say_damage(const std::string& line) { say(Priority::Error, line); }

// Damage goes to standard error, with the repair behind it; true when there is none.
bool check(const std::string& index, const ListedGeneration& each, bool another_is_sound) {
  const auto faults = store::faults_of(index, each);
  if (faults.empty()) return true;
  for (const std::string& fault : faults)
    say_damage("idsearch-index: index " + index + ": generation " + each.name +
               " is damaged: " + fault);
  const std::string place = index + "/" + store::kGenerationsDir + "/" + each.name;
  if (each.current) {
    say_damage("Build it anew: " + store::run_command(index));
    if (another_is_sound)
      say_damage("Until then let an older one serve: idsearch-index rollback --index " +
                 store::shell_quoted(index));
  } else {
    say_damage("It does not serve. Remove it: rm -r " + store::shell_quoted(place));
  }
  return false;
}

}  // namespace

int command_check(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("index", po::value<std::string>()->value_name("DIR"),
                        "the index (else $IDSEARCH_INDEX, else the user's data directory)");
  const auto values = read_options(kCheckHelp, options, arguments);
  if (!values) return 0;
  const std::string index =
      values->count("index") == 0 ? default_index_path() : (*values)["index"].as<std::string>();
  const auto list = store::listed_or_no_index(index);
  std::size_t damaged = 0;
  // The oldest first, so that what is said about the current one knows of the others.
  for (auto each = list.rbegin(); each != list.rend(); ++each) {
    const bool another = each != list.rbegin() && damaged == 0;
    if (check(index, *each, another)) {
      std::cout << text::escape_controls(each->name) << ": whole";
      if (const auto schema = each->readable ? each->manifest.schema : store::kSchema;
          schema != store::kSchema)
        std::cout << " by its digests; it has schema " << schema << ", this program reads schema "
                  << store::kSchema;
      std::cout << '\n';
    } else {
      ++damaged;
    }
  }
  if (std::ranges::none_of(list, &ListedGeneration::current)) {
    say_damage("idsearch-index: index " + index + ": no generation is in force");
    say_damage("Let the newest one serve: idsearch-index rollback --index " +
               store::shell_quoted(index));
    ++damaged;
  }
  return damaged == 0 ? 0 : exit_status(ErrorCode::Integrity);
}

}  // namespace idsearch::indexer
