// SPDX-License-Identifier: GPL-2.0-or-later
// Every number that decides what a query may cost and what comes first, each with its reason.
#ifndef IDSEARCH_QUERY_RANK_HPP
#define IDSEARCH_QUERY_RANK_HPP

#include <cstddef>
#include <cstdint>
#include <memory>

namespace Xapian {
class Weight;
}

namespace idsearch::query {

// --- What a query may cost. Beyond a limit it is cut, with a note; it never fails.

/// A pasted paragraph of 2,000 characters must pass whole, also in Thai or Burmese, where a
/// character takes three bytes; a third more is room for operators.
inline constexpr std::size_t kMaxQueryBytes = 8192;
/// Words of a query in all. A quoted paragraph of 2,000 characters may have that many short ones;
/// as a phrase they cost less than a millisecond.
inline constexpr std::size_t kMaxWords = 1024;
/// Different words that one juxtaposition or OR looks for. Matching grows with the square
/// (engine-facts 5.1); 350 of the most frequent words of 36,000 passages took 100 ms, so that 256
/// stay near the 250 ms that a pathological query may take in 100,000. A pasted paragraph has about
/// 150.
inline constexpr std::size_t kMaxRankedWords = 256;
/// Words of a query that are looked for as characters side by side (Thai, Chinese …), each in each
/// field; of further ones all characters must be there, in any place. A pasted paragraph of 2,000
/// characters took 0.72 s in 20,000 passages of nothing but such scripts, with this limit 0.24 s.
inline constexpr std::size_t kMaxWordsByCharacters = 32;
/// Brackets in brackets. People write three; deep trees end Xapian by SIGSEGV (engine-facts 5.1).
inline constexpr std::size_t kMaxDepth = 16;
/// Wildcards of one query, and letters before the star: `a*` stands for a tenth of all words.
inline constexpr std::size_t kMaxWildcards = 3;
inline constexpr std::size_t kMinWildcardLetters = 3;
/// Words that one wildcard stands for, the most frequent first: an OR of 128 terms still answers in
/// milliseconds (engine-facts 5.1: 30,000 took 4.5 s).
inline constexpr std::size_t kMaxExpansions = 128;
/// Forms with the same stem that NEAR and the side-by-side rule take for a word: an inflected
/// English word has 4 to 6, a Finnish or Turkish one in one collection seldom more than 30.
inline constexpr std::size_t kMaxStemMates = 32;
/// Words of the index that are looked through for forms with the same stem: three letters begin
/// some hundreds of words in a large collection, and stemming one costs about a microsecond.
inline constexpr std::size_t kMaxLookedAt = 20'000;
/// Notes about one query; beyond, one more tells how many were left out.
inline constexpr std::size_t kMaxNotes = 20;
/// Farther apart than a sentence of a hundred words says nothing more than AND.
inline constexpr std::uint32_t kMaxNear = 100;
/// Distance of a NEAR without number: Xapian's own default.
inline constexpr std::uint32_t kDefaultNear = 10;
/// Operands of one chain `a NEAR b NEAR c`: bounds the search for disjoint places.
inline constexpr std::size_t kMaxNearOperands = 8;
/// A page: a hit costs about 10 us to fetch and 50 us to mark, so a page stays below 0.1 s.
inline constexpr std::size_t kMaxPage = 1000;
/// Of so many passages, the best ones, the groups are told: ranking one and reading where it
/// belongs costs 9 us (`--by country` over 415,699 passages of World Factbook, .09 s).
inline constexpr std::size_t kMaxGrouped = 10'000;
/// Far enough for everything a person leafs through; the matcher's heap grows with it.
inline constexpr std::size_t kMaxOffset = 100'000;
/// Neighbours on each side of a hit; more is reading the profile, not context.
inline constexpr std::size_t kMaxContext = 50;
/// Up to so many passages in the index every match is looked at: order and total are exact. All
/// countries of the world have some 100,000 (engine-facts 2), and two common words cost 1 ms in
/// 36,000. Beyond, the matcher may leave out work (7 ms become 2 ms in 416,000): the total is then
/// an estimate, and a passage is missed in one of some thousand pages (Xapian 1.4.22; 13 of 60,000
/// random queries).
inline constexpr std::uint32_t kExactUpTo = 200'000;

/// Of a tier with no more passages all are weighed in one go and the tiers above asked without
/// weights, instead of weighing them anew for each tier: queries of one to three words on the World
/// Factbook take 8.1 million instructions, not 8.9 (callgrind; with 3,000 the same, with 10,000
/// 9.3).
inline constexpr std::uint32_t kFewPostings = 1000;

// --- What comes first.

/// The base score of a word: its stem counts fully, the form as typed adds a fifth, headings a
/// tenth. From the first measured recipe of the project (OR of stems + .2 OR of words + .1 OR of
/// headings).
inline constexpr double kStemWeight = 1.0;
inline constexpr double kFormWeight = 0.2;
/// Typed with diacritics and written so: as much again as the plain form.
inline constexpr double kExactFormWeight = 0.2;
inline constexpr double kHeadingWeight = 0.1;
/// Sources behind the footnotes, with `--in all`: they support the passage, they are not its words;
/// judged to lie between a heading and the text.
inline constexpr double kNoteWeight = 0.3;
/// Length normalisation c of the IneB2 scheme: 2, from the same recipe.
inline constexpr double kLengthParameter = 2.0;

/// Function words do not rank: at a weight of .05 or .01 they took .001 of nDCG@10
/// (bench/README.md). But where the other words of a query stand in fewer passages than fill a
/// page, those with its function words follow behind.
inline constexpr std::uint32_t kFewPassages = 10;

/// A query of up to so many content words gets the rules "all words first" and "side by side
/// first".
inline constexpr std::size_t kMaxTieredWords = 3;
/// Words as typed, function words included, that still count as side by side: "right to a
/// nationality" has two content words and four in all.
inline constexpr std::size_t kMaxAdjacentWords = 8;
/// Within so many words the words of a short query count as near each other: about a sentence.
/// Over the six collections and the profiles' own questions nothing changed by more than .005
/// nDCG@10 with this rule (p > .8): it is there for the askers of two or three words.
inline constexpr std::uint32_t kNearTier = 20;
/// Least distance between the scores of two tiers of the ranking; raised to a power of two above
/// the highest possible sum of word weights when the statistics of an index demand it. Only its
/// size matters.
inline constexpr double kTierStep = 1024;
/// Weights are multiples of 2^-24, so that their sums are exact in a double whatever the order of
/// adding: the same passage gets the same score on one index and on four shards.
inline constexpr double kWeightGrain = 1.0 / (1 << 24);

/// The best passages are compared with each other, and each is scored anew by its own words and by
/// the scores of those most like it (query/likeness). 100, 150, 200 and 300 rank within 0.006 of
/// each other (bench/README.md); more find a little more in the first hundred and cost time.
inline constexpr std::size_t kCompared = 150;
/// Of a passage so many stems are compared, those that weigh most: an article of 600 words has 240
/// with a place in another, of which the rest only cost time. With 128, 96, 64 and 48 the mean
/// nDCG@10 over the six collections changed by +.001, +.001, .000 and -.001.
inline constexpr std::size_t kComparedStems = 96;
/// So many of the most like count. 5 and 20 rank as well or up to 0.006 worse.
inline constexpr std::size_t kNearest = 10;
/// Own words and those like it count the same. With 0.5, 0.8, 1.2 and 2 times the own: 0.541,
/// 0.546, 0.548, 0.547; on the profiles' own questions 0.601, 0.598, 0.594 with the first three,
/// 0.590 without.
inline constexpr double kLikeParts = 1.0;
/// A likeness (cosine) to the worst passage that each is taken to have, so that one that is like
/// none does not live on traces: 0 to 0.05 rank the same, 0.2 a little worse.
inline constexpr double kTraceLikeness = 1.0 / 16;
/// Fewer passages than this say too little about which of their words are rare, and are looked
/// through anyway; judged.
inline constexpr std::size_t kFewestCompared = 20;

/// The weighting scheme IneB2 (Inverse expected document frequency, Bernoulli after-effect, term
/// frequency normalisation 2) with weights rounded to kWeightGrain.
std::unique_ptr<Xapian::Weight> make_weight();

/// No score of one term can be higher, whatever the passage: from statistics that do not depend on
/// shards. `passages`: all, `with_term`: those with the term, `occurrences`: of the term in all.
double weight_bound(double passages, double with_term, double occurrences);

/// The name of a country beside other words counts so much of a word: its passages come first
/// anyway, and the name, which stands in each title, would put the shortest of them on top. nDCG@10
/// of the profiles' own questions with 1, .5, .2, .1 and 0: .691, .699, .702, .704 and .703.
inline constexpr double kNamedWeight = 0.1;

// --- Other names of what was typed.

/// A name that was not typed adds at most a fifth of what the typed words add at least (weight
/// without the part for count and length of the passage). That part is at least .2 for one
/// occurrence in a passage of up to ten times the average length (IneB2, c = 2), so that the typed
/// word in such a passage outweighs any number of other names in any passage.
inline constexpr double kSynonymWeight = 0.2;
/// Names looked for in place of one, those first that stand first in the thesaurus; plurals count
/// as further names. Each costs a phrase; the longest group of corpus/thesaurus.toml has 13.
inline constexpr std::size_t kMaxSynonyms = 16;

// --- Other spellings.

/// Shorter words have too many neighbours: of the words of three letters in corpus/profiles nearly
/// each is one error away from another.
inline constexpr std::size_t kMinSpelledLetters = 4;
/// From so many letters on two errors may be mended: "survelance". With two errors, most words of
/// five letters are near to a dozen others.
inline constexpr std::size_t kMinLettersForTwoErrors = 6;
/// Words of one query that are looked up; more are no typing errors but another language.
inline constexpr std::size_t kMaxSpelledWords = 8;
/// Words of sources that have fewer letters are never taken for errors; judged.
inline constexpr std::size_t kLettersOfAnErrorInSources = 6;
/// Words of the index that are looked through for one typed word: all that begin with its letter,
/// and the few that begin with its next ones. In 57,000 passages with 171,000 terms that took 1 to
/// 5 ms; the bound keeps it at some 40 ms however large the index.
inline constexpr std::size_t kMaxSpellingLooks = 100'000;
/// Phrases of a query that are looked up by themselves, to say that they stand nowhere: each costs
/// as much as it did in the query; judged.
inline constexpr std::size_t kMaxCheckedPhrases = 8;
/// With more hits nothing is missed.
inline constexpr std::size_t kFewHits = 2;

}  // namespace idsearch::query

#endif  // IDSEARCH_QUERY_RANK_HPP
