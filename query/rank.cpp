// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/rank.hpp"

#include <xapian.h>

#include <cmath>
#include <string>

namespace idsearch::query {
namespace {

double rounded(double weight) { return std::round(weight / kWeightGrain) * kWeightGrain; }

/// As Xapian::IneB2Weight computes it, rounded. Only statistics of the whole index enter, none of
/// a shard; the bounds, which do differ between shards, only save work.
class RankWeight final : public Xapian::Weight {
 public:
  RankWeight() {
    need_stat(AVERAGE_LENGTH);
    need_stat(DOC_LENGTH);
    need_stat(DOC_LENGTH_MIN);
    need_stat(COLLECTION_SIZE);
    need_stat(COLLECTION_FREQ);
    need_stat(TERMFREQ);
    need_stat(WDF);
    need_stat(WDF_MAX);
    need_stat(WQF);
  }

  RankWeight* clone() const override { return new RankWeight; }
  std::string name() const override { return "idsearch::RankWeight"; }
  std::string serialise() const override { return {}; }
  RankWeight* unserialise(const std::string&) const override { return new RankWeight; }

  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount) const override {
    if (wdf == 0) return 0;
    const double normalised = wdf * std::log2(1 + kLengthParameter * get_average_length() / length);
    return rounded(scale_ * normalised / (normalised + 1));
  }
  double get_maxpart() const override { return bound_; }
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  void init(double factor) override {
    bound_ = 0;
    const double with_term = get_termfreq();
    const double most = get_wdf_upper_bound();
    if (factor == 0 || with_term == 0 || most == 0) return;
    scale_ =
        factor * get_wqf() * weight_bound(get_collection_size(), with_term, get_collection_freq());
    const double shortest = std::max<double>(get_doclength_lower_bound(), 1);
    const double normalised =
        most * std::log2(1 + kLengthParameter * get_average_length() / shortest);
    bound_ = rounded(scale_ * normalised / (normalised + 1)) + kWeightGrain;
  }

  double scale_ = 0, bound_ = 0;
};

}  // namespace

std::unique_ptr<Xapian::Weight> make_weight() { return std::make_unique<RankWeight>(); }

double weight_bound(double passages, double with_term, double occurrences) {
  if (with_term == 0 || passages == 0) return 0;
  const double expected = passages * (1 - std::exp(-occurrences / passages));
  return std::log2((passages + 1) / (expected + 0.5)) * (occurrences + 1) / with_term;
}

}  // namespace idsearch::query
