// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tabs.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/html_links.hpp"
#include "indexer/html_mark_text.hpp"
#include "indexer/text_headings.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using A = HtmlAttribute;

// No title is longer; a "tab" with more words is a box of text.
constexpr std::size_t kLongestTabLabel = 150;

class TabFinder {
 public:
  explicit TabFinder(const HtmlPage& page) : page_(page) {}

  // Node of the tab, by panel.
  std::map<NodeIndex, NodeIndex> find() {
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      const HtmlNode& node = page_.node(i);
      const std::string_view role = node.value(A::Role);
      const bool opens = role == "tab" || role == "button" || node.name == HtmlName::Button;
      if (opens) add_ids(node.value(A::AriaControls), i);
      for (const A which : {A::DataTab, A::DataBsTarget, A::DataTarget}) add_target(i, which);
      if (node.name == HtmlName::A) add_link(i, role == "tab");
      if (role == "tabpanel" || role == "region") add_label(i, node.value(A::AriaLabelledby));
    }
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      if (page_.node(i).value(A::Role) == "tablist") add_in_order(i);
    }
    return std::move(tabs_);
  }

 private:
  void add_ids(std::string_view ids, NodeIndex tab) {
    if (!ids.empty() && ids.find(' ') == std::string_view::npos) add(page_.with_id(ids), tab);
  }

  // data-bs-target="#law", data-tab="law"
  void add_target(NodeIndex tab, HtmlAttribute which) {
    std::string_view id = page_.node(tab).value(which);
    if (id.starts_with('#')) id.remove_prefix(1);
    const NodeIndex panel = id.empty() ? kNoNode : page_.with_id(id);
    if (panel != kNoNode && is_pane(panel)) add(panel, tab);
  }

  bool is_pane(NodeIndex panel) const {
    const std::string_view names = page_.node(panel).value(A::Class);
    return has_word(names, "pane") || has_word(names, "tab") || has_word(names, "panel") ||
           page_.node(panel).value(A::Role) == "tabpanel";
  }

  void add_link(NodeIndex link, bool is_tab) {
    const std::string_view href = page_.node(link).value(A::Href);
    if (!href.starts_with('#')) return;
    const NodeIndex panel = page_.with_id(href.substr(1));
    if (panel == kNoNode) return;
    if (is_tab || is_pane(panel)) add(panel, link);
  }

  // Tabs that say nothing of their panels: as many stand behind them, in the same box.
  void add_in_order(NodeIndex list) {
    const NodeIndex end = page_.node(list).end;
    std::vector<NodeIndex> tabs;
    for (NodeIndex i = list + 1; i < end; ++i) {
      if (page_.node(i).value(A::Role) == "tab") tabs.push_back(i);
    }
    std::vector<NodeIndex> panels;
    const NodeIndex box = page_.node(list).parent;
    for (NodeIndex i = end; box != kNoNode && i < page_.node(box).end;) {
      const bool panel = page_.node(i).value(A::Role) == "tabpanel";
      if (panel) panels.push_back(i);
      i = panel ? page_.node(i).end : i + 1;
    }
    if (tabs.size() != panels.size()) return;
    for (std::size_t i = 0; i < tabs.size(); ++i) add(panels[i], tabs[i]);
  }

  void add_label(NodeIndex panel, std::string_view id) {
    const NodeIndex label = id.empty() ? kNoNode : page_.with_id(id);
    if (label != kNoNode) add(panel, label);
  }

  void add(NodeIndex panel, NodeIndex tab) {
    if (panel == kNoNode || page_.tree().is_within(tab, panel)) return;
    if (!is_html_block(page_.node(panel).name)) return;
    // A button with a number shows a note.
    if (!shown_numbers(page_.text_of(tab, 20)).empty()) return;
    // What is a heading already needs no second one.
    for (NodeIndex i = tab; i != kNoNode; i = page_.node(i).parent) {
      if (page_.heading_level(i) != 0) return;
    }
    if (page_.has_heading(tab, page_.node(tab).end)) return;
    tabs_.try_emplace(panel, tab);
  }

  const HtmlPage& page_;
  std::map<NodeIndex, NodeIndex> tabs_;
};

// The level of the heading with this name; 0 when there is none.
std::size_t level_of_named(const std::vector<HtmlBlock>& blocks, std::size_t from, NodeIndex end,
                           const std::string& key) {
  for (std::size_t i = from; i < blocks.size() && blocks[i].first < end; ++i) {
    const bool heading = blocks[i].kind == RawBlock::Kind::Heading;
    if (heading && text::comparison_key(blocks[i].text) == key) return blocks[i].level;
  }
  return 0;
}

}  // namespace

void add_tab_headings(const HtmlPage& page, const HtmlNoise& noise,
                      std::vector<HtmlBlock>& blocks) {
  std::vector<HtmlBlock> headings;
  bool known = false;
  std::size_t named = static_cast<std::size_t>(-1);  // level of tabs that repeat their names
  NodeIndex behind = 0;  // panels within panels are no sections of the page
  for (const auto& [panel, tab] : TabFinder(page).find()) {
    const NodeIndex end = page.node(panel).end;
    if (panel < behind || noise.unseen[panel] || noise.noise[panel]) continue;
    HtmlBlock heading;
    heading.text = text::trim(page.text_of(tab, 2 * kLongestTabLabel));
    if (heading.text.empty() || heading.text.size() > kLongestTabLabel) continue;
    const auto from = std::ranges::lower_bound(blocks, panel, {}, &HtmlBlock::first);
    if (from == blocks.end() || from->first >= end) continue;
    behind = end;
    known = known || known_heading(heading.text) != nullptr;
    const std::size_t own = level_of_named(blocks, static_cast<std::size_t>(from - blocks.begin()),
                                           end, text::comparison_key(heading.text));
    if (own != 0) {
      named = std::min(named, own);
      continue;
    }
    heading.kind = RawBlock::Kind::Heading;
    heading.line = page.node(tab).line;
    heading.first = heading.last = heading.element = panel;
    headings.push_back(std::move(heading));
  }
  if (!known || headings.empty()) return;
  const bool has_named = named != static_cast<std::size_t>(-1);
  std::size_t highest = static_cast<std::size_t>(-1);
  for (const HtmlBlock& block : blocks) {
    const bool section = block.kind == RawBlock::Kind::Heading && !block.noise && block.level > 1;
    if (section) highest = std::min(highest, block.level);
  }
  // Headings at the level of the first in the panels go one deeper.
  constexpr std::size_t kLevel = 2;  // below the title
  for (HtmlBlock& block : blocks) {
    if (block.kind == RawBlock::Kind::Heading && block.level > 1 && highest <= kLevel &&
        !has_named) {
      ++block.level;
    }
  }
  for (HtmlBlock& heading : headings) heading.level = has_named ? named : kLevel;
  std::move(headings.begin(), headings.end(), std::back_inserter(blocks));
  std::ranges::stable_sort(blocks, {}, &HtmlBlock::first);
}

}  // namespace idsearch::indexer
