// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch help`, --help and --version: made of the tables of commands and options.
#include <algorithm>

#include "idsearch/error.hpp"
#include "query/commands.hpp"
#include "query/output.hpp"
#include "query/table.hpp"
#include "store/schema.hpp"
#include "store/stemmers.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

/// Columns of the smallest usual terminal.
constexpr std::size_t kWidth = 80;

std::string usage_of(const CommandRow& row) {
  std::string line = "idsearch " + std::string(row.name) + " [OPTIONS]";
  if (!row.arguments.empty()) line += " " + std::string(row.arguments);
  return line;
}

std::string options_text(unsigned commands) {
  std::vector<std::vector<std::string>> rows;
  for (const OptionRow& row : kOptions) {
    if ((row.commands & commands) == 0) continue;
    std::string name = row.letter == 0 ? "      --" : "  -" + std::string(1, row.letter) + ", --";
    name += row.name;
    if (!row.value.empty()) name += " " + std::string(row.value);
    rows.push_back({name, std::string(row.help)});
    // A command other than a search has fewer formats than the table tells.
    if (row.id != OptionId::Format || (commands & kForSearch) != 0) continue;
    rows.back()[1] =
        listed(format_names(commands == bit(Command::Show) ? Command::Show : Command::Fields));
  }
  return aligned(rows, kWidth);
}

constexpr std::string_view kQueries =
    "Queries:\n"
    "  biometric database          passages with these words, the best first\n"
    "  '\"biometric database\"'      the words side by side (quoted for the shell)\n"
    "  birth AND registration      both; also OR, NOT, -word, ( ), word*, a NEAR/5 b\n"
    "  country:KP,KE nationality   only these countries; idsearch fields lists more\n"
    "  A negated word is no option: idsearch identity -china\n"
    "  Behind -- everything is text.\n";

constexpr std::string_view kStatuses =
    "Exit status: 0 found, 1 nothing found, 2 usage, 3 no index, 5 partial,\n"
    "7 damaged index, 20 or 21 output version, 70 internal error, 74 cannot write,\n"
    "78 bad configuration.\n";

/// The word behind "name/" in the fingerprint.
std::string version_in(const std::string& fingerprint, const std::string& name) {
  const std::size_t at = (" " + fingerprint).find(" " + name + "/");
  if (at == std::string::npos) return "?";
  const std::size_t start = at + name.size() + 1;
  return fingerprint.substr(start, fingerprint.find(' ', start) - start);
}

}  // namespace

std::string help_text() {
  std::string out =
      "Searches country profiles and answers with passages and their sources.\n\n"
      "Usage: idsearch [OPTIONS] QUERY...\n"
      "       idsearch COMMAND [OPTIONS] [ARGUMENTS]\n\n"
      "Commands:\n";
  std::vector<std::vector<std::string>> rows;
  for (const CommandRow& row : kCommands) {
    rows.push_back(
        {"  " + std::string(row.name) + " " + std::string(row.arguments), std::string(row.help)});
  }
  out += aligned(rows, kWidth) + "\nOptions:\n" + options_text(~0u) + "\n";
  out += kQueries;
  out += "\n";
  out += kStatuses;
  return out;
}

std::string help_text(Command command) {
  if (command == Command::Help) return help_text();
  const CommandRow& row = command_row(command);
  std::string out = "Usage: " + usage_of(row) + "\n\n" + std::string(row.help) + "\n\nOptions:\n" +
                    options_text(bit(command));
  if (command == Command::Search) out += "\n" + std::string(kQueries);
  return out;
}

std::string version_text() {
  const std::string fingerprint = store::index_fingerprint();
  return "idsearch " IDSEARCH_VERSION "\nXapian " + version_in(fingerprint, "xapian") + ", ICU " +
         version_in(fingerprint, "icu") + ", Unicode " + version_in(fingerprint, "unicode") +
         "\nindex schema " + std::to_string(store::kSchema) + ", output format " +
         std::to_string(kFormatVersion) + "\n";
}

int command_help(const Arguments& arguments, const Environment&) {
  if (arguments.words.empty()) {
    write_answer(help_text());
    return 0;
  }
  const CommandRow* row = find_command(arguments.words.front());
  if (row == nullptr || arguments.words.size() > 1) {
    std::vector<std::string_view> names;
    for (const CommandRow& known : kCommands) names.push_back(known.name);
    const std::string_view near = text::nearest(arguments.words.front(), names);
    throw Error(ErrorCode::Usage, "there is no command " + shown(arguments.query()),
                (near.empty() ? "" : "did you mean " + std::string(near) + "? ") +
                    how_to_search_for(arguments));
  }
  write_answer(help_text(row->command));
  return 0;
}

}  // namespace idsearch::query
