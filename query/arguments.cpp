// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/arguments.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "query/chars.hpp"
#include "query/joined_values.hpp"
#include "text/nearest.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

// Only ASCII: an option has no other letters, and `-é` or `-证` can but be a negated word.
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

[[noreturn]] void unknown_option(std::string_view typed, Command command) {
  std::vector<std::string_view> names;
  for (const OptionRow& row : kOptions)
    if (row.commands & bit(command)) names.push_back(row.name);
  std::string_view bare = typed;
  while (bare.starts_with('-')) bare.remove_prefix(1);
  const std::string_view near = bare.size() > 1 ? text::nearest(bare, names) : std::string_view{};
  std::string hint;
  if (!near.empty()) hint = "did you mean --" + std::string(near) + "? ";
  if (command == Command::Search) {
    hint += near.empty() ? "" : "Otherwise, ";
    hint += "to search for it as text, put -- before the query";
  } else {
    hint += "idsearch help " + std::string(command_row(command).name) + " lists its options";
    if (command == Command::Show) hint += "; an id that begins so stands behind --";
  }
  throw Error(ErrorCode::Usage, "unknown option " + std::string(typed), std::move(hint));
}

/// "KP" or "KP,KR".
bool are_country_codes(std::string_view value) {
  if (value.size() % 3 != 2) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (i % 3 == 2 ? value[i] != ',' : !is_upper(value[i])) return false;
  }
  return true;
}

bool may_be_joined(Joined joined, std::string_view value) {
  switch (joined) {
    case Joined::Never:
      return false;
    case Joined::Digits:
      return std::ranges::all_of(value, is_digit);
    case Joined::CountryCodes:
      return are_country_codes(value);
    case Joined::FormatName:
      return std::ranges::count(format_names(), value) != 0;
  }
  return false;
}

struct Written {
  const OptionRow* row = nullptr;
  std::string typed;  ///< as the asker wrote it, for messages
  std::optional<std::string> value;
};

/// What `argument` is: an option (row set) or text (row null). Throws for an option
/// that is unknown to the command.
Written read_option(const std::string& argument, Command command) {
  if (argument.size() < 2 || argument[0] != '-') return {};
  if (argument[1] == '-') {
    // "--" + letter. A blank before any "=" shows a text that the shell kept together.
    const std::size_t end = argument.find_first_of("= ");
    if (!is_letter(argument[2]) || (end != std::string::npos && argument[end] == ' ')) return {};
    const std::string name = argument.substr(2, end == std::string::npos ? end : end - 2);
    const OptionRow* row = find_option(name);
    if (row == nullptr) unknown_option("--" + name, command);
    Written written{row, "--" + name, std::nullopt};
    if (end != std::string::npos) written.value = argument.substr(end + 1);
    return written;
  }
  if (!is_letter(argument[1])) return {};
  const OptionRow* row = find_option(argument[1]);
  const std::string typed = argument.substr(0, 2);
  if (argument.size() == 2) {
    if (row == nullptr) unknown_option(typed, command);
    return {row, typed, std::nullopt};
  }
  if (row == nullptr) return {};
  if (argument[2] == '=') return {row, typed, argument.substr(3)};
  if (may_be_joined(row->joined, std::string_view(argument).substr(2))) {
    return {row, typed, argument.substr(2)};
  }
  return {};
}

/// `-limit`, `-json`: words to leave out by the rule, but perhaps meant as options. The last of the
/// words is meant.
void note_single_dash(Arguments& given) {
  const std::string& argument = given.words.back();
  const std::string_view bare = std::string_view(argument).substr(1);
  const auto note = [&](const std::string& message) {
    // Places count in the query as it is repaired.
    const std::size_t length = text::repair_utf8(argument).text.size();
    const std::size_t end = text::repair_utf8(given.query()).text.size();
    return QueryNote{argument + message, end - length, length};
  };
  const std::size_t end = bare.find('=');
  if (const OptionRow* row = find_option(bare.substr(0, end)); row != nullptr) {
    given.notes.push_back(
        note(" is read as a word to leave out; the option is --" + std::string(row->name)));
    return;
  }
  if (bare.size() <= 2 && std::ranges::all_of(bare, is_digit)) {
    given.notes.push_back(
        note(" is read as a word to leave out; the option is -n " + std::string(bare)));
    return;
  }
  const OptionRow* row = bare.size() > 1 ? find_option(bare[0]) : nullptr;
  if (row == nullptr) return;
  if (const std::string meant = joined_value(*row, bare.substr(1)); !meant.empty()) {
    given.notes.push_back(note(" is read as a word to leave out; the option is " + meant));
    return;
  }
  // "-sLaw", "-n5x": what other programs would read as a short option with its value.
  const std::string joined(bare.substr(1));
  const std::string apart = "-" + std::string(1, row->letter) + " " + joined;
  const bool takes_value = !row->value.empty();
  if (takes_value && (is_upper(bare[1]) || is_digit(bare[1]))) {
    given.notes.push_back(
        note(" is read as a word to leave out; for the option leave a blank: " + apart));
    return;
  }
  // "-slaw", "-fnope", "-qn5": whether that is a word, only the index can tell.
  if (row->joined == Joined::Digits || joined.find_first_of(" :*()\"") != std::string::npos) return;
  if (!takes_value && find_option(bare[1]) == nullptr) return;
  std::string advice =
      "if an option is meant, leave a blank behind -" + std::string(1, row->letter);
  if (!takes_value)
    advice = "short options stand apart: -" + std::string(1, row->letter) + " -" + joined;
  if (row->joined == Joined::FormatName)
    advice = "the option -f takes " + listed(format_names(given.command));
  given.doubtful.push_back(
      {std::string(bare), note(" is read as a word to leave out, but stands nowhere; " + advice)});
}

