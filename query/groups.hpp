// SPDX-License-Identifier: GPL-2.0-or-later
// Which groups are the passages found in, and which is the best of each?
#ifndef IDSEARCH_QUERY_GROUPS_HPP
#define IDSEARCH_QUERY_GROUPS_HPP

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "idsearch/search.hpp"
#include "store/passage_record.hpp"

namespace idsearch::query {

struct PassageGroup {
  HitGroup group;
  std::size_t best = 0;  ///< place of its best passage in the list
};

/// Of passages in the order of their rank; the groups in the order of their best ones. A passage
/// may be the best of several topics, whose names are then in the order of the record.
std::vector<PassageGroup> groups_of(std::span<const store::PassageHead> ranked, GroupBy by);

/// "country", "section", "topic"; empty for None.
std::string_view name_of(GroupBy by);

/// What is said of the group of a hit, for people: "4 more of Kenya", "the only one tagged
/// surveillance".
std::string group_words(const HitGroup& group);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_GROUPS_HPP
