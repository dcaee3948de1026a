// SPDX-License-Identifier: GPL-2.0-or-later
// What each passage puts into the index: its words, those of its headings and of the sources it
// cites, filter terms, values, and the record that shows it.
#include "indexer/to_postings.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "store/outline.hpp"
#include "store/passage_record.hpp"
#include "store/schema.hpp"
#include "store/sentence_places.hpp"
#include "store/stemmers.hpp"
#include "text/analyzer.hpp"
#include "text/sentences.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using store::Posting;
using text::Token;

// Between two titles, sources or authors: wider than any NEAR window, so that neither phrases nor
// NEAR reach from one into the next. 100 is Xapian's own custom (TermGenerator::increase_termpos).
constexpr std::uint32_t kGap = 100;

// What a profile is about stands in its title; each passage has the title's stems so many times.
// Mean nDCG@10 over six collections (bench/quality): 0.502 with 0, 0.517 with 1, 0.521 with 2,
// 0.522 with 3.
constexpr std::uint32_t kTitleTimes = 3;

// One language's analyser with the stemmer it uses.
struct LanguageWords {
  explicit LanguageWords(std::string_view language)
      : stemmer(store::make_stemmer(language)), analyzer(stemmer.get()) {}

  std::unique_ptr<text::Stemmer> stemmer;
  text::Analyzer analyzer;
};

// Words of one text field, place after place.
class FieldWords {
 public:
  explicit FieldWords(std::string_view prefix)
      : prefix_(prefix), stem_prefix_(std::string(store::kStem) + prefix_) {}

  void add(const std::vector<Token>& tokens) {
    std::uint32_t last = 0;
    for (const Token& token : tokens) {
      last = std::max(last, token.last_position);
      // A joined form stands at its first and last word, but is one occurrence.
      put(token.folded, token.position, 1);
      if (!token.exact.empty()) put(token.exact, token.position, 1);
      if (token.last_position > token.position) {
        put(token.folded, token.last_position, 0);
        if (!token.exact.empty()) put(token.exact, token.last_position, 0);
      }
      if (!token.stem.empty()) postings_.push_back({stem_prefix_ + token.stem, 0, 1});
    }
    if (!tokens.empty()) offset_ += last + kGap;
  }

  /// Only their stems, each `times`: what stands nowhere must not meet what phrases and NEAR ask
  /// for.
  void add_stems(const std::vector<Token>& tokens, std::uint32_t times) {
    for (const Token& token : tokens)
      if (!token.stem.empty()) postings_.push_back({stem_prefix_ + token.stem, 0, times});
  }

  const std::vector<Posting>& postings() const { return postings_; }

 private:
  void put(const std::string& word, std::uint32_t position, std::uint32_t wdf) {
    postings_.push_back({prefix_ + word, offset_ + position, wdf});
  }

  std::string prefix_, stem_prefix_;
  std::uint32_t offset_ = 0;
  std::vector<Posting> postings_;
};

void append(std::vector<Posting>& to, const std::vector<Posting>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

// "YYYYMMDD" of an ISO day; empty for anything else.
std::string day_value(const std::string& iso_day) {
  std::string out = iso_day;
  std::erase(out, '-');
  const bool is_day = out.size() == 8 && out.find_first_not_of("0123456789") == std::string::npos;
  return is_day ? out : std::string();
}

// What the passage is about: its stems and those of the title. Function words say nothing about it.
std::string outline_of(const std::vector<Token>& body, const std::vector<Token>& title) {
  store::OutlineMaker outline;
  const auto add = [&outline](const std::vector<Token>& tokens, unsigned times) {
    for (const Token& token : tokens)
      if (!text::is_function_word(token.folded)) outline.add(token.stem, times);
  };
  add(body, 1);
  add(title, kTitleTimes);
  return outline.bytes();
}

// What all passages of a section share.
struct SectionTerms {
  std::vector<std::string> filters;
  std::map<std::string, std::vector<Posting>> headings;  // by language
};

// The path, each path above it, and each heading by itself.
std::vector<std::string> section_filters(const Section& section) {
  std::set<std::string> terms;
  for (std::size_t slash = section.path.find('/'); slash != std::string::npos;
       slash = section.path.find('/', slash + 1))
    terms.insert(store::filter_term(store::kSection, section.path.substr(0, slash)));
  terms.insert(store::filter_term(store::kSection, section.path));
  for (const std::string& title : section.titles)
    terms.insert(store::filter_term(store::kSection, text::heading_slug(title)));
  return {terms.begin(), terms.end()};
}

}  // namespace

