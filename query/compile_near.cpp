// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_near.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

#include "query/compile_words.hpp"
#include "query/positions.hpp"
#include "query/rank.hpp"
#include "store/word_places.hpp"

namespace idsearch::query {
namespace {

class NearSource final : public Xapian::PostingSource {
 public:
  NearSource(std::vector<NearOperand> operands, std::uint32_t reach, NearAskedOf asked_of)
      : operands_(std::move(operands)), reach_(reach), asked_of_(asked_of) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // The matcher drives an AND from its rarest part: this one should come last.
  Xapian::doccount get_termfreq_est() const override { return database_.get_doccount(); }
  Xapian::doccount get_termfreq_max() const override { return database_.get_doccount(); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    docid_ = 0;
    last_ = database.get_lastdocid();
    terms_.clear();
    std::string_view any_term;
    alternatives_ = asked_of_ == NearAskedOf::Any;
    for (const NearOperand& operand : operands_) {
      alternatives_ = alternatives_ || operand.size() > 1;
      for (const NearSequence& sequence : operand)
        for (const NearSlot& slot : sequence) {
          alternatives_ = alternatives_ || slot.size() > 1;
          for (const auto& [term, beside] : slot) {
            any_term = term;
            for (const std::string& one : {term, beside})
              if (!one.empty())
                terms_.try_emplace(one, Term{store::place_hash(one), {}, {}, false});
          }
        }
    }
    const std::uint32_t slot = store::places_slot(any_term);
    places_ = database.valuestream_begin(slot);
    places_end_ = database.valuestream_end(slot);
  }

  void next(double) override { find(docid_ + 1); }
  void skip_to(Xapian::docid least, double) override { find(std::max(least, docid_)); }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return matches();
  }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  NearSource* clone() const override { return new NearSource(operands_, reach_, asked_of_); }

  std::string get_description() const override {
    std::string result = "Near(" + std::to_string(reach_);
    for (const NearOperand& operand : operands_) {
      std::string alternatives;
      for (const NearSequence& sequence : operand) {
        if (!alternatives.empty()) alternatives += '|';
        for (const NearSlot& slot : sequence) {
          if (&slot != &sequence.front()) alternatives += ' ';
          for (const NearTerm& one : slot) {
            if (&one != &slot.front()) alternatives += '/';
            alternatives += one.term;
            if (!one.beside.empty()) alternatives += "@" + one.beside;
          }
        }
      }
      result += ", " + alternatives;
    }
    return result + ")";
  }

 private:
  struct Term {
    std::uint64_t hash = 0;
    Xapian::PostingIterator at, end;
    bool is_open = false;
  };

  void find(Xapian::docid least) {
    for (docid_ = least; docid_ <= last_; ++docid_)
      if (matches()) return;
  }

  bool matches() {
    if (places_ != places_end_) places_.skip_to(docid_);
    if (places_ == places_end_ || places_.get_docid() != docid_) return false;
    const std::string bytes = *places_;
    const store::Places passage(bytes);
    // Where words stand for each other the passage may lack one of them, whose places would mean
    // nothing. That seldom makes a difference, so it is looked up at the end.
    return stand_together(passage, false) && (!alternatives_ || stand_together(passage, true));
  }

