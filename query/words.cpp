// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/words.hpp"

#include <algorithm>
#include <utility>

#include "query/chars.hpp"
#include "store/stemmers.hpp"
#include "text/analyzer.hpp"

namespace idsearch::query {
namespace {

/// Stems nothing: tells by an empty stem which words the analyser would not stem (numbers).
class Echo final : public text::Stemmer {
 public:
  std::string stem(std::string_view folded_word) const override { return std::string{folded_word}; }
};

/// Of more parts (abbreviations with stops: U.N.H.C.R.) nobody joins some; the ways double with
/// each.
constexpr std::size_t kMostMixedParts = 4;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

/// "eID", "mPassport": one small letter before a capital. Others write it with a hyphen.
bool has_glued_letter(std::string_view typed) {
  return typed.size() > 2 && is_lower(typed[0]) && is_upper(typed[1]) &&
         std::ranges::all_of(
             typed, [](char c) { return is_upper(c) || is_lower(c) || (c >= '0' && c <= '9'); });
}

}  // namespace

std::vector<WordUnit> alone(std::span<const WordForms> parts) {
  std::vector<WordUnit> units;
  for (const WordForms& part : parts) units.push_back({{part}, std::nullopt, 0, 0});
  return units;
}

struct QueryWords::Impl {
  struct Language {
    std::string name;
    store::StemmerScript script;
    std::unique_ptr<text::Stemmer> stemmer;
    bool made = false;
  };

  explicit Impl(std::vector<std::string> names) : analyzer(&echo) {
    for (std::string& name : names) {
      const store::StemmerScript script(name);
      languages.push_back({std::move(name), script, nullptr, false});
    }
  }

  /// The stem in one language; empty when that language has none for this word.
  std::string stem(Language& language, std::string_view folded) {
    if (!std::exchange(language.made, true)) language.stemmer = store::make_stemmer(language.name);
    if (language.stemmer == nullptr || !language.script.fits(folded)) return {};
    return language.stemmer->stem(folded);
  }

  WordForms forms(const text::Token& token) {
    WordForms result{token.folded, token.exact, {}, false};
    if (token.stem.empty()) return result;
    result.stems_everywhere = !languages.empty();
    for (Language& language : languages) {
      std::string stemmed = stem(language, token.folded);
      result.stems_everywhere = result.stems_everywhere && !stemmed.empty();
      if (!stemmed.empty() && std::ranges::find(result.stems, stemmed) == result.stems.end())
        result.stems.push_back(std::move(stemmed));
    }
    return result;
  }

  std::vector<std::vector<WordForms>> mixtures(const std::vector<WordForms>& parts) {
    std::vector<std::vector<WordForms>> result;
    if (parts.size() < 3 || parts.size() > kMostMixedParts) return result;
    // A bit for each joint: set where the parts beside it are joined. Neither all nor none.
    const std::size_t all = (std::size_t{1} << (parts.size() - 1)) - 1;
    for (std::size_t joints = 1; joints < all; ++joints) {
      std::vector<WordForms>& way = result.emplace_back();
      for (std::size_t first = 0, next = 0; first < parts.size(); first = next) {
        text::Token token;
        bool has_exact = false, has_stem = false;
        for (next = first; next == first || (joints >> (next - 1) & 1U) != 0; ++next) {
          const WordForms& part = parts[next];
          token.folded += part.folded;
          token.exact += part.exact.empty() ? part.folded : part.exact;
          has_exact = has_exact || !part.exact.empty();
          has_stem = has_stem || !part.stems.empty();
        }
        if (next == first + 1) {
          way.push_back(parts[first]);
          continue;
        }
        if (!has_exact) token.exact.clear();
        if (has_stem) token.stem = token.folded;
        way.push_back(forms(token));
      }
    }
    return result;
  }

  Echo echo;
  text::Analyzer analyzer;
  std::vector<Language> languages;
};

QueryWords::QueryWords(std::vector<std::string> languages)
    : impl_(std::make_unique<Impl>(std::move(languages))) {}
QueryWords::~QueryWords() = default;
QueryWords::QueryWords(QueryWords&&) noexcept = default;
QueryWords& QueryWords::operator=(QueryWords&&) noexcept = default;

std::vector<WordUnit> QueryWords::units(std::string_view text) const {
  std::vector<WordUnit> result;
  for (const text::Token& token : impl_->analyzer.analyze(text)) {
    WordUnit unit;
    unit.start = token.start;
    unit.end = token.end;
    if (token.joined) {
      // Its parts came right before it, one unit each.
      const std::size_t parts = token.last_position - token.position + 1;
      for (std::size_t i = result.size() - parts; i < result.size(); ++i) {
        unit.parts.push_back(std::move(result[i].parts.front()));
        unit.places.emplace_back(result[i].start, result[i].end);
      }
      result.resize(result.size() - parts);
      unit.joined = impl_->forms(token);
      unit.mixtures = impl_->mixtures(unit.parts);
    } else if (token.continues && !result.empty()) {
      result.back().parts.push_back(impl_->forms(token));
      result.back().end = token.end;
      continue;
    } else {
      unit.parts.push_back(impl_->forms(token));
      const std::string_view typed = text.substr(token.start, token.end - token.start);
      if (has_glued_letter(typed)) unit.apart = apart(typed);
    }
    result.push_back(std::move(unit));
  }
  return result;
}

std::vector<WordForms> QueryWords::apart(std::string_view typed) const {
  std::vector<WordForms> result;
  for (const std::string_view part : {typed.substr(0, 1), typed.substr(1)})
    for (const text::Token& token : impl_->analyzer.analyze(part))
      if (!token.joined) result.push_back(impl_->forms(token));
  return result;
}

bool QueryWords::shares_stem(const WordForms& word, std::string_view folded) const {
  if (word.stems.empty()) return false;
  for (auto& language : impl_->languages) {
    const std::string stem = impl_->stem(language, folded);
    if (!stem.empty() && stem == impl_->stem(language, word.folded)) return true;
  }
  return false;
}

bool is_function_word(const WordUnit& unit, std::string_view text) {
  const bool all = std::ranges::all_of(
      unit.parts, [](const WordForms& part) { return text::is_function_word(part.folded); });
  if (!all) return false;
  const std::string_view typed = text.substr(unit.start, unit.end - unit.start);
  const auto capitals = static_cast<std::size_t>(std::ranges::count_if(typed, is_upper));
  return capitals < 2 || capitals < typed.size();
}

}  // namespace idsearch::query
