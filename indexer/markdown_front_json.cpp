// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_front_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

using Json = nlohmann::ordered_json;

// Calls `use(byte, depth, in_string)` for each byte until it is false. The depth is that around
// the byte; a quote belongs to its string.
template <typename Use>
void walk_json(std::string_view json, const Use& use) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size(); ++at) {
    const char c = json[at];
    if (in_string) {
      if (!use(at, depth, true)) return;
      if (c == '\\') {
        ++at;
      } else if (c == '"') {
        in_string = false;
      }
      continue;
    }
    if ((c == '}' || c == ']') && depth > 0) --depth;
    in_string = c == '"';
    if (!use(at, depth, in_string)) return;
    if (c == '{' || c == '[') ++depth;
  }
}

struct KeyLine {
  std::string_view key;  // as written, without its quotes
  std::size_t line = 0;
};

// The keys of the outer object: strings with a colon behind them.
std::vector<KeyLine> key_lines(std::string_view json, std::size_t first_line) {
  std::vector<KeyLine> keys;
  std::size_t line = first_line;
  std::size_t begin = 0;  // of the last string
  std::size_t end = 0;    // behind its last byte but the quote
  bool in_string_before = false;
  walk_json(json, [&](std::size_t at, std::size_t depth, bool in_string) {
    if (json[at] == '\n') ++line;
    if (in_string && !in_string_before) begin = at + 1;
    if (in_string) end = at;
    in_string_before = in_string;
    if (depth == 1 && !in_string && json[at] == ':' && begin <= end) {
      keys.push_back({json.substr(begin, end - begin), line});
    }
    return true;
  });
  return keys;
}

std::string scalar_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number() || value.is_boolean() ? value.dump() : std::string();
}

std::string text_of(const Json& value) {
  if (value.is_array()) {
    std::string out;
    for (const Json& item : value) {
      const std::string text = scalar_text(item);
      if (!out.empty() && !text.empty()) out += ", ";
      out += text;
    }
    return out;
  }
  if (value.is_object()) {
    for (const char* key : {"name", "title"}) {
      const auto found = value.find(key);
      if (found != value.end() && found->is_string()) return found->get<std::string>();
    }
    return {};
  }
  return scalar_text(value);
}

std::size_t line_at(std::string_view text, std::size_t at, std::size_t first_line) {
  const std::string_view before = text.substr(0, at);
  return first_line + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

}  // namespace

std::optional<std::size_t> json_object_end(std::string_view text, std::size_t most) {
  if (!text.starts_with('{')) return std::nullopt;
  std::optional<std::size_t> end;
  walk_json(text.substr(0, most), [&](std::size_t at, std::size_t depth, bool in_string) {
    if (!in_string && depth == 0 && text[at] == '}') end = at + 1;
    return !end.has_value();
  });
  return end;
}

FrontValues read_json(std::string_view json, std::size_t first_line) {
  FrontValues out;
  const bool braces = text::trim(json).starts_with('{');
  const std::string whole = braces ? std::string(json) : "{" + std::string(json) + "}";
  Json table;
  try {
    table = Json::parse(whole);
  } catch (const Json::exception& error) {
    const auto* const fault = dynamic_cast<const Json::parse_error*>(&error);
    const std::size_t at = fault == nullptr ? 0 : std::min(fault->byte, whole.size());
    out.fault = FrontFault{line_at(whole, at == 0 ? 0 : at - 1, first_line), "it is no JSON"};
    return out;
  }
  out.is_table = table.is_object();
  if (!out.is_table) return out;
  const std::vector<KeyLine> lines = key_lines(whole, first_line);
  for (const auto& [key, value] : table.items()) {
    const auto line = std::ranges::find(lines, key, &KeyLine::key);
    out.values.push_back({front_key(key), on_one_line(text_of(value)),
                          line == lines.end() ? first_line : line->line});
  }
  return out;
}

FrontValues read_json_lines(std::string_view json, std::size_t first_line) {
  std::string plain;
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = std::min(json.find('\n', at), json.size());
    std::string_view line = text::trim(json.substr(at, end - at));
    at = end + 1;
    if (line.starts_with('{')) line = text::trim(line.substr(1));
    while (line.ends_with(',') || line.ends_with('}')) {
      line = text::trim(line.substr(0, line.size() - 1));
    }
    if (line.starts_with('"')) line.remove_prefix(1);
    const std::size_t quote = line.find("\":");
    if (quote != std::string_view::npos) {
      plain.append(line, 0, quote).append(line, quote + 1);
    }
    plain += '\n';
  }
  return read_key_lines(plain, first_line, ':');
}

}  // namespace idsearch::indexer
