// SPDX-License-Identifier: GPL-2.0-or-later
// Names of authors told apart; where that cannot be done they stay together as written.
#include "indexer/citation_authors.hpp"

#include <algorithm>

#include "indexer/among.hpp"
#include "indexer/citation_institutions.hpp"
#include "indexer/citation_places.hpp"
#include "indexer/citation_text.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// Lower-case words inside names of persons.
constexpr std::string_view kParticles[] = {
    "de",  "da", "do", "dos",  "das",  "del", "della", "der", "den", "des", "di",
    "du",  "el", "al", "bin",  "bint", "ibn", "la",    "le",  "van", "von", "ter",
    "ten", "y",  "e",  "ould", "bt",   "zu",  "af",    "av",  "dal"};
// Lower-case words inside names of organisations.
constexpr std::string_view kJoiners[] = {"of",  "on",   "for",     "the",          "and", "in",
                                         "at",  "to",   "with",    "und",          "et",  "für",
                                         "sur", "pour", "against", "contributors", "dan"};
// Authors are no paragraph. A judgement: six authors of five words each.
constexpr std::size_t kMostWordsOfAuthors = 30;

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  std::vector<std::string_view> words;
  std::size_t at = skip_blanks(text, 0);
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size()) {
      const CodePoint c = code_point_at(text, end);
      if (is_blank(c.value)) break;
      end += c.length;
    }
    words.push_back(text.substr(at, end - at));
    at = skip_blanks(text, end);
  }
  return words;
}

bool is_acronym(std::string_view word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) {
           return is_upper(c) || is_digit(c) || c == '.' || c == '-' || c == '&';
         });
}

// Names and sentences differ in the lower-case words.
bool reads_like_names(std::string_view text) {
  const auto words = split_at_blanks(text);
  if (words.empty() || words.size() > kMostWordsOfAuthors) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string_view word = words[i];
    while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
    if (word.empty() || !is_lower(word[0])) continue;
    if (i > 0 && (is_among(kParticles, word) || is_among(kJoiners, word))) continue;
    // "eGov Kazakhstan", "al-Bukhari", "d'Amico"
    if (std::any_of(word.begin(), word.end(), [](char c) { return is_upper(c); })) continue;
    if (is_among(kParticles, word)) continue;
    return false;
  }
  return true;
}

// Without a final "(ed)", "(eds)", "(tr)", "et al.", "and others".
std::string_view without_endings(std::string_view text) {
  text = trim(text);
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view ending :
         {"(ed)", "(eds)", "(ed.)", "(eds.)", "(tr)", "(trs)", " et al.", " et al", ",", ":",
          " and others", " and Others", "&", " and", "et al", "،", "，", "：", "、"}) {
      if (text.ends_with(ending)) {
        text = trim(text.substr(0, text.size() - ending.size()));
        again = !text.empty();
      }
    }
  }
  return text;
}

// Where " and " or " & " begins and ends, from `from` on; {npos, npos} when there is none. With
// `romance` also " y " and " e ", which names of persons have, too.
struct Joint {
  std::size_t start = std::string_view::npos, end = std::string_view::npos;
  bool romance = false;
};
Joint find_joint(std::string_view text, std::size_t from, bool romance = false) {
  for (std::size_t at = from; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_blank(c.value)) {
      const std::size_t word = skip_blanks(text, at);
      std::size_t length = match_word(text, word, "and");
      if (length == 0 && word < text.size() && text[word] == '&') length = 1;
      const bool other = romance && length == 0 && word < text.size() && one_of(text[word], "ye");
      if (other) length = 1;
      if (length != 0 && skip_blanks(text, word + length) > word + length) {
        return {at, skip_blanks(text, word + length), other};
      }
      at = word;
    } else {
      at += c.length;
    }
  }
  return {};
}

void add_author(std::vector<std::string>& authors, std::string_view name) {
  name = without_endings(name);
  // "—" is the author of the source before, which is not at hand.
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = code_point_at(name, at);
    if (is_word_character(c.value)) {
      authors.emplace_back(name);
      return;
    }
    at += c.length;
  }
}

