// SPDX-License-Identifier: MPL-2.0
#include "tests/audits/wording.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "tests/support/pattern.hpp"
#include "tests/support/reading.hpp"

namespace frikort::tests::audits {

namespace {

using core::content::Texts;

constexpr double hardest_lix = 24;
constexpr std::size_t words_for_lix = 20;
constexpr std::size_t longest_sentence = 15;
constexpr std::size_t letters_to_tell_a_language = 4;

// All that a node says, in each way it says it.
std::vector<std::string> sayings_of(const Node& node)
{
    auto sayings = node.lines;
    sayings.push_back(node.name);
    sayings.push_back(node.spoken);
    return sayings;
}

bool is_prose(const Node& node)
{
    return node.role == "heading" || node.role == "text" || node.role == "notice";
}

// What stands between the placeholders of all forms of a text.
std::vector<std::string> pieces_of(const Texts& texts, const std::string& key)
{
    std::vector<std::string> pieces;
    for (const auto n : {1, 2}) {
        auto form = texts.count(key, n, {{"n", "{n}"}});
        for (auto open = form.find('{'); open != std::string::npos; open = form.find('{')) {
            pieces.push_back(form.substr(0, open));
            form.erase(0, std::min(form.find('}', open), form.size() - 1) + 1);
        }
        pieces.push_back(form);
    }
    for (auto& piece : pieces) {
        const auto start = piece.find_first_not_of(" .,:\n");
        piece = start == std::string::npos
                    ? ""
                    : piece.substr(start, piece.find_last_not_of(" .,:\n") + 1 - start);
    }
    return pieces;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0; }

bool has_words(const std::string& text, const std::string& words)
{
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        const auto end = at + words.size();
        if ((at == 0 || !is_letter(text[at - 1])) && (end >= text.size() || !is_letter(text[end])))
            return true;
    }
    return false;
}

} // namespace

Faults hard_to_read(const Screen& screen)
{
    if (screen.language != "da") return {};
    std::vector<std::string> prose;
    std::size_t words = 0;
    for (const auto& node : screen.nodes) {
        if (!is_prose(node)) continue;
        prose.push_back(node.name);
        words += support::words_of(node.name).size();
    }
    const double lix = support::lix(prose);
    if (words < words_for_lix || lix <= hardest_lix) return {};
    return {screen.name + ": LIX " + tenths(lix) + " in " + std::to_string(words) + " words"};
}

Faults long_sentences(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes)
        for (const auto& sentence : support::sentences_of(node.name))
            if (const auto words = support::words_of(sentence).size(); words > longest_sentence)
                faults.push_back(told(screen, node) + std::to_string(words) + " words in a sentence");
    return faults;
}

Faults bare_keys(const Screen& screen, const Texts& own)
{
    static const support::Pattern key{"[a-z][a-z0-9_]*(\\.[a-z0-9_]+)+"};
    std::set<std::string> beginnings;
    for (const auto& each : own.keys()) beginnings.insert(each.substr(0, each.find('.')));
    Faults faults;
    for (const auto& node : screen.nodes) {
        const auto sayings = sayings_of(node);
        const bool bare = std::any_of(sayings.begin(), sayings.end(), [&](const std::string& saying) {
            return saying.find('{') != std::string::npos ||
                   (key.is_all_of(saying) && beginnings.contains(saying.substr(0, saying.find('.'))));
        });
        if (bare) faults.push_back(told(screen, node) + "shows a key or a placeholder");
    }
    return faults;
}

std::set<std::string> said_only_in(const Texts& other, const Texts& own)
{
    using core::base::fold_case; // "april" stands on a button as "April"
    std::string all_own;
    for (const auto& key : own.keys())
        for (const auto& piece : pieces_of(own, key)) all_own += fold_case(piece) + "\n";
    std::set<std::string> foreign;
    for (const auto& key : other.keys())
        for (const auto& piece : pieces_of(other, key))
            if (support::letters_in(piece) >= letters_to_tell_a_language &&
                !has_words(all_own, fold_case(piece)))
                foreign.insert(fold_case(piece));
    return foreign;
}

Faults foreign_words(const Screen& screen, const std::set<std::string>& foreign)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        std::string sayings;
        for (const auto& saying : sayings_of(node)) sayings += core::base::fold_case(saying) + "\n";
        const auto found = std::find_if(foreign.begin(), foreign.end(),
                                        [&](const std::string& words) { return has_words(sayings, words); });
        if (found != foreign.end())
            faults.push_back(told(screen, node) + "\"" + *found + "\" is another language");
    }
    return faults;
}

Faults silent(const Screen& screen)
{
    Faults faults;
    for (const auto& node : screen.nodes)
        if (node.spoken.empty()) faults.push_back(told(screen, node) + "cannot be heard");
    return faults;
}

std::set<std::string> amounts_in(const std::string& text)
{
    // Digits with points or commas between them, or groups of three with blanks; the currency behind or
    // before.
    static const support::Pattern amount{
        "\\b([0-9]{1,3}(?:(?: |\xC2\xA0|\xE2\x80\xAF)[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)*)"
        "(?: |\xC2\xA0|\xE2\x80\xAF)?(?:kr|DKK)"
        "|(?:DKK|kr\\.)(?: |\xC2\xA0)?([0-9]+(?:[.,][0-9]+)*)"};
    std::set<std::string> amounts;
    for (const auto& found : amount.all_in(text)) {
        std::string digits;
        for (const char c : found.groups[1] + found.groups[2])
            if (c >= '0' && c <= '9') digits += c;
        amounts.insert(digits);
    }
    return amounts;
}

Faults exposed_amounts(const Screen& screen, const std::set<std::string>& public_amounts)
{
    Faults faults;
    for (const auto& node : screen.nodes) {
        const auto sayings = sayings_of(node);
        const bool exposed = std::any_of(sayings.begin(), sayings.end(), [&](const std::string& saying) {
            const auto amounts = amounts_in(saying);
            return std::any_of(amounts.begin(), amounts.end(),
                               [&](const std::string& amount) { return !public_amounts.contains(amount); });
        });
        if (exposed && !node.is_private)
            faults.push_back(told(screen, node) + "an amount that others could hear");
    }
    return faults;
}

} // namespace frikort::tests::audits
