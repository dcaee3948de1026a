// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_guard.hpp"

#include <algorithm>
#include <bitset>
#include <utility>

#include "indexer/html_stack.hpp"
#include "indexer/html_tags.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using T = HtmlTreatment;

// The formula once more, in another language.
constexpr std::string_view kAnnotation = "annotation-xml";

class Guard {
 public:
  explicit Guard(std::string_view page) : page_(page), xml_(page.starts_with("<?xml")) {
    out_.html.reserve(page.size() + page.size() / 8);
  }

  GuardedHtml write() {
    for (std::size_t at = 0; at < page_.size() && out_.refusal.empty();) {
      const std::size_t open = std::min(page_.find('<', at), page_.size());
      write_text(at, open);
      if (open == page_.size()) break;
      at = read_at(open);
    }
    close_to(0, page_.size());
    if (!out_.refusal.empty()) {
      out_.html.clear();
      out_.tags.clear();
      out_.pieces.clear();
    }
    return std::move(out_);
  }

 private:
  // Handles the "<" there; returns where to go on.
  std::size_t read_at(std::size_t at) {
    const HtmlMarkup markup = read_markup(page_, at);
    if (markup.kind == HtmlMarkup::Kind::Text) {
      if (island_ == nullptr) {
        piece(at);
        out_.html += "&lt;";
      }
      return markup.end;
    }
    if (markup.kind == HtmlMarkup::Kind::Other) return markup.end;
    const HtmlElement& element = html_element(markup.name);
    const bool start = markup.kind == HtmlMarkup::Kind::Start;
    if (island_ != nullptr && !leaves_island(element, markup, start)) {
      return start && island_has_raw_text() ? behind_raw(element, markup) : markup.end;
    }
    if (start) return read_start(element, markup, at);
    read_end(element, markup, at);
    return markup.end;
  }

  // Elements of SVG and MathML: "<a/>" is a whole one.
  static bool is_foreign(const HtmlElement& element) {
    return element.tag == "svg" || element.tag == "math" || element.tag == kAnnotation;
  }
  bool has_annotation_end(std::size_t from) {
    annotations_end_ = annotations_end_ || find_raw_end(page_, from, kAnnotation) >= page_.size();
    return !annotations_end_;
  }
  bool is_foreign_island() const { return island_->tag == "svg" || island_->tag == "math"; }
  bool is_annotation_island() const { return island_->tag == kAnnotation; }
  bool island_has_raw_text() const { return !is_foreign_island() && !is_annotation_island(); }

  // Whether the tag is to be read as part of the page again. The end tag of an island is not.
  bool leaves_island(const HtmlElement& element, const HtmlMarkup& markup, bool start) {
    if (&element == island_) {
      if (start && !markup.self_closing) ++islands_;
      if (!start && --islands_ == 0) island_ = nullptr;
      return false;
    }
    if (is_annotation_island()) {
      // What HTML stands in it is not shown either; one that is not closed ends with its formula.
      if (!start && element.name == N::Math) island_ = nullptr;
      return island_ == nullptr;
    }
    if (is_foreign_island() && markup.name.size() == std::string_view("foreignObject").size()) {
      // HTML may stand in it.
      foreign_ += start ? 1 : (foreign_ > 0 ? -1 : 0);
      return false;
    }
    if (island_->tag == "template" || !start || foreign_ > 0) return false;
    const bool block = element.treatment == T::Block || element.treatment == T::Div ||
                       element.treatment == T::Table || element.name == N::Body;
    if (block) island_ = nullptr;
    return block;
  }

  std::size_t behind_raw(const HtmlElement& element, const HtmlMarkup& markup) const {
    if (element.treatment != T::Raw) return markup.end;
    if (xml_ && markup.self_closing) return markup.end;
    return std::min(find_raw_end(page_, markup.end, markup.name), page_.size());
  }

  std::size_t read_start(const HtmlElement& element, const HtmlMarkup& markup, std::size_t at) {
    switch (element.treatment) {
      case T::Raw:
        return behind_raw(element, markup);
      case T::Drop:
        return markup.end;
      case T::Title:
        return read_title(element, markup, at);
      case T::Island:
        if (markup.self_closing && (xml_ || is_foreign(element))) return markup.end;
        if (&element == &html_element(kAnnotation) && !has_annotation_end(markup.end)) {
          return markup.end;
        }
        island_ = &element;
        islands_ = 1;
        foreign_ = 0;
        return markup.end;
      case T::Root: {
        if (element.name == N::Html) {
          xml_ = xml_ || markup.attributes.find("xmlns") != std::string_view::npos;
        }
        bool& seen = element.name == N::Html ? html_seen_ : body_seen_;
        if (!seen && stack_.size() == 0) write_start(element.name, element.tag, markup, at);
        seen = true;
        return markup.end;
      }
      case T::Void:
        count_step(at);
        close_to(stack_.kept_before(element, markup.name), at);
        write_start(element.name, element.tag, markup, at);
        return markup.end;
      default:
        open(element, markup, at);
        return markup.end;
    }
  }

