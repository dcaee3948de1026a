// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/html_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/utf8.hpp"

namespace idsearch::indexer {

namespace {

using N = HtmlName;
using T = HtmlTreatment;

// By tag. Formatting elements and everything unknown stand in no row: they are Inline.
constexpr auto kElements = std::to_array<HtmlElement>({
    {"a", N::A, T::Inline},
    {"address", N::OtherBlock, T::Block},
    {"annotation", N::Unseen, T::Inline},
    {"annotation-xml", N::Unseen, T::Island},
    {"applet", N::Unseen, T::Inline},
    {"area", N::Inline, T::Drop},
    {"article", N::Article, T::Block},
    {"aside", N::Aside, T::Block},
    {"audio", N::Unseen, T::Inline},
    {"base", N::Inline, T::Drop},
    {"basefont", N::Inline, T::Drop},
    {"bgsound", N::Inline, T::Drop},
    {"blockquote", N::Blockquote, T::Block},
    {"body", N::Body, T::Root},
    {"br", N::Br, T::Void},
    {"button", N::Button, T::Inline},
    {"canvas", N::Unseen, T::Inline},
    {"caption", N::Caption, T::Table},
    {"center", N::OtherBlock, T::Block},
    {"cite", N::Cite, T::Inline},
    {"code", N::Code, T::Inline},
    {"col", N::Inline, T::Drop},
    {"colgroup", N::Inline, T::Drop},
    {"command", N::Inline, T::Drop},
    {"d-footnote", N::Footnote, T::Inline},
    {"datalist", N::Inline, T::Island},
    {"dd", N::Dd, T::Block},
    {"del", N::Del, T::Inline},
    {"details", N::Details, T::Block},
    {"dialog", N::Dialog, T::Div},
    {"dir", N::Ul, T::Block},
    {"div", N::Div, T::Block},
    {"dl", N::Dl, T::Block},
    {"dt", N::Dt, T::Block},
    {"dt-fn", N::Footnote, T::Inline},
    {"embed", N::Inline, T::Drop},
    {"fieldset", N::OtherBlock, T::Block},
    {"figcaption", N::OtherBlock, T::Block},
    {"figure", N::Figure, T::Block},
    {"footer", N::Footer, T::Block},
    {"form", N::OtherBlock, T::Div},
    {"frame", N::Inline, T::Drop},
    {"frameset", N::Inline, T::Drop},
    {"h1", N::H1, T::Block},
    {"h2", N::H2, T::Block},
    {"h3", N::H3, T::Block},
    {"h4", N::H4, T::Block},
    {"h5", N::H5, T::Block},
    {"h6", N::H6, T::Block},
    {"head", N::Inline, T::Drop},
    {"header", N::Header, T::Block},
    {"hgroup", N::OtherBlock, T::Block},
    {"hr", N::Hr, T::Void},
    {"html", N::Html, T::Root},
    {"iframe", N::Unseen, T::Raw},
    {"image", N::Inline, T::Drop},
    {"img", N::Inline, T::Drop},
    {"input", N::Inline, T::Drop},
    {"ins", N::Ins, T::Inline},
    {"isindex", N::Inline, T::Drop},
    {"kbd", N::Code, T::Inline},
    {"keygen", N::Inline, T::Drop},
    {"label", N::Label, T::Inline},
    {"legend", N::OtherBlock, T::Div},
    {"li", N::Li, T::Block},
    {"link", N::Inline, T::Drop},
    {"listing", N::OtherBlock, T::Div},
    {"main", N::Main, T::Div},
    {"math", N::Math, T::Inline},
    {"menu", N::Ul, T::Block},
    {"meta", N::Inline, T::Drop},
    {"meter", N::Unseen, T::Inline},
    {"mfrac", N::Mfrac, T::Inline},
    {"msup", N::Msup, T::Inline},
    {"nav", N::Nav, T::Block},
    {"noembed", N::Unseen, T::Raw},
    {"noframes", N::Unseen, T::Raw},
    {"noscript", N::Unseen, T::Raw},
    {"object", N::Unseen, T::Inline},
    {"ol", N::Ol, T::Block},
    {"p", N::P, T::Block},
    {"param", N::Inline, T::Drop},
    {"plaintext", N::Inline, T::Drop},
    {"pre", N::OtherBlock, T::Div},
    {"progress", N::Unseen, T::Inline},
    {"samp", N::Code, T::Inline},
    {"script", N::Unseen, T::Raw},
    {"search", N::Unseen, T::Div},
    {"section", N::Section, T::Block},
    {"select", N::Unseen, T::Island},
    {"small", N::Small, T::Inline},
    {"source", N::Inline, T::Drop},
    {"span", N::Span, T::Inline},
    {"style", N::Unseen, T::Raw},
    {"summary", N::Summary, T::Block},
    {"sup", N::Sup, T::Inline},
    {"svg", N::Unseen, T::Island},
    {"table", N::Table, T::Table},
    {"tbody", N::Tbody, T::Table},
    {"td", N::Td, T::Table},
    {"template", N::Unseen, T::Island},
    {"textarea", N::Unseen, T::Raw},
    {"tfoot", N::Tfoot, T::Table},
    {"th", N::Th, T::Table},
    {"thead", N::Thead, T::Table},
    {"title", N::Title, T::Title},
    {"tr", N::Tr, T::Table},
    {"track", N::Inline, T::Drop},
    {"tt", N::Code, T::Inline},
    {"ul", N::Ul, T::Block},
    {"video", N::Unseen, T::Inline},
    {"wbr", N::Inline, T::Drop},
    {"xmp", N::Unseen, T::Raw},
});
static_assert(std::ranges::is_sorted(kElements, {}, &HtmlElement::tag));

constexpr HtmlElement kUnknown{"", N::Inline, T::Inline};
constexpr std::size_t kLongestTag = 14;  // "annotation-xml"

constexpr std::array<std::string_view, kHtmlAttributes> kAttributes{"aria-controls",
                                                                    "aria-hidden",
                                                                    "aria-labelledby",
                                                                    "aria-level",
                                                                    "class",
                                                                    "colspan",
                                                                    "data-bs-target",
                                                                    "data-tab",
                                                                    "data-target",
                                                                    "epub:type",
                                                                    "hidden",
                                                                    "href",
                                                                    "id",
                                                                    "lang",
                                                                    "name",
                                                                    "reversed",
                                                                    "role",
                                                                    "start",
                                                                    "style",
                                                                    "value",
                                                                    "xml:lang"};
static_assert(std::ranges::is_sorted(kAttributes));
constexpr std::size_t kLongestAttribute = 15;  // "aria-labelledby"

// Into `out`, which must be large enough.
std::string_view lowered_into(std::string_view name, char* out) {
  std::ranges::transform(name, out, text::ascii_lower);
  return {out, name.size()};
}

}  // namespace

const HtmlElement& html_element(std::string_view tag) {
  if (tag.size() > kLongestTag) return kUnknown;
  char buffer[kLongestTag];
  const std::string_view lower = lowered_into(tag, buffer);
  const auto* const found = std::ranges::lower_bound(kElements, lower, {}, &HtmlElement::tag);
  return found != kElements.end() && found->tag == lower ? *found : kUnknown;
}

HtmlAttribute html_attribute(std::string_view name) {
  if (name.size() > kLongestAttribute) return HtmlAttribute::None;
  char buffer[kLongestAttribute];
  const std::string_view lower = lowered_into(name, buffer);
  const auto* const found = std::ranges::lower_bound(kAttributes, lower);
  if (found == kAttributes.end() || *found != lower) return HtmlAttribute::None;
  return static_cast<HtmlAttribute>(found - kAttributes.begin());
}

std::string_view name_of(HtmlAttribute attribute) {
  return kAttributes[static_cast<std::size_t>(attribute)];
}

bool is_html_block(HtmlName name) {
  switch (name) {
    case N::Text:
    case N::Inline:
    case N::A:
    case N::Br:
    case N::Button:
    case N::Cite:
    case N::Code:
    case N::Del:
    case N::Footnote:
    case N::Ins:
    case N::Label:
    case N::Math:
    case N::Mfrac:
    case N::Msup:
    case N::Small:
    case N::Span:
    case N::Sup:
    case N::Title:
    case N::Unseen:
      return false;
    default:
      return true;
  }
}

}  // namespace idsearch::indexer
