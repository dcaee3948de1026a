// SPDX-License-Identifier: GPL-2.0-or-later
#include "store/reader.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sample_index.hpp"
#include "store/manifest.hpp"
#include "store/open_generation.hpp"
#include "store/stamp.hpp"

namespace idsearch::store {
namespace {

namespace fs = std::filesystem;

const std::vector<SampleProfile> kKenya{{"kenya", {"one two", "two"}}};
const std::vector<SampleProfile> kNauru{{"nauru", {"three"}}};

std::string open_error(const std::string& path) {
  return error_of([&] { Reader::open({path}); });
}

std::string hint_of(const std::string& path) {
  try {
    Reader::open({path});
  } catch (const Error& error) {
    return error.hint();
  }
  return "";
}

TEST(Reader, GivesRecordsByPassageId) {
  const TemporaryDirectory index;
  const Manifest manifest = publish_sample(index.path(), kKenya);
  const Reader reader = Reader::open({index.path().string()});
  EXPECT_EQ(reader.generation(), manifest.generation);
  EXPECT_EQ(reader.languages(), std::vector<std::string>{"en"});
  EXPECT_EQ(reader.manifests().at(0).passages, 2u);
  const auto record = reader.find("kenya/_/2");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->text, "two");
  EXPECT_FALSE(reader.find("kenya/_/3"));
  EXPECT_FALSE(reader.find(""));
}

TEST(Reader, SeveralIndexesAnswerAsOne) {
  const TemporaryDirectory a, b;
  publish_sample(a.path(), kKenya);
  publish_sample(b.path(), kNauru);
  const Reader reader = Reader::open({a.path().string(), b.path().string()});
  EXPECT_EQ(reader.database().get_doccount(), 3u);
  EXPECT_EQ(reader.find("nauru/_/1")->text, "three");
  EXPECT_EQ(reader.find("kenya/_/1")->text, "one two");
  EXPECT_EQ(reader.generation(),
            reader.manifests()[0].generation + "+" + reader.manifests()[1].generation);
  for (const std::size_t path : {0u, 1u})
    EXPECT_EQ(reader.metadata(path, kMetaGeneration), reader.manifests()[path].generation);
  EXPECT_EQ(reader.metadata(0, "nothing"), "");
}

TEST(Reader, GivesRecordsInTheOrderAskedFor) {
  const TemporaryDirectory a, b;
  publish_sample(a.path(), kKenya);
  publish_sample(b.path(), kNauru);
  const Reader reader = Reader::open({a.path().string(), b.path().string()});
  const auto ids = [&](const std::vector<Xapian::docid>& docids) {
    std::vector<std::string> out;
    for (const PassageRecord& record : reader.records(docids)) out.push_back(record.id);
    return out;
  };
  std::vector<Xapian::docid> docids;
  for (const char* id : {"kenya/_/2", "nauru/_/1", "kenya/_/1", "kenya/_/2"})
    docids.push_back(*reader.database().postlist_begin(id_term(id)));
  EXPECT_EQ(ids(docids),
            (std::vector<std::string>{"kenya/_/2", "nauru/_/1", "kenya/_/1", "kenya/_/2"}));
  EXPECT_EQ(reader.ids(docids), ids(docids));
  EXPECT_EQ(ids({}), std::vector<std::string>{});
  for (const Xapian::docid nowhere : {0u, 99u})
    EXPECT_TRUE(error_of([&] { ids({docids[0], nowhere}); }).starts_with("integrity: "));
}

// Of the same size, and in a place that opening does not read.
void flip_last_byte(const fs::path& index) {
  const fs::path file = index / "current" / "index.glass";
  std::string bytes = read_file(file);
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  write_file(file, bytes);
}

TEST(Reader, ComparesEveryByteWhenAsked) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  const std::string path = index.path().string();
  const OpenOptions all{.check_bytes = true, .partial = false};
  Reader::open({path}, all).check_bytes();
  flip_last_byte(index.path());
  const std::string damaged =
      "integrity: index " + path + " is damaged: its index file is not what was written";
  EXPECT_EQ(error_of([&] { Reader::open({path}, all); }), damaged);
  EXPECT_EQ(open_error(path), damaged);
}

