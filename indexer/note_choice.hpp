// SPDX-License-Identifier: GPL-2.0-or-later
// Which of the sources of note x does the name in "Yuna (n x)" mean?
#ifndef IDSEARCH_INDEXER_NOTE_CHOICE_HPP
#define IDSEARCH_INDEXER_NOTE_CHOICE_HPP

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "idsearch/citation.hpp"
#include "indexer/citation_parts.hpp"

namespace idsearch::indexer {

inline constexpr std::uint32_t kNoLink = static_cast<std::uint32_t>(-1);

/// A note as the graph sees it. Its number is its place in the order of the list.
struct LinkedNote {
  std::string label;
  std::vector<Part> parts;
  std::uint32_t previous = kNoLink;  ///< the note that an ibid means; or kNoLink
  bool counted = true;               ///< one of those that "(n 5)" counts, when not by label
};

/// One full citation, or the failure to reach one.
struct Link {
  std::uint32_t note = kNoLink;  ///< that holds the citation; kNoLink when unresolved
  std::uint32_t part = 0;
  NoteStatus status = NoteStatus::Resolved;
  const std::string* pinpoint = nullptr;  ///< in the parts of the citing note; or null
  std::uint32_t trail = kNoLink;          ///< see NoteLinks::trail
  std::uint32_t closes = kNoLink;         ///< of Cycle: the note to which it comes back
};

/// Keeps the words of citations that were asked for: they are many, and asked for often.
class NoteChoice {
 public:
  /// `notes` must outlive the object.
  explicit NoteChoice(const std::vector<LinkedNote>& notes) : notes_(notes) {}

  /// Which of `links`, all of them resolved, the reference `step` means: the one in whose source
  /// the name stands; all of them without a name, where none or several have it. Empty when `links`
  /// is. An acronym stands where it is made of initials ("UDHR"), unless a source has the name as
  /// it is written. Sets `mismatch` when there is a name and none has it.
  std::vector<const Link*> choose(const Step& step, const std::vector<Link>& links, bool& mismatch);

 private:
  // The same, with acronyms of the name that are initials of sources when `by_initials`.
  std::vector<const Link*> choose_by(const Step& step, const std::vector<Link>& links,
                                     bool by_initials, bool& mismatch);

  const std::vector<LinkedNote>& notes_;
  std::unordered_map<std::uint64_t, std::vector<std::string>> words_;   // of full citations
  std::unordered_map<std::uint64_t, std::vector<std::string>> titles_;  // words of their titles
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_CHOICE_HPP
