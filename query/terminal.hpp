// SPDX-License-Identifier: GPL-2.0-or-later
// What the place where the answer goes can show: colour, width, hyperlinks, a pager.
//
// The decisions are functions of plain values; look_at_terminal() is the only one that asks the
// system.
#ifndef IDSEARCH_QUERY_TERMINAL_HPP
#define IDSEARCH_QUERY_TERMINAL_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "query/config.hpp"

namespace idsearch::query {

struct Terminal {
  bool stdout_is_tty = false;
  bool stderr_is_tty = false;
  std::size_t columns = 0, rows = 0;  ///< as the kernel says; 0 when it does not know
};

Terminal look_at_terminal();

enum class ColorMode { Auto, Always, Never };

/// `--color` decides; when it is auto NO_COLOR, then CLICOLOR_FORCE (whatever TERM says), then
/// CLICOLOR=0, then whether stdout is a terminal that is not TERM=dumb.
bool wants_color(ColorMode mode, const Terminal& terminal, const Environment& environment);

/// Columns to wrap text at; 0 means that lines are not wrapped: in a pipe a quotation stays on one
/// line, so that grep finds it whole. On a terminal: `configured`, else COLUMNS, else the kernel's
/// number, else 80; the latter three at most kReadingWidth.
std::size_t text_width(const Terminal& terminal, const Environment& environment,
                       std::optional<std::size_t> configured);

/// Longer lines are tiring: typographers ask for 45 to 75 characters, and the indentation of text
/// and the hanging numbers of notes take up to ten more. 100 still fits half a wide screen.
inline constexpr std::size_t kReadingWidth = 100;
/// Narrower than this nothing can be laid out; lines then run over.
inline constexpr std::size_t kLeastWidth = 20;

/// True when the terminal is known to understand OSC 8 (see docs/idsearch.1.md for the list), or
/// FORCE_HYPERLINK asks for it. Unknown terminals get none: some print the sequence.
bool shows_hyperlinks(const Terminal& terminal, const Environment& environment);

/// Rows of the screen on a terminal: LINES, else the kernel's number, else 24.
std::size_t screen_rows(const Terminal& terminal, const Environment& environment);

/// The command that pages long answers: $IDSEARCH_PAGER, then `configured`, then $PAGER, then
/// less, but not with TERM=dumb or none. Empty for none (one of them is empty, or "cat").
std::string pager_command(const Environment& environment,
                          const std::optional<std::string>& configured);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_TERMINAL_HPP
