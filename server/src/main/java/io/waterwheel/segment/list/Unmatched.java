package io.waterwheel.segment.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.table.SpreadsheetText;
import io.waterwheel.segment.ListId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The rows of an uploaded list that matched nobody, as a file: the line in the uploaded file, what stands there, and
/// why.
public final class Unmatched {

    private final ListId list;
    private final String name;
    private final String uploadedBy;
    private final IdentifierKind kind;
    private final UploadedPieces pieces;

    Unmatched(ListId list, String name, String uploadedBy, IdentifierKind kind, UploadedPieces pieces) {
        this.list = list;
        this.name = name;
        this.uploadedBy = uploadedBy;
        this.kind = kind;
        this.pieces = pieces;
    }

    /// The list's name.
    public String name() {
        return name;
    }

    /// Who has seen the rows in plain anyway.
    public String uploadedBy() {
        return uploadedBy;
    }

    /// Writes the file, a piece at a time. It begins with a byte order mark, without which spreadsheets misread
    /// Chinese.
    ///
    /// @param plain whether identifiers stand in it as they were given; else masked
    public void write(OutputStream out, Locale locale, boolean plain) throws IOException {
        out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        CsvWriter csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
        csv.writeRecord("line", kind.code(), "code", "message");
        for (int piece : pieces.all(list)) {
            for (UploadedRow row : pieces.rows(list, piece).orElse(List.of())) {
                UnmatchedReason reason = row.reason();
                if (reason != null) {
                    csv.writeRecord(
                            Long.toString(row.line()),
                            SpreadsheetText.safe(plain ? row.text() : masked(row.text())),
                            reason.code(),
                            reason.message().in(locale));
                }
            }
        }
        csv.flush();
    }

    /// What is no identifier of that kind may be one of another.
    private String masked(String text) {
        return IdentifierCell.read(kind, text)
                .map(Identifier::value)
                .map(value -> Mask.of(kind, value))
                .orElseGet(() -> text.isBlank() ? "" : "****");
    }
}
