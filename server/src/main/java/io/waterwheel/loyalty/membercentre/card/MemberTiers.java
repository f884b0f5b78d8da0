package io.waterwheel.loyalty.membercentre.card;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.calendar.TierBenefits;
import io.waterwheel.loyalty.generated.tables.records.MemberRecord;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.membercentre.card.TierProgress.Step;
import io.waterwheel.loyalty.membercentre.card.TierProgress.StepBenefit;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.tier.TierRules;
import io.waterwheel.loyalty.tier.TierStandings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tiers as their members see them.
@Component
public class MemberTiers {

    private final DSLContext database;
    private final Members members;
    private final LiveProgrammes programmes;
    private final TierStandings standings;
    private final TierBenefits benefits;
    private final InstantSource clock;

    MemberTiers(
            DSLContext database,
            Members members,
            LiveProgrammes programmes,
            TierStandings standings,
            TierBenefits benefits,
            InstantSource clock) {
        this.database = database;
        this.members = members;
        this.programmes = programmes;
        this.standings = standings;
        this.benefits = benefits;
        this.clock = clock;
    }

    @Nullable
    String name(Member member, List<Account> accounts) {
        return programmes
                .current(database, member.brand().id())
                .map(programme -> programme.tier(has(programme, member, accounts)))
                .map(Tier::name)
                .orElse(null);
    }

    public TierProgress of(Member member, Locale locale) {
        Optional<LiveProgramme> current =
                programmes.current(database, member.brand().id());
        TierScheme scheme =
                current.map(programme -> programme.definition().tiers()).orElse(null);
        TierRules rules = current.map(LiveProgramme::tiers).orElse(null);
        if (current.isEmpty() || scheme == null || rules == null) {
            return new TierProgress(null, null, false, null, null, 0, null, null, List.of());
        }
        LiveProgramme programme = current.get();
        List<Account> accounts = members.of(database, member.brand().id(), List.of(member.customer()))
                .getOrDefault(member.customer(), List.of());
        int has = has(programme, member, accounts);
        List<Step> steps = steps(member.brand(), scheme, rules, locale);
        Optional<MemberRecord> best = best(programme, member);
        int own = best.map(row -> programme.tier(row.getTier())).orElse(-1);
        // Whoever joined a moment ago was not judged yet, and has done nothing.
        Step first = own < 0 && steps.size() > 1 ? steps.get(1) : null;
        return new TierProgress(
                scheme.basis(),
                has < 0 ? null : steps.get(has).id(),
                has > Math.max(own, 0),
                best.map(MemberRecord::getTierSince).orElse(null),
                best.map(MemberRecord::getReviewOn).orElse(null),
                best.map(MemberRecord::getReached).orElse(0L),
                first != null ? first.id() : best.map(MemberRecord::getNextTier).orElse(null),
                first != null
                        ? (Long) first.threshold()
                        : best.map(MemberRecord::getMissing).orElse(null),
                steps);
    }

    private Optional<MemberRecord> best(LiveProgramme programme, Member member) {
        return database
                .selectFrom(MEMBER)
                .where(MEMBER.BRAND_ID.eq(member.brand().id().value()))
                .and(MEMBER.CUSTOMER_NO.eq(member.customer().value()))
                .orderBy(MEMBER.JOINED_AT, MEMBER.OPENED_NO)
                .fetch()
                .stream()
                .max(Comparator.comparingInt((MemberRecord row) -> programme.tier(row.getTier()))
                        .thenComparing(MemberRecord::getReached));
    }

    /// The place of the tier they have, lent or their own.
    private int has(LiveProgramme programme, Member member, List<Account> accounts) {
        return standings.tier(database, programme, member.customer(), accounts, clock.instant());
    }

    private List<Step> steps(Brand brand, TierScheme scheme, TierRules rules, Locale locale) {
        Map<String, List<TierBenefits.Line>> lines = benefits.of(brand, scheme);
        List<Step> steps = new ArrayList<>();
        for (Tier tier : scheme.tiers()) {
            steps.add(new Step(
                    tier.id(),
                    tier.name(),
                    rules.threshold(steps.size()),
                    lines.getOrDefault(tier.id(), List.of()).stream()
                            .map(line -> new StepBenefit(line.name(), line.every(), gives(line, locale)))
                            .toList()));
        }
        return steps;
    }

    private static @Nullable String gives(TierBenefits.Line line, Locale locale) {
        return line.gives() == null ? null : line.gives().words().in(locale);
    }
}
