// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch QUERY...`: what is found, how it is shown, and which status says so.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/bibliography.hpp"
#include "query/command_notes.hpp"
#include "query/commands.hpp"
#include "query/open_index.hpp"
#include "query/output.hpp"
#include "query/presenter.hpp"
#include "query/render_formats.hpp"
#include "query/trec.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

constexpr int kFound = 0;
constexpr int kNothing = 1;

bool has_filters(const SearchRequest& request) {
  return !request.countries.empty() || !request.sections.empty() || !request.topics.empty() ||
         !request.since.empty() || !request.until.empty();
}

/// An empty question is refused before an index is looked for: that is not what is wrong.
void check_question(const Arguments& arguments, const SearchRequest& request) {
  if (!text::trim(text::repair_utf8(request.text).text).empty() || has_filters(request)) return;
  std::string hint = "idsearch --help explains the use";
  if (arguments.verb_given) hint += "; " + how_to_search_for(arguments);
  throw Error(ErrorCode::Usage, "there is nothing to search for", hint);
}

/// What the asker may do when nothing was found.
void say_nothing_found(const Searcher& searcher, const SearchRequest& request) {
  say("nothing found" + (request.text.empty() ? std::string{} : " for " + shown(request.text)));
  std::string tries;
  const auto add = [&tries](const std::string& advice) {
    tries += (tries.empty() ? "try: " : "; ") + advice;
  };
  // Only what finds something is worth trying.
  SearchRequest wider = request;
  wider.limit = 0;
  wider.by = GroupBy::None;
  wider.suggest = false;
  wider.explain = false;
  if (has_filters(request) && !request.text.empty()) {
    SearchRequest whole = wider;
    whole.countries = whole.sections = whole.topics = {};
    whole.since = whole.until = {};
    if (searcher.search(whole).total > 0) add("fewer filters");
  }
  if (request.exact) add("without --exact");
  if (request.in == SearchIn::Body && !request.text.empty()) {
    wider.in = SearchIn::All;
    if (searcher.search(wider).total > 0) add("--in all, which also searches the sources");
  }
  if (!tries.empty()) say(tries);
}

/// What a page is made of.
std::string unit_of(const SearchResult& result, bool one) {
  if (result.groups) return one ? "group" : "groups";
  return one ? "passage" : "passages";
}

void say_page(const SearchRequest& request, const SearchResult& result) {
  const std::string passages = (result.total_exact ? "" : "about ") + std::to_string(result.total);
  const std::size_t all = result.groups ? result.groups->total : result.total;
  const std::string count = !result.groups         ? passages
                            : result.groups->exact ? std::to_string(all)
                                                   : "at least " + std::to_string(all);
  const std::string in_passages =
      result.groups ? " in " + passages + (result.total == 1 ? " passage" : " passages") : "";
  const std::string total = count + " " + unit_of(result, all == 1) + in_passages;
  const std::size_t first = request.offset + 1, last = request.offset + result.hits.size();
  if (result.hits.empty() && request.limit > 0) {
    say("none on this page; " + total + " in all");
  } else if (result.hits.empty() || (first == 1 && last >= all)) {
    say(total);
  } else {
    std::string line = unit_of(result, first == last) + " " + std::to_string(first);
    if (first < last) line += "–" + std::to_string(last);
    line += " of " + count + in_passages;
    if (last < all) line += "; more with --offset " + std::to_string(last);
    say(line);
  }
}

/// Said whatever the format: only JSON has a place for it.
void say_suggestions(const SearchResult& result) {
  for (const std::string& suggestion : result.suggestions) {
    say((result.hits_for.empty() ? "did you mean: " : "shown instead: ") +
        text::escape_controls(suggestion));
  }
}

/// What was looked for besides, a line each.
void say_expansions(const SearchResult& result) {
  // A wildcard may stand for more than a hundred words; a line and a half tells enough.
  constexpr std::size_t kMostBytes = 160;
  for (const std::string& line : result.expansions) {
    const bool cut = line.size() > kMostBytes;
    say("also: " + text::escape_controls(
                       cut ? line.substr(0, text::char_floor(line, kMostBytes)) + "…" : line));
  }
}

