// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text_notes.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/note_lines.hpp"
#include "indexer/note_list_start.hpp"
#include "indexer/scattered_notes.hpp"
#include "indexer/section_notes.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_units.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

std::vector<NoteLine> all_note_lines(std::span<const Line> lines, MarkStyle style) {
  std::vector<NoteLine> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto note = note_line(lines, i);
    if (!note && style == MarkStyle::Round) note = round_note_line(lines, i);
    if (!note) continue;
    found.push_back(*note);
    i += note->lines - 1;
  }
  return found;
}

// Reads the list line by line, once its beginning is known.
class ListReader {
 public:
  ListReader(std::span<const Line> lines, std::span<const NoteLine> candidates, MarkStyle style)
      : lines_(lines), candidates_(candidates), style_(style) {}

  NoteList read(std::size_t start) {
    const std::size_t first = candidates_[start].index;
    list_.body.assign(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(first));
    // Two in lynx's dumps: "References", "Visible links".
    for (int title = 0; title < 2; ++title)
      if (!list_.body.empty() && is_notes_title(list_.body.back().text)) list_.body.pop_back();
    cited_ = marked_numbers(list_.body, style_);
    again_ = given_again(lines_, candidates_);
    count_carets(start);
    std::size_t next = start;
    for (std::size_t i = first; i < lines_.size();) {
      while (next < candidates_.size() && candidates_[next].index < i) ++next;
      const bool candidate = next < candidates_.size() && candidates_[next].index == i;
      if (candidate && begins_note(next)) {
        leave_section(i, candidates_[next].number);
        open(candidates_[next]);
        i += candidates_[next].lines;
      } else {
        add_line(i++);
      }
    }
    end_list(lines_.size());
    return std::move(list_);
  }

 private:
  // Without "^" a number has to go on from the last one; a skip also has to lead up to the next
  // one, and to stand where a note may begin.
  bool begins_note(std::size_t candidate) const {
    const NoteLine& note = candidates_[candidate];
    if (note.certain || list_.notes.empty()) return true;
    if (!in_list_ || again_[candidate]) return false;
    const bool begins_block = lines_[note.index].begins_block;
    if (brackets_rule_ && !note.bracket && !begins_block) return false;
    if (note.number <= last_number_) {
      return is_displaced(note) || (!carets_rule_ && stands_in_place_of_next(candidate));
    }
    if (note.number == last_number_ + 1) return !carets_rule_ || stands_out(note);
    if (!carets_rule_ && stands_in_place_of_next(candidate)) return true;
    const bool leads_up =
        candidate + 1 == candidates_.size() || candidates_[candidate + 1].number > note.number;
    if (!leads_up && (carets_rule_ || !stands_alone(note))) return false;
    if (cited_[note.number]) return true;
    // A mistyped number; wrapped text begins neither a block nor with a bracket.
    if ((begins_block || note.bracket) && stands_alone(note)) return true;
    const bool may_begin =
        begins_block || note.bracket || may_end_note(last_line_) || is_note_like(note.text);
    return may_begin && note.number - last_number_ <= kMostSkipped;
  }

  // A mistyped number: the note behind it goes on as if it were right.
  bool stands_in_place_of_next(std::size_t candidate) const {
    const NoteLine& note = candidates_[candidate];
    const bool may_begin = lines_[note.index].begins_block || may_end_note(last_line_) ||
                           (brackets_rule_ && note.bracket);
    return may_begin && candidate + 1 < candidates_.size() &&
           candidates_[candidate + 1].number == previous_number_ + 2;
  }

  // Where a note may begin, and with a look of its own.
  bool stands_alone(const NoteLine& note) const {
    const bool begins_block = lines_[note.index].begins_block;
    if (!begins_block && !may_end_note(last_line_)) return false;
    return note.bracket || is_note_like(note.text) || (begins_block && cited_[note.number]);
  }

  // Whether a number that is not higher than those before is a note all the same: given twice, or
  // out of order.
  bool is_displaced(const NoteLine& note) const {
    const bool begins_block = lines_[note.index].begins_block;
    if (note.number == last_number_ && begins_block && !note.text.empty()) return true;
    if (carets_rule_) return false;
    const std::size_t next = note.index + 1;
    const bool empty = note.text.empty() && (next == lines_.size() || lines_[next].begins_block);
    if (empty && !(begins_block && next < lines_.size())) return false;
    const std::size_t n = note.number;
    if (n == previous_number_ + 1 && !given_[n]) return true;
    // It fills a gap: the number before it, or the one before that, is given.
    const bool fills_gap = !given_[n] && ((n > 0 && given_[n - 1]) || (n > 1 && given_[n - 2]));
    const bool may_begin = begins_block || may_end_note(last_line_);
    if (!may_begin) {
      return fills_gap && (brackets_rule_ ? note.bracket : is_note_like(note.text));
    }
    return fills_gap || stands_alone(note);
  }

  // In a list of "12.^" a number without "^" is more likely the next word of a citation, as in
  // "2nd edn\n3. ed": a note has to begin where one may, and to be asked for by a mark, by the gap
  // that it fills, or by its text.
  bool stands_out(const NoteLine& note) const {
    const bool begins_block = lines_[note.index].begins_block;
    if (!begins_block && !note.bracket && !may_end_note(last_line_)) return false;
    if (cited_[note.number] || note.number < last_caret_) return true;
    return is_note_like(note.text) || (begins_block && !note.text.empty());
  }

