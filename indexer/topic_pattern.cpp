// SPDX-License-Identifier: GPL-2.0-or-later
// The grammar of patterns: recursive descent, alternatives multiplied out at once.
#include "indexer/topic_pattern.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "idsearch/error.hpp"
#include "store/stemmers.hpp"
#include "text/analyzer.hpp"

namespace idsearch::indexer {
namespace {

// They keep a faulty file from eating time or memory. No shipped pattern stands for more than 32
// sequences.
constexpr std::size_t kMaxSequences = 512;  // that one pattern may stand for
constexpr std::size_t kMaxSteps = 12;       // of one sequence
constexpr int kMaxDepth = 16;               // of brackets and names within names

// A sequence under construction; `gap` waits for the next step.
struct Partial {
  PatternSequence steps;
  std::uint32_t gap = 0;
};

bool is_separator(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_special(char c) { return c == '(' || c == ')' || c == '|' || c == '?' || c == '@'; }

}  // namespace

struct PatternReader::Impl {
  struct Definition {
    std::string pattern, place;
    std::optional<std::vector<PatternSequence>> sequences;
    bool being_read = false;
  };

  Impl() : stemmer(store::make_stemmer("en")), analyzer(stemmer.get()) {}

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };

  std::unique_ptr<text::Stemmer> stemmer;
  text::Analyzer analyzer;
  std::unordered_map<std::string, WordTest, Hash, std::equal_to<>>
      tests;  ///< by the word as written
  std::map<std::string, Definition, std::less<>> definitions;

  const std::vector<PatternSequence>& named(std::string_view name, std::string_view place,
                                            int depth);
};

namespace {

class Parser {
 public:
  using Impl = PatternReader::Impl;
  Parser(Impl& reader, std::string_view text, std::string_view place, int depth)
      : reader_(reader), text_(text), place_(place), depth_(depth) {}

  std::vector<PatternSequence> whole() {
    auto sequences = alternatives();
    if (at_ < text_.size()) fail("\")\" without \"(\"");
    return sequences;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::BadConfiguration,
                std::string(place_) + ": " + what + " in pattern \"" + std::string(text_) + "\"",
                "The grammar of patterns is explained at the head of corpus/topics.toml.");
  }

  void skip_blanks() {
    while (at_ < text_.size() && is_separator(text_[at_])) ++at_;
  }

  bool next_is(char c) const { return at_ < text_.size() && text_[at_] == c; }

  // sequence ("|" sequence)*; "a | b | c d" is the class {a, b} and the sequence "c d": two
  // sequences, not three.
  std::vector<PatternSequence> alternatives() {
    if (++depth_ > kMaxDepth) fail("nested too deeply");
    std::vector<WordTest> words;
    std::vector<PatternSequence> all, longer;
    for (;;) {
      if (const WordTest* word = lone_word(); word != nullptr) {
        words.push_back(*word);
      } else {
        for (auto& some : sequence()) {
          if (some.size() == 1)
            words.insert(words.end(), some[0].any_of->begin(), some[0].any_of->end());
          else
            longer.push_back(std::move(some));
        }
      }
      if (!next_is('|')) break;
      ++at_;
    }
    --depth_;
    if (longer.empty() && words.empty()) return all;
    if (!words.empty()) {
      std::ranges::sort(words);
      words.erase(std::unique(words.begin(), words.end()), words.end());
      all.push_back({PatternStep{share(std::move(words)), 0}});
    }
    std::ranges::move(longer, std::back_inserter(all));
    return all;
  }

  // The next alternative if it is one word and nothing else, as most are; null and not moved on if
  // not.
  const WordTest* lone_word() {
    const std::size_t from = at_;
    skip_blanks();
    const bool plain =
        at_ < text_.size() && !is_special(text_[at_]) && !text_.substr(at_).starts_with("..");
    const WordTest* word = plain ? &word_test() : nullptr;
    skip_blanks();
    if (word != nullptr && (at_ == text_.size() || next_is('|') || next_is(')'))) return word;
    at_ = from;
    return nullptr;
  }

  static WordTests share(std::vector<WordTest> tests) {
    return std::make_shared<const std::vector<WordTest>>(std::move(tests));
  }

  // (gap? unit "?"?)+
  std::vector<PatternSequence> sequence() {
    std::vector<Partial> partials(1);
    bool any = false;
    for (skip_blanks(); at_ < text_.size() && !next_is('|') && !next_is(')'); skip_blanks()) {
      const std::uint32_t gap = read_gap();
      if (gap > 0 && !any) fail("a gap needs a word before it");
      skip_blanks();
      std::vector<PatternSequence> made;
      const std::vector<PatternSequence>& choices = unit(made);
      bool optional = false;
      if (next_is('?')) {
        ++at_;
        optional = true;
      }
      any = true;
      multiply(partials, choices, gap, optional);
    }
    if (!any) fail(text_.empty() ? "nothing" : "an alternative without words");
    std::vector<PatternSequence> out;
    out.reserve(partials.size());
    for (auto& partial : partials) {
      if (partial.steps.empty()) fail("every word is optional");
      if (partial.steps.size() > kMaxSteps) fail("too many words in a row");
      partial.steps.front().max_gap = 0;
      out.push_back(std::move(partial.steps));
    }
    return out;
  }

