// SPDX-License-Identifier: GPL-2.0-or-later
// Parts of a note, ibid, "(n x)" and pinpoints.
#include "indexer/citation_parts.hpp"

#include <algorithm>
#include <utility>

#include "indexer/citation_backrefs.hpp"
#include "indexer/citation_pinpoints.hpp"
#include "indexer/citation_spans.hpp"
#include "indexer/citation_text.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

using text::trim;

std::optional<std::string> optional_text(std::string_view text) {
  if (text.empty()) return std::nullopt;
  return std::string(text);
}

// Where "op cit", "loc cit" or "supra" ends when nothing but a pinpoint follows, so that the part
// is no citation of its own; 0 when there is none.
std::size_t behind_no_number(std::string_view part, const std::vector<Span>& spans) {
  std::size_t behind = 0;
  walk_words(part, spans, [&](std::size_t at) -> std::size_t {
    const std::size_t length = backward_word(part, at);
    if (length == 0 || match_word(part, at, "above") != 0) return 0;
    const std::string_view rest = clean_pinpoint(part.substr(at + length));
    if (rest.empty() || looks_like_pinpoint(rest)) behind = at + length;
    return at + length;
  });
  return behind;
}

// Bytes of words that lead from one work to another, at `at`; 0 when there are none.
std::size_t connective(std::string_view text, std::size_t at) {
  return match_any(
      text, at,
      {"as cited in", "as quoted in", "as discussed in", "as reported in", "cited in", "quoted in",
       "discussed in", "reported in", "referred to in", "referring to", "citing", "quoting"});
}

// Where the last connective of `text` ends, and where it begins; outside quotes and URLs.
std::optional<std::pair<std::size_t, std::size_t>> last_connective(std::string_view text) {
  std::optional<std::pair<std::size_t, std::size_t>> last;
  walk_words(text, citation_spans(text), [&](std::size_t at) -> std::size_t {
    if (const std::size_t length = connective(text, at)) last = {at, at + length};
    return 0;
  });
  return last;
}

// Where the name begins in the text between two references, " 34, 36 and Yuna ": behind the first
// separator that no pinpoint follows.
std::pair<std::string_view, std::string_view> split_between(std::string_view between) {
  std::size_t at = 0;
  char32_t before = ' ';
  while (at < between.size()) {
    std::size_t length = 0;
    if (between[at] == ',' || between[at] == ';' || between[at] == '&') {
      length = 1;
    } else if (!is_word_character(before)) {
      length = match_word(between, at, "and");
    }
    if (length != 0) {
      std::size_t rest = skip_blanks(between, at + length);
      if (between[at] == ',') {  // ", and"
        const std::size_t more = match_word(between, rest, "and");
        if (more != 0) rest = skip_blanks(between, rest + more);
      }
      if (!looks_like_pinpoint(between.substr(rest))) {
        return {between.substr(0, at), between.substr(rest)};
      }
    }
    const CodePoint c = code_point_at(between, at);
    before = c.value;
    at += c.length;
  }
  if (looks_like_pinpoint(clean_pinpoint(between))) return {between, {}};
  return {{}, between};
}

bool has_url(std::string_view part, const std::vector<Span>& spans, std::size_t start,
             std::size_t end) {
  for (const Span& span : spans) {
    if (span.kind == Span::Kind::Url && span.start >= start && span.end <= end &&
        begins_url(part, span.inner_start)) {
      return true;
    }
  }
  return false;
}

bool has_title_or_bracket(const std::vector<Span>& spans, std::size_t start) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return span.start >= start &&
           (span.kind == Span::Kind::Quote || span.kind == Span::Kind::Round);
  });
}

bool has_title_or_url(const std::vector<Span>& spans, std::size_t start) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    return span.start >= start && (span.kind == Span::Kind::Quote || span.kind == Span::Kind::Url);
  });
}

