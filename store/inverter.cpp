// SPDX-License-Identifier: GPL-2.0-or-later
// Terms by a hash table, and a list of passages for each.
#include "store/inverter.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "idsearch/error.hpp"
#include "store/glass_entries.hpp"
#include "store/glass_file.hpp"
#include "store/glass_lists.hpp"
#include "store/schema.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

constexpr std::size_t kMaxTerm = 245;  // engine-facts 1.1
constexpr std::size_t kFirstTable = 1U << 14;

struct Term {
  std::uint64_t hash = 0;
  std::string_view text;
  std::uint32_t slot = 0;   // of its places
  std::uint32_t docid = 0;  // of the passage in hand
  std::uint32_t wdf = 0;    // in it so far
  DocumentList list;
};

// Terms by their bytes: open addressing over a power of two.
class Terms {
 public:
  Terms() : table_(kFirstTable, 0) {}

  Term& of(std::string_view text) {
    const std::uint64_t hash = place_hash(text);
    std::size_t at = hash & (table_.size() - 1);
    for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
      Term& known = terms_[table_[at] - 1];
      if (known.hash == hash && known.text == text) return known;
    }
    if (text.empty() || text.size() > kMaxTerm)
      throw Error(ErrorCode::Internal, "a term of " + std::to_string(text.size()) + " bytes");
    Term& made = terms_.emplace_back();
    made.hash = hash;
    made.text = kept(text);
    made.slot = places_slot(text);
    table_[at] = static_cast<std::uint32_t>(terms_.size());
    if (terms_.size() * 2 > table_.size()) grow();
    return made;
  }

  std::vector<const Term*> sorted() const {
    struct Entry {
      std::uint64_t start;  // the first eight bytes, which nearly always decide
      const Term* term;
    };
    std::vector<Entry> entries;
    entries.reserve(terms_.size());
    for (const Term& term : terms_) {
      std::uint64_t start = 0;
      for (std::size_t i = 0; i < sizeof start; ++i)
        start = start << 8 | (i < term.text.size() ? static_cast<unsigned char>(term.text[i]) : 0U);
      entries.push_back({start, &term});
    }
    std::ranges::sort(entries, [](const Entry& a, const Entry& b) {
      return a.start != b.start ? a.start < b.start : a.term->text < b.term->text;
    });
    std::vector<const Term*> out;
    out.reserve(entries.size());
    for (const Entry& entry : entries) out.push_back(entry.term);
    return out;
  }

 private:
  void grow() {
    table_.assign(table_.size() * 2, 0);
    for (std::uint32_t i = 0; i < terms_.size(); ++i) {
      std::size_t at = terms_[i].hash & (table_.size() - 1);
      while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
      table_[at] = i + 1;
    }
  }

  std::string_view kept(std::string_view text) {
    constexpr std::size_t kPage = 1U << 16;
    if (pages_.empty() || pages_.back().size() + text.size() > kPage) {
      pages_.emplace_back();
      pages_.back().reserve(kPage);
    }
    std::string& page = pages_.back();
    page += text;
    return std::string_view(page).substr(page.size() - text.size());
  }

  std::vector<std::uint32_t> table_;  // number of the term, from 1; 0 = free
  std::deque<Term> terms_;
  std::deque<std::string> pages_;  // never grow beyond what they reserved
};

struct Slot {
  SlotStatistics statistics;
  SlotValues values;

  void append(std::uint32_t docid, std::string_view value) {
    statistics.add(value);
    values.append(docid, value);
  }
};

}  // namespace

struct Inverter::Impl {
  Terms terms;
  std::vector<Term*> of_passage;
  std::map<std::uint32_t, PlacesMaker> places;
  std::map<std::uint32_t, Slot> values;
  DocumentList lengths;
  GlassCounts counts;

  void count(Term& term, std::uint32_t wdf) {
    if (term.docid != counts.documents) {
      term.docid = counts.documents;
      term.wdf = 0;
      of_passage.push_back(&term);
    }
    term.wdf += wdf;
  }

  void count_length(std::uint32_t docid, std::uint32_t length) {
    lengths.append(docid, length);
    if (length > 0 && (counts.min_length == 0 || length < counts.min_length))
      counts.min_length = length;
    counts.max_length = std::max(counts.max_length, length);
    counts.total_length += length;
  }

