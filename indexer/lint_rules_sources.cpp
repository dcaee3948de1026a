// SPDX-License-Identifier: GPL-2.0-or-later
// Rules about citations in full: addresses, dates, and sources that are cited twice.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "indexer/citation_text.hpp"
#include "indexer/lint_rules.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// "note 21", or "part 2 of note 21" where the note has several.
std::string place_in_notes(const FullCitation& citation) {
  const std::string note = "note " + citation.note->label;
  if (citation.note->sources.size() < 2) return note;
  return "part " + std::to_string(citation.source->part + 1) + " of " + note;
}

void add(const FullCitation& citation, std::string message, Findings& findings) {
  findings.add(citation.note->line, citation.note->label, std::move(message));
}

// Two addresses that a browser would take to the same page: no scheme, "www.", fragment, final "/".
std::string url_key(std::string_view url) {
  url = url.substr(0, url.find('#'));
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos)
    url.remove_prefix(scheme + 3);
  while (url.ends_with('/')) url.remove_suffix(1);
  std::string key(url);
  const std::size_t host = std::min(key.find_first_of("/?"), key.size());
  std::transform(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(host), key.begin(),
                 to_lower);
  if (key.starts_with("www.")) key.erase(0, 4);
  return key;
}

struct Identity {
  explicit Identity(const FullCitation& of) : citation(&of) {
    const Reference& reference = of.source->reference;
    if (reference.url) url = url_key(*reference.url);
    title = text::comparison_key(reference.title
                                     ? *reference.title
                                     : without_final_stop(reference.url ? "" : of.source->text));
    for (const std::string& author : reference.authors)
      authors += text::comparison_key(author) + '\n';
    issued = reference.issued.value_or("");
  }

  const FullCitation* citation;
  std::string url, title, authors, issued;
};

// Of the same address: an author may shorten a title; a site's start page serves many.
bool same_page(const Identity& a, const Identity& b) {
  const bool is_start_page = a.url.find_first_of("/?") == std::string::npos;
  if (a.title.empty() || b.title.empty()) return !is_start_page || a.title == b.title;
  return a.title.find(b.title) != std::string::npos || b.title.find(a.title) != std::string::npos;
}

// Of the same title, one of them at least without an address.
bool same_work(const Identity& a, const Identity& b) {
  return (a.url.empty() || b.url.empty()) && a.authors == b.authors && a.issued == b.issued;
}

// The citations so far, each source once.
class Sources {
 public:
  // The first citation of the same source; null when it is new, and then it is remembered.
  const FullCitation* find_or_add(Identity source) {
    auto& same_title = by_title_[source.title];
    auto& same_url = by_url_[source.url];
    if (!source.url.empty()) {
      for (const Identity& known : same_url)
        if (same_page(known, source)) return known.citation;
    }
    if (!source.title.empty()) {
      for (const Identity& known : same_title)
        if (same_work(known, source)) return known.citation;
    }
    // More works of one title or address occur in no list of notes; keeps time linear.
    constexpr std::size_t kMostCompared = 50;
    if (same_url.size() < kMostCompared && !source.url.empty()) same_url.push_back(source);
    if (same_title.size() < kMostCompared) same_title.push_back(std::move(source));
    return nullptr;
  }

 private:
  std::map<std::string, std::vector<Identity>> by_url_, by_title_;
};

}  // namespace

bool is_citation(const Reference& reference) {
  return reference.url || reference.title || !reference.type.empty();
}

void check_no_url(const LintContext& context, Findings& findings) {
  for (const FullCitation& citation : context.cited) {
    if (!citation.source->reference.url)
      add(citation, place_in_notes(citation) + " cites a source without a URL", findings);
  }
}

void check_no_access_date(const LintContext& context, Findings& findings) {
  for (const FullCitation& citation : context.cited) {
    const Reference& reference = citation.source->reference;
    if (!reference.url || reference.accessed) continue;
    add(citation,
        place_in_notes(citation) + " cites a URL without a date of access that can be read",
        findings);
  }
}

void check_accessed_before_issued(const LintContext& context, Findings& findings) {
  for (const FullCitation& citation : context.cited) {
    const Reference& reference = citation.source->reference;
    if (!reference.accessed || !reference.issued) continue;
    // ISO dates to the precision that is written: "2024" is not before "2024-04".
    const std::size_t known = std::min(reference.accessed->size(), reference.issued->size());
    if (reference.accessed->substr(0, known) >= reference.issued->substr(0, known)) continue;
    add(citation,
        place_in_notes(citation) + " was accessed on " + *reference.accessed + ", but issued on " +
            *reference.issued,
        findings);
  }
}

void check_repeated_in_full(const LintContext& context, Findings& findings) {
  Sources sources;
  for (const FullCitation& citation : context.cited) {
    const FullCitation* first = sources.find_or_add(Identity(citation));
    if (first == nullptr) continue;
    add(citation,
        place_in_notes(citation) + " cites in full what " + place_in_notes(*first) +
            " has in full already",
        findings);
  }
}

}  // namespace idsearch::indexer
