// SPDX-License-Identifier: GPL-2.0-or-later
// Under which forms is one word found?
#include "text/word_forms.hpp"

#include <algorithm>
#include <array>

#include "text/analyzer.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// Articles, pronouns and prepositions that lose their vowel before another: French, Italian and
// Catalan. Sorted.
constexpr auto kElided = std::to_array<std::string_view>(
    {"agl",   "all",   "c",      "coll",   "d",    "dagl", "dall", "degl", "dell",   "gl",
     "j",     "jusqu", "l",      "lorsqu", "m",    "n",    "negl", "nell", "puisqu", "qu",
     "quell", "quest", "quoiqu", "s",      "sugl", "sull", "t",    "un",   "v"});
static_assert(std::ranges::is_sorted(kElided));

// The longest of the list; longer beginnings need not be looked at.
constexpr std::size_t kLongestElided = 6;

// ASCII and the two usual curly quotes can be folded without ICU.
bool is_plain(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (static_cast<unsigned char>(word[i]) < 0x80) continue;
    const std::string_view quote = word.substr(i, 3);
    if (quote != "\xE2\x80\x98" && quote != "\xE2\x80\x99") return false;
    i += 2;
  }
  return true;
}

std::string casefold_plain(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (static_cast<unsigned char>(word[i]) < 0x80) {
      out.push_back(ascii_lower(word[i]));
    } else {
      out.push_back('\'');
      i += 2;
    }
  }
  return out;
}

bool begins_with_vowel(std::string_view word, bool by_icu) {
  const std::string_view first = word.substr(0, decode(word, 0).length);
  const std::string folded = is_ascii(first) && !by_icu ? std::string(1, ascii_lower(first[0]))
                                                        : fold_diacritics(nfkc_casefold(first));
  return !folded.empty() && std::string_view("aeiouyh").find(folded[0]) != std::string_view::npos;
}

// Bytes of one elided article at the front, apostrophe included; 0 when there is none.
std::size_t elided_length(std::string_view word, bool by_icu) {
  for (std::size_t i = 0; i < word.size();) {
    const Decoded c = decode(word, i);
    if (c.code_point == U'\'' || unify_quote(c.code_point) == U'\'') {
      const std::size_t rest = i + c.length;
      if (i == 0 || rest >= word.size()) return 0;
      std::string article(word.substr(0, i));
      if (is_ascii(article) && !by_icu) {
        std::ranges::transform(article, article.begin(), ascii_lower);
      } else {
        article = nfkc_casefold(article);
      }
      if (!std::ranges::binary_search(kElided, std::string_view(article))) return 0;
      return begins_with_vowel(word.substr(rest), by_icu) ? rest : 0;
    }
    // Full-width letters have three bytes each.
    if (i > 3 * kLongestElided) return 0;
    i += c.length;
  }
  return 0;
}

// Quotes unified; what is written inside a word only for the eye taken out: the gershayim of Hebrew
// acronyms, hyphenation points, the Arabic tatweel.
std::string without_ornaments(std::string_view casefolded) {
  std::string out;
  out.reserve(casefolded.size());
  for (std::size_t i = 0; i < casefolded.size();) {
    const Decoded d = decode(casefolded, i);
    const char32_t c = unify_quote(d.code_point);
    // In small letters the Turkish İ has lost its dot: "i̇" is how case folding keeps it.
    const bool dot_of_i = c == 0x0307 && out.ends_with('i');
    if (c != U'"' && c != 0x2027 && c != 0x0640 && !dot_of_i) append_utf8(out, c);
    i += d.length;
  }
  return out;
}

void drop_possessive(std::string& word) {
  word.erase(0, std::min(word.find_first_not_of('\''), word.size()));
  if (word.size() > 2 && word.ends_with("'s")) word.resize(word.size() - 2);
  while (word.ends_with('\'')) word.pop_back();
}

void cap(std::string& form) {
  if (form.size() > kMaxTermBytes) form.resize(char_floor(form, kMaxTermBytes));
}

void describe(WordForms& forms) {
  forms.joinable = !forms.folded.empty();
  for (std::size_t i = 0; i < forms.folded.size();) {
    const Decoded d = decode(forms.folded, i);
    const char32_t c = d.code_point;
    if (c < 0x80) {
      const char ch = static_cast<char>(c);
      if (is_ascii_letter(ch)) {
        forms.has_letter = true;
      } else if (!is_ascii_digit(ch)) {
        forms.joinable = false;
      }
    } else {
      const bool by_itself = is_word_by_itself(c);
      forms.has_letter = forms.has_letter || (is_letter(c) && !by_itself);
      if (!is_word_character(c) || by_itself || is_unspaced_script(c)) forms.joinable = false;
    }
    i += d.length;
  }
}

WordForms make_forms(std::string_view word, bool by_icu) {
  WordForms forms;
  while (const std::size_t length = elided_length(word, by_icu)) {
    forms.elided += length;
    word.remove_prefix(length);
  }
  std::string exact =
      !by_icu && is_plain(word) ? casefold_plain(word) : without_ornaments(nfkc_casefold(word));
  drop_possessive(exact);
  forms.folded = fold_diacritics(exact);
  cap(forms.folded);
  cap(exact);
  if (exact != forms.folded) forms.exact = std::move(exact);
  describe(forms);
  return forms;
}

}  // namespace

WordForms forms_of(std::string_view word) { return make_forms(word, false); }

WordForms forms_of_by_icu(std::string_view word) { return make_forms(word, true); }

}  // namespace idsearch::text
