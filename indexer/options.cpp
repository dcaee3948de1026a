// SPDX-License-Identifier: GPL-2.0-or-later
// Boost.Program_options with its guessing switched off and its exceptions turned into ours.
#include "indexer/options.hpp"

#include <boost/program_options/parsers.hpp>
#include <charconv>
#include <cmath>
#include <iostream>
#include <utility>

#include "idsearch/error.hpp"
#include "store/open_generation.hpp"
#include "text/nearest.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

std::vector<std::string> long_names(const po::options_description& options) {
  std::vector<std::string> out;
  for (const auto& option : options.options()) out.push_back("--" + option->long_name());
  return out;
}

void print_help(const CommandHelp& help, const po::options_description& options) {
  std::string usage = "Usage: idsearch-index " + std::string(help.usage);
  if (usage.size() > kHelpWidth) usage.replace(usage.rfind(" [", kHelpWidth - 1), 1, "\n         ");
  std::cout << usage << "\n\n" << help.about << "\n\n" << options;
}

[[noreturn]] void refuse_word(const CommandHelp& help, const std::string& word,
                              const std::string& see) {
  const std::string command(help.usage.substr(0, help.usage.find(' ')));
  throw Error(ErrorCode::Usage, "\"" + command + "\" takes options only, not \"" + word + "\"",
              help.word_means.empty()
                  ? see
                  : "Did you mean: idsearch-index " + std::string(help.word_means) +
                        store::shell_quoted(word));
}

}  // namespace

std::string did_you_mean(std::string_view word, std::span<const std::string> known,
                         std::string otherwise) {
  const std::string_view name =
      text::nearest(word, std::vector<std::string_view>(known.begin(), known.end()));
  return name.empty() ? std::move(otherwise) : "Did you mean " + std::string(name) + "?";
}

std::optional<po::variables_map> read_options(const CommandHelp& help,
                                              po::options_description options,
                                              const std::vector<std::string>& arguments,
                                              const char* words) {
  options.add_options()("help,h", "explain this command");
  const std::string command(help.usage.substr(0, help.usage.find(' ')));
  const std::string see = "See: idsearch-index " + command + " --help";
  po::positional_options_description positions;
  if (*words != '\0') positions.add(words, -1);
  po::options_description all;
  all.add(options);
  if (*words != '\0' && options.find_nothrow(words, false) == nullptr)
    all.add_options()(words, po::value<std::vector<std::string>>());
  po::variables_map values;
  try {
    po::command_line_parser parser(arguments);
    parser.options(all).style(kStyle);
    if (*words != '\0') parser.positional(positions);
    const auto parsed = parser.run();
    for (const po::option& option : parsed.options)
      if (*words == '\0' && option.position_key >= 0) refuse_word(help, option.value.front(), see);
    po::store(parsed, values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    const std::string name = error.get_option_name();
    throw Error(ErrorCode::Usage, "unknown option " + name + " of \"" + command + "\"",
                did_you_mean(name, long_names(options), see));
  } catch (const po::error& error) {
    throw Error(ErrorCode::Usage, error.what(), see);
  }
  if (values.count("help") == 0) return values;
  print_help(help, options);
  return std::nullopt;
}

std::uint64_t number_option(std::string_view option, const std::string& value,
                            std::uint64_t first) {
  std::uint64_t number = 0;
  const char* end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || at != end || number < first)
    throw Error(ErrorCode::Usage, std::string(option) + " takes a whole number from " +
                                      std::to_string(first) + " on, not \"" + value + "\"");
  return number;
}

double seconds_option(std::string_view option, const std::string& value) {
  double seconds = 0;
  const char* end = value.data() + value.size();
  const auto [at, error] = std::from_chars(value.data(), end, seconds);
  if (error != std::errc() || at != end || !std::isfinite(seconds) || seconds < 0)
    throw Error(ErrorCode::Usage,
                std::string(option) + " takes seconds, 0 or more, not \"" + value + "\"");
  return seconds;
}

}  // namespace idsearch::indexer
