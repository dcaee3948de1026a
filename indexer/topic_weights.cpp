// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the lines of a file of weights; nothing unknown is passed over.
#include "indexer/topic_weights.hpp"

#include <algorithm>
#include <charconv>
#include <span>
#include <utility>

#include "idsearch/error.hpp"

namespace idsearch::indexer {
namespace {

// Beyond this a weight is a slip of the pen, and a sum of any passage stays far from 64 bits.
constexpr std::int32_t kMaxWeight = 1'000'000;

// Fields are short: a loop is cheaper than a search for each.
void split(std::string_view text, char at, std::vector<std::string_view>& out) {
  out.clear();
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != at) continue;
    out.push_back(text.substr(from, i - from));
    from = i + 1;
  }
  out.push_back(text.substr(from));
}

}  // namespace

class TopicWeights::Reader {
 public:
  Reader(TopicWeights& out, TopicLexicon& lexicon, const TopicClassNames& classes,
         std::string_view file)
      : out_(out), lexicon_(lexicon), classes_(classes), file_(file) {}

  void read(std::string_view text, const std::vector<std::string>& topics) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      std::string_view line = text.substr(0, end);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
      ++line_;
      if (line.ends_with('\r')) line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      split(line, '\t', fields_);
      if (out_.columns() == 0)
        read_head(topics);
      else
        read_line();
    }
    line_ = 1;
    if (out_.columns() == 0) fail("no weights");
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::BadConfiguration,
                std::string(file_) + ":" + std::to_string(line_) + ": " + what,
                "The form of a file of weights is explained at the head of "
                "corpus/topic-weights.tsv.");
  }

  Weight number(std::string_view text) const {
    Weight value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > kMaxWeight ||
        value < -kMaxWeight)
      fail("\"" + std::string(text) + "\" is no whole number of at most " +
           std::to_string(kMaxWeight));
    return value;
  }

  void read_head(const std::vector<std::string>& topics) {
    if (fields_.size() < 3 || fields_[0] != "kind" || fields_[1] != "feature")
      fail("the first line must be \"kind\", \"feature\" and the names of topics");
    for (const std::string_view name : std::span(fields_).subspan(2)) {
      const auto at = std::ranges::find(topics, name);
      if (at == topics.end()) fail("no topic \"" + std::string(name) + "\" in the rules");
      out_.topic_of_.push_back(static_cast<std::size_t>(at - topics.begin()));
    }
    out_.threshold_.assign(out_.columns(), 0);
    out_.more_.assign(out_.columns(), 0);
    out_.stride_ = (out_.columns() + kStep - 1) / kStep * kStep;
    out_.weights_.assign(out_.stride_, 0);
  }

  void read_line() {
    const std::size_t columns = out_.columns();
    if (fields_.size() != columns + 2) fail(std::to_string(columns + 2) + " fields are needed");
    const std::string_view kind = fields_[0], feature = fields_[1];
    if (kind == "threshold" || kind == "more") {
      auto& points = kind == "more" ? out_.more_ : out_.threshold_;
      for (std::size_t i = 0; i < columns; ++i) points[i] = number(fields_[i + 2]);
      return;
    }
    for (std::size_t i = 0; i < columns; ++i) out_.weights_.push_back(number(fields_[i + 2]));
    out_.weights_.resize((row_ + 2) * out_.stride_);
    ++row_;
    if (kind == "stem") {
      take(out_.stem_row_[stem(feature)]);
    } else if (kind == "next") {
      const auto [first, second] = two(feature, ' ');
      const std::uint32_t a = stem(first), b = stem(second);
      out_.wanted_.begins_next[a] = 1;
      NextRow& next = out_.next_place(pair_key(a, b));
      next.key = pair_key(a, b);
      ++out_.next_count_;
      take(next.row);
    } else if (kind == "class") {
      take(out_.class_row_[word_class(feature)]);
    } else if (kind == "both" || kind == "near") {
      const bool near = kind == "near";
      const auto [first, second] = two(feature, '+');
      auto a = word_class(first), b = word_class(second);
      if (a > b) std::swap(a, b);
      const std::size_t at = a * classes_.count() + b;
      take(near ? out_.pair_rows_[at].near : out_.pair_rows_[at].both);
      out_.wanted_.pairs[at] |= near ? WantedFeatures::kNear : WantedFeatures::kBoth;
      if (a != b)  // no word is a pair with itself
        out_.wanted_.partners[a * classes_.set_words() + b / 64] |= std::uint64_t{1} << (b % 64);
    } else {
      fail("unknown kind \"" + std::string(kind) + "\"");
    }
  }

  std::uint32_t stem(std::string_view name) {
    if (name.empty()) fail("a stem is missing");
    const std::uint32_t at = lexicon_.add_stem(name);
    if (at >= out_.stem_row_.size()) {
      out_.stem_row_.resize(at + 1);
      out_.wanted_.begins_next.resize(at + 1);
    }
    return at;
  }

  std::uint32_t word_class(std::string_view name) const {
    const auto at = classes_.number(name);
    if (!at) fail("no word class \"" + std::string(name) + "\"");
    return *at;
  }

  std::pair<std::string_view, std::string_view> two(std::string_view names, char between) const {
    const std::size_t at = names.find(between);
    if (at == std::string_view::npos || names.find(between, at + 1) != std::string_view::npos)
      fail("two names are needed");
    return {names.substr(0, at), names.substr(at + 1)};
  }

  void take(std::uint32_t& at) const {
    if (at != 0) fail("the feature stands twice");
    at = row_;
  }

  TopicWeights& out_;
  TopicLexicon& lexicon_;
  const TopicClassNames& classes_;
  std::string_view file_;
  std::size_t line_ = 0;
  std::uint32_t row_ = 0;
  std::vector<std::string_view> fields_;
};

TopicWeights::TopicWeights(TopicLexicon& lexicon, const TopicClassNames& classes,
                           const std::vector<std::string>& topics, std::string_view tsv,
                           std::string_view file)
    : class_count_(classes.count()),
      class_row_(class_count_),
      pair_rows_(class_count_ * class_count_) {
  wanted_.pairs.resize(pair_rows_.size());
  wanted_.partners.resize(class_count_ * classes.set_words());
  Reader(*this, lexicon, classes, file).read(tsv, topics);
}

// Where a pair is, or would be; makes room for one more.
TopicWeights::NextRow& TopicWeights::next_place(std::uint64_t key) {
  if (2 * (next_count_ + 1) > next_rows_.size()) {
    std::vector<NextRow> before(std::max<std::size_t>(2 * next_rows_.size(), 64));
    before.swap(next_rows_);
    for (const auto& next : before)
      if (next.key != 0) next_place(next.key) = next;
  }
  std::size_t at = scatter(key);
  const std::size_t mask = next_rows_.size() - 1;
  while (next_rows_[at & mask].key != 0 && next_rows_[at & mask].key != key) ++at;
  return next_rows_[at & mask];
}

}  // namespace idsearch::indexer
