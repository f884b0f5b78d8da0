package io.waterwheel.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.saved.SavedSegments;
import io.waterwheel.segment.saved.SegmentDraft;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.broadcast.Broadcast;
import io.waterwheel.touch.broadcast.BroadcastControl;
import io.waterwheel.touch.broadcast.BroadcastList;
import io.waterwheel.touch.broadcast.BroadcastState;
import io.waterwheel.touch.broadcast.NewBroadcast;
import io.waterwheel.touch.broadcast.Progress;
import io.waterwheel.touch.broadcast.RecipientList;
import io.waterwheel.touch.broadcast.RecipientRow;
import io.waterwheel.touch.email.EmailSecurity;
import io.waterwheel.touch.email.EmailSettings;
import io.waterwheel.touch.email.MailAccounts;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Templates;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomSettings;
import io.waterwheel.wecom.directory.SyncDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// A brand with friends or mail addresses, and broadcasts to everybody in it.
public class BroadcastFixture {

    private static final PageRequest ALL = new PageRequest(null, 200);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestBrands brands;
    private final WecomAccounts wecom;
    private final MailAccounts mail;
    private final Jobs jobs;
    private final Templates templates;
    private final SavedSegments segments;
    private final BroadcastControl control;
    private final BroadcastList broadcasts;
    private final RecipientList recipients;
    private final EventLog log;

    public BroadcastFixture(
            TestBrands brands,
            WecomAccounts wecom,
            MailAccounts mail,
            Jobs jobs,
            Templates templates,
            SavedSegments segments,
            BroadcastControl control,
            BroadcastList broadcasts,
            RecipientList recipients,
            EventLog log) {
        this.brands = brands;
        this.wecom = wecom;
        this.mail = mail;
        this.jobs = jobs;
        this.templates = templates;
        this.segments = segments;
        this.control = control;
        this.broadcasts = broadcasts;
        this.recipients = recipients;
        this.log = log;
    }

    public Brand brand() {
        return brands.chinese();
    }

    /// A brand whose corp has so many guides and friends, all of them known to it.
    public Brand friends(SimulatedCorp corp, int guides, int people) {
        Brand brand = brand();
        corp.world(brand, guides, people, null);
        connect(corp, brand);
        assertThat(sync(brand)).isEqualTo(JobState.DONE);
        return brand;
    }

    public void connect(SimulatedCorp corp, Brand brand) {
        wecom.change(
                brand,
                new WecomSettings(
                        SimulatedCorp.corpOf(brand),
                        "1000002",
                        SimulatedCorp.SECRET,
                        SimulatedCorp.TOKEN,
                        SimulatedCorp.AES_KEY,
                        corp.url(),
                        corp.url()));
    }

    public JobState sync(Brand brand) {
        JobId job =
                jobs.start(new NewJob(SyncDirectory.KIND, Text.same("sync"), brand.id(), "friends", Map.of(), null));
        return until(() -> jobs.find(job).orElseThrow().state(), JobState::ended);
    }

    /// A brand whose customers have mail addresses and agreed to marketing.
    public Brand readers(SimulatedCorp corp, int people) {
        Brand brand = brand();
        corp.world(brand, 1, people, 0, null);
        mail.change(brand, mailOf(corp));
        for (int i = 1; i <= people; i++) {
            reader(brand, i, true);
        }
        return brand;
    }

    public EmailSettings mailOf(SimulatedCorp corp) {
        return new EmailSettings(
                "127.0.0.1", corp.smtpPort(), EmailSecurity.NONE, null, null, "shop@brand.example", "茶水");
    }

    public void reader(Brand brand, int person, boolean agreed) {
        reader(brand, person, SimulatedCorp.email(brand, person), agreed);
    }

    public void reader(Brand brand, int person, String address, boolean agreed) {
        var subject = TestEvents.identified(
                new Identifier(IdentifierKind.EMAIL, address), new Identifier(IdentifierKind.USER_ID, "u" + person));
        Instant now = Instant.now();
        List<NewEvent> events = new ArrayList<>();
        events.add(TestEvents.event(brand, subject, EventNames.IDENTIFIED, now, "{\"name\": \"顾客" + person + "\"}"));
        if (agreed) {
            events.add(TestEvents.event(
                    brand,
                    subject,
                    EventNames.CONSENT_GRANTED,
                    now,
                    "{\"channel\": \"email\", \"purpose\": \"marketing\"}"));
        }
        log.append(events);
    }

    public BroadcastId draft(Brand brand, NewTemplate template, double holdout) {
        String template1 = templates.create(brand, template).id();
        var everyone = new AttributeCondition("firstSeenAt", Operator.EXISTS, List.of());
        var segment = segments.create(brand, new SegmentDraft("所有人 " + System.nanoTime(), null, everyone));
        return control.create(
                brand, new NewBroadcast("群发", segment.id().toString(), template1, Purpose.MARKETING, holdout, 7));
    }

    public Broadcast plan(Brand brand, BroadcastId id) {
        control.plan(brand, id);
        return await(brand, id, BroadcastState.PLANNED, BroadcastState.FAILED);
    }

    /// A planned broadcast to everybody.
    public BroadcastId planned(Brand brand, NewTemplate template) {
        BroadcastId id = draft(brand, template, 0);
        plan(brand, id);
        return id;
    }

    public void start(Brand brand, BroadcastId id) {
        control.start(brand, id);
    }

    public Broadcast sendOut(Brand brand, BroadcastId id) {
        control.start(brand, id);
        return await(brand, id, BroadcastState.DONE);
    }

    public Broadcast get(Brand brand, BroadcastId id) {
        return broadcasts.get(brand, id, Locale.CHINESE);
    }

    public Progress progress(Brand brand, BroadcastId id) {
        return Objects.requireNonNull(get(brand, id).progress());
    }

    public Broadcast await(Brand brand, BroadcastId id, BroadcastState... states) {
        return until(() -> get(brand, id), found -> List.of(states).contains(found.state()));
    }

    public List<RecipientRow> recipients(Brand brand, BroadcastId id, @Nullable String state) {
        return recipients.list(brand, id, state, ALL).items();
    }

    /// How often an event of this name about this broadcast stands in the log.
    public long events(Brand brand, BroadcastId id, String name) {
        String property = "\"broadcast\": " + id;
        long count = 0;
        long position = 0;
        while (true) {
            var read = log.read(position, 10_000);
            if (read.isEmpty()) {
                return count;
            }
            position = read.getLast().position();
            count += read.stream()
                    .filter(event -> event.brand().equals(brand.id()))
                    .filter(event -> event.name().equals(name))
                    .filter(event -> event.properties().contains(property)
                            || event.properties().contains(property.replace(": ", ":")))
                    .count();
        }
    }

    public static NewTemplate wecom(String body, @Nullable String link) {
        return new NewTemplate("模板", ChannelKind.WECOM, null, body, link);
    }

    public static NewTemplate email(String body, @Nullable String link) {
        return new NewTemplate("邮件", ChannelKind.EMAIL, "{{ brand.name }}的信", body, link);
    }

    public static List<String> people(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "p" + i).toList();
    }

    public static <T> T until(Callable<T> look, Predicate<T> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(look, wanted);
    }
}
