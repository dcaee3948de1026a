// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace idsearch::query {
namespace {

/// A positive number and nothing else; 0 otherwise.
std::size_t read_count(std::string_view text) {
  std::size_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace

Terminal look_at_terminal() {
  Terminal terminal;
  terminal.stdout_is_tty = isatty(STDOUT_FILENO) == 1;
  terminal.stderr_is_tty = isatty(STDERR_FILENO) == 1;
  winsize size{};
  if (terminal.stdout_is_tty && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    terminal.columns = size.ws_col;
    terminal.rows = size.ws_row;
  }
  return terminal;
}

bool wants_color(ColorMode mode, const Terminal& terminal, const Environment& environment) {
  if (mode != ColorMode::Auto) return mode == ColorMode::Always;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string_view force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  if (environment("CLICOLOR") == "0") return false;
  const std::string_view term = environment("TERM");
  return terminal.stdout_is_tty && !term.empty() && term != "dumb";
}

std::size_t text_width(const Terminal& terminal, const Environment& environment,
                       std::optional<std::size_t> configured) {
  if (!terminal.stdout_is_tty) return 0;
  if (configured) return *configured == 0 ? 0 : std::max(*configured, kLeastWidth);
  constexpr std::size_t kUsual = 80;
  std::size_t width = read_count(environment("COLUMNS"));
  if (width == 0) width = terminal.columns;
  if (width == 0) width = kUsual;
  return std::clamp(width, kLeastWidth, kReadingWidth);
}

bool shows_hyperlinks(const Terminal& terminal, const Environment& environment) {
  const std::string_view force = environment("FORCE_HYPERLINK");
  if (!force.empty()) return force != "0";
  if (!terminal.stdout_is_tty) return false;
  const std::string_view term = environment("TERM");
  // Multiplexers pass the terminal's variables on, but not always its sequences.
  if (term.empty() || term == "dumb" || term.starts_with("screen") || term.starts_with("tmux") ||
      !environment("TMUX").empty() || !environment("STY").empty()) {
    return false;
  }
  // VTE (GNOME Terminal, Tilix, …) shows them since 0.50, and crashed on some before 0.50.1.
  if (read_count(environment("VTE_VERSION")) > 5000) return true;
  for (const char* name : {"DOMTERM", "KITTY_WINDOW_ID", "WT_SESSION", "WEZTERM_PANE"}) {
    if (!environment(name).empty()) return true;
  }
  if (read_count(environment("KONSOLE_VERSION")) >= 201200) return true;
  constexpr std::array<std::string_view, 5> kPrograms{"Hyper", "WezTerm", "ghostty", "iTerm.app",
                                                      "vscode"};
  if (std::ranges::count(kPrograms, environment("TERM_PROGRAM")) > 0) return true;
  return term == "xterm-kitty" || term == "xterm-ghostty" || term == "alacritty" ||
         term.starts_with("foot");
}

std::size_t screen_rows(const Terminal& terminal, const Environment& environment) {
  constexpr std::size_t kUsual = 24;
  const std::size_t rows = read_count(environment("LINES"));
  if (rows > 0) return rows;
  return terminal.rows > 0 ? terminal.rows : kUsual;
}

std::string pager_command(const Environment& environment,
                          const std::optional<std::string>& configured) {
  // F: no paging for what fits the screen, R: colours pass, X: the answer stays on the screen.
  // Where a terminal cannot move its cursor less warns and waits: nobody asked for it there.
  const std::string_view term = environment("TERM");
  std::string command = term.empty() || term == "dumb" ? "" : "less -FRX";
  if (const std::string_view own = environment("IDSEARCH_PAGER"); own.data() != nullptr) {
    command = own;
  } else if (configured) {
    command = *configured;
  } else if (const std::string_view usual = environment("PAGER"); usual.data() != nullptr) {
    command = usual;
  }
  return command == "cat" ? std::string{} : command;
}

}  // namespace idsearch::query
