// SPDX-License-Identifier: GPL-2.0-or-later
// A thesaurus as people write it (corpus/thesaurus.toml says how) to the table that a search uses.
#ifndef IDSEARCH_QUERY_THESAURUS_FILE_HPP
#define IDSEARCH_QUERY_THESAURUS_FILE_HPP

#include <string>
#include <string_view>

namespace idsearch::query {

/// The version of the form; a file of another version is refused.
inline constexpr int kThesaurusVersion = 1;

/// Lines of a WordTable; the payload are the names to look for as well, parted by tabs, and before
/// them "=" and the spelling when the name counts only as spelled. `path` is for messages
/// ("path:12: …"). Throws Error{BadConfiguration}.
std::string parse_thesaurus(std::string_view toml, const std::string& path);

/// The same of a file. Throws Error{BadConfiguration}, also when it cannot be read.
std::string read_thesaurus(const std::string& path);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_THESAURUS_FILE_HPP
