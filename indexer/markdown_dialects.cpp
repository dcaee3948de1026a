// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_dialects.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

bool is_instruction(std::string_view text) {
  return text == "+++" || text == "[TOC]" || text == "[toc]" || text == "[[toc]]" ||
         text == "[[_TOC_]]" ||
         (text.starts_with("{:") && text.ends_with('}') &&
          text.find('\n') == std::string_view::npos);
}

bool is_instruction_line(std::string_view line) {
  line = text::trim(line);
  const bool from = line.find(" from '") != std::string_view::npos ||
                    line.find(" from \"") != std::string_view::npos;
  if (line.starts_with("import ") && from) return true;  // of MDX
  for (const std::string_view sign : {"export const ", "export let ", "export var "}) {
    if (!line.starts_with(sign)) continue;
    const std::size_t end = line.find(' ', sign.size());
    return end != std::string_view::npos && line.substr(end).starts_with(" = ");
  }
  // "(label)=", of MyST.
  if (line.starts_with('(') && line.ends_with(")=") && line.size() > 3 &&
      line.find_first_of(" ()", 1) == line.size() - 2)
    return true;
  if (line == "^" || line.starts_with("--8<--") || line.starts_with("-8<-")) return true;
  const std::size_t close = line.starts_with("*[") ? line.find("]: ") : std::string_view::npos;
  return close != std::string_view::npos && close > 2 && line.find(']') == close;
}

void cut_instruction_lines(std::string& text) {
  if (text.find_first_of("^*-=") == std::string::npos && !text.starts_with("import ") &&
      !text.starts_with("export "))
    return;
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    if (is_instruction_line(line)) continue;
    if (!out.empty()) out += '\n';
    out += line;
  }
  text = std::move(out);
}

// "… words. ^claim-1"
void cut_block_name(std::string& text) {
  const std::string_view words = text::trim(text);
  const std::size_t sign = words.rfind('^');
  if (sign == std::string_view::npos || sign + 2 >= words.size()) return;
  const std::string_view name = words.substr(sign + 1);
  const bool named =
      std::ranges::all_of(name, [](char c) { return text::is_ascii_alnum(c) || c == '-'; });
  if (!named || std::ranges::none_of(name, text::is_ascii_letter)) return;
  if (sign > 0 && words[sign - 1] != ' ' && words[sign - 1] != '\n') return;
  text.resize(static_cast<std::size_t>(words.data() - text.data()) + sign);
}

// The value of title="…" in attributes.
std::string_view title_attribute(std::string_view attributes) {
  constexpr std::string_view kTitle = "title=\"";
  const std::size_t at = attributes.find(kTitle);
  if (at == std::string_view::npos) return {};
  attributes.remove_prefix(at + kTitle.size());
  return attributes.substr(0, attributes.find('"'));
}

// What is left of ":::warning Title", ":::note[Title]", "::: {.note title="Title"}" and ":::": the
// title.
std::string_view without_fence(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(':'), line.size()));
  line = text::trim(line);
  std::string_view attribute;
  if (line.starts_with('{')) {
    const std::size_t end = std::min(line.find('}'), line.size() - 1);
    attribute = title_attribute(line.substr(0, end));
    line.remove_prefix(end + 1);
  } else {
    line.remove_prefix(std::min(line.find_first_of(" {["), line.size()));
    if (line.starts_with('[')) {
      line = line.substr(1, line.rfind(']') - 1);
    } else if (line.starts_with('{')) {
      attribute = title_attribute(line);
      line = {};
    }
  }
  while (line.ends_with(':')) line.remove_suffix(1);
  line = text::trim(line);
  return line.empty() ? attribute : line;
}

}  // namespace

std::vector<MarkdownPart> parts_at_fences(std::string text) {
  constexpr std::string_view kFence = ":::";
  std::vector<MarkdownPart> parts;
  if (text.find(kFence) == std::string::npos) {
    parts.push_back({std::move(text), 0});
    return parts;
  }
  bool goes_on = false;
  std::size_t number = 0;
  for (std::size_t at = 0; at <= text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const std::string_view words = text::trim(line);
    if (words.starts_with(kFence)) {
      goes_on = false;
      const std::string_view title = without_fence(words);
      if (!title.empty()) parts.push_back({std::string(title), number});
    } else if (goes_on) {
      parts.back().text.append("\n").append(line);
    } else {
      parts.push_back({std::string(line), number});
      goes_on = true;
    }
  }
  return parts;
}

void cut_attributes(std::string& title) {
  std::string_view rest = text::trim(title);
  if (!rest.ends_with('}')) return;
  const std::size_t open = rest.rfind('{');
  if (open == std::string_view::npos) return;
  // "{ #id .class }" has blanks as well.
  const std::size_t first = rest.find_first_not_of(" \t", open + 1);
  const char sign = rest[first];
  if (sign != '#' && sign != '.' && sign != ':') return;
  title.resize(static_cast<std::size_t>(rest.data() - title.data()) + open);
}

void cut_instructions(std::string& text) {
  cut_instruction_lines(text);
  cut_block_name(text);
  const std::string_view words = text::trim(text);
  const std::size_t last = words.rfind('\n');
  if (last != std::string_view::npos && words.substr(last + 1).starts_with("{:") &&
      words.ends_with('}')) {
    const bool contents = words.ends_with("{:toc}");
    text.resize(contents ? 0 : static_cast<std::size_t>(words.data() - text.data()) + last);
  }
  if (is_instruction(text::trim(text))) text.clear();
}

void cut_line_bars(std::string& text) {
  std::string out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const bool verse = line == "|" || line.starts_with("| ");
    if (!verse || line.find('|', 1) != std::string_view::npos) return;
    out.append(line.substr(1)) += '\n';
  }
  text = std::move(out);
}

void cut_shortcodes(std::string& text) {
  struct Sign {
    std::string_view open, close;
  };
  constexpr Sign kSigns[] = {{"{{<", ">}}"}, {"{{%", "%}}"}, {"{%", "%}"}};
  constexpr std::size_t kLongest = 1000;  // longer ones are text about them, or never closed
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t open = std::min(text.find('{', at), text.size());
    out.append(text, at, open - at);
    at = open;
    std::size_t end = 0;
    for (const Sign& sign : kSigns) {
      const std::string_view rest = std::string_view(text).substr(at, kLongest);
      if (end != 0 || !rest.starts_with(sign.open)) continue;
      const std::size_t close = rest.find(sign.close, sign.open.size());
      if (close != std::string_view::npos) end = at + close + sign.close.size();
    }
    if (end == 0) {
      if (at < text.size()) out += text[at++];
      continue;
    }
    const bool gap_before = out.empty() || out.back() == ' ' || out.back() == '\n';
    at = end;
    while (gap_before && at < text.size() && text[at] == ' ') ++at;
  }
  text = std::move(out);
}

std::string take_callout(std::string& text) {
  if (!text.starts_with("[!")) return {};
  const std::size_t end = text.find(']');
  if (end == std::string::npos || end < 3) return {};
  const bool word =
      std::all_of(text.begin() + 2, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
      });
  if (!word) return {};
  const bool fold = end + 1 < text.size() && (text[end + 1] == '-' || text[end + 1] == '+');
  const std::size_t begin = end + (fold ? 2 : 1);
  const std::size_t line_end = std::min(text.find('\n', begin), text.size());
  std::string title(text::trim(std::string_view(text).substr(begin, line_end - begin)));
  text.erase(0, line_end);
  return title;
}

}  // namespace idsearch::indexer
