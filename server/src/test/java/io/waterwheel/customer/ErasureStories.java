package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.TOMBSTONE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.person.ErasedAgain;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.file.Imports;
import io.waterwheel.intake.source.Sources;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LogRewriting;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.warehouse.Warehouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
class ErasureStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final Instant MARCH = Instant.parse("2026-03-01T04:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private CustomerList list;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Imports imports;

    @Autowired
    private Sources sources;

    @Autowired
    private Jobs jobs;

    @Autowired
    private List<PersonalData> stores;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    private Brand brand;
    private Browser admin;

    @BeforeEach
    void anAdministrator() {
        brand = brands.chinese();
        admin = browsers.signedIn(Role.ADMIN);
    }

    @AfterEach
    void oneAdministratorIsEnough() {
        admin.put("/api/privacy-rules", Map.of("fourEyes", false));
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    /// Distinctive values, so that whatever is found is this person's.
    private record Words(String phone, String name, String street, String member, String nickname, String user) {

        static Words of(String mark, String phone) {
            return new Words(
                    phone,
                    "欧阳" + mark,
                    "永康路" + mark + "弄 26 号",
                    "MEM-" + Integer.toHexString(mark.hashCode()) + "-E",
                    mark + "大王",
                    "user-" + Integer.toHexString(mark.hashCode()));
        }

        List<String> all(String... more) {
            List<String> all = new ArrayList<>(List.of(phone, name, street, member, nickname, user));
            all.addAll(List.of(more));
            return all;
        }
    }

    @Test
    void whoeverAsksToBeForgottenIsFoundNowhereAnyMore() throws Exception {
        PersonSearch search = context.getAutowireCapableBeanFactory().createBean(PersonSearch.class);
        Words ou = Words.of("晓澈", "13966778899");
        Words wei = Words.of("临川", "13966778800");
        everywhere(ou, 1, wei, 2);
        String email = SimulatedCorp.email(brand, 1);
        String external = SimulatedCorp.external(brand, 1);
        List<String> needles = ou.all(email, external);
        CustomerNo gone = find(ou.phone());
        CustomerNo stays = find(wei.phone());
        assertThat(warehouse.catchUp(PATIENCE)).isTrue();
        TreeSet<String> before = search.places(needles);
        assertThat(before)
                .contains(
                        "postgres customer.identifier.sealed",
                        "postgres customer.profile.name",
                        "postgres customer.profile.attributes",
                        "postgres kernel.event.properties",
                        "postgres kernel.event.message_id",
                        "postgres intake.quarantine.body",
                        "postgres intake.import.sample",
                        "postgres wecom.friend.external_userid",
                        "warehouse customer.attributes",
                        "file imports",
                        "file person-exports");
        long sales = netSales();

        JsonNode done = erase(gone);

        assertThat(search.places(needles)).isEmpty();
        assertThat(search.places(wei.all()))
                .contains("postgres customer.identifier.sealed", "postgres kernel.event.properties");
        assertThat(find(wei.phone())).isEqualTo(stays);
        assertThat(list.page(brand.id(), filter(ou.phone()), new PageRequest(null, null))
                        .items())
                .isEmpty();
        assertThat(netSales()).as("the books are whole").isEqualTo(sales);
        assertThat(done.at("/certificate/stores")
                        .valueStream()
                        .filter(store -> store.path("count").asLong() > 0)
                        .map(store -> store.path("store").asString()))
                .contains(
                        "identifiers",
                        "attributes",
                        "orders",
                        "timeline",
                        "messages",
                        "quarantine",
                        "uploaded-files",
                        "wecom-friends",
                        "earlier-copies",
                        "warehouse");
        assertThat(done.toString()).doesNotContain(ou.phone()).doesNotContain(ou.name());
        assertThat(done.path("reason").asString()).isEqualTo("—");

        BroadcastFixture fixture = fixture();
        fixture.sync(brand);
        assertThat(search.places(needles))
                .as("WeCom still knows them, we do not")
                .isEmpty();

        Set<String> tables =
                stores.stream().flatMap(store -> store.tables().stream()).collect(Collectors.toSet());
        tables.forEach(table -> database.execute("vacuum full " + table));
        database.execute("checkpoint");
        assertThat(search.pages(tables, needles)).as("PostgreSQL's own pages").isEmpty();
        assertThat(search.pages(tables, wei.all())).isNotEmpty();
    }

    @Test
    void historyThatComesLateIsWrittenWithoutThePersonAndWhatTheyDoAfterwardsMakesANewCustomer() {
        Subject lin = subject("lin", "13966771101");
        CustomerNo before = written(TestEvents.order(brand, lin, "L1", "30.00", MARCH));
        NewEvent known = TestEvents.event(brand, lin, "Viewed", MARCH, "{\"note\": \"林的\"}");
        log.append(List.of(known));
        erase(before);

        assertThat(log.append(List.of(known)).getFirst())
                .as("a sender's retry is still known")
                .isInstanceOf(EventLog.Appended.Duplicate.class);
        EventLog.Appended late = log.append(
                        List.of(TestEvents.event(brand, lin, "Called 13966771101", MARCH, "{\"note\": \"林的\"}")))
                .getFirst();
        assertThat(((EventLog.Appended.Written) late).customer()).isNull();
        assertThat(database.selectFrom(EVENT)
                        .where(EVENT.POSITION.eq(((EventLog.Appended.Written) late).position()))
                        .fetchSingle())
                .satisfies(row -> assertThat(row.getProperties().data()).isEqualTo("{}"))
                .satisfies(row -> assertThat(row.getName()).isEqualTo("Erased"));
        assertThat(((EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                                        brand, new Subject.Known(before), EventNames.MESSAGE_SENT, MARCH, "{}")))
                                .getFirst())
                        .customer())
                .as("what is still said of the number is nobody's")
                .isNull();

        CustomerNo after = written(TestEvents.order(brand, lin, "L2", "12.00", Instant.now()));
        assertThat(after).isGreaterThan(before);
        assertThat(list.rows(brand.id(), List.of(after)))
                .singleElement()
                .satisfies(row -> assertThat(row.orders()).isEqualTo(1));
        assertThat(list.rows(brand.id(), List.of(before))).isEmpty();
    }

    @Test
    void theNumberOfAnErasedPersonIsNeverGivenToAnybodyElse() {
        CustomerNo newest = written(TestEvents.order(brand, subject("ou", "13966771102"), "N1", "1.00", MARCH));
        erase(newest);

        CustomerNo next = written(TestEvents.order(brand, subject("bo", "13966771103"), "N2", "1.00", MARCH));

        assertThat(next.value()).isGreaterThan(newest.value() + 1);
    }

    @Test
    void eventsThatArriveWhileSomebodyIsErasedLeaveNothingBehind() throws Exception {
        Subject lin = subject("busy", "13966771104");
        List<NewEvent> history = new ArrayList<>();
        for (int i = 0; i < 12_000; i++) {
            history.add(TestEvents.event(brand, lin, "Viewed", MARCH.plusSeconds(i), "{\"word\": \"忙碌的林\"}"));
        }
        log.append(history);
        CustomerNo customer = find("13966771104");
        Thread sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                log.append(List.of(TestEvents.event(
                        brand, lin, EventNames.IDENTIFIED, MARCH.plusSeconds(i), "{\"word\": \"忙碌的林\"}")));
            }
        });

        JsonNode done = erase(customer);
        sender.join();

        assertThat(done.at("/certificate/stores")
                        .valueStream()
                        .filter(store -> store.path("store").asString().equals("timeline"))
                        .findFirst()
                        .orElseThrow()
                        .path("count")
                        .asLong())
                .isGreaterThanOrEqualTo(12_000);
        assertThat(database.fetchCount(
                        EVENT, EVENT.BRAND_ID.eq(brand.id().value()).and("properties::text like '%忙碌的林%'")))
                .isZero();
        assertThat(list.page(brand.id(), filter(null), new PageRequest(null, null))
                        .items())
                .isEmpty();
    }

    @Test
    void workThatStoppedHalfWayGoesOnWhereItWasAndKnowsWhomItLooksFor() {
        CustomerNo customer = written(TestEvents.order(brand, subject("stop", "13966771105"), "K1", "5.00", MARCH));
        // While somebody else writes the log the work waits at its beginning, and is asked to pause there.
        Browser.Answer asked = database.transactionResult(configuration -> {
            configuration.dsl().execute("select pg_advisory_xact_lock(" + 0x5761_7465_72L + ")");
            Browser.Answer answer = request(customer);
            JobId job = JobId.parse(answer.json().path("jobId").asString());
            await().atMost(PATIENCE).until(() -> jobs.find(job).orElseThrow().state() == JobState.RUNNING);
            jobs.pause(job);
            return answer;
        });
        JobId job = JobId.parse(asked.json().path("jobId").asString());
        await().atMost(PATIENCE).until(() -> jobs.find(job).orElseThrow().state() == JobState.PAUSED);

        assertThat(search("13966771105"))
                .as("nothing leads to the person any more")
                .isEmpty();
        assertThat(list.rows(brand.id(), List.of(customer)))
                .as("their records wait")
                .hasSize(1);
        jobs.resume(job);

        JsonNode done = finished(asked.json().path("id").asString());
        assertThat(list.rows(brand.id(), List.of(customer))).isEmpty();
        assertThat(done.at("/certificate/stores/0/store").asString()).isEqualTo("identifiers");
        assertThat(done.at("/certificate/stores/0/count").asInt()).isEqualTo(2);
    }

    @Test
    void aBackupThatBringsAPersonBackIsFollowedByForgettingThemAgain() {
        Subject lin = subject("back", "13966771106");
        CustomerNo first = written(TestEvents.order(brand, lin, "B1", "5.00", MARCH));
        erase(first);
        // As an older backup has it: no stones, no requests, and the person.
        database.deleteFrom(TOMBSTONE).execute();
        database.update(ERASURE)
                .set(ERASURE.ERASED_AT, (Instant) null)
                .where(ERASURE.CUSTOMER_NO.eq(first.value()))
                .execute();
        context.getBean(LogRewriting.class).alone(transaction -> null);
        CustomerNo back = written(TestEvents.order(brand, lin, "B2", "6.00", MARCH));
        assertThat(find("13966771106")).isEqualTo(back);

        context.getBean(ErasedAgain.class).again();

        await().atMost(PATIENCE)
                .until(() -> list.page(brand.id(), filter(null), new PageRequest(null, null))
                        .items()
                        .isEmpty());
        await().atMost(PATIENCE)
                .until(() -> database.fetchCount(
                                ERASURE, ERASURE.CUSTOMER_NO.eq(back.value()).and(ERASURE.STATE.eq("done")))
                        == 1);
    }

    @Test
    void withFourEyesNothingIsErasedUntilAnotherAdministratorAgrees() {
        admin.put("/api/privacy-rules", Map.of("fourEyes", true));
        CustomerNo customer = written(TestEvents.order(brand, subject("four", "13966771107"), "F1", "5.00", MARCH));

        JsonNode waiting = request(customer).json();
        String id = waiting.path("id").asString();

        assertThat(waiting.path("state").asString()).isEqualTo("waiting");
        assertThat(admin.post("/api/erasures/" + id + "/approve", Map.of()).code())
                .isEqualTo("erasure-four-eyes");
        assertThat(request(customer).code()).isEqualTo("erasure-exists");
        assertThat(find("13966771107")).isEqualTo(customer);
        browsers.signedIn(Role.ADMIN).post("/api/erasures/" + id + "/approve", Map.of());
        assertThat(finished(id).path("approvedBy").asString()).isNotEmpty();
        assertThat(list.rows(brand.id(), List.of(customer))).isEmpty();
    }

    @Test
    void onlyAnAdministratorMayAskForItAndMustSayWhy() {
        CustomerNo customer = written(TestEvents.order(brand, subject("only", "13966771108"), "O1", "5.00", MARCH));
        String path = "/api/brands/" + brand.key() + "/customers/" + customer + "/erasure";

        assertThat(browsers.signedIn(Role.OPERATOR)
                        .post(path, Map.of("reason", "x"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(path, Map.of("reason", "")).code()).isEqualTo("invalid");
        assertThat(find("13966771108")).isEqualTo(customer);
    }

    /// Puts two people into every store there is.
    private void everywhere(Words one, int first, Words other, int second) throws Exception {
        BroadcastFixture fixture = fixture();
        CORP.world(brand, 1, 2, 2, null);
        fixture.connect(CORP, brand);
        fixture.sync(brand);
        String writeKey = sources.create(brand, "shop").writeKey();
        Browser shop = browsers.open()
                .with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8)));
        context.getBean(io.waterwheel.touch.email.MailAccounts.class).change(brand, fixture.mailOf(CORP));
        tell(shop, one, first);
        tell(shop, other, second);
        BroadcastId broadcast = fixture.planned(
                brand, BroadcastFixture.email("{{ customer.name }}，{{ link }}", "http://127.0.0.1/shop"));
        fixture.sendOut(brand, broadcast);
        file(one, other);
        String export = "/api/brands/" + brand.key() + "/customers/" + find(one.phone()) + "/exports";
        admin.post(export, Map.of("reason", one.name() + " 要求"));
        await().atMost(PATIENCE)
                .until(() ->
                        admin.get(export).json().get(0).path("state").asString().equals("ready"));
        admin.post(
                "/api/brands/" + brand.key() + "/customers/" + find(one.phone()) + "/look-ups",
                Map.of("field", "phone", "reason", "核对 " + one.phone()));
    }

    private void tell(Browser shop, Words who, int person) {
        String email = SimulatedCorp.email(brand, person);
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(
                        new Identifier(IdentifierKind.PHONE, who.phone()),
                        new Identifier(IdentifierKind.EXTERNAL_USERID, SimulatedCorp.external(brand, person))),
                EventNames.IDENTIFIED,
                MARCH,
                "{}")));
        Map<String, Object> traits = Map.of(
                "phone", who.phone(),
                "email", email,
                "member_no", who.member(),
                "name", who.name(),
                "nickname", who.nickname(),
                "address", Map.of("street", who.street(), "city", "上海"));
        Map<String, Object> order = Map.of(
                "order_id", "E-" + person,
                "total", 88.5,
                "shipping_address", who.street(),
                "receiver", who.name(),
                "products", List.of(Map.of("product_id", "tea", "name", "给" + who.name(), "price", 88.5)));
        List<Map<String, Object>> batch = List.of(
                Map.of("type", "identify", "userId", who.user(), "messageId", "id-" + who.user(), "traits", traits),
                Map.of(
                        "type",
                        "track",
                        "event",
                        "Order Completed",
                        "userId",
                        who.user(),
                        "context",
                        Map.of("traits", Map.of("name", who.name())),
                        "properties",
                        order),
                Map.of(
                        "type",
                        "track",
                        "event",
                        "Consent Granted",
                        "userId",
                        who.user(),
                        "properties",
                        Map.of("channel", "email", "purpose", "marketing", "wording", who.name() + "同意")),
                Map.of("type", "nonsense", "userId", who.user(), "traits", traits));
        assertThat(shop.post("/v1/batch", JsonMapper.shared().writeValueAsString(Map.of("batch", batch)))
                        .status())
                .isEqualTo(200);
    }

    /// One file that is in with a line rejected, and one that waits as a draft, in GB18030.
    private void file(Words one, Words other) throws Exception {
        String header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country\n";
        String text = header
                + "9001,85123A,TEA,6,12/1/2026 8:26,2.55," + one.member() + ",China\n"
                + "9002,85123A," + one.name() + ",six,12/1/2026 8:26,2.55," + one.member() + ",China\n"
                + "9003,85123A,TEA,1,12/1/2026 8:26,2.55," + other.member() + ",China\n";
        Import done = upload("orders.csv", text.getBytes(StandardCharsets.UTF_8));
        imports.start(brand, done.id(), new StartImport(done.mapping(), null), Locale.ENGLISH);
        await().atMost(PATIENCE)
                .until(() -> imports.get(brand, done.id(), Locale.ENGLISH).state() == ImportState.DONE);
        upload("draft.csv", text.getBytes(Charset.forName("GB18030")));
    }

    private Import upload(String name, byte[] content) throws Exception {
        return imports.upload(brand, "orders", name, new ByteArrayInputStream(content), Locale.ENGLISH);
    }

    private BroadcastFixture fixture() {
        return context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
    }

    private long netSales() {
        assertThat(warehouse.catchUp(PATIENCE)).isTrue();
        return warehouse.read(
                reader -> reader.fetchSingle("select coalesce(sum(amount), 0) from orders where brand_id = "
                                + brand.id().value())
                        .get(0, Long.class));
    }

    private Browser.Answer request(CustomerNo customer) {
        return admin.post(
                "/api/brands/" + brand.key() + "/customers/" + customer + "/erasure",
                Map.of("reason", "本人来信要求删除，电话 13966778899"));
    }

    private JsonNode erase(CustomerNo customer) {
        Browser.Answer answer = request(customer);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return finished(answer.json().path("id").asString());
    }

    private JsonNode finished(String id) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> admin.get("/api/erasures/" + id).json(),
                        erasure -> erasure.path("state").asString().equals("done"));
    }

    private static Subject subject(String member, String phone) {
        return TestEvents.identified(
                new Identifier(IdentifierKind.MEMBER_NO, member + "-" + UUID.randomUUID()),
                new Identifier(IdentifierKind.PHONE, phone));
    }

    private CustomerNo find(String phone) {
        return search(phone).getFirst();
    }

    private List<CustomerNo> search(String phone) {
        return list.page(brand.id(), filter(phone), new PageRequest(null, null)).items().stream()
                .map(CustomerRow::customerNo)
                .toList();
    }

    private static CustomerFilter filter(@org.jspecify.annotations.Nullable String q) {
        return new CustomerFilter(q, null, null, null, null, null, null, null);
    }

    private CustomerNo written(NewEvent event) {
        return ((EventLog.Appended.Written) log.append(List.of(event)).getFirst()).customer();
    }
}
