// SPDX-License-Identifier: GPL-2.0-or-later
// What is to be said of a query because of how it was typed on a command line?
#ifndef IDSEARCH_QUERY_COMMAND_NOTES_HPP
#define IDSEARCH_QUERY_COMMAND_NOTES_HPP

#include <optional>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "query/arguments.hpp"

namespace idsearch::query {

/// Throws Error{BadQuery} with the first of the notes when the request is strict and there is one.
void refuse_if_strict(const SearchRequest& request, const std::vector<QueryNote>& notes);

/// Of the words that may have been meant as options with their values, those that stand nowhere in
/// the index. At most kMaxNotes are looked at.
std::vector<QueryNote> notes_of_doubtful(const Arguments& arguments, const Searcher& searcher);

/// The query is the id of a passage, which as words need not find it first; nullopt when it is
/// none.
std::optional<QueryNote> note_of_id(const Searcher& searcher, const std::string& query);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMMAND_NOTES_HPP
