// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_charset.hpp"

#include <algorithm>
#include <optional>

#include "indexer/diagnostic_list.hpp"
#include "indexer/html_tags.hpp"
#include "indexer/text_lines.hpp"
#include "text/charset.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

// Browsers look at 1,024 bytes and begin anew when a declaration comes later; saved pages have it
// behind styles and scripts.
constexpr std::size_t kDeclaredWithin = std::size_t{64} << 10;

std::string lowered(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), text::ascii_lower);
  return lower;
}

// What follows `key` and "=" in `text`, with or without quotes.
std::string value_behind(std::string_view text, std::string_view key) {
  const std::string lower = lowered(text);
  for (std::size_t at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
    std::size_t begin = lower.find_first_not_of(" \t\n\f\r", at + key.size());
    if (begin == std::string::npos || lower[begin] != '=') continue;
    begin = lower.find_first_not_of(" \t\n\f\r", begin + 1);
    if (begin == std::string::npos) return {};
    std::size_t end = 0;
    if (lower[begin] == '"' || lower[begin] == '\'') {
      end = lower.find(lower[begin], begin + 1);
      ++begin;
    } else {
      end = lower.find_first_of(" \t\n\f\r;?>", begin);
    }
    return lower.substr(begin, std::min(end, lower.size()) - begin);
  }
  return {};
}

std::string charset_of_meta(std::string_view attributes) {
  std::string charset;
  std::string content;
  bool content_type = false;
  while (const auto attribute = take_attribute(attributes)) {
    const std::string name = lowered(attribute->name);
    if (name == "charset" && charset.empty()) charset = lowered(attribute->value);
    if (name == "content") content = attribute->value;
    if (name == "http-equiv") content_type = lowered(attribute->value) == "content-type";
  }
  if (charset.empty() && content_type) charset = value_behind(content, "charset");
  return charset;
}

bool is_utf8_name(std::string_view name) {
  // What declares itself in ASCII is not written in UTF-16.
  return name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8" ||
         name.starts_with("utf-16") || name.starts_with("utf-32");
}

// "", or the name that the byte order mark stands for; `length` of the mark.
std::string_view marked_charset(std::string_view bytes, std::size_t& length) {
  length = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 2;
  if (length == 3) return "utf-8";
  if (bytes.starts_with("\xFE\xFF")) return "utf-16be";
  if (bytes.starts_with("\xFF\xFE")) return "utf-16le";
  length = 0;
  return {};
}

// UTF-16 without a mark: "<" and a letter, each with a zero beside it. Else "".
std::string_view wide_charset(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  if (bytes[0] == '<' && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0) return "utf-16le";
  if (bytes[0] == 0 && bytes[1] == '<' && bytes[2] == 0 && bytes[3] != 0) return "utf-16be";
  return {};
}

HtmlText decoded(text::RepairedText text, std::string_view charset) {
  HtmlText out;
  out.diagnostics = invalid_utf8_diagnostics(text.text, text.bad_offsets);
  for (Diagnostic& diagnostic : out.diagnostics) {
    diagnostic.message.replace(0, std::string_view("invalid UTF-8").size(),
                               "invalid " + std::string(charset));
  }
  out.utf8 = std::move(text.text);
  return out;
}

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(bytes.size(), kDeclaredWithin));
  std::string in_xml;
  if (head.starts_with("<?xml")) {
    in_xml = value_behind(head.substr(0, std::min(head.find("?>"), head.size())), "encoding");
  }
  for (std::size_t at = head.find('<'); at < head.size(); at = head.find('<', at)) {
    const HtmlMarkup markup = read_markup(head, at);
    at = markup.end;
    if (markup.kind != HtmlMarkup::Kind::Start) continue;
    const std::string name = lowered(markup.name);
    if (name == "meta") {
      std::string charset(text::trim(charset_of_meta(markup.attributes)));
      if (!charset.empty()) return charset;
    } else if (name == "script" || name == "style" || name == "title") {
      at = std::min(find_raw_end(head, at, name), head.size());
    } else if (name == "body") {
      break;
    }
  }
  return in_xml;
}

HtmlText decode_html(std::string_view bytes) {
  std::size_t mark = 0;
  std::string charset(marked_charset(bytes, mark));
  bytes.remove_prefix(mark);
  bool wide = mark == 2;
  if (mark == 0) {
    charset = wide_charset(bytes);
    wide = !charset.empty();
    if (!wide) charset = declared_charset(bytes);
  }
  HtmlText out;
  if (!charset.empty() && (wide || !is_utf8_name(charset))) {
    if (auto text = text::decode_charset(bytes, charset)) return decoded(std::move(*text), charset);
    if (!text::is_valid_utf8(bytes)) {
      DiagnosticList(out.diagnostics)
          .add(0, DiagnosticKind::InvalidUtf8, {},
               "character set \"" + text::repair_utf8(charset).text +
                   "\" is not known; read as UTF-8");
    }
  }
  text::RepairedText repaired = text::repair_utf8(bytes);
  const auto faults = invalid_utf8_diagnostics(bytes, repaired.bad_offsets);
  out.diagnostics.insert(out.diagnostics.end(), faults.begin(), faults.end());
  out.utf8 = std::move(repaired.text);
  return out;
}

}  // namespace idsearch::indexer
