package io.waterwheel.segment.download;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether files have been kept long enough.
@Component
class DownloadSweep extends Sweep {

    private final MemberDownloads downloads;

    DownloadSweep(MemberDownloads downloads) {
        super("member-download-sweep", "member-download.sweep", RARELY);
        this.downloads = downloads;
    }

    @Override
    protected void look() {
        downloads.sweep();
    }
}
