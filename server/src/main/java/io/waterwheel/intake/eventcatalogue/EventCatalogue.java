package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_SOURCE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.eventcatalogue.CatalogueReader.Learnt;
import io.waterwheel.intake.generated.tables.records.CataloguePropertyRecord;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A brand's event catalogue for people: what comes in, what of it is standard, what has changed.
@Component
public class EventCatalogue {

    /// Two weeks: the latest day that has enough events, and the week before it.
    private static final int DRIFT_DAYS = 15;

    private static final int DAYS_SHOWN = 30;

    private final CatalogueReader reader;
    private final DSLContext database;
    private final InstantSource clock;

    EventCatalogue(CatalogueReader reader, DSLContext database, InstantSource clock) {
        this.reader = reader;
        this.database = database;
        this.clock = clock;
    }

    /// Every name the brand has had: those with warnings first, then by how many came in the last week.
    public List<CatalogueEntry> of(Brand brand, Locale locale) {
        LocalDate today = brand.dayOf(clock.instant());
        Drift drift = drift(brand, today);
        return reader.streams(brand, null, today.minusDays(DRIFT_DAYS)).stream()
                .map(learnt -> entry(learnt, drift, today, locale))
                .sorted(Comparator.comparing(
                                (CatalogueEntry entry) -> entry.warnings().isEmpty())
                        .thenComparing(entry -> entry.warnings().isEmpty()
                                ? 0
                                : entry.warnings().getFirst().kind().ordinal())
                        .thenComparing(
                                Comparator.comparing(CatalogueEntry::lastWeek).reversed())
                        .thenComparing(CatalogueEntry::name))
                .toList();
    }

    /// @throws Problem `not-found`
    public CatalogueDetail get(Brand brand, String name, Locale locale) {
        LocalDate today = brand.dayOf(clock.instant());
        Learnt learnt = reader.streams(brand, name, today.minusDays(DAYS_SHOWN)).stream()
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "event " + name));
        return new CatalogueDetail(
                entry(learnt, drift(brand, today), today, locale),
                properties(brand, learnt.stream(), today, locale),
                sources(brand, name),
                learnt.stream().days().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(day -> new CatalogueDetail.DayCount(
                                day.getKey(), day.getValue().events()))
                        .toList());
    }

    public List<StandardView> standard(Locale locale) {
        return StandardEvents.ALL.stream()
                .map(event -> StandardFields.view(event, locale))
                .toList();
    }

    private Drift drift(Brand brand, LocalDate today) {
        Instant since = database.select(DSL.min(CATALOGUE_EVENT.FIRST_AT))
                .from(CATALOGUE_EVENT)
                .where(CATALOGUE_EVENT.BRAND_ID.eq(brand.id().value()))
                .fetchOneInto(Instant.class);
        return new Drift(clock.instant(), today, since == null ? clock.instant() : since);
    }

    private static CatalogueEntry entry(Learnt learnt, Drift drift, LocalDate today, Locale locale) {
        EventStream stream = learnt.stream();
        Optional<StandardEvent> standard = StandardEvents.named(stream.name());
        return new CatalogueEntry(
                stream.name(),
                standard.map(event -> event.meaning().in(locale)).orElse(null),
                standard.map(StandardEvent::ours).orElse(false),
                learnt.total(),
                stream.between(today.minusDays(Drift.WEEK - 1), today).events(),
                stream.firstAt(),
                stream.lastAt(),
                drift.of(stream).stream()
                        .map(found -> new CatalogueWarning(
                                found.kind(), found.property(), found.words().in(locale)))
                        .toList());
    }

    private List<CatalogueProperty> properties(Brand brand, EventStream stream, LocalDate today, Locale locale) {
        Map<String, StandardProperty> standard =
                StandardEvents.named(stream.name()).map(StandardFields::of).orElse(Map.of());
        Map<String, @Nullable CataloguePropertyRecord> learnt = new LinkedHashMap<>();
        // What the standard asks for is shown though nobody ever sent it.
        standard.forEach((path, property) -> {
            if (property.required() && path.indexOf('[') < 0) {
                learnt.put(path, null);
            }
        });
        database.selectFrom(CATALOGUE_PROPERTY)
                .where(CATALOGUE_PROPERTY.BRAND_ID.eq(brand.id().value()))
                .and(CATALOGUE_PROPERTY.NAME.eq(stream.name()))
                .orderBy(CATALOGUE_PROPERTY.PROPERTY)
                .forEach(row -> learnt.put(row.getProperty(), row));
        long examined = stream.between(today.minusDays(Drift.WEEK - 1), today).examined();
        List<CatalogueProperty> properties = new ArrayList<>();
        learnt.forEach((path, row) -> properties.add(
                property(path, row, Optional.ofNullable(standard.get(path)), stream, today, examined, locale)));
        return properties;
    }

    private static CatalogueProperty property(
            String path,
            @Nullable CataloguePropertyRecord row,
            Optional<StandardProperty> standard,
            EventStream stream,
            LocalDate today,
            long examined,
            Locale locale) {
        EventStream.Types all = stream.between(path, LocalDate.MIN, LocalDate.MAX);
        long week = stream.between(path, today.minusDays(Drift.WEEK - 1), today).total();
        PropertyType type =
                all.total() == 0 ? standard.map(known -> known.shape().type()).orElse(PropertyType.TEXT) : all.most();
        return new CatalogueProperty(
                path,
                type,
                Arrays.stream(PropertyType.values())
                        .filter(each -> all.of(each) > 0)
                        .sorted(Comparator.comparing(all::of).reversed())
                        .toList(),
                examined == 0 ? null : Math.min(1.0, (double) week / examined),
                standard.map(known -> known.meaning().in(locale)).orElse(null),
                standard.map(StandardProperty::required).orElse(false),
                row != null && row.getPersonal(),
                row == null ? List.of() : List.of(row.getExamples()),
                row == null ? null : row.getFirstAt(),
                row == null ? null : row.getLastAt());
    }

    private List<CatalogueDetail.SourceShare> sources(Brand brand, String name) {
        return database.selectFrom(CATALOGUE_SOURCE)
                .where(CATALOGUE_SOURCE.BRAND_ID.eq(brand.id().value()))
                .and(CATALOGUE_SOURCE.NAME.eq(name))
                .orderBy(CATALOGUE_SOURCE.EVENTS.desc(), CATALOGUE_SOURCE.SOURCE)
                .fetch(row -> new CatalogueDetail.SourceShare(
                        row.getSource(), row.getEvents(), row.getFirstAt(), row.getLastAt()));
    }
}