TEST(Reader, SmallIndexesAreComparedWhateverTheirStampSays) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  flip_last_byte(index.path());
  const Manifest manifest = *current_manifest(index.path());
  const fs::path directory = index.path() / kCurrentLink;
  struct stat status {};
  ASSERT_EQ(::stat((directory / kIndexFile).c_str(), &status), 0);
  write_stamp(directory, status, manifest);
  EXPECT_NE(open_error(index.path().string()), "");
}

TEST(Reader, LargeIndexesWithAStampAreComparedWhenAskedAndElseAtOnce) {
  const TemporaryDirectory index;
  const std::string path = index.path().string();
  Manifest manifest = sample_manifest(kKenya);
  {
    const WriteLock lock(index.path(), 0);
    Scratch scratch(index.path());
    write_sample(scratch.path(), kKenya, manifest);
    fs::resize_file(scratch.path() / kIndexFile, kCompareUpTo + 1);  // Xapian reads no holes
    publish(index.path(), scratch, manifest);
  }
  Reader::open({path}).check_bytes();
  flip_last_byte(index.path());
  const std::string damaged =
      "integrity: index " + path + " is damaged: its index file is not what was written";
  EXPECT_EQ(open_error(path), damaged);  // the stamp is of another file

  const fs::path directory = index.path() / kCurrentLink;
  struct stat status {};
  ASSERT_EQ(::stat((directory / kIndexFile).c_str(), &status), 0);
  write_stamp(directory, status, manifest);
  const Reader reader = Reader::open({path});
  EXPECT_EQ(error_of([&] { reader.check_bytes_if_small(); }), damaged);
  EXPECT_EQ(error_of([&] { reader.check_bytes(); }), damaged);
}

TEST(Reader, OfSeveralIndexesSomeMayBeMissing) {
  const TemporaryDirectory good, bad;
  publish_sample(good.path(), kKenya);
  publish_sample(bad.path(), kNauru);
  flip_last_byte(bad.path());
  const OpenOptions options{.check_bytes = true, .partial = true};
  const std::vector<std::string> paths{"/nonexistent", good.path().string(), bad.path().string()};
  const Reader reader = Reader::open(paths, options);
  EXPECT_EQ(reader.paths(), std::vector<std::string>{paths[1]});
  EXPECT_EQ(reader.database().get_doccount(), 2u);
  ASSERT_EQ(reader.missing().size(), 2u);
  EXPECT_EQ(reader.missing()[0].code, ErrorCode::NoIndex);
  EXPECT_EQ(reader.missing()[1].code, ErrorCode::Integrity);
  const auto error_with = [&](const std::vector<std::string>& some) {
    const std::string error = error_of([&] { Reader::open(some, options); });
    return error.substr(0, error.find(':'));
  };
  EXPECT_EQ(error_with({paths[0]}), "no-index");
  EXPECT_EQ(error_with({paths[0], paths[2]}), "integrity");  // the worse of the two
  EXPECT_EQ(error_with({paths[1], "tcp://a:1"}), "usage");
}

TEST(Reader, TheSameIndexTwiceCountsOnce) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  const std::string path = index.path().string();
  const Reader reader = Reader::open({path, path + "/."});
  EXPECT_EQ(reader.database().get_doccount(), 2u);
  EXPECT_EQ(reader.paths(), std::vector<std::string>{path});
}

TEST(Reader, StaysOnItsGenerationAndKnowsOfANewerOne) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  const Reader reader = Reader::open({index.path().string()});
  EXPECT_FALSE(reader.is_outdated());
  publish_sample(index.path(), kNauru);
  prune(index.path(), 1);
  EXPECT_TRUE(reader.is_outdated());
  EXPECT_EQ(reader.find("kenya/_/1")->text, "one two");
  EXPECT_FALSE(reader.find("nauru/_/1"));
  EXPECT_FALSE(Reader::open({index.path().string()}).is_outdated());
}

