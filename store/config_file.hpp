// SPDX-License-Identifier: GPL-2.0-or-later
// Which configuration file is in force, and which of its keys are whose? One file serves both
// programs; each reads its own keys and leaves those of the other to it.
//
//   --config FILE > $IDSEARCH_CONFIG > $XDG_CONFIG_HOME/idsearch/config.toml
//                 > /etc/idsearch/config.toml > built in
//
// One file is read, the first that is there; files are not merged.
#ifndef IDSEARCH_STORE_CONFIG_FILE_HPP
#define IDSEARCH_STORE_CONFIG_FILE_HPP

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace idsearch::store {

/// Keys at the top of the file, read by `idsearch` and by `idsearch-index`.
inline constexpr std::array<std::string_view, 8> kSearchKeys{
    "color", "index", "limit", "notes", "pager", "thesaurus", "warn_after_days", "width"};
inline constexpr std::array<std::string_view, 3> kIndexerKeys{"gate", "language", "topics"};

struct ConfigFile {
  std::string path, text;
};

/// The file in force, nullopt when there is none. `named` is the value of --config, or null; a file
/// that was named, by option or variable, must be there. `environment` gives the value of a
/// variable, empty when it is not set. Throws Error{BadConfiguration}.
std::optional<ConfigFile> find_config(
    const std::string* named, const std::function<std::string_view(const char*)>& environment);

/// A relative path in the file means a place beside the file, wherever the program is called.
std::string beside_config(const std::string& config, std::string path);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_CONFIG_FILE_HPP
