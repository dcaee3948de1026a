// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_brackets.hpp"

#include <algorithm>

#include "indexer/citation_access.hpp"
#include "indexer/citation_dates.hpp"
#include "indexer/citation_kinds.hpp"
#include "indexer/citation_layout.hpp"
#include "indexer/citation_places.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using text::trim;

// "n.d." and its like stand where a date would.
bool is_no_date(std::string_view text) {
  text = without_trailing(text, ".");
  return !text.empty() &&
         match_any(text, 0,
                   {"n.d", "nd", "no date", "undated", "forthcoming", "in press", "s.f", "s/f",
                    "sin fecha", "s.d", "sans date", "sem data", "o.j"}) == text.size();
}

bool has_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_digit(text[at])) return true;
    at += c.length;
  }
  return false;
}

// The number of a document, not a name: "MDE 17/001/2013", "Law Com No 313", "White Paper, Cm
// 7656", "Act No 81 of". "France 24" and "Article 19" are names.
bool has_document_number(std::string_view name) {
  constexpr std::size_t kDigitsOfANumber = 4;
  std::size_t digits = 0;
  bool slash = false;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    const char c = at < name.size() ? name[at] : ' ';
    if (is_digit(c)) {
      if (++digits >= kDigitsOfANumber || slash) return true;
    } else {
      if (c == '/' && digits > 0) slash = true;
      if (c != '/') slash = false;
      digits = 0;
    }
    if (at > 0 && is_word_character(code_point_before(name, at).value)) continue;
    const std::size_t no =
        match_any(name, at, {"no", "nos", "nr", "vol", "vols", "volume", "issue", "case"});
    if (no == 0) continue;
    std::size_t number = at + no;
    if (number < name.size() && name[number] == '.') ++number;
    number = skip_blanks(name, number);
    if (number < name.size() && is_digit(name[number])) return true;
  }
  return false;
}

// "May–June", "Spring", "Sept/Oct": months and seasons, which no publisher is called.
bool is_time_of_year(std::string_view text) {
  bool found = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_word_character(c.value)) {
      at += c.length;
      continue;
    }
    const std::size_t length =
        match_any(text, at, {"january", "february", "march",     "april",   "may",      "june",
                             "july",    "august",   "september", "october", "november", "december",
                             "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
                             "aug",     "sept",     "sep",       "oct",     "nov",      "dec",
                             "spring",  "summer",   "autumn",    "fall",    "winter"});
    const std::size_t link = length == 0 ? match_any(text, at, {"and", "to"}) : 0;
    if (length + link == 0) return false;
    found = found || length != 0;
    at += length + link;
  }
  return found;
}

// "Fall": no publisher, whatever else may be one.
bool is_season(std::string_view text) {
  return match_any(text, 0, {"spring", "summer", "autumn", "fall", "winter"}) == text.size();
}

// "Working Paper 315", "Research Report No 107": a number in a series, beside the one who publishes
// it.
bool is_number_of_a_series(std::string_view text) {
  text = without_trailing(text, ".");
  const std::size_t blank = text.rfind(' ');
  if (blank == kEnd || text.find_first_not_of("0123456789/-", blank + 1) != kEnd) return false;
  std::string_view name = trim(text.substr(0, blank));
  for (const std::string_view no : {" No", " No.", " no", " no.", " Nr", " #"})
    if (name.ends_with(no)) name = trim(name.substr(0, name.size() - no.size()));
  for (const std::string_view series :
       {"Paper", "Papers", "Report", "Brief", "Briefing", "Series", "Bulletin", "Study", "Studies",
        "Note", "Memo", "Informe", "Rapport", "Documento de Trabajo"})
    if (name.ends_with(series)) return true;
  return false;
}

// "4 July 2023, 5:32 pm EDT": without the time of day.
std::string_view without_time(std::string_view text) {
  const std::size_t colon = text.rfind(':');
  if (colon == kEnd || colon == 0 || colon + 2 >= text.size()) return text;
  if (!is_digit(text[colon - 1]) || !is_digit(text[colon + 1]) || !is_digit(text[colon + 2]))
    return text;
  std::size_t start = colon - 1;
  if (start > 0 && is_digit(text[start - 1])) --start;
  if (start == 0 || text[start - 1] != ' ') return text;
  constexpr std::size_t kLongest = 12;  // " p.m. (EDT)"
  std::string_view behind = text.substr(colon + 3);
  if (behind.size() > kLongest) return text;
  behind = trim(behind);
  behind =
      behind.substr(match_any(behind, 0, {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "hrs", "h"}));
  behind = trim(behind);
  if (std::ranges::any_of(behind, [](char c) { return !is_upper(c) && !one_of(c, "()+: "); }))
    return text;
  text = without_trailing(text.substr(0, start), ",");
  return text.ends_with(" at") ? without_trailing(text.substr(0, text.size() - 3), ",") : text;
}

