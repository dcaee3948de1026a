// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/crash_report.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "idsearch/error.hpp"
#include "sample_index.hpp"
#include "store/digest.hpp"
#include "store/files.hpp"

namespace idsearch::store {
namespace {

Descriptor open_to_read(const std::filesystem::path& path) {
  return Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
}

[[noreturn]] void crash_by(int signal, const std::filesystem::path& file, const std::string& sha256,
                           bool is_closed = false) {
  report_damage_on_crash();
  const Descriptor open = open_to_read(file);
  if (!watch_for_damage("some/index", open.get(), sha256)) std::exit(99);
  if (is_closed) stop_watching(open.get());
  ::raise(signal);
  std::exit(98);
}

TEST(CrashReport, NamesTheIndexThatIsNotWhatWasWrittenOrCannotBeRead) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "index.glass";
  write_synced(file, "postings");
  const testing::ExitedWithCode damage(exit_status(ErrorCode::Integrity));
  const char* const message = "some/index is damaged.*\n.*idsearch-index run";
  const std::string whole = sha256_hex("postings"), other = sha256_hex("other postings");
  EXPECT_EXIT(crash_by(SIGSEGV, file, other), damage, message);
  EXPECT_EXIT(crash_by(SIGBUS, file, other), damage, message);
  // A directory gives no bytes, as a failing disk does.
  EXPECT_EXIT(crash_by(SIGBUS, directory.path(), whole), damage, message);
}

TEST(CrashReport, LeavesOtherCrashesToTheSystem) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "index.glass";
  write_synced(file, "postings");
  const std::string whole = sha256_hex("postings"), other = sha256_hex("other postings");
  EXPECT_EXIT(crash_by(SIGSEGV, file, whole), testing::KilledBySignal(SIGSEGV), "");
  EXPECT_EXIT(crash_by(SIGBUS, file, whole), testing::KilledBySignal(SIGBUS), "");
  EXPECT_EXIT(crash_by(SIGSEGV, file, other, true), testing::KilledBySignal(SIGSEGV), "");
  const Descriptor open = open_to_read(file);
  EXPECT_FALSE(watch_for_damage("some/index", open.get(), whole)) << "no program asked for it";
}

}  // namespace
}  // namespace idsearch::store
