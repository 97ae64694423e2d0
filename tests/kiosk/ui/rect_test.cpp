// SPDX-License-Identifier: MPL-2.0
#include "kiosk/ui/rect.hpp"

#include <cmath>

#include "tests/support/catch.hpp"

using frikort::kiosk::ui::Point;
using frikort::kiosk::ui::Rect;

TEST_CASE("Columns and rows are flush with both edges and on whole pixels")
{
    const Rect body{41, 122, 1198, 519};
    for (const int count : {1, 2, 3, 4, 7}) {
        const auto columns = body.columns(count, 21);
        REQUIRE(columns.size() == static_cast<std::size_t>(count));
        CHECK(columns.front().x == body.x);
        CHECK(columns.back().right() == body.right());
        for (std::size_t i = 1; i < columns.size(); ++i) CHECK(columns[i].x - columns[i - 1].right() == 21);
        for (const Rect& column : columns) CHECK(column.w == std::floor(column.w));
        CHECK(body.rows(count, 15).back().bottom() == body.bottom());
    }
    const auto uneven = body.columns({2, 1}, 20);
    CHECK(uneven[0].w / uneven[1].w == Approx(2).margin(0.01));
    CHECK(body.grid(2, 3, 10).size() == 6);
}

TEST_CASE("A rectangle owns its left and upper edge only, so neighbours never share a point")
{
    const Rect left{0, 0, 10, 10};
    const Rect right{10, 0, 10, 10};
    CHECK(left.contains(Point{0, 0}));
    CHECK_FALSE(left.contains(Point{10, 5}));
    CHECK(right.contains(Point{10, 5}));
    CHECK_FALSE(left.overlaps(right));
    CHECK(left.meet(right).empty());
    CHECK(left.contains(Rect{2, 2, 8, 8}));
    CHECK_FALSE(left.contains(Rect{2, 2, 9, 8}));
}
