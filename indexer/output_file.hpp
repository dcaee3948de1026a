// SPDX-License-Identifier: GPL-2.0-or-later
// How is a file for other programs written, so that they see the whole of the old or of the new
// one?
#ifndef IDSEARCH_INDEXER_OUTPUT_FILE_HPP
#define IDSEARCH_INDEXER_OUTPUT_FILE_HPP

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::indexer {

/// Made before anything else is done, so that a run does not publish first and then end in an
/// error.
class OutputFile {
 public:
  /// An empty name writes nothing, "-" to standard output. `mode` is set whatever the umask;
  /// nullopt: that of new files.
  /// Throws Error{CannotWrite} when the file could not be written now.
  OutputFile(const std::string& file, std::optional<mode_t> mode);

  /// By rename from beside it, synced; into pipes and devices straight. Throws Error{CannotWrite}:
  /// then what the file held stays.
  void write(std::string_view bytes) const;

  bool is_standard_output() const { return is_standard_output_; }

 private:
  std::filesystem::path file_;  // links resolved: they stay links
  std::optional<mode_t> mode_;
  bool is_special_ = false, is_standard_output_ = false;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_OUTPUT_FILE_HPP
