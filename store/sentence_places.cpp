// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/sentence_places.hpp"

#include <limits>

#include "store/tagged.hpp"

namespace idsearch::store {

std::vector<std::uint32_t> sentence_starts(std::span<const text::Token> tokens,
                                           std::span<const std::size_t> ends) {
  std::vector<std::uint32_t> starts;
  std::size_t sentence = 0;  // of the token before
  for (const text::Token& token : tokens) {
    const std::size_t before = sentence;
    while (sentence + 1 < ends.size() && token.start >= ends[sentence]) ++sentence;
    if (sentence > before) starts.push_back(token.position);
  }
  return starts;
}

std::string encode_sentence_starts(std::span<const std::uint32_t> starts) {
  std::string out;
  std::uint32_t last = 0;
  for (const std::uint32_t start : starts) {
    append_varint(out, start - last);
    last = start;
  }
  return out;
}

std::vector<std::uint32_t> decode_sentence_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts;
  std::uint64_t last = 0;
  while (!bytes.empty()) {
    const auto distance = take_varint(bytes);
    if (!distance || *distance == 0 || *distance > std::numeric_limits<std::uint32_t>::max() - last)
      throw_damaged("beginnings of sentences");
    last += *distance;
    starts.push_back(static_cast<std::uint32_t>(last));
  }
  return starts;
}

}  // namespace idsearch::store
