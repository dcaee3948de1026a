// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_section_lists.hpp"

#include <algorithm>
#include <set>

#include "indexer/note_numbers.hpp"

namespace idsearch::indexer {

namespace {

using Numbers = std::set<std::size_t>;

Numbers numbers_in(const HtmlNoteList& list) {
  Numbers numbers;
  for (const std::string& label : list.labels) numbers.insert(note_number(label));
  return numbers;
}

Numbers cited_between(const std::vector<CitedPlace>& places, NodeIndex begin, NodeIndex end) {
  Numbers numbers;
  for (auto it = std::ranges::lower_bound(places, begin, {}, &CitedPlace::node);
       it != places.end() && it->node < end; ++it) {
    numbers.insert(it->number);
  }
  return numbers;
}

}  // namespace

void find_section_lists(const HtmlPage& page, const std::vector<CitedPlace>& places,
                        std::vector<HtmlNoteList>& lists) {
  NodeIndex begin = 0;
  Numbers given;
  bool again = false;
  bool all_answer = true;
  std::vector<bool> has_marks;
  for (const HtmlNoteList& list : lists) {
    const Numbers own = numbers_in(list);
    const Numbers cited = cited_between(places, begin, list.list);
    bool answers = !cited.empty() && std::ranges::includes(own, cited);
    // The list may go on counting where the last one ended: then all of its own must be cited.
    if (!given.empty() && !cited.empty() && *cited.rbegin() > *given.rbegin()) {
      answers = answers && cited == own;
    }
    all_answer = all_answer && answers;
    has_marks.push_back(!cited.empty());
    again = again || std::ranges::any_of(own, [&](std::size_t n) { return given.contains(n); });
    given.insert(own.begin(), own.end());
    begin = page.node(list.list).end;
  }
  if (!again) return;
  all_answer = all_answer && cited_between(places, begin, page.size()).empty();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    lists[i].by_place = all_answer;
    lists[i].doubtful = !all_answer && has_marks[i];
  }
}

}  // namespace idsearch::indexer
