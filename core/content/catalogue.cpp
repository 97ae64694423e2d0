// SPDX-License-Identifier: MPL-2.0
#include "core/content/catalogue.hpp"

#include <algorithm>
#include <optional>

#include "core/base/text.hpp"

namespace frikort::core::content {

namespace {

using base::BytesView;

constexpr std::uint32_t magic = 0x950412de;
constexpr std::uint32_t magic_other_order = 0xde120495;
constexpr std::size_t header_size = 28;
constexpr std::size_t row_size = 8; // length and place of one text

std::uint32_t number_at(BytesView bytes, std::size_t at, bool big_endian)
{
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = (number << 8) | bytes[at + (big_endian ? i : 3 - i)];
    return number;
}

// One of the two tables of texts inside the file.
class Table {
public:
    // Nothing where the table reaches outside the file.
    static std::optional<Table> in(BytesView file, std::size_t start, std::size_t rows, bool big_endian)
    {
        if (start > file.size() || rows > (file.size() - start) / row_size) return std::nullopt;
        return Table{file, start, big_endian};
    }

    base::Result<std::string_view, Malformed> text(std::size_t row) const
    {
        const std::size_t length = number_at(file_, start_ + row * row_size, big_endian_);
        const std::size_t place = number_at(file_, start_ + row * row_size + 4, big_endian_);
        if (place >= file_.size() || length >= file_.size() - place) return base::no(Malformed::cut_off);
        if (file_[place + length] != 0) return base::no(Malformed::not_text);
        return base::text_of(file_.subspan(place, length));
    }

private:
    Table(BytesView file, std::size_t start, bool big_endian)
        : file_{file}, start_{start}, big_endian_{big_endian}
    {
    }
    BytesView file_;
    std::size_t start_;
    bool big_endian_;
};

bool is_text(std::string_view text)
{
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        if (!base::is_plain_text(line)) return false;
        text.remove_prefix(std::min(line.size() + 1, text.size()));
    }
    return true;
}

struct Forms {
    std::string_view first;
    std::string_view second;
    bool two = false;
};

// Singular and plural stand behind each other with a NUL between them; more than two forms are refused.
base::Result<Forms, Malformed> forms_of(std::string_view text)
{
    const auto nul = text.find('\0');
    if (nul == std::string_view::npos) {
        if (!is_text(text)) return base::no(Malformed::not_text);
        return Forms{text, text, false};
    }
    const Forms forms{text.substr(0, nul), text.substr(nul + 1), true};
    if (forms.second.find('\0') != std::string_view::npos) return base::no(Malformed::plural_rule);
    if (!is_text(forms.first) || !is_text(forms.second)) return base::no(Malformed::not_text);
    return forms;
}

} // namespace

base::Result<std::vector<Message>, Malformed> read_catalogue(BytesView mo)
{
    if (mo.size() < header_size) return base::no(Malformed::not_a_catalogue);
    const auto first = number_at(mo, 0, false);
    if (first != magic && first != magic_other_order) return base::no(Malformed::not_a_catalogue);
    const bool big_endian = first == magic_other_order;
    if (number_at(mo, 4, big_endian) != 0) return base::no(Malformed::not_a_catalogue);

    const std::size_t rows = number_at(mo, 8, big_endian);
    const auto keys = Table::in(mo, number_at(mo, 12, big_endian), rows, big_endian);
    const auto values = Table::in(mo, number_at(mo, 16, big_endian), rows, big_endian);
    if (!keys || !values) return base::no(Malformed::cut_off);

    std::vector<Message> messages;
    messages.reserve(rows);
    std::size_t length =
        0; // more than the file is long: texts that lie on each other, so that little becomes much
    for (std::size_t row = 0; row < rows; ++row) {
        const auto key = keys->text(row).and_then(forms_of);
        const auto value = values->text(row).and_then(forms_of);
        if (!key) return base::no(key.error());
        if (!value) return base::no(value.error());
        if (key->two != value->two) return base::no(Malformed::plural_rule);
        length += key->first.size() + key->second.size() + value->first.size() + value->second.size();
        if (length > 2 * mo.size()) return base::no(Malformed::cut_off);
        messages.push_back({key->first, value->first, value->second, value->two});
    }
    return messages;
}

} // namespace frikort::core::content
