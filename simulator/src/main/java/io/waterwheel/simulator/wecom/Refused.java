package io.waterwheel.simulator.wecom;

/// WeCom says no. Codes are those of the global table (WeCom doc path/90313).
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;

    public Refused(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    public int code() {
        return code;
    }
}
