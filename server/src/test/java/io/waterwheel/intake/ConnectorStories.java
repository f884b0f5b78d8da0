package io.waterwheel.intake;

import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.intake.generated.Tables.PLATFORM_NOTICE;
import static io.waterwheel.intake.generated.Tables.PLATFORM_ORDER;
import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.intake.generated.Tables.SOURCE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.intake.connector.Connections;
import io.waterwheel.intake.connector.OrderBook;
import io.waterwheel.intake.platform.Samples;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ConnectorStories {

    private static final String SECRET = "the-platforms-secret";
    private static final String TID = "4100000000000000001";

    @LocalServerPort
    int port;

    @Autowired
    Connections connections;

    @Autowired
    OrderBook book;

    @Autowired
    Sources sources;

    @Autowired
    TestBrands brands;

    @Autowired
    Browsers browsers;

    @Autowired
    DSLContext database;

    @Autowired
    JsonMapper json;

    Brand brand;
    Source tmall;
    PlatformSender platforms;

    @BeforeEach
    void aBrandOnTmall() {
        brand = brands.chinese();
        tmall = connections.create(brand, "Tmall flagship", "tmall", SECRET);
        platforms = new PlatformSender(port, SECRET);
    }

    @Test
    void aTmallOrderIsPaidShippedAndPartlyRefunded() {
        Source miniProgram = connections.create(brand, "Mini-program", "youzan", SECRET);
        // In February somebody buys in the mini-program, where her phone is known.
        accepted(platforms.youzan(
                miniProgram,
                Samples.youzanMessage(
                        "trade_TradePaid",
                        "E1",
                        Samples.youzanOrder("E1", "WAIT_SELLER_SEND_GOODS", Samples.YOUZAN_PAID, "13800005678"))));
        // In March an order comes from Tmall; the shop may see the phone.
        accepted(platforms.tmall(
                tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "13800005678")));
        accepted(platforms.tmall(
                tmall, Samples.tmallTrade(TID, "WAIT_BUYER_CONFIRM_GOODS", Samples.TMALL_SHIPPED, "138****5678")));
        // The glass is broken, its money goes back; that message names the order only.
        accepted(platforms.tmall(tmall, Samples.tmallRefundSuccess(TID, "88001", "42.00", "2026-03-05 10:00:00")));

        assertThat(timeline(tmall))
                .containsExactly(
                        "Order Placed 2026-03-01T01:00:00Z",
                        "Order Completed 2026-03-01T01:05:30Z",
                        "Order Shipped 2026-03-02T06:00:00Z",
                        "Order Refunded 2026-03-05T02:00:00Z");
        // The buyer and the friend of the mini-program are one customer with two orders.
        assertThat(totals()).containsExactly(List.of(2, 1, 27_600L, 4_200L));
        assertThat(events(tmall, "Order Refunded")).singleElement().satisfies(refund -> {
            JsonNode properties = json.readTree(refund.getProperties().data());
            assertThat(properties.path("order_id").asString()).isEqualTo("88001");
            assertThat(properties.path("refunded_order_id").asString()).isEqualTo(TID);
            assertThat(refund.getCustomerNo()).isNotNull();
        });
    }

    @Test
    void linesCarryWhatWasPaidForThem() {
        platforms.tmall(tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, ""));
        JsonNode order = json.readTree(
                events(tmall, "Order Completed").getFirst().getProperties().data());
        assertThat(order.path("total").decimalValue()).isEqualByComparingTo("178.00");
        assertThat(order.path("shipping").decimalValue()).isEqualByComparingTo("10.00");
        assertThat(order.path("discount").decimalValue()).isEqualByComparingTo("32.00");
        assertThat(order.path("platform").asString()).isEqualTo("tmall");
        JsonNode tea = order.path("products").get(0);
        assertThat(tea.path("product_id").asString()).isEqualTo("TEA-100");
        assertThat(tea.path("price").decimalValue()).isEqualByComparingTo("42.00");
        assertThat(tea.path("list_price").decimalValue()).isEqualByComparingTo("50.00");
        assertThat(tea.path("quantity").intValue()).isEqualTo(3);
    }

    @Test
    void anotherVersionOfAnOrderDoesNotCountTwice() {
        String paid = Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "");
        platforms.tmall(tmall, paid);
        platforms.tmall(tmall, paid);
        // The address changes, and with it everything that is masked of it.
        platforms.tmall(tmall, paid.replace("文*路*号", "灵*路*号").replace("09:05:31", "11:00:00"));
        assertThat(timeline(tmall)).hasSize(2);
        assertThat(totals()).containsExactly(List.of(1, 0, 17_800L, 0L));
    }

    @Test
    void aMaskedPhoneMakesNobodyOne() {
        platforms.tmall(tmall, Samples.tmallTrade("1", "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "138****5678"));
        platforms.tmall(
                tmall,
                Samples.tmallTrade("2", "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "138****5678")
                        .replace("SampleOpenUid01", "SampleOpenUid02"));
        assertThat(totals()).hasSize(2);
    }

    @Test
    void aPhoneThatIsShownLaterStillNamesTheBuyer() {
        Source miniProgram = connections.create(brand, "Mini-program", "youzan", SECRET);
        platforms.tmall(tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "138****5678"));
        // The same version once more, decrypted: nothing has happened to the order.
        platforms.tmall(tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "13800005678"));
        platforms.youzan(
                miniProgram,
                Samples.youzanMessage(
                        "trade_TradePaid",
                        "E1",
                        Samples.youzanOrder("E1", "WAIT_SELLER_SEND_GOODS", Samples.YOUZAN_PAID, "13800005678")));
        assertThat(totals()).containsExactly(List.of(2, 0, 27_600L, 0L));
    }

    /// Every order in which an order's versions and notices can come ends in the same events of the same customer.
    @Test
    void messagesInAnyOrderEndInTheSameState() {
        long seed = 20_261_126;
        Random random = new Random(seed);
        List<String> wanted = null;
        for (int round = 0; round < 12; round++) {
            String tid = "41" + String.format("%017d", round);
            Source shop = connections.create(brand, "shop " + round, "tmall", SECRET);
            List<String> messages = new ArrayList<>(List.of(
                    Samples.tmallNotice("taobao_trade_TradeCreate", tid, "2026-03-01 09:00:00"),
                    Samples.tmallNotice("taobao_trade_TradeBuyerPay", tid, "2026-03-01 09:05:30"),
                    Samples.tmallNotice("taobao_trade_TradeSellerShip", tid, "2026-03-02 14:00:00"),
                    Samples.tmallNotice("taobao_trade_TradeSuccess", tid, "2026-03-09 20:00:00"),
                    Samples.tmallRefundSuccess(tid, "99" + round, "42.00", "2026-03-05 10:00:00"),
                    Samples.tmallRefundSuccess(tid, "98" + round, "8.00", "2026-03-06 10:00:00"),
                    Samples.tmallTrade(tid, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, ""),
                    Samples.tmallTrade(tid, "WAIT_BUYER_CONFIRM_GOODS", Samples.TMALL_SHIPPED, ""),
                    Samples.tmallTrade(tid, "TRADE_FINISHED", Samples.TMALL_FINISHED, "")));
            messages.add(messages.get(random.nextInt(messages.size())));
            Collections.shuffle(messages, random);
            messages.forEach(message -> accepted(platforms.tmall(shop, message)));
            List<String> told = timeline(shop);
            wanted = wanted == null ? told : wanted;
            assertThat(told)
                    .as("seed %s round %s", seed, round)
                    .isEqualTo(wanted)
                    .hasSize(6);
            assertThat(events(shop, null))
                    .as("seed %s round %s", seed, round)
                    .allSatisfy(event -> assertThat(event.getCustomerNo()).isNotNull());
            assertThat(database.fetchCount(
                            PLATFORM_NOTICE,
                            PLATFORM_NOTICE.SOURCE_ID.eq(shop.id().value())))
                    .isZero();
        }
        assertThat(totals()).containsExactly(List.of(12, 24, 12 * 17_800L, 12 * 5_000L));
    }

    @Test
    void aNoticeWaitsForItsOrder() {
        Source douyin = connections.create(brand, "Douyin", "douyin", SECRET);
        String id = "6917533224570258991";
        accepted(platforms.douyin(douyin, "[{\"tag\":\"0\",\"msg_id\":\"0\",\"data\":\"trial\"}]"));
        accepted(platforms.douyin(
                douyin,
                "[" + Samples.douyinMessage("101", "{\"p_id\":" + id + ",\"pay_amount\":19050}") + ","
                        + Samples.douyinMessage(
                                "206",
                                "{\"p_id\":" + id
                                        + ",\"aftersale_id\":700089,\"refund_amount\":5000,\"success_time\":1772500000}")
                        + "]"));
        assertThat(timeline(douyin)).isEmpty();
        assertThat(book.awaited(douyin.id())).isEqualTo(1);
        accepted(platforms.douyin(douyin, Samples.douyinOrder(id, "2", Samples.DOUYIN_PAID)));
        assertThat(timeline(douyin)).hasSize(3).last().asString().startsWith("Order Refunded");
        assertThat(book.awaited(douyin.id())).isZero();
        assertThat(totals()).containsExactly(List.of(1, 1, 19_050L, 5_000L));
    }

    @Test
    void whatOnlyWaitsIsSealed() {
        platforms.tmall(tmall, Samples.tmallRefundSuccess(TID, "88001", "42.00", "2026-03-05 10:00:00"));
        platforms.tmall(tmall, Samples.tmallTrade("7", "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "13800005678"));
        assertThat(database.select(PLATFORM_NOTICE.MESSAGE)
                        .from(PLATFORM_NOTICE)
                        .where(PLATFORM_NOTICE.SOURCE_ID.eq(tmall.id().value()))
                        .fetch(PLATFORM_NOTICE.MESSAGE))
                .singleElement()
                .asString()
                .startsWith("v1:");
        assertThat(database.select(PLATFORM_ORDER.SEALED_BUYER)
                        .from(PLATFORM_ORDER)
                        .where(PLATFORM_ORDER.SOURCE_ID.eq(tmall.id().value()))
                        .and(PLATFORM_ORDER.NUMBER.eq("7"))
                        .fetchSingle(PLATFORM_ORDER.SEALED_BUYER))
                .startsWith("v1:");
        assertThat(database.select(SOURCE.SEALED_SECRET)
                        .from(SOURCE)
                        .where(SOURCE.ID.eq(tmall.id().value()))
                        .fetchSingle(SOURCE.SEALED_SECRET))
                .doesNotContain(SECRET)
                .startsWith("v1:");
        assertThat(events(tmall, null))
                .allSatisfy(event -> assertThat(event.getProperties().data()).doesNotContain("138", "李"));
    }

    @Test
    void aForgedPushIsRefusedWithTheReason() {
        String order = Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "");
        HttpResponse<String> forged = new PlatformSender(port, "a guess").tmall(tmall, order);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("push-forged").doesNotContain("\"success\"");
        assertThat(new PlatformSender(port, "a guess")
                        .tmall(tmall, "no json at all")
                        .statusCode())
                .isEqualTo(403);
        assertThat(quarantined(tmall)).isEmpty();
        assertThat(timeline(tmall)).isEmpty();
        connections.changeSecret(brand, tmall.id(), "a guess");
        accepted(new PlatformSender(port, "a guess").tmall(tmall, order));
        assertThat(timeline(tmall)).hasSize(2);
    }

    @Test
    void anAddressThatIsNoneIsSaidSo() {
        assertThat(platforms.post("/v1/connect/tmall/nothing", "{}", Map.of()).statusCode())
                .isEqualTo(404);
        // The key of one platform's source under another platform's name.
        assertThat(platforms
                        .post(tmall.pushPath().replace("/tmall/", "/jd/"), "{}", Map.of())
                        .body())
                .contains("connection-unknown");
        sources.revoke(brand, tmall.id());
        assertThat(platforms
                        .tmall(tmall, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, ""))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsKeptAndAcknowledged() {
        accepted(platforms.tmall(tmall, "{\"trade\":{\"tid\":1,\"status\":\"WAIT_SELLER_SEND_GOODS\"}}"));
        accepted(platforms.tmall(tmall, "no json at all"));
        accepted(platforms.tmall(
                tmall,
                Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "")
                        .replace("178.00", "-1.00")));
        assertThat(quarantined(tmall)).containsExactlyInAnyOrder("field-missing", "json-malformed", "price-negative");
        assertThat(timeline(tmall)).isEmpty();
    }

    @Test
    void aBrandThatDoesNotSellInYuanTakesNoYuan() {
        Brand abroad = brands.create("GBP", "Europe/London");
        Source shop = connections.create(abroad, "Tmall", "tmall", SECRET);
        accepted(platforms.tmall(shop, Samples.tmallTrade(TID, "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "")));
        assertThat(quarantined(shop)).containsExactly("currency-differs");
    }

    @Test
    void eachPlatformIsAnsweredAsItExpects() {
        Source jd = connections.create(brand, "JD", "jd", SECRET);
        Source youzan = connections.create(brand, "Youzan", "youzan", SECRET);
        Source douyin = connections.create(brand, "Douyin", "douyin", SECRET);
        assertThat(platforms
                        .jd(jd, Samples.jdOrder("301000001", "WAIT_SELLER_STOCK_OUT", Samples.JD_PAID))
                        .body())
                .isEqualTo("{\"code\":\"0\",\"msg\":\"success\"}");
        assertThat(platforms
                        .jd(jd, Samples.jdRefund("770001", "301000001", "3"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(timeline(jd)).hasSize(3);
        assertThat(platforms
                        .youzan(youzan, "{\"test\":true,\"type\":\"trade_TradePaid\",\"msg\":\"%7B%7D\"}")
                        .body())
                .isEqualTo("{\"code\":0,\"msg\":\"success\"}");
        assertThat(platforms.douyin(douyin, "[{\"tag\":\"0\"}]").body()).isEqualTo("{\"code\":0,\"msg\":\"success\"}");
    }

    @Test
    void aFileOfMessagesComesInAsAJob() throws Exception {
        String lines = String.join(
                "\n",
                oneLine(Samples.tmallTrade("11", "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, "")),
                "",
                "not json",
                oneLine(Samples.tmallRefundSuccess("11", "88001", "42.00", "2026-03-05 10:00:00")),
                "{\"trade\":{\"tid\":12}}",
                oneLine(Samples.tmallNotice("taobao_trade_TradeSuccess", "13", "2026-03-09 20:00:00")),
                oneLine(Samples.tmallNotice("taobao_trade_TradeMemoModified", "11", "2026-03-09 20:00:00")));
        Browser operator = browsers.signedIn(Role.OPERATOR);
        JsonNode first = bringIn(operator, lines);
        assertThat(first.path("counts").toString())
                .isEqualTo("{\"lines\":6,\"events\":3,\"orders\":1,\"refunds\":1,\"waiting\":1,\"irrelevant\":1,"
                        + "\"rejected\":2}");
        JsonNode faults = operator.get(files() + "/" + first.path("id").asLong() + "/errors")
                .json()
                .path("items");
        assertThat(faults.toString())
                .contains("\"line\":3,\"code\":\"json-malformed\"")
                .contains("\"line\":5,\"code\":\"field-missing\"", "\"place\":\"trade/status\"");
        // The same file again changes nothing.
        assertThat(bringIn(operator, lines).path("counts").path("events").asInt())
                .isZero();
        assertThat(timeline(tmall)).hasSize(3);
        assertThat(totals()).containsExactly(List.of(1, 1, 17_800L, 4_200L));
    }

    @Test
    void anOperatorMakesAConnectionAndSeesWhereToPushTo() {
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String connectors = "/api/brands/" + brand.key() + "/connectors";
        assertThat(operator.get(connectors + "/platforms").json().findValuesAsString("code"))
                .contains("douyin", "jd", "tmall", "youzan");
        Browser.Answer made =
                operator.post(connectors, Map.of("name", "JD shop", "platform", "jd", "secret", "s3cret"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).doesNotContain("s3cret");
        assertThat(made.json().path("kind").asString()).isEqualTo("connector");
        assertThat(made.json().path("pushPath").asString()).startsWith("/v1/connect/jd/");
        assertThat(operator.post(connectors, Map.of("name", "x", "platform", "nowhere", "secret", "s"))
                        .code())
                .isEqualTo("platform-unknown");
        assertThat(operator.post(connectors, Map.of("name", "JD shop", "platform", "jd", "secret", "s"))
                        .code())
                .isEqualTo("source-name-taken");
        assertThat(operator.post(connectors, Map.of("name", "y", "platform", "jd", "secret", " "))
                        .code())
                .isEqualTo("invalid");
        assertThat(browsers.signedIn(Role.GUIDE).get(connectors + "/platforms").status())
                .isEqualTo(403);
    }

    @Test
    void aConnectorOfSomebodyElseIsFoundAndTreatedAlike() {
        Source corner = connections.create(brand, "Corner shop", "cornershop", SECRET);
        String order = "{\"no\":\"1\",\"buyer\":\"b7\",\"paid_at\":1772330460,\"sum\":1250,"
                + "\"items\":[{\"code\":\"TEA\",\"pcs\":2,\"sum\":1250}]}";
        String sign = io.waterwheel.intake.connector.Signatures.md5(
                order.getBytes(StandardCharsets.UTF_8), SECRET.getBytes(StandardCharsets.UTF_8));
        assertThat(platforms
                        .post(corner.pushPath(), order, Map.of("X-Signature", sign))
                        .body())
                .isEqualTo("{\"ok\":true}");
        assertThat(totals()).containsExactly(List.of(1, 0, 1_250L, 0L));
    }

    private String files() {
        return "/api/brands/" + brand.key() + "/connectors/" + tmall.id() + "/files";
    }

    private JsonNode bringIn(Browser operator, String lines) {
        Browser.Answer taken =
                operator.post(files() + "?filename=orders.jsonl", lines.getBytes(StandardCharsets.UTF_8));
        assertThat(taken.status()).isEqualTo(200);
        long id = taken.json().path("id").asLong();
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> file(operator, id),
                        file -> file.has("finishedAt")
                                && !file.path("finishedAt").isNull());
    }

    private JsonNode file(Browser operator, long id) {
        for (JsonNode file : operator.get(files()).json().path("items")) {
            if (file.path("id").asLong() == id) {
                return file;
            }
        }
        throw new AssertionError("no file " + id);
    }

    private static String oneLine(String message) {
        return message.replace("\n", " ");
    }

    private static void accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("success");
    }

    /// What the source told, in the order in which it happened.
    private List<String> timeline(Source source) {
        return events(source, null).stream()
                .sorted(java.util.Comparator.comparing(EventRecord::getAt))
                .map(event -> event.getName() + " " + event.getAt())
                .toList();
    }

    private List<EventRecord> events(Source source, @org.jspecify.annotations.Nullable String name) {
        return database.selectFrom(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .and(EVENT.SOURCE.eq(source.name()))
                .and(name == null ? org.jooq.impl.DSL.noCondition() : EVENT.NAME.eq(name))
                .orderBy(EVENT.POSITION)
                .fetch();
    }

    /// Of each customer who bought: orders, refunds, money in, money back.
    private List<List<Object>> totals() {
        return database.selectFrom(RELATION)
                .where(RELATION.BRAND_ID.eq(brand.id().value()))
                .orderBy(RELATION.CUSTOMER_NO)
                .fetch(row ->
                        List.<Object>of(row.getOrders(), row.getRefunds(), row.getGrossSales(), row.getRefunded()));
    }

    private List<String> quarantined(Source source) {
        return database.select(QUARANTINE.REASON)
                .from(QUARANTINE)
                .where(QUARANTINE.SOURCE_ID.eq(source.id().value()))
                .fetch(QUARANTINE.REASON);
    }
}
