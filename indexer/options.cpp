// SPDX-License-Identifier: GPL-2.0-or-later
// Boost.Program_options with its guessing switched off and its exceptions turned into ours.
#include "indexer/options.hpp"

#include <algorithm>
#include <boost/program_options/parsers.hpp>
#include <charconv>
#include <cmath>
#include <iostream>
#include <sstream>

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;

// Letters to put in, take out, change or swap with a neighbour to make `b` of `a`.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = i + j;
        continue;
      }
      const std::size_t change = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[i][j] = std::min({change, rows[i - 1][j] + 1, rows[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.size()][b.size()];
}

std::vector<std::string> long_names(const po::options_description& options) {
  std::vector<std::string> out;
  for (const auto& option : options.options()) out.push_back("--" + option->long_name());
  return out;
}

void print_help(const CommandHelp& help, const po::options_description& options) {
  std::cout << "Usage: idsearch-index " << help.usage << "\n\n" << help.about << "\n\n" << options;
}

}  // namespace

std::string nearest_name(std::string_view word, std::span<const std::string> known) {
  // Slips of long words only; longer input than any name is none.
  constexpr std::size_t kLongestName = 40;
  std::string best;
  std::size_t best_distance = std::min(word.size(), kLongestName) / 3 + 1;
  if (word.size() > kLongestName) return best;
  for (const std::string& name : known) {
    const std::size_t distance = edit_distance(word, name);
    if (distance < best_distance) {
      best = name;
      best_distance = distance;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> known,
                         std::string otherwise) {
  const std::string name = nearest_name(word, known);
  return name.empty() ? std::move(otherwise) : "Did you mean " + name + "?";
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
    po::store(
        po::command_line_parser(arguments).options(all).positional(positions).style(kStyle).run(),
        values);
    po::notify(values);
  } catch (const po::unknown_option& error) {
    const std::string name = error.get_option_name();
    throw Error(ErrorCode::Usage, "unknown option " + name + " of \"" + command + "\"",
                did_you_mean(name, long_names(options), see));
  } catch (const po::too_many_positional_options_error&) {
    throw Error(ErrorCode::Usage, "\"" + command + "\" takes options only", see);
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
