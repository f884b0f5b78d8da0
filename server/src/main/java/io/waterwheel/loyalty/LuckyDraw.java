package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lucky draws, as one member sees them.
public interface LuckyDraw {

    /// The draws that are on, with why this member cannot draw now where that is so.
    List<DrawOffer> draws(Brand brand, CustomerNo member);

    /// Draws once, with a chance of the member's if there is one, or else for points. Asked again with the same
    /// key it is the same draw. Not within a transaction of the caller's.
    ///
    /// @param key the page makes one up and sends it again when it got no answer; at most 100 characters
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    Drawn draw(Brand brand, CustomerNo member, String draw, String key);

    /// The member's draws, the newest first, at most a hundred.
    List<Play> plays(Brand brand, CustomerNo member);

    /// @param id      a text
    /// @param price   in points, where no chance is left; null where it takes one
    /// @param chances how many the member has free
    /// @param left    how often they may still draw today
    /// @param prizes  in the order of the wheel
    /// @param promise SHA-256 of the seed all rolls come from, in hex: it was there before anybody drew
    /// @param seed    the seed, once the draw is over: whoever wants may work the rolls out again
    record DrawOffer(
            String id,
            String name,
            @Nullable Long price,
            int chances,
            int left,
            List<Prize> prizes,
            @Nullable Instant from,
            @Nullable Instant until,
            String promise,
            @Nullable String seed,
            @Nullable DrawRefusal whyNot,
            @Nullable Text words) {}

    /// @param left null where there is no end
    @Schema(name = "DrawPrize")
    record Prize(
            String id,
            String name,
            MemberReward reward,
            @Nullable Integer left) {}

    /// One draw.
    ///
    /// @param number its number, from which the roll comes
    /// @param roll   0 to 999,999; null as long as its points are being asked for
    /// @param prize  what was won; null for nothing
    @Schema(name = "DrawPlay")
    record Play(
            String number,
            String draw,
            Instant at,
            long price,
            @Nullable Integer roll,
            @Nullable String prize,
            @Nullable MemberReward reward) {}

    /// What became of it.
    sealed interface Drawn {

        /// @param repeated whether this key was drawn before
        record Done(Play play, boolean repeated) implements Drawn {}

        /// No points were taken and no chance was used.
        record Refused(DrawRefusal why, Text words) implements Drawn {}
    }

    /// Why somebody cannot draw now.
    enum DrawRefusal {
        @JsonProperty("not-a-member")
        NOT_A_MEMBER("还不是会员", "Not a member yet"),
        @JsonProperty("not-yet")
        NOT_YET("抽奖还没有开始", "It has not begun"),
        @JsonProperty("over")
        OVER("抽奖已结束", "It is over"),
        @JsonProperty("daily-limit")
        DAILY_LIMIT("今天的次数已用完，明天再来", "No draws are left today"),
        @JsonProperty("no-chance")
        NO_CHANCE("没有抽奖机会", "No free draw is left"),
        @JsonProperty("points")
        POINTS("积分不足", "Too few points"),
        @JsonProperty("key-taken")
        KEY_TAKEN("该幂等键已用于另一次抽奖", "The key stands for another draw");

        private final Text words;

        DrawRefusal(String zh, String en) {
            this.words = new Text(zh, en);
        }

        public Text words() {
            return words;
        }
    }
}
