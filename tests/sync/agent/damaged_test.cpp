// SPDX-License-Identifier: MPL-2.0
#include "core/actions/rescued.hpp"

#include <fstream>

#include "core/actions/open_new_notebook.hpp"
#include "core/actions/pen.hpp"
#include "core/actions/read_notebook.hpp"
#include "core/store/sqlite_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/files.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/sync/support/compared.hpp"
#include "tests/sync/support/world.hpp"

using namespace frikort::tests;
using namespace frikort::sync;
using agent::End;
using frikort::core::actions::Damage;
using frikort::core::store::DataFolder;
using frikort::core::store::SqliteStore;
namespace actions = frikort::core::actions;
namespace store = frikort::core::store;

namespace {

// A kiosk on a real disk, whose database somebody damages.
class OnDisk {
public:
    explicit OnDisk(Central& central) : wire_{central.desk}
    {
        compare(central.store, "Perronen");
        opened_.emplace(data_);
        REQUIRE(agent::enrol(*opened_, wire_, machine_.device_key, central.code_for("Perronen")));
    }
    void pay(const actions::OpenNotebook& open, int kroner)
    {
        const auto work = opened_->begin();
        actions::Pen{*work, machine_, open.stream(), open.newest()}.write(
            frikort::core::notebook::Earning{*frikort::core::base::Date::from_iso("2025-11-20"),
                                             {},
                                             {},
                                             frikort::core::money::Money::kroner(kroner)});
        work->commit();
    }
    actions::Made make()
    {
        return std::move(*actions::open_new_notebook(
            *opened_, machine_,
            {*frikort::core::people::CallName::from("Kim"), code(), actions::Recovery::no, {}}));
    }
    actions::Opening open(const frikort::core::people::Card& card)
    {
        return actions::open_with_card(*opened_, machine_, card, code());
    }
    int sum(const actions::OpenNotebook& open)
    {
        return static_cast<int>(actions::read_notebook(*opened_, open).book.year(2025).sum.in_ore() / 100);
    }
    bool needs_another_name() { return actions::needs_another_name(*opened_->begin(), device()); }
    void enrol_again(Central& central)
    {
        REQUIRE(agent::enrol(*opened_, wire_, machine_.device_key, central.code_for("Perronen")));
    }
    End round() { return run_round(*opened_, wire_, machine_.device_key).end; }
    agent::Standing standing() { return standing_in(*opened_); }
    std::optional<Damage> damage() { return actions::damage(*opened_->begin()); }
    actions::Missing missing(const frikort::core::records::StreamId& stream)
    {
        return actions::missing_in(*opened_->begin(), stream, device());
    }
    frikort::core::records::DeviceId device() const { return machine_.device(); }
    std::uint64_t last() { return actions::last_written(*opened_->begin(), device()).number; }

    // While it is stopped; then it is rescued, as at its start.
    template <class Deed>
    store::Rescue after(Deed deed)
    {
        opened_.reset();
        deed(data_);
        CHECK(failing_kind() == store::StoreFailure::Kind::damaged);
        const auto day = std::string{"2025-11-21"};
        const auto told =
            store::rescue(data_, device(), day, [&](store::Work& work, const store::Rescue& rescued) {
                actions::note_rescue(work, rescued, device(), day);
            });
        opened_.emplace(data_);
        return told;
    }
    std::string file() const { return data_.file("kiosk.db").native(); }

private:
    std::optional<store::StoreFailure::Kind> failing_kind()
    {
        try {
            store::look_over(data_, device());
        } catch (const store::StoreFailure& failure) {
            return failure.kind;
        }
        return std::nullopt;
    }
    static frikort::core::people::Code code() { return *frikort::core::people::Pin::typed("482915"); }

    TemporaryFolder folder_;
    DataFolder data_{folder_ / "data"};
    SeededChance chance_{5};
    actions::Kiosk machine_{
        signing_key(chance_),     frikort::core::sealing::Pepper::random(chance_), chance_, {}, {},
        {std::size_t{8} << 10, 1}};
    Wire wire_;
    std::optional<SqliteStore> opened_;
};

// All of it is noise but its beginning, which tells that it is a database.
void ruin(const DataFolder& data)
{
    const auto file = data.file("kiosk.db");
    const auto size = std::filesystem::file_size(file);
    std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
    out.seekp(4096);
    out << std::string(size - 4096, 'x');
}

} // namespace

