package io.waterwheel.intake.file;

import io.waterwheel.customer.Customers;
import io.waterwheel.intake.DryRun;
import io.waterwheel.intake.ImportCounts;
import io.waterwheel.intake.ImportKind;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.privacy.Vault;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Files with the points each member had in the system before. They become `Points Opened`; of several for one
/// member the one as of the latest time is meant to stand.
@Component
class PointsFile implements FileKind {

    static final String POINTS = "points";
    static final String AS_OF = "asOf";

    private static final BigDecimal MOST = BigDecimal.TEN.pow(12);

    private static final List<FileField> FIELDS = List.of(
            CustomerFields.MEMBER_NO_FIELD,
            CustomerFields.PHONE_FIELD,
            CustomerFields.USER_ID_FIELD,
            FileField.required(
                    POINTS,
                    FileField.Looks.WHOLE_NUMBER,
                    "points",
                    "balance",
                    "pointsbalance",
                    "availablepoints",
                    "积分",
                    "积分余额",
                    "可用积分",
                    "当前积分"),
            FileField.optional(AS_OF, "asof", "date", "balancedate", "截止时间", "截至时间", "截止日期", "截至日期", "日期"));

    private final EventLog log;
    private final Customers customers;
    private final ImportReach reach;
    private final Vault vault;
    private final JsonMapper json;
    private final InstantSource clock;

    PointsFile(
            EventLog log, Customers customers, ImportReach reach, Vault vault, JsonMapper json, InstantSource clock) {
        this.log = log;
        this.customers = customers;
        this.reach = reach;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.POINTS;
    }

    @Override
    public List<FileField> fields() {
        return FIELDS;
    }

    @Override
    public ImportCounts run(ImportTask task, JobRun run) {
        EventAppender appender = EventAppender.begin(task, run, log, customers, reach, clock);
        EventImport.Lines lines = reading(task, run).run(appender, appender.startedAt());
        return appender.recordCounts(lines.count(), lines.rejected());
    }

    @Override
    public DryRun check(ImportTask task, JobRun run) {
        return reading(task, run).check(() -> new SampledEvents(json, task.brand()), clock.instant());
    }

    private EventImport reading(ImportTask task, JobRun run) {
        return new EventImport(task, run, (format, startedAt) -> {
            Times asOf = new Times(task, AS_OF, DayOrders.of(task, format, AS_OF), startedAt);
            return row -> read(task, row, asOf, startedAt);
        });
    }

    private List<NewEvent> read(ImportTask task, Row row, Times asOf, Instant startedAt) throws LineRefused {
        FieldCells cells = new FieldCells(task, row);
        Subject.Identified subject = new IdentifierCells(false).subject(cells);
        String points = points(cells);
        Instant at = asOf.at(cells);
        new ErasedPeople(customers, task.brand()).check(subject, at);
        return List.of(new NewEvent(
                task.brand().id(),
                task.source(),
                new ContentIds(vault).of("points", subject, Map.of(POINTS, points), at),
                EventNames.POINTS_OPENED,
                at == null ? startedAt : at,
                subject,
                "{\"points\":" + points + ",\"as_of\":\"" + (at == null ? startedAt : at) + "\"}",
                "{}"));
    }

    private static String points(FieldCells cells) throws LineRefused {
        String text = cells.required(POINTS, LineFault.POINTS_UNREADABLE);
        BigDecimal points = Decimals.parse(text);
        if (points == null || points.stripTrailingZeros().scale() > 0 || points.compareTo(MOST) > 0) {
            throw cells.refused(LineFault.POINTS_UNREADABLE, POINTS, text);
        }
        if (points.signum() < 0) {
            throw cells.refused(LineFault.POINTS_NEGATIVE, POINTS, text);
        }
        return Long.toString(points.longValueExact());
    }
}
