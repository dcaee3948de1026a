// SPDX-License-Identifier: GPL-2.0-or-later
//
// A note list as a whole text profile: head, headings, body with marks, list in one of the layouts
// of profile-formats §2.6.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citation_oracle.hpp"
#include "note_list_generator.hpp"

namespace idsearch::oracle {
namespace {

// No digits, brackets, quotes or inner full stops; at least eight words. No final full stop.
constexpr std::array<std::string_view, 14> kSentences = {
    "The register is kept by the ministry of the interior and its local offices",
    "Parents must bring the paper to the nearest office within a month of the birth",
    "Few families in the outer districts have ever held a card of any kind",
    "To enrol a person has to show proof of residence and of descent",
    "Officials may refuse the form without giving any reason in writing",
    "According to eGov.kz the portal serves every citizen who has an account",
    "The draft law does not say who may read the data or for how long they are kept",
    "Children who are born to foreign mothers are often left out of the count",
    "The commission recommended that the state collect and publish reliable figures",
    "No court has so far heard a complaint about the fingerprint database",
    "The company Harbour Sdn. Bhd. was asked to build and run the system",
    "Nomadic households are registered once a year when the road is open",
    "A lost card can be replaced for a fee that many people cannot pay",
    "Without the number nobody can open an account or rent a flat"};

constexpr std::array<std::string_view, 6> kEndings = {
    "as the office confirmed",  "according to the same report", "which remains in force",
    "despite several protests", "as in earlier years",          "though the rule is not published"};

constexpr std::array<std::string_view, 5> kNotMarks = {
    "The form dates from [2019] and was never changed. ",
    "The letter speaks of “the citizen’s [sic] duty” without more. ",
    "A spokesman said that “the people of [the islands] will be counted”. ",
    "Applicants fill in [Form 2] and wait for the answer. ",
    "The order of [1997] is still applied in most districts. "};

constexpr std::array<std::string_view, 6> kHeadings = {
    "Digital ID Overview",       "Law",
    "Domestic law and policy",   "Data Protection",
    "International Commitments", "Designed to Include?"};

int value_of_label(const std::string& label) { return std::stoi(label); }

bool is_caret(Layout layout) {
  switch (layout) {
    case Layout::BareNumber:
    case Layout::Brackets:
    case Layout::MixedAll:
      return false;
    default:
      return true;
  }
}

// One paragraph while it is written: what the file shows and what remains without the marks.
struct Paragraph {
  std::string shown;
  std::string plain;
  std::vector<ExpectedMark> marks;

  void say(std::string_view words) {
    shown += words;
    plain += words;
  }
  // `shape` is what the file shows: "[4]", "[3, 4]", "[3–5]".
  void mark(std::string_view shape, const std::vector<std::string>& labels) {
    shown += shape;
    for (const auto& label : labels) marks.push_back({label, last_words(plain), 0});
  }
  void mark(const std::string& label) { mark("[" + label + "]", {label}); }
};

class Renderer {
 public:
  Renderer(const std::vector<NoteText>& notes, std::uint32_t seed, const RenderOptions& options)
      : notes_(notes), random_(seed ^ 0x5EEDU) {
    for (const auto& note : notes_) numbers_.insert(value_of_label(note.label));
    choose(seed, options);
    profile_.notes = notes;
  }