TEST_CASE("A kiosk whose database is damaged fetches what the server has and names what nobody has")
{
    Central central;
    OnDisk kiosk{central};
    const auto made = kiosk.make();
    for (int i = 0; i < 20; ++i) kiosk.pay(made.notebook, 10);
    REQUIRE(kiosk.round() == End::done);
    const auto sent = kiosk.last();
    for (int i = 0; i < 3; ++i) kiosk.pay(made.notebook, 1);
    const auto told = kiosk.after(ruin);
    CHECK(told.numbers == store::Rescue::Numbers::known);
    CHECK(told.lost.size() == sent + 3);
    CHECK(kiosk.damage()->asked == Damage::Asked::not_yet);

    // Nothing is known of a centre any more: the same key asks with a new code, and is welcome.
    REQUIRE(kiosk.standing().centre.has_value() == false);
    kiosk.enrol_again(central);
    CHECK(kiosk.round() == End::done);
    const auto damage = kiosk.damage();
    REQUIRE(damage);
    CHECK(damage->asked == Damage::Asked::yes);
    CHECK(damage->missing == std::vector<actions::Range>{{sent + 1, sent + 3}});
    const auto open = kiosk.open(made.card);
    REQUIRE(open);
    CHECK(kiosk.sum(*open) == 200);
    CHECK(kiosk.missing(open->stream()).perhaps);

    // What is written now follows the lost ones: no number is given out twice.
    kiosk.pay(*open, 5);
    CHECK(kiosk.last() == sent + 4);
    CHECK(kiosk.round() == End::done);
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused == 0);
    const auto held = central.store.look()->stock().held_from(kiosk.device(), 9);
    CHECK(held.highest == sent + 4);
    CHECK(held.lacks == std::vector<store::Stock::Range>{{sent + 1, sent + 3}});
    CHECK(central.store.look()->stock().quarantined() == 0);
    CHECK_FALSE(kiosk.missing(open->stream()).perhaps); // its owner was told, and wrote
}

TEST_CASE("What is salvaged and was not sent yet is sent after the rescue")
{
    Central central;
    OnDisk kiosk{central};
    const auto made = kiosk.make();
    for (int i = 0; i < 20; ++i) kiosk.pay(made.notebook, 10);
    REQUIRE(kiosk.round() == End::done);
    for (int i = 0; i < 5; ++i) kiosk.pay(made.notebook, 1);
    const auto last = kiosk.last();
    const auto told = kiosk.after([](const DataFolder& data) { // its beginning is gone
        std::fstream out{data.file("kiosk.db"), std::ios::in | std::ios::out | std::ios::binary};
        out << std::string(100, 'x');
    });
    CHECK(told.lost.empty());
    CHECK(kiosk.round() == End::done);
    CHECK(kiosk.damage()->missing.empty());
    CHECK(central.store.look()->stock().held_from(kiosk.device(), 9).highest == last);
    const auto open = kiosk.open(made.card);
    REQUIRE(open);
    CHECK(kiosk.sum(*open) == 205);
}

TEST_CASE("A kiosk that no longer knows its numbers asks for another name before it writes")
{
    Central central;
    OnDisk kiosk{central};
    const auto made = kiosk.make();
    for (int i = 0; i < 5; ++i) kiosk.pay(made.notebook, 10);
    const auto told = kiosk.after([](const DataFolder& data) {
        std::fstream out{data.file("kiosk.db"), std::ios::in | std::ios::out | std::ios::binary};
        out << std::string(100, 'x');
        std::filesystem::remove(data.file("written"));
    });
    CHECK(told.numbers == store::Rescue::Numbers::unknown);
    CHECK(kiosk.needs_another_name());
    CHECK(kiosk.standing().waiting == 0);
    CHECK(kiosk.standing().refused ==
          told.records); // all of it is kept, for staff to let in under the new name
}
