package io.waterwheel.loyalty.draw;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A lucky draw as a person writes it.
///
/// @param price  what a draw costs in points, where no chance is left; null where it takes a chance
/// @param perDay how often one member may draw on a day
/// @param prizes in the order of the wheel, at most 20
@Schema(name = "NewLuckyDraw")
public record NewDraw(
        String name,
        @Nullable Long price,
        int perDay,
        @Nullable Instant from,
        @Nullable Instant until,
        List<NewPrize> prizes) {

    public NewDraw {
        prizes = List.copyOf(prizes);
    }

    /// @param weight how many of a million draws win it
    /// @param stock  how many there are; null for any number
    @Schema(name = "NewPrize")
    public record NewPrize(
            String name,
            Reward reward,
            int weight,
            @Nullable Integer stock) {}
}
