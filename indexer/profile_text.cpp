// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/profile_text.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "indexer/counted.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::indexer {
namespace {

// As much of a text as tells which one it is; marks that leave less stand on lines of their own.
constexpr std::size_t kLeastText = 30;
// So much is shown of any text, however narrow the terminal is.
constexpr std::size_t kFewestColumns = 10;
constexpr std::string_view kCut = "…";

// Nothing in a profile may steer the terminal that it is shown on, or begin a line.
std::string one_line(std::string_view text) {
  std::string out = text::escape_controls(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t width = text::display_width(text);
  if (width < columns) text.append(columns - width, ' ');
  return text;
}

// The largest character boundary before which the text takes at most `columns`; marks stay with the
// character that they stand on.
std::size_t width_floor(std::string_view text, std::size_t columns) {
  std::size_t at = 0;
  for (std::size_t width = 0; at < text.size();) {
    const std::size_t length = text::decode(text, at).length;
    width += text::display_width(text.substr(at, length));
    if (width > columns) break;
    at += length;
  }
  return at;
}

class ProfileWriter {
 public:
  ProfileWriter(const Profile& profile, std::size_t columns)
      : profile_(profile), columns_(columns) {}

  std::string write() {
    write_summary();
    write_sections();
    if (!profile_.notes.empty()) write_notes();
    for (const Diagnostic& diagnostic : profile_.diagnostics)
      add_line(text::escape_controls(format_diagnostic(profile_.file, diagnostic)));
    return std::move(out_);
  }

 private:
  void add_line(std::string_view line) {
    out_ += line;
    out_ += '\n';
  }

  // `lead` and as much of the text as leaves `behind` columns free.
  std::string line_of(const std::string& lead, std::string_view text,
                      std::size_t behind = 0) const {
    const std::size_t taken = text::display_width(lead) + behind;
    const std::size_t room = std::max(columns_, taken + kFewestColumns) - taken;
    const std::string shown = one_line(text);
    if (text::display_width(shown) <= room) return lead + shown;
    return lead + shown.substr(0, width_floor(shown, room - 1)) + std::string(kCut);
  }

  void write_summary() {
    std::string line = profile_.file + ": ";
    line += profile_.title.empty() ? "(no title)" : profile_.title;
    if (profile_.country) line += " [" + profile_.country->code + "]";
    if (profile_.updated) line += ", updated " + *profile_.updated;
    std::size_t marks = 0;
    for (const Passage& passage : profile_.passages) marks += passage.marks.size();
    line += ", " + profile_.language + ": " + counted(profile_.sections.size(), "section") + ", " +
            counted(profile_.passages.size(), "passage") + ", " + counted(marks, "mark") + ", " +
            counted(profile_.notes.size(), "note");
    add_line(one_line(line));
  }

  void write_sections() {
    std::vector<std::vector<const Passage*>> passages(profile_.sections.size());
    for (const Passage& passage : profile_.passages)
      passages.at(passage.section).push_back(&passage);
    for (std::size_t i = 0; i < passages.size(); ++i) {
      const Section& section = profile_.sections[i];
      add_line("  " + one_line(section.path) + "  " + counted(section.passages, "passage"));
      const std::size_t digits = std::to_string(passages[i].size()).size();
      for (std::size_t n = 0; n < passages[i].size(); ++n) {
        std::string number = std::to_string(n + 1);
        number.insert(0, digits - number.size(), ' ');
        write_passage("    " + number, *passages[i][n]);
      }
    }
  }

  void write_passage(const std::string& number, const Passage& passage) {
    constexpr std::size_t kWidestKind = 9;  // "paragraph"
    const std::string lead =
        number + " " + padded(std::string(name_of(passage.kind)), kWidestKind) + "  ";
    std::vector<std::string> marks;
    std::size_t width = passage.marks.empty() ? 0 : 1;
    for (const Mark& mark : passage.marks) {
      marks.push_back("[" + one_line(mark.note) + "]");
      width += 1 + text::display_width(marks.back());
    }
    if (lead.size() + width + kLeastText <= columns_) {
      std::string line = line_of(lead, passage.text, width);
      for (const std::string& mark : marks) line += (&mark == &marks.front() ? "  " : " ") + mark;
      return add_line(line);
    }
    add_line(line_of(lead, passage.text));
    std::string line(lead.size() - 1, ' ');
    for (const std::string& mark : marks) {
      if (line.size() >= lead.size() &&
          text::display_width(line) + 1 + text::display_width(mark) > columns_) {
        add_line(line);
        line.assign(lead.size() - 1, ' ');
      }
      line += " " + mark;
    }
    add_line(line);
  }

  void write_notes() {
    add_line("  Notes:");
    // Names of notes in Markdown may be sentences.
    constexpr std::size_t kWidestLabel = 12;
    std::size_t label_width = 0, status_width = 0;
    for (const Note& note : profile_.notes) {
      label_width =
          std::max(label_width, std::min(text::display_width(one_line(note.label)), kWidestLabel));
      status_width = std::max(status_width, name_of(note.status).size());
    }
    for (const Note& note : profile_.notes) {
      add_line(line_of("    " + padded(one_line(note.label), label_width) + " " +
                           padded(std::string(name_of(note.status)), status_width) + "  ",
                       note.text));
      const Source& first = note.sources.front();
      // What the note itself holds in full stands there already.
      if (note.sources.size() == 1 && is_resolved(first.status) && first.trail.size() <= 1)
        continue;
      for (const Source& source : note.sources) write_source(source);
    }
  }

  void write_source(const Source& source) {
    std::string lead = "      ";
    for (const std::string& label : source.trail)
      lead += (&label == &source.trail.front() ? "" : " → ") + one_line(label);
    if (source.status != NoteStatus::Resolved) lead += ", " + std::string(name_of(source.status));
    if (source.pinpoint) lead += ", at " + one_line(*source.pinpoint);
    if (!is_resolved(source.status)) return add_line(lead);
    add_line(line_of(lead + ": ", source.text));
  }

  const Profile& profile_;
  const std::size_t columns_;
  std::string out_;
};

}  // namespace

std::string profile_text(const Profile& profile, std::size_t columns) {
  return ProfileWriter(profile, columns).write();
}

std::size_t output_columns() {
  constexpr std::size_t kUsual = 80;
  if (::isatty(STDOUT_FILENO) != 1) return kUsual;
  std::size_t columns = 0;
  if (const char* told = std::getenv("COLUMNS")) {
    const std::string_view text(told);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), columns);
    if (error != std::errc() || end != text.data() + text.size()) columns = 0;
  }
  winsize size{};
  if (columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) columns = size.ws_col;
  return columns == 0 ? kUsual : columns;
}

}  // namespace idsearch::indexer
