// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/store/store.hpp"
#include "sync/agent/standing.hpp"
#include "sync/protocol/messages.hpp"

// What this kiosk keeps of the server between rounds, as facts in its store. Not for other rooms.
namespace frikort::sync::agent {

class Memory {
public:
    explicit Memory(core::store::Work& work) : work_{work} {}

    std::optional<Place> centre() const;
    void keep_centre(const Place&);

    // How far the server told everything (protocol::NewsAnswer::upto).
    std::uint64_t since() const { return count("sync.since"); }
    void keep_since(std::uint64_t since) { keep("sync.since", since); }
    // To be called before news are asked for: all of them again after the server's clock was set back. While
    // it ran ahead, what this centre follows looked as if it had ended (R7). Says whether it changed
    // anything.
    bool begin_news();
    // Whether the end of it was reached once.
    bool heard_all() const { return count("sync.heard_all") > 0; }
    void keep_heard_all() { keep("sync.heard_all", 1); }
    // The highest refused number whose stub the server has.
    std::uint64_t stubs() const { return count("sync.stubs"); }
    void keep_stubs(std::uint64_t number) { keep("sync.stubs", number); }

    // Up to this number what still waits was passed by when it was sent last: the rest goes first (R14).
    std::uint64_t put_off() const { return count("sync.put_off"); }
    void keep_put_off(std::uint64_t number) { keep("sync.put_off", number); }

    // Request counters up to this one may have been used (R13).
    std::uint64_t requests() const { return count("sync.requests"); }
    void keep_requests(std::uint64_t counter) { keep("sync.requests", counter); }

    std::string epoch() const;
    // How the server was in its last answer; nothing of one that does not tell (protocol 1).
    std::optional<protocol::Past> past() const;
    std::optional<std::chrono::sys_seconds> contact() const;
    std::optional<Trouble> trouble() const;
    void keep_trouble(const std::optional<Trouble>&);

    // Whether the office compared the centre's keys (sync.md "Enrolment").
    std::optional<Compared> compared() const;
    void keep_compared(Compared);

    // When the checksums were compared last, and in how many streams they differed (R15).
    std::optional<std::chrono::sys_seconds> checked() const { return time("sync.checked"); }
    std::uint64_t differing() const { return count("sync.differing"); }
    void keep_check(std::chrono::sys_seconds now, std::uint64_t differing);

    // The server knows more of this kiosk's own records than it does: up to this number they were asked back.
    std::uint64_t asked_back() const { return count("sync.asked_back"); }
    void keep_asked_back(std::uint64_t number) { keep("sync.asked_back", number); }
    // The kiosk bears another name: the server knows nothing of it yet. `before` is the one it bore (R13).
    void begin_device(const core::records::DeviceId& before);
    std::optional<core::records::DeviceId> before() const;
    // All of it is pulled anew, also what others wrote.
    void forget_pages();

    // Copies that were not opened since then end: their cards must be proved again (R7).
    void end_copies(std::chrono::sys_seconds before);

    // Up to which counter everything lies in a verified backup, by the server's last word. What others wrote
    // in copies that ended, and lies in it, goes (R5).
    void let_go(std::uint64_t backed_up);

    enum class Server { same, restored };
    // Keeps what the server said of itself. When its epoch is another, it knows less than it did, or what it
    // was is not what it remembers, it was restored: everything is offered again and pulled from zero (R6).
    // So it is once when it tells of its past for the first time. When its clock was set back by more than
    // `clocks_apart`, news may have passed by unheard: see begin_news.
    Server hear(const protocol::State&);

private:
    void begin_anew();
    std::uint64_t count(const char* name) const;
    std::optional<std::chrono::sys_seconds> time(const char* name) const;
    void keep(const char* name, std::uint64_t value);
    core::store::Work& work_;
};

} // namespace frikort::sync::agent
