// SPDX-License-Identifier: GPL-2.0-or-later
// The commands of idsearch: one function and one file each, one line in main's table.
#ifndef IDSEARCH_QUERY_COMMANDS_HPP
#define IDSEARCH_QUERY_COMMANDS_HPP

#include <string>

#include "query/arguments.hpp"
#include "query/config.hpp"
#include "query/settings.hpp"

namespace idsearch::query {

// Each returns the exit status and throws idsearch::Error.
int command_search(const Arguments& arguments, const Environment& environment);
int command_show(const Arguments& arguments, const Environment& environment);
int command_fields(const Arguments& arguments, const Environment& environment);
int command_stats(const Arguments& arguments, const Environment& environment);
int command_help(const Arguments& arguments, const Environment& environment);

/// What `idsearch --help`, and `idsearch help COMMAND`, print.
std::string help_text();
std::string help_text(Command command);

/// What `idsearch --version` prints.
std::string version_text();

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMMANDS_HPP
