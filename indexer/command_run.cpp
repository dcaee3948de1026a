// SPDX-License-Identifier: GPL-2.0-or-later
// `idsearch-index run`: builds what is missing and publishes it.
#include <sys/stat.h>
#include <unistd.h>

#include <boost/program_options.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "indexer/commands.hpp"
#include "indexer/config.hpp"
#include "indexer/counted.hpp"
#include "indexer/golden.hpp"
#include "indexer/messages.hpp"
#include "indexer/metrics.hpp"
#include "indexer/options.hpp"
#include "indexer/output_file.hpp"
#include "indexer/report_json.hpp"
#include "store/config_file.hpp"
#include "store/generation.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace po = boost::program_options;

constexpr CommandHelp kHelp{
    "run --corpus PATH [--corpus PATH ...] [--index DIR] [OPTIONS]",
    "Reads the profiles of a corpus, builds an index of them aside, checks it and\n"
    "publishes it. The old one serves until then, and stays when anything fails.\n"
    "Same corpus, same index: nothing is written.",
    "run --corpus "};

// A shell tells a death by signal N as status 128 + N.
constexpr int kSignalStatus = 128;
constexpr int kSignals[] = {SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t caught_signal = 0;

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = [](int signal) { caught_signal = signal; };
  action.sa_flags = SA_RESTART;
  for (const int signal : kSignals) {
    struct sigaction before {};
    // What the caller wants ignored (nohup) stays ignored.
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
    ::sigaction(signal, &action, nullptr);
  }
}

// One line on a terminal, from the moment that a person begins to wonder.
class Progress {
 public:
  explicit Progress(bool wanted) {
    const char* terminal = std::getenv("TERM");
    shown_ = wanted && ::isatty(STDERR_FILENO) == 1 && terminal != nullptr &&
             std::string_view(terminal) != "dumb";
  }

  void tell(const BuildProgress& progress) {
    constexpr std::chrono::milliseconds kPatience{500};
    if (!shown_ || std::chrono::steady_clock::now() - start_ < kPatience) return;
    std::string line(progress.phase);
    if (progress.total > 1)
      line += " " + std::to_string(progress.done) + "/" + std::to_string(progress.total);
    if (line == line_) return;
    std::cerr << "\r\x1b[K" << line << std::flush;
    line_ = std::move(line);
  }

  void clear() {
    if (!line_.empty()) std::cerr << "\r\x1b[K" << std::flush;
    line_.clear();
  }

 private:
  bool shown_ = false;
  std::string line_;  // as it stands on the terminal
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::optional<ServingFacts> serving_facts(const std::string& index) {
  const auto manifest = store::current_manifest(index);
  if (!manifest) return std::nullopt;
  ServingFacts out{manifest->generation, manifest->profile_count, manifest->passages,
                   manifest->index_bytes, std::nullopt};
  std::tm parts{};
  if (::strptime(manifest->created.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) != nullptr)
    out.published = ::timegm(&parts);
  return out;
}

// The last success, for metrics of a run that was none: from the file before, else from the
// generation that serves.
std::optional<std::int64_t> last_success(const std::string& metrics_file,
                                         const std::optional<ServingFacts>& serving) {
  std::ifstream in(metrics_file == "-" ? "" : metrics_file);
  const std::string before{std::istreambuf_iterator<char>(in), {}};
  if (const auto known = last_success_of(before)) return known;
  return serving ? serving->published : std::nullopt;
}

std::string index_of(const po::variables_map& values) {
  return values.count("index") == 0 ? default_index_path() : values["index"].as<std::string>();
}

// Report and metrics of one run. A dry run has no metrics: it leaves the index as it was.
class Outputs {
 public:
  explicit Outputs(const po::variables_map& values)
      : index_(index_of(values)),
        metrics_file_(values.count("metrics") == 0 || values.count("dry-run") != 0
                          ? std::string()
                          : values["metrics"].as<std::string>()),
        report_(values.count("report") == 0 ? std::string() : values["report"].as<std::string>(),
                std::nullopt),
        metrics_(metrics_file_, kMetricsMode) {
    if (report_.is_standard_output() && metrics_.is_standard_output())
      throw Error(ErrorCode::Usage, "--report and --metrics cannot both go to standard output",
                  "Name a file for one of them.");
  }

  /// Whether standard output is a file for programs: then people are told on standard error.
  bool take_standard_output() const {
    return report_.is_standard_output() || metrics_.is_standard_output();
  }

  void write(const BuildReport& report, int status) const {
    report_.write(report_json(report));
    write_metrics(&report, status);
  }

  void write(const Error& error) const {
    report_.write(report_json(error));
    write_metrics(nullptr, exit_status(error.code()));
  }

