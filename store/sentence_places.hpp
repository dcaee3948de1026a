// SPDX-License-Identifier: GPL-2.0-or-later
// At which words do the sentences of a passage begin? What `a /s b` asks for.
#ifndef IDSEARCH_STORE_SENTENCE_PLACES_HPP
#define IDSEARCH_STORE_SENTENCE_PLACES_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/analyzer.hpp"

namespace idsearch::store {

/// Positions of the first words of the sentences behind the first one, ascending; without sentences
/// that have no word among `tokens` (by position). `ends`: the bytes where sentences end,
/// ascending. Of words some of which are left out these are the first ones that are there.
std::vector<std::uint32_t> sentence_starts(std::span<const text::Token> tokens,
                                           std::span<const std::size_t> ends);

/// The bytes to store: varints, each how far a sentence begins behind the one before; empty for one
/// sentence.
std::string encode_sentence_starts(std::span<const std::uint32_t> starts);

/// Throws Error{Integrity} for bytes that encode_sentence_starts() does not write.
std::vector<std::uint32_t> decode_sentence_starts(std::string_view bytes);

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_SENTENCE_PLACES_HPP
