// SPDX-License-Identifier: GPL-2.0-or-later
// The footnotes below a passage: number, full reference, and the way that led to it.
#ifndef IDSEARCH_QUERY_TEXT_NOTES_HPP
#define IDSEARCH_QUERY_TEXT_NOTES_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "idsearch/render.hpp"
#include "idsearch/search.hpp"

namespace idsearch::query {

/// Appends a block of lines for each note, its number at `column`. NoteDetail::Short gives one line
/// for each in which no words matched, cut to `options.width` when there is one.
void paint_notes(std::string& out, const std::vector<const HitNote*>& notes,
                 const RenderOptions& options, std::size_t column);

/// `utf8` cut to `columns` with "…" at its end; as it is when it fits.
std::string shortened(std::string_view utf8, std::size_t columns);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_TEXT_NOTES_HPP
