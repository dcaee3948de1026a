// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_explain.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <map>
#include <string_view>
#include <system_error>
#include <utility>

#include "query/rank.hpp"
#include "store/schema.hpp"

namespace idsearch::query {
namespace {

using Xapian::Query;

/// Four decimals tell any two parts apart that a person would.
std::string decimals(double number) {
  std::array<char, 64> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed, 4);
  return std::string(digits.data(), end.ptr);
}

/// Which tier the score says: 0 for none.
std::size_t tier_of(const CompiledQuery& compiled, double score) {
  if (compiled.tiers.empty() || compiled.step <= 0) return 0;
  const auto tier = static_cast<std::size_t>(std::max(0.0, std::floor(score / compiled.step)));
  return std::min(tier, compiled.tiers.size());
}

/// "0.2000000000000000111" as people write it.
std::string with_short_numbers(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::size_t point = end;
    if (point > at && text.substr(point).starts_with('.')) {
      end = point + 1;
      while (end < text.size() && is_digit(text[end])) ++end;
    }
    double number = 0;
    // Only Xapian's factors have so many decimals and a multiplication sign behind them.
    if (end > point + 5 && text.substr(end).starts_with(" * ") &&
        std::from_chars(text.data() + at, text.data() + end, number).ec == std::errc{}) {
      std::array<char, 64> digits;
      const auto last = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                      std::chars_format::general, 3);
      result.append(digits.data(), last.ptr);
    } else if (end > at) {
      result += text.substr(at, end - at);
    } else {
      result += text[end++];
    }
    at = end;
  }
  return result;
}

/// Xapian's own words for a query without the frame around them.
std::string words_of_xapian(const Query& query) {
  std::string text = query.get_description();
  if (text.starts_with("Query(") && text.ends_with(")")) text = text.substr(6, text.size() - 7);
  return with_short_numbers(text);
}

void add_line(std::string& lines, std::string_view label, const std::string& text) {
  lines += std::string{label} + ": " + text + "\n";
}

}  // namespace

QueryExplanation explain_query(const std::string& parsed, const CompiledQuery& compiled) {
  QueryExplanation result;
  result.parsed = parsed;
  result.words = compiled.words;
  for (const QueryPart& part : compiled.parts) result.parts.push_back({part.what, part.most});
  for (std::size_t i = compiled.tiers.size(); i > 0; --i)
    result.tiers.push_back({compiled.tiers[i - 1].name, compiled.step * static_cast<double>(i)});
  result.query = words_of_xapian(compiled.query);
  return result;
}

std::vector<std::vector<ScorePart>> explain_scores(const CompiledQuery& compiled,
                                                   const Xapian::Database& database,
                                                   const std::vector<FoundPassage>& passages,
                                                   const std::vector<std::string>& ids) {
  std::vector<std::vector<ScorePart>> result(passages.size());
  std::map<Xapian::docid, std::size_t> places;
  std::vector<double> left;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    places.emplace(passages[i].docid, i);
    left.push_back(passages[i].score);
    const std::size_t tier = tier_of(compiled, passages[i].score);
    if (tier == 0) continue;
    const double bonus = compiled.step * static_cast<double>(tier);
    result[i].push_back({"comes first: " + compiled.tiers[tier - 1].name, bonus});
    left[i] -= bonus;
  }
  std::vector<std::string> terms;
  for (const std::string& id : ids) terms.push_back(store::id_term(id));
  const Query page(Query::OP_OR, terms.begin(), terms.end());
  for (const QueryPart& part : compiled.parts) {
    if (passages.empty() || !compiled.ranked) break;
    Xapian::Enquire enquire(database);
    enquire.set_query(Query(Query::OP_FILTER, part.query, page));
    enquire.set_weighting_scheme(*make_weight());
    const auto most = static_cast<Xapian::doccount>(passages.size());
    const Xapian::MSet found = enquire.get_mset(0, most, database.get_doccount());
    for (auto item = found.begin(); item != found.end(); ++item) {
      const auto place = places.find(*item);
      if (place == places.end()) continue;
      result[place->second].push_back({part.what, item.get_weight()});
      left[place->second] -= item.get_weight();
    }
  }
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const std::size_t tier = tier_of(compiled, passages[i].score);
    const double own = passages[i].score - compiled.step * static_cast<double>(tier);
    const double by_likeness = own - passages[i].words;
    if (std::abs(by_likeness) < kWeightGrain) continue;
    result[i].push_back({"passages like it", by_likeness});
    left[i] -= by_likeness;
  }
  // Weights are multiples of kWeightGrain, so that nothing is left by rounding.
  for (std::size_t i = 0; i < passages.size(); ++i)
    if (std::abs(left[i]) >= kWeightGrain) result[i].push_back({"other", left[i]});
  return result;
}

std::string as_lines(const QueryExplanation& explanation,
                     const std::vector<std::string>& expansions) {
  std::string lines;
  add_line(lines, "parsed", explanation.parsed);
  std::string words;
  for (const std::string& word : explanation.words) words += (words.empty() ? "" : "; ") + word;
  add_line(lines, "words", words);
  for (const std::string& expansion : expansions) add_line(lines, "also", expansion);
  for (const ScorePart& part : explanation.parts)
    add_line(lines, "weighs",
             part.what + (part.score > 0 ? ", at most " + decimals(part.score) : ""));
  for (const ScorePart& tier : explanation.tiers)
    add_line(lines, "first", tier.what + ", +" + decimals(tier.score));
  add_line(lines, "query", explanation.query);
  return lines;
}

std::string as_lines(double score, const std::vector<ScorePart>& parts) {
  std::string lines = "score " + decimals(score) + (parts.empty() ? "" : " =") + "\n";
  for (const ScorePart& part : parts)
    lines += (part.score < 0 ? "  " : "  +") + decimals(part.score) + " " + part.what + "\n";
  return lines;
}

}  // namespace idsearch::query
