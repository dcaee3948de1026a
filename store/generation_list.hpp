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
};

/// The newest first, by number (never by time: clocks go backwards). Empty when there is none.
std::vector<ListedGeneration> list_generations(const std::filesystem::path& index);

/// Puts the generation `wanted` (its name, number or content id; empty = the newest readable one
/// that is older than the current one) into force by the rename that publishes, after its bytes
/// were compared with its digest. Returns its name; the current one's when it serves already.
/// Needs the lock. Throws Error{Usage} when none or several are meant, Error{NoIndex} when there
/// is no generation, Error{Integrity} when it is damaged, Error{CannotWrite}: then the old serves.
std::string roll_back(const std::filesystem::path& index, std::string_view wanted);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GENERATION_LIST_HPP
