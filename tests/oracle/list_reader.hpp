// SPDX-License-Identifier: GPL-2.0-or-later
//
// Which notes stand in this file? A small reader for the hand-written lists and for what the
// generator renders. It takes every line that begins like a number line for one, so it suits files
// made with that in mind and nothing else.

#ifndef IDSEARCH_TESTS_ORACLE_LIST_READER_HPP
#define IDSEARCH_TESTS_ORACLE_LIST_READER_HPP

#include <string_view>
#include <vector>

#include "notes_oracle.hpp"

namespace idsearch::oracle {

/// The notes of a text dump in file order, wrapped lines joined by one blank. Knows the six number
/// forms of profile-formats §2.6. What stands before the first number line is skipped.
std::vector<NoteText> read_note_list(std::string_view profile_text);

}  // namespace idsearch::oracle

#endif  // IDSEARCH_TESTS_ORACLE_LIST_READER_HPP
