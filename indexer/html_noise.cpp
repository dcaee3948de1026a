// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_noise.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "indexer/among.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/html_noise_names.hpp"
#include "indexer/html_note_label.hpp"
#include "indexer/html_prose.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using A = HtmlAttribute;

constexpr auto kHiddenNames = std::to_array<std::string_view>({"hidden",
                                                               "d-none",
                                                               "hide",
                                                               "is-hidden",
                                                               "sr-only",
                                                               "visually-hidden",
                                                               "visuallyhidden",
                                                               "invisible",
                                                               "screen-reader-text",
                                                               "element-invisible",
                                                               "screen-reader-only",
                                                               "screenreader-only",
                                                               "assistive-text",
                                                               "slds-assistive-text",
                                                               "a11y-hidden",
                                                               "cdk-visually-hidden",
                                                               "visually-hidden-focusable",
                                                               "govuk-visually-hidden",
                                                               "usa-sr-only",
                                                               "show-for-sr"});

constexpr auto kNoiseRoles = std::to_array<std::string_view>(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
     "menu", "menubar", "tab", "tablist", "toolbar", "tooltip", "doc-toc", "doc-index"});

constexpr auto kTabWords = std::to_array<std::string_view>(
    {"tab", "tabs", "pane", "panel", "panels", "accordion", "collapse"});

// Calls `test` with each name of a class attribute until it is true.
template <typename Test>
bool any_name(std::string_view names, Test test) {
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t begin = names.find_first_not_of(" \t\n\f\r", at);
    if (begin == std::string_view::npos) return false;
    at = std::min(names.find_first_of(" \t\n\f\r", begin), names.size());
    if (test(names.substr(begin, at - begin))) return true;
  }
  return false;
}

class NoiseFinder {
 public:
  NoiseFinder(const HtmlPage& page, const std::vector<NoteLink>& links)
      : page_(page),
        prose_(page),
        marks_before_(page.size() + 1, 0),
        known_before_(page.size() + 1, 0) {
    out_.unseen.assign(page.size(), false);
    out_.noise.assign(page.size(), false);
    std::vector<bool> is_mark(page.size(), false);
    for (const NoteLink& link : links) {
      if (link.kind == NoteLink::Kind::Mark) is_mark[link.node] = true;
      if (link.target != kNoNode) linked_.insert(link.target);
    }
    for (NodeIndex i = 0; i < page.size(); ++i) {
      const bool mark = is_mark[i] || has_bracketed_number(page.node(i).text);
      marks_before_[i + 1] = marks_before_[i] + (mark ? 1 : 0);
      const bool known =
          page.heading_level(i) != 0 && known_heading(page.text_of(i, 200)) != nullptr;
      known_before_[i + 1] = known_before_[i] + (known ? 1 : 0);
      const std::string_view controls = page.node(i).value(A::AriaControls);
      any_name(controls, [&](std::string_view id) {
        if (page.with_id(id) != kNoNode) linked_.insert(page.with_id(id));
        return false;
      });
    }
  }

  HtmlNoise find() {
    for (NodeIndex i = 0; i < page_.size();) {
      if (is_unseen(i)) {
        mark(out_.unseen, i);
      } else if (is_noise(i)) {
        mark(is_inline(i) ? out_.unseen : out_.noise, i);
        // Notes may stand in it.
        for (NodeIndex inner = i + 1; inner < page_.node(i).end; ++inner) {
          if (is_unseen(inner)) mark(out_.unseen, inner);
        }
      } else {
        ++i;
        continue;
      }
      i = page_.node(i).end;
    }
    leave_main_only();
    return std::move(out_);
  }

 private:
  static bool has_bracketed_number(std::string_view text) {
    for (std::size_t at = text.find('['); at != std::string_view::npos;
         at = text.find('[', at + 1)) {
      std::size_t end = at + 1;
      while (end < text.size() && text::is_ascii_digit(text[end])) ++end;
      if (end > at + 1 && end <= at + 4 && end < text.size() && text[end] == ']') return true;
    }
    return false;
  }

  void mark(std::vector<bool>& which, NodeIndex node) const {
    std::fill(which.begin() + static_cast<std::ptrdiff_t>(node),
              which.begin() + static_cast<std::ptrdiff_t>(page_.node(node).end), true);
  }

  bool is_inline(NodeIndex i) const {
    return !is_html_block(page_.node(i).name) && !page_.has_block(i, page_.node(i).end);
  }

  bool has_mark(NodeIndex i) const { return marks_before_[page_.node(i).end] > marks_before_[i]; }

  NodeIndex heading_around(NodeIndex i) const {
    while (i != kNoNode && page_.heading_level(i) == 0) i = page_.node(i).parent;
    return i;
  }

