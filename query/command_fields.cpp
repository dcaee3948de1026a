// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch fields`: what can stand before a colon in a query. Needs no index.
#include <nlohmann/json.hpp>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/commands.hpp"
#include "query/json_values.hpp"
#include "query/presenter.hpp"
#include "query/table.hpp"

namespace idsearch::query {
namespace {

std::string as_json(const std::vector<FieldInfo>& fields) {
  nlohmann::ordered_json json{{"schema", kFieldsSchema},
                              {"fields", nlohmann::ordered_json::array()}};
  for (const FieldInfo& field : fields) {
    json["fields"].push_back({{"name", field.name},
                              {"kind", field.kind},
                              {"help", field.help},
                              {"example", field.example}});
  }
  return dump_json(json, true);
}

std::string as_text(const std::vector<FieldInfo>& fields) {
  std::vector<std::vector<std::string>> rows{{"FIELD", "KIND", "EXAMPLE", "MEANING"}};
  for (const FieldInfo& field : fields) {
    rows.push_back({field.name, field.kind, field.example, field.help});
  }
  constexpr std::size_t kListWidth = 80;  // of the smallest usual terminal
  return aligned(rows, kListWidth);
}

}  // namespace

int command_fields(const Arguments& arguments, const Environment& environment) {
  const Settings settings = settings_of(arguments, environment);
  if (!arguments.words.empty()) {
    throw Error(ErrorCode::Usage, "fields takes no arguments", how_to_search_for(arguments));
  }
  const std::vector<FieldInfo> fields = Searcher::fields();
  Presenter(settings, environment).show([&](const RenderOptions&) {
    return settings.format == "json" ? as_json(fields) : as_text(fields);
  });
  return 0;
}

}  // namespace idsearch::query
