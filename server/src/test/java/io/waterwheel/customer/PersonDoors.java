package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.SUGGESTION;
import static io.waterwheel.exchange.generated.Tables.DEAD_LETTER;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.FRIEND_TAGS;
import static io.waterwheel.wecom.generated.Tables.GROUP_MEMBER;
import static io.waterwheel.wecom.generated.Tables.MOMENT_CUSTOMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.webhook.WebhookSettings;
import io.waterwheel.exchange.webhook.Webhooks;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.connector.Connections;
import io.waterwheel.intake.connector.PlatformMessage;
import io.waterwheel.intake.connector.PlatformOrders;
import io.waterwheel.intake.file.Imports;
import io.waterwheel.intake.platform.Samples;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.loyalty.MembershipDoor;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.MessageRequest;
import io.waterwheel.touch.Messages;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.sms.SmsAccounts;
import io.waterwheel.touch.sms.SmsSettings;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Templates;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Brings people in by every door there is, so that something of them lies in every store. A new door belongs here.
@TestComponent
class PersonDoors {

    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BroadcastFixture broadcasts;
    private final MembershipDoor membership;
    private final MailAccounts mail;
    private final SmsAccounts sms;
    private final EventLog log;
    private final Sources sources;
    private final Imports imports;
    private final Connections connections;
    private final PlatformOrders platformOrders;
    private final Tags tags;
    private final Webhooks webhooks;
    private final Browsers browsers;
    private final Messages messages;
    private final Templates templates;
    private final TransactionOperations transactions;
    private final DSLContext database;
    private final Environment environment;

    PersonDoors(
            AutowireCapableBeanFactory beans,
            MailAccounts mail,
            SmsAccounts sms,
            EventLog log,
            Sources sources,
            Imports imports,
            Connections connections,
            PlatformOrders platformOrders,
            Tags tags,
            Webhooks webhooks,
            Browsers browsers,
            Messages messages,
            Templates templates,
            TransactionOperations transactions,
            DSLContext database,
            Environment environment) {
        this.broadcasts = beans.createBean(BroadcastFixture.class);
        this.membership = beans.createBean(MembershipDoor.class);
        this.mail = mail;
        this.sms = sms;
        this.log = log;
        this.sources = sources;
        this.imports = imports;
        this.connections = connections;
        this.platformOrders = platformOrders;
        this.tags = tags;
        this.webhooks = webhooks;
        this.browsers = browsers;
        this.messages = messages;
        this.templates = templates;
        this.transactions = transactions;
        this.database = database;
        this.environment = environment;
    }

