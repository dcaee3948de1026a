// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_head.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/text_head.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/text_lines.hpp"
#include "indexer/updated_remarks.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Kind = RawBlock::Kind;

// Blocks before the first section that may hold the line; as in text dumps.
constexpr std::size_t kMostHeadBlocks = 20;
// No title is as long as a paragraph.
constexpr std::size_t kLongestTitle = 300;

bool names_country(std::string_view name) {
  return !name.empty() && text::country_code_of_name(name).has_value();
}

// A name of several countries, or of a part of one.
bool is_unclear(std::string_view name) {
  return !text::countries_named(name).empty() || !text::state_of_part(name).empty();
}

bool is_same(std::string_view a, std::string_view b) {
  return !a.empty() && a.size() < kLongestTitle && b.size() < kLongestTitle &&
         text::comparison_key(a) == text::comparison_key(b);
}

std::string_view cut_at_separator(std::string_view title) {
  std::size_t cut = title.size();
  for (const std::string_view separator : {" | ", " – ", " — ", " - ", ": ", " · ", " • "}) {
    cut = std::min(cut, title.find(separator));
  }
  return text::trim(title.substr(0, cut));
}

// The language of a BCP 47 tag ("pt" of "pt-BR" and "pt_BR", as for HTML); "English" says nothing
// to a program.
std::string language_tag(std::string_view declared) {
  std::string tag(declared);
  std::replace(tag.begin(), tag.end(), '_', '-');
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  const bool valid = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!valid || primary < 2 || primary > 3) return {};
  std::transform(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary), tag.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return tag.substr(0, primary);
}

std::optional<std::size_t> title_heading(const FrontMatter& front, const Shields& shields,
                                         const std::vector<MarkdownBlock>& blocks) {
  std::optional<std::size_t> first;
  bool only = true;  // of its level or above
  std::size_t headings = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind != Kind::Heading || text::trim(blocks[i].text).empty()) continue;
    ++headings;
    if (!first) {
      first = i;
    } else if (blocks[i].level <= blocks[*first].level) {
      only = false;
    }
  }
  if (!first) return std::nullopt;
  const std::string name = joined_lines(shields.shown_words(blocks[*first].text));
  if (name.size() > kLongestTitle || known_heading(name) != nullptr || is_notes_title(name)) {
    return std::nullopt;
  }
  const bool top = blocks[*first].level == 1;
  const bool same = is_same(name, front.title) || is_same(name, front.country);
  // A lone heading below a front matter with another title heads a section.
  const bool lone = headings == 1 && !front.title.empty();
  if (same || (top && only && !lone)) return first;
  if ((top || only) && names_country(name)) return first;
  return std::nullopt;
}

class HeadTaker {
 public:
  HeadTaker(const FrontMatter& front, const Shields& shields, std::vector<MarkdownBlock>& blocks,
            RawProfile& raw)
      : front_(front), shields_(shields), blocks_(blocks), raw_(raw) {}

  void take() {
    raw_.title = front_.title;
    raw_.title_line = front_.title_line;
    raw_.language = language_tag(front_.language);
    if (const auto heading = title_heading(front_, shields_, blocks_)) {
      heading_ = joined_lines(shields_.shown_words(blocks_[*heading].text));
      if (raw_.title.empty()) set_title(heading_, blocks_[*heading].line);
      leave_marks(*heading);
    }
    if (heading_.empty() && raw_.title.empty()) take_plain_head();
    take_updated();
    if (raw_.updated_line == 0) {
      raw_.updated_text = front_.updated;
      raw_.updated_line = front_.updated_line;
    }
    set_country();
  }

 private:
  void set_title(std::string title, std::size_t line) {
    raw_.title = std::move(title);
    raw_.title_line = line;
  }

  // The notes of a title are cited.
  void leave_marks(std::size_t i) {
    blocks_[i].text = shields_.marks_only(blocks_[i].text);
    blocks_[i].kind = Kind::Paragraph;
    blocks_[i].level = 0;
    blocks_[i].number = 0;
  }

