// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "query/months.hpp"
#include "text/joined.hpp"

namespace idsearch::query {
namespace {

/// The number that all of `digits` makes; 0 when it is none.
unsigned number_of(std::string_view digits) {
  unsigned number = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return fault == std::errc{} && end == digits.data() + digits.size() ? number : 0;
}

}  // namespace

std::string trail_words(const std::vector<std::string>& trail) {
  return text::joined(trail, " → ");
}

std::string status_words(NoteStatus status, std::string_view label,
                         const std::vector<std::string>& trail) {
  const std::string target(trail.empty() ? label : std::string_view(trail.back()));
  switch (status) {
    case NoteStatus::Resolved:
      return {};
    case NoteStatus::NameMismatch:
      return "found by its number; the name does not occur there";
    case NoteStatus::Forward:
      return "refers to a later note";
    case NoteStatus::NoAntecedent:
      // An ibid, or an "op cit" without a number: the record does not tell which.
      return "note " + std::string(label) + " refers back to a source that cannot be told";
    case NoteStatus::Missing:
      return "note " + target + " is not given in the profile";
    case NoteStatus::Self:
      return "note " + std::string(label) + " refers to itself";
    case NoteStatus::Cycle:
      return "the notes refer to each other in a circle: " + trail_words(trail);
  }
  return {};
}

std::string way_to_source(const HitNote& note, const Source& source) {
  std::string way;
  const auto add = [&way](const std::string& words) {
    if (words.empty()) return;
    if (!way.empty()) way += " · ";
    way += words;
  };
  // Of a reference that leads nowhere the words below name the end; a longer way is worth showing.
  const bool lost_far_away =
      (source.status == NoteStatus::Missing || source.status == NoteStatus::NoAntecedent) &&
      source.trail.size() > 2;
  if (source.trail.size() > 1 && (is_resolved(source.status) || lost_far_away)) {
    add("via " + trail_words(source.trail));
  }
  if (source.pinpoint) add("pinpoint " + *source.pinpoint);
  add(status_words(source.status, note.label, source.trail));
  return way;
}

std::string short_reference(const Source& source) {
  const Reference& parts = source.reference;
  std::string line = text::joined(parts.authors, ", ");
  if (line.empty()) line = parts.title.value_or("");
  if (line.empty()) {
    line = source.text;
  } else {
    const auto add = [&line](std::string_view more) {
      if (!more.empty()) line.append(", ").append(more);
    };
    add(parts.container ? *parts.container : parts.publisher.value_or(""));
    constexpr std::size_t kYear = 4;
    if (parts.issued) add(std::string_view(*parts.issued).substr(0, kYear));
    if (parts.url) line += " <" + *parts.url + ">";
  }
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::string day_in_words(std::string_view iso) {
  const bool to_month = iso.size() == 7 && iso[4] == '-';
  const bool to_day = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
  const unsigned month = to_month || to_day ? number_of(iso.substr(5, 2)) : 0;
  const unsigned day = to_day ? number_of(iso.substr(8, 2)) : 0;
  if (month < 1 || month > 12 || (to_day && day == 0)) return std::string(iso);
  std::string words = to_day ? std::to_string(day) + " " : std::string{};
  words += kMonths[month - 1];
  words += " ";
  words += iso.substr(0, 4);
  return words;
}

std::string age_words(const ProfileRef& profile) {
  return profile.updated ? "as of " + day_in_words(*profile.updated) : "date not given";
}

std::string_view profile_name(const Hit& hit) {
  if (hit.country && !hit.country->name.empty()) return hit.country->name;
  return hit.profile.title.empty() ? hit.profile.id : hit.profile.title;
}

std::string section_words(const std::vector<std::string>& titles) {
  return text::joined(titles, " › ");
}
std::string section_words(const Hit& hit) { return section_words(hit.section_titles); }

}  // namespace idsearch::query