struct PostingsMaker::Impl {
  std::map<std::string, LanguageWords, std::less<>> words_by_language;
  text::Analyzer names;  // authors are not stemmed

  // Of the profile in hand.
  const Profile* profile = nullptr;
  std::vector<SectionTerms> sections;
  std::map<std::string_view, const Note*> notes;
  std::vector<std::string> profile_filters;
  std::map<std::string, std::vector<Token>> titles;  // by language
  // A source is often cited again ("ibid"): its words are the same.
  std::map<std::pair<std::string, std::string>, std::vector<Token>> source_tokens;

  const text::Analyzer& analyzer(const std::string& language) {
    const auto known = words_by_language.find(language);
    if (known != words_by_language.end()) return known->second.analyzer;
    return words_by_language.try_emplace(language, language).first->second.analyzer;
  }

  void begin(const Profile& of) {
    profile = &of;
    sections.assign(of.sections.size(), {});
    for (std::size_t i = 0; i < of.sections.size(); ++i)
      sections[i].filters = section_filters(of.sections[i]);
    titles.clear();
    notes.clear();
    for (const Note& note : of.notes) notes.try_emplace(note.label, &note);
    source_tokens.clear();
    profile_filters = {store::filter_term(store::kProfile, of.id)};
    if (of.country) {
      std::string code = of.country->code;
      for (char& c : code)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (!code.empty()) profile_filters.push_back(store::filter_term(store::kCountry, code));
      const std::string name = text::slug(of.country->name);
      if (!name.empty()) profile_filters.push_back(store::filter_term(store::kCountry, name));
    }
  }

  const Section* section_of(const Passage& passage) const {
    return passage.section < profile->sections.size() ? &profile->sections[passage.section]
                                                      : nullptr;
  }

  // Titles of the profile and of the section with all above it.
  const std::vector<Posting>& headings(const Passage& passage) {
    auto& by_language = sections[passage.section].headings;
    const auto [at, is_new] = by_language.try_emplace(passage.language);
    if (is_new) {
      FieldWords field(store::kHeading);
      field.add(analyzer(passage.language).analyze(profile->title));
      for (const std::string& title : profile->sections[passage.section].titles)
        field.add(analyzer(passage.language).analyze(title));
      at->second = field.postings();
    }
    return at->second;
  }

  const std::vector<Token>& title_tokens(const std::string& language) {
    const auto [at, is_new] = titles.try_emplace(language);
    if (is_new) at->second = analyzer(language).analyze(profile->title);
    return at->second;
  }

  // Notes of the passage's marks, each once, in the order of the marks.
  std::vector<const Note*> cited_notes(const Passage& passage) const {
    std::vector<const Note*> out;
    for (const Mark& mark : passage.marks) {
      const auto note = notes.find(mark.note);
      if (note != notes.end() && std::ranges::find(out, note->second) == out.end())
        out.push_back(note->second);
    }
    return out;
  }

  void add_sources(const Passage& passage, const std::vector<const Note*>& cited,
                   store::Postings& out) {
    FieldWords texts(store::kNoteText), authors(store::kAuthor);
    std::set<std::pair<std::string_view, std::size_t>> seen;
    for (const Note* note : cited) {
      for (const Source& source : note->sources) {
        if (!is_resolved(source.status) || source.text.empty()) continue;
        if (!seen.emplace(source.note, source.part).second) continue;
        const auto [tokens, is_new] = source_tokens.try_emplace({passage.language, source.text});
        if (is_new) tokens->second = analyzer(passage.language).analyze(source.text);
        texts.add(tokens->second);
        for (const std::string& author : source.reference.authors)
          authors.add(names.analyze(author));
        if (source.reference.url)
          for (const std::string& host : store::host_and_parents(*source.reference.url))
            out.filters.push_back(store::filter_term(store::kHost, host));
      }
    }
    append(out.words, texts.postings());
    append(out.words, authors.postings());
  }

