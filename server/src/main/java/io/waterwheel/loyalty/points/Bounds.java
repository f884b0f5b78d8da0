package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.Booking.Refusal;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What no command may say, whatever is in the ledger.
final class Bounds {

    private static final Duration CLOCKS_DIFFER_MOST = Duration.ofDays(1);
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Bounds() {}

    /// How much a command asks for; null where it says none.
    static @Nullable Points asked(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Earn earn -> earn.points();
            case PointsCommand.Open open -> open.points();
            case PointsCommand.Spend spend -> spend.points();
            case PointsCommand.Freeze freeze -> freeze.points();
            case PointsCommand.Capture capture -> capture.points();
            case PointsCommand.Release _ -> null;
            case PointsCommand.TakeBack take -> take.points();
            case PointsCommand.GiveBack give -> give.points();
            case PointsCommand.Deduct deduct -> deduct.points();
        };
    }

    /// The key a command refers to; null where it refers to none.
    static @Nullable String reference(PointsCommand command) {
        return switch (command) {
            case PointsCommand.Capture capture -> capture.frozen();
            case PointsCommand.Release release -> release.frozen();
            case PointsCommand.TakeBack take -> take.earned();
            case PointsCommand.GiveBack give -> give.spent();
            case PointsCommand.Earn _,
                    PointsCommand.Open _,
                    PointsCommand.Spend _,
                    PointsCommand.Freeze _,
                    PointsCommand.Deduct _ -> null;
        };
    }

    static @Nullable Refusal check(PointsCommand command, Instant now) {
        Points asked = asked(command);
        if (asked != null && !asked.any()) {
            return Refusal.ABSURD_AMOUNT;
        }
        Instant at = command.occasion().at();
        boolean inTime = !at.isBefore(EARLIEST) && !at.isAfter(now.plus(CLOCKS_DIFFER_MOST));
        return inTime && lasting(command, now) ? null : Refusal.ABSURD_TIME;
    }

    private static boolean lasting(PointsCommand command, Instant now) {
        return switch (command) {
            case PointsCommand.Earn earn -> {
                Instant from =
                        earn.availableAt() == null || earn.availableAt().isBefore(now) ? now : earn.availableAt();
                yield !from.isAfter(LATEST) && lasts(earn.expiresAt(), from);
            }
            case PointsCommand.Open open -> lasts(open.expiresAt(), now);
            case PointsCommand.GiveBack give -> lasts(give.expiresAt(), now);
            case PointsCommand.Spend _,
                    PointsCommand.Freeze _,
                    PointsCommand.Capture _,
                    PointsCommand.Release _,
                    PointsCommand.TakeBack _,
                    PointsCommand.Deduct _ -> true;
        };
    }

    private static boolean lasts(@Nullable Instant expiresAt, Instant from) {
        return expiresAt == null || expiresAt.isAfter(from) && !expiresAt.isAfter(LATEST);
    }
}