    /// Distinctive values, so that whatever is found is this person's.
    ///
    /// @param person who they are in the simulated corp
    record Words(
            int person,
            String phone,
            String name,
            String street,
            String member,
            String nickname,
            String user,
            String buyer) {

        static Words of(int person, String mark, String phone) {
            String hash = Integer.toHexString(mark.hashCode());
            return new Words(
                    person,
                    phone,
                    "欧阳" + mark,
                    "永康路" + mark + "弄 26 号",
                    "MEM-" + hash + "-E",
                    mark + "大王",
                    "user-" + hash,
                    "Buyer0" + hash + "0");
        }

        List<String> all(Brand brand) {
            return List.of(
                    phone,
                    name,
                    street,
                    member,
                    nickname,
                    user,
                    buyer,
                    SimulatedCorp.email(brand, person),
                    SimulatedCorp.external(brand, person));
        }

        List<Identifier> identifiers(Brand brand) {
            return List.of(
                    new Identifier(IdentifierKind.PHONE, phone),
                    new Identifier(IdentifierKind.MEMBER_NO, member),
                    new Identifier(IdentifierKind.USER_ID, user),
                    new Identifier(IdentifierKind.BUYER_ID, "tmall:" + buyer),
                    new Identifier(IdentifierKind.EMAIL, SimulatedCorp.email(brand, person)),
                    new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, person)));
        }
    }

    /// @return the customer `one` is then
    CustomerNo everywhere(
            Brand brand, Browser admin, SimulatedCorp corp, SimulatedMarket market, Words one, Words other)
            throws Exception {
        String callbacks =
                "http://127.0.0.1:" + environment.getProperty("local.server.port") + "/callbacks/wecom/" + brand.key();
        corp.world(brand, 1, 2, 2, callbacks);
        broadcasts.connect(corp, brand);
        mail.change(brand, broadcasts.mailOf(corp));
        broadcasts.sync(brand);
        Browser shop = shop(brand);
        for (Words who : List.of(one, other)) {
            tell(brand, shop, who);
        }
        brought(shop, other, one);
        brought(shop, one, other);
        await().atMost(PATIENCE)
                .until(() -> database.fetchExists(CATALOGUE_EVENT, CATALOGUE_EVENT.NAME.eq("Called " + one.phone())));
        membership.connect(brand, admin, market);
        membership.join(market, one.buyer(), one.phone());
        membership.join(market, other.buyer(), other.phone());
        CustomerNo customer = find(brand, admin, one.phone());
        membership.family(brand, admin, customer, find(brand, admin, other.phone()));
        tag(brand, admin, one, customer);
        callback(brand, corp, one);
        // Synchronised once more, what WeCom has of their tags is written down.
        broadcasts.sync(brand);
        push(brand, one, other);
        files(brand, one, other);
        BroadcastId broadcast = broadcasts.planned(
                brand, BroadcastFixture.email("{{ customer.name }}，{{ link }}", "http://127.0.0.1/shop"));
        broadcasts.sendOut(brand, broadcast);
        // By phone: a trial's files, a task for whoever calls, and one for the guide who writes.
        sms.change(brand, new SmsSettings("file", null, null, null, "茶水", "", BigDecimal.ZERO, null));
        for (ChannelKind channel : List.of(ChannelKind.SMS, ChannelKind.CALL, ChannelKind.WECOM_TASK)) {
            broadcasts.sendOut(
                    brand,
                    broadcasts.planned(brand, new NewTemplate("电话", channel, null, "{{ customer.name }}您好", null)));
        }
        among(brand, admin, corp);
        message(brand, customer, one);
        suggestion(brand, customer, find(brand, admin, other.phone()));
        deadLetter(brand, customer);
        parquet(brand, admin);
        lists(brand, admin, one, other);
        journey(brand, admin, one, customer);
        askedFor(brand, admin, one, customer);
        return customer;
    }

    void sync(Brand brand) {
        broadcasts.sync(brand);
    }

    static CustomerNo find(Brand brand, Browser admin, String phone) {
        return new CustomerNo(admin.get("/api/brands/" + brand.key() + "/customers?q=" + phone)
                .json()
                .at("/items/0/customerNo")
                .asInt());
    }

    private Browser shop(Brand brand) {
        String writeKey = sources.create(brand, "shop").writeKey();
        return browsers.open()
                .with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8)));
    }

    private void tell(Brand brand, Browser shop, Words who) {
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(
                        new Identifier(IdentifierKind.PHONE, who.phone()),
                        new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, who.person()))),
                EventNames.IDENTIFIED,
                MARCH,
                "{}")));
        Map<String, Object> traits = Map.of(
                "phone", who.phone(),
                "email", SimulatedCorp.email(brand, who.person()),
                "member_no", who.member(),
                "name", who.name(),
                "nickname", who.nickname(),
                "address", Map.of("street", who.street(), "city", "上海"));
        Map<String, Object> order = Map.of(
                "order_id", "E-" + who.person(),
                "total", 88.5,
                "shipping_address", who.street(),
                "receiver", who.name(),
                "products", List.of(Map.of("product_id", "tea", "name", "给" + who.name(), "price", 88.5)));
        List<Map<String, Object>> batch = List.of(
                Map.of("type", "identify", "userId", who.user(), "messageId", "id-" + who.user(), "traits", traits),
                track(who, EventNames.ORDER_COMPLETED, order),
                track(
                        who,
                        EventNames.CONSENT_GRANTED,
                        Map.of("channel", "any", "purpose", "marketing", "wording", who.name() + "同意")),
                track(who, EventNames.QUIET_PREFERENCE_SET, Map.of("kind", "none")),
                track(who, "Called " + who.phone(), Map.of("note", who.name())),
                Map.of("type", "nonsense", "userId", who.user(), "traits", traits));
        assertThat(shop.post("/v1/batch", JsonMapper.shared().writeValueAsString(Map.of("batch", batch)))
                        .status())
                .isEqualTo(200);
    }

    private static void brought(Browser shop, Words who, Words by) {
        Map<String, Object> referral =
                track(who, EventNames.CUSTOMER_REFERRED, Map.of("referrer", Map.of("phone", by.phone())));
        assertThat(shop.post("/v1/batch", JsonMapper.shared().writeValueAsString(Map.of("batch", List.of(referral))))
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> track(Words who, String event, Map<String, Object> properties) {
        return Map.of(
                "type",
                "track",
                "event",
                event,
                "userId",
                who.user(),
                "context",
                Map.of("traits", Map.of("name", who.name())),
                "properties",
                properties);
    }

    /// By hand, in step with WeCom; and many at once, those whom a search for the phone shows.
    private void tag(Brand brand, Browser admin, Words who, CustomerNo customer) {
        TagGroup group = tags.createGroup(brand, "称呼", false, true);
        Tag called =
                tags.create(brand, tags.createGroup(brand, "备注", false, false).id(), "爱称", TagKind.TEXT);
        Tag friend = tags.create(brand, group.id(), "老友", TagKind.PLAIN);
        String path = "/api/brands/" + brand.key();
        assertThat(admin.put(path + "/customers/" + customer + "/tags/" + called.id(), Map.of("value", who.nickname()))
                        .status())
                .isEqualTo(204);
        Browser.Answer many = admin.post(
                path + "/taggings",
                Map.of("tagId", friend.id(), "adding", true, "audience", Map.of("filter", Map.of("q", who.phone()))));
        assertThat(many.status()).as(many.text()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> database.fetchExists(
                        FRIEND_TAGS, FRIEND_TAGS.BRAND_ID.eq(brand.id().value())));
    }

    /// In a group, and among those who can see a moment.
    private void among(Brand brand, Browser admin, SimulatedCorp corp) {
        String path = "/api/brands/" + brand.key();
        corp.send("PUT", "/sim/groups/wr1", Map.of("name", "老客群", "owner", "g1", "people", List.of("p1", "p2")));
        admin.post(path + "/groups/sync", Map.of());
        Browser.Answer made = admin.post(
                path + "/moments",
                Map.of("key", "doors", "name", "春茶", "words", "春茶上市", "guides", List.of("g1"), "tags", List.of()));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        await().atMost(PATIENCE)
                .until(() -> !corp.send("GET", "/sim/moments", null).isEmpty());
        String moment = corp.send("GET", "/sim/moments", null).at("/0/momentId").asString();
        corp.send("POST", "/sim/guides/g1/moments/" + moment + "/publish", Map.of());
        await().atMost(PATIENCE)
                .until(() -> database.fetchExists(
                                GROUP_MEMBER,
                                GROUP_MEMBER.BRAND_ID.eq(brand.id().value()))
                        && database.fetchExists(
                                MOMENT_CUSTOMER, MOMENT_CUSTOMER.EXTERNAL_USERID.eq(SimulatedCorp.external(brand, 1))));
    }

    private void callback(Brand brand, SimulatedCorp corp, Words who) {
        corp.send(
                "POST",
                "/sim/callbacks",
                Map.of(
                        "event",
                        Map.of(
                                "ChangeType", "edit_external_contact",
                                "UserID", "g1",
                                "ExternalUserID", SimulatedCorp.external(brand, who.person()),
                                "CreateTime", "1700000000")));
        await().atMost(PATIENCE)
                .until(() -> database.fetchExists(
                        CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()).and(CALLBACK.DUE_AT.isNull())));
    }

    /// An order on a platform, and a message that waits for one and names the person.
    private void push(Brand brand, Words one, Words other) {
        Source tmall = connections.create(brand, "Tmall", "tmall", "a-secret");
        for (Words who : List.of(one, other)) {
            message(brand, tmall, trade(who));
        }
        message(
                brand,
                tmall,
                Samples.tmallRefundSuccess("4100000000000000077", "88001", "42.00", "2026-03-05 10:00:00")
                        .replace("小**水", one.phone()));
    }

    static String trade(Words who) {
        return Samples.tmallTrade("40" + who.person(), "WAIT_SELLER_SEND_GOODS", Samples.TMALL_PAID, who.phone())
                .replace("AAHq0T_SampleOpenUid01", who.buyer());
    }

    void message(Brand brand, Source source, String message) {
        platformOrders.take(
                connections.get(brand, source.id()),
                List.of(PlatformMessage.of(message.getBytes(StandardCharsets.UTF_8))));
    }

    /// One file that is in with a line rejected, and one that waits as a draft, in GB18030.
    private void files(Brand brand, Words one, Words other) throws Exception {
        String text = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n"
                + "9001,85123A,TEA,6,12/1/2025 8:26,2.55," + one.member() + ",China\n"
                + "9002,85123A," + one.name() + ",six,12/1/2025 8:26,2.55," + one.member() + ",China\n"
                + "9003,85123A,TEA,1,12/1/2025 8:26,2.55," + other.member() + ",China\n";
        Import done = upload(brand, one.phone() + ".csv", text.getBytes(StandardCharsets.UTF_8));
        imports.start(brand, done.id(), new StartImport(done.mapping(), null), Locale.ENGLISH);
        await().atMost(PATIENCE)
                .until(() -> imports.get(brand, done.id(), Locale.ENGLISH).state() == ImportState.DONE);
        upload(brand, "draft.csv", text.getBytes(Charset.forName("GB18030")));
    }

    private Import upload(Brand brand, String name, byte[] content) throws Exception {
        return imports.upload(brand, "orders", name, new ByteArrayInputStream(content), Locale.ENGLISH);
    }

    /// A message of their own that waits, with their name among its values, and its call.
    private void message(Brand brand, CustomerNo customer, Words who) {
        String template = templates
                .create(brand, BroadcastFixture.email("{{ customer.name }}，{{ event.name }}", null))
                .id();
        transactions.executeWithoutResult(status -> {
            messages.ask(
                    brand,
                    List.of(new MessageRequest(
                            "door/" + brand.key(),
                            customer,
                            Long.parseLong(template),
                            Purpose.MARKETING,
                            Map.of("event", Map.of("name", who.name())),
                            5,
                            null)));
            database.update(MESSAGE)
                    .set(MESSAGE.DUE_AT, Instant.now().plus(Duration.ofHours(12)))
                    .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                    .execute();
        });
    }

    /// As a nightly search writes it.
    private void suggestion(Brand brand, CustomerNo one, CustomerNo other) {
        database.insertInto(SUGGESTION)
                .set(SUGGESTION.BRAND_ID, brand.id().value())
                .set(SUGGESTION.LEFT_NO, Math.min(one.value(), other.value()))
                .set(SUGGESTION.RIGHT_NO, Math.max(one.value(), other.value()))
                .set(SUGGESTION.WEIGHT, 9.0)
                .set(SUGGESTION.PROBABILITY, 0.9)
                .set(SUGGESTION.EVIDENCE, JSONB.valueOf("[]"))
                .set(SUGGESTION.STATE, "open")
                .set(SUGGESTION.FOUND_AT, MARCH)
                .set(SUGGESTION.RUN_AT, MARCH)
                .execute();
    }

    /// As a courier puts aside what nobody takes.
    private void deadLetter(Brand brand, CustomerNo customer) {
        long webhook = webhooks.create(brand, new WebhookSettings("crm", "http://127.0.0.1:9/", List.of(), true, false))
                .webhook()
                .id();
        webhooks.pause(brand, webhook);
        var event = database.select(EVENT.POSITION, EVENT.NAME)
                .from(EVENT)
                .where(EVENT.BRAND_ID.eq(brand.id().value()))
                .and(EVENT.NAME.startsWith("Called"))
                .orderBy(EVENT.POSITION)
                .limit(1)
                .fetchSingle();
        database.insertInto(DEAD_LETTER)
                .set(DEAD_LETTER.WEBHOOK_ID, webhook)
                .set(DEAD_LETTER.POSITION, event.value1())
                .set(DEAD_LETTER.EVENT, event.value2())
                .set(DEAD_LETTER.ATTEMPTS, 1)
                .set(DEAD_LETTER.FAILURE, "refused")
                .set(DEAD_LETTER.PUT_AT, MARCH)
                .set(DEAD_LETTER.LAST_TRY_AT, MARCH)
                .execute();
    }

    private void parquet(Brand brand, Browser admin) {
        String path = "/api/brands/" + brand.key() + "/exports";
        List<String> ids = new ArrayList<>();
        for (String kind : List.of("customers", "events")) {
            Browser.Answer asked = admin.post(path, Map.of("kind", kind, "personalData", true));
            assertThat(asked.status()).as(asked.text()).isEqualTo(200);
            ids.add(asked.json().path("id").asString());
        }
        ids.forEach(id -> await().atMost(PATIENCE)
                .until(() -> admin.get(path + "/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("done")));
    }

    /// On a list by their member number, on another in rows that matched nobody, and in a file that was made of one.
    private void lists(Brand brand, Browser admin, Words one, Words other) {
        String path = "/api/brands/" + brand.key();
        String matched = list(brand, admin, one.phone(), one.member() + "\n" + other.member());
        list(brand, admin, "未匹配", one.phone() + "\n" + one.user());
        Browser.Answer asked = admin.post(
                path + "/member-downloads",
                Map.of(
                        "list",
                        matched,
                        "columns",
                        List.of("name", "phone", "memberNo"),
                        "format",
                        "csv",
                        "plain",
                        true));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        await().atMost(PATIENCE)
                .until(() -> admin.get(path + "/member-downloads/"
                                + asked.json().path("id").asString())
                        .json()
                        .path("state")
                        .asString()
                        .equals("ready"));
    }

    private static String list(Brand brand, Browser admin, String name, String members) {
        String path = "/api/brands/" + brand.key() + "/lists";
        Browser.Answer made = admin.post(
                path + "/upload?kind=member_no&column=member&filename="
                        + URLEncoder.encode(name + ".csv", StandardCharsets.UTF_8) + "&name="
                        + URLEncoder.encode("展会 " + name, StandardCharsets.UTF_8),
                ("member\n" + members + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        await().atMost(PATIENCE)
                .until(() -> admin.get(path + "/" + id)
                        .json()
                        .path("state")
                        .asString()
                        .equals("ready"));
        return id;
    }

    /// In a journey, with words of theirs, a goal that waits for them and a guide who is to do something.
    private void journey(Brand brand, Browser admin, Words who, CustomerNo customer) {
        String path = "/api/brands/" + brand.key() + "/journeys";
        Browser.Answer saved = admin.post(
                path,
                Browser.json("{'name':'回访','definition':{'trigger':{'type':'request'},'start':'a','nodes':["
                        + "{'id':'a','step':{'type':'task','title':'回访','words':'','deadline':{'amount':9,'unit':'days'}},"
                        + "'exits':{'done':'z','overdue':'z'}},{'id':'z','step':{'type':'exit'}}],"
                        + "'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':30}}}"));
        String id = saved.json().path("id").asString();
        Browser.Answer published = admin.post(path + "/" + id + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        admin.post(
                path + "/" + id + "/invite",
                Map.of(
                        "customers",
                        List.of(customer.value()),
                        "key",
                        who.phone(),
                        "context",
                        Map.of("nickname", who.nickname())));
        await().atMost(PATIENCE)
                .until(() -> admin.get("/api/brands/" + brand.key() + "/customers/" + customer + "/journeys")
                                .json()
                                .size()
                        == 1);
    }

    /// What people here do with a person's record leaves traces too.
    private void askedFor(Brand brand, Browser admin, Words who, CustomerNo customer) {
        String path = "/api/brands/" + brand.key() + "/customers/" + customer;
        admin.post(path + "/exports", Map.of("reason", who.name() + " 要求"));
        await().atMost(PATIENCE)
                .until(() -> admin.get(path + "/exports")
                        .json()
                        .path(0)
                        .path("state")
                        .asString()
                        .equals("ready"));
        admin.post(path + "/look-ups", Map.of("field", "phone", "reason", "核对 " + who.phone()));
    }
}
