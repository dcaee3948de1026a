// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/assemble.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/bare_numbers.hpp"
#include "indexer/byline.hpp"
#include "indexer/diagnostic_list.hpp"
#include "indexer/marks.hpp"
#include "indexer/note_checks.hpp"
#include "indexer/notes.hpp"
#include "indexer/readers.hpp"
#include "indexer/sections.hpp"
#include "indexer/site_lines.hpp"
#include "indexer/title_country.hpp"
#include "indexer/updated_remarks.hpp"
#include "text/country.hpp"
#include "text/dates.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {

namespace {

PassageKind passage_kind(RawBlock::Kind kind) {
  switch (kind) {
    case RawBlock::Kind::Item:
      return PassageKind::Item;
    case RawBlock::Kind::Row:
      return PassageKind::Row;
    default:
      return PassageKind::Paragraph;
  }
}

// As much text as decides the main language of a profile; more would only cost time.
constexpr std::size_t kLanguageSample = std::size_t{64} << 10;

class Assembler {
 public:
  Assembler(const RawProfile& raw, const ParseOptions& options) : raw_(raw), options_(options) {}

  Profile assemble(std::string_view file, std::string_view format) {
    profile_.file = file;
    profile_.format = format;
    profile_.id = profile_id(file);
    profile_.title = raw_.title;
    profile_.diagnostics = raw_.diagnostics;
    read_language();
    read_country();
    read_date();
    read_blocks();
    profile_.notes = resolve_notes(raw_.notes, raw_.numeric_labels, profile_.diagnostics);
    check_notes(cited_, profile_.notes, raw_.has_note_list, raw_.numeric_labels,
                profile_.diagnostics);
    check_sections();
    check_passages();
    profile_.sections = tree_.take();
    std::stable_sort(profile_.diagnostics.begin(), profile_.diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
    return std::move(profile_);
  }

 private:
  void add_diagnostic(std::size_t line, DiagnosticKind kind, std::string message) {
    DiagnosticList(profile_.diagnostics).add(line, kind, {}, std::move(message));
  }

  void check_passages() {
    const bool unread = std::ranges::any_of(profile_.diagnostics, [](const Diagnostic& one) {
      return one.kind == DiagnosticKind::Unreadable;
    });
    if (!profile_.passages.empty() || unread) return;
    add_diagnostic(0, DiagnosticKind::NoPassages,
                   "it holds no paragraph, list item or table row: nothing of it can be found");
  }

  void read_language() {
    if (!raw_.language.empty()) {
      profile_.language = raw_.language;
      return;
    }
    std::string sample;
    for (const RawBlock& block : raw_.blocks) {
      if (sample.size() >= kLanguageSample) break;
      const std::size_t room = kLanguageSample - sample.size();
      sample.append(block.text, 0, text::char_floor(block.text, std::min(room, block.text.size())));
      sample += '\n';
    }
    profile_.language = text::language_by_script(sample, options_.default_language);
  }

  void read_country() {
    const std::string& name = raw_.country_text.empty() ? raw_.title : raw_.country_text;
    // Only what is declared may be a code.
    const auto code = name.empty()                         ? std::nullopt
                      : is_country_code(raw_.country_text) ? text::country_code(name)
                                                           : text::country_code_of_name(name);
    if (code) {
      profile_.country = Country{*code, name};
    } else if (auto part = country_in_title(name)) {
      profile_.country = std::move(part);
    } else if (auto last = country_behind_in(name)) {
      profile_.country = std::move(last);
    } else if (name.empty()) {
      add_diagnostic(0, DiagnosticKind::NoCountry, "no country is named at the head");
    } else {
      add_diagnostic(raw_.title_line, DiagnosticKind::NoCountry, why_no_country(name));
    }
  }

  static std::string why_no_country(const std::string& name) {
    const auto with_code = [](const std::string& code) {
      return text::country_name(code) + " (" + code + ")";
    };
    const std::string quoted = '"' + name + '"';
    if (const auto codes = text::countries_named(name); !codes.empty()) {
      std::string all;
      for (std::size_t i = 0; i < codes.size(); ++i) {
        all += (i == 0 ? "" : i + 1 == codes.size() ? " or " : ", ") + with_code(codes[i]);
      }
      return quoted + " may be " + all + ": write one of these names";
    }
    if (const std::string state = text::state_of_part(name); !state.empty()) {
      return quoted + " is no country but a part of one: write " + with_code(state) +
             " if the profile is about all of it";
    }
    return quoted + " is no country that is known";
  }

  void read_date() {
    if (raw_.updated_line == 0 && raw_.updated_text.empty()) {
      add_diagnostic(0, DiagnosticKind::NoDate, "there is no \"Last updated\" line");
      return;
    }
    constexpr std::size_t kIsoDayBytes = 10;  // "2026-01-29"
    // "Last updated : 28 de fevereiro de 2026"
    auto date = updated_date(raw_.updated_text, profile_.language);
    if (date && date->size() == kIsoDayBytes) {
      profile_.updated = std::move(date);
    } else {
      add_diagnostic(raw_.updated_line, DiagnosticKind::BadDate, why_no_day(raw_.updated_text));
    }
  }

  static std::string why_no_day(const std::string& written) {
    const std::string quoted = '"' + written + '"';
    const auto days = text::possible_days(written);
    if (days.empty()) return quoted + " cannot be read as a day";
    return quoted + " may be " + days[0] + " or " + days[1] + ": write one of these";
  }

  void read_blocks() {
    const MarkRule rule(raw_);
    const auto is_mark = [&rule](std::string_view label, MarkPlace place) {
      return rule(label, place);
    };
    const std::vector<std::size_t> numbers = bare_numbers(raw_.blocks);
    const bool no_text = std::ranges::all_of(raw_.blocks, [](const RawBlock& block) {
      return block.kind == RawBlock::Kind::Heading || is_site_line(block.text);
    });
    for (std::size_t i = 0; i < raw_.blocks.size(); ++i) {
      const RawBlock& block = raw_.blocks[i];
      MarkedText marked;
      if (no_text && block.kind != RawBlock::Kind::Heading) continue;
      in_head_ = in_head_ && block.kind != RawBlock::Kind::Heading;
      if (block.marks) {
        marked = {block.text, *block.marks};
      } else {
        marked = take_marks(block.text, is_mark);
      }
      // Who wrote the profile is head matter; a note that it has must not get lost.
      if (in_head_ && marked.marks.empty() && is_byline(marked.text)) continue;
      const bool held = block.kind != RawBlock::Kind::Heading && has_place_for(marked);
      for (const Mark& mark : marked.marks) cited_.push_back({mark.note, block.line, held});
      if (block.kind == RawBlock::Kind::Heading) {
        if (!marked.text.empty()) tree_.open(marked.text, block.level, block.line, numbers[i]);
      } else {
        add_passage(block, std::move(marked));
      }
    }
  }

  void add_passage(const RawBlock& block, MarkedText marked) {
    if (marked.text.empty()) {
      if (has_place_for(marked)) attach_to_previous(marked.marks);
      return;
    }
    Passage passage;
    const std::size_t number = tree_.add_passage();
    passage.section = tree_.current();
    passage.id =
        profile_.id + "/" + tree_.sections()[passage.section].path + "/" + std::to_string(number);
    passage.kind = passage_kind(block.kind);
    passage.text = std::move(marked.text);
    passage.line = block.line;
    passage.language = block.language.empty()
                           ? text::language_by_script(passage.text, profile_.language)
                           : block.language;
    passage.marks = std::move(marked.marks);
    profile_.passages.push_back(std::move(passage));
  }

  // A passage of its own, or one before that takes lone marks.
  bool has_place_for(const MarkedText& marked) {
    if (!marked.text.empty()) return true;
    return !profile_.passages.empty() && profile_.passages.back().section == tree_.current();
  }

  // Marks that slipped to a line of their own stand behind the words before them.
  void attach_to_previous(const std::vector<Mark>& marks) {
    Passage& previous = profile_.passages.back();
    for (const Mark& mark : marks) previous.marks.push_back({mark.note, previous.text.size()});
  }

  void check_sections() {
    DiagnosticList list(profile_.diagnostics);
    const std::vector<Section>& sections = tree_.sections();
    for (std::size_t i = 0; i < sections.size(); ++i) {
      if (sections[i].passages != 0 || tree_.has_children(i)) continue;
      list.add(sections[i].line, DiagnosticKind::EmptySection, {},
               "section \"" + sections[i].path + "\" has no text");
    }
  }

  const RawProfile& raw_;
  const ParseOptions& options_;
  Profile profile_;
  SectionTree tree_;
  std::vector<CitedMark> cited_;
  bool in_head_ = true;  // above the first heading
};

}  // namespace

Profile assemble(std::string_view file, std::string_view format, const RawProfile& raw,
                 const ParseOptions& options) {
  return Assembler(raw, options).assemble(file, format);
}

}  // namespace idsearch::indexer
