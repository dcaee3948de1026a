// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <optional>
#include <utility>

#include "idsearch/error.hpp"
#include "indexer/error_page.hpp"
#include "indexer/no_text.hpp"
#include "indexer/readers.hpp"
#include "indexer/sniff.hpp"
#include "store/files.hpp"
#include "store/open_generation.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

// Holds the first line of JSON lines as they occur: documents for measuring have some kilobytes.
constexpr std::size_t kHeadBytes = std::size_t{64} << 10;

constexpr std::string_view kDirectory = "is a directory, not a file";

std::string not_readable(int error) { return "cannot be read: " + store::system_message(error); }

// Empty for a regular file.
std::string_view special_kind(const struct stat& status) {
  if (S_ISREG(status.st_mode)) return {};
  if (S_ISDIR(status.st_mode)) return kDirectory;
  if (S_ISFIFO(status.st_mode)) return "is a pipe, not a regular file";
  if (S_ISSOCK(status.st_mode)) return "is a socket, not a regular file";
  return "is a device, not a regular file";
}

struct OpenFile {
  store::Descriptor fd;
  std::size_t size = 0;
  std::string problem;
};

OpenFile open_regular(const std::string& path) {
  OpenFile out;
  struct stat status {};
  // Asked before it is opened, as opening a device may do something, and again behind, as it may
  // have become another. Not blocking: the other may be a pipe.
  if (::stat(path.c_str(), &status) != 0) {
    out.problem = not_readable(errno);
    return out;
  }
  out.problem = special_kind(status);
  if (!out.problem.empty()) return out;
  out.fd = store::Descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (!out.fd || ::fstat(out.fd.get(), &status) != 0) {
    out.problem = not_readable(errno);
    return out;
  }
  out.problem = special_kind(status);
  out.size = static_cast<std::size_t>(status.st_size);
  return out;
}

ProfileFile rejected(std::string problem) {
  ProfileFile out;
  out.problem = std::move(problem);
  return out;
}

}  // namespace

ProfileFile read_profile_file(const std::string& path) {
  const OpenFile file = open_regular(path);
  if (!file.problem.empty()) return rejected(file.problem);
  std::optional<std::string> head = store::read_all(file.fd.get(), kHeadBytes);
  if (!head) return rejected(not_readable(errno));
  ProfileFile out;
  out.bytes = std::move(*head);
  const std::string_view by_ending = format_by_ending(path);
  if (out.bytes.size() == kHeadBytes) {
    const bool any_size = by_ending == "jsonl" || begins_json_lines(out.bytes);
    const auto too_large = [] {
      return rejected("is larger than " + std::to_string(kMaxProfileBytes >> 20) + " MiB");
    };
    if (!any_size && file.size > kMaxProfileBytes) return too_large();
    const std::size_t most = any_size ? std::max(file.size, kHeadBytes) : kMaxProfileBytes + 1;
    const auto rest = store::read_all(file.fd.get(), most - kHeadBytes);
    if (!rest) return rejected(not_readable(errno));
    out.bytes += *rest;
    if (!any_size && out.bytes.size() > kMaxProfileBytes) return too_large();  // it grew
  }
  const std::string_view sniffed = sniff_format(out.bytes, by_ending);
  // What it looks like says more than what it is not. Lines of JSON have a stricter reader, which
  // names the line.
  const bool is_named = is_rejection(sniffed) && sniffed.starts_with("looks like");
  const bool has_lines = sniffed == "jsonl" && !text::trim(out.bytes).empty();
  const bool is_asked = !is_named && !has_lines;
  if (std::string why = is_asked ? why_no_text(out.bytes) : std::string(); !why.empty())
    return rejected(std::move(why));
  if (is_rejection(sniffed)) return rejected(std::string(sniffed));
  const Format* format = format_named(sniffed);
  if (sniffed != "jsonl" && format == nullptr)
    return rejected("looks like " + std::string(sniffed) + ", for which there is no reader");
  if (format != nullptr && format->refuse != nullptr) {
    std::string why = format->refuse(out.bytes);
    if (!why.empty()) return rejected(std::move(why));
  }
  if (format != nullptr) {
    std::string why = why_error_page(out.bytes, *format);
    if (!why.empty()) return rejected(std::move(why));
  }
  out.format = sniffed;
  return out;
}

void tell_unreadable(std::string_view command, const std::string& path,
                     const std::string& problem) {
  std::cerr << "idsearch-index: " << text::escape_controls(path + ": " + problem) << '\n';
  if (problem != kDirectory) return;
  const std::string within = path.ends_with('/') ? path : path + "/";
  std::cerr << "Name the files in it: idsearch-index " << command << ' '
            << text::escape_controls(store::shell_quoted(within)) << "*\n";
}

std::vector<Profile> read_profiles(const std::string& path, std::string& problem,
                                   const ParseOptions& options) {
  ProfileFile file = read_profile_file(path);
  problem = std::move(file.problem);
  if (!problem.empty()) return {};
  if (file.format != "jsonl") return {parse_profile(path, file.bytes, options)};
  try {
    return read_jsonl(path, file.bytes);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Usage) throw;
    problem = error.message();
    return {};
  }
}

bool is_json_lines_file(const std::string& path) {
  const OpenFile file = open_regular(path);
  if (!file.problem.empty()) return false;
  const auto head = store::read_all(file.fd.get(), kHeadBytes);
  return head && begins_json_lines(*head);
}

}  // namespace idsearch::indexer
