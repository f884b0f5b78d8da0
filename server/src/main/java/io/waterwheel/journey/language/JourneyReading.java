package io.waterwheel.journey.language;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Names;
import io.waterwheel.segment.language.Reading;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A journey in Chinese and English: one line each for who comes in, what happens at each node, what it is for,
/// and who leaves early.
public final class JourneyReading {

    private final Currency currency;
    private final Names names;
    private final Known known;

    private JourneyReading(Currency currency, Names names, Known known) {
        this.currency = currency;
        this.names = names;
        this.known = known;
    }

    /// @param nodes in words, by node id
    public record Read(Text trigger, Map<String, Text> nodes, Text goal, List<Text> exitRules, Text reentry) {}

    /// @param currency the brand's, in which sums are told
    public static Read of(JourneyDefinition journey, Currency currency, Names names, Known known) {
        JourneyReading reading = new JourneyReading(currency, names, known);
        Map<String, Text> nodes = new LinkedHashMap<>();
        journey.nodes().forEach(node -> nodes.put(node.id(), reading.step(node.step())));
        return new Read(
                reading.trigger(journey.trigger()),
                nodes,
                reading.goal(journey.goal()),
                journey.exitRules().stream().map(reading::rule).toList(),
                reentry(journey.reentry()));
    }

    private Text trigger(Trigger trigger) {
        return switch (trigger) {
            case OnEvent(var event) -> {
                Text read = Reading.of(event);
                yield new Text("发生" + read.zh(), read.en() + " happens");
            }
            case OnSegment(String id, boolean entered) -> {
                String name = segment(id);
                yield new Text(
                        (entered ? "进入人群“" : "离开人群“") + name + "”",
                        (entered ? "enters the segment “" : "leaves the segment “") + name + "”");
            }
            case OnDay day -> day(day);
            case OnSchedule schedule -> schedule(schedule);
            case OnRequest _ -> new Text("由系统、人员或其他旅程送入", "let in by a system, a person or another journey");
        };
    }

    private static Text day(OnDay day) {
        String zh = switch (day.attribute()) {
            case "birthday" -> "生日";
            case "memberSince" -> day.everyYear() ? "入会周年" : "入会日期";
            default -> day.attribute();
        };
        int days = Math.abs(day.daysBefore());
        if (days == 0) {
            return new Text(zh + "当天 " + day.time(), "on the day of " + day.attribute() + " at " + day.time());
        }
        boolean before = day.daysBefore() > 0;
        return new Text(
                zh + (before ? "前 " : "后 ") + days + " 天 " + day.time(),
                days + (days == 1 ? " day " : " days ") + (before ? "before " : "after ") + day.attribute() + " at "
                        + day.time());
    }

    private Text schedule(OnSchedule schedule) {
        String name = segment(schedule.segment());
        Text when = switch (schedule.every()) {
            case DAY -> new Text("每天", "every day");
            case WEEK -> days(schedule.weekdays());
            case MONTH ->
                new Text("每月 " + schedule.dayOfMonth() + " 日", "on day " + schedule.dayOfMonth() + " of the month");
        };
        return new Text(
                when.zh() + " " + schedule.time() + "，人群“" + name + "”的所有人",
                "everybody in the segment “" + name + "” " + when.en() + " at " + schedule.time());
    }

    private static Text days(List<Weekday> weekdays) {
        return weekdays.isEmpty()
                ? new Text("", "")
                : new Text(
                        weekdays.stream().map(Weekday::zh).collect(Collectors.joining("、")),
                        "on " + weekdays.stream().map(Weekday::en).collect(Collectors.joining(", ")));
    }

