// SPDX-License-Identifier: GPL-2.0-or-later
// idsearch-index lint: what should the author of a profile look at?
#include <algorithm>
#include <boost/program_options/value_semantic.hpp>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/lint.hpp"
#include "indexer/lint_report.hpp"
#include "indexer/options.hpp"
#include "indexer/profile_file.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

std::string about() {
  std::string out =
      "Tells authors what to look at in profiles:\n"
      "  kenya.txt:41: warning: message [rule]\n"
      "The exit status is 1 when there is an error or a warning, with --strict also for\n"
      "a mere info, 0 when there is none, and 5 when a file cannot be read; the others\n"
      "are still checked.\n\nRules:\n";
  std::size_t widest = 0;
  for (const LintRule& rule : lint_rules()) widest = std::max(widest, rule.name.size());
  for (const LintRule& rule : lint_rules()) {
    const std::string_view severity = name_of(rule.severity);
    const std::string lead = "  " + std::string(rule.name) +
                             std::string(widest + 2 - rule.name.size(), ' ') +
                             std::string(severity) + std::string(9 - severity.size(), ' ');
    std::string_view says = rule.says;
    out += lead;
    while (lead.size() + says.size() > kHelpWidth) {
      const std::size_t blank = says.rfind(' ', kHelpWidth - lead.size());
      out += std::string(says.substr(0, blank)) + "\n" + std::string(lead.size(), ' ');
      says.remove_prefix(blank + 1);
    }
    out += std::string(says) + "\n";
  }
  out.pop_back();
  return out;
}

const LintFormat& format_named_by(const std::string& name) {
  std::vector<std::string> known;
  for (const LintFormat& format : kLintFormats) {
    if (format.name == name) return format;
    known.emplace_back(format.name);
  }
  throw Error(ErrorCode::Usage, "--format takes text, json or sarif, not \"" + name + "\"",
              did_you_mean(name, known, "See: idsearch-index lint --help"));
}

LintedFile lint_file(const std::string& path) {
  LintedFile out;
  out.file = path;
  for (const Profile& profile : read_profiles(path, out.problem, {}))
    std::ranges::move(lint(profile), std::back_inserter(out.findings));
  return out;
}

}  // namespace

int command_lint(const std::vector<std::string>& arguments) {
  po::options_description options("Options");
  options.add_options()("format,f", po::value<std::string>()->value_name("text|json|sarif"),
                        "how findings are written (text)")(
      "strict", "status 1 for an info too, not only for errors and warnings");
  const std::string help = about();
  const auto values = read_options({"lint FILE... [OPTIONS]", help}, options, arguments, "file");
  if (!values) return 0;
  if (values->count("file") == 0)
    throw Error(ErrorCode::Usage, "lint needs a file", "Try: idsearch-index lint FILE...");
  const LintFormat& format = format_named_by(
      values->count("format") == 0 ? "text" : (*values)["format"].as<std::string>());
  const Severity least = values->count("strict") == 0 ? Severity::Warning : Severity::Info;

  std::vector<LintedFile> files;
  bool partial = false, found = false;
  for (const std::string& path : (*values)["file"].as<std::vector<std::string>>()) {
    const LintedFile& file = files.emplace_back(lint_file(path));
    found = found || std::ranges::any_of(file.findings, [least](const Finding& finding) {
              return finding.severity >= least;
            });
    if (file.problem.empty()) continue;
    partial = true;
    tell_unreadable("lint", path, file.problem);
  }
  std::cout << format.render(files) << std::flush;
  if (!std::cout) throw Error(ErrorCode::CannotWrite, "standard output cannot be written");
  if (partial) return exit_status(ErrorCode::Partial);
  return found ? 1 : 0;
}

}  // namespace idsearch::indexer
