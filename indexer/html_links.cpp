// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_links.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "indexer/characters.hpp"
#include "indexer/marks.hpp"
#include "indexer/raised_digits.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Words in ids and classes of notes and marks: "cite_note-3", "_ftn1", "sdfootnote1sym".
constexpr std::array<std::string_view, 12> kNoteWords{"fn",   "ftn",   "ftnt",    "footnote",
                                                      "note", "notes", "edn",     "endnote",
                                                      "cite", "ref",   "noteref", "reference"};

std::string_view without_digits(std::string_view word) {
  while (!word.empty() && text::is_ascii_digit(word.back())) word.remove_suffix(1);
  return word;
}

bool names_note(std::string_view name) {
  if (name.find("footnote") != std::string_view::npos ||
      name.find("endnote") != std::string_view::npos) {
    return true;
  }
  name = without_digits(name);
  return std::ranges::any_of(kNoteWords,
                             [&](std::string_view word) { return has_word(name, word); });
}

// "fnref-3", "_ftnref3", "cite_ref-3", "sdfootnote3anc": the place of a mark, not of a note.
bool names_mark(std::string_view fragment) {
  const std::size_t ref = fragment.find("ref");
  return (ref != std::string_view::npos && ref > 0 && !has_word(fragment, "reference")) ||
         without_digits(fragment).ends_with("anc") ||
         fragment.find("anchor") != std::string_view::npos;
}

// The fragment of an address, or empty.
std::string fragment_of(std::string_view href) {
  const std::size_t hash = href.find('#');
  if (hash == std::string_view::npos) return {};
  std::string out;
  const std::string_view coded = href.substr(hash + 1);
  for (std::size_t i = 0; i < coded.size(); ++i) {
    unsigned int byte = 0;
    if (coded[i] == '%' && i + 2 < coded.size() &&
        std::from_chars(coded.data() + i + 1, coded.data() + i + 3, byte, 16).ptr ==
            coded.data() + i + 3) {
      out += static_cast<char>(byte);
      i += 2;
    } else {
      out += coded[i];
    }
  }
  return out;
}

// "ii", "xiv": Word counts endnotes so.
bool is_roman(std::string_view text) {
  constexpr std::size_t kLongest = 8;  // "xxxviii" and one more
  return !text.empty() && text.size() <= kLongest &&
         text.find_first_not_of("ivxlc") == std::string_view::npos;
}

// "note 3", "nb 1": groups of notes beside the numbered ones.
bool is_group_sign(std::string_view text) {
  const std::size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank > 5) return false;
  const std::string_view number = text.substr(blank + 1);
  return std::ranges::all_of(text.substr(0, blank), [](char c) { return c >= 'a' && c <= 'z'; }) &&
         !number.empty() && number.size() <= 3 && std::ranges::all_of(number, text::is_ascii_digit);
}

// "footnote 1", "Note 12", "fn 3" → 1, 12, 3; empty for anything else.
std::string worded_number(std::string_view text) {
  constexpr std::array<std::string_view, 5> kWords{"footnote", "note", "endnote", "fn", "ftn"};
  const std::string key = text::comparison_key(text);
  for (const std::string_view word : kWords) {
    if (!key.starts_with(word)) continue;
    const std::string_view number = text::trim(std::string_view(key).substr(word.size()));
    if (number.empty() || !text::is_ascii_digit(number.front())) continue;
    auto numbers = shown_numbers(number);
    if (numbers.size() == 1) return std::move(numbers.front());
  }
  return {};
}

// Digits of any script as those of ASCII.
std::string with_ascii_digits(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    const auto raised = raised_digit(c.code);
    const int digit = raised ? static_cast<int>(*raised) : text::digit_value(c.code);
    if (digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
  return out;
}

// "※1", "注 12", "прим. 3": the number behind a word or sign that is not of ASCII; empty for
// anything else.
std::string foreign_number(std::string_view text) {
  constexpr std::size_t kLongestWord = 24;
  const std::size_t digit = text.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0) return {};
  const std::string_view word = text::trim(text.substr(0, digit));
  if (word.empty() || word.size() > kLongestWord || text::is_ascii_letter(word.back())) return {};
  // Behind a minus it is a number of the text.
  const Character first = first_character(word);
  if (first.code < 0x80 || first.code == 0x2212 || first.code == 0x2013) return {};
  if (word.find(' ') != std::string_view::npos) return {};
  auto numbers = shown_numbers(text.substr(digit));
  return numbers.size() == 1 ? std::move(numbers.front()) : std::string();
}