bool begins_with_ministry(std::string_view name) {
  return match_any(name, 0,
                   {"ministry of", "ministry for", "department of", "department for",
                    "university of", "government of", "ministerio de", "ministério da",
                    "ministério do", "world bank"}) != 0;
}

// Words of regions and documents, which have the shape of persons: "Western Cape", "Annual Report".
constexpr std::string_view kOfNoPerson[] = {
    "Annual",    "Area",       "Bay",        "Bill",         "Book",      "Brief",    "Briefing",
    "Bulletin",  "Cape",       "City",       "Coast",        "Circular",  "County",   "Country",
    "Countries", "District",   "Draft",      "East",         "Eastern",   "Emirates", "Fact",
    "Factsheet", "Final",      "Form",       "Gazette",      "Global",    "Great",    "Greater",
    "Guide",     "Guidelines", "Handbook",   "Headquarters", "Island",    "Islands",  "Kingdom",
    "Manual",    "Media",      "Memorandum", "Mountain",     "Natural",   "New",      "News",
    "North",     "Northern",   "Note",       "Notice",       "Open",      "Page",     "Paper",
    "Papers",    "Portal",     "Press",      "Province",     "Quarterly", "Region",   "Release",
    "Report",    "Republic",   "Resources",  "River",        "Sheet",     "South",    "Southern",
    "Special",   "State",      "States",     "Statement",    "Territory", "Team",     "Town",
    "United",    "Upper",      "Valley",     "Web",          "Website",   "West",     "Western",
    "White",     "Working",    "Yearbook"};

// A person behind an institution, as far as words and places tell: not "New Delhi", "Saudi Arabia",
// "Population Division".
bool is_surely_person(std::string_view text) {
  text = trim(text);
  if (!looks_like_name(text) || !is_person(text) || is_office(text) || is_publishing_place(text))
    return false;
  const auto words = split_at_blanks(text);
  // "al-Rashid" is a name, "contributors" is none.
  if (is_lower(words.front()[0]) || std::ranges::none_of(words.back(), [](char c) {
        return is_upper(c) || static_cast<unsigned char>(c) >= 0x80;
      })) {
    return false;
  }
  if (std::ranges::any_of(words, [](auto word) { return is_among(kOfNoPerson, word); })) {
    return false;
  }
  // "IT Unit", "Team ICT"
  if (words.back().size() > 1 && is_acronym(words.back())) return false;
  return !text::country_code_of_name(text) && text::countries_named(text).empty() &&
         text::state_of_part(text).empty();
}

// How many pieces at the end are persons behind an institution: of "Ministry of Interior, Jane Doe"
// one. The pieces before them are not told apart.
std::size_t persons_behind_institution(const std::vector<std::string_view>& pieces) {
  std::size_t persons = 0;
  while (persons + 1 < pieces.size()) {
    const std::string_view piece = pieces[pieces.size() - 1 - persons];
    const Joint joint = find_joint(piece, 0);
    const bool pair = joint.start != std::string_view::npos;
    if (!is_surely_person(piece.substr(0, joint.start)) ||
        (pair && !is_surely_person(piece.substr(joint.end)))) {
      break;
    }
    ++persons;
  }
  // "Poe, Jane Doe, Office of the Registrar": whose office it is.
  const auto named = pieces.end() - static_cast<std::ptrdiff_t>(persons);
  return std::all_of(pieces.begin(), named, has_institution_word) ? persons : 0;
}

// Whether the joint between two names parts authors: not in "Data Protection and Information
// Commission", nor in "José Ortega y Gasset".
bool parts_authors(std::string_view left, std::string_view right, bool romance) {
  // "Data Authority and Ministry of Health", where "of" and its like are part of the second name.
  if ((has_institution_word(left) || is_acronym(trim(left))) && begins_with_ministry(right)) {
    return true;
  }
  if (!looks_like_name(left) || !looks_like_name(right)) return false;
  if (romance) return is_person(left) && is_person(right);
  return !may_be_one_institution(left, right);
}