  bool is_unseen(NodeIndex i) const {
    const HtmlNode& node = page_.node(i);
    if (node.name == N::Unseen || node.name == N::Title) return true;
    // The bullets and numbers that Word writes out for browsers.
    if (node.value(A::Style).find("mso-list:Ignore") != std::string_view::npos) return true;
    const bool button = node.name == N::Button || node.value(A::Role) == "button";
    if (!button || has_mark(i)) return false;
    if (const NodeIndex heading = heading_around(i); heading != kNoNode) {
      // One beside the words of the heading, not one that holds them.
      const std::size_t inside = page_.text_bytes(i, node.end);
      return 2 * inside < page_.text_bytes(heading, page_.node(heading).end);
    }
    if (page_.has_heading(i, node.end) || has_raised(i)) return false;
    // The number of a note that a script links to its mark.
    if (leading_label(page_.text_of(i, 20))) return false;
    // A button of many words is a box of text that can be opened.
    constexpr std::size_t kMostButtonBytes = 60;
    return page_.text_bytes(i, node.end) <= kMostButtonBytes;
  }

  bool has_raised(NodeIndex i) const {
    for (NodeIndex k = i; k < page_.node(i).end; ++k) {
      if (page_.node(k).name == N::Sup) return true;
    }
    return false;
  }

  bool has_first_heading(NodeIndex i) const {
    for (NodeIndex k = i; k < page_.node(i).end; ++k) {
      if (page_.heading_level(k) == 1) return true;
    }
    return false;
  }

  static bool is_named_tooltip(const HtmlNode& node) {
    if (node.value(A::Role) == "tooltip") return true;
    return any_name(node.value(A::Class), [](std::string_view name) {
      return has_word(name, "tooltip") || has_word(name, "tooltiptext");
    });
  }

  static bool is_mark_text(std::string_view text) { return !shown_numbers(text).empty(); }

  // What shows a tooltip has the words of the text, or the mark, beside the tooltip itself; the
  // tooltip stands behind a mark.
  bool wraps_tooltip(NodeIndex i) const {
    if (is_html_block(page_.node(i).name) || !is_named_tooltip(page_.node(i))) return false;
    if (is_mark_text(page_.text_of(i, 20))) return true;
    NodeIndex inner = i + 1;
    while (inner < page_.node(i).end && !is_named_tooltip(page_.node(inner))) ++inner;
    if (inner == page_.node(i).end || !page_.has_text(i, inner)) return false;
    NodeIndex first = i + 1;
    while (!page_.has_text(first, first + 1)) ++first;
    if (is_mark_text(page_.node(first).text)) return true;
    const NodeIndex before = page_.text_before(i);
    return before == kNoNode || !is_mark_text(page_.node(before).text);
  }

  // What no name can make noise.
  bool is_protected(NodeIndex i) const {
    const HtmlNode& node = page_.node(i);
    // Two sections of a profile are no menu.
    if (has_mark(i) || known_before_[node.end] >= known_before_[i] + 2) return true;
    const std::size_t all = page_.text_bytes(0, page_.size());
    return 2 * page_.text_bytes(i, node.end) > all;
  }

  bool is_noise(NodeIndex i) {
    const HtmlNode& node = page_.node(i);
    if (node.name == N::Text || node.name == N::Html || node.name == N::Body ||
        node.name == N::Main) {
      return false;
    }
    if (is_hidden_noise(i)) return true;
    if (!belongs_to_site(i) || wraps_tooltip(i)) return false;
    return !is_protected(i) && !(node.name != N::Nav && has_first_heading(i));
  }

  bool belongs_to_site(NodeIndex i) {
    const HtmlNode& node = page_.node(i);
    const N name = node.name;
    if (name == N::Aside) return !is_named_side_note(node);
    if (name == N::Nav || name == N::Dialog) return true;
    if (name == N::Header) return !is_within_article(i);
    if (name == N::Footer) {
      return page_.tree().around(i, N::Blockquote) == kNoNode &&
             page_.tree().around(i, N::Figure) == kNoNode;
    }
    const std::string_view role = node.value(A::Role);
    // The tabs of an accordion are its headings, and its list of tabs is all of it.
    const bool tab = role == "tab" || role == "tablist";
    if (tab ? !page_.has_heading(i, node.end) : is_among(kNoiseRoles, role)) return true;
    if (is_html_heading(name)) return false;
    NoiseName by_class = NoiseName::None;
    any_name(node.value(A::Class), [&by_class](std::string_view one) {
      by_class = std::max(by_class, noise_name(one));
      return by_class == NoiseName::Sure;
    });
    if (is_named_noise(i, by_class)) return true;
    const bool holds_blocks = is_html_block(name) && name != N::P && name != N::Li;
    return holds_blocks && is_named_noise(i, noise_name(node.value(A::Id))) &&
           !is_named_by_heading(i);
  }

