// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/hits.hpp"

#include <algorithm>
#include <utility>

#include "store/stemmers.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {

namespace {

std::unique_ptr<text::Stemmer> stemmer_for(std::string_view language) {
  return language.empty() ? nullptr : store::make_stemmer(language);
}

/// Other languages' stemmers take prefixes away (Indonesian, Arabic).
bool keeps_beginnings(std::string_view language, const text::Stemmer* stemmer) {
  return stemmer == nullptr || language == "en";
}

}  // namespace

struct TextAnalyzers::Language {
  Language(std::string_view language, const text::Beginnings& beginnings)
      : name(language),
        stemmer(stemmer_for(language)),
        analyzer(keeps_beginnings(language, stemmer.get())
                     ? text::Analyzer(stemmer.get(), beginnings)
                     : text::Analyzer(stemmer.get())) {}

  std::string name;
  std::unique_ptr<text::Stemmer> stemmer;
  text::Analyzer analyzer;
};

TextAnalyzers::TextAnalyzers(const text::Beginnings& beginnings) : beginnings_(beginnings) {}
TextAnalyzers::~TextAnalyzers() = default;

std::vector<text::Token> TextAnalyzers::tokens(std::string_view text, std::string_view language,
                                               const std::vector<Mark>& marks) {
  auto known = std::ranges::find_if(
      languages_, [&](const std::unique_ptr<Language>& one) { return one->name == language; });
  if (known == languages_.end()) {
    languages_.push_back(std::make_unique<Language>(language, beginnings_));
    known = languages_.end() - 1;
  }
  std::vector<std::size_t> boundaries;
  for (const Mark& mark : marks) boundaries.push_back(mark.at);
  return (*known)->analyzer.analyze(text, boundaries);
}

namespace {

std::vector<Sentence> sentences_of(const store::PassageRecord& record) {
  std::vector<Sentence> sentences;
  std::size_t start = 0;
  for (std::size_t end : record.sentence_ends) {
    sentences.push_back({start, end});
    start = end;
  }
  return sentences;
}

/// Whether the sentence that the mark ends or stands in has a highlight: the sentence of the byte
/// before the mark.
bool in_highlighted_sentence(std::size_t at, const Hit& hit) {
  const std::size_t before = at == 0 ? 0 : at - 1;
  const auto sentence =
      std::ranges::find_if(hit.sentences, [&](const Sentence& one) { return before < one.end; });
  if (sentence == hit.sentences.end()) return false;
  return std::ranges::any_of(hit.highlights, [&](const Highlight& range) {
    return range.start < sentence->end && sentence->start < range.end;
  });
}

/// Adds the ranges of a part of a text that begins at `at`, but for those that overlap known ones.
void add_ranges(const std::vector<Highlight>& of_part, std::string_view text, std::size_t at,
                std::vector<Highlight>& to) {
  const std::size_t cp_at = text::count_code_points(text.substr(0, at));
  for (Highlight range : of_part) {
    range.start += at;
    range.end += at;
    range.cp_start += cp_at;
    range.cp_end += cp_at;
    const bool known = std::ranges::any_of(to, [&](const Highlight& other) {
      return range.start < other.end && other.start < range.end;
    });
    if (!known) to.push_back(range);
  }
  std::ranges::sort(to, {}, &Highlight::start);
}

/// What matched in the sources of a note: fills its ranges. False when nothing did.
bool mark_sources(HitNote& note, const std::string& language, const Highlighter& highlighter,
                  TextAnalyzers& analyzers) {
  if (!highlighter.asks_notes() && !highlighter.asks_authors()) return false;
  bool matched = false;
  std::vector<std::vector<Highlight>> ranges;
  for (const Source& source : note.sources) {
    std::vector<Highlight>& found = ranges.emplace_back();
    if (highlighter.asks_notes())
      found = highlighter.note(source.text, analyzers.tokens(source.text, language));
    for (const std::string& author : source.reference.authors) {
      if (!highlighter.asks_authors()) break;
      const auto in_name = highlighter.author(author, analyzers.tokens(author, ""));
      matched = matched || !in_name.empty();
      const std::size_t at = source.text.find(author);
      if (at != std::string::npos) add_ranges(in_name, source.text, at, found);
    }
    matched = matched || !found.empty();
  }
  if (matched) note.source_highlights = std::move(ranges);
  return matched;
}

}  // namespace

Hit hit_of(store::PassageRecord&& record, const Highlighter* highlighter,
           TextAnalyzers& analyzers) {
  Hit hit;
  hit.cite_as = cite_as(record);
  hit.sentences = sentences_of(record);
  hit.id = std::move(record.id);
  hit.sha256 = std::move(record.sha256);
  hit.profile = {std::move(record.profile_id), std::move(record.profile_title),
                 std::move(record.file), std::move(record.updated)};
  hit.country = std::move(record.country);
  hit.section_path = std::move(record.section_path);
  hit.section_titles = std::move(record.section_titles);
  hit.kind = record.kind;
  hit.language = std::move(record.language);
  hit.line = record.line;
  hit.text = std::move(record.text);
  hit.topics = std::move(record.topics);
  if (highlighter != nullptr)
    hit.highlights = highlighter->body(
        hit.text, analyzers.tokens(hit.text, hit.language, record.marks), record.sentence_ends);
  hit.notes.reserve(record.marks.size());
  for (auto mark = record.marks.begin(); mark != record.marks.end(); ++mark) {
    HitNote shown;
    shown.label = mark->note;
    shown.at = mark->at;
    shown.in_highlight = in_highlighted_sentence(mark->at, hit);
    const auto known = std::ranges::find(record.notes, mark->note, &Note::label);
    if (known != record.notes.end()) {
      // The last mark of a note may take what the record has.
      const bool again = std::any_of(mark + 1, record.marks.end(),
                                     [&](const Mark& other) { return other.note == mark->note; });
      Note note = again ? *known : std::move(*known);
      shown.text = std::move(note.text);
      shown.status = note.status;
      shown.trail = std::move(note.trail);
      shown.sources = std::move(note.sources);
      if (highlighter != nullptr && mark_sources(shown, hit.language, *highlighter, analyzers))
        shown.in_highlight = true;
    }
    hit.notes.push_back(std::move(shown));
  }
  return hit;
}

}  // namespace idsearch::query
