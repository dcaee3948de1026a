// SPDX-License-Identifier: GPL-2.0-or-later
// To which full citations does each note lead? The graph behind resolve_notes: notes and citations
// are numbers here, texts stay where they are.
#ifndef IDSEARCH_INDEXER_NOTE_LINKS_HPP
#define IDSEARCH_INDEXER_NOTE_LINKS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "idsearch/citation.hpp"
#include "idsearch/diagnostic.hpp"
#include "indexer/citation_parts.hpp"
#include "indexer/note_choice.hpp"
#include "indexer/note_circles.hpp"
#include "indexer/note_trails.hpp"

namespace idsearch::indexer {

/// Something wrong in a note, for the diagnostics.
struct LinkTrouble {
  std::uint32_t note = 0;
  DiagnosticKind kind = DiagnosticKind::BadNReference;
  DiagnosticReason reason = DiagnosticReason::None;
  const Step* step = nullptr;  ///< the ibid or "(n x)"; in the parts of the note
  std::string target;          ///< label of the note that it points to; empty if there is none
  bool target_exists = false;  ///< there is such a note
  bool too_many = false;       ///< sources were left out, see NoteLinks
};

/// Resolves all notes. Terminates on any input without deep recursion.
///
/// Limits, so that no list can grow without bounds (each is said in the result):
///  - What notes take over from others is at most 100,000 links a list, though always 16 a note
///    (a list of 1,000 notes: 100 each); what is left out is an unresolved link and a trouble.
///  - References in circles are followed 1,000,000 steps a list; then one that would go on within
///    its circle counts as a cycle, its trail ending in "…".
///  - Trails: see `trail`.
class NoteLinks {
 public:
  /// `notes` in their order. "(n 5)" means the note labelled "5" when `by_label`, else the fifth
  /// that is counted.
  /// `notes` must outlive the object.
  NoteLinks(const std::vector<LinkedNote>& notes, bool by_label);

  /// In the order of the note's parts; never empty.
  const std::vector<Link>& links(std::size_t note) const { return results_[note].links; }
  const std::vector<LinkTrouble>& troubles() const { return troubles_; }

  /// Labels from the citing note to the source. A trail of more than `longest_trail()` labels is
  /// given as its first and last labels, half of that many each, with "…" between.
  std::vector<std::string> trail(std::uint32_t id) const;

  /// 1,000, more than a list has numbers of three digits; less (but 16) where all trails together
  /// would have more than 4,000,000 labels.
  std::size_t longest_trail() const { return longest_trail_; }

 private:
  // What a note, or a part, leads to.
  struct Result {
    explicit Result(std::vector<Link> all = {});
    std::vector<Link> links;
    std::vector<Link> resolved;  // of `links`
    Link worst;                  // of `links`; unset when there is none
  };
  struct Frame;

  void follow(std::uint32_t root);
  void run_ibid(Frame& frame, const Step& step, const Result& taken, std::uint32_t target);
  void run_reference(Frame& frame, const Step& step, const Result& taken, std::uint32_t target);
  void run_returning(Frame& frame, const Step& step, std::uint32_t target, bool given_up);
  bool take(Frame& frame, const Link& link, const Step& step, NoteStatus status, bool same_note);
  void fail(Frame& frame, NoteStatus status, std::uint32_t trail, std::uint32_t closes = kNoLink);
  void report(const Frame& frame, const Step& step, DiagnosticReason reason, std::uint32_t target);

  std::vector<std::uint32_t> targets_of(std::uint32_t note) const;
  std::uint32_t find(const std::string& number) const;
  std::uint32_t gap_label() const { return static_cast<std::uint32_t>(notes_.size()); }
  std::uint32_t extra_label(std::string label);
  const std::string& label(std::uint32_t id) const;

  const std::vector<LinkedNote>& notes_;
  bool by_label_;
  NoteChoice choice_;
  std::unordered_map<std::string, std::uint32_t> by_number_;
  std::vector<std::uint32_t> counted_;
  NoteCircles circles_;
  std::vector<std::uint32_t> depth_;  // place in the path being followed, or kNoLink
  std::vector<Result> results_;
  std::vector<LinkTrouble> troubles_;
  NoteTrails trails_;
  // Labels without a note; their numbers follow those of the notes. The first is "…".
  std::vector<std::string> extra_labels_ = {"…"};
  std::size_t most_links_ = 0;
  std::size_t steps_left_ = 0;
  std::size_t longest_trail_ = 0;
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_NOTE_LINKS_HPP
