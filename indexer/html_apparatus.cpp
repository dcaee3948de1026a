// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_apparatus.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/among.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using A = HtmlAttribute;

// Of Word's comments: the anchor in the text, and the comment.
constexpr auto kCommentNames = std::to_array<std::string_view>(
    {"MsoCommentReference", "msocomanchor", "msocomtxt", "msocomoff"});

// Of links to the place where they stand, as Sphinx, MkDocs and others write them.
constexpr auto kSelfLinkNames = std::to_array<std::string_view>(
    {"headerlink", "header-anchor", "header-link", "heading-anchor", "heading-link", "anchor-link",
     "anchorlink", "anchorjs-link", "permalink"});
constexpr auto kSelfLinkSigns =
    std::to_array<std::string_view>({"", "#", "¶", "§", "🔗", "\uF0C1", "link", "Permalink"});

// Whether a list of names parted by blanks has one of these.
template <typename Names>
bool names_one_of(std::string_view list, const Names& names) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t begin = list.find_first_not_of(" \t\n\f\r", at);
    if (begin == std::string_view::npos) return false;
    at = std::min(list.find_first_of(" \t\n\f\r", begin), list.size());
    if (is_among(names, list.substr(begin, at - begin))) return true;
  }
  return false;
}

bool is_word_and_digits(std::string_view text, std::string_view word) {
  if (!text.starts_with(word) || text.size() == word.size()) return false;
  return std::ranges::all_of(text.substr(word.size()), text::is_ascii_digit);
}

std::string_view fragment_of(const HtmlNode& node) {
  const std::string_view href = node.value(A::Href);
  const std::size_t hash = href.find('#');
  return hash == std::string_view::npos ? std::string_view() : href.substr(hash + 1);
}

class ApparatusCutter {
 public:
  explicit ApparatusCutter(HtmlTree& tree) : nodes_(tree.nodes) {}

  void cut() {
    read_page();
    for (NodeIndex i = 0; i < nodes_.size();) {
      if (nodes_[i].name == N::Math && i >= closed_up_) close_up(i);
      if (is_apparatus(i)) {
        empty(i);
        i = nodes_[i].end;
      } else {
        ++i;
      }
    }
  }

