// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_shields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace idsearch::indexer {

namespace {

// Punctuation without a meaning in Markdown.
constexpr char kRim = '$';

void replace_byte(std::string& text, char byte) {
  std::string out;
  for (const char c : text) {
    if (c == byte) {
      out += kReplacement;
    } else {
      out += c;
    }
  }
  text = std::move(out);
}

}  // namespace

Shields::Shields(std::string& document) {
  std::array<bool, 0x20> seen{};
  for (const char c : document) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < seen.size()) seen[byte] = true;
  }
  const auto take = [&seen, &document](char otherwise) {
    for (char c = 1; c < 0x20; ++c) {
      const bool white = c >= '\t' && c <= '\r';
      if (!white && !std::exchange(seen[static_cast<std::size_t>(c)], true)) return c;
    }
    replace_byte(document, otherwise);
    return otherwise;
  };
  edge_ = take(1);
  bracket_ = take(2);
}

std::string Shields::token(Shield shield) {
  std::size_t index = shields_.size();
  if (shield.kind == Shield::Kind::InlineNote) {
    shields_.push_back(std::move(shield));
  } else {
    const std::string key = static_cast<char>('0' + static_cast<int>(shield.kind)) + shield.source;
    const auto [found, is_new] = known_.try_emplace(key, index);
    index = found->second;
    if (is_new) shields_.push_back(std::move(shield));
  }
  std::string out{kRim, edge_};
  out += std::to_string(index);
  out += edge_;
  out += kRim;
  return out;
}

std::optional<ShieldToken> Shields::find(std::string_view text, std::size_t from) const {
  for (std::size_t open = text.find(edge_, from); open != std::string_view::npos;) {
    const std::size_t close = text.find(edge_, open + 1);
    if (close == std::string_view::npos) return std::nullopt;
    ShieldToken token{open - 1, close + 2, 0};
    const auto end = std::from_chars(text.data() + open + 1, text.data() + close, token.shield).ptr;
    const bool whole = open > 0 && token.end <= text.size() && end == text.data() + close;
    if (whole && token.shield < shields_.size()) return token;
    open = close;
  }
  return std::nullopt;
}

std::string Shields::sources(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  while (const auto token = find(text, at)) {
    out.append(text, at, token->begin - at);
    out += shields_[token->shield].source;
    at = token->end;
  }
  return out.append(text, at);
}

std::string Shields::words(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  while (const auto token = find(text, at)) {
    out.append(text, at, token->begin - at);
    const Shield& shield = shields_[token->shield];
    if (shield.kind == Shield::Kind::Literal) {
      out += shield.value;
    } else {
      out.append(text, token->begin, token->end - token->begin);
    }
    at = token->end;
  }
  return out.append(text, at);
}

std::string Shields::shown_words(std::string_view text) const {
  std::string out;
  std::size_t at = 0;
  while (const auto token = find(text, at)) {
    out.append(text, at, token->begin - at);
    const Shield& shield = shields_[token->shield];
    const bool note = shield.kind == Shield::Kind::Mark || shield.kind == Shield::Kind::InlineNote;
    if (!note) out += shield.value;
    at = token->end;
  }
  return out.append(text, at);
}

std::string Shields::marks_only(std::string_view text) const {
  std::string out;
  for (auto token = find(text, 0); token; token = find(text, token->end)) {
    const auto kind = shields_[token->shield].kind;
    if (kind != Shield::Kind::Mark && kind != Shield::Kind::InlineNote) continue;
    out.append(text, token->begin, token->end - token->begin);
  }
  return out;
}

std::string Shields::note_words(std::string_view text) const {
  // A note with more text gets no further addresses: links could make it grow without end.
  constexpr std::size_t kLongestNote = std::size_t{1} << 20;
  std::string out;
  std::size_t at = 0;
  while (const auto token = find(text, at)) {
    out.append(text, at, token->begin - at);
    const Shield& shield = shields_[token->shield];
    if (shield.kind == Shield::Kind::Literal || shield.kind == Shield::Kind::Raised ||
        shield.kind == Shield::Kind::Power) {
      out += shield.value;
    } else if (shield.kind != Shield::Kind::Target) {
      out += shield.source;
    } else if (out.size() < kLongestNote &&
               out.find(std::string_view(shield.source).substr(2, shield.source.size() - 3)) ==
                   std::string::npos) {
      out += shield.source;
    }
    at = token->end;
  }
  return out.append(text, at);
}

}  // namespace idsearch::indexer
