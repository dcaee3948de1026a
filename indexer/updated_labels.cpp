// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/updated_labels.hpp"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>

#include "indexer/characters.hpp"
#include "indexer/updated_remarks.hpp"
#include "text/dates.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// No such words are longer, and no line of them with a date. Bytes; three of them a letter.
constexpr std::size_t kLongestUpdateLabel = 100;
constexpr std::size_t kLongestUpdateLine = 250;

constexpr std::string_view kLabels[] = {
    // French
    "dernière mise à jour",
    "date de dernière mise à jour",
    "date de la dernière mise à jour",
    "date de mise à jour",
    "mise à jour",
    "mis à jour",
    "page mise à jour",
    "page mise à jour le",
    "dernière modification",
    "dernière actualisation",
    "dernière révision",
    "modifié le",
    "cette page a été mise à jour",
    "cette page a été mise à jour pour la dernière fois",
    // Spanish
    "última actualización",
    "fecha de actualización",
    "fecha de última actualización",
    "fecha de la última actualización",
    "actualizado",
    "actualizada",
    "última modificación",
    "página actualizada",
    "última revisión",
    // Catalan
    "darrera actualització",
    "última actualització",
    // Portuguese
    "última atualização",
    "última actualização",
    "data de atualização",
    "data da última atualização",
    "atualizado",
    "atualizada",
    "última modificação",
    // Italian, Romanian
    "ultimo aggiornamento",
    "data ultimo aggiornamento",
    "aggiornato",
    "ultima modifica",
    "ultima actualizare",
    "actualizat la",
    // German, Dutch
    "zuletzt aktualisiert",
    "letzte aktualisierung",
    "zuletzt geändert",
    "zuletzt bearbeitet",
    "letzte änderung",
    "letzte bearbeitung",
    "aktualisiert",
    "aktualisiert am",
    "stand",
    "laatst bijgewerkt",
    "laatste update",
    "bijgewerkt op",
    "laatst gewijzigd",
    // Danish, Norwegian, Swedish, Finnish, Estonian
    "sidst opdateret",
    "sist oppdatert",
    "sist endret",
    "senast uppdaterad",
    "senast ändrad",
    "viimeksi päivitetty",
    "päivitetty",
    "viimati uuendatud",
    "viimati muudetud",
    // Polish, Czech, Slovak, Croatian, Hungarian, Latvian, Lithuanian, Albanian
    "ostatnia aktualizacja",
    "data aktualizacji",
    "zaktualizowano",
    "naposledy aktualizováno",
    "poslední aktualizace",
    "posledná aktualizácia",
    "posljednje ažuriranje",
    "zadnje ažuriranje",
    "utolsó frissítés",
    "utoljára frissítve",
    "pēdējoreiz atjaunināts",
    "pēdējās izmaiņas",
    "paskutinį kartą atnaujinta",
    "atnaujinta",
    "përditësuar më",
    // Turkish, Azerbaijani, Uzbek
    "son güncelleme",
    "son güncelleme tarihi",
    "güncelleme tarihi",
    "son güncellenme",
    "son yenilənmə",
    "oxirgi yangilanish",
    // Indonesian, Malay, Vietnamese, Filipino, Swahili
    "terakhir diperbarui",
    "terakhir diperbaharui",
    "pembaruan terakhir",
    "diperbarui",
    "kemas kini terakhir",
    "terakhir dikemas kini",
    "tarikh kemas kini",
    "cập nhật lần cuối",
    "cập nhật",
    "ngày cập nhật",
    "huling na-update",
    "imesasishwa mwisho",
    // Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Kazakh
    "последнее обновление",
    "дата последнего обновления",
    "дата обновления",
    "обновлено",
    "последнее изменение",
    "страница обновлена",
    "последняя редакция",
    "останнє оновлення",
    "дата оновлення",
    "оновлено",
    "апошняе абнаўленне",
    "последна актуализация",
    "последно обновяване",
    "последње ажурирање",
    "соңғы жаңарту",
    "соңғы жаңартылған күні",
    // Greek, Armenian, Georgian
    "τελευταία ενημέρωση",
    "τελευταία τροποποίηση",
    "վերջին թարմացումը",
    "ბოლო განახლება",
    // Arabic, Persian, Urdu, Hebrew
    "آخر تحديث",
    "تاريخ آخر تحديث",
    "تاريخ التحديث",
    "آخر تعديل",
    "تم التحديث",
    "آخرین به‌روزرسانی",
    "آخرین بروزرسانی",
    "آخرین به روز رسانی",
    "تاریخ به‌روزرسانی",
    "آخری تازہ کاری",
    "عודכן לאחרונה",
    "עודכן לאחרונה",
    "עדכון אחרון",
    "תאריך עדכון",
    // Hindi, Nepali, Bengali, Sinhala, Thai, Khmer, Lao, Burmese
    "अंतिम अद्यतन",
    "अंतिम बार अद्यतन",
    "अंतिम अपडेट",
    "पछिल्लो अद्यावधिक",
    "सर्वशेष हालनागाद",
    "সর্বশেষ হালনাগাদ",
    "সর্বশেষ আপডেট",
    "අවසන් වරට යාවත්කාලීන කළේ",
    "อัปเดตล่าสุด",
    "ปรับปรุงล่าสุด",
    "อัพเดตล่าสุด",
    "แก้ไขล่าสุด",
    "ធ្វើបច្ចុប្បន្នភាពចុងក្រោយ",
    "ອັບເດດຫຼ້າສຸດ",
    "နောက်ဆုံးအပ်ဒိတ်",
    "နောက်ဆုံး မွမ်းမံသည့်ရက်",
    // Chinese, Japanese, Korean
    "最后更新",
    "最终更新",
    "最后修改",
    "最后更新时间",
    "最近更新",
    "更新日期",
    "更新时间",
    "最後更新",
    "最後更新日期",
    "更新時間",
    "最終更新日",
    "最終更新",
    "更新日",
    "最終改訂日",
    "마지막 업데이트",
    "최종 업데이트",
    "최종 수정일",
    "최종수정일",
    "최근 업데이트",
};