Step reference_step(const Found& found, std::string_view name) {
  Step step;
  step.kind = Step::Kind::Reference;
  step.number = found.number;
  step.pinpoint = pinpoint_of(found.inside);
  name = trim(name);
  // "Citizenship Act, s 6 (n 3)"
  if (const std::size_t comma = name.rfind(','); comma != std::string_view::npos) {
    const std::string_view last = trim(name.substr(comma + 1));
    if (!last.empty() && !is_digit(last[0]) && looks_like_pinpoint(last)) {
      if (!step.pinpoint) step.pinpoint = std::string(last);
      name = name.substr(0, comma);
    }
  }
  // "Yuna, op. cit. (n 5)", "Yuna, supra note 5"
  for (const std::string_view end : {"supra", "above", "op. cit.", "op. cit", "op cit."}) {
    if (name.size() > end.size() && name.ends_with(end)) name.remove_suffix(end.size());
  }
  while (name.ends_with(',') || name.ends_with(' ')) name.remove_suffix(1);
  // Which of several notes a name belongs to cannot be told.
  if (!found.several) step.name = std::string(name);
  return step;
}

// Steps of the references of `part`, names and pinpoints told apart.
void add_references(std::string_view part, const std::vector<Span>& spans,
                    const std::vector<Found>& found, std::vector<Step>& steps) {
  std::string_view name = part.substr(0, found.front().start);
  bool full_before = false;
  if (const auto words = last_connective(name)) {
    const std::size_t signals = leading_signals(name);
    full_before = !trim(name.substr(0, words->first)).empty() && words->first > signals;
    name = name.substr(words->second);
  } else if (has_url(part, spans, 0, found.front().start)) {
    full_before = true;
    name = {};  // "…> accessed 1 May 2024, see (n 5)": where a name would begin cannot be told
  }
  if (full_before) steps.push_back({});
  for (std::size_t i = 0; i < found.size(); ++i) {
    Step step = reference_step(found[i], name);
    if (i + 1 < found.size() && found[i + 1].start < found[i].end) {
      steps.push_back(std::move(step));
      continue;
    }
    const std::size_t end = i + 1 < found.size() ? found[i + 1].start : part.size();
    std::string_view rest = part.substr(found[i].end, end - found[i].end);
    if (i + 1 < found.size()) {
      const auto [pinpoint, next_name] = split_between(rest);
      if (auto behind = pinpoint_of(pinpoint)) step.pinpoint = std::move(behind);
      name = next_name;
      if (const auto words = last_connective(name)) name = name.substr(words->second);
    } else {
      if (auto behind = pinpoint_of(rest)) step.pinpoint = std::move(behind);
    }
    steps.push_back(std::move(step));
  }
  // "Yuna (n 5) and Oliver Hotham, ‘Papers’ <https://…>"; but "Yuna (n 5) <https://…>" is one.
  const std::size_t last = found.back().end;
  if (!full_before && has_url(part, spans, last, part.size()) &&
      has_title_or_bracket(spans, last)) {
    steps.push_back({});
  }
}

// Length of "id", "ib" or "idem" at `at` where it stands for ibid: nothing but a pinpoint follows
// ("Id at 5"; "Id card", "idem, ‘Title’" are other things, and so is "ID").
std::size_t short_ibid(std::string_view part, std::size_t at) {
  const std::size_t length = match_any(part, at, {"idem", "id", "ib"});
  if (length == 0 || is_upper(part[at + 1])) return 0;
  std::string_view rest = part.substr(at + length);
  if (rest.starts_with('.')) rest.remove_prefix(1);
  rest = clean_pinpoint(rest);
  return rest.empty() || looks_like_pinpoint(rest) ? length : 0;
}

// Where the text behind "ibid" begins; 0 when `part` is no ibid.
std::size_t behind_ibid(std::string_view part) {
  std::size_t at = leading_signals(part);
  std::size_t length = match_any(part, at, {"ibid", "ibidem"});
  if (length == 0) length = short_ibid(part, at);
  if (length == 0) {
    at = skip_blanks(part, 0);
    length = match_any(part, at, {"ibid", "ibidem"});
    if (length == 0) length = short_ibid(part, at);
    if (length == 0) return 0;
  }
  at += length;
  // "ibid-like" is another word.
  if (at < part.size() && one_of(part[at], "-'_@")) return 0;
  if (at < part.size() && part[at] == '.') ++at;
  return at;
}

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_word_character(c.value)) return true;
    at += c.length;
  }
  return false;
}

