// SPDX-License-Identifier: MPL-2.0
#include "core/content/texts.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "core/content/catalogue.hpp"

namespace frikort::core::content {

namespace {

constexpr std::size_t largest_catalogue = 4 * 1024 * 1024;

// The value of "Name: value\n" in a catalogue's header; empty where there is none.
std::string_view field(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const auto end = std::min(header.find('\n'), header.size());
        const auto line = header.substr(0, end);
        if (line.starts_with(name)) {
            const auto value = line.substr(name.size());
            const auto start = value.find_first_not_of(' ');
            return start == std::string_view::npos ? std::string_view{} : value.substr(start);
        }
        header.remove_prefix(std::min(end + 1, header.size()));
    }
    return {};
}

bool is_one_or_other(std::string_view plural_forms)
{
    std::string tight;
    std::copy_if(plural_forms.begin(), plural_forms.end(), std::back_inserter(tight),
                 [](char c) { return c != ' ' && c != '(' && c != ')'; });
    return tight == "nplurals=2;plural=n!=1;";
}

} // namespace

base::Result<Texts, Malformed> Texts::load(const std::filesystem::path& mo_file)
{
    std::ifstream file{mo_file, std::ios::binary};
    if (!file) return base::no(Malformed::unreadable);
    base::Bytes bytes;
    for (std::size_t piece = 64 * 1024; file && bytes.size() <= largest_catalogue;) {
        const auto so_far = bytes.size();
        bytes.resize(so_far + piece);
        file.read(reinterpret_cast<char*>(bytes.data() + so_far), static_cast<std::streamsize>(piece));
        bytes.resize(so_far + static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad() || bytes.empty()) return base::no(Malformed::unreadable);
    return read(bytes);
}

base::Result<Texts, Malformed> Texts::read(base::BytesView mo)
{
    if (mo.size() > largest_catalogue) return base::no(Malformed::not_a_catalogue);
    const auto messages = read_catalogue(mo);
    if (!messages) return base::no(messages.error());

    Texts texts;
    std::string_view plural_forms;
    bool has_plurals = false;
    for (const auto& message : *messages) {
        if (message.key.empty()) {
            if (!field(message.one, "Content-Type:").ends_with("charset=UTF-8"))
                return base::no(Malformed::no_language);
            texts.language_ = field(message.one, "Language:");
            plural_forms = field(message.one, "Plural-Forms:");
            continue;
        }
        has_plurals = has_plurals || message.has_plural;
        texts.entries_.insert_or_assign(std::string{message.key},
                                        Entry{std::string{message.one}, std::string{message.other}});
    }
    if (texts.language_.empty()) return base::no(Malformed::no_language);
    if (has_plurals && !is_one_or_other(plural_forms)) return base::no(Malformed::plural_rule);
    return texts;
}

std::string Texts::operator()(std::string_view key, Fills fills) const
{
    const auto found = entries_.find(key);
    if (found != entries_.end()) return filled(key, found->second.one, fills, nullptr);
    missing_.emplace(key);
    return std::string{key};
}

std::string Texts::count(std::string_view key, std::int64_t n, Fills fills) const
{
    const auto found = entries_.find(key);
    if (found == entries_.end()) {
        missing_.emplace(key);
        return std::string{key};
    }
    const auto number = std::to_string(n);
    return filled(key, n == 1 ? found->second.one : found->second.other, fills, &number);
}

std::string Texts::filled(std::string_view key, std::string_view text, Fills fills,
                          const std::string* n) const
{
    const auto value_of = [&](std::string_view name) -> std::optional<std::string_view> {
        const auto* fill =
            std::find_if(fills.begin(), fills.end(), [&](const Fill& f) { return f.name == name; });
        if (fill != fills.end()) return fill->value;
        if (n != nullptr && name == "n") return *n;
        return std::nullopt;
    };

    std::string result;
    while (!text.empty()) {
        const auto open = text.find('{');
        const auto close = open == std::string_view::npos ? open : text.find('}', open);
        result += text.substr(0, close == std::string_view::npos ? text.size() : open);
        if (close == std::string_view::npos) break;
        const auto placeholder = text.substr(open, close + 1 - open);
        const auto value = value_of(placeholder.substr(1, placeholder.size() - 2));
        if (!value) missing_.insert(std::string{key} + " " + std::string{placeholder});
        result += value.value_or(placeholder);
        text.remove_prefix(close + 1);
    }
    return result;
}

std::vector<std::string> Texts::keys() const
{
    std::vector<std::string> keys;
    keys.reserve(entries_.size());
    for (const auto& [key, entry] : entries_) keys.push_back(key);
    return keys;
}

} // namespace frikort::core::content
