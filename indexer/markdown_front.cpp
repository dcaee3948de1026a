// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/markdown_front.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/diagnostic_list.hpp"
#include "indexer/markdown_front_json.hpp"
#include "indexer/markdown_front_values.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

// Front matters have some hundred bytes; far larger ones are an attack on the parsers, which need
// quadratic time for deep brackets.
constexpr std::size_t kLargest = std::size_t{64} << 10;

struct TextLine {
  std::string_view text;  // without its end and white space behind it
  std::size_t next = 0;   // offset of the next line
};

TextLine line_at(std::string_view text, std::size_t at) {
  const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
  const std::size_t next = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  std::string_view line = text.substr(at, end - at);
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return {line, std::min(next, text.size())};
}

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), key) != names.end();
}

// "title: …" may begin a front matter, "However, …" may not.
bool looks_like_key(std::string_view line, char separator) {
  const std::size_t sign = line.find(separator);
  if (sign == 0 || sign == std::string_view::npos) return false;
  const bool blank = sign + 1 == line.size() || line[sign + 1] == ' ' || separator == '=';
  return blank &&
         std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(sign), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '_' || c == '-' || c == ' ' || c == '"' || c == '\'';
         });
}

// "title:: Kenya", as Logseq writes the properties of a page.
std::string with_one_colon(std::string_view line) {
  std::string out(line);
  const std::size_t colon = out.find(':');
  if (colon != std::string::npos && out.compare(colon, 3, ":: ") == 0) out.erase(colon, 1);
  return out;
}

enum class FrontLanguage { Yaml, Toml, Json };

// What stands on the first line, and how it closes.
struct FrontFence {
  std::string_view open;
  std::string_view close;
  FrontLanguage language;
};

// "---json" is that of Eleventy and others, ";;;" that of Middleman.
constexpr auto kFences = std::to_array<FrontFence>({{"---", "---", FrontLanguage::Yaml},
                                                    {"---yaml", "---", FrontLanguage::Yaml},
                                                    {"---yml", "---", FrontLanguage::Yaml},
                                                    {"---toml", "---", FrontLanguage::Toml},
                                                    {"---json", "---", FrontLanguage::Json},
                                                    {"+++", "+++", FrontLanguage::Toml},
                                                    {";;;", ";;;", FrontLanguage::Json}});

FrontValues read_values(std::string_view inner, FrontLanguage language, std::size_t line) {
  FrontValues values;
  if (inner.size() > kLargest) {
    values.fault = FrontFault{1, "it is larger than 64 KiB"};
    return values;
  }
  switch (language) {
    case FrontLanguage::Toml:
      return read_toml(inner, line);
    case FrontLanguage::Json:
      return read_json(inner, line);
    default:
      return read_yaml(inner, line);
  }
}

FrontValues read_line_by_line(std::string_view inner, FrontLanguage language, std::size_t line) {
  if (language == FrontLanguage::Json) return read_json_lines(inner, line);
  return read_key_lines(inner, line, language == FrontLanguage::Toml ? '=' : ':');
}

// Whether what cannot be read was meant as one.
bool has_keys(std::string_view first_words, FrontLanguage language) {
  if (language != FrontLanguage::Json) {
    return looks_like_key(first_words, language == FrontLanguage::Toml ? '=' : ':');
  }
  if (first_words.starts_with('{')) first_words = text::trim(first_words.substr(1));
  return first_words.starts_with('"') && first_words.find("\":") != std::string_view::npos;
}

class FrontReader {
 public:
  explicit FrontReader(std::string_view text) : text_(text) {}

  FrontMatter read() {
    const std::string_view first = line_at(text_, 0).text;
    const auto* const fence = std::ranges::find(kFences, first, &FrontFence::open);
    if (fence != kFences.end()) {
      read_fenced(*fence);
    } else if (first.starts_with('{')) {
      read_bare_json();
    } else if (first.starts_with("% ")) {
      read_pandoc_title();
    } else if (looks_like_key(with_one_colon(first), ':')) {
      read_bare_lines();
    }
    return std::move(out_);
  }

 private:
  void read_fenced(const FrontFence& fence) {
    const std::size_t begin = line_at(text_, 0).next;
    std::size_t line = 2;
    std::optional<std::size_t> end;
    std::string_view first_words;
    for (std::size_t at = begin; at < text_.size(); ++line) {
      const TextLine content = line_at(text_, at);
      const bool closes = content.text == fence.close ||
                          (fence.language == FrontLanguage::Yaml && content.text == "...");
      if (closes) {
        end = at;
        out_.body = content.next;
        break;
      }
      const std::string_view words = text::trim(content.text);
      if (first_words.size() < 2 && !words.starts_with('#')) first_words = content.text;
      at = content.next;
    }
    if (!end) {
      out_.body = 0;
      return;
    }
    out_.body_line = line + 1;
    take(text_.substr(begin, *end - begin), 2, fence.language, first_words);
  }

