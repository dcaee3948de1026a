// SPDX-License-Identifier: GPL-2.0-or-later
// What can be said on the command line: every command and every option, in two tables. Help,
// argument splitting and the tests read them; adding an option is a line here.
#ifndef IDSEARCH_QUERY_OPTIONS_HPP
#define IDSEARCH_QUERY_OPTIONS_HPP

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::query {

enum class Command : std::uint8_t { Search, Show, Fields, Stats, Help };

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view arguments;  ///< as shown in the usage line
  std::string_view help;
};

inline constexpr std::array<CommandRow, 5> kCommands{{
    {Command::Search, "search", "QUERY...", "find passages; the command when none is named"},
    {Command::Show, "show", "ID...", "print whole passages with all their notes"},
    {Command::Fields, "fields", "", "list what can stand before a colon in a query"},
    {Command::Stats, "stats", "", "say what the index contains"},
    {Command::Help, "help", "[COMMAND]", "explain a command, or all of them"},
}};

enum class OptionId : std::uint8_t {
  Limit,
  Offset,
  Country,
  Section,
  Topic,
  Since,
  Until,
  In,
  By,
  Notes,
  Context,
  Format,
  Json,
  Exact,
  NoSynonyms,
  NoSuggest,
  Strict,
  Explain,
  Quiet,
  Count,
  Color,
  NoPager,
  NoMatchOk,
  FormatVersion,
  Index,
  Queries,
  Thesaurus,
  Config,
  Help,
  Version,
};

/// How a value may be joined to the short letter (-n5). Only where the whole cannot be a word: a
/// query may hold `-china`, and that must never be read as `-c hina`.
enum class Joined : std::uint8_t { Never, Digits, CountryCodes, FormatName };

/// Bits of OptionRow::commands.
constexpr unsigned bit(Command command) { return 1u << static_cast<unsigned>(command); }
inline constexpr unsigned kForSearch = bit(Command::Search);
inline constexpr unsigned kForPassages = kForSearch | bit(Command::Show);
inline constexpr unsigned kForIndex = kForPassages | bit(Command::Stats);
inline constexpr unsigned kForData = kForIndex | bit(Command::Fields);
inline constexpr unsigned kForAll = kForData | bit(Command::Help);

struct OptionRow {
  OptionId id;
  std::string_view name;   ///< without the dashes
  char letter;             ///< 0 when it has no short form
  std::string_view value;  ///< what its value is called in the help; empty for a switch
  Joined joined;
  unsigned commands;  ///< which commands take it
  std::string_view help;
};

/// In the order of the help.
inline constexpr std::array<OptionRow, 30> kOptions{{
    {OptionId::Country, "country", 'c', "LIST", Joined::CountryCodes, kForSearch,
     "only these countries: codes, names or demonyms"},
    {OptionId::Section, "section", 's', "LIST", Joined::Never, kForSearch,
     "only below these sections: a path or any heading"},
    {OptionId::Topic, "topic", 't', "LIST", Joined::Never, kForSearch,
     "only these topics: surveillance, statelessness, data-protection"},
    {OptionId::Since, "since", 0, "DATE", Joined::Never, kForSearch,
     "only profiles updated on or after 2025, 2025-01 or 2025-01-29"},
    {OptionId::Until, "until", 0, "DATE", Joined::Never, kForSearch,
     "only profiles updated until then, inclusive"},
    {OptionId::In, "in", 0, "PLACE", Joined::Never, kForSearch,
     "where words may match: body, notes or all (body)"},
    {OptionId::By, "by", 0, "WHAT", Joined::Never, kForSearch,
     "the best passage of each country, section or topic"},
    {OptionId::Limit, "limit", 'n', "N", Joined::Digits, kForSearch, "how many passages (10)"},
    {OptionId::Offset, "offset", 0, "N", Joined::Never, kForSearch, "how many to skip first (0)"},
    {OptionId::Context, "context", 'C', "N", Joined::Digits, kForPassages,
     "show N neighbouring paragraphs as well"},
    {OptionId::Notes, "notes", 0, "HOW", Joined::Never, kForPassages,
     "how much of each citation: none, short or full (full)"},
    {OptionId::Format, "format", 'f', "NAME", Joined::FormatName, kForData,
     "text, json, ndjson, csv, md, csl-json, bibtex, ris, ids or trec"},
    {OptionId::Json, "json", 0, "", Joined::Never, kForData, "short for --format json"},
    {OptionId::Count, "count", 0, "", Joined::Never, kForSearch,
     "print only how many passages there are"},
    {OptionId::Exact, "exact", 0, "", Joined::Never, kForSearch,
     "words as typed: no stems, typed diacritics count"},
    {OptionId::NoSynonyms, "no-synonyms", 0, "", Joined::Never, kForSearch,
     "do not look for words of the same meaning"},
    {OptionId::NoSuggest, "no-suggest", 0, "", Joined::Never, kForSearch,
     "do not suggest other spellings"},
    {OptionId::Strict, "strict", 0, "", Joined::Never, kForSearch,
     "refuse a query that is not well formed"},
    {OptionId::Explain, "explain", 0, "", Joined::Never, kForSearch,
     "say how the query was understood and why each passage ranks"},
    {OptionId::Quiet, "quiet", 'q', "", Joined::Never, kForAll, "no notes and hints"},
    {OptionId::NoMatchOk, "no-match-ok", 0, "", Joined::Never, kForSearch,
     "exit status 0 when nothing is found"},
    {OptionId::Color, "color", 0, "WHEN", Joined::Never, kForData, "auto, always or never (auto)"},
    {OptionId::NoPager, "no-pager", 0, "", Joined::Never, kForData,
     "do not page long answers on a terminal"},
    {OptionId::FormatVersion, "format-version", 0, "N", Joined::Never, kForData,
     "the version of the output that the caller can read (1)"},
    // `help`, too: `idsearch --index PATH` may be an alias.
    {OptionId::Index, "index", 0, "PATH", Joined::Never, kForAll,
     "the index; repeated, several are searched as one"},
    {OptionId::Queries, "queries", 0, "FILE", Joined::Never, kForSearch,
     "answer each line \"id TAB query\" in TREC run form"},
    {OptionId::Thesaurus, "thesaurus", 0, "FILE", Joined::Never, kForSearch,
     "take words of the same meaning from this file"},
    {OptionId::Config, "config", 0, "FILE", Joined::Never, kForAll, "read this configuration"},
    {OptionId::Help, "help", 'h', "", Joined::Never, kForAll, "explain the command"},
    {OptionId::Version, "version", 'V', "", Joined::Never, kForAll,
     "versions of the program, Xapian, ICU and the schema"},
}};

/// nullptr when there is no such option. No prefixes are guessed.
const OptionRow* find_option(std::string_view name);
const OptionRow* find_option(char letter);
const OptionRow& option_row(OptionId id);

/// nullptr when there is no such command.
const CommandRow* find_command(std::string_view name);
const CommandRow& command_row(Command command);

/// Every name that --format takes for a search.
std::vector<std::string_view> format_names();
/// Those that it takes for this command.
std::vector<std::string_view> format_names(Command command);

/// "text, json or md".
std::string listed(std::span<const std::string_view> words);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_OPTIONS_HPP
