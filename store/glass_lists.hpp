// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in Xapian's postlist table, and under which keys? Metadata (0, 0xC0, name),
// statistics of a value slot (0, 0xD0, slot), values (0, 0xD8, slot, first docid), lengths of
// documents (0, 0xE0, first docid but for the first chunk), terms (term; 0, first docid but for the
// first chunk), in this order. A list is cut into chunks of about 2,000 bytes, as Xapian's own
// writer cuts them.
#ifndef IDSEARCH_STORE_GLASS_LISTS_HPP
#define IDSEARCH_STORE_GLASS_LISTS_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace idsearch::store {

/// A key, taken apart. `name` views its bytes.
struct GlassKey {
  enum class Kind { Metadata, SlotStatistics, Values, Lengths, Term };

  Kind kind = Kind::Term;
  std::string_view name;    ///< of metadata; of a term as it stands in keys
  std::uint32_t slot = 0;   ///< of values and their statistics
  std::uint32_t docid = 0;  ///< first of the chunk; 0 for the first chunk of lengths or a term
  std::size_t common = 0;   ///< bytes before the docid, of values and lengths
};

/// Throws Error{Integrity} for bytes that are no key of this table.
GlassKey parse_glass_key(std::string_view key);

/// The term of a key's name, and the other way round.
std::string term_of_name(std::string_view name);
void append_name(std::string& to, std::string_view term);

std::string statistics_key(std::uint32_t slot);
std::string values_key(std::uint32_t slot, std::uint32_t first_docid);
/// The key of a list (`name` as it stands in keys; empty: lengths of documents); docid 0 for the
/// first chunk.
void assign_list_key(std::string& to, std::string_view name, std::uint32_t first_docid);

/// Of a list of documents.
struct ListCounts {
  std::uint32_t documents = 0, sum = 0;
};

/// A chunk of a list: documents with a number each.
struct ListChunk {
  std::uint32_t first = 0, last = 0;  ///< docids
  bool is_last = false;               ///< of its list
  std::string_view entries;           ///< number of `first`; then distance minus 1, number
};

/// `docid` as in the key. `counts` is set by the first chunk only. Throws Error{Integrity}.
ListChunk parse_list_chunk(std::uint32_t docid, std::string_view tag, ListCounts& counts);

/// Walks over numbers in a chunk. Throws Error{Integrity} at a number that does not end.
class NumberReader {
 public:
  explicit NumberReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool is_at_end() const { return at_ == end_; }
  const char* place() const { return at_; }
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }

  std::uint32_t next() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at_ != end_ && shift < 35; shift += 7) {
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint32_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    throw_bad_list();
  }

  void skip() {
    while (at_ != end_)
      if (static_cast<unsigned char>(*at_++) < 0x80) return;
    throw_bad_list();
  }

  std::string_view bytes(std::size_t size) {
    if (size > rest().size()) throw_bad_list();
    at_ += size;
    return {at_ - size, size};
  }

 private:
  [[noreturn]] static void throw_bad_list();

  const char* at_;
  const char* end_;
};

/// `take(docid, number)` for each document of a chunk.
template <typename Take>
void for_each_document(const ListChunk& chunk, Take&& take) {
  NumberReader in(chunk.entries);
  std::uint32_t docid = chunk.first;
  take(docid, in.next());
  while (!in.is_at_end()) {
    docid += in.next() + 1;
    take(docid, in.next());
  }
}

/// `take(docid, value)` for each document of a chunk of values that begins with `first`.
template <typename Take>
void for_each_value(std::uint32_t first, std::string_view tag, Take&& take) {
  NumberReader in(tag);
  for (std::uint32_t docid = first;; docid += in.next() + 1) {
    take(docid, in.bytes(in.next()));
    if (in.is_at_end()) return;
  }
}

/// A list of documents with a number each: postings of a term, or lengths.
class DocumentList {
 public:
  /// Docids ascend.
  void append(std::uint32_t docid, std::uint32_t number);

  /// All documents of a chunk, `offset` added to their docids, as if appended one by one, but not
  /// counted: add_counts() does. Most bytes are copied as they are.
  void append_chunk(const ListChunk& chunk, std::uint32_t offset);
  void add_counts(const ListCounts& counts) {
    counts_.documents += counts.documents;
    counts_.sum += counts.sum;
  }

  bool is_empty() const { return chunk_.empty(); }
  void clear();

  /// `put(first docid, 0 for the first chunk; tag)`. Lengths of documents are not counted.
  void write(bool is_counted,
             const std::function<void(std::uint32_t, const std::string&)>& put) const;

 private:
  struct Chunk {
    std::uint32_t first, last;
    std::string entries;
  };

  void append_entry(std::uint32_t docid, std::uint32_t number);

  ListCounts counts_;
  std::uint32_t first_ = 0, last_ = 0;
  std::string chunk_;          // being filled; empty only without any document
  std::vector<Chunk> chunks_;  // full
};

/// Smallest and greatest value of a slot, and how many documents have one.
struct SlotStatistics {
  std::uint32_t count = 0;
  std::string least, greatest;

  void add(std::string_view value);
  void add(const SlotStatistics& other);
  std::string tag() const;
};

/// Throws Error{Integrity}.
SlotStatistics parse_statistics(std::string_view tag);

/// The values of one slot, none of them empty, as chunks.
class SlotValues {
 public:
  /// Docids ascend.
  void append(std::uint32_t docid, std::string_view value);

  /// `put(first docid, tag)` for each chunk that is full, which is then forgotten, or also for what
  /// is left when `is_end`.
  void write(bool is_end, const std::function<void(std::uint32_t, const std::string&)>& put);

 private:
  std::uint32_t first_ = 0, last_ = 0;
  std::string chunk_;
  std::vector<std::pair<std::uint32_t, std::string>> chunks_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GLASS_LISTS_HPP
