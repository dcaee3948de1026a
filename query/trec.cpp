// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/trec.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <limits>

#include "idsearch/error.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

/// Fields are separated by blanks, so an id must not hold any.
std::string one_field(std::string_view id) {
  std::string field = text::escape_controls(id);
  for (char& c : field) {
    if (c == ' ' || c == '\n') c = '_';
  }
  return field.empty() ? "_" : field;
}

/// The shortest digits that read back as this float; distinct floats keep their order.
std::string digits_of(float score) {
  std::array<char, 128> digits;
  const auto [end, fault] =
      std::to_chars(digits.data(), digits.data() + digits.size(), score, std::chars_format::fixed);
  return fault == std::errc{} ? std::string(digits.data(), end) : std::string("0");
}

}  // namespace

std::vector<TestQuery> parse_test_queries(std::string_view bytes, std::string_view file) {
  std::vector<TestQuery> queries;
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  std::size_t number = 0;
  while (!bytes.empty()) {
    ++number;
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (text::trim(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    const std::string_view id = text::trim(line.substr(0, tab));
    if (tab == std::string_view::npos || id.empty()) {
      throw Error(ErrorCode::Usage,
                  std::string(file) + ":" + std::to_string(number) +
                      (tab == std::string_view::npos ? ": there is no TAB" : ": there is no id"),
                  "each line is: query id, TAB, query");
    }
    queries.push_back({std::string(id), std::string(line.substr(tab + 1))});
  }
  return queries;
}

std::vector<TestQuery> read_test_queries(const std::string& file) {
  std::FILE* stream = file == "-" ? stdin : std::fopen(file.c_str(), "rb");
  std::string bytes;
  bool good = stream != nullptr;
  if (good) {
    std::array<char, 65536> block;
    std::size_t got = 0;
    while ((got = std::fread(block.data(), 1, block.size(), stream)) > 0) {
      bytes.append(block.data(), got);
    }
    good = std::ferror(stream) == 0;
    if (stream != stdin) std::fclose(stream);
  }
  if (!good) {
    throw Error(ErrorCode::Usage, "cannot read the queries of " + file,
                "--queries needs a file of lines: query id, TAB, query");
  }
  return parse_test_queries(bytes, file);
}

std::string trec_lines(std::string_view query_id, std::span<const Hit> hits) {
  // Ties are set apart by a millionth, about a hundredth of the smallest difference that means
  // anything in a weight, or by the float's own grain where that is coarser.
  constexpr float kStep = 1e-6f;
  std::string out;
  const std::string id = one_field(query_id);
  float above = std::numeric_limits<float>::infinity();
  for (std::size_t i = 0; i < hits.size(); ++i) {
    auto score = static_cast<float>(hits[i].score);
    if (!(score < above)) {
      score = above - kStep;
      if (!(score < above)) score = std::nextafter(above, -std::numeric_limits<float>::infinity());
    }
    above = score;
    out += id + " Q0 " + one_field(hits[i].id) + " " + std::to_string(i + 1) + " " +
           digits_of(score) + " idsearch\n";
  }
  return out;
}

}  // namespace idsearch::query