// "Bo Jones and C Lee": cut only where both sides are names of their own.
void add_joined(std::vector<std::string>& authors, std::string_view text) {
  std::size_t start = 0;
  for (Joint joint = find_joint(text, 0, true); joint.start != std::string_view::npos;
       joint = find_joint(text, joint.end, true)) {
    const Joint next = find_joint(text, joint.end, true);
    const std::string_view left = text.substr(start, joint.start - start);
    const std::string_view right =
        text.substr(joint.end, std::min(next.start, text.size()) - joint.end);
    if (parts_authors(left, right, joint.romance)) {
      add_author(authors, left);
      start = joint.end;
    }
  }
  add_author(authors, text.substr(start));
}

}  // namespace

bool looks_like_name(std::string_view text) {
  const auto words = split_at_blanks(trim(text));
  if (words.empty() || words.size() > 6) return false;
  if (words.size() == 1) return is_acronym(words[0]);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_digit(words[i][0])) return false;
    if (!is_lower(words[i][0])) continue;
    if (!is_among(kParticles, words[i]) && words[i].find('-') == std::string_view::npos) {
      return false;
    }
  }
  return true;
}

std::vector<std::string> read_authors(std::string_view text) {
  std::vector<std::string> authors;
  const std::string_view given = trim(text);
  text = without_endings(text);
  // "Odagawa, Sato et al.": persons, so that commas part them.
  const bool persons = text.size() < given.size() &&
                       given.substr(text.size()).find("et al") != std::string_view::npos;
  // "Initiative for Rights, Press Release": what it is, not who wrote it.
  if (const std::size_t comma = text.rfind(','); comma != std::string_view::npos) {
    const std::string_view last = trim(text.substr(comma + 1));
    if (match_any(last, 0,
                  {"press release", "press statement", "press note", "news release",
                   "media release", "media statement"}) == last.size()) {
      text = trim(text.substr(0, comma));
    }
  }
  if (!reads_like_names(text)) return authors;
  if (end_of_listing_institution(text) == text.size()) {
    add_author(authors, text);
    return authors;
  }
  // Commas part authors when each piece is a name: not in "Ministry of Justice, Kenya".
  std::vector<std::string_view> pieces;
  std::size_t start = 0;
  for (std::size_t comma = text.find(','); comma != std::string_view::npos;
       comma = text.find(',', start)) {
    pieces.push_back(trim(text.substr(start, comma - start)));
    start = comma + 1;
  }
  std::string_view last = trim(text.substr(start));
  if (const std::size_t length = match_word(last, 0, "and")) last = trim(last.substr(length));
  pieces.push_back(last);
  // "Jane Doe, Registrar General"
  const bool of_person = !is_acronym(pieces[0]) && !has_institution_word(pieces[0]) &&
                         !is_office(pieces[0]) && pieces.size() > 1;
  if (of_person) std::erase_if(pieces, is_office);
  // "National Electoral, Human Rights and Data Commission"
  const bool one_institution =
      pieces.size() > 1 && std::any_of(pieces.begin(), pieces.end() - 1, [&](auto piece) {
        return may_be_one_institution(piece, pieces.back());
      });
  const bool list = !one_institution && std::all_of(pieces.begin(), pieces.end(), [](auto piece) {
    const Joint joint = find_joint(piece, 0);
    if (joint.start == std::string_view::npos) return looks_like_name(piece);
    return looks_like_name(piece.substr(0, joint.start));
  });
  if (pieces.size() > 1 && !list && !persons) {
    const std::size_t behind = persons_behind_institution(pieces);
    const std::string_view last_name = pieces[pieces.size() - 1 - behind];
    const auto end = static_cast<std::size_t>(last_name.data() + last_name.size() - text.data());
    add_author(authors, behind == 0 ? text : text.substr(0, end));
    for (std::size_t i = pieces.size() - behind; i < pieces.size(); ++i)
      add_joined(authors, pieces[i]);
    return authors;
  }
  for (const std::string_view piece : pieces) add_joined(authors, piece);
  // "Jane Doe, MP and John Roe"
  if (of_person && authors.size() > 1) std::erase_if(authors, is_office);
  return authors;
}

}  // namespace idsearch::indexer
