// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/no_text.hpp"

#include <algorithm>
#include <cstddef>

#include "indexer/counted.hpp"
#include "indexer/html_charset.hpp"
#include "text/charset.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using namespace std::string_view_literals;

// Controls that texts do have: white space, backspace (overstruck print), the escape of terminals
// and of ISO-2022.
bool is_odd_control(unsigned char c) {
  return c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r' &&
                       c != '\b' && c != 0x1B);
}

// UTF-16 of any script with blanks, digits and line ends: NUL bytes at even places only, or at odd
// ones only, and many of them. In a text of Latin letters they are the half.
bool is_wide_without_mark(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096, kOneIn = 16;
  bytes = bytes.substr(0, kLookedAt);
  std::size_t nuls[2] = {};
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] == '\0') ++nuls[i % 2];
  return std::min(nuls[0], nuls[1]) == 0 && std::max(nuls[0], nuls[1]) * kOneIn > bytes.size();
}

bool declares_charset(std::string_view bytes) {
  const std::string name = declared_charset(bytes);
  return !name.empty() && name != "utf-8" && name != "utf8" &&
         text::decode_charset("a", name).has_value();
}

}  // namespace

std::string why_no_text(std::string_view bytes) {
  if (bytes.empty()) return "is empty";
  if (text::trim(bytes).empty()) return "holds nothing but white space";
  if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv))
    return "looks like UTF-32 text, not UTF-8";
  if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return {};
  if (const std::size_t nul = bytes.find('\0'); nul != std::string_view::npos) {
    if (is_wide_without_mark(bytes))
      return "looks like UTF-16 text without a byte order mark, not UTF-8";
    const auto lines =
        std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
    return "is no text: " +
           counted(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0')),
                   "NUL byte") +
           ", the first on line " + std::to_string(lines + 1);
  }
  std::size_t odd = 0, high = 0;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    odd += is_odd_control(byte) ? 1 : 0;
    high += byte >> 7;
  }
  const auto is_most = [&bytes](std::size_t count) { return 3 * count > bytes.size(); };
  // Nearly every file ends here, without a second look at its letters.
  if (!is_most(odd + high)) return {};
  if (!is_most(odd) && declares_charset(bytes)) return {};
  const std::size_t faults = odd + text::repair_utf8(bytes).bad_offsets.size();
  if (!is_most(faults)) return {};
  return "is no text in UTF-8: " + counted(faults, "fault") + " and control characters in " +
         counted(bytes.size(), "byte");
}

}  // namespace idsearch::indexer
