// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch stats`: what the index contains.
#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/age.hpp"
#include "query/citation_words.hpp"
#include "query/commands.hpp"
#include "query/json_values.hpp"
#include "query/open_index.hpp"
#include "query/presenter.hpp"
#include "query/table.hpp"

namespace idsearch::query {
namespace {

using Json = nlohmann::ordered_json;

Json counts_json(const std::vector<Count>& counts) {
  Json list = Json::array();
  for (const Count& count : counts) {
    list.push_back({{"name", count.name}, {"passages", count.passages}});
  }
  return list;
}

Json stale_json(const std::vector<StaleVersion>& stale) {
  Json list = Json::array();
  for (const StaleVersion& one : stale) {
    const auto days = days_since(one.since, std::time(nullptr));
    list.push_back({{"id", one.id},
                    {"file", one.file},
                    {"since", one.since},
                    {"age_days", days ? Json(*days) : Json(nullptr)},
                    {"reason", one.reason}});
  }
  return list;
}

std::string as_json(const IndexStats& stats) {
  const Json json{{"schema", kStatsSchema},
                  {"index", stats.index},
                  {"generation", stats.generation},
                  {"index_schema", stats.schema},
                  {"analyser", stats.analyser},
                  {"profiles", stats.profiles},
                  {"passages", stats.passages},
                  {"terms", stats.terms},
                  {"bytes", stats.bytes},
                  {"oldest", or_null(stats.oldest)},
                  {"newest", or_null(stats.newest)},
                  {"countries", counts_json(stats.countries)},
                  {"sections", counts_json(stats.sections)},
                  {"topics", counts_json(stats.topics)},
                  {"languages", counts_json(stats.languages)},
                  {"stale_profiles", stats.stale_profiles},
                  {"stale", stale_json(stats.stale)}};
  return dump_json(json, true);
}

std::string as_text(const IndexStats& stats) {
  const auto number = [](std::uint64_t value) { return std::to_string(value); };
  std::vector<std::vector<std::string>> rows{{"index", stats.index},
                                             {"generation", stats.generation},
                                             {"schema", std::to_string(stats.schema)},
                                             {"analyser", stats.analyser},
                                             {"profiles", number(stats.profiles)},
                                             {"passages", number(stats.passages)},
                                             {"terms", number(stats.terms)},
                                             {"bytes", number(stats.bytes)}};
  if (stats.oldest && stats.newest) {
    rows.push_back({"updated", day_in_words(*stats.oldest) + " to " + day_in_words(*stats.newest)});
  }
  if (stats.stale_profiles > 0) rows.push_back({"stale profiles", number(stats.stale_profiles)});
  std::string out = aligned(rows);
  if (!stats.stale.empty()) {
    std::vector<std::vector<std::string>> list{{"STALE PROFILE", "SINCE", "DAYS", "WHY"}};
    for (const StaleVersion& one : stats.stale) {
      const auto days = days_since(one.since, std::time(nullptr));
      list.push_back({one.id, one.since, days ? std::to_string(*days) : "?", one.reason});
    }
    out += "\n" + aligned(list);
  }
  const auto add = [&](const std::string& title, const std::vector<Count>& counts) {
    if (counts.empty()) return;
    std::vector<std::vector<std::string>> list{{title, "PASSAGES"}};
    for (const Count& count : counts) list.push_back({count.name, number(count.passages)});
    // Of the smallest usual terminal; only paths of sections are longer.
    constexpr std::size_t kListWidth = 80;
    out += "\n" + aligned(list, kListWidth);
  };
  add("TOPIC", stats.topics);
  add("COUNTRY", stats.countries);
  add("LANGUAGE", stats.languages);
  add("SECTION", stats.sections);
  return out;
}

}  // namespace

int command_stats(const Arguments& arguments, const Environment& environment) {
  const Settings settings = settings_of(arguments, environment);
  if (!arguments.words.empty()) {
    throw Error(ErrorCode::Usage, "stats takes no arguments", how_to_search_for(arguments));
  }
  const Searcher searcher = open_indexes(settings, true);
  const IndexStats stats = searcher.stats();
  Presenter(settings, environment).show([&](const RenderOptions&) {
    return settings.format == "json" ? as_json(stats) : as_text(stats);
  });
  return status_with_missing(searcher, 0);
}

}  // namespace idsearch::query
