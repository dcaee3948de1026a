// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/arguments.hpp"

#include <gtest/gtest.h>

#include "idsearch/error.hpp"

namespace idsearch::query {
namespace {

using Words = std::vector<std::string>;

Words messages_of(const std::vector<QueryNote>& notes) {
  Words messages;
  for (const QueryNote& note : notes) messages.push_back(note.message);
  return messages;
}

struct Split {
  Words typed;
  Words words;
  std::vector<GivenOption> options;
};

TEST(Arguments, OptionsAndQueryTextAreToldApart) {
  const std::vector<Split> cases{
      {{"biometric", "database"}, {"biometric", "database"}, {}},
      {{"-n", "5", "birth"}, {"birth"}, {{OptionId::Limit, "5"}}},
      {{"birth", "-n", "5"}, {"birth"}, {{OptionId::Limit, "5"}}},
      {{"-n5", "birth"}, {"birth"}, {{OptionId::Limit, "5"}}},
      {{"birth", "-n5", "-C2"}, {"birth"}, {{OptionId::Limit, "5"}, {OptionId::Context, "2"}}},
      {{"--limit=5", "birth"}, {"birth"}, {{OptionId::Limit, "5"}}},
      {{"-n=5", "birth"}, {"birth"}, {{OptionId::Limit, "5"}}},
      {{"-cKP", "birth"}, {"birth"}, {{OptionId::Country, "KP"}}},
      {{"birth", "-cKP,KR"}, {"birth"}, {{OptionId::Country, "KP,KR"}}},
      {{"-c", "china", "birth"}, {"birth"}, {{OptionId::Country, "china"}}},
      {{"-fjson", "birth"}, {"birth"}, {{OptionId::Format, "json"}}},
      {{"-s=law", "-q", "birth"}, {"birth"}, {{OptionId::Section, "law"}, {OptionId::Quiet, ""}}},
      {{"--section=a=b", "birth"}, {"birth"}, {{OptionId::Section, "a=b"}}},
      {{"--queries", "-"}, {}, {{OptionId::Queries, "-"}}},
      {{"--section=", "birth"}, {"birth"}, {{OptionId::Section, ""}}},
      {{"--section=-x", "birth"}, {"birth"}, {{OptionId::Section, "-x"}}},
  };
  for (const Split& c : cases) {
    const Arguments given = split_arguments(c.typed);
    EXPECT_EQ(given.words, c.words) << testing::PrintToString(c.typed);
    EXPECT_EQ(given.options, c.options) << testing::PrintToString(c.typed);
    EXPECT_EQ(messages_of(given.notes), Words{}) << testing::PrintToString(c.typed);
  }
}

TEST(Arguments, ANegatedWordIsNeverAnOption) {
  // Each of these begins with the letter of an option that takes a value or none.
  for (const std::string word :
       {"-china",    "-country:KP", "-state",  "-tax",      "-number",  "-fraud",
        "-force",    "-quota",      "-hukou",  "-Vietnam",  "-nigeria", "-census",
        "-Cuba",     "-cuba,chad",  "-slaw",   "-é",        "-证",      "-\"left stateless\"",
        "-(a OR b)", "-2019",       "-",       "-n5a",      "-C2b",     "-cK",
        "-cKPR",     "-cKP,",       "-fjsons", "-idsearch", "-x:y",     "-AI"}) {
    for (const Words& typed : {Words{word, "identity"}, Words{"identity", word}}) {
      const Arguments given = split_arguments(typed);
      EXPECT_EQ(given.words, typed) << word;
      EXPECT_TRUE(given.options.empty()) << word;
    }
  }
}

TEST(Arguments, AWordThatLooksLikeAnOptionIsSaidToBeAWord) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"-json", "-json is read as a word to leave out; the option is --json"},
      {"-limit", "-limit is read as a word to leave out; the option is --limit"},
      {"-limit=5", "-limit=5 is read as a word to leave out; the option is --limit"},
      {"-5", "-5 is read as a word to leave out; the option is -n 5"},
      {"-n5x", "-n5x is read as a word to leave out; for the option leave a blank: -n 5x"},
      {"-sLaw", "-sLaw is read as a word to leave out; for the option leave a blank: -s Law"},
      {"-fjsn", "-fjsn is read as a word to leave out; the option is -f json"},
      {"-fjsons", "-fjsons is read as a word to leave out; the option is -f json"},
      {"-fJSON", "-fJSON is read as a word to leave out; the option is -f json"},
      {"-fxml", "-fxml is read as a word to leave out; the option is -f json"},
      {"-ftxt", "-ftxt is read as a word to leave out; the option is -f text"},
      {"-ckenya", "-ckenya is read as a word to leave out; the option is -c kenya"},
      {"-cKenya,Uganda",
       "-cKenya,Uganda is read as a word to leave out; the option is -c Kenya,Uganda"},
      {"-cnorth korea",
       "-cnorth korea is read as a word to leave out; the option is -c \"north korea\""},
      {"-tsurveillance",
       "-tsurveillance is read as a word to leave out; the option is -t surveillance"},
      {"-sdata_protection",
       "-sdata_protection is read as a word to leave out; the option is -s data_protection"},
  };
  for (const auto& [word, note] : cases) {
    const Arguments given = split_arguments({"identity", word});
    EXPECT_EQ(given.words, (Words{"identity", word}));
    EXPECT_EQ(messages_of(given.notes), Words{note});
    EXPECT_EQ(given.notes[0].column, std::string("identity ").size());
    EXPECT_EQ(given.notes[0].length, word.size());
    EXPECT_TRUE(given.doubtful.empty()) << word;
  }
  EXPECT_TRUE(split_arguments({"identity", "--", "-json"}).notes.empty());
}

