package io.waterwheel.wecom.web;

import static io.waterwheel.wecom.generated.Tables.GROUP_CALL;
import static io.waterwheel.wecom.generated.Tables.GROUP_SEND;
import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.HAND_TASK;
import static io.waterwheel.wecom.generated.Tables.MOMENT;
import static io.waterwheel.wecom.generated.Tables.MOMENT_GUIDE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.wecom.message.WecomTiming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Nothing waits in silence: what guides have not done for hours, and what has not even reached them, with
/// the reason.
@Component
class LateWorks {

    private static final int MOST = 100;
    private static final Duration SOON = Duration.ofMinutes(5);

    private final DSLContext database;
    private final WecomTiming timing;
    private final JsonMapper json;
    private final InstantSource clock;

    LateWorks(DSLContext database, WecomTiming timing, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.timing = timing;
        this.json = json;
        this.clock = clock;
    }

    /// What is longest late first.
    List<LateWork> of(Brand brand, Locale locale) {
        Instant now = clock.instant();
        List<LateWork> late = new ArrayList<>();
        late.addAll(handTasks(brand, now, locale));
        late.addAll(groupSends(brand, now, locale));
        late.addAll(moments(brand, now, locale));
        late.sort(Comparator.comparing(LateWork::since));
        return late;
    }

    /// @param code     of a reason
    /// @param problem  what stands in the way, when something does
    private record Why(String code, @Nullable JSONB problem) {}

    private List<LateWork> handTasks(Brand brand, Instant now, Locale locale) {
        Field<Instant> since = DSL.min(HAND_TASK.CREATED_AT).as("since");
        Field<Integer> count = DSL.count().as("some");
        Field<Integer> untold = DSL.count(HAND_TASK.TELL_PROBLEM).as("untold");
        return database.select(HAND_TASK.GUIDE, GUIDE.NAME, GUIDE.ACTIVE, since, count, untold)
                .from(HAND_TASK)
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(HAND_TASK.BRAND_ID))
                .and(GUIDE.USERID.eq(HAND_TASK.GUIDE))
                .where(HAND_TASK.BRAND_ID.eq(brand.id().value()))
                .and(HAND_TASK.STATE.eq("open"))
                .and(HAND_TASK.CREATED_AT.lt(now.minus(timing.late())))
                .groupBy(HAND_TASK.GUIDE, GUIDE.NAME, GUIDE.ACTIVE)
                .orderBy(since)
                .limit(MOST)
                .fetch(row -> {
                    boolean left = Boolean.FALSE.equals(row.value3());
                    String code = left ? "guide-left" : row.value6() > 0 ? "channel" : "guide";
                    return new LateWork(
                            LateWork.Kind.HAND_TASK,
                            null,
                            null,
                            row.value1(),
                            row.value2(),
                            row.value5(),
                            code,
                            words(new Why(code, null), locale),
                            row.value4());
                });
    }

    private List<LateWork> groupSends(Brand brand, Instant now, Locale locale) {
        Field<Instant> since = DSL.coalesce(GROUP_CALL.CREATED_AT, GROUP_CALL.CALLED_AT, GROUP_SEND.START_AT);
        return database.select(GROUP_CALL.fields())
                .select(GROUP_SEND.ID, GROUP_SEND.NAME, GUIDE.NAME, GUIDE.ACTIVE, since.as("since"))
                .from(GROUP_CALL)
                .join(GROUP_SEND)
                .on(GROUP_SEND.ID.eq(GROUP_CALL.SEND_ID))
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(GROUP_CALL.BRAND_ID))
                .and(GUIDE.USERID.eq(GROUP_CALL.OWNER))
                .where(GROUP_SEND.BRAND_ID.eq(brand.id().value()))
                .and(GROUP_SEND.ENDED_AT.isNull())
                .and(GROUP_CALL
                        .STATE
                        .eq("created")
                        .and(GROUP_CALL.CREATED_AT.lt(now.minus(timing.late())))
                        .or(GROUP_CALL.STATE.in("planned", "calling").and(since.lt(now.minus(SOON)))))
                .orderBy(since)
                .limit(MOST)
                .fetch(row -> {
                    boolean left = Boolean.FALSE.equals(row.get(GUIDE.ACTIVE));
                    Why why = why(row.get(GROUP_CALL.STATE), row.get(GROUP_CALL.PROBLEM), left);
                    return new LateWork(
                            LateWork.Kind.GROUP_SEND,
                            row.get(GROUP_SEND.ID).toString(),
                            row.get(GROUP_SEND.NAME),
                            row.get(GROUP_CALL.OWNER),
                            row.get(GUIDE.NAME),
                            1,
                            why.code,
                            words(why, locale),
                            row.get("since", Instant.class));
                });
    }

    private List<LateWork> moments(Brand brand, Instant now, Locale locale) {
        Field<Instant> since = DSL.coalesce(MOMENT.MADE_AT, MOMENT.CALLED_AT, MOMENT.START_AT);
        Field<Integer> waiting = DSL.field(DSL.selectCount()
                        .from(MOMENT_GUIDE)
                        .where(MOMENT_GUIDE.MOMENT_NO.eq(MOMENT.ID))
                        .and(MOMENT_GUIDE.STATE.in("planned", "created")))
                .as("waiting");
        return database.select(MOMENT.fields())
                .select(since.as("since"), waiting)
                .from(MOMENT)
                .where(MOMENT.BRAND_ID.eq(brand.id().value()))
                .and(MOMENT.ENDED_AT.isNull())
                .and(MOMENT.STATE
                        .eq("created")
                        .and(MOMENT.MADE_AT.lt(now.minus(timing.late())))
                        .or(MOMENT.STATE.in("planned", "calling", "making").and(since.lt(now.minus(SOON)))))
                .orderBy(since)
                .limit(MOST)
                .fetch(row -> {
                    Why why = why(row.get(MOMENT.STATE), row.get(MOMENT.PROBLEM), false);
                    return new LateWork(
                            LateWork.Kind.MOMENT,
                            row.get(MOMENT.ID).toString(),
                            row.get(MOMENT.NAME),
                            null,
                            null,
                            row.get(waiting),
                            why.code,
                            words(why, locale),
                            row.get("since", Instant.class));
                });
    }

    private static Why why(String state, @Nullable JSONB problem, boolean left) {
        if (left) {
            return new Why("guide-left", null);
        }
        if (problem != null) {
            return new Why(state.equals("calling") ? "unknown" : "channel", problem);
        }
        return switch (state) {
            case "created" -> new Why("guide", null);
            case "calling" -> new Why("unknown", null);
            default -> new Why("behind", null);
        };
    }

    private String words(Why why, Locale locale) {
        if (why.problem != null) {
            String detail = json.readValue(why.problem.data(), KeptProblem.class)
                    .body(locale)
                    .detail();
            return detail == null ? "" : detail;
        }
        Text text = switch (why.code) {
            case "guide" -> new Text("等待导购处理", "waits for a guide");
            case "guide-left" ->
                new Text("导购已离职，请把客户或群转给在职导购", "the guide has left; hand customers and groups to another");
            case "unknown" ->
                new Text("企业微信没有回答，正在查明是否已发出", "WeCom did not answer; it is being found out whether it was sent");
            case "channel" -> new Text("没能通过企业微信通知导购", "the guide could not be told through WeCom");
            default -> new Text("等待系统处理", "waits for us");
        };
        return text.in(locale);
    }
}
