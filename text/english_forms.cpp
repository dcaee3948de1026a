// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/english_forms.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <utility>

namespace idsearch::text {
namespace {

/// Behind "-is-" or "-iz-", "-ys-" or "-yz-": organise, organisations, organiser, analysed.
constexpr auto kVerbEndings = std::to_array<std::string_view>(
    {"e", "ed", "es", "er", "ers", "ing", "ings", "able", "ation", "ations", "ational"});

/// Behind "-our" or "-or": colour, labourer, favourable, behavioural, neighbourhood.
constexpr auto kOurEndings = std::to_array<std::string_view>(
    {"", "s", "ed", "ing", "ings", "er", "ers", "able", "ably", "al", "ally", "hood", "hoods",
     "less", "ful", "ite", "ites", "ist", "ists"});

/// Stems of "organise", "colour": what is shorter is another word (prise and prize, four and for).
constexpr std::size_t kMinStem = 3;

struct Pair {
  std::string_view british, american;
};

/// What no rule without many exceptions gives.
constexpr auto kPairs = std::to_array<Pair>({
    {"programme", "program"},
    {"centre", "center"},
    {"epicentre", "epicenter"},
    {"metre", "meter"},
    {"kilometre", "kilometer"},
    {"centimetre", "centimeter"},
    {"millimetre", "millimeter"},
    {"litre", "liter"},
    {"millilitre", "milliliter"},
    {"fibre", "fiber"},
    {"theatre", "theater"},
    {"amphitheatre", "amphitheater"},
    {"calibre", "caliber"},
    {"sombre", "somber"},
    {"spectre", "specter"},
    {"lustre", "luster"},
    {"meagre", "meager"},
    {"sabre", "saber"},
    {"manoeuvre", "maneuver"},
    {"kilogramme", "kilogram"},
    {"defence", "defense"},
    {"offence", "offense"},
    {"licence", "license"},
    {"pretence", "pretense"},
    {"practise", "practice"},
    {"judgement", "judgment"},
    {"catalogue", "catalog"},
    {"dialogue", "dialog"},
    {"analogue", "analog"},
    {"grey", "gray"},
    {"sceptic", "skeptic"},
    {"sceptical", "skeptical"},
    {"scepticism", "skepticism"},
    {"artefact", "artifact"},
    {"acknowledgement", "acknowledgment"},
    {"counsellor", "counselor"},
    {"jewellery", "jewelry"},
    {"instalment", "installment"},
    {"skilful", "skillful"},
});
/// What may follow both spellings; a last "e" falls before a vowel: centred and centered,
/// cataloguing and cataloging.
constexpr auto kPairEndings = std::to_array<std::string_view>({"", "s", "ed", "ing", "less", "ly"});

/// Forms of one word each. Left out are those that are words of their own far more often: born,
/// found(ed), saw, lay, left, lives, and "hid", which is mostly the maker of cards.
constexpr auto kFamilies = std::to_array<std::string_view>({
    // Nouns.
    "child children",
    "wife wives",
    "half halves",
    "knife knives",
    "thief thieves",
    "foot feet",
    "tooth teeth",
    "mouse mice",
    "person persons people",
    "criterion criteria",
    "phenomenon phenomena",
    "index indices",
    "appendix appendices",
    "matrix matrices",
    "analysis analyses",
    "crisis crises",
    "thesis theses",
    "hypothesis hypotheses",
    "diagnosis diagnoses",
    "synthesis syntheses",
    "nucleus nuclei",
    "radius radii",
    "stimulus stimuli",
    "spectrum spectra",
    "stratum strata",
    "bacterium bacteria",
    "formula formulae",
    // Verbs.
    "arise arose arisen",
    "become became",
    "begin began begun",
    "bind bound",
    "break broke broken",
    "bring brought",
    "build built",
    "buy bought",
    "catch caught",
    "choose chose chosen",
    "come came",
    "deal dealt",
    "draw drew drawn",
    "drive drove driven",
    "fall fell fallen",
    "feed fed",
    "fight fought",
    "flee fled",
    "fly flew flown",
    "forbid forbade forbidden",
    "foresee foresaw foreseen",
    "forget forgot forgotten",
    "freeze froze frozen",
    "give gave given",
    "grow grew grown",
    "hear heard",
    "hide hidden",
    "hold held",
    "keep kept",
    "know knew known",
    "lead led",
    "lend lent",
    "lose lost",
    "make made",
    "meet met",
    "overcome overcame",
    "oversee oversaw overseen",
    "overthrow overthrew overthrown",
    "pay paid",
    "rise rose risen",
    "run ran",
    "seek sought",
    "sell sold",
    "send sent",
    "shoot shot",
    "speak spoke spoken",
    "spend spent",
    "stand stood",
    "steal stole stolen",
    "strike struck",
    "swear swore sworn",
    "take took taken",
    "teach taught",
    "tell told",
    "think thought",
    "throw threw thrown",
    "undergo underwent undergone",
    "understand understood",
    "undertake undertook undertaken",
    "uphold upheld",
    "wear wore worn",
    "win won",
    "withdraw withdrew withdrawn",
    "withhold withheld",
    "write wrote written",
});

bool is_in(std::string_view family, std::string_view word) {
  for (std::size_t at = family.find(word); at != family.npos; at = family.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || family[at - 1] == ' ') && (end == family.size() || family[end] == ' '))
      return true;
  }
  return false;
}

