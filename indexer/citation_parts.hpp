// SPDX-License-Identifier: GPL-2.0-or-later
// The grammar of one note: its parts, and of each part whether it is an ibid, references to other
// notes, or a citation in full.
//
//   read_note("Yuna (n 5); ibid 7; Oliver Hotham, ‘Papers’ (NK News 2017).")
//   // reference to 5 by the name "Yuna" · ibid with pinpoint "7" · full citation
#ifndef IDSEARCH_INDEXER_CITATION_PARTS_HPP
#define IDSEARCH_INDEXER_CITATION_PARTS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace idsearch::indexer {

/// One thing that a part says.
struct Step {
  enum class Kind {
    Full,       ///< the part is (also) a citation in full
    Ibid,       ///< "ibid", "ibid 12"
    Reference,  ///< "Yuna (n 5) 12", "Yuna, supra note 5, 12"
    NoNumber,   ///< "Yuna, op cit 12": an earlier work, but no note is named
    Nothing,    ///< the note has no words
  };
  Kind kind = Kind::Full;
  std::string number;    ///< of a Reference: the digits, without leading zeros ("0" stays)
  std::string name;      ///< of a Reference: what stands before it, as written; may be empty; of
                         ///< NoNumber: the part as far as "op cit"
  bool several = false;  ///< the name is that of several notes, "Yuna and Lee (nn 2, 3)"
  std::optional<std::string> pinpoint;  ///< of Ibid and Reference

  bool operator==(const Step&) const = default;
};

struct Part {
  std::string text;  ///< as written, trimmed
  /// The citation in full of a part that also refers to other notes, "Ann Poe, ‘Title’ (2012)" of
  /// "Yuna (n 5) 7, citing Ann Poe, ‘Title’ (2012)"; else empty, and `text` is it.
  std::string full;
  std::vector<Step> steps;  ///< never empty; nearly always one

  /// The citation in full that it holds, if any.
  const std::string& citation() const { return full.empty() ? text : full; }

  bool operator==(const Part&) const = default;
};

/// What one part says. "(n 5)" may be written "(note 5)", "(fn 5)", and outside brackets "supra n
/// 5", "above note 5", "op cit note 5"; "(nn 2, 4–5)" names several. "Id", "ib" and "idem" are ibid
/// where nothing but a pinpoint follows. References behind words like "citing" and "quoted in", and
/// with "cf" behind "with", have names and pinpoints of their own: "ibid 9 (citing Yuna (n 5) 12)".
/// A part is a citation in full besides its references when something of that shape stands beside
/// them: "Hotham, ‘Papers’ <https://…>, cited in Yuna (n 5)". There is at most one such step.
Part read_part(std::string_view part);

/// split_parts and read_part; never empty. A later part that is nothing but a place ("Yuna (n 5) 7;
/// 12") is an ibid. A note without a letter or digit is one part that says
/// Nothing.
std::vector<Part> read_note(std::string_view note);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_CITATION_PARTS_HPP
