package io.waterwheel.loyalty.programme;

import io.waterwheel.segment.language.JsonFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the rules of a programme.
final class EarnReader {

    private static final int MOST_CONDITIONS = 10;

    private final ProgrammeReader reader;

    EarnReader(ProgrammeReader reader) {
        this.reader = reader;
    }

    Optional<EarnRule> rule(JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String id = fields.text("id");
        String name = fields.text("name");
        Optional<Grant> grant = grant(fields.take("grant"), fields.pointer("grant"));
        List<JsonNode> told = fields.arrayIfAny("when");
        List<When> when = reader.list(fields, "when", MOST_CONDITIONS, this::when);
        String segment = fields.has("segment") ? fields.text("segment") : null;
        String group = fields.has("group") ? fields.text("group") : null;
        LocalDate from = reader.day(fields, "from");
        LocalDate until = reader.day(fields, "until");
        Optional<Caps> caps = caps(fields);
        fields.refuseOthers();
        if (grant.isEmpty() || caps.isEmpty() || when.size() != told.size()) {
            return Optional.empty();
        }
        return reader.made(
                fields,
                pointer,
                () -> new EarnRule(id, name, grant.get(), when, segment, group, from, until, caps.get()));
    }

    private Optional<Grant> grant(@Nullable JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String type = fields.choice("type", List.of("perAmount", "perOrder", "multiply", "event"));
        Optional<Grant> read = switch (type) {
            case "perAmount" -> {
                long points = fields.number("points");
                BigDecimal amount = fields.decimal("amount");
                yield reader.made(fields, pointer, () -> new Grant.PerAmount(points, amount));
            }
            case "perOrder" -> {
                long points = fields.number("points");
                yield reader.made(fields, pointer, () -> new Grant.PerOrder(points));
            }
            case "multiply" -> {
                BigDecimal factor = fields.decimal("factor");
                yield reader.made(fields, pointer, () -> new Grant.Multiply(factor));
            }
            case "event" -> {
                long points = fields.number("points");
                boolean fromPages = fields.flag("fromPages");
                yield reader.events(fields)
                        .flatMap(event ->
                                reader.made(fields, pointer, () -> new Grant.OnEvent(event, points, fromPages)));
            }
            default -> Optional.empty();
        };
        reader.others(fields, type);
        return read;
    }

    private Optional<When> when(JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String type = fields.choice(
                "type", List.of("sold", "atLeast", "firstOrder", "tier", "weekdays", "monthDays", "birthday"));
        Optional<When> read = switch (type) {
            case "sold" -> {
                Optional<SoldFact> fact = fields.constant("fact", SoldFact.values());
                List<String> values = fields.texts("values");
                yield reader.made(fields, pointer, () -> new When.Sold(fact.orElseThrow(), values));
            }
            case "atLeast" -> {
                BigDecimal amount = fields.decimal("amount");
                yield reader.made(fields, pointer, () -> new When.AtLeast(amount));
            }
            case "firstOrder" -> Optional.of(new When.FirstOrder());
            case "tier" -> {
                List<String> tiers = fields.texts("tiers");
                yield reader.made(fields, pointer, () -> new When.OfTier(tiers));
            }
            case "weekdays" -> {
                List<ProgrammeWeekday> days = fields.constants("days", ProgrammeWeekday.values());
                yield reader.made(fields, pointer, () -> new When.OnWeekdays(days));
            }
            case "monthDays" -> {
                List<Integer> days = fields.numbers("days").stream()
                        .map(ProgrammeReader::small)
                        .toList();
                yield reader.made(fields, pointer, () -> new When.OnMonthDays(days));
            }
            case "birthday" -> {
                Optional<BirthdaySpan> span = fields.constant("span", BirthdaySpan.values());
                yield reader.made(fields, pointer, () -> new When.NearBirthday(span.orElseThrow()));
            }
            default -> Optional.empty();
        };
        reader.others(fields, type);
        return read;
    }

    /// None when they are left out.
    Optional<Caps> caps(JsonFields parent) {
        if (!parent.has("caps")) {
            return Optional.of(Caps.NONE);
        }
        String pointer = parent.pointer("caps");
        JsonFields fields = reader.fields(parent.take("caps"), pointer);
        Long order = cap(fields, "perOrder");
        Long day = cap(fields, "perDay");
        Long month = cap(fields, "perMonth");
        Long budget = cap(fields, "budget");
        fields.refuseOthers();
        return reader.made(fields, pointer, () -> new Caps(order, day, month, budget));
    }

    private static @Nullable Long cap(JsonFields fields, String name) {
        return fields.has(name) ? Long.valueOf(fields.number(name)) : null;
    }
}
