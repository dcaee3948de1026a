// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/config_file.hpp"

#include <fcntl.h>

#include <cerrno>

#include "idsearch/error.hpp"
#include "store/files.hpp"

namespace idsearch::store {
namespace {

// nullopt when there is no such file.
std::optional<std::string> read_config(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return std::nullopt;
  auto text = file ? read_all(file.get()) : std::nullopt;
  if (!text) {
    throw Error(ErrorCode::BadConfiguration,
                "cannot read the configuration " + path + ": " + system_message(errno));
  }
  return text;
}

}  // namespace

std::optional<ConfigFile> find_config(
    const std::string* named, const std::function<std::string_view(const char*)>& environment) {
  std::string path = named != nullptr ? *named : std::string(environment("IDSEARCH_CONFIG"));
  if (!path.empty() || named != nullptr) {
    std::optional<std::string> text = read_config(path);
    if (!text) {
      throw Error(
          ErrorCode::BadConfiguration, "no configuration at " + path,
          named != nullptr ? "it was named by --config" : "it is named by $IDSEARCH_CONFIG");
    }
    return ConfigFile{path, *std::move(text)};
  }
  if (const std::string_view home = environment("XDG_CONFIG_HOME"); home.starts_with('/')) {
    path = std::string(home) + "/idsearch/config.toml";
  } else if (const std::string_view user = environment("HOME"); !user.empty()) {
    path = std::string(user) + "/.config/idsearch/config.toml";
  }
  if (!path.empty()) {
    if (auto text = read_config(path)) return ConfigFile{path, *std::move(text)};
  }
  path = "/etc/idsearch/config.toml";
  if (auto text = read_config(path)) return ConfigFile{path, *std::move(text)};
  return std::nullopt;
}

std::string beside_config(const std::string& config, std::string path) {
  const std::size_t slash = config.rfind('/');
  if (slash == std::string::npos || path.starts_with('/') || path.find("://") < path.find('/')) {
    return path;
  }
  return config.substr(0, slash + 1) + path;
}

}  // namespace idsearch::store
