// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/html_updated.hpp"
#include "indexer/text_headings.hpp"
#include "text/country.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using A = HtmlAttribute;

// No name of a country is longer; ICU need not be asked about paragraphs.
constexpr std::size_t kLongestName = 200;

bool is_country_name(std::string_view text) {
  return text.size() <= kLongestName && text::country_code_of_name(text).has_value();
}

// "Kenya | Nationality for All", "Digital ID: Kenya".
std::vector<std::string_view> title_parts(std::string_view title) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < title.size(); ++at) {
    std::size_t length = 0;
    for (const std::string_view sign :
         {" | ", " – ", " — ", " - ", " · ", " • ", " » ", " › ", " :: ", ": ", " / "}) {
      if (title.substr(at).starts_with(sign)) length = std::max(length, sign.size());
    }
    if (length == 0) continue;
    parts.push_back(text::trim(title.substr(begin, at - begin)));
    begin = at + length;
    at = begin - 1;
  }
  parts.push_back(text::trim(title.substr(begin)));
  std::erase_if(parts, [](std::string_view part) { return part.empty(); });
  return parts;
}

std::string country_part(std::string_view title) {
  if (title.size() > 4 * kLongestName) return {};
  for (const std::string_view part : title_parts(title)) {
    if (is_country_name(part)) return std::string(part);
  }
  return {};
}

// "Congo – Digital ID": a part that may mean several countries, or a part of one. Which is said
// where it is found to be none.
std::string unclear_part(std::string_view title) {
  if (title.size() > 4 * kLongestName) return {};
  for (const std::string_view part : title_parts(title)) {
    if (!text::countries_named(part).empty() || !text::state_of_part(part).empty()) {
      return std::string(part);
    }
  }
  return {};
}

class HeadReader {
 public:
  HeadReader(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
             const std::vector<bool>& skipped)
      : page_(page), blocks_(blocks), skipped_(skipped) {
    head_.is_head.assign(blocks.size(), false);
  }

  HtmlHead read() {
    read_language();
    HtmlUpdated updated = read_html_updated(page_, blocks_, skipped_, head_.language);
    head_.updated_text = std::move(updated.text);
    head_.updated_line = updated.line;
    for (const std::size_t block : updated.blocks) head_.is_head[block] = true;
    read_document_title();
    read_title();
    return std::move(head_);
  }

