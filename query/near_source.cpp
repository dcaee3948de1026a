// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/near_source.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "query/positions.hpp"
#include "store/schema.hpp"
#include "store/sentence_places.hpp"
#include "store/word_places.hpp"

namespace idsearch::query {
namespace {

/// Any of the terms: all are of one field.
std::string_view a_term_of(const Near& near) {
  for (const NearOperand& operand : near.operands)
    for (const NearSequence& sequence : operand)
      for (const NearSlot& slot : sequence)
        if (!slot.empty()) return slot.front().term;
  return {};
}

/// Walks over passages: the places of the words of one field, and what terms each has.
class PassageWalk {
 public:
  PassageWalk(const Xapian::Database& database, std::string_view term_of_field)
      : database_(database) {
    const std::uint32_t slot = store::places_slot(term_of_field);
    places_ = database.valuestream_begin(slot);
    places_end_ = database.valuestream_end(slot);
  }

  /// Forward only. False when the passage has no words in the field.
  bool go_to(Xapian::docid docid) {
    docid_ = docid;
    passage_.reset();
    if (places_ != places_end_) places_.skip_to(docid_);
    if (places_ == places_end_ || places_.get_docid() != docid_) return false;
    bytes_ = *places_;
    passage_.emplace(bytes_);
    return true;
  }

  const store::Places& places() const { return *passage_; }

  /// Of the body, see store/sentence_places.hpp.
  std::vector<std::uint32_t> sentence_starts() {
    if (!sentences_) sentences_ = database_.valuestream_begin(store::kSlotSentences);
    const Xapian::ValueIterator end = database_.valuestream_end(store::kSlotSentences);
    if (*sentences_ != end) sentences_->skip_to(docid_);
    if (*sentences_ == end || sentences_->get_docid() != docid_) return {};
    return store::decode_sentence_starts(**sentences_);
  }

  bool has(const std::string& term) {
    const auto [known, is_new] = postings_.try_emplace(term);
    Postings& at = known->second;
    if (is_new) {
      at.next = database_.postlist_begin(term);
      at.end = database_.postlist_end(term);
    }
    if (at.next != at.end) at.next.skip_to(docid_);
    return at.next != at.end && *at.next == docid_;
  }

 private:
  struct Postings {
    Xapian::PostingIterator next, end;
  };

  Xapian::Database database_;
  Xapian::ValueIterator places_, places_end_;
  std::optional<Xapian::ValueIterator> sentences_;  // only where they are asked for
  std::map<std::string, Postings> postings_;
  std::string bytes_;
  std::optional<store::Places> passage_;
  Xapian::docid docid_ = 0;
};

/// Asks passages whether words stand so.
class NearQuestion {
 public:
  explicit NearQuestion(std::shared_ptr<const Near> near, NearAskedOf asked_of)
      : near_(std::move(near)), alternatives_(asked_of == NearAskedOf::Any) {
    for (const NearOperand& operand : near_->operands) {
      alternatives_ = alternatives_ || operand.size() > 1;
      for (const NearSequence& sequence : operand)
        for (const NearSlot& slot : sequence) {
          alternatives_ = alternatives_ || slot.size() > 1;
          for (const NearTerm& one : slot) {
            for (const std::string* term : {&one.term, &one.beside})
              if (!term->empty()) hashes_.try_emplace(*term, store::place_hash(*term));
            for (const std::string& term : one.apart_from)
              hashes_.try_emplace(term, store::place_hash(term));
          }
        }
    }
  }

  /// Of the passage where `walk` stands.
  bool holds(PassageWalk& walk) {
    // Where words stand for each other the passage may lack one of them, whose places would mean
    // nothing. That seldom makes a difference, so it is looked up at the end.
    return stand_together(walk, false) && (!alternatives_ || stand_together(walk, true));
  }