  void count_carets(std::size_t start) {
    std::size_t carets = 0, brackets = 0;
    for (std::size_t i = start; i < candidates_.size(); ++i) {
      if (candidates_[i].bracket) ++brackets;
      if (!candidates_[i].certain) continue;
      ++carets;
      last_caret_ = std::max(last_caret_, candidates_[i].number);
    }
    carets_rule_ = 2 * carets > candidates_.size() - start;
    brackets_rule_ = 2 * brackets > candidates_.size() - start;
  }

  // What stands behind a note, up to line `end`, and has a mark that leads to the note there, is a
  // section of the body: its notes stand below it, as those of the section before did.
  void leave_section(std::size_t end, std::size_t number) {
    if (!in_list_ || extra_from_ == 0) return;
    const auto extra = lines_.subspan(extra_from_, end - extra_from_);
    if (!marked_numbers(extra, style_)[number]) return;
    in_list_ = false;
    several_blocks_ = earlier_extra_;
    give_back_extra(end);
  }

  void open(const NoteLine& note) {
    // The title of a list below a section.
    if (!in_list_ && !list_.body.empty() && is_notes_title(list_.body.back().text))
      list_.body.pop_back();
    in_list_ = true;
    list_.notes.push_back(
        {std::to_string(note.number), std::string(note.text), lines_[note.index].number});
    last_number_ = std::max(last_number_, note.number);
    previous_number_ = note.number;
    given_[note.number] = true;
    last_line_ = note.text;
    extra_from_ = 0;
    behind_link_back_ = false;
    take_link_back(list_.notes.back());
  }

  void add_line(std::size_t i) {
    const Line& line = lines_[i];
    if (!in_list_) {
      list_.body.push_back(line);
      return;
    }
    RawNote& note = list_.notes.back();
    // Behind the link back the note has ended, and what a site writes below a page is no note.
    if ((behind_link_back_ && !line.begins_block) || is_copyright_line(line.text)) {
      end_list(i);
      list_.body.push_back(line);
      return;
    }
    if (note.text.empty()) {
      note.text = line.text;
      last_line_ = line.text;
      take_link_back(note);
      return;
    }
    // A heading of the body: the list stood between the tabs.
    if (is_own_block(lines_, i) && known_heading(line.text) != nullptr) {
      end_list(i);
      list_.body.push_back(line);
      return;
    }
    if (line.begins_block) {
      if (extra_from_ == 0) {
        extra_from_ = i;
        text_before_extra_ = note.text.size();
        earlier_extra_ = several_blocks_;
      }
      several_blocks_ = true;
    }
    if (!parts_word(note.text, line.text) && !in_address(note.text)) note.text += ' ';
    note.text += line.text;
    last_line_ = line.text;
    take_link_back(note);
  }

  // "<https://x.org/long-": the address goes on in the next line.
  static bool in_address(std::string_view text) {
    const std::size_t open = text.rfind("<http");
    return open != std::string_view::npos && text.find_first_of("> ", open) == text.npos;
  }

  // "… 2021) 12. ↩": the link back to the text.
  void take_link_back(RawNote& note) {
    std::string_view text = note.text;
    for (const std::string_view sign : {"\u21A9\uFE0E", "\u21A9\uFE0F", "\u21A9", "\u2191"}) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      text.remove_suffix(trailing_blanks(text));
      note.text.resize(text.size());
      behind_link_back_ = true;
      return;
    }
  }

  // What follows the last note after a blank line is a footer of the site, unless other notes have
  // several blocks too: text of the page, but not of this note.
  void end_list(std::size_t end) {
    if (!std::exchange(in_list_, false) || extra_from_ == 0 || earlier_extra_) return;
    give_back_extra(end);
  }

  void give_back_extra(std::size_t end) {
    list_.notes.back().text.resize(text_before_extra_);
    list_.body.insert(list_.body.end(), lines_.begin() + static_cast<std::ptrdiff_t>(extra_from_),
                      lines_.begin() + static_cast<std::ptrdiff_t>(end));
  }

  std::span<const Line> lines_;
  std::span<const NoteLine> candidates_;
  MarkStyle style_;
  NoteList list_;
  std::vector<bool> cited_;
  std::vector<bool> again_;     // candidates whose number comes again with "^"
  bool carets_rule_ = false;    // most numbers of the list have "^"
  bool brackets_rule_ = false;  // most stand in brackets
  std::size_t last_caret_ = 0;  // the highest of them
  bool in_list_ = true;
  bool behind_link_back_ = false;    // the note that is being read has had its "↩"
  std::size_t last_number_ = 0;      // the highest so far
  std::size_t previous_number_ = 0;  // of the note that is being read
  std::vector<bool> given_ = std::vector<bool>(1000);  // numbers have at most three digits
  std::string_view last_line_;                         // of the note that is being read
  std::size_t extra_from_ = 0;  // index where its second block begins; 0 = none
  std::size_t text_before_extra_ = 0;
  bool several_blocks_ = false;  // some note had more than one
  bool earlier_extra_ = false;   // one before this note had
};

}  // namespace

NoteList take_notes(std::span<const Line> lines) {
  return take_notes(lines, std::span(kDumpStyles).first(1));
}

NoteList take_notes(std::span<const Line> lines, std::span<const MarkStyle> styles) {
  NoteList list{{}, {lines.begin(), lines.end()}};
  for (const MarkStyle style : styles) {
    const auto candidates = all_note_lines(lines, style);
    const auto start = find_note_list(lines, candidates, style);
    if (!start) continue;
    list = ListReader(lines, candidates, style).read(*start);
    break;
  }
  if (styles.size() > 1) {
    take_section_notes(list);
    take_scattered(list);
  }
  return list;
}

}  // namespace idsearch::indexer
