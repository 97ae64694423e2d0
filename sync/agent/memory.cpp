// SPDX-License-Identifier: MPL-2.0
#include "sync/agent/memory.hpp"

#include <array>
#include <charconv>

#include "sync/agent/round.hpp"

namespace frikort::sync::agent {

using core::records::StreamId;

namespace {

// As they stand in databases: none of these words ever changes.
struct TroubleWord {
    Trouble trouble;
    std::string_view word;
};
constexpr std::array trouble_words{TroubleWord{Trouble::no_server, "no_server"},
                                   TroubleWord{Trouble::not_our_server, "not_our_server"},
                                   TroubleWord{Trouble::server_busy, "server_busy"},
                                   TroubleWord{Trouble::turned_away, "turned_away"},
                                   TroubleWord{Trouble::too_old, "too_old"},
                                   TroubleWord{Trouble::disk_failed, "disk_failed"},
                                   TroubleWord{Trouble::frozen, "frozen"}};

struct ComparedWord {
    Compared compared;
    std::string_view word;
};
constexpr std::array compared_words{ComparedWord{Compared::yes, "yes"},
                                    ComparedWord{Compared::not_and_served, "served"},
                                    ComparedWord{Compared::not_and_national_only, "national_only"}};

} // namespace

std::uint64_t Memory::count(const char* name) const
{
    const auto text = work_.facts().get(name).value_or("0");
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

void Memory::keep(const char* name, std::uint64_t value) { work_.facts().set(name, std::to_string(value)); }

std::optional<Place> Memory::centre() const
{
    const auto name = work_.facts().get("sync.centre");
    const auto hex = work_.facts().get("sync.centre_stream");
    const auto bytes = hex ? core::base::from_hex(*hex) : std::nullopt;
    const auto stream = bytes ? StreamId::from(*bytes) : std::nullopt;
    if (!name || !stream) return std::nullopt;
    return Place{*name, *stream};
}

void Memory::keep_centre(const Place& place)
{
    work_.facts().set("sync.centre", place.name);
    work_.facts().set("sync.centre_stream", core::base::to_hex(place.stream.bytes()));
}

std::string Memory::epoch() const { return work_.facts().get("sync.epoch").value_or(""); }

std::optional<Compared> Memory::compared() const
{
    const auto word = work_.facts().get("sync.compared");
    for (const auto& known : compared_words)
        if (word == known.word) return known.compared;
    return std::nullopt;
}

void Memory::keep_compared(Compared compared)
{
    if (compared == this->compared()) return;
    for (const auto& known : compared_words)
        if (compared == known.compared) work_.facts().set("sync.compared", std::string{known.word});
}

void Memory::keep_check(std::chrono::sys_seconds now, std::uint64_t differing)
{
    keep("sync.checked", static_cast<std::uint64_t>(now.time_since_epoch().count()));
    keep("sync.differing", differing);
}

std::optional<core::records::DeviceId> Memory::before() const
{
    return core::records::DeviceId::from_hex(work_.facts().get("sync.before").value_or(""));
}

void Memory::begin_device(const core::records::DeviceId& before)
{
    work_.facts().set("sync.before", before.hex());
    keep("sync.highest", 0);
    keep_asked_back(0);
}

void Memory::forget_pages()
{
    work_.cursors().forget_all();
    keep_since(0);
}

std::optional<std::chrono::sys_seconds> Memory::contact() const { return time("sync.contact"); }

std::optional<std::chrono::sys_seconds> Memory::time(const char* name) const
{
    const auto seconds = count(name);
    if (seconds == 0) return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
}

std::optional<Trouble> Memory::trouble() const
{
    const auto word = work_.facts().get("sync.trouble");
    for (const auto& known : trouble_words)
        if (word == known.word) return known.trouble;
    return std::nullopt;
}

void Memory::keep_trouble(const std::optional<Trouble>& trouble)
{
    std::string word;
    for (const auto& known : trouble_words)
        if (trouble == known.trouble) word = known.word;
    work_.facts().set("sync.trouble", word);
}

void Memory::end_copies(std::chrono::sys_seconds before)
{
    for (const auto& stream : work_.copies().end_unopened(before))
        for (const auto& slot : work_.slots().of_stream(stream)) work_.slots().remove(slot);
}

void Memory::let_go(std::uint64_t backed_up)
{
    for (const auto& stream : work_.copies().ended(backed_up)) {
        work_.records().let_go(stream);
        work_.cursors().move(stream, {epoch(), 0});
        work_.copies().doubt(stream); // there is nothing more to let go
    }
}

std::optional<protocol::Past> Memory::past() const
{
    const auto mark = protocol::Mark::from_hex(work_.facts().get("sync.mark").value_or(""));
    if (!mark) return std::nullopt;
    return protocol::Past{count("sync.counter"), *mark};
}

void Memory::begin_anew()
{
    work_.outbox().offer_all_again();
    forget_pages();
    keep_stubs(0);
    keep_asked_back(0);
    work_.copies().doubt_all();
}

bool Memory::begin_news()
{
    if (count("sync.set_back") == 0) return false;
    keep("sync.set_back", 0);
    keep_since(0);
    return true;
}

Memory::Server Memory::hear(const protocol::State& state)
{
    const auto known = epoch();
    const bool knows_less = state.counter < count("sync.counter") || state.highest < count("sync.highest");
    const bool restored = !known.empty() && (known != state.epoch || knows_less || state.other_past);
    const bool tells_at_last = !known.empty() && state.mark && !past();
    if (restored || tells_at_last) begin_anew();
    if (restored) { // whether it still knows that this centre follows them nobody can tell
        work_.copies().date(work_.copies().undated(), {});
        end_copies(std::chrono::sys_seconds::max());
    }
    const bool set_back = contact() && state.time + clocks_apart < *contact();
    if (set_back) keep("sync.set_back", 1);
    if (restored || set_back) work_.shares().tell_again(state.time - copies_last);
    work_.facts().set("sync.epoch", state.epoch);
    work_.facts().set("sync.mark", state.mark ? state.mark->hex() : "");
    keep("sync.counter", state.counter);
    keep("sync.highest", state.highest);
    keep("sync.contact", static_cast<std::uint64_t>(state.time.time_since_epoch().count()));
    return restored || tells_at_last ? Server::restored : Server::same;
}

} // namespace frikort::sync::agent
