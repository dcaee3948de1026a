// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head_matter.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/among.hpp"
#include "indexer/byline.hpp"
#include "indexer/text_headings.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;
using N = HtmlName;
using A = HtmlAttribute;

// Words of class and id that say who wrote it, whatever stands in the element.
constexpr auto kAuthorNames = std::to_array<std::string_view>(
    {"author", "authors", "byline", "creator", "creators", "contributor", "auteur", "auteurs",
     "autor", "autores", "autoren", "credits", "contributors", "affiliation", "affiliations"});

// Those that say it of labels and days, not of sentences.
constexpr auto kMatterNames = std::to_array<std::string_view>(
    {"dateline", "pubdate", "published", "posted", "date", "metadata", "meta", "category",
     "categories", "readtime", "logo", "properties", "ufi"});

constexpr auto kSubtitleNames = std::to_array<std::string_view>(
    {"subtitle", "subheading", "subheadline", "tagline", "standfirst", "dek"});

// Terms of a list in which a site says what it knows of a page.
constexpr auto kTerms = std::to_array<std::string_view>(
    {"author",         "authors",    "by",           "written by",       "editor",
     "editors",        "published",  "published on", "publication date", "date",
     "date published", "posted",     "posted on",    "created",          "from",
     "category",       "categories", "tags",         "reading time",     "contributors",
     "reviewed by"});

constexpr auto kPublished = std::to_array<std::string_view>(
    {"published on", "published", "posted on", "posted", "first published on", "first published",
     "originally published", "date published", "publication date", "date of publication",
     "created on", "created", "release date", "date"});

// A list of what a site knows of a page is no longer.
constexpr std::size_t kMostMatterBytes = 600;
constexpr std::size_t kLongestRemark = 200;
// A label has fewer, as in html_outskirts.
constexpr std::size_t kFewestSentenceBytes = 30;

bool is_day(std::string_view text, std::string_view language) {
  constexpr std::size_t kWholeDay = 10;  // "2026-05-12"
  const auto parsed = text::parse_date(text, language);
  return parsed && parsed->size() == kWholeDay;
}

// "4 min read", "12 minutes", "811 words"; "Reading time: 4 minutes".
bool is_length(std::string_view key) {
  for (const std::string_view before :
       {"estimated reading time", "reading time", "read time", "time to read"}) {
    if (key.starts_with(before)) key = key.substr(before.size());
  }
  while (!key.empty() && (key.front() == ':' || key.front() == ' ')) key.remove_prefix(1);
  std::size_t digits = 0;
  while (digits < key.size() && (text::is_ascii_digit(key[digits]) || key[digits] == ',')) ++digits;
  if (digits == 0) return false;
  constexpr auto kUnits = std::to_array<std::string_view>(
      {"min", "mins", "minute", "minutes", "min read", "mins read", "minute read", "minutes read",
       "min. read", "-minute read", "words"});
  return is_among(kUnits, text::trim(key.substr(digits)));
}

bool is_publication(std::string_view part, std::string_view key, std::string_view language) {
  for (const std::string_view word : kPublished) {
    if (!key.starts_with(word) || part.size() <= word.size()) continue;
    std::string_view day = part.substr(word.size());
    if (text::is_ascii_letter(day.front())) continue;
    day = text::trim(day);
    if (day.starts_with(':')) day = text::trim(day.substr(1));
    if (is_day(day, language)) return true;
  }
  return false;
}

bool is_remark(std::string_view part, std::string_view language) {
  const std::string key = text::comparison_key(part);
  constexpr auto kActions =
      std::to_array<std::string_view>({"listen", "share", "save", "follow", "print",
                                       "listen to this article", "listen to article"});
  if (is_among(kActions, key)) return true;
  return is_day(part, language) || is_length(key) || is_publication(part, key, language) ||
         is_byline(part);
}

