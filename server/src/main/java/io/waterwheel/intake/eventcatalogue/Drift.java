package io.waterwheel.intake.eventcatalogue;

import io.waterwheel.intake.eventcatalogue.EventStream.Day;
import io.waterwheel.intake.eventcatalogue.EventStream.Types;
import io.waterwheel.kernel.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells what has changed in an event's stream, or is not as the standard has it. Each rule asks for so many events
/// that a single odd one warns of nothing.
final class Drift {

    static final int WEEK = 7;

    private static final int EXAMINED_LEAST = 10;
    private static final int TYPED_LEAST = 5;
    private static final int MIXED_LEAST = 3;
    private static final double MIXED_SHARE = 0.01;
    private static final double USUAL_SHARE = 0.5;
    private static final int DAYS_OF_WEEK_LEAST = 5;
    private static final Duration SILENCE = Duration.ofHours(24);
    private static final Duration FORGOTTEN = Duration.ofDays(30);
    private static final Duration NEW = Duration.ofDays(WEEK);

    private final Instant now;
    private final LocalDate today;
    private final Instant brandSince;

    /// @param today      the brand's day
    /// @param brandSince when the brand's first event of any name came: in a new brand every name is new
    Drift(Instant now, LocalDate today, Instant brandSince) {
        this.now = now;
        this.today = today;
        this.brandSince = brandSince;
    }

    /// One thing found.
    record Finding(WarningKind kind, @Nullable String property, Text words) {}

    /// The gravest first.
    List<Finding> of(EventStream stream) {
        List<Finding> found = new ArrayList<>();
        silent(stream).ifPresent(found::add);
        name(stream).ifPresent(found::add);
        Optional<LocalDate> latest = stream.days().entrySet().stream()
                .filter(entry -> entry.getValue().examined() >= EXAMINED_LEAST)
                .map(java.util.Map.Entry::getKey)
                .max(Comparator.naturalOrder());
        for (String property : stream.properties().keySet().stream().sorted().toList()) {
            Optional<Finding> changed = latest.flatMap(day -> changed(stream, property, day));
            changed.or(() -> mixed(stream, property)).ifPresent(found::add);
        }
        StandardEvents.named(stream.name()).ifPresent(standard -> standard(stream, standard, found));
        found.sort(Comparator.comparing(Finding::kind));
        return found;
    }

    private Optional<Finding> silent(EventStream stream) {
        Duration since = Duration.between(stream.lastAt(), now);
        long daysWith = stream.days().keySet().stream()
                .filter(day -> day.isAfter(stream.lastDay().minusDays(WEEK)) && !day.isAfter(stream.lastDay()))
                .count();
        if (since.compareTo(SILENCE) < 0 || since.compareTo(FORGOTTEN) > 0 || daysWith < DAYS_OF_WEEK_LEAST) {
            return Optional.empty();
        }
        long perDay = stream.between(stream.lastDay().minusDays(WEEK - 1), stream.lastDay())
                        .events()
                / WEEK;
        long hours = since.toHours();
        return finding(
                WarningKind.SILENT,
                null,
                "已 %d 小时没有收到；之前 7 天平均每天 %d 条".formatted(hours, perDay),
                "none for %d hours; there were %d a day in the 7 days before".formatted(hours, perDay));
    }

    private Optional<Finding> name(EventStream stream) {
        Optional<StandardEvent> meant = StandardEvents.meant(stream.name());
        if (meant.isPresent()) {
            String standard = meant.get().name();
            return finding(
                    WarningKind.MISSPELT,
                    null,
                    "看起来是标准事件“%s”，但名称不同，不会按它计算".formatted(standard),
                    "seems to be the standard event “%s” under another name, and does not count as one"
                            .formatted(standard));
        }
        boolean young = stream.firstAt().isAfter(now.minus(NEW));
        boolean brandIsOlder = brandSince.isBefore(stream.firstAt().minus(Duration.ofDays(1)));
        return young && brandIsOlder && StandardEvents.named(stream.name()).isEmpty()
                ? finding(WarningKind.NEW_NAME, null, "最近 7 天内第一次出现", "first seen within the last 7 days")
                : Optional.empty();
    }

