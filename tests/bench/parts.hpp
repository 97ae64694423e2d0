// SPDX-License-Identifier: MPL-2.0
#pragma once

namespace frikort::tests::bench {

// How much is done; the defaults are what the figures in README.md were taken with.
struct Asked {
    int starts = 9;   // of a program
    int repeats = 60; // of each screen's picture
    int seconds = 60; // at rest
    int visits = 10'000;
};

// Each prints its lines of the table. All that is measured, and what stands beside it, is in the same run.
void first_picture(const Asked&); // the real programs in a window: from exec to the picture
void frames(const Asked&);        // every screen of the tour, whole and as a touch changes it
void memory(const Asked&);        // the kiosk's share of memory, at home and with a notebook
void rest(const Asked&);          // a kiosk that nobody touches
void durable_entry(const Asked&); // a payment written down, beside the database alone
void long_notebook(const Asked&); // 3,000 entries: opened, and paged through
void long_centre(const Asked&);   // 3,000 requests at one centre: what every look at it costs
void many_visits(const Asked&);   // one process, people coming and going
void first_sound(const Asked&);   // asked to speak, until there is something to hear
void chromium(const Asked&);      // the same still page, where Chromium is installed

} // namespace frikort::tests::bench
