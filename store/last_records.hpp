// SPDX-License-Identifier: GPL-2.0-or-later
// What does the generation in force hold of one profile? For builds that carry it over, also from
// an index that another analyser made.
#ifndef IDSEARCH_STORE_LAST_RECORDS_HPP
#define IDSEARCH_STORE_LAST_RECORDS_HPP

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/passage_record.hpp"

namespace idsearch::store {

/// Opened when it is first asked. May be asked from several threads.
class LastRecords {
 public:
  explicit LastRecords(std::filesystem::path index);
  ~LastRecords();
  LastRecords(const LastRecords&) = delete;
  LastRecords& operator=(const LastRecords&) = delete;

  /// The passages of a profile in reading order. Empty when there are none, and when the index has
  /// another schema, is damaged or cannot be opened: then nothing can be carried over.
  std::vector<PassageRecord> of_profile(const std::string& id);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_LAST_RECORDS_HPP
