// SPDX-License-Identifier: GPL-2.0-or-later
// Word lists tell institutions from persons: shapes alone cannot ("Jane Doe", "Human Rights").
#include "indexer/citation_institutions.hpp"

#include <algorithm>
#include <vector>

#include "indexer/among.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

constexpr std::string_view kInstitutions[] = {"Academy",       "Administration",
                                              "Agencia",       "Agency",
                                              "Alliance",      "Assembly",
                                              "Association",   "Authority",
                                              "Bank",          "Board",
                                              "Branch",        "Bureau",
                                              "Cabinet",       "Center",
                                              "Centre",        "Centro",
                                              "Clinic",        "Coalition",
                                              "College",       "Comisión",
                                              "Comissão",      "Commission",
                                              "Committee",     "Conselho",
                                              "Consejo",       "Consortium",
                                              "Corporation",   "Council",
                                              "Court",         "Defensoría",
                                              "Department",    "Departamento",
                                              "Directorate",   "Direction",
                                              "Dirección",     "Direcção",
                                              "Direção",       "Directory",
                                              "Division",      "Embassy",
                                              "Facility",      "Faculty",
                                              "Federation",    "Forum",
                                              "Foundation",    "Fund",
                                              "Fundación",     "Fundação",
                                              "Gobierno",      "Government",
                                              "Governo",       "Group",
                                              "Inc",           "Initiative",
                                              "Inspectorate",  "Institute",
                                              "Institution",   "Instituto",
                                              "International", "Judiciary",
                                              "Laboratory",    "Ltd",
                                              "Ministerio",    "Ministry",
                                              "Ministério",    "Mission",
                                              "Museum",        "Network",
                                              "Observatory",   "Office",
                                              "Oficina",       "Organisation",
                                              "Organization",  "Parliament",
                                              "Partnership",   "Platform",
                                              "Police",        "Procuraduría",
                                              "Program",       "Programme",
                                              "Project",       "Registro",
                                              "Registo",       "Registry",
                                              "School",        "Secretariat",
                                              "Secretaria",    "Secretaría",
                                              "Section",       "Senate",
                                              "Service",       "Services",
                                              "Servicio",      "Serviço",
                                              "Society",       "Superintendencia",
                                              "Tribunal",      "Trust",
                                              "Union",         "Unit",
                                              "Universidad",   "Universidade",
                                              "University",    "Watch",
                                              "Workshop"};

// What institutions are for. Endings that also end family names ("Manning", "Lawrence") are left
// out below, so that these words are listed.
constexpr std::string_view kSubjects[] = {"AIDS",
                                          "Accounting",
                                          "Affairs",
                                          "Aid",
                                          "Archives",
                                          "Banking",
                                          "Births",
                                          "Boundaries",
                                          "Broadcasting",
                                          "Central",
                                          "Children",
                                          "Citizenship",
                                          "Civil",
                                          "Climate",
                                          "Commerce",
                                          "Communications",
                                          "Compliance",
                                          "Constitutional",
                                          "Consumer",
                                          "Cultural",
                                          "Culture",
                                          "Customs",
                                          "Data",
                                          "Deaths",
                                          "Defence",
                                          "Defense",
                                          "Derechos",
                                          "Digital",
                                          "Direitos",
                                          "Disaster",
                                          "Economic",
                                          "Elections",
                                          "Electoral",
                                          "Emergency",
                                          "Energy",
                                          "Environment",
                                          "Environmental",
                                          "Families",
                                          "Federal",
                                          "Finance",
                                          "Financial",
                                          "Foreign",
                                          "Forestry",
                                          "Gender",
                                          "Governance",
                                          "HIV",
                                          "Health",
                                          "Heritage",
                                          "Home",
                                          "Housing",
                                          "Humanos",
                                          "Humanitarian",
                                          "Human",
                                          "ICT",
                                          "ID",
                                          "IT",
                                          "Identity",
                                          "Industry",
                                          "Insurance",
                                          "Intelligence",
                                          "Interior",
                                          "Internal",
                                          "Internet",
                                          "Judicial",
                                          "Justice",
                                          "Justicia",
                                          "Justiça",
                                          "Labor",
                                          "Labour",
                                          "Lands",
                                          "Law",
                                          "Legal",
                                          "Libertades",
                                          "Licensing",
                                          "Mapping",
                                          "Marine",
                                          "Marriages",
                                          "Media",
                                          "Migrants",
                                          "Minorities",
                                          "Municipal",
                                          "Nacional",
                                          "National",
                                          "Passport",
                                          "Passports",
                                          "Peace",
                                          "Peoples",
                                          "Persons",
                                          "Planning",
                                          "Policy",
                                          "Political",
                                          "Posts",
                                          "Privacy",
                                          "Public",
                                          "Records",
                                          "Refugee",
                                          "Refugees",
                                          "Regional",
                                          "Regulatory",
                                          "Research",
                                          "Revenue",
                                          "Rights",
                                          "Rural",
                                          "Science",
                                          "Security",
                                          "Social",
                                          "Space",
                                          "Sports",
                                          "Statistical",
                                          "Statistics",
                                          "Tax",
                                          "Technology",
                                          "Telecom",
                                          "Telecommunications",
                                          "Tourism",
                                          "Trade",
                                          "Training",
                                          "Transparency",
                                          "Transport",
                                          "Treasury",
                                          "Vital",
                                          "Water",
                                          "Welfare",
                                          "Wildlife",
                                          "Women",
                                          "Works",
                                          "Youth"};
constexpr std::string_view kSubjectEndings[] = {"tion", "sion", "tions", "ment", "ology", "ality",
                                                "idad", "dade", "ción",  "ação", "ctions"};

