package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.download.MemberColumn;
import io.waterwheel.segment.download.MemberDownload;
import io.waterwheel.segment.download.MemberDownloads;
import io.waterwheel.segment.download.NewDownload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/member-downloads")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class MemberDownloadController {

    private final MemberDownloads downloads;

    MemberDownloadController(MemberDownloads downloads) {
        this.downloads = downloads;
    }

    /// A column a file may have.
    ///
    /// @param personal whether it is masked for those who may not see personal data
    record DownloadColumn(String column, Text label, boolean personal) {}

    @GetMapping("/columns")
    List<DownloadColumn> listDownloadColumns(@PathVariable Brand brand) {
        return Arrays.stream(MemberColumn.values())
                .map(column -> new DownloadColumn(column.code(), column.label(), column.personal()))
                .toList();
    }

    @GetMapping
    List<MemberDownload> listMemberDownloads(@PathVariable Brand brand) {
        return downloads.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MemberDownload startMemberDownload(@PathVariable Brand brand, @RequestBody NewDownload wanted, Locale locale) {
        require(wanted.plain());
        return downloads.start(brand, wanted, locale);
    }

    @GetMapping("/{id}")
    MemberDownload getMemberDownload(@PathVariable Brand brand, @PathVariable long id) {
        return downloads.get(brand, id);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<StreamingResponseBody> fetchMemberDownload(@PathVariable Brand brand, @PathVariable long id)
            throws IOException {
        MemberDownload download = downloads.get(brand, id);
        require(download.plain());
        Path file = downloads.file(brand, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.format().mediaType()))
                .contentLength(Files.size(file))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        download.name() + "."
                                                + download.format().code(),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> Files.copy(file, out));
    }

    private static void require(boolean plain) {
        if (!Permissions.mayDownload()) {
            throw new Problem(SegmentProblem.MEMBER_DOWNLOAD_REFUSED);
        }
        if (plain && !Permissions.mayLookUp()) {
            throw new Problem(SegmentProblem.PLAIN_PERSONAL_DATA_REFUSED);
        }
    }
}
