// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/actions/our_centre.hpp"
#include "core/sealing/keys.hpp"
#include "core/store/data_folder.hpp"
#include "core/store/sqlite_store.hpp"
#include "kiosk/app/assets.hpp"
#include "kiosk/app/clocks.hpp"
#include "kiosk/app/house.hpp"
#include "kiosk/app/identity.hpp"
#include "kiosk/devices/memory_speaker.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/tour/tour.hpp"

namespace frikort::tests {

// A clock that was never confirmed, on a machine whose battery may be dead.
struct DoubtedDay : kiosk::app::FixedDay {
    using FixedDay::FixedDay;
    bool trusted() const override { return false; }
};

// A kiosk as it stands in a drop-in centre: real SQLite on a real disk, the real screens, keys and texts;
// only the window is not there. Can be switched off and on.
class KioskInTheHouse : public tour::Trial {
public:
    explicit KioskInTheHouse(core::base::Date day = *core::base::Date::from(2025, 11, 21))
        : KioskInTheHouse{std::make_unique<frikort::kiosk::app::FixedDay>(day)}
    {
    }
    explicit KioskInTheHouse(std::unique_ptr<frikort::kiosk::app::KioskClock> clock)
        : clock_{std::move(clock)}
    {
        start();
    }

    kiosk::ui::Stage& stage() override { return *running_->stage; }
    const core::content::Texts& texts() const override { return assets_.of("da"); }
    const core::content::Texts& texts_in(const std::string& language) const { return assets_.of(language); }
    const std::filesystem::path& folder() const { return folder_.path(); }
    core::store::Store& store() { return running_->store; }
    core::actions::Kiosk& machine() { return running_->kiosk; }
    kiosk::app::House& house() { return running_->house; }
    const core::store::DataFolder& data() const { return running_->data; }
    const core::base::Clock& clock() const { return *clock_; }
    frikort::kiosk::devices::MemorySpeaker& speaker() { return speaker_; }

    // As if the plug was pulled and put in again.
    void restart()
    {
        running_.reset();
        start();
    }
    void stop() { running_.reset(); }

    void press(std::string_view signs)
    {
        for (const char sign : signs) stage().tap(kiosk::ui::Role::key, std::string{sign});
    }
    // A new notebook for somebody, from the front page to the year's page. Gives what the card's QR code
    // says.
    std::string make_notebook(std::string_view name, std::string_view code = "371904")
    {
        begin_notebook(name, code);
        return take_card();
    }
    // Until the code was chosen.
    void begin_notebook(std::string_view name, std::string_view code = "371904")
    {
        tap("home.book");
        tap("door.new");
        press(name);
        tap("action.next");
        tap("new.kind.digits");
        for (int twice = 0; twice < 2; ++twice) {
            press(code);
            tap("action.next");
        }
    }
    std::string take_card()
    {
        tap("new.keep.phone");
        auto card = card_on_screen();
        tap("new.card.done");
        return card;
    }
    void open_with(std::string_view card, std::string_view code = "371904")
    {
        stage().scan(card);
        press(code);
        tap("open.action");
    }
    void open_by_name(std::string_view name, std::string_view code = "371904")
    {
        tap("home.book");
        tap("door.name");
        press(name);
        tap("action.next");
        press(code);
        tap("open.action");
    }
    // From the year's page through the four questions, and the one about large amounts, to "Gem".
    void write_pay(std::string_view day_key, std::string_view kroner)
    {
        tap("overview.log");
        tap(day_key);
        tap("log.place.not_told");
        tap("log.hours.not_known");
        press(kroner);
        tap("action.next");
        if (shows(texts()("log.large.yes"))) tap("log.large.yes");
        tap("log.save");
    }
    std::string card_on_screen()
    {
        const auto* number = stage().semantics().find(kiosk::ui::Role::qr, texts()("new.card.qr"));
        return number ? card_letters() : std::string{};
    }
    // The letters under the QR code, as somebody copies them by hand.
    std::string card_letters();
    // From now on there is a server; `send` is called when a person asks for a round.
    void connect(std::function<void()> send)
    {
        running_->house.set_link(
            {.server = frikort::kiosk::screens::about::Server::there, .trouble = std::nullopt});
        running_->house.on_send(std::move(send));
    }
    bool shows(std::string_view words) { return stage().shows(words); }

private:
    struct Running {
        explicit Running(KioskInTheHouse& whole)
            : data{whole.folder_.path() / "kiosk"}, store{data}, kiosk{app_identity(data, chance)},
              house{store, kiosk, *whole.clock_, whole.assets_, whole.speaker_}
        {
            core::actions::know_centre(store, kiosk);
            stage.emplace(kiosk::ui::Panel{}, kiosk::ui::Look{},
                          [this](kiosk::ui::Ui& ui) { this->house.frame(ui); });
        }
        static core::actions::Kiosk app_identity(const core::store::DataFolder& data,
                                                 core::base::Chance& chance)
        {
            auto kiosk = frikort::kiosk::app::load_identity(data, chance).kiosk;
            kiosk.cost = {std::size_t{8} << 10, 1}; // cheap: codes are not what these tests try
            return kiosk;
        }
        core::sealing::SystemChance chance;
        core::store::DataFolder data;
        core::store::SqliteStore store;
        core::actions::Kiosk kiosk;
        frikort::kiosk::app::House house;
        std::optional<frikort::kiosk::ui::Stage> stage;
    };
    void start()
    {
        core::sealing::start();
        running_.emplace(*this);
    }
    TemporaryFolder folder_;
    kiosk::app::Assets assets_ = kiosk::app::Assets::load(FRIKORT_BINARY "/share/frikort");
    std::unique_ptr<frikort::kiosk::app::KioskClock> clock_;
    frikort::kiosk::devices::MemorySpeaker speaker_;
    std::optional<Running> running_;
};

inline std::string KioskInTheHouse::card_letters()
{
    std::string letters;
    bool after_qr = false;
    for (const auto& node : stage().semantics().nodes()) {
        if (after_qr && node.privacy == kiosk::ui::Privacy::personal) letters += node.name;
        after_qr = after_qr || node.role == kiosk::ui::Role::qr;
    }
    return letters;
}

} // namespace frikort::tests
