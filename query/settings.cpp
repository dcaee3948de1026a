// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <utility>

#include "idsearch/error.hpp"
#include "query/groups.hpp"
#include "query/output.hpp"
#include "query/trec.hpp"
#include "store/index_place.hpp"
#include "text/nearest.hpp"

namespace idsearch::query {
namespace {

std::string option_name(OptionId id) { return "--" + std::string(option_row(id).name); }

template <typename Number>
Number read_number(OptionId id, const std::string& value) {
  Number number{};
  const char* end = value.data() + value.size();
  const auto [rest, fault] = std::from_chars(value.data(), end, number);
  if (fault != std::errc{} || rest != end) {
    throw Error(ErrorCode::Usage, option_name(id) + " needs a whole number, not " + shown(value));
  }
  return number;
}

/// The place of `value` among `words`.
std::size_t read_word(OptionId id, const std::string& value,
                      std::span<const std::string_view> words) {
  const auto found = std::ranges::find(words, value);
  if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
  const std::string_view near = text::nearest(value, words);
  throw Error(
      ErrorCode::Usage, option_name(id) + " cannot be " + shown(value),
      (near.empty() ? "" : "did you mean " + std::string(near) + "? ") + "It is " + listed(words));
}

constexpr std::array<std::string_view, 3> kPlaces{"body", "notes", "all"};
constexpr std::array<std::string_view, 3> kDetails{"none", "short", "full"};
constexpr std::array<std::string_view, 3> kColors{"auto", "always", "never"};
GroupBy read_group(OptionId id, const std::string& value) {
  constexpr std::array kAll{GroupBy::Country, GroupBy::Section, GroupBy::Topic};
  std::array<std::string_view, kAll.size()> names;
  std::ranges::transform(kAll, names.begin(), [](GroupBy by) { return name_of(by); });
  return kAll[read_word(id, value, names)];
}

void check_format_version(const std::string& value) {
  const long version = read_number<long>(OptionId::FormatVersion, value);
  const std::string made = "this idsearch makes version " + std::to_string(kFormatVersion);
  if (version < kFormatVersion) {
    throw Error(ErrorCode::FormatTooOld, "output version " + value + " is no longer made", made);
  }
  if (version > kFormatVersion) {
    throw Error(ErrorCode::FormatTooNew, "output version " + value + " is not known yet", made);
  }
}

/// --index > $IDSEARCH_INDEX > configuration > the place of the XDG base directories.
std::vector<std::string> find_index(const Arguments& arguments, const Config& config,
                                    const Environment& environment) {
  std::vector<std::string> paths = arguments.all(OptionId::Index);
  if (!paths.empty()) return paths;
  if (const std::string_view path = environment("IDSEARCH_INDEX"); !path.empty()) {
    return {std::string(path)};
  }
  if (!config.index.empty()) return config.index;
  if (std::string path = store::user_index_path(environment); !path.empty()) return {path};
  return {};
}

void read_format(const Arguments& arguments, Settings& settings) {
  for (const GivenOption& option : arguments.options) {
    if (option.id == OptionId::Json) settings.format = "json";
    if (option.id != OptionId::Format) continue;
    const std::vector<std::string_view> formats = format_names(arguments.command);
    settings.format = formats[read_word(option.id, option.value, formats)];
  }
  if (!settings.queries) return;
  const bool said = arguments.has(OptionId::Format) || arguments.has(OptionId::Json);
  if (!said) settings.format = kTrecFormat;
  if (settings.format != kTrecFormat) {
    throw Error(ErrorCode::Usage, "--queries answers in TREC run form only",
                "leave --format out, or write -f trec");
  }
  if (!arguments.words.empty()) {
    throw Error(ErrorCode::Usage, "--queries takes the place of a query on the command line",
                "leave out " + shown(arguments.query()));
  }
}

void read_request(const Arguments& arguments, SearchRequest& request) {
  request.text = arguments.query();
  request.countries = arguments.all(OptionId::Country);
  request.sections = arguments.all(OptionId::Section);
  request.topics = arguments.all(OptionId::Topic);
  for (const GivenOption& option : arguments.options) {
    switch (option.id) {
      case OptionId::Limit:
        request.limit = read_number<std::size_t>(option.id, option.value);
        break;
      case OptionId::Offset:
        request.offset = read_number<std::size_t>(option.id, option.value);
        break;
      case OptionId::Context:
        request.context = read_number<std::size_t>(option.id, option.value);
        break;
      case OptionId::Since:
      case OptionId::Until:
        if (option.value.empty()) {
          throw Error(ErrorCode::Usage, option_name(option.id) + " needs a date",
                      "write 2025, 2025-01 or 2025-01-29");
        }
        (option.id == OptionId::Since ? request.since : request.until) = option.value;
        break;
      case OptionId::In:
        request.in = static_cast<SearchIn>(read_word(option.id, option.value, kPlaces));
        break;
      case OptionId::By:
        request.by = read_group(option.id, option.value);
        break;
      default:
        break;
    }
  }
  request.exact = arguments.has(OptionId::Exact);
  request.synonyms = !arguments.has(OptionId::NoSynonyms);
  request.suggest = !arguments.has(OptionId::NoSuggest);
  request.strict = arguments.has(OptionId::Strict);
  request.explain = arguments.has(OptionId::Explain);
}

template <std::size_t N>
std::size_t place_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return static_cast<std::size_t>(std::ranges::find(words, word) - words.begin());
}

bool shows_context(std::string_view format) {
  return format == "text" || format == "json" || format == "ndjson";
}

}  // namespace

