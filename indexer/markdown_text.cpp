// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_text.hpp"

#include <array>
#include <string_view>
#include <vector>

#include "indexer/markdown_html.hpp"
#include "indexer/markdown_tags.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Signs that lead from a note back to its mark.
bool is_back_link(std::string_view text) {
  constexpr std::array<std::string_view, 7> kSigns{
      "^", "\u21A9", "\u21A9\uFE0E", "\u21A9\uFE0F", "\u2191", "\u21B5", "\u23CE"};
  for (const std::string_view sign : kSigns) {
    if (text == sign) return true;
  }
  return false;
}

bool is_web_address(std::string_view url) {
  return url.find("://") != std::string_view::npos || url.starts_with("www.") ||
         url.starts_with("//");
}

class TextMaker {
 public:
  explicit TextMaker(Shields& shields) : shields_(shields) {}

  MarkdownText make(cmark_node* node) {
    const MarkdownIter iter(cmark_iter_new(node));
    for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter.get())) {
      cmark_node* current = cmark_iter_get_node(iter.get());
      if (current == node) continue;
      if (cmark_node_get_type(current) == CMARK_NODE_IMAGE) {
        if (event == CMARK_EVENT_ENTER) cmark_iter_reset(iter.get(), current, CMARK_EVENT_EXIT);
        continue;
      }
      take(current, event == CMARK_EVENT_ENTER);
    }
    result_.only_anchor = anchors_ == 1 && text::trim(result_.text) == anchor_text_;
    return std::move(result_);
  }

 private:
  std::string& out() { return result_.text; }

  void take(cmark_node* node, bool enter) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_LINK) {
      if (enter) {
        opened_.push_back(out().size());
      } else {
        close_link(node);
      }
    } else if (type == CMARK_NODE_TEXT) {
      add_words(shields_.words(literal_of(node)));
    } else if (type == CMARK_NODE_CODE) {
      out() += shields_.sources(literal_of(node));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      out() += '\n';
    } else if (type == CMARK_NODE_HTML_INLINE) {
      take_tag(shields_.sources(literal_of(node)));
    }
  }

  void add_words(std::string_view words) {
    std::size_t at = 0;
    for (auto token = shields_.find(words, 0); token; token = shields_.find(words, token->end)) {
      const Shield& shield = shields_.at(token->shield);
      if (shield.kind != Shield::Kind::Superscript) continue;
      out().append(words, at, token->begin - at);
      at = token->end;
      const std::size_t from = out().size();
      out() += std::string(shield.value);
      raise(from, out(), shields_);
    }
    out().append(words, at);
  }

  void close_link(cmark_node* node) {
    const std::size_t start = opened_.back();
    opened_.pop_back();
    const char* raw = cmark_node_get_url(node);
    std::string url = shields_.sources(raw == nullptr ? "" : raw);
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    end_link(start, url);
  }

  void end_link(std::size_t start, const std::string& url) {
    const std::string words(out(), start);
    if (url.starts_with('#')) {
      ++anchors_;
      anchor_text_ = text::trim(words);
      if (is_mark_number(words)) {
        out().insert(start, "[");
        out() += ']';
      } else if (is_back_link(words)) {
        out().resize(start);
      }
    } else if (is_web_address(url)) {
      out() += shields_.token({Shield::Kind::Target, " <" + url + '>', "", 0});
    }
  }

  void take_tag(const std::string& literal) {
    const auto tag = read_html_tag(literal);
    if (!tag || tag->name.empty()) return;
    if (!is_html_element(tag->name)) {
      if (tag->is_words) out() += literal;  // "<url>", "<sic>": words
    } else if (tag->name == "br") {
      out() += '\n';
    } else if (tag->name == "sup") {
      if (!tag->is_closing) {
        raised_from_ = out().size();
      } else if (raised_from_ != std::string::npos) {
        raise(raised_from_, out(), shields_);
        raised_from_ = std::string::npos;
      }
    } else if (tag->name == "a") {
      if (!tag->is_closing) {
        tag_link_ = tag->href;
        tag_link_from_ = out().size();
      } else if (!tag_link_.empty()) {
        end_link(tag_link_from_, tag_link_);
        tag_link_.clear();
      }
    }
  }

  Shields& shields_;
  MarkdownText result_;
  std::vector<std::size_t> opened_;  // where the texts of open links begin
  std::size_t raised_from_ = std::string::npos;
  std::string tag_link_;
  std::size_t tag_link_from_ = 0;
  std::size_t anchors_ = 0;
  std::string anchor_text_;
};

}  // namespace

MarkdownText text_of_node(cmark_node* node, Shields& shields) {
  return TextMaker(shields).make(node);
}

}  // namespace idsearch::indexer
