package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A programme in Chinese and English, one line for each rule, for how points last, for each tier and each paid
/// membership.
public final class ProgrammeReading {

    private final Names names;
    private final ProgrammeDefinition programme;

    private ProgrammeReading(ProgrammeDefinition programme, Names names) {
        this.programme = programme;
        this.names = names;
    }

    /// @param earn  in the order of the rules
    /// @param tiers in their order; how they are kept stands before them
    @Schema(name = "ProgrammeInWords")
    public record Read(List<Text> earn, Text stacking, Text points, List<Text> tiers, List<Text> plans) {}

    public static Read of(ProgrammeDefinition programme, Names names) {
        ProgrammeReading reading = new ProgrammeReading(programme, names);
        return new Read(
                programme.earn().stream().map(reading::rule).toList(),
                new Text(
                        programme.stacking().words().zh() + "，"
                                + programme.rounding().words().zh()
                                + capped(programme.caps()).zh(),
                        "Of several multipliers " + programme.stacking().words().en() + "; "
                                + programme.rounding().words().en()
                                + capped(programme.caps()).en()),
                points(programme.points()),
                reading.tiers(),
                programme.plans().stream().map(reading::plan).toList());
    }

    private Text rule(EarnRule rule) {
        Text gives = gives(rule.grant());
        StringBuilder zh = new StringBuilder(rule.name()).append("：");
        StringBuilder en = new StringBuilder(rule.name()).append(": ");
        if (rule.segment() != null) {
            String name = names.segment(rule.segment()).orElse(rule.segment());
            zh.append("人群“").append(name).append("”");
            en.append("for the segment “").append(name).append("” ");
        }
        for (When when : rule.when()) {
            Text condition = when(when);
            zh.append(condition.zh()).append("，");
            en.append(condition.en()).append(", ");
        }
        zh.append(gives.zh()).append(days(rule).zh()).append(capped(rule.caps()).zh());
        en.append(gives.en()).append(days(rule).en()).append(capped(rule.caps()).en());
        return new Text(zh.toString(), en.toString());
    }

    private static Text gives(Grant grant) {
        return switch (grant) {
            case Grant.PerAmount(long points, BigDecimal amount) ->
                new Text(
                        "每消费 " + amount.toPlainString() + " 得 " + points + " 分",
                        points + " points for every " + amount.toPlainString() + " paid");
            case Grant.PerOrder(long points) -> new Text("每单得 " + points + " 分", points + " points an order");
            case Grant.Multiply(BigDecimal factor) ->
                new Text("积分 × " + factor.toPlainString(), "points × " + factor.toPlainString());
            case Grant.OnEvent(var event, long points, boolean fromPages) -> {
                Text read = Reading.of(event);
                yield new Text(
                        read.zh() + "得 " + points + " 分" + (fromPages ? "（网页、App 上报的也算）" : ""),
                        points + " points for " + read.en() + (fromPages ? " (also as told by pages and apps)" : ""));
            }
        };
    }

    private Text when(When when) {
        return switch (when) {
            case When.Sold(SoldFact fact, List<String> values) -> {
                String told = values.stream().limit(5).collect(Collectors.joining("、"))
                        + (values.size() > 5 ? "…（" + values.size() + "）" : "");
                yield new Text(fact.words().zh() + "为 " + told, fact.words().en() + " " + told);
            }
            case When.AtLeast(BigDecimal amount) ->
                new Text("单笔满 " + amount.toPlainString(), "orders from " + amount.toPlainString());
            case When.FirstOrder _ -> new Text("首单", "first order");
            case When.OfTier(List<String> tiers) -> {
                String told = tiers.stream().map(this::tier).collect(Collectors.joining("、"));
                yield new Text(told + "会员", told + " members");
            }
            case When.OnWeekdays(List<ProgrammeWeekday> days) ->
                new Text(
                        "每" + days.stream().map(day -> day.words().zh()).collect(Collectors.joining("、")),
                        "on " + days.stream().map(day -> day.words().en()).collect(Collectors.joining(", ")));
            case When.OnMonthDays(List<Integer> days) -> {
                String told = days.stream().map(String::valueOf).collect(Collectors.joining("、"));
                yield new Text("每月 " + told + " 日", "on day " + told + " of the month");
            }
            case When.NearBirthday(BirthdaySpan span) ->
                new Text(span.words().zh(), "on " + span.words().en());
        };
    }

    private String tier(String id) {
        TierScheme tiers = programme.tiers();
        int index = tiers == null ? -1 : tiers.index(id);
        return tiers == null || index < 0 ? id : tiers.tiers().get(index).name();
    }

