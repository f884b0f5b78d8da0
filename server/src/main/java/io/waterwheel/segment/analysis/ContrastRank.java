package io.waterwheel.segment.analysis;

/// How strongly a part of the customers sets two segments apart.
///
/// The lift of three people against none would top every list. So each share is drawn towards the share among all, as
/// if ten more people of the part, and as many others as there are to ten of them among all, were in the segment; with
/// many people that changes nothing. The strength is the size of the logarithm of the two shares' ratio: 0 is none, and
/// twice as common is as strong as half as common.
final class ContrastRank {

    private static final double DRAWN_BY = 10;

    private ContrastRank() {}

    /// @param inAll at least one
    static double strength(long inLeft, long left, long inRight, long right, long inAll, long all) {
        double usual = (double) inAll / all;
        return Math.abs(Math.log(drawn(inLeft, left, usual) / drawn(inRight, right, usual)));
    }

    private static double drawn(long in, long size, double usual) {
        return (in + DRAWN_BY) / (size + DRAWN_BY / usual);
    }
}
