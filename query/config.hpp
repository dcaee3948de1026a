// SPDX-License-Identifier: GPL-2.0-or-later
// What does the configuration file say to idsearch? Where it lies says store/config_file.
#ifndef IDSEARCH_QUERY_CONFIG_HPP
#define IDSEARCH_QUERY_CONFIG_HPP

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::query {

/// Value of an environment variable; when it is not set the view is empty and its data() null.
/// Tests bring their own.
using Environment = std::function<std::string_view(const char*)>;

/// The process's environment.
Environment process_environment();

/// A key that the file does not have is absent.
struct Config {
  std::vector<std::string> index;    ///< `index`: a path or an array; relative to the file's place
  std::optional<std::size_t> limit;  ///< `limit`
  std::optional<std::size_t> width;  ///< `width`: columns of text on a terminal
  std::optional<std::string> notes;  ///< `notes`: none, short or full
  std::optional<std::string> color;  ///< `color`: auto, always or never
  std::optional<std::string> pager;  ///< `pager`: a command; empty for none
  std::optional<std::string> thesaurus;  ///< `thesaurus`: a file; relative to the file's place

  std::optional<std::size_t> warn_after_days;  ///< `warn_after_days`: see Settings

  bool operator==(const Config&) const = default;
};

/// Reads a file's text; `path` is for messages ("path:2: unknown key …") and for relative index
/// paths. Throws Error{BadConfiguration}.
Config parse_config(std::string_view toml, const std::string& path);

/// The configuration in force; `named` is the value of --config, or null. A file that was named,
/// by option or variable, must be there; the others may be missing. Throws Error{BadConfiguration}.
Config load_config(const std::string* named, const Environment& environment);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_CONFIG_HPP
