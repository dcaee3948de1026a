// SPDX-License-Identifier: GPL-2.0-or-later
// The part of a passage record that holds a note with its resolved sources.
#ifndef IDSEARCH_STORE_NOTE_RECORD_HPP
#define IDSEARCH_STORE_NOTE_RECORD_HPP

#include <string>
#include <string_view>

#include "idsearch/citation.hpp"

namespace idsearch::store {

std::string encode_note(const Note& note);

/// Into an empty note. Throws Error{Integrity} when the bytes are no note.
void decode_note(std::string_view bytes, Note& out);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_NOTE_RECORD_HPP
