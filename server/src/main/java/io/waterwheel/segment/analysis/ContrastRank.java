package io.waterwheel.segment.analysis;

import io.waterwheel.segment.engine.Cells;
import io.waterwheel.segment.engine.Dimension;
import io.waterwheel.segment.engine.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// How strongly a part of the customers sets two segments apart.
///
/// The lift of three people against none would top every list. So each share is drawn towards the share among all,
/// as if ten more people of the part, and as many others as there are to ten of them among all, were in the
/// segment; with many people that changes nothing. The strength is the size of the logarithm of the two shares'
/// ratio: 0 is none, and twice as common is as strong as half as common.
final class ContrastRank {

    private static final double DRAWN_BY = 10;

    private static final int MOST = 12;
    private static final int MOST_OF_AN_ATTRIBUTE = 3;

    private ContrastRank() {}

    private record Ranked(Contrast contrast, double strength) {}

    /// @param cells counted for the left segment, the right one and everybody
    /// @param sizes of these three
    /// @return none when nobody is in one of them
    static List<Contrast> strongest(List<Dimension> dimensions, Cells cells, long[] sizes) {
        if (sizes[0] == 0 || sizes[1] == 0) {
            return List.of();
        }
        return dimensions.stream()
                .flatMap(dimension -> strongest(dimension, cells, sizes))
                .sorted(Comparator.comparingDouble(Ranked::strength).reversed())
                .limit(MOST)
                .map(Ranked::contrast)
                .toList();
    }

    private static Stream<Ranked> strongest(Dimension dimension, Cells cells, long[] sizes) {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < dimension.parts().size(); i++) {
            Part part = dimension.parts().get(i);
            long inLeft = cells.count(dimension, i, 0);
            long inRight = cells.count(dimension, i, 1);
            long inAll = cells.count(dimension, i, 2);
            if (inLeft + inRight > 0) {
                Contrast contrast = new Contrast(
                        dimension.attribute().code(),
                        dimension.attribute().label(),
                        part.kind(),
                        part.from(),
                        part.to(),
                        inLeft,
                        inRight,
                        inAll,
                        Lift.of(inLeft, sizes[0], inRight, sizes[1]),
                        part.definition());
                ranked.add(new Ranked(contrast, strength(inLeft, sizes[0], inRight, sizes[1], inAll, sizes[2])));
            }
        }
        return ranked.stream()
                .filter(one -> one.strength() > 0)
                .sorted(Comparator.comparingDouble(Ranked::strength).reversed())
                .limit(MOST_OF_AN_ATTRIBUTE);
    }

    /// @param inAll at least one
    static double strength(long inLeft, long left, long inRight, long right, long inAll, long all) {
        double usual = (double) inAll / all;
        return Math.abs(Math.log(drawn(inLeft, left, usual) / drawn(inRight, right, usual)));
    }

    private static double drawn(long in, long size, double usual) {
        return (in + DRAWN_BY) / (size + DRAWN_BY / usual);
    }
}