constexpr std::string_view kAfterNames[] = {
    "BA", "CBE", "CPA", "DPhil", "Dr", "Esq", "Esquire", "FRS", "Hon", "JD",  "JP",  "Jr",
    "KC", "LLB", "LLD", "LLM",   "MA", "MBA", "MBE",     "MCA", "MD",  "MEP", "MLA", "MNA",
    "MP", "MSP", "MSc", "OBE",   "PC", "PhD", "QC",      "SAN", "SC",  "Sr"};
constexpr std::string_view kOffices[] = {
    "Advocate",   "Advisor",     "Adviser",     "Ambassador",  "Analyst",    "Attorney",
    "Chair",      "Chairman",    "Chairperson", "Chancellor",  "Clerk",      "Commissioner",
    "Consul",     "Coordinator", "Counsel",     "Director",    "Editor",     "Governor",
    "Journalist", "Lecturer",    "Manager",     "Minister",    "Officer",    "Ombudsman",
    "President",  "Professor",   "Rapporteur",  "Registrar",   "Researcher", "Secretary",
    "Senator",    "Solicitor",   "Speaker",     "Spokesperson"};

std::vector<std::string_view> words_of_name(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = skip_blanks(text, 0); at < text.size(); at = skip_blanks(text, at)) {
    const std::size_t start = at;
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (is_blank(c.value)) break;
      at += c.length;
    }
    std::string_view word = text.substr(start, at - start);
    while (!word.empty() && one_of(word.back(), ".,;:)")) word.remove_suffix(1);
    while (!word.empty() && word[0] == '(') word.remove_prefix(1);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

bool is_subject(std::string_view word) {
  if (is_among(kSubjects, word)) return true;
  return std::any_of(
      std::begin(kSubjectEndings), std::end(kSubjectEndings), [&](std::string_view ending) {
        return word.size() > ending.size() + 2 && word.ends_with(ending) && word != "Clement";
      });
}

}  // namespace

bool has_institution_word(std::string_view text) {
  const auto words = words_of_name(text);
  return std::any_of(words.begin(), words.end(),
                     [](std::string_view word) { return is_among(kInstitutions, word); });
}

bool is_institution(std::string_view text) {
  const auto words = words_of_name(text);
  return !words.empty() &&
         (is_among(kInstitutions, words.front()) || is_among(kInstitutions, words.back()));
}

bool ends_in_subject(std::string_view text) {
  const auto words = words_of_name(text);
  return !words.empty() && is_subject(words.back());
}

bool may_be_one_institution(std::string_view left, std::string_view right) {
  const auto words = words_of_name(right);
  // "Ministry of Justice" and its like are names of their own.
  if (words.empty() || is_among(kInstitutions, words[0])) return false;
  return ends_in_subject(left) && !has_institution_word(left) && has_institution_word(right);
}

bool is_person(std::string_view text) {
  constexpr std::size_t kMostWords = 5;  // "Ana Maria da Silva Costa"
  const auto words = words_of_name(text);
  if (words.size() < 2 || words.size() > kMostWords) return false;
  return std::none_of(words.begin(), words.end(), [](std::string_view word) {
    return is_subject(word) || is_among(kInstitutions, word) || has_digit(word);
  });
}

std::size_t end_of_listing_institution(std::string_view text) {
  constexpr std::size_t kMostPieces = 6, kMostWords = 4;
  std::size_t comma = text.find(',');
  if (comma == kEnd) return kEnd;
  const std::string_view first = text.substr(0, comma);
  const std::size_t link = find_word(first, [&](std::size_t at) {
    return match_any(first, at, {"of", "on", "for", "de", "da", "do", "del"}) != 0;
  });
  if (link == kEnd || !has_institution_word(first.substr(0, link)) || has_digit(first)) return kEnd;
  for (std::size_t count = 1; count < kMostPieces && comma < text.size(); ++count) {
    const std::size_t next = std::min(text.find(',', comma + 1), text.size());
    std::string_view piece = trim(text.substr(comma + 1, next - comma - 1));
    comma = next;
    const std::size_t oxford = match_any(piece, 0, {"and", "&"});
    piece = piece.substr(skip_blanks(piece, oxford));
    if (piece.empty() || is_lower(piece[0]) || has_digit(piece) ||
        piece.find_first_of(":()[]") != kEnd) {
      return kEnd;
    }
    std::size_t joint = find_word(piece, [&](std::size_t at) {
      return match_any(piece, at, {"and"}) != 0 ||
             (one_of(piece[at], "ye") && match_any(piece, at, {"y", "e"}) != 0);
    });
    if (joint == kEnd && piece.find(" & ") != kEnd) joint = piece.find(" & ") + 1;
    const std::string_view left = piece.substr(0, joint);
    if (words_of_name(left).size() > kMostWords) return kEnd;
    if (oxford != 0) return comma;
    if (joint == kEnd) continue;
    const std::string_view right = piece.substr(std::min(piece.find(' ', joint), piece.size()));
    if (words_of_name(right).size() > kMostWords) return kEnd;
    // "Ministry of Justice, Ann Poe and Bo Roe"
    return is_person(left) && is_person(right) ? kEnd : comma;
  }
  return kEnd;
}

bool is_office(std::string_view text) {
  const auto words = words_of_name(text);
  if (words.empty()) return false;
  if (words.size() == 1 && is_among(kAfterNames, words[0])) return true;
  // "Secretary-General"
  const auto names_one = [](std::string_view word) {
    return is_among(kOffices, word.substr(0, word.find('-')));
  };
  return names_one(words[0]) ||
         (std::any_of(words.begin(), words.end(), names_one) && !has_institution_word(text));
}

}  // namespace idsearch::indexer
