// SPDX-License-Identifier: GPL-2.0-or-later
// Keys of the postlist table, in their order: metadata (0, 0xC0, name), statistics of a value slot
// (0, 0xD0, slot), values (0, 0xD8, slot, first docid), lengths of documents (0, 0xE0, first docid
// but for the first chunk), terms (term; 0, first docid but for the first chunk). A list is cut
// into chunks of about 2,000 bytes, as Xapian cuts them.
#include "store/inverter.hpp"

#include <algorithm>
#include <bit>
#include <deque>
#include <utility>

#include "idsearch/error.hpp"
#include "store/glass_file.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

constexpr std::size_t kChunkBytes = 2000;  // Xapian's, for postings and for values
constexpr std::size_t kMaxTerm = 245;      // engine-facts 1.1
constexpr std::size_t kFirstTable = 1U << 14;

// Appends a number so that longer ones sort behind shorter ones.
void append_sortable(std::string& to, std::uint32_t value) {
  if (value < 0x8000) {
    to += static_cast<char>(value >> 8);
    to += static_cast<char>(value);
    return;
  }
  const auto bytes = static_cast<unsigned>((37 - std::countl_zero(value)) / 7);
  const unsigned ones = 0xFFU << (10 - bytes);
  to += static_cast<char>((bytes > 4 ? 0 : value >> (8 * (bytes - 1))) | ones);
  for (unsigned left = bytes - 1; left > 0; --left)
    to += static_cast<char>(value >> (8 * (left - 1)));
}

// The term as it stands in keys.
void append_term(std::string& to, std::string_view term) {
  for (const char c : term) {
    to += c;
    if (c == '\0') to += '\xff';
  }
}

// A list of documents with a number each, as chunks.
class DocumentList {
 public:
  void append(std::uint32_t docid, std::uint32_t number) {
    if (count_ == 0) {
      first_ = docid;
    } else if (chunk_.size() >= kChunkBytes) {
      chunks_.push_back({first_, last_, std::exchange(chunk_, {})});
      first_ = docid;
    } else {
      append_varint(chunk_, docid - last_ - 1);
    }
    last_ = docid;
    append_varint(chunk_, number);
    ++count_;
    sum_ += number;
  }

  std::uint32_t last() const { return last_; }

  /// `put(first docid, 0 for the first chunk; tag)`. Lengths of documents are not counted.
  template <typename Put>
  void write(bool is_counted, Put&& put) const {
    std::string tag;
    append_varint(tag, is_counted ? count_ : 0);
    append_varint(tag, is_counted ? sum_ : 0);
    append_varint(tag, (chunks_.empty() ? first_ : chunks_.front().first) - 1);
    std::uint32_t first_of_chunk = 0;
    const auto put_chunk = [&](std::uint32_t first, std::uint32_t last, const std::string& entries,
                               bool is_last) {
      tag += is_last ? '1' : '0';
      append_varint(tag, last - first);
      tag += entries;
      put(first_of_chunk, tag);
      tag.clear();
    };
    for (const Chunk& chunk : chunks_) {
      put_chunk(chunk.first, chunk.last, chunk.entries, false);
      first_of_chunk = &chunk == &chunks_.back() ? first_ : (&chunk + 1)->first;
    }
    put_chunk(first_, last_, chunk_, true);
  }

 private:
  struct Chunk {
    std::uint32_t first, last;
    std::string entries;
  };

  std::uint32_t count_ = 0, first_ = 0, last_ = 0;
  std::uint32_t sum_ = 0;
  std::string chunk_;          // being filled
  std::vector<Chunk> chunks_;  // full
};

// The values of one slot.
class SlotValues {
 public:
  void append(std::uint32_t docid, std::string_view value) {
    if (chunk_.empty()) {
      first_ = docid;
    } else {
      append_varint(chunk_, docid - last_ - 1);
    }
    last_ = docid;
    append_varint(chunk_, value.size());
    chunk_ += value;
    if (chunk_.size() >= kChunkBytes) chunks_.emplace_back(first_, std::exchange(chunk_, {}));
    if (count_++ == 0) {
      least_ = greatest_ = value;
    } else if (value < std::string_view(least_)) {
      least_ = value;
    } else if (value > std::string_view(greatest_)) {
      greatest_ = value;
    }
  }

  std::string statistics() const {
    std::string out;
    append_varint(out, count_);
    append_varint(out, least_.size());
    out += least_;
    if (least_ != greatest_) out += greatest_;
    return out;
  }

  template <typename Put>
  void write(Put&& put) const {
    for (const auto& [first, chunk] : chunks_) put(first, chunk);
    if (!chunk_.empty()) put(first_, chunk_);
  }

 private:
  std::uint32_t count_ = 0, first_ = 0, last_ = 0;
  std::string least_, greatest_, chunk_;
  std::vector<std::pair<std::uint32_t, std::string>> chunks_;
};

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

}  // namespace

struct Inverter::Impl {
  Terms terms;
  std::vector<Term*> of_passage;
  std::map<std::uint32_t, PlacesMaker> places;
  std::map<std::uint32_t, SlotValues> values;
  std::map<std::string, std::string> metadata;
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

  void write_lists(GlassFile& file) const {
    std::string key;
    if (counts.documents > 0) {
      lengths.write(false, [&](std::uint32_t first, const std::string& tag) {
        key.assign("\x00\xe0", 2);
        if (first != 0) append_sortable(key, first);
        file.add(key, tag);
      });
    }
    for (const Term* term : terms.sorted()) {
      term->list.write(true, [&](std::uint32_t first, const std::string& tag) {
        key.clear();
        append_term(key, term->text);
        if (first != 0) {
          key += '\0';
          append_sortable(key, first);
        }
        file.add(key, tag);
      });
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
  at.lengths.append(docid, length);
  if (length > 0 && (at.counts.min_length == 0 || length < at.counts.min_length))
    at.counts.min_length = length;
  at.counts.max_length = std::max(at.counts.max_length, length);
  at.counts.total_length += length;

  for (auto& [slot, maker] : at.places) {
    if (const std::string bytes = maker.bytes(); !bytes.empty())
      at.values[slot].append(docid, bytes);
    maker.clear();
  }
  for (const auto& [slot, value] : postings.values)
    if (!value.empty()) at.values[slot].append(docid, value);
}

void Inverter::set_metadata(const std::string& key, const std::string& value) {
  impl_->metadata[key] = value;
}

std::string Inverter::finish() {
  GlassFile file;
  std::string key;
  for (const auto& [name, value] : impl_->metadata) {
    if (value.empty()) continue;  // as good as none
    key.assign("\x00\xc0", 2);
    key += name;
    file.add(key, value);
  }
  for (const auto& [slot, values] : impl_->values) {
    key.assign("\x00\xd0", 2);
    for (std::uint32_t rest = slot; rest != 0; rest >>= 8) key += static_cast<char>(rest);
    file.add(key, values.statistics());
  }
  for (const auto& [slot, values] : impl_->values) {
    values.write([&, number = slot](std::uint32_t first, const std::string& tag) {
      key.assign("\x00\xd8", 2);
      append_varint(key, number);
      append_sortable(key, first);
      file.add(key, tag);
    });
  }
  impl_->write_lists(file);
  return file.finish(impl_->counts);
}

}  // namespace idsearch::store
