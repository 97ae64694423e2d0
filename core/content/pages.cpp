// SPDX-License-Identifier: MPL-2.0
#include "core/content/pages.hpp"

#include <algorithm>
#include <optional>
#include <sstream>

#include <md4c.h>

#include "core/base/text.hpp"

namespace frikort::core::content {

namespace {

constexpr std::size_t largest = 64 * 1024; // bytes

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(" \t\n") - first + 1)};
}

bool is_text(std::string_view lines)
{
    while (!lines.empty()) {
        const auto end = std::min(lines.find('\n'), lines.size());
        if (!base::is_plain_text(lines.substr(0, end))) return false;
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return true;
}

// What stands between <!-- and -->; nothing for any other HTML.
std::optional<std::string> comment(std::string_view html)
{
    const auto all = trimmed(html);
    if (!all.starts_with("<!--") || !all.ends_with("-->") || all.size() < 7) return std::nullopt;
    return trimmed(std::string_view{all}.substr(4, all.size() - 7));
}

struct Reader {
    Page page;
    std::optional<PageFault> fault;
    std::string words; // of the block now open
    std::string html;  // of the HTML block now open
    bool in_paragraph = false;

    int stop(PageFault why)
    {
        if (!fault) fault = why;
        return 1;
    }

    int remark(std::string_view whole)
    {
        // Several comments on lines of their own are one HTML block.
        for (std::size_t at = 0; at < whole.size();) {
            const auto end = whole.find("-->", at);
            const auto next = end == std::string_view::npos ? whole.size() : end + 3;
            const auto part = whole.substr(at, next - at);
            at = next;
            if (trimmed(part).empty()) continue;
            const auto said = comment(part);
            if (!said) return stop(PageFault::other_mark);
            const auto colon = said->find(':');
            const auto name = trimmed(said->substr(0, colon));
            const auto value = colon == std::string::npos ? "" : trimmed(said->substr(colon + 1));
            if (name == "SPDX-License-Identifier") continue;
            auto& icon = page.steps.empty() ? page.icon : page.steps.back().icon;
            if (name == "icon")
                icon = value;
            else if (name == "detail" && page.steps.empty())
                page.detail = value;
            else if (name == "link" && !page.steps.empty())
                page.steps.back().link = value;
            else if (name == "note" && !page.steps.empty())
                page.steps.back().note = value;
            else if (name == "part" && !page.steps.empty())
                page.steps.back().part = value;
            else
                return stop(PageFault::other_mark);
        }
        return 0;
    }

    int sources(std::string_view html_comment)
    {
        const auto said = comment(html_comment);
        if (!said) return stop(PageFault::other_mark);
        Sentence sentence{trimmed(words), {}};
        words.clear();
        std::istringstream names{*said};
        for (std::string name; names >> name;) sentence.sources.push_back(name);
        if (sentence.text.empty() || sentence.sources.empty()) return stop(PageFault::no_source);
        page.steps.back().sentences.push_back(std::move(sentence));
        return 0;
    }

    int enter(MD_BLOCKTYPE type, void* detail)
    {
        words.clear();
        html.clear();
        if (type == MD_BLOCK_DOC || type == MD_BLOCK_HTML) return 0;
        if (type == MD_BLOCK_H)
            return static_cast<MD_BLOCK_H_DETAIL*>(detail)->level <= 2 ? 0 : stop(PageFault::other_mark);
        if (type != MD_BLOCK_P) return stop(PageFault::other_mark);
        if (page.title.empty()) return stop(PageFault::no_title);
        if (page.steps.empty()) return stop(PageFault::no_steps);
        in_paragraph = true;
        return 0;
    }

    int leave(MD_BLOCKTYPE type, void* detail)
    {
        if (type == MD_BLOCK_HTML) return remark(html);
        if (type == MD_BLOCK_P) {
            in_paragraph = false;
            return trimmed(words).empty() ? 0 : stop(PageFault::no_source);
        }
        if (type != MD_BLOCK_H) return 0;
        if (static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1) {
            if (!page.title.empty()) return stop(PageFault::no_title);
            page.title = trimmed(words);
        } else {
            if (page.title.empty()) return stop(PageFault::no_title);
            page.steps.push_back({trimmed(words), {}, {}, {}});
        }
        words.clear();
        return 0;
    }

    int text(MD_TEXTTYPE type, std::string_view said)
    {
        switch (type) {
        case MD_TEXT_NORMAL:
            words += said;
            return 0;
        case MD_TEXT_SOFTBR:
        case MD_TEXT_BR:
            words += ' ';
            return 0;
        case MD_TEXT_HTML:
            if (in_paragraph) return sources(said);
            html += said;
            return 0;
        default:
            return stop(PageFault::other_mark);
        }
    }
};

Reader& reader(void* data) { return *static_cast<Reader*>(data); }

int strong(MD_SPANTYPE type, void*, void* data)
{
    if (type != MD_SPAN_STRONG) return reader(data).stop(PageFault::other_mark);
    reader(data).words += "**";
    return 0;
}

} // namespace

std::string PageStep::text() const
{
    std::string all;
    for (const auto& sentence : sentences) all += (all.empty() ? "" : " ") + sentence.text;
    return all;
}

base::Result<Page, PageFault> read_page(std::string id, std::string_view markdown)
{
    if (markdown.size() > largest || !is_text(markdown)) return base::no(PageFault::not_text);
    Reader all;
    all.page.id = std::move(id);
    const MD_PARSER parser{
        0,
        MD_FLAG_NOINDENTEDCODEBLOCKS,
        [](MD_BLOCKTYPE type, void* detail, void* data) { return reader(data).enter(type, detail); },
        [](MD_BLOCKTYPE type, void* detail, void* data) { return reader(data).leave(type, detail); },
        strong,
        strong,
        [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
            return reader(data).text(type, {text, size});
        },
        nullptr,
        nullptr};
    const int stopped = md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &all);
    if (stopped != 0 || all.fault) return base::no(all.fault.value_or(PageFault::not_text));
    if (all.page.title.empty()) return base::no(PageFault::no_title);
    if (all.page.steps.empty()) return base::no(PageFault::no_steps);
    for (const auto& step : all.page.steps)
        if (step.sentences.empty()) return base::no(PageFault::no_steps);
    return std::move(all.page);
}

} // namespace frikort::core::content
