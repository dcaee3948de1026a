// SPDX-License-Identifier: GPL-2.0-or-later
// First what is no text at all, then what cannot be mistaken, then the ending.
#include "indexer/sniff.hpp"

#include <algorithm>
#include <string>

#include "indexer/sniff_markup.hpp"

namespace idsearch::indexer {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

constexpr std::string_view kText = "text", kHtml = "html", kMarkdown = "markdown",
                           kJsonLines = "jsonl";
constexpr std::string_view kUnknownKind = "is of no kind that a reader knows";

struct Signature {
  std::size_t at;
  std::string_view bytes;
  std::string_view says;
};

// What people keep beside profiles, or what they were before they were saved as text. Whether other
// bytes are text at all is asked by no_text.
constexpr Signature kSignatures[] = {
    {0, "%PDF-"sv, "looks like a PDF"},
    {0, "%!PS"sv, "looks like PostScript"},
    {0, "{\\rtf"sv, "looks like RTF"},
    {0, "\x1F\x8B"sv, "looks like gzip data"},
    {0, "PK\x03\x04"sv, "looks like a ZIP archive or an office document"},
    {0, "BZh"sv, "looks like bzip2 data"},  // and see below
    {0,
     "\xFD"
     "7zXZ\0"sv,
     "looks like xz data"},
    {0, "\x28\xB5\x2F\xFD"sv, "looks like Zstandard data"},
    {0, "7z\xBC\xAF\x27\x1C"sv, "looks like a 7z archive"},
    {0, "Rar!\x1A\x07"sv, "looks like a RAR archive"},
    {257, "ustar"sv, "looks like a tar archive"},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "looks like an old office document"},
    {0, "\x89PNG\r\n\x1A\n"sv, "looks like a PNG image"},
    {0, "\xFF\xD8\xFF"sv, "looks like a JPEG image"},
    {0, "GIF87a"sv, "looks like a GIF image"},
    {0, "GIF89a"sv, "looks like a GIF image"},
    {8, "WEBPVP8"sv, "looks like a WebP image"},
    {0,
     "\x7F"
     "ELF"sv,
     "looks like a program (ELF)"},
    {0, "SQLite format 3\0"sv, "looks like an SQLite database"},
    {0, "\x0F\x0D\xB5\xD7"sv, "looks like a Xapian database"},
};

std::string_view binary_kind(std::string_view bytes) {
  // Four letters alone could begin a word.
  constexpr std::string_view kBzip2Block = "\x31\x41\x59\x26\x53\x59"sv;
  for (const Signature& signature : kSignatures) {
    if (bytes.size() < signature.at) continue;
    if (!bytes.substr(signature.at).starts_with(signature.bytes)) continue;
    if (signature.bytes == "BZh" &&
        bytes.substr(std::min<std::size_t>(4, bytes.size()), 6) != kBzip2Block) {
      continue;
    }
    return signature.says;
  }
  return {};
}

bool has_wide_mark(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

// UTF-16 is left to the reader of HTML, which has to know encodings.
std::string_view wide_kind(std::string_view bytes) {
  std::string narrow;
  constexpr std::size_t kEnough = 2048;  // doctype and <html> stand at the beginning
  for (const char c : bytes.substr(2, kEnough)) {
    if (c != '\0') narrow += c;
  }
  return html_signs(narrow).document ? kHtml : "looks like UTF-16 text, not UTF-8"sv;
}

// Headers of a web archive: a MIME message.
bool begins_web_archive(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, bytes.find("\n\n"));
  return (head.starts_with("From: ") || head.starts_with("MIME-Version: ")) &&
         head.find("multipart/related") != std::string_view::npos;
}

bool is_blank_text(std::string_view bytes) {
  return bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

}  // namespace

bool begins_json_lines(std::string_view bytes) {
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  bytes = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
  if (!bytes.starts_with('{')) return false;
  const std::size_t end = bytes.find('\n');
  const std::string_view line = bytes.substr(0, end);
  if (end != std::string_view::npos &&
      line.substr(0, line.find_last_not_of(" \t\r") + 1).back() != '}')
    return false;
  for (std::size_t at = line.find("\"body\""); at != std::string_view::npos;
       at = line.find("\"body\"", at + 1)) {
    const std::size_t next = line.find_first_not_of(" \t", at + 6);
    if (next != std::string_view::npos && line[next] == ':') return true;
  }
  return false;
}

std::string_view sniff_format(std::string_view bytes, std::string_view by_ending) {
  if (const std::string_view binary = binary_kind(bytes); !binary.empty()) return binary;
  if (has_wide_mark(bytes)) return wide_kind(bytes);
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (is_blank_text(bytes)) return by_ending.empty() ? kUnknownKind : by_ending;
  if (begins_json_lines(bytes)) return kJsonLines;
  if (by_ending == kJsonLines && bytes[bytes.find_first_not_of(" \t\r\n\f\v")] == '{')
    return kJsonLines;  // faulty ones: the reader says where
  const HtmlSigns html = html_signs(bytes);
  if (html.document) return kHtml;
  if (by_ending == kHtml && html.closed > 0) return kHtml;
  if (begins_web_archive(bytes)) return "looks like a web archive (MHTML)";

  const TextSigns lines = text_signs(bytes);
  const bool is_dump = lines.note_lines > 0;
  const bool is_markdown = lines.front_matter ||
                           (lines.definitions > 0 && lines.definitions >= lines.note_lines) ||
                           // One may be a slip of a mark, or a line that begins with "#".
                           (!is_dump && (lines.marks >= 2 || lines.headings >= 2));
  const bool has_signs = is_markdown || lines.marks + lines.headings + lines.underlined > 0;
  const bool is_fragment = html.begins_element ? html.closed > 0 : html.closed >= 3;
  if (by_ending == kMarkdown) {
    // Markdown may hold HTML, and a dump may be indented like code.
    if (has_signs) return kMarkdown;
    if (is_dump || lines.updated_line) return kText;
    return is_fragment && html.begins_element ? kHtml : kMarkdown;
  }
  if (is_markdown) return kMarkdown;
  if (is_fragment && !is_dump) return kHtml;
  if (is_dump || lines.updated_line) return kText;
  // Without a single tag it is no HTML, and a browser's idea of white space would make one
  // paragraph of it.
  if (by_ending == kHtml) return html.opened > 0 ? kHtml : kText;
  return by_ending.empty() ? kUnknownKind : by_ending;
}

}  // namespace idsearch::indexer
