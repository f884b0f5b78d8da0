package io.waterwheel.loyalty.sharing;

import io.swagger.v3.oas.annotations.media.Schema;

/// What a brand says of one kind of shared account.
///
/// @param active           while not, nobody joins and everybody spends their own points alone
/// @param most             how many people one account has at most
/// @param everybodySpends  whether all of them spend what is shared, or the holder alone
@Schema(name = "SharingRule")
public record SharingRule(SharedKind kind, boolean active, int most, boolean everybodySpends) {

    static SharingRule none(SharedKind kind) {
        return new SharingRule(kind, false, kind.most(), true);
    }
}
