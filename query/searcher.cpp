// SPDX-License-Identifier: GPL-2.0-or-later
// A request to a result: parse, compile, match, show.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "idsearch/search.hpp"
#include "query/chars.hpp"
#include "query/compile.hpp"
#include "query/compile_compounds.hpp"
#include "query/compile_filters.hpp"
#include "query/compile_words.hpp"
#include "query/grammar.hpp"
#include "query/groups.hpp"
#include "query/highlight.hpp"
#include "query/hits.hpp"
#include "query/rank.hpp"
#include "query/search_conjunctions.hpp"
#include "query/search_explain.hpp"
#include "query/search_phrases.hpp"
#include "query/search_readings.hpp"
#include "query/search_run.hpp"
#include "query/search_spelling.hpp"
#include "query/search_stats.hpp"
#include "query/search_unmatched.hpp"
#include "query/thesaurus.hpp"
#include "store/reader.hpp"
#include "store/xapian_guard.hpp"
#include "text/iso_dates.hpp"
#include "text/joined.hpp"
#include "text/unicode.hpp"

namespace idsearch {
namespace {

using query::CompiledQuery;

text::DayRange period(const std::string& option, const std::string& value) {
  const std::optional<text::DayRange> days = text::parse_iso_period(value);
  if (!days) {
    throw Error(ErrorCode::Usage, "“" + value + "” is no date for " + option,
                "Write a year, month or day: 2025, 2025-01 or 2025-01-29.");
  }
  return *days;
}

query::CompileOptions compile_options(const SearchRequest& request,
                                      const query::Thesaurus& thesaurus) {
  query::CompileOptions options;
  options.in = request.in;
  options.exact = request.exact;
  options.explain = request.explain;
  options.memo = std::make_shared<query::WordMemo>();
  if (request.synonyms && !request.exact) options.thesaurus = &thesaurus;
  for (const auto& [field, lists] :
       {std::pair{"country", &request.countries}, std::pair{"section", &request.sections},
        std::pair{"topic", &request.topics}}) {
    std::vector<query::Node> filters = query::filters_of_option(field, *lists);
    std::move(filters.begin(), filters.end(), std::back_inserter(options.filters));
  }
  if (!request.since.empty()) options.since = period("--since", request.since).first;
  if (!request.until.empty()) options.until = period("--until", request.until).last;
  return options;
}

bool has_filters(const query::CompileOptions& options) {
  return !options.filters.empty() || !options.since.empty() || !options.until.empty();
}

/// What `strict` asks for.
[[noreturn]] void refuse(const std::string& text, const QueryNote& note) {
  throw Error(ErrorCode::BadQuery, query::show_with_caret(text, note),
              "Without --strict it is searched as well as it can be understood.");
}

void refuse_faults(const std::string& text, const std::vector<query::UnknownValue>& unknown) {
  const auto fault = std::ranges::find_if(unknown, &query::UnknownValue::is_fault);
  if (fault == unknown.end()) return;
  if (fault->note.length > 0) refuse(text, fault->note);
  throw Error(ErrorCode::Usage, "--" + std::string{fault->field} + ": " + fault->note.message,
              "Without --strict the answer would be that nothing is found.");
}

ContextPassage context_of(const store::PassageRecord& record) {
  return {record.id, record.text, record.section_path, record.section_titles};
}

/// The part of the result that a page shows, and notes about what was cut.
std::pair<std::size_t, std::size_t> page_of(const SearchRequest& request, SearchResult& result) {
  std::size_t offset = request.offset, limit = request.limit;
  if (offset > query::kMaxOffset) {
    offset = query::kMaxOffset;
    result.notes.push_back(
        {"a page begins at most " + std::to_string(offset) + " hits down", 0, 0});
  }
  if (!request.unlimited_page && limit > query::kMaxPage) {
    limit = query::kMaxPage;
    result.notes.push_back({"a page has at most " + std::to_string(limit) + " hits", 0, 0});
  }
  if (request.context > query::kMaxContext) {
    result.notes.push_back({"a hit is shown with at most " + std::to_string(query::kMaxContext) +
                                " neighbours on each side",
                            0, 0});
  }
  return {offset, limit};
}

}  // namespace

struct Searcher::Impl {
  Impl(std::vector<std::string> asked, const OpenOptions& how)
      : paths(std::move(asked)),
        options(how),
        thesaurus(how.thesaurus),
        reader(store::Reader::open(paths, options)),
        words(reader.languages()) {}

