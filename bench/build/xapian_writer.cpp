// SPDX-License-Identifier: GPL-2.0-or-later
// What does Xapian alone need? One writer with its own TermGenerator, every setting as it comes: a
// document for each line of a file, words with positions, English stems, the line stored.
//   xapian_writer LINES DATABASE
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    std::ifstream in(argv[1]);
    Xapian::WritableDatabase database(argv[2], Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(Xapian::Stem("en"));
    for (std::string line; std::getline(in, line);) {
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      generator.index_text(line);
      document.set_data(line);
      database.add_document(document);
    }
    database.commit();
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << '\n';
    return 1;
  }
  return 0;
}
