package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Lists of customers that stay as they are: of a segment once, or of a file.
@ServerTest
class ListStories {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HANGZHOU = "{'type':'attribute','attribute':'city','operator':'is','values':['杭州']}";
    private static final AtomicInteger PHONES = new AtomicInteger(10_000_000);

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Customers customers;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandAndItsOperator() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void aSnapshotIsWhoeverWasInTheSegmentAndStaysSo() {
        person("杭州", member("M1"));
        person("杭州", member("M2"));
        person("上海", member("M3"));
        String segment = segment("杭州客户", HANGZHOU);
        Answer made = operator.post(path + "/lists", json("{'name':' 三月杭州 ','segment':'" + segment + "'}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String list = made.json().get("id").stringValue();
        JsonNode ready = ready(list);
        assertThat(ready.get("name").stringValue()).isEqualTo("三月杭州");
        assertThat(ready.get("size").intValue()).isEqualTo(2);
        assertThat(ready.get("snapshot").get("version").intValue()).isEqualTo(1);
        assertThat(ready.get("snapshot").get("reading").get("zh").stringValue()).isEqualTo("城市是“杭州”");
        assertThat(ready.get("createdBy").stringValue()).startsWith("operator");

        person("杭州", member("M4"));
        assertThat(operator.put(
                                path + "/segments/" + segment,
                                json("{'name':'上海客户','definition':" + HANGZHOU.replace("杭州", "上海") + "}"))
                        .status())
                .isEqualTo(200);

        assertThat(count(listed(list)))
                .as("neither new customers nor a new definition change it")
                .isEqualTo(2);
        JsonNode later = operator.get(path + "/lists/" + list).json();
        assertThat(later.get("snapshot").get("name").stringValue()).isEqualTo("杭州客户");
        assertThat(later.get("snapshot").get("definition").get("values").get(0).stringValue())
                .isEqualTo("杭州");
        assertThat(operator.delete(path + "/segments/" + segment).status())
                .as("a list needs its segment no more")
                .isEqualTo(204);
        assertThat(count(listed(list))).isEqualTo(2);
    }

    @Test
    void everythingAcknowledgedBeforeASnapshotIsInIt() {
        String segment = segment("杭州客户", HANGZHOU);
        for (int i = 1; i <= 5; i++) {
            person("杭州", member("S" + i));
            assertThat(ready(snapshot("第 " + i + " 次", segment)).get("size").intValue())
                    .isEqualTo(i);
        }
    }

    @Test
    void aFileOfPhonesBecomesAListAndSaysHowManyItFound() {
        String lin = phone();
        String wang = phone();
        String stranger = phone();
        CustomerNo linNo = person("杭州", phone(lin), member("M1"));
        person("杭州", phone(wang));
        person("上海", member("M3"));
        String file = "姓名,手机号\n林,+86 " + lin + "\n王," + wang + "\n王又来," + wang + "\n谁," + stranger
                + "\n打码,138****0001\n空白,\n";

        JsonNode preview = operator.post(path + "/lists/preview?filename=a.csv", utf8(file))
                .json();
        assertThat(preview.get("column").stringValue()).isEqualTo("手机号");
        assertThat(preview.get("kind").stringValue()).isEqualTo("phone");

        String list = uploaded("展会", file, "手机号", "phone");
        JsonNode result = ready(list).get("upload").get("result");
        assertThat(result.get("rows").intValue()).isEqualTo(6);
        assertThat(result.get("valid").intValue()).isEqualTo(4);
        assertThat(result.get("matched").intValue()).isEqualTo(3);
        assertThat(result.get("customers").intValue()).isEqualTo(2);
        assertThat(result.get("unmatched"))
                .hasSize(3)
                .extracting(one -> one.get("reason").stringValue() + " " + one.get("rows"))
                .containsExactlyInAnyOrder("unknown 1", "unreadable 1", "blank 1");
        assertThat(count(listed(list))).isEqualTo(2);
        assertThat(count("{'type':'not','condition':" + listed(list) + "}"))
                .as("an exclusion is the opposite")
                .isEqualTo(1);
        assertThat(sampled(listed(list))).contains(linNo.value());
        assertThat(customers.named(brand.id(), IdentifierKind.PHONE, List.of(stranger)))
                .as("nobody becomes a customer by being on a list")
                .isEmpty();
    }

    @Test
    void everyFormatAndEncodingAndKindOfIdentifierIsRead() throws IOException {
        String email = "lin" + phone() + "@example.com";
        CustomerNo lin = person(
                "杭州",
                member("会员7"),
                new Identifier(IdentifierKind.EMAIL, email),
                new Identifier(IdentifierKind.EXTERNAL_USERID, "wm" + email),
                new Identifier(IdentifierKind.UNIONID, "un" + email),
                new Identifier(IdentifierKind.OPENID, "op" + email));
        Map<String, byte[]> files = Map.of(
                "member_no", ("会员号;备注\n会员7;常客\n").getBytes(Charset.forName("GB18030")),
                "email", utf8("{\"mail\":\"" + email.toUpperCase(java.util.Locale.ROOT) + "\"}\n"),
                "unionid", workbook("unionid", "un" + email),
                "external_userid", utf8("external_userid\nwm" + email + "\n"),
                "openid", utf8("openid\top\nop" + email + "\t1\n"));
        Map<String, String> columns = Map.of("member_no", "会员号", "email", "mail");
        files.forEach((kind, file) -> {
            Answer preview = operator.post(path + "/lists/preview?filename=list", file);
            assertThat(preview.json().get("kind").stringValue()).as(kind).isEqualTo(kind);
            String list = uploaded(kind, file, columns.getOrDefault(kind, kind), kind);
            assertThat(ready(list).get("upload").get("result").get("matched").intValue())
                    .as(kind)
                    .isEqualTo(1);
            assertThat(sampled(listed(list))).as(kind).containsExactly(lin.value());
        });
    }

    @Test
    void aBareColumnOfPhonesNeedsNoLineOfNames() {
        String lin = phone();
        person("杭州", phone(lin));
        String list = uploaded("裸号", lin + "\n" + phone() + "\n", lin, "phone");
        JsonNode result = ready(list).get("upload").get("result");
        assertThat(result.get("rows").intValue()).isEqualTo(2);
        assertThat(result.get("matched").intValue()).isEqualTo(1);
    }

    @Test
    void rowsThatMatchedNobodyComeBackAsAFileForAWeekMaskedForOthers() {
        String stranger = phone();
        String list = uploaded("陌生人", "phone\n" + stranger + "\n=cmd|' /C calc'!A0\n", "phone", "phone");
        ready(list);
        String mine = new String(operator.download(path + "/lists/" + list + "/unmatched.csv"), StandardCharsets.UTF_8);
        assertThat(mine).startsWith("\uFEFFline,phone,code,message").contains("2," + stranger + ",unknown,");
        assertThat(mine).as("a formula is shown, not run").contains("'=cmd|");
        String others = new String(
                browsers.signedIn(Role.OPERATOR).download(path + "/lists/" + list + "/unmatched.csv"),
                StandardCharsets.UTF_8);
        assertThat(others).doesNotContain(stranger).contains(stranger.substring(0, 3) + "****" + stranger.substring(7));

        clock.advance(Duration.ofDays(7).plusSeconds(1));
        Answer late = operator.get(path + "/lists/" + list + "/unmatched.csv");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.code()).isEqualTo("unmatched-rows-gone");
    }

    @Test
    void whatIsUploadedIsNeverKeptInPlain() {
        String lin = phone();
        String stranger = phone();
        person("杭州", phone(lin));
        String list = uploaded("密", "phone\n" + lin + "\n" + stranger + "\n", "phone", "phone");
        ready(list);
        String kept = database.fetch("select content from segment.customer_list_piece where list_id = " + list)
                .format(10_000);
        assertThat(kept).contains("v1:").doesNotContain(lin).doesNotContain(stranger);
    }

    @Test
    void aListFollowsMergesAndWhoComesApartAgainIsOnItByTheIdentifierThatWasListed() {
        String lin = phone();
        CustomerNo byPhone = person("杭州", phone(lin));
        CustomerNo byMember = person("杭州", member("M1"));
        String phones = uploaded("按手机", "phone\n" + lin + "\n", "phone", "phone");
        String members = uploaded("按会员", "member\nM1\n", "member", "member_no");
        ready(phones);
        ready(members);
        assertThat(sampled(listed(phones))).containsExactly(byPhone.value());
        assertThat(sampled(listed(members))).containsExactly(byMember.value());

        person("杭州", phone(lin), member("M1"));
        assertThat(sampled(listed(phones))).containsExactly(byPhone.value());
        assertThat(sampled(listed(members)))
                .as("the number that was listed belongs to the other now")
                .containsExactly(byPhone.value());
        String both = uploaded("合并后", "member\nM1\n", "member", "member_no");
        assertThat(ready(both).get("size").intValue()).isEqualTo(1);
        assertThat(sampled(listed(both))).containsExactly(byPhone.value());

        JsonNode change = operator.get(path + "/customers/" + byPhone + "/identity")
                .json()
                .get("changes")
                .get(0);
        Answer apart = operator.post(
                path + "/customers/" + byPhone + "/separate",
                Map.of(
                        "low",
                        change.get("low").intValue(),
                        "high",
                        change.get("high").intValue(),
                        "why",
                        "two"));
        assertThat(apart.status()).as(apart.text()).isEqualTo(200);
        assertThat(sampled(listed(phones))).containsExactly(byPhone.value());
        assertThat(sampled(listed(members))).containsExactly(byMember.value());
        assertThat(sampled(listed(both)))
                .as("listed by the member number, while it belonged to the other")
                .containsExactly(byMember.value());
    }

    @Test
    void anotherBrandsCustomersAreNotFoundNorIsItToldThatTheyAreThere() {
        Brand other = brands.chinese();
        String lin = phone();
        log.append(
                List.of(TestEvents.event(other, TestEvents.identified(phone(lin)), EventNames.IDENTIFIED, NOON, "{}")));
        String list = uploaded("别家的", "phone\n" + lin + "\n", "phone", "phone");
        JsonNode result = ready(list).get("upload").get("result");
        assertThat(result.get("matched").intValue()).isZero();
        assertThat(result.get("unmatched").get(0).get("reason").stringValue()).isEqualTo("unknown");
        String elsewhere = "/api/brands/" + other.key() + "/lists/" + list;
        assertThat(operator.get(elsewhere).status()).isEqualTo(404);
        assertThat(operator.delete(elsewhere).status()).isEqualTo(404);
        assertThat(operator.get(elsewhere + "/unmatched.csv").status()).isEqualTo(404);
    }

    @Test
    void aListSomethingStandsOnStaysAndADefinitionNeedsAListThatIsThere() {
        person("杭州", member("M1"));
        String list = uploaded("用着", "member\nM1\n", "member", "member_no");
        ready(list);
        String segment = segment("在名单里", "{'type':'not','condition':" + listed(list) + "}");
        Answer refused = operator.delete(path + "/lists/" + list);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("customer-list-in-use");
        assertThat(refused.json().get("detail").stringValue()).contains("segment/" + segment);
        JsonNode uses = operator.get(path + "/lists/" + list + "/uses").json();
        assertThat(uses).hasSize(1);
        assertThat(uses.get(0).get("name").stringValue()).isEqualTo("在名单里");

        assertThat(operator.delete(path + "/segments/" + segment).status()).isEqualTo(204);
        assertThat(operator.delete(path + "/lists/" + list).status()).isEqualTo(204);
        assertThat(operator.get(path + "/lists/" + list).status()).isEqualTo(404);
        Answer gone = operator.post(path + "/segments/count", json("{'definition':" + listed(list) + "}"));
        assertThat(gone.status()).isEqualTo(422);
        assertThat(gone.json().get("errors").get(0).get("code").stringValue()).isEqualTo("unknown-list");
        assertThat(gone.json().get("errors").get(0).get("pointer").stringValue())
                .isEqualTo("/definition/list");
    }

    @Test
    void aListHasANameOfItsOwnAndReadsByIt() {
        person("杭州", member("M1"));
        String one = uploaded("一", "member\nM1\n", "member", "member_no");
        String two = uploaded("二", "member\nM1\n", "member", "member_no");
        ready(one);
        ready(two);
        Answer taken = operator.put(path + "/lists/" + two, json("{'name':'一'}"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("customer-list-name-taken");
        assertThat(upload("二", utf8("member\nM1\n"), "member", "member_no").code())
                .isEqualTo("customer-list-name-taken");
        assertThat(operator.put(path + "/lists/" + two, json("{'name':'年会来宾'}")).status())
                .isEqualTo(200);
        assertThat(ask(listed(two)).get("reading").get("zh").stringValue()).isEqualTo("在名单“年会来宾”中");
        assertThat(operator.get(path + "/lists").json())
                .extracting(list -> list.get("name").stringValue())
                .containsExactly("年会来宾", "一");
    }

    @Test
    void aFileThatIsNoListIsRefusedAndLeavesNothing() {
        assertThat(upload("空", utf8("phone\n"), "phone", "phone").code()).isEqualTo("customer-list-file-empty");
        assertThat(upload("没有这列", utf8("phone\n1\n"), "mobile", "phone").status())
                .isEqualTo(422);
        assertThat(upload("没有这种", utf8("phone\n1\n"), "phone", "shoe_size").status())
                .isEqualTo(422);
        assertThat(upload("不是表", new byte[] {0, 0, 0, 0, 0, 1}, "phone", "phone")
                        .code())
                .isEqualTo("file-not-text");
        assertThat(operator.get(path + "/lists").json()).isEmpty();
    }

    @Test
    void whoAsksToBeForgottenLeavesEveryListAndEveryRow() {
        String lin = phone();
        person("杭州", phone(lin), member("M1"));
        String listed = uploaded("在", "phone\n" + lin + "\n", "phone", "phone");
        String segment = segment("杭州客户", HANGZHOU);
        String taken = snapshot("快照", segment);
        // Somebody the brand does not know yet, who stands among the unmatched rows.
        String later = phone();
        String unmatched = uploaded("等", "phone\n" + later + "\n" + phone() + "\n", "phone", "phone");
        ready(listed);
        ready(taken);
        ready(unmatched);
        CustomerNo known = person("上海", phone(later));
        Browser admin = browsers.signedIn(Role.ADMIN);
        erase(
                admin,
                customers.named(brand.id(), IdentifierKind.PHONE, List.of(lin)).get(lin));
        erase(admin, known);

        assertThat(operator.get(path + "/lists/" + listed).json().get("size").intValue())
                .isZero();
        assertThat(operator.get(path + "/lists/" + taken).json().get("size").intValue())
                .isZero();
        assertThat(count(listed(listed))).isZero();
        assertThat(new String(admin.download(path + "/lists/" + unmatched + "/unmatched.csv"), StandardCharsets.UTF_8))
                .doesNotContain(later)
                .contains("unknown");
    }

    @Test
    void aHoldOutIsAnExclusionThatCanBeMeasured() {
        for (int i = 1; i <= 40; i++) {
            person("杭州", member("H" + i));
        }
        String share = "{'type':'share','key':'autumn','from':0,'to':5000}";
        int held = count(share);
        assertThat(held).as("about half of 40").isBetween(5, 35);
        assertThat(count("{'type':'and','conditions':[" + HANGZHOU + ",{'type':'not','condition':" + share + "}]}"))
                .isEqualTo(40 - held);
        assertThat(ask(share).get("reading").get("en").stringValue()).isEqualTo("in the share 0–50% of “autumn”");
    }

    @Test
    void guidesHaveNoLists() {
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.get(path + "/lists").status()).isEqualTo(403);
        assertThat(guide.post(path + "/lists/preview?filename=a.csv", utf8("a\n1\n"))
                        .status())
                .isEqualTo(403);
    }

    private void erase(Browser admin, CustomerNo customer) {
        Answer asked = admin.post(path + "/customers/" + customer + "/erasure", Map.of("reason", "本人来信"));
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String id = asked.json().get("id").asString();
        await().atMost(PATIENCE)
                .until(() -> admin.get("/api/erasures/" + id)
                        .json()
                        .get("state")
                        .stringValue()
                        .equals("done"));
    }

    private JsonNode ready(String list) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> operator.get(path + "/lists/" + list).json(),
                        made -> made.get("state").stringValue().equals("ready"));
    }

