package io.waterwheel.loyalty.points;

import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Invents commands, and what the model says to each.
final class Programme {

    static final int CUSTOMERS = 4;

    private final Random random;
    private final PointsModel model;
    private final List<String> earned = new ArrayList<>();
    private final List<String> spent = new ArrayList<>();
    private final List<String> frozen = new ArrayList<>();
    private int next;

    Programme(Random random, PointsModel model) {
        this.random = random;
        this.model = model;
    }

    /// @param done what the model says: whether it is booked
    record Turn(PointsCommand command, boolean done) {}

    Turn next(BookStage stage) {
        int who = 1 + random.nextInt(CUSTOMERS);
        int points = 1 + random.nextInt(20);
        String key = "k" + ++next;
        return switch (random.nextInt(9)) {
            case 0, 1 -> {
                Duration pending = random.nextBoolean() ? null : Duration.ofDays(1 + random.nextInt(10));
                Duration lasts = random.nextInt(3) == 0 ? null : Duration.ofDays(11 + random.nextInt(30));
                earned.add(key);
                yield new Turn(
                        stage.earn(who, key, points, pending, lasts),
                        model.earn(
                                who,
                                key,
                                points,
                                pending == null ? null : stage.now().plus(pending),
                                lasts == null ? null : stage.now().plus(lasts)));
            }
            case 2 -> noted(spent, key, stage.spend(who, key, points), model.spend(who, key, points, stage.now()));
            case 3 -> noted(frozen, key, stage.freeze(who, key, points), model.freeze(who, key, points, stage.now()));
            case 4 -> {
                String which = any(frozen);
                yield which == null
                        ? next(stage)
                        : noted(
                                spent,
                                key,
                                stage.capture(who, key, which, points),
                                model.decide(who, key, which, points, stage.now()));
            }
            case 5 -> {
                String which = any(frozen);
                yield which == null
                        ? next(stage)
                        : new Turn(stage.release(who, key, which), model.decide(who, key, which, 0, stage.now()));
            }
            case 6 -> {
                String which = any(earned);
                DebtRule rule = DebtRule.values()[random.nextInt(DebtRule.values().length)];
                yield which == null
                        ? next(stage)
                        : new Turn(
                                stage.takeBack(who, key, which, points, rule),
                                model.takeBack(who, key, which, points, rule, stage.now()));
            }
            case 7 -> {
                String which = any(spent);
                Duration lasts = random.nextBoolean() ? null : Duration.ofDays(1 + random.nextInt(9));
                yield which == null
                        ? next(stage)
                        : new Turn(
                                stage.giveBack(who, key, which, points, lasts),
                                model.giveBack(
                                        who,
                                        key,
                                        which,
                                        points,
                                        lasts == null ? null : stage.now().plus(lasts),
                                        stage.now()));
            }
            default -> new Turn(stage.deduct(who, key, points), model.deduct(who, key, points, stage.now()));
        };
    }

    private static Turn noted(List<String> where, String key, PointsCommand command, boolean done) {
        if (done) {
            where.add(key);
        }
        return new Turn(command, done);
    }

    private @Nullable String any(List<String> keys) {
        return keys.isEmpty() ? null : keys.get(random.nextInt(keys.size()));
    }
}
