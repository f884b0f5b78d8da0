package io.waterwheel.intake.file.table;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// An Excel workbook: a ZIP of XML parts that name each other (ECMA-376). Only what is asked for is unpacked, part
/// by part as a stream, so that a small file which unpacks to a huge one costs no memory.
final class Workbook implements Closeable {

    private static final int MOST_PARTS = 20_000;

    private final ZipFile zip;
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, String> parts = new HashMap<>();
    private @Nullable String texts;
    private @Nullable String styles;
    private boolean since1904;

    private Workbook(ZipFile zip) throws IOException {
        this.zip = zip;
        if (zip.size() > MOST_PARTS) {
            throw broken(null, 0);
        }
        String main = "xl/workbook.xml";
        for (Relation relation : relations("")) {
            if (relation.type.endsWith("/officeDocument")) {
                main = relation.target;
            }
        }
        if (zip.getEntry(main) == null) {
            throw new Problem(IntakeProblem.FILE_NOT_TEXT);
        }
        for (Relation relation : relations(main)) {
            if (relation.type.endsWith("/worksheet")) {
                parts.put(relation.id, relation.target);
            } else if (relation.type.endsWith("/sharedStrings")) {
                texts = relation.target;
            } else if (relation.type.endsWith("/styles")) {
                styles = relation.target;
            }
        }
        readMain(main);
    }

    /// @throws Problem `file-gone`, `file-not-text` when the archive is no workbook, `file-workbook-broken`
    static Workbook open(Path file) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (NoSuchFileException e) {
            throw new Problem(IntakeProblem.FILE_GONE, e);
        } catch (ZipException e) {
            throw new Problem(IntakeProblem.FILE_NOT_TEXT, e);
        }
        try {
            return new Workbook(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /// @param sheet the wanted one; null for the first that has a row
    static WorkbookFormat format(Path file, @Nullable String sheet) throws IOException {
        List<String> names;
        try (Workbook book = open(file)) {
            names = List.copyOf(book.sheets.keySet());
        }
        if (sheet != null) {
            if (!names.contains(sheet)) {
                throw new Problem(IntakeProblem.SHEET_UNKNOWN)
                        .with("sheet", sheet)
                        .with("sheets", String.join(", ", names));
            }
            return new WorkbookFormat(sheet, names);
        }
        for (String name : names) {
            if (SheetRows.anything(file, name)) {
                return new WorkbookFormat(name, names);
            }
        }
        throw new Problem(IntakeProblem.FILE_EMPTY);
    }

    static Problem broken(@Nullable Exception failure, long row) {
        return (failure == null
                        ? new Problem(IntakeProblem.FILE_WORKBOOK_BROKEN)
                        : new Problem(IntakeProblem.FILE_WORKBOOK_BROKEN, failure))
                .with("row", row);
    }

    boolean since1904() {
        return since1904;
    }

    /// The texts that cells refer to by number.
    @Nullable
    XmlPart texts() throws IOException {
        return texts == null || zip.getEntry(texts) == null ? null : part(texts);
    }

    @Nullable
    XmlPart styles() throws IOException {
        return styles == null || zip.getEntry(styles) == null ? null : part(styles);
    }

    XmlPart sheet(String name) throws IOException {
        String part = sheets.get(name);
        if (part == null) {
            throw broken(null, 0);
        }
        return part(part);
    }

    private XmlPart part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(null, 0);
        }
        InputStream in = zip.getInputStream(entry);
        return new XmlPart(in, entry.getSize());
    }

    /// Visible sheets first, since that is what a person means.
    private void readMain(String name) throws IOException {
        Map<String, String> hidden = new LinkedHashMap<>();
        try (XmlPart part = part(name)) {
            while (part.next()) {
                if (part.starts("workbookPr")) {
                    String since = part.attribute("date1904");
                    since1904 = "1".equals(since) || "true".equals(since);
                } else if (part.starts("sheet")) {
                    String target = parts.get(String.valueOf(part.attribute("id")));
                    String sheet = part.attribute("name");
                    if (target != null && sheet != null) {
                        (part.attribute("state") == null || "visible".equals(part.attribute("state")) ? sheets : hidden)
                                .put(sheet, target);
                    }
                }
            }
        }
        hidden.forEach(sheets::putIfAbsent);
    }

    private record Relation(String id, String type, String target) {}

    /// What a part refers to, empty when it refers to nothing.
    private List<Relation> relations(String name) throws IOException {
        int slash = name.lastIndexOf('/');
        String directory = name.substring(0, slash + 1);
        String relations = directory + "_rels/" + name.substring(slash + 1) + ".rels";
        List<Relation> found = new java.util.ArrayList<>();
        if (zip.getEntry(relations) != null) {
            try (XmlPart part = part(relations)) {
                while (part.next()) {
                    String target = part.starts("Relationship") ? part.attribute("Target") : null;
                    if (target != null) {
                        found.add(new Relation(
                                String.valueOf(part.attribute("Id")),
                                String.valueOf(part.attribute("Type")),
                                resolved(directory, target)));
                    }
                }
            }
        }
        return found;
    }

    private static String resolved(String directory, String target) {
        String path = target.startsWith("/") ? target : "/" + directory + target;
        return Path.of(path).normalize().toString().substring(1);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
