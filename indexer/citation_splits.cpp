// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/citation_splits.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

// "…accessed 1 May 2024. See also Yuna (n 5)": a sentence that leads to other sources.
bool begins_further_sentence(std::string_view note, std::size_t at) {
  if (at >= note.size() || !is_upper(note[at])) return false;
  if (match_any(note, at, {"see", "but see", "cf", "but cf", "compare", "contrast"}) != 0)
    return true;
  // "For criticism see Yuna (n 5)", "On this case see further Doe (n 1)"
  constexpr std::size_t kLongest = 60;  // bytes before "see"
  const std::size_t end = std::min(note.size(), at + kLongest);
  for (std::size_t i = at + 1; i < end && !one_of(note[i], "(<.;,\"'"); ++i) {
    if (static_cast<unsigned char>(note[i]) > 127) return false;
    if (note[i - 1] == ' ' && match_word(note, i, "see") != 0) return true;
  }
  return false;
}

// Where "《国籍；与法》" or "（…）" ends that begins at `at`; 0 when nothing closes it.
std::size_t end_of_wide_bracket(std::string_view note, std::size_t at) {
  constexpr std::size_t kLongest = 600;  // bytes; twice a long title
  constexpr std::size_t kBytes = 3;      // of each bracket
  constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
      {"《", "》"}, {"〈", "〉"}, {"（", "）"}, {"【", "】"}};
  const std::string_view text = note.substr(at, kLongest);
  for (const auto& [open, close] : kBrackets) {
    if (!text.starts_with(open)) continue;
    const std::size_t end = text.find(close);
    return end == kEnd ? 0 : at + end + kBytes;
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> split_parts(std::string_view note) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto cut = [&](std::size_t end) {
    const std::string_view part = trim(note.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  const std::vector<Span> spans = citation_spans(note);
  auto span = spans.begin();
  for (std::size_t at = 0; at < note.size(); ++at) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at) {
      at = span->end - 1;
      continue;
    }
    if (note[at] == '\n') {
      cut(at);
      start = at + 1;
      continue;
    }
    if (const std::size_t length = source_semicolon(note, at)) {
      // "Re Minister for Immigration; Ex parte Doe" is one case.
      if (match_any(note, skip_blanks(note, at + length), {"ex parte", "ex p"}) != 0) continue;
      cut(at);
      start = at + length;
      at = start - 1;
      continue;
    }
    if (const std::size_t end = end_of_wide_bracket(note, at)) {
      at = end - 1;
      continue;
    }
    if (note[at] != '.') continue;
    const std::size_t next = skip_blanks(note, at + 1);
    if (next > at + 1 && begins_further_sentence(note, next)) {
      cut(at + 1);
      start = at + 1;
    }
  }
  cut(note.size());
  if (parts.empty()) parts.push_back(trim(note));
  return parts;
}

}  // namespace idsearch::indexer