class HeadMatterFinder {
 public:
  HeadMatterFinder(const HtmlPage& page, const LinkByNode& links, std::string_view language,
                   std::vector<HtmlBlock>& blocks, std::vector<bool>& skipped)
      : page_(page), links_(links), language_(language), blocks_(blocks), skipped_(skipped) {}

  void skip(std::optional<std::size_t> title) {
    const std::size_t begin = title ? *title + 1 : 0;
    title_ = title ? blocks_[*title].first : kNoNode;
    const std::size_t end = first_section(begin);
    end_ = end < blocks_.size() ? blocks_[end].first : page_.size();
    bool text = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (skipped_[i] || blocks_[i].noise) continue;
      HtmlBlock& block = blocks_[i];
      if (is_names_of_authors(block)) {
        skipped_[i] = true;
        continue;
      }
      if (has_mark(block)) continue;
      if (block.kind == Kind::Heading && is_named(block, kSubtitleNames)) {
        block.kind = Kind::Paragraph;
        block.level = 0;
      } else if (is_matter(block) || (!text && is_count(block))) {
        skipped_[i] = true;
      } else if (is_term(block)) {
        skip_with_values(i, end);
      } else {
        text = true;
        // A page without sections has no head behind its first sentence.
        if (end == blocks_.size() && is_sentence(block)) return;
      }
    }
  }

 private:
  // The first heading that is not named as part of the head.
  std::size_t first_section(std::size_t begin) {
    end_ = page_.size();
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      if (skipped_[i] || blocks_[i].kind != Kind::Heading || blocks_[i].noise) continue;
      if (known_heading(blocks_[i].text) != nullptr) return i;
      if (!is_named(blocks_[i], kSubtitleNames) && !is_named(blocks_[i], kAuthorNames)) return i;
    }
    return blocks_.size();
  }

  bool has_mark(const HtmlBlock& block) const {
    const auto is_mark = [this](const HtmlBlock::Span& span) {
      const auto found = links_.find(span.node);
      return found != links_.end() && found->second->kind == NoteLink::Kind::Mark;
    };
    if (std::ranges::any_of(block.links, is_mark) || !block.raised.empty()) return true;
    for (std::size_t at = block.text.find('['); at != std::string::npos;
         at = block.text.find('[', at + 1)) {
      if (at + 1 < block.text.size() && text::is_ascii_digit(block.text[at + 1])) return true;
    }
    return false;
  }

  // "Ann Poe¹, Bob Roe²": names, with raised numbers of universities and no marks of notes.
  bool is_names_of_authors(const HtmlBlock& block) const {
    constexpr std::size_t kFewestNames = 2;
    if (block.raised.size() < kFewestNames || block.kind == Kind::Heading ||
        block.kind == Kind::Row)
      return false;
    std::string names;
    std::size_t at = 0;
    for (const HtmlBlock::Span& span : block.raised) {
      const auto is_mark = [&](const HtmlBlock::Span& link) {
        const auto found = links_.find(link.node);
        return link.begin >= span.begin && link.end <= span.end && found != links_.end() &&
               found->second->kind == NoteLink::Kind::Mark && found->second->target != kNoNode;
      };
      if (std::ranges::any_of(block.links, is_mark)) return false;
      names.append(block.text, at, span.begin - at);
      at = span.end;
    }
    names.append(block.text, at);
    std::string_view rest = names;
    std::size_t count = 0;
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      const std::string_view name = text::trim(rest.substr(0, comma));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
      // A person has two names at least, and few more.
      constexpr std::ptrdiff_t kMostBlanks = 5;
      const auto blanks = std::ranges::count(name, ' ');
      if (name.empty() && !rest.empty()) continue;
      if (blanks == 0 || blanks > kMostBlanks || line_signs(name).ends_sentence ||
          !is_byline("By " + std::string(name)))
        return false;
      ++count;
    }
    return count >= kFewestNames;
  }

  // Whether the block, or a small box around it that does not hold the title, is named so.
  template <typename Names>
  bool is_named(const HtmlBlock& block, const Names& names) const {
    for (NodeIndex i = page_.node(block.first).parent; i != kNoNode; i = page_.node(i).parent) {
      const HtmlNode& node = page_.node(i);
      if (node.name == N::Body || node.name == N::Main || node.name == N::Article ||
          node.name == N::Html || node.end > end_ || holds_title(i) ||
          page_.text_bytes(i, node.end) > kMostMatterBytes) {
        return false;
      }
      for (const A which : {A::Class, A::Id}) {
        const std::string_view value = node.value(which);
        if (std::ranges::any_of(names,
                                [value](std::string_view name) { return has_word(value, name); }))
          return true;
      }
    }
    return false;
  }

  bool holds_title(NodeIndex i) const {
    return title_ != kNoNode && i <= title_ && title_ < page_.node(i).end;
  }

  static bool is_sentence(const HtmlBlock& block) {
    return block.text.size() >= kFewestSentenceBytes && line_signs(block.text).ends_sentence;
  }

  bool is_matter(const HtmlBlock& block) const {
    if (is_named(block, kAuthorNames)) return true;
    if (block.kind == Kind::Heading) return false;
    if (is_head_remark(block.text, language_) || ends_in_dot(block.text)) return true;
    return !is_sentence(block) && is_named(block, kMatterNames);
  }

  // "Ann Poe ·": what follows in the row of such remarks stands in a box of its own.
  static bool ends_in_dot(std::string_view text) {
    return text.size() <= kLongestRemark && (text.ends_with("·") || text.ends_with("•"));
  }

  // How often it was liked or shared.
  static bool is_count(const HtmlBlock& block) {
    constexpr std::size_t kMostDigits = 4;
    return block.kind != Kind::Row && block.text.size() <= kMostDigits &&
           std::ranges::all_of(block.text, text::is_ascii_digit);
  }

  bool is_term(const HtmlBlock& block) const {
    if (page_.node(block.element).name != N::Dt || block.text.size() > kLongestRemark) return false;
    std::string key = text::comparison_key(block.text);
    while (!key.empty() && (key.back() == ':' || key.back() == ' ')) key.pop_back();
    return is_among(kTerms, key);
  }

  void skip_with_values(std::size_t term, std::size_t end) {
    skipped_[term] = true;
    for (std::size_t i = term + 1; i < end; ++i) {
      if (page_.tree().around(blocks_[i].first, N::Dd) == kNoNode) return;
      skipped_[i] = true;
    }
  }

  const HtmlPage& page_;
  const LinkByNode& links_;
  std::string_view language_;
  std::vector<HtmlBlock>& blocks_;
  std::vector<bool>& skipped_;
  NodeIndex title_ = kNoNode;
  NodeIndex end_ = 0;  // of the head
};

}  // namespace

bool is_head_remark(std::string_view line, std::string_view language) {
  if (line.size() > kLongestRemark) return false;
  constexpr auto kSigns = std::to_array<std::string_view>({"·", "•", "|", "—", " – ", " - "});
  bool any = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size();) {
    std::size_t length = 0;
    for (const std::string_view sign : kSigns) {
      if (line.substr(at).starts_with(sign)) length = sign.size();
    }
    if (length == 0 && at < line.size()) {
      ++at;
      continue;
    }
    const std::string_view part = text::trim(line.substr(begin, at - begin));
    if (!part.empty() && !is_remark(part, language)) return false;
    any = any || !part.empty();
    if (at == line.size()) break;
    at += length;
    begin = at;
  }
  return any;
}

void skip_head_matter(const HtmlPage& page, const LinkByNode& links, std::string_view language,
                      std::optional<std::size_t> title_block, std::vector<HtmlBlock>& blocks,
                      std::vector<bool>& skipped) {
  HeadMatterFinder(page, links, language, blocks, skipped).skip(title_block);
}

}  // namespace idsearch::indexer
