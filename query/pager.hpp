// SPDX-License-Identifier: GPL-2.0-or-later
// Showing a long answer page by page.
#ifndef IDSEARCH_QUERY_PAGER_HPP
#define IDSEARCH_QUERY_PAGER_HPP

#include <cstddef>
#include <string>
#include <string_view>

namespace idsearch::query {

/// True when `answer` takes more than `rows` rows of `columns` columns. Bytes are taken for
/// columns: an answer in another script may be paged though it would fit, and less then prints it
/// at once.
bool is_longer_than_screen(std::string_view answer, std::size_t rows, std::size_t columns);

/// Runs `command` by the shell with `answer` as its standard input and waits for it. False when it
/// could not be started: nothing has been shown then. LESS is set to FRX for it unless it is set.
bool show_in_pager(const std::string& command, std::string_view answer);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_PAGER_HPP
