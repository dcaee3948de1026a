// SPDX-License-Identifier: GPL-2.0-or-later
// Chunks between blanks, each looked up at once with all its words.
#include "text/word_scanner.hpp"

#include <utility>

#include "text/byte_classes.hpp"
#include "text/utf8.hpp"

namespace idsearch::text {
namespace {

// "2019", "1,000", "8.5": one word that folds to itself.
bool is_number(std::string_view chunk) {
  bool digit_before = false;
  for (const char c : chunk) {
    const bool digit = is_ascii_digit(c);
    if (!digit && (!digit_before || (c != ',' && c != '.'))) return false;
    digit_before = digit;
  }
  return digit_before;
}

}  // namespace

void WordScanner::scan(std::string_view utf8, std::vector<ScannedWord>& out) {
  out.clear();
  for (std::size_t start = 0; start < utf8.size();) {
    if (kSpace.has(utf8[start])) {
      ++start;
      continue;
    }
    std::size_t end = start + 1;
    while (end < utf8.size() && !kSpace.has(utf8[end])) ++end;
    scan_chunk(utf8, start, end, out);
    start = end + 1;
  }
}

void WordScanner::scan_chunk(std::string_view utf8, std::size_t start, std::size_t end,
                             std::vector<ScannedWord>& out) {
  while (start < end && kOuter.has(utf8[start])) ++start;
  while (start < end && kOuter.has(utf8[end - 1])) --end;
  if (start == end) return;
  const std::string_view chunk = utf8.substr(start, end - start);
  const auto put = [&](const ScannedWord& word) {
    out.push_back({start + word.start, start + word.end, word.number, word.parts});
  };
  if (chunk.size() > decltype(chunks_)::kMaxKeyBytes) {
    for (const ScannedWord& word : analyzed(chunk)) put(word);
    return;
  }
  // But for years and the like, numbers are many and each is rare: they would only drive words out
  // of the memory.
  if (chunk.size() > 4 && is_ascii_digit(chunk[0]) && is_number(chunk)) {
    out.push_back({start, end, number_of_(chunk), 0});
    return;
  }
  const Chunk& known = chunks_.get(chunk, [this](std::string_view text) {
    Chunk made{std::string(text), analyzed(text), {}, true};
    if (made.more.empty()) return made;
    made.first = made.more.front();
    made.is_empty = false;
    made.more.erase(made.more.begin());
    made.more.shrink_to_fit();
    return made;
  });
  if (known.is_empty) return;
  put(known.first);
  for (const ScannedWord& word : known.more) put(word);
}

std::vector<ScannedWord> WordScanner::analyzed(std::string_view chunk) const {
  std::vector<ScannedWord> words;
  for (const Token& token : analyzer_.analyze(chunk)) {
    const std::uint32_t parts = token.joined ? token.last_position - token.position + 1 : 0;
    words.push_back({token.start, token.end, number_of_(token.folded), parts});
  }
  return words;
}

}  // namespace idsearch::text
