// SPDX-License-Identifier: MPL-2.0
#include "sync/central/metrics/page.hpp"

#include "sync/central/metrics/exposition.hpp"

namespace frikort::sync::central::metrics {

namespace {

using Type = Exposition::Type;

void write_requests(Exposition& out, const Meter& meter)
{
    out.metric("frikort_central_requests_total", Type::counter, "Requests answered, by path and outcome.");
    for (const auto way : all_ways)
        for (const auto outcome : all_outcomes)
            out.value("path", word_of(way), "outcome", word_of(outcome), meter.requests(way, outcome));
    out.metric("frikort_central_refusals_total", Type::counter,
               "Requests not done, by what the client was told. unknown_code and used_code are wrong "
               "enrolment codes.");
    for (std::size_t i = 0; i < all_reasons.size(); ++i)
        out.value("reason", all_reasons[i].word, meter.refusals(i));
}

void write_records(Exposition& out, const Meter& meter)
{
    using api::Tally;
    out.metric("frikort_central_records_total", Type::counter,
               "Records that kiosks sent, by verdict; quarantined ones are rejected too.")
        .value("verdict", "accepted", meter.tally(Tally::records_accepted))
        .value("verdict", "duplicate", meter.tally(Tally::records_duplicate))
        .value("verdict", "rejected", meter.tally(Tally::records_rejected))
        .value("verdict", "quarantined", meter.tally(Tally::records_quarantined))
        .value("verdict", "erased", meter.tally(Tally::records_erased))
        .value("verdict", "later", meter.tally(Tally::records_later));
    out.metric("frikort_central_records_sent_total", Type::counter, "Records handed out to kiosks.")
        .value(meter.tally(Tally::records_sent));
    out.metric("frikort_central_cards_followed_total", Type::counter,
               "Notebooks handed to a centre for the right card and code.")
        .value(meter.tally(Tally::cards_followed));
}

void write_events(Exposition& out, const Meter& meter)
{
    out.metric("frikort_central_events_total", Type::counter, "Lines in the log, by their word.");
    for (const auto event : api::all_events) out.value("event", api::word_of(event), meter.events(event));
    out.metric("frikort_central_database_errors_total", Type::counter,
               "Requests the database failed, by kind.");
    for (const auto kind : all_store_failures) out.value("kind", word_of(kind), meter.store_failures(kind));
}

void write_connections(Exposition& out, const http::Counts& http)
{
    out.metric("frikort_central_connections", Type::gauge, "Connections open now.")
        .value(std::uint64_t{http.connections});
    out.metric("frikort_central_connections_total", Type::counter, "Connections that came.")
        .value(http.opened);
    out.metric("frikort_central_connections_closed_total", Type::counter,
               "Connections closed before their client was done, by why.")
        .value("why", "made_room", http.made_room)
        .value("why", "turned_away", http.turned_away)
        .value("why", "unused", http.unused)
        .value("why", "late_head", http.late_heads)
        .value("why", "late_body", http.late_bodies)
        .value("why", "late_answer", http.late_answers)
        .value("why", "cut_off", http.cut_off);
    out.metric("frikort_central_overloaded_total", Type::counter,
               "Requests answered 503 because no worker or no memory was left for them.")
        .value(http.overloaded);
    out.metric("frikort_central_queue_requests", Type::gauge,
               "Requests with the workers or waiting for one now.")
        .value(std::uint64_t{http.with_workers});
    out.metric("frikort_central_held_bytes", Type::gauge, "Bodies that come and answers that go, now.")
        .value(std::uint64_t{http.held_bytes});
    out.metric("frikort_central_received_bytes_total", Type::counter, "Heads and bodies of requests.")
        .value(http.bytes_in);
    out.metric("frikort_central_sent_bytes_total", Type::counter, "Answers.").value(http.bytes_out);
}

void write_house(Exposition& out, const House& house, core::store::Seconds epoch_seen)
{
    out.metric("frikort_central_kiosks", Type::gauge, "Kiosks, by how they are.");
    for (const auto state : kiosk_states) {
        const auto found = house.kiosks.find(state);
        out.value("state", word_of(state), found == house.kiosks.end() ? 0 : found->second);
    }
    out.metric("frikort_central_kiosks_told", Type::gauge,
               "What all kiosks together said of themselves last.")
        .value("what", "records_waiting", house.told.waiting)
        .value("what", "records_refused", house.told.refused)
        .value("what", "streams_differing", house.told.differing);
    out.metric("frikort_central_newest_counter", Type::gauge, "The counter of the record taken last.")
        .value(house.counter);
    out.metric("frikort_central_quarantined_records", Type::gauge, "Records set aside now.")
        .value(house.quarantined);
    out.metric("frikort_central_epoch_seen_timestamp_seconds", Type::gauge,
               "When this process first saw the epoch it serves; it changes with a restore or a promotion.")
        .value(static_cast<std::uint64_t>(epoch_seen.time_since_epoch().count()));
}

void write_standbys(Exposition& out, const Replicas& replicas)
{
    out.metric("frikort_central_standbys", Type::gauge, "Standbys connected to the database, as far as seen.")
        .value(replicas.connected);
    out.metric("frikort_central_standby_state", Type::gauge,
               "1 for how it is with standbys: whether what is acknowledged lies on one of them too.");
    for (const auto state : replica_states)
        out.value("state", central::word_of(state), std::uint64_t{replicas.state == state ? 1U : 0U});
    out.metric("frikort_central_database_forgets", Type::gauge,
               "Settings that are off with which a power cut loses what was acknowledged.")
        .value(std::uint64_t{replicas.off.size()});
}

void write_process(Exposition& out, const Process& process)
{
    out.metric("process_resident_memory_bytes", Type::gauge, "Resident memory.")
        .value(process.resident_bytes);
    out.metric("process_open_fds", Type::gauge, "Open files and connections.").value(process.open_files);
    out.metric("process_max_fds", Type::gauge, "How many there may be.").value(process.most_files);
    out.metric("process_cpu_seconds_total", Type::counter, "Processor time, of user and system.")
        .value(process.cpu_seconds);
}

} // namespace

House house_in(const core::store::CentralWork& look, core::store::Seconds now)
{
    House house;
    for (const auto& kiosk : look.kiosks().all()) {
        const auto state = state_of(kiosk, now);
        ++house.kiosks[state];
        if (state == KioskState::revoked) continue;
        house.told.waiting += kiosk.told.waiting;
        house.told.refused += kiosk.told.refused;
        house.told.differing += kiosk.told.differing;
    }
    const auto standing = look.stock().standing();
    house.counter = standing.counter;
    house.epoch = standing.epoch;
    house.quarantined = look.stock().quarantined();
    return house;
}

std::string page(const Meter& meter, const Readings& readings)
{
    Exposition out;
    out.metric("frikort_central_database_up", Type::gauge, "1 when the database could be read for this page.")
        .value(std::uint64_t{readings.house ? 1U : 0U});
    write_requests(out, meter);
    write_records(out, meter);
    write_events(out, meter);
    write_connections(out, readings.http);
    if (readings.house) write_house(out, *readings.house, readings.epoch_seen);
    if (readings.replicas) write_standbys(out, *readings.replicas);
    write_process(out, readings.process);
    return out.take();
}

} // namespace frikort::sync::central::metrics
