package io.waterwheel.loyalty.programme;

import io.waterwheel.segment.language.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the tiers and paid memberships of a programme.
final class TierReader {

    private final ProgrammeReader reader;

    TierReader(ProgrammeReader reader) {
        this.reader = reader;
    }

    Optional<TierScheme> scheme(@Nullable JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        Optional<TierBasis> basis = fields.constant("basis", TierBasis.values());
        Optional<TierPeriod> period = period(fields.take("period"), fields.pointer("period"));
        Optional<Downgrade> downgrade = fields.constant("downgrade", Downgrade.values());
        int grace = fields.has("graceDays") ? ProgrammeReader.small(fields.number("graceDays")) : 0;
        Optional<OnRefund> refund = fields.has("onRefund")
                ? fields.constant("onRefund", OnRefund.values())
                : Optional.of(OnRefund.AT_REVIEW);
        int told = fields.array("tiers").size();
        List<Tier> tiers = reader.list(fields, "tiers", TierScheme.MOST_TIERS, this::tier);
        fields.refuseOthers();
        if (period.isEmpty() || told != tiers.size()) {
            return Optional.empty();
        }
        return reader.made(
                fields,
                pointer,
                () -> new TierScheme(
                        basis.orElseThrow(),
                        period.get(),
                        downgrade.orElseThrow(),
                        grace,
                        refund.orElseThrow(),
                        tiers));
    }

    private Optional<TierPeriod> period(@Nullable JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String type = fields.choice("type", List.of("rolling", "calendar"));
        Optional<TierPeriod> read = switch (type) {
            case "rolling" -> {
                int months = ProgrammeReader.small(fields.number("months"));
                yield reader.made(fields, pointer, () -> new TierPeriod.Rolling(months));
            }
            case "calendar" -> {
                int month = ProgrammeReader.small(fields.number("firstMonth"));
                yield reader.made(fields, pointer, () -> new TierPeriod.Calendar(month));
            }
            default -> Optional.empty();
        };
        reader.others(fields, type);
        return read;
    }

    private Optional<Tier> tier(JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String id = fields.text("id");
        String name = fields.text("name");
        BigDecimal threshold = fields.decimal("threshold");
        int told = fields.arrayIfAny("benefits").size();
        List<Benefit> benefits = reader.list(fields, "benefits", Tier.MOST_BENEFITS, new BenefitReader(reader)::read);
        fields.refuseOthers();
        return told == benefits.size()
                ? reader.made(fields, pointer, () -> new Tier(id, name, threshold, benefits))
                : Optional.empty();
    }

    Optional<PaidPlan> plan(JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String id = fields.text("id");
        String name = fields.text("name");
        String tier = fields.has("tier") ? fields.text("tier") : null;
        BigDecimal price = fields.decimal("price");
        int months = ProgrammeReader.small(fields.number("months"));
        Optional<PlanRefund> refund = fields.constant("refund", PlanRefund.values());
        int told = fields.arrayIfAny("benefits").size();
        List<Benefit> benefits = reader.list(fields, "benefits", Tier.MOST_BENEFITS, new BenefitReader(reader)::read);
        fields.refuseOthers();
        return told == benefits.size()
                ? reader.made(
                        fields,
                        pointer,
                        () -> new PaidPlan(id, name, tier, price, months, refund.orElseThrow(), benefits))
                : Optional.empty();
    }
}
