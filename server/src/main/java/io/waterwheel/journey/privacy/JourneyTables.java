package io.waterwheel.journey.privacy;

import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.OUTBOX;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_WAIT;

import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.PersonalTable;
import io.waterwheel.journey.engine.Tally;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.privacy.Vault;
import java.time.InstantSource;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class JourneyTables {

    /// The row stays, so that a journey's figures still add up; nobody is inside any more, and what let them in
    /// is forgotten.
    @Bean
    @Order(60)
    PersonalData runData(Vault vault, InstantSource clock) {
        return PersonalTable.byNumber(
                        "journeys", new Text("本人走过的旅程", "Journeys the person was in"), RUN.CUSTOMER_NO, vault)
                .erasedBy((transaction, whose) -> {
                    Tally.end(transaction, whose);
                    return transaction
                            .update(RUN)
                            .set(RUN.CONTEXT, JSONB.valueOf("{}"))
                            .set(RUN.ENTRY_KEY, RUN.ID.cast(String.class))
                            .set(RUN.OCCASION, RUN.ID.cast(String.class))
                            .set(RUN.STATE, "ended")
                            .set(RUN.WAITING, "nothing")
                            .setNull(RUN.PENDING)
                            .setNull(RUN.DUE_AT)
                            .set(RUN.ENDED_AT, DSL.coalesce(RUN.ENDED_AT, DSL.val(clock.instant(), RUN.ENDED_AT)))
                            .set(RUN.END_REASON, DSL.coalesce(RUN.END_REASON, DSL.inline("gone")))
                            .where(whose)
                            .execute();
                });
    }

    @Bean
    @Order(61)
    PersonalData waitData(Vault vault) {
        return PersonalTable.byNumber(
                "journey-waits",
                new Text("旅程正在等待的本人行为", "What of the person's doings journeys wait for"),
                RUN_WAIT.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(62)
    PersonalData guideTaskData(Vault vault) {
        return PersonalTable.byNumber(
                "guide-tasks",
                new Text("请导购为本人做的事", "What guides were asked to do for the person"),
                GUIDE_TASK.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(63)
    PersonalData entrantData(Vault vault) {
        return PersonalTable.byNumber(
                "journey-entrants",
                new Text("将要进入的旅程", "Journeys the person is about to come into"),
                ENTRANT.CUSTOMER_NO,
                vault);
    }

    @Bean
    @Order(64)
    PersonalData journeyOutboxData(Vault vault) {
        return PersonalTable.byNumber(
                "journey-events-underway",
                new Text("正在写入时间线的旅程记录", "Journey records on their way to the timeline"),
                OUTBOX.CUSTOMER_NO,
                vault);
    }
}