/// "give" and "given" of "gave".
void add_family(std::string_view word, std::vector<std::string>& out) {
  for (std::string_view family : kFamilies) {
    if (!is_in(family, word)) continue;
    while (!family.empty()) {
      const std::size_t end = std::min(family.find(' '), family.size());
      if (family.substr(0, end) != word) out.emplace_back(family.substr(0, end));
      family.remove_prefix(std::min(end + 1, family.size()));
    }
    return;
  }
}

/// "women", "policemen"; but no "Oman" for "omen".
void add_men(std::string_view word, std::vector<std::string>& out) {
  if (word.size() < 3) return;
  const std::string_view start = word.substr(0, word.size() - 3), end = word.substr(start.size());
  if ((end != "man" && end != "men") ||
      (start.size() < kMinStem && !start.empty() && start != "wo"))
    return;
  out.push_back(std::string{start} + (end == "man" ? "men" : "man"));
}

constexpr auto kBelowTwenty = std::to_array<std::string_view>(
    {"zero",     "one",     "two",     "three",     "four",     "five",    "six",
     "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
     "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"});
constexpr auto kTens = std::to_array<std::string_view>(
    {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"});

/// "one" and "two" are mostly no numbers, and 1 and 2 those of articles.
constexpr unsigned kLeastNumber = 3, kMostNumber = 99;

std::string number_in_words(unsigned number) {
  if (number < kBelowTwenty.size()) return std::string{kBelowTwenty[number]};
  std::string words{kTens[number / 10]};
  if (number % 10 != 0) words.append("-").append(kBelowTwenty[number % 10]);
  return words;
}

/// 0 for what is no number from one to 99. "seventytwo" is how a hyphenated word is folded.
unsigned number_of_words(std::string_view word) {
  for (unsigned number = 1; number < kBelowTwenty.size(); ++number)
    if (word == kBelowTwenty[number]) return number;
  for (unsigned tens = 2; tens < kTens.size(); ++tens) {
    if (!word.starts_with(kTens[tens])) continue;
    const std::string_view ones = word.substr(kTens[tens].size());
    if (ones.empty()) return 10 * tens;
    for (unsigned one = 1; one < 10; ++one)
      if (ones == kBelowTwenty[one]) return 10 * tens + one;
  }
  return 0;
}

/// "seventy-two" of "72", and "72" of "seventytwo".
void add_number(std::string_view word, std::vector<std::string>& out) {
  const auto is_taken = [](unsigned number) {
    return number >= kLeastNumber && number <= kMostNumber;
  };
  if (!word.empty() && word.front() >= '1' && word.front() <= '9') {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error == std::errc{} && end == word.data() + word.size() && is_taken(number))
      out.push_back(number_in_words(number));
  } else if (const unsigned number = number_of_words(word); is_taken(number)) {
    out.push_back(std::to_string(number));
  }
}

bool is_one_of(std::string_view ending, const auto& endings) {
  return std::ranges::find(endings, ending) != endings.end();
}

/// "centred" of "centre" and "ed".
std::string with_ending(std::string_view word, std::string_view ending) {
  if (word.ends_with('e') && (ending.starts_with('e') || ending.starts_with('i')))
    word.remove_suffix(1);
  return std::string{word}.append(ending);
}

/// With `from` at its last place, behind which one of `endings` stands, exchanged for `to`.
void exchange(std::string_view word, std::string_view from, std::string_view to,
              const auto& endings, std::vector<std::string>& out) {
  const std::size_t at = word.rfind(from);
  if (at == word.npos || at < kMinStem || !is_one_of(word.substr(at + from.size()), endings))
    return;
  out.push_back(std::string{word.substr(0, at)}.append(to).append(word.substr(at + from.size())));
}

}  // namespace

std::vector<std::string> other_english_forms(std::string_view folded) {
  std::vector<std::string> out;
  exchange(folded, "is", "iz", kVerbEndings, out);
  exchange(folded, "iz", "is", kVerbEndings, out);
  exchange(folded, "ys", "yz", kVerbEndings, out);
  exchange(folded, "yz", "ys", kVerbEndings, out);
  // "our" holds no "or", and the reverse.
  exchange(folded, "our", "or", kOurEndings, out);
  exchange(folded, "or", "our", kOurEndings, out);
  add_family(folded, out);
  add_men(folded, out);
  add_number(folded, out);
  for (const Pair& pair : kPairs) {
    for (const auto& [from, to] :
         {std::pair{pair.british, pair.american}, std::pair{pair.american, pair.british}}) {
      if (!folded.starts_with(from.substr(0, from.size() - 1))) continue;
      for (const std::string_view ending : kPairEndings)
        if (folded == with_ending(from, ending)) out.push_back(with_ending(to, ending));
    }
  }
  return out;
}

}  // namespace idsearch::text
