// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/known_names.hpp"

#include <algorithm>

namespace idsearch::query {
namespace {

/// The first word of `words`, which is shortened by it.
std::string_view take_word(std::string_view& words) {
  const std::size_t blank = std::min(words.find(' '), words.size());
  const std::string_view word = words.substr(0, blank);
  words.remove_prefix(std::min(blank + 1, words.size()));
  return word;
}

bool says(const WordForms& forms, std::string_view word) {
  return forms.folded == word || singular(forms.folded) == word;
}

class Matcher {
 public:
  explicit Matcher(const std::vector<GroupItem>& items) : items_(items) {}

  /// How many items from `at` on say all of `words`; 0 when they do not.
  std::size_t length(std::size_t at, std::string_view words) const {
    const std::size_t end = end_of(at, words, items_[at].node->field);
    return end == 0 ? 0 : end - at;
  }

 private:
  /// Where the words end; 0 when the items do not say them.
  std::size_t end_of(std::size_t at, std::string_view words, const store::Field* field) const {
    if (words.empty()) return at;
    if (at == items_.size() || !items_[at].unit || items_[at].node->field != field) return 0;
    const WordUnit& unit = *items_[at].unit;
    if (unit.joined) {
      std::string_view rest = words;
      if (says(*unit.joined, take_word(rest)))
        if (const std::size_t end = end_of(at + 1, rest, field)) return end;
    }
    std::string_view rest = words;
    for (const WordForms& part : unit.parts)
      if (rest.empty() || !says(part, take_word(rest))) return 0;
    return end_of(at + 1, rest, field);
  }

  const std::vector<GroupItem>& items_;
};

std::string typed_words(const std::vector<GroupItem>& items, std::size_t first, std::size_t count) {
  std::string typed;
  for (std::size_t i = first; i < first + count; ++i) {
    if (i > first) typed += ' ';
    typed += typed_text(items[i]);
  }
  return typed;
}

}  // namespace

std::string_view typed_text(const GroupItem& item) {
  const std::string_view text = item.node->text;
  return text.substr(item.unit->start, item.unit->end - item.unit->start);
}

std::vector<KnownName> known_names(
    const std::vector<GroupItem>& items, const WordTable& table,
    const std::function<bool(std::string_view payload, std::string_view typed)>& accepts) {
  const Matcher matcher(items);
  std::vector<KnownName> result;
  for (std::size_t at = 0; at < items.size();) {
    KnownName best;
    if (items[at].unit) {
      std::vector<std::string> begins;
      const auto may_begin = [&](const WordForms& forms) {
        for (std::string form : {forms.folded, singular(forms.folded)})
          if (std::ranges::find(begins, form) == begins.end()) begins.push_back(std::move(form));
      };
      may_begin(items[at].unit->parts.front());
      if (items[at].unit->joined) may_begin(*items[at].unit->joined);
      for (const std::string& begin : begins) {
        for (const TableRow& row : table.rows_beginning(begin)) {
          const std::size_t length = matcher.length(at, row.words);
          if (length == 0 || length < best.count) continue;
          std::string typed = typed_words(items, at, length);
          if (!accepts(row.payload, typed)) continue;
          if (length > best.count) best = {at, length, {}, std::move(typed)};
          best.payload.push_back(row.payload);
        }
      }
    }
    at += std::max<std::size_t>(best.count, 1);
    if (best.count > 0) result.push_back(std::move(best));
  }
  return result;
}

}  // namespace idsearch::query
