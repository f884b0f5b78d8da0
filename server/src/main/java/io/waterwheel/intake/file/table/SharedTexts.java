package io.waterwheel.intake.file.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A workbook's table of texts, to which its cells refer by number. It may be as large as the sheet, so it lies in a
/// file of its own; only where each text ends and what was read last are kept in memory.
final class SharedTexts implements Closeable {

    private static final int REMEMBERED = 1 << 14;

    private final FileChannel file;
    private long[] ends = new long[1 << 10];
    private int count;
    private final int[] rememberedIndex = new int[REMEMBERED];
    private final @Nullable String[] remembered = new @Nullable String[REMEMBERED];

    private SharedTexts(FileChannel file) {
        this.file = file;
    }

    /// @param directory where the file is made; it has no name there, so nothing is left after a kill
    static SharedTexts of(Workbook book, Path directory) throws IOException {
        Path path = Files.createTempFile(directory, "texts", ".tmp");
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Files.delete(path);
        SharedTexts texts = new SharedTexts(file);
        try (XmlPart part = book.texts()) {
            if (part != null) {
                texts.read(part);
            }
            return texts;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void read(XmlPart part) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean phonetic = false;
        long end = 0;
        while (part.next()) {
            if (part.starts("si")) {
                text.setLength(0);
            } else if (part.starts("t")) {
                within = !phonetic;
            } else if (part.ends("t")) {
                within = false;
            } else if (part.starts("rPh")) {
                // How an Asian text is read aloud is no part of it.
                phonetic = true;
            } else if (part.ends("rPh")) {
                phonetic = false;
            } else if (part.ends("si")) {
                byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                out.write(bytes);
                end += bytes.length;
                add(end);
            } else if (within) {
                part.addText(text);
            }
        }
        out.flush();
    }

    private void add(long end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = end;
    }

    /// @return null when there is no text of that number
    @Nullable
    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            return null;
        }
        int slot = index % REMEMBERED;
        String known = remembered[slot];
        if (known != null && rememberedIndex[slot] == index) {
            return known;
        }
        long begin = index == 0 ? 0 : ends[index - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[index] - begin));
        while (bytes.hasRemaining() && file.read(bytes, begin + bytes.position()) >= 0) {
            // on to the end of the text
        }
        String text = new String(bytes.array(), StandardCharsets.UTF_8);
        // Long texts are seldom used twice.
        if (text.length() <= 200) {
            remembered[slot] = text;
            rememberedIndex[slot] = index;
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