 private:
  bool stand_together(PassageWalk& walk, bool look_up) {
    const std::vector<NearOperand>& operands = near_->operands;
    if (operands.size() == 1) {
      return std::ranges::any_of(operands.front(), [&](const NearSequence& sequence) {
        return stands(walk, sequence, look_up);
      });
    }
    spans_.resize(operands.size());
    for (std::size_t i = 0; i < operands.size(); ++i) {
      std::vector<WordSpan>& all = spans_[i];
      all.clear();
      for (const NearSequence& sequence : operands[i]) {
        if (sequence.size() == 1) {
          find_places(walk, sequence.front(), look_up);
          for (const std::uint32_t place : found_) all.push_back({place, place});
          continue;
        }
        std::vector<std::vector<WordSpan>> slots;
        for (const NearSlot& slot : sequence) {
          slots.push_back(places(walk, slot, look_up));
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
    return near_->in_sentence ? in_one_sentence(spans_, walk.sentence_starts(), nullptr)
                              : near_each_other(spans_, near_->reach, nullptr);
  }

  /// A phrase, the frequent case: without a span for each word.
  bool stands(PassageWalk& walk, const NearSequence& sequence, bool look_up) {
    std::uint32_t before = 0;  // words of the sequence that `begins_` go on with
    for (const NearSlot& slot : sequence) {
      find_places(walk, slot, look_up);
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

  std::vector<WordSpan> places(PassageWalk& walk, const NearSlot& slot, bool look_up) {
    find_places(walk, slot, look_up);
    std::vector<WordSpan> result;
    result.reserve(found_.size());
    for (const std::uint32_t place : found_) result.push_back({place, place});
    return result;
  }

  /// To `found_`, ascending.
  void find_places(PassageWalk& walk, const NearSlot& slot, bool look_up) {
    found_.clear();
    for (const auto& [term, beside, apart_from] : slot) {
      const auto before = static_cast<std::ptrdiff_t>(found_.size());
      walk.places().append_to(found_, hash_of(term));
      if (look_up && found_.size() > static_cast<std::size_t>(before) && !walk.has(term))
        found_.resize(static_cast<std::size_t>(before));
      if (!beside.empty()) keep_beside(walk, beside, before);
      for (const std::string& other : apart_from) keep_apart(walk, other, before);
    }
    if (slot.size() > 1) std::sort(found_.begin(), found_.end());
  }

  /// Of the places from `from` on those where the other term stands, too.
  void keep_beside(PassageWalk& walk, const std::string& term, std::ptrdiff_t from) {
    std::vector<std::uint32_t> both;
    if (static_cast<std::size_t>(from) < found_.size() && walk.has(term)) {
      std::vector<std::uint32_t> others;
      walk.places().append_to(others, hash_of(term));
      std::set_intersection(found_.begin() + from, found_.end(), others.begin(), others.end(),
                            std::back_inserter(both));
    }
    found_.resize(static_cast<std::size_t>(from));
    found_.insert(found_.end(), both.begin(), both.end());
  }

  /// Of the places from `from` on those where the other term does not stand.
  void keep_apart(PassageWalk& walk, const std::string& term, std::ptrdiff_t from) {
    if (static_cast<std::size_t>(from) == found_.size()) return;
    others_.clear();
    walk.places().append_to(others_, hash_of(term));
    const auto stands = [&](std::uint32_t place) {
      return std::binary_search(others_.begin(), others_.end(), place);
    };
    // Whether the passage has it is only looked up where it seems to stand.
    if (std::any_of(found_.begin() + from, found_.end(), stands) && walk.has(term))
      found_.erase(std::remove_if(found_.begin() + from, found_.end(), stands), found_.end());
  }

  std::uint64_t hash_of(const std::string& term) const { return hashes_.find(term)->second; }

  std::shared_ptr<const Near> near_;
  std::map<std::string, std::uint64_t> hashes_;
  bool alternatives_;  ///< a passage may lack one of the words
  // Keep their memory from passage to passage.
  std::vector<std::uint32_t> begins_, found_, others_;
  std::vector<std::vector<WordSpan>> spans_;  ///< of each operand
};

class NearSource final : public Xapian::PostingSource {
 public:
  NearSource(std::shared_ptr<const Near> near, NearAskedOf asked_of)
      : near_(std::move(near)), asked_of_(asked_of), question_(near_, asked_of) {}

  Xapian::doccount get_termfreq_min() const override { return 0; }
  // The matcher drives an AND from its rarest part: this one should come last.
  Xapian::doccount get_termfreq_est() const override { return all_; }
  Xapian::doccount get_termfreq_max() const override { return all_; }

  void init(const Xapian::Database& database) override {
    all_ = database.get_doccount();
    last_ = database.get_lastdocid();
    docid_ = 0;
    walk_.emplace(database, a_term_of(*near_));
  }

  void next(double) override { find(docid_ + 1); }
  void skip_to(Xapian::docid least, double) override { find(std::max(least, docid_)); }
  bool check(Xapian::docid docid, double) override {
    docid_ = docid;
    return holds();
  }
  bool at_end() const override { return docid_ > last_; }
  Xapian::docid get_docid() const override { return docid_; }

  NearSource* clone() const override { return new NearSource(near_, asked_of_); }

  std::string get_description() const override {
    std::string result =
        "Near(" + (near_->in_sentence ? std::string("sentence") : std::to_string(near_->reach));
    for (const NearOperand& operand : near_->operands) {
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
  bool holds() { return walk_->go_to(docid_) && question_.holds(*walk_); }

  void find(Xapian::docid least) {
    for (docid_ = least; docid_ <= last_; ++docid_)
      if (holds()) return;
  }

  std::shared_ptr<const Near> near_;
  NearAskedOf asked_of_;
  NearQuestion question_;
  std::optional<PassageWalk> walk_;
  Xapian::doccount all_ = 0;
  Xapian::docid docid_ = 0, last_ = 0;
};

}  // namespace

Xapian::Query near_source(std::shared_ptr<const Near> near, NearAskedOf asked_of) {
  return Xapian::Query((new NearSource(std::move(near), asked_of))->release());
}

std::vector<std::size_t> nears_that_hold(std::span<const std::shared_ptr<const Near>> nears,
                                         const Xapian::Database& database,
                                         std::span<const Xapian::docid> passages) {
  std::vector<std::size_t> out(passages.size());
  if (nears.empty()) return out;
  std::vector<NearQuestion> questions;
  for (const auto& near : nears) questions.emplace_back(near, NearAskedOf::Any);
  PassageWalk walk(database, a_term_of(*nears.front()));
  for (std::size_t i = 0; i < passages.size(); ++i) {
    if (!walk.go_to(passages[i])) continue;
    while (out[i] < questions.size() && questions[out[i]].holds(walk)) ++out[i];
  }
  return out;
}

}  // namespace idsearch::query
