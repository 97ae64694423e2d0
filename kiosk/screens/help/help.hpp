// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <optional>

#include "core/actions/messages.hpp"
#include "kiosk/screens/sheet/sheet.hpp"

// "Få hjælp": what it is about, words if wished, how to be answered; then it is sent, once. Pure.
namespace frikort::kiosk::screens::help {

enum class Step { nobody, topic, words, typed_words, how, whom, check, sending, receipt, sent };
enum class Problem { none, cpr, bad_words, nobody_to_ask_for };
enum class Staff { nobody_reads, read };
enum class Book { none, open }; // with none the answer is read with a receipt

struct Model {
    Step step = Step::topic;
    core::support::Request asked;
    bool own_words = false; // typed, not chosen
    bool checking = false;  // every question was answered: a change leads back to the check
    Problem problem = Problem::none;
    sheet::Typing typed;
    std::optional<core::people::Receipt> receipt;
    ui::ListState list;

    Model() = default;
    Model(Model&&) = default;
    Model& operator=(Model&&) = default;
    ~Model() { forget(); }
    // What was written is overwritten.
    void forget();
};
// With a topic the first question is answered already.
Model begin(Staff, std::optional<core::support::Topic>);

// Of `topic` and `check` the parts that draw() puts in places of their own: told, choices, lines, ways. The
// lines of `topic` are its choices in two halves, for tiles with room for a picture.
sheet::View view(const Model&, Book, const core::content::Texts&);
std::string topic_text(core::support::Topic, const core::content::Texts&);

// send: it is whole, send it once the picture that says so was shown. read: an answer is to be read.
enum class Effect { none, send, read, finish };
Effect update(Model&, const sheet::Intent&, const core::content::Texts&);
void sent(Model&, std::optional<core::people::Receipt>);
void not_sent(Model&, core::actions::NotSent);
bool back(Model&);

// Sentences that can be chosen instead of typing, by topic.
std::vector<std::string> phrases(core::support::Topic, const core::content::Texts&);

std::optional<sheet::Intent> draw(ui::Ui&, Model&, const sheet::View&);

} // namespace frikort::kiosk::screens::help
