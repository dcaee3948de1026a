// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/error_page.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "indexer/characters.hpp"
#include "indexer/error_titles.hpp"
#include "indexer/text_headings.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Sentences of other kinds than errors have: pages of sites show news or a newsletter below the
// error, the sample's shortest section has 900 bytes. Judged.
constexpr std::size_t kMostProse = 2000;
// Where the title may be that of something else.
constexpr std::size_t kMostProseIfLikely = 300;

struct BestTitle {
  ErrorTitle kind = ErrorTitle::None;
  std::string title;

  void look_at(std::string_view candidate) {
    const ErrorTitle found = error_title(candidate);
    if (found <= kind) return;
    kind = found;
    title = std::string(candidate);
  }
};

std::size_t find_tag(std::string_view html, std::string_view name, std::size_t from) {
  for (std::size_t at = html.find('<', from); at != std::string_view::npos;
       at = html.find('<', at + 1)) {
    const std::string_view tag = html.substr(at + 1);
    if (!starts_with_ignoring_case(tag, name) || tag.size() <= name.size()) continue;
    const char next = tag[name.size()];
    if (next == '>' || next == ' ' || next == '\n' || next == '\t' || next == '\r') return at;
  }
  return std::string_view::npos;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

// What stands in the first element of that name, without tags; the few entities that titles have.
std::string element_text(std::string_view html, std::string_view name) {
  const std::size_t begin = find_tag(html, name, 0);
  if (begin == std::string_view::npos) return {};
  constexpr std::size_t kLookedAt = 2000;
  std::string_view inner = html.substr(begin, kLookedAt);
  inner.remove_prefix(std::min(inner.find('>') + 1, inner.size()));
  std::string out;
  for (std::size_t at = 0; at < inner.size();) {
    if (inner[at] != '<') {
      out += inner[at++];
      continue;
    }
    if (starts_with_ignoring_case(inner.substr(at), "</" + std::string(name))) break;
    out += ' ';
    at = std::min(inner.find('>', at), inner.size() - 1) + 1;
  }
  for (const auto& [entity, sign] :
       std::initializer_list<std::pair<const char*, const char*>>{{"&amp;", "&"},
                                                                  {"&nbsp;", " "},
                                                                  {"&#39;", "'"},
                                                                  {"&#039;", "'"},
                                                                  {"&rsquo;", "'"},
                                                                  {"&#8217;", "'"},
                                                                  {"&hellip;", "..."},
                                                                  {"&#8230;", "..."},
                                                                  {"&ndash;", "–"},
                                                                  {"&#8211;", "–"},
                                                                  {"&mdash;", "—"},
                                                                  {"&#8212;", "—"},
                                                                  {"&raquo;", "»"},
                                                                  {"&#187;", "»"},
                                                                  {"&laquo;", "«"},
                                                                  {"&middot;", "·"},
                                                                  {"&#124;", "|"},
                                                                  {"&bull;", "•"}})
    out = replaced(std::move(out), entity, sign);
  return std::string(text::trim(out));
}

BestTitle best_title_in_html(std::string_view bytes) {
  BestTitle out;
  for (const char* name : {"title", "h1"}) out.look_at(element_text(bytes, name));
  // A heading further down counts where it is beyond doubt.
  if (out.kind != ErrorTitle::Sure) {
    const std::string second = element_text(bytes, "h2");
    if (error_title(second) == ErrorTitle::Sure) out.look_at(second);
  }
  return out;
}

// The first lines of a text or Markdown file; a menu may stand before what is beyond doubt.
BestTitle best_title_in_lines(std::string_view bytes) {
  constexpr std::size_t kFirstLines = 3, kMostMenuLines = 30;
  BestTitle out;
  std::size_t number = 0;
  for (std::size_t at = 0; at < bytes.size() && number < kMostMenuLines;) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = text::trim(bytes.substr(at, end - at));
    at = end + 1;
    if (line.starts_with("title:")) line.remove_prefix(6);  // front matter
    while (line.starts_with('#') || line.starts_with('*')) line.remove_prefix(1);
    line = text::trim(line);
    if (line.empty() || line == "---") continue;
    ++number;
    if (number <= kFirstLines || error_title(line) == ErrorTitle::Sure) out.look_at(line);
    if (out.kind == ErrorTitle::Sure) break;
    // Text has begun.
    if (line_signs(line).ends_sentence && number > kFirstLines) break;
  }
  return out;
}

bool is_prose_line(std::string_view text) {
  constexpr auto kFewestBlanks = 4;
  return line_signs(text).ends_sentence && std::ranges::count(text, ' ') >= kFewestBlanks &&
         !is_error_sentence(text) && error_title(text) == ErrorTitle::None;
}

// What only profiles have.
bool shows_profile(const RawProfile& raw) {
  if (!raw.notes.empty()) return true;
  if (raw.updated_line != 0 && text::parse_date(raw.updated_text)) return true;
  return std::ranges::any_of(raw.blocks, [](const RawBlock& block) {
    if (block.kind != RawBlock::Kind::Heading) return false;
    const KnownHeading* known = known_heading(block.text);
    return known != nullptr && known->level > 0;
  });
}

}  // namespace

std::string why_error_page(std::string_view bytes, const Format& format) {
  const bool html = format.name == "html";
  const BestTitle found = html ? best_title_in_html(bytes) : best_title_in_lines(bytes);
  if (found.kind == ErrorTitle::None) return {};
  const RawProfile raw = format.read(bytes);
  if (shows_profile(raw)) return {};
  std::size_t prose = 0;
  for (const RawBlock& block : raw.blocks)
    if (block.kind != RawBlock::Kind::Heading && is_prose_line(block.text))
      prose += block.text.size();
  const std::string& name = raw.country_text.empty() ? raw.title : raw.country_text;
  const bool country = !name.empty() && text::country_code_of_name(name).has_value();
  const std::size_t most = country                          ? 0
                           : found.kind == ErrorTitle::Sure ? kMostProse
                                                            : kMostProseIfLikely;
  if (prose > most || (country && found.kind != ErrorTitle::Sure)) return {};
  constexpr std::size_t kShown = 80;
  const std::string title = text::comparison_key(found.title).empty() ? "" : found.title;
  return "is an error page, no profile: \"" +
         std::string(title.substr(0, text::char_floor(title, std::min(kShown, title.size())))) +
         '"';
}

}  // namespace idsearch::indexer
