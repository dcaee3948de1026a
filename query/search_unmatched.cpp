// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_unmatched.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "query/compile_words.hpp"
#include "query/search_any.hpp"

namespace idsearch::query {
namespace {

/// Names listed in a note; a pasted page in another language would fill the screen.
constexpr std::size_t kMostNamed = 8;

struct Unmatched {
  std::string typed;
  std::size_t begin = 0, end = 0;  ///< bytes of the query; the same when it is not there as such
};

class UnmatchedFinder {
 public:
  UnmatchedFinder(const ParsedQuery& query, const Xapian::Database& database,
                  const QueryWords& words, const CompileOptions& options,
                  const std::vector<std::string>& named)
      : query_(query),
        database_(database),
        words_(words),
        options_(options),
        named_(named),
        compiler_(database, words, options.exact, options.memo),
        others_(!options.filters.empty() || !options.since.empty() || !options.until.empty()) {}

  std::vector<QueryNote> run() {
    visit(query_.root);
    std::vector<QueryNote> notes;
    if (others_) {
      add(notes, options_.in == SearchIn::Notes ? "in no source: " : "in no passage: ", nowhere_);
      add(notes, "in no passage, but in sources (--in all): ", in_sources_);
    }
    return notes;
  }

 private:
  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::Nothing:
        return;
      case NodeKind::Filter:
      case NodeKind::Not:
        others_ = true;
        return;
      case NodeKind::Words:
      case NodeKind::Phrase:
        return leaf(node);
      case NodeKind::Prefix:
        // Its words are in the tree only as one.
        if (compiler_.prefix(node, fields(node), false).empty()) return lacking(node, nullptr);
        others_ = true;
        return;
      default:
        for (const Node& child : node.children) visit(child);
    }
  }

  std::vector<TextField> fields(const Node& node) const {
    return text_fields(options_.in, node.field);
  }

  void leaf(const Node& node) {
    for (const WordUnit& unit : words_.units(node.text)) {
      const std::string_view typed =
          std::string_view{node.text}.substr(unit.start, unit.end - unit.start);
      if (is_in_a_name(typed, named_)) {
        others_ = true;
      } else if (!compiler_.unit(unit, fields(node), WordCompiler::Use::Condition).empty()) {
        others_ = others_ || !is_function_word(unit, node.text);
      } else {
        if (!is_function_word(unit, node.text)) lacking(node, &unit);
      }
    }
  }

  /// A word of the node, or all of it (null).
  void lacking(const Node& node, const WordUnit* unit) {
    const std::size_t from = unit != nullptr ? unit->start : 0;
    const std::size_t to = unit != nullptr ? unit->end : node.text.size();
    Unmatched one{node.text.substr(from, to - from)};
    if (node.kind == NodeKind::Prefix) one.typed += "*";
    if (node.field != nullptr) one.typed.insert(0, std::string{node.field->name} + ":");
    const std::string_view source =
        std::string_view{query_.text}.substr(node.begin, node.end - node.begin);
    if (const std::size_t shift = source.find(node.text); shift != source.npos) {
      one.begin = node.begin + shift + from;
      one.end = node.begin + shift + to;
    }
    const std::vector<TextField> sources = text_fields(SearchIn::Notes, nullptr);
    // Of a word in parts ("who.int") each may stand somewhere: asked whether they stand together.
    const bool elsewhere =
        unit != nullptr && node.field == nullptr && options_.in == SearchIn::Body &&
        finds_any(compiler_.unit(*unit, sources, WordCompiler::Use::Condition), database_);
    std::vector<Unmatched>& list = elsewhere ? in_sources_ : nowhere_;
    if (std::ranges::find(list, one.typed, &Unmatched::typed) == list.end())
      list.push_back(std::move(one));
  }

  static void add(std::vector<QueryNote>& notes, std::string message,
                  const std::vector<Unmatched>& words) {
    if (words.empty()) return;
    for (std::size_t i = 0; i < words.size() && i < kMostNamed; ++i)
      message += (i > 0 ? ", “" : "“") + words[i].typed + "”";
    if (words.size() > kMostNamed)
      message += " and " + std::to_string(words.size() - kMostNamed) + " more";
    QueryNote note{std::move(message), 0, 0};
    if (words.size() == 1) {
      note.column = words.front().begin;
      note.length = words.front().end - words.front().begin;
    }
    notes.push_back(std::move(note));
  }

  const ParsedQuery& query_;
  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  const std::vector<std::string>& named_;
  WordCompiler compiler_;
  bool others_;  ///< something else is asked for that may find passages
  std::vector<Unmatched> nowhere_, in_sources_;
};

}  // namespace

std::vector<QueryNote> notes_of_unmatched(const ParsedQuery& query,
                                          const Xapian::Database& database, const QueryWords& words,
                                          const CompileOptions& options,
                                          const std::vector<std::string>& named) {
  return UnmatchedFinder(query, database, words, options, named).run();
}

bool is_in_a_name(std::string_view typed, const std::vector<std::string>& names) {
  const std::string word = " " + std::string{typed} + " ";
  return std::ranges::any_of(names, [&](const std::string& name) {
    return (" " + name + " ").find(word) != std::string::npos;
  });
}

}  // namespace idsearch::query
