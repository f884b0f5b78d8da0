package io.waterwheel.loyalty.membercentre.terms;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_TERMS;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.generated.tables.records.MemberTermsRecord;
import io.waterwheel.segment.language.WellFormed;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The terms of membership. Versions are added and never changed, so that what somebody agreed to can be read
/// as long as their consent stands. A brand that wrote none has the text of the pages.
@Component
public class MemberTerms {

    /// Of the text that comes with the pages; whoever changes its wording gives it another version.
    public static final String OF_THE_PAGES = "member-2026-11";

    private static final String OWN = "own-";
    private static final int SHORTEST = 20;
    private static final int LONGEST = 20_000;
    private static final int PUBLISHING = 0xE25;

    private final DSLContext database;
    private final AuditTrail audit;
    private final InstantSource clock;

    MemberTerms(DSLContext database, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// The one people agree to now; empty for the text of the pages.
    public Optional<TermsVersion> current(Brand brand) {
        return rows(brand, 1).stream().findFirst();
    }

    /// The latest first.
    public List<TermsVersion> all(Brand brand) {
        return rows(brand, Integer.MAX_VALUE);
    }

    /// What somebody agrees to who presses the button now.
    ///
    /// @param seen the version that was before their eyes; null where the page did not say
    /// @return its version
    /// @throws Problem `member-terms-changed` when there is another by now
    public String agreed(Brand brand, @Nullable String seen) {
        String version = current(brand).map(TermsVersion::version).orElse(OF_THE_PAGES);
        if (seen != null && !seen.equals(version)) {
            throw new Problem(MemberCentreProblem.MEMBER_TERMS_CHANGED);
        }
        return version;
    }

    /// A new version, for whoever joins from now on. The same text again changes nothing.
    ///
    /// @throws Problem `invalid`
    @Transactional
    public TermsVersion publish(Brand brand, @Nullable String zh, @Nullable String en) {
        String chinese = text(zh, "/zh");
        String english = text(en, "/en");
        database.execute(
                "select pg_advisory_xact_lock({0}, {1})",
                DSL.inline(PUBLISHING), DSL.val((int) brand.id().value()));
        TermsVersion before = current(brand).orElse(null);
        if (before != null && before.zh().equals(chinese) && before.en().equals(english)) {
            return before;
        }
        MemberTermsRecord row = database.newRecord(MEMBER_TERMS);
        row.setBrandId(brand.id().value());
        row.setVersion(before == null ? 1 : number(before) + 1);
        row.setZh(chinese);
        row.setEn(english);
        row.setPublishedBy(Actor.current().name());
        row.setPublishedAt(clock.instant());
        row.store();
        TermsVersion published = view(row);
        audit.record(
                "member-terms.publish",
                "member-terms/" + published.version(),
                Map.of("brand", brand.key(), "version", published.version()));
        return published;
    }

    private List<TermsVersion> rows(Brand brand, int most) {
        return database.selectFrom(MEMBER_TERMS)
                .where(MEMBER_TERMS.BRAND_ID.eq(brand.id().value()))
                .orderBy(MEMBER_TERMS.VERSION.desc())
                .limit(most)
                .fetch(MemberTerms::view);
    }

    private static TermsVersion view(MemberTermsRecord row) {
        return new TermsVersion(
                OWN + row.getVersion(), row.getZh(), row.getEn(), row.getPublishedBy(), row.getPublishedAt());
    }

    private static int number(TermsVersion version) {
        return Integer.parseInt(version.version().substring(OWN.length()));
    }

    private static String text(@Nullable String value, String pointer) {
        String text = value == null ? "" : value.strip().replace("\r\n", "\n");
        if (text.length() < SHORTEST || text.length() > LONGEST || !WellFormed.is(text)) {
            throw new Problem(KernelProblem.INVALID).outside(pointer, "length", SHORTEST, LONGEST);
        }
        return text;
    }
}
