// SPDX-License-Identifier: GPL-2.0-or-later
// Test runs: many queries from a file, answers in the form that trec_eval reads.
#ifndef IDSEARCH_QUERY_TREC_HPP
#define IDSEARCH_QUERY_TREC_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"

namespace idsearch::query {

inline constexpr std::string_view kTrecFormat = "trec";

struct TestQuery {
  std::string id, text;

  bool operator==(const TestQuery&) const = default;
};

/// Lines `id TAB text`; empty lines are skipped, CR before the line's end and a BOM dropped. Throws
/// Error{Usage} naming `file` and line for a line without TAB or id.
std::vector<TestQuery> parse_test_queries(std::string_view bytes, std::string_view file);

/// Reads the file ("-" is standard input). Throws Error{Usage} when it cannot be read.
std::vector<TestQuery> read_test_queries(const std::string& file);

/// Lines `qid Q0 docid rank score idsearch` in the order of the hits. trec_eval sorts by score, as
/// a float, and breaks ties by docid descending: so the printed scores fall strictly, as floats,
/// even where the real ones tie.
std::string trec_lines(std::string_view query_id, std::span<const Hit> hits);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_TREC_HPP
