// SPDX-License-Identifier: MPL-2.0
#include "core/store/carve.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace frikort::core::store {

using base::Bytes;
using base::BytesView;

namespace {

constexpr std::size_t usual_page = 4096;
constexpr std::size_t log_head = 32;
constexpr std::size_t frame_head = 24;
constexpr std::uint64_t longest_row = 1 << 20; // a record has 64 KiB at most
constexpr std::size_t most_values = 32;

// Zero behind the end.
std::uint64_t big_endian(BytesView bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value = value << 8 | (at + i < bytes.size() ? bytes[at + i] : std::uint8_t{0});
    return value;
}

// Nothing when it does not end within the bytes.
std::optional<std::uint64_t> varint(BytesView bytes, std::size_t& at)
{
    std::uint64_t value = 0;
    for (int i = 0; i < 9 && at < bytes.size(); ++i) {
        const auto byte = bytes[at++];
        if (i == 8) return value << 8 | byte;
        value = value << 7 | (byte & 0x7fU);
        if ((byte & 0x80U) == 0) return value;
    }
    return std::nullopt;
}

bool is_page_size(std::uint64_t size) { return size >= 512 && size <= 65536 && (size & (size - 1)) == 0; }

class Carver {
public:
    Carver(BytesView database, BytesView log) : size_{page_size(database, log)}
    {
        add_log(log);
        for (std::uint32_t page = 1; std::size_t{page} * size_ <= database.size() + size_ - 1; ++page) {
            const auto from = std::size_t{page - 1} * size_;
            if (from >= database.size()) break;
            images_[page].push_back(database.subspan(from, std::min(size_, database.size() - from)));
        }
    }

    void all(const std::function<void(CarvedRow)>& found) const
    {
        for (const auto age : {CarvedRow::Age::newest, CarvedRow::Age::older}) {
            for (const auto& [number, images] : images_) {
                const auto newest = images.begin() + 1;
                const auto from = age == CarvedRow::Age::newest ? images.begin() : newest;
                const auto to = age == CarvedRow::Age::newest ? newest : images.end();
                for (auto image = from; image != to; ++image) page(*image, number, age, found);
            }
        }
    }

private:
    static std::size_t page_size(BytesView database, BytesView log)
    {
        auto size = big_endian(database, 16, 2);
        if (size == 1) size = 65536;
        if (is_page_size(size)) return size;
        size = big_endian(log, 8, 4);
        return is_page_size(size) ? size : usual_page;
    }

    // The latest frame of a page comes first. Frames of an earlier round of the log are older than the file.
    void add_log(BytesView log)
    {
        const auto salts = big_endian(log, 16, 8);
        const auto frame = frame_head + size_;
        for (auto count = log.size() < log_head ? 0 : (log.size() - log_head) / frame; count > 0; --count) {
            const auto at = log_head + (count - 1) * frame;
            const auto page = static_cast<std::uint32_t>(big_endian(log, at, 4));
            if (page == 0 || big_endian(log, at + 8, 8) != salts) continue;
            images_[page].push_back(log.subspan(at + frame_head, size_));
        }
    }

    void page(BytesView image, std::uint32_t number, CarvedRow::Age age,
              const std::function<void(CarvedRow)>& found) const
    {
        const std::size_t head = number == 1 ? 100 : 0;
        const auto type = big_endian(image, head, 1);
        const bool table = type == 0x0d;
        const bool leaf = table || type == 0x0a;
        if (!leaf && type != 0x02) return;
        const auto cells = big_endian(image, head + 3, 2);
        for (std::size_t cell = 0; cell < cells; ++cell) {
            const auto place = head + (leaf ? 8 : 12) + cell * 2;
            if (place + 2 > image.size()) return;
            auto at = static_cast<std::size_t>(big_endian(image, place, 2));
            if (!leaf) at += 4;
            auto row = row_at(image, at, table);
            if (!row) continue;
            row->age = age;
            found(std::move(*row));
        }
    }

