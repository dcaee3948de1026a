// SPDX-License-Identifier: GPL-2.0-or-later
// Words, phrases, wildcards and NEAR to Xapian queries over the terms that the index really has.
#ifndef IDSEARCH_QUERY_COMPILE_WORDS_HPP
#define IDSEARCH_QUERY_COMPILE_WORDS_HPP

#include <xapian.h>

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "idsearch/search.hpp"
#include "query/ast.hpp"
#include "query/compile_counts.hpp"
#include "query/near_source.hpp"
#include "query/words.hpp"

namespace idsearch::query {

/// A text field and what a match in it is worth.
struct TextField {
  std::string_view prefix;
  double weight = 1;
};

/// Where a word is looked for, the main field first: those that `in` says, or the one it is bound
/// to.
std::vector<TextField> text_fields(SearchIn in, const store::Field* bound);

/// What was looked up in one vocabulary, by term: the same words are asked for by each tier, and
/// before that to tell whether they stand as they are written. One thread at a time.
struct WordMemo {
  std::map<std::string, std::vector<NearSequence>> hyphenated;
  std::map<std::string, std::vector<std::string>> mates;  ///< see stem_mates()
};

/// All queries that match nothing come as Xapian::Query().
class WordCompiler {
 public:
  /// `memo`: that of others of the same database and words; null for one of its own.
  WordCompiler(const Xapian::Database& database, const QueryWords& words, bool exact,
               std::shared_ptr<WordMemo> memo = nullptr)
      : database_(database),
        counts_(database),
        memo_(memo ? std::move(memo) : std::make_shared<WordMemo>()),
        words_(words),
        exact_(exact) {}

  /// Passages with the word in any of the fields, ranked; or the same passages without a thought to
  /// ranking, which takes fewer terms.
  enum class Use { Rank, Condition };
  Xapian::Query unit(const WordUnit& unit, std::span<const TextField> fields, Use use = Use::Rank);

  /// The words next to each other in one of the fields. `inflected`: forms with the same stems too.
  Xapian::Query phrase(const std::vector<WordUnit>& units, std::span<const TextField> fields,
                       bool inflected = false);

  /// All words with this beginning; for a chunk of several words a phrase that ends with one.
  /// `complete`: without cutting the list (needed to leave passages out).
  Xapian::Query prefix(const Node& node, std::span<const TextField> fields, bool complete);

  /// See compile_near.cpp.
  Xapian::Query near(const Node& node, std::span<const TextField> fields);

  /// The ways in which the index has the words next to each other in a field; empty when it lacks
  /// one of them. `inflected`: of each word the forms with the same stems, too. `alone_in_two`: a
  /// single word that is written with a hyphen is one word of two places, not two of one.
  NearOperand ways(const std::vector<WordUnit>& units, std::string_view prefix, bool inflected,
                   bool alone_in_two = false) const;

  /// Passages with one of these ways.
  Xapian::Query any_of(const NearOperand& ways, double weight);

  /// No score of all that was compiled so far can be higher.
  double bound() const { return bound_; }

  /// Takes back what bound() counted since `bound`: for queries that serve only as conditions.
  void reset_bound(double bound) { bound_ = bound; }

  /// A rough upper bound of the passages that the words compiled so far stand in.
  std::uint64_t postings() const { return counts_.all(); }

  /// How often a term stands in the index.
  double occurrences(const std::string& term) const { return counts_.occurrences(term); }

  /// A term as unit() with Use::Rank looks for it.
  struct RankedTerm {
    std::string term;
    Xapian::Query query;
    double most = 0;
  };
  /// Terms since the last call, if they are to be recorded.
  std::vector<RankedTerm> take_terms() { return std::exchange(terms_, {}); }
  void record_terms() { records_terms_ = true; }

  const std::vector<std::string>& expansions() const { return expansions_; }
  const std::vector<QueryNote>& notes() const { return notes_; }

 private:
  using Slot = NearSlot;
  using Sequence = NearSequence;

  void add_term(std::vector<Xapian::Query>& to, const std::string& term, double weight);
  Xapian::Query word(const WordForms& forms, const TextField& field, Use use);
  Slot slot(const WordForms& forms, std::string_view prefix, bool inflected) const;
  /// The ways in which the index may have a term in two parts; until the memo goes.
  const std::vector<Sequence>& hyphenated(const std::string& whole, std::string_view prefix) const;
  /// "eID card" in "e-ID-card": all these words as the parts of one written word, of which the one
  /// that is typed `glued` (WordUnit::apart) has two.
  std::vector<Sequence> parts_of_longer(std::span<const WordUnit> units, std::size_t glued,
                                        std::string_view prefix) const;
  /// Sequences that end with any word beginning like the last one.
  std::vector<Sequence> prefix_sequences(const Node& node, std::string_view prefix);
  /// A word of a script without blanks: its characters side by side.
  Xapian::Query characters(const WordUnit& unit, const TextField& field);

  /// "eID" as "e" and "id" side by side, where it does not stand as `typed`.
  Xapian::Query apart(const WordUnit& unit, const Xapian::Query& typed, const TextField& field);
  /// The words of a sequence, each once, whether in one or in two parts.
  static Sequence words_of(const Sequence& sequence);
  Xapian::Query any_term(const Slot& slot, double weight);
  NearOperand near_operand(const Node& node, std::string_view prefix);
  Xapian::Query near_in(std::vector<NearOperand> operands, const Node& node,
                        const TextField& field);

  const Xapian::Database& database_;
  mutable TermCounts counts_;
  std::shared_ptr<WordMemo> memo_;
  const QueryWords& words_;
  bool exact_;
  double bound_ = 0;
  std::size_t by_characters_ = 0;
  bool records_terms_ = false;
  std::vector<RankedTerm> terms_;
  std::vector<std::string> expansions_;
  std::vector<QueryNote> notes_;
};

/// The query with its weights multiplied.
Xapian::Query weighted(const Xapian::Query& query, double weight);

/// The OR of these, simplified: nothing, the only one, or all.
Xapian::Query any(std::vector<Xapian::Query> queries);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_WORDS_HPP
