// SPDX-License-Identifier: GPL-2.0-or-later
// What the commands say before an index is opened; with one, tests/cli runs the program.
#include <gtest/gtest.h>

#include "idsearch/error.hpp"
#include "query/commands.hpp"
#include "query/options.hpp"

namespace idsearch::query {
namespace {

using Words = std::vector<std::string>;
using CommandFunction = int (*)(const Arguments&, const Environment&);

const Environment kNoEnvironment = [](const char*) { return std::string_view{}; };

TEST(Commands, HelpListsEveryCommandAndOption) {
  const std::string help = help_text();
  for (const CommandRow& row : kCommands) {
    EXPECT_NE(help.find("\n  " + std::string(row.name)), std::string::npos) << row.name;
  }
  for (const OptionRow& row : kOptions) {
    EXPECT_NE(help.find("--" + std::string(row.name)), std::string::npos) << row.name;
    for (const CommandRow& command : kCommands) {
      if (command.command == Command::Help) continue;
      const bool listed = help_text(command.command).find("  --" + std::string(row.name) + " ") !=
                              std::string::npos ||
                          help_text(command.command).find(", --" + std::string(row.name) + " ") !=
                              std::string::npos;
      EXPECT_EQ(listed, (row.commands & bit(command.command)) != 0) << row.name;
    }
  }
  EXPECT_EQ(help_text(Command::Help), help);
  for (std::size_t at = 0, end = 0; at < help.size(); at = end + 1) {
    end = help.find('\n', at);
    EXPECT_LE(end - at, 80u) << help.substr(at, end - at);
  }
  // Each command names the formats that it takes.
  const auto has = [](Command command, const char* text) {
    return help_text(command).find(text) != std::string::npos;
  };
  EXPECT_TRUE(has(Command::Search, "text, json, ndjson, csv, md, csl-json, bibtex, ris,\n"));
  EXPECT_TRUE(has(Command::Show, "text, json, ndjson, csv, md, csl-json, bibtex, ris or\n"));
  EXPECT_TRUE(has(Command::Stats, "  text or json\n"));
}

TEST(Commands, VersionNamesProgramEnginesAndSchema) {
  const std::string version = version_text();
  EXPECT_TRUE(version.starts_with("idsearch ")) << version;
  for (const char* part : {"\nXapian 1.", ", ICU 7", "schema ", "output format 1"}) {
    EXPECT_NE(version.find(part), std::string::npos) << version;
  }
  EXPECT_EQ(version.find('?'), std::string::npos) << version;
}

struct CommandFault {
  CommandFunction command;
  Words typed;
  ErrorCode code;
  std::string message, hint;
};

TEST(Commands, WhatCannotBeAskedIsRefusedBeforeAnIndexIsOpened) {
  const std::vector<CommandFault> cases{
      {command_search,
       {},
       ErrorCode::Usage,
       "there is nothing to search for",
       "idsearch --help explains the use"},
      {command_search,
       {""},
       ErrorCode::Usage,
       "there is nothing to search for",
       "idsearch --help explains the use"},
      {command_search,
       {" ", "\u00A0"},
       ErrorCode::Usage,
       "there is nothing to search for",
       "idsearch --help explains the use"},
      {command_search,
       {"search"},
       ErrorCode::Usage,
       "there is nothing to search for",
       "idsearch --help explains the use; to search for the word: idsearch search search"},
      {command_search,
       {"birth"},
       ErrorCode::NoIndex,
       "it is not known where the index lies",
       "name it with --index PATH or $IDSEARCH_INDEX"},
      {command_search,
       {"-c", "KP"},
       ErrorCode::NoIndex,
       "it is not known where the index lies",
       "name it with --index PATH or $IDSEARCH_INDEX"},
      {command_search,
       {"--queries", "/no/such/file"},
       ErrorCode::Usage,
       "cannot read the queries of /no/such/file",
       "--queries needs a file of lines: query id, TAB, query"},
      {command_show,
       {"show"},
       ErrorCode::Usage,
       "show needs the id of a passage",
       "idsearch -f ids QUERY prints ids; to search for the word: idsearch search show"},
      {command_stats,
       {"stats", "about", "refugees"},
       ErrorCode::Usage,
       "stats takes no arguments",
       "to search for these words: idsearch search stats about refugees"},
      {command_fields,
       {"fields", "of", "law"},
       ErrorCode::Usage,
       "fields takes no arguments",
       "to search for these words: idsearch search fields of law"},
      {command_help,
       {"help", "shwo"},
       ErrorCode::Usage,
       "there is no command “shwo”",
       "did you mean show? to search for these words: idsearch search help shwo"},
      {command_help,
       {"help", "wanted", "now"},
       ErrorCode::Usage,
       "there is no command “wanted now”",
       "to search for these words: idsearch search help wanted now"},
  };
  for (const CommandFault& c : cases) {
    try {
      c.command(split_arguments(c.typed), kNoEnvironment);
      ADD_FAILURE() << testing::PrintToString(c.typed) << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), c.code);
      EXPECT_EQ(error.message(), c.message);
      EXPECT_EQ(error.hint(), c.hint);
    }
  }
}

}  // namespace
}  // namespace idsearch::query
