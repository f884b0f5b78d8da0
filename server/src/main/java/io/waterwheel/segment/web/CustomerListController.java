package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.list.CustomerList;
import io.waterwheel.segment.list.CustomerLists;
import io.waterwheel.segment.list.ListPreview;
import io.waterwheel.segment.list.Unmatched;
import io.waterwheel.segment.saved.SavedSegments;
import io.waterwheel.segment.saved.Use;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/lists")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class CustomerListController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILENAME = 255;

    private final CustomerLists lists;
    private final SavedSegments segments;

    CustomerListController(CustomerLists lists, SavedSegments segments) {
        this.lists = lists;
        this.segments = segments;
    }

    /// A list to be taken of a segment.
    record NewSnapshot(String name, SegmentId segment) {}

    /// What a list is to be called.
    record ListName(String name) {}

    @GetMapping
    List<CustomerList> listCustomerLists(@PathVariable Brand brand) {
        return lists.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a list of everybody who is in a segment now")
    CustomerList takeCustomerList(
            @PathVariable Brand brand, @org.springframework.web.bind.annotation.RequestBody NewSnapshot wanted) {
        return lists.snapshot(brand, Texts.checked(wanted.name(), "/name", 1, LONGEST_NAME), wanted.segment());
    }

    @PostMapping("/preview")
    @Operation(summary = "Shows the beginning of a file; nothing of it is kept")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ListPreview previewCustomerList(
            @PathVariable Brand brand, @RequestParam String filename, HttpServletRequest request) throws IOException {
        return lists.preview(filename, request.getInputStream());
    }

    @PostMapping("/upload")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Begins a list of everybody named in a column of a file, which is sent as it is")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    CustomerList uploadCustomerList(
            @PathVariable Brand brand,
            @RequestParam String name,
            @RequestParam String filename,
            @RequestParam String column,
            @RequestParam String kind,
            HttpServletRequest request)
            throws IOException {
        return lists.upload(
                brand,
                Texts.checked(name, "/name", 1, LONGEST_NAME),
                Texts.checked(filename, "/filename", 1, LONGEST_FILENAME),
                column,
                kind(kind),
                request.getInputStream());
    }

    private static IdentifierKind kind(String code) {
        return Arrays.stream(IdentifierKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.INVALID)
                        .at("/kind", "choice", new Text("没有这种标识", "there is no such kind of identifier")));
    }

    @GetMapping("/{id}")
    CustomerList getCustomerList(@PathVariable Brand brand, @PathVariable ListId id) {
        return lists.get(brand, id);
    }

    @PutMapping("/{id}")
    CustomerList renameCustomerList(
            @PathVariable Brand brand,
            @PathVariable ListId id,
            @org.springframework.web.bind.annotation.RequestBody ListName wanted) {
        return lists.rename(brand, id, Texts.checked(wanted.name(), "/name", 1, LONGEST_NAME));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteCustomerList(@PathVariable Brand brand, @PathVariable ListId id) {
        lists.delete(brand, id);
    }

    @GetMapping("/{id}/uses")
    List<Use> listCustomerListUses(@PathVariable Brand brand, @PathVariable ListId id) {
        lists.get(brand, id);
        return segments.named(brand, lists.uses(brand, id));
    }

    @GetMapping(value = "/{id}/unmatched.csv", produces = "text/csv")
    @Operation(summary = "The rows that matched nobody; masked, unless for who uploaded them or may see personal data")
    ResponseEntity<StreamingResponseBody> downloadUnmatchedRows(
            @PathVariable Brand brand, @PathVariable ListId id, Locale locale) {
        Unmatched rows = lists.unmatched(brand, id);
        boolean plain = Permissions.mayLookUp()
                || rows.uploadedBy().equals(Actor.current().name());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(rows.name() + ".unmatched.csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out -> rows.write(out, locale, plain));
    }
}
