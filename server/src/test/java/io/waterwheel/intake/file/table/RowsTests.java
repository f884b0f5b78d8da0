package io.waterwheel.intake.file.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.kernel.problem.Problem;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How cells of each format are read.
class RowsTests {

    private static final String MAIN =
            "<workbook xmlns:r='r'><workbookPr/><sheets><sheet name='S' sheetId='1' r:id='rId1'/></sheets></workbook>";

    @TempDir
    Path directory;

    @Test
    void linesOfJsonNameWhatIsNestedByItsPath() throws Exception {
        Path file = text("a.jsonl", """
                {"phone":"138","address":{"city":"杭州","geo":{"lat":30.25}},"tags":["a","b"],"vip":true,"none":null}

                {"phone":13800000000,"points":1.2E3,"lines":[{"sku":"A"}]}
                """);
        assertThat(read(file))
                .containsExactly(
                        List.of("phone", "address.city", "address.geo.lat", "tags", "vip", "points", "lines"),
                        List.of("138", "杭州", "30.25", "a,b", "true", "", ""),
                        List.of("13800000000", "", "", "", "", "1200", "[{\"sku\":\"A\"}]"));
    }

    @Test
    void aBrokenLineOfJsonIsOneBadRow() throws Exception {
        Path file = text("a.jsonl", "{\"a\":1}\n{\"a\":2\n{\"a\":3} {\"a\":4}\n[1]\n{\"a\":5}\n");
        List<String> said = new ArrayList<>();
        try (Rows rows = FormatGuess.of(file, "a.jsonl").open(file)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                String fault = "";
                try {
                    row.requireCells(1);
                } catch (LineRefused refused) {
                    fault = refused.fault().code();
                }
                said.add(row.number() + " " + fault);
            }
        }
        assertThat(said).containsExactly("1 ", "2 json-unreadable", "3 json-unreadable", "4 json-unreadable", "5 ");
    }

    @Test
    void parquetTypesAreReadAsTextsThatSayTheSame() throws Exception {
        Path file = directory.resolve("t.parquet");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement sql = duckdb.createStatement()) {
            sql.execute("copy (select 1001::bigint as id, 2.50::decimal(9,2) as price, 3.0::double as qty,"
                    + " 1e20::double as big, timestamp '2026-03-01 10:00:00' as at,"
                    + " make_timestamptz(1772330400000000) as instant, date '1950-05-06' as born, true as vip,"
                    + " ['a','b'] as tags, {'city': '杭州', 'geo': {'lat': 30.25}} as address, null::varchar as none)"
                    + " to '" + file + "' (format parquet)");
        }
        assertThat(read(file))
                .containsExactly(
                        List.of(
                                "id",
                                "price",
                                "qty",
                                "big",
                                "at",
                                "instant",
                                "born",
                                "vip",
                                "tags",
                                "address.city",
                                "address.geo.lat",
                                "none"),
                        List.of(
                                "1001",
                                "2.50",
                                "3",
                                "100000000000000000000",
                                "2026-03-01 10:00:00",
                                "2026-03-01T02:00:00Z",
                                "1950-05-06",
                                "true",
                                "a,b",
                                "杭州",
                                "30.25",
                                ""));
    }

    @Test
    void aParquetFileThatIsCutOffIsRefused() throws Exception {
        Path file =
                Files.write(directory.resolve("t.parquet"), "PAR1 and then nothing".getBytes(StandardCharsets.UTF_8));
        assertThat(refusal(file)).isEqualTo(IntakeProblem.FILE_PARQUET_BROKEN);
    }

    @Test
    void cellsOfAWorkbookAreReadAsAPersonSeesThem() throws Exception {
        Path file = directory.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("S");
            Object[] header = {"phone", "member", "price", "at", "day", "vip", "formula"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(2, i, header[i].toString());
            }
            sheet.value(4, 0, 13800000000L);
            sheet.value(4, 1, 123);
            sheet.style(4, 1).format("00000").set();
            sheet.value(4, 2, 0.1 + 0.2);
            sheet.value(4, 3, LocalDateTime.of(2026, 3, 1, 18, 30, 15));
            sheet.style(4, 3)
                    .format("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm:ss")
                    .set();
            sheet.value(4, 4, LocalDateTime.of(2026, 3, 1, 0, 0));
            sheet.style(4, 4).format("[$-804]d/m/yy;@").set();
            sheet.value(4, 5, true);
            sheet.value(5, 0, "  a & b <c> \n 第二行 ");
        }
        assertThat(read(file))
                .containsExactly(
                        List.of("phone", "member", "price", "at", "day", "vip", "formula"),
                        List.of("13800000000", "00123", "0.3", "2026-03-01 18:30:15", "2026-03-01", "true", ""),
                        List.of("a & b <c> \n 第二行", "", "", "", "", "", ""));
    }

    @Test
    void everyKindOfCellOfTheStandardIsKnown() throws Exception {
        String sheet =
                "<worksheet><sheetData><row r='1'><c t='inlineStr'><is><t>name</t></is></c><c t='str'><v>b</v></c>"
                        + "<c r='D1' t='inlineStr'><is><t>d</t></is></c></row>"
                        + "<row r='7'><c r='A7' t='s'><v>0</v></c><c r='B7' t='e'><v>#N/A</v></c><c r='D7' t='s'><v>1</v></c></row>"
                        + "<row><c t='d'><v>2026-03-01T10:00:00</v></c><c t='b'><v>0</v></c><c><f>1+1</f><v>2</v></c>"
                        + "<c t='inlineStr'><is><r><t>ri</t></r><r><t>ch_x000D_</t></r></is></c></row>"
                        + "</sheetData></worksheet>";
        String texts = "<sst><si><r><t>Z</t></r><r><t xml:space='preserve'>hang</t></r><rPh><t>zhang</t></rPh></si>"
                + "<si><t>B&amp;B</t></si></sst>";
        assertThat(read(workbook(MAIN, sheet, texts, null)))
                .containsExactly(
                        List.of("name", "b", "#3", "d"),
                        List.of("Zhang", "", "", "B&B"),
                        List.of("2026-03-01T10:00:00", "false", "2", "rich"));
    }

    @Test
    void aWorkbookMayCountItsDaysFrom1904() throws Exception {
        String sheet = "<worksheet><sheetData><row><c t='str'><v>day</v></c></row>"
                + "<row><c s='1'><v>44619</v></c></row></sheetData></worksheet>";
        String styles = "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>";
        String main = MAIN.replace("<workbookPr/>", "<workbookPr date1904='1'/>");
        assertThat(read(workbook(main, sheet, null, styles)).getLast()).containsExactly("2026-02-28");
        assertThat(read(workbook(MAIN, sheet, null, styles)).getLast()).containsExactly("2022-02-27");
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-mm-dd, true",
        "'[$-804]yyyy\"年\"m\"月\"', true",
        "h:mm AM/PM, true",
        "[h]:mm, true",
        "General, false",
        "'#,##0.00_);[Red](#,##0.00)', false",
        "'\"day\" 0', false",
        "0.00E+00, false",
        "@, false",
        "\\d0, false"
    })
    void aDateIsKnownByItsFormat(String code, boolean date) {
        assertThat(CellStyles.isDate(code)).isEqualTo(date);
    }

    /// Small files that unpack to what no machine holds.
    @Test
    void aWorkbookThatUnpacksWithoutEndIsRefusedInConstantMemory() throws Exception {
        String begin = "<worksheet><sheetData><row><c t='inlineStr'><is><t>";
        assertThat(refusal(bomb(begin, "aaaaaaaa"))).isEqualTo(IntakeProblem.FILE_WORKBOOK_BROKEN);
        assertThat(refusal(bomb("<worksheet><sheetData><row r='", "11111111")))
                .isEqualTo(IntakeProblem.FILE_WORKBOOK_BROKEN);
        assertThat(refusal(bomb("<worksheet><sheetData>", "<row/>  "))).isEqualTo(IntakeProblem.FILE_WORKBOOK_BROKEN);
        String wide = "<worksheet><sheetData><row><c r='ZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>";
        assertThat(refusal(workbook(MAIN, wide, null, null))).isEqualTo(IntakeProblem.FILE_WORKBOOK_BROKEN);
        String entity = "<!DOCTYPE w [<!ENTITY a 'b'>]><worksheet><sheetData><row><c t='str'><v>&a;</v></c></row>"
                + "</sheetData></worksheet>";
        assertThat(refusal(workbook(MAIN, entity, null, null))).isEqualTo(IntakeProblem.FILE_WORKBOOK_BROKEN);
    }

    @Test
    void anArchiveThatIsNoWorkbookIsRefused() throws Exception {
        Path file = zip(Map.of("readme.txt", "hello"));
        assertThat(refusal(file)).isEqualTo(IntakeProblem.FILE_NOT_TEXT);
        byte[] whole = Files.readAllBytes(workbook(MAIN, "<worksheet/>", null, null));
        Path cut = Files.write(directory.resolve("cut.xlsx"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(refusal(cut)).isEqualTo(IntakeProblem.FILE_NOT_TEXT);
    }

    @Test
    void theFirstVisibleSheetWithRowsIsTaken() throws Exception {
        String main = "<workbook xmlns:r='r'><sheets><sheet name='Hidden' state='hidden' r:id='rId2'/>"
                + "<sheet name='Empty' r:id='rId3'/><sheet name='Data' r:id='rId1'/></sheets></workbook>";
        Map<String, String> parts = parts(main, row("data"), null, null);
        parts.put("xl/worksheets/sheet2.xml", row("hidden"));
        parts.put("xl/worksheets/sheet3.xml", "<worksheet><sheetData><row><c s='1'/></row></sheetData></worksheet>");
        Path file = zip(parts);
        FileFormat format = FormatGuess.of(file, "a.xlsx");
        assertThat(format.sheet()).isEqualTo("Data");
        assertThat(format.sheets()).containsExactly("Empty", "Data", "Hidden");
        try (Rows rows = FormatGuess.of(file, "a.xlsx", "Hidden").open(file)) {
            assertThat(rows.columns()).containsExactly("hidden");
        }
        assertThat(catchThrowableOfType(Problem.class, () -> FormatGuess.of(file, "a.xlsx", "None"))
                        .type())
                .isEqualTo(IntakeProblem.SHEET_UNKNOWN);
    }

    private static String row(String cell) {
        return "<worksheet><sheetData><row><c t='str'><v>" + cell + "</v></c></row></sheetData></worksheet>";
    }

    private List<List<String>> read(Path file) throws Exception {
        List<List<String>> read = new ArrayList<>();
        try (Rows rows = FormatGuess.of(file, file.getFileName().toString()).open(file)) {
            read.add(rows.columns());
            for (Row row = rows.next(); row != null; row = rows.next()) {
                row.requireCells(rows.columns().size());
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < rows.columns().size(); i++) {
                    cells.add(row.cell(i));
                }
                read.add(cells);
            }
        }
        return read;
    }

    private io.waterwheel.kernel.problem.@Nullable ProblemType refusal(Path file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> read(file));
        return problem == null ? null : problem.type();
    }

    private Path text(String name, String content) throws Exception {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path workbook(String main, String sheet, @Nullable String texts, @Nullable String styles) throws Exception {
        return zip(parts(main, sheet, texts, styles));
    }

    private static Map<String, String> parts(
            String main, String sheet, @Nullable String texts, @Nullable String styles) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        StringBuilder relations = new StringBuilder("<Relationships>");
        for (int i = 1; i <= 3; i++) {
            relations
                    .append("<Relationship Id='rId")
                    .append(i)
                    .append("' Type='x/worksheet' Target='")
                    .append(i == 1 ? "/xl/" : "../xl/")
                    .append("worksheets/sheet")
                    .append(i)
                    .append(".xml'/>");
        }
        relations.append("<Relationship Id='t' Type='x/sharedStrings' Target='sharedStrings.xml'/>"
                + "<Relationship Id='s' Type='x/styles' Target='styles.xml'/></Relationships>");
        parts.put("xl/_rels/workbook.xml.rels", relations.toString());
        parts.put("xl/workbook.xml", main);
        parts.put("xl/worksheets/sheet1.xml", sheet);
        if (texts != null) {
            parts.put("xl/sharedStrings.xml", texts);
        }
        if (styles != null) {
            parts.put("xl/styles.xml", styles);
        }
        return parts;
    }

    private Path zip(Map<String, String> parts) throws Exception {
        Path file = Files.createTempFile(directory, "a", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    /// A workbook whose sheet goes on for 200 MB.
    private Path bomb(String begin, String eightCharacters) throws Exception {
        Path file = Files.createTempFile(directory, "b", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts(MAIN, "", null, null).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                if (part.getKey().endsWith("sheet1.xml")) {
                    zip.write(begin.getBytes(StandardCharsets.UTF_8));
                    byte[] block = eightCharacters.repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
                    for (int i = 0; i < 1_600; i++) {
                        zip.write(block);
                    }
                }
            }
        }
        return file;
    }
}
