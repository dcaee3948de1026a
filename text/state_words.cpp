// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/state_words.hpp"

#include <algorithm>
#include <array>

#include "text/country_key.hpp"

namespace idsearch::text {
namespace {

enum class Place { Before, GluedBefore, Behind, GluedBehind };

struct StateWord {
  std::string_view word;
  Place place;
  bool says_kind;
};

// The longer ones of the same beginning first.
constexpr auto kStateWords = std::to_array<StateWord>({
    {"república federal de", Place::Before, true},
    {"república de la", Place::Before, true},
    {"república de", Place::Before, true},
    {"república del", Place::Before, true},
    {"república da", Place::Before, true},
    {"república do", Place::Before, true},
    {"república dos", Place::Before, true},
    {"república das", Place::Before, true},
    {"republica", Place::Before, true},
    {"république de la", Place::Before, true},
    {"république de", Place::Before, true},
    {"république du", Place::Before, true},
    {"république des", Place::Before, true},
    {"repubblica di", Place::Before, true},
    {"republik", Place::Before, true},
    {"republika", Place::Before, true},
    {"republika ng", Place::Before, true},
    {"republiek", Place::Before, true},
    {"republiken", Place::Before, true},
    {"republikken", Place::Before, true},
    {"republic of", Place::Before, true},
    {"repubblika ta'", Place::Before, true},
    {"jamhuri ya", Place::Before, true},
    {"республика", Place::Before, true},
    {"република", Place::Before, true},
    {"рэспубліка", Place::Before, true},
    {"республіка", Place::Before, true},
    {"جمهورية", Place::Before, true},
    {"جمهوری", Place::Before, true},
    {"cộng hòa", Place::Before, true},
    {"cộng hoà", Place::Before, true},
    {"reino de", Place::Before, true},
    {"reino del", Place::Before, true},
    {"reino do", Place::Before, true},
    {"royaume de", Place::Before, true},
    {"royaume du", Place::Before, true},
    {"koninkrijk", Place::Before, true},
    {"königreich", Place::Before, true},
    {"regno del", Place::Before, true},
    {"kingdom of", Place::Before, true},
    {"kongeriket", Place::Before, true},
    {"kongeriget", Place::Before, true},
    {"konungariket", Place::Before, true},
    {"kungariket", Place::Before, true},
    {"vương quốc", Place::Before, true},
    {"королівство", Place::Before, true},
    {"королевство", Place::Before, true},
    {"مملكة", Place::Before, true},
    {"سلطنة", Place::Before, true},
    {"principauté de", Place::Before, true},
    {"principado de", Place::Before, true},
    {"fürstentum", Place::Before, true},
    {"großherzogtum", Place::Before, true},
    {"grand-duché de", Place::Before, true},
    {"دولة", Place::Before, false},
    {"کشور", Place::Before, false},
    {"negara", Place::Before, false},
    {"nước", Place::Before, false},
    {"ประเทศ", Place::GluedBefore, false},
    {"ราชอาณาจักร", Place::GluedBefore, true},
    {"ປະເທດ", Place::GluedBefore, false},
    {"ប្រទេស", Place::GluedBefore, false},
    {"cumhuriyeti", Place::Behind, true},
    {"respublikası", Place::Behind, true},
    {"respublikasi", Place::Behind, true},
    {"respublikasy", Place::Behind, true},
    {"республикасы", Place::Behind, true},
    {"республикаси", Place::Behind, true},
    {"गणराज्य", Place::Behind, true},
    {"குடியரசு", Place::Behind, true},
    {"共和国", Place::GluedBehind, true},
    {"共和國", Place::GluedBehind, true},
    {"王国", Place::GluedBehind, true},
    {"王國", Place::GluedBehind, true},
    {"공화국", Place::GluedBehind, true},
    {"왕국", Place::GluedBehind, true},
    {"နိုင်ငံ", Place::GluedBehind, false},
});

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Empty when the word does not stand there, or nothing else does.
std::string_view rest_of(std::string_view key, std::string_view word, Place place) {
  const bool before = place == Place::Before || place == Place::GluedBefore;
  const bool glued = place == Place::GluedBefore || place == Place::GluedBehind;
  if (key.size() <= word.size()) return {};
  if (before ? !key.starts_with(word) : !key.ends_with(word)) return {};
  const std::string_view rest =
      before ? key.substr(word.size()) : key.substr(0, key.size() - word.size());
  if (!glued && !(before ? rest.starts_with(' ') : rest.ends_with(' '))) return {};
  return without_blanks(rest);
}

}  // namespace

std::vector<NameOfState> without_state_words(std::string_view key) {
  // Every line of a head may be a name: the keys of the words are made once.
  static const auto kKeys = [] {
    std::array<std::string, kStateWords.size()> keys;
    std::ranges::transform(kStateWords, keys.begin(),
                           [](const StateWord& word) { return country_key(word.word); });
    return keys;
  }();
  std::vector<NameOfState> out;
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    const std::string_view rest = rest_of(key, kKeys[i], kStateWords[i].place);
    if (!rest.empty()) out.push_back({std::string(rest), kStateWords[i].says_kind});
  }
  std::ranges::stable_sort(out, {}, [](const NameOfState& one) { return one.name.size(); });
  return out;
}

bool kind_decides(std::string_view code) {
  constexpr auto kCodes =
      std::to_array<std::string_view>({"CN", "TW", "KP", "KR", "CD", "CG", "VN", "YE"});
  return std::ranges::find(kCodes, code) != kCodes.end();
}

}  // namespace idsearch::text