 private:
  // Read by another user, whatever the umask of the job.
  static constexpr mode_t kMetricsMode = 0644;

  void write_metrics(const BuildReport* report, int status) const {
    if (metrics_file_.empty()) return;
    RunFacts facts;
    facts.ended = std::time(nullptr);
    facts.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    facts.status = status;
    // With some inputs rejected the index is as good as it can be.
    const bool is_good = status == 0 || status == exit_status(ErrorCode::Partial);
    facts.serving = serving_facts(index_);
    facts.last_success = is_good ? std::optional<std::int64_t>(facts.ended)
                                 : last_success(metrics_file_, facts.serving);
    metrics_.write(metrics_text(report, facts));
  }

  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  const std::string index_, metrics_file_;
  const OutputFile report_, metrics_;
};

void tell_problems(const BuildReport& report, bool quiet, bool verbose) {
  for (const RejectedInput& input : report.rejected)
    say(Priority::Error, input.file + ": error: " + input.reason);
  for (const StaleProfile& profile : report.stale)
    say(Priority::Warning, profile.file +
                               ": warning: stale: the version read before still answers, not read "
                               "since " +
                               profile.since);
  if (quiet) return;
  for (const FileDiagnostic& entry : report.diagnostics) {
    const Severity severity = entry.diagnostic.severity;
    // A fault of a profile is the author's, not one of the run.
    if (verbose || severity != Severity::Info)
      say(severity == Severity::Error ? Priority::Warning : Priority::Info,
          format_diagnostic(entry.file, entry.diagnostic));
  }
  if (verbose) {
    for (const std::string& file : report.ignored) {
      std::error_code error;
      const bool link = std::filesystem::is_symlink(file, error);
      say(Priority::Info, file + (link ? ": info: ignored, links are not followed"
                                       : ": info: ignored, no reader knows this kind of file"));
    }
    return;
  }
  if (!report.ignored.empty())
    say(Priority::Info, "idsearch-index: " + counted(report.ignored.size(), "file") +
                            " of other kinds ignored (-v names them)");
}

void tell_gate(const BuildReport& report) {
  const GateVerdict& gate = report.gate;
  for (const std::string& warning : gate.warnings)
    say(Priority::Warning, "idsearch-index: warning: " + warning);
  for (const std::string& refusal : gate.refusals) {
    if (gate.forced.empty()) {
      say(Priority::Error, "idsearch-index: refused: " + refusal);
    } else {
      say(Priority::Warning, "idsearch-index: forced in spite of: " + refusal);
    }
  }
  if (!gate.refusals.empty() && gate.forced.empty())
    say(Priority::Error,
        "idsearch-index: the index stays as it was; --force REASON publishes all the same");
}

void tell_outcome(const BuildReport& report, std::ostream& out) {
  if (report.outcome == BuildReport::Outcome::DryRun) {
    const auto list = [&out](std::string_view what, const std::vector<std::string>& ids) {
      for (const std::string& id : ids) out << what << ' ' << text::escape_controls(id) << '\n';
    };
    list("added", report.added);
    list("changed", report.changed);
    list("removed", report.removed);
    for (const StaleProfile& profile : report.stale)
      out << "stale " << text::escape_controls(profile.id) << '\n';
    for (const RejectedInput& input : report.rejected)
      out << "failed " << text::escape_controls(input.file) << '\n';
  }
  out << name_of(report.outcome) << ' ' << report.generation << ": "
      << counted(report.profiles, "profile") << ", " << counted(report.passages, "passage") << '\n';
}

void read_config(const po::variables_map& values, BuildOptions& out) {
  const auto environment = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string_view(value == nullptr ? "" : value);
  };
  const std::string* named =
      values.count("config") == 0 ? nullptr : &values["config"].as<std::string>();
  const auto file = store::find_config(named, environment);
  if (!file) return;
  Config config = parse_config(file->text, file->path);
  if (config.language) out.parse.default_language = *config.language;
  if (config.topics) out.parse.topic_rules = *config.topics;
  out.gate = config.gate;
  out.golden = std::move(config.golden);
  out.golden_ranks = golden_ranks;
}

