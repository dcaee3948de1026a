// SPDX-License-Identifier: GPL-2.0-or-later
// The commands of idsearch-index: one function each, one file each, one line in main's table.
#ifndef IDSEARCH_INDEXER_COMMANDS_HPP
#define IDSEARCH_INDEXER_COMMANDS_HPP

#include <string>
#include <vector>

namespace idsearch::indexer {

/// Arguments without program and command name. Returns the exit status; throws idsearch::Error.
int command_run(const std::vector<std::string>& arguments);
int command_parse(const std::vector<std::string>& arguments);
int command_lint(const std::vector<std::string>& arguments);
int command_tag(const std::vector<std::string>& arguments);
int command_generations(const std::vector<std::string>& arguments);
int command_rollback(const std::vector<std::string>& arguments);
int command_check(const std::vector<std::string>& arguments);
int command_dump(const std::vector<std::string>& arguments);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_COMMANDS_HPP
