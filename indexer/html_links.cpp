// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_links.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "indexer/characters.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/raised_digits.hpp"
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
      roman = roman && is_roman_mark(link.label);
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
    const std::string plain = mark_with_ascii_digits(shown);
    const std::string_view text = plain;
    const std::vector<std::string> numbers = shown_numbers(text);
    std::string label;
    if (numbers.size() == 1) label = numbers.front();
    const std::string_view sign = mark_without_brackets(text);
    const bool group = text.starts_with('[') && (is_group_sign(sign) || is_roman_mark(sign));
    const bool raised = is_raised_digit(first_character(shown).code);
    const bool drawn = raised || text.starts_with('[') || is_drawn_as_mark(link.node);
    if (numbers.empty() && (is_sign(sign) || group || (drawn && is_roman_mark(sign)))) label = sign;
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

}  // namespace idsearch::indexer
