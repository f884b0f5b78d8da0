package io.waterwheel.segment.saved;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.SegmentUse;
import io.waterwheel.segment.Segments;
import io.waterwheel.segment.engine.Members;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.now.CustomerNow;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// The brand's segments. Counting happens before a transaction begins, because it may take a second.
@Service
public class SavedSegments implements Segments {

    private final SegmentRows rows;
    private final References references;
    private final SegmentEngine engine;
    private final CustomerNow customerNow;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final ObjectProvider<SegmentUse> uses;

    SavedSegments(
            SegmentRows rows,
            References references,
            SegmentEngine engine,
            CustomerNow customerNow,
            AuditTrail audit,
            TransactionOperations transactions,
            ObjectProvider<SegmentUse> uses) {
        this.rows = rows;
        this.references = references;
        this.engine = engine;
        this.customerNow = customerNow;
        this.audit = audit;
        this.transactions = transactions;
        this.uses = uses;
    }

    public List<SegmentSummary> list(Brand brand) {
        return rows.all(brand, references.names(brand)).stream()
                .map(Segment::summary)
                .toList();
    }

    /// @throws Problem `not-found`
    public Segment get(Brand brand, SegmentId id) {
        return rows.find(brand, id, references.names(brand)).orElseThrow(() -> missing(id));
    }

    @Override
    public SegmentId create(Brand brand, String name, @Nullable String description, Condition definition) {
        return create(brand, new SegmentDraft(name, description, definition)).id();
    }

    /// @throws Problem `segment-name-taken`, `segment-invalid`
    public Segment create(Brand brand, SegmentDraft draft) {
        long count = count(brand, draft);
        return saved(brand, draft, null, () -> {
            SegmentId id = rows.insert(brand, draft, count);
            audit.record("segment.create", "segment/" + id, Map.of("name", draft.name()));
            return get(brand, id);
        });
    }

    /// Gives the segment a new version, if its name or definition changes.
    ///
    /// @throws Problem `not-found`, `segment-name-taken`, `segment-invalid`
    public Segment update(Brand brand, SegmentId id, SegmentDraft draft) {
        get(brand, id);
        long count = count(brand, draft);
        return saved(brand, draft, id, () -> {
            Segment before = rows.lock(brand, id).orElseThrow(() -> missing(id));
            boolean changed =
                    !before.name().equals(draft.name()) || !before.definition().equals(draft.definition());
            int version = changed ? before.version() + 1 : before.version();
            rows.update(id, version, changed, draft, count);
            audit.record("segment.update", "segment/" + id, Map.of("name", draft.name(), "version", version));
            return get(brand, id);
        });
    }

    /// @throws Problem `not-found`, `segment-in-use`
    public void delete(Brand brand, SegmentId id) {
        transactions.executeWithoutResult(_ -> {
            rows.lockReferences(brand);
            Segment segment = rows.lock(brand, id).orElseThrow(() -> missing(id));
            List<String> users = users(brand, id);
            if (!users.isEmpty()) {
                throw new Problem(SegmentProblem.SEGMENT_IN_USE).with("users", String.join(", ", users));
            }
            rows.delete(id);
            audit.record("segment.delete", "segment/" + id, Map.of("name", segment.name()));
        });
    }

    /// All versions of a segment, the newest first.
    ///
    /// @throws Problem `not-found`
    public List<SegmentVersion> versions(Brand brand, SegmentId id) {
        get(brand, id);
        return rows.versions(brand, id, references.names(brand));
    }

    /// Defines the segment as an earlier version did. That is a new version; the segment keeps its name.
    ///
    /// @throws Problem `not-found`, `segment-invalid` when that version refers to what is no longer there
    public Segment restore(Brand brand, SegmentId id, int version) {
        Segment now = get(brand, id);
        SegmentVersion before = versions(brand, id).stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() ->
                        new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + id + " version " + version));
        try {
            references.check(brand, before.definition(), id);
        } catch (InvalidDefinition e) {
            throw SegmentProblem.of(e);
        }
        return update(brand, id, new SegmentDraft(now.name(), now.description(), before.definition()));
    }

    /// Who stands on the segment.
    ///
    /// @throws Problem `not-found`
    public List<Use> uses(Brand brand, SegmentId id) {
        get(brand, id);
        return named(brand, users(brand, id));
    }

    /// What users such as `broadcast/7` are called.
    public List<Use> named(Brand brand, List<String> users) {
        return users.stream()
                .map(user -> Use.of(
                        user,
                        uses.stream()
                                .flatMap(use -> use.name(brand, user).stream())
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private List<String> users(Brand brand, SegmentId id) {
        return uses.stream().flatMap(use -> use.of(brand, id).stream()).toList();
    }

    @Override
    public String name(Brand brand, SegmentId id) {
        return get(brand, id).name();
    }

    @Override
    public RoaringBitmap members(Brand brand, SegmentId id) {
        Members members = engine.members(brand, get(brand, id).definition());
        rows.counted(id, members.customers().getLongCardinality());
        return members.customers();
    }

    @Override
    public boolean contains(Brand brand, SegmentId id, CustomerNo customer) {
        Condition definition = rows.definition(brand, id.toString()).orElseThrow(() -> missing(id));
        return customerNow.meets(brand, customer, definition);
    }

    private long count(Brand brand, SegmentDraft draft) {
        return engine.estimate(brand, draft.definition()).customers().getLongCardinality();
    }

    private Segment saved(Brand brand, SegmentDraft draft, @Nullable SegmentId itself, Supplier<Segment> change) {
        try {
            return transactions.execute(_ -> {
                rows.lockReferences(brand);
                // Again, now that nobody else can change what it refers to.
                references.check(brand, draft.definition(), itself);
                return change.get();
            });
        } catch (DuplicateKeyException e) {
            throw new Problem(SegmentProblem.SEGMENT_NAME_TAKEN, e).with("name", draft.name());
        } catch (InvalidDefinition e) {
            throw SegmentProblem.of(e);
        }
    }

    private static Problem missing(SegmentId id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + id);
    }
}
