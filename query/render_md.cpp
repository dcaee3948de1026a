// SPDX-License-Identifier: GPL-2.0-or-later
// An answer to paste into a report: each passage as a whole quotation in Markdown (CommonMark),
// its sources below it. Nothing in a profile can act as markup.
#include "query/citation_words.hpp"
#include "query/excerpt.hpp"
#include "query/groups.hpp"
#include "query/paint.hpp"
#include "query/render_formats.hpp"
#include "text/unicode.hpp"
#include "text/utf8.hpp"

namespace idsearch::query {
namespace {

/// Text as Markdown that reads as this text. `lead` goes before lines after the first.
std::string escaped(std::string_view raw, std::string_view lead = "") {
  // Any of these may begin markup wherever it stands; CommonMark lets all be escaped. ~ ^ $ @ are
  // markup in common extensions only, @ (a mention) is left because e-mail addresses are common.
  constexpr std::string_view kAnywhere = "\\`*_[]<>&|~^$#";
  const std::string text = text::escape_controls(raw);
  std::string out;
  bool line_start = true;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') {
      out += c;
      out += lead;
      line_start = true;
      continue;
    }
    if (line_start && (c == '-' || c == '+' || c == '=')) out += '\\';
    if (line_start && text::is_ascii_digit(c)) {
      // "1." and "1)" begin a list.
      std::size_t end = i;
      while (end < text.size() && text::is_ascii_digit(text[end])) out += text[end++];
      if (end < text.size() && (text[end] == '.' || text[end] == ')')) out += '\\';
      i = end - 1;
      line_start = false;
      continue;
    }
    if (kAnywhere.find(c) != std::string_view::npos) out += '\\';
    out += c;
    if (c != ' ') line_start = false;
  }
  return out;
}

/// `raw` with the URL in it still a link.
std::string linked(const std::string& raw, const std::string& url) {
  const std::string bracketed = "<" + url + ">";
  const std::size_t at = raw.find(bracketed);
  std::string text;
  if (at != std::string::npos && is_safe_link(url) && url.find_first_of("<>") == url.npos) {
    // What follows stands in mid-line: a letter before it keeps it from looking like a line's
    // start.
    text = escaped(raw.substr(0, at)) + bracketed +
           escaped("x" + raw.substr(at + bracketed.size())).substr(1);
  } else {
    text = escaped(raw);
  }
  return text;
}

std::string reference(const Source& source, NoteDetail detail) {
  return linked(detail == NoteDetail::Short ? short_reference(source) : source.text,
                source.reference.url.value_or(""));
}

std::string one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n') c = ' ';
  }
  return text;
}

void append_note(std::string& out, const HitNote& note, NoteDetail detail) {
  const std::string label = "- \\[" + escaped(note.label) + "\\] ";
  if (note.sources.empty()) {
    out += label + "*" + escaped(status_words(note.status, note.label, note.trail)) + "*\n";
  }
  for (const Source& source : note.sources) {
    out += label;
    const std::string way = escaped(way_to_source(note, source));
    if (is_resolved(source.status)) {
      out += one_line(reference(source, detail));
      if (!way.empty()) out += " (" + way + ")";
    } else {
      if (!note.text.empty()) out += one_line(escaped(note.text)) + " ";
      out += "*" + way + "*";
    }
    out += "\n";
  }
}

void append_passage(std::string& out, const Hit& hit, const RenderOptions& options) {
  if (!out.empty()) out += "\n";
  out += "### ";
  if (hit.rank > 0) out += std::to_string(hit.rank) + "\\. ";
  std::string heading(profile_name(hit));
  if (const std::string section = section_words(hit); !section.empty()) heading += " · " + section;
  out += escaped(one_line(heading)) + "\n\n> ";

  // The whole passage: a quotation that goes into a report has no gaps of our making.
  std::string quotation;
  std::size_t at = 0;
  const auto words_until = [&](std::size_t end) {
    if (end <= at) return;
    const std::string words = hit.text.substr(at, end - at);
    // Only the beginning of the passage is the beginning of a line.
    quotation += at == 0 ? escaped(words, "> ") : escaped("x" + words, "> ").substr(1);
    at = end;
  };
  for (const HitNote& note : hit.notes) {
    words_until(note.at);
    quotation += "\\[" + escaped(note.label) + "\\]";
  }
  words_until(hit.text.size());
  out += quotation + "\n\n";

  const std::vector<const HitNote*> notes = notes_of(hit, whole_text(hit));
  if (options.notes != NoteDetail::None && !notes.empty()) {
    for (const HitNote* note : notes) append_note(out, *note, options.notes);
    out += "\n";
  }
  // A citation says itself of when it is.
  const std::string origin = hit.cite_as.empty() ? age_words(hit.profile) : hit.cite_as;
  out += "— " + escaped(one_line(origin)) + " · " + escaped(one_line(hit.id));
  if (hit.group) out += " · " + escaped(one_line(group_words(*hit.group)));
  out += "\n";
}

}  // namespace

std::string passages_as_md(std::span<const Hit> passages, const RenderOptions& options) {
  std::string out;
  for (const Hit& hit : passages) append_passage(out, hit, options);
  return out;
}

std::string answer_as_md(const SearchResult& result, const RenderOptions& options) {
  const std::string passages = passages_as_md(result.hits, options);
  if (result.hits_for.empty()) return passages;
  return "*Nothing found for “" + escaped(one_line(result.raw)) + "”; these are for “" +
         escaped(one_line(result.hits_for)) + "”.*\n\n" + passages;
}

}  // namespace idsearch::query