TEST(Arguments, WordsToLeaveOutAreNotTakenForOptions) {
  for (const std::string word :
       {"-fraud", "-china",   "-court",       "-courts",      "-frisk",  "-fads",        "-fids2",
        "-fact",  "-false",   "-fee",         "-form",        "-forms",  "-france",      "-finland",
        "-fiji",  "-chad",    "-chile",       "-canada",      "-cuba",   "-cyprus",      "-croatia",
        "-cat",   "-card",    "-citizen",     "-children",    "-costa",  "-chinese",     "-tax",
        "-topic", "-theft",   "-thai",        "-state",       "-status", "-somalia",     "-slaw",
        "-no",    "-nigeria", "-nationality", "-fingerprint", "-face",   "-fingerprints"}) {
    const Arguments given = split_arguments({"identity", word});
    const bool is_option = word == "-topic";  // there is one of this name
    EXPECT_EQ(given.notes.empty(), !is_option)
        << word << testing::PrintToString(messages_of(given.notes));
  }
}

TEST(Arguments, PlacesOfNotesCountInTheRepairedQuery) {
  const Arguments given = split_arguments({"id\xff", "-json",
                                           "-fr\xff"
                                           "d"});
  ASSERT_EQ(given.notes.size(), 1u);
  EXPECT_EQ(given.notes[0].column, std::string("id\uFFFD ").size());
  ASSERT_EQ(given.doubtful.size(), 1u);
  EXPECT_EQ(given.doubtful[0].note.column, std::string("id\uFFFD -json ").size());
  EXPECT_EQ(given.doubtful[0].note.length, std::string("-fr\uFFFDd").size());
}

TEST(Arguments, WhetherAnOptionWithItsValueWasMeantMayDependOnTheIndex) {
  const std::string reading = " is read as a word to leave out, but stands nowhere; ";
  const std::string formats =
      "the option -f takes text, json, ndjson, csv, md, csl-json, "
      "bibtex, ris, ids or trec";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"-slaw", "if an option is meant, leave a blank behind -s"},
      {"-ckp", "if an option is meant, leave a blank behind -c"},
      {"-china", "if an option is meant, leave a blank behind -c"},
      {"-tfoo", "if an option is meant, leave a blank behind -t"},
      {"-fnope", formats},
      {"-qn5", "short options stand apart: -q -n5"},
  };
  for (const auto& [word, advice] : cases) {
    const Arguments given = split_arguments({"identity", word});
    EXPECT_EQ(given.words, (Words{"identity", word}));
    EXPECT_TRUE(given.notes.empty()) << word;
    ASSERT_EQ(given.doubtful.size(), 1u) << word;
    EXPECT_EQ(given.doubtful[0].word, word.substr(1));
    EXPECT_EQ(given.doubtful[0].note.message, word + reading + advice);
  }
  // Other letters, numbers that cannot begin so, and what is no single word.
  for (const std::string word : {"-bfoo", "-number", "-Care", "-quota", "-country:KP", "-surveil*",
                                 "-state(s)", "-\"x\"", "-é", "-2019", "-"}) {
    EXPECT_TRUE(split_arguments({"identity", word}).doubtful.empty()) << word;
  }
  EXPECT_TRUE(split_arguments({"identity", "--", "-slaw"}).doubtful.empty());
}

TEST(Arguments, BehindTwoDashesEverythingIsText) {
  const Arguments given = split_arguments({"-q", "--", "-n", "5", "--json", "--", "show"});
  EXPECT_EQ(given.words, (Words{"-n", "5", "--json", "--", "show"}));
  EXPECT_EQ(given.options, (std::vector<GivenOption>{{OptionId::Quiet, ""}}));
  EXPECT_EQ(given.command, Command::Search);
  EXPECT_EQ(given.query(), "-n 5 --json -- show");
}

TEST(Arguments, TextThatTheShellKeptTogetherIsText) {
  const Words typed{"-- no option", "--limit is five = 5", "---", "--5", ""};
  EXPECT_EQ(split_arguments(typed).words, typed);
}

