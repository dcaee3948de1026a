// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query: the grammar ends in a tree that prints and reads back as itself.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "query/grammar.hpp"
#include "query/rank.hpp"
#include "text/unicode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace idsearch::query;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ParsedQuery parsed = parse_query(bytes);
  for (const GrammarNote& note : parsed.notes) {
    if (note.note.column + note.note.length > parsed.text.size()) std::abort();
    if (!idsearch::text::is_valid_utf8(show_with_caret(parsed.text, note.note))) std::abort();
  }
  const std::string printed = to_text(parsed.root);
  if (!idsearch::text::is_valid_utf8(printed)) std::abort();
  // Printed scopes can grow beyond the limits; and where something between two brackets was left
  // out, "[3 * 4]", what is left can look like a footnote mark.
  if (printed.size() > kMaxQueryBytes || parsed.text.find('[') != std::string::npos) return 0;
  if (!(parse_query(printed).root == parsed.root)) std::abort();
  return 0;
}
