package io.waterwheel.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the log's writer remembers of identifiers.
@ServerTest
class KnownIdentifiersTests {

    @Autowired
    private EventLog log;

    @Autowired
    private Vault vault;

    @Autowired
    private TestBrands brands;

    @Autowired
    private DSLContext database;

    @Test
    void anIdentifierThatIsReadAgainIsTheOneABatchHoldsSoThatBothLearnOfAMerge() {
        Brand brand = brands.chinese();
        Identifier member = new Identifier(IdentifierKind.MEMBER_NO, "M1");
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(member),
                EventNames.IDENTIFIED,
                Instant.parse("2026-03-01T04:00:00Z"),
                "{}")));
        IdentifierKey key = IdentifierKey.of(brand.id(), member);
        KnownIdentifiers known = new KnownIdentifiers(vault);

        KnownIdentifier held =
                Objects.requireNonNull(known.find(database, Set.of(key)).get(key));
        KnownIdentifier again =
                Objects.requireNonNull(known.find(database, Set.of(key)).get(key));
        known.moved(held.no, held.customer + 1);

        assertThat(again).isSameAs(held);
        assertThat(held.customer).isEqualTo(held.no + 1);
    }
}
