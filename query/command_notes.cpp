// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/command_notes.hpp"

#include "idsearch/error.hpp"
#include "query/grammar.hpp"
#include "query/rank.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

void refuse_if_strict(const SearchRequest& request, const std::vector<QueryNote>& notes) {
  if (!request.strict || notes.empty()) return;
  throw Error(ErrorCode::BadQuery,
              show_with_caret(text::repair_utf8(request.text).text, notes.front()),
              "To search for it as text, put -- before the query.");
}

std::vector<QueryNote> notes_of_doubtful(const Arguments& arguments, const Searcher& searcher) {
  std::vector<QueryNote> notes;
  std::size_t asked = 0;
  for (const DoubtfulWord& doubtful : arguments.doubtful) {
    // Each is a search; nobody reads more notes.
    if (++asked > kMaxNotes) break;
    SearchRequest request;
    request.text = doubtful.word;
    request.in = SearchIn::All;
    request.limit = 0;
    request.synonyms = request.suggest = false;
    if (searcher.search(request).total == 0) notes.push_back(doubtful.note);
  }
  return notes;
}

std::optional<QueryNote> note_of_id(const Searcher& searcher, const std::string& query) {
  const std::string id(text::trim(text::repair_utf8(query).text));
  const std::size_t slash = id.rfind('/');
  // "profile/section/1"; with one slash it is the number of an act ("2016/679").
  const bool looks_so = slash != id.find('/') && slash + 1 < id.size() &&
                        id.find_first_not_of("0123456789", slash + 1) == std::string::npos;
  if (!looks_so || !searcher.passage(id)) return std::nullopt;
  return QueryNote{"a passage has this id; to see it: idsearch show " + id, 0, 0};
}

}  // namespace idsearch::query
