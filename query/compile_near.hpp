// SPDX-License-Identifier: GPL-2.0-or-later
// What Xapian's positional operators cannot do: NEAR with operands that are phrases, and with
// operands that share words (`state NEAR/5 states`), where OP_NEAR 1.4 gives wrong sets.
#ifndef IDSEARCH_QUERY_COMPILE_NEAR_HPP
#define IDSEARCH_QUERY_COMPILE_NEAR_HPP

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace idsearch::query {

/// Terms that may stand at one place; a sequence of places; the sequences that an operand means.
using NearSlot = std::vector<std::string>;
using NearSequence = std::vector<NearSlot>;
using NearOperand = std::vector<NearSequence>;

/// Exactly the passages where one sequence of each operand stands within `reach` words, see
/// near_each_other(). Weight 0. To be used as a filter behind the AND of the operands: it looks at
/// every passage that it is asked about.
Xapian::Query near_source(std::vector<NearOperand> operands, std::uint32_t reach);

/// The same passages and weights as `positional`, a PHRASE or NEAR. Left bare in an OR inside an
/// AND
/// (`"laws of" state*  section:law`), Xapian 1.4.22 at times adds its weight to passages that it
/// does not match; wrapped it never did in 60,000 random queries.
Xapian::Query steady(const Xapian::Query& positional);

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_COMPILE_NEAR_HPP
