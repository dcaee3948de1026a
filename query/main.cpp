// SPDX-License-Identifier: GPL-2.0-or-later
// The program idsearch: which command is meant, and what its end is called.
#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <exception>
#include <limits>
#include <new>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "query/commands.hpp"
#include "query/output.hpp"
#include "store/checked_reads.hpp"
#include "store/crash_report.hpp"

namespace idsearch::query {
namespace {

using CommandFunction = int (*)(const Arguments&, const Environment&);

// In the order of Command.
constexpr std::array<CommandFunction, kCommands.size()> kFunctions{
    command_search, command_show, command_fields, command_stats, command_help};

/// The first pages of the heap, many in one call instead of a fault for each: a search uses about
/// so many (bench/README.md, "Cold start"). Only a help: kernels before 5.14 refuse.
void touch_heap() {
#ifdef MADV_POPULATE_WRITE
  constexpr std::uintptr_t kPage = 4096;
  // Smaller than what malloc() would take from elsewhere.
  constexpr std::size_t kBlock = 18 * kPage;
  std::array<void*, 3> blocks{};
  for (void*& block : blocks) {
    block = std::malloc(kBlock);
    const std::uintptr_t first = reinterpret_cast<std::uintptr_t>(block) / kPage * kPage;
    if (block != nullptr) madvise(reinterpret_cast<void*>(first), kBlock, MADV_POPULATE_WRITE);
  }
  for (void* const block : blocks) std::free(block);
#endif
}

int run(const std::vector<std::string>& words) {
  const Arguments arguments = split_arguments(words);
  if (arguments.has(OptionId::Help)) {
    write_answer(arguments.verb_given ? help_text(arguments.command) : help_text());
    return 0;
  }
  if (arguments.has(OptionId::Version)) {
    write_answer(version_text());
    return 0;
  }
  if (arguments.command == Command::Search) touch_heap();
  const int status =
      kFunctions[static_cast<std::size_t>(arguments.command)](arguments, process_environment());
  // `idsearch stats` may have been meant as a query; with options, or `help`, it plainly is not.
  if (arguments.verb_given && arguments.words.empty() && arguments.options.empty() &&
      arguments.command != Command::Search && arguments.command != Command::Help) {
    say("note: " + how_to_search_for(arguments));
  }
  return status;
}

int fail(ErrorCode code, const std::string& message, const std::string& hint = {}) {
  say(message);
  if (!hint.empty()) say("hint: " + hint);
  return exit_status(code);
}

int run_guarded(const std::vector<std::string>& words) {
  try {
    return run(words);
  } catch (const Error& error) {
    return fail(error.code(), error.message(), error.hint());
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::Internal, "out of memory");
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, std::string("internal error: ") + error.what());
  } catch (...) {
    return fail(ErrorCode::Internal, "internal error");
  }
}

}  // namespace
}  // namespace idsearch::query

int main(int argc, char** argv) {
  // The heap grows in few steps and is never given back: 4 calls of brk for a search, not 13
  // (strace -c).
  mallopt(M_TOP_PAD, 512 * 1024);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  idsearch::query::guard_standard_streams();
  idsearch::store::report_damage_on_crash();
  idsearch::store::can_check_reads();
  const int status = idsearch::query::run_guarded({argv + (argc > 0 ? 1 : 0), argv + argc});
  // Everything is written; taking the process apart object by object would cost a tenth of a
  // millisecond of each search.
  _exit(status);
}
