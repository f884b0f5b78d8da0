package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.LuckyDraw;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/draws")
@Tag(name = "member-centre")
class MemberDrawController {

    private static final int LONGEST_KEY = 100;

    private final LuckyDraw draws;

    MemberDrawController(LuckyDraw draws) {
        this.draws = draws;
    }

    /// @param price   in points where no chance is left; null where it takes a chance
    /// @param left    how often they may still draw today
    /// @param promise SHA-256 of the seed all rolls come from; `seed` once the draw is over
    /// @param whyNot  why this member cannot draw now
    record DrawSeen(
            String id,
            String name,
            @Nullable Long price,
            int chances,
            int left,
            List<PrizeSeen> prizes,
            @Nullable Instant until,
            String promise,
            @Nullable String seed,
            @Nullable String whyNot) {}

    record PrizeSeen(String id, String name, String reward) {}

    /// @param prize  what was won; null for nothing
    /// @param reward what that brings, in words
    record PlaySeen(
            String number,
            String draw,
            Instant at,
            @Nullable String prize,
            @Nullable String reward) {

        static PlaySeen of(LuckyDraw.Play play, Locale locale) {
            return new PlaySeen(
                    play.number(),
                    play.draw(),
                    play.at(),
                    play.prize(),
                    play.reward() == null ? null : play.reward().words().in(locale));
        }
    }

    /// @param key made up by the page, and sent again when it got no answer
    record PlayWish(String key) {}

    @GetMapping
    List<DrawSeen> listMemberDraws(@PathVariable Brand brand, Member member, Locale locale) {
        return draws.draws(brand, member.customer()).stream()
                .map(draw -> new DrawSeen(
                        draw.id(),
                        draw.name(),
                        draw.price(),
                        draw.chances(),
                        draw.left(),
                        draw.prizes().stream()
                                .map(prize -> new PrizeSeen(
                                        prize.id(),
                                        prize.name(),
                                        prize.reward().words().in(locale)))
                                .toList(),
                        draw.until(),
                        draw.promise(),
                        draw.seed(),
                        draw.words() == null ? null : draw.words().in(locale)))
                .toList();
    }

    @GetMapping("/plays")
    @Operation(summary = "What the member drew, the newest first")
    List<PlaySeen> listMemberPlays(@PathVariable Brand brand, Member member, Locale locale) {
        return draws.plays(brand, member.customer()).stream()
                .map(play -> PlaySeen.of(play, locale))
                .toList();
    }

    @PostMapping("/{draw}/plays")
    @Operation(summary = "Draws once for each key")
    PlaySeen playMemberDraw(
            @PathVariable Brand brand,
            @PathVariable String draw,
            Member member,
            @RequestBody PlayWish wish,
            Locale locale) {
        if (wish.key().isBlank() || wish.key().length() > LONGEST_KEY) {
            throw new Problem(KernelProblem.INVALID).outside("/key", "length", 1, LONGEST_KEY);
        }
        return switch (draws.draw(brand, member.customer(), draw, wish.key())) {
            case LuckyDraw.Drawn.Done(var play, var _) -> PlaySeen.of(play, locale);
            case LuckyDraw.Drawn.Refused(var _, var words) ->
                throw new Problem(MemberCentreProblem.MEMBER_PLAY_REFUSED).with("why", words);
        };
    }
}
