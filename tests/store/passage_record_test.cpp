// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/passage_record.hpp"

#include <gtest/gtest.h>

#include <random>

#include "sample_index.hpp"
#include "store/tagged.hpp"

namespace idsearch::store {
namespace {

PassageRecord full_record() {
  PassageRecord out;
  out.id = "north-korea/law/data-protection/2";
  out.text = "Every citizen is registered. The register is kept.";
  out.profile_id = "north-korea";
  out.profile_title = "North Korea";
  out.file = "asia/north-korea.txt";
  out.updated = "2026-01-29";
  out.country = Country{"KP", "North Korea"};
  out.section_path = "law/data-protection";
  out.section_titles = {"Law", "Data Protection"};
  out.kind = PassageKind::Item;
  out.language = "en";
  out.line = 27;
  out.sentence_ends = {29, 50};
  out.marks = {{"28", 28}, {"29", 50}};
  out.topics = {{"surveillance", {"registered", "register"}}};
  Source source;
  source.note = "24";
  source.part = 1;
  source.text = "Report on Registers (2024) <https://example.org>";
  source.pinpoint = "12";
  source.status = NoteStatus::Forward;
  source.trail = {"28", "24"};
  source.reference.authors = {"Office of Registers"};
  source.reference.title = "Report on Registers";
  source.reference.container = "Site";
  source.reference.publisher = "";
  source.reference.issued = "2024";
  source.reference.url = "https://example.org";
  source.reference.accessed = "2026-01-21";
  source.reference.type = "report";
  out.notes = {{"28", 300, "ibid 12", NoteStatus::Forward, {"28", "24"}, {source}},
               {"29", 301, "ibid", NoteStatus::NoAntecedent, {"29"}, {Source{}}}};
  out.previous_id = "north-korea/law/data-protection/1";
  out.next_id = "north-korea/law/data-protection/3";
  out.sha256 = sha256_hex(out.text);
  return out;
}

TEST(PassageRecord, ReadOfWrittenIsTheSame) {
  const PassageRecord record = full_record();
  EXPECT_EQ(decode_record(encode_record(record)), record);
  EXPECT_EQ(decode_record_id(encode_record(record)), record.id);
}

TEST(PassageRecord, ASourceWithTheWordsOfItsNoteIsStoredOnce) {
  PassageRecord record = full_record();
  const std::size_t before = encode_record(record).size();
  record.notes[0].text = record.notes[0].sources[0].text;
  EXPECT_LT(encode_record(record).size(), before);
  EXPECT_EQ(decode_record(encode_record(record)), record);
  record.notes[0].text = record.notes[0].sources[0].text = "";
  EXPECT_EQ(decode_record(encode_record(record)), record);
}

TEST(PassageRecord, HashIsAlwaysThatOfTheText) {
  PassageRecord record = full_record();
  record.sha256 = "whatever";
  EXPECT_EQ(decode_record(encode_record(record)).sha256, sha256_hex(record.text));
}

TEST(PassageRecord, ReadOfWrittenIsTheSameForManyOddRecords) {
  std::mt19937 random(20260129);
  const auto upto = [&random](std::size_t n) { return random() % (n + 1); };
  const auto text = [&](std::size_t longest) {
    std::string out;
    for (auto n = upto(longest); n > 0; --n) out += static_cast<char>(upto(255));
    return out;
  };
  const auto maybe = [&](std::size_t longest) {
    return upto(1) == 0 ? std::optional<std::string>() : text(longest);
  };
  const auto texts = [&](std::size_t most) {
    std::vector<std::string> out(upto(most));
    for (auto& one : out) one = text(9);
    return out;
  };
  for (int round = 0; round < 500; ++round) {
    PassageRecord record;
    record.id = "x" + text(300);
    record.text = text(600);
    record.profile_id = text(20);
    record.profile_title = text(20);
    record.file = text(20);
    record.updated = maybe(10);
    if (upto(1) == 1) record.country = Country{text(2), text(9)};
    record.section_path = text(30);
    record.section_titles = texts(3);
    record.kind = static_cast<PassageKind>(upto(2));
    record.language = text(3);
    record.line = random();
    for (std::size_t end = 0; upto(3) != 0 && end < record.text.size();)
      record.sentence_ends.push_back(end += 1 + upto(record.text.size() - end - 1));
    for (auto n = upto(4); n > 0; --n) record.marks.push_back({text(3), upto(record.text.size())});
    for (auto n = upto(2); n > 0; --n) record.topics.push_back({text(9), texts(3)});
    for (auto n = upto(3); n > 0; --n) {
      Note note{text(3), random(), text(40), static_cast<NoteStatus>(upto(6)), texts(3), {}};
      for (auto s = upto(2); s > 0; --s) {
        Source source{text(3),  random(), text(60), maybe(5), static_cast<NoteStatus>(upto(6)),
                      texts(3), {}};
        source.reference = {texts(2), maybe(9), maybe(9), maybe(9),
                            maybe(9), maybe(9), maybe(9), text(5)};
        if (upto(2) == 0) source.text = note.text;
        note.sources.push_back(source);
      }
      record.notes.push_back(note);
    }
    record.previous_id = text(9);
    record.next_id = text(9);
    record.sha256 = sha256_hex(record.text);
    ASSERT_EQ(decode_record(encode_record(record)), record) << "round " << round;
  }
}

TEST(PassageRecord, UnknownTagsArePassedOver) {
  TaggedWriter newer;
  newer.always(99, "something that a later program writes");
  const std::string old = encode_record(full_record()).substr(8);
  EXPECT_EQ(decode_record(seal_record(newer.bytes() + old)), full_record());
  EXPECT_EQ(decode_record(seal_record(old + newer.bytes())), full_record());
}

TEST(PassageRecord, EveryFlippedByteIsRefused) {
  const std::string good = encode_record(full_record());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x20);
    EXPECT_NE(error_of([&] { decode_record(bad); }), "") << "byte " << i;
    EXPECT_NE(error_of([&] { decode_record_id(bad); }), "") << "byte " << i;
  }
}