    private String snapshot(String name, String segment) {
        return operator.post(path + "/lists", Map.of("name", name, "segment", segment))
                .json()
                .get("id")
                .stringValue();
    }

    private String segment(String name, String definition) {
        Answer made =
                operator.post(path + "/segments", json("{'name':'" + name + "','definition':" + definition + "}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").stringValue();
    }

    private String uploaded(String name, String file, String column, String kind) {
        return uploaded(name, utf8(file), column, kind);
    }

    private String uploaded(String name, byte[] file, String column, String kind) {
        Answer made = upload(name, file, column, kind);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").stringValue();
    }

    private Answer upload(String name, byte[] file, String column, String kind) {
        return operator.post(
                path + "/lists/upload?filename=list.csv&name=" + encoded(name) + "&column=" + encoded(column) + "&kind="
                        + kind,
                file);
    }

    private static String listed(String list) {
        return "{'type':'list','list':'" + list + "'}";
    }

    private int count(String definition) {
        return ask(definition).get("count").intValue();
    }

    private JsonNode ask(String definition) {
        assertThat(warehouse.catchUp(PATIENCE)).isTrue();
        Answer answer = operator.post(path + "/segments/count", json("{'definition':" + definition + "}"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private List<Integer> sampled(String definition) {
        assertThat(warehouse.catchUp(PATIENCE)).isTrue();
        return operator.post(path + "/segments/sample", json("{'definition':" + definition + "}"))
                .json()
                .valueStream()
                .map(row -> row.get("customerNo").intValue())
                .toList();
    }

    private CustomerNo person(String city, Identifier... identifiers) {
        Subject subject = TestEvents.identified(identifiers);
        assertThat(log.append(List.of(
                        TestEvents.event(brand, subject, EventNames.IDENTIFIED, NOON, "{\"city\":\"" + city + "\"}"))))
                .hasSize(1);
        Identifier first = identifiers[0];
        return customers.named(brand.id(), first.kind(), List.of(first.value())).get(first.value());
    }

    private static Identifier member(String number) {
        return new Identifier(IdentifierKind.MEMBER_NO, number);
    }

    private static Identifier phone(String number) {
        return new Identifier(IdentifierKind.PHONE, number);
    }

    private static String phone() {
        return "139" + PHONES.incrementAndGet();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] workbook(String column, String value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("名单");
            sheet.value(0, 0, column);
            sheet.value(1, 0, value);
        }
        return out.toByteArray();
    }
}