void check_scope(const Arguments& given) {
  for (const GivenOption& option : given.options) {
    const OptionRow& row = option_row(option.id);
    if (row.commands & bit(given.command)) continue;
    const std::string command(command_row(given.command).name);
    throw Error(ErrorCode::Usage, "--" + std::string(row.name) + " is no option of " + command,
                "idsearch help " + command + " lists its options");
  }
}

}  // namespace

bool Arguments::has(OptionId id) const { return last(id) != nullptr; }

const std::string* Arguments::last(OptionId id) const {
  const auto found = std::find_if(options.rbegin(), options.rend(),
                                  [id](const GivenOption& option) { return option.id == id; });
  return found == options.rend() ? nullptr : &found->value;
}

std::vector<std::string> Arguments::all(OptionId id) const {
  std::vector<std::string> values;
  for (const GivenOption& option : options) {
    if (option.id == id) values.push_back(option.value);
  }
  return values;
}

std::string Arguments::query() const {
  std::string text;
  for (const std::string& word : words) {
    if (&word != &words.front()) text += ' ';
    text += word;
  }
  return text;
}

Arguments split_arguments(const std::vector<std::string>& arguments) {
  Arguments given;
  bool only_text = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (!only_text && argument == "--") {
      only_text = true;
      continue;
    }
    const Written written = only_text ? Written{} : read_option(argument, given.command);
    if (written.row != nullptr) {
      const OptionRow& row = *written.row;
      if (row.value.empty()) {
        if (written.value) {
          throw Error(ErrorCode::Usage, "option " + written.typed + " takes no value",
                      "write " + written.typed + " alone");
        }
        given.options.push_back({row.id, {}});
        continue;
      }
      std::string value;
      if (written.value) {
        value = *written.value;
      } else {
        // A lone "-" is standard input; anything else behind a dash is the next option.
        const bool there =
            i + 1 < arguments.size() && (arguments[i + 1].size() < 2 || arguments[i + 1][0] != '-');
        if (!there) {
          const std::string other =
              i + 1 < arguments.size() ? ", and " + arguments[i + 1] + " is none" : std::string{};
          throw Error(ErrorCode::Usage, "option " + written.typed + " needs a value" + other,
                      "write --" + std::string(row.name) + "=" + std::string(row.value));
        }
        value = arguments[++i];
      }
      given.options.push_back({row.id, std::move(value)});
      continue;
    }
    const bool first_word = given.words.empty() && !given.verb_given;
    if (const CommandRow* row = find_command(argument); row && first_word && !only_text) {
      given.command = row->command;
      given.verb_given = true;
      continue;
    }
    const bool dashed = !only_text && argument.size() > 1 && argument[0] == '-';
    if (dashed && given.command != Command::Search) unknown_option(argument, given.command);
    given.words.push_back(argument);
    if (dashed) note_single_dash(given);
  }
  // Help and versions are given whatever else is on the line.
  if (!given.has(OptionId::Help) && !given.has(OptionId::Version)) check_scope(given);
  return given;
}

std::string how_to_search_for(const Arguments& arguments) {
  std::string words(command_row(arguments.command).name);
  if (!arguments.words.empty()) words += " " + arguments.query();
  return "to search for " + std::string(arguments.words.empty() ? "the word" : "these words") +
         ": idsearch search " + words;
}

}  // namespace idsearch::query
