// SPDX-License-Identifier: GPL-2.0-or-later
// An index as text that can be compared line by line.
#ifndef IDSEARCH_STORE_DUMP_HPP
#define IDSEARCH_STORE_DUMP_HPP

#include <iosfwd>
#include <string>
#include <vector>

namespace idsearch::store {

/// Writes everything that answers depend on: what made it, every term with its passages, every
/// passage with values and record. The same corpus gives the same text, in one index or several,
/// in whatever order documents lie; nothing of dates of building, docids or UUIDs is in it. Throws
/// what Reader::open() throws.
void dump(const std::vector<std::string>& paths, std::ostream& out);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_DUMP_HPP
