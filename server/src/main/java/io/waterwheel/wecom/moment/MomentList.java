package io.waterwheel.wecom.moment;

import static io.waterwheel.wecom.generated.Tables.GUIDE;
import static io.waterwheel.wecom.generated.Tables.MOMENT;
import static io.waterwheel.wecom.generated.Tables.MOMENT_CUSTOMER;
import static io.waterwheel.wecom.generated.Tables.MOMENT_GUIDE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Moments as people look at them.
@Component
public class MomentList {

    private static final Field<Integer> ALL = DSL.count(MOMENT_GUIDE.GUIDE).as("guides");
    private static final Field<Integer> WAITING = in("planned", "created").as("waiting");
    private static final Field<Integer> PUBLISHED = in("published").as("published");
    private static final Field<Integer> FAILED = in("failed").as("failed");
    private static final Field<Integer> CANCELLED = in("cancelled").as("let_go");

    private static final Field<Integer> PEOPLE = DSL.field(
                    DSL.selectCount().from(MOMENT_CUSTOMER).where(MOMENT_CUSTOMER.MOMENT_NO.eq(MOMENT.ID)))
            .as("people");

    private final DSLContext database;
    private final MomentTiming timing;
    private final JsonMapper json;
    private final InstantSource clock;

    MomentList(DSLContext database, MomentTiming timing, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.timing = timing;
        this.json = json;
        this.clock = clock;
    }

    private static Field<Integer> in(String... states) {
        return DSL.count().filterWhere(MOMENT_GUIDE.STATE.in(states));
    }

    /// The newest first.
    public Page<MomentRow> list(Brand brand, Locale locale, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        Condition which = cursor == null ? DSL.noCondition() : MOMENT.ID.lt(cursor.number(0));
        List<MomentRow> found = moments(brand, which, page.size() + 1, locale);
        return Page.of(found, page.size(), moment -> Cursor.of(Long.parseLong(moment.id())));
    }

    /// @throws Problem `not-found`
    public MomentRow get(Brand brand, long id, Locale locale) {
        return moments(brand, MOMENT.ID.eq(id), 1, locale).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "moment " + id));
    }

    private List<MomentRow> moments(Brand brand, Condition which, int most, Locale locale) {
        var some = database.select(MOMENT.ID)
                .from(MOMENT)
                .where(MOMENT.BRAND_ID.eq(brand.id().value()))
                .and(which)
                .orderBy(MOMENT.ID.desc())
                .limit(most);
        return database.select(MOMENT.fields())
                .select(ALL, WAITING, PUBLISHED, FAILED, CANCELLED, PEOPLE)
                .from(MOMENT)
                .leftJoin(MOMENT_GUIDE)
                .on(MOMENT_GUIDE.MOMENT_NO.eq(MOMENT.ID))
                .where(MOMENT.ID.in(some))
                .groupBy(MOMENT.ID)
                .orderBy(MOMENT.ID.desc())
                .fetch(row -> moment(row, locale));
    }

    private MomentRow moment(Record row, Locale locale) {
        return new MomentRow(
                row.get(MOMENT.ID).toString(),
                row.get(MOMENT.NAME),
                row.get(MOMENT.WORDS),
                state(row),
                why(row.get(MOMENT.PROBLEM), row.get(MOMENT.REASON), locale),
                row.get(MOMENT.TAGS).length,
                row.get(ALL),
                row.get(WAITING),
                row.get(PUBLISHED),
                row.get(FAILED),
                row.get(CANCELLED),
                row.get(PEOPLE),
                row.get(MOMENT.START_AT),
                row.get(MOMENT.START_AT).plus(timing.time()),
                row.get(MOMENT.CREATED_AT),
                row.get(MOMENT.CREATED_BY),
                row.get(MOMENT.ENDED_AT));
    }

    private String state(Record row) {
        if (row.get(MOMENT.CANCELLED)) {
            return "cancelled";
        }
        return switch (row.get(MOMENT.STATE)) {
            case "ended" -> "done";
            case "failed" -> "failed";
            default -> row.get(MOMENT.START_AT).isAfter(clock.instant()) ? "planned" : "sending";
        };
    }

    private @Nullable String why(@Nullable JSONB problem, @Nullable String reason, Locale locale) {
        if (problem != null) {
            return json.readValue(problem.data(), KeptProblem.class)
                    .body(locale)
                    .detail();
        }
        return reason == null ? null : reason(reason).in(locale);
    }

    static Text reason(String reason) {
        return switch (reason) {
            case "guide-left" -> new Text("导购已离职", "the guide has left");
            case "refused" -> new Text("企业微信没有接受这位导购", "WeCom did not take this guide");
            case "not-published" -> new Text("导购没有在期限内发表", "the guide did not publish it in time");
            case "not-made" -> new Text("企业微信没有创建这条朋友圈", "WeCom did not make this moment");
            default -> new Text("企业微信拒绝：" + reason, "refused by WeCom: " + reason);
        };
    }

    /// The guides of a moment, in the order of their ids.
    public Page<MomentGuideRow> guides(Brand brand, long id, Locale locale, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<MomentGuideRow> found = database.select()
                .from(MOMENT_GUIDE)
                .join(MOMENT)
                .on(MOMENT.ID.eq(MOMENT_GUIDE.MOMENT_NO))
                .leftJoin(GUIDE)
                .on(GUIDE.BRAND_ID.eq(MOMENT.BRAND_ID))
                .and(GUIDE.USERID.eq(MOMENT_GUIDE.GUIDE))
                .where(MOMENT.ID.eq(id))
                .and(MOMENT.BRAND_ID.eq(brand.id().value()))
                .and(cursor == null ? DSL.noCondition() : MOMENT_GUIDE.GUIDE.gt(cursor.text(0)))
                .orderBy(MOMENT_GUIDE.GUIDE)
                .limit(page.size() + 1)
                .fetch(row -> new MomentGuideRow(
                        row.get(MOMENT_GUIDE.GUIDE),
                        row.get(GUIDE.NAME),
                        row.get(MOMENT_GUIDE.STATE),
                        row.get(MOMENT_GUIDE.REASON),
                        words(row, locale),
                        row.get(MOMENT_GUIDE.AT)));
        return Page.of(found, page.size(), row -> Cursor.of(row.guide()));
    }

    private static @Nullable String words(Record row, Locale locale) {
        String reason = row.get(MOMENT_GUIDE.REASON);
        if (reason != null) {
            return reason(reason).in(locale);
        }
        boolean left = Boolean.FALSE.equals(row.get(GUIDE.ACTIVE));
        return switch (row.get(MOMENT_GUIDE.STATE)) {
            case "planned" -> new Text("等待发出", "waits to be sent").in(locale);
            case "created" ->
                (left ? reason("guide-left") : new Text("等待导购发表", "waits for the guide to publish it")).in(locale);
            default -> null;
        };
    }
}
