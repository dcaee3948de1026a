// SPDX-License-Identifier: GPL-2.0-or-later
// From corpus files to the profiles that make an index: bytes read once, hashed, ids compared.
#ifndef IDSEARCH_INDEXER_INPUTS_HPP
#define IDSEARCH_INDEXER_INPUTS_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "idsearch/index.hpp"
#include "idsearch/profile.hpp"
#include "indexer/discover.hpp"
#include "store/generation.hpp"

namespace idsearch::indexer {

/// One profile to index.
struct Input {
  std::string id;
  std::string path;     ///< for messages
  std::string name;     ///< for the record
  std::string read_as;  ///< the file name that leads the reader to `id`
  std::string sha256;   ///< of what it was read from
  std::size_t size = 0;
  std::string bytes;                           ///< of the file; empty when `profile` is there
  std::optional<Profile> profile;              ///< read already (JSON lines, carried over)
  std::optional<store::ManifestProfile> kept;  ///< carried over: what it was read from, and why
};

/// Something that is there, but of which no profile could be made.
struct FailedInput {
  std::string id;    ///< of the profile that it would be
  std::string name;  ///< of the file, as Input::name; empty where an id is meant that several have
  std::string path, reason;
  bool is_directory = false;  ///< a directory that cannot be listed: all below `name` is meant
};

/// Files that are rejected because others give profiles of the same ids; lines of one file are not
/// counted.
struct SharedIds {
  std::uint64_t files = 0;    ///< 0: there are none
  std::string first, second;  ///< two of them that share one
  bool paths_differ = false;  ///< ids by path would tell these two apart
};

struct Inputs {
  std::vector<Input> inputs;            ///< by id, each id once
  std::vector<RejectedInput> rejected;  ///< each file that failed
  std::vector<FailedInput> failed;      ///< by path; files that share an id are one
  SharedIds shared_ids;                 ///< why some of them failed
};

/// Reads the files in threads. `ids_by_path`: a profile's id comes from its path below the corpus
/// ("2015/kenya.txt" becomes "2015-kenya"), else from the stem of its file name. A file that cannot
/// be read, is too large, or whose id is not the only one of its kind is rejected. nullopt when
/// `tick` (done files; may be empty) said false.
std::optional<Inputs> read_inputs(const std::vector<CorpusFile>& files, bool ids_by_path,
                                  std::size_t jobs,
                                  const std::function<bool(std::size_t done)>& tick);

/// What to do about shared ids, one or two sentences; empty when there are none.
std::string advice_on(const SharedIds& shared);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_INPUTS_HPP
