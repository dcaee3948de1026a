// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_front_values.hpp"

#include <yaml.h>

#include <toml++/toml.h>
#include <algorithm>
#include <memory>
#include <sstream>
#include <unordered_map>
#include <utility>

#include "text/unicode.hpp"

namespace idsearch::indexer {

std::string front_key(std::string_view key) {
  std::string out;
  for (const char c : text::trim(key)) {
    if (c == '_' || c == '-' || c == ' ') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

std::string on_one_line(std::string_view value) {
  std::string out;
  bool gap = false;
  for (const char c : text::trim(value)) {
    if (c == '\n' || c == '\r' || c == '\t') {
      gap = true;
    } else {
      if (std::exchange(gap, false) && !out.empty() && out.back() != ' ') out += ' ';
      out += c;
    }
  }
  return out;
}

namespace {

bool is_null(std::string_view plain) {
  return plain.empty() || plain == "~" || plain == "null" || plain == "Null" || plain == "NULL";
}

class YamlReader {
 public:
  YamlReader(std::string_view yaml, std::size_t first_line) : first_line_(first_line) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(yaml.data()),
                                 yaml.size());
  }
  YamlReader(const YamlReader&) = delete;
  YamlReader& operator=(const YamlReader&) = delete;
  ~YamlReader() { yaml_parser_delete(&parser_); }

  FrontValues read() {
    while (true) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) {
        out_.fault = FrontFault{first_line_ + parser_.problem_mark.line,
                                parser_.problem == nullptr ? "no YAML" : parser_.problem};
        break;
      }
      const std::unique_ptr<yaml_event_t, void (*)(yaml_event_t*)> owner(&event, yaml_event_delete);
      if (event.type == YAML_STREAM_END_EVENT || event.type == YAML_DOCUMENT_END_EVENT) break;
      take(event);
    }
    finish_value();
    return std::move(out_);
  }

 private:
  static std::string text_of(const unsigned char* bytes) {
    return bytes == nullptr ? std::string() : reinterpret_cast<const char*>(bytes);
  }

  void take(const yaml_event_t& event) {
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        if (depth_ == 0) out_.is_table = event.type == YAML_MAPPING_START_EVENT;
        if (depth_ == 1) in_list_ = event.type == YAML_SEQUENCE_START_EVENT;
        ++depth_;
        expects_inner_key_ = true;
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        if (--depth_ == 1) finish_value();
        break;
      case YAML_SCALAR_EVENT: {
        std::string value = text_of(event.data.scalar.value);
        const bool plain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        if (plain && is_null(value)) value.clear();
        const std::string anchor = text_of(event.data.scalar.anchor);
        if (!anchor.empty()) anchors_[anchor] = value;
        take_text(value, event.start_mark.line);
        break;
      }
      case YAML_ALIAS_EVENT: {
        const auto anchor = anchors_.find(text_of(event.data.alias.anchor));
        take_text(anchor == anchors_.end() ? std::string() : anchor->second, event.start_mark.line);
        break;
      }
      default:
        break;
    }
  }

  void take_text(const std::string& text, std::size_t line) {
    if (depth_ == 0) {
      out_.is_table = text.empty();  // an empty document is an empty table
    } else if (depth_ == 1 && !has_key_) {
      out_.values.push_back({front_key(text), "", first_line_ + line});
      has_key_ = true;
    } else if (depth_ == 1) {
      value_ = text;
      finish_value();
    } else if (depth_ == 2 && in_list_) {
      if (!value_.empty() && !text.empty()) value_ += ", ";
      value_ += text;
    } else if (depth_ == 2 && std::exchange(expects_inner_key_, !expects_inner_key_)) {
      inner_key_ = front_key(text);
    } else if (depth_ == 2 && (inner_key_ == "name" || inner_key_ == "title" ||
                               (inner_key_ == "date" && value_.empty()))) {
      value_ = text;
    }
  }

  void finish_value() {
    if (!std::exchange(has_key_, false)) return;
    out_.values.back().value = on_one_line(std::exchange(value_, {}));
  }

  yaml_parser_t parser_{};
  std::size_t first_line_;
  FrontValues out_;
  std::size_t depth_ = 0;
  bool has_key_ = false;  // the last of `values` waits for its value
  bool in_list_ = false;
  bool expects_inner_key_ = true;
  std::string inner_key_;
  std::string value_;
  std::unordered_map<std::string, std::string> anchors_;
};

std::string toml_text(const toml::node& node) {
  if (const auto* value = node.as_string()) return value->get();
  if (const auto* list = node.as_array()) {
    std::string out;
    for (const toml::node& item : *list) {
      const std::string text = item.is_array() || item.is_table() ? std::string() : toml_text(item);
      if (!out.empty() && !text.empty()) out += ", ";
      out += text;
    }
    return out;
  }
  if (const auto* table = node.as_table()) {
    for (const char* key : {"name", "title"}) {
      const auto* value = table->get_as<std::string>(key);
      if (value != nullptr) return value->get();
    }
    return {};
  }
  std::ostringstream out;
  node.visit([&out](const auto& value) {
    if constexpr (toml::is_value<decltype(value)>) out << value.get();
  });
  return std::move(out).str();
}

}  // namespace

FrontValues read_yaml(std::string_view yaml, std::size_t first_line) {
  return YamlReader(yaml, first_line).read();
}

FrontValues read_toml(std::string_view toml, std::size_t first_line) {
  FrontValues out;
  try {
    const toml::table table = toml::parse(toml);
    for (const auto& [key, value] : table) {
      out.values.push_back({front_key(std::string_view(key)), on_one_line(toml_text(value)),
                            first_line + value.source().begin.line - 1});
    }
  } catch (const toml::parse_error& error) {
    const std::size_t line = std::max<std::size_t>(error.source().begin.line, 1);
    out.fault = FrontFault{first_line + line - 1, std::string(error.description())};
  }
  return out;
}

FrontValues read_key_lines(std::string_view lines, std::size_t first_line, char separator) {
  FrontValues out;
  for (std::size_t at = 0; at < lines.size(); ++first_line) {
    const std::size_t end = std::min(lines.find_first_of("\r\n", at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + (lines.substr(end).starts_with("\r\n") ? 2 : 1);
    const std::size_t sign = line.find(separator);
    const bool letter = !line.empty() && ((line[0] | 0x20) >= 'a' && (line[0] | 0x20) <= 'z');
    if (sign == std::string_view::npos || !letter) continue;
    std::string_view value = text::trim(line.substr(sign + 1));
    const bool quoted = value.size() >= 2 && (value[0] == '"' || value[0] == '\'');
    const std::size_t close = quoted ? value.find(value[0], 1) : std::string_view::npos;
    if (close != std::string_view::npos) {
      value = value.substr(1, close - 1);
    } else if (quoted) {
      value.remove_prefix(1);
    } else if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos) {
      value = text::trim(value.substr(0, comment));
    }
    out.values.push_back({front_key(line.substr(0, sign)), on_one_line(value), first_line});
  }
  return out;
}

}  // namespace idsearch::indexer
