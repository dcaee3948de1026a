// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_outskirts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "indexer/html_links.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/html_menu_titles.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

// What is compared of a class; longer ones differ early.
constexpr std::size_t kMostClassBytes = 200;
// A label has fewer. Chosen: six words of English, as for prose in boxes of the site.
constexpr std::size_t kFewestSentenceBytes = 30;
// Nor has a line of labels, with a full stop or without. Chosen: 65 letters of Thai.
constexpr std::size_t kFewestProseBytes = 200;

class OutskirtFinder {
 public:
  OutskirtFinder(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                 const LinkByNode& links, const std::vector<bool>& is_note,
                 std::vector<bool>& skipped)
      : page_(page), blocks_(blocks), links_(links), is_note_(is_note), skipped_(skipped) {}

  void skip_above(std::size_t title) {
    const bool text = std::any_of(blocks_.begin(), blocks_.begin() + offset(title),
                                  [this](const HtmlBlock& block) {
                                    return (block.kind == Kind::Heading && !block.noise &&
                                            known_heading(block.text) != nullptr) ||
                                           has_mark(block);
                                  });
    if (text) return;
    std::fill(skipped_.begin(), skipped_.begin() + offset(title), true);
  }

  void skip_behind_notes(std::optional<std::size_t> title) {
    const auto last = std::find(is_note_.rbegin(), is_note_.rend(), true);
    const auto begin = static_cast<std::size_t>(is_note_.rend() - last);
    if (begin == 0) return;
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (!skipped_[i] && has_mark(blocks_[i])) return;
    }
    const Sections sections = sections_before(begin);
    const NodeIndex text_end = page_.node(box_of_text(title, begin)).end;
    bool heading = false;
    bool section = false;
    bool announced = false;
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (skipped_[i]) continue;
      if (blocks_[i].kind == Kind::Heading) {
        heading = true;
        section = is_section(i, sections);
      }
      if (section) continue;
      const bool text = !heading && blocks_[i].first < text_end && is_text(blocks_[i], announced);
      announced =
          text && (blocks_[i].text.ends_with(':') || (announced && blocks_[i].kind == Kind::Item));
      if (!text) skipped_[i] = true;
    }
  }

 private:
  // How the headings of the profile look, and the elements they stand in.
  struct Sections {
    std::set<std::string> looks;
    std::set<NodeIndex> parents;
  };

  // The element around the title, the text and the notes, which end before block `end`.
  NodeIndex box_of_text(std::optional<std::size_t> title, std::size_t end) const {
    const auto shown = std::find(skipped_.begin(), skipped_.begin() + offset(end), false);
    std::size_t first = std::min(static_cast<std::size_t>(shown - skipped_.begin()), end - 1);
    if (title) first = std::min(first, *title);
    return page_.common_ancestor(blocks_[first].first, blocks_[end - 1].first);
  }

  // A sentence, a row, or an item that the line before announced; labels and links are the site's.
  bool is_text(const HtmlBlock& block, bool announced) const {
    std::size_t linked = 0;
    for (const HtmlBlock::Span& link : block.links) linked += link.end - link.begin;
    if (2 * linked > block.text.size() || is_named_site(block)) return false;
    if (block.kind == Kind::Row || (block.kind == Kind::Item && announced)) return true;
    // Scripts without full stops have long paragraphs, too.
    if (block.text.size() >= kFewestProseBytes) return true;
    return block.text.size() >= kFewestSentenceBytes &&
           (line_signs(block.text).ends_sentence || block.text.ends_with(':'));
  }

  // In a text such names may be words of it; behind the notes they say whose sentence it is.
  bool is_named_site(const HtmlBlock& block) const {
    NodeIndex node = block.element;
    for (int i = 0; i < 2 && node != kNoNode; ++i, node = page_.node(node).parent) {
      const std::string_view names = page_.node(node).value(HtmlAttribute::Class);
      for (const std::string_view word : {"disclaimer", "license", "licence", "bio"}) {
        if (has_word(names, word)) return true;
      }
    }
    const std::string key = text::comparison_key(block.text.substr(
        0, text::char_floor(block.text, std::min<std::size_t>(30, block.text.size()))));
    return key.starts_with("about the author");
  }

  static std::ptrdiff_t offset(std::size_t index) { return static_cast<std::ptrdiff_t>(index); }

  bool has_mark(const HtmlBlock& block) const {
    const auto shows_number = [&block](const HtmlBlock::Span& span) {
      return !shown_numbers(std::string_view(block.text).substr(span.begin, span.end - span.begin))
                  .empty();
    };
    if (std::ranges::any_of(block.raised, shows_number)) return true;
    const auto is_mark = [this](const HtmlBlock::Span& span) {
      const auto found = links_.find(span.node);
      return found != links_.end() && found->second->kind == NoteLink::Kind::Mark;
    };
    if (std::ranges::any_of(block.links, is_mark)) return true;
    constexpr std::size_t kLongestGroup = 20;  // "[12, 13, 14–17, 20]"
    for (std::size_t at = block.text.find('['); at != std::string::npos;
         at = block.text.find('[', at + 1)) {
      const std::string_view group = std::string_view(block.text).substr(at, kLongestGroup);
      const std::size_t close = group.find(']');
      if (close != std::string_view::npos && !shown_numbers(group.substr(0, close + 1)).empty()) {
        return true;
      }
    }
    return false;
  }

  // Whether the heading is one of the profile, not of a box that the site adds.
  bool is_section(std::size_t heading, const Sections& known) const {
    if (known_heading(blocks_[heading].text) != nullptr) return true;
    if (is_books_title(blocks_[heading].text)) return true;
    // A heading that is a link leads to another page.
    for (const HtmlBlock::Span& link : blocks_[heading].links) {
      const std::string_view href = page_.node(link.node).value(HtmlAttribute::Href);
      const bool whole = link.begin == 0 && link.end == blocks_[heading].text.size();
      if (whole && !href.starts_with('#')) return false;
    }
    // In the very element that holds earlier ones: of another level perhaps, but in no box.
    return known.looks.contains(look_of(heading)) || known.parents.contains(parent_of(heading));
  }

  NodeIndex parent_of(std::size_t heading) const {
    return page_.node(blocks_[heading].element).parent;
  }

  Sections sections_before(std::size_t end) const {
    Sections out;
    for (std::size_t i = 0; i < end; ++i) {
      if (blocks_[i].kind != Kind::Heading || skipped_[i]) continue;
      out.looks.insert(look_of(i));
      out.parents.insert(parent_of(i));
    }
    return out;
  }

  // Level, and names and classes of the heading and of what is around it.
  std::string look_of(std::size_t heading) const {
    std::string look = std::to_string(blocks_[heading].level);
    NodeIndex node = blocks_[heading].element;
    for (int i = 0; i < 2 && node != kNoNode; ++i, node = page_.node(node).parent) {
      look += ' ' + std::to_string(static_cast<int>(page_.node(node).name)) + '.' +
              std::string(page_.node(node).value(HtmlAttribute::Class).substr(0, kMostClassBytes));
    }
    return look;
  }

  const HtmlPage& page_;
  const std::vector<HtmlBlock>& blocks_;
  const LinkByNode& links_;
  const std::vector<bool>& is_note_;
  std::vector<bool>& skipped_;
};

}  // namespace

void skip_outskirts(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                    const LinkByNode& links, const std::vector<bool>& is_note,
                    std::optional<std::size_t> title_block, std::vector<bool>& skipped) {
  OutskirtFinder finder(page, blocks, links, is_note, skipped);
  if (title_block) finder.skip_above(*title_block);
  finder.skip_behind_notes(title_block);
}

}  // namespace idsearch::indexer
