package io.waterwheel.loyalty.programme.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.earn.EarnRules;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.tier.TierRules;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A published programme with what is made of it.
///
/// @param tiers null where the brand has none
public record LiveProgramme(
        Brand brand,
        int version,
        Instant publishedAt,
        String publishedBy,
        ProgrammeDefinition definition,
        EarnRules rules,
        @Nullable TierRules tiers) {

    static LiveProgramme of(Brand brand, int version, Instant at, String by, ProgrammeDefinition definition) {
        TierScheme scheme = definition.tiers();
        return new LiveProgramme(
                brand,
                version,
                at,
                by,
                definition,
                new EarnRules(definition, brand.fractionDigits()),
                scheme == null ? null : new TierRules(scheme, brand.zone(), brand.fractionDigits()));
    }

    /// When points earned on a day are lost; null for never.
    public @Nullable Instant lostAt(LocalDate earned) {
        LocalDate lost = definition.points().expiry().lostOn(earned);
        return lost == null ? null : brand.startOf(lost);
    }

    /// The same of points given at a moment.
    public @Nullable Instant lostAt(Instant given) {
        return lostAt(brand.dayOf(given));
    }

    /// The tier at a place; null for -1.
    public @Nullable Tier tier(int place) {
        TierScheme scheme = definition.tiers();
        return scheme == null || place < 0 ? null : scheme.tiers().get(place);
    }

    /// A tier's place, or -1.
    public int tier(@Nullable String id) {
        TierScheme scheme = definition.tiers();
        return scheme == null || id == null ? -1 : scheme.index(id);
    }
}
