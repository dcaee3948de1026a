// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a finished index file holds what it should. All reading of it happens in a child process
// with limits, because Xapian's own check can crash or run wild on damaged bytes
// (engine-facts 6.3).
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "idsearch/error.hpp"
#include "store/files.hpp"
#include "store/generation.hpp"
#include "store/record_block.hpp"
#include "store/schema.hpp"
#include "store/xapian_guard.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IDSEARCH_UNDER_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define IDSEARCH_UNDER_ASAN 1
#endif

#if defined(IDSEARCH_UNDER_ASAN)
// Xapian 1.4.22's check() deletes an object as a smaller one than was made: not ours to mend.
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options() {
  return "new_delete_type_mismatch=0";
}
#endif

namespace idsearch::store {
namespace {

// A good index of 50 MB takes under a second and a few MB; these only stop what runs wild.
constexpr rlim_t kMaxSeconds = 600;
[[maybe_unused]] constexpr rlim_t kMaxExtraBytes = rlim_t{2} << 30;
constexpr int kStatusBad = 1;

// In the child: what is wrong, for the parent to tell.
[[noreturn]] void refuse(const std::string& why) { throw Error(ErrorCode::Integrity, why); }

// The sanitizer's shadow memory does not fit in any limit.
#if defined(IDSEARCH_UNDER_ASAN)
void limit_memory() {}
#else
void limit_memory() {
  unsigned long pages = 0;
  if (std::FILE* file = std::fopen("/proc/self/statm", "re")) {
    if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
    std::fclose(file);
  }
  if (pages == 0) return;
  const rlim_t used = rlim_t{pages} * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE));
  const rlimit bytes{used + kMaxExtraBytes, used + kMaxExtraBytes};
  ::setrlimit(RLIMIT_AS, &bytes);
}
#endif

void limit_this_process() {
  const rlimit seconds{kMaxSeconds, kMaxSeconds};
  ::setrlimit(RLIMIT_CPU, &seconds);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  limit_memory();
}

// Whoever stops the program, stops the check: it has nothing to tidy up. What is ignored (nohup)
// stays ignored.
void end_by_signals() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action = {};
    action.sa_handler = SIG_DFL;
    ::sigaction(signal, &action, nullptr);
  }
}

void check_metadata(const Xapian::Database& database, const Manifest& manifest) {
  const auto expect = [&database](std::string_view key, const std::string& value) {
    if (database.get_metadata(std::string(key)) != value)
      refuse("its metadata " + std::string(key) + " is not what was written");
  };
  expect(kMetaSchema, std::to_string(manifest.schema));
  expect(kMetaFingerprint, manifest.fingerprint);
  expect(kMetaGeneration, manifest.generation);
}

struct IdTerm {
  std::string term;
  Xapian::docid docid;
};

// Each id stands for one passage: its term is that of one document, or, which is as good as
// impossible, of several whose ids differ. Terms are walked through in their order: looking up each
// by itself was a third of reading an index back.
void check_ids(const Xapian::Database& database, RecordBlocks& records,
               std::vector<IdTerm> passages) {
  std::ranges::sort(passages, {}, &IdTerm::term);
  auto next = database.allterms_begin(std::string(kId));
  const auto end = database.allterms_end(std::string(kId));
  for (std::size_t i = 0; i < passages.size();) {
    const std::string& term = passages[i].term;
    std::set<std::string> ids;
    std::size_t last = i + 1;
    while (last < passages.size() && passages[last].term == term) ++last;
    if (last - i > 1)
      for (std::size_t k = i; k < last; ++k)
        if (const std::string id = records.at(passages[k].docid).id; !ids.insert(id).second)
          refuse("passage id \"" + id + "\" does not stand for one passage");
    if (next == end || *next != term || next.get_termfreq() != last - i)
      refuse("passage id \"" + records.at(passages[i].docid).id +
             "\" does not stand for one passage");
    ++next;
    i = last;
  }
  if (next != end) refuse("it has passage ids without a passage");
}

