// SPDX-License-Identifier: GPL-2.0-or-later
// The program idsearch-index: which command is meant, and errors to messages and exit statuses.
#include <cerrno>
#include <csignal>
#include <exception>
#include <iostream>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/error.hpp"
#include "indexer/commands.hpp"
#include "indexer/messages.hpp"
#include "indexer/options.hpp"
#include "store/schema.hpp"
#include "store/stemmers.hpp"

namespace {

using idsearch::Error;
using idsearch::ErrorCode;

struct CommandRow {
  std::string_view name;
  std::string_view help;
  int (*run)(const std::vector<std::string>& arguments);
};

// In the order of the help. A command that is not built does not stand here.
constexpr CommandRow kCommands[] = {
    {"run", "read a corpus, build an index of it and publish it", idsearch::indexer::command_run},
    {"parse", "show what the reader sees in profiles", idsearch::indexer::command_parse},
    {"lint", "tell authors what to look at in profiles", idsearch::indexer::command_lint},
    {"tag", "give the topics of passages from standard input", idsearch::indexer::command_tag},
    {"generations", "list the generations of an index and what changed",
     idsearch::indexer::command_generations},
    {"rollback", "let an older generation serve again", idsearch::indexer::command_rollback},
    {"check", "look for damage in an index", idsearch::indexer::command_check},
    {"dump", "print an index as text for comparing", idsearch::indexer::command_dump},
};

void print_help(std::ostream& out) {
  out << "Usage: idsearch-index COMMAND [OPTIONS] [ARGS]\n\nCommands:\n";
  for (const CommandRow& row : kCommands)
    out << "  " << row.name << std::string(13 - row.name.size(), ' ') << row.help << '\n';
  out << "\n  -h, --help     this text; idsearch-index COMMAND --help explains a command\n"
         "  -V, --version  versions of the program, Xapian, ICU and the schema\n";
}

// The version behind "name/" in the fingerprint, which is where index and program take it from.
std::string version_in(std::string_view fingerprint, std::string_view name) {
  const std::size_t at = fingerprint.find(std::string(name) + "/");
  if (at == std::string_view::npos) return "unknown";
  fingerprint.remove_prefix(at + name.size() + 1);
  return std::string(fingerprint.substr(0, fingerprint.find(' ')));
}

void print_version() {
  const std::string fingerprint = idsearch::store::index_fingerprint();
  std::cout << "idsearch-index " << IDSEARCH_VERSION << "\nXapian "
            << version_in(fingerprint, "xapian") << "\nICU " << version_in(fingerprint, "icu")
            << "\nschema " << idsearch::store::kSchema << '\n';
}

[[noreturn]] void throw_unknown(const std::string& word) {
  std::vector<std::string> known;
  const bool is_option = word.starts_with('-');
  if (is_option) {
    known = {"--help", "--version"};
  } else {
    for (const CommandRow& row : kCommands) known.emplace_back(row.name);
  }
  throw Error(ErrorCode::Usage, (is_option ? "unknown option " : "unknown command ") + word,
              idsearch::indexer::did_you_mean(word, known, "See: idsearch-index --help"));
}

int run(const std::vector<std::string>& words) {
  if (words.empty()) {
    print_help(std::cerr);
    return exit_status(ErrorCode::Usage);
  }
  const std::string& first = words.front();
  if (first == "-h" || first == "--help") {
    print_help(std::cout);
    return 0;
  }
  if (first == "-V" || first == "--version") {
    print_version();
    return 0;
  }
  for (const CommandRow& row : kCommands)
    if (first == row.name) return row.run({words.begin() + 1, words.end()});
  throw_unknown(first);
}

int tell(const Error& error) {
  using idsearch::indexer::Priority;
  idsearch::indexer::say(Priority::Error, "idsearch-index: " + error.message());
  if (!error.hint().empty()) idsearch::indexer::say(Priority::Error, error.hint());
  return exit_status(error.code());
}

}  // namespace

int main(int argc, char** argv) {
  // A limit on file sizes (ulimit -f) is a write that fails, with a message, not a death by signal.
  std::signal(SIGXFSZ, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    const int status = run({argv + 1, argv + argc});
    if (!std::cout.flush()) throw Error(ErrorCode::CannotWrite, "cannot write to standard output");
    return status;
  } catch (const Error& error) {
    return tell(error);
  } catch (const std::bad_alloc&) {
    return tell(Error(ErrorCode::Internal, "out of memory"));
  } catch (const std::exception& error) {
    return tell(Error(ErrorCode::Internal, error.what()));
  }
}
