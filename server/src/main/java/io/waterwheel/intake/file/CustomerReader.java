package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.intake.file.table.Row;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.privacy.PersonalFields;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Makes of a row what is known of a customer: `Identified` with everything the row tells, and `Member Joined` at
/// the time since when they are a member. The message ids come from the content, so a row that comes again in any
/// file of the source changes nothing.
final class CustomerReader implements EventImport.RowReader {

    private static final Map<String, String> GENDERS = Map.ofEntries(
            Map.entry("男", "male"),
            Map.entry("m", "male"),
            Map.entry("male", "male"),
            Map.entry("1", "male"),
            Map.entry("先生", "male"),
            Map.entry("女", "female"),
            Map.entry("f", "female"),
            Map.entry("female", "female"),
            Map.entry("2", "female"),
            Map.entry("女士", "female"),
            Map.entry("0", ""),
            Map.entry("未知", ""),
            Map.entry("保密", ""),
            Map.entry("unknown", ""));

    private final ImportTask task;
    private final IdentifierCells identifiers;
    private final Times birthday;
    private final Times memberSince;
    private final Times updatedAt;
    private final Map<String, Integer> more;
    private final Instant startedAt;
    private final ErasedPeople erased;
    private final ContentIds ids;
    private final Vault vault;
    private final JsonMapper json;

    CustomerReader(
            ImportTask task, DayOrders days, Instant startedAt, ErasedPeople erased, Vault vault, JsonMapper json) {
        this.task = task;
        this.identifiers = new IdentifierCells(true);
        this.birthday = new Times(task, CustomerFields.BIRTHDAY, days, startedAt);
        this.memberSince = new Times(task, CustomerFields.MEMBER_SINCE, days, startedAt);
        this.updatedAt = new Times(task, CustomerFields.UPDATED_AT, days, startedAt);
        this.more = task.attributes();
        this.startedAt = startedAt;
        this.erased = erased;
        this.ids = new ContentIds(vault);
        this.vault = vault;
        this.json = json;
    }

    @Override
    public List<NewEvent> read(Row row) throws LineRefused {
        FieldCells cells = new FieldCells(task, row);
        Subject.Identified subject = identifiers.subject(cells);
        Map<String, String> told = told(cells);
        Instant updated = updatedAt.at(cells);
        erased.check(subject, updated);
        Instant since = memberSince.at(cells);
        List<NewEvent> events = new ArrayList<>(2);
        events.add(new NewEvent(
                task.brand().id(),
                task.source(),
                ids.of("customer", subject, told, updated),
                EventNames.IDENTIFIED,
                updated == null ? startedAt : updated,
                subject,
                json.writeValueAsString(sealed(told)),
                "{}"));
        if (since != null) {
            events.add(new NewEvent(
                    task.brand().id(),
                    task.source(),
                    ids.of("member", subject, Map.of(), since),
                    EventNames.MEMBER_JOINED,
                    since,
                    subject,
                    "{}",
                    "{}"));
        }
        return events;
    }

    /// What the row tells, in a fixed order.
    private Map<String, String> told(FieldCells cells) throws LineRefused {
        Map<String, String> told = new TreeMap<>();
        for (Map.Entry<String, Integer> attribute : more.entrySet()) {
            put(told, attribute.getKey(), cells.textAt(attribute.getValue()));
        }
        for (String field : List.of(
                CustomerFields.NAME,
                CustomerFields.CITY,
                CustomerFields.PROVINCE,
                CustomerFields.ADDRESS,
                CustomerFields.TAGS)) {
            put(told, field, cells.text(field));
        }
        put(told, CustomerFields.GENDER, gender(cells.text(CustomerFields.GENDER)));
        LocalDate born = birthday.day(cells);
        put(told, CustomerFields.BIRTHDAY, born == null ? null : born.toString());
        return told;
    }

    private static void put(Map<String, String> told, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            told.put(name, value);
        }
    }

    /// Known spellings become one; who did not say is left open; anything else stays as it was said.
    private static @Nullable String gender(@Nullable String text) {
        return text == null ? null : GENDERS.getOrDefault(text.toLowerCase(Locale.ROOT), text);
    }

    private Map<String, String> sealed(Map<String, String> told) {
        Map<String, String> sealed = new TreeMap<>();
        told.forEach((name, value) -> sealed.put(name, PersonalFields.personal(name) ? vault.seal(value) : value));
        return sealed;
    }
}
