// SPDX-License-Identifier: GPL-2.0-or-later
// How do segments become the file of an index?
#ifndef IDSEARCH_STORE_SEGMENT_MERGE_HPP
#define IDSEARCH_STORE_SEGMENT_MERGE_HPP

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace idsearch::store {

/// Merges segments in the given order into one single-file database with this metadata, by up to
/// `jobs` threads, of which the bytes do not depend. Takes any number of segments, also none (an
/// empty index).
void merge_segments(const std::vector<std::filesystem::path>& segments,
                    const std::map<std::string, std::string>& metadata,
                    const std::filesystem::path& file, std::size_t jobs = 1);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_SEGMENT_MERGE_HPP
