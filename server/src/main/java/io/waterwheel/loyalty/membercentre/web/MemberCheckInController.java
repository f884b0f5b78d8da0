package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CheckIns;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.MemberReward;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/check-ins")
@Tag(name = "member-centre")
class MemberCheckInController {

    private final CheckIns checkIns;

    MemberCheckInController(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    /// @param open   whether the brand has check-ins
    /// @param streak days in a row, today counted if done
    /// @param ahead  what today, if not done, and the days after bring
    /// @param days   the days of this month on which they did
    record MemberCheckIns(
            boolean open, LocalDate today, boolean done, int streak, List<CheckInAhead> ahead, List<LocalDate> days) {}

    record CheckInAhead(LocalDate day, int streak, long points, List<String> bonus) {}

    record CheckInDone(int streak, long points, List<String> bonus, boolean repeated) {}

    @GetMapping
    @Operation(summary = "Where the member stands today")
    MemberCheckIns getMemberCheckIns(@PathVariable Brand brand, Member member, Locale locale) {
        CheckIns.Status status = checkIns.status(brand, member.customer());
        return new MemberCheckIns(
                status.open(),
                status.today(),
                status.done(),
                status.streak(),
                status.ahead().stream()
                        .map(day -> new CheckInAhead(day.day(), day.streak(), day.points(), words(day.bonus(), locale)))
                        .toList(),
                status.days());
    }

    @PostMapping
    @Operation(summary = "Checks in for today; a second time changes nothing")
    CheckInDone checkInMember(@PathVariable Brand brand, Member member, Locale locale) {
        return switch (checkIns.checkIn(brand, member.customer())) {
            case CheckIns.CheckedIn.Done done ->
                new CheckInDone(done.streak(), done.points(), words(done.bonus(), locale), done.repeated());
            case CheckIns.CheckedIn.Refused(var why) ->
                throw new Problem(MemberCentreProblem.MEMBER_PLAY_REFUSED).with("why", why);
        };
    }

    private static List<String> words(List<MemberReward> rewards, Locale locale) {
        return rewards.stream().map(reward -> reward.words().in(locale)).toList();
    }
}
