package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.List;

/// How much of a brand's customers is known, and by whom. Looks at every customer: for a job, not for a page.
public interface CustomerQuality {

    Coverage coverage(BrandId brand);

    /// Pairs of customers that may be one person and wait for somebody to decide; cheap.
    long openSuggestions(BrandId brand);

    /// @param customers   whom the brand knows
    /// @param attributes  of how many of them each attribute is known
    /// @param sources     of how many of them each source said anything
    /// @param said        of how many of them each source said each attribute
    /// @param identifiers who can be named by what
    record Coverage(
            long customers,
            List<Covered> attributes,
            List<Covered> sources,
            List<SourceCoverage> said,
            List<IdentifierCoverage> identifiers) {}

    record Covered(String name, long customers) {}

    record SourceCoverage(String source, String attribute, long customers) {}

    /// @param customers who have at least one of the kind
    /// @param values    how many there are that tell people apart
    /// @param shared    how many more are with so many people that they join nobody
    record IdentifierCoverage(IdentifierKind kind, long customers, long values, long shared) {}
}
