// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/joined_values.hpp"

#include <algorithm>
#include <array>

#include "query/thesaurus.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

// What other programs can write; the nearest that this one can.
struct OtherFormat {
  std::string_view name, here;
};
constexpr auto kOtherFormats = std::to_array<OtherFormat>({
    {"xml", "json"},        {"yaml", "json"},        {"yml", "json"},        {"jsonl", "ndjson"},
    {"json5", "json"},      {"jsonlines", "ndjson"}, {"tsv", "csv"},         {"xls", "csv"},
    {"xlsx", "csv"},        {"table", "text"},       {"txt", "text"},        {"plain", "text"},
    {"html", "md"},         {"htm", "md"},           {"pdf", "md"},          {"markdown", "md"},
    {"docx", "md"},         {"rtf", "md"},           {"id", "ids"},          {"bib", "bibtex"},
    {"biblatex", "bibtex"}, {"csl", "csl-json"},     {"zotero", "csl-json"}, {"endnote", "ris"},
});

constexpr auto kTopics =
    std::to_array<std::string_view>({"surveillance", "statelessness", "data-protection"});

// Headings that all profiles have, as somebody types them.
constexpr auto kSections = std::to_array<std::string_view>(
    {"data-protection", "digital-id-overview", "overview", "international-commitments",
     "domestic-law-and-policy", "designed-to-include"});

std::string in_small_letters(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), text::ascii_lower);
  return out;
}

std::string format_meant(const std::string& value) {
  // Shorter names are near to too many words: "-frisk" is no "-f ris", "-fads" no "-f ids".
  constexpr std::size_t kShortestMisspelt = 4;
  for (const std::string_view name : format_names()) {
    if (value == name) return std::string(name);
    if (name.size() >= kShortestMisspelt && value.size() + 1 >= name.size() &&
        value[0] == name[0] && text::edit_distance(value, name) == 1)
      return std::string(name);
  }
  const auto* other = std::ranges::find(kOtherFormats, value, &OtherFormat::name);
  return other == kOtherFormats.end() ? std::string() : std::string(other->here);
}

std::string named_one_of(std::string_view value, std::span<const std::string_view> names) {
  std::string key(value);
  std::ranges::replace(key, '_', '-');
  const auto found = std::ranges::find(names, key);
  return found == names.end() ? std::string() : std::string(value);
}

}  // namespace

std::string joined_value(const OptionRow& row, std::string_view value) {
  if (value.empty() || row.letter == 0) return {};
  const std::string first = in_small_letters(value.substr(0, value.find(',')));
  std::string meant;
  switch (row.id) {
    case OptionId::Format:
      meant = format_meant(in_small_letters(value));
      break;
    case OptionId::Country:
      if (is_country(first)) meant = std::string(value);
      break;
    case OptionId::Topic:
      if (!named_one_of(first, kTopics).empty()) meant = std::string(value);
      break;
    case OptionId::Section:
      if (!named_one_of(first, kSections).empty()) meant = std::string(value);
      break;
    default:
      break;
  }
  if (meant.empty()) return {};
  // A shell parts words at blanks: names of several words need their quotes again.
  const bool quoted = meant.find(' ') != std::string::npos;
  const std::string quote = quoted ? "\"" : "";
  return std::string("-") + row.letter + " " + quote + meant + quote;
}

}  // namespace idsearch::query