  void multiply(std::vector<Partial>& partials, const std::vector<PatternSequence>& choices,
                std::uint32_t gap, bool optional) {
    if (partials.size() * (choices.size() + 1) > kMaxSequences) fail("too many alternatives");
    std::vector<Partial> out;
    out.reserve(partials.size() * (choices.size() + 1));
    for (const auto& partial : partials) {
      for (const auto& choice : choices) {
        Partial& longer = out.emplace_back();
        const std::size_t joint = partial.steps.size();
        longer.steps.reserve(joint + choice.size());
        longer.steps = partial.steps;
        longer.steps.insert(longer.steps.end(), choice.begin(), choice.end());
        longer.steps[joint].max_gap = std::min(partial.gap + gap, kMaxPatternGap);
        if (longer.steps.size() > kMaxSteps) fail("too many words in a row");
      }
      if (optional) out.push_back({partial.steps, partial.gap + gap});
    }
    partials = std::move(out);
  }

  std::uint32_t read_gap() {
    if (text_.substr(at_, 2) != "..") return 0;
    at_ += 2;
    std::uint32_t gap = 0;
    const char* const begin = text_.data() + at_;
    const auto [end, error] = std::from_chars(begin, text_.data() + text_.size(), gap);
    if (error != std::errc{} || gap == 0 || gap > kMaxPatternGap)
      fail("a gap is \"..\" and a number from 1 to " + std::to_string(kMaxPatternGap));
    at_ += static_cast<std::size_t>(end - begin);
    return gap;
  }

  // In `made`, unless it is known already.
  const std::vector<PatternSequence>& unit(std::vector<PatternSequence>& made) {
    if (at_ >= text_.size()) fail("a gap needs a word behind it");
    if (next_is('(')) {
      ++at_;
      made = alternatives();
      if (!next_is(')')) fail("\"(\" without \")\"");
      ++at_;
      return made;
    }
    if (next_is('@')) {
      ++at_;
      const std::string_view name = raw_word();
      return reader_.named(name, place_, depth_);
    }
    made.push_back({PatternStep{share({word_test()}), 0}});
    return made;
  }

  std::string_view raw_word() {
    const std::size_t from = at_;
    while (at_ < text_.size() && !is_separator(text_[at_]) && !is_special(text_[at_])) ++at_;
    if (at_ == from) fail("a word is missing");
    return text_.substr(from, at_ - from);
  }

  const WordTest& word_test() {
    const std::string_view word = raw_word();
    if (const auto known = reader_.tests.find(word); known != reader_.tests.end())
      return known->second;
    return reader_.tests.emplace(std::string(word), make_test(word)).first->second;
  }

  WordTest make_test(std::string_view word) {
    WordTest::Kind kind = WordTest::Kind::Stem;
    if (word.starts_with('=')) {
      kind = WordTest::Kind::Exact;
      word.remove_prefix(1);
    } else if (word.ends_with('*')) {
      kind = WordTest::Kind::Prefix;
      word.remove_suffix(1);
    }
    const auto tokens = reader_.analyzer.analyze(word);
    if (tokens.size() != 1 || tokens[0].start != 0 || tokens[0].end != word.size())
      fail("\"" + std::string(word) + "\" is not one word (write its parts with blanks)");
    const auto& token = tokens[0];
    if (kind == WordTest::Kind::Stem && !token.stem.empty()) return {kind, token.stem};
    if (kind == WordTest::Kind::Stem) kind = WordTest::Kind::Exact;
    return {kind, token.folded};
  }

  Impl& reader_;
  std::string_view text_, place_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

}  // namespace

const std::vector<PatternSequence>& PatternReader::Impl::named(std::string_view name,
                                                               std::string_view place, int depth) {
  const auto found = definitions.find(name);
  if (found == definitions.end())
    throw Error(ErrorCode::BadConfiguration,
                std::string(place) + ": unknown name \"@" + std::string(name) + "\"",
                "Define it in the table [words].");
  Definition& definition = found->second;
  if (!definition.sequences) {
    if (definition.being_read)
      throw Error(ErrorCode::BadConfiguration,
                  definition.place + ": \"@" + std::string(name) + "\" is defined by itself", "");
    definition.being_read = true;
    definition.sequences = Parser(*this, definition.pattern, definition.place, depth).whole();
  }
  return *definition.sequences;
}

PatternReader::PatternReader() : impl_(std::make_unique<Impl>()) {}
PatternReader::~PatternReader() = default;

bool PatternReader::define(const std::string& name, const std::string& pattern,
                           const std::string& place) {
  return impl_->definitions.try_emplace(name, Impl::Definition{pattern, place, {}, false}).second;
}

std::vector<PatternSequence> PatternReader::read(std::string_view pattern, std::string_view place) {
  return Parser(*impl_, pattern, place, 0).whole();
}

const std::vector<PatternSequence>& PatternReader::definition(std::string_view name) {
  return impl_->named(name, "", 0);
}

void PatternReader::check_definitions() {
  for (const auto& [name, definition] : impl_->definitions) impl_->named(name, definition.place, 0);
}

}  // namespace idsearch::indexer
