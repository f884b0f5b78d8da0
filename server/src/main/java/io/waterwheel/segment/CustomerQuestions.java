package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.language.Names;
import java.util.List;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/// Conditions of the segment language that other modules keep in definitions of their own.
public interface CustomerQuestions {

    /// Whether one customer meets the condition now: everything acknowledged before this call is counted.
    ///
    /// @param customer a number of theirs: whoever became part of another customer is that one
    /// @throws io.waterwheel.kernel.problem.Problem `not-found` when the brand knows no such customer
    boolean meets(Brand brand, CustomerNo customer, Condition condition);

    /// Everyone who meets the condition now.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `warehouse-behind`
    RoaringBitmap members(Brand brand, Condition condition);

    /// Which places refer to a tag, segment or list that is not there.
    ///
    /// @param pointer where the condition stands
    List<InvalidDefinition.Place> missing(Brand brand, Condition condition, String pointer);

    /// What the condition refers to itself, not by a segment it refers to.
    Referred referred(Condition condition);

    /// By id.
    record Referred(Set<String> segments, Set<String> tags, Set<String> lists) {}

    /// What the brand's tags, segments and lists are called now.
    Names names(Brand brand);

    /// Tells the log from now on who enters and leaves the segment, in the caller's transaction.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    void listen(Brand brand, SegmentId segment);
}
