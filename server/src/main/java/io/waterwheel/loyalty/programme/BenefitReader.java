package io.waterwheel.loyalty.programme;

import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.segment.language.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what tiers and paid memberships give.
final class BenefitReader {

    private static final String ID = "[1-9]\\d{0,17}";

    private final ProgrammeReader reader;

    BenefitReader(ProgrammeReader reader) {
        this.reader = reader;
    }

    Optional<Benefit> read(JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String name = fields.text("name");
        BigDecimal cost = fields.decimal("cost");
        Optional<BenefitEvery> every = fields.constant("every", BenefitEvery.values());
        String id = fields.has("id") ? fields.text("id") : null;
        Integer day = fields.has("day") ? Integer.valueOf(ProgrammeReader.small(fields.number("day"))) : null;
        int before = fields.has("daysBefore") ? ProgrammeReader.small(fields.number("daysBefore")) : 0;
        boolean giving = fields.has("gives");
        Reward gives =
                giving ? gives(fields.take("gives"), fields.pointer("gives")).orElse(null) : null;
        fields.refuseOthers();
        return giving && gives == null
                ? Optional.empty()
                : reader.made(
                        fields, pointer, () -> new Benefit(name, cost, every.orElseThrow(), id, day, before, gives));
    }

    private Optional<Reward> gives(@Nullable JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String type = fields.choice("type", List.of("points", "coupon", "chances"));
        Optional<Reward> read = switch (type) {
            case "points" -> {
                long points = fields.number("points");
                yield reader.made(fields, pointer, () -> new Reward.OfPoints(points));
            }
            case "coupon" -> {
                String template = fields.text("template");
                yield reader.made(fields, pointer, () -> {
                    Misfit.when(!template.matches(ID), "/template", ProgrammeFault.UNKNOWN_GIFT, "");
                    return new Reward.OfCoupon(CouponTemplateId.of(template));
                });
            }
            case "chances" -> {
                String draw = fields.text("draw");
                int chances = ProgrammeReader.small(fields.number("chances"));
                yield reader.made(fields, pointer, () -> {
                    Misfit.when(!draw.matches(ID), "/draw", ProgrammeFault.UNKNOWN_GIFT, "");
                    return new Reward.OfChances(draw, chances);
                });
            }
            default -> Optional.empty();
        };
        reader.others(fields, type);
        return read;
    }
}
