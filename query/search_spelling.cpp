// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_spelling.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "query/chars.hpp"
#include "query/compile_words.hpp"
#include "query/rank.hpp"
#include "query/search_unmatched.hpp"
#include "query/search_vocabulary.hpp"
#include "text/spelling.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

/// A short word in capitals: with another letter it is another abbreviation, not the right one.
bool is_abbreviation(const WordForms& forms, std::string_view typed) {
  return text::code_points(forms.folded).size() < kMinLettersForTwoErrors &&
         text::in_case_of(typed, "ab") == "AB";
}

class Speller {
 public:
  Speller(const ParsedQuery& query, const Xapian::Database& database, const QueryWords& words,
          SearchIn in, const FoundAsTyped& found)
      : query_(query), database_(database), words_(words), in_(in), found_(found) {}

  std::string run() {
    visit(query_.root);
    // Where most words are unknown the query is in another language, or about something else.
    if (replacements_.empty() || unknown_ > replacements_.size()) return {};
    leave_out_ignored();
    std::sort(replacements_.begin(), replacements_.end());
    std::string text = query_.text;
    for (auto at = replacements_.rbegin(); at != replacements_.rend(); ++at)
      text.replace(at->begin, at->end - at->begin, at->word);
    return text;
  }

 private:
  struct Replacement {
    std::size_t begin = 0, end = 0;
    std::string word;

    auto operator<=>(const Replacement&) const = default;
  };