  /// Its neighbours in reading order, whose ids stand in its record.
  void add_context(Hit& hit, std::string previous, std::string next, std::size_t context) const {
    context = std::min(context, query::kMaxContext);
    std::string id = std::move(previous);
    for (std::size_t i = 0; i < context && !id.empty(); ++i) {
      const std::optional<store::PassageRecord> other = reader.find(id);
      if (!other) break;
      hit.before.push_back(context_of(*other));
      id = other->previous_id;
    }
    std::reverse(hit.before.begin(), hit.before.end());
    id = std::move(next);
    for (std::size_t i = 0; i < context && !id.empty(); ++i) {
      const std::optional<store::PassageRecord> other = reader.find(id);
      if (!other) break;
      hit.after.push_back(context_of(*other));
      id = other->next_id;
    }
  }

  void explain_hits(SearchResult& result, const CompiledQuery& compiled,
                    const query::FoundPage& found) const {
    std::vector<std::string> ids;
    for (const Hit& hit : result.hits) ids.push_back(hit.id);
    auto parts = query::explain_scores(compiled, reader.database(), found.passages, ids);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      result.hits[i].explanation = query::as_lines(result.hits[i].score, parts[i]);
      result.hits[i].score_parts = std::move(parts[i]);
    }
  }

  void add_hits(SearchResult& result, const query::FoundPage& found, std::size_t offset,
                const query::Highlighter& highlighter, const SearchRequest& request) const {
    std::vector<Xapian::docid> docids;
    for (const query::FoundPassage& passage : found.passages) docids.push_back(passage.docid);
    if (request.bare_hits) {
      for (std::string& id : reader.ids(docids)) result.hits.emplace_back().id = std::move(id);
    } else {
      query::TextAnalyzers analyzers(highlighter.beginnings());
      result.hits.reserve(docids.size());
      for (store::PassageRecord& record : reader.records(docids)) {
        std::string previous = std::move(record.previous_id), next = std::move(record.next_id);
        result.hits.push_back(query::hit_of(std::move(record), &highlighter, analyzers));
        add_context(result.hits.back(), std::move(previous), std::move(next), request.context);
      }
    }
    for (std::size_t i = 0; i < found.passages.size(); ++i) {
      result.hits[i].rank = offset + i + 1;
      result.hits[i].score = found.passages[i].score;
    }
  }

  /// A page of the best passages of the groups, and what each is the best of.
  std::pair<query::FoundPage, std::vector<HitGroup>> best_of_groups(const query::FoundPage& found,
                                                                    GroupBy by, std::size_t offset,
                                                                    std::size_t limit,
                                                                    SearchResult& result) const {
    std::vector<Xapian::docid> docids;
    for (const query::FoundPassage& passage : found.passages) docids.push_back(passage.docid);
    const std::vector<query::PassageGroup> all = query::groups_of(reader.heads(docids), by);
    result.groups = GroupCount{by, all.size(), found.passages.size() == found.total};
    std::pair<query::FoundPage, std::vector<HitGroup>> page;
    for (std::size_t i = offset; i < all.size() && i - offset < limit; ++i) {
      page.first.passages.push_back(found.passages[all[i].best]);
      page.second.push_back(all[i].group);
      page.second.back().exact = result.groups->exact;
    }
    return page;
  }

