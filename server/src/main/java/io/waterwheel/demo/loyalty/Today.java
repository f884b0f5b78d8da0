package io.waterwheel.demo.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.Draws;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.loyalty.CheckIns;
import io.waterwheel.loyalty.LuckyDraw;
import io.waterwheel.loyalty.Mall;
import io.waterwheel.loyalty.MallAddress;
import io.waterwheel.loyalty.MallOffer;
import io.waterwheel.loyalty.MallWish;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/// Some members are up early today: they check in, and a few draw or order something for their points.
@Component
class Today {

    private static final int EARLY = 150;
    private static final double DRAWS = 0.3;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int MOST_LOOKS = 600;
    private static final double ORDERS = 0.2;

    private final CheckIns checkIns;
    private final LuckyDraw draw;
    private final Mall mall;

    Today(CheckIns checkIns, LuckyDraw draw, Mall mall) {
        this.checkIns = checkIns;
        this.draw = draw;
        this.mall = mall;
    }

    /// Done again, it changes nothing that a person would notice: who has checked in has, and keys name the rest.
    void live(JobRun run, Brand brand, List<CustomerNo> members, long seed) throws InterruptedException {
        if (members.isEmpty()) {
            return;
        }
        int step = Math.max(1, members.size() / EARLY);
        for (int at = 0; at < members.size(); at += step) {
            run.checkStop();
            CustomerNo member = members.get(at);
            Draws draws = Draws.of(seed, "today", at);
            checkIns.checkIn(brand, member);
            if (draws.chance(DRAWS)) {
                play(brand, member);
            }
            if (draws.chance(ORDERS)) {
                order(brand, member, draws);
            }
        }
    }

    /// Who joined is a member some moments later.
    ///
    /// @param last who joined last
    void untilKnown(JobRun run, Brand brand, CustomerNo last) throws InterruptedException {
        for (int looks = 0; looks < MOST_LOOKS && !checkIns.status(brand, last).open(); looks++) {
            run.checkStop();
            Thread.sleep(LOOK_EVERY);
        }
    }

    private void play(Brand brand, CustomerNo member) {
        for (LuckyDraw.DrawOffer offer : draw.draws(brand, member)) {
            if (offer.whyNot() == null) {
                draw.draw(brand, member, offer.id(), "demo/" + member);
            }
        }
    }

    private void order(Brand brand, CustomerNo member, Draws draws) {
        List<MallOffer> offers = mall.offers(brand, member).stream()
                .filter(offer -> offer.whyNot() == null)
                .toList();
        if (!offers.isEmpty()) {
            MallOffer offer = draws.one(offers);
            MallAddress address = offer.delivery() ? new MallAddress("演示会员", "15400000000", "上海市黄浦区演示路 1 号") : null;
            mall.order(brand, member, new MallWish("demo/" + member, offer.id(), 1, null, address));
        }
    }
}
