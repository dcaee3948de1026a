// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/paint.hpp"

#include <algorithm>
#include <array>

#include "query/wrap.hpp"

namespace idsearch::query {
namespace {

// In the order of Style. From the sixteen colours that terminals let their users choose, none of
// which vanishes on a light or on a dark ground: bold, faint, bold magenta, red.
constexpr std::array<std::string_view, 5> kColours{"", "\x1b[1m", "\x1b[2m", "\x1b[1;35m",
                                                   "\x1b[31m"};
constexpr std::string_view kReset = "\x1b[0m";
constexpr std::string_view kLinkStart = "\x1b]8;;";
constexpr std::string_view kLinkEnd = "\x1b\\";

void paint_run(std::string& out, const Piece& piece, std::string_view part, const Canvas& canvas) {
  const bool linked = canvas.hyperlinks && !piece.link.empty() && is_safe_link(piece.link);
  const std::string_view colour =
      canvas.colour ? kColours[static_cast<std::size_t>(piece.style)] : std::string_view{};
  if (linked) out.append(kLinkStart).append(piece.link).append(kLinkEnd);
  out.append(colour).append(part);
  if (!colour.empty()) out.append(kReset);
  if (linked) out.append(kLinkStart).append(kLinkEnd);
}

}  // namespace

void paint_block(std::string& out, std::span<const Piece> pieces, Indent indent,
                 const Canvas& canvas) {
  std::size_t bytes = 0;
  for (const Piece& piece : pieces) bytes += piece.text.size();
  std::string text;
  text.reserve(bytes);
  for (const Piece& piece : pieces) text += piece.text;
  const auto room = [&](std::size_t taken) {
    return canvas.width == 0 ? 0 : canvas.width > taken ? canvas.width - taken : 1;
  };
  std::size_t taken = indent.first;
  for (const LineRange& line : wrap_lines(text, room(indent.first), room(indent.rest))) {
    if (line.start < line.end) out.append(taken, ' ');
    taken = indent.rest;
    std::size_t start = 0;
    for (const Piece& piece : pieces) {
      const std::size_t from = std::max(start, line.start);
      const std::size_t to = std::min(start + piece.text.size(), line.end);
      if (from < to) paint_run(out, piece, std::string_view(text).substr(from, to - from), canvas);
      start += piece.text.size();
    }
    out += '\n';
  }
}

bool is_safe_link(std::string_view url) {
  constexpr std::size_t kLongest = 2083;  // VTE's limit, the lowest that is documented
  if (url.size() > kLongest) return false;
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  return std::ranges::all_of(url, [](char c) { return c > 0x20 && c < 0x7F; });
}

}  // namespace idsearch::query
