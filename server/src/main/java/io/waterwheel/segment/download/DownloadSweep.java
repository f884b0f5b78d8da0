package io.waterwheel.segment.download;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether files have been kept long enough.
@Component
class DownloadSweep extends Sweep {

    DownloadSweep(MemberDownloads downloads) {
        super("member-download-sweep", "member-download.sweep", downloads::sweep);
    }
}
