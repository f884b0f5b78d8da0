package io.waterwheel.intake.connector;

import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.SourceKind;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A brand's connections with platforms: made, found by the key in a push's address, given another secret.
@Component
public class Connections {

    private static final int KEY_BYTES = 15;
    private static final int LONGEST_SECRET = 200;

    private final DSLContext database;
    private final Brands brands;
    private final Sources sources;
    private final Connectors connectors;
    private final Vault vault;
    private final AuditTrail audit;

    Connections(
            DSLContext database, Brands brands, Sources sources, Connectors connectors, Vault vault, AuditTrail audit) {
        this.database = database;
        this.brands = brands;
        this.sources = sources;
        this.connectors = connectors;
        this.vault = vault;
        this.audit = audit;
    }

    /// @throws Problem `platform-unknown`, `source-name-taken`, `invalid`
    @Transactional
    public Source create(Brand brand, String name, String platform, String secret) {
        connectors.require(platform);
        return sources.create(brand, name, new Sources.Push(platform, Secrets.fresh(KEY_BYTES), sealed(secret)));
    }

    /// A platform may give its application another secret; what is on its way with the old one is refused and sent
    /// again.
    ///
    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public void changeSecret(Brand brand, SourceId id, String secret) {
        int changed = database.update(SOURCE)
                .set(SOURCE.SEALED_SECRET, sealed(secret))
                .where(which(brand, id))
                .execute();
        if (changed == 0) {
            throw unknown(id);
        }
        audit.record("source.secret", "source/" + id, Map.of("brand", brand.key()));
    }

    /// The connection a push's address names.
    ///
    /// @throws Problem `connection-unknown`
    public Connection at(String platform, String connectKey) {
        return find(SOURCE.CONNECT_KEY.eq(connectKey).and(SOURCE.PLATFORM.eq(platform)))
                .orElseThrow(() -> new Problem(IntakeProblem.CONNECTION_UNKNOWN));
    }

    /// @throws Problem `not-found`
    public Connection get(Brand brand, SourceId id) {
        return find(which(brand, id)).orElseThrow(() -> unknown(id));
    }

    private Optional<Connection> find(Condition which) {
        return database.select(SOURCE.ID, SOURCE.BRAND_ID, SOURCE.NAME, SOURCE.PLATFORM, SOURCE.SEALED_SECRET)
                .from(SOURCE)
                .where(which)
                .and(SOURCE.REVOKED_AT.isNull())
                .fetchOptional(this::connection);
    }

    private Connection connection(Record row) {
        return new Connection(
                new SourceId(row.get(SOURCE.ID)),
                brands.get(new BrandId(row.get(SOURCE.BRAND_ID))),
                row.get(SOURCE.NAME),
                connectors.require(row.get(SOURCE.PLATFORM)),
                vault.open(row.get(SOURCE.SEALED_SECRET)));
    }

    private static Condition which(Brand brand, SourceId id) {
        return SOURCE.ID
                .eq(id.value())
                .and(SOURCE.BRAND_ID.eq(brand.id().value()))
                .and(SOURCE.KIND.eq(SourceKind.CONNECTOR.code()));
    }

    private static Problem unknown(SourceId id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "source " + id);
    }

    private String sealed(String secret) {
        String stripped = secret.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_SECRET) {
            throw new Problem(KernelProblem.INVALID).outside("/secret", "length", 1, LONGEST_SECRET);
        }
        return vault.seal(stripped);
    }
}
