// SPDX-License-Identifier: MPL-2.0
#include "core/store/postgresql/rows.hpp"

#include <cstdlib>

#include <libpq-fe.h>

namespace frikort::core::store::postgresql {

void Rows::Free::operator()(pg_result* result) const { PQclear(result); }

bool Rows::step() { return ++row_ < PQntuples(result_.get()); }

std::uint64_t Rows::changed() const { return std::strtoull(PQcmdTuples(result_.get()), nullptr, 10); }

std::int64_t Rows::integer(int column) const
{
    const auto bytes = view(column);
    if (bytes.empty() || bytes.size() > 8) wrong_size();
    auto number = (bytes[0] & 0x80U) != 0 ? ~std::uint64_t{0} : 0;
    for (const auto byte : bytes) number = number << 8U | byte;
    return static_cast<std::int64_t>(number);
}

std::uint64_t Rows::count(int column) const
{
    const auto number = integer(column);
    if (number < 0) throw StoreFailure{StoreFailure::Kind::damaged, "a count below zero in the database"};
    return static_cast<std::uint64_t>(number);
}

bool Rows::yes(int column) const { return integer(column) != 0; }

std::string Rows::text(int column) const { return std::string{base::text_of(view(column))}; }

base::BytesView Rows::view(int column) const
{
    const auto* start = reinterpret_cast<const base::Byte*>(PQgetvalue(result_.get(), row_, column));
    return {start, static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

base::Bytes Rows::bytes(int column) const
{
    const auto found = view(column);
    return {found.begin(), found.end()};
}

bool Rows::is_null(int column) const { return PQgetisnull(result_.get(), row_, column) != 0; }

Seconds Rows::time(int column) const { return Seconds{std::chrono::seconds{integer(column)}}; }

records::StreamId Rows::stream(int column) const
{
    const auto found = records::StreamId::from(view(column));
    if (!found) throw StoreFailure{StoreFailure::Kind::damaged, "a stream without a name in the database"};
    return *found;
}

void Rows::wrong_size()
{
    throw StoreFailure{StoreFailure::Kind::damaged, "a value of the wrong size in the database"};
}

} // namespace frikort::core::store::postgresql