// "May–June", which "March", the name of a publisher, has not.
bool has_dash(std::string_view text) {
  return text.find_first_of("-/&") != kEnd || text.find("\u2013") != kEnd;
}

// "35th Session", "thirty-fifth session", "3rd cycle".
bool is_session(std::string_view text) {
  const std::size_t first = std::min(text.find(' '), text.size());
  const std::size_t last = text.rfind(' ');
  if (last == kEnd) return false;
  if (match_any(text, last + 1, {"session", "cycle", "sitting", "meeting", "sess", "plenary"}) == 0)
    return false;
  const std::string_view ordinal = text.substr(0, first);
  return is_digit(ordinal[0]) || ordinal.ends_with("th") || ordinal.ends_with("irst") ||
         ordinal.ends_with("econd") || ordinal.ends_with("hird");
}

// What may stand before the publisher: an edition, an editor, a translator.
bool precedes_a_publisher(std::string_view text) {
  text = without_trailing(text, ".");
  if (is_edition(text)) return true;
  for (const std::string_view role : {" ed", " eds", " tr", " trs", " trans", " edited"}) {
    if (text.ends_with(role)) return true;
  }
  return match_any(text, 0,
                   {"tr", "trans", "translated by", "ed", "eds", "edited by", "first published",
                    "originally published"}) != 0;
}

// Bracketed words that name neither a site nor a publisher.
bool is_remark(std::string_view name) {
  if (!has_letter(name) || begins_url(name, 0) || has_document_number(name) ||
      is_number_of_a_law(name)) {
    return true;
  }
  if (match_any(name, 0,
                {"white paper", "green paper", "factsheet", "fact sheet", "press release", "pdf",
                 "video", "podcast", "audio", "emphasis", "translation", "unofficial translation",
                 "english translation", "official translation", "hereinafter", "hereafter",
                 "copy on file"}) != 0) {
    return true;
  }
  if (match_any(name, 0,
                {"report", "joint report", "joint submission", "briefing", "briefing paper",
                 "working paper", "policy brief", "research report", "blog post", "thread"}) ==
      name.size()) {
    return true;
  }
  // A lower-case word begins no name, unless it is one like "eGov.kz" or "gov.kz".
  if (!is_lower(name[0])) return false;
  const std::string_view word = name.substr(0, name.find(' '));
  return std::none_of(word.begin(), word.end(), [](char c) { return is_upper(c) || c == '.'; });
}

// "rev. 2013", "revised 2013": when the text was changed; "rev edn, OUP 2012" is an edition.
bool tells_of_a_revision(std::string_view inner) {
  const std::size_t length = match_any(
      inner, 0, {"as revised", "last revised", "revised", "rev", "reprinted", "as reprinted"});
  if (length == 0) return false;
  std::size_t next = length;
  if (next < inner.size() && inner[next] == '.') ++next;
  next = skip_blanks(inner, next);
  if (match_any(inner, next, {"and"}) != 0) return false;
  // "rev 2nd ed., OUP 1979" is an edition.
  if (is_edition(inner.substr(0, inner.find(','))) && inner.find(',') != kEnd) return false;
  // "Rev. Ed. 2012" of a law
  const std::size_t edition = match_any(inner, next, {"edn", "ed", "edition"});
  return edition == 0 || inner.find_first_not_of("0123456789. ", next + edition) == kEnd;
}

}  // namespace

bool is_edition(std::string_view text) {
  text = without_trailing(text, ".");
  const std::size_t blank = text.rfind(' ');
  if (blank == kEnd) return false;
  if (match_any(text, blank + 1, {"edn", "edition"}) != 0) return true;
  return match_any(text, blank + 1, {"ed"}) != 0 &&
         (is_digit(text[0]) || match_any(text, 0, {"rev", "revised"}) != 0);
}