TEST(PassageRecord, EveryTruncationIsRefused) {
  const std::string good = encode_record(full_record());
  for (std::size_t n = 0; n < good.size(); ++n)
    EXPECT_NE(error_of([&] { decode_record(good.substr(0, n)); }), "") << n << " bytes";
}

TEST(PassageRecord, MarksAndSentencesBeyondTheTextAreRefused) {
  PassageRecord record = full_record();
  record.marks.back().at = record.text.size() + 1;
  EXPECT_NE(error_of([&] { decode_record(encode_record(record)); }), "");
  record = full_record();
  record.sentence_ends.back() = record.text.size() + 1;
  EXPECT_NE(error_of([&] { decode_record(encode_record(record)); }), "");
}

TEST(PassageRecord, RandomBytesEndInARecordOrAnError) {
  std::mt19937 random(7);
  const std::string good = encode_record(full_record()).substr(8);
  unsigned refused = 0;
  for (int round = 0; round < 3000; ++round) {
    std::string fields = round % 2 == 0 ? good : std::string();
    if (fields.empty()) {
      for (auto n = random() % 200; n > 0; --n) fields += static_cast<char>(random());
    } else {
      for (auto n = 1 + random() % 4; n > 0; --n)
        fields[random() % fields.size()] = static_cast<char>(random());
    }
    const std::string error = error_of([&] { decode_record(seal_record(fields)); });
    if (error.starts_with("integrity: ")) ++refused;
    EXPECT_TRUE(error.empty() || error.starts_with("integrity: ")) << error;
  }
  EXPECT_GT(refused, 1000u);
}

}  // namespace
}  // namespace idsearch::store
