// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/terminal.hpp"
#include "tests/query/environment.hpp"

#include <gtest/gtest.h>

#include <map>

namespace idsearch::query {
namespace {

using Values = std::map<std::string, std::string>;

constexpr Terminal kTerminal{true, true, 90, 30};
constexpr Terminal kPipe{};

TEST(Terminal, ColourObeysOptionThenVariablesThenTheTerminal) {
  struct Case {
    ColorMode mode;
    bool tty;
    Values values;
    bool want;
  };
  const Values xterm{{"TERM", "xterm"}};
  const std::vector<Case> cases{
      {ColorMode::Auto, true, xterm, true},
      {ColorMode::Auto, false, xterm, false},
      {ColorMode::Auto, true, {{"TERM", "dumb"}}, false},
      {ColorMode::Auto, true, {}, false},
      {ColorMode::Auto, true, {{"TERM", "xterm"}, {"NO_COLOR", "1"}}, false},
      {ColorMode::Auto, true, {{"TERM", "xterm"}, {"NO_COLOR", ""}}, true},
      {ColorMode::Auto, false, {{"CLICOLOR_FORCE", "1"}}, true},
      {ColorMode::Auto, false, {{"CLICOLOR_FORCE", "0"}}, false},
      {ColorMode::Auto, false, {{"CLICOLOR_FORCE", "1"}, {"NO_COLOR", "1"}}, false},
      {ColorMode::Auto, true, {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, true},
      {ColorMode::Auto, true, {{"CLICOLOR_FORCE", "0"}, {"TERM", "xterm"}}, true},
      {ColorMode::Auto, true, {{"CLICOLOR", "0"}, {"TERM", "xterm"}}, false},
      {ColorMode::Auto, false, {{"CLICOLOR", "1"}, {"TERM", "xterm"}}, false},
      {ColorMode::Auto, false, {{"CLICOLOR", "0"}, {"CLICOLOR_FORCE", "1"}}, true},
      {ColorMode::Always, false, {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, true},
      {ColorMode::Never, true, {{"TERM", "xterm"}, {"CLICOLOR_FORCE", "1"}}, false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(wants_color(c.mode, c.tty ? kTerminal : kPipe, environment_of(c.values)), c.want)
        << testing::PrintToString(c.values);
  }
}

TEST(Terminal, LinesAreWrappedOnlyOnATerminal) {
  const auto width = [](const Terminal& terminal, const Values& values,
                        std::optional<std::size_t> configured = {}) {
    return text_width(terminal, environment_of(values), configured);
  };
  EXPECT_EQ(width(kPipe, {{"COLUMNS", "40"}}), 0u);
  EXPECT_EQ(width(kPipe, {}, 40), 0u);
  EXPECT_EQ(width(kTerminal, {}), 90u);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "40"}}), 40u);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "200"}}), kReadingWidth);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "3"}}), kLeastWidth);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "wide"}}), 90u);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "0"}}), 90u);
  EXPECT_EQ(width({true, true, 0, 0}, {}), 80u);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "40"}}, 150), 150u);
  EXPECT_EQ(width(kTerminal, {{"COLUMNS", "40"}}, 0), 0u);
}

TEST(Terminal, OnlyTerminalsKnownToShowHyperlinksGetThem) {
  const std::vector<std::pair<Values, bool>> cases{
      {{{"TERM", "xterm-256color"}}, false},
      {{{"TERM", "xterm-256color"}, {"VTE_VERSION", "6800"}}, true},
      {{{"TERM", "xterm-256color"}, {"VTE_VERSION", "4800"}}, false},
      {{{"TERM", "xterm-256color"}, {"TERM_PROGRAM", "vscode"}}, true},
      {{{"TERM", "xterm-256color"}, {"TERM_PROGRAM", "Apple_Terminal"}}, false},
      {{{"TERM", "xterm-256color"}, {"KONSOLE_VERSION", "220401"}}, true},
      {{{"TERM", "xterm-kitty"}}, true},
      {{{"TERM", "foot-extra"}}, true},
      {{{"TERM", "tmux-256color"}, {"VTE_VERSION", "6800"}}, false},
      {{{"TERM", "xterm-256color"}, {"VTE_VERSION", "6800"}, {"TMUX", "/tmp/t,1,0"}}, false},
      {{{"TERM", "xterm-kitty"}, {"STY", "1.pts-0"}}, false},
      {{{"TERM", "dumb"}, {"TERM_PROGRAM", "vscode"}}, false},
      {{{"TERM", "xterm"}, {"FORCE_HYPERLINK", "1"}}, true},
      {{{"TERM", "xterm-kitty"}, {"FORCE_HYPERLINK", "0"}}, false},
  };
  for (const auto& [values, want] : cases) {
    EXPECT_EQ(shows_hyperlinks(kTerminal, environment_of(values)), want)
        << testing::PrintToString(values);
  }
  EXPECT_FALSE(shows_hyperlinks(kPipe, environment_of({{"TERM", "xterm-kitty"}})));
}

TEST(Terminal, ThePagerIsTheFirstThatIsNamed) {
  const auto pager = [](const Values& values, std::optional<std::string> configured = {}) {
    return pager_command(environment_of(values), configured);
  };
  EXPECT_EQ(pager({{"TERM", "xterm"}}), "less -FRX");
  EXPECT_EQ(pager({{"TERM", "dumb"}}), "") << "less would warn and wait";
  EXPECT_EQ(pager({}), "");
  EXPECT_EQ(pager({{"TERM", "dumb"}, {"PAGER", "more"}}), "more");
  EXPECT_EQ(pager({{"PAGER", "more"}}), "more");
  EXPECT_EQ(pager({{"PAGER", "more"}}, "most"), "most");
  EXPECT_EQ(pager({{"PAGER", "more"}, {"IDSEARCH_PAGER", "bat"}}, "most"), "bat");
  EXPECT_EQ(pager({{"PAGER", "more"}, {"IDSEARCH_PAGER", ""}}, "most"), "");
  EXPECT_EQ(pager({{"PAGER", ""}}), "");
  EXPECT_EQ(pager({{"PAGER", "cat"}}), "");
  EXPECT_EQ(pager({{"PAGER", "more"}}, ""), "");
}

TEST(Terminal, RowsComeFromTheVariableElseTheKernel) {
  EXPECT_EQ(screen_rows(kTerminal, environment_of({})), 30u);
  EXPECT_EQ(screen_rows(kTerminal, environment_of({{"LINES", "12"}})), 12u);
  EXPECT_EQ(screen_rows({true, true, 0, 0}, environment_of({})), 24u);
}

}  // namespace
}  // namespace idsearch::query