// "[2:1]", the second mark of note 2 → 2; empty for anything else.
std::string repeated_number(std::string_view text) {
  const std::size_t colon = text.find(':');
  const auto is_number = [](std::string_view part) {
    return !part.empty() && part.size() <= 3 && std::ranges::all_of(part, text::is_ascii_digit);
  };
  if (colon == std::string_view::npos || !is_number(text.substr(colon + 1))) return {};
  return is_number(text.substr(0, colon)) ? std::string(text.substr(0, colon)) : std::string();
}

// A sign that marks a note: "*", "†", "‡", "§", up to three of them, or one small letter.
bool is_sign(std::string_view text) {
  constexpr std::array<std::string_view, 5> kSigns{"*", "†", "‡", "§", "¶"};
  if (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z') return true;
  for (const std::string_view sign : kSigns) {
    std::string_view rest = text;
    std::size_t count = 0;
    while (rest.starts_with(sign)) {
      rest.remove_prefix(sign.size());
      ++count;
    }
    if (rest.empty() && count > 0 && count <= 3) return true;
  }
  return false;
}

// "↩2": to the second place that cites the note.
bool is_counted_sign(std::string_view text) {
  for (const std::string_view sign : {"↩\uFE0E", "↩\uFE0F", "↩", "↑", "⤴", "↵", "⏎"}) {
    if (!text.starts_with(sign)) continue;
    const std::string_view rest = text::trim(text.substr(sign.size()));
    return rest.size() <= 3 && std::ranges::all_of(rest, text::is_ascii_digit);
  }
  return false;
}

std::string_view without_brackets(std::string_view text) {
  text = text::trim(text);
  struct Pair {
    std::string_view open, close;
  };
  for (const auto& [open, close] : {Pair{"〔", "〕"}, {"［", "］"}, {"【", "】"}, {"（", "）"}}) {
    if (text.size() <= open.size() + close.size()) continue;
    if (text.starts_with(open) && text.ends_with(close)) {
      return text::trim(text.substr(open.size(), text.size() - open.size() - close.size()));
    }
  }
  if (text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                          (text.front() == '(' && text.back() == ')'))) {
    text = text::trim(text.substr(1, text.size() - 2));
  }
  return text;
}

class LinkReader {
 public:
  explicit LinkReader(const HtmlPage& page) : page_(page) {}