// Of a record that stands where its passage does.
std::string checked_id_term(const PassageRecord& record, const std::string& order) {
  if (order.size() != order_value(record.profile_id, 0).size() ||
      !order.starts_with(record.profile_id))
    refuse("the record of passage " + record.id + " stands for another passage");
  return id_term(record.id);
}

void check_structure(const std::filesystem::path& file) {
  if (const auto faults = Xapian::Database::check(file.string()); faults != 0)
    refuse("Xapian finds " + std::to_string(faults) + " faults");
}

void check_content(const std::filesystem::path& file, const Manifest& manifest) {
  const Xapian::Database database(file.string());
  check_metadata(database, manifest);
  if (database.get_doccount() != manifest.passages)
    refuse("it holds " + std::to_string(database.get_doccount()) + " passages instead of " +
           std::to_string(manifest.passages));
  RecordBlocks records(database);
  std::uint64_t read = 0;
  std::vector<IdTerm> passages;
  passages.reserve(manifest.passages);
  for (auto it = database.valuestream_begin(kSlotOrder); it != database.valuestream_end(kSlotOrder);
       ++it, ++read)
    passages.push_back({checked_id_term(records.at(it.get_docid()), *it), it.get_docid()});
  check_ids(database, records, std::move(passages));
  if (read != manifest.passages) refuse("some passages cannot be reached");
  for (const ManifestProfile& profile : manifest.profiles)
    if (database.get_termfreq(filter_term(kProfile, profile.id)) != profile.passages)
      refuse("profile " + profile.id + " does not have its " + std::to_string(profile.passages) +
             " passages");
}

// Both walk the whole file and take about as long: side by side they take half the time.
void check_all(const std::filesystem::path& file, const Manifest& manifest) {
  std::exception_ptr fault;
  std::thread structure([&] {
    try {
      guard(Access::Read, "reading it back failed", [&] { check_structure(file); });
    } catch (...) {
      fault = std::current_exception();
    }
  });
  std::exception_ptr other;
  try {
    guard(Access::Read, "reading it back failed", [&] { check_content(file, manifest); });
  } catch (...) {
    other = std::current_exception();
  }
  structure.join();
  // A broken structure explains whatever else was seen.
  if (fault) std::rethrow_exception(fault);
  if (other) std::rethrow_exception(other);
}

// Writes what is wrong into `report`; the exit status says whether anything is.
[[noreturn]] void run_child(int report, const std::filesystem::path& file,
                            const Manifest& manifest) {
  int status = 0;
  end_by_signals();
  try {
    limit_this_process();
    check_all(file, manifest);
  } catch (const std::exception& error) {
    status = kStatusBad;
    const std::string_view message = error.what();
    // A message that is cut or lost changes nothing: the status counts.
    if (::write(report, message.data(), message.size()) < 0) status = kStatusBad;
  } catch (...) {
    status = kStatusBad;
  }
  // Not exit(): destructors and buffers belong to the parent.
  ::_exit(status);
}

}  // namespace

std::string fault_of(const std::filesystem::path& index_file, const Manifest& manifest) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw_cannot_write("check", index_file, errno);
  const Descriptor from_child(ends[0]);
  Descriptor to_parent(ends[1]);
  const pid_t child = ::fork();
  if (child < 0) throw_cannot_write("check", index_file, errno);
  if (child == 0) run_child(to_parent.get(), index_file, manifest);
  to_parent = Descriptor();  // else the end of the child's message would never come

  const auto message = read_all(from_child.get());
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) throw_cannot_write("check", index_file, errno);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFSIGNALED(status)) return "checking it ended by signal " + std::to_string(WTERMSIG(status));
  return message && !message->empty() ? *message : "it cannot be read back";
}

void verify(const std::filesystem::path& index_file, const Manifest& manifest) {
  const std::string why = fault_of(index_file, manifest);
  if (why.empty()) return;
  throw Error(ErrorCode::Integrity, "the new index did not pass its check: " + why,
              "The old generation still serves. Run it again; if it fails again, check the disk.");
}

}  // namespace idsearch::store
