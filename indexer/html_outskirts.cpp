// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_outskirts.hpp"

#include <algorithm>
#include <string_view>

#include "indexer/html_links.hpp"
#include "indexer/html_menu_titles.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

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

  void skip_behind_notes() {
    const auto last = std::find(is_note_.rbegin(), is_note_.rend(), true);
    const auto begin = static_cast<std::size_t>(is_note_.rend() - last);
    if (begin == 0) return;
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (!skipped_[i] && has_mark(blocks_[i])) return;
    }
    bool section = false;
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (skipped_[i]) continue;
      if (blocks_[i].kind == Kind::Heading) section = is_section(i, begin);
      if (!section) skipped_[i] = true;
    }
  }

 private:
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
    for (std::size_t at = block.text.find('['); at != std::string::npos;
         at = block.text.find('[', at + 1)) {
      const std::size_t close = block.text.find(']', at);
      if (close == std::string::npos) return false;
      // Nothing longer is a group of marks.
      if (close - at < 20 && !shown_numbers(block.text.substr(at, close + 1 - at)).empty()) {
        return true;
      }
    }
    return false;
  }

  // Whether the heading is one of the profile, not of a box that the site adds.
  bool is_section(std::size_t heading, std::size_t begin) const {
    if (known_heading(blocks_[heading].text) != nullptr) return true;
    // A heading that is a link leads to another page.
    for (const HtmlBlock::Span& link : blocks_[heading].links) {
      const std::string_view href = page_.node(link.node).value(HtmlAttribute::Href);
      const bool whole = link.begin == 0 && link.end == blocks_[heading].text.size();
      if (whole && !href.starts_with('#')) return false;
    }
    for (std::size_t i = 0; i < begin; ++i) {
      if (blocks_[i].kind == Kind::Heading && !skipped_[i] && looks_like(i, heading)) return true;
    }
    return false;
  }

  bool looks_like(std::size_t a, std::size_t b) const {
    if (blocks_[a].level != blocks_[b].level) return false;
    NodeIndex first = blocks_[a].element;
    NodeIndex second = blocks_[b].element;
    // The heading and what is around it.
    for (int i = 0; i < 2; ++i) {
      if (first == kNoNode || second == kNoNode) return first == second;
      if (first == second) return true;
      const HtmlNode& one = page_.node(first);
      const HtmlNode& other = page_.node(second);
      if (one.name != other.name ||
          one.value(HtmlAttribute::Class) != other.value(HtmlAttribute::Class)) {
        return false;
      }
      first = one.parent;
      second = other.parent;
    }
    return true;
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
  finder.skip_behind_notes();
}

}  // namespace idsearch::indexer
