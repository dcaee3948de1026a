// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_finish.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/markdown_tags.hpp"
#include "indexer/note_numbers.hpp"
#include "indexer/raised_numbers.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

std::string small_letters(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

template <typename Use>
void for_each_token(const MarkdownBlock& block, const Shields& shields, const Use& use) {
  const auto walk = [&](std::string_view text) {
    for (auto token = shields.find(text, 0); token; token = shields.find(text, token->end)) {
      use(*token);
    }
  };
  walk(block.text);
  for (const std::string& cell : block.head) walk(cell);
  for (const std::string& cell : block.cells) walk(cell);
}

// Marks as brackets of numbers, so that the rules for white space and groups are those of the text
// dump. The numbers are the labels themselves where these are numbers of three digits, so that
// ranges mean something; otherwise they count the labels.
class MarkCoder {
 public:
  MarkCoder(const MarkdownBlock& block, const MarkdownLabels& labels, const Shields& shields)
      : labels_(labels), shields_(shields) {
    for_each_token(block, shields, [this](const ShieldToken& token) {
      const auto kind = shields_.at(token.shield).kind;
      if (kind != Shield::Kind::Mark && kind != Shield::Kind::InlineNote) return;
      direct_ = direct_ && is_mark_number(labels_.label(token.shield));
    });
  }

  MarkedText take(std::string_view text) {
    MarkedText marked =
        take_marks(joined_lines(coded(text)),
                   [](std::string_view, MarkPlace place) { return place != MarkPlace::Named; });
    std::replace(marked.text.begin(), marked.text.end(), shields_.bracket_stand_in(), '[');
    if (direct_) return marked;
    for (Mark& mark : marked.marks) {
      std::size_t number = 0;
      std::from_chars(mark.note.data(), mark.note.data() + mark.note.size(), number);
      if (number < counted_.size()) mark.note = counted_[number];
    }
    return marked;
  }

 private:
  // A paragraph with more different names keeps the rest as text.
  static constexpr std::size_t kMostNames = 1000;

  std::string coded(std::string_view text) {
    std::string out;
    const auto add = [this, &out](std::string_view words) {
      const std::size_t from = out.size();
      out += words;
      std::replace(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), '[',
                   shields_.bracket_stand_in());
    };
    std::size_t at = 0;
    for (auto token = shields_.find(text, 0); token; token = shields_.find(text, at)) {
      add(text.substr(at, token->begin - at));
      at = token->end;
      const Shield& shield = shields_.at(token->shield);
      if (shield.kind != Shield::Kind::Mark && shield.kind != Shield::Kind::InlineNote) {
        add(shield.value);
      } else if (const std::string number = number_of(labels_.label(token->shield));
                 number.empty()) {
        add(shield.source);
      } else {
        out += '[' + number + ']';
      }
    }
    add(text.substr(at));
    show_wrappers(out);
    return out;
  }

  // "[[^5]]", "[ [^5], [^6] ]": the rules for marks ask for the outer bracket.
  void show_wrappers(std::string& coded) const {
    const char hidden = shields_.bracket_stand_in();
    for (std::size_t at = coded.find(hidden); at != std::string::npos;
         at = coded.find(hidden, at + 1)) {
      const std::size_t next = coded.find_first_not_of(' ', at + 1);
      if (next != std::string::npos && coded[next] == '[') coded[at] = '[';
    }
  }

  std::string number_of(const std::string& label) {
    if (direct_) return label;
    const auto [found, is_new] = numbers_.try_emplace(label, counted_.size());
    if (found->second >= kMostNames) return {};
    if (is_new) counted_.push_back(label);
    return std::to_string(found->second);
  }

  const MarkdownLabels& labels_;
  const Shields& shields_;
  bool direct_ = true;
  std::vector<std::string> counted_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

}  // namespace

std::string MarkdownLabels::canonical(std::string_view label) {
  if (is_note_number(label)) {
    label.remove_prefix(std::min(label.find_first_not_of('0'), label.size() - 1));
  }
  return std::string(label);
}

MarkdownLabels::MarkdownLabels(const std::vector<MarkdownDefinition>& definitions,
                               const std::vector<MarkdownBlock>& blocks, const Shields& shields)
    : shields_(shields) {
  std::size_t highest = 0;
  for (const MarkdownDefinition& definition : definitions) {
    const std::string label = canonical(definition.label);
    numbers_ = numbers_ && is_note_number(label);
    by_small_letters_.emplace(small_letters(label), label);
    std::size_t number = 0;
    std::from_chars(label.data(), label.data() + label.size(), number);
    highest = std::max(highest, number);
    defined_.insert(label);
  }
  std::string before;
  for (const MarkdownBlock& block : blocks) {
    for_each_token(block, shields, [this, highest, &before](const ShieldToken& token) {
      if (shields_.at(token.shield).kind == Shield::Kind::Mark) {
        std::string marked = this->label(token.shield);
        if (defined_.contains(marked)) before = std::move(marked);
      }
      if (shields_.at(token.shield).kind != Shield::Kind::InlineNote) return;
      const std::string number =
          std::to_string((numbers_ ? highest : 0) + inline_labels_.size() + 1);
      const std::string label = numbers_ ? number : "inline-" + number;
      if (!inline_labels_.emplace(token.shield, label).second) return;
      inline_.push_back(token.shield);
      cited_before_.emplace(token.shield, before);
      before = label;
    });
  }
}

