package io.waterwheel.segment.download;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.waterwheel.kernel.table.SpreadsheetText;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines of text that a spreadsheet opens; can be gone on with where it was flushed last.
final class CsvFile implements MemberFile {

    private final FileChannel channel;
    private final OutputStream out;
    private final CsvWriter csv;

    /// @param from where it goes on, 0 to begin
    CsvFile(Path file, long from) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(from).position(from);
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        if (from == 0) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        }
        this.csv = CsvWriter.builder().build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(
                    switch (cell) {
                        case null -> "";
                        case String text -> SpreadsheetText.safe(text);
                        default -> cell.toString();
                    });
        }
        csv.writeRecord(texts);
    }

    @Override
    public long flush() throws IOException {
        csv.flush();
        out.flush();
        channel.force(false);
        return channel.position();
    }

    @Override
    public void finish() throws IOException {
        flush();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
