package io.waterwheel.loyalty.whatif;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.earn.EarnRules;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.TierBasis;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.When;
import io.waterwheel.loyalty.tier.TierRules;
import io.waterwheel.segment.language.EventFilter;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One of the programmes that history is replayed under, with what is made of it.
///
/// @param tiers null where it has none
record Candidate(
        ProgrammeDefinition definition,
        EarnRules rules,
        @Nullable TierRules tiers) {

    static Candidate of(Brand brand, ProgrammeDefinition definition) {
        TierScheme scheme = definition.tiers();
        return new Candidate(
                definition,
                new EarnRules(definition, brand.fractionDigits()),
                scheme == null ? null : new TierRules(scheme, brand.zone(), brand.fractionDigits()));
    }

    /// Null where it has no tiers.
    @Nullable
    TierBasis basis() {
        return definition.tiers() == null ? null : definition.tiers().basis();
    }

    int tierCount() {
        return definition.tiers() == null ? 0 : definition.tiers().tiers().size();
    }

    /// From when on what was bought has to be known. Growth value begins with the programme, as it does when
    /// one is published; orders are paired with refunds however old they are.
    long historyFrom(WhatIfWindow window) {
        TierScheme scheme = definition.tiers();
        if (scheme == null) {
            return window.from();
        }
        return switch (scheme.basis()) {
            case GROWTH -> window.from();
            case ORDERS -> Long.MIN_VALUE;
            case SPEND ->
                window.brand()
                        .startOf(scheme.period().countedFrom(window.brand().dayOf(Instant.ofEpochMilli(window.from()))))
                        .toEpochMilli();
        };
    }

    boolean asks(Predicate<When> condition) {
        return definition.earn().stream().flatMap(rule -> rule.when().stream()).anyMatch(condition);
    }

    Stream<When.Sold> sold() {
        return definition.earn().stream()
                .flatMap(rule -> rule.when().stream())
                .filter(When.Sold.class::isInstance)
                .map(When.Sold.class::cast);
    }

    Stream<EventFilter> events() {
        return definition.earn().stream()
                .map(EarnRule::grant)
                .filter(Grant.OnEvent.class::isInstance)
                .map(grant -> ((Grant.OnEvent) grant).event());
    }

    /// Whether what one member gets may leave less for another.
    boolean budgeted() {
        return definition.caps().budget() != null
                || definition.earn().stream().anyMatch(rule -> rule.caps().budget() != null);
    }

    /// The places of the rules that give for an event.
    List<Integer> rulesOf(EventFilter event) {
        List<EarnRule> earn = definition.earn();
        return Stream.iterate(0, rule -> rule < earn.size(), rule -> rule + 1)
                .filter(rule -> earn.get(rule).grant() instanceof Grant.OnEvent(EventFilter asked, long _, boolean _)
                        && asked.equals(event))
                .toList();
    }

    /// A tier's place, or -1.
    int tier(String id) {
        return definition.tiers() == null ? -1 : definition.tiers().index(id);
    }
}