TEST(Arguments, OnlyTheFirstWordIsACommand) {
  const std::vector<std::tuple<Words, Command, Words>> cases{
      {{"show", "a/b/1"}, Command::Show, {"a/b/1"}},
      {{"--index", "x", "show", "a/b/1"}, Command::Show, {"a/b/1"}},
      {{"search", "show"}, Command::Search, {"show"}},
      {{"search", "search", "x"}, Command::Search, {"search", "x"}},
      {{"--", "show"}, Command::Search, {"show"}},
      {{"please", "show"}, Command::Search, {"please", "show"}},
      {{"Show"}, Command::Search, {"Show"}},
      {{"shows"}, Command::Search, {"shows"}},
      {{"sho"}, Command::Search, {"sho"}},
      {{"verify"}, Command::Search, {"verify"}},
      {{"show stats"}, Command::Search, {"show stats"}},
      {{"help", "show"}, Command::Help, {"show"}},
      {{"stats"}, Command::Stats, {}},
  };
  for (const auto& [typed, command, words] : cases) {
    const Arguments given = split_arguments(typed);
    EXPECT_EQ(given.command, command) << testing::PrintToString(typed);
    EXPECT_EQ(given.words, words) << testing::PrintToString(typed);
  }
  EXPECT_TRUE(split_arguments({"search", "x"}).verb_given);
  EXPECT_FALSE(split_arguments({"x"}).verb_given);
}

struct Fault {
  Words typed;
  std::string message, hint;
};

TEST(Arguments, AnAliasWithAnIndexMayAskForHelp) {
  EXPECT_EQ(split_arguments({"--index", "x", "help", "show"}).command, Command::Help);
}

TEST(Arguments, FaultsNameTheOptionAndTheNearestOne) {
  const std::string text = "to search for it as text, put -- before the query";
  const std::string of_show =
      "idsearch help show lists its options; an id that begins so stands behind --";
  const std::vector<Fault> cases{
      {{"--limti", "3"}, "unknown option --limti", "did you mean --limit? Otherwise, " + text},
      {{"--colour"}, "unknown option --colour", "did you mean --color? Otherwise, " + text},
      {{"--lim"}, "unknown option --lim", "did you mean --limit? Otherwise, " + text},
      {{"--nosynonyms"},
       "unknown option --nosynonyms",
       "did you mean --no-synonyms? Otherwise, " + text},
      {{"--xyzzy=3"}, "unknown option --xyzzy", text},
      {{"-x", "word"}, "unknown option -x", text},
      {{"word", "-b"}, "unknown option -b", text},
      {{"show", "-china"}, "unknown option -china", of_show},
      {{"show", "-x"}, "unknown option -x", of_show},
      {{"show", "a/b/1", "--nots", "none"},
       "unknown option --nots",
       "did you mean --notes? " + of_show},
      {{"stats", "--limti", "3"},
       "unknown option --limti",
       "idsearch help stats lists its options"},
      {{"--limit"}, "option --limit needs a value", "write --limit=N"},
      {{"-c", "-china"}, "option -c needs a value, and -china is none", "write --country=LIST"},
      {{"-c", "--json"}, "option -c needs a value, and --json is none", "write --country=LIST"},
      {{"--json=yes"}, "option --json takes no value", "write --json alone"},
      {{"show", "--limit", "3", "x"},
       "--limit is no option of show",
       "idsearch help show lists its options"},
  };
  for (const Fault& c : cases) {
    try {
      split_arguments(c.typed);
      ADD_FAILURE() << testing::PrintToString(c.typed) << " was taken";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::Usage);
      EXPECT_EQ(error.message(), c.message);
      EXPECT_EQ(error.hint(), c.hint);
    }
  }
}

TEST(Arguments, NoPrefixOfAnOptionIsGuessed) {
  for (const OptionRow& row : kOptions) {
    for (std::size_t size = 1; size < row.name.size(); ++size) {
      const std::string prefix(row.name.substr(0, size));
      if (find_option(prefix) != nullptr) continue;
      EXPECT_THROW(split_arguments({"--" + prefix, "1"}), Error) << prefix;
    }
  }
}

TEST(Arguments, HelpIsGivenWhateverElseIsOnTheLine) {
  EXPECT_TRUE(split_arguments({"show", "--limit", "3", "-h"}).has(OptionId::Help));
}

TEST(Arguments, TheLastOfRepeatedValuesCountsAndListsKeepAll) {
  const Arguments given = split_arguments({"-n", "1", "-n2", "-t", "a", "--topic=b"});
  EXPECT_EQ(*given.last(OptionId::Limit), "2");
  EXPECT_EQ(given.all(OptionId::Topic), (Words{"a", "b"}));
  EXPECT_EQ(given.last(OptionId::Since), nullptr);
}

TEST(Options, NamesAndLettersAreUnique) {
  for (const OptionRow& row : kOptions) {
    EXPECT_EQ(find_option(row.name), &row);
    if (row.letter != 0) {
      EXPECT_EQ(find_option(row.letter), &row);
    }
    EXPECT_EQ(&option_row(row.id), &row);
    EXPECT_FALSE(row.help.empty());
  }
}

}  // namespace
}  // namespace idsearch::query
