package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.now.CustomerNow;
import io.waterwheel.segment.saved.SegmentOfCustomer;
import io.waterwheel.segment.saved.SegmentsOfCustomer;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/segments")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class CustomerSegmentController {

    private final SegmentsOfCustomer segments;
    private final CustomerNow customerNow;
    private final Definitions definitions;

    CustomerSegmentController(SegmentsOfCustomer segments, CustomerNow customerNow, Definitions definitions) {
        this.segments = segments;
        this.customerNow = customerNow;
        this.definitions = definitions;
    }

    @GetMapping
    @Operation(summary = "The segments a customer is in now")
    List<SegmentOfCustomer> listCustomerSegments(@PathVariable Brand brand, @PathVariable int no) {
        return segments.of(brand, customer(no));
    }

    @PostMapping("/check")
    @Operation(summary = "Whether a customer meets a definition now")
    CustomerAnswer checkCustomer(
            @PathVariable Brand brand, @PathVariable int no, @RequestBody SegmentQuestion question) {
        Condition definition = definitions.read(brand, question.definition());
        return new CustomerAnswer(customerNow.meets(brand, customer(no), definition));
    }

    private static CustomerNo customer(int no) {
        if (no < 1) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + no);
        }
        return new CustomerNo(no);
    }
}
