// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch-index generations`: what stands in an index, which one serves, and what changed from
// one to the next.
#include <boost/program_options.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/counted.hpp"
#include "indexer/options.hpp"
#include "store/generation_list.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;
using Json = nlohmann::ordered_json;
using store::ListedGeneration;

constexpr CommandHelp kGenerationsHelp{
    "generations [--index DIR] [--format text|json]",
    "Lists the generations that are kept, the newest first, with what changed in\n"
    "each against the next older one. The one that serves is marked by an asterisk.",
    "generations --index "};

// A line of names is for people; JSON has them all.
constexpr std::size_t kMostNames = 10;

void print_names(std::string_view what, const std::vector<std::string>& ids) {
  if (ids.empty()) return;
  std::cout << "    " << what << ' ' << ids.size() << ": ";
  for (std::size_t i = 0; i < ids.size() && i < kMostNames; ++i)
    std::cout << (i == 0 ? "" : ", ") << text::escape_controls(ids[i]);
  if (ids.size() > kMostNames) std::cout << " and " << ids.size() - kMostNames << " more";
  std::cout << '\n';
}

void print_text(const ListedGeneration& each) {
  std::cout << (each.current ? "* " : "  ") << text::escape_controls(each.name) << "  ";
  if (!each.readable) {
    std::cout << "damaged\n";
    return;
  }
  std::cout << each.manifest.created << "  " << counted(each.manifest.profile_count, "profile")
            << ", " << counted(each.manifest.passages, "passage") << '\n';
  print_names("added", each.added);
  print_names("changed", each.changed);
  print_names("removed", each.removed);
  if (each.other_program) std::cout << "    made by another version of the program\n";
  if (each.other_rules) std::cout << "    made by other rules\n";
  if (each.manifest.stale > 0) std::cout << "    stale " << each.manifest.stale << '\n';
  if (const auto& forced = each.manifest.forced)
    std::cout << "    forced: " << text::escape_controls(forced->reason) << '\n';
}

Json listed_json(const ListedGeneration& each) {
  Json out{{"name", each.name}, {"current", each.current}, {"damaged", !each.readable}};
  if (!each.readable) return out;
  out["number"] = each.manifest.number;
  out["generation"] = each.manifest.generation;
  out["created"] = each.manifest.created;
  out["program"] = each.manifest.program.empty() ? Json() : Json(each.manifest.program);
  out["profiles"] = each.manifest.profile_count;
  out["passages"] = each.manifest.passages;
  out["notes"] = each.manifest.notes;
  out["bytes"] = each.manifest.index_bytes;
  out["stale"] = each.manifest.stale;
  out["forced"] = nullptr;
  if (const auto& forced = each.manifest.forced)
    out["forced"] = {{"reason", forced->reason}, {"refusals", forced->refusals}};
  if (each.oldest) {
    out["changes"] = nullptr;
  } else {
    out["changes"] = {{"added", each.added},
                      {"changed", each.changed},
                      {"removed", each.removed},
                      {"other_program", each.other_program},
                      {"other_rules", each.other_rules}};
  }
  return out;
}

}  // namespace

int command_generations(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  auto add = options.add_options();
  add("index", po::value<std::string>()->value_name("DIR"),
      "the index (else $IDSEARCH_INDEX, else the user's data directory)");
  add("format,f", po::value<std::string>()->value_name("text|json"), "how they are listed");
  const auto values = read_options(kGenerationsHelp, options, arguments);
  if (!values) return 0;
  const std::string format =
      values->count("format") == 0 ? "text" : (*values)["format"].as<std::string>();
  if (format != "text" && format != "json")
    throw Error(ErrorCode::Usage, "--format takes text or json, not \"" + format + "\"");
  const std::string index =
      values->count("index") == 0 ? default_index_path() : (*values)["index"].as<std::string>();
  const auto list = store::listed_or_no_index(index);
  if (format == "text") {
    for (const ListedGeneration& each : list) print_text(each);
    return 0;
  }
  Json generations = Json::array();
  for (const ListedGeneration& each : list) generations.push_back(listed_json(each));
  const Json out{{"schema", "idsearch.generations/1"},
                 {"index", index},
                 {"generations", std::move(generations)}};
  std::cout << out.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
  return 0;
}

}  // namespace idsearch::indexer
