// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_tags.hpp"

#include <algorithm>

#include "indexer/characters.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

std::size_t skip_spaces(std::string_view html, std::size_t at) {
  while (at < html.size() && is_html_space(html[at])) ++at;
  return at;
}

// "<https://…>" and "<name@example.org>" are written by people, not by programs.
bool is_address(std::string_view name) {
  return name.find('@') != kNowhere || starts_with_ignoring_case(name, "http:") ||
         starts_with_ignoring_case(name, "https:") || starts_with_ignoring_case(name, "www.");
}

HtmlMarkup other(std::size_t end) {
  HtmlMarkup markup;
  markup.kind = HtmlMarkup::Kind::Other;
  markup.end = end;
  return markup;
}

HtmlMarkup character(std::size_t at) {
  HtmlMarkup markup;
  markup.end = at + 1;
  return markup;
}

// "<!-- … -->", with the ends that the tokenizer knows besides; `at` is behind "<!--".
HtmlMarkup read_comment(std::string_view html, std::size_t at) {
  if (html.substr(at).starts_with('>')) return other(at + 1);
  if (html.substr(at).starts_with("->")) return other(at + 2);
  for (std::size_t dashes = html.find("--", at); dashes != kNowhere;
       dashes = html.find("--", dashes + 1)) {
    const std::string_view rest = html.substr(dashes + 2);
    if (rest.starts_with('>')) return other(dashes + 3);
    if (rest.starts_with("!>")) return other(dashes + 4);
  }
  return other(html.size());
}

// "<!doctype …>", "<?xml …?>", "</ …>", "<![if …]>"
HtmlMarkup read_to_bracket(std::string_view html, std::size_t at) {
  const std::size_t end = html.find('>', at);
  return other(end == kNowhere ? html.size() : end + 1);
}

// Behind the ">" of a tag whose attributes begin at `at`; kNowhere when the tag has no end.
std::size_t tag_end(std::string_view html, std::size_t at) {
  while (true) {
    // Between attributes.
    while (at < html.size() && (is_html_space(html[at]) || html[at] == '/')) ++at;
    if (at >= html.size()) return kNowhere;
    if (html[at] == '>') return at + 1;
    // A name; it may begin with "=".
    ++at;
    while (at < html.size() && !is_html_space(html[at]) && html[at] != '/' && html[at] != '>' &&
           html[at] != '=') {
      ++at;
    }
    const std::size_t sign = skip_spaces(html, at);
    if (sign >= html.size()) return kNowhere;
    if (html[sign] != '=') continue;
    at = skip_spaces(html, sign + 1);
    if (at >= html.size()) return kNowhere;
    if (html[at] == '"' || html[at] == '\'') {
      at = html.find(html[at], at + 1);
      if (at == kNowhere) return kNowhere;
      ++at;
    } else {
      while (at < html.size() && !is_html_space(html[at]) && html[at] != '>') ++at;
    }
  }
}

}  // namespace

HtmlMarkup read_markup(std::string_view html, std::size_t at) {
  if (at + 1 >= html.size()) return character(at);
  const char second = html[at + 1];
  if (html.substr(at).starts_with("<!--")) return read_comment(html, at + 4);
  if (second == '!' || second == '?') return read_to_bracket(html, at);
  const bool closing = second == '/';
  const std::size_t begin = at + (closing ? 2 : 1);
  if (begin >= html.size()) return character(at);
  if (!text::is_ascii_letter(html[begin])) {
    return closing ? read_to_bracket(html, at) : character(at);
  }
  std::size_t end = begin;
  while (end < html.size() && !is_html_space(html[end]) && html[end] != '/' && html[end] != '>')
    ++end;
  HtmlMarkup markup;
  markup.name = html.substr(begin, end - begin);
  if (is_address(markup.name)) return character(at);
  markup.end = tag_end(html, end);
  if (markup.end == kNowhere) return other(html.size());
  markup.kind = closing ? HtmlMarkup::Kind::End : HtmlMarkup::Kind::Start;
  markup.attributes = html.substr(end, markup.end - 1 - end);
  markup.self_closing = markup.attributes.ends_with('/');
  return markup;
}

std::optional<HtmlAttributeText> take_attribute(std::string_view& attributes) {
  std::size_t at = 0;
  while (at < attributes.size() && (is_html_space(attributes[at]) || attributes[at] == '/')) ++at;
  if (at >= attributes.size()) {
    attributes = {};
    return std::nullopt;
  }
  const std::size_t name = at++;
  while (at < attributes.size() && !is_html_space(attributes[at]) && attributes[at] != '/' &&
         attributes[at] != '=') {
    ++at;
  }
  HtmlAttributeText attribute{attributes.substr(name, at - name), {}};
  const std::size_t sign = skip_spaces(attributes, at);
  if (sign < attributes.size() && attributes[sign] == '=') {
    at = skip_spaces(attributes, sign + 1);
    std::size_t end = at;
    if (at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'')) {
      end = std::min(attributes.find(attributes[at], at + 1), attributes.size());
      attribute.value = attributes.substr(at + 1, end - at - 1);
      end = std::min(end + 1, attributes.size());
    } else {
      while (end < attributes.size() && !is_html_space(attributes[end])) ++end;
      attribute.value = attributes.substr(at, end - at);
    }
    at = end;
  }
  attributes.remove_prefix(at);
  return attribute;
}

std::size_t find_raw_end(std::string_view html, std::size_t from, std::string_view name) {
  const bool script = starts_with_ignoring_case(name, "script") && name.size() == 6;
  bool comment = false;  // behind "<!--" in a script
  bool nested = false;   // behind "<!-- … <script"
  const auto stands_at = [&](std::size_t at) {
    const std::string_view rest = html.substr(at);
    if (rest.size() <= name.size()) return rest.size() == name.size() && rest == name;
    const char next = rest[name.size()];
    return std::equal(
               name.begin(), name.end(), rest.begin(),
               [](char a, char b) { return text::ascii_lower(a) == text::ascii_lower(b); }) &&
           (is_html_space(next) || next == '/' || next == '>');
  };
  for (std::size_t at = html.find_first_of("<-", from); at != kNowhere;
       at = html.find_first_of("<-", at + 1)) {
    if (html[at] == '-') {
      if (comment && html.substr(at).starts_with("-->")) comment = nested = false;
    } else if (script && html.substr(at).starts_with("<!--")) {
      comment = true;
    } else if (comment && stands_at(at + 1)) {
      nested = true;
    } else if (html.substr(at + 1).starts_with('/') && stands_at(at + 2)) {
      if (!nested) return at;
      nested = false;
    }
  }
  return kNowhere;
}

}  // namespace idsearch::indexer
