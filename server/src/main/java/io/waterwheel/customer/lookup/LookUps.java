package io.waterwheel.customer.lookup;

import static io.waterwheel.customer.generated.Tables.PROFILE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Opens what every list and page masks. Who looked, when, at whom and at which field is on the trail before the
/// value leaves; the value is not.
@Component
public class LookUps {

    private static final int REASON_MOST = 200;

    private final Identifiers identifiers;
    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;

    LookUps(Identifiers identifiers, DSLContext database, Vault vault, AuditTrail audit, JsonMapper json) {
        this.identifiers = identifiers;
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
    }

    /// The plain values of one field of one customer, the one seen last first.
    ///
    /// @throws Problem `not-found` when the customer has no such field; then nothing is recorded
    @Transactional
    public List<String> reveal(Brand brand, CustomerNo customer, LookUp wanted) {
        String reason = wanted.reason() == null ? "" : wanted.reason().strip();
        if (reason.length() > REASON_MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/reason", "length", 0, REASON_MOST);
        }
        List<String> values = kind(wanted.field())
                .map(kind -> identifiers.values(kind, List.of(customer)).getOrDefault(customer, List.of()))
                .orElseGet(() -> attribute(customer, wanted.field()));
        if (values.isEmpty()) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + customer + " " + wanted.field());
        }
        audit.record(
                "look-up.reveal",
                "customer/" + customer,
                Map.of("brand", brand.key(), "field", wanted.field(), "reason", reason));
        return values;
    }

    /// Records that somebody looked a customer up by phone or e-mail: that, too, tells whose number it is.
    ///
    /// @param text what was searched for; kept nowhere
    @Transactional
    public void searched(Brand brand, @Nullable String text, long found) {
        personal(text)
                .ifPresent(kind -> audit.record(
                        "look-up.search", "brand/" + brand.key(), Map.of("field", kind.code(), "found", found)));
    }

    /// Which kind of personal identifier a search text looks like.
    static Optional<IdentifierKind> personal(@Nullable String text) {
        String asked = text == null ? "" : text.strip();
        if (asked.indexOf('@') > 0) {
            return Optional.of(IdentifierKind.EMAIL);
        }
        long digits = asked.chars().filter(Character::isDigit).count();
        boolean phone = digits >= 7 && asked.chars().allMatch(c -> Character.isDigit(c) || " +-()".indexOf(c) >= 0);
        return phone ? Optional.of(IdentifierKind.PHONE) : Optional.empty();
    }

    private static Optional<IdentifierKind> kind(String field) {
        return Stream.of(IdentifierKind.values())
                .filter(kind -> kind.code().equals(field))
                .findFirst();
    }

    private List<String> attribute(CustomerNo customer, String name) {
        return database
                .select(PROFILE.ATTRIBUTES)
                .from(PROFILE)
                .where(PROFILE.CUSTOMER_NO.eq(customer.value()))
                .fetchOptional()
                .map(row -> json.readTree(row.value1().data())
                        .path(name)
                        .path("value")
                        .asString(""))
                .filter(Vault::isSealed)
                .map(vault::open)
                .stream()
                .toList();
    }
}
