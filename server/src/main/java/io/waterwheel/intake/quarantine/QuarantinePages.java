package io.waterwheel.intake.quarantine;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.QuarantineId;
import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What lies in quarantine, for people to look at.
@Component
public class QuarantinePages {

    private final QuarantineRows rows;
    private final Vault vault;
    private final PersonalMask mask;
    private final AuditTrail audit;

    QuarantinePages(QuarantineRows rows, Vault vault, PersonalMask mask, AuditTrail audit) {
        this.rows = rows;
        this.vault = vault;
        this.mask = mask;
        this.audit = audit;
    }

    public List<QuarantineGroup> groups(Brand brand, Locale locale) {
        return rows.groups(brand, new ReasonWords(locale));
    }

    public Page<QuarantinedEvent> page(QuarantineFilter filter, PageRequest request, Locale locale) {
        ReasonWords words = new ReasonWords(locale);
        List<QuarantinedEvent> found =
                rows.newest(filter, Cursor.decode(request.cursor(), 2), request.size() + 1).stream()
                        .map(row -> event(row, words))
                        .toList();
        return Page.of(found, request.size(), event -> Cursor.of(event.lastAt(), event.id()));
    }

    /// Opens one event; that somebody looked is written down, and separately when they asked for personal values.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    @Transactional
    public OpenedEvent open(Brand brand, QuarantineId id, boolean personal, Locale locale) {
        Record row = rows.get(brand, id);
        String body = opened(row.get(QUARANTINE.FIXED) == null ? row.get(QUARANTINE.BODY) : row.get(QUARANTINE.FIXED));
        String envelope = opened(row.get(QUARANTINE.ENVELOPE));
        if (body != null) {
            audit.record(
                    personal ? "quarantine.reveal" : "quarantine.open",
                    "quarantine/" + id,
                    Map.of("brand", brand.key()));
        }
        return new OpenedEvent(
                event(row, new ReasonWords(locale)), shown(body, personal), shown(envelope, personal), personal);
    }

    QuarantinedEvent event(Brand brand, QuarantineId id, Locale locale) {
        return event(rows.get(brand, id), new ReasonWords(locale));
    }

    private @Nullable String opened(@Nullable String sealed) {
        return sealed == null ? null : vault.open(sealed);
    }

    private @Nullable String shown(@Nullable String text, boolean personal) {
        return text == null || personal ? text : mask.masked(text);
    }

    private static QuarantinedEvent event(Record row, ReasonWords words) {
        return new QuarantinedEvent(
                new QuarantineId(row.get(QUARANTINE.ID)),
                new SourceId(row.get(QUARANTINE.SOURCE_ID)),
                row.get(SOURCE.NAME),
                row.get(QUARANTINE.REASON),
                words.of(row.get(QUARANTINE.REASON)),
                row.get(QUARANTINE.NAME),
                row.get(QUARANTINE.TIMES),
                row.get(QUARANTINE.FIRST_AT),
                row.get(QUARANTINE.LAST_AT),
                QuarantineState.of(row.get(QUARANTINE.STATE)),
                row.get(QUARANTINE.FIXED) != null,
                row.get(QUARANTINE.CLOSED_AT),
                row.get(QUARANTINE.CLOSED_BY));
    }
}
