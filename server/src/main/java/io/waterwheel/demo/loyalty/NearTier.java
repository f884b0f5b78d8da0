package io.waterwheel.demo.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.journey.JourneyStarts;
import io.waterwheel.touch.Outreach;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A journey that runs: whoever is near to one of the upper tiers hears of it from their guide, and is waited for.
@Component
class NearTier {

    private static final String DEFINITION = "near-tier-journey.json";
    private static final String NAME = "就差一点升级";
    private static final String WHAT = "离金叶、墨玉只差一单的会员，由顾问提醒一次，再等一个月看有没有升级。";

    /// No word of it is the customer's own: so one call carries it to all friends of a guide.
    private static final String TEXT = """
            您好，我是{{ store.name | default: "门店" }}的{{ guide.name | default: "茶艺顾问" }}。
            您离下一级会员只差一点，升级后有新茶试饮和包邮券。
            想看看这一季适合您的茶，随时找我。""";

    private final JourneyStarts journeys;
    private final Outreach outreach;

    NearTier(JourneyStarts journeys, Outreach outreach) {
        this.journeys = journeys;
        this.outreach = outreach;
    }

    /// Once; before anybody is told to be near.
    @Transactional
    public void start(Brand brand) {
        journeys.start(brand, NAME, WHAT, () -> {
            long template = outreach.write(brand, "差一点升级（企业微信）", ChannelKind.WECOM, null, TEXT, null);
            return DemoFile.read(DEFINITION).replace("\"@near\"", "\"" + template + "\"");
        });
    }
}
