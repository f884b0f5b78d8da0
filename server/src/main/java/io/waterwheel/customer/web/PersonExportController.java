package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.person.PersonExport;
import io.waterwheel.customer.person.PersonExports;
import io.waterwheel.customer.profile.CustomerPages;
import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/exports")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "customer")
class PersonExportController {

    private final CustomerPages pages;
    private final PersonExports exports;

    PersonExportController(CustomerPages pages, PersonExports exports) {
        this.pages = pages;
        this.exports = exports;
    }

    /// @param reason what the person asked for and how, for the trail
    record NewPersonExport(String reason) {}

    @GetMapping
    List<PersonExport> listPersonExports(@PathVariable Brand brand, @PathVariable int no) {
        return exports.of(pages.known(brand, no));
    }

    @PostMapping
    PersonExport exportPerson(@PathVariable Brand brand, @PathVariable int no, @RequestBody NewPersonExport wish) {
        return exports.request(brand, pages.known(brand, no), wish.reason());
    }

    @GetMapping(path = "/{id}/file", produces = "application/zip")
    ResponseEntity<StreamingResponseBody> downloadPersonExport(
            @PathVariable Brand brand, @PathVariable int no, @PathVariable long id) {
        CustomerNo customer = pages.known(brand, no);
        exports.downloaded(brand, customer, id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("person-" + customer + ".zip")
                                .build()
                                .toString())
                .body(out -> exports.write(id, out));
    }
}
