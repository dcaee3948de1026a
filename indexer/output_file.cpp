// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/output_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "idsearch/error.hpp"
#include "store/files.hpp"

namespace idsearch::indexer {
namespace {

namespace fs = std::filesystem;

// A name that no other run writes to, and that tools which read `*.prom` or `*.json` pass over.
fs::path scratch_of(const fs::path& file) {
  return file.parent_path() /
         ("." + file.filename().string() + "." + std::to_string(::getpid()) + ".tmp");
}

void write_to(int fd, const fs::path& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) store::throw_cannot_write("write", file, errno);
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
}

}  // namespace

OutputFile::OutputFile(const std::string& file, std::optional<mode_t> mode)
    : mode_(mode), is_standard_output_(file == "-") {
  if (file.empty() || is_standard_output_) return;
  std::error_code error;
  file_ = fs::weakly_canonical(file, error);
  if (error) file_ = file;
  const fs::file_status status = fs::status(file, error);
  // Behind /dev/stdout may be a regular file, which the shell holds open.
  is_special_ = fs::exists(status) && (!fs::is_regular_file(status) || file.starts_with("/dev/") ||
                                       file.starts_with("/proc/"));
  if (is_special_) {
    file_ = file;
    if (fs::is_directory(status)) store::throw_cannot_write("write", file_, EISDIR);
    if (::access(file.c_str(), W_OK) != 0) store::throw_cannot_write("write", file_, errno);
    return;
  }
  // Tried for real: a directory may be full or read-only whatever its mode says.
  const fs::path scratch = scratch_of(file_);
  const store::Descriptor fd(
      ::open(scratch.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!fd) store::throw_cannot_write("write", file_, errno);
  ::unlink(scratch.c_str());
}

void OutputFile::write(std::string_view bytes) const {
  if (is_standard_output_) return write_to(STDOUT_FILENO, "standard output", bytes);
  if (file_.empty()) return;
  if (is_special_) {
    const store::Descriptor fd(::open(file_.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
    if (!fd) store::throw_cannot_write("write", file_, errno);
    return write_to(fd.get(), file_, bytes);
  }
  const fs::path scratch = scratch_of(file_);
  try {
    store::write_synced(scratch, bytes);
    if (mode_ && ::chmod(scratch.c_str(), *mode_) != 0)
      store::throw_cannot_write("set the mode of", file_, errno);
    if (::rename(scratch.c_str(), file_.c_str()) != 0)
      store::throw_cannot_write("write", file_, errno);
  } catch (const Error&) {
    ::unlink(scratch.c_str());
    throw;
  }
}

}  // namespace idsearch::indexer
