// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch show ID...`: whole passages with all their notes.
#include <optional>
#include <string>
#include <utility>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/bibliography.hpp"
#include "query/commands.hpp"
#include "query/near_ids.hpp"
#include "query/open_index.hpp"
#include "query/output.hpp"
#include "query/presenter.hpp"
#include "query/rank.hpp"
#include "query/render_formats.hpp"

namespace idsearch::query {

int command_show(const Arguments& arguments, const Environment& environment) {
  const Settings settings = settings_of(arguments, environment);
  if (arguments.words.empty()) {
    throw Error(ErrorCode::Usage, "show needs the id of a passage",
                "idsearch -f ids QUERY prints ids; " + how_to_search_for(arguments));
  }
  const Searcher searcher = open_indexes(settings);
  if (settings.request.context > kMaxContext && !settings.quiet)
    say("note: a passage is shown with at most " + std::to_string(kMaxContext) +
        " neighbours on each side");
  std::vector<Hit> passages;
  std::vector<std::string> missing;
  for (const std::string& id : arguments.words) {
    if (std::optional<Hit> hit = searcher.passage(id, settings.request.context)) {
      passages.push_back(*std::move(hit));
    } else {
      missing.push_back(id);
    }
  }
  // Also when there is none: a program reads an empty list more easily than nothing.
  Presenter(settings, environment).show([&](const RenderOptions& options) {
    return render_passages(passages, settings.format, options);
  });
  if (lists_sources(settings.format) && !settings.quiet)
    if (const auto note = note_on_bibliography(passages)) say("note: " + *note);
  for (const std::string& id : missing) {
    say("there is no passage " + shown(id));
    if (settings.quiet) continue;
    std::string hint;
    for (const std::string& near : near_ids(searcher, id)) {
      hint += (hint.empty() ? "near it: " : ", ") + near;
    }
    if (!hint.empty()) say(hint);
  }
  return status_with_missing(searcher, missing.empty() ? 0 : 1);
}

}  // namespace idsearch::query
