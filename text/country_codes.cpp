// SPDX-License-Identifier: GPL-2.0-or-later
// Which country codes are there, and which names does ICU have for them?
#include "text/country_codes.hpp"

#include <unicode/localpointer.h>
#include <unicode/udata.h>
#include <unicode/uenum.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <array>
#include <bitset>
#include <cstddef>

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// ICU keeps the names of regions in a tree of its own. Its tables are read directly: asking
// locale by locale through getDisplayCountry resolves inheritance 200,000 times.
constexpr const char* kRegionTree = U_ICUDATA_NAME U_TREE_SEPARATOR_STRING "region";

constexpr std::array<const char*, 3> kTables{"Countries", "Countries%short", "Countries%variant"};

// ICU's list has the countries of ISO 3166-1 and Kosovo (XK); regions and test codes are not in it.
bool is_country(std::string_view alpha2) {
  constexpr std::size_t kLetters = 26;
  // Asked for each of ICU's 100,000 names: a search through the list was half of reading them.
  static const std::bitset<kLetters* kLetters> countries = [] {
    std::bitset<kLetters * kLetters> made;
    for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code)
      made.set(static_cast<std::size_t>((*code)[0] - 'A') * kLetters +
               static_cast<std::size_t>((*code)[1] - 'A'));
    return made;
  }();
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return alpha2.size() == 2 && is_capital(alpha2[0]) && is_capital(alpha2[1]) &&
         countries[static_cast<std::size_t>(alpha2[0] - 'A') * kLetters +
                   static_cast<std::size_t>(alpha2[1] - 'A')];
}

using Take = std::function<void(std::string_view, std::string_view)>;

void take_table(const UResourceBundle* bundle, const char* table, const Take& take) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer countries(ures_getByKey(bundle, table, nullptr, &status));
  // A warning means that the table is a parent's, which has its own turn.
  if (status != U_ZERO_ERROR) return;
  while (ures_hasNext(countries.getAlias()) != 0) {
    std::int32_t length = 0;
    const char* key = nullptr;
    const UChar* name = ures_getNextString(countries.getAlias(), &length, &key, &status);
    if (U_FAILURE(status)) return;
    if (key == nullptr || !is_country(key)) continue;
    std::string utf8;
    icu::UnicodeString(false, name, length).toUTF8String(utf8);
    if (utf8 != key) take(key, utf8);
  }
}

void take_locale(const char* locale, std::size_t tables, const Take& take) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUResourceBundlePointer bundle(ures_open(kRegionTree, locale, &status));
  if (status != U_ZERO_ERROR) return;
  for (std::size_t i = 0; i < tables; ++i) take_table(bundle.getAlias(), kTables[i], take);
}

}  // namespace

std::string code_of_code(std::string_view text) {
  if (text.size() != 2 && text.size() != 3) return {};
  std::string code;
  for (const char c : text) {
    if (!is_ascii_letter(c)) return {};
    code.push_back(c >= 'a' ? static_cast<char>(c - ('a' - 'A')) : c);
  }
  if (code.size() == 2) return is_country(code) ? code : std::string();
  for (const char* const* alpha2 = uloc_getISOCountries(); *alpha2 != nullptr; ++alpha2) {
    if (code == uloc_getISO3Country((std::string("und_") + *alpha2).c_str())) return *alpha2;
  }
  return {};
}

void for_each_english_country(const Take& take) { take_locale("en", 1, take); }

void for_each_country_name(const Take& take) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::LocalUEnumerationPointer locales(ures_openAvailableLocales(kRegionTree, &status));
  if (U_FAILURE(status)) return;
  while (const char* locale = uenum_next(locales.getAlias(), nullptr, &status)) {
    if (U_FAILURE(status)) return;
    take_locale(locale, kTables.size(), take);
  }
}

}  // namespace idsearch::text