// "…accessed 1 May 2024. See also Yuna (n 5)": a sentence that leads to other sources.
bool begins_further_sentence(std::string_view note, std::size_t at) {
  if (at >= note.size() || !is_upper(note[at])) return false;
  return match_any(note, at, {"see", "but see", "cf", "but cf", "compare", "contrast"}) != 0;
}

}  // namespace

std::vector<std::string_view> split_parts(std::string_view note) {
  std::vector<std::string_view> parts;
  std::size_t start = 0;
  const auto cut = [&](std::size_t end) {
    const std::string_view part = trim(note.substr(start, end - start));
    if (!part.empty()) parts.push_back(part);
  };
  const std::vector<Span> spans = citation_spans(note);
  auto span = spans.begin();
  for (std::size_t at = 0; at < note.size(); ++at) {
    while (span != spans.end() && span->start < at) ++span;
    if (span != spans.end() && span->start == at) {
      at = span->end - 1;
      continue;
    }
    const std::size_t next = skip_blanks(note, at + 1);
    if (next == at + 1) continue;
    if (note[at] == ';' || (note[at] == '.' && begins_further_sentence(note, next))) {
      cut(note[at] == ';' ? at : at + 1);
      start = at + 1;
    }
  }
  cut(note.size());
  if (parts.empty()) parts.push_back(trim(note));
  return parts;
}

Part read_part(std::string_view text) {
  Part part;
  part.text = std::string(text);
  const std::vector<Span> spans = citation_spans(text);
  const std::vector<Found> found = find_references(text, spans);
  if (const std::size_t behind = behind_ibid(text)) {
    Step step;
    step.kind = Step::Kind::Ibid;
    // "ibid and Yuna (n 5)", "ibid 7 and Yuna (n 5)"
    if (!found.empty()) {
      const std::string_view between = text.substr(behind, found.front().start - behind);
      // "ibid (n 1) 5": the number says which note is meant.
      if (trim(between).empty() || trim(between) == ",") {
        const std::string_view rest = text.substr(behind + between.size());
        const std::vector<Span> rest_spans = citation_spans(rest);
        const std::vector<Found> rest_found = find_references(rest, rest_spans);
        if (!rest_found.empty()) {
          add_references(rest, rest_spans, rest_found, part.steps);
          return part;
        }
      }
      const auto [pinpoint, name] = split_between(between);
      const std::size_t name_at = static_cast<std::size_t>(name.data() - text.data());
      if (!trim(name).empty() && name_at > behind + pinpoint.size() &&
          trim(text.substr(behind, name_at - behind)).size() > 1) {
        step.pinpoint = optional_text(clean_pinpoint(pinpoint));
        part.steps.push_back(std::move(step));
        const std::string_view rest = text.substr(name_at);
        const std::vector<Span> rest_spans = citation_spans(rest);
        const std::vector<Found> rest_found = find_references(rest, rest_spans);
        if (!rest_found.empty()) add_references(rest, rest_spans, rest_found, part.steps);
        return part;
      }
    }
    const std::string_view rest = clean_pinpoint(text.substr(behind));
    // "ibid, citing Smith, ‘Title’ <https://…>": a pinpoint has neither titles nor addresses.
    const bool cites = !looks_like_pinpoint(rest) && has_title_or_url(spans, behind);
    if (!cites) step.pinpoint = optional_text(rest);
    part.steps.push_back(std::move(step));
    if (cites) part.steps.push_back({});
    return part;
  }
  if (found.empty()) {
    Step step;
    const std::size_t behind = behind_no_number(text, spans);
    if (behind != 0 && !has_url(text, spans, 0, text.size())) {
      step.kind = Step::Kind::NoNumber;
      step.name = std::string(trim(text.substr(0, behind)));
    }
    part.steps.push_back(std::move(step));
  } else {
    add_references(text, spans, found, part.steps);
  }
  return part;
}

std::vector<Part> read_note(std::string_view note) {
  std::vector<Part> parts;
  if (!has_words(note)) {
    parts.emplace_back();
    parts.back().text = std::string(trim(note));
    parts.back().steps.emplace_back();
    parts.back().steps.back().kind = Step::Kind::Nothing;
    return parts;
  }
  for (const std::string_view text : split_parts(note)) parts.push_back(read_part(text));
  return parts;
}

}  // namespace idsearch::indexer
