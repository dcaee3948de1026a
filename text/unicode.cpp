// SPDX-License-Identifier: GPL-2.0-or-later
// Which bytes are text, and where do its characters begin? Nothing here needs ICU.
#include "text/unicode.hpp"

#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

bool is_trimmed(char32_t c) { return is_white_space(c) || c == 0xFEFF || c == 0x200B; }

}  // namespace

RepairedText repair_utf8(std::string_view bytes) {
  RepairedText result;
  result.text.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded c = decode(bytes, i);
    if (!c.valid) {
      result.text.append(bytes, copied, i - copied);
      result.text.append("\xEF\xBF\xBD");
      result.bad_offsets.push_back(i);
      copied = i + c.length;
    }
    i += c.length;
  }
  result.text.append(bytes, copied);
  return result;
}

bool is_valid_utf8(std::string_view bytes) {
  if (is_ascii(bytes)) return true;
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded c = decode(bytes, i);
    if (!c.valid) return false;
    i += c.length;
  }
  return true;
}

std::size_t char_floor(std::string_view utf8, std::size_t offset) {
  if (offset >= utf8.size()) return utf8.size();
  // A character has at most three continuation bytes; more of them are no UTF-8 and stay as cut.
  for (std::size_t back = 0; back <= 3 && back <= offset; ++back) {
    if (!is_continuation_byte(utf8[offset - back])) return offset - back;
  }
  return offset;
}

std::size_t count_code_points(std::string_view utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += is_continuation_byte(c) ? 0 : 1;
  return count;
}

std::string_view trim(std::string_view utf8) {
  // Blanks of ASCII are not decoded: they are what lines mostly begin and end with.
  const auto plain = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
  while (!utf8.empty()) {
    if (plain(utf8.front())) {
      utf8.remove_prefix(1);
      continue;
    }
    const Decoded c = decode(utf8, 0);
    if (!is_trimmed(c.code_point)) break;
    utf8.remove_prefix(c.length);
  }
  while (!utf8.empty()) {
    if (plain(utf8.back())) {
      utf8.remove_suffix(1);
      continue;
    }
    const std::size_t last = char_floor(utf8, utf8.size() - 1);
    const Decoded c = decode(utf8, last);
    if (!is_trimmed(c.code_point) || last + c.length != utf8.size()) break;
    utf8.remove_suffix(c.length);
  }
  return utf8;
}

}  // namespace idsearch::text
