// SPDX-License-Identifier: GPL-2.0-or-later
// Which words around a country's name only say what kind of state it is? "Republik Indonesia",
// "Türkiye Cumhuriyeti", "ประเทศไทย", "新加坡共和国". Internal to text/.
#ifndef IDSEARCH_TEXT_STATE_WORDS_HPP
#define IDSEARCH_TEXT_STATE_WORDS_HPP

#include <string>
#include <string_view>
#include <vector>

namespace idsearch::text {

struct NameOfState {
  std::string name;        ///< what is left of the key
  bool says_kind = false;  ///< "republic", "kingdom": with it the name may mean another state
};

/// What a name may be without such a word, the longest word first; empty when it has none. Words
/// that change the name by case ("Latvijas Republika") are not among them: those names stand in
/// corpus/country-native-names.tsv. `key` is a country_key().
std::vector<NameOfState> without_state_words(std::string_view key);

/// Whether a republic or kingdom of that name is another state than the one that the name usually
/// means, or one of two: China and Taiwan, the Koreas, the Congos, Vietnam, Yemen.
bool kind_decides(std::string_view code);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_STATE_WORDS_HPP
