// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/english_spellings.hpp"

#include <algorithm>
#include <array>
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

/// What no rule without many exceptions gives: ends of words, and what may follow in both
/// spellings.
constexpr auto kPairs = std::to_array<Pair>({
    {"programme", "program"},
    {"centre", "center"},
    {"metre", "meter"},
    {"litre", "liter"},
    {"fibre", "fiber"},
    {"theatre", "theater"},
    {"calibre", "caliber"},
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
    {"artefact", "artifact"},
    {"acknowledgement", "acknowledgment"},
    {"counsellor", "counselor"},
    {"jewellery", "jewelry"},
    {"instalment", "installment"},
    {"skilful", "skillful"},
});
constexpr auto kPairEndings = std::to_array<std::string_view>({"", "s", "d", "ed"});

bool is_one_of(std::string_view ending, const auto& endings) {
  return std::ranges::find(endings, ending) != endings.end();
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

std::vector<std::string> other_english_spellings(std::string_view folded) {
  std::vector<std::string> out;
  exchange(folded, "is", "iz", kVerbEndings, out);
  exchange(folded, "iz", "is", kVerbEndings, out);
  exchange(folded, "ys", "yz", kVerbEndings, out);
  exchange(folded, "yz", "ys", kVerbEndings, out);
  // "our" holds no "or", and the reverse.
  exchange(folded, "our", "or", kOurEndings, out);
  exchange(folded, "or", "our", kOurEndings, out);
  for (const Pair& pair : kPairs) {
    for (const auto& [from, to] :
         {std::pair{pair.british, pair.american}, std::pair{pair.american, pair.british}}) {
      for (const std::string_view ending : kPairEndings)
        if (folded.size() == from.size() + ending.size() && folded.starts_with(from) &&
            folded.ends_with(ending))
          out.push_back(std::string{to}.append(ending));
    }
  }
  return out;
}

}  // namespace idsearch::text
