// SPDX-License-Identifier: GPL-2.0-or-later
// What can be said in the head of an index file so that opening it costs less? Xapian takes and
// clears two blocks of memory for each of six tables, though only one of them is filled.
#ifndef IDSEARCH_STORE_GLASS_HEAD_HPP
#define IDSEARCH_STORE_GLASS_HEAD_HPP

#include <filesystem>
#include <string>
#include <string_view>

namespace idsearch::store {

/// The first block of a single-file database with the smallest blocks for tables that are empty:
/// 15 pages of memory less for each that opens it. Empty when it is no head in the format of
/// store/glass_layout, or there is nothing to change. No byte moves.
std::string with_small_empty_tables(std::string_view head);

/// The same to a file, in place; one in another format is left as it is. Throws
/// Error{CannotWrite}.
void shrink_empty_tables(const std::filesystem::path& file);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GLASS_HEAD_HPP
