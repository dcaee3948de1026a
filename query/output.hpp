// SPDX-License-Identifier: GPL-2.0-or-later
// How bytes leave the program: the answer at once on standard output, words to the asker on
// standard error.
#ifndef IDSEARCH_QUERY_OUTPUT_HPP
#define IDSEARCH_QUERY_OUTPUT_HPP

#include <string>
#include <string_view>

namespace idsearch::query {

/// Takes the places of standard streams that were closed by the caller, so that no index file
/// comes to be standard output. Writing to a closed one then fails as it should. First in main.
void guard_standard_streams();

/// Writes everything. True when it arrived, or when the reader went away (then nobody wants it);
/// false with errno set when it could not be written.
bool write_all(int fd, std::string_view bytes);

/// To standard output. Throws Error{CannotWrite}.
void write_answer(std::string_view bytes);

/// One line on standard error, "idsearch: " before it; control characters and invalid bytes are
/// shown escaped. Line breaks inside stay (a caret stands below its query).
void say(std::string_view message);

/// "“word”" for messages: at most some 60 columns of it.
std::string shown(std::string_view text);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_OUTPUT_HPP
