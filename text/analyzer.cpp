// SPDX-License-Identifier: GPL-2.0-or-later
// Which words does a text have, and under which forms are they found? Puts the steps together:
// break into words, split into parts, fold each part (by way of the cache), join parts.
#include "text/analyzer.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <optional>

#include "text/byte_classes.hpp"
#include "text/fold.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"
#include "text/word_breaks.hpp"
#include "text/word_cache.hpp"
#include "text/word_forms.hpp"
#include "text/word_parts.hpp"

namespace idsearch::text {
namespace {

// "state-of-the-art" has four parts; what has more (paths, long domain names, keys) is nothing that
// people write in one word.
constexpr std::size_t kMaxJoinedParts = 4;

// "U.N.H.C.R." and longer abbreviations of single letters.
constexpr std::size_t kMaxAcronymLetters = 10;

// "2019", "1,000", "8.5": folded they are the same. Longer ones than the cache takes go the usual
// way.
bool is_plain_number(std::string_view word) {
  if (!is_ascii_digit(word[0]) || word.size() > WordCache::kMaxKeyBytes) return false;
  for (const char c : word) {
    if (!is_ascii_digit(c) && c != ',' && c != '.') return false;
  }
  return true;
}

}  // namespace

struct Analyzer::Impl {
  const Stemmer* stemmer = nullptr;
  std::optional<Beginnings> beginnings;  ///< of all words that are wanted
  WordCache cache;
  IcuWordBreaker icu;
  // Kept between calls for their memory only.
  std::vector<Span> spans;
  std::vector<Part> parts;

  /// One call of analyze.
  struct Run {
    std::string_view text;
    bool by_icu = false;
    std::uint32_t last_position = 0;
    std::vector<Token> tokens;
    bool word_is_open = false;  // a token of the same dictionary word came before
  };

  KnownWord make_known(std::string_view word, bool by_icu) const {
    KnownWord known;
    known.key = std::string(word);
    known.forms = by_icu ? forms_of_by_icu(word) : forms_of(word);
    if (known.forms.has_letter) known.stem = stem_of(known.forms.folded);
    return known;
  }

  std::string stem_of(std::string_view folded) const {
    if (stemmer == nullptr || folded.empty()) return {};
    std::string stem = stemmer->stem(folded);
    if (stem.size() > kMaxTermBytes) stem.resize(char_floor(stem, kMaxTermBytes));
    return stem;
  }

  struct PartFacts {
    bool joinable = false, has_letter = false;
  };

  /// False when the part has no form of its own.
  bool emit_known(Run& run, std::size_t start, std::size_t end, const KnownWord& known,
                  PartFacts& facts) {
    if (known.forms.folded.empty()) return false;
    facts = {known.forms.joinable, known.forms.has_letter};
    Token& token = run.tokens.emplace_back();
    token.start = start + known.forms.elided;
    token.end = end;
    token.position = token.last_position = ++run.last_position;
    token.folded = known.forms.folded;
    token.exact = known.forms.exact;
    token.stem = known.stem;
    return true;
  }

  bool emit_part(Run& run, std::size_t start, std::size_t end, PartFacts& facts) {
    const std::string_view word = run.text.substr(start, end - start);
    if (!run.by_icu && is_plain_number(word)) {
      // Numbers are many and each is rare: they would only drive words out of the cache.
      Token& token = run.tokens.emplace_back();
      token.start = start;
      token.end = end;
      token.position = token.last_position = ++run.last_position;
      token.folded = word;
      facts = {word.find_first_of(".,") == std::string_view::npos, false};
      return true;
    }
    if (run.by_icu || word.size() > WordCache::kMaxKeyBytes) {
      return emit_known(run, start, end, make_known(word, run.by_icu), facts);
    }
    const KnownWord& known =
        cache.get(word, [this](std::string_view w) { return make_known(w, false); });
    return emit_known(run, start, end, known, facts);
  }

  bool emit_part(Run& run, const Part& part, PartFacts& facts) {
    if (!part.continues) run.word_is_open = false;
    if (!emit_part(run, part.start, part.end, facts)) return false;
    run.tokens.back().continues = run.word_is_open && part.continues;
    run.word_is_open = true;
    return true;
  }

  /// Whether the part may be one of the words that are wanted. An apostrophe may be behind an
  /// article, which folding takes away; not one that only an "s" follows.
  bool may_be_wanted(const Run& run, const Part& part) const {
    if (!beginnings) return true;
    const std::string_view word = run.text.substr(part.start, part.end - part.start);
    if (!is_ascii_alnum(word[0])) return true;
    for (std::size_t i = 1; i < word.size();) {
      const Decoded c = decode(word, i);
      i += c.length;
      if (unify_quote(c.code_point) == U'\'' && word.substr(i) != "s") return true;
    }
    return beginnings->may_be(word);
  }

