// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/index_place.hpp"

#include <cstdlib>

#include "idsearch/index.hpp"

namespace idsearch {

namespace store {

std::string user_index_path(const std::function<std::string_view(const char*)>& environment) {
  // Relative paths are not valid there (XDG Base Directory Specification).
  if (const std::string_view data = environment("XDG_DATA_HOME"); data.starts_with('/'))
    return std::string(data) + "/idsearch/index";
  if (const std::string_view home = environment("HOME"); !home.empty())
    return std::string(home) + "/.local/share/idsearch/index";
  return {};
}

}  // namespace store

std::string default_index_path() {
  const auto environment = [](const char* variable) {
    const char* value = std::getenv(variable);
    return std::string_view(value == nullptr ? "" : value);
  };
  if (const std::string_view path = environment("IDSEARCH_INDEX"); !path.empty())
    return std::string(path);
  return store::user_index_path(environment);
}

}  // namespace idsearch
