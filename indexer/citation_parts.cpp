// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a note, ibid, "(n x)" and pinpoints.
#include "indexer/citation_parts.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_backrefs.hpp"
#include "indexer/citation_connectives.hpp"
#include "indexer/citation_locators.hpp"
#include "indexer/citation_pieces.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_shapes.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

std::optional<std::string> optional_text(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// Whether nothing but a pinpoint, a remark in brackets or another work follows.
bool ends_reference(std::string_view rest) {
  if (rest.starts_with(')')) rest.remove_prefix(1);
  rest = clean_pinpoint(rest);
  return rest.empty() || rest[0] == '(' || looks_like_pinpoint(rest) || begins_connective(rest);
}

// "above" at [at, end) by itself: "(above)", "See above", "As above, s 4". Elsewhere it is a word
// of prose.
bool is_only_above(std::string_view part, std::size_t at, std::size_t end) {
  if (at > 0 && part[at - 1] == '(' && part.substr(end).starts_with(')')) return true;
  const std::string_view before = trim(
      part.substr(std::min(leading_signals(part), at), at - std::min(leading_signals(part), at)));
  const std::string_view rest = clean_pinpoint(without_final_stop(part.substr(end)));
  const bool led = before.empty() ? at > 0 : match_word(before, 0, "as") == before.size();
  return led && (rest.empty() || looks_like_pinpoint(rest));
}

// Where "op cit", "loc cit" or "supra" ends when nothing follows that would make the part a
// citation of its own; 0 when there is none.
std::size_t behind_no_number(std::string_view part, const std::vector<Span>& spans) {
  std::size_t behind = 0;
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    const std::size_t length = backward_word(part, at);
    if (length == 0) return 0;
    if (match_word(part, at, "above") != 0 && !is_only_above(part, at, at + length)) return 0;
    if (ends_reference(part.substr(at + length))) behind = at + length;
    return at + length;
  });
  return behind;
}

bool has_url(std::string_view part, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return span.kind == Span::Kind::Url && begins_url(part, span.inner_start);
  });
}

// "No 27" of "General Comment No 27": which work it is, not a place in one.
bool counts_a_work(std::string_view place) {
  return match_any(place, 0, {"no", "nos", "number", "numbers", "order"}) != 0;
}

// Where the place begins that ends the name before "(n 5)", "Citizenship Act, s 6"; 0 when there is
// none. A number alone is part of the name ("Act 1963").
std::size_t place_in_name(std::string_view name) {
  if (const std::size_t comma = name.rfind(','); comma != kEnd) {
    const std::string_view last = trim(name.substr(comma + 1));
    if (comma > 0 && !last.empty() && !is_digit(last[0]) && !counts_a_work(last) &&
        looks_like_pinpoint(last)) {
      return comma;
    }
  }
  constexpr std::size_t kLongestPlace = 60;  // bytes
  for (std::size_t at = name.size() > kLongestPlace ? name.size() - kLongestPlace : 0;
       at < name.size(); ++at) {
    if (at == 0 || !is_blank(code_point_before(name, at).value)) continue;
    const std::string_view place = name.substr(at);
    // "General Comment No 27", "Chapter 4": names, unlike "Citizenship Act s 6".
    if (!is_lower(place[0]) || counts_a_work(place)) continue;
    // Letters alone are a Roman number in a name: "Vatican II", "Compliance CI".
    const bool letters =
        std::ranges::all_of(place, [](char c) { return is_lower(c) || is_upper(c); });
    if (!letters && locator_length(place) == place.size()) return at;
  }
  return 0;
}

// The place that the name before "(n 5)" begins with, "Section 6" of "See Section 6 of the
// Citizenship Act", and the name behind it; no place when it is a name from its first word on.
struct PlacedName {
  std::string_view place, name;
};