TEST(Reader, SaysWhatStandsWhereNoIndexIs) {
  const TemporaryDirectory directory;
  const std::string base = directory.path().string();
  EXPECT_EQ(open_error(base + "/absent"), "no-index: no index at " + base + "/absent");
  EXPECT_EQ(hint_of(base + "/absent"),
            "Make one: idsearch-index run --corpus DIR --index " + base + "/absent");
  EXPECT_EQ(open_error(base), "no-index: no index at " + base + ": nothing was published there");
  write_file(base + "/stub", "auto " + base + "/stub\n");
  EXPECT_EQ(open_error(base + "/stub"),
            "no-index: " + base +
                "/stub is not an index directory (Xapian's own files and stub files are not "
                "opened)");
  EXPECT_EQ(open_error(base + "/stub/x"), "no-index: no index at " + base + "/stub/x");
  fs::create_directory_symlink("generations/000001-gone", base + "/current");
  EXPECT_EQ(open_error(base),
            "no-index: index " + base + " points to a generation that is not there");
  fs::create_directory_symlink("loop", base + "/loop");
  EXPECT_TRUE(open_error(base + "/loop").starts_with("no-index: cannot read index "));
  EXPECT_TRUE(hint_of(base + "/loop").starts_with("See to the permissions ")) << "not: make one";
  EXPECT_EQ(open_error(""), "no-index: no index is named");
  EXPECT_TRUE(open_error("tcp://localhost:1").starts_with("usage: remote indexes"));
}

TEST(Reader, QuotesOddPathsInTheCommandOfAHint) {
  EXPECT_EQ(hint_of("/no such/it's"),
            "Make one: idsearch-index run --corpus DIR --index '/no such/it'\\''s'");
}

TEST(Reader, RefusesAXapianDatabaseOrStubInPlaceOfAnIndex) {
  const TemporaryDirectory directory;
  write_file(directory.path() / "XAPIANDB", "");
  EXPECT_TRUE(open_error(directory.path().string()).starts_with("no-index: "));
}

// Rewrites the manifest of the generation in force, digest and all.
void change_manifest(const fs::path& index, const std::function<void(Manifest&)>& change) {
  Manifest manifest = *current_manifest(index);
  change(manifest);
  write_file(index / "current" / "manifest.json", manifest_json(manifest));
}

TEST(Reader, RefusesAnotherSchemaOrAnalyser) {
  const TemporaryDirectory index;
  const std::string path = index.path().string();
  publish_sample(index.path(), kKenya);
  change_manifest(index.path(), [](Manifest& m) { m.schema = 99; });
  EXPECT_EQ(open_error(path), "incompatible: index " + path +
                                  " has schema 99, this program reads schema " +
                                  std::to_string(kSchema));
  change_manifest(index.path(), [](Manifest& m) {
    m.schema = kSchema;
    m.fingerprint = "another";
  });
  EXPECT_TRUE(open_error(path).starts_with("incompatible: index " + path +
                                           " was made by another analyser (another; "))
      << open_error(path);
  EXPECT_EQ(hint_of(path),
            "Build it anew with this program: idsearch-index run --corpus DIR --index " + path);
}

TEST(Reader, RefusesDamage) {
  const TemporaryDirectory index;
  const std::string path = index.path().string();
  const std::string damaged = "integrity: index " + path + " is damaged: ";
  publish_sample(index.path(), kKenya);
  const fs::path manifest = index.path() / "current" / "manifest.json";
  const fs::path file = index.path() / "current" / "index.glass";

  const std::string good_manifest = read_file(manifest), good_file = read_file(file);
  write_file(manifest, "{}");
  EXPECT_EQ(open_error(path), damaged + "its manifest is not what was written");
  fs::remove(manifest);
  EXPECT_EQ(open_error(path), damaged + "its manifest cannot be read");
  write_file(manifest, good_manifest);

  write_file(file, good_file + "x");
  EXPECT_EQ(open_error(path), damaged + "its index file has " +
                                  std::to_string(good_file.size() + 1) + " bytes instead of " +
                                  std::to_string(good_file.size()));
  write_file(file, std::string(good_file.size(), '\0'));
  EXPECT_TRUE(open_error(path).starts_with("integrity: ")) << open_error(path);
  fs::remove(file);
  EXPECT_EQ(open_error(path), damaged + "its index file cannot be read");
  EXPECT_EQ(hint_of(path), "Build it anew: idsearch-index run --corpus DIR --index " + path);
}

