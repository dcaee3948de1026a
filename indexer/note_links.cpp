// SPDX-License-Identifier: GPL-2.0-or-later
// Follows ibid and "(n x)". Notes that do not stand in a circle are resolved once, those they
// depend on first; a note in a circle is resolved by following its references until they return to
// a note on the way.
#include "indexer/note_links.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace idsearch::indexer {
namespace {

// Bounds on memory and time for lists made to grow ("ibid; ibid" doubles with every note).
// Measured: 40 such notes reach the first bound with 150 MB, 100,000 ibids in a row need 320 MB,
// and 30 notes that all refer to each other use up the steps in less than two seconds. The sample's
// 36 notes have 37 sources.
constexpr std::size_t kMostLinks = 100'000;
constexpr std::size_t kFewestLinksOfANote = 16;
constexpr std::size_t kMostSteps = 1'000'000;
constexpr std::size_t kMostTrailLabels = 4'000'000;
constexpr std::size_t kShortestCut = 16;
constexpr std::size_t kLongestTrail = 1'000;

// "07" is the number 7.
std::string canonical(const std::string& number) {
  const std::size_t first = number.find_first_not_of('0');
  return first == std::string::npos ? number.substr(0, 1) : number.substr(first);
}

DiagnosticReason reason_of(NoteStatus status) {
  switch (status) {
    case NoteStatus::Self:
      return DiagnosticReason::Self;
    case NoteStatus::Cycle:
      return DiagnosticReason::Cycle;
    case NoteStatus::NoAntecedent:
      return DiagnosticReason::AntecedentUnresolved;
    default:
      return DiagnosticReason::Missing;
  }
}

}  // namespace

// One note on the path being followed.
struct NoteLinks::Frame {
  std::uint32_t note = 0;
  std::size_t depth = 0;
  std::size_t part = 0, step = 0;  // next to run
  std::size_t part_start = 0;      // where the links of this part begin,
  std::size_t previous_start = 0;  // and those of the part before
  std::size_t taken = 0;           // links from other notes or parts
  std::vector<Link> links;
};

NoteLinks::Result::Result(std::vector<Link> all) : links(std::move(all)) {
  for (const Link& link : links) {
    if (is_resolved(link.status)) resolved.push_back(link);
    if (link.status > worst.status) worst = link;
  }
}

NoteLinks::NoteLinks(const std::vector<LinkedNote>& notes, bool by_label)
    : notes_(notes),
      by_label_(by_label),
      choice_(notes),
      depth_(notes.size(), kNoLink),
      results_(notes.size()) {
  if (notes.empty()) return;
  most_links_ = std::max(kFewestLinksOfANote, kMostLinks / notes.size());
  steps_left_ = kMostSteps;
  for (std::uint32_t i = 0; i < notes.size(); ++i) {
    by_number_.emplace(canonical(notes[i].label), i);
    if (notes[i].counted) counted_.push_back(i);
  }
  circles_ = find_circles(static_cast<std::uint32_t>(notes.size()),
                          [this](std::uint32_t note) { return targets_of(note); });
  for (const std::uint32_t note : circles_.order) follow(note);
  std::size_t trails = notes.size();
  for (const Result& result : results_) trails += result.links.size();
  longest_trail_ = std::clamp(kMostTrailLabels / trails, kShortestCut, kLongestTrail);
  std::stable_sort(troubles_.begin(), troubles_.end(),
                   [](const LinkTrouble& a, const LinkTrouble& b) { return a.note < b.note; });
}

std::uint32_t NoteLinks::find(const std::string& number) const {
  if (by_label_) {
    const auto found = by_number_.find(number);
    return found == by_number_.end() ? kNoLink : found->second;
  }
  // "(n iv)" is the label of an endnote.
  const bool is_label = !number.empty() && number.find_first_not_of("ivx") == std::string::npos;
  if (const auto found = by_number_.find(number); is_label && found != by_number_.end())
    return found->second;
  std::size_t nth = 0;
  const char* end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, nth);
  if (error != std::errc() || stop != end || nth == 0 || nth > counted_.size()) return kNoLink;
  return counted_[nth - 1];
}

std::vector<std::uint32_t> NoteLinks::targets_of(std::uint32_t note) const {
  std::vector<std::uint32_t> targets;
  const std::vector<Part>& parts = notes_[note].parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    for (const Step& step : parts[i].steps) {
      const std::uint32_t previous = notes_[note].previous;
      if (step.kind == Step::Kind::Ibid && i == 0 && previous != kNoLink) {
        targets.push_back(previous);
      }
      if (step.kind != Step::Kind::Reference) continue;
      const std::uint32_t target = find(step.number);
      if (target != kNoLink && target != note) targets.push_back(target);
    }
  }
  return targets;
}

