package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.Segments;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.Outreach;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Three segments, two templates and one broadcast to begin with.
@Component
class FirstCampaign {

    private static final double HOLDOUT_PERCENT = 10;
    private static final int WINDOW_DAYS = 7;

    /// No word of it is the customer's own: so one call carries it to all friends of a guide.
    private static final String WECOM_TEXT = """
            您好，我是{{ store.name | default: "门店" }}的{{ guide.name | default: "茶艺顾问" }}。
            好久不见，店里新到了一批应季好茶，为老朋友留了一份品鉴装：
            {{ link }}
            有任何关于泡茶的问题，随时找我。""";

    private static final String EMAIL_SUBJECT = "{{ customer.name | default: \"您好\" }}，应季新茶到店了";

    private static final String EMAIL_TEXT = """
            {{ customer.name | default: "您好" }}：

            应季新茶已经到店，会员可先品后买。看看有没有您喜欢的：
            {{ link }}

            泊檐茶""";

    private final SeededWorlds worlds;
    private final Segments segments;
    private final Outreach outreach;

    FirstCampaign(SeededWorlds worlds, Segments segments, Outreach outreach) {
        this.worlds = worlds;
        this.segments = segments;
        this.outreach = outreach;
    }

    /// Makes all of it once, or nothing.
    ///
    /// @param shop where links lead
    @Transactional
    BroadcastId prepare(Brand brand, String shop) {
        Long made = worlds.lock(brand).broadcast();
        if (made != null) {
            return new BroadcastId(made);
        }
        SegmentId sleeping = segments.create(
                brand, "沉睡顾客", "买过，但最近 90 天没有再买", new OrdersCondition(Measure.RECENCY, Bound.AT_LEAST, 90, null));
        segments.create(
                brand,
                "高价值顾客",
                "最近一年净消费满 1500 元",
                new OrdersCondition(Measure.SUM, Bound.AT_LEAST, 1_500_00, new Last(365)));
        segments.create(brand, "新客未复购", "最近 60 天首购，还没有第二单", boughtOnceLately());
        long wecom = outreach.write(brand, "老友回访（企业微信）", ChannelKind.WECOM, null, WECOM_TEXT, shop);
        outreach.write(brand, "新茶到店（邮件）", ChannelKind.EMAIL, EMAIL_SUBJECT, EMAIL_TEXT, shop);
        BroadcastId broadcast = outreach.draft(brand, "沉睡顾客唤醒", sleeping, wecom, HOLDOUT_PERCENT, WINDOW_DAYS);
        worlds.broadcast(brand, broadcast.value());
        return broadcast;
    }

    private static Condition boughtOnceLately() {
        return new And(List.of(
                new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null),
                new OrdersCondition(Measure.COUNT, Bound.AT_MOST, 1, null),
                new OrdersCondition(Measure.RECENCY, Bound.AT_MOST, 60, null)));
    }
}
