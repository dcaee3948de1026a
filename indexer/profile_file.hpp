// SPDX-License-Identifier: GPL-2.0-or-later
// A file that was named or found: its bytes and their format, or why it cannot be taken. The one
// way in which run, parse and lint open profiles.
#ifndef IDSEARCH_INDEXER_PROFILE_FILE_HPP
#define IDSEARCH_INDEXER_PROFILE_FILE_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"
#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// The largest profile that is read; real ones have some 10 to 200 KB, and ICU counts in 31 bits.
/// Also the longest line of a file of JSON lines, which as a whole may have any size.
inline constexpr std::size_t kMaxProfileBytes = std::size_t{16} << 20;

struct ProfileFile {
  std::string bytes;
  std::string_view format;  ///< "jsonl", or the name of a format that has a reader
  /// Not empty: nothing else counts. Words that go behind the file's name, "looks like a PDF".
  std::string problem;
};

/// Never waits, whatever the path leads to, and reads regular files only: no more of them than was
/// there when they were opened, so that one that grows has an end.
ProfileFile read_profile_file(const std::string& path);

/// Says on standard error that `command` cannot take a file, and what to do where it is a
/// directory.
void tell_unreadable(std::string_view command, const std::string& path, const std::string& problem);

/// The profiles of a file: one, or one a line of JSON. Where that fails for faulty JSON, `problem`
/// says so.
std::vector<Profile> read_profiles(const std::string& path, std::string& problem,
                                   const ParseOptions& options);

/// Whether the file begins like JSON lines. False also when it cannot be read.
bool is_json_lines_file(const std::string& path);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_PROFILE_FILE_HPP
