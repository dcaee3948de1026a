// SPDX-License-Identifier: GPL-2.0-or-later
// idsearch-index parse: what does the reader see in a file? No index needed.
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <boost/program_options/value_semantic.hpp>
#include <cerrno>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/inputs.hpp"
#include "indexer/options.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/readers.hpp"
#include "store/files.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kHelp{
    "parse FILE... [OPTIONS]",
    "Shows what the reader sees in profiles: sections, passages, notes with their sources, and\n"
    "what is wrong with them. With --json one object per file, one per line. A file that cannot\n"
    "be read makes the exit status 5; the others are still printed."};

bool is_jsonl(std::string_view file) { return file.ends_with(".jsonl"); }

// A file without any ending is taken for a text dump; ".html" is no text dump.
bool has_reader(std::string_view file) {
  const std::size_t slash = file.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  const bool has_ending = file.find('.', name + 1) != std::string_view::npos;
  return is_jsonl(file) || format_of(file) != nullptr || !has_ending;
}

struct FileBytes {
  std::string bytes;
  std::string problem;  // not empty: the file cannot be taken
};

FileBytes read_file(const std::string& file) {
  FileBytes out;
  if (!has_reader(file)) {
    out.problem = "no reader for this kind of file";
    return out;
  }
  const store::Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (!fd || ::fstat(fd.get(), &status) != 0) {
    out.problem = store::system_message(errno);
    return out;
  }
  auto bytes = store::read_all(fd.get());
  if (!bytes) {
    out.problem = store::system_message(errno);
  } else if (!is_jsonl(file) && bytes->size() > kMaxProfileBytes) {
    out.problem = "larger than " + std::to_string(kMaxProfileBytes >> 20) + " MiB";
  } else {
    out.bytes = std::move(*bytes);
  }
  return out;
}

std::string counted(std::size_t count, std::string_view what) {
  return std::to_string(count) + " " + std::string(what) + (count == 1 ? "" : "s");
}

// Text of a profile goes to a terminal here: nothing in it may steer one.
void print_summary(const Profile& profile) {
  const std::string title = profile.title.empty() ? "(no title)" : profile.title;
  std::string out = profile.file + ": " + title;
  if (profile.country) out += " [" + profile.country->code + "]";
  if (profile.updated) out += ", updated " + *profile.updated;
  out += ", " + profile.language;
  std::size_t marks = 0;
  for (const Passage& passage : profile.passages) marks += passage.marks.size();
  out += ": " + counted(profile.sections.size(), "section") + ", " +
         counted(profile.passages.size(), "passage") + ", " + counted(marks, "mark") + ", " +
         counted(profile.notes.size(), "note");
  std::cout << text::escape_controls(out) << '\n';
  for (const Section& section : profile.sections) {
    std::cout << "  " << text::escape_controls(section.path) << "  "
              << counted(section.passages, "passage") << '\n';
  }
  for (const Diagnostic& diagnostic : profile.diagnostics) {
    std::cout << text::escape_controls(format_diagnostic(profile.file, diagnostic)) << '\n';
  }
}

std::vector<Profile> parse(const std::string& file, const std::string& bytes,
                           const ParseOptions& options) {
  if (is_jsonl(file)) return read_jsonl(file, bytes);
  std::vector<Profile> profiles;
  profiles.push_back(parse_profile(file, bytes, options));
  return profiles;
}

}  // namespace

int command_parse(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("json", "one object per file, one per line")(
      "topics", po::value<std::string>()->value_name("FILE"),
      "topic rules to use instead of the built-in ones");
  const auto values = read_options(kHelp, options, arguments, "file");
  if (!values) return 0;
  if (values->count("file") == 0) {
    throw Error(ErrorCode::Usage, "parse needs a file", "Try: idsearch-index parse FILE...");
  }
  ParseOptions parse_options;
  if (values->count("topics") != 0) {
    parse_options.topic_rules = (*values)["topics"].as<std::string>();
  }
  const bool json = values->count("json") != 0;
  bool partial = false;
  for (const std::string& file : (*values)["file"].as<std::vector<std::string>>()) {
    FileBytes content = read_file(file);
    std::vector<Profile> profiles;
    if (content.problem.empty()) {
      try {
        profiles = parse(file, content.bytes, parse_options);
      } catch (const Error& error) {
        if (error.code() != ErrorCode::Usage) throw;
        content.problem = error.message();  // a faulty line of JSON
      }
    }
    if (!content.problem.empty()) {
      std::cerr << "idsearch-index: " << text::escape_controls(file + ": " + content.problem)
                << '\n';
      partial = true;
    }
    for (const Profile& profile : profiles) {
      if (json) {
        std::cout << profile_json(profile) << '\n';
      } else {
        print_summary(profile);
      }
    }
  }
  std::cout.flush();
  if (!std::cout) throw Error(ErrorCode::CannotWrite, "standard output cannot be written", "");
  return partial ? exit_status(ErrorCode::Partial) : 0;
}

}  // namespace idsearch::indexer
