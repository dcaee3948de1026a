// SPDX-License-Identifier: GPL-2.0-or-later
// What is the number of a heading, and what is its name?
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

constexpr bool is_roman(char c) {
  return std::string_view("ivxlcdm").find(ascii_lower(c)) != std::string_view::npos;
}

// One component of a number: "12", "b" or "xiv". 0 when there is none.
std::size_t component_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_ascii_digit(text[length])) ++length;
  if (length > 0) return length;
  while (length < text.size() && is_ascii_letter(text[length])) ++length;
  if (length <= 1) return length;
  // Several letters must be a number; one case only, no longer than XXXVIII.
  const bool upper = text[0] < 'a';
  for (std::size_t i = 0; i < length; ++i) {
    if (!is_roman(text[i]) || (text[i] < 'a') != upper) return 0;
  }
  return length <= 7 ? length : 0;
}

// Bytes of white space at the front.
std::size_t blank_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size()) {
    const Decoded c = decode(text, length);
    if (!is_white_space(c.code_point)) break;
    length += c.length;
  }
  return length;
}

// Bytes of "2.4 ", "1. ", "a) ", "(b) ", "IV. " at the front; 0 when the text begins with a word.
// A number needs a mark that makes it one: a full stop or bracket behind it, or one within
// ("2019 Act", "A Law" begin with words); several components need a digit among them ("U.S. law").
std::size_t numbering_length(std::string_view text) {
  std::size_t i = 0;
  const bool opened = !text.empty() && (text[0] == '(' || text[0] == '[');
  if (opened) ++i;
  std::size_t components = 0;
  bool digits = false, closed = false;
  while (true) {
    const std::size_t length = component_length(text.substr(i));
    if (length == 0) {
      // "2.4." ends with its full stop; "(" alone or "2." before it is settled below.
      if (components == 0 || text[i - 1] != '.') return 0;
      closed = true;
      break;
    }
    digits = digits || is_ascii_digit(text[i]);
    i += length;
    ++components;
    if (i >= text.size() || text[i] != '.') break;
    ++i;
    if (i >= text.size() || blank_length(text.substr(i)) > 0) {
      closed = true;
      break;
    }
    // "1.Introduction": the number ends where a word begins.
    if (digits && component_length(text.substr(i)) == 0) {
      closed = true;
      break;
    }
  }
  if (i < text.size() && (text[i] == ')' || text[i] == ']')) {
    ++i;
    closed = true;
  } else if (opened) {
    return 0;
  }
  if (components > 1 && !digits) return 0;
  if (!closed && components < 2) return 0;
  const std::size_t blanks = blank_length(text.substr(i));
  const bool word_follows_at_once = blanks == 0 && i < text.size();
  if (word_follows_at_once && !(digits && closed)) return 0;
  return i + blanks;
}

}  // namespace

std::string heading_slug(std::string_view utf8) {
  const std::string_view heading = trim(utf8);
  const std::string result = slug(heading.substr(numbering_length(heading)));
  return result.empty() ? "section" : result;
}

}  // namespace idsearch::text
