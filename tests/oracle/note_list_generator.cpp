// SPDX-License-Identifier: GPL-2.0-or-later
//
// The note lists. Their rendering as profiles is in profile_renderer.cpp.

#include "note_list_generator.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "citation_oracle.hpp"

namespace idsearch::oracle {
namespace {

// Surnames that occur in no title, site, URL or statute below.
constexpr std::array<std::string_view, 24> kAuthors = {
    "Amina Okoro",    "Piotr Zieliński", "Hotham Vale",    "Lucía Barrientos", "Tevita Fonua",
    "Rashid Karimov", "Mei Tanabe",      "Ingrid Solberg", "José Ibarra",      "Ngozi Eze",
    "Daniel Kershaw", "Farida Usmonova", "Bao Tran",       "Émile Garnier",    "Oksana Hrytsenko",
    "Sione Tupou",    "Kavya Menon",     "Lars Öberg",     "Miriam Adler",     "Yusuf Demir",
    "Petra Novotná",  "Samuel Quartey",  "Chitra Perera",  "Wen Huang"};

constexpr std::array<std::string_view, 14> kTitles = {
    "Counting the Uncounted",
    "The Register That Never Closed | Daily Bulletin",
    "Who Holds the Card? • Civic Watch",
    "The Island State’s New Number",
    "What “Legal Identity” Means in Practice",
    "Birth Papers; or, the Long Queue",
    "How to Read (n 3) and Other Marks",
    "A Fee of 5 Coins [Updated]",
    "Fifth Periodic Report: Mountain Republic*",
    "“Who are you?”; Essays on Proof",
    "Ibid: a Short History of a Word",
    "Biometrics (and Their Limits; a Review)",
    "Draft Bill No. 23 v. the Old Rules",
    "Nomads & Numbers = Trouble?"};

constexpr std::array<std::string_view, 8> kSites = {
    "Civic Watch", "The Daily Bulletin - World News",
    "eGov.kz",     "Harbour Post",
    "Data Desk",   "Human Rights Monitor",
    "Law Notes",   "Card Systems Sdn. Bhd."};

constexpr std::array<std::string_view, 8> kStatutes = {
    "Citizens Registration Act", "Nationality Code",
    "Law on Personal Data",      "Electronic Signatures Ordinance",
    "Identity Cards Regulation", "Births and Deaths Act",
    "Data Exchange Decree",      "Population Register Law"};

constexpr std::array<std::string_view, 6> kBooks = {"Paper Borders",
                                                    "Proof of Self",
                                                    "Marked from Birth: Status in Closed Societies",
                                                    "The Numbered Citizen",
                                                    "Between Two Registers",
                                                    "Names, Numbers and Nations"};

constexpr std::array<std::string_view, 4> kCases = {
    "Arrow Ltd v Minister of Interior [2020] ICJ Rep 3",
    "In re the Harbour Families (2014) 2 LRC 11",
    "Case of the Two Brothers v Bergland App no 1234/05 (ECtHR, 3 May 2011)",
    "R (Adamant) v Registrar General [2019] UKSC 41"};

constexpr std::array<std::string_view, 4> kUnDocuments = {
    "UN Committee on the Rights of the Child, ‘Concluding Observations on the Combined Reports’ "
    "(23 "
    "October 2017) UN Doc CRC/C/XYZ/CO/5",
    "UNGA Res 68/141 (18 December 2013) UN Doc A/RES/68/141",
    "UN Human Rights Council, ‘Report of the Special Rapporteur’ A/HRC/44/57 (2020) para 4.2",
    "UN Doc E/C.12/XYZ/CO/2-4"};

constexpr std::array<std::string_view, 4> kForeign = {
    "‘Grazhdanstvo i uchet’ [Гражданство и учет]", "‘Gukjeok beop’ [국적법]",
    "‘Qanun al-jinsiyya’ [قانون الجنسية]", "‘Hukou dengji; tiaoli’ [户口登记; 条例]"};

constexpr std::array<std::string_view, 14> kPinpoints = {
    "12",           "s 5",    "art 4(2)", "paras 3–4", "9–10",  "34, 36", "para 7",
    "arts 3 and 5", "pp 2-3", "ch 2",     "reg 14",    "sch 1", "§ 8",    "cl 2.1"};

constexpr std::array<std::string_view, 4> kJoints = {" and ", ", citing ", ", quoted in ",
                                                     ", and "};

constexpr std::array<std::string_view, 4> kSignals = {"See", "See also", "Cf", "see eg"};

std::string date(Random& random) {
  constexpr std::array<std::string_view, 6> kMonths = {"January", "March",   "May",
                                                       "July",    "October", "December"};
  const std::uint32_t day = 1 + random.below(28);
  const std::string month(random.pick(kMonths));
  const std::uint32_t year = 2008 + random.below(18);
  return std::to_string(day) + " " + month + " " + std::to_string(year);
}

struct Citation {
  std::string text;                // without the final full stop
  std::vector<std::string> names;  // what "(n x)" may call it
};

// `serial` makes the URLs, and with them nearly all texts, different. Here and below each
// expression draws one random number at most: the order of operands is the compiler's.
Citation make_citation(Random& random, int serial) {
  const std::string author(random.pick(kAuthors));
  const std::string surname = author.substr(author.find(' ') + 1);
  const std::string title = "‘" + std::string(random.pick(kTitles)) + "’";
  const std::string site(random.pick(kSites));
  const std::string number = std::to_string(serial);
  const std::string year = std::to_string(1990 + random.below(36));
  std::string url = std::string(random.chance(80) ? "<https" : "<http") + "://www.example.org/" +
                    year + "/item_" + number;
  if (random.chance(30)) url += "?id=7&lang=EN";
  if (random.chance(15)) url += "#part(2)";
  if (random.chance(10)) url += "/list.";
  url += ">";
  const std::string accessed = random.chance(85) ? " accessed " + date(random) : "";
  switch (random.below(11)) {
    case 0:
    case 1:
      return {author + ", " + title + " (" + site + ", " + date(random) + ") " + url + accessed,
              {surname, author, title}};
    case 2:
      return {title + " (" + site + ", " + date(random) + ") " + url + accessed, {title}};
    case 3:
      return {author + ", " + title + " (" + year + ") " + number + " Journal of Records 34",
              {surname, title}};
    case 4: {
      const std::string name(random.pick(kStatutes));
      return {name + " " + year + " (Bergland)", {name}};
    }
    case 5:
      return {author + ", " + std::string(random.pick(kBooks)) + " (Harbour Press " + year + ")",
              {surname}};
    case 6:
      return {std::string(random.pick(kCases)), {}};
    case 7:
      return {std::string(random.pick(kUnDocuments)), {}};
    case 8:
      return {std::string(random.pick(kForeign)) + " " + url + accessed, {}};
    case 9:
      return {author + " et al., " + title + " (" + site + ") " + url + accessed,
              {surname, surname + " et al."}};
    default:
      return {title + " " + url + accessed, {title}};
  }
}

enum class Form { Full, Ibid, Reference, TwoReferences, Missing, Self, Forward };

Form pick_form(Random& random, bool bad_references) {
  const std::uint32_t n = random.below(100);
  if (n < 40) return Form::Full;
  if (n < 66) return Form::Ibid;
  if (n < 88 || !bad_references) return Form::Reference;
  if (n < 90) return Form::TwoReferences;
  if (n < 92) return Form::Missing;
  if (n < 94) return Form::Self;
  return Form::Forward;
}

class ListMaker {
 public:
  ListMaker(std::uint32_t seed, const NoteListOptions& options)
      : random_(seed), options_(options) {}

