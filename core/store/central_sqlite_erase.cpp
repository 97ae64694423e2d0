// SPDX-License-Identifier: MPL-2.0
#include "core/store/central_sqlite_stock.hpp"

// How a stream leaves the server's stock. Rows are not deleted and never grow: SQLite would move their
// neighbours, and leave pieces of them behind (README.md, "Erased means gone"). First zeros over the bytes,
// where they stand; what happens to the row after that moves nothing that could be read.
namespace frikort::core::store {

using records::Class;
using records::StreamId;

bool SqliteStock::is_erased(const StreamId& stream) const
{
    return connection_.prepare("SELECT 1 FROM stream WHERE stream = ?1 AND erased = 1")
        .with(stream.bytes())
        .step();
}

void SqliteStock::erase(const StreamId& stream)
{
    const auto erase = static_cast<int>(Class::erase);
    connection_.prepare("UPDATE record SET bytes = zeroblob(length(bytes)) WHERE stream = ?1 AND class <> ?2")
        .with(stream.bytes(), erase)
        .run();
    connection_
        .prepare("UPDATE record SET stream = NULL, class = NULL, kept = 2, bytes = NULL"
                 " WHERE stream = ?1 AND class <> ?2")
        .with(stream.bytes(), erase)
        .run();
    connection_
        .prepare("UPDATE stream SET erased = 1, records ="
                 " (SELECT count(*) FROM record WHERE stream = ?1 AND kept = 0) WHERE stream = ?1")
        .with(stream.bytes())
        .run();
    connection_.prepare("DELETE FROM card WHERE stream = ?1").with(stream.bytes()).run();
    erase_quarantine(stream);
}

// Both a record and a stub begin with the sized header: behind its size, the version and the id stands the
// stream (central/0009), behind the generation the class.
void SqliteStock::erase_quarantine(const StreamId& stream)
{
    const auto erase = static_cast<base::Byte>(Class::erase);
    connection_
        .prepare("UPDATE quarantine SET bytes = zeroblob(length(bytes))"
                 " WHERE substr(bytes, 22, 33) = ?1 AND substr(bytes, 59, 1) <> ?2")
        .with(stream.bytes(), base::BytesView{&erase, 1})
        .run();
}

} // namespace frikort::core::store