PlacedName place_before_name(std::string_view name) {
  const std::string_view text = name.substr(leading_signals(name));
  const std::size_t length = text.empty() || is_digit(text[0]) ? 0 : locator_length(text);
  if (length == 0 || !has_digit(text.substr(0, length))) return {{}, name};
  const std::size_t at = skip_blanks(text, length);
  std::size_t link = match_any(text, at, {"of the", "of", "de la", "du", "de", "del", "da"});
  const std::string_view rest = text.substr(
      skip_blanks(text, at + link + (link == 0 && at < text.size() && text[at] == ',' ? 1 : 0)));
  // "Art 8 CRC", "Section 2(1), Citizenship Act"; but "Article 19, Report" has an author.
  const bool of_law = match_any(text, 0, {"art", "arts", "s", "ss", "sec", "para", "paras"}) != 0 ||
                      text.substr(0, length).find('(') != kEnd;
  if (of_law && is_upper(rest.empty() ? ' ' : rest[0])) link = 1;
  if (link == 0 || rest.empty() || is_lower(rest[0]) || is_digit(rest[0])) return {{}, name};
  return {text.substr(0, length), rest};
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

// Length of "id", "ib" or "idem" at `at` where it stands for ibid: no words of its own follow
// ("Id at 5"; "Id card", "idem, ‘Title’" are other things, and so is "ID").
std::size_t short_ibid(std::string_view part, std::size_t at) {
  const std::size_t length = match_any(part, at, {"idem", "id", "ib", "ídem", "íd"});
  if (length == 0 || is_upper(part[at + 1])) return 0;
  std::string_view rest = part.substr(at + length);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  return ends_reference(rest) ? length : 0;
}

// Bytes of "ibid", in other languages too; 0 when there is none.
std::size_t ibid_word(std::string_view part, std::size_t at) {
  return match_any(part, at,
                   {"ibid", "ibidem", "ibíd", "ibídem", "ebd", "ebenda", "там же", "Там же",
                    "там само", "Там само", "المرجع نفسه", "同上", "同前"});
}

// Where the text behind "ibid" begins; 0 when `part` is no ibid.
std::size_t behind_ibid(std::string_view part) {
  std::size_t at = leading_signals(part);
  std::size_t length = ibid_word(part, at);
  if (length == 0) length = short_ibid(part, at);
  if (length == 0) {
    at = skip_blanks(part, 0);
    length = ibid_word(part, at);
    if (length == 0) length = short_ibid(part, at);
    if (length == 0) return 0;
  }
  at += length;
  // "ibid-like" is another word.
  if (at < part.size() && one_of(part[at], "-'_@")) return 0;
  if (at < part.size() && part[at] == '.') ++at;
  return at;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "…accessed 1 May 2024. See also Yuna (n 5)": a sentence that leads to other sources.
bool begins_further_sentence(std::string_view note, std::size_t at) {
  if (at >= note.size() || !is_upper(note[at])) return false;
  if (match_any(note, at, {"see", "but see", "cf", "but cf", "compare", "contrast"}) != 0)
    return true;
  // "For criticism see Yuna (n 5)", "On this case see further Doe (n 1)"
  constexpr std::size_t kLongest = 60;  // bytes before "see"
  const std::size_t end = std::min(note.size(), at + kLongest);
  for (std::size_t i = at + 1; i < end && !one_of(note[i], "(<.;,\"'"); ++i) {
    if (static_cast<unsigned char>(note[i]) > 127) return false;
    if (note[i - 1] == ' ' && match_word(note, i, "see") != 0) return true;
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

// Where "ibid" stands behind words that lead to it, "Act of 1963, quoted ibid 7", "See the text in
// ibid"; kEnd when it does nowhere.
std::size_t inner_ibid(std::string_view part, const std::vector<Span>& spans) {
  const std::size_t signals = leading_signals(part);
  std::size_t found = kEnd;
  int left = 4;  // each one is compared with all that stands before it; a part has one
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    if (found != kEnd || left == 0 || ibid_word(part, at) == 0) return 0;
    --left;
    if (behind_ibid(part.substr(at)) == 0) return 0;
    const std::string_view before = part.substr(0, at);
    const bool small =
        std::none_of(before.begin() + static_cast<std::ptrdiff_t>(std::min(signals, at)),
                     before.end(), is_upper);
    if (words_that_lead_on(before) != kEnd || (signals > 0 && small)) found = at;
    return 0;
  });
  return found;
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

// Where "《国籍；与法》" or "（…）" ends that begins at `at`; 0 when nothing closes it.
std::size_t end_of_wide_bracket(std::string_view note, std::size_t at) {
  constexpr std::size_t kLongest = 600;  // bytes; twice a long title
  constexpr std::size_t kBytes = 3;      // of each bracket
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"《", "》"}, {"〈", "〉"}, {"（", "）"}, {"【", "】"}};
  const std::string_view text = note.substr(at, kLongest);
  for (const auto& [open, close] : kBrackets) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.find(close);
    return end == kEnd ? 0 : at + end + kBytes;
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> split_parts(std::string_view note) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto cut = [&](std::size_t end) {
    const std::string_view part = trim(note.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  const std::vector<Span> spans = citation_spans(note);
  auto span = spans.begin();
  for (std::size_t at = 0; at < note.size(); ++at) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at) {
      at = span->end - 1;
      continue;
    }
    if (note[at] == '\n') {
      cut(at);
      start = at + 1;
      continue;
    }
    if (const std::size_t length = source_semicolon(note, at)) {
      cut(at);
      start = at + length;
      at = start - 1;
      continue;
    }
    if (const std::size_t end = end_of_wide_bracket(note, at)) {
      at = end - 1;
      continue;
    }
    if (note[at] != '.') continue;
    const std::size_t next = skip_blanks(note, at + 1);
    if (next > at + 1 && begins_further_sentence(note, next)) {
      cut(at + 1);
      start = at + 1;
    }
  }
  cut(note.size());
  if (parts.empty()) parts.push_back(trim(note));
  return parts;
}

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
