// SPDX-License-Identifier: GPL-2.0-or-later
// Which passages have words next to, or near, each other: by the places that an index keeps for
// that. (Xapian's own operators need its table of positions, half of an index, and give wrong sets
// for operands that share words, as `state NEAR/5 states`.)
#ifndef IDSEARCH_QUERY_NEAR_SOURCE_HPP
#define IDSEARCH_QUERY_NEAR_SOURCE_HPP

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace idsearch::query {

/// A term that may stand at a place. With `beside`, only where that one stands, too: "ekyc" beside
/// "e" and then beside "kyc" are the two places of a written "e-KYC". With `apart_from`, only where
/// none of those stands: "ekyc" apart from "e" and "kyc" is written in one.
struct NearTerm {
  std::string term, beside = {};
  std::vector<std::string> apart_from = {};

  bool operator==(const NearTerm&) const = default;
};

/// Terms that may stand at one place; a sequence of places; the sequences that an operand means.
using NearSlot = std::vector<NearTerm>;
using NearSequence = std::vector<NearSlot>;
using NearOperand = std::vector<NearSequence>;

/// What is asked whether words stand so.
enum class NearAskedOf {
  HasTheWords,  ///< passages of the AND of the operands, each the OR of its sequences
  Any,          ///< any passages: whether they have a word is looked up where that matters
};

/// One sequence of each operand stands within `reach` words, see near_each_other(), or in one
/// sentence of the body; of one operand, one of its sequences stands. All terms are of one field.
struct Near {
  std::vector<NearOperand> operands;
  std::uint32_t reach = 0;
  bool in_sentence = false;  ///< `reach` counts nothing then
};

/// Exactly the passages where words stand so. Weight 0. To be used as a filter behind other
/// conditions: it looks at every passage that it is asked about.
Xapian::Query near_source(std::shared_ptr<const Near> near,
                          NearAskedOf asked_of = NearAskedOf::HasTheWords);

/// The same without a search: for each of these passages (ascending docids) how many of the
/// `nears`, from the first, hold one after the other. All are of one field; each passage is read
/// once. Xapian's errors pass.
std::vector<std::size_t> nears_that_hold(std::span<const std::shared_ptr<const Near>> nears,
                                         const Xapian::Database& database,
                                         std::span<const Xapian::docid> passages);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_NEAR_SOURCE_HPP
