// SPDX-License-Identifier: GPL-2.0-or-later
// The sources behind passages as RIS (the tags of 2011), which reference managers read: a record
// for each, lines of "TY  - ELEC" that end with CR and LF.
#include <algorithm>
#include <array>

#include "query/bibliography.hpp"
#include "query/render_formats.hpp"

namespace idsearch::query {
namespace {

struct RisType {
  std::string_view csl, ris;
};
constexpr auto kRisTypes = std::to_array<RisType>({{"article-journal", "JOUR"},
                                                   {"article-magazine", "MGZN"},
                                                   {"article-newspaper", "NEWS"},
                                                   {"bill", "BILL"},
                                                   {"book", "BOOK"},
                                                   {"chapter", "CHAP"},
                                                   {"legal_case", "CASE"},
                                                   {"legislation", "STAT"},
                                                   {"report", "RPRT"},
                                                   {"thesis", "THES"},
                                                   {"webpage", "ELEC"}});

std::string_view ris_type(const Reference& reference) {
  const auto row = std::ranges::find(kRisTypes, reference.type, &RisType::csl);
  return row == kRisTypes.end() ? "GEN" : row->ris;  // there is none for treaties
}

/// "2024/04/16"; what is not given stays empty, as RIS wants it: "2024/04/".
std::string ris_date(const std::string& iso) {
  const auto parts = date_parts(iso);
  std::string out;
  for (std::size_t i = 0; i < 3 && !parts.empty(); ++i)
    out.append(i == 0 ? "" : "/").append(i < parts.size() ? parts[i] : std::string_view());
  return parts.empty() ? iso : out;
}

class RisRecord {
 public:
  explicit RisRecord(bool escape_controls) : escape_controls_(escape_controls) {}

  void add(std::string_view tag, std::string_view value) {
    const std::string clean = in_one_line(value, escape_controls_);
    if (!clean.empty()) out_.append(tag).append("  - ").append(clean).append("\r\n");
  }
  void add_given(std::string_view tag, const std::optional<std::string>& value) {
    if (value) add(tag, *value);
  }

  std::string end() && { return std::move(out_) + "ER  - \r\n"; }

 private:
  bool escape_controls_;
  std::string out_;
};

std::string ris_record(const BibliographyEntry& entry, const RenderOptions& options) {
  const Reference& parts = entry.source->reference;
  RisRecord record(options.escape_controls);
  record.add("TY", ris_type(parts));
  record.add("ID", entry.key);
  for (const std::string& author : parts.authors) record.add("AU", author);
  record.add_given("TI", parts.title);
  record.add_given("T2", parts.container);
  record.add_given("PB", parts.publisher);
  if (parts.issued) {
    const auto date = date_parts(*parts.issued);
    if (!date.empty()) record.add("PY", date.front());
    record.add("DA", ris_date(*parts.issued));
  }
  record.add_given("UR", parts.url);
  if (parts.accessed) record.add("Y2", ris_date(*parts.accessed));
  record.add("N1", entry.source->text);
  for (const std::string& id : entry.passages) record.add("KW", id);
  return std::move(record).end();
}

}  // namespace

std::string passages_as_ris(std::span<const Hit> passages, const RenderOptions& options) {
  std::string out;
  for (const BibliographyEntry& entry : bibliography_of(passages)) {
    if (!out.empty()) out += "\r\n";
    out += ris_record(entry, options);
  }
  return out;
}

std::string answer_as_ris(const SearchResult& result, const RenderOptions& options) {
  return passages_as_ris(result.hits, options);
}

}  // namespace idsearch::query
