// SPDX-License-Identifier: GPL-2.0-or-later
// What must the Markdown parser not take apart? Footnote marks, inline notes, addresses: they are
// replaced by tokens before parsing and come back behind it, each according to where it ended up.
//
// A token in words is a mark; the same token in code, an address or a tag is the text it stands
// for. So nobody has to know beforehand what is code.
#ifndef IDSEARCH_INDEXER_MARKDOWN_SHIELDS_HPP
#define IDSEARCH_INDEXER_MARKDOWN_SHIELDS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace idsearch::indexer {

/// What stands for characters that may not be shown.
inline constexpr std::string_view kReplacement = "\uFFFD";

struct Shield {
  enum class Kind {
    Mark,         ///< "[^5]"; `value` is the label
    InlineNote,   ///< "^[text]"; `value` is the text
    Raised,       ///< "<sup>3</sup>", a mark if there is a note 3; `value` is the number
    Power,        ///< "10<sup>6</sup>", no mark by the words before it; `value` is the number
    Superscript,  ///< "10^6^", which becomes Raised or Power; `value` is what is raised
    Literal,      ///< shown as `value`, never as markup
    Autolink,     ///< "<https://…>"; `value` is the address
    Row,          ///< a row of a drawn table begins; of its head:
    Head,
    Cell,    ///< between two cells of it
    Break,   ///< another paragraph begins
    Target,  ///< where a link leads, behind its text: `source` is " <https://…>", `value` empty
  };
  Kind kind = Kind::Literal;
  std::string source;  ///< as in the file
  std::string value;
  std::size_t line = 0;  ///< of an InlineNote
};

/// A token's place in a text.
struct ShieldToken {
  std::size_t begin = 0, end = 0;
  std::size_t shield = 0;  ///< index
};

class Shields {
 public:
  /// Finds two control characters that `document` has not; should it have them all, two are
  /// replaced in it by U+FFFD.
  explicit Shields(std::string& document);

  /// The token for a shield: punctuation, as "[^5]" and "<…>" are, so that emphasis around it
  /// begins and ends where it would.
  std::string token(Shield shield);

  /// A token that stands for nothing.
  std::string hidden_token() { return token({Shield::Kind::Literal, "", "", 0}); }

  const Shield& at(std::size_t index) const { return shields_[index]; }

  /// The first token at or behind `from`, in parsed or unparsed text.
  std::optional<ShieldToken> find(std::string_view text, std::size_t from) const;

  /// All tokens replaced by their sources.
  std::string sources(std::string_view text) const;

  /// Literals replaced by what they show; the other tokens stay.
  std::string words(std::string_view text) const;

  /// What a reader of the page sees, marks apart: no token stays. For titles.
  std::string shown_words(std::string_view text) const;

  /// The tokens of its marks, nothing else.
  std::string marks_only(std::string_view text) const;

  /// The text of a note: no token stays. Addresses have their brackets; one that the text shows
  /// already is not repeated. Marks are as in the file.
  std::string note_words(std::string_view text) const;

  /// Stands for "[" while marks are taken out of a text; one byte that no document has.
  char bracket_stand_in() const { return bracket_; }

 private:
  char edge_ = 0;
  char bracket_ = 0;
  std::vector<Shield> shields_;
  std::unordered_map<std::string, std::size_t> known_;  // by kind and source
};

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_MARKDOWN_SHIELDS_HPP