  /// The answer to the query as typed.
  SearchResult answer(const SearchRequest& request, query::FoundAsTyped& as_typed) const {
    query::ParsedQuery parsed = query::parse_query(request.text);
    if (request.strict) {
      const auto repair = std::ranges::find_if(
          parsed.notes, [](const query::GrammarNote& note) { return note.repair; });
      if (repair != parsed.notes.end()) refuse(parsed.text, repair->note);
    }
    const query::CompileOptions compile = compile_options(request, thesaurus);
    if (query::squeeze(parsed.text).empty() && !has_filters(compile)) {
      throw Error(ErrorCode::Usage, "the query is empty",
                  "Give words to look for, or a filter such as country:KP.");
    }
    SearchResult result;
    result.generation = reader.generation();
    result.missing = reader.missing();
    result.raw = parsed.text;
    for (const query::GrammarNote& note : parsed.notes) result.notes.push_back(note.note);
    if (!compile.since.empty() && !compile.until.empty() && compile.since > compile.until) {
      result.notes.push_back({"since " + request.since + " is after until " + request.until +
                                  ": these filters together find nothing",
                              0, 0});
    }
    const std::string what = "index " + text::joined(reader.paths(), ", ");
    store::guard(store::Access::Read, what, [&] {
      // Damage can hide a term: neither a value that is not there nor an empty answer is told
      // before the bytes are known to be good.
      const auto tell_absent = [&](std::vector<QueryNote> notes) {
        if (!notes.empty()) reader.check_bytes_if_small();
        std::ranges::move(notes, std::back_inserter(result.notes));
      };
      tell_absent(query::part_compounds(parsed.root, reader.database(), words, compile));
      result.parsed = query::to_text(parsed.root);
      const CompiledQuery compiled =
          query::compile_query(parsed.root, reader.database(), words, compile);
      if (!compiled.unknown.empty()) reader.check_bytes_if_small();
      if (request.strict) refuse_faults(parsed.text, compiled.unknown);
      result.notes.insert(result.notes.end(), compiled.notes.begin(), compiled.notes.end());
      result.expansions = compiled.expansions;
      if (compiled.lacks_word)
        tell_absent(
            query::notes_of_unmatched(parsed, reader.database(), words, compile, compiled.named));
      as_typed.lacks_word = compiled.lacks_word;
      as_typed.understood = compiled.understood;
      if (request.explain) {
        result.explain = query::explain_query(result.parsed, compiled);
        result.explanation = query::as_lines(*result.explain, result.expansions);
      }
      if (compiled.empty) {
        result.notes.push_back({"there is no word to look for in this query", 0, 0});
        return;
      }
      const auto [offset, limit] = page_of(request, result);
      const query::FoundPage found =
          request.by == GroupBy::None
              ? query::run_query(compiled, reader.database(), offset, limit)
              : query::run_query(compiled, reader.database(), 0, query::kMaxGrouped);
      result.total = as_typed.total = found.total;
      result.total_exact = found.total_exact;
      if (found.total == 0) reader.check_bytes_if_small();
      tell_absent(query::notes_of_phrases(parsed, reader.database(), words, compile, found.total));
      if (found.total == 0)
        tell_absent(query::notes_of_conjunctions(parsed, reader.database(), words, compile));
      query::Readings readings;
      if (compiled.names_absent || compiled.lacks_word || found.total == 0)
        readings = query::readings_of(parsed, reader.database(), words, compile, found.total);
      tell_absent(std::move(readings.notes));
      std::ranges::move(readings.names, std::back_inserter(as_typed.understood));
      if (found.passages.empty()) return;
      const query::Highlighter highlighter(parsed.root, words, request.in, request.exact,
                                           compiled.also);
      if (request.by == GroupBy::None) {
        add_hits(result, found, offset, highlighter, request);
        if (request.explain) explain_hits(result, compiled, found);
        return;
      }
      const auto [best, groups] = best_of_groups(found, request.by, offset, limit, result);
      add_hits(result, best, offset, highlighter, request);
      for (std::size_t i = 0; i < groups.size(); ++i) result.hits[i].group = groups[i];
      if (request.explain) explain_hits(result, compiled, best);
    });
    return result;
  }