    private Text step(Step step) {
        return switch (step) {
            case Delay(Span span) -> {
                Text length = span(span);
                yield new Text("等 " + length.zh(), "wait " + length.en());
            }
            case UntilTime(String time, List<Weekday> weekdays) -> {
                Text days = days(weekdays);
                yield new Text(
                        "等到" + days.zh() + " " + time,
                        "wait until " + time + (days.en().isEmpty() ? "" : " " + days.en()));
            }
            case UntilEvent(var event, Span timeout) -> {
                Text read = Reading.of(event);
                Text length = span(timeout);
                yield new Text(
                        "等" + read.zh() + "发生，最多 " + length.zh(), "wait for " + read.en() + ", at most " + length.en());
            }
            case Branch(List<Branch.Case> cases) ->
                joined(
                        cases.stream()
                                .map(one -> {
                                    Text condition = condition(one.condition());
                                    return new Text(
                                            one.exit() + "：" + condition.zh(), one.exit() + ": " + condition.en());
                                })
                                .toList(),
                        "；",
                        "; ");
            case Split(List<Split.Arm> arms) -> {
                String shares = arms.stream()
                        .map(arm -> arm.exit() + " " + arm.weight())
                        .collect(Collectors.joining(" : "));
                yield new Text("随机分流 " + shares, "split by chance " + shares);
            }
            case Holdout(var percent) ->
                new Text(
                        "留 " + percent.toPlainString() + "% 作对照",
                        "keep back " + percent.toPlainString() + " % to compare");
            case Message message -> {
                String name = known.template(message.template()).orElse(message.template());
                yield new Text("发送“" + name + "”", "send “" + name + "”");
            }
            case ChangeTag change -> {
                String name = known.tag(change.tag()).orElse(change.tag());
                yield new Text(
                        (change.added() ? "打标签“" : "去掉标签“") + name + "”",
                        (change.added() ? "add the tag “" : "remove the tag “") + name + "”");
            }
            case GuideWork work -> {
                Text length = span(work.deadline());
                yield new Text(
                        "请导购“" + work.title() + "”，限 " + length.zh(),
                        "ask the guide to “" + work.title() + "” within " + length.en());
            }
            case GivePoints(int points) ->
                new Text("送 " + points + " 积分", points == 1 ? "give 1 point" : "give " + points + " points");
            case GiveCoupon(String template) -> {
                String name = known.coupon(template).orElse(template);
                yield new Text("送券“" + name + "”", "give the coupon “" + name + "”");
            }
            case Webhook(String name) -> new Text("通知外部系统“" + name + "”", "tell other systems “" + name + "”");
            case EnterJourney(String journey) -> {
                String name = known.journey(journey).orElse(journey);
                yield new Text("进入旅程“" + name + "”", "enter the journey “" + name + "”");
            }
            case Leave _ -> new Text("结束", "end");
        };
    }

    private Text goal(@Nullable Goal goal) {
        return switch (goal) {
            case null -> new Text("没有目标", "no goal");
            case EventGoal asked -> goal(Reading.of(asked.event()), asked);
            case ConditionGoal asked -> goal(condition(asked.condition()), asked);
        };
    }

    private static Text goal(Text read, Goal goal) {
        int days = goal.withinDays();
        return new Text(
                "进入后 " + days + " 天内" + read.zh() + (goal.leave() ? "，达成即结束" : ""),
                read.en() + " within " + (days == 1 ? "a day" : days + " days") + " of coming in"
                        + (goal.leave() ? ", which ends the journey" : ""));
    }

    private Text rule(ExitRule rule) {
        Text read = switch (rule) {
            case ExitOnEvent(var event) -> Reading.of(event);
            case ExitOnCondition(Condition condition) -> condition(condition);
        };
        return new Text(read.zh() + "时退出", "leaves when " + read.en());
    }

    private static Text reentry(Reentry reentry) {
        String key = reentry.key() == null ? "" : reentry.key();
        Text each = key.isEmpty() ? new Text("", "") : new Text("（按 " + key + " 区分）", " (for each " + key + ")");
        return switch (reentry.rule()) {
            case NEVER -> new Text("只进入一次" + each.zh(), "comes in once" + each.en());
            case AFTER_EXIT -> new Text("退出后可再进入" + each.zh(), "may come in again after leaving" + each.en());
            case AFTER_DAYS ->
                new Text(
                        "上次进入 " + reentry.days() + " 天后可再进入" + each.zh(),
                        "may come in again " + reentry.days() + " days after the last time" + each.en());
            case ALWAYS -> new Text("每次都可进入" + each.zh(), "comes in every time" + each.en());
        };
    }

    private Text condition(Condition condition) {
        return Reading.of(condition, currency, names);
    }

    private String segment(String id) {
        return known.segment(id).orElse(id);
    }

    private static Text span(Span span) {
        int amount = span.amount();
        return switch (span.unit()) {
            case MINUTES -> new Text(amount + " 分钟", amount + (amount == 1 ? " minute" : " minutes"));
            case HOURS -> new Text(amount + " 小时", amount + (amount == 1 ? " hour" : " hours"));
            case DAYS -> new Text(amount + " 天", amount + (amount == 1 ? " day" : " days"));
        };
    }

    private static Text joined(List<Text> texts, String zh, String en) {
        return new Text(
                texts.stream().map(Text::zh).collect(Collectors.joining(zh)),
                texts.stream().map(Text::en).collect(Collectors.joining(en)));
    }
}
