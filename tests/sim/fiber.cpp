// SPDX-License-Identifier: MPL-2.0
#include "tests/sim/fiber.hpp"

#include <cstdint>
#include <exception>
#include <utility>

#include <sys/mman.h>
#include <ucontext.h>

#include "core/base/must.hpp"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/common_interface_defs.h>
#endif

namespace frikort::tests::sim {

namespace {

constexpr std::size_t stack_size = std::size_t{512} << 10; // bytes; only what is touched is there

class Stack {
public:
    Stack()
        : base_{::mmap(nullptr, stack_size, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)}
    {
        core::base::must(base_ != MAP_FAILED);
    }
    ~Stack() { ::munmap(base_, stack_size); }
    Stack(const Stack&) = delete;
    Stack& operator=(const Stack&) = delete;
    void* base() const { return base_; }

private:
    void* base_;
};

} // namespace

struct Fiber::Hidden {
    std::function<void()> body;
    Stack stack;
    ucontext_t inside{};
    ucontext_t outside{};
    bool over = false;
    bool unwinding = false;
    std::exception_ptr thrown;
    // What AddressSanitizer has to be told about the two stacks.
    void* fake_inside = nullptr;
    void* fake_outside = nullptr;
    const void* outside_base = nullptr;
    std::size_t outside_size = 0;

    void enter()
    {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_start_switch_fiber(&fake_outside, stack.base(), stack_size);
#endif
        ::swapcontext(&outside, &inside);
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(fake_outside, nullptr, nullptr);
#endif
    }
    void leave()
    {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_start_switch_fiber(over ? nullptr : &fake_inside, outside_base, outside_size);
#endif
        ::swapcontext(&inside, &outside);
        arrived();
    }
    void arrived()
    {
#if defined(__SANITIZE_ADDRESS__)
        __sanitizer_finish_switch_fiber(fake_inside, &outside_base, &outside_size);
#endif
    }
    void run()
    {
        arrived();
        try {
            if (!unwinding) body();
        } catch (const Unwound&) {
        } catch (...) {
            thrown = std::current_exception();
        }
        over = true;
        leave();
    }
    static void begin(unsigned high, unsigned low)
    {
        const auto address = (static_cast<std::uintptr_t>(high) << 32U) | low;
        reinterpret_cast<Hidden*>(address)->run();
    }
};

Fiber::Fiber(std::function<void()> body) : hidden_{std::make_unique<Hidden>()}
{
    hidden_->body = std::move(body);
    core::base::must(::getcontext(&hidden_->inside) == 0);
    hidden_->inside.uc_stack.ss_sp = hidden_->stack.base();
    hidden_->inside.uc_stack.ss_size = stack_size;
    hidden_->inside.uc_link = nullptr;
    const auto address = reinterpret_cast<std::uintptr_t>(hidden_.get());
    // makecontext passes whole numbers only; the cast is how its page says it is to be called.
    ::makecontext(&hidden_->inside, reinterpret_cast<void (*)()>(&Hidden::begin), 2,
                  static_cast<unsigned>(address >> 32U), static_cast<unsigned>(address));
}

Fiber::~Fiber()
{
    if (hidden_->over) return;
    hidden_->unwinding = true;
    hidden_->enter();
}

void Fiber::go_on()
{
    core::base::must(!hidden_->over);
    hidden_->enter();
    if (hidden_->thrown) std::rethrow_exception(std::exchange(hidden_->thrown, nullptr));
}

void Fiber::pause()
{
    hidden_->leave();
    if (hidden_->unwinding) throw Unwound{};
}

bool Fiber::over() const { return hidden_->over; }

} // namespace frikort::tests::sim
