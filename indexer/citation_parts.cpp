// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a note, ibid, "(n x)" and pinpoints.
#include "indexer/citation_parts.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_backrefs.hpp"
#include "indexer/citation_connectives.hpp"
#include "indexer/citation_ibid.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/citation_pieces.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_placed_names.hpp"
#include "indexer/citation_shapes.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_splits.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

std::optional<std::string> optional_text(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

bool has_url(std::string_view part, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return span.kind == Span::Kind::Url && begins_url(part, span.inner_start);
  });
}

Step reference_step(const Found& found, std::string_view name) {
  Step step;
  step.kind = Step::Kind::Reference;
  step.number = found.number;
  step.pinpoint = pinpoint_of(found.inside);
  name = trim(name);
  // "Citizenship Act, s 6 (n 3)"
  if (const std::size_t place = place_in_name(name); place != 0) {
    if (!step.pinpoint) step.pinpoint = pinpoint_of(name.substr(place));
    name = trim(name.substr(0, place));
  }
  if (const PlacedName placed = place_before_name(name); !placed.place.empty()) {
    if (!step.pinpoint) step.pinpoint = std::string(placed.place);
    name = placed.name;
  }
  // "Yuna, op. cit. (n 5)", "Yuna, supra note 5"
  for (const std::string_view end :
       {"supra", "above", "op. cit.", "op. cit", "op cit.", "op cit", "loc. cit.", "loc cit"}) {
    if (name.size() > end.size() && name.ends_with(end)) name.remove_suffix(end.size());
  }
  while (name.ends_with(',') || name.ends_with(' ')) name.remove_suffix(1);
  step.name = std::string(name);
  step.several = found.several;
  return step;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "sch 1" of "s 7; and sch 1.", "art 2" of "art 1; cf art 2".
std::string_view place_of(std::string_view text) {
  text = without_final_stop(text);
  text = text.substr(leading_signals(text));
  return text.substr(skip_blanks(text, match_word(text, 0, "and")));
}

// What authors say of a quotation, "emphasis added": no source.
bool is_word_on_quotation(std::string_view text) {
  text = without_final_stop(text);
  for (const std::string_view one : {"emphasis added",
                                     "emphasis in original",
                                     "emphasis in the original",
                                     "emphasis mine",
                                     "emphasis supplied",
                                     "emphasis omitted",
                                     "my emphasis",
                                     "our emphasis",
                                     "italics added",
                                     "footnote omitted",
                                     "footnotes omitted",
                                     "citation omitted",
                                     "citations omitted",
                                     "internal citations omitted",
                                     "my translation",
                                     "our translation",
                                     "author’s translation",
                                     "authors’ translation",
                                     "translation by the author",
                                     "translated by the author"}) {
    if (match_any(text, 0, {one}) == text.size() && !text.empty()) return true;
  }
  return false;
}

// Whether a part is nothing but a place: "7" of "Doe (n 1) 5; 7". Years are no places, and "No 6"
// of "Law No 5; No 6" is another law.
bool is_place(std::string_view text) {
  text = place_of(text);
  if (text.empty() || locator_length(text) != text.size()) return false;
  if (counts_a_work(text)) return false;
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    if (std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                    text.begin() + static_cast<std::ptrdiff_t>(at) + 4, is_digit)) {
      return false;
    }
  }
  return true;
}

// The sources of the part before, at another place.
Part place_part(std::string_view text) {
  Part part;
  part.text = std::string(text);
  Step step;
  step.kind = Step::Kind::Ibid;
  step.pinpoint = std::string(place_of(text));
  part.steps.push_back(std::move(step));
  return part;
}

// One part from left to right: what opens it, its references, and what stands between them.
class PartReader {
 public:
  explicit PartReader(std::string_view text)
      : text_(text),
        spans_(citation_spans(text)),
        found_(find_references(text, spans_)),
        compared_(begins_comparison(text)) {}

  Part read() {
    part_.text = std::string(text_);
    if (const std::size_t behind = behind_ibid(text_)) {
      read_ibid(behind);
    } else if (const std::size_t ibid = found_.empty() ? inner_ibid(text_, spans_) : kEnd;
               ibid != kEnd) {
      const std::size_t words = words_that_lead_on(text_.substr(0, ibid));
      if (words != kEnd) add_full(full_citation(text_.substr(0, words)));
      read_ibid(ibid + behind_ibid(text_.substr(ibid)));
    } else if (found_.empty()) {
      read_alone();
    } else {
      read_opening_of_references();
    }
    for (std::size_t i = 0; i < found_.size(); ++i) add_reference(i);
    if (part_.steps.size() > 1 && !full_.empty()) part_.full = std::string(full_);
    return std::move(part_);
  }

