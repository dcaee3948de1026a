// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_tags.hpp"

#include <algorithm>
#include <array>

#include "indexer/among.hpp"
#include "indexer/html_tags.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::array<std::string_view, 100> kTagNames{
    "a",      "abbr",     "address",  "article",  "aside",      "audio",  "b",        "bdi",
    "bdo",    "big",      "body",     "br",       "button",     "canvas", "caption",  "center",
    "cite",   "code",     "col",      "colgroup", "data",       "dd",     "del",      "details",
    "dfn",    "div",      "dl",       "dt",       "em",         "embed",  "fieldset", "figcaption",
    "figure", "font",     "footer",   "form",     "blockquote", "h1",     "h2",       "h3",
    "h4",     "h5",       "h6",       "head",     "header",     "hr",     "html",     "i",
    "iframe", "img",      "input",    "ins",      "kbd",        "label",  "legend",   "li",
    "link",   "main",     "map",      "mark",     "meta",       "nav",    "noscript", "object",
    "ol",     "option",   "p",        "path",     "picture",    "pre",    "q",        "s",
    "samp",   "script",   "section",  "select",   "small",      "source", "span",     "strike",
    "strong", "style",    "sub",      "summary",  "sup",        "svg",    "table",    "tbody",
    "td",     "template", "textarea", "tfoot",    "th",         "thead",  "time",     "title",
    "tr",     "u",        "ul",       "video"};

// Elements within a line; all others begin and end a block.
constexpr std::array<std::string_view, 38> kInline{
    "a",    "abbr", "b",    "bdi",   "bdo",    "big",    "br",     "cite",   "code",  "data",
    "del",  "dfn",  "em",   "font",  "i",      "img",    "ins",    "kbd",    "label", "mark",
    "q",    "s",    "samp", "small", "source", "span",   "strike", "strong", "sub",   "sup",
    "time", "u",    "map",  "path",  "svg",    "object", "link",   "meta"};

// Behind the ">" of a tag; quoted values may hold one. npos when it has none.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  while (true) {
    at = text.find_first_of(">\"'", at);
    if (at == std::string_view::npos) return at;
    if (text[at] == '>') return at + 1;
    const std::size_t quote = text.find(text[at], at + 1);
    if (quote == std::string_view::npos) {
      at = text.find('>', at);
      return at == std::string_view::npos ? at : at + 1;
    }
    at = quote + 1;
  }
}

std::string href_of(std::string_view tag) {
  std::size_t at = 0;
  while ((at = tag.find("href", at)) != std::string_view::npos) {
    const bool begins = at > 0 && is_html_space(tag[at - 1]);
    at += 4;
    while (at < tag.size() && is_html_space(tag[at])) ++at;
    if (!begins || at >= tag.size() || tag[at] != '=') continue;
    ++at;
    while (at < tag.size() && is_html_space(tag[at])) ++at;
    if (at >= tag.size()) break;
    const bool quoted = tag[at] == '"' || tag[at] == '\'';
    const std::size_t begin = at + (quoted ? 1 : 0);
    const std::size_t end = quoted ? tag.find(tag[at], begin) : tag.find_first_of(" \t\n>", begin);
    return std::string(tag.substr(begin, std::min(end, tag.size()) - begin));
  }
  return {};
}

}  // namespace

std::optional<HtmlTag> read_html_tag(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return std::nullopt;
  HtmlTag tag;
  if (text[1] == '!' || text[1] == '?') {
    const std::string_view close = text.starts_with("<!--")        ? "-->"
                                   : text.starts_with("<![CDATA[") ? "]]>"
                                   : text[1] == '?'                ? "?>"
                                                                   : ">";
    const std::size_t end = text.find(close, 2);
    if (end == std::string_view::npos) return std::nullopt;
    tag.length = end + close.size();
    return tag;
  }
  tag.is_closing = text[1] == '/';
  std::size_t at = tag.is_closing ? 2 : 1;
  const std::size_t begin = at;
  while (at < text.size() &&
         (text::is_ascii_letter(text[at]) || (at > begin && text::is_ascii_digit(text[at])) ||
          (at > begin && text[at] == '-'))) {
    tag.name += text::ascii_lower(text[at++]);
  }
  if (tag.name.empty() || at == text.size()) return std::nullopt;
  if (!is_html_space(text[at]) && text[at] != '>' && text[at] != '/') return std::nullopt;
  const std::size_t end = end_of_tag(text, at);
  if (end == std::string_view::npos) return std::nullopt;
  tag.length = end;
  const bool has_signs = text.substr(0, end).find_first_of("=\"'") != std::string_view::npos;
  tag.is_words = !tag.is_closing && !has_signs && tag.name.find('-') == std::string::npos &&
                 text[end - 2] != '/';
  if (tag.name == "a" && !tag.is_closing) tag.href = href_of(text.substr(at, end - at));
  return tag;
}

bool is_html_element(std::string_view name) {
  return is_among(kTagNames, name) || is_among(kInline, name);
}

bool is_inline_element(std::string_view name) { return is_among(kInline, name); }

bool is_mark_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), text::is_ascii_digit);
}

}  // namespace idsearch::indexer
