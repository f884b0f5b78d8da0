package io.waterwheel.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.testing.ServerTest;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/// A job under which the database goes away is run again; one that fails by itself has failed.
@ServerTest
class LostDatabaseStories {

    @Autowired
    private Jobs jobs;

    @Autowired
    private Stumbling handler;

    private JobState afterAll(List<RuntimeException> stones) {
        handler.over(stones);
        JobId id = jobs.start(new NewJob(handler.kind(), Text.same("stumbles"), null, "steps", Map.of(), null));
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> jobs.find(id).orElseThrow().state(), JobState::ended);
    }

    @Test
    void aDatabaseThatGoesAwayIsWaitedFor() {
        SQLException shutdown = new SQLException("terminating connection due to administrator command", "57P01");
        SQLException broken = new SQLException("an I/O error occurred while sending to the backend", "08006");
        assertThat(afterAll(List.of(
                        new DataAccessResourceFailureException("lost", shutdown),
                        new Problem(KernelProblem.UNAVAILABLE, broken),
                        new TransactionSystemException("rollback failed", new SQLException("Connection is closed")),
                        new IllegalStateException(new SQLTransientConnectionException("no connection to give")))))
                .isEqualTo(JobState.DONE);
        assertThat(handler.left()).isZero();
    }

    @Test
    void whatIsWrongWithTheWorkIsNotTriedAgain() {
        SQLException wrong = new SQLException("duplicate key value", "23505");
        assertThat(afterAll(List.of(new IllegalStateException(wrong), new IllegalStateException("again"))))
                .isEqualTo(JobState.FAILED);
        assertThat(handler.left()).isOne();
        assertThat(afterAll(List.of(new Problem(KernelProblem.UNEXPECTED)))).isEqualTo(JobState.FAILED);
    }
}