    private static Text days(EarnRule rule) {
        String zh =
                (rule.from() == null ? "" : "，自 " + rule.from()) + (rule.until() == null ? "" : "，至 " + rule.until());
        String en = (rule.from() == null ? "" : ", from " + rule.from())
                + (rule.until() == null ? "" : ", until " + rule.until());
        return new Text(zh, en);
    }

    private static Text capped(Caps caps) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        cap(caps.perOrder(), "单笔", "an order", zh, en);
        cap(caps.perDay(), "每人每天", "a day", zh, en);
        cap(caps.perMonth(), "每人每月", "a month", zh, en);
        cap(caps.budget(), "总计", "in all", zh, en);
        return new Text(zh.toString(), en.toString());
    }

    private static void cap(@Nullable Long cap, String zhOf, String enOf, StringBuilder zh, StringBuilder en) {
        if (cap != null) {
            zh.append("，").append(zhOf).append("最多 ").append(cap).append(" 分");
            en.append(", at most ").append(cap).append(' ').append(enOf);
        }
    }

    private static Text points(PointsRules points) {
        Text lost = switch (points.expiry()) {
            case Expiry.Never _ -> new Text("永不过期", "never expire");
            case Expiry.AfterMonths(int months) ->
                new Text("获得后 " + months + " 个月的月末过期", "expire at the end of the month " + months + " months later");
            case Expiry.OnDayOfYear(int month, int day, int years) ->
                new Text(
                        (years == 1 ? "" : "第 " + years + " 个") + month + " 月 " + day + " 日过期",
                        "expire on day " + day + " of month " + month + (years == 1 ? "" : ", the " + years + ". one"));
        };
        int pending = points.pendingDays();
        return new Text(
                (pending == 0 ? "立即可用，" : pending + " 天后可用，") + lost.zh() + "；退货时已花掉的："
                        + points.debt().words().zh(),
                (pending == 0 ? "can be spent at once, " : "can be spent after " + pending + " days, ") + lost.en()
                        + "; of points taken back that were spent: "
                        + points.debt().words().en());
    }

    private List<Text> tiers() {
        TierScheme scheme = programme.tiers();
        if (scheme == null) {
            return List.of(new Text("没有等级", "no tiers"));
        }
        Text period = switch (scheme.period()) {
            case TierPeriod.Rolling(int months) ->
                new Text("最近 " + months + " 个月", "of the last " + months + " months");
            case TierPeriod.Calendar(int first) ->
                new Text(first == 1 ? "自然年" : "从 " + first + " 月起的一年", "of the year that begins with month " + first);
        };
        List<Text> read = new ArrayList<>();
        read.add(new Text(
                "按" + period.zh() + scheme.basis().words().zh() + "升级，即时生效；到期未达"
                        + scheme.downgrade().words().zh()
                        + (scheme.graceDays() == 0 ? "" : "，宽限 " + scheme.graceDays() + " 天") + "；退货："
                        + scheme.onRefund().words().zh(),
                "by " + scheme.basis().words().en() + " " + period.en()
                        + ", upgraded at once; who does not keep it goes "
                        + scheme.downgrade().words().en()
                        + (scheme.graceDays() == 0 ? "" : " after " + scheme.graceDays() + " more days")
                        + "; on refunds " + scheme.onRefund().words().en()));
        for (Tier tier : scheme.tiers()) {
            List<Text> benefits =
                    tier.benefits().stream().map(ProgrammeReading::benefit).toList();
            StringBuilder zh = new StringBuilder(tier.name())
                    .append("：满 ")
                    .append(tier.threshold().toPlainString());
            StringBuilder en = new StringBuilder(tier.name())
                    .append(": from ")
                    .append(tier.threshold().toPlainString());
            benefits.forEach(benefit -> {
                zh.append(benefits.getFirst().equals(benefit) ? "，" : "、").append(benefit.zh());
                en.append(", ").append(benefit.en());
            });
            read.add(new Text(zh.toString(), en.toString()));
        }
        return read;
    }

    private static Text benefit(Benefit benefit) {
        return benefit.gives() == null
                ? Text.same(benefit.name())
                : new Text(
                        benefit.name() + "（" + benefit.every().words().zh() + "自动发放）",
                        benefit.name() + " (given " + benefit.every().words().en() + ")");
    }

    private Text plan(PaidPlan plan) {
        String tier = plan.tier() == null ? "" : tier(plan.tier());
        return new Text(
                plan.name() + "：" + plan.price().toPlainString() + " / " + plan.months() + " 个月"
                        + (tier.isEmpty() ? "" : "，享 " + tier) + "，提前结束"
                        + plan.refund().words().zh(),
                plan.name() + ": " + plan.price().toPlainString() + " for " + plan.months() + " months"
                        + (tier.isEmpty() ? "" : ", with " + tier) + "; ended early, given back is "
                        + plan.refund().words().en());
    }
}
