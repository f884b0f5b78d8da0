package io.waterwheel.customer.relation;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a customer stands with.
///
/// @param referredBy who brought them, null when nobody did
/// @param referred   whom they brought, the newest first; not all when there are very many
/// @param brought    how many they brought
public record CustomerRelations(
        List<GuideRelation> guides,
        List<GroupRelation> groups,
        @Nullable Referral referredBy,
        List<Referral> referred,
        int brought) {

    /// @param guide the guide's user id in WeCom
    /// @param since when the friendship began, the present one or the last
    /// @param until when it ended, null while it lasts
    public record GuideRelation(
            String guide, @Nullable Instant since, @Nullable Instant until) {}

    /// @param group the id the sender gave
    /// @param left  when they left, null while they are in it
    public record GroupRelation(
            String group,
            @Nullable String name,
            @Nullable Instant joined,
            @Nullable Instant left) {}

    /// @param customerNo the other customer, null while nobody we know is named so
    /// @param name       as a list shows it
    public record Referral(
            @Nullable CustomerNo customerNo, @Nullable String name, Instant at) {}
}
