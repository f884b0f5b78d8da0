package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.SUGGESTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class MaskingStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final String STREET = "愚园路 1088 弄 7 号";

    @Autowired
    private EventLog log;

    @Autowired
    private Vault vault;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private DSLContext database;

    @Autowired
    private Warehouse warehouse;

    private Brand brand;
    private String phone;
    private String otherPhone;
    private CustomerNo lin;

    @BeforeEach
    void aCustomerWithPhoneAndAddress() {
        brand = brands.chinese();
        phone = "1392%07d".formatted(brand.id().value());
        otherPhone = "1393%07d".formatted(brand.id().value());
        EventLog.Appended written = log.append(List.of(TestEvents.event(
                        brand,
                        TestEvents.identified(
                                new Identifier(IdentifierKind.MEMBER_NO, "lin"),
                                new Identifier(IdentifierKind.PHONE, phone)),
                        EventNames.IDENTIFIED,
                        MARCH,
                        "{\"address\": \"" + vault.seal(STREET) + "\"}")))
                .getFirst();
        lin = ((EventLog.Appended.Written) written).customer();
    }

    @Test
    void anAdministratorSeesOneFieldOfOneCustomerAndTheTrailSaysSoWithoutTheValue() {
        String username = browsers.person(Role.ADMIN);
        Browser admin = browsers.open();
        admin.signIn(username, Browsers.PASSWORD);

        Browser.Answer shown = admin.post(path(), Map.of("field", "phone", "reason", "顾客来电核对"));
        Browser.Answer address = admin.post(path(), Map.of("field", "address"));

        assertThat(shown.json().path("values").get(0).asString()).isEqualTo(phone);
        assertThat(address.json().path("values").get(0).asString()).isEqualTo(STREET);
        Browser.Answer trail = admin.get("/api/audit?action=look-up&actor=" + username);
        assertThat(trail.text()).doesNotContain(phone).doesNotContain("愚园路");
        assertThat(trail.json().path("items").valueStream().map(MaskingStories::told))
                .containsExactly("customer/" + lin + " address ", "customer/" + lin + " phone 顾客来电核对");
    }

    @Test
    void anOperatorLooksUpOnlyWhenAllowedToAndAGuideNever() {
        String username = browsers.person(Role.OPERATOR);
        Browser operator = browsers.open();
        operator.signIn(username, Browsers.PASSWORD);
        Browser admin = browsers.signedIn(Role.ADMIN);
        String guideName = browsers.person(Role.GUIDE);
        Browser guide = browsers.open();
        guide.signIn(guideName, Browsers.PASSWORD);

        assertThat(operator.post(path(), Map.of("field", "phone")).status()).isEqualTo(403);
        allow(admin, username);
        allow(admin, guideName);

        assertThat(operator.get("/api/session").json().at("/person/mayLookUp").asBoolean())
                .isTrue();
        assertThat(operator.post(path(), Map.of("field", "phone")).status()).isEqualTo(200);
        assertThat(guide.post(path(), Map.of("field", "phone")).status()).isEqualTo(403);
        assertThat(guide.get("/api/session").json().at("/person/mayLookUp").asBoolean())
                .isFalse();
    }

    @Test
    void whereverACustomerIsShownTheyStayMaskedForEverybody() {
        CustomerNo other = ((EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                                brand,
                                TestEvents.identified(new Identifier(IdentifierKind.PHONE, otherPhone)),
                                EventNames.IDENTIFIED,
                                MARCH,
                                "{}")))
                        .getFirst())
                .customer();
        database.insertInto(SUGGESTION)
                .set(SUGGESTION.BRAND_ID, brand.id().value())
                .set(SUGGESTION.LEFT_NO, Math.min(lin.value(), other.value()))
                .set(SUGGESTION.RIGHT_NO, Math.max(lin.value(), other.value()))
                .set(SUGGESTION.WEIGHT, 9.0)
                .set(SUGGESTION.PROBABILITY, 0.9)
                .set(SUGGESTION.EVIDENCE, JSONB.valueOf("[]"))
                .set(SUGGESTION.STATE, "open")
                .set(SUGGESTION.FOUND_AT, MARCH)
                .set(SUGGESTION.RUN_AT, MARCH)
                .execute();
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        String path = "/api/brands/" + brand.key();
        String customer = path + "/customers/" + lin;
        Map<String, Object> everybody = Map.of(
                "definition",
                Map.of("type", "attribute", "attribute", "firstSeenAt", "operator", "exists", "values", List.of()));

        for (Role role : Role.values()) {
            Browser person = browsers.signedIn(role);
            List<Browser.Answer> answers = List.of(
                    person.get(path + "/customers"),
                    person.get(customer),
                    person.get(customer + "/timeline"),
                    person.get(customer + "/orders"),
                    person.get(customer + "/identity"),
                    person.get(customer + "/consent"),
                    person.get(path + "/suggestions?state=open"),
                    person.post(path + "/segments/sample", everybody));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 403))
                    .allSatisfy(answer -> assertThat(answer.text()).doesNotContain(phone, otherPhone, "1088 弄"));
            if (role != Role.GUIDE) {
                assertThat(answers).extracting(Browser.Answer::status).containsOnly(200);
                assertThat(answers.get(6).text()).contains(masked(otherPhone));
                assertThat(answers.getLast().text()).contains(masked(phone));
            }
        }
    }

    @Test
    void searchingByPhoneIsALookUpTooAndTheTrailDoesNotKeepTheNumber() {
        String username = browsers.person(Role.OPERATOR);
        Browser operator = browsers.open();
        operator.signIn(username, Browsers.PASSWORD);
        String customers = "/api/brands/" + brand.key() + "/customers?q=";

        operator.get(customers + phone);
        operator.get(customers + "nobody@example.com");
        operator.get(customers + "lin");

        Browser.Answer trail = browsers.signedIn(Role.ADMIN).get("/api/audit?action=look-up&actor=" + username);
        assertThat(trail.text()).doesNotContain(phone).doesNotContain("nobody@");
        assertThat(trail.json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.at("/detail/field").asString()
                                + " "
                                + entry.at("/detail/found").asInt()))
                .containsExactly("email 0", "phone 1");
    }

    @Test
    void aFieldTheCustomerDoesNotHaveShowsNothingAndLeavesNoTrail() {
        String username = browsers.person(Role.ADMIN);
        Browser admin = browsers.open();
        admin.signIn(username, Browsers.PASSWORD);

        assertThat(admin.post(path(), Map.of("field", "email")).code()).isEqualTo("not-found");
        assertThat(admin.post(path(), Map.of("field", "name")).code()).isEqualTo("not-found");
        assertThat(admin.get("/api/audit?action=look-up&actor=" + username)
                        .json()
                        .path("items")
                        .isEmpty())
                .isTrue();
    }

    private static String masked(String phone) {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    private String path() {
        return "/api/brands/" + brand.key() + "/customers/" + lin + "/look-ups";
    }

    private static void allow(Browser admin, String username) {
        String id = admin.get("/api/accounts")
                .json()
                .valueStream()
                .filter(account -> account.path("username").asString().equals(username))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        admin.patch("/api/accounts/" + id, Map.of("mayLookUp", true));
    }

    private static String told(JsonNode entry) {
        return entry.path("subject").asString()
                + " "
                + entry.at("/detail/field").asString()
                + " "
                + entry.at("/detail/reason").asString();
    }
}
