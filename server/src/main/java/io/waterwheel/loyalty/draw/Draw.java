package io.waterwheel.loyalty.draw;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/// A lucky draw, and how it fares.
///
/// @param given   how many of each prize were won, in their order
/// @param plays   how often it was drawn
/// @param members by how many
/// @param points  what was paid
/// @param promise SHA-256 of its seed, in hex
@Schema(name = "LuckyDraw")
public record Draw(
        String id,
        NewDraw draw,
        boolean active,
        List<Integer> given,
        int plays,
        int members,
        long points,
        String promise,
        String createdBy,
        Instant createdAt) {}