BuildOptions build_options(const po::variables_map& values) {
  BuildOptions out;
  const auto text = [&values](const char* name) {
    return values.count(name) == 0 ? std::string() : values[name].as<std::string>();
  };
  if (values.count("corpus") == 0)
    throw Error(ErrorCode::Usage, "no corpus is named",
                "Give one: idsearch-index run --corpus DIR");
  out.corpus = values["corpus"].as<std::vector<std::string>>();
  out.index = index_of(values);
  out.dry_run = values.count("dry-run") != 0;
  out.cache = values.count("no-cache") == 0;
  if (const std::string ids = text("ids"); ids == "path") {
    out.ids_by_path = true;
  } else if (!ids.empty() && ids != "stem") {
    throw Error(ErrorCode::Usage, "--ids takes stem or path, not \"" + ids + "\"");
  }
  read_config(values, out);
  if (values.count("topics") != 0) out.parse.topic_rules = text("topics");
  if (values.count("force") != 0) {
    out.force = text("force");
    // The manifest is read by each search: a reason is a sentence.
    constexpr std::size_t kLongestReason = 1000;
    if (out.force.find_first_not_of(" \t\n") == std::string::npos ||
        out.force.size() > kLongestReason)
      throw Error(ErrorCode::Usage, "--force needs a reason of at most 1,000 bytes");
  }
  if (values.count("jobs") != 0) out.jobs = number_option("--jobs", text("jobs"), 1);
  if (values.count("keep") != 0) out.keep = number_option("--keep", text("keep"), 1);
  if (values.count("lock-timeout") != 0)
    out.lock_timeout_seconds = seconds_option("--lock-timeout", text("lock-timeout"));
  return out;
}

po::options_description described_options() {
  po::options_description out("Options");
  auto add = out.add_options();
  add("corpus", po::value<std::vector<std::string>>()->value_name("PATH"),
      "directory of profiles, or a profile file; may be repeated");
  add("index", po::value<std::string>()->value_name("DIR"),
      "where the index stands (else $IDSEARCH_INDEX, else the user's data directory)");
  add("config", po::value<std::string>()->value_name("FILE"),
      "read this configuration instead of the usual one");
  add("dry-run,n", "do everything but publish");
  add("force", po::value<std::string>()->value_name("REASON"),
      "publish although the new index looks worse; the reason is kept in its manifest");
  add("report", po::value<std::string>()->value_name("FILE"),
      "write the outcome as JSON (- is standard output)");
  add("metrics", po::value<std::string>()->value_name("FILE"),
      "write times and counts for Prometheus (- is standard output)");
  add("jobs,j", po::value<std::string>()->value_name("N"), "threads (all processors)");
  add("ids", po::value<std::string>()->value_name("stem|path"),
      "what profile ids are made of: the file name (stem), or also the directories below the "
      "corpus (path), for corpora with several editions of a profile");
  add("keep", po::value<std::string>()->value_name("K"), "generations to keep (3)");
  add("no-cache", "keep no segments for the next run, and use none");
  add("lock-timeout", po::value<std::string>()->value_name("SECONDS"),
      "how long to wait for another writer (0)");
  add("topics", po::value<std::string>()->value_name("FILE"),
      "topic rules instead of those compiled in");
  add("quiet,q", "say only which inputs are rejected");
  add("verbose,v", "also say what is merely worth knowing");
  return out;
}

int status_of(const BuildReport& report) {
  if (report.outcome == BuildReport::Outcome::Cancelled) return kSignalStatus + caught_signal;
  if (!report.gate.refusals.empty() && report.gate.forced.empty())
    return exit_status(ErrorCode::GateRefused);
  return report.rejected.empty() ? 0 : exit_status(ErrorCode::Partial);
}

}  // namespace

int command_run(const std::vector<std::string>& arguments) {
  const auto values = read_options(kHelp, described_options(), arguments);
  if (!values) return 0;
  const bool quiet = values->count("quiet") != 0, verbose = values->count("verbose") != 0;
  // Before anything else that may fail: whoever reads the report of a night must not see the last
  // one's.
  const Outputs outputs(*values);

  catch_signals();
  Progress progress(!quiet);
  BuildReport report;
  try {
    BuildOptions options = build_options(*values);
    options.progress = [&progress](const BuildProgress& now) { progress.tell(now); };
    options.cancelled = [] { return caught_signal != 0; };
    report = build_index(options);
  } catch (const Error& error) {
    progress.clear();
    outputs.write(error);
    throw;
  } catch (const std::exception& error) {
    progress.clear();
    outputs.write(Error(ErrorCode::Internal, error.what()));
    throw;
  }
  progress.clear();
  const int status = status_of(report);
  outputs.write(report, status);
  if (report.outcome == BuildReport::Outcome::Cancelled) {
    say(Priority::Error, "idsearch-index: interrupted; the index stays as it was");
    return status;
  }
  tell_problems(report, quiet, verbose);
  tell_gate(report);
  if (!quiet) tell_outcome(report, outputs.take_standard_output() ? std::cerr : std::cout);
  return status;
}

}  // namespace idsearch::indexer
