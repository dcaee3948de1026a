// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tree.hpp"

#include <gumbo.h>

#include <algorithm>
#include <memory>

#include "indexer/html_guard.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

struct DestroyOutput {
  void operator()(GumboOutput* output) const {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  }
};

// Line ends are LF from here on: CR LF and CR would be counted as other tools do not.
std::string with_line_feeds(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    if (utf8[i] == '\0') continue;  // the parser drops it too
    if (utf8[i] != '\r') {
      out += utf8[i];
    } else if (i + 1 == utf8.size() || utf8[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

class TreeMaker {
 public:
  TreeMaker(std::string_view page, const GuardedHtml& guarded) : page_(page), guarded_(guarded) {
    for (std::size_t at = page.find('\n'); at != std::string_view::npos;
         at = page.find('\n', at + 1)) {
      line_ends_.push_back(at);
    }
  }

  std::vector<HtmlNode> make(const GumboNode& root) {
    add(root, kNoNode);
    // Depths are limited, but not by so little that recursion would be wise.
    struct Frame {
      const GumboVector* children;
      unsigned int next;
      NodeIndex node;
    };
    std::vector<Frame> frames{{&root.v.element.children, 0, 0}};
    while (!frames.empty()) {
      Frame& frame = frames.back();
      if (frame.next == frame.children->length) {
        nodes_[frame.node].end = nodes_.size();
        frames.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(frame.children->data[frame.next++]);
      if (child.type == GUMBO_NODE_COMMENT || child.type == GUMBO_NODE_DOCUMENT) continue;
      const NodeIndex index = nodes_.size();
      add(child, frame.node);
      if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) {
        frames.push_back({&child.v.element.children, 0, index});
      }
    }
    return std::move(nodes_);
  }

  std::size_t line_at(std::size_t source) const {
    return 1 + static_cast<std::size_t>(std::ranges::lower_bound(line_ends_, source) -
                                        line_ends_.begin());
  }

 private:
  void add(const GumboNode& node, NodeIndex parent) {
    HtmlNode out;
    out.parent = parent;
    out.end = nodes_.size() + 1;
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
      add_element(node.v.element, out);
    } else {
      add_text(node.v.text, out);
    }
    nodes_.push_back(std::move(out));
  }

  void add_element(const GumboElement& element, HtmlNode& out) const {
    if (element.original_tag.length == 0) {  // made by the parser
      out.name = html_element(gumbo_normalized_tagname(element.tag)).name;
    } else {
      const std::size_t at = offset_of(element.original_tag);
      const GuardedHtml::Tag tag = guarded_.tag_at(at);
      out.name = tag.name;
      out.cut = tag.cut;
      out.line = line_at(guarded_.source_of(at));
    }
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const HtmlAttribute known = html_attribute(attribute.name);
      if (known != HtmlAttribute::None) {
        out.attributes.emplace_back(known, text::repair_utf8(attribute.value).text);
      }
    }
  }

  void add_text(const GumboText& text, HtmlNode& out) const {
    out.text = text::repair_utf8(text.text).text;
    std::size_t at = offset_of(text.original_text);
    while (at < guarded_.html.size() && text::is_ascii_space(guarded_.html[at])) ++at;
    out.line = line_at(std::min(guarded_.source_of(at), page_.size()));
  }

  std::size_t offset_of(const GumboStringPiece& piece) const {
    return static_cast<std::size_t>(piece.data - guarded_.html.data());
  }

  std::string_view page_;
  const GuardedHtml& guarded_;
  std::vector<std::size_t> line_ends_;
  std::vector<HtmlNode> nodes_;
};

}  // namespace

const std::string* HtmlNode::attribute(HtmlAttribute which) const {
  for (const auto& [known, content] : attributes) {
    if (known == which) return &content;
  }
  return nullptr;
}

std::string_view HtmlNode::value(HtmlAttribute which) const {
  const std::string* found = attribute(which);
  return found == nullptr ? std::string_view() : std::string_view(*found);
}

NodeIndex HtmlTree::around(NodeIndex node, HtmlName name) const {
  while (node != kNoNode && nodes[node].name != name) node = nodes[node].parent;
  return node;
}

HtmlTree check_html(std::string_view utf8) {
  HtmlTree tree;
  const std::string page = with_line_feeds(utf8);
  const GuardedHtml guarded = guard_html(page);
  if (guarded.refusal.empty()) return tree;
  tree.refusal = guarded.refusal;
  tree.refusal_line = TreeMaker(page, guarded).line_at(guarded.refused_at);
  return tree;
}

HtmlTree parse_html(std::string_view utf8) {
  HtmlTree tree;
  const std::string page = with_line_feeds(utf8);
  const GuardedHtml guarded = guard_html(page);
  TreeMaker maker(page, guarded);
  if (!guarded.refusal.empty()) {
    tree.refusal = guarded.refusal;
    tree.refusal_line = maker.line_at(guarded.refused_at);
    return tree;
  }
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // nobody reads them, and there can be one a byte
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&options, guarded.html.data(), guarded.html.size()));
  tree.nodes = maker.make(*output->root);
  return tree;
}

}  // namespace idsearch::indexer
