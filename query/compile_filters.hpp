// SPDX-License-Identifier: GPL-2.0-or-later
// Filter values as people write them to the terms and ranges of the index.
#ifndef IDSEARCH_QUERY_COMPILE_FILTERS_HPP
#define IDSEARCH_QUERY_COMPILE_FILTERS_HPP

#include <xapian.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"
#include "query/option_filters.hpp"

namespace idsearch::query {

/// A value that no passage has, or a part of the query that is none.
struct UnknownValue {
  QueryNote note;          ///< length 0: from an option of the request
  std::string_view field;  ///< "country"; empty when it is no value
  /// It can be no value of this field, whatever the index holds: for `strict`. An index without
  /// Kenya is no fault of `country:Kenya`.
  bool is_fault = false;
};

class FilterCompiler {
 public:
  explicit FilterCompiler(const Xapian::Database& database) : database_(database) {}

  /// Passages for which the field has any of the values, weight 0. A value that the index does not
  /// have matches nothing, with a note.
  Xapian::Query filter(const Node& node);

  /// Passages of profiles last updated in these days ("YYYYMMDD", either may be empty).
  static Xapian::Query updated(const std::string& first, const std::string& last);

  /// Terms that a value of a filter field stands for.
  std::vector<std::string> terms(const store::Field& field, std::string_view value) const;

  const std::vector<UnknownValue>& unknown() const { return unknown_; }

 private:
  void note_unknown(const store::Field& field, const std::string& value, const Node& node);
  std::vector<std::string> known_values(std::string_view prefix) const;
  /// All words of it stand in titles, if not in the same one.
  bool in_titles(std::string_view value) const;

  const Xapian::Database& database_;
  std::vector<UnknownValue> unknown_;
};

/// A passage has one country: a note when filters that must all hold leave none.
std::optional<QueryNote> country_conflict(const Node& root, const std::vector<Node>& filters,
                                          const FilterCompiler& compiler);

/// Likewise the dates of a profile.
std::optional<QueryNote> date_conflict(const Node& root);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_FILTERS_HPP
