package io.waterwheel.cli;

import java.io.PrintStream;

/// One line that fills up; in a file or a pipe, one line for every tenth.
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final int TENTHS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final String what;
    private long lastShown = -1;

    ProgressBar(PrintStream out, boolean terminal, String what) {
        this.out = out;
        this.terminal = terminal;
        this.what = what;
    }

    /// @param total 0 while unknown
    /// @param more  such as the time left
    void show(long done, long total, String more) {
        long thousandths = total <= 0 ? 0 : Math.min(1000, done * 1000 / total);
        long step = terminal ? thousandths : thousandths * TENTHS / 1000;
        if (step == lastShown) {
            return;
        }
        lastShown = step;
        String percent = "%3d %%".formatted(thousandths / 10);
        if (terminal) {
            int filled = (int) (thousandths * WIDTH / 1000);
            // The rest of an earlier, longer line is wiped.
            out.print("\r" + what + " [" + "█".repeat(filled) + "·".repeat(WIDTH - filled) + "] " + percent + "  "
                    + more + "\u001b[K");
        } else {
            out.println(what + " " + percent + "  " + more);
        }
        out.flush();
    }

    void end() {
        if (terminal && lastShown >= 0) {
            out.println();
        }
    }
}
