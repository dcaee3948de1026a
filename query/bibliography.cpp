// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/bibliography.hpp"

#include <algorithm>
#include <map>

#include "store/digest.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

// Of 10,000 sources two have the same ones in one collection of 86, and seldom name and year too.
constexpr std::size_t kKeyDigits = 8;
// Of who wrote it: a name or two. Long ones are names of ministries, and end at a word.
constexpr std::size_t kKeyNameBytes = 24;

/// Bytes of the white space that the text begins with, as long as it is ASCII or ends a line.
std::size_t space_at(std::string_view text) {
  if (text::is_ascii_space(text.front())) return 1;
  for (const std::string_view line_end : {"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    if (text.starts_with(line_end)) return line_end.size();
  return 0;
}

std::string name_in_key(const Reference& reference) {
  const std::optional<std::string> author =
      reference.authors.empty() ? std::nullopt : std::optional(reference.authors.front());
  for (const auto* part : {&author, &reference.container, &reference.publisher, &reference.title}) {
    std::string name = *part ? text::slug(**part) : std::string();
    if (name.size() > kKeyNameBytes) {
      const std::size_t blank = name.rfind('-', kKeyNameBytes);
      name.resize(blank == std::string::npos ? kKeyNameBytes : blank);
    }
    // Some readers of keys take none that begins with a digit.
    if (!name.empty()) return name[0] >= '0' && name[0] <= '9' ? "n" + name : name;
  }
  return "source";
}

}  // namespace

std::vector<std::string_view> date_parts(std::string_view iso) {
  std::vector<std::string_view> parts;
  for (const std::size_t digits : {4u, 2u, 2u}) {
    const std::string_view part = iso.substr(0, digits);
    if (part.size() < digits || !std::ranges::all_of(part, text::is_ascii_digit)) return {};
    parts.push_back(part);
    iso.remove_prefix(digits);
    if (iso.empty()) return parts;
    if (iso.front() != '-') return {};
    iso.remove_prefix(1);
  }
  return {};
}

std::string in_one_line(std::string_view value, bool escape_controls) {
  std::string out;
  bool blank = false;
  while (!value.empty()) {
    const std::size_t space = space_at(value);
    if (space == 0) {
      if (blank) out += ' ';
      out += value.front();
    }
    blank = space > 0 && !out.empty();
    value.remove_prefix(std::max<std::size_t>(space, 1));
  }
  return escape_controls ? text::escape_controls(out) : out;
}

std::string citation_key(const Source& source) {
  std::string key = name_in_key(source.reference);
  const auto date = source.reference.issued ? date_parts(*source.reference.issued)
                                            : std::vector<std::string_view>{};
  if (!date.empty()) key.append("-").append(date.front());
  return key + "-" + store::sha256_hex(source.text).substr(0, kKeyDigits);
}

std::vector<BibliographyEntry> bibliography_of(std::span<const Hit> passages) {
  std::vector<BibliographyEntry> entries;
  std::map<std::string_view, std::size_t> known;  // by text
  for (const Hit& passage : passages)
    for (const HitNote& note : passage.notes)
      for (const Source& source : note.sources) {
        if (!is_resolved(source.status) || source.text.empty()) continue;
        const auto [at, is_new] = known.try_emplace(source.text, entries.size());
        if (is_new) entries.push_back({&source, citation_key(source), {}});
        std::vector<std::string>& ids = entries[at->second].passages;
        if (std::ranges::find(ids, passage.id) == ids.end()) ids.push_back(passage.id);
      }
  return entries;
}

std::optional<std::string> note_on_bibliography(std::span<const Hit> passages) {
  std::size_t count = 0;
  bool any = false;
  for (const Hit& passage : passages) {
    std::vector<std::string_view> labels;  // a note may be cited twice
    for (const HitNote& note : passage.notes) {
      any = true;
      const bool lost =
          note.sources.empty() || std::ranges::any_of(note.sources, [](const Source& source) {
            return !is_resolved(source.status) || source.text.empty();
          });
      if (!lost || std::ranges::find(labels, note.label) != labels.end()) continue;
      labels.push_back(note.label);
      ++count;
    }
  }
  if (!any && !passages.empty())
    return passages.size() == 1 ? "the passage cites nothing" : "the passages cite nothing";
  if (count == 0) return std::nullopt;
  return count == 1 ? "a footnote leads to no source in full; its text is in -f text"
                    : std::to_string(count) +
                          " footnotes lead to no source in full; their texts are in -f text";
}

}  // namespace idsearch::query