  void open(const HtmlElement& element, const HtmlMarkup& markup, std::size_t at) {
    count_step(at);
    if (element.treatment == T::Table && element.name != N::Table && !stack_.has_table()) return;
    const std::size_t kept = stack_.kept_before(element, markup.name);
    for (std::size_t i = kept; i < stack_.size(); ++i) out_.tags[open_tags_[i]].cut = true;
    close_to(kept, at);
    if (element.name == N::Tr || element.name == N::Td || element.name == N::Th) {
      if (stack_.top() == N::Table) open_implied("tbody", at);
      if (element.name != N::Tr && stack_.top() != N::Tr) open_implied("tr", at);
    }
    push(element, markup.name);
    write_start(element.name, stack_.open().back().handed, markup, at);
    out_.deepest = std::max(out_.deepest, stack_.size());
    if (stack_.size() > kMostOpenElements) {
      refuse("is nested deeper than " + std::to_string(kMostOpenElements) + " elements", at);
    }
    if (xml_ && markup.self_closing) close_to(stack_.size() - 1, at);
  }

  // write_start follows.
  void push(const HtmlElement& element, std::string_view tag) {
    stack_.push(element, tag);
    open_tags_.push_back(out_.tags.size());
  }

  void open_implied(std::string_view tag, std::size_t at) {
    const HtmlElement& element = html_element(tag);
    push(element, element.tag);
    HtmlMarkup none;
    write_start(element.name, element.tag, none, at);
  }

  void read_end(const HtmlElement& element, const HtmlMarkup& markup, std::size_t at) {
    count_step(at);
    const std::size_t kept = stack_.kept_after(element, markup.name);
    if (kept != HtmlStack::kKeepAll) {
      close_to(kept, at);
    } else if (element.name == N::P) {
      // An end tag without start is an empty paragraph: the text before and behind it is apart.
      HtmlMarkup none;
      open(element, none, at);
      close_to(stack_.size() - 1, at);
    }
  }

  std::size_t read_title(const HtmlElement& element, const HtmlMarkup& markup, std::size_t at) {
    if (titles_end_ || (xml_ && markup.self_closing)) return markup.end;
    const std::size_t end = find_raw_end(page_, markup.end, markup.name);
    titles_end_ = end == std::string_view::npos;
    if (titles_end_) return markup.end;
    write_start(element.name, element.tag, markup, at);
    piece(markup.end);
    out_.html.append(page_, markup.end, end - markup.end);
    piece(end);
    out_.html += "</title>";
    return std::min(page_.find('>', end), page_.size() - 1) + 1;
  }

  void close_to(std::size_t kept, std::size_t at) {
    if (stack_.size() <= kept) return;
    piece(at);
    while (stack_.size() > kept) {
      out_.html.append("</").append(stack_.open().back().handed).append(">");
      stack_.pop();
      open_tags_.pop_back();
    }
  }

  void write_text(std::size_t from, std::size_t to) {
    if (from == to || island_ != nullptr) return;
    piece(from);
    out_.html.append(page_, from, to - from);
  }

  // Attributes that somebody asks for, each once: the parser compares all with all.
  void write_start(N name, std::string_view handed, const HtmlMarkup& markup, std::size_t at) {
    piece(at);
    out_.tags.push_back({out_.html.size(), name, false});
    out_.html.append("<").append(handed);
    std::bitset<kHtmlAttributes> seen;
    std::string_view rest = markup.attributes;
    while (const auto attribute = take_attribute(rest)) {
      const HtmlAttribute known = html_attribute(attribute->name);
      if (known == HtmlAttribute::None || seen.test(static_cast<std::size_t>(known))) continue;
      seen.set(static_cast<std::size_t>(known));
      const char quote = attribute->value.find('"') == std::string_view::npos ? '"' : '\'';
      if (attribute->value.find(quote) != std::string_view::npos) continue;
      out_.html.append(" ").append(name_of(known)).append("=").append(1, quote);
      out_.html.append(attribute->value).append(1, quote);
    }
    out_.html += '>';
  }

  void piece(std::size_t source) { out_.pieces.push_back({out_.html.size(), source}); }

  void count_step(std::size_t at) {
    steps_ += stack_.size() + 1;
    if (steps_ > kMostNestingSteps) refuse("has too many nested elements", at);
  }

  void refuse(std::string why, std::size_t at) {
    if (!out_.refusal.empty()) return;
    out_.refusal = std::move(why);
    out_.refused_at = at;
  }

  std::string_view page_;
  bool xml_;  // "<a/>" is a whole element
  GuardedHtml out_;
  HtmlStack stack_;
  std::vector<std::size_t> open_tags_;  // of the open elements, places in `out_.tags`
  const HtmlElement* island_ = nullptr;
  std::size_t islands_ = 0;  // how many of its kind are open
  int foreign_ = 0;          // how many <foreignObject>
  bool html_seen_ = false;
  bool body_seen_ = false;
  bool titles_end_ = false;       // no "</title" follows
  bool annotations_end_ = false;  // no "</annotation-xml"
  std::size_t steps_ = 0;
};

}  // namespace

std::size_t GuardedHtml::source_of(std::size_t at) const {
  const auto next = std::ranges::upper_bound(pieces, at, {}, &Piece::at);
  if (next == pieces.begin()) return 0;
  const Piece& piece = *std::prev(next);
  return piece.source + (at - piece.at);
}

GuardedHtml::Tag GuardedHtml::tag_at(std::size_t at) const {
  const auto tag = std::ranges::lower_bound(tags, at, {}, &Tag::at);
  return tag != tags.end() && tag->at == at ? *tag : Tag{at, HtmlName::Inline, false};
}

GuardedHtml guard_html(std::string_view utf8) { return Guard(utf8).write(); }

}  // namespace idsearch::indexer