  // Where the first section begins, or what is too far down to be a head.
  std::size_t preamble_end() const {
    std::size_t end = 0;
    while (end < blocks_.size() && end < kMostHeadBlocks && blocks_[end].kind != Kind::Heading) {
      ++end;
    }
    return end;
  }

  // A dump with a few signs of Markdown: name and date are lines as there.
  void take_plain_head() {
    std::vector<std::string> texts;
    const std::size_t end = std::min(preamble_end() + 1, blocks_.size());
    for (std::size_t i = 0; i < end; ++i)
      texts.push_back(joined_lines(shields_.shown_words(blocks_[i].text)));
    std::vector<Line> lines;
    for (std::size_t i = 0; i < end; ++i) {
      if (blocks_[i].kind == Kind::Row || texts[i].empty()) break;
      lines.push_back({texts[i], blocks_[i].line});
    }
    const TextHead head = read_head(lines);
    for (std::size_t i = 0; i < lines.size() && i < head.end; ++i) {
      if (head.title.empty() || blocks_[i].line != head.title_line) continue;
      if (blocks_[i].kind == Kind::Heading) return;
      set_title(head.title, head.title_line);
      return leave_marks(i);
    }
  }

  // The line may share a paragraph with others.
  void take_updated() {
    const std::size_t end = preamble_end();
    for (std::size_t i = 0; i < end; ++i) {
      if (blocks_[i].kind != Kind::Row && take_updated_line(blocks_[i])) return;
    }
  }

  bool take_updated_line(MarkdownBlock& block) {
    std::size_t number = 0;
    for (std::size_t at = 0; at <= block.text.size(); ++number) {
      const std::size_t end = std::min(block.text.find('\n', at), block.text.size());
      const std::string_view line = text::trim(std::string_view(block.text).substr(at, end - at));
      const std::string words = line.size() < kLongestTitle ? shields_.shown_words(line) : "";
      if (const auto value = updated_text(text::trim(words), raw_.language)) {
        raw_.updated_text = without_remarks(*value, raw_.language);
        raw_.updated_line = block.line + number;
        block.text.replace(at, end - at, shields_.marks_only(line));
        return true;
      }
      at = end + 1;
    }
    return false;
  }

  void set_country() {
    std::string country = front_.country;
    std::size_t line = front_.country_line;
    const auto code = declared_code(country);
    if (country.empty() || code) {
      const std::array<std::string_view, 4> candidates{
          raw_.title, heading_, cut_at_separator(raw_.title), cut_at_separator(heading_)};
      const auto* found =
          std::find_if(candidates.begin(), candidates.end(), [&code](std::string_view name) {
            return names_country(name) && (!code || text::country_code_of_name(name) == code);
          });
      if (found != candidates.end()) country = *found;
      if (country.empty()) {
        // "Congo | Digital ID": what it may mean is said where it is found to be no country.
        found = std::find_if(candidates.begin(), candidates.end(), is_unclear);
        if (found != candidates.end()) country = *found;
      }
      if (country.empty() && raw_.title.empty()) {
        country = front_.region;
        line = front_.region_line;
      }
    }
    if (raw_.title.empty()) set_title(country, line);
    if (country != raw_.title || declared_code(country)) raw_.country_text = country;
  }

  // "TG", "TGO": no name of a country, but under "country" it says which one.
  static std::optional<std::string> declared_code(std::string_view country) {
    return is_country_code(country) ? text::country_code(country) : std::nullopt;
  }

  const FrontMatter& front_;
  const Shields& shields_;
  std::vector<MarkdownBlock>& blocks_;
  RawProfile& raw_;
  std::string heading_;  // the title of the document
};

}  // namespace

void take_markdown_head(const FrontMatter& front, const Shields& shields,
                        std::vector<MarkdownBlock>& blocks, RawProfile& raw) {
  HeadTaker(front, shields, blocks, raw).take();
}

}  // namespace idsearch::indexer
