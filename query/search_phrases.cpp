// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_phrases.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "query/compile_words.hpp"
#include "query/rank.hpp"
#include "query/search_any.hpp"
#include "query/search_count.hpp"

namespace idsearch::query {
namespace {

Node node_like(const Node& leaf, NodeKind kind, std::string_view text) {
  Node node;
  node.kind = kind;
  node.field = leaf.field;
  node.text = text;
  return node;
}

/// The words of a phrase or a chunk, each by itself; the last one of a wildcard stays open.
std::vector<Node> words_of(const Node& leaf, const QueryWords& words, NodeKind kind) {
  std::vector<Node> result;
  const std::string_view text = leaf.text;
  for (const WordUnit& unit : words.units(text)) {
    if (!unit.joined)
      result.push_back(node_like(leaf, kind, text.substr(unit.start, unit.end - unit.start)));
    for (const auto& [start, end] : unit.places)
      result.push_back(node_like(leaf, kind, text.substr(start, end - start)));
  }
  if (leaf.kind == NodeKind::Prefix && !result.empty()) result.back().kind = NodeKind::Prefix;
  return result;
}

class PhraseFinder {
 public:
  PhraseFinder(const ParsedQuery& query, const Xapian::Database& database, const QueryWords& words,
               const CompileOptions& options)
      : query_(query),
        database_(database),
        words_(words),
        options_(options),
        compiler_(database, words, options.exact, options.memo) {}

  std::vector<QueryNote> run(bool found) {
    find_filters(query_.root);
    visit(query_.root, found);
    return std::move(notes_);
  }

 private:
  /// Those that all passages of the answer obey.
  void find_filters(const Node& node) {
    if (is_filter(node)) filters_.push_back(node);
    if (node.kind != NodeKind::And && node.kind != NodeKind::Group) return;
    for (const Node& child : node.children) find_filters(child);
  }

  /// `found`: some passage has what this node asks for.
  void visit(const Node& node, bool found) {
    switch (node.kind) {
      case NodeKind::Phrase:
      case NodeKind::Prefix:
      case NodeKind::Near:
        if (!found) check(node);
        return;
      case NodeKind::And:
        for (const Node& child : node.children) visit(child, found);
        return;
      case NodeKind::Group:
      case NodeKind::Or: {
        const auto ranks = [](const Node& child) {
          return child.kind != NodeKind::Not && !is_filter(child);
        };
        const bool alone = std::ranges::count_if(node.children, ranks) == 1;
        for (const Node& child : node.children) visit(child, found && alone);
        return;
      }
      default:
        return;
    }
  }

  void check(const Node& node) {
    std::vector<Node> apart;
    if (node.kind == NodeKind::Near) {
      apart = node.children;
    } else {
      apart = words_of(node, words_, NodeKind::Words);
    }
    if (apart.size() < 2 || checked_++ >= kMaxCheckedPhrases) return;
    if (!std::ranges::all_of(apart, [&](const Node& one) { return is_known(one); })) return;
    if (finds_any(compiled(node, options_.in), database_)) return;
    tell(node, all_of(std::move(apart)));
  }

  const Node& leaf_of(const Node& node) const {
    return node.children.empty() ? node : leaf_of(node.children.front());
  }

  Xapian::Query compiled(const Node& node, SearchIn in) {
    const std::vector<TextField> fields = text_fields(in, leaf_of(node).field);
    if (node.kind == NodeKind::Near) return compiler_.near(node, fields);
    if (node.kind == NodeKind::Prefix) return compiler_.prefix(node, fields, false);
    return compiler_.phrase(words_.units(node.text), fields);
  }

  /// Whether some passage has it. Operands of NEAR that are phrases or brackets are looked up, too.
  bool is_known(const Node& node) {
    if (!node.children.empty())
      return std::ranges::any_of(node.children, [&](const Node& child) { return is_known(child); });
    if (node.kind != NodeKind::Words) return finds_any(compiled(node, options_.in), database_);
    const std::vector<WordUnit> units = words_.units(node.text);
    return !units.empty() && std::ranges::all_of(units, [&](const WordUnit& unit) {
      return !compiler_
                  .unit(unit, text_fields(options_.in, node.field), WordCompiler::Use::Condition)
                  .empty();
    });
  }

  static std::string near_name(NearScope scope) {
    return scope == NearScope::Sentence ? "/s" : scope == NearScope::Paragraph ? "/p" : "NEAR";
  }

  void tell(const Node& node, Node apart) {
    const bool near = node.kind == NodeKind::Near;
    std::string message = near ? to_text(node) : "“" + node.text;
    if (!near) message += node.kind == NodeKind::Prefix ? "*”" : "”";
    if (!near && node.field != nullptr) message.insert(0, std::string{node.field->name} + ":");
    message += near ? " is met nowhere" : " stands nowhere as a phrase";
    if (node.field == nullptr && leaf_of(node).field == nullptr && options_.in == SearchIn::Body &&
        finds_any(compiled(node, SearchIn::Notes), database_))
      message += " but in sources (--in all)";
    std::vector<Node> all = filters_;
    all.push_back(std::move(apart));
    const FoundPage passages = count_passages(all_of(std::move(all)), database_, words_, options_);
    if (passages.total == 0) {
      const bool filtered = !filters_.empty() || !options_.filters.empty() ||
                            !options_.since.empty() || !options_.until.empty();
      message += filtered ? ", and no passage within the filters has all its words"
                          : ", and no passage has all its words";
    } else {
      const bool one = passages.total == 1;
      message += near ? "; AND in place of " + near_name(node.scope) + " finds "
                      : "; without the quotation marks ";
      message += (passages.total_exact ? "" : "about ") + std::to_string(passages.total) +
                 (one ? " passage" : " passages");
      if (!near) message += one ? " has all its words" : " have all its words";
    }
    notes_.push_back({std::move(message), node.begin, node.end - node.begin});
  }

  const ParsedQuery& query_;
  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  WordCompiler compiler_;
  std::vector<Node> filters_;
  std::size_t checked_ = 0;
  std::vector<QueryNote> notes_;
};

/// True when a phrase was taken apart.
bool take_apart(Node& node, const QueryWords& words) {
  if (node.kind == NodeKind::Phrase) {
    std::vector<Node> apart = words_of(node, words, NodeKind::Phrase);
    if (apart.size() < 2) return false;
    node = all_of(std::move(apart));
    return true;
  }
  bool any = false;
  if (node.kind == NodeKind::Near || node.kind == NodeKind::Not) return any;
  for (Node& child : node.children) any = take_apart(child, words) || any;
  return any;
}

}  // namespace

std::vector<QueryNote> notes_of_phrases(const ParsedQuery& query, const Xapian::Database& database,
                                        const QueryWords& words, const CompileOptions& options,
                                        std::size_t found) {
  return PhraseFinder(query, database, words, options).run(found > 0);
}

bool finds_more_apart(const Node& typed, const Node& other, const Xapian::Database& database,
                      const QueryWords& words, const CompileOptions& options) {
  Node before = typed, after = other;
  if (!take_apart(after, words)) return false;
  take_apart(before, words);
  return count_passages(after, database, words, options).total >
         count_passages(before, database, words, options).total;
}

}  // namespace idsearch::query