TEST(Reader, RefusesTheFileOfAnotherGeneration) {
  const TemporaryDirectory a, b;
  publish_sample(a.path(), {{"kenya", {"one"}}});
  publish_sample(b.path(), {{"kenya", {"two"}}});
  const std::string other = read_file(b.path() / "current" / "index.glass");
  ASSERT_EQ(other.size(), read_file(a.path() / "current" / "index.glass").size());
  write_file(a.path() / "current" / "index.glass", other);
  EXPECT_EQ(open_error(a.path().string()),
            "integrity: index " + a.path().string() +
                " is damaged: its index file is not what was written");
}

TEST(Reader, RefusesTheFilesOfAnotherGenerationInTheDirectoryOfThisOne) {
  const TemporaryDirectory index;
  publish_sample(index.path(), {{"kenya", {"one"}}});
  const fs::path first = fs::canonical(index.path() / "current");
  publish_sample(index.path(), {{"kenya", {"two"}}});
  const fs::path second = fs::canonical(index.path() / "current");
  for (const auto& file : fs::directory_iterator(first))
    fs::copy_file(file.path(), second / file.path().filename(),
                  fs::copy_options::overwrite_existing);
  EXPECT_EQ(open_error(index.path().string()),
            "integrity: index " + index.path().string() +
                " is damaged: its files belong to another generation than " +
                second.filename().string());
  // What was copied with all that it leads to has no names to compare.
  const TemporaryDirectory copy;
  fs::copy(first, copy.path() / "current", fs::copy_options::recursive);
  EXPECT_EQ(open_error(copy.path().string()), "");
}

TEST(Reader, WaitsForNoPipeAndReadsNoHugeFileInAFilesPlace) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  const std::string damaged = "integrity: index " + index.path().string() + " is damaged: its ";
  const fs::path directory = index.path() / kCurrentLink;
  const std::string good = read_file(directory / kManifestFile);
  fs::remove(directory / kManifestFile);
  ASSERT_EQ(::mkfifo((directory / kManifestFile).c_str(), 0600), 0);
  EXPECT_EQ(open_error(index.path().string()), damaged + "manifest cannot be read");
  fs::remove(directory / kManifestFile);
  fs::create_symlink("/dev/zero", directory / kManifestFile);
  EXPECT_EQ(open_error(index.path().string()), damaged + "manifest cannot be read");
  fs::remove(directory / kManifestFile);
  write_file(directory / kManifestFile, "");
  fs::resize_file(directory / kManifestFile, std::uintmax_t{1} << 40);
  EXPECT_EQ(open_error(index.path().string()), damaged + "manifest is not what was written");
  write_file(directory / kManifestFile, good);
  fs::remove(directory / kIndexFile);
  ASSERT_EQ(::mkfifo((directory / kIndexFile).c_str(), 0600), 0);
  EXPECT_EQ(open_error(index.path().string()), damaged + "index file cannot be read");
}

TEST(Reader, NeedsNoRightToWrite) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  fs::permissions(index.path(), fs::perms::owner_read | fs::perms::owner_exec);
  EXPECT_EQ(Reader::open({index.path().string()}).database().get_doccount(), 2u);
  fs::permissions(index.path(), fs::perms::owner_all);
}

TEST(Reader, RecordOfAnUnknownDocumentIsDamage) {
  const TemporaryDirectory index;
  publish_sample(index.path(), kKenya);
  const Reader reader = Reader::open({index.path().string()});
  EXPECT_TRUE(error_of([&] { reader.record(99); }).starts_with("integrity: index "));
}

}  // namespace
}  // namespace idsearch::store
