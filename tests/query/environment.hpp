// SPDX-License-Identifier: GPL-2.0-or-later
// Environment variables that a test makes up.
#ifndef IDSEARCH_TESTS_QUERY_ENVIRONMENT_HPP
#define IDSEARCH_TESTS_QUERY_ENVIRONMENT_HPP

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "query/config.hpp"

namespace idsearch::query {

/// These variables and no others.
inline Environment environment_of(std::map<std::string, std::string> values) {
  return [values = std::move(values)](const char* name) {
    const auto found = values.find(name);
    return found == values.end() ? std::string_view{} : std::string_view(found->second);
  };
}

}  // namespace idsearch::query

#endif  // IDSEARCH_TESTS_QUERY_ENVIRONMENT_HPP
