// SPDX-License-Identifier: GPL-2.0-or-later
// What kind of byte is this? Tables, where every byte of a text is asked. Internal to text/.
#ifndef IDSEARCH_TEXT_BYTE_CLASSES_HPP
#define IDSEARCH_TEXT_BYTE_CLASSES_HPP

#include <array>
#include <cstddef>

#include "text/utf8.hpp"
#include "text/word_breaks.hpp"

namespace idsearch::text {

/// Bytes of one kind.
class ByteClass {
 public:
  explicit constexpr ByteClass(bool (*is)(char)) {
    for (std::size_t i = 0; i < table_.size(); ++i) table_[i] = is(static_cast<char>(i));
  }

  constexpr bool has(char c) const { return table_[static_cast<unsigned char>(c)]; }

 private:
  std::array<bool, 256> table_{};
};

inline constexpr ByteClass kSpace(is_ascii_space);
inline constexpr ByteClass kAlnum(is_ascii_alnum);
inline constexpr ByteClass kOuter(is_outer_punctuation);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_BYTE_CLASSES_HPP
