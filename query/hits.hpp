// SPDX-License-Identifier: GPL-2.0-or-later
// A stored passage to a Hit: highlights, sentences, and the notes that stand in it.
#ifndef IDSEARCH_QUERY_HITS_HPP
#define IDSEARCH_QUERY_HITS_HPP

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/search.hpp"
#include "query/highlight.hpp"
#include "store/passage_record.hpp"
#include "text/analyzer.hpp"

namespace idsearch::query {

/// The analysers of the index by language, each made on first need, for the texts of one answer.
/// Not thread-safe.
class TextAnalyzers {
 public:
  /// `beginnings`: those of all forms that will be looked for (Highlighter::beginnings). Where no
  /// word can match that begins otherwise, it is left out: folding and stemming all words of ten
  /// hits was an eighth of a cold query's instructions.
  explicit TextAnalyzers(const text::Beginnings& beginnings);
  ~TextAnalyzers();

  /// Words as the index has them, with the stems of `language`; no stems for an empty one.
  std::vector<text::Token> tokens(std::string_view text, std::string_view language,
                                  const std::vector<Mark>& marks = {});

 private:
  struct Language;
  text::Beginnings beginnings_;
  std::vector<std::unique_ptr<Language>> languages_;
};

/// Rank, score and neighbours stay empty. `highlighter` may be null: then nothing is highlighted.
Hit hit_of(store::PassageRecord&& record, const Highlighter* highlighter, TextAnalyzers& analyzers);

/// "‘North Korea’, Law › Data Protection, para 2 (last updated 29 January 2026)"; what the record
/// does not tell is left out. The bare id when it tells nothing.
std::string cite_as(const store::PassageRecord& record);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_HITS_HPP
