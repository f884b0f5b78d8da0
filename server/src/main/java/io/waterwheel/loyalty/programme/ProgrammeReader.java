package io.waterwheel.loyalty.programme;

import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.JsonFields;
import io.waterwheel.segment.language.Magnitude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads a programme from JSON that anybody may have written: every wrong place is named, none guessed at.
/// Whether its parts fit each other is for [ProgrammeLint].
public final class ProgrammeReader {

    private final List<InvalidProgramme.Place> places = new ArrayList<>();

    private ProgrammeReader() {}

    /// @param pointer where in the request the definition stands, such as `/definition`
    /// @throws InvalidProgramme naming all wrong places
    public static ProgrammeDefinition read(@Nullable JsonNode json, String pointer) {
        ProgrammeReader reader = new ProgrammeReader();
        Optional<ProgrammeDefinition> read = reader.definition(json, pointer);
        if (!reader.places.isEmpty() || read.isEmpty()) {
            throw new InvalidProgramme(reader.places);
        }
        return read.get();
    }

    private Optional<ProgrammeDefinition> definition(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        EarnReader earn = new EarnReader(this);
        List<EarnRule> rules = list(fields, "earn", ProgrammeDefinition.MOST_RULES, earn::rule);
        Optional<Stacking> stacking = fields.constant("stacking", Stacking.values());
        Optional<Rounding> rounding = fields.constant("rounding", Rounding.values());
        Optional<Caps> caps = earn.caps(fields);
        Optional<PointsRules> points = points(fields.take("points"), fields.pointer("points"));
        TierReader tier = new TierReader(this);
        Optional<TierScheme> tiers =
                fields.has("tiers") ? tier.scheme(fields.take("tiers"), fields.pointer("tiers")) : Optional.empty();
        List<PaidPlan> plans = list(fields, "plans", ProgrammeDefinition.MOST_PLANS, tier::plan);
        fields.refuseOthers();
        return places.isEmpty()
                ? Optional.of(new ProgrammeDefinition(
                        rules,
                        stacking.orElseThrow(),
                        rounding.orElseThrow(),
                        caps.orElseThrow(),
                        points.orElseThrow(),
                        tiers.orElse(null),
                        plans))
                : Optional.empty();
    }

    private Optional<PointsRules> points(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        int pending = fields.has("pendingDays") ? small(fields.number("pendingDays")) : 0;
        Optional<Expiry> expiry = expiry(fields.take("expiry"), fields.pointer("expiry"));
        Optional<SpentAlready> debt = fields.constant("debt", SpentAlready.values());
        int before = fields.has("beforeJoining") ? small(fields.number("beforeJoining")) : 0;
        fields.refuseOthers();
        return expiry.flatMap(
                lost -> made(fields, pointer, () -> new PointsRules(pending, lost, debt.orElseThrow(), before)));
    }

    private Optional<Expiry> expiry(@Nullable JsonNode json, String pointer) {
        JsonFields fields = fields(json, pointer);
        String type = fields.choice("type", List.of("never", "afterMonths", "dayOfYear"));
        Optional<Expiry> read = switch (type) {
            case "never" -> Optional.of(new Expiry.Never());
            case "afterMonths" -> {
                int months = small(fields.number("months"));
                yield made(fields, pointer, () -> new Expiry.AfterMonths(months));
            }
            case "dayOfYear" -> {
                int month = small(fields.number("month"));
                int day = small(fields.number("day"));
                int years = fields.has("years") ? small(fields.number("years")) : 1;
                yield made(fields, pointer, () -> new Expiry.OnDayOfYear(month, day, years));
            }
            default -> Optional.empty();
        };
        others(fields, type);
        return read;
    }

    /// One element of a list.
    @FunctionalInterface
    interface Element<T> {
        Optional<T> read(JsonNode json, String pointer);
    }

    /// What a list holds; nothing when it is left out. One that is too long is not read at all.
    <T> List<T> list(JsonFields fields, String name, int most, Element<T> element) {
        List<JsonNode> items = fields.arrayIfAny(name);
        String at = fields.pointer(name);
        List<T> read = new ArrayList<>();
        if (items.size() > most) {
            wrong(at, ProgrammeFault.TOO_MANY, most);
            return read;
        }
        for (int i = 0; i < items.size(); i++) {
            element.read(items.get(i), at + "/" + i).ifPresent(read::add);
        }
        return read;
    }

    Optional<EventFilter> events(JsonFields fields) {
        try {
            return Optional.of(DefinitionReader.readEvents(fields.take("event"), fields.pointer("event")));
        } catch (InvalidDefinition e) {
            e.places().forEach(place -> places.add(InvalidProgramme.Place.of(place)));
            return Optional.empty();
        }
    }

    @Nullable
    LocalDate day(JsonFields fields, String name) {
        String text = fields.has(name) ? fields.text(name) : "";
        if (text.isEmpty()) {
            return null;
        }
        Optional<LocalDate> day = Magnitude.of(text)
                .filter(Magnitude.Day.class::isInstance)
                .map(size -> ((Magnitude.Day) size).value())
                .filter(value -> value.getYear() >= 2000 && value.getYear() < 2200);
        if (day.isEmpty()) {
            wrong(fields.pointer(name), ProgrammeFault.NOT_A_DAY, "");
        }
        return day.orElse(null);
    }

    /// What does not fit is out of every range anyway.
    static int small(long number) {
        return (int) Math.clamp(number, -1_000_000_000L, 1_000_000_000L);
    }

    <R, T extends R> Optional<R> made(JsonFields fields, String pointer, Supplier<T> made) {
        if (!fields.fine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(made.get());
        } catch (Misfit e) {
            places.add(e.under(pointer));
            return Optional.empty();
        }
    }

    void others(JsonFields fields, String type) {
        if (!type.isEmpty()) {
            fields.refuseOthers();
        }
    }

    JsonFields fields(@Nullable JsonNode json, String pointer) {
        return new JsonFields(
                json,
                pointer,
                (place, fault, about) ->
                        places.add(InvalidProgramme.Place.of(InvalidDefinition.Place.of(place, fault, about))));
    }

    void wrong(String pointer, ProgrammeFault fault, Object about) {
        places.add(InvalidProgramme.Place.of(pointer, fault, about));
    }
}
