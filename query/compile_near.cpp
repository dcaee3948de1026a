// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_near.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "query/compile_words.hpp"
#include "query/positions.hpp"
#include "query/rank.hpp"

namespace idsearch::query {
namespace {

class NearSource final : public Xapian::PostingSource {
 public:
  NearSource(std::vector<NearOperand> operands, std::uint32_t reach)
      : operands_(std::move(operands)), reach_(reach) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // The matcher drives an AND from its rarest part: this one should come last.
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    docid_ = 0;
    last_ = database.get_lastdocid();
    terms_.clear();
    for (const NearOperand& operand : operands_)
      for (const NearSequence& sequence : operand)
        for (const NearSlot& slot : sequence)
          for (const std::string& term : slot) {
            if (!terms_.contains(term))
              terms_.emplace(term,
                             Postings{database.postlist_begin(term), database.postlist_end(term)});
          }
  }

  void next(double) override { find(docid_ + 1); }
  void skip_to(Xapian::docid least, double) override { find(std::max(least, docid_)); }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return matches();
  }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  NearSource* clone() const override { return new NearSource(operands_, reach_); }

  std::string get_description() const override {
    std::string result = "Near(" + std::to_string(reach_);
    for (const NearOperand& operand : operands_) {
      std::string alternatives;
      for (const NearSequence& sequence : operand) {
        if (!alternatives.empty()) alternatives += '|';
        for (const NearSlot& slot : sequence) {
          if (&slot != &sequence.front()) alternatives += ' ';
          for (const std::string& term : slot) {
            if (&term != &slot.front()) alternatives += '/';
            alternatives += term;
          }
        }
      }
      result += ", " + alternatives;
    }
    return result + ")";
  }

 private:
  struct Postings {
    Xapian::PostingIterator at, end;
  };

  void find(Xapian::docid least) {
    for (docid_ = least; docid_ <= last_; ++docid_)
      if (matches()) return;
  }

  bool matches() {
    std::vector<std::vector<WordSpan>> spans;
    for (const NearOperand& operand : operands_) {
      std::vector<WordSpan>& all = spans.emplace_back();
      for (const NearSequence& sequence : operand) {
        std::vector<std::vector<WordSpan>> slots;
        for (const NearSlot& slot : sequence) {
          slots.push_back(places(slot));
          if (slots.back().empty()) break;
        }
        if (slots.size() < sequence.size() || slots.back().empty()) continue;
        const std::vector<WordSpan> found = sequences(slots);
        all.insert(all.end(), found.begin(), found.end());
      }
      if (all.empty()) return false;
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
    }
    return near_each_other(spans, reach_, nullptr);
  }

  std::vector<WordSpan> places(const NearSlot& slot) {
    std::vector<WordSpan> result;
    for (const std::string& term : slot) {
      Postings& postings = terms_.find(term)->second;
      if (postings.at != postings.end) postings.at.skip_to(docid_);
      if (postings.at == postings.end || *postings.at != docid_) continue;
      for (auto at = postings.at.positionlist_begin(); at != postings.at.positionlist_end(); ++at)
        result.push_back({*at, *at});
    }
    std::sort(result.begin(), result.end());
    return result;
  }

  std::vector<NearOperand> operands_;
  std::uint32_t reach_;
  Xapian::Database database_;
  std::map<std::string, Postings> terms_;
  Xapian::docid docid_ = 0, last_ = 0;
};

/// Stands behind the last passage: taken away from a query it changes nothing, but the matcher then
/// moves by skip_to() and not by check(), which is what goes wrong.
class BehindAll final : public Xapian::PostingSource {
 public:
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 1; }
  void init(const Xapian::Database&) override { docid_ = 0; }
  void next(double) override { docid_ = kLast; }
  void skip_to(Xapian::docid, double) override { docid_ = kLast; }
  bool at_end() const override { return false; }
  Xapian::docid get_docid() const override { return docid_; }
  BehindAll* clone() const override { return new BehindAll; }
  std::string get_description() const override { return "BehindAll"; }

 private:
  static constexpr Xapian::docid kLast = std::numeric_limits<Xapian::docid>::max();
  Xapian::docid docid_ = 0;
};

}  // namespace

Xapian::Query steady(const Xapian::Query& positional) {
  return Xapian::Query(Xapian::Query::OP_AND_NOT, positional,
                       Xapian::Query((new BehindAll)->release()));
}

Xapian::Query near_source(std::vector<NearOperand> operands, std::uint32_t reach) {
  return Xapian::Query((new NearSource(std::move(operands), reach))->release());
}

NearOperand WordCompiler::near_operand(const Node& node, std::string_view prefix) {
  if (node.kind == NodeKind::Prefix) return prefix_sequences(node, prefix);
  if (node.kind == NodeKind::Words || node.kind == NodeKind::Phrase) {
    const std::vector<WordUnit> units = words_.units(node.text);
    return sequences_of(units, prefix, node.kind == NodeKind::Words && units.size() == 1);
  }
  NearOperand all;
  for (const Node& child : node.children) {
    NearOperand one = near_operand(child, prefix);
    all.insert(all.end(), one.begin(), one.end());
  }
  return all;
}

Xapian::Query WordCompiler::near_in(std::vector<NearOperand> operands, std::uint32_t reach,
                                    double weight) {
  std::set<std::string> seen;
  bool native = true;
  std::vector<Xapian::Query> parts;
  for (const NearOperand& operand : operands) {
    std::vector<Xapian::Query> ways;
    std::set<std::string> own;
    for (const NearSequence& sequence : operand) {
      std::vector<Xapian::Query> slots;
      for (const NearSlot& slot : sequence) {
        slots.push_back(any_term(slot, weight));
        own.insert(slot.begin(), slot.end());
      }
      native = native && slots.size() == 1;
      if (std::ranges::none_of(slots, &Xapian::Query::empty))
        ways.emplace_back(Xapian::Query::OP_AND, slots.begin(), slots.end());
    }
    parts.push_back(any(std::move(ways)));
    if (parts.back().empty()) return {};
    for (const std::string& term : own) native = seen.insert(term).second && native;
  }
  if (native) {
    for (std::size_t i = 0; i < operands.size(); ++i) {
      NearSlot all;
      for (const NearSequence& sequence : operands[i])
        all.insert(all.end(), sequence.front().begin(), sequence.front().end());
      std::sort(all.begin(), all.end());
      all.erase(std::unique(all.begin(), all.end()), all.end());
      std::vector<Xapian::Query> terms(all.begin(), all.end());
      parts[i] = any(std::move(terms));
    }
    return weighted(
        steady(Xapian::Query(Xapian::Query::OP_NEAR, parts.begin(), parts.end(), reach + 1)),
        weight);
  }
  const Xapian::Query all(Xapian::Query::OP_AND, parts.begin(), parts.end());
  return weighted(
      Xapian::Query(Xapian::Query::OP_FILTER, all, near_source(std::move(operands), reach)),
      weight);
}

Xapian::Query WordCompiler::near(const Node& node, std::span<const TextField> fields) {
  std::uint32_t reach = 0;
  for (std::uint32_t distance : node.distances) reach += distance;
  reach = std::min(reach, kMaxNear);
  std::vector<Xapian::Query> queries;
  for (const TextField& field : fields) {
    std::vector<NearOperand> operands;
    for (const Node& child : node.children) operands.push_back(near_operand(child, field.prefix));
    queries.push_back(near_in(std::move(operands), reach, field.weight));
  }
  return any(std::move(queries));
}

}  // namespace idsearch::query