  /// What is suggested needs no repair: signs without a meaning go, and one of the blanks that they
  /// stood between.
  void leave_out_ignored() {
    const std::string& text = query_.text;
    const std::vector<Replacement> words = replacements_;
    for (std::size_t i = 0; i < query_.ignored.size(); ++i) {
      auto [begin, end] = query_.ignored[i];
      while (i + 1 < query_.ignored.size() && query_.ignored[i + 1].begin <= end)
        end = query_.ignored[++i].end;
      if (std::ranges::any_of(words, [begin = begin, end = end](const Replacement& word) {
            return word.begin <= begin && end <= word.end;
          }))
        continue;
      const bool fresh = begin == 0 || text[begin - 1] == ' ';
      // "data*base" is two words.
      const bool parts_words = begin > 0 && end < text.size() && is_word_byte(text[begin - 1]) &&
                               is_word_byte(text[end]);
      if (fresh && end < text.size() && text[end] == ' ') {
        ++end;
      } else if (begin > 0 && fresh && end == text.size()) {
        --begin;
      }
      replacements_.push_back({begin, end, parts_words ? " " : ""});
    }
  }

  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::Words:
      case NodeKind::Phrase:
        return node.text.find('*') == std::string::npos ? visit_leaf(node) : visit_pattern(node);
      case NodeKind::Near:
      case NodeKind::Group:
      case NodeKind::And:
      case NodeKind::Or:
        for (const Node& child : node.children) visit(child);
        return;
      default:  // filters, wildcards and what is left out stay as they are
        return;
    }
  }

  void visit_leaf(const Node& node) {
    const std::string_view source =
        std::string_view{query_.text}.substr(node.begin, node.end - node.begin);
    std::size_t from = 0;  // of a phrase, blanks in a row are one in the node: word by word
    for (const WordUnit& unit : words_.units(node.text)) {
      const std::string_view typed =
          std::string_view{node.text}.substr(unit.start, unit.end - unit.start);
      const std::size_t at = source.find(typed, from);
      if (at == std::string_view::npos) return;  // repaired: it has no place in the query
      from = at + typed.size();
      const std::size_t begin = node.begin + at - unit.start;
      if (unit.joined) {
        visit_parts(unit, node, begin);
      } else {
        visit_word(unit.parts.front(), unit, node, begin);
      }
    }
  }

  /// "surv*illance", a star that is ignored where it stands: the most frequent word that fits.
  void visit_pattern(const Node& node) {
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at <= node.text.size();) {
      const std::size_t star = std::min(node.text.find('*', at), node.text.size());
      const std::vector<WordUnit> units = words_.units(node.text.substr(at, star - at));
      if (units.size() != 1 || units.front().joined || units.front().parts.size() != 1) return;
      pieces.push_back(units.front().parts.front().folded);
      at = star + 1;
    }
    const std::size_t at = query_.text.find(node.text, node.begin);
    if (at == std::string::npos || looked_at_ == kMaxSpelledWords) return;
    ++looked_at_;
    const SpellingVocabulary vocabulary(database_, text_fields(in_, node.field).front().prefix);
    const std::string word = vocabulary.fitting(pieces);
    if (word.empty()) return;
    replacements_.push_back({at, at + node.text.size(), text::in_case_of(node.text, word)});
  }

  /// `begin`: of the node's text in the query.
  void visit_word(const WordForms& forms, const WordUnit& place, const Node& node,
                  std::size_t begin) {
    const std::string_view typed =
        std::string_view{node.text}.substr(place.start, place.end - place.start);
    if (is_glued_number(typed, node, place.start))
      return replacements_.push_back({begin + place.start, begin + place.end, {}});
    if (is_function_word(place, node.text) || looked_at_ == kMaxSpelledWords) return;
    // "cert* birth" in quotation marks: a beginning, although its star is ignored.
    const std::size_t end = begin + place.end;
    if (end < query_.text.size() && query_.text[end] == '*') return;
    std::string other = other_word(forms, node, typed);
    if (other.empty()) return;
    begin += place.start;
    replacements_.push_back({begin, begin + typed.size(), std::move(other)});
  }

  /// "non-citzens": an error stands in one of the parts, and only where the word as a whole is not
  /// known either.
  void visit_parts(const WordUnit& unit, const Node& node, std::size_t begin) {
    if (passages_with(*unit.joined, node) > 0) return;
    for (std::size_t i = 0; i < unit.parts.size(); ++i) {
      const auto& [start, end] = unit.places[i];
      visit_word(unit.parts[i], {{unit.parts[i]}, std::nullopt, start, end}, node, begin);
    }
  }

  /// In the case of `typed`; empty when the word is well as it is.
  std::string other_word(const WordForms& forms, const Node& node, std::string_view typed) {
    if (is_in_a_name(typed, found_.understood)) return {};
    if (!text::is_spelled_with_letters(forms.folded)) return without_number(forms, node, typed);
    // What some passage has is no error of the asker, however rare it is; nor is in one field what
    // another has (heading:police).
    Node anywhere{node};
    anywhere.field = nullptr;
    if (passages_with(forms, node) > 0 || passages_with(forms, anywhere) > 0 ||
        is_abbreviation(forms, typed))
      return {};
    ++looked_at_;
    SpellingVocabulary vocabulary(database_, text_fields(in_, node.field).front().prefix);
    const std::optional<SpelledWord> nearest = vocabulary.nearest(forms.folded);
    // What sources have is no error, unless a word with one letter otherwise stands in more
    // passages: "Aadhar" in a title. Short ones are abbreviations: "para".
    const Xapian::doccount in_sources = passages_with_source(forms, node);
    if (in_sources > 0 && !(nearest && nearest->distance == 1 && nearest->passages > in_sources &&
                            text::code_points(forms.folded).size() >= kLettersOfAnErrorInSources)) {
      ++unknown_;
      return {};
    }
    if (nearest) return text::in_case_of(typed, nearest->word);
    const std::string parts = vocabulary.in_two(forms.folded);
    if (parts.empty()) ++unknown_;
    return parts.empty() ? parts : text::in_case_of(typed, parts);
  }

  /// "database12": a word with the number of a footnote that was copied with it.
  std::string without_number(const WordForms& forms, const Node& node, std::string_view typed) {
    constexpr std::size_t kMostDigits = 3;
    const std::size_t end = typed.find_last_not_of("0123456789") + 1;
    const std::size_t digits = typed.size() - end;
    if (digits == 0 || digits > kMostDigits || end < kMinSpelledLetters) return {};
    const std::string word{typed.substr(0, end)};
    const std::vector<WordUnit> units = words_.units(word);
    if (units.size() != 1 || units.front().joined || units.front().parts.size() != 1) return {};
    const WordForms& without = units.front().parts.front();
    if (!text::is_spelled_with_letters(without.folded) || passages_with(forms, node) > 0 ||
        passages_with(without, node) == 0)
      return {};
    ++looked_at_;
    return word;
  }

  /// In a phrase that stands nowhere, "13" of "biometrics.13": the mark of a footnote, perhaps.
  bool is_glued_number(std::string_view typed, const Node& node, std::size_t start) const {
    if (node.kind != NodeKind::Phrase || found_.total > 0 || start == 0 || typed.size() > 3)
      return false;
    constexpr std::string_view kBefore = ".,;:!?)]'";
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const char before = node.text[start - 1];
    // Of typographic quotation marks the last byte is beyond ASCII.
    return std::ranges::all_of(typed, digit) &&
           (kBefore.find(before) != kBefore.npos || static_cast<unsigned char>(before) >= 0x80) &&
           (start < 2 || !digit(node.text[start - 2]));
  }

  /// How many passages have the word in a form that the query looks for, in one of its fields.
  Xapian::doccount passages_with(const WordForms& forms, const Node& node) const {
    Xapian::doccount most = 0;
    for (const TextField& field : text_fields(in_, node.field)) {
      const std::string prefix{field.prefix};
      most = std::max(most, database_.get_termfreq(prefix + forms.folded));
      if (node.kind == NodeKind::Phrase) continue;
      for (const std::string& stem : forms.stems)
        most = std::max(most, database_.get_termfreq(std::string{store::kStem} + prefix + stem));
    }
    return most;
  }

  /// "para", "Handbook": a word of citations, told as such (query/search_unmatched).
  Xapian::doccount passages_with_source(const WordForms& forms, const Node& node) const {
    if (in_ != SearchIn::Body || node.field != nullptr) return 0;
    return database_.get_termfreq(std::string{store::kNoteText} + forms.folded);
  }

  const ParsedQuery& query_;
  const Xapian::Database& database_;
  const QueryWords& words_;
  SearchIn in_;
  const FoundAsTyped& found_;
  std::size_t looked_at_ = 0, unknown_ = 0;
  std::vector<Replacement> replacements_;
};

}  // namespace

bool may_be_misspelled(const FoundAsTyped& found) {
  return found.lacks_word || found.total <= kFewHits;
}

std::string other_spelling(const ParsedQuery& query, const Xapian::Database& database,
                           const QueryWords& words, SearchIn in, const FoundAsTyped& found) {
  return Speller(query, database, words, in, found).run();
}

}  // namespace idsearch::query
