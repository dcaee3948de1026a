// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes, cut anywhere: the analyser's promises hold, its fast path equals ICU, and sentences
// cover the text.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/analyzer.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/sentences.hpp"
#include "text/unicode.hpp"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace idsearch::text;
  static const Analyzer analyzer;
  // The first bytes choose the boundaries, the rest is text.
  const std::size_t head = std::min<std::size_t>(size, 3);
  const std::string_view text(reinterpret_cast<const char*>(data) + head, size - head);
  std::vector<std::size_t> boundaries;
  for (std::size_t i = 0; i < head; ++i) boundaries.push_back(data[i] % (text.size() + 2));
  std::sort(boundaries.begin(), boundaries.end());

  const auto tokens = analyzer.analyze(text, boundaries);
  require(tokens == analyzer.analyze_by_icu(text, boundaries));
  const bool valid = is_valid_utf8(text);
  std::uint32_t position = 0;
  std::size_t word_end = 0;
  for (const Token& t : tokens) {
    require(t.start < t.end && t.end <= text.size());
    require(!t.folded.empty() && t.folded != t.exact);
    require(t.folded.size() <= kMaxTermBytes && t.exact.size() <= kMaxTermBytes);
    require(is_valid_utf8(t.folded) && is_valid_utf8(t.exact));
    if (t.joined) {
      require(t.position < t.last_position && t.last_position == position);
    } else {
      require(t.position == ++position && t.last_position == position);
      require(t.start >= word_end);
      word_end = t.end;
    }
    if (valid) require(char_floor(text, t.start) == t.start && char_floor(text, t.end) == t.end);
    for (const std::size_t boundary : boundaries) {
      const std::size_t cut = char_floor(text, boundary);
      require(cut <= t.start || cut >= t.end);
    }
  }

  std::size_t covered = 0;
  for (const SentenceRange& sentence : sentence_ranges(text, boundaries)) {
    require(sentence.start == covered && sentence.end > covered);
    covered = sentence.end;
  }
  require(covered == text.size());

  const auto repaired = repair_utf8(text);
  require(is_valid_utf8(repaired.text) && repaired.bad_offsets.empty() == valid);
  const std::string key = comparison_key(text);
  require(is_valid_utf8(key));
  require(is_valid_utf8(escape_controls(text)));
  display_width(text);
  if (text.size() < 100) {
    parse_date(text);
    country_code(text);
  }
  return 0;
}
