// SPDX-License-Identifier: GPL-2.0-or-later
// How a program embeds idsearch: build an index, open it, search, print passages with citations.
//   example CORPUS INDEX QUERY
#include <idsearch/error.hpp>
#include <idsearch/index.hpp>
#include <idsearch/search.hpp>

#include <iostream>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: example CORPUS INDEX QUERY\n";
    return 2;
  }
  try {
    idsearch::BuildOptions build;
    build.corpus = {argv[1]};
    build.index = argv[2];
    idsearch::build_index(build);

    const idsearch::Searcher searcher = idsearch::Searcher::open({argv[2]});
    idsearch::SearchRequest request;
    request.text = argv[3];
    const idsearch::SearchResult result = searcher.search(request);
    for (const idsearch::Hit& hit : result.hits) {
      std::cout << hit.id << "\n  " << hit.text << "\n";
      for (const idsearch::HitNote& note : hit.notes)
        for (const idsearch::Source& source : note.sources)
          std::cout << "  [" << note.label << "] " << source.text << "\n";
    }
    return result.hits.empty() ? 1 : 0;
  } catch (const idsearch::Error& error) {
    std::cerr << "example: " << error.message() << "\n" << error.hint() << "\n";
    return idsearch::exit_status(error.code());
  }
}
