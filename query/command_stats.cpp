// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch stats`: what the index contains.
#include <nlohmann/json.hpp>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
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

Json or_null(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
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
                  {"languages", counts_json(stats.languages)}};
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
  std::string out = aligned(rows);
  const auto add = [&](const std::string& title, const std::vector<Count>& counts) {
    if (counts.empty()) return;
    std::vector<std::vector<std::string>> list{{title, "PASSAGES"}};
    for (const Count& count : counts) list.push_back({count.name, number(count.passages)});
    out += "\n" + aligned(list);
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
