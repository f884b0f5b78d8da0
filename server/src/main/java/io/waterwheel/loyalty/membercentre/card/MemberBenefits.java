package io.waterwheel.loyalty.membercentre.card;

import io.waterwheel.loyalty.BenefitCalendar;
import io.waterwheel.loyalty.BenefitCalendar.Entry;
import io.waterwheel.loyalty.membercentre.card.BenefitsSeen.Ahead;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The benefit calendar as its member sees it; coupons, the mall, draws and tasks have pages of their own.
@Component
public class MemberBenefits {

    private final BenefitCalendar calendar;
    private final InstantSource clock;

    MemberBenefits(BenefitCalendar calendar, InstantSource clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    public BenefitsSeen of(Member member, Locale locale) {
        LocalDate today = member.brand().dayOf(clock.instant());
        YearMonth month = YearMonth.from(today);
        List<Ahead> ahead = Stream.of(month, month.plusMonths(1))
                .flatMap(one -> calendar.month(member.brand(), member.customer(), one).stream())
                .filter(MemberBenefits::isShown)
                .map(entry -> new Ahead(
                        entry.name(),
                        entry.words().in(locale),
                        entry.days().stream()
                                .filter(day -> !day.isBefore(today))
                                .toList()))
                .filter(entry -> !entry.days().isEmpty())
                .sorted(Comparator.comparing(entry -> entry.days().getFirst()))
                .toList();
        return new BenefitsSeen(ahead, calendar.given(member.brand(), member.customer()));
    }

    private static boolean isShown(Entry entry) {
        return switch (entry.kind()) {
            case MEMBER_DAY, RULE, BIRTHDAY, BENEFIT -> true;
            case COUPON, MALL, DRAW, TASK -> false;
        };
    }
}
