// SPDX-License-Identifier: GPL-2.0-or-later
// Parses TOML and says where its nodes stand.
#include "indexer/topic_toml.hpp"

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

std::string place_of(std::string_view file, const toml::source_region& source) {
  const auto line = source.begin.line;
  return std::string(file) + ":" + std::to_string(line == 0 ? 1 : line);
}

}  // namespace

TopicToml::TopicToml(std::string_view toml, std::string_view file, std::string_view hint)
    : file_(file), hint_(hint) {
  try {
    root_ = toml::parse(toml, file);
  } catch (const toml::parse_error& error) {
    throw Error(ErrorCode::BadConfiguration,
                place_of(file, error.source()) + ": " + std::string(error.description()),
                "The file must be TOML 1.0.");
  }
}

std::string TopicToml::place(const toml::node& node) const {
  return place_of(file_, node.source());
}

void TopicToml::fail(const toml::node& node, const std::string& what) const {
  throw Error(ErrorCode::BadConfiguration, place(node) + ": " + what, hint_);
}

}  // namespace idsearch::indexer
