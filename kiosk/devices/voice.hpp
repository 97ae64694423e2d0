// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace frikort::kiosk::devices {

// Makes samples out of words, in process, by libespeak-ng. The library keeps all it knows in globals: there
// is one Voice at a time in a program, and one thread uses it.
class Voice {
public:
    Voice();
    ~Voice();
    Voice(const Voice&) = delete;

    // False: its data is not on this machine.
    bool works() const { return samples_a_second_ > 0; }
    int samples_a_second() const { return samples_a_second_; }

    // Hands the samples over piece by piece, about 50 ms each, as fast as they are made; stops when `take`
    // answers Go::stop. `rate` as in Saying. A language without a voice is read as English.
    enum class Go : bool { stop, on };
    using Take = std::function<Go(std::span<const std::int16_t>)>;
    void speak(const std::string& words, const std::string& language, int rate, const Take& take);
    // Writes over what the library still holds of the words before.
    void forget();

private:
    int samples_a_second_ = 0;
};

} // namespace frikort::kiosk::devices
