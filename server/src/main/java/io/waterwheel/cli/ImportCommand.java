package io.waterwheel.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/// `./waterwheel import`: 0 when the import is done, 1 when it is not, 2 when the words make no sense.
public final class ImportCommand {

    private ImportCommand() {}

    public static void main(String[] words) throws InterruptedException {
        // Chinese names whatever the locale of the terminal says.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        boolean terminal = System.console() != null && System.console().isTerminal();
        System.exit(run(words, out, terminal));
    }

    static int run(String[] words, PrintStream out, boolean terminal) throws InterruptedException {
        try {
            Order order = Order.read(words);
            if (!Files.isReadable(order.file()) || Files.isDirectory(order.file())) {
                throw Refusal.of(Words.NO_FILE.with(order.file()));
            }
            return new ImportRun(LocalServer.of(order.data()), order, out, terminal).run() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            out.println(Words.USAGE.with());
            return 2;
        } catch (Refusal e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println(Words.CONNECTION_LOST.with(String.valueOf(e.getMessage())));
            return 1;
        }
    }
}
