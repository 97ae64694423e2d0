// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <string>
#include <vector>

namespace frikort::tests::bench {

// A line of the table: what was measured, what came out, what was aimed at and whether that was reached, what
// stands beside it (a raw limit or a peer, in the same run), and how the two compare.
struct Row {
    std::string what;
    std::string measured;
    std::string aim = {};
    std::string beside = {};
    std::string ratio = {};
};

// The table, line by line on standard output as the figures come.
void print_head();
void print(const Row&);

// "12.3 ms"
std::string told(double value, const char* unit, int decimals = 1);
// "1.2/3.4 ms": the middle one, and all but the worst hundredth.
std::string told(const class Samples&, const char* unit, int decimals = 1);
// "150 ms: held", or "150 ms: missed by 12.0".
std::string aimed(double measured, double aim, const char* unit, int decimals = 1);
// "1.4 times"
std::string times(double one, double other);

// Samples of one thing, in whatever order.
class Samples {
public:
    void add(double value) { values_.push_back(value); }
    void add(const Samples& more) { values_.insert(values_.end(), more.values_.begin(), more.values_.end()); }
    std::size_t count() const { return values_.size(); }
    // Of at least one sample: 0.5 is the middle one, 0.99 all but the worst hundredth.
    double quantile(double share) const;
    double middle() const { return quantile(0.5); }

private:
    std::vector<double> values_;
};

} // namespace frikort::tests::bench
