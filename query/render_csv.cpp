// SPDX-License-Identifier: GPL-2.0-or-later
// An answer as a table for spreadsheets: RFC 4180 with a header row, a row for each passage.
//
// Two things differ from the exact words, which JSON has: control characters are shown escaped, and
// a cell that a spreadsheet would run as a formula (=, +, -, @ at its beginning) gets an apostrophe
// before it.
#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <vector>

#include "query/citation_words.hpp"
#include "query/render_formats.hpp"
#include "query/text_notes.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

constexpr std::array<std::string_view, 16> kColumns{
    "rank",   "score",  "id",   "country_code", "country",    "profile", "updated", "section",
    "titles", "topics", "text", "notes",        "references", "urls",    "cite_as", "sha256"};

// Between the elements of a list cell. References hold commas and semicolons, but no bar with
// blanks around it.
constexpr std::string_view kBetween = " | ";

void append(std::string& list, const std::string& element, std::string_view between) {
  if (!list.empty()) list += between;
  list += element;
}

class Row {
 public:
  void add(std::string_view value) {
    if (!first_) out_ += ',';
    first_ = false;
    std::string cell = text::escape_controls(value);
    if (!cell.empty() && std::string_view("=+-@").find(cell[0]) != std::string_view::npos) {
      cell.insert(cell.begin(), '\'');
    }
    if (cell.find_first_of(",\"\n") == std::string::npos) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  /// A number as it is: a sign makes no formula of it.
  void add_number(std::string_view digits) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += digits;
  }

  std::string take() { return std::move(out_) + "\r\n"; }

 private:
  std::string out_;
  bool first_ = true;
};

std::string six_decimals(double number) {
  std::array<char, 64> digits;
  const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                          std::chars_format::fixed, 6);
  return fault == std::errc{} ? std::string(digits.data(), end) : std::string{};
}

/// "[28] reference" for each source; what is wrong for those that lead nowhere.
std::string references_of(const HitNote& note, NoteDetail detail) {
  constexpr std::size_t kShortColumns = 80;
  std::string list;
  for (const Source& source : note.sources) {
    std::string text = source.text;
    if (!is_resolved(source.status)) text = status_words(source.status, note.label, source.trail);
    if (detail == NoteDetail::Short) text = shortened(text, kShortColumns);
    if (source.pinpoint) text += " (" + *source.pinpoint + ")";
    append(list, "[" + note.label + "] " + text, kBetween);
  }
  if (note.sources.empty()) {
    list = "[" + note.label + "] " + status_words(note.status, note.label, note.trail);
  }
  return list;
}

bool has_groups(std::span<const Hit> passages) {
  return std::ranges::any_of(passages, [](const Hit& hit) { return hit.group.has_value(); });
}

std::string row_of(const Hit& hit, const RenderOptions& options) {
  std::string topics, labels, references, urls;
  for (const TopicTag& topic : hit.topics) append(topics, topic.name, kBetween);
  std::vector<std::string> listed;
  for (const HitNote& note : hit.notes) {
    if (options.notes == NoteDetail::None || std::ranges::count(listed, note.label) > 0) continue;
    listed.push_back(note.label);
    append(labels, note.label, kBetween);
    append(references, references_of(note, options.notes), kBetween);
    for (const Source& source : note.sources) {
      if (source.reference.url) append(urls, *source.reference.url, kBetween);
    }
  }
  std::string titles;
  for (const std::string& title : hit.section_titles) append(titles, title, kBetween);

  Row row;
  row.add_number(hit.rank > 0 ? std::to_string(hit.rank) : "");
  row.add_number(hit.rank > 0 ? six_decimals(hit.score) : "");
  row.add(hit.id);
  row.add(hit.country ? hit.country->code : "");
  row.add(hit.country ? hit.country->name : "");
  row.add(hit.profile.id);
  row.add(hit.profile.updated.value_or(""));
  row.add(hit.section_path);
  row.add(titles);
  row.add(topics);
  row.add(hit.text);
  row.add(labels);
  row.add(references);
  row.add(urls);
  row.add(hit.cite_as);
  row.add(hit.sha256);
  if (hit.group) {
    row.add(hit.group->name);
    row.add_number(std::to_string(hit.group->others));
  }
  return row.take();
}

}  // namespace

std::string passages_as_csv(std::span<const Hit> passages, const RenderOptions& options) {
  Row header;
  for (const std::string_view name : kColumns) header.add(name);
  if (has_groups(passages))
    for (const std::string_view name : {"group", "others"}) header.add(name);
  std::string out = header.take();
  for (const Hit& hit : passages) out += row_of(hit, options);
  return out;
}

std::string answer_as_csv(const SearchResult& result, const RenderOptions& options) {
  return passages_as_csv(result.hits, options);
}

}  // namespace idsearch::query
