// SPDX-License-Identifier: GPL-2.0-or-later
// An answer for people to read: where a passage stands, its sentences with the matched words, the
// sources behind its footnotes, and how to cite it.
//
//   1   North Korea · Law › Data Protection
//       surveillance · data-protection
//
//     ⋯ 1 sentence left out
//       The words of the profile, with its footnote marks where they stand.[28]
//
//       [28] The full reference of the source, wherever "ibid" led.
//            via 28 → 27
//
//       north-korea/law/data-protection/2 · as of 29 January 2026
//
// Words of the profile stand at column 4 and nothing else is put between them but marks; what
// idsearch says about them stands in the margin at column 2.
#include <algorithm>
#include <initializer_list>
#include <span>

#include "query/citation_words.hpp"
#include "query/excerpt.hpp"
#include "query/groups.hpp"
#include "query/paint.hpp"
#include "query/render_formats.hpp"
#include "query/text_notes.hpp"
#include "text/unicode.hpp"

namespace idsearch::query {
namespace {

constexpr std::size_t kTextColumn = 4;  // room for ranks up to 999 and a blank
constexpr std::size_t kMarginColumn = 2;
// Most hits take less (the ten for "biometric database" in corpus/: 8,300 bytes).
constexpr std::size_t kUsualHit = 1024;

class TextRenderer {
 public:
  TextRenderer(const RenderOptions& options, std::size_t hits)
      : options_(options), canvas_{options.width, options.colour, options.hyperlinks} {
    out_.reserve(hits * kUsualHit);
  }

  void add(const Hit& hit, bool whole) {
    if (!out_.empty()) out_ += '\n';
    // Neighbours follow without a gap only when the passage itself is whole.
    whole = whole || !hit.before.empty() || !hit.after.empty();
    const Excerpt excerpt = whole ? whole_text(hit) : matching_sentences(hit);
    heading(hit);
    out_ += '\n';
    std::string_view shown = hit.section_path;
    for (const ContextPassage& passage : hit.before) {
      section_change(shown, passage.section_path, passage.section_titles);
      neighbour("↑ ", passage);
    }
    section_change(shown, hit.section_path, hit.section_titles);
    body(hit, excerpt);
    for (const ContextPassage& passage : hit.after) {
      section_change(shown, passage.section_path, passage.section_titles);
      neighbour("↓ ", passage);
    }
    const std::vector<const HitNote*> notes = notes_of(hit, excerpt);
    if (options_.notes != NoteDetail::None && !notes.empty()) {
      out_ += '\n';
      paint_notes(out_, notes, options_, kTextColumn);
    }
    out_ += '\n';
    std::string behind_id = " · " + clean(age_words(hit.profile));
    if (hit.group) behind_id += " · " + clean(group_words(*hit.group));
    block({{clean(hit.id), Style::Quiet, {}}, {behind_id, Style::Quiet, {}}},
          {kTextColumn, kTextColumn});
    explanation(hit.explanation);
  }

  /// The hits to come are not for what was typed.
  void other_query(const std::string& typed, const std::string& answered) {
    block({{"nothing found for “" + clean(typed) + "”; these are for “" + clean(answered) + "”",
            Style::Heading,
            {}}},
          {0, kTextColumn});
  }

  void explanation(const std::string& text) {
    if (text.empty()) return;
    out_ += '\n';
    block({{clean(text::trim(text)), Style::Quiet, {}}}, {kTextColumn, kTextColumn});
  }

  std::string take() { return std::move(out_); }

 private:
  std::string clean(std::string_view text) const {
    return options_.escape_controls ? text::escape_controls(text) : std::string(text);
  }

  void block(std::span<const Piece> pieces, Indent indent) {
    paint_block(out_, pieces, indent, canvas_);
  }
  void block(std::initializer_list<Piece> pieces, Indent indent) {
    block(std::span(pieces.begin(), pieces.size()), indent);
  }