  std::vector<NoteLink> read() {
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      const HtmlNode& node = page_.node(i);
      if (node.name != HtmlName::A) continue;
      if (const std::string* href = node.attribute(HtmlAttribute::Href)) read_link(i, *href);
    }
    name_groups();
    forget_shared_signs();
    return std::move(links_);
  }

 private:
  void read_link(NodeIndex index, std::string_view href) {
    const std::string fragment = fragment_of(href);
    const std::string text(text::trim(page_.text_of(index, 60)));
    NoteLink link;
    link.node = index;
    if (!fragment.empty()) link.target = target_of(index, fragment);
    // An address elsewhere that happens to end like an id of this page is what it says.
    const bool in_page = href.starts_with('#') || link.target != kNoNode;
    const bool script = href.starts_with("javascript:");
    if (!in_page && fragment.empty() && !script) return;
    if (is_back_text(text)) {
      link.kind = NoteLink::Kind::Back;
    } else if (!in_page && !reads_like_mark(index, text, fragment)) {
      return;
    } else {
      classify(link, text, fragment);
    }
    links_.push_back(std::move(link));
  }

  // Several parts of a page may have notes with the same ids, each its own.
  NodeIndex target_of(NodeIndex link, const std::string& fragment) const {
    if (names_mark(fragment)) return page_.with_id_before(fragment, link);
    return names_note(fragment) ? page_.with_id_behind(fragment, link) : page_.with_id(fragment);
  }

  // A sign of several notes ("*" for each) is no label, and Roman numbers are none unless other
  // marks show numbers: the places of the notes number them.
  void forget_shared_signs() {
    std::map<std::string, std::set<NodeIndex>> targets;
    bool roman = true;
    for (const NoteLink& link : links_) {
      if (link.kind != NoteLink::Kind::Mark || link.label.empty()) continue;
      if (text::is_ascii_digit(link.label.front())) {
        roman = false;
        continue;
      }
      targets[link.label].insert(link.target);
      roman = roman && is_roman(link.label);
    }
    for (NoteLink& link : links_) {
      const auto sign = targets.find(link.label);
      if (link.kind != NoteLink::Kind::Mark || link.target == kNoNode) continue;
      if (sign != targets.end() && (roman || sign->second.size() > 1)) link.label.clear();
    }
  }

  // "[note 1]" beside "[1]" is a group of its own; alone it is note 1.
  void name_groups() {
    const auto shows_number = [this](const NoteLink& link) {
      return link.kind == NoteLink::Kind::Mark && !worded_.contains(link.node) &&
             !link.label.empty() && text::is_ascii_digit(link.label.front());
    };
    if (worded_.empty() || std::ranges::none_of(links_, shows_number)) return;
    for (NoteLink& link : links_) {
      const auto words = worded_.find(link.node);
      if (words != worded_.end()) link.label = words->second;
    }
  }

  void classify(NoteLink& link, std::string_view shown, std::string_view fragment) {
    const std::string plain = with_ascii_digits(shown);
    const std::string_view text = plain;
    const std::vector<std::string> numbers = shown_numbers(text);
    std::string label;
    if (numbers.size() == 1) label = numbers.front();
    const std::string_view sign = without_brackets(text);
    const bool group = text.starts_with('[') && (is_group_sign(sign) || is_roman(sign));
    const bool raised = is_raised_digit(first_character(shown).code);
    const bool drawn = raised || text.starts_with('[') || is_drawn_as_mark(link.node);
    if (numbers.empty() && (is_sign(sign) || group || (drawn && is_roman(sign)))) label = sign;
    // In the middle of a line "note 1" is words of it: "see note 1".
    std::string worded = drawn ? worded_number(sign) : std::string();
    if (drawn && link.target != kNoNode && worded.empty()) worded = foreign_number(sign);
    if (!worded.empty()) label = worded;
    if (label.empty() && drawn && link.target != kNoNode) label = repeated_number(sign);
    // Style sheets can count marks: such a link is empty.
    const bool counted = text.empty() && link.target != kNoNode && link.target > link.node &&
                         (names_note(fragment) || is_named_mark(page_.node(link.node)));
    if (label.empty() && !counted) return;
    if (link.target != kNoNode && link.target < link.node) {
      link.kind = NoteLink::Kind::Back;
      return;
    }
    if (link.target != kNoNode && is_section(link.target)) return;
    if (!counted && !raised && !reads_like_mark(link.node, text, fragment)) return;
    if (link.target == kNoNode && names_mark(fragment)) {
      link.kind = NoteLink::Kind::Back;  // in the notes of a page whose body was cut
      return;
    }
    link.kind = NoteLink::Kind::Mark;
    link.label = std::move(label);
    if (!worded.empty()) worded_[link.node] = text::comparison_key(sign);
  }

  // A heading, or something that has one, is no note.
  bool is_section(NodeIndex target) const {
    if (page_.has_heading(target, page_.node(target).end)) return true;
    NodeIndex outer = target;
    for (int i = 0; i < 2 && outer != kNoNode; ++i, outer = page_.node(outer).parent) {
      if (page_.heading_level(outer) != 0) return true;
    }
    return false;
  }

  // A bare number is a mark only when it is raised, bracketed, or named as one.
  bool reads_like_mark(NodeIndex link, std::string_view text, std::string_view fragment) const {
    return text.starts_with('[') || names_note(fragment) || is_drawn_as_mark(link);
  }

  // Raised, named as a mark, or in brackets.
  bool is_drawn_as_mark(NodeIndex link) const {
    NodeIndex at = link;
    for (int i = 0; i < 3 && at != kNoNode; ++i, at = page_.node(at).parent) {
      const HtmlNode& node = page_.node(at);
      if (is_html_block(node.name)) break;
      if (node.name == HtmlName::Sup || is_named_mark(node)) return true;
    }
    for (NodeIndex i = link + 1; i < page_.node(link).end; ++i) {
      const HtmlNode& node = page_.node(i);
      if (node.name == HtmlName::Sup || is_named_mark(node)) return true;
    }
    return is_bracketed(link);
  }

  static bool is_named_mark(const HtmlNode& node) {
    return names_note(node.value(HtmlAttribute::Class)) ||
           node.value(HtmlAttribute::Role) == "doc-noteref" ||
           has_word(node.value(HtmlAttribute::EpubType), "noteref") ||
           node.value(HtmlAttribute::Style).find("super") != std::string_view::npos;
  }

  static bool parts_marks(std::string_view text) {
    constexpr std::array<std::string_view, 6> kSigns{",", ";", "–", "-", "and", "&"};
    return std::ranges::find(kSigns, text::trim(text)) != kSigns.end();
  }

  // The element that ends where node `i` begins, or kNoNode.
  NodeIndex link_before(NodeIndex i) const {
    NodeIndex at = i - 1;
    while (at != kNoNode && page_.node(at).parent != page_.node(i).parent) {
      at = page_.node(at).parent;
    }
    return at;
  }

  // "[" <a>7</a> "]"; the first and the last of "[" <a>3</a> "–" <a>5</a> "]"
  bool is_bracketed(NodeIndex link) const {
    const NodeIndex end = page_.node(link).end;
    const auto text_at = [this](NodeIndex i) -> std::string_view {
      return i < page_.size() && page_.node(i).name == HtmlName::Text
                 ? std::string_view(page_.node(i).text)
                 : std::string_view();
    };
    const std::string_view before = link > 0 ? text_at(link - 1) : std::string_view();
    const std::string_view behind = text_at(end);
    if (before.ends_with('[') && behind.starts_with(']')) return true;
    const auto is_link = [this](NodeIndex i) {
      return i < page_.size() && page_.node(i).name == HtmlName::A;
    };
    if (before.ends_with('[')) return parts_marks(behind) && is_link(end + 1);
    return behind.starts_with(']') && parts_marks(before) && is_link(link_before(link - 1));
  }

  const HtmlPage& page_;
  std::vector<NoteLink> links_;
  std::map<NodeIndex, std::string> worded_;  // marks such as "[note 1]", and what they show
};

}  // namespace

