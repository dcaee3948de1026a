// SPDX-License-Identifier: GPL-2.0-or-later
// A profile as one line of JSON, schema "idsearch.profile/1".
#ifndef IDSEARCH_INDEXER_PROFILE_JSON_HPP
#define IDSEARCH_INDEXER_PROFILE_JSON_HPP

#include <string>
#include <vector>

#include "idsearch/profile.hpp"

namespace idsearch::indexer {

/// Without newline. Keys in the order of docs/json.md.
std::string profile_json(const Profile& profile);

/// `[{"name": …, "evidence": […]}]`
std::string topics_json(const std::vector<TopicTag>& topics);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_PROFILE_JSON_HPP