int answer_test_queries(const Settings& settings) {
  const std::vector<TestQuery> queries = read_test_queries(*settings.queries);
  const Searcher searcher = open_indexes(settings);
  std::string out;
  bool found = false;
  bool refused = false;  // by --strict
  for (const TestQuery& query : queries) {
    SearchRequest request = settings.request;
    request.text = query.text;
    try {
      const SearchResult result = searcher.search(request);
      found = found || !result.hits.empty();
      out += trec_lines(query.id, result.hits);
    } catch (const Error& error) {
      // One faulty question does not end the run; a faulty index does.
      if (error.code() != ErrorCode::Usage && error.code() != ErrorCode::BadQuery) throw;
      say("query " + query.id + ": " + error.message());
      refused = refused || error.code() == ErrorCode::BadQuery;
    }
    // Enough for an answer of one query at the longest, written as it comes.
    constexpr std::size_t kBlock = 1 << 16;
    if (out.size() > kBlock) {
      write_answer(out);
      out.clear();
    }
  }
  write_answer(out);
  if (refused) return status_with_missing(searcher, exit_status(ErrorCode::BadQuery));
  return status_with_missing(searcher, found || settings.no_match_ok ? kFound : kNothing);
}

}  // namespace

int command_search(const Arguments& arguments, const Environment& environment) {
  const Settings settings = settings_of(arguments, environment);
  if (settings.queries) return answer_test_queries(settings);
  SearchRequest request = settings.request;
  check_question(arguments, request);
  refuse_if_strict(request, arguments.notes);
  if (settings.count) {
    request.limit = 0;
    request.by = GroupBy::None;
  }

  // Kept until the process ends, which is sooner done than taking them apart: a fiftieth of what a
  // cold search does after linking (callgrind).
  static std::optional<Searcher> kept_searcher;
  static std::optional<SearchResult> kept_result;
  const Searcher& searcher = kept_searcher.emplace(open_indexes(settings));
  const std::vector<QueryNote> doubts = notes_of_doubtful(arguments, searcher);
  SearchResult& result = kept_result.emplace(searcher.search(request));
  result.notes.insert(result.notes.begin(), doubts.begin(), doubts.end());
  if (auto note = note_of_id(searcher, request.text)) result.notes.push_back(*std::move(note));
  const bool for_people = settings.format == "text" || settings.format == "md";
  const bool answer_as_json = settings.format == "json" || settings.format == "ndjson";
  const bool explained = settings.format == "text" || answer_as_json;
  if (!settings.quiet) {
    for (const QueryNote& note : result.notes) say("note: " + note.message);
    if (!explained && !result.explanation.empty()) say(result.explanation);
    if (for_people && !settings.count) say_expansions(result);
  }
  // They are told already, by settings_of(); programs find all notes in one place.
  result.notes.insert(result.notes.begin(), arguments.notes.begin(), arguments.notes.end());

  const Presenter presenter(settings, environment);
  if (settings.count) {
    write_answer(std::to_string(result.total) + "\n");
    if (!settings.quiet && !result.total_exact) say("note: the number is an estimate");
  } else if (settings.format == kTrecFormat) {
    write_answer(trec_lines("1", result.hits));
  } else {
    presenter.show([&](RenderOptions options) {
      options.request = &request;
      return render(result, settings.format, options);
    });
  }

  if (!settings.quiet && !settings.count) {
    if (!answer_as_json) say_suggestions(result);
    if (lists_sources(settings.format))
      if (const auto note = note_on_bibliography(result.hits)) say("note: " + *note);
    // A page behind the last one looks like no answer at all, in any format.
    const bool beyond = result.total > 0 && result.hits.empty() && request.limit > 0;
    if (result.total == 0) {
      if (for_people) say_nothing_found(searcher, request);
    } else if (beyond || (for_people && presenter.is_interactive())) {
      say_page(request, result);
    }
  }
  return status_with_missing(searcher,
                             result.total > 0 || settings.no_match_ok ? kFound : kNothing);
}

}  // namespace idsearch::query
