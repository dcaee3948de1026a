// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists for kinds of works. Capitals matter: "a law on citizenship" is no title.
#include "indexer/citation_kinds.hpp"

#include <algorithm>
#include <initializer_list>

#include "indexer/citation_locator_values.hpp"
#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

// Calls `visit(word start)` for the first byte of each word; true as soon as one call is true.
template <typename Visit>
bool any_word(std::string_view text, const Visit& visit) {
  char32_t before = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value) && !is_word_character(before) && before != '\'' &&
        before != 0x2019 && visit(at)) {
      return true;
    }
    before = c.value;
    at += c.length;
  }
  return false;
}

bool has_capital_word(std::string_view text, std::initializer_list<std::string_view> words) {
  return any_word(
      text, [&](std::size_t at) { return is_upper(text[at]) && match_any(text, at, words) != 0; });
}

// At least three pieces between slashes, the first of capitals: "A/HRC/25/63", "E/CN.4/2006/1".
bool is_symbol(std::string_view token) {
  while (!token.empty() && std::string_view(".,;)").find(token.back()) != std::string_view::npos) {
    token.remove_suffix(1);
  }
  const std::size_t slash = token.find('/');
  if (slash == 0 || slash == std::string_view::npos) return false;
  if (!std::all_of(token.begin(), token.begin() + static_cast<std::ptrdiff_t>(slash), is_upper)) {
    return false;
  }
  bool digit_or_organ = false;
  for (const char c : token) {
    if (is_digit(c)) digit_or_organ = true;
    if (!is_upper(c) && !is_digit(c) &&
        std::string_view("/.-()").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return digit_or_organ && std::count(token.begin(), token.end(), '/') >= 2;
}

}  // namespace

bool names_a_law(std::string_view text) {
  return any_word(text, [&](std::size_t at) {
    if (!is_upper(text[at])) return false;
    // "Law Commission", "Law Society" and their like are authors.
    if (const std::size_t law = match_any(text, at, {"law"})) {
      return match_any(text, skip_blanks(text, at + law),
                       {"commission", "society", "school", "library", "reform", "com", "review",
                        "faculty", "firm", "clinic", "journal", "association"}) == 0;
    }
    // "Directive 95/46/EC", "Implementing Decision (EU) 2026/179"
    if (const std::size_t act = match_any(text, at, {"directive", "decision"})) {
      const std::string_view number = text.substr(skip_blanks(text, at + act));
      const bool of_union = number.starts_with("(EU)") || number.starts_with("(EC)");
      return of_union || (to_lower(text[at + 1]) == 'i' && !number.empty() && is_digit(number[0]));
    }
    // "Lei n.º 12/2018", "Lei de Identificação"; Lei Zhang is a person.
    if (const std::size_t lei = match_any(text, at, {"lei"})) {
      const std::size_t next = skip_blanks(text, at + lei);
      if (next < text.size() && is_digit(text[next])) return true;
      return match_any(text, next,
                       {"n", "nº", "no", "num", "de", "do", "da", "que", "orgânica", "geral",
                        "complementar", "federal", "constitucional"}) != 0 ||
             text.substr(next).starts_with("n°");
    }
    return match_any(text, at,
                     {"act",        "acts",        "laws",       "code",       "constitution",
                      "código",     "decreto-lei", "decree",     "decree-law", "ordinance",
                      "regulation", "regulations", "order",      "rules",      "proclamation",
                      "edict",      "statute",     "statutes",   "bill",       "by-law",
                      "bylaws",     "ley",         "loi",        "decreto",    "décret",
                      "gesetz",     "règlement",   "verordnung", "ordonnance", "arrêté",
                      "reglamento"}) != 0;
  });
}

bool begins_with_numbered_law(std::string_view text) {
  constexpr std::size_t kFirstWords = 5;
  std::size_t words = 0;
  bool law = false;
  return any_word(text, [&](std::size_t at) {
    if (++words > kFirstWords) return false;
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (names_a_law(text.substr(at, end - at))) law = true;
    std::size_t number = match_any(text, at, {"no", "nos", "nr", "num", "number"});
    if (number == 0 && text.substr(at).starts_with("N.º")) number = 4;
    if (number == 0 && (text.substr(at).starts_with("N°") || text.substr(at).starts_with("n°") ||
                        text.substr(at).starts_with("Nº") || text.substr(at).starts_with("nº"))) {
      number = 3;
    }
    if (!law || number == 0) return false;
    number += at;
    if (number < text.size() && text[number] == '.') ++number;
    number = skip_blanks(text, number);
    return number < text.size() && is_digit(text[number]);
  });
}

bool is_number_of_a_law(std::string_view text) {
  const auto take_last_word = [&] {
    while (!text.empty() && one_of(text.back(), " ,.")) text.remove_suffix(1);
    const std::size_t blank = text.rfind(' ');
    const std::string_view word = blank == kEnd ? text : text.substr(blank + 1);
    text.remove_suffix(word.size());
    return word;
  };
  std::string_view number = take_last_word();
  bool of_a_year = false;
  for (const std::string_view link : {"of", "de", "del", "du", "da", "do", "vom"}) {
    of_a_year = of_a_year || number == link;
  }
  if (of_a_year) number = take_last_word();
  if (number.empty()) return false;
  const bool numbered =
      is_digit(number[0]) || (is_upper(number[0]) && roman(number, 0) == number.size());
  if (!numbered) return false;
  std::string_view before = take_last_word();
  if (match_any(before, 0, {"no", "nos", "nr", "num", "number", "cap", "chapter"}) ==
          before.size() &&
      !before.empty()) {
    return true;
  }
  if (before.empty()) return of_a_year;  // "57 of"
  const bool letters =
      std::ranges::all_of(before, [](char c) { return is_upper(c) || c == '.'; });  // "LN", "S.I."
  return names_a_law(before) || (of_a_year && letters);
}

bool names_a_gazette(std::string_view text) {
  for (const std::string_view name :
       {"Official Gazette", "Government Gazette", "Negarit Gazeta", "Negarit Gazette",
        "Gaceta Oficial", "lužbeni glasnik", "lužbeni list", "arodne novine", "Monitorul Oficial",
        "лужбени гласник", "лужбени лист", "обрание законодательства", "Diario Oficial",
        "Diário Oficial", "Journal Officiel", "Journal officiel", "Resmî Gazete", "Resmi Gazete"}) {
    if (text.find(name) != kEnd) return text.size() < name.size() + 30;
  }
  return false;
}

bool names_a_treaty(std::string_view text) {
  if (has_capital_word(text, {"charter"}) &&
      has_capital_word(text, {"african", "arab", "european", "inter-american", "asean", "oas",
                              "oau", "organization of american states",
                              "organisation of american states", "league of arab states"})) {
    return true;
  }
  return has_capital_word(text, {"convention", "covenant", "treaty", "protocol", "pact",
                                 "charter of the united nations", "un charter", "rome statute",
                                 "iccpr", "icescr", "cedaw", "crc", "cerd"});
}

bool names_parties(std::string_view text) {
  return any_word(text, [&](std::size_t at) {
    const std::size_t length = match_any(text, at, {"v", "vs"});
    if (length == 0 || at == 0 || is_upper(text[at])) return false;
    if (!is_blank(code_point_before(text, at).value)) return false;
    std::size_t next = at + length;
    if (next < text.size() && text[next] == '.') ++next;
    const std::size_t party = skip_blanks(text, next);
    return party > next && party < text.size() && !is_lower(text[party]) && !is_digit(text[party]);
  });
}

bool names_a_case(std::string_view text) {
  text = text.substr(skip_blanks(text, 0));
  if (text.find("(Advisory Opinion)") != kEnd) return true;
  return !text.empty() && is_upper(text[0]) &&
         match_any(text, 0, {"in re", "re", "ex parte", "in the matter of", "case of"}) != 0;
}

std::size_t conversation(std::string_view text) {
  return match_any(text, 0,
                   {"interview with", "interviews with", "letter from", "letter to", "email from",
                    "email to", "e-mail from", "e-mail to", "memorandum from",
                    "correspondence with", "personal communication", "entretien avec",
                    "entrevista con", "entrevista com", "interview mit"});
}

bool has_un_symbol(std::string_view text) { return find_un_symbol(text) != text.size(); }

std::size_t find_un_symbol(std::string_view text) {
  std::size_t found = text.size();
  any_word(text, [&](std::size_t at) {
    found = at;
    if (match_any(text, at, {"un doc", "un docs", "u.n. doc"}) != 0) return true;
    found = text.size();
    if (!is_upper(text[at]) || (at > 0 && text[at - 1] == '/')) return false;
    std::size_t end = at;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' &&
           static_cast<unsigned char>(text[end]) < 0x80) {
      ++end;
    }
    if (!is_symbol(text.substr(at, end - at))) return false;
    found = at;
    return true;
  });
  return found;
}

bool names_un_organ(std::string_view text) {
  text = text.substr(skip_blanks(text, 0));
  if (match_any(text, 0,
                {"unga", "unsc", "unhrc", "un general assembly", "un security council",
                 "un human rights council", "un human rights committee",
                 "un economic and social council", "un secretary-general", "human rights committee",
                 "human rights council", "ecosoc"}) != 0) {
    return true;
  }
  if (match_any(text, 0, {"un", "united nations"}) != 0 &&
      has_capital_word(text, {"committee", "council", "assembly", "commission", "rapporteur",
                              "working group"})) {
    return true;
  }
  return match_any(text, 0,
                   {"committee on the rights of", "committee on the elimination of",
                    "committee against torture", "committee on migrant workers",
                    "committee on economic"}) != 0;
}

bool is_un_title(std::string_view title) {
  return match_any(title, 0,
                   {"concluding observations", "general comment no", "general comment",
                    "general recommendation no", "general recommendation",
                    "consideration of reports submitted by states parties", "list of issues",
                    "universal periodic review"}) != 0;
}

}  // namespace idsearch::indexer
