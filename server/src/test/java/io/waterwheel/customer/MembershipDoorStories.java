package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.MembershipDoor;
import io.waterwheel.loyalty.sharing.SharedAccounts;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// People who came in by a shop on a marketplace and into a family: their copy, and who they turn out to be.
@ServerTest
class MembershipDoorStories {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static SimulatedMarket market;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private SharedAccounts accounts;

    @Autowired
    private Customers customers;

    private Brand brand;
    private Browser admin;
    private String shop;
    private CustomerNo ou;
    private CustomerNo wei;
    private CustomerNo lin;

    @BeforeAll
    static void aMarketplace(@Autowired TestClock clock) {
        market = new SimulatedMarket(clock);
    }

    @AfterAll
    static void closes() {
        market.close();
    }

    @BeforeEach
    void threeBuyersOfWhomTwoAreAFamily() {
        brand = brands.chinese();
        admin = browsers.signedIn(Role.ADMIN);
        MembershipDoor door = context.getAutowireCapableBeanFactory().createBean(MembershipDoor.class);
        shop = door.connect(brand, admin, market);
        ou = joined(door, "ou", 1);
        wei = joined(door, "wei", 2);
        lin = joined(door, "lin", 3);
        door.family(brand, admin, ou, wei);
    }

    private CustomerNo joined(MembershipDoor door, String buyer, int person) {
        door.join(market, buyer, "1397%05d%02d".formatted(brand.id().value(), person));
        // The latest first.
        return new CustomerNo(members().path(0).path("customer").asInt());
    }

    @Test
    void theirCopyHasTheAccountThatIsBoundAndTheFamilyTheyAreIn() throws IOException {
        String path = path() + "/customers/" + wei + "/exports";
        String id =
                admin.post(path, Map.of("reason", "本人来信要求")).json().path("id").asString();
        await().atMost(PATIENCE)
                .until(() ->
                        admin.get(path).json().path(0).path("state").asString().equals("ready"));
        Map<String, String> copy = unzip(admin.download(path + "/" + id + "/file"));
        assertThat(copy.keySet())
                .contains("marketplace-accounts.json", "marketplace-accounts.csv", "shared-accounts.json");
        assertThat(copy.get("marketplace-accounts.json"))
                .as("in plain, and nobody else's")
                .contains(market.buyer("wei"))
                .doesNotContain(market.buyer("ou"));
        assertThat(copy.get("shared-accounts.json")).contains("\"holder\"").doesNotContain("v1:");
    }

    @Test
    void whoTurnsOutToBeAnotherBringsBothAndTakesTheirOwnAlongAgain() {
        assertThat(admin.post(path() + "/customers/" + wei + "/merge", Map.of("other", lin.value(), "why", "同一人"))
                        .status())
                .isEqualTo(200);
        CustomerNo whole = customers.currentOf(lin);
        assertThat(bound()).containsEntry(whole.value(), 2).containsEntry(ou.value(), 1);
        assertThat(accounts.of(brand, whole).orElseThrow().people()).hasSize(2);
        Browser.Answer apart = admin.post(
                path() + "/customers/" + whole + "/separate",
                Map.of(
                        "low",
                        Math.min(wei.value(), lin.value()),
                        "high",
                        Math.max(wei.value(), lin.value()),
                        "why",
                        "母女"));
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
        assertThat(bound())
                .hasSize(3)
                .allSatisfy((_, accounts) -> assertThat(accounts).isEqualTo(1));
        assertThat(accounts.of(brand, wei)).isPresent();
        assertThat(accounts.of(brand, lin)).isEmpty();
    }

    private JsonNode members() {
        return admin.get(path() + "/marketplace-shops/" + shop + "/members")
                .json()
                .path("items");
    }

    private Map<Integer, Integer> bound() {
        Map<Integer, Integer> bound = new LinkedHashMap<>();
        members().forEach(member -> bound.merge(member.path("customer").asInt(), 1, Integer::sum));
        return bound;
    }

    private String path() {
        return "/api/brands/" + brand.key();
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
