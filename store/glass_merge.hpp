// SPDX-License-Identifier: GPL-2.0-or-later
// How do segments become fewer and larger ones? Xapian's compaction keeps the pieces of a word's
// list as they come: of 204 segments the index had 4.7 million of them, and merging took three
// times the processor time of copying one (bench/README.md). Here lists are joined and cut anew, so
// that the merged segment is the one that all passages written at once would have made
// (tests/store/glass_merge_test.cpp), and the compaction that follows has little to do.
#ifndef IDSEARCH_STORE_GLASS_MERGE_HPP
#define IDSEARCH_STORE_GLASS_MERGE_HPP

#include <filesystem>
#include <span>

namespace idsearch::store {

/// Writes the documents of these segments, one segment after the other, into a file that must not
/// be there yet. Of metadata of one key that of the first segment counts. Needs about 64 KiB of
/// memory a segment, and one open file at a time. Throws Error{CannotWrite}, Error{Integrity}.
void merge_glass_files(std::span<const std::filesystem::path> segments,
                       const std::filesystem::path& file);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_GLASS_MERGE_HPP
