// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_head.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "indexer/text_head.hpp"
#include "indexer/text_headings.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using A = HtmlAttribute;

// No name of a country is longer; ICU need not be asked about paragraphs.
constexpr std::size_t kLongestName = 200;

// No date is longer.
constexpr std::size_t kLongestDateLine = 100;

// What parts "Last updated" from the day of publication before it in one line.
constexpr auto kPartSigns =
    std::to_array<std::string_view>({"·", "•", "|", "–", "—", " -", ",", ";", ")"});

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
    read_updated();
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
    if (const auto line = leading_country()) return take_title(*line);
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

  bool is_hidden_block(const HtmlBlock& block) const {
    for (NodeIndex i = block.element; i != kNoNode; i = page_.node(i).parent) {
      if (is_hidden(page_.node(i))) return true;
    }
    return false;
  }

  // What is seen in the text first, then in banners and footers.
  void read_updated() {
    for (const bool noise : {false, true}) {
      for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].noise == noise && is_seen(i) && take_updated(i)) return;
      }
    }
    bool head = true;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      head = head && !begins_section(blocks_[i]);
      if ((head || blocks_[i].noise) && is_seen(i) && take_inner_updated(i)) return;
    }
    for (std::size_t i = 0; i < blocks_.size() && !begins_section(blocks_[i]); ++i) {
      if (!blocks_[i].noise && is_seen(i) && take_true_on(i)) return;
    }
  }

  static bool begins_section(const HtmlBlock& block) {
    return block.kind == RawBlock::Kind::Heading && block.level != 1 && !block.noise;
  }

  bool is_seen(std::size_t i) const {
    return !skipped_[i] && (!blocks_[i].noise || !is_hidden_block(blocks_[i]));
  }

  void take_date(std::size_t i, std::string date) {
    head_.updated_text = std::move(date);
    head_.updated_line = blocks_[i].line;
    head_.is_head[i] = true;
  }

  // "Posted on 1 May 2020 by Jo. Last updated: 3 March 2026", above the first section; "last
  // modified on" and "Updated:" only where a sign parts them from what stands before.
  bool take_inner_updated(std::size_t i) {
    const std::string_view line = blocks_[i].text;
    if (line.size() > kLongestName) return false;
    const bool sentence = line_signs(line).ends_sentence;
    for (std::size_t at = line.find(' '); at != std::string_view::npos;
         at = line.find(' ', at + 1)) {
      const std::string_view rest = line.substr(at + 1);
      if (!rest.starts_with("Last updated") && (sentence || !ends_part(line.substr(0, at))))
        continue;
      std::optional<std::string> date = date_of(rest, blocks_[i].noise);
      if (!date || !text::parse_date(*date, head_.language)) continue;
      take_date(i, std::move(*date));
      return true;
    }
    return false;
  }

  static bool ends_part(std::string_view text) {
    return std::ranges::any_of(kPartSigns,
                               [text](std::string_view sign) { return text.ends_with(sign); });
  }

  bool is_whole_day(std::string_view text) const {
    constexpr std::size_t kWholeDay = 10;  // "2026-05-12"
    const auto parsed = text::parse_date(text, head_.language);
    return parsed && parsed->size() == kWholeDay;
  }

  // What a line says that begins with "Last updated", without what stands behind the day.
  std::optional<std::string> date_of(std::string_view line, bool noise) const {
    if (const auto written = updated_text(line)) return without_remarks(*written);
    if (line.size() > kLongestName) return std::nullopt;
    // Without a colon a date has to follow: "Last updated on 12 May 2026 by Jo".
    for (const std::size_t end : ends_of_dates(line)) {
      const auto written = updated_text(line.substr(0, end));
      if (!written || !is_whole_day(*written)) continue;
      const bool more = end + 1 < line.size() && line_signs(line.substr(end)).ends_sentence;
      // A paragraph that begins so is text.
      return noise || !more ? std::optional<std::string>(*written) : std::nullopt;
    }
    return std::nullopt;
  }

  // "12 May 2026 · 7 min read", "12 May 2026 10:00", "12 May 2026 Created: …": the date, when it is
  // one without the rest.
  std::string without_remarks(std::string_view date) const {
    if (text::parse_date(date, head_.language)) return std::string(date);
    for (const std::size_t end : ends_of_dates(date)) {
      if (is_whole_day(date.substr(0, end))) return std::string(date.substr(0, end));
    }
    return std::string(date);
  }

  // Where a date may end that has more behind it: before signs, and before a word with a colon.
  static std::vector<std::size_t> ends_of_dates(std::string_view text) {
    std::vector<std::size_t> ends;
    for (const std::string_view sign :
         {" · ", " | ", " • ", " – ", " — ", " - ", " at ", " by ", " (", ", ", ". "}) {
      const std::size_t at = text.find(sign);
      if (at != std::string_view::npos) ends.push_back(at);
    }
    if (text.ends_with('.')) ends.push_back(text.size() - 1);
    // "First published:" has two words.
    constexpr int kMostLabelWords = 3;
    std::size_t end = text.find(':');
    if (end != std::string_view::npos && text.substr(0, end).find(' ') == std::string_view::npos)
      end = text.find(':', end + 1);
    for (int word = 0; word < kMostLabelWords && end != std::string_view::npos && end > 0; ++word) {
      end = text.rfind(' ', end - 1);
      if (end != std::string_view::npos) ends.push_back(end);
    }
    return ends;
  }

  bool take_updated(std::size_t i) {
    std::string line = blocks_[i].text;
    // Cells of a row, and the term and the text of a definition; "@" begins a date in some editors.
    if (const std::size_t bar = line.find(" | "); bar != std::string::npos) {
      line.replace(bar, 3, " ");
      if (line.substr(bar + 1).starts_with('@')) line.erase(bar + 1, 1);
    }
    if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
    const bool next_is_date = i + 1 < blocks_.size() && is_seen(i + 1) &&
                              blocks_[i + 1].text.size() < kLongestName &&
                              text::parse_date(blocks_[i + 1].text, head_.language).has_value();
    if (next_is_date && is_label_of_update(line)) {
      take_date(i, blocks_[i + 1].text);
      head_.is_head[i + 1] = true;
      return true;
    }
    std::optional<std::string> date = date_of(line, blocks_[i].noise);
    if (!date || line.size() >= kLongestDateLine) return false;
    take_date(i, std::move(*date));
    if (head_.updated_text.empty() && next_is_date) {
      head_.updated_text = blocks_[i + 1].text;
      head_.is_head[i + 1] = true;
    }
    return true;
  }

  // Alone these words may be a heading; before a day they are not.
  static bool is_label_of_update(std::string_view line) {
    const std::string key = text::comparison_key(line);
    return key == "modified" || key == "updated" || key == "date modified" || key == "date updated";
  }

  bool take_true_on(std::size_t i) {
    const std::string_view line = blocks_[i].text;
    const auto written = line.size() < kLongestDateLine ? true_on_text(line) : std::nullopt;
    if (written) take_date(i, std::string(*written));
    return written.has_value();
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
