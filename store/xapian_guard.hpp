// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where Xapian's exceptions become ours: Xapian::Error is no std::exception.
#ifndef IDSEARCH_STORE_XAPIAN_GUARD_HPP
#define IDSEARCH_STORE_XAPIAN_GUARD_HPP

#include <string_view>
#include <utility>

#include "idsearch/error.hpp"

namespace idsearch::store {

/// Whether the guarded call reads a finished index or writes a new one: decides the error code.
enum class Access { Read, Write };

/// Rethrows the exception in flight as idsearch::Error; an Error passes as it is. Only inside a
/// catch block. `what` names the thing and place for the message ("index DIR").
[[noreturn]] void rethrow_as_error(Access access, std::string_view what);

/// Runs `body` and returns its result; whatever it throws leaves as idsearch::Error.
template <typename Body>
decltype(auto) guard(Access access, std::string_view what, Body&& body) {
  try {
    return std::forward<Body>(body)();
  } catch (...) {
    rethrow_as_error(access, what);
  }
}

}  // namespace idsearch::store

#endif  // IDSEARCH_STORE_XAPIAN_GUARD_HPP
