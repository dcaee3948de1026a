// SPDX-License-Identifier: GPL-2.0-or-later
// Marks what the shared library shows to programs that embed it.
#ifndef IDSEARCH_EXPORT_HPP
#define IDSEARCH_EXPORT_HPP

#if defined(__GNUC__)
#define IDSEARCH_API __attribute__((visibility("default")))
#else
#define IDSEARCH_API
#endif

#endif  // IDSEARCH_EXPORT_HPP
