// SPDX-License-Identifier: GPL-2.0-or-later
// How does a profile that cannot be read this time keep the version that serves? From the records
// of its passages the profile is put together again, as far as an index needs it, and is written
// like any other.
#ifndef IDSEARCH_INDEXER_CARRY_OVER_HPP
#define IDSEARCH_INDEXER_CARRY_OVER_HPP

#include <string>
#include <vector>

#include "idsearch/profile.hpp"
#include "indexer/inputs.hpp"
#include "store/generation.hpp"
#include "store/passage_record.hpp"

namespace idsearch::indexer {

/// The profile of these passages (all of one, in reading order). Postings made of it are those that
/// were made of the profile itself by the same program. Notes that no passage cites are not in it,
/// nor are diagnostics.
Profile profile_of_records(const std::vector<store::PassageRecord>& records);

/// The same as an input. Its hash is one over the records, unlike that of any file: a segment with
/// it is kept apart from one that was written from the file, whose diagnostics are known.
Input carried_input(const store::ManifestProfile& kept, const std::string& path,
                    const std::vector<store::PassageRecord>& records);

/// Whether `failed` is what `known` was read from. Never of files that claim the same id: they were
/// read, and which of them is meant must not be guessed, nor that it is neither.
bool is_of(const FailedInput& failed, const store::ManifestProfile& known);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CARRY_OVER_HPP
