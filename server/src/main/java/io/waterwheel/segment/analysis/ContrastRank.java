package io.waterwheel.segment.analysis;

/// How strongly a part of the customers sets two segments apart.
///
/// The lift of three people against none would top every list. So each share is drawn towards the share among all, as
/// if thirty more people who are like everybody were in the segment; with many people that changes nothing. The
/// strength is the size of the logarithm of the two shares' ratio: 0 is none, and twice as common is as strong as half
/// as common.
final class ContrastRank {

    private static final double LIKE_EVERYBODY = 30;

    private ContrastRank() {}

    /// @param inAll at least one
    static double strength(long inLeft, long left, long inRight, long right, long inAll, long all) {
        double usual = (double) inAll / all;
        return Math.abs(Math.log(drawn(inLeft, left, usual) / drawn(inRight, right, usual)));
    }

    private static double drawn(long in, long size, double usual) {
        return (in + LIKE_EVERYBODY * usual) / (size + LIKE_EVERYBODY);
    }
}