  bool stand_together(const store::Places& passage, bool look_up) {
    if (operands_.size() == 1) {
      return std::ranges::any_of(operands_.front(), [&](const NearSequence& sequence) {
        return stands(passage, sequence, look_up);
      });
    }
    std::vector<std::vector<WordSpan>> spans;
    for (const NearOperand& operand : operands_) {
      std::vector<WordSpan>& all = spans.emplace_back();
      for (const NearSequence& sequence : operand) {
        std::vector<std::vector<WordSpan>> slots;
        for (const NearSlot& slot : sequence) {
          slots.push_back(places(passage, slot, look_up));
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

  /// A phrase, the frequent case: without a span for each word.
  bool stands(const store::Places& passage, const NearSequence& sequence, bool look_up) {
    std::uint32_t before = 0;  // words of the sequence that `begins_` go on with
    for (const NearSlot& slot : sequence) {
      find_places(passage, slot, look_up);
      if (before == 0) {
        begins_.swap(found_);
      } else {
        std::size_t kept = 0, at = 0;
        for (const std::uint32_t begin : begins_) {
          while (at < found_.size() && found_[at] < begin + before) ++at;
          if (at < found_.size() && found_[at] == begin + before) begins_[kept++] = begin;
        }
        begins_.resize(kept);
      }
      if (begins_.empty()) return false;
      ++before;
    }
    return before > 0;
  }

  std::vector<WordSpan> places(const store::Places& passage, const NearSlot& slot, bool look_up) {
    find_places(passage, slot, look_up);
    std::vector<WordSpan> result;
    result.reserve(found_.size());
    for (const std::uint32_t place : found_) result.push_back({place, place});
    return result;
  }

  /// To `found_`, ascending.
  void find_places(const store::Places& passage, const NearSlot& slot, bool look_up) {
    found_.clear();
    for (const auto& [name, beside] : slot) {
      Term& term = terms_.find(name)->second;
      if (look_up && !is_here(name, term)) continue;
      const auto before = static_cast<std::ptrdiff_t>(found_.size());
      passage.append_to(found_, term.hash);
      if (!beside.empty()) keep_beside(passage, beside, before);
    }
    if (slot.size() > 1) std::sort(found_.begin(), found_.end());
  }

  /// Of the places from `from` on those where the other term stands, too.
  void keep_beside(const store::Places& passage, const std::string& name, std::ptrdiff_t from) {
    Term& term = terms_.find(name)->second;
    std::vector<std::uint32_t> both;
    if (static_cast<std::size_t>(from) < found_.size() && is_here(name, term)) {
      std::vector<std::uint32_t> others;
      passage.append_to(others, term.hash);
      std::set_intersection(found_.begin() + from, found_.end(), others.begin(), others.end(),
                            std::back_inserter(both));
    }
    found_.resize(static_cast<std::size_t>(from));
    found_.insert(found_.end(), both.begin(), both.end());
  }

  /// Whether the passage has the term.
  bool is_here(const std::string& name, Term& term) {
    if (!std::exchange(term.is_open, true)) {
      term.at = database_.postlist_begin(name);
      term.end = database_.postlist_end(name);
    }
    if (term.at != term.end) term.at.skip_to(docid_);
    return term.at != term.end && *term.at == docid_;
  }

  std::vector<NearOperand> operands_;
  std::uint32_t reach_;
  NearAskedOf asked_of_;
  Xapian::Database database_;
  std::map<std::string, Term> terms_;
  bool alternatives_ = false;  ///< a passage may lack one of the words
  Xapian::ValueIterator places_, places_end_;
  std::vector<std::uint32_t> begins_, found_;  // keep their memory from passage to passage
  Xapian::docid docid_ = 0, last_ = 0;
};

}  // namespace

Xapian::Query near_source(std::vector<NearOperand> operands, std::uint32_t reach,
                          NearAskedOf asked_of) {
  return Xapian::Query((new NearSource(std::move(operands), reach, asked_of))->release());
}

NearOperand WordCompiler::near_operand(const Node& node, std::string_view prefix) {
  if (node.kind == NodeKind::Prefix) return prefix_sequences(node, prefix);
  if (node.kind == NodeKind::Words || node.kind == NodeKind::Phrase) {
    const std::vector<WordUnit> units = words_.units(node.text);
    return ways(units, prefix, node.kind == NodeKind::Words && units.size() == 1);
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
  std::vector<Xapian::Query> parts;
  for (const NearOperand& operand : operands) {
    std::vector<Xapian::Query> ways;
    std::vector<NearSequence> known;  // the same words in one and in two parts count once
    for (const NearSequence& sequence : operand) {
      NearSequence words = words_of(sequence);
      if (std::ranges::find(known, words) != known.end()) continue;
      std::vector<Xapian::Query> slots;
      for (const NearSlot& slot : words) slots.push_back(any_term(slot, weight));
      known.push_back(std::move(words));
      if (std::ranges::none_of(slots, &Xapian::Query::empty))
        ways.emplace_back(Xapian::Query::OP_AND, slots.begin(), slots.end());
    }
    parts.push_back(any(std::move(ways)));
    if (parts.back().empty()) return {};
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