Settings make_settings(const Arguments& arguments, const Config& config,
                       const Environment& environment) {
  Settings settings;
  settings.index = find_index(arguments, config, environment);
  if (config.limit) settings.request.limit = *config.limit;
  if (config.notes) settings.notes = static_cast<NoteDetail>(place_of(kDetails, *config.notes));
  if (config.color) settings.color = static_cast<ColorMode>(place_of(kColors, *config.color));
  settings.pager = config.pager;
  settings.thesaurus = config.thesaurus.value_or("");
  settings.width = config.width;
  settings.warn_after_days = config.warn_after_days.value_or(0);

  if (const std::string* version = arguments.last(OptionId::FormatVersion)) {
    check_format_version(*version);
  }
  if (const std::string* file = arguments.last(OptionId::Queries)) {
    if (file->empty()) throw Error(ErrorCode::Usage, "--queries needs a file");
    settings.queries = *file;
  }
  if (const std::string* file = arguments.last(OptionId::Thesaurus)) {
    if (file->empty()) throw Error(ErrorCode::Usage, "--thesaurus needs a file");
    settings.thesaurus = *file;
  }
  read_format(arguments, settings);
  read_request(arguments, settings.request);
  if (const std::string* value = arguments.last(OptionId::Notes)) {
    settings.notes = static_cast<NoteDetail>(read_word(OptionId::Notes, *value, kDetails));
  }
  if (const std::string* value = arguments.last(OptionId::Color)) {
    settings.color = static_cast<ColorMode>(read_word(OptionId::Color, *value, kColors));
  }
  settings.request.unlimited_page = settings.format == kTrecFormat;
  settings.request.bare_hits = settings.format == kTrecFormat || settings.format == "ids";
  if (settings.request.by != GroupBy::None && settings.format == kTrecFormat)
    throw Error(ErrorCode::Usage, "--by has no place in TREC run form",
                "leave it out: a run lists all passages");
  settings.use_pager = !arguments.has(OptionId::NoPager);
  settings.quiet = arguments.has(OptionId::Quiet);
  settings.count = arguments.has(OptionId::Count);
  // Hits for another query than the typed one are shown where it can be said, and never counted.
  const std::string& format = settings.format;
  settings.request.suggested_hits =
      format == "text" || format == "md" || format == "json" || format == "ndjson";
  if (settings.count || format == kTrecFormat) settings.request.suggest = false;
  settings.no_match_ok = arguments.has(OptionId::NoMatchOk);
  return settings;
}

const std::vector<std::string>& index_paths(const Settings& settings) {
  if (settings.index.empty()) {
    throw Error(ErrorCode::NoIndex, "it is not known where the index lies",
                "name it with --index PATH or $IDSEARCH_INDEX");
  }
  return settings.index;
}

Settings settings_of(const Arguments& arguments, const Environment& environment) {
  const Config config = load_config(arguments.last(OptionId::Config), environment);
  Settings settings = make_settings(arguments, config, environment);
  // With --strict the search refuses what they tell of.
  if (!settings.quiet && !settings.request.strict) {
    for (const QueryNote& note : arguments.notes) say("note: " + note.message);
  }
  if (!settings.quiet && settings.request.context > 0 && !shows_context(settings.format))
    say("note: " + settings.format +
        " has no place for neighbouring paragraphs; text and json have");
  return settings;
}

}  // namespace idsearch::query
