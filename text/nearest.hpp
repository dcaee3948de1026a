// SPDX-License-Identifier: GPL-2.0-or-later
// Which known name did somebody probably mean?
#ifndef IDSEARCH_TEXT_NEAREST_HPP
#define IDSEARCH_TEXT_NEAREST_HPP

#include <cstddef>
#include <span>
#include <string_view>

namespace idsearch::text {

/// Bytes to insert, delete, change or swap with their neighbour to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name nearest to `word`, the first of several; empty when none is near enough to be meant:
/// a third of the letters, at least one, may be wrong. A name that `word` begins (or the other way
/// round, from three letters on) is near.
std::string_view nearest(std::string_view word, std::span<const std::string_view> names);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_NEAREST_HPP
