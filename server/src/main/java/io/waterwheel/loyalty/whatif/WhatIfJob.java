package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.WHAT_IF;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF_MOVE;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.loyalty.coupon.issue.FrozenSet;
import io.waterwheel.loyalty.generated.tables.records.WhatIfRecord;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Answers a question. It takes half a minute at most, so after a kill it begins again; the answer is written
/// at once.
@Component
class WhatIfJob implements JobHandler {

    static final String KIND = "what-if";

    private static final Duration LAG_MOST = Duration.ofSeconds(20);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final Brands brands;
    private final Warehouse warehouse;
    private final WhatIfReplays replays;
    private final ActualTiers actual;
    private final InstantSource clock;
    private final JsonMapper json;

    WhatIfJob(
            DSLContext database,
            TransactionOperations transactions,
            Brands brands,
            Warehouse warehouse,
            WhatIfReplays replays,
            ActualTiers actual,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.brands = brands;
        this.warehouse = warehouse;
        this.replays = replays;
        this.actual = actual;
        this.clock = clock;
        this.json = json;
    }

    record Params(long whatIf) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        WhatIfRecord row = database.fetchSingle(
                WHAT_IF, WHAT_IF.ID.eq(run.params(Params.class).whatIf()));
        warehouse.catchUp(LAG_MOST);
        WhatIfQuestion question = new WhatIfQuestion(
                WhatIfWindow.of(brand, clock.instant(), row.getMonths()),
                ProgrammeReader.read(json.readTree(row.getAgainst().data()), ""),
                ProgrammeReader.read(json.readTree(row.getDraft().data()), ""),
                row.getMarginRate(),
                row.getPointCost());
        Replay.Replayed replayed = replays.replay(question, (members, of) -> {
            run.checkStop();
            run.progress(members, of, null);
        });
        WhatIfAnswer answer = row.getVersion() == null
                ? replayed.answer()
                : actual.beside(brand, question.today(), replayed.answer());
        transactions.executeWithoutResult(_ -> write(row, answer, replayed.movers()));
    }

    private void write(WhatIfRecord row, WhatIfAnswer answer, Movers movers) {
        database.deleteFrom(WHAT_IF_MOVE)
                .where(WHAT_IF_MOVE.WHAT_IF_ID.eq(row.getId()))
                .execute();
        movers.each(move -> {
            if (move.from() != move.to()) {
                database.insertInto(WHAT_IF_MOVE)
                        .set(WHAT_IF_MOVE.WHAT_IF_ID, row.getId())
                        .set(WHAT_IF_MOVE.FROM_TIER, (short) move.from())
                        .set(WHAT_IF_MOVE.TO_TIER, (short) move.to())
                        .set(WHAT_IF_MOVE.CUSTOMERS, FrozenSet.bytes(move.customers()))
                        .execute();
            }
        });
        database.update(WHAT_IF)
                .set(WHAT_IF.ANSWER, JSONB.valueOf(json.writeValueAsString(answer)))
                .set(WHAT_IF.ANSWERED_AT, clock.instant())
                .where(WHAT_IF.ID.eq(row.getId()))
                .execute();
    }
}
