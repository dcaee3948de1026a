// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_directives.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/among.hpp"
#include "indexer/markdown_lines.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Deeper ones are no wrappers.
constexpr std::size_t kDeepestWrapper = 32;
// A longer tag was never closed. Bytes.
constexpr std::size_t kLongestComponentTag = 2000;

// Looking for the ends of tags that have none costs the square of a file; behind so many bytes tags
// are text.
constexpr std::size_t kMostSearchedForEnds = std::size_t{64} << 20;

// Directives whose body is text; "{python}" and the like are code.
constexpr std::array<std::string_view, 54> kTextDirectives{
    "admonition", "aside",     "attention",   "axiom",        "blockquote",     "card",
    "caution",    "container", "corollary",   "danger",       "definition",     "deprecated",
    "details",    "div",       "dropdown",    "epigraph",     "error",          "example",
    "exercise",   "figure",    "glossary",    "grid",         "grid-item",      "grid-item-card",
    "highlights", "hint",      "important",   "lemma",        "list-table",     "margin",
    "marginnote", "note",      "observation", "panels",       "proof",          "proposition",
    "pull-quote", "remark",    "rubric",      "seealso",      "sidebar",        "sidenote",
    "solution",   "tab",       "tab-item",    "tab-set",      "table",          "tabbed",
    "theorem",    "tip",       "topic",       "versionadded", "versionchanged", "warning"};
// What they name is a file or a page; of figures the body is the caption.
constexpr std::array<std::string_view, 8> kDroppedDirectives{
    "bibliography", "contents",       "image",   "include",
    "index",        "literalinclude", "toctree", "youtube"};
constexpr std::array<std::string_view, 2> kFileDirectives{"figure", "grid"};

// "{note} Title": the name; `words` keeps what is behind. Empty when it is no name.
std::string_view take_name(std::string_view& words) {
  if (!words.starts_with('{')) return {};
  const std::size_t end = words.find('}');
  if (end == std::string_view::npos) return {};
  const std::string_view name = words.substr(1, end - 1);
  if (!is_among(kTextDirectives, name) && !is_among(kDroppedDirectives, name)) return {};
  words = text::trim(words.substr(end + 1));
  return name;
}

// "<TabItem", "</Tabs": the name as it is written; empty when it is no name of a component.
std::string_view component_name(std::string_view words) {
  std::size_t at = words.starts_with("</") ? 2 : 1;
  if (!words.starts_with('<') || at >= words.size() || words[at] == text::ascii_lower(words[at]))
    return {};
  const std::size_t begin = at;
  while (at < words.size() && (text::is_ascii_alnum(words[at]) || words[at] == '.')) ++at;
  const char after = at < words.size() ? words[at] : '>';
  const bool ends = after == '>' || after == '/' || text::is_ascii_space(after);
  return ends ? words.substr(begin, at - begin) : std::string_view();
}

// Behind the ">" of a tag; those in quotes and braces are none. npos when it has none.
std::size_t end_of_component(std::string_view text) {
  char quote = 0;
  int braces = 0;
  for (std::size_t at = 0; at < std::min(text.size(), kLongestComponentTag); ++at) {
    const char c = text[at];
    if (c == '\n' && text.substr(at + 1).starts_with('\n')) return std::string_view::npos;
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '{') {
      ++braces;
    } else if (c == '}') {
      --braces;
    } else if (c == '>' && braces <= 0 && at > 0 && text[at - 1] != '=') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

// label="Apple", title={'Apple'}: what readers of the page see of a tag.
std::string_view shown_attribute(std::string_view tag) {
  for (const std::string_view name : {"label", "title", "heading", "summary"}) {
    for (std::size_t at = tag.find(name); at != std::string_view::npos;
         at = tag.find(name, at + 1)) {
      if (at == 0 || !text::is_ascii_space(tag[at - 1])) continue;
      std::string_view value = tag.substr(at + name.size());
      if (!value.starts_with('=')) continue;
      value.remove_prefix(1);
      if (value.starts_with('{')) value.remove_prefix(1);
      if (value.empty() || (value[0] != '"' && value[0] != '\'')) continue;
      const std::size_t close = value.find(value[0], 1);
      if (close != std::string_view::npos) return text::trim(value.substr(1, close - 1));
    }
  }
  return {};
}

}  // namespace

void MarkdownDirectives::title(std::string_view title, std::string_view behind) {
  out_ = title;
  if (!title.empty()) out_ += shields_.token({Shield::Kind::Break, " ", " ", 0});
  out_ += behind;
}

// ":class: tip", or all between "---" and "---"; true when the line is one.
bool MarkdownDirectives::take_option(std::string_view words) {
  if (in_yaml_) {
    in_yaml_ = words != "---";
    options_ = in_yaml_;
    return true;
  }
  if (!options_) return false;
  const std::size_t colon = words.starts_with(':') ? words.find(':', 1) : std::string_view::npos;
  const std::string_view key =
      colon == std::string_view::npos ? std::string_view() : words.substr(1, colon - 1);
  const bool option = !key.empty() && std::ranges::all_of(key, [](char c) {
    return text::is_ascii_alnum(c) || c == '-' || c == '_';
  });
  in_yaml_ = first_option_ && words == "---";
  first_option_ = false;
  options_ = option || in_yaml_;
  return options_;
}