  std::vector<NoteText> make() {
    pick_numbers();
    plan();
    for (std::size_t i = 0; i < numbers_.size(); ++i) texts_[numbers_[i]] = write(i);
    if (options_.bad_references && random_.chance(50)) add_cycle();
    repair();
    std::vector<NoteText> notes = in_order();
    if (options_.duplicates && random_.chance(40)) add_duplicates(notes);
    return notes;
  }

 private:
  struct Part {
    Form form = Form::Full;
    Citation citation;  // of Form::Full
  };

  void pick_numbers() {
    int number = options_.gaps && random_.chance(15) ? static_cast<int>(2 + random_.below(6)) : 1;
    const bool skips = options_.gaps && random_.chance(40);
    while (static_cast<int>(numbers_.size()) < options_.notes) {
      numbers_.push_back(number);
      number += skips && random_.chance(10) ? static_cast<int>(2 + random_.below(3)) : 1;
    }
  }

  void plan() {
    for (const int number : numbers_) {
      const std::uint32_t n = random_.below(100);
      const std::size_t parts = n < 78 ? 1 : n < 93 ? 2 : 3;
      for (std::size_t i = 0; i < parts; ++i) {
        Part part;
        const bool lowest = number == numbers_.front();
        part.form = lowest && i == 0 && random_.chance(90)
                        ? Form::Full
                        : pick_form(random_, options_.bad_references);
        if (part.form == Form::Full) part.citation = make_citation(random_, ++serial_);
        plan_[number].push_back(part);
      }
    }
  }

  std::string write(std::size_t index) {
    const int number = numbers_[index];
    std::string text;
    for (const Part& part : plan_[number]) {
      if (!text.empty()) text += "; ";
      text += write_part(index, part);
    }
    const bool bare_ibid = text.ends_with("ibid") || text.ends_with("Ibid");
    if (random_.chance(bare_ibid ? 30 : 85)) text += ".";
    return text;
  }

  std::string write_part(std::size_t index, const Part& part) {
    const int number = numbers_[index];
    switch (part.form) {
      case Form::Full:
        add_names(number, part.citation.names);
        return (random_.chance(6) ? "See " : "") + part.citation.text;
      case Form::Ibid:
        if (index > 0) add_names(number, names_[numbers_[index - 1]]);
        return write_ibid();
      case Form::Missing:
        return write_reference(numbers_.back() + 1 + static_cast<int>(random_.below(30)), number);
      case Form::Self:
        return write_reference(number, number);
      case Form::Forward:
        if (index + 1 == numbers_.size()) break;
        return write_reference(numbers_[index + 1 + random_.below(numbers_.size() - index - 1)],
                               number);
      case Form::TwoReferences:
        if (index < 2) break;
        return write_two_references(index);
      case Form::Reference:
        break;
    }
    if (index == 0) return make_citation(random_, ++serial_).text;
    return write_reference(earlier(index), number);
  }

