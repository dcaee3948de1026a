// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as an HTML page end in a profile that keeps its promises, and the guard's count of open
// elements is that of the tree.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "idsearch/profile.hpp"
#include "indexer/assemble.hpp"
#include "indexer/html_guard.hpp"
#include "indexer/html_tree.hpp"
#include "indexer/profile_json.hpp"
#include "indexer/read_html.hpp"
#include "text/unicode.hpp"

namespace {

using idsearch::Profile;
namespace indexer = idsearch::indexer;
namespace text = idsearch::text;

void require(bool holds) {
  if (!holds) std::abort();
}

void check_raw(const indexer::RawProfile& raw) {
  for (const auto& block : raw.blocks) {
    require(text::is_valid_utf8(block.text));
    require(block.text.find_first_of("\r\n\t") == std::string::npos);
    if (!block.marks) continue;
    std::size_t last = 0;
    for (const auto& mark : *block.marks) {
      require(mark.at >= last && mark.at <= block.text.size());
      require(text::char_floor(block.text, mark.at) == mark.at);
      last = mark.at;
    }
  }
  for (const auto& note : raw.notes) {
    require(text::is_valid_utf8(note.text) && text::trim(note.text) == note.text);
    require(!note.label.empty());
  }
}

void check_profile(const Profile& profile) {
  std::unordered_set<std::string> ids;
  for (const auto& passage : profile.passages) {
    require(passage.section < profile.sections.size());
    require(ids.insert(passage.id).second);
    require(!passage.text.empty() && text::trim(passage.text) == passage.text);
    for (const auto& mark : passage.marks) require(mark.at <= passage.text.size());
  }
  // Writing JSON takes more time than all the rest, and has little to do with the bytes read.
  if (profile.passages.size() % 16 == 1)
    require(text::is_valid_utf8(indexer::profile_json(profile)));
}

// Depth of the tree that libgumbo made of what the guard handed on.
void check_guard(std::string_view bytes) {
  std::string utf8 = text::repair_utf8(bytes).text;
  std::erase(utf8, '\0');  // the tree is made without them
  const auto guarded = indexer::guard_html(utf8);
  require(guarded.deepest <= indexer::kMostOpenElements + 1);
  if (!guarded.refusal.empty()) return;
  const auto tree = indexer::parse_html(utf8);
  std::vector<std::size_t> depth(tree.nodes.size());
  constexpr std::size_t kRoots = 2;  // <html>, and <body> or <head>
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
    depth[i] = depth[tree.nodes[i].parent] + 1;
    require(tree.nodes[i].end > i && tree.nodes[i].end <= tree.nodes[tree.nodes[i].parent].end);
    require(depth[i] <= guarded.deepest + kRoots + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const indexer::RawProfile raw = indexer::read_html(bytes);
  check_raw(raw);
  check_profile(indexer::assemble("fuzz.html", "html", raw, idsearch::ParseOptions{}));
  require(indexer::refuse_html(bytes).empty() ||
          (!raw.diagnostics.empty() && raw.blocks.empty() && raw.notes.empty()));
  check_guard(bytes);
  return 0;
}
