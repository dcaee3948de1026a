// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/compile_compounds.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "query/compile_words.hpp"
#include "query/search_any.hpp"

namespace idsearch::query {
namespace {

/// Seen without the analyser: most words are.
bool is_one_word(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

class Parter {
 public:
  Parter(const Xapian::Database& database, const QueryWords& words, const CompileOptions& options)
      : database_(database),
        words_(words),
        options_(options),
        compiler_(database, words, options.exact, options.memo) {}

  std::vector<QueryNote> run(Node& root) {
    if (root.kind == NodeKind::Words) {
      Node group = parent(NodeKind::Group, root, {root});
      visit(group);
      if (group.children.size() > 1) {
        root = std::move(group);
      } else if (group.children.front().text != root.text) {
        root = Node(std::move(group.children.front()));
      }
    } else {
      visit(root);
    }
    return std::move(notes_);
  }

 private:
  static Node parent(NodeKind kind, const Node& like, std::vector<Node> children) {
    Node node;
    node.kind = kind;
    node.begin = like.begin;
    node.end = like.end;
    node.children = std::move(children);
    return node;
  }

  void visit(Node& node) {
    if (node.kind != NodeKind::Group && node.kind != NodeKind::And && node.kind != NodeKind::Or)
      return;
    std::vector<Node> children;
    for (Node& child : node.children) {
      std::vector<Node> parts;
      if (child.kind == NodeKind::Words) {
        part_first_letter(child);
        parts = node.kind == NodeKind::Group ? parts_of_words(child) : words_of(child);
      } else {
        visit(child);
      }
      if (parts.empty()) {
        children.push_back(std::move(child));
      } else if (node.kind == NodeKind::Group) {
        std::ranges::move(parts, std::back_inserter(children));
      } else {
        children.push_back(parent(NodeKind::And, child, std::move(parts)));
      }
    }
    node.children = std::move(children);
  }

  /// "ekyc" that no passage has is "e-kyc" where that stands, if only within "e-KYC-check".
  void part_first_letter(Node& node) {
    constexpr std::string_view kLetters = "eimuEIMU";  // electronic, internet, mobile, universal
    if (node.text.size() < 3 || kLetters.find(node.text[0]) == kLetters.npos ||
        !is_one_word(node.text)) {
      return;
    }
    const std::vector<WordUnit> typed = words_.units(node.text);
    if (typed.size() != 1 || typed.front().joined || all_known(typed, node)) return;
    const std::string apart = node.text.substr(0, 1) + "-" + node.text.substr(1);
    std::vector<WordUnit> units = words_.units(apart);
    if (units.size() != 1 || !units.front().joined || !all_known(parts_of(units.front()), node) ||
        !stands(units, node)) {
      return;
    }
    tell(node.text, node, "“" + apart + "” is searched for");
    node.text = apart;
  }

  /// In a group each word of a chunk stands for itself; those that no passage has come in parts.
  /// Empty when there is none.
  std::vector<Node> parts_of_words(const Node& node) {
    std::vector<Node> result;
    if (is_one_word(node.text)) return result;
    bool parted = false;
    for (const WordUnit& unit : words_.units(node.text)) {
      std::vector<Node> parts;
      if (unit.joined && all_known(parts_of(unit), node) && !stands({unit}, node))
        parts = nodes_of(parts_of(unit), node);
      if (parts.empty()) {
        result.push_back(node_of(unit, node));
        continue;
      }
      parted = true;
      tell(typed(unit, node), node_of(unit, node), "its parts are searched for");
      std::ranges::move(parts, std::back_inserter(result));
    }
    return parted ? result : std::vector<Node>{};
  }

  /// Beside AND and OR a chunk means its words in this order. Empty when some passage has them so.
  std::vector<Node> words_of(const Node& node) {
    if (is_one_word(node.text)) return {};
    std::vector<WordUnit> units = words_.units(node.text);
    if (units.size() == 1 && units.front().joined) units = parts_of(units.front());
    if (units.size() < 2 || !all_known(units, node) || stands(words_.units(node.text), node))
      return {};
    tell(node.text, node, "its words are searched for");
    return nodes_of(units, node);
  }

  static std::vector<WordUnit> parts_of(const WordUnit& unit) {
    std::vector<WordUnit> parts;
    for (std::size_t i = 0; i < unit.parts.size(); ++i)
      parts.push_back({{unit.parts[i]}, std::nullopt, unit.places[i].first, unit.places[i].second});
    return parts;
  }

  static std::string_view typed(const WordUnit& unit, const Node& node) {
    return std::string_view{node.text}.substr(unit.start, unit.end - unit.start);
  }

  static Node node_of(const WordUnit& unit, const Node& node) {
    Node result = node;
    result.text = typed(unit, node);
    if (node.end - node.begin == node.text.size()) {
      result.begin = node.begin + unit.start;
      result.end = node.begin + unit.end;
    }
    return result;
  }

  static std::vector<Node> nodes_of(const std::vector<WordUnit>& units, const Node& node) {
    std::vector<Node> nodes;
    for (const WordUnit& unit : units) nodes.push_back(node_of(unit, node));
    return nodes;
  }

  std::vector<TextField> fields(const Node& node) const {
    return text_fields(options_.in, node.field);
  }

  bool all_known(const std::vector<WordUnit>& units, const Node& node) {
    return std::ranges::all_of(units, [&](const WordUnit& unit) {
      return !compiler_.unit(unit, fields(node), WordCompiler::Use::Condition).empty();
    });
  }

  bool stands(const std::vector<WordUnit>& units, const Node& node) {
    return finds_any(units.size() == 1
                         ? compiler_.unit(units.front(), fields(node), WordCompiler::Use::Condition)
                         : compiler_.phrase(units, fields(node)),
                     database_);
  }

  void tell(std::string_view what, const Node& place, const std::string& instead) {
    notes_.push_back({"“" + std::string{what} + "” stands nowhere as it is written; " + instead,
                      place.begin, place.end - place.begin});
  }

  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  WordCompiler compiler_;
  std::vector<QueryNote> notes_;
};

}  // namespace

std::vector<QueryNote> part_compounds(Node& root, const Xapian::Database& database,
                                      const QueryWords& words, const CompileOptions& options) {
  if (options.exact) return {};
  return Parter(database, words, options).run(root);
}

}  // namespace idsearch::query