 private:
  std::string_view up_to_next(std::size_t begin, std::size_t next) const {
    const std::size_t end = next < found_.size() ? found_[next].start : text_.size();
    return text_.substr(begin, end - begin);
  }

  void read_ibid(std::size_t behind) {
    const std::string_view between = up_to_next(behind, 0);
    // "ibid (n 1) 5": the number says which note is meant.
    if (!found_.empty() && (trim(between).empty() || trim(between) == ",")) return;
    Step step;
    step.kind = Step::Kind::Ibid;
    const Gap gap = read_gap(between, found_.empty(), compared_);
    step.pinpoint = optional_text(gap.pinpoint);
    part_.steps.push_back(std::move(step));
    add_full(gap.full);
    name_ = gap.name;
  }

  void read_alone() {
    Step step;
    const std::size_t behind = behind_no_number(text_, spans_);
    if (behind != 0 && !has_url(text_, spans_)) {
      step.kind = Step::Kind::NoNumber;
      step.name = std::string(trim(text_.substr(0, behind)));
    }
    part_.steps.push_back(std::move(step));
  }

  void read_opening_of_references() {
    const Gap gap = read_opening(up_to_next(0, 0), compared_);
    // "Poe, op cit 5, citing Yuna (n 5)"
    if (const std::size_t behind = behind_no_number(gap.head, citation_spans(gap.head))) {
      Step step;
      step.kind = Step::Kind::NoNumber;
      step.name = std::string(trim(gap.head.substr(0, behind)));
      part_.steps.push_back(std::move(step));
    }
    add_full(gap.full);
    name_ = gap.name;
  }

  void add_reference(std::size_t i) {
    const Found& found = found_[i];
    Step step = reference_step(found, name_);
    if (i + 1 < found_.size() && found_[i + 1].start < found.end) {  // "(nn 2, 3)"
      part_.steps.push_back(std::move(step));
      return;
    }
    name_ = {};
    const bool last = i + 1 == found_.size();
    const Gap gap = read_gap(up_to_next(found.end, i + 1), last, compared_);
    if (!gap.pinpoint.empty()) step.pinpoint = std::string(gap.pinpoint);
    part_.steps.push_back(std::move(step));
    add_full(gap.full);
    name_ = gap.name;
  }

  // The part has one citation in full, however many places it has: from the first to the last if no
  // reference stands between them, else the part as a whole.
  void add_full(std::string_view full) {
    if (full.empty()) return;
    if (!has_full_) {
      part_.steps.emplace_back();
      full_ = full;
    } else {
      full_ = {};
    }
    has_full_ = true;
  }

  std::string_view text_;
  std::vector<Span> spans_;
  std::vector<Found> found_;
  bool compared_ = false;
  std::string_view name_;  // of the next reference
  std::string_view full_;
  bool has_full_ = false;
  Part part_;
};

}  // namespace

Part read_part(std::string_view text) { return PartReader(text).read(); }

namespace {

// Of the newlines between the paragraphs of a note those that a source follows; others are blanks:
// a remark ("The Act was repealed.") belongs to the source before it.
std::string with_breaks_between_sources(std::string_view note) {
  std::string text(note);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    const std::string_view next =
        trim(std::string_view(text).substr(at + 1, text.find('\n', at + 1) - at - 1));
    const Shape shape = shape_of(next);
    const bool quote = !next.empty() && !is_upper(next[0]);  // “…”: what the source says
    const bool source = behind_ibid(next) != 0 || shape == Shape::Clear ||
                        (shape == Shape::Plain && !quote) ||
                        !find_references(next, citation_spans(next)).empty();
    if (!source) text[at] = ' ';
  }
  return text;
}

}  // namespace

std::vector<Part> read_note(std::string_view written) {
  const std::string broken = with_breaks_between_sources(written);
  const std::string_view note = broken;
  std::vector<Part> parts;
  if (!has_words(note)) {
    parts.emplace_back();
    parts.back().text = std::string(trim(note));
    parts.back().steps.emplace_back();
    parts.back().steps.back().kind = Step::Kind::Nothing;
    return parts;
  }
  for (const std::string_view text : split_parts(note)) {
    if (!parts.empty() && is_word_on_quotation(text)) continue;
    parts.push_back(!parts.empty() && is_place(text) ? place_part(text) : read_part(text));
  }
  return parts;
}

}  // namespace idsearch::indexer
