package io.waterwheel.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class PersonExportStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final String STREET = "愚园路 1088 弄 8 号";

    @Autowired
    private EventLog log;

    @Autowired
    private Vault vault;

    @Autowired
    private DSLContext database;

    @Autowired
    private List<PersonalData> stores;

    @Autowired
    private WaterwheelProperties properties;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private TestClock clock;

    private Brand brand;
    private String phone;
    private CustomerNo lin;

    @BeforeEach
    void aBuyer() {
        brand = brands.chinese();
        phone = "1391%07d".formatted(brand.id().value());
        Subject both = TestEvents.identified(
                new Identifier(IdentifierKind.MEMBER_NO, "lin"), new Identifier(IdentifierKind.PHONE, phone));
        EventLog.Appended written = log.append(List.of(
                        TestEvents.event(
                                brand,
                                both,
                                EventNames.IDENTIFIED,
                                MARCH,
                                "{\"name\": \"林小满\", \"address\": \"" + vault.seal(STREET) + "\"}"),
                        new NewEvent(
                                brand.id(),
                                "test",
                                "order:E1",
                                EventNames.ORDER_COMPLETED,
                                MARCH,
                                both,
                                """
                                {"order_id": "E1", "total": 30, "products": [
                                  {"product_id": "tea", "name": "=HYPERLINK(1)", "price": 10, "quantity": 1},
                                  {"product_id": "pot", "price": 20, "quantity": 1}],
                                 "shipping": {"street": "%s"}}""".formatted(vault.seal(STREET)),
                                "{}"),
                        TestEvents.event(
                                brand,
                                both,
                                EventNames.CONSENT_GRANTED,
                                MARCH,
                                "{\"channel\": \"email\", \"wording\": \"同意\"}")))
                .getFirst();
        lin = ((EventLog.Appended.Written) written).customer();
    }

    @AfterEach
    void theClockIsRight() {
        clock.reset();
    }

    @Test
    void aPersonGetsEverythingHeldAboutThemReadableAndInPlain() throws IOException {
        Browser admin = browsers.signedIn(Role.ADMIN);
        Map<String, String> archive = unzip(download(admin, export(admin)));

        assertThat(archive.keySet())
                .contains(
                        "index.html",
                        "identifiers.json",
                        "identifiers.csv",
                        "attributes.csv",
                        "orders.json",
                        "orders.csv",
                        "consent-decisions.csv",
                        "consents.json",
                        "timeline.json");
        assertThat(archive.get("index.html")).contains("个人信息副本").contains("Your personal data");
        assertThat(archive.get("identifiers.csv")).contains("phone," + phone);
        assertThat(archive.get("attributes.csv")).contains("address," + STREET).contains("name,林小满,test");
        assertThat(archive.get("orders.csv")).contains(brand.name());
        assertThat(archive.get("timeline.json")).contains(STREET).doesNotContain(Vault.MARK);
        assertThat(archive.get("orders.csv").lines().skip(1))
                .hasSize(2)
                .allMatch(line -> line.contains("E1"))
                .anyMatch(line -> line.contains("'=HYPERLINK(1)"));
        JsonNode orders = JsonMapper.shared().readTree(archive.get("orders.json"));
        assertThat(orders.get(0).path("lines").size()).isEqualTo(2);
        assertThat(orders.get(0).path("amount").asLong()).isEqualTo(3000);
    }

    @Test
    void theArchiveLiesSealedIsFetchedWithATrailAndIsGoneAfterAWeek() throws IOException {
        String username = browsers.person(Role.ADMIN);
        Browser admin = browsers.open();
        admin.signIn(username, Browsers.PASSWORD);
        String id = export(admin);
        Path file = properties.dataDirectory().resolve("person-exports").resolve(id);

        download(admin, id);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .startsWith(Vault.MARK)
                .doesNotContain("PK\u0003\u0004");
        clock.advance(Duration.ofDays(8));

        assertThat(admin.get(path() + "/" + id + "/file").code()).isEqualTo("copy-expired");
        assertThat(browsers.signedIn(Role.ADMIN)
                        .get("/api/audit?action=look-up&actor=" + username)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .containsExactly("look-up.download", "look-up.export");
    }

    @Test
    void onlyAnAdministratorMayAskForItAndMustSayWhy() {
        assertThat(browsers.signedIn(Role.OPERATOR)
                        .post(path(), Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(browsers.signedIn(Role.ADMIN)
                        .post(path(), Map.of("reason", " "))
                        .code())
                .isEqualTo("invalid");
    }

    @Test
    void everyTableWithACustomerHasSomebodyWhoAnswersForIt() {
        Set<String> claimed = stores.stream()
                .flatMap(store -> store.tables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> holding = database.fetch("""
                        select distinct c.table_schema || '.' || c.table_name
                          from information_schema.columns c
                          join information_schema.tables t using (table_schema, table_name)
                         where t.table_type = 'BASE TABLE'
                           and c.column_name in ('customer_no', 'other_no', 'left_no', 'right_no', 'low', 'written_under',
                                                 'external_userid', 'unionid', 'openid', 'sealed', 'blind', 'buyer_blind')""").map(row -> row.get(0, String.class));

        assertThat(holding).isNotEmpty();
        assertThat(claimed)
                .as("each table that holds a customer has a PersonalData bean, so that export and erasure reach it")
                .containsAll(holding);
        assertThat(stores).extracting(PersonalData::name).doesNotHaveDuplicates();
    }

    private String path() {
        return "/api/brands/" + brand.key() + "/customers/" + lin + "/exports";
    }

    private String export(Browser admin) {
        String id =
                admin.post(path(), Map.of("reason", "本人来信要求")).json().path("id").asString();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        admin.get(path()).json().get(0).path("state").asString().equals("ready"));
        return id;
    }

    private byte[] download(Browser admin, String id) {
        return admin.download(path() + "/" + id + "/file");
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