std::vector<NoteLink> note_links(const HtmlPage& page) { return LinkReader(page).read(); }

std::vector<std::string> shown_numbers(std::string_view text) {
  const std::string_view inner = without_brackets(text);
  if (inner.empty() || inner.size() > 40) return {};
  // The reader of marks knows groups and ranges, but none with blanks only, "3 4".
  std::string bracket = "[" + std::string(inner) + "]";
  if (bracket.find_first_not_of("[]0123456789 ") == std::string::npos) {
    std::ranges::replace(bracket, ' ', ',');
  }
  const MarkedText marked = take_marks(bracket, [](std::string_view, MarkPlace) { return true; });
  if (!marked.text.empty()) return {};
  std::vector<std::string> numbers;
  for (const Mark& mark : marked.marks) numbers.push_back(mark.note);
  return numbers;
}

bool is_back_text(std::string_view text) {
  text = without_brackets(text);
  // Variation selectors say how to draw the sign.
  while (text.ends_with("\uFE0E") || text.ends_with("\uFE0F")) text.remove_suffix(3);
  constexpr std::array<std::string_view, 14> kSigns{"^", "↑", "↩",   "⤴", "⏎", "▲", "△",
                                                    "↰", "⇑", "⮐", "⬆", "↵", "⇧", "˄"};
  if (std::ranges::find(kSigns, text) != kSigns.end()) return true;
  if (is_counted_sign(text)) return true;
  constexpr std::array<std::string_view, 15> kWords{"jump up",
                                                    "jump up to",
                                                    "return",
                                                    "return to text",
                                                    "return to content",
                                                    "back to text",
                                                    "back",
                                                    "back to content",
                                                    "go back",
                                                    "back to article",
                                                    "return to main text",
                                                    "back to reference",
                                                    "return to reference",
                                                    "back up",
                                                    "up"};
  const std::string key = text::comparison_key(text);
  std::string_view words = key;
  while (!words.empty() && (words.back() == ':' || words.back() == '.')) words.remove_suffix(1);
  for (const std::string_view sign : {"↩", "↑", "^", "⤴", "↵"}) {
    if (words.ends_with(sign)) words = text::trim(words.substr(0, words.size() - sign.size()));
    if (words.starts_with(sign)) words = text::trim(words.substr(sign.size()));
  }
  return std::ranges::find(kWords, words) != kWords.end();
}

}  // namespace idsearch::indexer