Bracket read_bracket(std::string_view inner) {
  Bracket bracket;
  inner = without_time(trim(inner));
  // "adopted 16 December 1966, entered into force 23 March 1976"
  if (const std::size_t length =
          match_any(inner, 0, {"adopted", "opened for signature", "signed", "concluded", "done"})) {
    std::size_t at = skip_blanks(inner, length);
    if (const std::size_t on = match_any(inner, at, {"on", "at"})) at += on;
    if (const auto date = date_at_start(inner.substr(at))) bracket.date = date->iso;
    return bracket;
  }
  if (match_any(inner, 0,
                {"as amended",
                 "amended",
                 "repealed",
                 "consolidated",
                 "entered into force",
                 "in force",
                 "entry into force",
                 "archived",
                 "modifié",
                 "modifiée",
                 "abrogé",
                 "abrogée",
                 "modificado",
                 "modificada",
                 "reformado",
                 "reformada",
                 "derogada",
                 "alterada",
                 "geändert",
                 "zuletzt geändert",
                 "ред",
                 "в ред",
                 "в редакции",
                 "с изм",
                 "с изменениями"}) != 0 ||
      access_words(inner, 0) != 0 || tells_of_a_revision(inner)) {
    return bracket;
  }
  // "2nd edn, OUP 2012", "tr John Smith, OUP 2012"
  for (std::size_t comma = inner.find(',');
       comma != kEnd && precedes_a_publisher(inner.substr(0, comma)); comma = inner.find(',')) {
    inner = trim(inner.substr(comma + 1));
  }
  // "promulgated 28 May 2020, effective 1 January 2021"
  for (const std::string_view in_force :
       {", effective", ", entered into force", ", entry into force", ", in force", ", commenced"}) {
    if (const std::size_t at = inner.find(in_force); at != kEnd) inner = trim(inner.substr(0, at));
  }
  std::string_view name = inner;
  // "UNTC, status as at 30 September 2025": when it was so, not when it was published.
  for (std::size_t piece = 0; piece < inner.size();) {
    if (match_any(inner, piece,
                  {"status as at", "status as of", "status on", "status at", "as at", "as of",
                   "position as at"}) != 0) {
      inner = name = without_trailing(inner.substr(0, piece), ",");
      break;
    }
    const std::size_t comma = inner.find(',', piece);
    piece = comma == kEnd ? inner.size() : skip_blanks(inner, comma + 1);
  }
  if (const auto date = date_at_end(inner)) {
    if (!date->iso.empty()) bracket.date = date->iso;
    name = trim(inner.substr(0, date->start));
    // "(Reuters, updated 3 May 2022)"
    const std::size_t comma = name.rfind(',');
    const std::size_t word = comma == kEnd ? 0 : skip_blanks(name, comma + 1);
    if (match_any(name, word,
                  {"published on", "published", "posted on", "posted", "dated", "issued",
                   "last updated", "updated", "last modified", "updated on", "last updated on"}) !=
        0) {
      name = name.substr(0, comma == kEnd ? 0 : comma);
    }
  } else if (const std::size_t comma = inner.rfind(','); comma != kEnd) {
    // A date that cannot be read is no part of the site's name.
    const std::string_view last = trim(inner.substr(comma + 1));
    if ((!last.empty() && is_digit(last[0])) || is_no_date(last)) name = inner.substr(0, comma);
  } else if (is_number_of_a_law(inner)) {
    // "Act No 10/2001"
    const std::size_t slash = inner.rfind('/');
    if (slash != kEnd && is_year(inner.substr(slash + 1))) bracket.date = inner.substr(slash + 1);
  }
  // "Blog, May–June 2020", "Council, 35th session, 2017"
  while (!name.empty()) {
    name = without_trailing(name, ",");
    const std::size_t comma = name.rfind(',');
    const std::string_view last = trim(name.substr(comma == kEnd ? 0 : comma + 1));
    const bool season = bracket.date && is_time_of_year(last) &&
                        (comma != kEnd || has_dash(last) || is_season(last));
    if (!season && !is_session(last) && !is_edition(last) && !is_number_of_a_series(last)) break;
    name = name.substr(0, comma == kEnd ? 0 : comma);
  }
  // "FOCUS, vol 104"
  if (const std::size_t comma = name.find(',');
      comma != kEnd && has_document_number(name.substr(comma))) {
    name = name.substr(0, comma);
  }
  name = without_trailing(name, ",:");
  while (name.ends_with("،"))
    name = trim(name.substr(0, name.size() - std::string_view("،").size()));
  if (name.empty() || is_no_date(name) || is_remark(name)) return bracket;
  const Imprint imprint = read_imprint(name);
  bracket.place = imprint.place;
  bracket.name = imprint.place.empty() ? without_place_behind(name) : imprint.publisher;
  return bracket;
}

}  // namespace idsearch::indexer