  void write_lists(GlassFile& file) const {
    std::string key, name;
    const auto put = [&](std::uint32_t first, const std::string& tag) {
      assign_list_key(key, name, first);
      file.add(key, tag);
    };
    if (counts.documents > 0) lengths.write(false, put);
    for (const Term* term : terms.sorted()) {
      name.clear();
      append_name(name, term->text);
      term->list.write(true, put);
    }
  }
};

Inverter::Inverter() : impl_(std::make_unique<Impl>()) {}
Inverter::~Inverter() = default;

void Inverter::add(const Postings& postings) {
  Impl& at = *impl_;
  const std::uint32_t docid = ++at.counts.documents;
  at.of_passage.clear();
  for (const Posting& posting : postings.words) {
    Term& term = at.terms.of(posting.term);
    at.count(term, posting.wdf);
    if (posting.position != 0) at.places[term.slot].add_hash(term.hash, posting.position);
  }
  for (const std::string& filter : postings.filters) at.count(at.terms.of(filter), 0);
  std::uint32_t length = 0;
  for (Term* term : at.of_passage) {
    term->list.append(docid, term->wdf);
    at.counts.max_wdf = std::max(at.counts.max_wdf, term->wdf);
    length += term->wdf;
  }
  at.count_length(docid, length);

  for (auto& [slot, maker] : at.places) {
    if (const std::string bytes = maker.bytes(); !bytes.empty())
      at.values[slot].append(docid, bytes);
    maker.clear();
  }
  for (const auto& [slot, value] : postings.values)
    if (!value.empty()) at.values[slot].append(docid, value);
}

void Inverter::set_value(std::uint32_t docid, std::uint32_t slot, std::string_view value) {
  impl_->values[slot].append(docid, value);
}

void Inverter::add_documents(
    std::string_view segment, std::uint32_t first, std::uint32_t last,
    const std::function<void(std::uint32_t, std::string_view)>& take_block) {
  GlassEntries entries(segment);
  Impl& at = *impl_;
  const std::uint32_t before = at.counts.documents;
  const auto is_wanted = [&](std::uint32_t docid) { return first <= docid && docid <= last; };
  const auto new_docid = [&](std::uint32_t docid) { return before + (docid - first) + 1; };
  std::string name;  // of the term that `list` is of
  DocumentList* list = nullptr;
  ListCounts ignored;
  while (entries.next()) {
    const GlassKey key = parse_glass_key(entries.key());
    switch (key.kind) {
      case GlassKey::Kind::Values: {
        if (key.slot == kSlotRecords) {
          for_each_value(key.docid, entries.tag(), take_block);
          break;
        }
        Slot& slot = at.values[key.slot];
        for_each_value(key.docid, entries.tag(), [&](std::uint32_t docid, std::string_view value) {
          if (is_wanted(docid)) slot.append(new_docid(docid), value);
        });
        break;
      }
      case GlassKey::Kind::Lengths:
        for_each_document(parse_list_chunk(key.docid, entries.tag(), ignored),
                          [&](std::uint32_t docid, std::uint32_t length) {
                            if (is_wanted(docid)) at.count_length(new_docid(docid), length);
                          });
        break;
      case GlassKey::Kind::Term: {
        const ListChunk chunk = parse_list_chunk(key.docid, entries.tag(), ignored);
        if (chunk.last < first || chunk.first > last) break;
        if (key.name != name) {
          name = key.name;
          list = nullptr;
        }
        for_each_document(chunk, [&](std::uint32_t docid, std::uint32_t wdf) {
          if (!is_wanted(docid)) return;
          if (list == nullptr) list = &at.terms.of(term_of_name(name)).list;
          list->append(new_docid(docid), wdf);
          at.counts.max_wdf = std::max(at.counts.max_wdf, wdf);
        });
        break;
      }
      case GlassKey::Kind::Metadata:
      case GlassKey::Kind::SlotStatistics:
        break;
    }
  }
  at.counts.documents += last - first + 1;
}

std::string Inverter::finish() {
  GlassFile file;
  for (const auto& [slot, values] : impl_->values)
    if (values.statistics.count > 0) file.add(statistics_key(slot), values.statistics.tag());
  for (auto& [slot, values] : impl_->values)
    values.values.write(true, [&file, number = slot](std::uint32_t first, const std::string& tag) {
      file.add(values_key(number, first), tag);
    });
  impl_->write_lists(file);
  return file.finish(impl_->counts);
}

}  // namespace idsearch::store
