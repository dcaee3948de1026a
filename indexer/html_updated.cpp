// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_updated.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/characters.hpp"
#include "indexer/text_head.hpp"
#include "indexer/text_headings.hpp"
#include "indexer/updated_labels.hpp"
#include "indexer/updated_remarks.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Longer ones are paragraphs.
constexpr std::size_t kLongestLine = 200;

// No date is longer.
constexpr std::size_t kLongestDateLine = 100;

// What parts "Last updated" from the day of publication before it in one line.
constexpr auto kPartSigns =
    std::to_array<std::string_view>({"·", "•", "|", "–", "—", " -", " ::", ",", ";", ")"});

class UpdatedReader {
 public:
  UpdatedReader(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                const std::vector<bool>& skipped, std::string_view language)
      : page_(page), blocks_(blocks), skipped_(skipped), language_(language) {}

  // What is seen in the text first, then in banners and footers.
  HtmlUpdated read() {
    for (const bool noise : {false, true}) {
      for (std::size_t i = 0; i < blocks_.size(); ++i) {
        if (blocks_[i].noise == noise && is_seen(i) && take_updated(i)) return std::move(out_);
      }
    }
    bool head = true;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      head = head && !begins_section(blocks_[i]);
      if ((head || blocks_[i].noise) && is_seen(i) && take_inner_updated(i)) return std::move(out_);
    }
    for (std::size_t i = 0; i < blocks_.size() && !begins_section(blocks_[i]); ++i) {
      if (!blocks_[i].noise && is_seen(i) && take_true_on(i)) return std::move(out_);
    }
    return std::move(out_);
  }

 private:
  // Blanks for no-break spaces, which are kept in texts.
  static std::string without_no_break(std::string_view text) {
    constexpr std::string_view kNoBreak = "\u00A0";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = std::min(text.find(kNoBreak, at), text.size());
      out.append(text, at, next - at);
      if (next < text.size()) out += ' ';
      at = next < text.size() ? next + kNoBreak.size() : next;
    }
    return out;
  }

  bool is_hidden_block(const HtmlBlock& block) const {
    for (NodeIndex i = block.element; i != kNoNode; i = page_.node(i).parent) {
      if (is_hidden(page_.node(i))) return true;
    }
    return false;
  }

  static bool begins_section(const HtmlBlock& block) {
    return block.kind == RawBlock::Kind::Heading && block.level != 1 && !block.noise;
  }

  bool is_seen(std::size_t i) const {
    return !skipped_[i] && (!blocks_[i].noise || !is_hidden_block(blocks_[i]));
  }

  void take_date(std::size_t i, std::string date) {
    out_.text = std::move(date);
    out_.line = blocks_[i].line;
    out_.blocks.push_back(i);
  }

  // "Posted on 1 May 2020 by Jo. Last updated: 3 March 2026", above the first section; "last
  // modified on" and "Updated:" only where a sign parts them from what stands before.
  bool take_inner_updated(std::size_t i) {
    if (blocks_[i].text.size() > kLongestLine) return false;
    const std::string with_blanks = without_no_break(blocks_[i].text);
    const std::string_view line = with_blanks;
    const bool sentence = line_signs(line).ends_sentence;
    for (std::size_t at = line.find(' '); at != std::string_view::npos;
         at = line.find(' ', at + 1)) {
      const std::string_view rest = line.substr(at + 1);
      const bool named = rest.starts_with("Last updated") || begins_foreign_remark(rest);
      if (!named && (sentence || !ends_part(line.substr(0, at)))) continue;
      std::optional<std::string> date = date_of(rest, blocks_[i].noise);
      if (!date || !updated_date(*date, language_)) continue;
      take_date(i, std::move(*date));
      return true;
    }
    return false;
  }

  // "2 mai 2020 Dernière mise à jour : 3 mars 2026", in a language that is not English: several
  // words, the first with a capital where there are any.
  bool begins_foreign_remark(std::string_view rest) const {
    if (is_small_letter(first_character(rest).code) || text::is_ascii_digit(rest[0])) return false;
    const auto date = foreign_updated_text(rest, language_);
    if (!date) return false;
    const std::string_view label =
        rest.substr(0, static_cast<std::size_t>(date->data() - rest.data()));
    return text::trim(label).find(' ') != std::string_view::npos;
  }

  static bool ends_part(std::string_view text) {
    return std::ranges::any_of(kPartSigns,
                               [text](std::string_view sign) { return text.ends_with(sign); });
  }

  bool is_whole_day(std::string_view text) const {
    constexpr std::size_t kWholeDay = 10;  // "2026-05-12"
    const auto parsed = updated_date(text, language_);
    return parsed && parsed->size() == kWholeDay;
  }

  // What a line says that begins with "Last updated", without what stands behind the day.
  std::optional<std::string> date_of(std::string_view line, bool noise) const {
    if (const auto written = updated_text(line, language_))
      return std::string(without_remarks(*written, language_));
    if (line.size() > kLongestLine) return std::nullopt;
    // Without a colon a date has to follow: "Last updated on 12 May 2026 by Jo".
    for (const std::size_t end : ends_before_remarks(line)) {
      const auto written = updated_text(line.substr(0, end), language_);
      if (!written || !is_whole_day(*written)) continue;
      const bool more = end + 1 < line.size() && line_signs(line.substr(end)).ends_sentence;
      // A paragraph that begins so is text.
      return noise || !more ? std::optional<std::string>(*written) : std::nullopt;
    }
    return std::nullopt;
  }

  bool take_updated(std::size_t i) {
    std::string line = without_no_break(blocks_[i].text);
    // Cells of a row, and the term and the text of a definition; "@" begins a date in some editors.
    if (const std::size_t bar = line.find(" | "); bar != std::string::npos) {
      line.replace(bar, 3, " ");
      if (line.substr(bar + 1).starts_with('@')) line.erase(bar + 1, 1);
    }
    if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
    const bool next_is_date = i + 1 < blocks_.size() && is_seen(i + 1) &&
                              blocks_[i + 1].text.size() < kLongestLine &&
                              updated_date(blocks_[i + 1].text, language_).has_value();
    if (next_is_date && is_label_of_update(line)) {
      take_date(i, blocks_[i + 1].text);
      out_.blocks.push_back(i + 1);
      return true;
    }
    std::optional<std::string> date = date_of(line, blocks_[i].noise);
    if (!date || line.size() >= kLongestDateLine) return false;
    take_date(i, std::move(*date));
    if (out_.text.empty() && next_is_date) {
      out_.text = blocks_[i + 1].text;
      out_.blocks.push_back(i + 1);
    }
    return true;
  }

  // Alone these words may be a heading; before a day they are not.
  static bool is_label_of_update(std::string_view line) {
    const std::string key = text::comparison_key(line);
    if (is_foreign_update_label(line)) return true;
    return key == "modified" || key == "updated" || key == "date modified" || key == "date updated";
  }

  bool take_true_on(std::size_t i) {
    const std::string_view line = blocks_[i].text;
    const auto written = line.size() < kLongestDateLine ? true_on_text(line) : std::nullopt;
    if (written) take_date(i, std::string(*written));
    return written.has_value();
  }

  const HtmlPage& page_;
  const std::vector<HtmlBlock>& blocks_;
  const std::vector<bool>& skipped_;
  std::string_view language_;
  HtmlUpdated out_;
};

}  // namespace

HtmlUpdated read_html_updated(const HtmlPage& page, const std::vector<HtmlBlock>& blocks,
                              const std::vector<bool>& skipped, std::string_view language) {
  return UpdatedReader(page, blocks, skipped, language).read();
}

}  // namespace idsearch::indexer
