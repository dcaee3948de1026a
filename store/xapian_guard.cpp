// SPDX-License-Identifier: GPL-2.0-or-later
// Which of our errors each of Xapian's (and the standard library's) becomes.
#include "store/xapian_guard.hpp"

#include <xapian.h>

#include <exception>
#include <new>
#include <string>

#include "store/checked_reads.hpp"
#include "store/open_generation.hpp"

namespace idsearch::store {
namespace {

constexpr std::string_view kRebuildHint =
    "Build the index anew: idsearch-index run --corpus DIR --index INDEX";
constexpr std::string_view kSpaceHint = "Check free space and permissions, then run it again.";

std::string told(std::string_view what, std::string_view why) {
  std::string message(what);
  message += ": ";
  message += why;
  return message;
}

std::string reason(const Xapian::Error& error) {
  std::string text = error.get_msg();
  if (const char* detail = error.get_error_string()) text += std::string(" (") + detail + ")";
  if (text.empty()) text = error.get_type();
  return text;
}

[[noreturn]] void throw_as(Access access, std::string_view what, std::string_view why) {
  // What is read was verified before it was published and never changed since: whatever does not
  // fit now ("document not found", "database modified", a length_error) is damage.
  if (access == Access::Read) {
    if (const auto block = take_damaged_block())
      throw Error(ErrorCode::Integrity,
                  "index " + block->index + " is damaged: block " + std::to_string(block->number) +
                      " of its index file is not what was written",
                  "Build it anew: " + run_command(block->index));
    throw Error(ErrorCode::Integrity, told(what, why), std::string(kRebuildHint));
  }
  throw Error(ErrorCode::CannotWrite, told(what, why), std::string(kSpaceHint));
}

}  // namespace

void rethrow_as_error(Access access, std::string_view what) {
  try {
    throw;
  } catch (const Error&) {
    throw;
  } catch (const Xapian::LogicError& error) {
    // A call that should not have been made: our fault, whatever the index looks like.
    throw Error(ErrorCode::Internal, told(what, reason(error)));
  } catch (const Xapian::Error& error) {
    throw_as(access, what, reason(error));
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception& error) {
    throw_as(access, what, error.what());
  } catch (...) {
    throw Error(ErrorCode::Internal, told(what, "unknown exception"));
  }
}

}  // namespace idsearch::store
