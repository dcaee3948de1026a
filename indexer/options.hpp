// SPDX-License-Identifier: GPL-2.0-or-later
// Options of the commands of idsearch-index: read strictly (no guessing of prefixes), and an
// unknown name is answered with the nearest known one.
#ifndef IDSEARCH_INDEXER_OPTIONS_HPP
#define IDSEARCH_INDEXER_OPTIONS_HPP

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// What `idsearch-index COMMAND --help` shows around its options.
struct CommandHelp {
  std::string_view usage;  ///< "run --corpus PATH... [OPTIONS]"
  std::string_view about;  ///< a paragraph, its lines at most 80 columns wide
  /// What a word behind a command of options only was meant for: "run --corpus "; may be empty.
  std::string_view word_means = {};
};

/// The columns that help has to fit in: the narrowest terminal that is usual.
inline constexpr std::size_t kHelpWidth = 80;

/// Reads `arguments`; -h/--help is added to `options`, prints the help and gives nullopt. Words
/// that are no options go into the option named `words`, or are an error when that is empty.
/// Throws Error{Usage}.
std::optional<boost::program_options::variables_map> read_options(
    const CommandHelp& help, boost::program_options::options_description options,
    const std::vector<std::string>& arguments, const char* words = "");

/// The value of an option as a number from `first` on. Throws Error{Usage}.
std::uint64_t number_option(std::string_view option, const std::string& value, std::uint64_t first);

/// Seconds, 0 or more, "2.5". Throws Error{Usage}.
double seconds_option(std::string_view option, const std::string& value);

/// "Did you mean --corpus?", or `otherwise` when nothing is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> known,
                         std::string otherwise);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_OPTIONS_HPP
