// SPDX-License-Identifier: GPL-2.0-or-later
// The table of formats: which reader takes a file. A new format is one function and one line here.
#ifndef IDSEARCH_INDEXER_READERS_HPP
#define IDSEARCH_INDEXER_READERS_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"
#include "idsearch/profile.hpp"
#include "indexer/raw_profile.hpp"

namespace idsearch::indexer {

struct Format {
  std::string_view name;                      ///< "text"
  std::span<const std::string_view> endings;  ///< ".txt", lower case
  RawProfile (*read)(std::string_view bytes);
  /// Why a file cannot be read at all, to be said behind its name, or empty; null = takes anything.
  std::string (*refuse)(std::string_view bytes);
};

/// All formats that hold one profile a file.
std::span<const Format> formats();

/// The format for a file name; null when its ending is not known.
const Format* format_of(std::string_view file);

/// The format of that name; null when there is no reader for it.
const Format* format_named(std::string_view name);

/// What the ending of a file name promises: the name of a format, "jsonl" (".jsonl", ".ndjson");
/// "text" for a name without any ending; empty for endings that nobody knows.
std::string_view format_by_ending(std::string_view file);

/// All endings that make a file a profile or a collection: "*.txt, *.text, …, *.ndjson".
std::string known_endings();

/// JSON lines of {"id","title","body"}: each line a profile with one passage, id verbatim; for
/// measuring. A faulty line throws Error{Usage} naming file and line.
std::vector<Profile> read_jsonl(std::string_view file, std::string_view bytes);

/// Slug of the file's stem; "profile-" and 8 hexadecimal digits of its hash when nothing is left.
std::string profile_id(std::string_view file);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_READERS_HPP
