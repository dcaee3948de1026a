// SPDX-License-Identifier: GPL-2.0-or-later
// Walks the corpus. The order in which a file system lists names, and the order in which paths were
// given, leave no trace in the result.
#include "indexer/discover.hpp"

#include <algorithm>
#include <map>
#include <system_error>

#include "idsearch/error.hpp"
#include "indexer/profile_file.hpp"
#include "indexer/readers.hpp"
#include "text/unicode.hpp"

namespace idsearch::indexer {
namespace {

namespace fs = std::filesystem;

// Whether a file that nobody named is taken for a profile. An ending has to be there: "Makefile"
// may be named, but is not looked for.
bool looks_wanted(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (ending.empty()) return false;
  return !format_by_ending(path).empty() || (ending == ".json" && is_json_lines_file(path));
}

class Walk {
 public:
  explicit Walk(const fs::path& index) : index_(index) {}

  void add_root(const std::string& root) {
    std::error_code error;
    const fs::file_status status = fs::status(root, error);
    if (!fs::exists(status)) {
      const bool is_absent = !error || error == std::errc::no_such_file_or_directory ||
                             error == std::errc::not_a_directory;
      throw Error(ErrorCode::Usage,
                  is_absent ? "corpus path " + root + " does not exist"
                            : "cannot read corpus path " + root + ": " + error.message(),
                  "Give --corpus a directory of profiles, or profile files.");
    }
    if (fs::is_directory(status)) {
      add_directory(root, "");
    } else {
      add_file(root, fs::path(root).filename().string());
    }
  }

  Discovery result() {
    // The same file may have been reached from two roots: its shortest name counts.
    for (auto& [canonical, file] : files_) out_.files.push_back(std::move(file));
    std::ranges::sort(out_.files, {}, &CorpusFile::path);
    std::ranges::sort(out_.ignored);
    out_.ignored.erase(std::unique(out_.ignored.begin(), out_.ignored.end()), out_.ignored.end());
    std::ranges::sort(out_.rejected, {}, &RejectedInput::file);
    const auto same = [](const RejectedInput& a, const RejectedInput& b) {
      return a.file == b.file && a.reason == b.reason;
    };
    out_.rejected.erase(std::unique(out_.rejected.begin(), out_.rejected.end(), same),
                        out_.rejected.end());
    return std::move(out_);
  }

 private:
  bool is_index(const fs::path& directory) const {
    std::error_code error;
    return !index_.empty() && fs::equivalent(directory, index_, error) && !error;
  }

  void add_directory(const fs::path& directory, const std::string& below) {
    if (is_index(directory)) return;
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error))
      entries.push_back(*it);
    if (error) {
      out_.rejected.push_back({directory.string(), "cannot be listed: " + error.message()});
      out_.unlisted.push_back({directory.string(), text::repair_utf8(below).text});
    }
    for (const fs::directory_entry& entry : entries) {
      const std::string name = entry.path().filename().string();
      if (name.starts_with('.')) continue;
      const fs::file_status status = entry.symlink_status(error);
      if (error) {
        out_.rejected.push_back({entry.path().string(), "cannot be read: " + error.message()});
      } else if (fs::is_directory(status)) {
        add_directory(entry.path(), below + name + "/");
      } else if (fs::is_symlink(status) || !looks_wanted(entry.path().string())) {
        out_.ignored.push_back(entry.path().string());
      } else {
        add_file(entry.path().string(), below + name);
      }
    }
  }

  void add_file(const std::string& path, const std::string& name) {
    std::error_code error;
    const std::string canonical = fs::canonical(path, error).string();
    CorpusFile file{path, text::repair_utf8(name).text};
    const auto [known, is_new] = files_.try_emplace(error ? path : canonical, file);
    const auto rank = [](const CorpusFile& f) { return std::pair(f.name.size(), f.path); };
    if (!is_new && rank(file) < rank(known->second)) known->second = std::move(file);
  }

  fs::path index_;
  Discovery out_;
  std::map<std::string, CorpusFile> files_;  // by canonical path
};

}  // namespace

Discovery discover(const std::vector<std::string>& corpus, const std::filesystem::path& index) {
  Walk walk(index);
  for (const std::string& root : corpus) walk.add_root(root);
  return walk.result();
}

}  // namespace idsearch::indexer
