// SPDX-License-Identifier: GPL-2.0-or-later
// The sources behind passages as BibTeX, in UTF-8: an entry for each. Names and titles stand in
// braces of their own: which part of a name is the family's is not given, and capitals stay.
#include <algorithm>
#include <array>

#include "query/bibliography.hpp"
#include "query/months.hpp"
#include "query/render_formats.hpp"
#include "text/joined.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

/// What an entry of a type is called, and in which fields it says where and by whom it was
/// published.
struct BibtexType {
  std::string_view csl, entry, container, publisher;
};
constexpr BibtexType kOtherBibtex{"", "misc", "howpublished", "publisher"};
constexpr auto kBibtexTypes =
    std::to_array<BibtexType>({{"article-journal", "article", "journal", "publisher"},
                               {"article-magazine", "article", "journal", "publisher"},
                               {"article-newspaper", "article", "journal", "publisher"},
                               {"book", "book", "series", "publisher"},
                               {"chapter", "incollection", "booktitle", "publisher"},
                               {"report", "techreport", "howpublished", "institution"}});

const BibtexType& bibtex_type(const Reference& reference) {
  const auto row = std::ranges::find(kBibtexTypes, reference.type, &BibtexType::csl);
  return row == kBibtexTypes.end() ? kOtherBibtex : *row;
}

/// Text in which TeX finds no command.
std::string in_tex(std::string_view value) {
  std::string out;
  for (const char c : value) switch (c) {
      case '\\':
        out += "\\textbackslash{}";
        break;
      case '~':
        out += "\\textasciitilde{}";
        break;
      case '^':
        out += "\\textasciicircum{}";
        break;
      // Readers of entries count braces, whatever stands before them.
      case '{':
        out += "\\textbraceleft{}";
        break;
      case '}':
        out += "\\textbraceright{}";
        break;
      case '&':
      case '%':
      case '$':
      case '#':
      case '_':
        out += '\\';
        out += c;
        break;
      default:
        out += c;
    }
  return out;
}

/// An address is written as it is, but for what would end its braces.
std::string tex_address(std::string_view url) {
  constexpr std::string_view kCodes[] = {"%5C", "%7B", "%7D"};
  constexpr std::string_view kSigns = "\\{}";
  std::string out;
  for (const char c : url) {
    const std::size_t sign = kSigns.find(c);
    if (sign == std::string_view::npos) out += c;
    if (sign != std::string_view::npos) out += kCodes[sign];
  }
  return out;
}

class BibtexEntry {
 public:
  BibtexEntry(std::string_view type, std::string_view key, bool escape_controls)
      : escape_controls_(escape_controls) {
    out_.append("@").append(type).append("{").append(key);
  }

  void text(std::string_view name, std::string_view value) { put(name, in_tex(clean(value))); }
  void given(std::string_view name, const std::optional<std::string>& value) {
    if (value) text(name, *value);
  }
  /// In braces of its own.
  void whole(std::string_view name, const std::optional<std::string>& value) {
    if (value) put(name, "{" + in_tex(clean(*value)) + "}");
  }
  void authors(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names)
      list += (list.empty() ? "{" : " and {") + in_tex(clean(name)) + "}";
    put("author", list);
  }
  void url(const std::optional<std::string>& value) {
    if (value) put("url", tex_address(clean(*value)));
  }
  void issued(const std::optional<std::string>& iso) {
    const auto date = iso ? date_parts(*iso) : std::vector<std::string_view>{};
    if (date.empty()) return given("year", iso);
    put("date", *iso);
    put("year", date[0]);
    const std::size_t month =
        date.size() > 1 ? static_cast<std::size_t>((date[1][0] - '0') * 10 + date[1][1] - '0') : 0;
    if (month < 1 || month > kMonths.size()) return;
    std::string name{kMonths[month - 1].substr(0, 3)};
    name[0] = text::ascii_lower(name[0]);
    macro("month", name);
  }

  std::string end() && { return std::move(out_) + "\n}\n"; }

 private:
  std::string clean(std::string_view value) const { return in_one_line(value, escape_controls_); }
  void put(std::string_view name, std::string_view value) {
    if (!value.empty()) out_.append(",\n  ").append(name).append(" = {").append(value).append("}");
  }
  /// A name that styles define.
  void macro(std::string_view name, std::string_view value) {
    out_.append(",\n  ").append(name).append(" = ").append(value);
  }

  bool escape_controls_;
  std::string out_;
};

std::string bibtex_entry(const BibliographyEntry& entry, const RenderOptions& options) {
  const Reference& parts = entry.source->reference;
  const BibtexType& row = bibtex_type(parts);
  BibtexEntry out(row.entry, entry.key, options.escape_controls);
  out.authors(parts.authors);
  out.whole("title", parts.title);
  out.given(row.container, parts.container);
  out.given(row.publisher, parts.publisher);
  out.issued(parts.issued);
  out.url(parts.url);
  out.given("urldate", parts.accessed);
  out.text("note", entry.source->text);
  out.text("keywords", text::joined(entry.passages, ", "));
  return std::move(out).end();
}

}  // namespace

std::string passages_as_bibtex(std::span<const Hit> passages, const RenderOptions& options) {
  std::string out;
  for (const BibliographyEntry& entry : bibliography_of(passages)) {
    if (!out.empty()) out += '\n';
    out += bibtex_entry(entry, options);
  }
  return out;
}

std::string answer_as_bibtex(const SearchResult& result, const RenderOptions& options) {
  return passages_as_bibtex(result.hits, options);
}

}  // namespace idsearch::query