  GeneratedProfile render() {
    pick_cited();
    head();
    body();
    note_list();
    uncited();
    std::stable_sort(profile_.diagnostics.begin(), profile_.diagnostics.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    const std::string line_end = crlf_ ? "\r\n" : "\n";
    for (const auto& line : lines_) {
      if (&line != &lines_.front()) profile_.text += line_end;
      profile_.text += line;
    }
    if (random_.chance(60)) profile_.text += line_end;
    return std::move(profile_);
  }

 private:
  void choose(std::uint32_t seed, const RenderOptions& options) {
    Layout layout = Layout::NumberBlankText;
    do {
      layout = static_cast<Layout>(random_.below(kLayouts));
    } while (!suits(layout, notes_));
    layout_ = options.layout.value_or(layout);
    crlf_ = random_.chance(15);
    wrapped_ = random_.chance(35);
    indented_ = random_.chance(60);
    nbsp_ = random_.chance(60);
    crlf_ = options.crlf.value_or(crlf_);
    wrapped_ = options.wrapped.value_or(wrapped_);
    indented_ = options.indented.value_or(indented_);
    nbsp_ = options.nbsp_at_start.value_or(nbsp_);
    profile_.description = "seed " + std::to_string(seed) + ", layout " +
                           std::string(name_of(layout_)) + (crlf_ ? ", crlf" : "") +
                           (wrapped_ ? ", wrapped" : "") + (indented_ ? ", indented" : "") +
                           (nbsp_ ? ", nbsp" : "");
  }

  // The marks of the body in order. A few first notes stay uncited, as those of a lost tab do.
  void pick_cited() {
    const std::size_t lost = random_.chance(60) ? random_.below(numbers_.size() / 2 + 1) : 0;
    std::size_t index = 0;
    int previous = 0;
    bool previous_cited = true;
    for (const int number : numbers_) {
      const bool last = index + 1 == numbers_.size();
      const bool behind_gap = previous != 0 && number > previous + 1;
      bool cited = (index >= lost && random_.chance(88)) || last;
      if (behind_gap && !previous_cited) cited = true;
      // A number of the gap as dangling mark, between the two neighbours.
      if (behind_gap && previous_cited && random_.chance(40)) {
        cite_.push_back(previous + 1);
        dangling_.insert(previous + 1);
        cited = true;
      }
      if (cited) cite_.push_back(number);
      previous = number;
      previous_cited = cited;
      ++index;
    }
    if (!numbers_.empty() && random_.chance(25)) {
      cite_.push_back(previous + 1);
      dangling_.insert(previous + 1);
    }
    // Out of order, and once more.
    for (std::size_t i = 1; i < cite_.size(); ++i) {
      const bool both_exist = numbers_.contains(cite_[i]) && numbers_.contains(cite_[i - 1]);
      if (both_exist && random_.chance(5)) std::swap(cite_[i], cite_[i - 1]);
    }
    for (std::size_t i = 3; i < cite_.size(); ++i) {
      const int again = cite_[i - 2];
      if (random_.chance(4) && numbers_.contains(again)) {
        cite_.insert(cite_.begin() + static_cast<std::ptrdiff_t>(i), again);
        ++i;
      }
    }
  }

  void head() {
    if (random_.chance(50)) add_block("flag");
    add_block("North Korea");
    add_block("Last updated : January 29, 2026");
  }

  void body() {
    std::size_t next = 0;
    for (std::size_t h = 0; h < kHeadings.size(); ++h) {
      const std::string indent = indented_ && h >= 3 ? "    " : "";
      add_block(indent + std::string(kHeadings[h]));
      if (h == 1) {
        if (random_.chance(50)) add_block("law_background_image");
        continue;
      }
      const std::size_t sections_left = h == 0 ? 5 : kHeadings.size() - h;
      const std::size_t share = (cite_.size() - next + sections_left - 1) / sections_left;
      const std::size_t end = h + 1 == kHeadings.size() ? cite_.size() : next + share;
      do {
        const std::size_t in_this = std::min(end - next, std::size_t{1 + random_.below(5)});
        write_paragraph(indent, next, next + in_this);
        next += in_this;
      } while (next < end);
      if (h == 3 && random_.chance(50)) next = write_items(indent, next);
    }
  }

  void write_paragraph(const std::string& indent, std::size_t from, std::size_t to) {
    Paragraph paragraph;
    paragraph.say(sentence());
    paragraph.say(". ");
    while (from < to) {
      from = write_marked(paragraph, from, to);
      if (random_.chance(20)) paragraph.say(random_.pick(kNotMarks));
    }
    finish(paragraph, indent);
    lines_.emplace_back();
  }

  std::string sentence() { return std::string(random_.pick(kSentences)); }
  std::string ending() { return std::string(random_.pick(kEndings)); }

  // A sentence with one mark or several; returns the index of the first mark that is left.
  std::size_t write_marked(Paragraph& paragraph, std::size_t from, std::size_t to) {
    const std::string label = std::to_string(cite_[from]);
    const bool two = to - from >= 2;
    const std::string second = two ? std::to_string(cite_[from + 1]) : "";
    switch (random_.below(two ? 17 : 12)) {
      case 0:
      case 1:
        return plain_sentence(paragraph, label, ". ", "", from);
      case 2:
        return plain_sentence(paragraph, label, "", ". ", from);
      case 3:
        return plain_sentence(paragraph, label, ".", "", from);  // glued to the next
      case 4:
        return plain_sentence(paragraph, label, ". ", " ", from);
      case 5:
        return plain_sentence(paragraph, label, ".", "  ", from);
      case 6:
        return plain_sentence(paragraph, label, ".", "\u00A0", from);
      case 7:
        paragraph.say(sentence() + ",");
        paragraph.mark(label);
        paragraph.say(" " + ending() + ". ");
        return from + 1;
      case 8:
        paragraph.say("The ministry calls the card ‘safe for all of the country’s residents.’");
        paragraph.mark(label);
        paragraph.say(" ");
        return from + 1;
      case 9:
        paragraph.say("A report describes it as “a file on every household”.");
        paragraph.mark(label);
        paragraph.say(" ");
        return from + 1;
      case 10:
        paragraph.say("Some ");
        paragraph.say(std::to_string(20 + random_.below(70)));
        paragraph.say("%");
        paragraph.mark(label);
        paragraph.say(" of the people asked had no document at all. ");
        return from + 1;
      case 11:  // a blank before the mark and none after
        paragraph.say(sentence() + " ");
        paragraph.mark(label);
        paragraph.say(ending() + ". ");
        return from + 1;
      case 12:
        return two_marks(paragraph, label, second, "", from);
      case 13:
        return two_marks(paragraph, label, second, " ", from);
      case 14:
        return two_marks(paragraph, label, second, ",", from);
      case 15:
        if (dangling_.contains(cite_[from]) || dangling_.contains(cite_[from + 1])) {
          return two_marks(paragraph, label, second, "", from);
        }
        paragraph.say(sentence() + ".");
        paragraph.mark("[" + label + ", " + second + "]", {label, second});
        paragraph.say(" ");
        return from + 2;
      default:
        return mark_range(paragraph, from, to);
    }
  }

  std::size_t plain_sentence(Paragraph& paragraph, const std::string& label,
                             std::string_view before, std::string_view after, std::size_t from) {
    paragraph.say(sentence());
    paragraph.say(before);
    paragraph.mark(label);
    paragraph.say(before == ". " && after.empty() ? " " : after);
    return from + 1;
  }

  std::size_t two_marks(Paragraph& paragraph, const std::string& first, const std::string& second,
                        std::string_view between, std::size_t from) {
    paragraph.say(sentence() + ".");
    paragraph.mark(first);
    paragraph.say(between);
    paragraph.mark(second);
    paragraph.say(" ");
    return from + 2;
  }

  // "[3–5]" if the next marks are neighbours that all have notes, else the first alone.
  std::size_t mark_range(Paragraph& paragraph, std::size_t from, std::size_t to) {
    std::size_t end = from + 1;
    while (end < to && cite_[end] == cite_[end - 1] + 1 && numbers_.contains(cite_[end])) ++end;
    const std::string first = std::to_string(cite_[from]);
    if (end - from < 2 || !numbers_.contains(cite_[from])) {
      return plain_sentence(paragraph, first, ".", " ", from);
    }
    std::vector<std::string> labels;
    for (std::size_t i = from; i < end; ++i) labels.push_back(std::to_string(cite_[i]));
    paragraph.say(sentence() + ".");
    const std::string dash = random_.chance(70) ? "–" : "-";
    paragraph.mark("[" + first + dash + labels.back() + "]", labels);
    paragraph.say(" ");
    return end;
  }

  // Three items, each with a mark if there are marks left for them and for what follows.
  std::size_t write_items(const std::string& indent, std::size_t next) {
    const std::array<std::string_view, 3> items = {"a copy of the parents’ papers;",
                                                   "a letter from the village office;",
                                                   "a photograph that is not older than a month."};
    const std::string bullet = random_.chance(50) ? "• " : "- ";
    for (const auto item : items) {
      Paragraph paragraph;
      paragraph.say(bullet);
      paragraph.say(item);
      if (next + 2 < cite_.size()) paragraph.mark(std::to_string(cite_[next++]));
      finish(paragraph, indent);
    }
    lines_.emplace_back();
    return next;
  }

  void finish(Paragraph& paragraph, const std::string& indent) {
    const std::size_t end = paragraph.shown.find_last_not_of(' ');
    paragraph.shown.resize(end + 1);
    const std::uint32_t tail = random_.below(4);
    if (tail == 0) paragraph.shown += " ";
    if (tail == 1) paragraph.shown += "\u00A0";
    lines_.push_back(indent + paragraph.shown);
    for (auto& mark : paragraph.marks) {
      mark.paragraph = paragraphs_;
      if (dangling_.contains(value_of_label(mark.label))) {
        diagnose("dangling-mark", mark.label, static_cast<int>(lines_.size()));
      }
      profile_.marks.push_back(mark);
    }
    ++paragraphs_;
  }

  void note_list() {
    std::array<Layout, 2> halves = {layout_, layout_};
    if (layout_ == Layout::LikeTheSample) {
      halves = {Layout::NumberBlankText, Layout::NumberThenText};
    } else if (layout_ == Layout::MixedAll) {
      halves[0] = static_cast<Layout>(random_.below(7));
      halves[1] = static_cast<Layout>(random_.below(7));
    }
    const std::size_t turn = random_.below(notes_.size() + 1);
    const bool blank_between = layout_ == Layout::MixedAll || random_.chance(50);
    std::set<std::string> seen;
    for (std::size_t i = 0; i < notes_.size(); ++i) {
      Layout layout = halves[i < turn ? 0 : 1];
      if (layout_ == Layout::MixedCaret) layout = static_cast<Layout>(random_.below(5));
      if (!seen.insert(notes_[i].label).second) {
        diagnose("duplicate-note", notes_[i].label, static_cast<int>(lines_.size()) + 1);
      }
      write_note(notes_[i], layout);
      if (blank_between || layout == Layout::NumberBlankText) lines_.emplace_back();
    }
    while (lines_.back().empty()) lines_.pop_back();
  }

  void write_note(const NoteText& note, Layout layout) {
    const std::string indent = indented_ ? "    " : "";
    const bool ibid = note.text.starts_with("ibid") || note.text.starts_with("Ibid");
    const std::string nbsp = !nbsp_ || ibid ? "" : random_.chance(50) ? "\u00A0 " : "\u00A0";
    auto text = wrap(note.text);
    text.front() = nbsp + text.front();
    switch (layout) {
      case Layout::NumberBlankText:
        lines_.push_back(indent + note.label + ".^");
        lines_.emplace_back();
        lines_.push_back(indent + text.front());
        break;
      case Layout::NumberThenText:
        lines_.push_back(indent + note.label + ".^");
        lines_.push_back(indent + text.front());
        break;
      case Layout::NumberCaretText:
        lines_.push_back(indent + note.label + ".^ " + text.front());
        break;
      case Layout::NumberSpaceCaretText:
        lines_.push_back(indent + note.label + ". ^ " + text.front());
        break;
      case Layout::CaretNumberText:
        lines_.push_back(indent + "^ " + note.label + ". " + text.front());
        break;
      case Layout::Brackets:
        lines_.push_back(indent + "[" + note.label + "] " + text.front());
        break;
      default:
        lines_.push_back(indent + note.label + ". " + text.front());
        break;
    }
    for (std::size_t i = 1; i < text.size(); ++i) lines_.push_back(indent + text[i]);
  }

  // `text` in lines of some 70 bytes, broken at single blanks, and only where the next line will
  // not look like a number line or an item.
  std::vector<std::string> wrap(const std::string& text) {
    std::vector<std::string> out(1);
    const bool wrap_this = wrapped_ && random_.chance(70);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view next = std::string_view(text).substr(i + 1);
      const bool letter = !next.empty() && ((next[0] >= 'a' && next[0] <= 'z') ||
                                            (next[0] >= 'A' && next[0] <= 'Z'));
      const bool safe = letter || next.starts_with("‘") || next.starts_with("<");
      const bool alone = i > 0 && text[i - 1] != ' ';
      if (wrap_this && text[i] == ' ' && out.back().size() > 60 && safe && alone) {
        out.emplace_back();
      } else {
        out.back() += text[i];
      }
    }
    return out;
  }