void NoteLinks::follow(std::uint32_t root) {
  std::vector<Frame> frames;
  const auto enter = [&](std::uint32_t note) {
    depth_[note] = static_cast<std::uint32_t>(frames.size());
    Frame frame;
    frame.note = note;
    frame.depth = frames.size();
    frames.push_back(std::move(frame));
  };
  Result delivered;  // of the note that was entered for the step at hand
  bool has_delivered = false;
  enter(root);
  while (true) {
    Frame& frame = frames.back();
    const std::vector<Part>& parts = notes_[frame.note].parts;
    if (frame.part == parts.size()) {
      depth_[frame.note] = kNoLink;
      delivered = Result(std::move(frame.links));
      has_delivered = true;
      frames.pop_back();
      if (frames.empty()) break;
      continue;
    }
    const Step& step = parts[frame.part].steps[frame.step];
    std::uint32_t target = kNoLink;
    if (step.kind == Step::Kind::Full) {
      frame.links.push_back({frame.note, static_cast<std::uint32_t>(frame.part),
                             NoteStatus::Resolved, nullptr, trails_.add(frame.note), kNoLink});
    } else if (step.kind == Step::Kind::Nothing) {
      fail(frame, NoteStatus::Missing, trails_.add(frame.note));
    } else if (step.kind == Step::Kind::NoNumber) {
      fail(frame, NoteStatus::NoAntecedent, trails_.add(frame.note));
      report(frame, step, DiagnosticReason::AntecedentUnresolved, frame.note);
    } else if (step.kind == Step::Kind::Ibid && frame.part > 0) {
      const auto begin = frame.links.begin();
      const Result previous({begin + static_cast<std::ptrdiff_t>(frame.previous_start),
                             begin + static_cast<std::ptrdiff_t>(frame.part_start)});
      run_ibid(frame, step, previous, frame.note);
    } else if (step.kind == Step::Kind::Ibid && notes_[frame.note].previous == kNoLink) {
      fail(frame, NoteStatus::NoAntecedent, trails_.add(frame.note));
      report(frame, step, DiagnosticReason::NoPreviousNote, kNoLink);
    } else if (step.kind == Step::Kind::Reference && find(step.number) == kNoLink) {
      const std::uint32_t missing = trails_.add(extra_label(step.number));
      fail(frame, NoteStatus::Missing, trails_.add(frame.note, missing));
      report(frame, step, DiagnosticReason::Missing, kNoLink);
    } else if (step.kind == Step::Kind::Reference && find(step.number) == frame.note) {
      fail(frame, NoteStatus::Self, trails_.add(frame.note, trails_.add(frame.note)));
      report(frame, step, DiagnosticReason::Self, frame.note);
    } else {
      target = step.kind == Step::Kind::Ibid ? notes_[frame.note].previous : find(step.number);
      const Result* taken = nullptr;
      if (circles_.circle[target] != circles_.circle[frame.note]) {
        taken = &results_[target];
      } else if (has_delivered) {
        taken = &delivered;
      } else if (depth_[target] == kNoLink && steps_left_ > 0) {
        --steps_left_;
        enter(target);
        continue;
      }
      if (taken == nullptr) {
        run_returning(frame, step, target, depth_[target] == kNoLink);
      } else if (step.kind == Step::Kind::Ibid) {
        run_ibid(frame, step, *taken, target);
      } else {
        run_reference(frame, step, *taken, target);
      }
      has_delivered = false;
    }
    if (++frame.step == parts[frame.part].steps.size()) {
      frame.step = 0;
      ++frame.part;
      frame.previous_start = frame.part_start;
      frame.part_start = frame.links.size();
    }
  }
  results_[root] = std::move(delivered);
}

// An ibid takes what is resolved of `taken`: links of the part before (then `target` is the note
// itself) or of the note before.
void NoteLinks::run_ibid(Frame& frame, const Step& step, const Result& taken,
                         std::uint32_t target) {
  for (const Link& link : taken.resolved) {
    if (!take(frame, link, step, NoteStatus::Resolved, target == frame.note)) return;
  }
  if (taken.resolved.size() == taken.links.size()) return;
  if (taken.resolved.empty()) {
    // On the way round a circle the note where it began must hear of it.
    for (const Link& link : taken.links) {
      if (link.status == NoteStatus::Cycle && link.closes != kNoLink &&
          depth_[link.closes] < frame.depth) {
        const bool same_note = target == frame.note;
        fail(frame, NoteStatus::Cycle, same_note ? link.trail : trails_.add(frame.note, link.trail),
             link.closes);
        return;
      }
    }
  }
  fail(frame, NoteStatus::NoAntecedent, trails_.add(frame.note));
  report(frame, step, DiagnosticReason::AntecedentUnresolved, target);
}

