// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_connectives.hpp"

#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// "in", "by", "at" behind "quoted", perhaps "with approval in"; 0 when there is none.
std::size_t leads_in(std::string_view text, std::size_t at) {
  std::size_t next = skip_blanks(text, at);
  const std::size_t manner = match_any(text, next,
                                       {"with approval", "and discussed", "and quoted",
                                        "and translated", "extensively", "critically"});
  next = skip_blanks(text, next + manner);
  const std::size_t length = match_any(text, next, {"in", "by", "at"});
  return length == 0 ? 0 : next + length - at;
}

// The last character before `at` that is no blank; 0 when there is none.
char32_t last_before(std::string_view text, std::size_t at) {
  CodePoint before = code_point_before(text, at);
  while (before.length != 0 && is_blank(before.value)) {
    at -= before.length;
    before = code_point_before(text, at);
  }
  return before.length == 0 ? U'\0' : before.value;
}

}  // namespace

std::size_t connective(std::string_view text, std::size_t at) {
  std::size_t verb = at;
  if (const std::size_t as = match_word(text, at, "as")) verb = skip_blanks(text, at + as);
  if (const std::size_t length = match_any(
          text, verb, {"cited",      "quoted",     "discussed",  "reported",  "referred to",
                       "mentioned",  "noted",      "relied on",  "reprinted", "reproduced",
                       "translated", "summarised", "summarized", "described", "explained",
                       "approved",   "affirmed",   "followed",   "applied",   "distinguished",
                       "overruled",  "reviewed",   "analysed",   "analyzed",  "republished"})) {
    const std::size_t behind = leads_in(text, verb + length);
    return behind == 0 ? 0 : verb + length + behind - at;
  }
  if (verb != at) return 0;
  return match_any(text, at,
                   {"citing with approval",
                    "quoting with approval",
                    "citing to",
                    "citing",
                    "quoting from",
                    "quoting",
                    "referring to",
                    "relying on",
                    "discussing",
                    "reviewing",
                    "applying",
                    "following",
                    "affirming",
                    "distinguishing",
                    "overruling",
                    "approving",
                    "commenting on",
                    "criticising",
                    "criticizing",
                    "summarising",
                    "summarizing",
                    "paraphrasing",
                    "building on",
                    "drawing on",
                    "responding to",
                    "replying to",
                    "translating",
                    "reprinting",
                    "reproducing",
                    "citando a",
                    "citando",
                    "citado en",
                    "citada en",
                    "citado em",
                    "citant",
                    "cité dans",
                    "citée dans",
                    "zitiert in",
                    "zitiert nach",
                    "zit. nach",
                    "unter Verweis auf"});
}

std::size_t inner_signal(std::string_view text, std::size_t at) {
  if (const std::size_t length =
          match_any(text, at,
                    {"but see", "but see also", "see also", "see further", "see generally",
                     "but cf", "and see", "and see also"})) {
    return length;
  }
  const std::size_t length = match_any(text, at, {"see", "cf"});
  if (length == 0) return 0;
  const char32_t c = last_before(text, at);
  return c == ',' || c == ':' || c == '(' || c == 0x2013 || c == 0x2014 ? length : 0;
}

bool begins_words(std::string_view text, std::size_t at) {
  const char32_t c = last_before(text, at);
  return c == 0 || c == '(' || c == '.' || c == ';' || c == 0x61B || c == 0xFF1B;
}

bool begins_connective(std::string_view text) {
  return connective(text, skip_blanks(text, 0)) != 0;
}

std::size_t words_that_lead_on(std::string_view before) {
  constexpr std::size_t kLongest = 40;  // bytes; "referred to and discussed in"
  const std::string_view trimmed = trim(before);
  before =
      before.substr(0, static_cast<std::size_t>(trimmed.data() - before.data()) + trimmed.size());
  for (std::size_t at = before.size() > kLongest ? before.size() - kLongest : 0; at < before.size();
       ++at) {
    if (at > 0 && is_word_character(code_point_before(before, at).value)) continue;
    std::size_t length = connective(before, at);
    if (length == 0) {
      length = match_any(before, at, {"cited", "quoted", "discussed", "reported", "reproduced"});
    }
    if (length != 0 && at + length == before.size()) return at;
  }
  return kEnd;
}

}  // namespace idsearch::indexer
