// SPDX-License-Identifier: GPL-2.0-or-later
// Which generations stand in an index, what changed from one to the next, and how does an older one
// come into force again?
#ifndef IDSEARCH_STORE_GENERATION_LIST_HPP
#define IDSEARCH_STORE_GENERATION_LIST_HPP

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "store/generation.hpp"

namespace idsearch::store {

struct ListedGeneration {
  std::string name;       ///< of its directory: "000007-3f9a2c…"
  bool current = false;   ///< it serves
  bool readable = false;  ///< its manifest and list of profiles are what was written
  Manifest manifest;      ///< with profiles; empty unless readable
  /// Ids of profiles against the next older readable one, ascending; all empty for the oldest.
  std::vector<std::string> added, changed, removed;
  bool oldest = false;         ///< there is no older readable one to compare with
  bool other_program = false;  ///< than the older one's: schema, analyser or libraries
  bool other_rules = false;    ///< topic rules, thesaurus and the like
};

/// The newest first, by number (never by time: clocks go backwards). Empty when there is none.
std::vector<ListedGeneration> list_generations(const std::filesystem::path& index);

/// The same; throws Error{NoIndex}, as opening does, instead of an empty list.
std::vector<ListedGeneration> listed_or_no_index(const std::filesystem::path& index);

/// What is wrong with a generation, each with the file that it is about; empty when nothing is, and
/// when it was removed meanwhile. Compares digests and, of this program's schema, has a child
/// process read all of it. Needs no lock.
std::vector<std::string> faults_of(const std::filesystem::path& index,
                                   const ListedGeneration& generation);

/// Puts the generation `wanted` (its name, number or content id; empty = the newest readable one
/// that is older than the current one, or the newest of all when there is no current one) into
/// force, after all of it was checked. Returns its name; the current one's when it serves already.
/// Needs the lock. Throws Error{Usage} when none or several are meant, Error{NoIndex} when there
/// is no generation, Error{Incompatible} when this program cannot read it, Error{Integrity} when it
/// is damaged, Error{CannotWrite}: then the old serves.
std::string roll_back(const std::filesystem::path& index, std::string_view wanted);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GENERATION_LIST_HPP
