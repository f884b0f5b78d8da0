package io.waterwheel.customer.suggestion;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.generated.tables.records.SuggestionRecord;
import io.waterwheel.customer.generated.tables.records.SuggestionRunRecord;
import io.waterwheel.customer.identity.PersonLinks;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Suggested pairs as people see and decide them.
@Component
public class Suggestions {

    private static final Text TITLE = new Text("查找可能是同一人的客户", "Find customers who may be one person");
    private static final int CURSOR_KEYS = 3;

    private final SuggestionRows rows;
    private final SuggestionSides sides;
    private final PersonLinks links;
    private final Jobs jobs;
    private final EventLog log;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Suggestions(
            SuggestionRows rows,
            SuggestionSides sides,
            PersonLinks links,
            Jobs jobs,
            EventLog log,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.sides = sides;
        this.links = links;
        this.jobs = jobs;
        this.log = log;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// The heaviest first.
    public Page<IdentitySuggestion> page(Brand brand, SuggestionState state, PageRequest request) {
        Cursor cursor = Cursor.decode(request.cursor(), CURSOR_KEYS);
        List<SuggestionRecord> found =
                rows.page(brand.id(), state, cursor == null ? null : behind(cursor), request.size() + 1);
        Page<SuggestionRecord> page =
                Page.of(found, request.size(), row -> Cursor.of(row.getWeight(), row.getLeftNo(), row.getRightNo()));
        return new Page<>(shown(brand, page.items()), page.next());
    }

    private static Condition behind(Cursor cursor) {
        try {
            return SuggestionRows.behind(
                    Double.parseDouble(cursor.text(0)), (int) cursor.number(1), (int) cursor.number(2));
        } catch (NumberFormatException e) {
            throw new Problem(KernelProblem.BAD_CURSOR, e);
        }
    }

    /// @throws Problem `not-found`
    public IdentitySuggestion get(Brand brand, CustomerNo left, CustomerNo right) {
        return shown(brand, List.of(row(brand, left, right))).getFirst();
    }

    private SuggestionRecord row(Brand brand, CustomerNo left, CustomerNo right) {
        return rows.find(brand.id(), left, right)
                .orElseThrow(
                        () -> new Problem(KernelProblem.NOT_FOUND).with("what", "suggestion " + left + "/" + right));
    }

    private List<IdentitySuggestion> shown(Brand brand, List<SuggestionRecord> found) {
        Set<CustomerNo> customers = new HashSet<>();
        found.forEach(row -> {
            customers.add(new CustomerNo(row.getLeftNo()));
            customers.add(new CustomerNo(row.getRightNo()));
        });
        SuggestionSides.Sides known = sides.of(brand.id(), customers);
        List<IdentitySuggestion> shown = new ArrayList<>();
        for (SuggestionRecord row : found) {
            CustomerNo left = new CustomerNo(row.getLeftNo());
            CustomerNo right = new CustomerNo(row.getRightNo());
            shown.add(new IdentitySuggestion(
                    known.of(left),
                    known.of(right),
                    SuggestionState.of(row.getState()),
                    row.getWeight(),
                    row.getProbability(),
                    rows.evidence(row),
                    known.conflicts(left, right),
                    row.getFoundAt(),
                    row.getDecidedAt(),
                    row.getDecidedBy()));
        }
        return shown;
    }

    /// They are one person. The customers are merged before the suggestion is marked, so that a crash between the
    /// two leaves one that has become obsolete, and never one that says more than was done. No lock is held
    /// meanwhile: the log's writer marks the pair itself.
    ///
    /// @throws Problem `not-found`, or `conflict` when it is not open any more
    public IdentitySuggestion accept(Brand brand, CustomerNo left, CustomerNo right) {
        SuggestionRecord row = row(brand, left, right);
        if (SuggestionState.of(row.getState()) != SuggestionState.OPEN) {
            throw new Problem(KernelProblem.CONFLICT);
        }
        links.link(brand, left, right, "suggestion %.3f".formatted(row.getProbability()));
        decide(
                brand,
                left,
                right,
                SuggestionState.ACCEPTED,
                Set.of(SuggestionState.OPEN, SuggestionState.OBSOLETE),
                "suggestion.accept");
        return get(brand, left, right);
    }

    /// They are two people; the pair is not suggested again.
    ///
    /// @throws Problem `not-found`, or `conflict` when it is not open any more
    public IdentitySuggestion reject(Brand brand, CustomerNo left, CustomerNo right) {
        row(brand, left, right);
        decide(brand, left, right, SuggestionState.REJECTED, Set.of(SuggestionState.OPEN), "suggestion.reject");
        return get(brand, left, right);
    }

    /// Takes a rejection back.
    ///
    /// @throws Problem `not-found`, or `conflict` when it was not rejected
    public IdentitySuggestion reopen(Brand brand, CustomerNo left, CustomerNo right) {
        row(brand, left, right);
        decide(brand, left, right, SuggestionState.OPEN, Set.of(SuggestionState.REJECTED), "suggestion.reopen");
        return get(brand, left, right);
    }

    private void decide(
            Brand brand,
            CustomerNo left,
            CustomerNo right,
            SuggestionState to,
            Set<SuggestionState> from,
            String action) {
        transaction.executeWithoutResult(status -> {
            if (!rows.decide(brand.id(), left, right, to, from)) {
                throw new Problem(KernelProblem.CONFLICT);
            }
            audit.record(action, "customer/" + left, Map.of("brand", brand.key(), "other", right.value()));
        });
    }

    public SuggestionRun lastRun(Brand brand) {
        // The job first: what a search found is written before its job ends.
        boolean running = rows.lastRun(brand.id()).map(this::running).orElse(false);
        Optional<SuggestionRunRecord> last = rows.lastRun(brand.id());
        long open = rows.open(brand.id());
        return last.map(run -> new SuggestionRun(
                        running,
                        new JobId(run.getJobId()),
                        run.getStartedAt(),
                        run.getFinishedAt(),
                        run.getCustomers(),
                        open))
                .orElseGet(() -> new SuggestionRun(false, null, null, null, null, open));
    }

    private boolean running(SuggestionRunRecord run) {
        return jobs.find(new JobId(run.getJobId()))
                .map(Job::state)
                .filter(state -> !state.ended())
                .isPresent();
    }

    /// Starts a search, unless one is under way.
    public SuggestionRun search(Brand brand) {
        transaction.executeWithoutResult(status -> {
            rows.oneAtATime(brand.id());
            if (rows.lastRun(brand.id()).filter(this::running).isEmpty()) {
                JobId job = jobs.start(new NewJob(
                        FindSuggestions.KIND,
                        TITLE,
                        brand.id(),
                        "customers",
                        Map.of(),
                        "/b/" + brand.key() + "/identity-review"));
                rows.started(brand.id(), job, log.end());
                audit.record("suggestion.search", "job/" + job, Map.of("brand", brand.key()));
            }
        });
        return lastRun(brand);
    }

    /// When the last search began and how far the log was then; empty when there has been none.
    Optional<NightlySearch.Last> last(Brand brand) {
        return rows.lastRun(brand.id()).map(run -> new NightlySearch.Last(run.getStartedAt(), run.getLogEnd()));
    }
}
