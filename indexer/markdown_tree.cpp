// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>

#include <array>
#include <mutex>
#include <new>

namespace idsearch::indexer {

namespace {

// The registry is global and not locked; what stands in it is only read.
const std::array<cmark_syntax_extension*, 3>& extensions() {
  static const std::array<cmark_syntax_extension*, 3> kExtensions = [] {
    cmark_gfm_core_extensions_ensure_registered();
    return std::array<cmark_syntax_extension*, 3>{cmark_find_syntax_extension("table"),
                                                  cmark_find_syntax_extension("strikethrough"),
                                                  cmark_find_syntax_extension("tasklist")};
  }();
  return kExtensions;
}

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

}  // namespace

MarkdownTree parse_markdown(std::string_view text) {
  const auto& attached = extensions();
  // "~5~" is no deletion, "~~5~~" is.
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
  for (cmark_syntax_extension* extension : attached) {
    cmark_parser_attach_syntax_extension(parser.get(), extension);
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  // Inlines are read in `finish`, with tables of special characters that all parsers share: an
  // extension puts "~" into them and takes it out again behind each document.
  static std::mutex shared_tables;
  const std::lock_guard<std::mutex> lock(shared_tables);
  MarkdownTree tree(cmark_parser_finish(parser.get()));
  if (!tree) throw std::bad_alloc();
  return tree;
}

namespace {

// Block types of extensions follow the ordinary ones; only they are worth a comparison of names.
std::string_view extension_type(cmark_node* node) {
  const auto type = static_cast<unsigned>(cmark_node_get_type(node));
  const bool ordinary = type <= static_cast<unsigned>(CMARK_NODE_FOOTNOTE_DEFINITION);
  return ordinary ? std::string_view() : std::string_view(cmark_node_get_type_string(node));
}

}  // namespace

bool is_table(cmark_node* node) { return extension_type(node) == "table"; }

bool is_table_header(cmark_node* node) { return extension_type(node) == "table_header"; }

bool is_table_row(cmark_node* node) {
  return is_table_header(node) || extension_type(node) == "table_row";
}

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : std::string_view(literal);
}

}  // namespace idsearch::indexer
