// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/options.hpp"

#include <algorithm>

#include "idsearch/render.hpp"
#include "query/trec.hpp"

namespace idsearch::query {

const OptionRow* find_option(std::string_view name) {
  const auto found = std::ranges::find(kOptions, name, &OptionRow::name);
  return found == kOptions.end() ? nullptr : &*found;
}

const OptionRow* find_option(char letter) {
  if (letter == 0) return nullptr;
  const auto found = std::ranges::find(kOptions, letter, &OptionRow::letter);
  return found == kOptions.end() ? nullptr : &*found;
}

const OptionRow& option_row(OptionId id) {
  return *std::ranges::find(kOptions, id, &OptionRow::id);
}

const CommandRow* find_command(std::string_view name) {
  const auto found = std::ranges::find(kCommands, name, &CommandRow::name);
  return found == kCommands.end() ? nullptr : &*found;
}

const CommandRow& command_row(Command command) {
  return *std::ranges::find(kCommands, command, &CommandRow::command);
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names = render_formats();
  names.push_back(kTrecFormat);
  return names;
}

std::vector<std::string_view> format_names(Command command) {
  switch (command) {
    case Command::Search:
      return format_names();
    case Command::Show:
      return render_formats();
    default:
      return {"text", "json"};
  }
}

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

}  // namespace idsearch::query
