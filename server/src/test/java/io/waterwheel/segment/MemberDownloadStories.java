package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.table.TableFiles;
import io.waterwheel.kernel.table.TableFiles.Line;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Whoever may takes a segment's members with them as a file.
@ServerTest
class MemberDownloadStories {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AtomicInteger PHONES = new AtomicInteger(50_000_000);
    private static final String HANGZHOU = "{'type':'attribute','attribute':'city','operator':'is','values':['杭州']}";

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private TableFiles tables;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @TempDir
    private Path folder;

    private Brand brand;
    private Browser admin;
    private String path;
    private String phone;
    private String segment;

    @BeforeEach
    void aSegmentOfTwo() {
        brand = brands.chinese();
        admin = browsers.signedIn(Role.ADMIN).with("Accept-Language", "zh-CN");
        path = "/api/brands/" + brand.key();
        phone = "139" + PHONES.incrementAndGet();
        person("M1", phone, "杭州", "林清", "=HYPERLINK(\\\"http://x\\\")");
        person("M2", "139" + PHONES.incrementAndGet(), "杭州", "王五", "银");
        person("M3", "139" + PHONES.incrementAndGet(), "上海", "赵六", "金");
        log.append(List.of(TestEvents.order(brand, TestEvents.member("M1"), "d1", "12.50", NOON)));
        segment = admin.post(path + "/segments", json("{'name':'杭州/客户','definition':" + HANGZHOU + "}"))
                .json()
                .get("id")
                .stringValue();
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    @Test
    void theChosenColumnsOfEveryMemberInTheirOrder() {
        String id =
                ready(admin, "csv", false, "memberNo", "city", "netSales", "orders", "lastOrderAt", "name", "phone");
        String text = text(admin, id);
        assertThat(text).startsWith("\uFEFF会员号,城市,净消费,订单数,最近下单,姓名,手机号\r\n");
        assertThat(text.lines().skip(1).toList())
                .containsExactlyInAnyOrder(
                        "M1,杭州,12.50,1,2026-03-01 12:00:00,林**," + phone.substring(0, 3) + "****" + phone.substring(7),
                        "M2,杭州,0.00,0,,王**,139****" + (PHONES.get() - 1 + "").substring(4));
        JsonNode shown = admin.get(path + "/member-downloads/" + id).json();
        assertThat(shown.get("rows").intValue()).isEqualTo(2);
        assertThat(shown.get("name").stringValue()).isEqualTo("杭州/客户");
    }

    @Test
    void aWorkbookSaysTheSame() throws IOException {
        String id = ready(admin, "xlsx", true, "memberNo", "phone", "netSales", "attributes.level");
        Path file = folder.resolve("members.xlsx");
        Files.write(file, admin.download(path + "/member-downloads/" + id + "/file"));
        List<List<String>> rows = tables.read(file, "members.xlsx", table -> {
            List<List<String>> read = new ArrayList<>();
            read.add(table.columns());
            for (Line line = table.next(); line != null; line = table.next()) {
                read.add(line.cells());
            }
            return read;
        });
        assertThat(rows.getFirst()).containsExactly("会员号", "手机号", "净消费", "attributes.level");
        assertThat(rows).contains(List.of("M1", phone, "12.5", "'=HYPERLINK(\"http://x\")"));
    }

    @Test
    void whatBeginsLikeAFormulaIsShownAndNotRun() {
        String text = text(admin, ready(admin, "csv", false, "memberNo", "attributes.level"));
        assertThat(text).contains("M1,\"'=HYPERLINK(\"\"http://x\"\")\"");
    }

    @Test
    void onlyWhoIsAllowedToDownloadsAndOnlyWhoMaySeePersonalDataGetsItInPlain() {
        String username = browsers.person(Role.OPERATOR);
        Browser operator = browsers.open();
        operator.signIn(username, Browsers.PASSWORD);
        assertThat(start(operator, "csv", false, "phone").code()).isEqualTo("member-download-refused");

        allow(username, "mayDownload");
        assertThat(start(operator, "csv", true, "phone").code()).isEqualTo("plain-personal-data-refused");
        assertThat(text(operator, ready(operator, "csv", false, "phone"))).doesNotContain(phone);
        String plain = ready(admin, "csv", true, "phone");
        assertThat(text(admin, plain)).contains(phone);
        assertThat(operator.get(path + "/member-downloads/" + plain + "/file").code())
                .as("nor by fetching what somebody else asked for")
                .isEqualTo("plain-personal-data-refused");

        allow(username, "mayLookUp");
        assertThat(text(operator, plain)).contains(phone);
        assertThat(browsers.signedIn(Role.GUIDE).get(path + "/member-downloads").status())
                .isEqualTo(403);
    }

    @Test
    void whoTookWhatIsOnTheTrail() {
        String id = ready(admin, "csv", true, "memberNo", "phone");
        text(admin, id);
        JsonNode asked = trail("member-download.start", id).get("detail");
        assertThat(asked.get("segment").asString()).isEqualTo(segment);
        assertThat(asked.get("columns").asString()).isEqualTo("memberNo,phone");
        assertThat(asked.get("plain").asBoolean()).isTrue();
        assertThat(trail("member-download.made", id).get("detail").get("rows").asInt())
                .isEqualTo(2);
        assertThat(trail("member-download.fetch", id).get("actor").asString()).startsWith("admin");
    }

    @Test
    void aFileIsKeptForThreeDaysAndGoesWhenSomebodyAsksToBeForgotten() {
        String first = ready(admin, "csv", false, "memberNo");
        clock.advance(Duration.ofDays(3).plusSeconds(1));
        assertThat(admin.get(path + "/member-downloads/" + first + "/file").code())
                .isEqualTo("member-download-gone");
        clock.reset();
        String second = ready(admin, "csv", true, "phone");
        Answer erasing = admin.post(
                path + "/customers/"
                        + customers
                                .named(brand.id(), IdentifierKind.PHONE, List.of(phone))
                                .get(phone) + "/erasure",
                Map.of("reason", "本人来信"));
        assertThat(erasing.status()).as(erasing.text()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> admin.get(
                                "/api/erasures/" + erasing.json().get("id").asString())
                        .json()
                        .get("state")
                        .stringValue()
                        .equals("done"));
        assertThat(admin.get(path + "/member-downloads/" + second)
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("expired");
        assertThat(admin.get(path + "/member-downloads/" + second + "/file").status())
                .isEqualTo(410);
    }

    @Test
    void aListIsDownloadedTheSameWay() {
        String list = admin.post(
                        path + "/lists/upload?filename=a.csv&name=a&column=member&kind=member_no",
                        "member\nM3\n".getBytes(StandardCharsets.UTF_8))
                .json()
                .get("id")
                .stringValue();
        await().atMost(PATIENCE)
                .until(() -> admin.get(path + "/lists/" + list)
                        .json()
                        .get("state")
                        .stringValue()
                        .equals("ready"));
        Answer started = admin.post(
                path + "/member-downloads",
                json("{'list':'" + list + "','columns':['memberNo'],'format':'csv','plain':false}"));
        assertThat(text(admin, made(admin, started)).lines()).containsExactly("\uFEFF会员号", "M3");
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        assertThat(start(admin, "csv", false, "password").status()).isEqualTo(422);
        assertThat(start(admin, "csv", false).status()).isEqualTo(422);
        assertThat(start(admin, "csv", false, "city", "city").status()).isEqualTo(422);
        assertThat(admin.post(
                                path + "/member-downloads",
                                json("{'segment':'" + segment
                                        + "','list':'1','columns':['city'],'format':'csv','plain':false}"))
                        .status())
                .isEqualTo(422);
        assertThat(admin.post(
                                "/api/brands/" + brands.chinese().key() + "/member-downloads",
                                json("{'segment':'" + segment + "','columns':['city'],'format':'csv','plain':false}"))
                        .status())
                .isEqualTo(404);
    }

    private JsonNode trail(String action, String id) {
        return StreamSupport.stream(
                        browsers.commandLine()
                                .get("/api/audit?action=" + action)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(entry -> entry.get("subject").stringValue().equals("member-download/" + id))
                .findFirst()
                .orElseThrow();
    }

    private void allow(String username, String what) {
        String id = StreamSupport.stream(admin.get("/api/accounts").json().spliterator(), false)
                .filter(account -> account.get("username").stringValue().equals(username))
                .findFirst()
                .orElseThrow()
                .get("id")
                .stringValue();
        assertThat(admin.patch("/api/accounts/" + id, Map.of(what, true)).status())
                .isEqualTo(200);
    }

    private Answer start(Browser who, String format, boolean plain, String... columns) {
        return who.post(
                path + "/member-downloads",
                Map.of("segment", segment, "columns", List.of(columns), "format", format, "plain", plain));
    }

    private String ready(Browser who, String format, boolean plain, String... columns) {
        return made(who, start(who, format, plain, columns));
    }

    private String made(Browser who, Answer started) {
        assertThat(started.status()).as(started.text()).isEqualTo(201);
        String id = started.json().get("id").stringValue();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> who.get(path + "/member-downloads/" + id)
                        .json()
                        .get("state")
                        .stringValue()
                        .equals("ready"));
        return id;
    }

    private String text(Browser who, String id) {
        return new String(who.download(path + "/member-downloads/" + id + "/file"), StandardCharsets.UTF_8);
    }

    private void person(String member, String phone, String city, String name, String level) {
        assertThat(log.append(List.of(TestEvents.event(
                        brand,
                        TestEvents.identified(
                                new Identifier(IdentifierKind.MEMBER_NO, member),
                                new Identifier(IdentifierKind.PHONE, phone)),
                        EventNames.IDENTIFIED,
                        NOON,
                        "{\"city\":\"" + city + "\",\"name\":\"" + name + "\",\"level\":\"" + level + "\"}"))))
                .hasSize(1);
    }
}