 private:
  void read_document_title() {
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      if (page_.node(i).name != HtmlName::Title) continue;
      document_title_ = std::string(text::trim(page_.text_of(i)));
      document_title_line_ = page_.node(i).line;
      if (!document_title_.empty()) return;
    }
  }

  std::vector<std::size_t> headings(std::size_t level, bool noise) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (block.kind == RawBlock::Kind::Heading && !skipped_[i] && block.noise == noise &&
          (level == 0 || block.level == level)) {
        found.push_back(i);
      }
    }
    return found;
  }

  void take_title(std::size_t block) {
    head_.title = blocks_[block].text;
    head_.title_line = blocks_[block].line;
    head_.title_block = block;
    head_.is_head[block] = true;
    // The name of the site above it, and the same words again, in a banner or above the text.
    for (std::size_t i = 0; i < block; ++i) {
      if (blocks_[i].kind == RawBlock::Kind::Heading && !is_section_name(i)) {
        head_.is_head[i] = true;
      }
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      const HtmlBlock& other = blocks_[i];
      if (other.kind == blocks_[block].kind && other.kind == RawBlock::Kind::Heading &&
          other.level == blocks_[block].level && other.text == head_.title) {
        head_.is_head[i] = true;
      }
    }
  }

  void take_document_title(std::string_view part) {
    head_.title = part;
    head_.title_line = document_title_line_;
  }

  bool is_section_name(std::size_t block) const {
    return known_heading(blocks_[block].text) != nullptr || is_notes_title(blocks_[block].text);
  }

  void read_title() {
    const std::vector<std::size_t> shown = headings(1, false);
    const std::vector<std::size_t> in_banner = headings(1, true);
    const std::string in_title = country_part(document_title_);
    for (const auto* const list : {&shown, &in_banner}) {
      for (const std::size_t block : *list) {
        if (is_country_name(blocks_[block].text)) return take_title(block);
      }
      for (const std::size_t block : *list) {
        if (std::string country = set_apart_country(blocks_[block]); !country.empty()) {
          head_.country_text = std::move(country);
          return take_title(block);
        }
      }
    }
    if (const auto named = named_title(shown)) {
      take_title(*named);
      if (is_country_name(head_.title)) return;
      head_.country_text = country_part(head_.title);
      if (head_.country_text.empty()) head_.country_text = in_title;
      if (head_.country_text.empty()) head_.country_text = unclear_part(head_.title);
      return;
    }
    if (const auto line = leading_country()) return take_title(*line);
    if (const auto heading = heading_of(in_title)) return take_title(*heading);
    if (!shown.empty() && !is_section_name(shown.front())) {
      // "Space : Malawi", and below it sections of the same level.
      std::string country = country_part(blocks_[shown.front()].text);
      if (!country.empty() && country == in_title) {
        head_.country_text = std::move(country);
        return take_title(shown.front());
      }
    }
    const bool sections =
        shown.empty() || is_section_name(shown.front()) || (shown.size() > 1 && !in_title.empty());
    if (!sections) {
      take_title(shown.front());
      head_.country_text = country_part(head_.title);
      if (head_.country_text.empty()) head_.country_text = in_title;
      if (head_.country_text.empty()) head_.country_text = unclear_part(head_.title);
      return;
    }
    if (!in_title.empty()) return take_document_title(in_title);
    const auto parts = title_parts(document_title_);
    if (!parts.empty()) return take_document_title(parts.front());
    if (!in_banner.empty() && !is_section_name(in_banner.front())) take_title(in_banner.front());
  }

  // A paragraph that Word or Google Docs call the title, above headings of level 1 that are
  // sections, or that names a country.
  std::optional<std::size_t> named_title(const std::vector<std::size_t>& top) const {
    const std::size_t end = top.empty() ? blocks_.size() : top.front();
    for (std::size_t i = 0; i < end; ++i) {
      const HtmlBlock& block = blocks_[i];
      if (block.kind != RawBlock::Kind::Paragraph || block.noise || skipped_[i]) continue;
      if (line_signs(block.text).ends_sentence || block.text.size() > kLongestName) continue;
      if (!is_called_title(page_.node(block.element).value(A::Class))) continue;
      const bool names = is_country_name(block.text) || !country_part(block.text).empty();
      if (names || top.size() != 1) return i;
    }
    return std::nullopt;
  }

  // "MsoTitle", "c12 title"; "site-title" is another.
  static bool is_called_title(std::string_view names) {
    for (std::size_t at = 0; at < names.size();) {
      const std::size_t end = std::min(names.find(' ', at), names.size());
      const std::string_view name = names.substr(at, end - at);
      if (name == "title" || name == "MsoTitle" || name == "Title") return true;
      at = end + 1;
    }
    return false;
  }

  // The title of a post below that of the site: the heading before all sections that says the same
  // as <title>.
  std::optional<std::size_t> heading_of(const std::string& country) const {
    if (country.empty()) return std::nullopt;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].kind != RawBlock::Kind::Heading || blocks_[i].noise || skipped_[i]) continue;
      if (is_section_name(i)) return std::nullopt;
      if (text::comparison_key(blocks_[i].text) == text::comparison_key(country)) return i;
    }
    return std::nullopt;
  }

  // "Kenya<small>Digital ID profile</small>": a part of a heading that names a country by itself.
  static std::string set_apart_country(const HtmlBlock& block) {
    if (block.seams.empty() || block.text.size() > 4 * kLongestName) return {};
    std::size_t begin = 0;
    std::vector<std::size_t> ends = block.seams;
    ends.push_back(block.text.size());
    for (const std::size_t end : ends) {
      const std::string_view part =
          text::trim(std::string_view(block.text).substr(begin, end - begin));
      if (is_country_name(part)) return std::string(part);
      begin = end;
    }
    return {};
  }

  // A line that is nothing but the name of a country, before the first words of the text.
  std::optional<std::size_t> leading_country() const {
    // What stands above the first <h1> is the site's.
    const std::vector<std::size_t> top = headings(1, false);
    const std::size_t begin = top.empty() || is_section_name(top.front()) ? 0 : top.front();
    for (std::size_t i = begin; i < blocks_.size(); ++i) {
      const HtmlBlock& block = blocks_[i];
      if (block.noise || skipped_[i] || head_.is_head[i]) continue;
      const bool words = line_signs(block.text).ends_sentence;
      if (words || block.text.size() > kLongestName) return std::nullopt;
      const bool heading = block.kind == RawBlock::Kind::Heading;
      if ((heading || block.links.empty()) && is_country_name(block.text)) return i;
      // The name of the site may stand above that of the country.
      if (heading && (block.level > 1 || is_section_name(i))) return std::nullopt;
    }
    return std::nullopt;
  }

  void read_language() {
    for (NodeIndex i = 0; i < page_.size(); ++i) {
      const HtmlNode& node = page_.node(i);
      if (node.name != HtmlName::Html && node.name != HtmlName::Body) continue;
      std::string_view tag = node.value(A::Lang);
      if (tag.empty()) tag = node.value(A::XmlLang);
      std::string language;
      for (const char c : tag) {
        if (!text::is_ascii_letter(c)) break;
        language += text::ascii_lower(c);
      }
      if (language.size() == 2 || language.size() == 3) head_.language = std::move(language);
    }
  }

  const HtmlPage& page_;
  const std::vector<HtmlBlock>& blocks_;
  const std::vector<bool>& skipped_;
  HtmlHead head_;
  std::string document_title_;
  std::size_t document_title_line_ = 0;
};

}  // namespace

HtmlHead read_html_head(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                        const std::vector<bool>& skipped) {
  return HeadReader(page, blocks, skipped).read();
}

}  // namespace idsearch::indexer
