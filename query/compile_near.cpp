// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_near.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "query/positions.hpp"

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

}  // namespace idsearch::query
