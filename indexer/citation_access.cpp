// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_access.hpp"

#include "indexer/citation_text.hpp"

namespace idsearch::indexer {
namespace {

std::size_t english(std::string_view text, std::size_t at) {
  return match_any(
      text, at,
      {"last accessed on", "last accessed",  "accessed on", "accessed",       "date accessed",
       "last visited on",  "last visited",   "visited on",  "visited",        "retrieved on",
       "retrieved",        "last viewed on", "last viewed", "viewed on",      "viewed",
       "last checked",     "consulted on",   "consulted",   "date of access", "access date"});
}

std::size_t romance(std::string_view text, std::size_t at) {
  return match_any(text, at,
                   {"page consultée le",
                    "consulté le",
                    "consultée le",
                    "consultés le",
                    "consultées le",
                    "dernière consultation le",
                    "dernière consultation",
                    "date de consultation",
                    "dernier accès le",
                    "dernier accès",
                    "accédé le",
                    "visité le",
                    "visitée le",
                    "consultado el",
                    "consultada el",
                    "consultado en",
                    "consultado",
                    "consultada",
                    "fecha de consulta",
                    "última consulta",
                    "fecha de acceso",
                    "último acceso",
                    "último acceso el",
                    "acceso el",
                    "accedido el",
                    "visitado el",
                    "recuperado el",
                    "acessado em",
                    "acessada em",
                    "acedido em",
                    "acesso em",
                    "último acesso em",
                    "último acesso",
                    "data de acesso",
                    "consultado em",
                    "consultada em",
                    "consulta em",
                    "consultato il",
                    "ultimo accesso"});
}

std::size_t german_or_indonesian(std::string_view text, std::size_t at) {
  return match_any(text, at,
                   {"zuletzt abgerufen am", "abgerufen am", "abgerufen", "zuletzt aufgerufen am",
                    "aufgerufen am", "zuletzt besucht am", "besucht am", "zuletzt eingesehen am",
                    "eingesehen am", "letzter zugriff am", "letzter zugriff", "zugriff am",
                    "zugriff", "letzter abruf", "abruf am", "diakses pada tanggal", "diakses pada",
                    "diakses tanggal", "diakses"});
}

std::size_t of_other_scripts(std::string_view text, std::size_t at) {
  return match_any(text, at,
                   {"дата обращения",
                    "Дата обращения",
                    "дата доступа",
                    "Дата доступа",
                    "дата последнего обращения",
                    "Дата последнего обращения",
                    "дата звернення",
                    "Дата звернення",
                    "تاريخ الاطلاع",
                    "تاريخ الإطلاع",
                    "تم الاطلاع عليه في",
                    "تم الاطلاع عليه بتاريخ",
                    "تم الاطلاع في",
                    "تم الاطلاع بتاريخ",
                    "اطلع عليه في",
                    "اطلع عليه بتاريخ",
                    "تاريخ الزيارة",
                    "تمت الزيارة في",
                    "تمت الزيارة بتاريخ",
                    "تاريخ الوصول",
                    "تاريخ الدخول",
                    "تاريخ التصفح"});
}

}  // namespace

std::size_t access_words(std::string_view text, std::size_t at) {
  for (const auto words : {english, romance, german_or_indonesian, of_other_scripts}) {
    if (const std::size_t length = words(text, at)) return length;
  }
  return 0;
}

}  // namespace idsearch::indexer
