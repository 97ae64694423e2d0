// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/central.hpp"

#include "sync/central/api/comparing.hpp"
#include "sync/central/api/enrolment.hpp"
#include "sync/protocol/messages.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/world.hpp"

namespace frikort::tests::sim {

using sync::agent::Reply;
using sync::agent::Request;

Central::Central(Timeline& time, Disks& disks, std::uint64_t seed, Plant plant)
    : requests_{time, power_, seed}, disk_{disks.central(power_, requests_, plant)}, clock_{time},
      store_{*disk_, power_, time, {seed, "server"}}, desk_{store_, clock_, journal_, chance_},
      planted_{plant, clock_}, chance_{seed, "codes"}
{
}

std::optional<Reply> Central::handle(const Request& request)
{
    if (!power_.is_on()) return std::nullopt;
    const auto life = power_.life();
    const SideBySide::Request request_now{requests_};
    try {
        auto answer = desk_.handle(head_of(request, authority), request.body);
        if (!power_.is_on() || power_.life() != life) return std::nullopt;
        return Reply{answer.status, std::string{sync::protocol::content_type}, answer.retry_after,
                     std::move(answer.body)};
    } catch (const PowerCut&) {
        return std::nullopt;
    }
}

std::optional<Reply> Central::answer(const Request& request)
{
    return planted_.answer(request, [this](const Request& asked) { return handle(asked); });
}

bool Central::compare(const std::string& centre)
{
    if (!power_.is_on()) return false;
    try {
        const auto told = [&] {
            const auto look = disk_->store().look();
            const auto known = look->centres().named(centre);
            return known ? sync::central::api::told_roots(*look, *known)
                         : std::vector<sync::central::api::ToldRoot>{};
        }();
        return !told.empty() &&
               sync::central::api::compare(disk_->store(), centre, told.front().fingerprint, clock_.now())
                   .has_value();
    } catch (const core::store::StoreFailure&) {
        return false;
    } catch (const PowerCut&) {
        return false;
    }
}

std::string Central::code_for(const std::string& centre, Comparing comparing)
{
    if (comparing == Comparing::at_once) tests::compare(disk_->store(), centre);
    return sync::central::api::issue_code(disk_->store(), centre, clock_.now(), chance_)->in_groups();
}

bool Central::revoke(const core::records::DeviceId& device)
{
    if (!power_.is_on()) return false;
    try {
        const auto work = disk_->store().begin();
        if (!work->kiosks().find(device)) return false;
        work->kiosks().revoke(device, clock_.now());
        work->commit();
        return true;
    } catch (const core::store::StoreFailure&) {
        return false;
    } catch (const PowerCut&) { // nobody knows, and once more at the next start does no harm
        return true;
    }
}

std::unique_ptr<CentralDisk::Copy> Central::back_up()
{
    const auto work = disk_->store().begin();
    const auto standing = work->stock().standing(); // nobody counts on until this is committed
    auto copy = disk_->copy();
    work->backups().add({chance_.name<core::store::BackupId>(),
                         {},
                         {},
                         standing.epoch,
                         standing.counter,
                         clock_.now(),
                         clock_.now()});
    work->commit();
    return copy;
}

void Central::heal()
{
    disk_->set(CentralDisk::Room::left);
    power_.cut_no_more();
    requests_.heal();
}

void Central::set_back(const CentralDisk::Copy& copy, Told told)
{
    power_.off();
    disk_->stop();
    disk_->put_back(copy);
    went_back_ = true;
    if (told == Told::yes) disk_->begin_epoch("epoch " + std::to_string(++epochs_));
}

} // namespace frikort::tests::sim
