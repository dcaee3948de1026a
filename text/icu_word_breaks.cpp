// SPDX-License-Identifier: GPL-2.0-or-later
// Where does ICU see words? The reference for all word breaking, and the way for every character
// that the fast path does not know.
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "idsearch/error.hpp"
#include "text/fold.hpp"
#include "text/icu_status.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/word_breaks.hpp"

namespace idsearch::text {
namespace {

// ICU counts bytes in 32 bits. Longer text goes through in pieces cut at a character; a passage
// never comes near this.
constexpr std::size_t kMaxPiece = std::size_t{1} << 30;

constexpr std::string_view kZeroWidthSpace = "\xE2\x80\x8B";

// Rules are loaded once per process; each breaker then costs a clone.
const icu::BreakIterator& prototype() {
  static const std::unique_ptr<icu::BreakIterator> instance = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    check_icu(status, "word rules");
    return made;
  }();
  return *instance;
}

bool only_zero_width_spaces(std::string_view between) {
  if (between.empty() || between.size() % kZeroWidthSpace.size() != 0) return false;
  for (std::size_t i = 0; i < between.size(); i += kZeroWidthSpace.size()) {
    if (between.substr(i, kZeroWidthSpace.size()) != kZeroWidthSpace) return false;
  }
  return true;
}

bool zero_width_space_joins(std::string_view utf8, std::size_t left_end, std::size_t right) {
  if (!only_zero_width_spaces(utf8.substr(left_end, right - left_end))) return false;
  return is_european_letter(decode(utf8, char_floor(utf8, left_end - 1)).code_point) &&
         is_european_letter(decode(utf8, right).code_point);
}

}  // namespace

struct IcuWordBreaker::Impl {
  std::unique_ptr<icu::BreakIterator> breaker;
  UText text = UTEXT_INITIALIZER;

  ~Impl() { utext_close(&text); }

  void append(std::string_view utf8, std::size_t base, std::vector<Span>& out) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    check_icu(status, "opening text");
    breaker->setText(&text, status);
    check_icu(status, "setting text");
    const std::size_t first_own = out.size();
    std::int32_t start = breaker->first();
    for (std::int32_t end = breaker->next(); end != icu::BreakIterator::DONE;
         start = end, end = breaker->next()) {
      if (breaker->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      const Span span{static_cast<std::size_t>(start), static_cast<std::size_t>(end)};
      if (out.size() > first_own &&
          zero_width_space_joins(utf8, out.back().end - base, span.start)) {
        out.back().end = span.end + base;
      } else {
        out.push_back({span.start + base, span.end + base});
      }
    }
  }
};

IcuWordBreaker::IcuWordBreaker() = default;
IcuWordBreaker::~IcuWordBreaker() = default;

void IcuWordBreaker::append_spans(std::string_view utf8, std::size_t base, std::vector<Span>& out) {
  if (utf8.empty()) return;
  if (!impl_) {
    impl_ = std::make_unique<Impl>();
    impl_->breaker.reset(prototype().clone());
    if (!impl_->breaker) throw std::bad_alloc();
  }
  while (!utf8.empty()) {
    std::size_t length = std::min(utf8.size(), kMaxPiece);
    if (length < utf8.size()) length = char_floor(utf8, length);
    impl_->append(utf8.substr(0, length), base, out);
    utf8.remove_prefix(length);
    base += length;
  }
}

}  // namespace idsearch::text