  int earlier(std::size_t index) { return numbers_[random_.below(index)]; }

  std::string write_ibid() {
    std::string text;
    if (random_.chance(8)) text = std::string(random_.pick(kSignals)) + " ";
    text += text.empty() && random_.chance(12) ? "Ibid" : "ibid";
    if (!random_.chance(40)) return text;
    text += random_.chance(10) ? "." : "";
    text += random_.chance(40) ? ", " : random_.chance(10) ? "\u00A0" : " ";
    return text + std::string(random_.pick(kPinpoints));
  }

  std::string write_reference(int target, int own, bool first = true) {
    std::vector<std::string> names = names_[target];
    for (const Part& part : plan_[target]) {
      names.insert(names.end(), part.citation.names.begin(), part.citation.names.end());
    }
    std::string text;
    if (first && random_.chance(10)) text = std::string(random_.pick(kSignals)) + " ";
    if (options_.bad_references && random_.chance(8)) {
      const std::string_view author = random_.pick(kAuthors);
      text += std::string(author.substr(author.find(' ') + 1)) + " ";
    } else if (!names.empty() && random_.chance(85)) {
      text += random_.pick(names) + " ";
      add_names(own, names);
    }
    const std::uint32_t blank = random_.below(10);
    text += blank == 0 ? "(n" : blank == 1 ? "(n\u00A0" : "(n ";
    text += std::to_string(target) + ")";
    if (random_.chance(35)) {
      text += random_.chance(30) ? ", " : " ";
      text += random_.pick(kPinpoints);
    }
    return text;
  }

  std::string write_two_references(std::size_t index) {
    const int first = earlier(index);
    const std::string text = write_reference(first, numbers_[index]);
    const int second = earlier(index);
    const std::string_view joint = random_.pick(kJoints);
    return text + std::string(joint) + write_reference(second, numbers_[index], false);
  }

  void add_names(int number, const std::vector<std::string>& names) {
    auto& own = names_[number];
    for (const auto& name : names) {
      if (own.size() < 8 && std::find(own.begin(), own.end(), name) == own.end()) {
        own.push_back(name);
      }
    }
  }

  // Two or three notes that each consist of a reference to the next.
  void add_cycle() {
    const std::size_t length = 2 + random_.below(2);
    if (numbers_.size() < 8) return;
    std::vector<int> members;
    while (members.size() < length) {
      const int number = numbers_[1 + random_.below(numbers_.size() - 1)];
      if (std::find(members.begin(), members.end(), number) == members.end()) {
        members.push_back(number);
      }
    }
    for (std::size_t i = 0; i < length; ++i) {
      texts_[members[i]] = "Okoro (n " + std::to_string(members[(i + 1) % length]) + ").";
    }
  }

  std::vector<NoteText> in_order() const {
    std::vector<NoteText> notes;
    for (const int number : numbers_) notes.push_back({std::to_string(number), texts_.at(number)});
    return notes;
  }

  // Full citations in place of what would be undecided or would lead to too many sources. Each
  // round settles one note for good.
  void repair() {
    for (std::size_t round = 0; round <= numbers_.size(); ++round) {
      const auto resolved = resolve_notes(in_order());
      const auto bad = std::find_if(resolved.begin(), resolved.end(), [this](const auto& note) {
        return note.undecided || static_cast<int>(note.sources.size()) > options_.most_sources;
      });
      if (bad == resolved.end()) return;
      texts_[std::stoi(bad->label)] = make_citation(random_, ++serial_).text + ".";
    }
  }

  // Second definitions stand neither next to the first nor at the end of the list.
  void add_duplicates(std::vector<NoteText>& notes) {
    const std::size_t count = 1 + random_.below(2);
    std::vector<std::string> used;
    for (std::size_t i = 0; i < count && notes.size() > 6; ++i) {
      const std::size_t original = random_.below(notes.size() - 4);
      const std::string label = notes[original].label;
      if (std::find(used.begin(), used.end(), label) != used.end()) continue;
      used.push_back(label);
      const std::size_t place = original + 2 + random_.below(notes.size() - original - 2);
      notes.insert(notes.begin() + static_cast<std::ptrdiff_t>(place),
                   {label, make_citation(random_, ++serial_).text + "."});
    }
  }

  Random random_;
  NoteListOptions options_;
  int serial_ = 0;
  std::vector<int> numbers_;
  std::map<int, std::vector<Part>> plan_;
  std::map<int, std::string> texts_;
  std::map<int, std::vector<std::string>> names_;  // by which a note's sources may be called
};

}  // namespace

std::vector<NoteText> generate_notes(std::uint32_t seed, const NoteListOptions& options) {
  return ListMaker(seed, options).make();
}

}  // namespace idsearch::oracle
