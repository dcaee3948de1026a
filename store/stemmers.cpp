// SPDX-License-Identifier: GPL-2.0-or-later
// Which language has which of Xapian's stemmers, and which script its words are written in.
#include "store/stemmers.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "store/xapian_guard.hpp"
#include "text/analyzer.hpp"

namespace idsearch::store {
namespace {

// Raised when the table below changes: it decides the stems of an index.
constexpr int kStemmersVersion = 1;

enum class Script { Latin, Cyrillic, Arabic, Armenian, Devanagari, Tamil };

struct Row {
  std::string_view language;  // BCP 47 primary subtag
  const char* stemmer;        // Xapian's name
  Script script;
};

constexpr std::array<Row, 24> kRows{{
    {"ar", "arabic", Script::Arabic},    {"ca", "catalan", Script::Latin},
    {"da", "danish", Script::Latin},     {"de", "german", Script::Latin},
    {"en", "english", Script::Latin},    {"es", "spanish", Script::Latin},
    {"eu", "basque", Script::Latin},     {"fi", "finnish", Script::Latin},
    {"fr", "french", Script::Latin},     {"ga", "irish", Script::Latin},
    {"hu", "hungarian", Script::Latin},  {"hy", "armenian", Script::Armenian},
    {"id", "indonesian", Script::Latin}, {"it", "italian", Script::Latin},
    {"lt", "lithuanian", Script::Latin}, {"ne", "nepali", Script::Devanagari},
    {"nl", "dutch", Script::Latin},      {"no", "norwegian", Script::Latin},
    {"pt", "portuguese", Script::Latin}, {"ro", "romanian", Script::Latin},
    {"ru", "russian", Script::Cyrillic}, {"sv", "swedish", Script::Latin},
    {"ta", "tamil", Script::Tamil},      {"tr", "turkish", Script::Latin},
}};

std::string primary_subtag(std::string_view language) {
  std::string out(language.substr(0, language.find_first_of("-_")));
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  // Bokmål and Nynorsk share the Norwegian stemmer.
  if (out == "nb" || out == "nn") return "no";
  return out;
}

const Row* row_of(std::string_view language) {
  const std::string subtag = primary_subtag(language);
  const auto row = std::ranges::find(kRows, subtag, &Row::language);
  return row == kRows.end() ? nullptr : &*row;
}

// Blocks of the scripts in the table, letters only; enough to tell them apart.
struct Block {
  std::uint32_t first, last;
  Script script;
};
constexpr std::array<Block, 15> kBlocks{{
    {'A', 'Z', Script::Latin},
    {'a', 'z', Script::Latin},
    {0xAA, 0xAA, Script::Latin},
    {0xBA, 0xBA, Script::Latin},
    {0xC0, 0x24F, Script::Latin},
    {0x250, 0x2AF, Script::Latin},
    {0x400, 0x52F, Script::Cyrillic},
    {0x531, 0x588, Script::Armenian},
    {0x620, 0x6FF, Script::Arabic},
    {0x750, 0x77F, Script::Arabic},
    {0x900, 0x97F, Script::Devanagari},
    {0xB80, 0xBFF, Script::Tamil},
    {0x1E00, 0x1EFF, Script::Latin},
    {0xFB50, 0xFDFF, Script::Arabic},
    {0xFE70, 0xFEFC, Script::Arabic},
}};

// Xapian's stemmers cost about 0.3 µs a word and profiles repeat their words; the cap keeps a
// thread's share near 5 MB and is beyond the 57,000 different words of a 100 MB corpus.
constexpr std::size_t kMaxCachedWords = 65536;

class CachingStemmer final : public text::Stemmer {
 public:
  explicit CachingStemmer(const char* name) : stem_(name) {}

  std::string stem(std::string_view folded_word) const override {
    key_.assign(folded_word);
    if (const auto known = cache_.find(key_); known != cache_.end()) return known->second;
    std::string out = guard(Access::Write, "stemmer", [&] { return stem_(key_); });
    if (cache_.size() >= kMaxCachedWords) cache_.clear();
    cache_.emplace(key_, out);
    return out;
  }

 private:
  Xapian::Stem stem_;
  mutable std::string key_;  // keeps its memory between calls
  mutable std::unordered_map<std::string, std::string> cache_;
};

}  // namespace

std::unique_ptr<text::Stemmer> make_stemmer(std::string_view language) {
  const Row* row = row_of(language);
  if (row == nullptr) return nullptr;
  return guard(Access::Write, "stemmer",
               [&] { return std::make_unique<CachingStemmer>(row->stemmer); });
}

StemmerScript::StemmerScript(std::string_view language) {
  if (const Row* row = row_of(language)) script_ = static_cast<int>(row->script);
}

bool StemmerScript::fits(std::string_view folded_word) const {
  if (!script_) return false;
  // The first letter decides; digits and marks of no script are passed over.
  for (std::size_t i = 0; i < folded_word.size();) {
    const auto lead = static_cast<unsigned char>(folded_word[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? lead : lead & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < folded_word.size(); ++k)
      code = code << 6 | (static_cast<unsigned char>(folded_word[i + k]) & 0x3Fu);
    for (const Block& block : kBlocks)
      if (code >= block.first && code <= block.last)
        return static_cast<int>(block.script) == *script_;
    // A letter of another script.
    if (code >= 0x370 && code != 0x2019) return false;
    i += length;
  }
  return false;
}

std::string index_fingerprint() {
  return text::analyzer_fingerprint() + " stemmers/" + std::to_string(kStemmersVersion) +
         " xapian/" + Xapian::version_string();
}

}  // namespace idsearch::store
