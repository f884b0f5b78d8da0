package io.waterwheel.segment.download;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How the rows of a file are written.
public enum DownloadFormat {
    /// UTF-8 with a byte order mark, so that spreadsheets read Chinese right.
    @JsonProperty("csv")
    CSV("text/csv;charset=UTF-8"),
    @JsonProperty("xlsx")
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    DownloadFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /// The name in the database, and the end of the file's name.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DownloadFormat of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
