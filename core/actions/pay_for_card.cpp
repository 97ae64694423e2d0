// SPDX-License-Identifier: MPL-2.0
#include "core/actions/pay_for_card.hpp"

#include <array>

#include "core/actions/pen.hpp"
#include "core/actions/to_notebook.hpp"
#include "core/people/card.hpp"
#include "core/sealing/stretch.hpp"

namespace frikort::core::actions {

using base::no;
using people::Card;
using people::Right;
using records::StreamId;
using store::Slots;

namespace {

constexpr std::string_view kept_for = "frikort kept pay";

std::optional<StreamId> stream_of(store::Work& work, const base::Hash& lookup)
{
    const auto slots = work.slots().find(Slots::Kind::card, lookup);
    if (slots.empty()) return std::nullopt;
    return slots.front().stream;
}

// What is kept: for which card, and the pay as it will stand in the notebook.
base::Bytes kept_words(const base::Hash& lookup, std::string_view earning)
{
    return base::ByteWriter{}
        .sized(base::view_of(kept_for))
        .raw(lookup.view())
        .raw(base::view_of(earning))
        .take();
}

struct Kept {
    base::Id id;
    base::Hash lookup;
    notebook::Earning earning;
};

// Whether this may be pay that is still to be brought: opening it costs, and most are something else.
bool may_wait(const records::Record& record, const Kiosk& kiosk, const OurCentre& centre)
{
    const auto header = records::decode_header(record.header);
    return header && !centre.now.delivered(header->id) && !kiosk.doings->is_doing(record);
}

std::optional<Kept> read_kept(const records::Record& record, const Staff& staff)
{
    const auto header = records::decode_header(record.header);
    const auto shared = sealing::open_shared(staff.inbox(), record.header, record.body);
    if (!shared) return std::nullopt;
    base::ByteReader reader{shared->plain.view()};
    if (base::text_of(reader.sized()) != kept_for) return std::nullopt;
    const auto lookup = base::Hash::from(reader.raw(base::Hash{}.bytes.size()));
    if (!lookup || !reader.fits()) return std::nullopt;
    auto body = notebook::decode(base::text_of(reader.raw(reader.left())));
    auto* earning = body ? std::get_if<notebook::Earning>(&*body) : nullptr;
    if (earning == nullptr) return std::nullopt;
    return Kept{header->id, *lookup, std::move(*earning)};
}

// All that was kept at this centre and not brought yet, as far as this kiosk knows: the kiosk that kept it
// may be gone. What two of them bring is one entry (notebook::Brought).
std::vector<Kept> waiting(store::Work& work, const Kiosk& kiosk, const Staff& staff, const OurCentre& centre)
{
    std::vector<Kept> all;
    for (const auto& record : work.records().of_stream(centre.stream, records::Class::content)) {
        if (!may_wait(record, kiosk, centre)) continue;
        if (auto kept = read_kept(record, staff)) all.push_back(std::move(*kept));
    }
    return all;
}

} // namespace

std::optional<std::string> card_number(std::string_view typed)
{
    if (const auto card = Card::read(typed)) return card->number();
    const auto letters = people::spelled_base32(typed);
    if (!letters || letters->size() != Card::number_letters) return std::nullopt;
    return std::string{letters->view()};
}

bool knows_card(store::Store& store, const std::string& number)
{
    return stream_of(*store.begin(), sealing::card_lookup(number)).has_value();
}

base::Result<Went, NotPaid> write_pay_for(store::Store& store, const Kiosk& kiosk, const Staff& staff,
                                          const std::string& number, const notebook::Earning& told,
                                          const base::Clock& clock)
{
    const auto earning = fit(told, clock);
    if (!earning) return no(NotPaid{std::nullopt, earning.error()});
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::write_pay);
    if (!centre) return no(NotPaid{centre.error(), std::nullopt});
    const auto lookup = sealing::card_lookup(number);
    const auto stream = stream_of(*work, lookup);
    auto went = Went::notebook;
    if (!stream || !write_to(*work, kiosk, *stream, *earning, staff.key())) {
        went = Went::centre;
        auto plain = notebook::encode(*earning);
        auto words = kept_words(lookup, plain);
        const std::array readers{centre->now.made()->inbox};
        Pen{*work, kiosk, centre->stream, centre->keys}.share(readers, words, staff.key());
        sealing::wipe(plain);
        sealing::wipe(words);
    }
    write_doing(*work, kiosk, *centre, staff.key(), centre::Did{centre::Deed::wrote_pay}, clock);
    work->commit();
    return went;
}

base::Result<std::size_t, NotDone> deliver_kept_pay(store::Store& store, const Kiosk& kiosk,
                                                    const Staff& staff, const base::Clock& clock)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::write_pay);
    if (!centre) return no(centre.error());
    std::size_t brought = 0;
    for (const auto& kept : waiting(*work, kiosk, staff, *centre)) {
        const auto stream = stream_of(*work, kept.lookup);
        const notebook::Brought brings{kept.id, kept.earning};
        if (!stream || !write_to(*work, kiosk, *stream, brings, staff.key())) continue;
        write_doing(*work, kiosk, *centre, staff.key(), centre::Delivered{kept.id}, clock);
        ++brought;
    }
    if (brought > 0) work->commit();
    return brought;
}

base::Result<std::size_t, NotDone> kept_pay(store::Store& store, const Kiosk& kiosk, const Staff& staff)
{
    const auto work = store.begin();
    const auto centre = allowed(*work, kiosk, staff, Right::see_health);
    if (!centre) return no(centre.error());
    return waiting(*work, kiosk, staff, *centre).size();
}

} // namespace frikort::core::actions
