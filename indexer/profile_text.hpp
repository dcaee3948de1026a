// SPDX-License-Identifier: GPL-2.0-or-later
// A profile as `idsearch-index parse` shows it to people: what the reader took for what.
#ifndef IDSEARCH_INDEXER_PROFILE_TEXT_HPP
#define IDSEARCH_INDEXER_PROFILE_TEXT_HPP

#include <cstddef>
#include <string>

#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// Lines with a summary; each section with its passages (number, kind, how the text begins, marks);
/// the notes with their status and, where a note does not hold its source itself, the way to it and
/// the source; the diagnostics. Texts are cut so that lines have at most `columns` columns, and
/// have their controls escaped. Only labels, paths and diagnostics may run over.
std::string profile_text(const Profile& profile, std::size_t columns);

/// Columns of the terminal that standard output is: COLUMNS, else what the kernel says; 80 where
/// nobody knows, and for files and pipes, which look the same whoever made them.
std::size_t output_columns();

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_PROFILE_TEXT_HPP
