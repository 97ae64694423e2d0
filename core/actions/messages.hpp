// SPDX-License-Identifier: MPL-2.0
#pragma once

#include <vector>

#include "core/actions/open_notebook.hpp"
#include "core/base/clock.hpp"
#include "core/people/receipt.hpp"
#include "core/support/conversation.hpp"

namespace frikort::core::actions {

// Why a message is not taken.
enum class NotSent {
    nobody_reads, // no centre was set up on this kiosk: there is no inbox
    bad_words,    // too long, or not plain text
    words_like_cpr,
    no_words,        // of what needs some
    unknown_request, // not in this notebook
};

// As it would be written, its words tidied; or why it is refused. For telling before it is sent.
base::Result<support::Request, NotSent> fit(support::Request);

// Writes it into the open notebook, to be read there and by the staff of this centre, and tells the centre's
// stream that there is something to read: where, never what. One transaction; when it returns, both survive a
// power cut. Gives the request's name. Throws StoreFailure, and then nothing was sent.
base::Result<base::Id, NotSent> send_request(store::Store&, const Kiosk&, const OpenNotebook&,
                                             const support::Request&, const base::Clock&);

// The same without a notebook: one is made for this request alone, and the receipt is its card. Blocks for
// one Argon2id.
struct SentAlone {
    people::Receipt receipt;
    OpenNotebook notebook;
};
base::Result<SentAlone, NotSent> send_without_notebook(store::Store&, const Kiosk&, const support::Request&,
                                                       const base::Clock&);

// Wrong and unknown receipts count as cards do (sync.md "Wrong codes").
Opening open_receipt(store::Store&, const Kiosk&, const people::Receipt&);

// Whoever asked goes on writing, in the notebook or with the receipt.
base::Result<base::Id, NotSent> write_on(store::Store&, const Kiosk&, const OpenNotebook&,
                                         const base::Id& request, std::string_view words, const base::Clock&);

// All that was asked in this notebook and what came of it, the newest first.
// Who answered is named where this kiosk's centre knows them.
std::vector<support::Conversation> conversations(store::Work&, const Kiosk&, const OpenNotebook&);
std::vector<support::Conversation> conversations(store::Store&, const Kiosk&, const OpenNotebook&);

} // namespace frikort::core::actions
