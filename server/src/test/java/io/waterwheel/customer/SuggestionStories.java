package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.SUGGESTION;
import static io.waterwheel.kernel.generated.Tables.AUDIT_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Weaker evidence is shown to people, who decide.
@ServerTest
class SuggestionStories {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ADDRESS = "浙江省杭州市西湖区文三路90号3幢201室";

    @Autowired
    private EventLog log;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Vault vault;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<CustomerState> states;

    @Autowired
    private JsonMapper json;

    private Brand brand;
    private Browser operator;
    private String path;

    /// 陈伟 once with a telephone number and once, in traditional characters and with day and month of the birthday
    /// exchanged, with an e-mail address; among others who have nothing to do with him.
    private CustomerNo chen;

    private CustomerNo chenAgain;

    @BeforeEach
    void aBrandWithOneManTwice() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        path = "/api/brands/" + brand.key() + "/suggestions";
        chen = customer(new Identifier(IdentifierKind.PHONE, phone(1)), "陈伟", "1990-03-07", "male", "杭州", ADDRESS);
        chenAgain = customer(
                new Identifier(IdentifierKind.EMAIL, "wei@" + brand.key() + ".example"),
                "陳偉",
                "1990-07-03",
                "男",
                "杭州市",
                "杭州西湖区文三路九十号3-201");
        List<NewEvent> others = new ArrayList<>();
        String surnames = "王李张刘杨黄赵吴周徐孙马朱胡郭何高林罗郑";
        for (int i = 0; i < 40; i++) {
            others.add(identified(
                    new Identifier(IdentifierKind.PHONE, phone(100 + i)),
                    surnames.charAt(i % 20) + "" + (char) ('\u5b89' + 7 * i) + (char) ('\u660c' + 11 * i),
                    "19%02d-%02d-%02d".formatted(60 + i, 1 + i % 12, 1 + i * 5 % 28),
                    i % 2 == 0 ? "male" : "female",
                    List.of("杭州", "上海", "北京", "成都").get(i % 4),
                    "人民路" + (i * 17 + 3) + "号"));
        }
        log.append(others);
    }

    @Test
    void twoWhoMayBeOneAreShownSideBySideAndNothingIsMergedByItself() {
        search();

        JsonNode only = only("open");
        assertThat(numbers(only)).containsExactly(chen.value(), chenAgain.value());
        assertThat(only.path("probability").asDouble()).isGreaterThan(0.95);
        assertThat(likeness(only, "name")).isEqualTo("same");
        assertThat(likeness(only, "birthday")).isEqualTo("swapped");
        assertThat(likeness(only, "gender")).isEqualTo("same");
        assertThat(likeness(only, "city")).isEqualTo("same");
        assertThat(likeness(only, "address")).isEqualTo("same");
        assertThat(likeness(only, "phone")).as("only one of them has one").isEmpty();
        assertThat(only.path("conflicts").isEmpty()).isTrue();
        assertThat(operator.get("/api/brands/" + brand.key() + "/customers/count")
                        .json()
                        .path("count")
                        .asInt())
                .as("still two")
                .isEqualTo(42);
    }

    @Test
    void whatIdentifiesThemIsMaskedAndStoredNowhere() {
        search();

        JsonNode left = only("open").path("left");
        assertThat(left.path("name").asString()).isEqualTo("陈伟");
        assertThat(left.path("phones").get(0).asString()).contains("****").isNotEqualTo(phone(1));
        assertThat(left.path("address").asString()).isEqualTo("浙江省杭州市****");
        assertThat(only("open").path("right").path("emails").get(0).asString()).startsWith("w***@");
        String stored = database.selectFrom(SUGGESTION)
                .where(SUGGESTION.BRAND_ID.eq(brand.id().value()))
                .fetch()
                .toString();
        assertThat(stored).doesNotContain("陈", "1990", phone(1), "文三路", "wei@");
    }

    @Test
    void whatIsRejectedNeverComesBackUnlessTheRejectionIsTakenBack() {
        search();
        assertThat(decide("reject").status()).isEqualTo(200);
        assertThat(list("open")).isEmpty();

        search();
        assertThat(list("open")).as("found again, decided already").isEmpty();
        JsonNode rejected = only("rejected");
        assertThat(rejected.path("decidedBy").asString()).startsWith("operator");
        assertThat(rejected.path("decidedAt").asString()).isNotEmpty();
        assertThat(decide("reject").code()).as("twice").isEqualTo("conflict");

        assertThat(decide("reopen").status()).isEqualTo(200);
        assertThat(list("open")).hasSize(1);
        assertThat(audited()).contains("suggestion.search", "suggestion.reject", "suggestion.reopen");
    }

    @Test
    void whatIsAcceptedIsCarriedOutOnce() {
        search();
        assertThat(decide("accept").json().path("state").asString()).isEqualTo("accepted");
        assertThat(decide("accept").code()).isEqualTo("conflict");
        assertThat(decide("reject").code()).isEqualTo("conflict");

        search();
        assertThat(list("open")).isEmpty();
        assertThat(only("accepted").path("decidedBy").asString()).startsWith("operator");
        assertThat(audited()).contains("suggestion.accept");
    }

    @Test
    void differentMemberNumbersAreAWarning() {
        customer(
                new Identifier(IdentifierKind.MEMBER_NO, brand.key() + "-7"),
                "诸葛丽娜",
                "1988-08-08",
                "female",
                "成都",
                "春熙路12号5幢");
        customer(
                new Identifier(IdentifierKind.MEMBER_NO, brand.key() + "-8"),
                "诸葛丽娜",
                "1988-08-08",
                "female",
                "成都",
                "春熙路12号5栋");
        search();

        JsonNode warned = list("open").stream()
                .filter(suggestion ->
                        suggestion.path("left").path("name").asString().equals("诸葛丽娜"))
                .findFirst()
                .orElseThrow();
        assertThat(warned.path("conflicts").get(0).asString()).isEqualTo("member_no");
        assertThat(list("open")).hasSize(2);
    }

    @Test
    void thoseWhoBecameOneMeanwhileAreObsoleteAndStayIt() {
        search();
        merge(chenAgain, chen);
        assertThat(list("open")).isEmpty();
        assertThat(list("obsolete")).hasSize(1);

        search();
        assertThat(list("open")).as("taken apart again by somebody").isEmpty();
    }

    @Test
    void thoseWhomSomebodySeparatedAreNotSuggested() {
        Identifier phone = new Identifier(IdentifierKind.PHONE, phone(1));
        Identifier email = new Identifier(IdentifierKind.EMAIL, "wei@" + brand.key() + ".example");
        log.append(List.of(TestEvents.event(
                brand, TestEvents.identified(phone, email), EventNames.IDENTIFIED, MARCH.plusSeconds(9), "{}")));
        assertThat(operator.post(
                                "/api/brands/" + brand.key() + "/customers/" + chen + "/separate",
                                Map.of("low", chen.value(), "high", chenAgain.value(), "why", "父子"))
                        .status())
                .isEqualTo(200);

        search();
        assertThat(list("open")).isEmpty();
    }

    @Test
    void aTelephoneThatManyShareSpeaksForNobody() {
        CustomerNo other =
                customer(new Identifier(IdentifierKind.MEMBER_NO, "m-1"), "陈伟", "1990-03-07", "male", "杭州", ADDRESS);
        search();
        List<String> alone = likenesses(other, "phone");
        assertThat(alone).isNotEmpty();
        Identifier shop = new Identifier(IdentifierKind.PHONE, phone(9));
        List<NewEvent> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Identifier member = new Identifier(IdentifierKind.MEMBER_NO, i == 0 ? "m-1" : "shop-" + i);
            many.add(TestEvents.event(
                    brand, TestEvents.identified(member, shop), EventNames.IDENTIFIED, MARCH.plusSeconds(i), "{}"));
        }
        log.append(many);

        search();
        assertThat(likenesses(other, "phone")).isEqualTo(alone);
    }

    @Test
    void aRejectionHoldsForWhoeverTheTwoBecomePartOf() {
        search();
        decide("reject");
        CustomerNo other =
                customer(new Identifier(IdentifierKind.PHONE, phone(3)), "完颜不破", "2001-01-01", "male", "上海", "南京路1号");
        merge(chenAgain, other);

        List<List<Integer>> rejected =
                list("rejected").stream().map(SuggestionStories::numbers).toList();
        assertThat(rejected).contains(List.of(chen.value(), other.value()));
    }

    @Test
    void whatNoLongerSpeaksForThemTakesThePairAway() {
        search();
        assertThat(list("open")).hasSize(1);
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.EMAIL, "wei@" + brand.key() + ".example")),
                EventNames.IDENTIFIED,
                MARCH.plusSeconds(60),
                json.writeValueAsString(Map.of(
                        "name",
                        "慕容雪",
                        "birthday",
                        "1971-11-29",
                        "gender",
                        "female",
                        "city",
                        "北京",
                        "address",
                        "长安街1号")))));

        search();
        assertThat(list("open")).isEmpty();
        assertThat(list("obsolete")).hasSize(1);
    }

    @Test
    void theListIsPagedHeaviestFirst() {
        for (int i = 0; i < 3; i++) {
            String name = List.of("司徒文轩", "欧阳明月", "上官婉儿").get(i);
            for (int twice = 0; twice < 2; twice++) {
                customer(
                        new Identifier(IdentifierKind.PHONE, phone(50 + 2 * i + twice)),
                        name,
                        "197%d-%02d-1%d".formatted(i, 3 + 4 * i, 3 * i),
                        "male",
                        List.of("北京", "成都", "上海").get(i),
                        List.of("长安街", "春熙路", "外滩").get(i) + (10 + i) + "号");
            }
        }
        search();

        List<Double> weights = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = operator.get(path + "?limit=2" + cursor).json();
            page.path("items").forEach(item -> weights.add(item.path("weight").asDouble()));
            cursor = page.path("next").isNull() || page.path("next").isMissingNode()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        assertThat(weights).hasSize(4).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(operator.get(path + "?cursor=nonsense").code()).isEqualTo("bad-cursor");
        assertThat(operator.get(path + "?state=nonsense").code()).isEqualTo("malformed");
        assertThat(operator.get(path + "/1/999999999").code()).isEqualTo("not-found");
    }

    @Test
    void onlyThoseWhoRunTheBrandSeeSuggestions() {
        assertThat(browsers.signedIn(Role.GUIDE).get(path).status()).isEqualTo(403);
        assertThat(browsers.signedIn(Role.GUIDE)
                        .post(path + "/search", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private void search() {
        assertThat(operator.post(path + "/search", Map.of()).status()).isEqualTo(200);
        JsonNode ended = Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> operator.get(path + "/search").json(),
                        run -> !run.path("running").asBoolean());
        assertThat(ended.path("finishedAt").asString("")).as(ended.toString()).isNotEmpty();
    }

    private List<JsonNode> list(String state) {
        return StreamSupport.stream(
                        operator.get(path + "?state=" + state)
                                .json()
                                .path("items")
                                .spliterator(),
                        false)
                .toList();
    }

    private JsonNode only(String state) {
        List<JsonNode> suggestions = list(state);
        assertThat(suggestions).hasSize(1);
        return suggestions.getFirst();
    }

    private Browser.Answer decide(String how) {
        return operator.post(path + "/" + chen + "/" + chenAgain + "/" + how, Map.of());
    }

    private static List<Integer> numbers(JsonNode suggestion) {
        return List.of(
                suggestion.path("left").path("customerNo").asInt(),
                suggestion.path("right").path("customerNo").asInt());
    }

    private static String likeness(JsonNode suggestion, String field) {
        for (JsonNode evidence : suggestion.path("evidence")) {
            if (evidence.path("field").asString().equals(field)) {
                return evidence.path("likeness").asString();
            }
        }
        return "";
    }

    /// How the pairs of a customer are alike in a field.
    private List<String> likenesses(CustomerNo customer, String field) {
        return list("open").stream()
                .filter(pair -> numbers(pair).contains(customer.value()))
                .map(pair -> likeness(pair, field))
                .toList();
    }

    private List<String> audited() {
        return database.select(AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.DETAIL.cast(String.class).contains(brand.key()))
                .fetch(AUDIT_ENTRY.ACTION);
    }

    /// As the log's writer does when evidence joins two customers.
    private void merge(CustomerNo from, CustomerNo into) {
        transaction.executeWithoutResult(status -> states.stream()
                .filter(state -> state.getClass().getSimpleName().startsWith("SuggestedCustomers"))
                .forEach(state -> state.merge(database, Map.of(from, into))));
    }

    private CustomerNo customer(
            Identifier identifier, String name, String birthday, String gender, String city, String address) {
        EventLog.Appended appended = log.append(List.of(identified(identifier, name, birthday, gender, city, address)))
                .getFirst();
        return Objects.requireNonNull(((EventLog.Appended.Written) appended).customer());
    }

    private NewEvent identified(
            Identifier identifier, String name, String birthday, String gender, String city, String address) {
        return TestEvents.event(
                brand,
                TestEvents.identified(identifier),
                EventNames.IDENTIFIED,
                MARCH,
                json.writeValueAsString(Map.of(
                        "name", name,
                        "birthday", birthday,
                        "gender", gender,
                        "city", city,
                        "address", vault.seal(address))));
    }

    /// Of no other brand's customer, for a telephone number is a person's everywhere.
    private String phone(int n) {
        return "139%05d%03d".formatted(Math.floorMod(brand.id().value() * 7919, 100_000), n);
    }
}