  /// A written word: its parts, and the joined form where people might write it in one.
  void emit_written_word(Run& run, std::span<const Part> written) {
    if (std::ranges::none_of(written, [&](const Part& part) { return may_be_wanted(run, part); })) {
      run.last_position += static_cast<std::uint32_t>(written.size());
      run.word_is_open = true;
      return;
    }
    const std::size_t first = run.tokens.size();
    bool joinable = true, any_letter = false, all_dots = true, all_single = true;
    for (const Part& part : written) {
      PartFacts facts;
      if (!emit_part(run, part, facts)) continue;
      joinable = joinable && facts.joinable;
      any_letter = any_letter || facts.has_letter;
      all_single =
          all_single && facts.has_letter && count_code_points(run.tokens.back().folded) == 1;
      if (&part != &written.back()) all_dots = all_dots && part.next == Link::Dot;
    }
    const std::size_t count = run.tokens.size() - first;
    const std::size_t most = all_dots && all_single ? kMaxAcronymLetters : kMaxJoinedParts;
    // Numbers that a hyphen connects are two: a range, groups of digits.
    if (count < 2 || count > most || !joinable || !any_letter) return;
    Token joined;
    bool has_exact = false;
    for (std::size_t i = first; i < run.tokens.size(); ++i) {
      const Token& part = run.tokens[i];
      joined.folded += part.folded;
      joined.exact += part.exact.empty() ? part.folded : part.exact;
      has_exact = has_exact || !part.exact.empty();
    }
    if (!has_exact) joined.exact.clear();
    if (joined.folded.size() > kMaxTermBytes || joined.exact.size() > kMaxTermBytes) return;
    joined.start = run.tokens[first].start;
    joined.end = run.tokens.back().end;
    joined.position = run.tokens[first].position;
    joined.last_position = run.last_position;
    joined.stem = stem_of(joined.folded);
    joined.joined = true;
    run.tokens.push_back(std::move(joined));
  }

  void emit_spans(Run& run) {
    parts.clear();
    append_parts(run.text, spans, parts);
    for (std::size_t i = 0; i < parts.size();) {
      std::size_t end = i + 1;
      while (end < parts.size() && parts[end - 1].next != Link::None) ++end;
      if (end == i + 1 && !may_be_wanted(run, parts[i])) {
        ++run.last_position;
        run.word_is_open = true;
      } else if (end == i + 1) {
        PartFacts facts;
        emit_part(run, parts[i], facts);
      } else {
        emit_written_word(run, std::span(parts).subspan(i, end - i));
      }
      i = end;
    }
  }

  /// One of ASCII letters and digits.
  void emit_plain_word(Run& run, std::size_t start, std::size_t end) {
    if (beginnings && !beginnings->may_be(run.text.substr(start, end - start))) {
      ++run.last_position;
      return;
    }
    PartFacts facts;
    emit_part(run, start, end, facts);
  }

  /// What stands between two ASCII blanks.
  void analyze_chunk(Run& run, std::size_t start, std::size_t end) {
    // Punctuation around a chunk is in no word; most chunks are then one word of letters.
    while (start < end && kOuter.has(run.text[start])) ++start;
    while (start < end && kOuter.has(run.text[end - 1])) --end;
    if (start == end) return;
    std::size_t plain = start;
    while (plain < end && kAlnum.has(run.text[plain])) ++plain;
    if (plain == end) return emit_plain_word(run, start, end);
    const std::string_view chunk = run.text.substr(start, end - start);
    spans.clear();
    if (is_fast_text(chunk)) {
      append_fast_spans(chunk, start, spans);
    } else {
      icu.append_spans(chunk, start, spans);
    }
    emit_spans(run);
  }

  void analyze_segment(Run& run, std::size_t start, std::size_t end) {
    if (run.by_icu) {
      spans.clear();
      icu.append_spans(run.text.substr(start, end - start), start, spans);
      emit_spans(run);
      return;
    }
    while (start < end) {
      if (kSpace.has(run.text[start])) {
        ++start;
        continue;
      }
      // Most chunks are one word of letters, some with a comma or a full stop behind it.
      std::size_t at = start;
      while (at < end && kAlnum.has(run.text[at])) ++at;
      const std::size_t word_end = at;
      const auto is_over = [&] { return at == end || kSpace.has(run.text[at]); };
      if (!is_over() && kOuter.has(run.text[at])) ++at;
      const bool is_plain = word_end > start && is_over();
      while (!is_over()) ++at;
      if (is_plain) {
        emit_plain_word(run, start, word_end);
      } else {
        analyze_chunk(run, start, at);
      }
      start = at;
    }
  }

  /// Boundaries cut the text into segments that know nothing of each other.
  std::vector<Token> analyze(std::string_view utf8, std::span<const std::size_t> boundaries,
                             bool by_icu) {
    Run run{utf8, by_icu, 0, {}, false};
    // English has a word to about six bytes; a token is twenty times as large, so for long text
    // the vector had better grow by itself.
    if (!beginnings) run.tokens.reserve(std::min<std::size_t>(utf8.size() / 6 + 1, 4096));
    std::size_t start = 0;
    for (const std::size_t boundary : boundaries) {
      const std::size_t cut = char_floor(utf8, boundary);
      if (cut <= start) continue;
      analyze_segment(run, start, cut);
      start = cut;
    }
    analyze_segment(run, start, utf8.size());
    return std::move(run.tokens);
  }
};

Analyzer::Analyzer(const Stemmer* stemmer) : impl_(std::make_unique<Impl>()) {
  impl_->stemmer = stemmer;
}
Analyzer::Analyzer(const Stemmer* stemmer, const Beginnings& beginnings) : Analyzer(stemmer) {
  impl_->beginnings = beginnings;
}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

std::vector<Token> Analyzer::analyze(std::string_view utf8,
                                     std::span<const std::size_t> boundaries) const {
  return impl_->analyze(utf8, boundaries, false);
}

std::vector<Token> Analyzer::analyze_by_icu(std::string_view utf8,
                                            std::span<const std::size_t> boundaries) const {
  return impl_->analyze(utf8, boundaries, true);
}

std::string analyzer_fingerprint() {
  // Asked of the libraries that are loaded, not of the headers: they decide.
  const auto text_of = [](const UVersionInfo version) {
    return std::to_string(version[0]) + "." + std::to_string(version[1]);
  };
  UVersionInfo icu, unicode;
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
  return "idsearch-analyzer/" + std::to_string(kAnalyzerVersion) + " icu/" + text_of(icu) +
         " unicode/" + text_of(unicode);
}

}  // namespace idsearch::text
