package io.waterwheel.exchange.topic;

import static io.waterwheel.exchange.generated.Tables.INLET;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.generated.tables.records.InletRecord;
import io.waterwheel.intake.EventSources;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A brand's inlets, from the side of the people who look after them.
@Component
public class Inlets {

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final DSLContext database;
    private final EventSources sources;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    Inlets(DSLContext database, EventSources sources, Vault vault, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.sources = sources;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Inlet> of(Brand brand) {
        return database.selectFrom(INLET)
                .where(INLET.BRAND_ID.eq(brand.id().value()))
                .orderBy(INLET.ID)
                .fetch(row -> inlet(brand, row));
    }

    /// @throws Problem `not-found`
    public Inlet get(Brand brand, long id) {
        return inlet(brand, row(brand, id));
    }

    /// @throws Problem `invalid`, `source-name-taken`
    @Transactional
    public Inlet create(Brand brand, InletSettings settings) {
        InletRecord row = database.newRecord(INLET);
        set(row, brand, settings, null);
        Source source = sources.createStream(brand, settings.source());
        row.setBrandId(brand.id().value());
        row.setSourceId(source.id().value());
        row.setState(FlowState.ACTIVE.code());
        row.setVersion(1L);
        row.setRecords(0L);
        row.setRefused(0L);
        row.setCreatedAt(clock.instant());
        row.store();
        record("inlet.create", brand, row);
        return get(brand, row.getId());
    }

    /// @throws Problem as [#create]; `not-found`
    @Transactional
    public Inlet change(Brand brand, long id, InletSettings settings) {
        InletRecord row = row(brand, id);
        set(row, brand, settings, row.getSealedPassword());
        row.setVersion(row.getVersion() + 1);
        row.setFailingSince(null);
        row.setFailure(null);
        row.store();
        record("inlet.change", brand, row);
        return get(brand, id);
    }

    @Transactional
    public Inlet state(Brand brand, long id, FlowState state) {
        InletRecord row = row(brand, id);
        row.setState(state.code());
        row.setFailingSince(null);
        row.setFailure(null);
        row.store();
        record(state == FlowState.PAUSED ? "inlet.pause" : "inlet.resume", brand, row);
        return get(brand, id);
    }

    /// Reads no more; the events that came stay, and so does the name of their source.
    @Transactional
    public void remove(Brand brand, long id) {
        InletRecord row = row(brand, id);
        sources.revoke(brand, new SourceId(row.getSourceId()));
        row.delete();
        record("inlet.remove", brand, row);
    }

    private void set(InletRecord row, Brand brand, InletSettings settings, @Nullable String sealedPassword) {
        String topic = settings.topic().strip();
        String known = sealedPassword == null ? null : vault.open(sealedPassword);
        KafkaConnection given = settings.connection();
        KafkaConnection connection =
                KafkaConnections.checked(given.password() == null ? given.withPassword(known) : given, topic);
        row.setServers(connection.servers());
        row.setTopic(topic);
        row.setGroupId(group(brand, topic, settings.group()));
        row.setTls(connection.tls());
        row.setMechanism(connection.mechanism().code());
        row.setUsername(connection.username());
        String password = connection.password();
        row.setSealedPassword(password == null ? null : vault.seal(password));
        row.setAuthority(connection.authority());
    }

    private static String group(Brand brand, String topic, @Nullable String given) {
        String group = given == null || given.isBlank() ? "waterwheel-" + brand.key() + "-" + topic : given.strip();
        if (given != null && !given.isBlank() && !GROUP.matcher(group).matches()) {
            throw new Problem(KernelProblem.INVALID)
                    .at(
                            "/group",
                            "group",
                            new Text("字母、数字、点、_、-，最长 200 个字符", "letters, digits, dot, _ and -, at most 200"));
        }
        return group;
    }

    private void record(String action, Brand brand, InletRecord row) {
        audit.record(
                action,
                "inlet/" + row.getId(),
                Map.of("brand", brand.key(), "servers", row.getServers(), "topic", row.getTopic()));
    }

    private InletRecord row(Brand brand, long id) {
        Condition which = INLET.ID.eq(id).and(INLET.BRAND_ID.eq(brand.id().value()));
        return database.selectFrom(INLET)
                .where(which)
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "inlet " + id));
    }

    private Inlet inlet(Brand brand, InletRecord row) {
        String failure = row.getFailure();
        return new Inlet(
                row.getId(),
                row.getSourceId(),
                sources.get(brand, new SourceId(row.getSourceId())).name(),
                InletRows.connection(row, null),
                row.getTopic(),
                row.getGroupId(),
                FlowState.of(row.getState()),
                row.getRecords(),
                row.getRefused(),
                row.getLag(),
                row.getLastRecordAt(),
                row.getCheckedAt(),
                row.getFailingSince(),
                failure == null ? null : KafkaFailure.of(failure),
                row.getCreatedAt());
    }
}