  std::string record(std::size_t index, const std::vector<std::size_t>& sentence_ends,
                     const std::vector<const Note*>& cited) const {
    const Passage& passage = profile->passages[index];
    store::PassageRecord out;
    out.id = passage.id;
    out.text = passage.text;
    out.profile_id = profile->id;
    out.profile_title = profile->title;
    out.file = profile->file;
    out.updated = profile->updated;
    out.country = profile->country;
    if (const Section* section = section_of(passage)) {
      out.section_path = section->path;
      out.section_titles = section->titles;
    }
    out.kind = passage.kind;
    out.language = passage.language;
    out.line = passage.line;
    out.sentence_ends = sentence_ends;
    out.marks = passage.marks;
    out.topics = passage.topics;
    for (const Note* note : cited) out.notes.push_back(*note);
    if (index > 0) out.previous_id = profile->passages[index - 1].id;
    if (index + 1 < profile->passages.size()) out.next_id = profile->passages[index + 1].id;
    return store::encode_record(out);
  }

  store::Postings make(std::size_t index) {
    const Passage& passage = profile->passages[index];
    std::vector<std::size_t> marks;
    for (const Mark& mark : passage.marks) marks.push_back(mark.at);
    const std::vector<const Note*> cited = cited_notes(passage);

    store::Postings out;
    out.id = passage.id;
    FieldWords body(store::kBody);
    const std::vector<Token> tokens = analyzer(passage.language).analyze(passage.text, marks);
    const std::vector<Token>& title = title_tokens(passage.language);
    body.add(tokens);
    body.add_stems(title, kTitleTimes);
    append(out.words, body.postings());
    out.filters = profile_filters;
    if (section_of(passage) != nullptr) {
      append(out.words, headings(passage));
      const auto& filters = sections[passage.section].filters;
      out.filters.insert(out.filters.end(), filters.begin(), filters.end());
    }
    add_sources(passage, cited, out);
    out.filters.push_back(store::id_term(passage.id));
    if (!passage.language.empty())
      out.filters.push_back(store::filter_term(store::kLanguage, passage.language));
    for (const TopicTag& topic : passage.topics)
      out.filters.push_back(store::filter_term(store::kTopic, topic.name));
    out.values.emplace_back(store::kSlotOrder,
                            store::order_value(profile->id, static_cast<std::uint32_t>(index + 1)));
    if (profile->updated)
      if (const std::string day = day_value(*profile->updated); !day.empty())
        out.values.emplace_back(store::kSlotUpdated, day);
    if (std::string outline = outline_of(tokens, title); !outline.empty())
      out.values.emplace_back(store::kSlotOutline, std::move(outline));
    std::vector<std::size_t> sentence_ends;
    for (const text::SentenceRange& sentence : text::sentence_ranges(passage.text, marks))
      sentence_ends.push_back(sentence.end);
    const auto sentences = store::sentence_starts(tokens, sentence_ends);
    if (!sentences.empty())
      out.values.emplace_back(store::kSlotSentences, store::encode_sentence_starts(sentences));
    out.record = record(index, sentence_ends, cited);
    return out;
  }
};

PostingsMaker::PostingsMaker() : impl_(std::make_unique<Impl>()) {}
PostingsMaker::~PostingsMaker() = default;

std::vector<store::Postings> PostingsMaker::make(const Profile& profile) {
  impl_->begin(profile);
  std::vector<store::Postings> out;
  out.reserve(profile.passages.size());
  for (std::size_t i = 0; i < profile.passages.size(); ++i) out.push_back(impl_->make(i));
  return out;
}

}  // namespace idsearch::indexer