  // What a name says, and whether what is in it agrees.
  bool is_named_noise(NodeIndex i, NoiseName name) {
    // Two sentences; a menu that explains itself has one at most. Chosen.
    constexpr std::size_t kMostOfLabels = 120;
    // "Share this page with friends" has fewer.
    constexpr std::size_t kFewestOfProse = 30;
    switch (name) {
      case NoiseName::Sure:
        return true;
      case NoiseName::Labels:
        return prose_.sentence_bytes(i) <= kMostOfLabels;
      case NoiseName::Unsure:
        // In the middle of a line it is a word of it.
        return !is_inline(i) && (prose_.is_mostly_links(i) ||
                                 page_.text_bytes(i, page_.node(i).end) < kFewestOfProse);
      default:
        return false;
    }
  }

  bool is_within_article(NodeIndex i) const {
    return page_.tree().around(i, N::Main) != kNoNode ||
           page_.tree().around(i, N::Article) != kNoNode ||
           page_.tree().around(i, N::Section) != kNoNode;
  }

  // <section id="related-laws"><h2>Related laws</h2>: the id says what the heading says.
  bool is_named_by_heading(NodeIndex i) const {
    for (NodeIndex k = i; k < page_.node(i).end; ++k) {
      if (page_.heading_level(k) == 0) continue;
      const std::string slug = text::slug(page_.text_of(k));
      return !slug.empty() && text::slug(page_.node(i).value(A::Id)).starts_with(slug);
    }
    return false;
  }

  bool says_hidden(const HtmlNode& node) const {
    if (is_hidden(node)) return true;
    const std::string_view classes = node.value(A::Class);
    const bool named =
        any_name(classes, [](std::string_view name) { return is_among(kHiddenNames, name); });
    // "hidden md:block" is hidden on small screens.
    return named && classes.find(':') == std::string_view::npos;
  }

  bool is_hidden_noise(NodeIndex i) {
    const HtmlNode& node = page_.node(i);
    if (!says_hidden(node)) return false;
    if (page_.heading_level(i) != 0 || !is_html_block(node.name)) return !has_mark(i);
    if (belongs_to_site(i)) return true;
    return !is_tab(i);
  }

  bool is_tab(NodeIndex i) const {
    const HtmlNode& node = page_.node(i);
    if (node.name == N::P || node.name == N::Li) return has_mark(i);
    if (page_.has_heading(i, node.end) || is_protected(i) || linked_.contains(i)) return true;
    if (node.value(A::Role) == "tabpanel") return true;
    const auto has_tab_word = [](std::string_view names) {
      return std::ranges::any_of(kTabWords,
                                 [&](std::string_view word) { return has_word(names, word); });
    };
    return has_tab_word(node.value(A::Class)) || has_tab_word(node.value(A::Id));
  }

  // If <main> has most of what is left, the rest is the site.
  void leave_main_only() {
    std::size_t all = 0;
    std::size_t inside = 0;
    std::vector<bool> is_main(page_.size(), false);
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      const HtmlNode& node = page_.node(i);
      if (node.name == N::Main || node.value(A::Role) == "main") mark(is_main, i);
      if (out_.noise[i] || out_.unseen[i]) continue;
      const std::size_t bytes = page_.text_bytes(i, i + 1);
      all += bytes;
      inside += is_main[i] ? bytes : 0;
    }
    if (2 * inside <= all) return;
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      if (!is_main[i]) out_.noise[i] = true;
    }
  }

  const HtmlPage& page_;
  HtmlProse prose_;
  HtmlNoise out_;
  std::vector<std::size_t> marks_before_;  // links and "[12]" before each node
  std::vector<std::size_t> known_before_;  // headings with known names before each node
  std::set<NodeIndex> linked_;             // what links and buttons show
};

}  // namespace

HtmlNoise find_noise(const HtmlPage& page, const std::vector<NoteLink>& links,
                     const std::vector<SideNote>& side) {
  HtmlNoise noise = NoiseFinder(page, links).find();
  const auto set_unseen = [&](NodeIndex node, bool unseen) {
    std::fill(noise.unseen.begin() + static_cast<std::ptrdiff_t>(node),
              noise.unseen.begin() + static_cast<std::ptrdiff_t>(page.node(node).end), unseen);
  };
  for (const SideNote& note : side) {
    if (note.toggle != kNoNode) set_unseen(note.toggle, true);
    set_unseen(note.node, note.kind == SideNote::Kind::Copy);
    for (const NodeIndex repeat : note.repeats) set_unseen(repeat, true);
  }
  return noise;
}

}  // namespace idsearch::indexer