  void heading(const Hit& hit) {
    std::string rank;
    if (hit.rank > 0) {
      rank = std::to_string(hit.rank) + " ";
      rank.resize(std::max(rank.size(), kTextColumn), ' ');
    }
    std::vector<Piece> pieces{{rank, Style::Quiet, {}},
                              {clean(profile_name(hit)), Style::Heading, {}}};
    const std::string section = clean(section_words(hit));
    if (!section.empty()) pieces.push_back({" · " + section, Style::Heading, {}});
    block(pieces, {rank.empty() ? kTextColumn : 0, kTextColumn});
    if (hit.topics.empty()) return;
    std::string topics;
    for (const TopicTag& topic : hit.topics) {
      topics += (topics.empty() ? "" : " · ") + clean(topic.name);
    }
    block({{topics, Style::Quiet, {}}}, {kTextColumn, kTextColumn});
  }

  /// Neighbours may stand in another section than the hit, whose place the heading tells: the
  /// margin says where one ends and another begins.
  void section_change(std::string_view& shown, std::string_view path,
                      const std::vector<std::string>& titles) {
    if (path.empty() || path == shown) return;
    shown = path;
    const std::string words = titles.empty() ? "before any heading" : section_words(titles);
    block({{"§ " + clean(words), Style::Quiet, {}}}, {kMarginColumn, kTextColumn});
  }

  void neighbour(std::string_view sign, const ContextPassage& passage) {
    block({{std::string(sign) + clean(passage.text), Style::Quiet, {}}},
          {kMarginColumn, kTextColumn});
  }

  void left_out(std::size_t sentences) {
    if (sentences == 0) return;
    block({{"⋯ " + std::to_string(sentences) +
                (sentences == 1 ? " sentence left out" : " sentences left out"),
            Style::Quiet,
            {}}},
          {kMarginColumn, kTextColumn});
  }

  void body(const Hit& hit, const Excerpt& excerpt) {
    for (const ExcerptPart& part : excerpt.parts) {
      left_out(part.left_out_before);
      block(pieces_of(hit, part), {kTextColumn, kTextColumn});
    }
    left_out(excerpt.left_out_after);
  }

  /// The words of one part, cut where a highlight begins or ends and where a mark stands.
  std::vector<Piece> pieces_of(const Hit& hit, const ExcerptPart& part) const {
    const std::string_view text = hit.text;
    const std::string_view words = text::trim(text.substr(part.start, part.end - part.start));
    const auto start =
        words.empty() ? part.start : static_cast<std::size_t>(words.data() - text.data());
    const std::size_t end = start + words.size();
    std::vector<Piece> pieces;
    std::size_t at = start;
    auto highlight = hit.highlights.begin();
    const auto words_until = [&](std::size_t stop) {
      while (at < stop) {
        while (highlight != hit.highlights.end() && highlight->end <= at) ++highlight;
        const bool some = highlight != hit.highlights.end();
        const bool inside = some && highlight->start <= at;
        const std::size_t border = !some ? stop : inside ? highlight->end : highlight->start;
        const std::size_t next = std::min(stop, border);
        pieces.push_back(
            {clean(text.substr(at, next - at)), inside ? Style::Match : Style::Plain, {}});
        at = next;
      }
    };
    for (const HitNote& note : hit.notes) {
      if (!holds_mark(part, note.at)) continue;
      words_until(std::clamp(note.at, start, end));
      pieces.push_back({"[" + clean(note.label) + "]", Style::Quiet, {}});
    }
    words_until(end);
    return pieces;
  }

  const RenderOptions& options_;
  Canvas canvas_;
  std::string out_;
};

}  // namespace

std::string answer_as_text(const SearchResult& result, const RenderOptions& options) {
  TextRenderer renderer(options, result.hits.size());
  if (!result.hits_for.empty()) renderer.other_query(result.raw, result.hits_for);
  for (const Hit& hit : result.hits) renderer.add(hit, false);
  renderer.explanation(result.explanation);
  return renderer.take();
}

std::string passages_as_text(std::span<const Hit> passages, const RenderOptions& options) {
  TextRenderer renderer(options, passages.size());
  for (const Hit& hit : passages) renderer.add(hit, true);
  return renderer.take();
}

}  // namespace idsearch::query
