// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/date.hpp"
#include "kiosk/screens/doors.hpp"
#include "kiosk/screens/frame.hpp"

// "Om skærmen": where this kiosk stands and whether what is written here gets on (sync.md R14). It counts
// lines; whose they are is nobody's business. Pure but for the screen.
namespace frikort::kiosk::screens::about {

enum class Server : bool { none, there };
// Why the last try did not go well, as far as a person can do something about it.
enum class Trouble { no_server, not_our_server, server_busy, turned_away, frozen, too_old, disk_failed };

// The database was damaged, and the kiosk went on with what could be read of it.
struct Damage {
    std::optional<core::base::Date> day;
    std::string kept;      // the damaged file's name; staff are told it
    std::uint64_t missing; // lines of this kiosk's own that are not here
    std::string numbers;   // "41-43, 50"
    bool asked = false;    // the server sent all it has: what is missing now had never been sent
};

// Whether call names open; and why old ones do not, until staff have seen it (core/actions/server_half).
enum class Names { open, not_yet, other_half, own_half };

struct Facts {
    Server server = Server::none;
    std::string version;
    std::optional<std::string> centre; // nothing until the kiosk was set up
    std::uint64_t waiting = 0;         // lines not sent yet
    std::uint64_t refused = 0;         // lines that the server did not take, and that want somebody
    std::uint64_t aside = 0;           // that it did not take, and that staff laid aside
    std::optional<core::base::Date> last_contact;
    std::optional<core::base::Date> today; // only when the clock is trusted (sync.md R10)
    std::optional<Trouble> trouble;
    std::optional<Damage> damage{}; // nothing once staff have seen it
    Names names = Names::open;
    std::optional<std::string>
        lost_name{}; // the letters of the device whose key was lost; until enrolled anew
};

struct View {
    struct Line {
        std::string title, told;
    };
    std::string title, version;
    std::vector<Line> lines;
    std::optional<Line> names; // one of the lines, where names do not open as they did
    std::string send;          // empty: there is nobody to send to
};
// Whom it tells to see to something: staff are not sent to the staff.
enum class For { everybody, staff };
View view(const Facts&, const core::content::Texts&, For = For::everybody);
struct Send {}; // what waits, now; what was refused only staff release (sync.md R13)
std::optional<Send> draw(ui::Ui&, ui::ListState&, const View&);

class Screen : public ui::Screen {
public:
    // `facts` is asked on every frame: it must be cheap. `send` may not wait.
    Screen(Visit& visit, Doors& doors, std::function<Facts()> facts, std::function<void()> send)
        : visit_{visit}, doors_{doors}, facts_{std::move(facts)}, send_{std::move(send)}
    {
    }
    ui::Move frame(ui::Ui&) override;

private:
    Visit& visit_;
    Doors& doors_;
    std::function<Facts()> facts_;
    std::function<void()> send_;
    ui::ListState list_;
};

} // namespace frikort::kiosk::screens::about
