package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.TOMBSTONE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.PersonDoors.Words;
import io.waterwheel.customer.identity.Identifiers;
import io.waterwheel.customer.person.ErasedAgain;
import io.waterwheel.customer.profile.CustomerList;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportState;
import io.waterwheel.intake.Source;
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
import io.waterwheel.testing.SimulatedMarket;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

@ServerTest
class ErasureStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();
    private static final SimulatedMarket MARKET = new SimulatedMarket(InstantSource.system());
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
    private Sources sources;

    @Autowired
    private Imports imports;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Identifiers identifiers;

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
        MARKET.close();
    }

    @Test
    void whoeverAsksToBeForgottenIsFoundNowhereAnyMore() throws Exception {
        PersonSearch search = context.getAutowireCapableBeanFactory().createBean(PersonSearch.class);
        PersonDoors doors = context.getAutowireCapableBeanFactory().createBean(PersonDoors.class);
        Words ou = Words.of(1, "晓澈", "13966778899");
        Words wei = Words.of(2, "临川", "13966778800");
        CustomerNo gone = doors.everywhere(brand, admin, CORP, MARKET, ou, wei);
        CustomerNo stays = find(wei.phone());
        List<String> needles = ou.all(brand);
        Set<Integer> numbers = numbers(gone);
        assertThat(warehouse.catchUp(PATIENCE)).isTrue();
        assertThat(search.places(needles))
                .contains(
                        "postgres customer.customer_tag.value",
                        "postgres customer.identifier.sealed",
                        "postgres customer.profile.attributes",
                        "postgres customer.profile.name",
                        "postgres exchange.dead_letter.event",
                        "postgres intake.catalogue_event.name",
                        "postgres intake.import.filename",
                        "postgres intake.import.sample",
                        "postgres intake.platform_notice.message",
                        "postgres intake.platform_order.sealed_buyer",
                        "postgres intake.quarantine.body",
                        "postgres kernel.audit_entry.detail",
                        "postgres kernel.event.context",
                        "postgres kernel.event.message_id",
                        "postgres kernel.event.name",
                        "postgres kernel.event.properties",
                        "postgres loyalty.marketplace_link.account",
                        "postgres segment.customer_list.filename",
                        "postgres segment.customer_list.name",
                        "postgres segment.customer_list_piece.content",
                        "postgres segment.member_download.source_name",
                        "postgres segment.tagging.audience",
                        "postgres wecom.callback.fields",
                        "postgres wecom.friend.external_userid",
                        "postgres wecom.friend_tags.external_userid",
                        "warehouse customer.attributes",
                        "file exports",
                        "file imports",
                        "file member-downloads",
                        "file person-exports");
        assertThat(search.numbers(numbers))
                .contains(
                        "postgres customer.suggestion.left_no",
                        "postgres customer.link.low",
                        "postgres customer.customer_tag.customer_no",
                        "postgres kernel.event.customer_no",
                        "postgres loyalty.marketplace_link.customer_no",
                        "postgres loyalty.marketplace_phone.phone_no",
                        "postgres loyalty.shared_person.customer_no",
                        "warehouse orders.customer_no",
                        "warehouse event.written_under");
        long sales = netSales();

        JsonNode done = erase(gone);
        await().atMost(PATIENCE)
                .until(() -> MARKET.member("tmall", ou.buyer()).isMissingNode()
                        && !database.fetchExists(MARKETPLACE_LINK, MARKETPLACE_LINK.STATE.eq("forgotten")));

        assertThat(search.places(needles)).isEmpty();
        assertThat(search.numbers(numbers))
                .as("the request itself, and that a message went to, and a journey knew, a number that leads nowhere")
                .containsExactlyInAnyOrder(
                        "postgres customer.erasure.customer_no",
                        "postgres customer.erasure.highest",
                        "postgres customer.erasure.numbers",
                        "postgres journey.run.customer_no",
                        "postgres touch.recipient.customer_no");
        assertThat(search.blinds(blinds(ou)))
                .as("what a stone is for")
                .containsExactly("postgres customer.tombstone.blind");
        assertThat(search.places(wei.all(brand)))
                .contains("postgres customer.identifier.sealed", "postgres kernel.event.properties");
        assertThat(search.blinds(blinds(wei)))
                .contains("postgres customer.identifier.blind")
                .doesNotContain("postgres customer.tombstone.blind");
        assertThat(find(wei.phone())).isEqualTo(stays);
        assertThat(search(ou.phone())).isEmpty();
        assertThat(netSales()).as("the books are whole").isEqualTo(sales);
        assertThat(counted(done))
                .contains(
                        "identifiers",
                        "attributes",
                        "links",
                        "suggestions",
                        "tags",
                        "orders",
                        "brands",
                        "touchpoints",
                        "consents",
                        "consent-decisions",
                        "quiet-preferences",
                        "messages",
                        "short-links",
                        "single-messages",
                        "contacts",
                        "journeys",
                        "journey-waits",
                        "guide-tasks",
                        "wecom-friends",
                        "wecom-callbacks",
                        "wecom-tags",
                        "dead-letters",
                        "timeline",
                        "quarantine",
                        "event-catalogue",
                        "uploaded-files",
                        "platform-orders",
                        "platform-notices",
                        "exports",
                        "taggings",
                        "customer-lists",
                        "member-downloads",
                        "marketplace-accounts",
                        "marketplace-phones",
                        "shared-accounts",
                        "earlier-copies",
                        "erasure-requests",
                        "handling",
                        "warehouse");
        assertThat(done.toString()).doesNotContain(ou.phone()).doesNotContain(ou.name());
        assertThat(done.path("reason").asString()).isEqualTo("—");

        doors.sync(brand);
        Source tmall = sources.of(brand).stream()
                .filter(source -> source.name().equals("Tmall"))
                .findFirst()
                .orElseThrow();
        doors.message(brand, tmall, PersonDoors.trade(ou));
        assertThat(search.places(needles))
                .as("WeCom and the platform still know them, we do not")
                .isEmpty();

        Set<String> tables =
                stores.stream().flatMap(store -> store.tables().stream()).collect(Collectors.toSet());
        tables.forEach(table -> database.execute("vacuum full " + table));
        database.execute("checkpoint");
        assertThat(search.pages(tables, needles)).as("PostgreSQL's own pages").isEmpty();
        assertThat(search.pages(tables, wei.all(brand))).isNotEmpty();
    }

    @Test
    void bothSidesOfAMergeAreForgottenAndNothingLaterBringsThemBack() {
        Subject shop = subject("shop", "13966771110");
        Subject web = subject("web", "13966771111");
        CustomerNo one = written(TestEvents.order(brand, shop, "M1", "30.00", MARCH));
        CustomerNo other = written(TestEvents.order(brand, web, "M2", "40.00", MARCH));
        String path = "/api/brands/" + brand.key() + "/customers/";
        assertThat(admin.post(path + one + "/merge", Map.of("other", other.value(), "why", "13966771110 本人"))
                        .status())
                .isEqualTo(200);

        erase(find("13966771111"));

        assertThat(search("13966771110")).isEmpty();
        assertThat(search("13966771111")).isEmpty();
        assertThat(database.fetchCount(
                        EVENT,
                        EVENT.BRAND_ID
                                .eq(brand.id().value())
                                .and(EVENT.CUSTOMER_NO.isNotNull().or("properties::text like '%1396677111%'"))))
                .isZero();
        assertThat(admin.post(path + one + "/merge", Map.of("other", other.value()))
                        .status())
                .isEqualTo(404);
        CustomerNo again = written(TestEvents.order(brand, shop, "M3", "5.00", Instant.now()));
        CustomerNo apart = written(TestEvents.order(brand, web, "M4", "6.00", Instant.now()));
        assertThat(again).as("nothing is known any more of why they were one").isNotEqualTo(apart);
        admin.post(path + again + "/merge", Map.of("other", apart.value()));
        assertThat(list.rows(brand.id(), List.of(find("13966771110"))))
                .singleElement()
                .satisfies(row -> assertThat(row.orders()).isEqualTo(2));
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
    void aListCannotBringAnybodyBackUnlessItSaysThatItIsNewer() throws Exception {
        erase(written(TestEvents.order(brand, subject("list", "13966771112"), "C1", "1.00", MARCH)));
        String list = "手机号,姓名,更新时间\n13966771112,欧阳名单,%s\n13966771113,别人,\n";

        Import old = imported(list.formatted(""));

        assertThat(old.counts()).isNotNull();
        assertThat(old.counts().rejectedLines()).isEqualTo(1);
        assertThat(imports.errors(brand, old.id(), new PageRequest(null, null), Locale.ENGLISH)
                        .items())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("person-erased"))
                .satisfies(fault -> assertThat(fault.toString()).doesNotContain("13966771112"));
        assertThat(search("13966771112")).isEmpty();
        assertThat(search("13966771113")).hasSize(1);

        LocalDateTime soon =
                LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusHours(1).withNano(0);
        imported(list.formatted(soon.toString().replace('T', ' ')));
        assertThat(search("13966771112"))
                .as("newer, so they came back themselves")
                .hasSize(1);
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
        for (int i = 0; i < 6_000; i++) {
            history.add(TestEvents.event(brand, lin, "Viewed", MARCH.plusSeconds(i), "{\"word\": \"忙碌的林\"}"));
        }
        log.append(history);
        CustomerNo customer = find("13966771104");
        Thread sender = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 100; i++) {
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
                .isGreaterThanOrEqualTo(6_000);
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
            // Work looks for wishes every half second.
            long running = System.nanoTime();
            await().until(() ->
                    System.nanoTime() - running > Duration.ofSeconds(1).toNanos());
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

    private Import imported(String text) throws Exception {
        Import draft = imports.upload(
                brand,
                "customers",
                "list.csv",
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                Locale.ENGLISH);
        imports.start(brand, draft.id(), new StartImport(draft.mapping(), null), Locale.ENGLISH);
        return await().atMost(PATIENCE)
                .until(
                        () -> imports.get(brand, draft.id(), Locale.ENGLISH),
                        found -> found.state() == ImportState.DONE);
    }

    /// The stores that had something to forget.
    private static List<String> counted(JsonNode done) {
        return done.at("/certificate/stores")
                .valueStream()
                .filter(store -> store.path("count").asLong() > 0)
                .map(store -> store.path("store").asString())
                .toList();
    }

    private Set<Integer> numbers(CustomerNo customer) {
        return database.select(IDENTIFIER.NO)
                .from(IDENTIFIER)
                .where(IDENTIFIER.CUSTOMER_NO.eq(customer.value()))
                .fetchSet(IDENTIFIER.NO);
    }

    private List<byte[]> blinds(Words who) {
        return who.identifiers(brand).stream()
                .map(identifier -> identifiers.blind(brand.id(), identifier))
                .toList();
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
        return new CustomerFilter(q, null, null, null, null, null, null, null, null);
    }

    private CustomerNo written(NewEvent event) {
        return ((EventLog.Appended.Written) log.append(List.of(event)).getFirst()).customer();
    }
}