    std::optional<CarvedRow> row_at(BytesView image, std::size_t at, bool table) const
    {
        const auto length = varint(image, at);
        if (!length || *length == 0 || *length > longest_row) return std::nullopt;
        CarvedRow row;
        if (table) {
            const auto rowid = varint(image, at);
            if (!rowid) return std::nullopt;
            row.rowid = static_cast<std::int64_t>(*rowid);
        }
        const auto payload = payload_at(image, at, static_cast<std::size_t>(*length), table);
        if (!payload || !read_values(*payload, row.values)) return std::nullopt;
        return row;
    }

    // What does not fit into the page goes on in others.
    std::optional<Bytes> payload_at(BytesView image, std::size_t at, std::size_t length, bool table) const
    {
        const auto most = table ? size_ - 35 : (size_ - 12) * 64 / 255 - 23;
        const auto least = (size_ - 12) * 32 / 255 - 23;
        auto here = length;
        if (length > most) {
            here = least + (length - least) % (size_ - 4);
            if (here > most) here = least;
        }
        if (at > image.size() || here > image.size() - at) return std::nullopt;
        Bytes payload{image.begin() + static_cast<std::ptrdiff_t>(at),
                      image.begin() + static_cast<std::ptrdiff_t>(at + here)};
        if (here == length) return payload;
        auto next = static_cast<std::uint32_t>(big_endian(image, at + here, 4));
        std::set<std::uint32_t> seen;
        while (payload.size() < length) {
            const auto found = images_.find(next);
            if (found == images_.end() || !seen.insert(next).second) return std::nullopt;
            const auto& more = found->second.front();
            const auto wanted = std::min(length - payload.size(), size_ - 4);
            if (more.size() < 4 + wanted) return std::nullopt;
            payload.insert(payload.end(), more.begin() + 4,
                           more.begin() + 4 + static_cast<std::ptrdiff_t>(wanted));
            next = static_cast<std::uint32_t>(big_endian(more, 0, 4));
        }
        return payload;
    }

    static bool read_values(BytesView payload, std::vector<CarvedValue>& values)
    {
        std::size_t at = 0;
        const auto head = varint(payload, at);
        if (!head || *head > payload.size()) return false;
        std::vector<std::uint64_t> types;
        while (at < *head) {
            const auto type = varint(payload, at);
            if (!type || types.size() == most_values) return false;
            types.push_back(*type);
        }
        if (at != *head) return false;
        for (const auto type : types)
            if (!read_value(payload, at, type, values)) return false;
        return true;
    }

    static bool read_value(BytesView payload, std::size_t& at, std::uint64_t type,
                           std::vector<CarvedValue>& values)
    {
        constexpr std::size_t sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
        if (type == 7 || type == 10 || type == 11) return false; // we keep no such numbers
        const auto size = type < 12 ? std::uint64_t{sizes[type]} : (type - 12) / 2;
        if (size > payload.size() - at) return false;
        const auto bytes = payload.subspan(at, static_cast<std::size_t>(size));
        at += bytes.size();
        if (type == 0) {
            values.emplace_back();
        } else if (type < 12) {
            auto value = big_endian(bytes, 0, bytes.size());
            const bool negative = !bytes.empty() && (bytes[0] & 0x80U) != 0;
            if (negative && bytes.size() < 8) value |= ~std::uint64_t{0} << (bytes.size() * 8);
            if (type == 9) value = 1;
            values.emplace_back(static_cast<std::int64_t>(value));
        } else if (type % 2 == 0) {
            values.emplace_back(Bytes{bytes.begin(), bytes.end()});
        } else {
            values.emplace_back(std::string{base::text_of(bytes)});
        }
        return true;
    }

    std::size_t size_;
    std::map<std::uint32_t, std::vector<BytesView>> images_; // by the page's number, the newest first
};

} // namespace

void carve(BytesView database, BytesView log, const std::function<void(CarvedRow)>& found)
{
    Carver{database, log}.all(found);
}

} // namespace frikort::core::store
