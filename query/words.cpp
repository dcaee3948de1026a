// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/words.hpp"

#include <algorithm>
#include <utility>

#include "store/stemmers.hpp"
#include "text/analyzer.hpp"

namespace idsearch::query {
namespace {

/// Stems nothing: tells by an empty stem which words the analyser would not stem (numbers).
class Echo final : public text::Stemmer {
 public:
  std::string stem(std::string_view folded_word) const override { return std::string{folded_word}; }
};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

struct QueryWords::Impl {
  struct Language {
    std::string name;
    std::unique_ptr<text::Stemmer> stemmer;
    bool made = false;
  };

  explicit Impl(std::vector<std::string> names) : analyzer(&echo) {
    for (std::string& name : names) languages.push_back({std::move(name), nullptr, false});
  }

  /// The stem in one language; empty when that language has none for this word.
  std::string stem(Language& language, std::string_view folded) {
    if (!std::exchange(language.made, true)) language.stemmer = store::make_stemmer(language.name);
    if (language.stemmer == nullptr || !store::stemmer_fits_script(language.name, folded))
      return {};
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
      for (std::size_t i = result.size() - parts; i < result.size(); ++i)
        unit.parts.push_back(std::move(result[i].parts.front()));
      result.resize(result.size() - parts);
      unit.joined = impl_->forms(token);
    } else if (token.continues && !result.empty()) {
      result.back().parts.push_back(impl_->forms(token));
      result.back().end = token.end;
      continue;
    } else {
      unit.parts.push_back(impl_->forms(token));
    }
    result.push_back(std::move(unit));
  }
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