void NoteLinks::run_reference(Frame& frame, const Step& step, const Result& taken,
                              std::uint32_t target) {
  bool mismatch = false;
  const std::vector<const Link*> chosen = choice_.choose(step, taken.resolved, mismatch);
  if (chosen.empty()) {
    fail(frame, taken.worst.status, trails_.add(frame.note, taken.links.front().trail),
         taken.worst.closes);
    report(frame, step, reason_of(taken.worst.status), target);
    return;
  }
  const bool forward = target > frame.note;
  if (forward) report(frame, step, DiagnosticReason::Forward, target);
  if (mismatch) report(frame, step, DiagnosticReason::NameMismatch, target);
  const NoteStatus status = forward    ? NoteStatus::Forward
                            : mismatch ? NoteStatus::NameMismatch
                                       : NoteStatus::Resolved;
  for (const Link* link : chosen) {
    if (!take(frame, *link, step, status, false)) return;
  }
}

// The target is on the path already, or the steps are used up.
void NoteLinks::run_returning(Frame& frame, const Step& step, std::uint32_t target, bool given_up) {
  const std::uint32_t end = given_up ? trails_.add(gap_label()) : kNoTrail;
  const std::uint32_t trail = trails_.add(frame.note, trails_.add(target, end));
  if (step.kind == Step::Kind::Ibid && given_up) {
    fail(frame, NoteStatus::NoAntecedent, trails_.add(frame.note));
    report(frame, step, DiagnosticReason::AntecedentUnresolved, target);
    return;
  }
  fail(frame, NoteStatus::Cycle, trail, given_up ? kNoLink : target);
  if (step.kind == Step::Kind::Reference) report(frame, step, DiagnosticReason::Cycle, target);
}

// False when the note has taken over all it may.
bool NoteLinks::take(Frame& frame, const Link& link, const Step& step, NoteStatus status,
                     bool same_note) {
  if (frame.taken == most_links_) {
    fail(frame, NoteStatus::NoAntecedent, trails_.add(frame.note));
    if (frame.depth == 0) {
      LinkTrouble trouble;
      trouble.note = frame.note;
      const bool ibid = step.kind == Step::Kind::Ibid;
      trouble.kind = ibid ? DiagnosticKind::IbidWithoutAntecedent : DiagnosticKind::BadNReference;
      trouble.reason = ibid ? DiagnosticReason::AntecedentUnresolved : DiagnosticReason::Missing;
      trouble.step = &step;
      trouble.too_many = true;
      troubles_.push_back(std::move(trouble));
    }
    return false;
  }
  ++frame.taken;
  if (frame.depth > 0 && steps_left_ > 0) --steps_left_;
  Link own;
  own.note = link.note;
  own.part = link.part;
  own.status = status;
  own.pinpoint = step.pinpoint ? &*step.pinpoint : nullptr;
  own.trail = same_note ? link.trail : trails_.add(frame.note, link.trail);
  frame.links.push_back(own);
  return true;
}

void NoteLinks::fail(Frame& frame, NoteStatus status, std::uint32_t trail, std::uint32_t closes) {
  Link link;
  link.status = status;
  link.trail = trail;
  link.closes = closes;
  frame.links.push_back(link);
}

// Only the note that is being resolved speaks, not those on the way.
void NoteLinks::report(const Frame& frame, const Step& step, DiagnosticReason reason,
                       std::uint32_t target) {
  if (frame.depth > 0) return;
  LinkTrouble trouble;
  trouble.note = frame.note;
  trouble.kind = step.kind == Step::Kind::Reference ? DiagnosticKind::BadNReference
                                                    : DiagnosticKind::IbidWithoutAntecedent;
  trouble.reason = reason;
  trouble.step = &step;
  trouble.target_exists = target != kNoLink;
  trouble.target = target == kNoLink ? step.number : notes_[target].label;
  troubles_.push_back(std::move(trouble));
}

std::uint32_t NoteLinks::extra_label(std::string label) {
  extra_labels_.push_back(std::move(label));
  return static_cast<std::uint32_t>(notes_.size() + extra_labels_.size() - 1);
}

const std::string& NoteLinks::label(std::uint32_t id) const {
  return id < notes_.size() ? notes_[id].label : extra_labels_[id - notes_.size()];
}

std::vector<std::string> NoteLinks::trail(std::uint32_t id) const {
  std::vector<std::string> labels;
  for (const std::uint32_t number : trails_.labels(id, longest_trail_, gap_label())) {
    labels.push_back(label(number));
  }
  return labels;
}

}  // namespace idsearch::indexer
