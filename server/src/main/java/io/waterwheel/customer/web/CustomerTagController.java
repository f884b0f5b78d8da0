package io.waterwheel.customer.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.tag.CustomerTagging;
import io.waterwheel.customer.tag.CustomerTagging.CustomerTag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/tags")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
@Tag(name = "tag")
class CustomerTagController {

    private final CustomerTagging tagging;

    CustomerTagController(CustomerTagging tagging) {
        this.tagging = tagging;
    }

    @GetMapping
    List<CustomerTag> listCustomerTags(@PathVariable Brand brand, @PathVariable int no) {
        return tagging.of(brand, no);
    }

    @PutMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tagCustomer(
            @PathVariable Brand brand, @PathVariable int no, @PathVariable TagId tag, @RequestBody TagValue value) {
        tagging.add(brand, no, tag, value.value());
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untagCustomer(@PathVariable Brand brand, @PathVariable int no, @PathVariable TagId tag) {
        tagging.remove(brand, no, tag);
    }
}
