// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/note_list_start.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text_headings.hpp"

namespace idsearch::indexer {

namespace {

// Blocks behind a list without "^" that may be a footer of the site.
constexpr std::size_t kMostFooterBlocks = 2;

// Finds the first line of the list among the lines that look like numbers of notes.
class ListStart {
 public:
  ListStart(std::span<const Line> lines, std::span<const NoteLine> candidates, MarkStyle style)
      : lines_(lines),
        candidates_(candidates),
        style_(style),
        cited_(marked_numbers(lines, style)) {}

  /// Index of a candidate.
  std::optional<std::size_t> find() const {
    const auto certain = std::find_if(candidates_.begin(), candidates_.end(),
                                      [](const NoteLine& note) { return note.certain; });
    if (certain != candidates_.end()) {
      return before_certain(static_cast<std::size_t>(certain - candidates_.begin()));
    }
    return without_certain();
  }

 private:
  bool begins_block(std::size_t candidate) const {
    return lines_[candidates_[candidate].index].begins_block;
  }

  // Blocks that begin between the number line of a candidate and line `end`; the text may stand in
  // a block of its own behind a bare number.
  std::size_t further_blocks(std::size_t candidate, std::size_t end) const {
    const NoteLine& note = candidates_[candidate];
    std::size_t blocks = 0;
    for (std::size_t i = note.index + 1; i < end && blocks <= kMostFooterBlocks + 1; ++i) {
      if (lines_[i].begins_block) ++blocks;
    }
    const bool own_text =
        note.text.empty() && note.index + 1 < end && lines_[note.index + 1].begins_block;
    return blocks - (own_text ? 1 : 0);
  }

  bool has_title(std::size_t candidate) const {
    const std::size_t index = candidates_[candidate].index;
    return index > 0 && is_notes_title(lines_[index - 1].text);
  }

  // Behind a line in mid-sentence a number is the next word.
  bool may_begin_note(std::size_t candidate) const {
    const std::size_t index = candidates_[candidate].index;
    return begins_block(candidate) || index == 0 || may_end_note(lines_[index - 1].text);
  }

  // Whether candidate `i`, inside a block, is rather wrapped text of a note before it: that note's
  // number stands between this one and `upper`, where a note may begin.
  bool is_wrapped_text(std::size_t i, std::size_t upper, std::size_t end) const {
    constexpr std::size_t kLookedAt = 8;  // a note of more wrapped numbers was not seen
    if (begins_block(i)) return false;
    const std::size_t number = candidates_[i].number;
    for (std::size_t j = i; j-- > 0 && i - j <= kLookedAt;) {
      const NoteLine& before = candidates_[j];
      if (before.number < number || before.number >= upper || !may_begin_note(j)) continue;
      const bool better = begins_block(j) || before.bracket || !candidates_[i].bracket;
      if (better && (before.number > number || !may_begin_note(i) || begins_block(j))) {
        return further_blocks(j, end) == 0;
      }
    }
    return false;
  }

  // Whether candidate `i` (not the last), whose number does not fit in before `upper`, is a note
  // all the same: numbers of a list may repeat and stand out of order. Items of a list of the body
  // that stands before the notes have numbers that do not fit, too.
  bool is_displaced(std::size_t i, std::size_t upper, const std::vector<bool>& given,
                    std::size_t end) const {
    const NoteLine& note = candidates_[i];
    const bool next_to_chain = candidates_[i + 1].index == end;
    if (upper <= 1 && given[note.number] && (note.number != upper || !next_to_chain)) return false;
    // A mistyped number: the notes on both sides count as if it were right.
    if (next_to_chain && i > 0 && candidates_[i - 1].number + 2 == upper) {
      return further_blocks(i, end) == 0;
    }
    const std::string text = whole_text(i, candidates_[i + 1].index);
    const bool looks_like_one =
        note.bracket ||
        (!line_signs(text).has_mark &&
         (is_note_like(text) ? !is_prose(text)
                             : begins_block(i) && !given[note.number] && cited_[note.number]));
    return looks_like_one && further_blocks(i, end) == 0;
  }

  // The chain of notes that ends with candidate `last`, whose text ends at line `end`, most in
  // ascending order: candidate indexes, last note first. Empty when `last` is no note.
  std::vector<std::size_t> chain_back(std::size_t last, std::size_t end) const {
    std::vector<std::size_t> chain;
    std::vector<bool> given(1000);  // numbers have at most three digits
    std::size_t upper = static_cast<std::size_t>(-1);
    for (std::size_t i = last + 1; i-- > 0;) {
      const std::size_t number = candidates_[i].number;
      if (number >= upper) {
        if (!may_begin_note(i) || !is_displaced(i, upper, given, end)) {
          if (begins_block(i)) break;
          continue;  // wrapped text that begins with a number
        }
      } else {
        if (is_wrapped_text(i, upper, end)) continue;
        const bool allowed = chain.empty() || further_blocks(i, end) == 0;
        if (!allowed) break;
        upper = number;
      }
      chain.push_back(i);
      given[number] = true;
      end = candidates_[i].index;
      if (has_title(i)) break;
    }
    return chain;
  }

  std::size_t count_citations(const std::vector<std::size_t>& chain, const std::vector<bool>& cited,
                              bool cited_too) const {
    return static_cast<std::size_t>(std::count_if(chain.begin(), chain.end(), [&](std::size_t i) {
      const NoteLine& note = candidates_[i];
      std::string_view text = note.text;
      if (text.empty() && note.index + 1 < lines_.size()) text = lines_[note.index + 1].text;
      return is_note_like(text) || (cited_too && cited[note.number]);
    }));
  }

