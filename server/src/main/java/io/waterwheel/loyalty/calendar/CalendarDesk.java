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
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.reward.RewardCheck;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        return entries(
                brand,
                month,
                new RuleDays.Member(
                        tiers.of(database, brand.id(), customer, accounts, clock.instant())
                                .map(Tier::id)
                                .orElse(null),
                        facts.isEmpty() ? null : facts.getFirst().birthday()));
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

    private List<Entry> entries(Brand brand, YearMonth month, RuleDays.@Nullable Member member) {
        List<Entry> entries = new ArrayList<>();
        programmes
                .current(database, brand.id())
                .ifPresent(live -> live.definition().earn().stream()
                        // What a segment gets is not shown to all, nor to those who may not be in it.
                        .filter(rule -> rule.segment() == null)
                        .forEach(rule -> RuleDays.of(rule, month, member).ifPresent(entries::add)));
        entries.addAll(benefits(brand, month, member));
        entries.addAll(offers.of(brand, month, member == null ? null : member.tier(), member != null));
        entries.sort(Comparator.comparing(Entry::kind)
                .thenComparing(entry ->
                        entry.days().isEmpty() ? LocalDate.MAX : entry.days().getFirst())
                .thenComparing(Entry::name));
        return entries;
    }

    private List<Entry> benefits(Brand brand, YearMonth month, RuleDays.@Nullable Member member) {
        List<Entry> entries = new ArrayList<>();
        database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .and(BENEFIT_RULE.ACTIVE)
                .orderBy(BENEFIT_RULE.ID)
                .forEach(row -> {
                    NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
                    boolean theirs = member == null
                            || benefit.tiers().isEmpty()
                            || member.tier() != null && benefit.tiers().contains(member.tier());
                    List<LocalDate> days = days(benefit, month, member);
                    if (theirs && days != null) {
                        Text reward = words.words(brand, benefit.reward()).words();
                        entries.add(new Entry(
                                benefit.occasion() == BenefitOccasion.BIRTHDAY ? Kind.BIRTHDAY : Kind.BENEFIT,
                                Long.toString(row.getId()),
                                row.getName(),
                                reward,
                                days));
                    }
                });
        return entries;
    }

    /// @return empty where it depends on the member, null where it is not in this month
    private static @Nullable List<LocalDate> days(
            NewBenefit benefit, YearMonth month, RuleDays.@Nullable Member member) {
        return switch (benefit.occasion()) {
            case MONTH -> List.of(month.atDay(1));
            case YEAR -> month.getMonthValue() == 1 ? List.of(month.atDay(1)) : null;
            case REACHED -> null;
            case BIRTHDAY -> {
                if (member == null) {
                    yield List.of();
                }
                LocalDate birthday = member.birthday();
                List<LocalDate> days = birthday == null
                        ? List.of()
                        : MonthDays.where(
                                month,
                                day -> DuePeriod.on(birthday, day.getYear()).equals(day));
                yield days.isEmpty() ? null : days;
            }
        };
    }
}
