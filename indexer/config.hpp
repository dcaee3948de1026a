// SPDX-License-Identifier: GPL-2.0-or-later
// What does the configuration file say to idsearch-index? Where it lies says store/config_file.
//
//   language = "en"            # of profiles that declare none
//   topics = "topics.toml"     # topic rules, relative to the file's place
//
//   [gate]
//   profiles_drop_percent = 5
//   …
//   [[gate.golden]]
//   query = "biometric database"
//   passage = "kenya/law/data-protection/2"
//   within = 5
#ifndef IDSEARCH_INDEXER_CONFIG_HPP
#define IDSEARCH_INDEXER_CONFIG_HPP

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/index.hpp"

namespace idsearch::indexer {

/// A key that the file does not have is absent, or has its built-in value.
struct Config {
  std::optional<std::string> language, topics;
  GateLimits gate;
  std::vector<GoldenQuery> golden;
};

/// Reads a file's text; `path` is for messages ("path:2: unknown key …") and for relative paths.
/// Keys of idsearch are passed over. Throws Error{BadConfiguration}.
Config parse_config(std::string_view toml, const std::string& path);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CONFIG_HPP
