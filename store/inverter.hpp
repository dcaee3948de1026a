// SPDX-License-Identifier: GPL-2.0-or-later
// Which passages has a word? Turns the postings of passages, one after the other, into those of
// terms, and these into what stands in Xapian's postlist table.
#ifndef IDSEARCH_STORE_INVERTER_HPP
#define IDSEARCH_STORE_INVERTER_HPP

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "store/postings.hpp"
#include "store/word_places.hpp"

namespace idsearch::store {

/// The documents of one segment. Passages get the docids 1, 2, 3 ...
class Inverter {
 public:
  Inverter();
  ~Inverter();
  Inverter(const Inverter&) = delete;
  Inverter& operator=(const Inverter&) = delete;

  /// Throws Error{Internal} for a term that is empty or longer than Xapian takes.
  void add(const Postings& postings);

  /// Documents `first` to `last` of a segment's file, given by its bytes, as if their postings were
  /// added one by one. Metadata is left out, and so are blocks of records, for these need not begin
  /// and end with them: all of the segment are handed to `take_block(docid, value)`, in their
  /// order. Throws Error{Integrity} where the segment's bytes are none.
  void add_documents(std::string_view segment, std::uint32_t first, std::uint32_t last,
                     const std::function<void(std::uint32_t, std::string_view)>& take_block);

  /// Gives a document that was added a value in a slot in which none above it has one.
  void set_value(std::uint32_t docid, std::uint32_t slot, std::string_view value);

  /// The single-file database: what Xapian's own writer and compaction would make of the same
  /// documents, once it is merged with others (tests/store/inverter_test.cpp).
  std::string finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_INVERTER_HPP
