// SPDX-License-Identifier: GPL-2.0-or-later
// Where do the tags of an HTML page begin and end? A scan over bytes by the rules of the HTML
// tokenizer; every byte is looked at once.
#ifndef IDSEARCH_INDEXER_HTML_TAGS_HPP
#define IDSEARCH_INDEXER_HTML_TAGS_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace idsearch::indexer {

/// HTML's white space, which has no vertical tab.
constexpr bool is_html_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// What begins with a "<".
struct HtmlMarkup {
  enum class Kind {
    Text,   ///< the "<" is a character; also that of "<https://…>", which no browser would show
    Start,  ///< <p class="x">
    End,    ///< </p>
    Other,  ///< comment, doctype, processing instruction: nothing that is shown
  };
  Kind kind = Kind::Text;
  std::string_view name;        ///< of the element, as written
  std::string_view attributes;  ///< what stands between the name and ">"
  bool self_closing = false;    ///< "<br/>"
  std::size_t end = 0;          ///< behind it
};

/// The markup at `html[at]`, which must be "<". A tag or comment without end reaches to the end of
/// the file and is Other.
HtmlMarkup read_markup(std::string_view html, std::size_t at);

struct HtmlAttributeText {
  std::string_view name;   ///< as written
  std::string_view value;  ///< without quotes, entities not decoded
};

/// Takes the first attribute from `attributes`; nullopt when there is none left.
std::optional<HtmlAttributeText> take_attribute(std::string_view& attributes);

/// Where the end tag "</name" begins that ends the raw text at `from` (of <script>, <title>, …);
/// npos when there is none.
std::size_t find_raw_end(std::string_view html, std::size_t from, std::string_view name);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_TAGS_HPP
