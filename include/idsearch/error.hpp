// SPDX-License-Identifier: GPL-2.0-or-later
// What went wrong and what to do next: the one exception type of idsearch, and the ONE table
// that ties its codes to exit statuses and (later) to values of the C ABI.
//
//   try { auto searcher = idsearch::Searcher::open({"index"}); }
//   catch (const idsearch::Error& e) { std::cerr << e.message() << '\n' << e.hint() << '\n';
//                                      return idsearch::exit_status(e.code()); }
#ifndef IDSEARCH_ERROR_HPP
#define IDSEARCH_ERROR_HPP

#include <array>
#include <exception>
#include <string>
#include <string_view>

#include "idsearch/export.hpp"

namespace idsearch {

enum class ErrorCode {
  Usage,             ///< the call itself is off: unknown option, empty query, bad date
  BadQuery,          ///< only with --strict: a query that needed repair
  NoIndex,           ///< there is no index at the place, or it cannot be read
  Incompatible,      ///< the index was made by another schema or analyser
  Locked,            ///< another writer holds the index
  Partial,           ///< some inputs were rejected, or a shard is missing
  GateRefused,       ///< the new generation looked worse than the old one
  Integrity,         ///< stored bytes are not what was written
  CannotWrite,       ///< disk full, read-only, no permission
  BadConfiguration,  ///< configuration or rule file is faulty
  FormatTooOld,      ///< asked output format version is no longer made
  FormatTooNew,      ///< asked output format version is not known yet
  Internal,          ///< a fault of idsearch itself
};

/// One line of the table: `c_value` is the (negative) value that the C ABI will return.
struct ErrorRow {
  ErrorCode code;
  std::string_view name;
  int exit_status;
  int c_value;
};

/// In the order of ErrorCode. Exit status 0 (found, clean, published) and 1 (ran well, the answer
/// is "no") are no errors and stand in no row.
inline constexpr std::array<ErrorRow, 13> kErrorTable{{
    {ErrorCode::Usage, "usage", 2, -1},
    {ErrorCode::BadQuery, "bad-query", 2, -2},
    {ErrorCode::NoIndex, "no-index", 3, -3},
    {ErrorCode::Incompatible, "incompatible", 3, -4},
    {ErrorCode::Locked, "locked", 4, -5},
    {ErrorCode::Partial, "partial", 5, -6},
    {ErrorCode::GateRefused, "gate-refused", 6, -7},
    {ErrorCode::Integrity, "integrity", 7, -8},
    {ErrorCode::CannotWrite, "cannot-write", 74, -9},
    {ErrorCode::BadConfiguration, "bad-configuration", 78, -10},
    {ErrorCode::FormatTooOld, "format-too-old", 20, -11},
    {ErrorCode::FormatTooNew, "format-too-new", 21, -12},
    {ErrorCode::Internal, "internal", 70, -13},
}};

/// The status with which a program ends for this code.
constexpr int exit_status(ErrorCode code) {
  return kErrorTable[static_cast<std::size_t>(code)].exit_status;
}

/// Thrown when idsearch cannot go on. The only exception that crosses the public headers, besides
/// std::bad_alloc.
class IDSEARCH_API Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message, std::string hint = {});
  ~Error() override;
  Error(const Error&);
  Error& operator=(const Error&);

  ErrorCode code() const noexcept { return code_; }
  /// One sentence without final newline: the thing and the place.
  const std::string& message() const noexcept { return message_; }
  /// What a person can do next; empty when there is nothing to advise.
  const std::string& hint() const noexcept { return hint_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
  std::string hint_;
};

}  // namespace idsearch

#endif  // IDSEARCH_ERROR_HPP
