// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/read_html.hpp"
#include "indexer/read_markdown.hpp"
#include "indexer/read_text.hpp"
#include "store/digest.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

constexpr std::array<std::string_view, 2> kTextEndings{".txt", ".text"};

constexpr std::array<std::string_view, 3> kHtmlEndings{".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 2> kMarkdownEndings{".md", ".markdown"};

constexpr std::array<Format, 3> kFormats{{
    {"text", kTextEndings, &read_text, nullptr},
    {"html", kHtmlEndings, &read_html, &refuse_html},
    {"markdown", kMarkdownEndings, &read_markdown, nullptr},
}};

constexpr std::array<std::string_view, 2> kJsonLinesEndings{".jsonl", ".ndjson"};

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool ends_with_ignoring_case(std::string_view name, std::string_view lower) {
  if (name.size() < lower.size()) return false;
  const std::string_view end = name.substr(name.size() - lower.size());
  return std::equal(end.begin(), end.end(), lower.begin(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_of(std::string_view file) {
  const std::string_view name = file_name(file);
  for (const Format& format : kFormats) {
    for (const std::string_view ending : format.endings) {
      if (ends_with_ignoring_case(name, ending)) return &format;
    }
  }
  return nullptr;
}

const Format* format_named(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

std::string_view format_by_ending(std::string_view file) {
  if (const Format* format = format_of(file)) return format->name;
  const std::string_view name = file_name(file);
  for (const std::string_view ending : kJsonLinesEndings) {
    if (ends_with_ignoring_case(name, ending)) return "jsonl";
  }
  // A dot at the beginning hides a file, and begins no ending.
  const bool has_ending = name.find('.', 1) != std::string_view::npos;
  return has_ending ? std::string_view() : kFormats.front().name;
}

std::string known_endings() {
  std::string out;
  const auto add = [&out](std::span<const std::string_view> endings) {
    for (const std::string_view ending : endings)
      out += (out.empty() ? "*" : ", *") + std::string(ending);
  };
  for (const Format& format : kFormats) add(format.endings);
  add(kJsonLinesEndings);
  return out;
}

std::string profile_id(std::string_view file) {
  const std::string_view name = file_name(file);
  const std::size_t dot = name.rfind('.');
  const std::string stem(dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot));
  std::string id = text::slug(text::repair_utf8(stem).text);
  if (!id.empty()) return id;
  constexpr std::size_t kHashDigits = 8;  // promised in interfaces: "profile-" and 8 digits
  return "profile-" + store::sha256_hex(stem).substr(0, kHashDigits);
}

}  // namespace idsearch::indexer