    /// Compares the latest day that has enough events with the week before it.
    private static Optional<Finding> changed(EventStream stream, String property, LocalDate latest) {
        LocalDate from = latest.minusDays(WEEK);
        LocalDate to = latest.minusDays(1);
        Day before = stream.between(from, to);
        Types wasTypes = stream.between(property, from, to);
        Types isTypes = stream.between(property, latest, latest);
        boolean usual = before.examined() >= EXAMINED_LEAST && wasTypes.total() >= USUAL_SHARE * before.examined();
        // Of a property inside a list's objects an empty list leaves nothing; that is the list's matter.
        if (usual && isTypes.total() == 0) {
            long share = Math.round(100.0 * wasTypes.total() / before.examined());
            return finding(
                    WarningKind.PROPERTY_VANISHED,
                    property,
                    "“%s”不再出现；之前 7 天有 %d%% 的事件带有它".formatted(property, share),
                    "“%s” is gone; %d%% of the events had it in the 7 days before".formatted(property, share));
        }
        PropertyType was = wasTypes.most();
        PropertyType is = isTypes.most();
        boolean enough = wasTypes.total() >= TYPED_LEAST && isTypes.total() >= TYPED_LEAST;
        return enough && was != is
                ? finding(
                        WarningKind.TYPE_CHANGED,
                        property,
                        "“%s”从%s变成了%s"
                                .formatted(
                                        property, was.words().zh(), is.words().zh()),
                        "“%s” was %s and is %s now"
                                .formatted(
                                        property, was.words().en(), is.words().en()))
                : Optional.empty();
    }

    private Optional<Finding> mixed(EventStream stream, String property) {
        Types types = stream.between(property, today.minusDays(WEEK - 1), today);
        long odd = types.total() - types.of(types.most());
        if (odd < MIXED_LEAST || odd < MIXED_SHARE * types.total()) {
            return Optional.empty();
        }
        PropertyType second = PropertyType.TEXT;
        long most = -1;
        for (PropertyType type : PropertyType.values()) {
            if (type != types.most() && types.of(type) > most) {
                second = type;
                most = types.of(type);
            }
        }
        long share = Math.max(1, Math.round(100.0 * odd / types.total()));
        return finding(
                WarningKind.TYPES_MIXED,
                property,
                "“%s”多为%s，但有 %d%% 不是，例如%s"
                        .formatted(
                                property,
                                types.most().words().zh(),
                                share,
                                second.words().zh()),
                "“%s” mostly is %s, but %d%% are not, being %s for example"
                        .formatted(
                                property,
                                types.most().words().en(),
                                share,
                                second.words().en()));
    }

    private void standard(EventStream stream, StandardEvent standard, List<Finding> found) {
        LocalDate from = today.minusDays(WEEK - 1);
        Day week = stream.between(from, today);
        if (week.examined() < EXAMINED_LEAST) {
            return;
        }
        for (StandardProperty property : standard.properties()) {
            Types types = stream.between(property.name(), from, today);
            if (property.required() && types.total() < USUAL_SHARE * week.examined()) {
                long share = Math.round(100.0 * types.total() / week.examined());
                finding(
                                WarningKind.REQUIRED_MISSING,
                                property.name(),
                                "必需的“%s”只有 %d%% 的事件带有".formatted(property.name(), share),
                                "only %d%% have “%s”, which is required".formatted(share, property.name()))
                        .ifPresent(found::add);
            } else if (types.total() >= TYPED_LEAST && !fits(property.shape().type(), types.most())) {
                finding(
                                WarningKind.TYPE_NOT_STANDARD,
                                property.name(),
                                "“%s”应为%s，实际是%s"
                                        .formatted(
                                                property.name(),
                                                property.shape().type().words().zh(),
                                                types.most().words().zh()),
                                "“%s” should be %s and is %s"
                                        .formatted(
                                                property.name(),
                                                property.shape().type().words().en(),
                                                types.most().words().en()))
                        .ifPresent(found::add);
            }
        }
    }

    /// A code of digits alone is often sent as a number, and a text may look like a day: neither does harm.
    private static boolean fits(PropertyType wanted, PropertyType is) {
        return wanted == is || (wanted == PropertyType.TEXT && (is == PropertyType.NUMBER || is == PropertyType.TIME));
    }

    private static Optional<Finding> finding(WarningKind kind, @Nullable String property, String zh, String en) {
        return Optional.of(new Finding(kind, property, new Text(zh, en)));
    }
}