  // Runs of neighbours in the list of numbers; `pick_cited` sees to it that none spans a gap.
  void uncited() {
    std::set<int> cited;
    for (const auto& mark : profile_.marks) cited.insert(value_of_label(mark.label));
    int first = 0;
    int last = 0;
    const auto close = [&] {
      if (first == 0) return;
      std::string label = std::to_string(first);
      if (last != first) label.append("-").append(std::to_string(last));
      diagnose("uncited-note", label, 0);
      first = 0;
    };
    for (const int number : numbers_) {
      if (cited.contains(number)) {
        close();
      } else {
        if (first == 0) first = number;
        last = number;
      }
    }
    close();
  }

  void diagnose(std::string kind, std::string label, int line) {
    profile_.diagnostics.push_back({std::move(kind), std::move(label), line});
  }

  void add_block(std::string line) {
    lines_.push_back(std::move(line));
    lines_.emplace_back();
  }

  std::vector<NoteText> notes_;
  std::set<int> numbers_;
  Random random_;
  Layout layout_ = Layout::NumberBlankText;
  bool crlf_ = false;
  bool wrapped_ = false;
  bool indented_ = false;
  bool nbsp_ = false;
  std::vector<int> cite_;  // numbers of the marks, in order of the body
  std::set<int> dangling_;
  int paragraphs_ = 0;
  std::vector<std::string> lines_;
  GeneratedProfile profile_;
};

}  // namespace

GeneratedProfile render_profile(const std::vector<NoteText>& notes, std::uint32_t seed,
                                const RenderOptions& options) {
  return Renderer(notes, seed, options).render();
}

std::string last_words(std::string_view text, int count) {
  const auto words = compared_words(text);
  const std::size_t n = std::min(words.size(), static_cast<std::size_t>(count));
  std::string out;
  for (std::size_t i = words.size() - n; i < words.size(); ++i) {
    if (!out.empty()) out += ' ';
    out += words[i];
  }
  return out;
}

bool suits(Layout layout, const std::vector<NoteText>& notes) {
  if (is_caret(layout)) return true;
  return std::adjacent_find(notes.begin(), notes.end(), [](const auto& a, const auto& b) {
           return value_of_label(a.label) >= value_of_label(b.label);
         }) == notes.end();
}

std::string_view name_of(Layout layout) {
  static constexpr std::array<std::string_view, kLayouts> kNames = {
      "12.^/blank/text", "12.^/text", "12.^ text",       "12. ^ text",   "^ 12. text",
      "12. text",        "[12] text", "like the sample", "mixed carets", "mixed"};
  return kNames[static_cast<std::size_t>(layout)];
}

}  // namespace idsearch::oracle
