// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/actions/kiosk.hpp"
#include "core/actions/open_new_notebook.hpp"
#include "tests/sync/support/world.hpp"

// Whatever a server says yes to, one of each kind; and whether it is there (sync.md R4). What a kiosk says
// each time, and that it asked, may be forgotten (CentralStore::begin_forgettable).
namespace frikort::tests {

class Acknowledging {
public:
    enum class Kind { push, erase, enrol, follow, wrong_proof, opened, shared };
    static constexpr Kind kinds[] = {Kind::push,        Kind::erase,  Kind::enrol, Kind::follow,
                                     Kind::wrong_proof, Kind::opened, Kind::shared};

    // What must have happened before. The store's owner may open it anew between any two calls.
    Acknowledging(Kind, core::store::CentralStore&);
    // Asks. Whatever becomes of the store meanwhile, the kiosk just gets no answer.
    void ask(core::store::CentralStore&);
    bool answered() const { return !said_.empty(); }
    // Happens after each of these answers, before the kiosk goes on.
    std::function<void()> on_answer;
    // What of that which was answered is not there.
    std::vector<std::string> missing(core::store::CentralStore&) const;

private:
    void with_desk(core::store::CentralStore&, const std::function<void()>& deed);
    void act();
    void listen_to(Kiosk&);
    void hear(const Kiosk&, const sync::agent::Request&, const sync::agent::Reply&);

    Kind kind_;
    Central nowhere_; // no kiosk asks it
    Kiosk kiosk_{1, nowhere_};
    Kiosk away_{2, nowhere_};
    core::actions::Kiosk machine_;
    std::optional<core::actions::Made> made_;
    std::optional<core::records::Record> record_;
    std::string code_; // for the kiosk away
    struct Said {
        std::string path;
        int status;
        core::records::DeviceId to;
        std::uint64_t counter;
        bool record_taken; // of a push
        std::chrono::sys_seconds when;
    };
    std::vector<Said> said_;
};

} // namespace frikort::tests
