// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/search_conjunctions.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "query/rank.hpp"
#include "query/search_count.hpp"

namespace idsearch::query {
namespace {

/// More operands than a line holds, and each costs a query.
constexpr std::size_t kMostOperands = 8;

class ConjunctionCounter {
 public:
  ConjunctionCounter(const ParsedQuery& query, const Xapian::Database& database,
                     const QueryWords& words, const CompileOptions& options)
      : query_(query), database_(database), words_(words), options_(options) {}

  std::vector<QueryNote> run() {
    find_filters(query_.root);
    visit(query_.root);
    return std::move(notes_);
  }

 private:
  void find_filters(const Node& node) {
    if (is_filter(node)) filters_.push_back(node);
    if (node.kind != NodeKind::And && node.kind != NodeKind::Group) return;
    for (const Node& child : node.children) find_filters(child);
  }

  void visit(const Node& node) {
    switch (node.kind) {
      case NodeKind::And:
        return check(node);
      case NodeKind::Group:
      case NodeKind::Or:
        for (const Node& child : node.children) visit(child);
        return;
      default:
        return;
    }
  }

  FoundPage count(std::vector<Node> nodes) const {
    nodes.insert(nodes.begin(), filters_.begin(), filters_.end());
    // Also of one operand: beside AND a chunk means its words in this order.
    Node all;
    all.kind = NodeKind::And;
    all.children = std::move(nodes);
    return count_passages(all, database_, words_, options_);
  }

  static void add_operands(const Node& node, std::vector<Node>& operands) {
    for (const Node& child : node.children) {
      if (child.kind == NodeKind::And) {
        add_operands(child, operands);
      } else if (child.kind != NodeKind::Not && !is_filter(child)) {
        operands.push_back(child);
      }
    }
  }

  void check(const Node& node) {
    std::vector<Node> operands;
    add_operands(node, operands);
    if (operands.size() < 2 || operands.size() > kMostOperands || checked_++ >= kMaxCheckedPhrases)
      return;
    const bool filtered = !filters_.empty() || !options_.filters.empty() ||
                          !options_.since.empty() || !options_.until.empty();
    std::string message = filtered ? "no passage within the filters has all of these: "
                                   : "no passage has all of these: ";
    for (const Node& operand : operands) {
      const FoundPage found = count({operand});
      if (found.total == 0 && !filtered) return;
      if (&operand != &operands.front()) message += ", ";
      message += shown(operand) + " is in " + (found.total == 0 ? "none" : in_words(found));
    }
    message += what_to_drop(operands);
    notes_.push_back({std::move(message), node.begin, node.end - node.begin});
  }

  /// Of two it is plain to see.
  std::string what_to_drop(const std::vector<Node>& operands) const {
    if (operands.size() < 3) return {};
    FoundPage best;
    std::string left_out;
    for (std::size_t i = 0; i < operands.size(); ++i) {
      std::vector<Node> others = operands;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      FoundPage found = count(std::move(others));
      if (found.total <= best.total) continue;
      best = std::move(found);
      left_out = shown(operands[i]);
    }
    return left_out.empty() ? "" : "; without " + left_out + " " + in_words(best);
  }

  static std::string shown(Node node) {
    std::erase_if(node.children, is_filter);
    if (node.kind == NodeKind::Group && node.children.size() == 1)
      node = Node(std::move(node.children.front()));
    const std::string text = to_text(node);
    return node.kind == NodeKind::Phrase ? text : "“" + text + "”";
  }

  const ParsedQuery& query_;
  const Xapian::Database& database_;
  const QueryWords& words_;
  const CompileOptions& options_;
  std::vector<Node> filters_;
  std::size_t checked_ = 0;
  std::vector<QueryNote> notes_;
};

}  // namespace

std::vector<QueryNote> notes_of_conjunctions(const ParsedQuery& query,
                                             const Xapian::Database& database,
                                             const QueryWords& words,
                                             const CompileOptions& options) {
  return ConjunctionCounter(query, database, words, options).run();
}

}  // namespace idsearch::query
