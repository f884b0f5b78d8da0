package io.waterwheel.loyalty.marketplace;

/// The states of a link, as the table has them.
public final class LinkState {

    public static final String LINKED = "linked";
    public static final String ENDED = "ended";

    /// The person was erased; the row goes when the marketplace was told.
    public static final String FORGOTTEN = "forgotten";

    private LinkState() {}
}
