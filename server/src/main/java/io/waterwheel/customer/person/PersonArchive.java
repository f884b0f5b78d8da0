package io.waterwheel.customer.person;

import io.waterwheel.access.Brands;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.kernel.BrandId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes everything that is held about one person into a ZIP: each store as JSON for machines and as CSV for a
/// spreadsheet, and a page in plain Chinese and English that says what is in which file.
@Component
class PersonArchive {

    private final List<PersonalData> stores;
    private final Brands brands;
    private final JsonMapper json;

    PersonArchive(List<PersonalData> stores, Brands brands, JsonMapper json) {
        this.stores = stores;
        this.brands = brands;
        this.json = json;
    }

    /// @param transaction one consistent state, read twice per store, so memory does not grow with the person
    void write(DSLContext transaction, Person person, Instant now, OutputStream out) throws IOException {
        Map<PersonalData, Long> counts = new LinkedHashMap<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (PersonalData store : stores) {
                Set<String> columns = new LinkedHashSet<>();
                long count = writeJson(zip, transaction, person, store, columns);
                counts.put(store, count);
                if (count > 0) {
                    writeCsv(zip, transaction, person, store, List.copyOf(columns));
                }
            }
            zip.putNextEntry(new ZipEntry("index.html"));
            zip.write(PersonIndex.page(person, counts, now).getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long writeJson(
            ZipOutputStream zip, DSLContext transaction, Person person, PersonalData store, Set<String> columns)
            throws IOException {
        long[] count = {0};
        JsonGenerator[] generator = new JsonGenerator[1];
        store.export(transaction, person, told -> {
            Map<String, @Nullable Object> row = branded(told);
            if (generator[0] == null) {
                generator[0] = begin(zip, store.name() + ".json");
            }
            json.writeValue(generator[0], row);
            CsvRows.flat(row).forEach(flat -> columns.addAll(flat.keySet()));
            count[0]++;
        });
        if (generator[0] != null) {
            generator[0].writeEndArray();
            generator[0].close();
            zip.closeEntry();
        }
        return count[0];
    }

    /// A brand by its name, where the database has a number.
    private Map<String, @Nullable Object> branded(Map<String, @Nullable Object> row) {
        if (!(row.get("brand_id") instanceof Short id)) {
            return row;
        }
        Map<String, @Nullable Object> branded = new LinkedHashMap<>();
        branded.put("brand", brands.get(new BrandId(id)).name());
        row.forEach((column, value) -> {
            if (!column.equals("brand_id")) {
                branded.put(column, value);
            }
        });
        return branded;
    }

    private JsonGenerator begin(ZipOutputStream zip, String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonGenerator generator =
                json.writerWithDefaultPrettyPrinter().createGenerator(unclosed(zip), JsonEncoding.UTF8);
        generator.writeStartArray();
        return generator;
    }

    private void writeCsv(
            ZipOutputStream zip, DSLContext transaction, Person person, PersonalData store, List<String> columns)
            throws IOException {
        zip.putNextEntry(new ZipEntry(store.name() + ".csv"));
        Writer writer = new OutputStreamWriter(unclosed(zip), StandardCharsets.UTF_8);
        CsvRows csv = new CsvRows(writer, columns, json);
        store.export(transaction, person, told -> csv.row(branded(told)));
        writer.flush();
        zip.closeEntry();
    }

    /// The archive goes on after one of its files ends.
    private static OutputStream unclosed(ZipOutputStream zip) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                zip.write(b);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                zip.write(bytes, from, length);
            }
        };
    }
}
