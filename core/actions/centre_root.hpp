// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/sealing/fingerprint.hpp"
#include "core/store/store.hpp"

// By which key this kiosk knows its centre: public, told to the server openly, and compared with the office
// by telephone (sync.md "Enrolment"). None of it needs the pepper. The caller commits.
namespace frikort::core::actions {

// Of the centre that was set up or joined here.
std::optional<sealing::Fingerprint> fingerprint_here(store::Work&);

// The enrolment's code said which centre keys this kiosk is to believe, and no others: for good.
void expect_centre(store::Work&, const sealing::Fingerprint&);
// That code said that the centre has keys: nobody makes new ones here.
bool is_centre_expected(store::Work&);
// Another kiosk set the centre up, says the server, of which nothing comes before the office has compared it:
// nobody sets it up here. It may be said and taken back.
void note_begun_elsewhere(store::Work&, bool begun);
bool is_begun_elsewhere(store::Work&);
// Whether these are not the keys that were said. Where nothing was said any will do.
bool is_other_than_expected(store::Work&, const records::StreamId& centre, const sealing::SignPublic& root);
// Whether what is here already is another centre than this.
bool is_other_than_here(store::Work&, const sealing::Fingerprint&);

} // namespace frikort::core::actions
