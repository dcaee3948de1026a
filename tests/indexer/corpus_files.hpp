// SPDX-License-Identifier: GPL-2.0-or-later
// The files of corpus/ for tests of them.
#ifndef IDSEARCH_TESTS_INDEXER_CORPUS_FILES_HPP
#define IDSEARCH_TESTS_INDEXER_CORPUS_FILES_HPP

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace idsearch {

inline const std::filesystem::path kCorpus = std::filesystem::path(IDSEARCH_SOURCE_DIR) / "corpus";

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace idsearch

#endif  // IDSEARCH_TESTS_INDEXER_CORPUS_FILES_HPP