std::optional<std::string> MarkdownLabels::cited_before(std::size_t shield) const {
  if (defined_.empty()) return std::nullopt;
  return cited_before_.at(shield);
}

std::string MarkdownLabels::label(std::size_t shield) const {
  const auto inline_label = inline_labels_.find(shield);
  if (inline_label != inline_labels_.end()) return inline_label->second;
  std::string label = canonical(shields_.at(shield).value);
  if (defined_.contains(label)) return label;
  const auto found = by_small_letters_.find(small_letters(label));
  return found == by_small_letters_.end() ? label : found->second;
}

RawBlock with_marks(const MarkdownBlock& block, const MarkdownLabels& labels,
                    const Shields& shields) {
  RawBlock out;
  out.kind = block.kind;
  out.level = block.level;
  out.line = block.line;
  MarkCoder coder(block, labels, shields);
  MarkedText marked;
  if (block.kind != RawBlock::Kind::Row) {
    marked = coder.take(block.text);
  } else {
    for (std::size_t i = 0; i < block.cells.size(); ++i) {
      if (i > 0) marked.text += " | ";
      MarkedText cell = coder.take(block.cells[i]);
      for (const std::string& above : head_above(block, i)) {
        for (const Mark& mark : coder.take(above).marks) {
          cell.marks.push_back({mark.note, cell.text.size()});
        }
      }
      for (const Mark& mark : cell.marks) {
        marked.marks.push_back({mark.note, marked.text.size() + mark.at});
      }
      marked.text += cell.text;
    }
    const std::string_view trimmed = text::trim(marked.text);
    const std::size_t lead =
        trimmed.empty() ? 0 : static_cast<std::size_t>(trimmed.data() - marked.text.data());
    for (Mark& mark : marked.marks) {
      mark.at = std::min(mark.at > lead ? mark.at - lead : 0, trimmed.size());
    }
    marked.text = std::string(trimmed);
  }
  out.text = std::move(marked.text);
  out.marks = std::move(marked.marks);
  return out;
}

std::span<const std::string> head_above(const MarkdownBlock& row, std::size_t cell) {
  const std::size_t begin = std::min(cell, row.head.size());
  const bool last = cell + 1 >= row.cells.size();
  return std::span(row.head).subspan(begin,
                                     last ? row.head.size() - begin : begin < row.head.size());
}

std::string with_brackets(std::string_view text, const Shields& shields,
                          const std::unordered_set<std::string>& marks) {
  std::string out;
  std::size_t at = 0;
  for (auto token = shields.find(text, 0); token; token = shields.find(text, at)) {
    out.append(text, at, token->begin - at);
    at = token->end;
    const Shield& shield = shields.at(token->shield);
    const bool is_mark = shield.kind == Shield::Kind::Mark && is_mark_number(shield.value);
    const bool is_raised = shield.kind == Shield::Kind::Raised && marks.contains(shield.value);
    if (is_mark || is_raised) {
      out += '[' + shield.value + ']';
    } else {
      out += shield.kind == Shield::Kind::Mark ? shield.source : shield.value;
    }
  }
  return out.append(text, at);
}

void remark_raised(const MarkdownBlock& block, const Shields& shields,
                   const std::unordered_set<std::string>& given, bool cites, DiagnosticList& out) {
  const auto walk = [&](std::string_view text) {
    std::string before;
    std::size_t at = 0;
    for (auto token = shields.find(text, 0); token; token = shields.find(text, at)) {
      before.append(text, at, token->begin - at);
      at = token->end;
      const Shield& shield = shields.at(token->shield);
      const bool raised = shield.kind == Shield::Kind::Raised;
      const bool is_given = given.contains(shield.value);
      if ((raised || shield.kind == Shield::Kind::Power) && !before.empty()) {
        const bool taken = raised && cites && is_given;
        std::string message = raised_number_message(before, shield.value, taken, is_given);
        if (!message.empty()) {
          out.add(block.line, DiagnosticKind::RaisedNumber, shield.value, std::move(message));
        }
      }
      const bool note =
          shield.kind == Shield::Kind::Mark || shield.kind == Shield::Kind::InlineNote;
      if (!note) before += shield.value;
    }
  };
  walk(block.text);
  for (const std::string& cell : block.cells) walk(cell);
}

bool has_token(const MarkdownBlock& block, Shield::Kind kind, const Shields& shields) {
  bool found = false;
  for_each_token(block, shields, [&](const ShieldToken& token) {
    found = found || shields.at(token.shield).kind == kind;
  });
  return found;
}

}  // namespace idsearch::indexer