bool MarkdownDirectives::take_fence(std::string_view words, std::size_t column) {
  const bool colons = words.starts_with(":::");
  const auto fence =
      colons ? std::optional(Fence{':', words.find_first_not_of(':')}) : opening_fence(words);
  if (!fence) return false;
  if (!colons && !open_.empty() && open_.back().sign == fence->character &&
      closes_fence({open_.back().sign, open_.back().length}, words)) {
    open_.pop_back();
    out_.clear();
    return true;
  }
  if (fence->length >= words.size()) return false;
  std::string_view argument = text::trim(words.substr(fence->length));
  const std::string_view name = take_name(argument);
  if (name.empty() || open_.size() >= kDeepestWrapper) return false;
  const bool dropped = is_among(kDroppedDirectives, name);
  options_ = first_option_ = true;
  // Boxes of colons end where paragraphs are parted.
  if (!colons || dropped)
    open_.push_back({fence->character, fence->length, {}, dropped, column, 0});
  if (dropped || is_among(kFileDirectives, name)) argument = {};
  if (colons && !dropped) {
    out_ = argument.empty() ? ":::" : "::: {." + std::string(name) + "} " + std::string(argument);
  } else {
    title(argument, {});
  }
  return true;
}

bool MarkdownDirectives::closes(std::string_view name) {
  const auto found = std::find_if(open_.rbegin(), open_.rend(), [name](const Wrapper& wrapper) {
    return wrapper.sign == 0 && wrapper.name == name;
  });
  if (found == open_.rend()) return false;
  open_.erase(std::prev(found.base()), open_.end());
  return true;
}

bool MarkdownDirectives::is_closed(std::string_view name, std::string_view rest) {
  if (searched_ > kMostSearchedForEnds) return false;
  const std::size_t found = rest.find("</" + std::string(name) + '>');
  searched_ += std::min(found, rest.size());
  return found != std::string_view::npos;
}

// Tags at the beginning of a line, and at its end those that close them.
bool MarkdownDirectives::take_tags(std::string_view words, std::string_view rest,
                                   std::size_t column) {
  std::string shown;
  bool taken = false;
  while (true) {
    const std::string_view name = component_name(words);
    if (name.empty()) break;
    const std::size_t end = end_of_component(rest);
    if (end == std::string_view::npos) break;
    const std::string_view tag = rest.substr(0, end);
    std::string_view behind = rest.substr(end);
    behind = behind.substr(0, behind.find_first_of("\r\n"));
    const bool closing = tag.starts_with("</");
    const bool empty = tag.ends_with("/>");
    if (closing ? !closes(name) : !empty && !is_closed(name, rest)) break;
    taken = true;
    if (!closing && !empty && open_.size() < kDeepestWrapper)
      open_.push_back({0, 0, std::string(name), false, column, 0});
    if (const std::string_view label = closing ? std::string_view() : shown_attribute(tag);
        !label.empty()) {
      shown += std::string(label) + shields_.token({Shield::Kind::Break, " ", " ", 0});
    }
    skipped_ += static_cast<std::size_t>(std::ranges::count(tag, '\n'));
    rest.remove_prefix(end);
    const std::size_t blanks = indent_of(rest).bytes;
    rest.remove_prefix(blanks);
    words = text::trim(behind);
  }
  if (!taken) return false;
  std::string_view behind = words;
  for (std::size_t open = behind.rfind("</"); open != std::string_view::npos;
       open = behind.rfind("</")) {
    const std::string_view name = component_name(behind.substr(open));
    if (name.empty() || open + name.size() + 3 != behind.size() || !closes(name)) break;
    behind = text::trim(behind.substr(0, open));
  }
  out_ = shown + std::string(behind);
  if (skipped_ > 0) after_tag_ = std::exchange(out_, {});
  return true;
}

std::string_view MarkdownDirectives::without_indent(std::string_view line) {
  if (open_.empty() || open_.back().sign != 0) return line;
  const Indent indent = indent_of(line);
  if (indent.bytes == line.size()) return line;
  Wrapper& wrapper = open_.back();
  if (wrapper.body == 0) wrapper.body = indent.columns + 1;
  std::size_t outer = wrapper.column;
  for (const Wrapper& open : open_) outer = std::min(outer, open.column);
  const std::size_t body = wrapper.body - 1;
  if (body <= outer) return line;
  return line.substr(indent_of(line, body - outer).bytes);
}

std::string_view MarkdownDirectives::unwrap(std::string_view line, std::string_view rest,
                                            bool literal) {
  if (skipped_ > 0) {
    if (--skipped_ > 0) return {};
    out_ = std::exchange(after_tag_, {});
    return out_;
  }
  const Indent indent = indent_of(line);
  const std::string_view words = text::trim(line.substr(indent.bytes));
  if (words.empty() && !in_yaml_) {
    options_ = false;
    return line;
  }
  if (take_option(words)) return {};
  if (!open_.empty() && open_.back().dropped) {
    const Fence fence{open_.back().sign, open_.back().length};
    if (closes_fence(fence, words)) open_.pop_back();
    return {};
  }
  if (!literal && (words[0] == '`' || words[0] == '~' || words[0] == ':') &&
      take_fence(words, indent.columns))
    return out_;
  if (!literal && words[0] == '<' && take_tags(words, rest.substr(indent.bytes), indent.columns))
    return out_;
  return without_indent(line);
}

}  // namespace idsearch::indexer