  // Hugo's JSON: from the first byte on, without any fence.
  void read_bare_json() {
    std::optional<std::size_t> end = json_object_end(text_, kLargest);
    if (!end) end = lone_brace();
    if (!end) return;
    const TextLine rest = line_at(text_, *end);
    if (!rest.text.empty()) return;
    const std::string_view inner = text_.substr(0, *end);
    out_.body = rest.next;
    out_.body_line = 2 + static_cast<std::size_t>(std::ranges::count(inner, '\n'));
    const std::size_t key = inner.find('"');
    take(inner, 1, FrontLanguage::Json,
         key == std::string_view::npos ? inner : line_at(inner, key).text);
  }

  // Behind a line that is nothing but "}": the end of an object whose quotes are not closed.
  std::optional<std::size_t> lone_brace() const {
    for (std::size_t at = 0; at < std::min(text_.size(), kLargest);) {
      const TextLine line = line_at(text_, at);
      if (line.text == "}") return at + 1;
      at = line.next;
    }
    return std::nullopt;
  }

  // `out_.body` and `out_.body_line` are those behind it.
  void take(std::string_view inner, std::size_t first_line, FrontLanguage language,
            std::string_view first_words) {
    FrontValues values = read_values(inner, language, first_line);
    if (!has_keys(first_words, language) && (values.fault || !values.is_table)) {
      out_.body = 0;  // text between two rules
      out_.body_line = 1;
      return;
    }
    if (values.fault) {
      DiagnosticList(out_.diagnostics)
          .add(values.fault->line, DiagnosticKind::BadFrontMatter, {},
               "the front matter cannot be read: " + values.fault->what);
      values = read_line_by_line(inner, language, first_line);
    }
    use(values);
  }

  void read_pandoc_title() {
    std::array<std::string_view, 3> lines;  // title, authors, date
    std::size_t at = 0;
    std::size_t count = 0;
    while (count < lines.size() && line_at(text_, at).text.starts_with('%')) {
      const TextLine line = line_at(text_, at);
      lines[count++] = text::trim(line.text.substr(1));
      at = line.next;
    }
    out_.body = at;
    out_.body_line = count + 1;
    set(out_.title, out_.title_line, {"", std::string(lines[0]), 1});
    if (!lines[2].empty()) set(out_.updated, out_.updated_line, {"", std::string(lines[2]), 3});
  }

  // MultiMarkdown, Logseq: lines of keys up to the first blank one, at least one of them known.
  void read_bare_lines() {
    std::size_t at = 0;
    std::size_t line = 1;
    std::string lines;
    while (at < text_.size()) {
      const TextLine content = line_at(text_, at);
      if (content.text.empty()) break;
      const std::string key = with_one_colon(content.text);
      if (!looks_like_key(key, ':')) return;
      (lines += key) += '\n';
      at = content.next;
      ++line;
    }
    const FrontValues values = read_key_lines(lines, 1, ':');
    const bool known =
        std::any_of(values.values.begin(), values.values.end(), [](const FrontValue& value) {
          return is_one_of(value.key, {"title", "country", "lastupdated", "updated", "date"});
        });
    if (!known || values.values.size() != line - 1) return;
    out_.body = at;
    out_.body_line = line;
    use(values);
  }

  // The first of equal keys counts, as with notes.
  static void set(std::string& field, std::size_t& line, const FrontValue& value) {
    if (!field.empty() || value.value.empty()) return;
    field = value.value;
    line = value.line;
  }

  void use(const FrontValues& values) {
    std::size_t language_line = 0;
    for (const FrontValue& value : values.values) {
      if (value.key == "title") set(out_.title, out_.title_line, value);
      if (value.key == "country") set(out_.country, out_.country_line, value);
      if (value.key == "region") set(out_.region, out_.region_line, value);
      if (is_one_of(value.key, {"language", "lang"})) set(out_.language, language_line, value);
    }
    // "lastmod" is Hugo's, "modified" Pelican's word, "last_modified_at" that of themes of Jekyll.
    for (const std::string_view key :
         {"lastupdated", "lastupdate", "updated", "lastmod", "lastmodifiedat", "lastmodified",
          "modified", "datemodified", "date"}) {
      for (const FrontValue& value : values.values) {
        if (value.key == key) set(out_.updated, out_.updated_line, value);
      }
    }
  }

  std::string_view text_;
  FrontMatter out_;
};

}  // namespace

FrontMatter read_front_matter(std::string_view text) { return FrontReader(text).read(); }

}  // namespace idsearch::indexer
