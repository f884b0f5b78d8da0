package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.loyalty.BenefitCalendar;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.Benefit;
import io.waterwheel.loyalty.programme.HeldBenefit;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.reward.RewardCheck;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts the calendar together.
@Component
class CalendarDesk implements BenefitCalendar {

    private static final int SHOWN = 100;

    private final DSLContext database;
    private final LiveProgrammes programmes;
    private final TimedOffers offers;
    private final Customers customers;
    private final Members members;
    private final CurrentTiers tiers;
    private final RewardCheck words;
    private final JsonMapper json;
    private final InstantSource clock;

    CalendarDesk(
            DSLContext database,
            LiveProgrammes programmes,
            TimedOffers offers,
            Customers customers,
            Members members,
            CurrentTiers tiers,
            RewardCheck words,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.programmes = programmes;
        this.offers = offers;
        this.customers = customers;
        this.members = members;
        this.tiers = tiers;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Entry> month(Brand brand, YearMonth month) {
        return entries(brand, month, null);
    }

    @Override
    public List<Entry> month(Brand brand, CustomerNo asked, YearMonth month) {
        CustomerNo customer = customers.currentOf(asked);
        List<Account> accounts =
                members.of(database, brand.id(), List.of(customer)).getOrDefault(customer, List.of());
        List<CustomerFacts> facts = customers.facts(List.of(customer));
        Instant now = clock.instant();
        return entries(
                brand,
                month,
                new Asked(
                        new RuleDays.Member(
                                tiers.of(database, brand.id(), customer, accounts, now)
                                        .map(Tier::id)
                                        .orElse(null),
                                facts.isEmpty() ? null : facts.getFirst().birthday()),
                        PlanHolders.of(database, brand.id(), List.of(customer), now)
                                .getOrDefault(customer, Set.of())));
    }

    @Override
    public List<Given> given(Brand brand, CustomerNo member) {
        return database.select(BENEFIT_RULE.NAME, BENEFIT_GIVEN.AT)
                .from(BENEFIT_GIVEN)
                .join(BENEFIT_RULE)
                .on(BENEFIT_RULE.ID.eq(BENEFIT_GIVEN.RULE_ID))
                .where(BENEFIT_GIVEN.CUSTOMER_NO.eq(customers.currentOf(member).value()))
                .and(BENEFIT_GIVEN.BRAND_ID.eq(brand.id().value()))
                .orderBy(BENEFIT_GIVEN.AT.desc())
                .limit(SHOWN)
                .fetch(row -> new Given(row.value1(), row.value2()));
    }

    /// @param plans the paid memberships they have
    private record Asked(RuleDays.Member member, Set<String> plans) {}

    private List<Entry> entries(Brand brand, YearMonth month, @Nullable Asked asked) {
        List<Entry> entries = new ArrayList<>();
        RuleDays.Member member = asked == null ? null : asked.member();
        programmes.current(database, brand.id()).ifPresent(live -> {
            live.definition().earn().stream()
                    // What a segment gets is not shown to all, nor to those who may not be in it.
                    .filter(rule -> rule.segment() == null)
                    .forEach(rule -> RuleDays.of(rule, month, member).ifPresent(entries::add));
            entries.addAll(promises(live.definition(), month, asked));
        });
        entries.addAll(benefits(brand, month, asked));
        entries.addAll(offers.of(brand, month, member == null ? null : member.tier(), member != null));
        entries.sort(Comparator.comparing(Entry::kind)
                .thenComparing(entry ->
                        entry.days().isEmpty() ? LocalDate.MAX : entry.days().getFirst())
                .thenComparing(Entry::name));
        return entries;
    }

    private List<Entry> benefits(Brand brand, YearMonth month, @Nullable Asked asked) {
        List<Entry> entries = new ArrayList<>();
        database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .and(BENEFIT_RULE.ACTIVE)
                .orderBy(BENEFIT_RULE.ID)
                .forEach(row -> {
                    NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
                    if (asked == null || benefit.isFor(asked.member().tier(), asked.plans())) {
                        Text reward = words.words(brand, benefit.reward()).words();
                        BenefitDays.of(benefit.occasion(), benefit.day(), month, asked == null ? null : asked.member())
                                .ifPresent(days -> entries.add(BenefitDays.entry(
                                        benefit.occasion(), row.getId().toString(), row.getName(), reward, days)));
                    }
                });
        return entries;
    }

    /// What the programme promises and nothing hands out.
    private static List<Entry> promises(ProgrammeDefinition programme, YearMonth month, @Nullable Asked asked) {
        List<Entry> entries = new ArrayList<>();
        for (HeldBenefit held : programme.benefits()) {
            Benefit benefit = held.benefit();
            boolean theirs = asked == null
                    || (held.plan() == null
                            ? Objects.equals(held.tier(), asked.member().tier())
                            : asked.plans().contains(held.plan()));
            if (benefit.gives() == null && theirs) {
                Text whose = Text.same(programme.holder(held));
                BenefitDays.of(benefit.every(), benefit.day(), month, asked == null ? null : asked.member())
                        .ifPresent(days -> entries.add(
                                BenefitDays.entry(benefit.every(), held.pointer(), benefit.name(), whose, days)));
            }
        }
        return entries;
    }
}
