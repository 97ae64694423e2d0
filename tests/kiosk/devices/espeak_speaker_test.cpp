// SPDX-License-Identifier: MPL-2.0
#include "kiosk/devices/espeak_speaker.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>
#include <vector>

#include "kiosk/devices/voice.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::devices;
using namespace std::chrono_literals;

namespace {

// Real samples that nobody hears: they count as heard when the test lets them be.
class Ear : public Sound {
public:
    bool open(int samples_a_second) override
    {
        const std::lock_guard lock{mutex_};
        rate_ = samples_a_second;
        return plugged_;
    }
    void close() override {}
    void put(std::span<const std::int16_t> samples) override
    {
        const std::lock_guard lock{mutex_};
        taken_.insert(taken_.end(), samples.begin(), samples.end());
        waiting_ += samples.size();
        came_.notify_all();
    }
    std::chrono::milliseconds waiting() const override
    {
        const std::lock_guard lock{mutex_};
        if (listens_ || rate_ == 0) return {};
        return std::chrono::milliseconds{waiting_ * 1000 / static_cast<unsigned>(rate_)};
    }
    void clear() override
    {
        const std::lock_guard lock{mutex_};
        waiting_ = 0;
        ++cleared_;
        came_.notify_all();
    }

    // Whatever is put is heard at once; or nothing is.
    void listen(bool yes)
    {
        const std::lock_guard lock{mutex_};
        listens_ = yes;
    }
    void unplug(bool yes)
    {
        const std::lock_guard lock{mutex_};
        plugged_ = !yes;
    }
    void wait_for_samples()
    {
        std::unique_lock lock{mutex_};
        came_.wait(lock, [this] { return !taken_.empty(); });
    }
    void wait_until_cleared(int times)
    {
        std::unique_lock lock{mutex_};
        came_.wait(lock, [&] { return cleared_ >= times; });
    }
    int cleared() const
    {
        const std::lock_guard lock{mutex_};
        return cleared_;
    }
    std::vector<std::int16_t> take()
    {
        const std::lock_guard lock{mutex_};
        return std::exchange(taken_, {});
    }
    double seconds(std::size_t samples) const { return static_cast<double>(samples) / rate_; }

private:
    mutable std::mutex mutex_;
    std::condition_variable came_;
    std::vector<std::int16_t> taken_;
    std::size_t waiting_ = 0;
    int rate_ = 0;
    int cleared_ = 0;
    bool listens_ = true;
    bool plugged_ = true;
};

// A speaker, and when its state last changed by itself.
struct Talk {
    Ear ear;
    std::mutex mutex;
    std::condition_variable changed;
    int changes = 0;
    EspeakSpeaker speaker{ear, [this] {
                              const std::lock_guard lock{mutex};
                              ++changes;
                              changed.notify_all();
                          }};

    void wait_for_change(int times = 1)
    {
        std::unique_lock lock{mutex};
        changed.wait(lock, [&] { return changes >= times; });
    }
    std::vector<std::int16_t> hear(Saying saying)
    {
        const int before = changes;
        speaker.say(std::move(saying));
        wait_for_change(before + 1);
        return ear.take();
    }
};

std::int64_t loudness(const std::vector<std::int16_t>& samples)
{
    std::int64_t most = 0;
    for (const auto sample : samples) most = std::max<std::int64_t>(most, std::abs(int{sample}));
    return most;
}

constexpr const char* danish =
    "Skriv alt, du fik. Også feriepenge. Hold kortet hen til læseren, når du vil åbne "
    "din bog igen. Så kan du se dine tal.";
constexpr int danish_words = 23;

} // namespace

TEST_CASE("What is said in Danish and in English is heard, each in its own voice")
{
    Talk talk;
    const auto dansk = talk.hear({.words = "Har du et kort", .language = "da"});
    const auto english = talk.hear({.words = "Har du et kort", .language = "en"});
    CHECK(loudness(dansk) > 1000);
    CHECK(loudness(english) > 1000);
    CHECK(dansk.size() != english.size());
    CHECK(talk.speaker.state() == Speaker::State::silent);
    // The voice is never twice the same to the last bit.
    const auto again = talk.hear({.words = "Har du et kort", .language = "da"});
    CHECK(talk.ear.seconds(again.size()) == Approx(talk.ear.seconds(dansk.size())).epsilon(0.02));
}

TEST_CASE("The default rate is 120 to 125 words a minute, and can be halved and doubled")
{
    Talk talk;
    const auto words_a_minute = [&](int rate) {
        const auto heard = talk.hear({.words = danish, .language = "da", .rate = rate});
        return danish_words * 60 / talk.ear.seconds(heard.size());
    };
    CHECK(words_a_minute(100) == Approx(122.5).margin(3));
    CHECK(words_a_minute(50) == Approx(61).margin(6));
    CHECK(words_a_minute(200) == Approx(245).margin(12));
}

TEST_CASE("Softer is softer by as many decibels as were asked for")
{
    Talk talk;
    const auto loud = loudness(talk.hear({.words = danish, .language = "da"}));
    const auto soft = loudness(talk.hear({.words = danish, .language = "da", .softer = 12}));
    CHECK(static_cast<double>(loud) / static_cast<double>(soft) == Approx(3.98).epsilon(0.02));
}

TEST_CASE("Hushed speech stops in the middle, nothing more comes, and the next thing is heard whole")
{
    Talk talk;
    talk.ear.listen(false); // it would go on for ever
    talk.speaker.say({.words = danish, .language = "da"});
    talk.ear.wait_for_samples();
    CHECK(talk.speaker.state() == Speaker::State::speaking);
    const int cleared = talk.ear.cleared();
    talk.speaker.hush();
    CHECK(talk.speaker.state() == Speaker::State::silent);
    talk.ear.wait_until_cleared(cleared + 1);
    const auto cut = talk.ear.take();
    talk.ear.listen(true);
    const auto next = talk.hear({.words = "Gem", .language = "da"});
    const auto whole = talk.hear({.words = danish, .language = "da"});
    CHECK(cut.size() < whole.size() / 2);
    CHECK(next.size() < whole.size() / 4);
    CHECK(loudness(next) > 1000);
}

TEST_CASE("What is said last cuts off what was said before, however many things come at once")
{
    Talk talk;
    talk.ear.listen(false);
    for (int i = 0; i < 50; ++i) talk.speaker.say({.words = danish, .language = "da"});
    talk.ear.listen(true);
    talk.speaker.say({.words = "Gem", .language = "da"});
    talk.wait_for_change();
    CHECK(talk.speaker.state() == Speaker::State::silent);
    talk.ear.take();
    const auto alone = talk.hear({.words = "Gem", .language = "da"});
    CHECK(talk.ear.seconds(alone.size()) < 2);
}

TEST_CASE("Where there is nothing to hear with the speaker says so, and tries again when asked again")
{
    Talk talk;
    talk.ear.unplug(true);
    CHECK(talk.hear({.words = "Gem", .language = "da"}).empty());
    CHECK(talk.speaker.state() == Speaker::State::no_sound);
    talk.ear.unplug(false);
    CHECK_FALSE(talk.hear({.words = "Gem", .language = "da"}).empty());
    CHECK(talk.speaker.state() == Speaker::State::silent);
}

TEST_CASE("A speaker that is thrown away in the middle of a word ends at once")
{
    auto talk = std::make_unique<Talk>();
    talk->ear.listen(false);
    talk->speaker.say({.words = danish, .language = "da"});
    talk->ear.wait_for_samples();
    talk.reset();
    SUCCEED();
}
