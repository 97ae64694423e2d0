// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"

namespace frikort::core::store::postgresql {

// One value of a statement, in PostgreSQL's own binary form: big-endian numbers, bytes as they are. Its type
// stands in the statement ("$1::bigint").
struct Value {
    base::Bytes bytes;
    bool is_null = false;
};

Value value(std::uint64_t);            // bigint; at most 2^63 - 1
Value value(std::int64_t);             // bigint
Value value(bool) = delete;            // would be taken for a number
Value value(std::string_view);         // text
Value value(base::BytesView);          // bytea; uuid when there are 16
Value value(std::nullopt_t);           // NULL
Value value(std::chrono::sys_seconds); // bigint, seconds since 1970
inline Value value(const base::Bytes& bytes) { return value(base::BytesView{bytes}); }
template <class What, std::size_t Size>
Value value(const base::Name<What, Size>& name)
{
    return value(name.view());
}
template <class Inner>
Value value(const std::optional<Inner>& inner)
{
    return inner ? value(*inner) : value(std::nullopt);
}

// Many values for one place, as `unnest` takes them: a whole batch in one statement.
class Array {
public:
    enum class Of : std::uint32_t { bytea = 17, bigint = 20, text = 25, uuid = 2950 }; // PostgreSQL's numbers
    explicit Array(Of of) : of_{of} {}

    template <class Element>
    Array& add(const Element& element)
    {
        put(value(element));
        return *this;
    }
    bool empty() const { return count_ == 0; }
    Value whole() const;

private:
    void put(const Value&);

    Of of_;
    std::uint32_t count_ = 0;
    bool has_null_ = false;
    base::Bytes elements_;
};

inline Value value(const Array& array) { return array.whole(); }
inline const Value& value(const Value& ready) { return ready; }

} // namespace frikort::core::store::postgresql
