// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/error_titles.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "indexer/among.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Keys as of text::comparison_key, without full stops and the like at their ends.

// Nothing else is called so: names of HTTP's statuses, of content management systems, of Cloudflare
// and other guards.
constexpr auto kSure = std::to_array<std::string_view>(
    {"page not found",
     "page cannot be found",
     "page could not be found",
     "page can't be found",
     "oops! that page can't be found",
     "that page can't be found",
     "this page could not be found",
     "this page can't be found",
     "this page cannot be found",
     "the page cannot be found",
     "the page could not be found",
     "the page was not found",
     "this page isn't available",
     "this page is not available",
     "page not available",
     "page unavailable",
     "page does not exist",
     "this page does not exist",
     "this page doesn't exist",
     "file not found",
     "document not found",
     "object not found",
     "resource not found",
     "the resource cannot be found",
     "404 page",
     "404 error",
     "error 404",
     "server error",
     "service unavailable",
     "the service is unavailable",
     "service temporarily unavailable",
     "temporarily unavailable",
     "website temporarily unavailable",
     "site temporarily unavailable",
     "bad gateway",
     "gateway timeout",
     "gateway time-out",
     "internal server error",
     "too many requests",
     "bad request",
     "request timeout",
     "request time-out",
     "connection timed out",
     "web server is down",
     "origin is unreachable",
     "method not allowed",
     "request rejected",
     "the requested url was rejected",
     "just a moment",
     "attention required!",
     "attention required",
     "checking your browser",
     "checking your browser before accessing",
     "ddos protection by cloudflare",
     "ddos-guard",
     "verify you are human",
     "are you a robot",
     "are you human",
     "robot check",
     "security verification",
     "please enable cookies",
     "please enable javascript",
     "access to this page has been denied",
     "you have been blocked",
     "sorry, you have been blocked",
     "this site can't be reached",
     "site not found",
     "website is offline",
     "account suspended",
     "this account has been suspended",
     "site under maintenance",
     "under maintenance",
     "site maintenance",
     "maintenance mode",
     "an error occurred",
     "an error has occurred",
     "something went wrong",
     "runtime error",
     "error establishing a database connection",
     "database error",
     "error response",
     "briefly unavailable for scheduled maintenance. check back in a minute"});

// "Page not found" elsewhere, as it is written.
constexpr auto kSureElsewhere = std::to_array<std::string_view>({"pagina no encontrada",
                                                                 "pagina nao encontrada",
                                                                 "pagina non trovata",
                                                                 "page non trouvee",
                                                                 "page introuvable",
                                                                 "seite nicht gefunden",
                                                                 "pagina niet gevonden",
                                                                 "strona nie znaleziona",
                                                                 "nie znaleziono strony",
                                                                 "страница не найдена",
                                                                 "сторінку не знайдено",
                                                                 "sayfa bulunamadi",
                                                                 "halaman tidak ditemukan",
                                                                 "halaman tidak dijumpai",
                                                                 "khong tim thay trang",
                                                                 "الصفحة غير موجودة",
                                                                 "页面不存在",
                                                                 "找不到页面",
                                                                 "ページが見つかりません",
                                                                 "페이지를 찾을 수 없습니다",
                                                                 "ไม่พบหน้านี้"});

// A heading or a cell of a profile may be called so, too.
constexpr auto kLikely = std::to_array<std::string_view>({"not found",
                                                          "forbidden",
                                                          "access denied",
                                                          "access forbidden",
                                                          "permission denied",
                                                          "unauthorized",
                                                          "unauthorised",
                                                          "authorization required",
                                                          "error",
                                                          "oops",
                                                          "unavailable",
                                                          "log in",
                                                          "login",
                                                          "sign in",
                                                          "signin",
                                                          "log on",
                                                          "log in to continue",
                                                          "sign in to continue",
                                                          "login required",
                                                          "member login",
                                                          "user login",
                                                          "please log in",
                                                          "please sign in",
                                                          "please wait",
                                                          "one moment, please",
                                                          "loading",
                                                          "redirecting",
                                                          "security check",
                                                          "captcha",
                                                          "maintenance",
                                                          "access is denied",
                                                          "session expired",
                                                          "gone",
                                                          "timeout",
                                                          "anmelden",
                                                          "connexion",
                                                          "iniciar sesion",
                                                          "вход"});

constexpr auto kStatuses = std::to_array<std::string_view>(
    {"400", "401", "402", "403", "404", "405", "406", "408", "409", "410", "413",
     "414", "418", "421", "429", "431", "451", "500", "501", "502", "503", "504",
     "508", "509", "511", "520", "521", "522", "523", "524", "525", "526", "530"});

// Words before or behind the number of a status.
constexpr auto kStatusWords = std::to_array<std::string_view>(
    {"error", "http", "https", "status", "code", "http/1.0", "http/1.1", "http/2", "page", "erreur",
     "fehler", "ошибка", "erro", "hata", "errore"});

