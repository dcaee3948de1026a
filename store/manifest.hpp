// SPDX-License-Identifier: GPL-2.0-or-later
// A generation's manifest as JSON: manifest.json, small and read by every search, and
// profiles.json with the list of profiles, read by builds only.
#ifndef IDSEARCH_STORE_MANIFEST_HPP
#define IDSEARCH_STORE_MANIFEST_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include "store/generation.hpp"

namespace idsearch::store {

/// "000007-3f9a2c…": the name of a generation's directory.
std::string generation_name(const Manifest& manifest);

/// The number before the dash of such a name; 0 when it is none.
std::uint64_t generation_number(std::string_view name);

/// Everything but the list of profiles; ends in a digest of itself.
std::string manifest_json(const Manifest& manifest);

/// nullopt when the bytes are not what manifest_json() wrote (newer ones with more keys are).
std::optional<Manifest> parse_manifest(std::string_view json);

std::string profiles_json(const Manifest& manifest);

/// Fills `manifest.profiles`; false when the bytes do not have the digest that the manifest names.
bool parse_profiles(std::string_view json, Manifest& manifest);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_MANIFEST_HPP