// What may stand between such words and a date without a colon.
constexpr std::string_view kJoints[] = {
    "le", "du", "en", "el", "em",  "il", "am", "vom", "op", "den",  "la",  "dnia", "dne",
    "v",  "на", "от", "в",  "від", "في", "به", "در",  "ב",  "pada", "vào", "ngày", "die"};

std::set<std::string> keys_of(const auto& words) {
  std::set<std::string> keys;
  for (const std::string_view word : words) keys.insert(text::comparison_key(word));
  return keys;
}

bool is_label_key(const std::string& key) {
  static const std::set<std::string> labels = keys_of(kLabels);
  static const std::set<std::string> joints = keys_of(kJoints);
  if (labels.contains(key)) return true;
  const std::size_t blank = key.rfind(' ');
  if (blank == std::string::npos || !joints.contains(key.substr(blank + 1))) return false;
  return labels.contains(key.substr(0, blank));
}

struct Colon {
  std::size_t at = std::string_view::npos, length = 1;
};

Colon first_colon(std::string_view line) {
  constexpr std::string_view kWide = "：";
  const std::size_t narrow = line.find(':'), wide = line.find(kWide);
  return wide < narrow ? Colon{wide, kWide.size()} : Colon{narrow, 1};
}

bool is_day_or_month(std::string_view text, std::string_view language) {
  constexpr std::size_t kYearAndMonth = 7;  // bytes of "2026-03"
  const auto date = updated_date(text, language);
  return date ? date->size() >= kYearAndMonth : !text::possible_days(text).empty();
}

// What is a day or a month, without what stands behind it: signs as in English, and up to a few
// words that end no sentence ("von Jo", "à 10h15").
std::optional<std::string_view> date_in(std::string_view text, std::string_view language) {
  constexpr std::size_t kLongestRemark = 40;  // bytes
  const std::string_view rest = without_remarks(text::trim(text), language);
  if (is_day_or_month(rest, language)) return rest;
  if (rest.ends_with('.')) return std::nullopt;
  const std::size_t from = rest.size() > kLongestRemark ? rest.size() - kLongestRemark : 0;
  for (std::size_t at = rest.find(' ', from); at != std::string_view::npos;
       at = rest.find(' ', at + 1)) {
    constexpr std::size_t kWholeDay = 10;
    const auto date = updated_date(rest.substr(0, at), language);
    if (date && date->size() == kWholeDay) return rest.substr(0, at);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string_view> foreign_updated_text(std::string_view line,
                                                     std::string_view language) {
  if (line.size() > kLongestUpdateLine) return std::nullopt;
  const Colon colon = first_colon(line);
  if (colon.at < kLongestUpdateLabel &&
      is_label_key(text::comparison_key(text::trim(line.substr(0, colon.at))))) {
    return date_in(line.substr(colon.at + colon.length), language);
  }
  std::optional<std::string_view> found;
  bool below_gap = false;
  for (std::size_t at = 0; at < std::min(line.size(), kLongestUpdateLabel);) {
    const Character here = character_at(line, at);
    if (here.length == 0) break;
    if (is_gap(here.code)) {
      below_gap = true;
    } else {
      const bool digit = text::digit_value(here.code) >= 0;
      if (at > 0 && (below_gap || digit) &&
          is_label_key(text::comparison_key(text::trim(line.substr(0, at))))) {
        // "Mis à jour le 3 mars": the later place is behind the "le".
        if (const auto date = date_in(line.substr(at), language)) found = date;
      }
      // Such words have no digits.
      if (digit) break;
      below_gap = false;
    }
    at += here.length;
  }
  return found;
}

bool is_foreign_update_label(std::string_view line) {
  line = text::trim(line);
  const Colon colon = first_colon(line);
  if (colon.at != std::string_view::npos && colon.at + colon.length == line.size())
    line = text::trim(line.substr(0, colon.at));
  return line.size() <= kLongestUpdateLabel && is_label_key(text::comparison_key(line));
}

}  // namespace idsearch::indexer