  /// A phrase that stands nowhere may be misspelt all the same; that it stands nowhere is told.
  bool mends_phrase(const SearchRequest& request, const SearchRequest& other,
                    SearchResult& result) const {
    const std::string what = "index " + text::joined(reader.paths(), ", ");
    return store::guard(store::Access::Read, what, [&] {
      const query::ParsedQuery typed = query::parse_query(request.text);
      const query::ParsedQuery respelt = query::parse_query(other.text);
      const query::CompileOptions compile = compile_options(request, thesaurus);
      if (!query::finds_more_apart(typed.root, respelt.root, reader.database(), words, compile))
        return false;
      const std::vector<QueryNote> notes =
          query::notes_of_phrases(respelt, reader.database(), words, compile, result.total);
      for (const QueryNote& note : notes)
        result.notes.push_back({"as suggested: " + note.message, 0, 0});
      return true;
    });
  }

  /// Another spelling, when it finds more; with its hits, when the query has none.
  void add_suggestion(const SearchRequest& request, const query::FoundAsTyped& found,
                      SearchResult& result) const {
    const std::string what = "index " + text::joined(reader.paths(), ", ");
    SearchRequest other = request;
    other.text = store::guard(store::Access::Read, what, [&] {
      return query::other_spelling(query::parse_query(request.text), reader.database(), words,
                                   request.in, found);
    });
    if (other.text.empty()) return;
    const bool shows_hits = result.total == 0 && request.suggested_hits && request.offset == 0;
    if (!shows_hits) {
      other.limit = 0;
      other.by = GroupBy::None;
    }
    other.explain = false;
    query::FoundAsTyped ignored;
    SearchResult others = answer(other, ignored);
    if (others.total <= result.total && !mends_phrase(request, other, result)) return;
    result.suggestions.push_back(other.text);
    if (others.hits.empty()) return;
    result.hits = std::move(others.hits);
    result.hits_for = std::move(other.text);
  }

  std::vector<std::string> paths;  ///< as asked for, missing ones too
  OpenOptions options;
  query::Thesaurus thesaurus;
  store::Reader reader;
  query::QueryWords words;
};

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher Searcher::open(const std::vector<std::string>& paths) { return open(paths, {}); }

Searcher Searcher::open(const std::vector<std::string>& paths, const OpenOptions& options) {
  return Searcher(std::make_unique<Impl>(paths, options));
}

SearchResult Searcher::search(const SearchRequest& request) const {
  query::FoundAsTyped found;
  SearchResult result = impl_->answer(request, found);
  if (request.suggest && !request.text.empty() && query::may_be_misspelled(found))
    impl_->add_suggestion(request, found, result);
  return result;
}

std::optional<Hit> Searcher::passage(const std::string& id, std::size_t context) const {
  std::optional<store::PassageRecord> record = impl_->reader.find(id);
  if (!record) {
    impl_->reader.check_bytes_if_small();
    return std::nullopt;
  }
  query::TextAnalyzers analyzers({});
  std::string previous = std::move(record->previous_id), next = std::move(record->next_id);
  Hit hit = query::hit_of(std::move(*record), nullptr, analyzers);
  impl_->add_context(hit, std::move(previous), std::move(next), context);
  return hit;
}

std::vector<FieldInfo> Searcher::fields() { return query::field_infos(); }

IndexStats Searcher::stats() const {
  impl_->reader.check_bytes();
  return query::index_stats(impl_->reader);
}

std::vector<OpenedIndex> Searcher::indexes() const {
  std::vector<OpenedIndex> out;
  const store::Reader& reader = impl_->reader;
  for (std::size_t i = 0; i < reader.paths().size(); ++i) {
    const store::Manifest& manifest = reader.manifests()[i];
    out.push_back({reader.paths()[i], manifest.generation, manifest.created});
  }
  return out;
}

const std::vector<MissingIndex>& Searcher::missing() const { return impl_->reader.missing(); }

bool Searcher::refresh() {
  if (!impl_->reader.is_outdated()) return false;
  impl_ = std::make_unique<Impl>(impl_->paths, impl_->options);
  return true;
}

}  // namespace idsearch
