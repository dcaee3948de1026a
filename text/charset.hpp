// SPDX-License-Identifier: GPL-2.0-or-later
// Bytes in a named character set to UTF-8.
#ifndef IDSEARCH_TEXT_CHARSET_HPP
#define IDSEARCH_TEXT_CHARSET_HPP

#include <optional>
#include <string>
#include <string_view>

#include "text/unicode.hpp"

namespace idsearch::text {

/// `bytes` as UTF-8; nullopt when the name says nothing to ICU, or names a set that pages must not
/// be written in (UTF-7, EBCDIC, …). Names are understood as browsers do: "iso-8859-1" and "ascii"
/// are Windows-1252, "gb2312" is GB 18030, "shift_jis" is Windows-31J. What stands for no character
/// becomes U+FFFD; `bad_offsets` says where in the RESULT. Thread-safe.
std::optional<RepairedText> decode_charset(std::string_view bytes, std::string_view name);

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_CHARSET_HPP
