// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/text_notes.hpp"

#include <algorithm>

#include "query/citation_words.hpp"
#include "query/paint.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

class NotePainter {
 public:
  NotePainter(std::string& out, const RenderOptions& options, std::size_t column,
              std::size_t label_columns)
      : out_(out),
        options_(options),
        canvas_{options.width, options.colour, options.hyperlinks},
        column_(column),
        hang_(column + label_columns + 1) {}

  void add(const HitNote& note) {
    label_ = "[" + clean(note.label) + "]";
    const std::size_t width = text::display_width(label_);
    label_.append(hang_ - column_ - std::min(width, hang_ - column_), ' ');
    // What matched in a note is shown, however short the others are.
    if (options_.notes == NoteDetail::Short && note.source_highlights.empty()) {
      add_short(note);
    } else {
      add_full(note);
    }
  }

 private:
  std::string clean(std::string_view text) const {
    return options_.escape_controls ? text::escape_controls(text) : std::string(text);
  }

  /// A line of the note; the first one has its number before it.
  void line(std::vector<Piece> pieces) {
    std::size_t first = hang_;
    if (!label_.empty()) {
      pieces.insert(pieces.begin(), {label_, Style::Quiet, {}});
      label_.clear();
      first = column_;
    }
    paint_block(out_, pieces, {first, hang_}, canvas_);
  }

  /// Text with the URL in it made a link and the words that matched marked.
  std::vector<Piece> reference(const Source& source, const std::vector<Highlight>& matched) const {
    const std::string& text = source.text;
    const std::string url = source.reference.url.value_or("");
    std::size_t link = url.empty() || !is_safe_link(url) ? std::string::npos : text.find(url);
    std::size_t link_end = link + url.size();
    if (link == std::string::npos) link = link_end = text.size();
    // Cut wherever a link or a match begins or ends.
    std::vector<std::size_t> cuts{0, link, link_end, text.size()};
    for (const Highlight& range : matched) cuts.insert(cuts.end(), {range.start, range.end});
    std::ranges::sort(cuts);
    std::vector<Piece> pieces;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const std::size_t at = cuts[i], size = cuts[i + 1] - at;
      if (size == 0) continue;
      const bool linked = link <= at && at < link_end;
      const bool matches = std::ranges::any_of(
          matched, [&](const Highlight& range) { return range.start <= at && at < range.end; });
      pieces.push_back({clean(text.substr(at, size)), matches ? Style::Match : Style::Plain,
                        linked ? url : std::string()});
    }
    return pieces;
  }

  void add_full(const HitNote& note) {
    if (note.sources.empty()) {
      if (!note.text.empty()) line({{clean(note.text), Style::Plain, {}}});
      trouble(note);
      return;
    }
    // A reference that leads nowhere is shown as it is written, once for the note.
    const bool unresolved = std::ranges::any_of(
        note.sources, [](const Source& source) { return !is_resolved(source.status); });
    if (unresolved && !note.text.empty()) line({{clean(note.text), Style::Plain, {}}});
    for (std::size_t i = 0; i < note.sources.size(); ++i) {
      const Source& source = note.sources[i];
      const std::string way = clean(way_to_source(note, source));
      if (is_resolved(source.status)) {
        const bool marked = i < note.source_highlights.size();
        line(reference(source, marked ? note.source_highlights[i] : std::vector<Highlight>{}));
        if (!way.empty()) line({{way, Style::Quiet, {}}});
      } else if (!way.empty()) {
        line({{way, Style::Trouble, {}}});
      }
    }
  }

  void trouble(const HitNote& note) {
    const NoteStatus status = is_resolved(note.status) ? NoteStatus::Missing : note.status;
    line({{clean(status_words(status, note.label, note.trail)), Style::Trouble, {}}});
  }

  void add_short(const HitNote& note) {
    const auto resolved = std::ranges::find_if(
        note.sources, [](const Source& source) { return is_resolved(source.status); });
    if (resolved == note.sources.end()) {
      if (note.sources.empty()) return trouble(note);
      const Source& source = note.sources.front();
      return line(
          {{clean(status_words(source.status, note.label, source.trail)), Style::Trouble, {}}});
    }
    const std::string more =
        note.sources.size() > 1 ? " (+" + std::to_string(note.sources.size() - 1) + ")" : "";
    std::string text = clean(short_reference(*resolved));
    // Lines of a pipe have any length: nothing is cut there.
    if (options_.width > 0) {
      const std::size_t taken = hang_ + more.size();
      text = shortened(text, options_.width > taken ? options_.width - taken : 1);
    }
    line({{text + more, Style::Plain, {}}});
  }

  std::string& out_;
  const RenderOptions& options_;
  Canvas canvas_;
  std::size_t column_, hang_;
  std::string label_;
};

}  // namespace

void paint_notes(std::string& out, const std::vector<const HitNote*>& notes,
                 const RenderOptions& options, std::size_t column) {
  // Numbers have up to three digits; a label of Markdown may be longer and then stands out.
  constexpr std::size_t kWidestLabel = 12;
  std::size_t label_columns = 0;
  for (const HitNote* note : notes) {
    label_columns = std::max(label_columns, text::display_width(note->label) + 2);
  }
  NotePainter painter(out, options, column, std::min(label_columns, kWidestLabel));
  for (const HitNote* note : notes) painter.add(*note);
}

std::string shortened(std::string_view utf8, std::size_t columns) {
  if (text::display_width(utf8) <= columns) return std::string(utf8);
  std::size_t end = 0, used = 0;
  while (end < utf8.size()) {
    std::size_t next = end + 1;
    while (next < utf8.size() && (static_cast<unsigned char>(utf8[next]) & 0xC0u) == 0x80u) ++next;
    const std::size_t wide = text::display_width(utf8.substr(end, next - end));
    if (used + wide + 1 > columns) break;
    used += wide;
    end = next;
  }
  return std::string(text::trim(utf8.substr(0, end))) + "…";
}

}  // namespace idsearch::query
