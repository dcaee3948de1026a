// SPDX-License-Identifier: GPL-2.0-or-later
// Does a damaged index ever answer wrongly, hang or end by a signal? Damages one file of an index
// in force, asks it in a child process, and mends it again, N times:
//   damage_hammer N [SEED]
// Each time the answer must be the very same as before, or Error{Integrity} with the command that
// repairs. Prints the counts; status 1 and the first fault otherwise.
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "idsearch/error.hpp"
#include "idsearch/index.hpp"
#include "idsearch/search.hpp"

namespace idsearch {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kPatienceSeconds = 60;  // an answer takes milliseconds
constexpr int kSame = 0, kOther = 1, kUnnamed = 2, kRefused = 7;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void build(const fs::path& index, const std::vector<std::string>& corpus) {
  BuildOptions options;
  options.corpus = corpus;
  options.index = index.string();
  options.jobs = 1;
  build_index(options);
}

std::string answers(const fs::path& index) {
  const Searcher searcher = Searcher::open({index.string()});
  std::string out;
  for (const char* query :
       {"birth certificate", "\"identity card\"", "topic:statelessness", "country:KE register",
        "zyzzyva", "regist*", "data NEAR/9 protection"}) {
    SearchRequest request;
    request.text = query;
    const SearchResult result = searcher.search(request);
    out += std::string(query) + " " + std::to_string(result.total) + "\n";
    for (const Hit& hit : result.hits) {
      out += hit.id + " " + std::to_string(hit.score) + " " + hit.text + "\n";
      if (!searcher.passage(hit.id)) out += "lost\n";
    }
  }
  const IndexStats stats = searcher.stats();
  return out + std::to_string(stats.passages) + " " + std::to_string(stats.terms) + "\n";
}

// What a child process makes of the index: one of the statuses above, or 128 + signal.
int outcome(const fs::path& index, const std::string& expected) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::alarm(kPatienceSeconds);
    int status = kOther;
    try {
      status = answers(index) == expected ? kSame : kOther;
    } catch (const Error& error) {
      const bool named = error.code() == ErrorCode::Integrity &&
                         error.message().find(index.string()) != std::string::npos &&
                         error.hint().find("idsearch-index run") != std::string::npos;
      if (!named) std::cerr << error.message() << '\n';
      status = named ? kRefused : kUnnamed;
    } catch (const std::exception& error) {
      std::cerr << error.what() << '\n';
      status = kUnnamed;
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

class Hammer {
 public:
  Hammer(const fs::path& root, unsigned seed) : index_(root / "index"), random_(seed) {
    const std::string profiles = std::string(IDSEARCH_SOURCE_DIR) + "/corpus/profiles/";
    build(root / "other", {profiles + "nepal.txt"});
    build(index_, {profiles + "kenya.txt", profiles + "estonia.txt"});
    for (const char* name :
         {"index.glass", "index.glass", "index.glass", "manifest.json", "profiles.json", "stamp"})
      files_.push_back({fs::canonical(index_ / "current") / name, "",
                        bytes_of(root / "other" / "current" / name)});
    for (File& file : files_) file.good = bytes_of(file.path);
    expected_ = answers(index_);
  }

  // False at the first fault.
  bool run(int times) {
    int refused = 0, same = 0;
    for (int i = 0; i < times; ++i) {
      const File& file = files_[random_() % files_.size()];
      const auto [bad, what] = damaged(file);
      write(file.path, bad);
      const int got = outcome(index_, expected_);
      const bool must_be_seen = file.path.filename() == "index.glass" && bad != file.good;
      if (got == kRefused) ++refused;
      if (got == kSame) ++same;
      if ((got != kRefused && got != kSame) || (must_be_seen && got == kSame)) {
        std::cerr << "fault: " << what << " in " << file.path << " gives " << got << '\n';
        return false;
      }
      write(file.path, file.good);
    }
    if (outcome(index_, expected_) != kSame) return false;
    std::cout << times << " damages: " << refused << " refused, " << same
              << " answered as before\n";
    return true;
  }

 private:
  struct File {
    fs::path path;
    std::string good, foreign;
  };

  std::pair<std::string, std::string> damaged(const File& file) {
    std::string bad = file.good;
    const std::size_t at = random_() % bad.size();
    const std::string place = " at " + std::to_string(at);
    switch (random_() % 8) {
      case 0:
        bad.resize(at);
        return {bad, "truncated" + place};
      case 1: {
        const std::size_t block = at / 8192 * 8192;  // Xapian's block size
        const std::size_t length = std::min<std::size_t>(8192, bad.size() - block);
        return {bad.replace(block, length, length, '\0'), "zeroed block" + place};
      }
      case 2:
        return {file.foreign, "file of another index"};
      case 3:
        return {bad.replace(0, std::min(at, file.foreign.size()), file.foreign, 0,
                            std::min(at, file.foreign.size())),
                "head of another index up to" + place};
      case 4:
        return {bad.insert(at, 1, static_cast<char>(random_())), "inserted byte" + place};
      default: {
        const auto bits = static_cast<unsigned>(1 + random_() % 255);
        bad[at] = static_cast<char>(static_cast<unsigned char>(bad[at]) ^ bits);
        return {bad, "flipped bits " + std::to_string(bits) + place};
      }
    }
  }

  const fs::path index_;
  std::mt19937 random_;
  std::vector<File> files_;
  std::string expected_;
};

}  // namespace
}  // namespace idsearch

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: damage_hammer N [SEED]\n";
    return 2;
  }
  std::string root = (std::filesystem::temp_directory_path() / "idsearch-damage-XXXXXX").string();
  if (::mkdtemp(root.data()) == nullptr) return 2;
  bool good = false;
  try {
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
    good = idsearch::Hammer(root, seed).run(std::atoi(argv[1]));
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
  }
  std::error_code ignored;
  std::filesystem::remove_all(root, ignored);
  return good ? 0 : 1;
}