 private:
  // What one element cannot tell alone.
  void read_page() {
    std::map<std::string_view, NodeIndex> comments;
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (node.name == N::Ins && !visible_text(i).empty()) inserted_.insert(block_around(i));
      if (node.name == N::A && is_word_and_digits(node.value(A::Id), "cmnt") &&
          is_word_and_digits(fragment_of(node), "cmnt_ref")) {
        comments[node.value(A::Id)] = i;
        docs_comments_.insert(comment_around(i));
      }
    }
    for (NodeIndex i = 0; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (node.name == N::A && is_word_and_digits(node.value(A::Id), "cmnt_ref") &&
          comments.contains(fragment_of(node))) {
        docs_comments_.insert(i);
      }
    }
  }

  bool is_apparatus(NodeIndex i) const {
    const HtmlNode& node = nodes_[i];
    if (node.name == N::Text || node.name == N::Html || node.name == N::Body) return false;
    if (is_word_comment(node) || docs_comments_.contains(i)) return true;
    if (is_page_break(node)) return visible_text(i).size() <= kLongestPage;
    if (node.name == N::Del) return inserted_.contains(block_around(i));
    const std::string_view names = node.value(A::Class);
    if (names.empty()) return false;
    if (node.name == N::A && names_one_of(names, kSelfLinkNames)) {
      return !fragment_of(node).empty() && is_among(kSelfLinkSigns, visible_text(i));
    }
    if (!names_one_of(names, std::array<std::string_view, 2>{"paranumber", "no-para"}))
      return false;
    return std::ranges::all_of(visible_text(i), text::is_ascii_digit);
  }

  static bool is_word_comment(const HtmlNode& node) {
    if (names_one_of(node.value(A::Class), kCommentNames)) return true;
    const std::string_view style = node.value(A::Style);
    return style.find("mso-element:comment") != std::string_view::npos ||
           style.find("mso-special-character:comment") != std::string_view::npos;
  }

  static bool is_page_break(const HtmlNode& node) {
    constexpr std::array<std::string_view, 2> kNames{"pagebreak", "doc-pagebreak"};
    return names_one_of(node.value(A::EpubType), kNames) ||
           names_one_of(node.value(A::Role), kNames);
  }

  // Without white space at the ends; cut when it is longer than any sign asked for.
  std::string visible_text(NodeIndex node) const {
    std::string out;
    for (NodeIndex i = node; i < nodes_[node].end && out.size() <= kLongestPage; ++i) {
      if (!out.empty() || !text::trim(nodes_[i].text).empty()) out += nodes_[i].text;
    }
    return std::string(text::trim(out));
  }

  NodeIndex block_around(NodeIndex i) const {
    while (i != kNoNode && !is_html_block(nodes_[i].name)) i = nodes_[i].parent;
    return i;
  }

  // The box of a comment that begins with its link back, else the paragraph.
  NodeIndex comment_around(NodeIndex link) const {
    const NodeIndex block = block_around(link);
    if (block == kNoNode || nodes_[block].name == N::Body || nodes_[block].name == N::Html) {
      return link;
    }
    const NodeIndex box = nodes_[block].parent;
    constexpr std::size_t kMostElements = 20;  // before the link, without words
    if (box == kNoNode || nodes_[box].name != N::Div || link - box > kMostElements) return block;
    for (NodeIndex i = box; i < link; ++i) {
      if (!text::trim(nodes_[i].text).empty()) return block;
    }
    for (NodeIndex i = link + 1; i < nodes_[box].end; ++i) {
      // Not a box of comments and more.
      if (is_html_heading(nodes_[i].name) || !nodes_[i].value(A::Id).empty()) return block;
    }
    return box;
  }

  void empty(NodeIndex node) {
    for (NodeIndex i = node; i < nodes_[node].end; ++i) {
      nodes_[i].text.clear();
      nodes_[i].attributes.clear();
      if (nodes_[i].name == N::A || is_html_heading(nodes_[i].name)) nodes_[i].name = N::Inline;
    }
  }

  // White space between the elements of MathML is none of the formula.
  void close_up(NodeIndex math) {
    closed_up_ = nodes_[math].end;
    for (NodeIndex i = math; i < nodes_[math].end; ++i) {
      if (std::ranges::all_of(nodes_[i].text, text::is_ascii_space)) nodes_[i].text.clear();
    }
    for (NodeIndex i = math; i < nodes_[math].end; ++i) {
      if (nodes_[i].name == N::Mfrac) put_before_second(i, '/');
      if (nodes_[i].name == N::Msup) put_before_second(i, '^');
    }
  }

  // "1/2" and "10^6": without a sign the numbers would read "12" and "106".
  void put_before_second(NodeIndex parts, char sign) {
    std::size_t part = 0;
    for (NodeIndex i = parts + 1; i < nodes_[parts].end; i = nodes_[i].end) {
      if (nodes_[i].name == N::Text || ++part != 2) continue;
      for (NodeIndex inner = i; inner < nodes_[i].end; ++inner) {
        if (nodes_[inner].text.empty()) continue;
        nodes_[inner].text.insert(0, 1, sign);
        return;
      }
    }
  }

  // "[p. xxviii]", "Page 1234" and the like; what is longer is no page's number.
  static constexpr std::size_t kLongestPage = 30;

  std::vector<HtmlNode>& nodes_;
  NodeIndex closed_up_ = 0;            // as far as formulas are
  std::set<NodeIndex> inserted_;       // blocks in which a change put words in
  std::set<NodeIndex> docs_comments_;  // of Google Docs: marks and comments
};

}  // namespace

void cut_apparatus(HtmlTree& tree) { ApparatusCutter(tree).cut(); }

}  // namespace idsearch::indexer