bool is_edge(char c) {
  return c == ' ' || c == '.' || c == '!' || c == ':' || c == ',' || c == ';' || c == '-' ||
         c == '"' || c == '\'' || c == '(' || c == ')' || c == '[' || c == ']' || c == '?' ||
         c == '#' || c == '=';
}

std::string_view without_edges(std::string_view key) {
  while (!key.empty() && is_edge(key.front())) key.remove_prefix(1);
  while (!key.empty() && is_edge(key.back())) key.remove_suffix(1);
  return key;
}

// Their keys: what folding takes off letters of other scripts is best left to it.
const std::vector<std::string>& keys_elsewhere() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> made;
    for (const std::string_view name : kSureElsewhere) made.push_back(text::comparison_key(name));
    return made;
  }();
  return keys;
}

ErrorTitle phrase(std::string_view key) {
  if (is_among(kSure, key) || is_among(keys_elsewhere(), key)) return ErrorTitle::Sure;
  return is_among(kLikely, key) ? ErrorTitle::Likely : ErrorTitle::None;
}

// "404", "error 503", "http 403 forbidden", "not found (404)".
ErrorTitle part(std::string_view key) {
  key = without_edges(key);
  if (const ErrorTitle found = phrase(key); found != ErrorTitle::None) return found;
  constexpr std::size_t kLongest = 80;  // no such title is longer; bytes
  if (key.size() > kLongest) return ErrorTitle::None;
  std::string rest;
  bool status = false, word = false;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t end = std::min(key.find(' ', at), key.size());
    const std::string_view one = without_edges(key.substr(at, end - at));
    if (is_among(kStatuses, one) && !status) {
      status = true;
    } else if (is_among(kStatusWords, one)) {
      word = true;
    } else if (!one.empty()) {
      rest += (rest.empty() ? "" : " ") + std::string(one);
    }
    at = end + 1;
  }
  if (!status) return ErrorTitle::None;
  if (rest.empty()) return word ? ErrorTitle::Sure : ErrorTitle::Likely;
  return phrase(rest) == ErrorTitle::None ? ErrorTitle::None : ErrorTitle::Sure;
}

}  // namespace

ErrorTitle error_title(std::string_view title) {
  constexpr std::size_t kLongestTitle = 300;
  if (title.size() > kLongestTitle) return ErrorTitle::None;
  std::string key = text::comparison_key(title);
  for (const std::string_view sign : {" – ", " — ", " · ", " • ", " » ", " « ", " › ", " :: "}) {
    for (std::size_t at = key.find(sign); at != std::string::npos; at = key.find(sign))
      key.replace(at, sign.size(), " | ");
  }
  ErrorTitle best = part(key);
  std::size_t likely = 0;
  const auto look_at = [&](std::string_view one) {
    const ErrorTitle found = part(one);
    best = std::max(best, found);
    if (found == ErrorTitle::Likely) ++likely;
  };
  for (const std::string_view parting : {"|", " - ", ":"}) {
    if (key.find(parting) == std::string::npos) continue;
    likely = 0;
    for (std::size_t at = 0; at <= key.size();) {
      const std::size_t end = std::min(key.find(parting, at), key.size());
      look_at(std::string_view(key).substr(at, end - at));
      at = end + parting.size();
    }
    // "403 - Forbidden"
    if (likely > 1) best = ErrorTitle::Sure;
  }
  return best;
}

bool is_error_sentence(std::string_view sentence) {
  constexpr auto kSigns = std::to_array<std::string_view>({"page you requested",
                                                           "page you are looking for",
                                                           "page you were looking for",
                                                           "page you're looking for",
                                                           "page you are trying to",
                                                           "requested url",
                                                           "requested page",
                                                           "could not be found",
                                                           "was not found on this server",
                                                           "does not exist",
                                                           "doesn't exist",
                                                           "no longer exists",
                                                           "has been moved",
                                                           "may have been moved",
                                                           "been removed",
                                                           "permission to access",
                                                           "not authorized to",
                                                           "not have permission",
                                                           "try again later",
                                                           "enable javascript",
                                                           "enable cookies",
                                                           "needs to review the security",
                                                           "verify you are human",
                                                           "site connection is secure",
                                                           "checking your browser",
                                                           "ray id",
                                                           "server is temporarily",
                                                           "maintenance downtime",
                                                           "unable to service your request",
                                                           "internal error",
                                                           "contact the server administrator",
                                                           "webmaster",
                                                           "error was encountered",
                                                           "log in to",
                                                           "sign in to",
                                                           "forgot your password",
                                                           "remember me",
                                                           "your password",
                                                           "return to the homepage",
                                                           "back to the homepage",
                                                           "go to the homepage",
                                                           "use the search",
                                                           "try searching",
                                                           "nothing was found at this location"});
  const std::string key = text::comparison_key(sentence);
  return std::ranges::any_of(
      kSigns, [&key](std::string_view sign) { return key.find(sign) != std::string::npos; });
}

}  // namespace idsearch::indexer
