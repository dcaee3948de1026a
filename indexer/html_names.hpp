// SPDX-License-Identifier: GPL-2.0-or-later
// Which elements and attributes of HTML matter to a reader of profiles, and how does each behave?
#ifndef IDSEARCH_INDEXER_HTML_NAMES_HPP
#define IDSEARCH_INDEXER_HTML_NAMES_HPP

#include <cstdint>
#include <string_view>

namespace idsearch::indexer {

/// Elements that some rule asks for. All others are OtherBlock or Inline.
enum class HtmlName : std::uint8_t {
  Text,    ///< no element: a run of characters
  Inline,  ///< an element inside lines that no rule asks for, unknown ones included
  OtherBlock,
  A,
  Article,
  Aside,
  Blockquote,
  Body,
  Br,
  Button,
  Caption,
  Cite,
  Code,  ///< also kbd, samp, tt
  Dd,
  Del,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Figure,
  Footer,
  Footnote,  ///< of Distill, a note where its mark stands
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Header,
  Hr,
  Html,
  Ins,
  Label,
  Li,
  Main,
  Math,
  Mfrac,
  Msup,
  Nav,
  Ol,
  P,
  Section,
  Small,
  Span,
  Summary,
  Sup,
  Table,
  Tbody,
  Td,
  Tfoot,
  Th,
  Thead,
  Title,
  Tr,
  Ul,
  Unseen,  ///< never shown as text: object, canvas, video, …
};

/// What the guard before the parser does with an element.
enum class HtmlTreatment : std::uint8_t {
  Inline,  ///< handed on as a plain element inside lines: also all formatting (b, font, …), which
           ///< the parser would copy from paragraph to paragraph without bounds
  Block,   ///< handed on under its own name
  Div,     ///< a block handed on as <div>
  Table,   ///< table, caption, tbody, thead, tfoot, tr, td, th
  Root,    ///< html, body: the first start tag is handed on, no end tag
  Void,    ///< br, hr
  Title,   ///< characters up to its end tag
  Raw,     ///< left out with everything up to its end tag: script, style, …
  Island,  ///< left out up to its end tag or to HTML that cannot stand in it: svg, select, …
  Drop,    ///< the tag is left out: img, input, head, …
};

struct HtmlElement {
  std::string_view tag;  ///< lower case
  HtmlName name = HtmlName::Inline;
  HtmlTreatment treatment = HtmlTreatment::Inline;
};

/// The element with this name, in any case of letters.
const HtmlElement& html_element(std::string_view tag);

enum class HtmlAttribute : std::uint8_t {
  AriaControls,
  AriaHidden,
  AriaLabelledby,
  AriaLevel,
  Class,
  Colspan,
  DataBsTarget,
  DataTab,
  DataTarget,
  EpubType,
  Hidden,
  Href,
  Id,
  Lang,
  Name,
  Reversed,
  Role,
  Start,
  Style,
  Value,
  XmlLang,
  None,
};
inline constexpr std::size_t kHtmlAttributes = static_cast<std::size_t>(HtmlAttribute::None);

/// None for attributes that nobody asks for. Any case of letters.
HtmlAttribute html_attribute(std::string_view name);
/// "aria-hidden"
std::string_view name_of(HtmlAttribute attribute);

inline bool is_html_heading(HtmlName name) { return name >= HtmlName::H1 && name <= HtmlName::H6; }

/// Elements that begin and end lines.
bool is_html_block(HtmlName name);

}  // namespace idsearch::indexer

#endif  // IDSEARCH_INDEXER_HTML_NAMES_HPP
