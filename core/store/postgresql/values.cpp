// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/values.hpp"

#include <limits>

#include "core/base/must.hpp"

namespace frikort::core::store::postgresql {

namespace {

template <class Number>
void put_number(base::Bytes& bytes, Number number)
{
    for (auto left = sizeof number; left > 0; --left)
        bytes.push_back(static_cast<base::Byte>(number >> (8 * (left - 1))));
}

} // namespace

Value value(std::uint64_t number)
{
    base::must(number <= static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    Value made;
    put_number(made.bytes, number);
    return made;
}

Value value(std::int64_t number)
{
    Value made;
    put_number(made.bytes, static_cast<std::uint64_t>(number));
    return made;
}

Value value(std::string_view text) { return value(base::view_of(text)); }

Value value(base::BytesView bytes) { return {base::Bytes{bytes.begin(), bytes.end()}}; }

Value value(std::nullopt_t) { return {{}, true}; }

Value value(std::chrono::sys_seconds time) { return value(std::int64_t{time.time_since_epoch().count()}); }

void Array::put(const Value& element)
{
    ++count_;
    if (element.is_null) {
        has_null_ = true;
        put_number(elements_, ~std::uint32_t{0}); // -1
        return;
    }
    put_number(elements_, static_cast<std::uint32_t>(element.bytes.size()));
    elements_.insert(elements_.end(), element.bytes.begin(), element.bytes.end());
}

// The header as array_recv reads it: dimensions, whether there are NULLs, type; then size and first index of
// the one dimension.
Value Array::whole() const
{
    Value made;
    made.bytes.reserve(20 + elements_.size());
    put_number(made.bytes, std::uint32_t{empty() ? 0U : 1U});
    put_number(made.bytes, std::uint32_t{has_null_ ? 1U : 0U});
    put_number(made.bytes, static_cast<std::uint32_t>(of_));
    if (empty()) return made;
    put_number(made.bytes, count_);
    put_number(made.bytes, std::uint32_t{1});
    made.bytes.insert(made.bytes.end(), elements_.begin(), elements_.end());
    return made;
}

} // namespace frikort::core::store::postgresql
