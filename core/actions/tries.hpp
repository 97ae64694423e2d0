// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <span>
#include <vector>

#include "core/actions/open_notebook.hpp"
#include "core/sealing/member.hpp"

namespace frikort::core::actions {

// Counting tries (sync.md "Wrong codes"). A notebook's count is one for card and name together.
base::Hash subject_of(const records::StreamId&);
base::Hash subject_of_kiosk(); // unknown cards and names

// Writes down a try that found nothing; or, while one has to wait, only says so.
NotOpened count_unknown(store::Work&);

// A try at some notebooks, already written down as wrong for each that does not have to wait.
class Try {
public:
    // Empty-handed (`none_left`) when all of them have to wait.
    Try(store::Work&, std::span<const records::StreamId>);
    bool none_left() const { return counted_.empty(); }
    bool includes(const records::StreamId&) const;
    NotOpened must_wait() const; // the shortest
    NotOpened wrong() const;     // how many tries are left where the fewest are
    // The code was right for one: its count begins anew, and the others' go back to what they were.
    void take_back(store::Work&, const records::StreamId& opened) const;

private:
    struct Counted {
        records::StreamId stream;
        store::Waits::Wait before;
        store::Waits::Wait now;
    };
    std::vector<Counted> counted_;
    std::chrono::seconds shortest_{0};
};

// One try of a code that is no notebook's: written down before the code is looked at. Refused, and not
// counted, while one must wait. The caller commits, looks, and then clears it or says what `wrong` says.
class OneTry {
public:
    static base::Result<OneTry, NotOpened> count(store::Work&, const base::Hash& subject);
    NotOpened wrong() const;
    void right(store::Work& work) const { work.waits().clear(subject_); }

private:
    OneTry(const base::Hash& subject, const store::Waits::Wait& now) : subject_{subject}, now_{now} {}
    base::Hash subject_;
    store::Waits::Wait now_;
};
base::Hash subject_of_member(const sealing::MemberId&);
base::Hash subject_of_set_up();

} // namespace frikort::core::actions
