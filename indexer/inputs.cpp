// SPDX-License-Identifier: GPL-2.0-or-later
// Reads and hashes the files of a corpus, and refuses ids that are not unique: which of two
// "kenya" is meant must not be guessed.
#include "indexer/inputs.hpp"

#include <algorithm>
#include <iterator>

#include "idsearch/error.hpp"
#include "indexer/profile_file.hpp"
#include "indexer/readers.hpp"
#include "store/digest.hpp"
#include "store/workers.hpp"

namespace idsearch::indexer {
namespace {

// Hash over the parts of a profile that came as a line of JSON: id, title and text with lengths.
std::string hash_of_line(const Profile& profile) {
  store::Sha256 hash;
  const auto add = [&hash](const std::string& part) {
    hash.add(std::to_string(part.size()) + ":");
    hash.add(part);
  };
  add(profile.id);
  add(profile.title);
  for (const Passage& passage : profile.passages) add(passage.text);
  return hash.hex();
}

std::size_t size_of(const Profile& profile) {
  std::size_t size = profile.title.size();
  for (const Passage& passage : profile.passages) size += passage.text.size();
  return size;
}

std::vector<Input> inputs_of_lines(const CorpusFile& file, const std::string& bytes) {
  std::vector<Input> out;
  for (Profile& profile : read_jsonl(file.name, bytes)) {
    if (profile.id.empty())
      throw Error(ErrorCode::Usage,
                  "line " + std::to_string(profile.passages.front().line) + " has no id");
    Input input;
    input.id = profile.id;
    input.path = file.path;
    input.name = file.name;
    input.sha256 = hash_of_line(profile);
    input.size = size_of(profile);
    input.profile = std::move(profile);
    out.push_back(std::move(input));
  }
  return out;
}

void sort_by_id(std::vector<Input>& inputs) {
  std::ranges::sort(inputs, [](const Input& a, const Input& b) {
    return a.id != b.id ? a.id < b.id : a.path < b.path;
  });
}

std::string name_to_read(const CorpusFile& file, bool ids_by_path) {
  std::string out = file.name;
  if (ids_by_path) std::ranges::replace(out, '/', '-');
  return out;
}

// Notes that the inputs in [begin, end) of one id, by path, stand in several files.
void count_shared(const std::vector<Input>& inputs, std::size_t begin, std::size_t end,
                  SharedIds& out) {
  std::uint64_t files = 1;
  for (std::size_t i = begin + 1; i < end; ++i)
    if (inputs[i].path != inputs[i - 1].path) ++files;
  if (files == 1) return;
  out.files += files;
  if (!out.first.empty()) return;
  const Input &first = inputs[begin], &second = inputs[end - 1];
  out.first = first.path;
  out.second = second.path;
  // JSON lines keep their ids whatever the path is.
  const auto id_by_path = [](const Input& input) {
    return input.profile ? input.id : profile_id(name_to_read({input.path, input.name}, true));
  };
  out.paths_differ = id_by_path(first) != id_by_path(second);
}

// Keeps the inputs whose id nobody else has.
void reject_doubles(Inputs& all) {
  std::vector<Input> unique;
  for (std::size_t i = 0; i < all.inputs.size();) {
    std::size_t end = i + 1;
    while (end < all.inputs.size() && all.inputs[end].id == all.inputs[i].id) ++end;
    if (end - i == 1) unique.push_back(std::move(all.inputs[i]));
    if (end - i > 1) count_shared(all.inputs, i, end, all.shared_ids);
    if (end - i > 1)
      all.failed.push_back({all.inputs[i].id, "", all.inputs[i].path, "its id is not unique"});
    for (std::size_t k = i; end - i > 1 && k < end; ++k) {
      const Input& other = all.inputs[k == i ? i + 1 : i];
      all.rejected.push_back(
          {all.inputs[k].path,
           "profile id \"" + all.inputs[k].id + "\" is also that of " +
               (other.path == all.inputs[k].path ? "another line" : other.path)});
    }
    i = end;
  }
  all.inputs = std::move(unique);
}

}  // namespace

std::optional<Inputs> read_inputs(const std::vector<CorpusFile>& files, bool ids_by_path,
                                  std::size_t jobs, const std::function<bool(std::size_t)>& tick) {
  struct Slot {
    std::vector<Input> inputs;
    std::string problem;
  };
  std::vector<Slot> slots(files.size());
  const auto read_one = [&](std::size_t, std::size_t i) {
    const CorpusFile& file = files[i];
    ProfileFile content = read_profile_file(file.path);
    slots[i].problem = std::move(content.problem);
    if (!slots[i].problem.empty()) return;
    if (content.format == "jsonl") {
      try {
        slots[i].inputs = inputs_of_lines(file, content.bytes);
      } catch (const Error& error) {
        slots[i].problem = error.message();
      }
      return;
    }
    if (const Format* format = format_of(file.name); format != nullptr && format->refuse) {
      slots[i].problem = format->refuse(content.bytes);
      if (!slots[i].problem.empty()) return;
    }
    Input input;
    input.path = file.path;
    input.name = file.name;
    input.read_as = name_to_read(file, ids_by_path);
    input.id = profile_id(input.read_as);
    input.sha256 = store::sha256_hex(content.bytes);
    input.size = content.bytes.size();
    input.bytes = std::move(content.bytes);
    slots[i].inputs.push_back(std::move(input));
  };
  if (!store::run_in_workers(files.size(), store::worker_count(jobs, files.size()), read_one, tick))
    return std::nullopt;

  Inputs out;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!slots[i].problem.empty()) {
      out.rejected.push_back({files[i].path, slots[i].problem});
      out.failed.push_back({profile_id(name_to_read(files[i], ids_by_path)), files[i].name,
                            files[i].path, slots[i].problem});
    }
    std::ranges::move(slots[i].inputs, std::back_inserter(out.inputs));
  }
  sort_by_id(out.inputs);
  reject_doubles(out);
  std::ranges::stable_sort(out.rejected, {}, &RejectedInput::file);
  std::ranges::stable_sort(out.failed, {}, &FailedInput::path);
  return out;
}

std::string advice_on(const SharedIds& shared) {
  if (shared.files == 0) return {};
  std::string out = std::to_string(shared.files) +
                    " files share a profile id with another, such as " + shared.first + " and " +
                    shared.second + ", and none of them is taken. ";
  if (shared.paths_differ)
    return out + "Name the folder that is meant with --corpus, or give --ids path.";
  return out + "Name the one that is meant with --corpus, or rename the other.";
}

}  // namespace idsearch::indexer
