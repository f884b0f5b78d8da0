package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Inboxes;
import io.waterwheel.simulator.town.Moment;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Moments (企业发表到客户朋友圈): WeCom doc path/95094 (create, ask for the result, stop), path/93333 (list, each
/// guide's part, who could see it). Each guide must publish it.
final class MomentEndpoints {
    private static final int MOST_TEXT = 2_000;
    private static final int MOST_ATTACHMENTS = 9;
    private static final int MOST_SENDERS = 100_000;
    private static final long MINUTE = 60_000;
    private static final long DAY = 24 * 60 * MINUTE;
    private static final long LONGEST_LIST_SECONDS = 31 * DAY / 1_000;

    private final Town town;
    private final InstantSource clock;

    MomentEndpoints(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    Map<String, Object> add(Call call) {
        var text = Call.text(call.body().path("text"), "content");
        var attachments = call.body().path("attachments");
        if (text.isEmpty() && attachments.isEmpty()) {
            throw new Refused(40063, "text and attachments are both empty");
        }
        if (text.codePointCount(0, text.length()) > MOST_TEXT) {
            throw new Refused(45002, ErrorText.of(45002));
        }
        if (attachments.size() > MOST_ATTACHMENTS) {
            throw new Refused(40058, "at most " + MOST_ATTACHMENTS + " attachments");
        }
        long now = clock.millis();
        limit(now);
        var range = call.body().path("visible_range");
        var senders = range.path("sender_list");
        if (senders.path("user_list").size() > MOST_SENDERS) {
            throw new Refused(40058, "user_list holds at most " + MOST_SENDERS);
        }
        var guides = new LinkedHashSet<String>();
        var invalid = new ArrayList<String>();
        for (var userid : strings(senders.path("user_list"))) {
            if (town.directory().guide(userid).isPresent()) {
                guides.add(userid);
            } else {
                invalid.add(userid);
            }
        }
        guides.addAll(ofDepartments(strings(senders.path("department_list"))));
        if (senders.path("user_list").isEmpty()
                && senders.path("department_list").isEmpty()) {
            town.guides().forEach(guide -> guides.add(guide.userid()));
        }
        var known = knownTags();
        var tags = strings(range.path("external_contact_list").path("tag_list"));
        int number = town.moments().size();
        var jobid = "job" + Opaque.id(town.world().seed(), "jobid", number);
        var momentId = "mom" + Opaque.id(town.world().seed(), "moment", number);
        town.record(new Fact.MomentCreated(
                jobid,
                momentId,
                text,
                List.copyOf(guides),
                tags.stream().filter(known::contains).toList(),
                invalid,
                tags.stream().filter(tag -> !known.contains(tag)).toList(),
                now));
        return Map.of("jobid", jobid);
    }

    private void limit(long now) {
        var limits = town.world().limits();
        var month = Inboxes.monthOf(now);
        long inAMinute = town.moments().stream()
                .filter(moment -> moment.createdAt() > now - MINUTE)
                .count();
        long inAMonth = town.moments().stream()
                .filter(moment -> Inboxes.monthOf(moment.createdAt()).equals(month))
                .count();
        if (inAMinute >= limits.momentsInAMinute() || inAMonth >= limits.momentsInAMonth()) {
            throw new Refused(45009, ErrorText.of(45009));
        }
    }

    private List<String> ofDepartments(List<String> departments) {
        return town.guides().stream()
                .filter(guide ->
                        guide.department().stream().map(String::valueOf).anyMatch(departments::contains))
                .map(Guide::userid)
                .toList();
    }

    private Set<String> knownTags() {
        var known = new LinkedHashSet<String>();
        town.tagGroups().forEach(group -> group.tag().forEach(tag -> known.add(tag.id())));
        return known;
    }

    /// A job can be asked about for a day. 3: done; then a moment without any guide has failed.
    Map<String, Object> result(Call call) {
        var moment = town.moments().stream()
                .filter(one -> one.jobid().equals(call.query("jobid")))
                .filter(one -> one.createdAt() > clock.millis() - DAY)
                .findFirst()
                .orElseThrow(() -> new Refused(40058, "invalid jobid"));
        var result = new LinkedHashMap<String, Object>();
        boolean nobody = moment.guides().isEmpty();
        result.put("errcode", nobody ? 60111 : 0);
        result.put("errmsg", ErrorText.of(nobody ? 60111 : 0));
        result.put("moment_id", nobody ? "" : moment.momentId());
        result.put("invalid_sender_list", Map.of("user_list", moment.invalidGuides(), "department_list", List.of()));
        result.put("invalid_external_contact_list", Map.of("tag_list", moment.invalidTags()));
        return Map.of("status", 3, "type", "add_moment_task", "result", result);
    }

    Map<String, Object> list(Call call) {
        long from = call.number("start_time", 0);
        long to = call.number("end_time", 0);
        if (to < from || to - from > LONGEST_LIST_SECONDS) {
            throw new Refused(40058, "start_time and end_time are at most 30 days apart");
        }
        var moments = town.moments().stream()
                .filter(moment -> !moment.guides().isEmpty())
                .filter(moment -> moment.createdAt() / 1_000 >= from && moment.createdAt() / 1_000 <= to)
                .toList();
        // Every moment here is the corp's; guides publish none of their own.
        var some = call.number("filter_type", 2) == 1 ? List.<Moment>of() : moments;
        var page = CursorPage.of(some, call.text("cursor"), call.limit(50, 100));
        return Map.of(
                "moment_list",
                page.items().stream().map(MomentEndpoints::rendered).toList(),
                "next_cursor",
                page.nextCursor());
    }

    private static Map<String, Object> rendered(Moment moment) {
        var rendered = new LinkedHashMap<String, Object>();
        rendered.put("moment_id", moment.momentId());
        rendered.put("create_time", Long.toString(moment.createdAt() / 1_000));
        rendered.put("create_type", 0);
        rendered.put("visible_type", moment.tags().isEmpty() ? 1 : 0);
        rendered.put("text", Map.of("content", moment.text()));
        return rendered;
    }

    /// Each guide's part; 0 not published, 1 published.
    Map<String, Object> tasks(Call call) {
        var moment = existing(call);
        var page = CursorPage.of(moment.guides(), call.text("cursor"), call.limit(500, 1_000));
        return Map.of(
                "task_list",
                page.items().stream()
                        .map(userid -> Map.of(
                                "userid",
                                userid,
                                "publish_status",
                                moment.published(userid).isPresent() ? "1" : "0"))
                        .toList(),
                "next_cursor",
                page.nextCursor());
    }

    /// Who can see what a guide published.
    Map<String, Object> reached(Call call) {
        var customers = existing(call)
                .published(call.text("userid"))
                .map(Moment.Published::customers)
                .orElse(List.of());
        var page = CursorPage.of(customers, call.text("cursor"), call.limit(500, 5_000));
        return Map.of(
                "customer_list",
                page.items().stream()
                        .map(customer -> Map.of("external_userid", customer))
                        .toList(),
                "next_cursor",
                page.nextCursor());
    }

    /// What was published stays.
    Map<String, Object> cancel(Call call) {
        town.record(new Fact.MomentCancelled(existing(call).momentId()));
        return Map.of();
    }

    private Moment existing(Call call) {
        return town.moment(call.text("moment_id")).orElseThrow(() -> new Refused(40058, "invalid moment_id"));
    }

    private static List<String> strings(JsonNode array) {
        var strings = new LinkedHashSet<String>();
        array.forEach(node -> strings.add(node.asString("")));
        return List.copyOf(strings);
    }
}
