// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_menus.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/among.hpp"
#include "indexer/characters.hpp"
#include "indexer/html_menu_titles.hpp"
#include "indexer/html_site_actions.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

// Nothing longer is compared with titles.
constexpr std::size_t kLongestMenuTitle = 300;
// "A run of three or more" short lines is a menu, as in text dumps; of links two are enough.
constexpr std::size_t kShortestMenu = 3;
constexpr std::size_t kShortestLinkRun = 2;
// A line without links of so many bytes is text. Chosen, as in html_outskirts.
constexpr std::size_t kFewestTextBytes = 30;
// A notice about cookies is no longer, with its links.
constexpr std::size_t kMostNoticeBytes = 1000;

std::string key_of(std::string_view text) {
  if (text.size() > kLongestMenuTitle) return {};
  std::string key = text::comparison_key(text);
  while (!key.empty() && (key.back() == ':' || key.back() == ' ')) key.pop_back();
  return key;
}

bool has_bracketed_digit(std::string_view text) {
  const std::size_t at = text.find('[');
  return at < text.size() && at + 1 < text.size() && text::is_ascii_digit(text[at + 1]);
}

class MenuFinder {
 public:
  MenuFinder(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const LinkByNode& links,
             const std::vector<bool>& is_note, std::vector<bool>& skipped)
      : page_(page), blocks_(blocks), links_(links), is_note_(is_note), skipped_(skipped) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      linked_.push_back(is_linked(blocks[i]));
      keys_.push_back(skipped[i] ? std::string() : key_of(blocks[i].text));
      if (!skipped[i] && blocks[i].kind == Kind::Heading) last_heading_[keys_.back()] = i;
    }
  }

  void find() {
    skip_cookie_notices();
    skip_actions();
    skip_repeated_headings();
    skip_jumps();
    skip_contents_titles();
    skip_related();
    skip_outer_links();
    skip_single_lines();
  }

 private:
  // Nothing but links and what parts them: "Law | Data Protection", "1. Law".
  static bool is_linked(const HtmlBlock& block) {
    if (block.links.empty()) return false;
    const auto parts_links = [](std::string_view text) {
      return std::ranges::none_of(text, [](char c) {
        // Beyond ASCII, letters begin with other bytes than "·", "»", NBSP (C2) and "•" (E2).
        const auto byte = static_cast<unsigned char>(c);
        return text::is_ascii_letter(c) || (byte > 0xC2 && byte != 0xE2) || c == '[' || c == '(' ||
               c == '"';
      });
    };
    std::size_t at = 0;
    std::size_t between = 0;
    for (const HtmlBlock::Span& span : block.links) {
      if (span.begin > at) {
        const auto gap = std::string_view(block.text).substr(at, span.begin - at);
        if (!parts_links(gap)) return false;
        between += text::trim(gap).size();
      }
      at = std::max(at, span.end);
    }
    const auto rest = std::string_view(block.text).substr(at);
    return parts_links(rest) && 2 * (between + rest.size()) <= block.text.size();
  }

  bool has_mark(const HtmlBlock& block) const {
    return std::ranges::any_of(block.links, [this](const HtmlBlock::Span& span) {
      const auto found = links_.find(span.node);
      return found != links_.end() && found->second->kind == NoteLink::Kind::Mark;
    });
  }

  bool all_in_page(const HtmlBlock& block) const {
    return std::ranges::all_of(
        block.links, [this](const HtmlBlock::Span& span) { return links_.contains(span.node); });
  }

  bool is_free(std::size_t i) const {
    return !skipped_[i] && blocks_[i].kind != Kind::Heading && blocks_[i].kind != Kind::Row;
  }

  std::size_t next_shown(std::size_t i) const {
    ++i;
    while (i < blocks_.size() && skipped_[i]) ++i;
    return i;
  }

  // Lines that all come again as headings further down.
  void skip_repeated_headings() {
    for (std::size_t i = 0; i < blocks_.size();) {
      std::vector<std::size_t> run;
      bool linked = true;
      std::size_t at = i;
      for (; at < blocks_.size() && (skipped_[at] || repeats_heading(at)); ++at) {
        if (skipped_[at]) continue;
        run.push_back(at);
        linked = linked && linked_[at];
      }
      if (run.size() >= (linked ? kShortestLinkRun : kShortestMenu)) {
        for (const std::size_t block : run) skipped_[block] = true;
      }
      i = std::max(at, i + 1);
    }
  }

  bool repeats_heading(std::size_t i) const {
    if (!is_free(i)) return false;
    const auto heading = last_heading_.find(keys_[i]);
    return heading != last_heading_.end() && heading->second > i && !keys_[i].empty();
  }

  // "Back to top", and entries of a list of contents.
  void skip_jumps() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (is_free(i) && linked_[i] && all_in_page(block) && !has_mark(block)) {
        skipped_[i] = true;
      }
    }
  }

  void skip_contents_titles() {
    for (std::size_t i = 0; i + 1 < blocks_.size(); ++i) {
      if (skipped_[i] || !skipped_[i + 1] || !is_contents_title(keys_[i])) continue;
      skipped_[i] = true;
    }
  }

  // A heading such as "Related profiles", and what stands below it, when most of it is links; or
  // one such as "Leave a reply", whatever stands below it.
  void skip_related() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const bool heading = blocks_[i].kind == Kind::Heading;
      const bool site = heading && is_site_title(keys_[i]);
      if (skipped_[i] || (!site && !is_related_title(keys_[i]))) continue;
      std::size_t end = i + 1;
      std::size_t linked = 0;
      std::size_t all = 0;
      bool marked = false;
      for (; end < blocks_.size(); ++end) {
        const HtmlBlock& block = blocks_[end];
        if (block.kind == Kind::Heading && !skipped_[end] &&
            (!heading || block.level <= blocks_[i].level)) {
          break;
        }
        if (skipped_[end]) continue;
        if (!heading && !linked_[end]) break;
        if (site && known_heading(block.text) != nullptr && block.kind == Kind::Heading) break;
        marked = marked || has_mark(block) || has_bracketed_digit(block.text);
        linked += linked_[end] ? 1 : 0;
        ++all;
      }
      if (marked || (!heading && all == 0) || (!site && 2 * linked < all)) continue;
      std::fill(skipped_.begin() + static_cast<std::ptrdiff_t>(i),
                skipped_.begin() + static_cast<std::ptrdiff_t>(end), true);
    }
  }

  // "Home > Profiles > Kenya" above the title.
  bool is_breadcrumb(const HtmlBlock& block) const {
    if (block.links.empty() || block.text.size() > kLongestMenuTitle) return false;
    std::size_t at = 0;
    for (const HtmlBlock::Span& span : block.links) {
      const std::string_view gap =
          std::string_view(block.text).substr(at, std::max(at, span.begin) - at);
      if (!gap.empty() && !is_crumb_sign(text::trim(gap))) return false;
      at = std::max(at, span.end);
    }
    const std::string_view rest = text::trim(std::string_view(block.text).substr(at));
    for (std::size_t length = 1; length <= 3 && length < rest.size(); ++length) {
      if (is_crumb_sign(rest.substr(0, length))) return !line_signs(rest).ends_sentence;
    }
    return false;
  }

  static bool is_crumb_sign(std::string_view text) {
    constexpr auto kSigns =
        std::to_array<std::string_view>({">", "›", "»", "/", "→", "|", "·", "•", "::"});
    return is_among(kSigns, text);
  }

  // Links before the first heading and behind the last words.
  void skip_outer_links() {
    const auto is_link = [this](std::size_t i) {
      return is_free(i) && linked_[i] && !has_mark(blocks_[i]);
    };
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind == Kind::Heading && !skipped_[i]) break;
      if (is_free(i) && is_breadcrumb(blocks_[i])) {
        skipped_[i] = true;
      } else if (is_free(i) && !linked_[i] && blocks_[i].text.size() >= kFewestTextBytes) {
        break;  // the text has begun
      }
    }
    for (std::size_t i = next_shown(static_cast<std::size_t>(-1)); i < blocks_.size() && is_link(i);
         i = next_shown(i)) {
      skipped_[i] = true;
    }
    const bool has_notes = std::ranges::find(is_note_, true) != is_note_.end();
    bool links = false;
    for (std::size_t i = blocks_.size(); i-- > 0 && !is_note_[i];) {
      if (skipped_[i]) continue;
      const bool heads_links = has_notes && links && blocks_[i].kind == Kind::Heading;
      if (!is_link(i) && !heads_links) break;
      links = !heads_links;
      skipped_[i] = true;
    }
  }

  // "* * *", an emoji of a box: nothing that anybody can look for, and no mark.
  static bool is_ornament(std::string_view text) {
    constexpr std::size_t kLongest = 40;
    if (text.size() > kLongest || text.find(kEmptyMark) != std::string_view::npos) return false;
    for (std::size_t at = 0; at < text.size();) {
      const Character c = character_at(text, at);
      if (is_letter(c.code) || (c.code >= '0' && c.code <= '9')) return false;
      at += c.length;
    }
    return true;
  }

  // First of all: links behind them may be the outermost then.
  void skip_actions() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (is_free(i) && !has_mark(blocks_[i]) && is_site_action(page_, blocks_[i])) {
        skipped_[i] = true;
      }
    }
  }

  void skip_single_lines() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!is_free(i)) continue;
      const std::string_view text = blocks_[i].text;
      if (is_chrome(text) || is_image_placeholder(text) || text == "flag" ||
          text.starts_with("©") || text.starts_with("Copyright ©") || is_ornament(text)) {
        skipped_[i] = true;
      }
    }
  }

  // The whole box in which such a sentence stands.
  void skip_cookie_notices() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (skipped_[i] || blocks_[i].text.size() > kMostNoticeBytes) continue;
      const std::string key = text::comparison_key(blocks_[i].text.substr(
          0, text::char_floor(blocks_[i].text, std::min<std::size_t>(60, blocks_[i].text.size()))));
      if (!is_cookie_notice(key) || has_mark(blocks_[i])) continue;
      skipped_[i] = true;
      const NodeIndex box = page_.node(blocks_[i].element).parent;
      if (box == kNoNode || page_.node(box).name == HtmlName::Body ||
          page_.node(box).name == HtmlName::Main ||
          page_.text_bytes(box, page_.node(box).end) > kMostNoticeBytes) {
        continue;
      }
      const auto in_box = [&](std::size_t k) {
        return blocks_[k].first >= box && blocks_[k].first < page_.node(box).end;
      };
      for (std::size_t k = i; k > 0 && in_box(k - 1); --k) skipped_[k - 1] = true;
      for (std::size_t k = i + 1; k < blocks_.size() && in_box(k); ++k) skipped_[k] = true;
    }
  }

  const HtmlPage& page_;
  const std::vector<HtmlBlock>& blocks_;
  const LinkByNode& links_;
  const std::vector<bool>& is_note_;
  std::vector<bool>& skipped_;
  std::vector<bool> linked_;
  std::vector<std::string> keys_;
  std::unordered_map<std::string, std::size_t> last_heading_;
};

}  // namespace

void skip_menus(const HtmlPage& page, const std::vector<HtmlBlock>& blocks, const LinkByNode& links,
                const std::vector<bool>& is_note, std::vector<bool>& skipped) {
  MenuFinder(page, blocks, links, is_note, skipped).find();
}

}  // namespace idsearch::indexer
