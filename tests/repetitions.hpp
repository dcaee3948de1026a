// SPDX-License-Identifier: GPL-2.0-or-later
// How often does a test repeat what it draws at random, and how large is what it reads?
#ifndef IDSEARCH_TESTS_REPETITIONS_HPP
#define IDSEARCH_TESTS_REPETITIONS_HPP

namespace idsearch {

/// `full`; under sanitizers, where everything takes ten times as long, `sanitized`. That the
/// statement holds is shown by the full number, which each run of the plain tests keeps; sanitizers
/// look for what is wrong on the way, and need each kind of case, not each case.
template <typename T>
constexpr T repetitions([[maybe_unused]] T full, [[maybe_unused]] T sanitized) {
#if defined(IDSEARCH_SANITIZED)
  return sanitized;
#else
  return full;
#endif
}

}  // namespace idsearch

#endif  // IDSEARCH_TESTS_REPETITIONS_HPP
