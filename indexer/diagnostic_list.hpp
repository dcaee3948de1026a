// SPDX-License-Identifier: GPL-2.0-or-later
// Adds diagnostics with their severities, and keeps a file of millions of faults from becoming
// millions of messages.
#ifndef IDSEARCH_INDEXER_DIAGNOSTIC_LIST_HPP
#define IDSEARCH_INDEXER_DIAGNOSTIC_LIST_HPP

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "idsearch/diagnostic.hpp"

namespace idsearch::indexer {

class DiagnosticList {
 public:
  /// More faults of one kind in one file help nobody: the numbers of marks and notes, which have
  /// three digits, all fit in.
  static constexpr std::size_t kMostOfAKind = 1000;

  /// Appends to `out`, which must outlive the list.
  explicit DiagnosticList(std::vector<Diagnostic>& out) : out_(out) {}

  void add(std::size_t line, DiagnosticKind kind, std::string label, std::string message) {
    std::size_t& count = counts_[static_cast<std::size_t>(kind)];
    if (++count > kMostOfAKind) return;
    if (count == kMostOfAKind) message += "; further ones are not listed";
    out_.push_back({line, severity_of(kind, DiagnosticReason::None), kind, DiagnosticReason::None,
                    std::move(label), std::move(message)});
  }

 private:
  std::vector<Diagnostic>& out_;
  std::size_t counts_[static_cast<std::size_t>(DiagnosticKind::RaisedNumber) + 1] = {};
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_DIAGNOSTIC_LIST_HPP
