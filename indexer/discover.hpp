// SPDX-License-Identifier: GPL-2.0-or-later
// Which files a corpus consists of.
#ifndef IDSEARCH_INDEXER_DISCOVER_HPP
#define IDSEARCH_INDEXER_DISCOVER_HPP

#include <filesystem>
#include <string>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch::indexer {

struct CorpusFile {
  std::string path;  ///< where it can be opened from here; for messages
  /// Path below the corpus directory, or the bare file name: the same on every machine. UTF-8.
  std::string name;
};

struct Discovery {
  std::vector<CorpusFile> files;        ///< by path, each once
  std::vector<RejectedInput> rejected;  ///< what cannot be listed
  /// Of `rejected`: path, and name below the corpus ("africa/"; "" for a whole one) of directories.
  std::vector<CorpusFile> unlisted;
  std::vector<std::string> ignored;  ///< files of no known format, links
};

/// Files below the `corpus` paths. Below a directory those count whose name has a known ending,
/// even special files (reading says what is wrong with them), and JSON lines named ".json"; a file
/// that is named itself always counts, as its content may tell the format. Names that begin with a
/// dot are skipped, links are not followed (but a path of `corpus` itself may be one), and neither
/// is the index directory looked into when it lies in the corpus. Throws Error{Usage} when a path
/// does not exist.
Discovery discover(const std::vector<std::string>& corpus, const std::filesystem::path& index);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_DISCOVER_HPP
