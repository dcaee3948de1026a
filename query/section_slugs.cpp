// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/section_slugs.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

/// Between headings, as an answer shows them: "Law › Data Protection"; and as people type it.
constexpr std::array<std::string_view, 2> kBetweenHeadings{" › ", " > "};

/// The headings of a path: parted as an answer shows them, else by slashes.
std::vector<std::string_view> headings_of(std::string_view value) {
  const bool shown = std::ranges::any_of(kBetweenHeadings, [&](std::string_view between) {
    return value.find(between) != std::string_view::npos;
  });
  std::vector<std::string_view> headings;
  for (std::size_t at = 0; at <= value.size();) {
    std::size_t end = value.size(), next = end + 1;
    const auto part_at = [&](std::string_view between) {
      const std::size_t place = value.find(between, at);
      if (place < end) end = place, next = place + between.size();
    };
    if (shown) {
      for (const std::string_view between : kBetweenHeadings) part_at(between);
    } else {
      part_at("/");
    }
    headings.push_back(value.substr(at, end - at));
    at = next;
  }
  return headings;
}

}  // namespace

std::vector<std::string> section_slugs(std::string_view value) {
  if (value == "_") return {"_"};
  std::vector<std::string> paths(2);  // as slugs, and with the numbering of headings stripped
  while (!value.empty() && value.front() == '/') value.remove_prefix(1);
  while (!value.empty() && value.back() == '/') value.remove_suffix(1);
  const std::vector<std::string_view> headings = headings_of(value);
  for (const std::string_view heading : headings) {
    const std::string plain = text::slug(heading);
    if (plain.empty()) continue;
    for (std::size_t i = 0; i < 2; ++i) {
      if (!paths[i].empty()) paths[i] += '/';
      paths[i] += i == 0 ? plain : text::heading_slug(heading);
    }
  }
  // A heading may itself contain what parts them: "Law/Policy" has the slug "law-policy".
  if (headings.size() > 1)
    for (const std::string& whole : {text::slug(value), text::heading_slug(value)})
      paths.push_back(whole);
  std::erase(paths, "");
  std::sort(paths.begin(), paths.end());
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  return paths;
}

}  // namespace idsearch::query
