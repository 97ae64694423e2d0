// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <functional>
#include <memory>

namespace frikort::tests::sim {

// A thread of the story that runs only when it is told to, on a stack of its own: twenty kiosks and as many
// requests in the server stand in the middle of ordinary functions, and one thread decides who goes on.
// Nothing may wait inside a catch block: what is being caught belongs to the thread, not to the fiber.
class Fiber {
public:
    explicit Fiber(std::function<void()> body);
    // A body that is not over is unwound: its `pause` throws.
    ~Fiber();
    Fiber(const Fiber&) = delete;
    Fiber& operator=(const Fiber&) = delete;

    // From outside: goes on until the body pauses or is over. What the body throws comes out here.
    void go_on();
    // From inside the body: back to whoever called `go_on`.
    void pause();
    bool over() const;

    // What `pause` throws when the world ends. Not to be caught.
    struct Unwound {};

private:
    struct Hidden;
    std::unique_ptr<Hidden> hidden_;
};

} // namespace frikort::tests::sim
