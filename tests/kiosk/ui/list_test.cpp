// SPDX-License-Identifier: MPL-2.0
#include <set>
#include <utility>

#include "kiosk/ui/stage.hpp"
#include "tests/support/catch.hpp"

using namespace frikort::kiosk::ui;

namespace {

constexpr Panel panel{10.1, 1280, 800};

// A list of `count` touchable rows that notes what was touched.
struct Listing {
    std::size_t count;
    ListState state{};
    std::string touched{};
    std::size_t measured = 0; // heights asked for since the last look
    Stage stage;

    explicit Listing(std::size_t rows, TextSize size = TextSize::m)
        : count{rows}, stage{panel, {size, Palette::medium}, [this](Ui& ui) { draw(ui); }}
    {
    }
    void draw(Ui& ui)
    {
        const auto name = [](std::size_t i) { return "Sted " + std::to_string(i); };
        ui.list(ui.layout().body, state,
                {.count = count,
                 .gap = ui.layout().key_gap,
                 .height =
                     [&](std::size_t i, float w) {
                         ++measured;
                         return ui.row_height(w, {.title = name(i), .touchable = Touchable::yes});
                     },
                 .draw =
                     [&](std::size_t i, Rect place) {
                         if (ui.row(place, {.title = name(i), .touchable = Touchable::yes}))
                             touched += name(i) + ";";
                     }});
    }
    std::vector<std::string> seen() const
    {
        std::vector<std::string> names;
        for (const Node& node : stage.semantics().nodes())
            if (node.role == Role::list_item) names.push_back(node.name);
        return names;
    }
    void drag(float up_mm)
    {
        stage.pass(Instant{1000});
        const Point from = stage.ui().layout().body.inset(panel.px(45)).centre();
        stage.finger(Finger::Phase::down, from);
        stage.finger(Finger::Phase::move, {from.x, from.y - panel.px(up_mm)});
        stage.finger(Finger::Phase::up, {from.x, from.y - panel.px(up_mm)});
        stage.settle();
    }
};

} // namespace

TEST_CASE("A list that fits has no button to page with")
{
    Listing list{3};
    CHECK(list.seen().size() == 3);
    CHECK_FALSE(list.stage.semantics().find("Mere"));
}

TEST_CASE("Mere leads through every row, keeps one in sight, and at the end leads back up")
{
    for (const TextSize size : every_text_size) {
        Listing list{11, size};
        std::set<std::string> met;
        std::string last_seen = list.seen().front();
        int pages = 0;
        while (true) {
            const auto seen = list.seen();
            CHECK(std::find(seen.begin(), seen.end(), last_seen) != seen.end());
            last_seen = seen.back();
            met.insert(seen.begin(), seen.end());
            if (!list.stage.semantics().find("Mere")) break;
            list.stage.tap("Mere");
            REQUIRE(++pages < 20);
        }
        CHECK(met.size() == 11);
        CHECK(pages > 0);
        list.stage.tap("Op");
        CHECK(list.seen().front() == "Sted 0");
        CHECK(list.stage.semantics().find("Mere")->rect.shortest() >=
              list.stage.ui().theme().target() - 0.5F);
    }
}

TEST_CASE("Only whole rows are shown, within the body, and they end where it ends")
{
    Listing list{11};
    const Rect body = list.stage.ui().layout().body;
    float bottom = 0;
    for (const Node& node : list.stage.semantics().nodes()) {
        CHECK(body.grown(0.5F).contains(node.rect));
        if (node.role == Role::list_item) bottom = node.rect.bottom();
    }
    CHECK(body.bottom() - bottom < panel.px(1));
}

TEST_CASE("An upright swipe pages as the button does and touches no row")
{
    Listing list{11};
    const auto first = list.seen();
    list.drag(30);
    CHECK(list.seen() != first);
    CHECK(list.touched.empty());
    list.drag(-30);
    CHECK(list.seen() == first);
    CHECK(list.touched.empty());
    list.stage.tap(Role::list_item, "Sted 1");
    CHECK(list.touched == "Sted 1;");
}

TEST_CASE("A list that got shorter is not left on an empty page")
{
    Listing list{11};
    list.stage.tap("Mere");
    list.stage.tap("Mere");
    list.count = 2;
    list.stage.settle();
    CHECK(list.seen().size() == 2);
}

TEST_CASE("A list of thousands is measured only where somebody looks and is paged through like a short one")
{
    Listing list{3000};
    const auto measured = [&list] { return std::exchange(list.measured, 0); };
    constexpr std::size_t few = 300; // some pages' worth, for the frames that one tap takes
    CHECK(measured() < few);
    std::size_t pages = 0;
    for (; list.stage.semantics().find("Mere"); ++pages) {
        list.stage.tap("Mere");
        REQUIRE(measured() < few);
        REQUIRE(pages < 3000);
    }
    CHECK(list.seen().back() == "Sted 2999");
    list.drag(-30); // back by a page, from the far end
    CHECK(measured() < few);
    CHECK(list.seen().back() != "Sted 2999");
    list.drag(30);
    CHECK(list.seen().back() == "Sted 2999");
}

TEST_CASE("Long text is paged by lines and no word is lost")
{
    const std::string words =
        "Et to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
        "nitten "
        "tyve enogtyve toogtyve treogtyve fireogtyve femogtyve seksogtyve syvogtyve otteogtyve niogtyve "
        "tredive "
        "enogtredive toogtredive treogtredive fireogtredive femogtredive seksogtredive syvogtredive slut.";
    ListState state;
    Stage stage{panel, {TextSize::xl, Palette::medium}, [&](Ui& ui) {
                    ui.long_text(ui.layout().body, state, words);
                }};
    std::string met;
    std::string before;
    for (int pages = 0; pages < 20; ++pages) {
        for (const auto& line : stage.semantics().nodes().front().lines)
            if (met.find(line) == std::string::npos) met += line + " ";
        if (!stage.semantics().find("Mere")) break;
        stage.tap("Mere");
    }
    met.pop_back();
    CHECK(met == words);
}