  // Notes without "^" directly before the first one with it.
  std::size_t before_certain(std::size_t certain) const {
    std::size_t start = certain;
    std::size_t upper = candidates_[certain].number;
    std::size_t end = candidates_[certain].index;
    const auto cited = marked_numbers(lines_.first(end), style_);
    const auto again = given_again(lines_, candidates_);
    std::vector<std::size_t> chain;
    for (std::size_t i = certain; i-- > 0;) {
      const std::size_t number = candidates_[i].number;
      if (number >= upper || again[i] ||
          (number + 1 != upper && !cited[number] && upper - number > kMostSkipped)) {
        if (begins_block(i)) break;
        continue;
      }
      if (further_blocks(i, end) > 0) break;
      chain.push_back(i);
      upper = number;
      end = candidates_[i].index;
      if (has_title(i)) break;
    }
    if (chain.empty()) return start;
    const auto body_cites = marked_numbers(lines_.first(end), style_);
    const bool citing = 2 * count_citations(chain, body_cites, true) >= chain.size();
    // Numbers that lead right up to the list belong to it, unless they look like a list of the
    // body.
    const bool leads_up = candidates_[chain.front()].number + 1 == candidates_[certain].number;
    const bool listed = std::any_of(chain.begin(), chain.end(), [this](std::size_t i) {
      return line_signs(candidates_[i].text).ends_semicolon;
    });
    if (citing || (leads_up && !listed)) start = chain.back();
    return start;
  }

  // The text of a candidate, up to line `end` or the end of its block.
  std::string whole_text(std::size_t candidate, std::size_t end) const {
    const NoteLine& note = candidates_[candidate];
    std::string text(note.text);
    for (std::size_t i = note.index + 1; i < end; ++i) {
      if (lines_[i].begins_block && !text.empty()) break;
      text += ' ';
      text += lines_[i].text;
    }
    return text;
  }

  // Most items are sentences: rules or steps of the body, even where their numbers answer marks.
  // Nobody numbers such items "[1]".
  bool reads_as_body(const std::vector<std::size_t>& chain) const {
    std::size_t prose = 0;
    std::size_t end = lines_.size();
    for (const std::size_t i : chain) {
      if (candidates_[i].bracket) return false;
      if (is_prose(whole_text(i, end))) ++prose;
      end = candidates_[i].index;
    }
    return 2 * prose > chain.size();
  }

  std::optional<std::size_t> without_certain() const {
    if (candidates_.empty()) return std::nullopt;
    const std::size_t last = candidates_.size() - 1;
    const auto chain = chain_back(last, lines_.size());
    if (chain.empty()) return std::nullopt;
    const std::size_t start = chain.back();
    const bool titled = has_title(start);
    const std::size_t footer = further_blocks(last, lines_.size());
    const auto cited = marked_numbers(lines_.first(candidates_[start].index), style_);
    const bool citing = count_citations(chain, cited, false) > 0 &&
                        2 * count_citations(chain, cited, true) >= chain.size();
    if (footer > 0 && !titled && !(footer <= kMostFooterBlocks && chain.size() >= 3 && citing)) {
      return std::nullopt;
    }
    if (titled) return start;
    if (reads_as_body(chain)) return std::nullopt;
    // A list that a colon announces, or whose items end in semicolons, has to look like citations.
    const std::size_t first = candidates_[start].index;
    const bool announced = (first > 0 && line_signs(lines_[first - 1].text).ends_colon) ||
                           std::any_of(chain.begin(), chain.end(), [this](std::size_t i) {
                             return line_signs(candidates_[i].text).ends_semicolon;
                           });
    std::vector<bool> given(cited.size());
    bool answers = false;
    for (const std::size_t i : chain) {
      given[candidates_[i].number] = true;
      answers = answers || cited[candidates_[i].number];
    }
    bool answers_all = true;
    for (std::size_t n = 0; n < cited.size(); ++n)
      answers_all = answers_all && (!cited[n] || given[n]);
    const bool sure = style_ != MarkStyle::Round || citing || answers_most(chain, cited);
    if (answers && sure && ((answers_all && !announced) || citing)) return start;
    // The last style to be looked for: no marks are left.
    if (style_ == MarkStyle::Round && !announced && counts_citations(chain)) return start;
    return std::nullopt;
  }

  // Whether the list runs 1, 2, 3 … and most of its numbers are cited.
  bool answers_most(const std::vector<std::size_t>& chain, const std::vector<bool>& cited) const {
    std::size_t answered = 0;
    for (const std::size_t i : chain) answered += cited[candidates_[i].number] ? 1 : 0;
    return runs_from_one(chain) && 3 * answered >= 2 * chain.size();
  }

  bool runs_from_one(const std::vector<std::size_t>& chain) const {
    for (std::size_t i = 0; i < chain.size(); ++i)
      if (candidates_[chain[i]].number != chain.size() - i) return false;
    return true;
  }

  // Whether the list runs 1, 2, 3 … and its texts can be nothing but notes, though no mark is left
  // in the body.
  bool counts_citations(const std::vector<std::size_t>& chain) const {
    if (!runs_from_one(chain)) return false;
    std::size_t citations = 0;
    std::size_t end = lines_.size();
    for (const std::size_t i : chain) {
      if (is_citation(whole_text(i, end))) ++citations;
      end = candidates_[i].index;
    }
    return 2 * citations > chain.size();
  }

  std::span<const Line> lines_;
  std::span<const NoteLine> candidates_;
  MarkStyle style_;
  std::vector<bool> cited_;  // numbers that are marked anywhere, below 1000
};

}  // namespace

std::optional<std::size_t> find_note_list(std::span<const Line> lines,
                                          std::span<const NoteLine> candidates, MarkStyle style) {
  return ListStart(lines, candidates, style).find();
}

}  // namespace idsearch::indexer
