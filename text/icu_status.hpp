// SPDX-License-Identifier: GPL-2.0-or-later
// Did ICU do what it was asked to? Internal to text/.
#ifndef IDSEARCH_TEXT_ICU_STATUS_HPP
#define IDSEARCH_TEXT_ICU_STATUS_HPP

#include <unicode/utypes.h>

#include <string>

#include "idsearch/error.hpp"

namespace idsearch::text {

/// Throws Error (Internal) that names `what` when `status` is a failure. Warnings are none: the
/// root locale always gives U_USING_DEFAULT_WARNING.
inline void check_icu(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::Internal, std::string("ICU: ") + what + ": " + u_errorName(status),
                "Is the ICU data of this installation complete?");
  }
}

}  // namespace idsearch::text

#endif  // IDSEARCH_TEXT_ICU_STATUS_HPP
