package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.ANSWER;
import static io.waterwheel.journey.generated.Tables.RUN;

import io.waterwheel.journey.course.Signal;
import io.waterwheel.journey.generated.tables.records.AnswerRecord;
import io.waterwheel.journey.language.Giving;
import io.waterwheel.journey.language.Message;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.RewardsSettled;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.MessagesSettled;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// What became of messages, rewards and tasks comes here, in the transaction that settles them, and goes on to the runs
/// in one of ours.
@Component
class Answers extends LogWorker implements RunAnswers {

    private static final Logger log = LoggerFactory.getLogger(Answers.class);
    private static final Pattern KEY = Pattern.compile("journey/(\\d{1,18})/(\\d{1,9})");
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int BATCH = 2_000;

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final DSLContext database;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Answers(
            EngineTools tools,
            FollowedJourneys journeys,
            DSLContext database,
            TransactionOperations transactions,
            InstantSource clock) {
        super("journey-answers", EVERY);
        this.tools = tools;
        this.journeys = journeys;
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void settled(MessagesSettled settled) {
        RowSet rows = rows();
        for (MessagesSettled.Settled message : settled.messages()) {
            Matcher key = KEY.matcher(message.key());
            if (key.matches()) {
                boolean sent = message.state() == MessageState.SENT;
                String why =
                        message.reason() == null ? message.state().name().toLowerCase(Locale.ROOT) : message.reason();
                rows.row(
                        Long.parseLong(key.group(1)),
                        Integer.parseInt(key.group(2)),
                        sent ? Message.SENT : Message.NOT_SENT,
                        sent ? null : why,
                        clock.instant());
            }
        }
        write(rows);
    }

    @EventListener
    void settled(RewardsSettled settled) {
        RowSet rows = rows();
        for (RewardsSettled.Settled reward : settled.rewards()) {
            Matcher key = KEY.matcher(reward.key());
            if (key.matches()) {
                rows.row(
                        Long.parseLong(key.group(1)),
                        Integer.parseInt(key.group(2)),
                        reward.given() ? Giving.GIVEN : Giving.NOT_GIVEN,
                        reward.reason(),
                        clock.instant());
            }
        }
        write(rows);
    }

    @Override
    public void add(long run, int number, String exit, @Nullable String note) {
        write(rows().row(run, number, exit, note, clock.instant()));
    }

    private static RowSet rows() {
        return new RowSet(ANSWER.RUN_ID, ANSWER.NUMBER, ANSWER.EXIT, ANSWER.NOTE, ANSWER.AT);
    }

    private void write(RowSet rows) {
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(ANSWER, ANSWER.RUN_ID, ANSWER.NUMBER, ANSWER.EXIT, ANSWER.NOTE, ANSWER.AT)
                .select(DSL.select(
                                given.field(ANSWER.RUN_ID),
                                given.field(ANSWER.NUMBER),
                                given.field(ANSWER.EXIT),
                                given.field(ANSWER.NOTE),
                                given.field(ANSWER.AT))
                        .from(given.table()))
                .execute();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wake();
                }
            });
        } else {
            wake();
        }
    }

    /// A batch that fails is taken again in the careful way: whoever would go on is only marked to.
    @Override
    protected boolean work() {
        if (!database.fetchExists(ANSWER)) {
            return false;
        }
        try {
            return work(false);
        } catch (RuntimeException e) {
            log.warn("journey.answers failed, carefully again", e);
            return work(true);
        }
    }

    private boolean work(boolean careful) {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            List<AnswerRecord> answers = database.selectFrom(ANSWER)
                    .orderBy(ANSWER.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (answers.isEmpty()) {
                return false;
            }
            RunRows.byIndex(database);
            give(answers, careful);
            database.deleteFrom(ANSWER)
                    .where(ANSWER.ID.eq(
                            DSL.any(answers.stream().map(AnswerRecord::getId).toArray(Long[]::new))))
                    .execute();
            return answers.size() == BATCH;
        }));
    }

    private void give(List<AnswerRecord> answers, boolean careful) {
        Map<Long, Run> runs = tools
                .rows()
                .these(
                        database,
                        answers.stream().map(AnswerRecord::getRunId).distinct().toList(),
                        RUN.STATE.eq(RunState.WAITING.code()))
                .stream()
                .collect(Collectors.toMap(run -> run.id, Function.identity()));
        Map<Long, FollowedJourney> followed = journeys.byId(
                database, runs.values().stream().map(run -> run.journey).collect(Collectors.toSet()));
        Moves moves = new Moves(tools, database, clock.instant(), careful);
        for (AnswerRecord answer : answers) {
            Run run = runs.get(answer.getRunId());
            // An answer to an earlier passage, or one that came twice, is for nobody.
            if (run != null && run.pending == null && answer.getNumber() == run.passed + 1) {
                FollowedJourney journey = followed.get(run.journey);
                if (journey != null) {
                    moves.signal(run, journey, new Signal.Answered(answer.getExit()), answer.getNote());
                }
            }
        }
        moves.write();
    }
}
